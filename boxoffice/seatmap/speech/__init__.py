"""The map for those who hear it."""
