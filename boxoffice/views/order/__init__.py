"""The order on screen."""
