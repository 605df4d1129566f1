"""More polls than the pool has connections, begun and cancelled at any moment, and then a sale.

A cancelled request can cost a connection pool a slot for good (httpcore issue 1093); nobody may
notice it.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from dataclasses import dataclass

from boxoffice.connect.client import ConnectClient, Deadlines, SeatRequest, new_key
from boxoffice.connect.errors import Unreachable
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from tests.service_fixture import Running
from tests.waiting import PATIENCE

EVENT = EventId(1)
_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of it.

    Attributes:
        sale_seconds: how long the sale took, begun while the last polls were being cancelled.
        poll_seconds: how long the first whole poll afterwards took, with retries.
    """

    begun: int
    cancelled: int
    finished: int
    sale_seconds: float
    poll_seconds: float


async def contend(service: Running, polls: int, seed: int = 1) -> Seen:
    """Begins and cancels polls, sells two seats, and polls once more.

    Raises:
        AssertionError: the sale is not what it should be.
        ConnectError: it could not be made.
    """
    rng = random.Random(seed)
    client = ConnectClient(
        service.address, service.token, deadlines=Deadlines(slot=1.0), pause=0.05
    )
    cancelled = finished = 0
    for start in range(0, polls, _AT_ONCE):
        some = [
            asyncio.create_task(client.seats.status(EVENT))
            for _ in range(min(_AT_ONCE, polls - start))
        ]
        for task in some:
            if rng.random() < 0.3:
                await asyncio.sleep(rng.random() * 0.01)
            task.cancel()
        results = await asyncio.gather(*some, return_exceptions=True)
        lost = sum(isinstance(result, asyncio.CancelledError) for result in results)
        cancelled += lost
        finished += len(some) - lost
    sale_seconds = await _sell(client)
    poll_seconds = await _poll(client)
    await client.aclose()
    return Seen(polls, cancelled, finished, sale_seconds, poll_seconds)


async def _sell(client: ConnectClient) -> float:
    began = time.monotonic()
    wanted = [SeatRequest(EVENT, SeatId(1)), SeatRequest(EVENT, SeatId(2))]
    order = await client.orders.reserve(None, wanted, new_key())
    payment = Payment(PaymentKind.CASH, order.total, order.total)
    await client.orders.complete(order.id, "BX-AFTER", [payment], new_key())
    assert (await client.orders.get(order.id)).status is OrderStatus.COMPLETED
    return time.monotonic() - began


async def _poll(client: ConnectClient) -> float:
    """The lane that may have lost all of its slots is whole again, by itself."""
    began = time.monotonic()
    async with asyncio.timeout(PATIENCE):
        while True:
            with contextlib.suppress(Unreachable):
                delta = await client.seats.status(EVENT)
                assert len(delta.seat_ids) == 80
                return time.monotonic() - began
