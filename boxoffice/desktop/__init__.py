"""The program with its window: put together, started once, set up and tied to a server."""
