"""The rules of a sale as a plain model, and a machine that holds the real service to them."""
