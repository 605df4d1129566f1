"""The seats of the map as a list."""
