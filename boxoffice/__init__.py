"""The desktop box office for ticket counters."""

__version__ = "0.1.0"
