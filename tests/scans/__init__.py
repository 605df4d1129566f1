"""Scanners and hands at a real display: X itself makes the keys, and stamps them."""
