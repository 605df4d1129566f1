"""The embedded Connect service: HTTP, store, allocation, demo venues."""
