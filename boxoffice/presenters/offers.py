"""An event's offer, put together of the server's lists."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.catalogue import Event, Location, Offer
from boxoffice.domain.ids import EventId


async def load_offer(client: ConnectClient, event: Event, location: Location | None) -> Offer:
    """All that map and order need of an event, its seats apart.

    Raises:
        ConnectError: a list could not be had.
    """
    areas, categories, types, prices, entrances, rules = await asyncio.gather(
        client.areas.list(event.id),
        client.price_categories.list(event.id),
        client.price_types.list(),
        client.prices.price_list(event.id),
        client.entrances.list(event.id),
        client.sales_rules.list(event.id),
    )
    return Offer(event, location, areas, categories, types, prices, entrances, rules)


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
                places = {place.id: place for place in await self._client.locations.list()}
                place = None if event.location_id is None else places.get(event.location_id)
                self.by_event[event_id] = await load_offer(self._client, event, place)
