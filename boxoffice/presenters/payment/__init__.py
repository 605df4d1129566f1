"""Taking the money."""
