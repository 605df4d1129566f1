"""How the code is built: who imports whom, what is named how, what may not be forgotten."""
