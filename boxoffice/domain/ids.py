"""The identities of things. All are 64-bit integers given by the server."""

from typing import NewType

EventId = NewType("EventId", int)
LocationId = NewType("LocationId", int)
AreaId = NewType("AreaId", int)
SeatId = NewType("SeatId", int)
PriceCategoryId = NewType("PriceCategoryId", int)
PriceTypeId = NewType("PriceTypeId", int)
OrderId = NewType("OrderId", int)
