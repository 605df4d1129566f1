"""The steps by which the tables came to be as they are, one file of `versions` each.

A change of `schema.py` is a new step here, with the number after the last; `HEAD` names it.
"""

HEAD = "0001"
