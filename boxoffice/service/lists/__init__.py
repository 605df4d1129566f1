"""What is on sale and who buys, as the entities of the API; found by page, id and marker."""
