"""The numbers by which the API tells the members of closed sets; None for what it never tells."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from boxoffice.domain.catalogue import EventStatus
from boxoffice.domain.closed_sets import complete
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.domain.seats.seat import SeatState

E = TypeVar("E", bound=Enum)

PAYMENT_CODES = complete(
    PaymentKind,
    {PaymentKind.CASH: 1, PaymentKind.CARD: 2, PaymentKind.VOUCHER: 3, PaymentKind.INVOICE: 4},
)
UNPAID, MIXED = 0, 5  # of a whole order, beside those of its payments
ORDER_CODES = complete(
    OrderStatus,
    {
        OrderStatus.OPEN: 0,
        OrderStatus.COMPLETED: 1,
        OrderStatus.CANCELLED: 2,
        OrderStatus.EXPIRED: 3,
        OrderStatus.OTHER: 4,
    },
)
EVENT_CODES = complete(
    EventStatus,
    {
        EventStatus.DRAFT: 0,
        EventStatus.ON_SALE: 1,
        EventStatus.SOLD_OUT: 2,
        EventStatus.CANCELLED: 3,
        EventStatus.ENDED: 4,
        EventStatus.OTHER: 5,
    },
)
BLOCKED_SEAT = 3
SEAT_CODES = complete(
    SeatState,
    {
        SeatState.FREE: 0,
        SeatState.RESERVED: 1,
        SeatState.SOLD: 2,
        SeatState.BLOCKED: BLOCKED_SEAT,
        SeatState.OTHER: 4,
        SeatState.MINE: None,
        SeatState.PENDING: None,
    },
)


def by_code(codes: Mapping[E, int | None]) -> dict[int, E]:
    """The members by their numbers."""
    return {code: member for member, code in codes.items() if code is not None}
