"""Rehearsals of the whole program: the tour through the window, and simulated counters."""
