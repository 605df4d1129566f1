"""Simulated counters: they take, sell, give back and leave, so that a map lives."""

from __future__ import annotations

import asyncio
import logging
import random
import secrets

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, new_key
from boxoffice.connect.errors import ConnectError
from boxoffice.domain.catalogue import Area, Event, EventStatus
from boxoffice.domain.orders.order import Order
from boxoffice.domain.orders.payment import Payment, PaymentKind

_log = logging.getLogger(__name__)
_PARTIES = (1, 2, 2, 2, 3, 4)
_AFTER_FAILURE = 2.0


async def run_counters(address: str, token: str, count: int) -> None:
    """Lets `count` counters work until this is cancelled."""
    client = ConnectClient(address, token)
    try:
        async with asyncio.TaskGroup() as group:
            for number in range(count):
                group.create_task(_Counter(client, random.Random(number)).work())  # noqa: S311
    finally:
        await client.aclose()


class _Counter:
    def __init__(self, client: ConnectClient, rng: random.Random) -> None:
        self._client = client
        self._rng = rng
        self._areas: dict[int, list[Area]] = {}

    async def work(self) -> None:
        while True:
            try:
                await self._serve_one()
            except ConnectError as error:
                _log.debug("a simulated counter was refused: %s", error)
                await asyncio.sleep(_AFTER_FAILURE)

    async def _serve_one(self) -> None:
        await self._think()
        events = [e for e in await self._client.events.list() if e.status is EventStatus.ON_SALE]
        if not events:
            await asyncio.sleep(_AFTER_FAILURE)
            return
        event = self._rng.choice(events[:3])
        request = BestSeatsRequest(
            event.id, self._rng.choice(_PARTIES), area_id=(await self._area(event)).id
        )
        order = await self._client.orders.reserve_best(None, request, new_key())
        await self._think()
        await self._finish(order)

    async def _area(self, event: Event) -> Area:
        if event.id not in self._areas:
            found = await self._client.areas.list(event.id)
            self._areas[event.id] = [a for a in found if a.kind.has_places]
        return self._rng.choice(self._areas[event.id])

    async def _finish(self, order: Order) -> None:
        """Mostly a sale; sometimes one seat fewer, sometimes nothing."""
        mood = self._rng.random()
        orders = self._client.orders
        if mood < 0.25:
            await orders.cancel(order.id, new_key())
            return
        if mood < 0.4 and len(order.lines) > 1:
            line = order.lines[0]
            await orders.release_seat(order.id, line.event_id, line.seat_id, new_key())
            order = await orders.get(order.id)
        payment = Payment(PaymentKind.CASH, order.total, order.total)
        await orders.complete(order.id, f"BX-SIM-{secrets.token_hex(10)}", [payment], new_key())

    async def _think(self) -> None:
        await asyncio.sleep(self._rng.uniform(0.4, 2.5))
