"""Values and pure rules of ticketing. Imports nothing but the standard library and numpy."""
