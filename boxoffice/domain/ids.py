"""The identities of things. All are 64-bit integers given by the server."""

from typing import NamedTuple, NewType

EventId = NewType("EventId", int)
LocationId = NewType("LocationId", int)
AreaId = NewType("AreaId", int)
EntranceId = NewType("EntranceId", int)
SeatId = NewType("SeatId", int)
PriceCategoryId = NewType("PriceCategoryId", int)
PriceTypeId = NewType("PriceTypeId", int)
OrderId = NewType("OrderId", int)
OrganizerId = NewType("OrganizerId", int)
EventSetId = NewType("EventSetId", int)
EventCategoryId = NewType("EventCategoryId", int)
CountryId = NewType("CountryId", int)
SalesRuleId = NewType("SalesRuleId", int)
CustomerId = NewType("CustomerId", int)
TicketSystemId = NewType("TicketSystemId", int)


class Place(NamedTuple):
    """A seat of an event: what an order has. The same seat is another place on another evening."""

    event_id: EventId
    seat_id: SeatId
