"""What a seat and an order can be, as the tables keep it."""

FREE, RESERVED, SOLD, BLOCKED = range(4)
# Added to the status of a seat that was taken out of the house: no question for free, sold or
# blocked seats finds it, and when it comes back it is what it was.
GONE = 4
OPEN, COMPLETED, CANCELLED, EXPIRED = range(4)
