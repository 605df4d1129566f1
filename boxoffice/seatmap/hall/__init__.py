"""The house in venue units: where seats are, who is beside whom. No Qt."""
