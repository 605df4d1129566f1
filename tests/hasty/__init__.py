"""A hand that does anything, anywhere, as fast as it can."""
