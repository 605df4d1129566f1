"""The status codes that the tables keep, of seats, orders, events and tickets."""

# A seat of an event.
FREE, RESERVED, SOLD, BLOCKED = range(4)
# Added to the status of a seat that was taken out of the house: no query for free, sold or blocked
# seats finds it, and when the seat comes back its status is what it was.
GONE = 4

# An order.
OPEN, COMPLETED, CANCELLED, EXPIRED = range(4)

# An event, as the API has it; the other values mean nothing to the service.
ON_SALE, CALLED_OFF = 1, 3

# A ticket.
VALID, VOID = range(2)
