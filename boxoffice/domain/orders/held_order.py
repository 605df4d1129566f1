"""An order that is put together at this counter, as it is kept in case the program ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from boxoffice.domain.ids import OrderId, Place
from boxoffice.domain.orders.customer import Customer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import OrderLine
from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.orders.reservation import BestSeatsRequest, SeatRequest


@dataclass(frozen=True, slots=True)
class HeldOrder:
    """An order that holds seats, or a reservation that was on its way and may have made one.

    Attributes:
        key: of the reservation that made it, or was to make it: repeated with it, the server gives
            the same order.
        address: of the server.
        begun_at: when it was begun, by the counter's clock.
        seats, best: what was asked for, one or the other.
        order_id: None until the server has answered.
        created_at: when the server made it; an order of this number made at another time is none
            of ours.
        lines: what it held when it was kept last.
        exchange: the sold seats that it replaces.
        parts: what of its price was taken already.
    """

    key: str = field(repr=False)
    address: str
    begun_at: datetime
    seats: tuple[SeatRequest, ...] = ()
    best: BestSeatsRequest | None = None
    order_id: OrderId | None = None
    created_at: datetime | None = None
    lines: tuple[OrderLine, ...] = ()
    name: str = field(default="", repr=False)
    customer: Customer | None = None
    exchange: Exchange | None = None
    parts: tuple[Payment, ...] = ()
    parked_at: datetime | None = None

    @property
    def places(self) -> frozenset[Place]:
        return frozenset(line.place for line in self.lines)
