"""The service as a process: its settings, its start, where it listens, workers, TLS, its end.

`server.py` runs it in one process and `workers.py` in several. `child.py` is for the application,
which starts a service of its own.
"""
