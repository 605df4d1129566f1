"""The map of one event."""
