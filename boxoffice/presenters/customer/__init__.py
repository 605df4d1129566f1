"""The order's customer."""
