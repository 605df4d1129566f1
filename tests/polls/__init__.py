"""Polls that are cancelled by the thousand, and a sale after them."""
