"""The calls of the client, grouped by noun."""
