"""The service as a process: what it serves, where it listens, how it starts, tidies up and ends."""
