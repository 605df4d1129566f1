"""The map with its tools."""
