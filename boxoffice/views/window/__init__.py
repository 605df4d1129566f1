"""The one window, and the one that says why there is none."""
