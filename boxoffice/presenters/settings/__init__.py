"""What the clerk sets for her counter."""
