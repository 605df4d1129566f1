"""Looks at a server as it is: what it answers, what of the contract is in it, and which dialect it
speaks. `asking` and `trial` ask; all else makes something of the answers, and asks nobody."""
