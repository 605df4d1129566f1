"""The migrations of the tables, one file each in `versions`.

A change of `schema.py` needs a new migration here, with the next number; `HEAD` names the newest.
"""

HEAD = "0005"
