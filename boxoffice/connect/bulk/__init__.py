"""Seats and their status by the ten thousand: bytes to numpy columns."""
