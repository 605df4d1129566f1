"""A sale: seats are held for one buyer, priced, sold, and given back.

`orders.py` has the steps of an order but for its completion in `completion.py`; `holds.py` decides
who has a seat. All of them note their changes of seats in the `Caller`, and these are written last.
"""
