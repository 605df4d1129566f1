"""Documents (pure: what is on the paper) and paper (Qt: where it goes)."""
