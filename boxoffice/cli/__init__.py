"""The command line: what may be asked of the program, and the answers of its commands."""
