"""The orders that are put together."""
