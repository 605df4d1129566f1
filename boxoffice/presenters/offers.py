"""An event's offer, put together of the server's lists."""

from __future__ import annotations

import asyncio

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.catalogue import Event, Location, Offer


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
