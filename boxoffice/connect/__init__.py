"""The Connect API client. Wire names stay inside this package."""
