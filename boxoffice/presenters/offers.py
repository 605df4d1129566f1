"""An event's offer, put together of the server's lists."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable
from typing import TypeVar

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import Refused
from boxoffice.domain.catalogue import Event, Location, Offer, PriceList
from boxoffice.domain.ids import EventId

T = TypeVar("T")
_NOT_OFFERED = (404, 405, 501)


async def load_offer(client: ConnectClient, event: Event, location: Location | None) -> Offer:
    """All that map and order need of an event, its seats apart. What the server does not offer
    is empty.

    Raises:
        ConnectError: a list could not be had.
    """
    areas, categories, types, prices, entrances, rules = await asyncio.gather(
        if_offered(client.areas.list(event.id), ()),
        if_offered(client.price_categories.list(event.id), ()),
        if_offered(client.price_types.list(), ()),
        if_offered(client.prices.price_list(event.id), PriceList({})),
        if_offered(client.entrances.list(event.id), ()),
        if_offered(client.sales_rules.list(event.id), ()),
    )
    return Offer(event, location, areas, categories, types, prices, entrances, rules)


async def if_offered(asked: Awaitable[T], otherwise: T) -> T:
    """What was asked for, or `otherwise` where the server does not have the operation."""
    try:
        return await asked
    except Refused as refused:
        if refused.code not in _NOT_OFFERED:
            raise
        return otherwise


class KnownOffers:
    """The offers of events that are not on the map: loaded when they are needed first, and kept.

    Attributes:
        by_event: those that are known.
    """

    def __init__(self, client: ConnectClient) -> None:
        self._client = client
        self.by_event: dict[EventId, Offer] = {}

    async def know(self, event_ids: Iterable[EventId]) -> None:
        """From now on these events are known.

        Raises:
            ConnectError: one of them could not be had.
        """
        for event_id in dict.fromkeys(event_ids):
            if event_id not in self.by_event:
                event = await self._client.events.get(event_id)
                listed = await if_offered(self._client.locations.list(), ())
                places = {place.id: place for place in listed}
                place = None if event.location_id is None else places.get(event.location_id)
                self.by_event[event_id] = await load_offer(self._client, event, place)
