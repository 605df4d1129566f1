"""What screens are made of, and the words on them."""
