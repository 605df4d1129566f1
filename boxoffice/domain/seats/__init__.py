"""Seats, by the hundred thousand, and who is beside whom."""
