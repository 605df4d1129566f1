"""Random and mutated answers of every kind, and what the client makes of them."""
