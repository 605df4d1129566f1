"""A sale as the counter does it: what is not known is asked again with the same key."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import ConnectError, OutcomeUnknown, Unreachable
from boxoffice.domain.ids import EventId, OrderId, PriceTypeId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import doubt_about
from boxoffice.domain.orders.payment import Payment, PaymentKind
from tests.faults.stage import CARD, PERSON, Stage
from tests.service_fixture import FIRST_EVENT, REDUCED
from tests.waiting import PATIENCE

T = TypeVar("T")
EVENT = EventId(FIRST_EVENT)
STEPS = ("reserve", "price", "complete", "tickets")


@dataclass(frozen=True, slots=True)
class Intent:
    """What one buyer wants: these seats, once. Its keys are its own from the first attempt on."""

    number: str
    seats: tuple[SeatId, ...] = (SeatId(1), SeatId(2))
    keys: dict[str, str] = field(default_factory=lambda: {step: new_key() for step in STEPS})


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the server acknowledged."""

    intent: Intent
    order_id: OrderId
    total: Money
    barcodes: frozenset[str]


async def pay(
    client: ConnectClient, order_id: OrderId, number: str, total: Money, key: str
) -> None:
    """Completes an order by card."""
    payment = Payment(PaymentKind.CARD, total, total, CARD)
    await client.orders.complete(order_id, number, [payment], key, operator=PERSON)


async def until_known(
    stage: Stage, call: Callable[[], Awaitable[T]], patience: float = PATIENCE
) -> T:
    """Asks until the outcome is known: after OutcomeUnknown, or Unreachable, once more the same."""
    ends = time.monotonic() + patience
    while True:
        try:
            return await call()
        except (OutcomeUnknown, Unreachable) as error:
            stage.note(error)
            if time.monotonic() > ends:
                raise
            await asyncio.sleep(0.05)  # as a clerk who presses the button again
        except ConnectError as error:
            stage.note(error)
            raise


async def sell(
    stage: Stage,
    client: ConnectClient,
    intent: Intent,
    before: Callable[[str], object] = lambda _: None,
) -> Receipt:
    """Two seats, one of them reduced, paid, with tickets. `before` is told each step's name."""
    orders, keys = client.orders, intent.keys
    wanted = [SeatRequest(EVENT, seat) for seat in intent.seats]
    before("reserve")
    order = await until_known(stage, lambda: orders.reserve(None, wanted, keys["reserve"]))
    seat, reduced = intent.seats[0], PriceTypeId(REDUCED)
    before("price")
    await until_known(
        stage, lambda: orders.set_price_type(order.id, EVENT, seat, reduced, keys["price"])
    )
    held = await until_known(stage, lambda: orders.get(order.id))
    assert doubt_about(held) is None, f"no money for this: {doubt_about(held)}"
    before("complete")
    key = keys["complete"]
    await until_known(stage, lambda: pay(client, held.id, intent.number, held.total, key))
    before("tickets")
    tickets = await until_known(stage, lambda: orders.tickets(order.id))
    return Receipt(intent, order.id, held.total, frozenset(t.barcode for t in tickets))
