"""The Connect service that the program brings along, for one counter or a whole venue.

A request goes down through the rooms: `process` listens, `api` admits it and opens a transaction,
`imports`, `sale` or `lists` do what it asks, and `data` keeps it. `allocation` chooses best seats,
and `venues` has the demo venues.
"""
