"""A sale: seats held for one buyer, priced, sold, given back."""
