"""What changes the catalogue: the imports, each of them whole or not at all."""
