"""What is drawn: the scene, its symbols and names, and the one picture of it."""
