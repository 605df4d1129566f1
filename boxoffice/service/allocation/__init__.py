"""Best seats: those that a clerk with the plan before her would choose. Pure: no database.

`best_seats.py` says what is best and has the one function that other rooms call; `seating.py` is
the geometry that it works on.
"""
