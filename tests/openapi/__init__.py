"""Schemathesis over the service's own description: what it says is asked, and what it is not."""
