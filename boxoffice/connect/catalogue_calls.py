"""What is on sale, where, and at what price: the reading calls over the API's catalogue."""

from __future__ import annotations

from boxoffice.connect import mapping, operations, wire
from boxoffice.connect.errors import BadReply
from boxoffice.connect.paging import all_entities
from boxoffice.connect.sender import Sender
from boxoffice.domain.catalogue import (
    Area,
    Entrance,
    Event,
    Location,
    PriceCategory,
    PriceList,
    PriceType,
)
from boxoffice.domain.ids import EventId


class EventCalls:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def list(self) -> tuple[Event, ...]:
        """All events."""
        found = await all_entities(self._sender, operations.EVENTS, wire.EventWire, {})
        return tuple(mapping.event(e) for e in found if not e.deleted)

    async def get(self, event_id: EventId) -> Event:
        """One event. Raises BadReply where the server does not know it."""
        found = await all_entities(
            self._sender, operations.EVENTS, wire.EventWire, {"id": str(event_id)}
        )
        for event in found:
            if event.id == event_id:
                return mapping.event(event)
        raise BadReply(operations.EVENTS.name, f"there is no event {event_id}")


class VenueCalls:
    """Where events take place, and what they cost."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def locations(self) -> tuple[Location, ...]:
        found = await all_entities(self._sender, operations.LOCATIONS, wire.LocationWire, {})
        return tuple(mapping.location(e) for e in found if not e.deleted)

    async def areas(self, event_id: EventId) -> tuple[Area, ...]:
        found = await all_entities(
            self._sender, operations.AREAS, wire.AreaWire, {"id": str(event_id)}
        )
        return tuple(mapping.area(e) for e in found if not e.deleted)

    async def entrances(self, event_id: EventId) -> tuple[Entrance, ...]:
        """The doors of the event's place; those that have no place on the map are left out."""
        query = {"id": str(event_id)}
        found = await all_entities(self._sender, operations.ENTRANCES, wire.EntranceWire, query)
        doors = (mapping.entrance(e) for e in found if not e.deleted)
        return tuple(door for door in doors if door is not None)

    async def price_categories(self, event_id: EventId) -> tuple[PriceCategory, ...]:
        query = {"id": str(event_id)}
        operation = operations.PRICE_CATEGORIES
        found = await all_entities(self._sender, operation, wire.PriceCategoryWire, query)
        return tuple(mapping.price_category(e) for e in found if not e.deleted)

    async def price_types(self) -> tuple[PriceType, ...]:
        found = await all_entities(self._sender, operations.SALES_TYPES, wire.SalesTypeWire, {})
        return tuple(mapping.price_type(e) for e in found if not e.deleted)

    async def price_list(self, event_id: EventId) -> PriceList:
        query = {"id": str(event_id)}
        operation = operations.SALES_TYPE_PRICES
        found = await all_entities(self._sender, operation, wire.SalesTypePriceWire, query)
        return PriceList(dict(mapping.price(e) for e in found if not e.deleted))
