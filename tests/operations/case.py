"""What is shown of an operation: that it works, how it fails, and that a lost answer is found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.operations import Operation
from boxoffice.domain.ids import EventId, OrderId, SeatId
from boxoffice.domain.orders.order import Order
from boxoffice.domain.orders.payment import Payment, PaymentKind

EVENT = EventId(1)
SEAT = SeatId(1)


@dataclass(slots=True)
class World:
    """What a case finds when it begins. `key` is the key of its one intent.

    Attributes:
        open, sold: orders of two seats each, where the case asks for them.
    """

    open: Order | None = None
    sold: Order | None = None
    key: str = field(default_factory=new_key)

    @property
    def open_id(self) -> OrderId:
        assert self.open is not None
        return self.open.id

    @property
    def sold_id(self) -> OrderId:
        assert self.sold is not None
        return self.sold.id


Call = Callable[[ConnectClient, World], Awaitable[Any]]
Prepare = Callable[[ConnectClient, World], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Case:
    """One operation.

    Attributes:
        call: calls it so that it works.
        is_right: whether the result is what it should be; a write that returns nothing is looked
            at by what it did.
        wrong: calls it so that the service refuses; None where nothing it can be asked is wrong.
        code: what it is refused with.
        prepare: makes what the call needs.
    """

    operation: Operation
    call: Call
    is_right: Callable[[Any], bool]
    wrong: Call | None = None
    code: int = 404
    prepare: Prepare | None = None


async def with_open_order(client: ConnectClient, world: World) -> None:
    wanted = [SeatRequest(EVENT, SeatId(21)), SeatRequest(EVENT, SeatId(22))]
    world.open = await client.orders.reserve(None, wanted, new_key())


async def with_sold_order(client: ConnectClient, world: World) -> None:
    wanted = [SeatRequest(EVENT, SeatId(31)), SeatRequest(EVENT, SeatId(32))]
    order = await client.orders.reserve(None, wanted, new_key())
    await client.orders.complete(order.id, "BX-SOLD", paid(order), new_key())
    world.sold = await client.orders.get(order.id)


def paid(order: Order) -> list[Payment]:
    """In two ways: a voucher, and the rest by card."""
    part = order.lines[0].total
    rest = order.total - part
    payments = [Payment(PaymentKind.VOUCHER, part, part, "V-7")]
    return [*payments, Payment(PaymentKind.CARD, rest, rest, "T-8")] if rest.amount else payments
