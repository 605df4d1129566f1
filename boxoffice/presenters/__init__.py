"""What each screen does, without a toolkit: frozen states in, plain calls out."""
