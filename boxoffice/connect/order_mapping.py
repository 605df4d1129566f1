"""Orders, tickets, payments and customers: from the wire to the domain, and back."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from boxoffice.connect import wire
from boxoffice.connect.codes import MIXED, ORDER_CODES, PAYMENT_CODES, UNPAID, by_code
from boxoffice.connect.mapping import maybe
from boxoffice.domain.ids import (
    AreaId,
    CustomerId,
    EventId,
    OrderId,
    PriceCategoryId,
    PriceTypeId,
    SeatId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.order import Order, OrderLine, OrderStatus
from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.orders.ticket import Ticket

_DATE_LAG = 2.0
_LONG_AGO = 60.0  # seconds
_ORDER_STATUS = by_code(ORDER_CODES)


def order(found: wire.OrderWire, server_now: float | None) -> Order:
    """The order. `server_now` is the server's clock in seconds; without it the hold goes by ours.

    Never longer than it lasts: the server's `Date` cuts fractions and may itself be a second old.
    The hold of an order that is open cannot have ended long ago: it is not told then, and the
    server knows.
    """
    now = time.time() if server_now is None else server_now
    status = _ORDER_STATUS.get(found.status, OrderStatus.OTHER)
    left = None if found.hold_till is None else found.hold_till.timestamp() - now - _DATE_LAG
    if status is OrderStatus.OPEN and left is not None and left < -_LONG_AGO:
        left = None
    return Order(
        id=OrderId(found.id),
        status=status,
        currency=found.currency,
        total=Money(found.total, found.currency),
        lines=tuple(order_line(seat) for seat in found.seats),
        external_id=found.external_order_reseller_id,
        hold_seconds=left,
        created_at=found.created,
        completed_at=found.completed,
        refunded=None if found.refunded is None else Money(found.refunded, found.currency),
        customer_id=maybe(CustomerId, found.customer_id),
        operator=found.operator,
        exchange_of=maybe(OrderId, found.exchange_of),
    )


def in_currency(lines: object, currency: object) -> object:
    """Lines of an order as they came; one without a currency is in that of the order."""
    if not isinstance(lines, list):
        return lines
    return [
        {**each, "currency": currency}
        if isinstance(each, dict) and each.get("currency") is None
        else each
        for each in lines
    ]


def order_line(found: wire.SeatInOrderWire) -> OrderLine:
    return OrderLine(
        event_id=EventId(found.event_id),
        seat_id=SeatId(found.seat_id),
        area_id=AreaId(found.area_id),
        area_name=found.area_name,
        row=found.row,
        number=found.number,
        category_id=PriceCategoryId(found.price_category_id),
        price_type_id=PriceTypeId(found.sales_type_id),
        price=Money(found.price, found.currency),
        fee=Money(found.fee or Decimal(0), found.currency),
        vat_rate=found.vat_rate or Decimal(0),
        external_event_id=found.external_event_id,
        external_seat_id=found.external_seat_id,
        external_price_type_id=found.external_sales_type_id,
    )


def tickets(found: wire.ContainerWire) -> Iterator[Ticket]:
    event_id = found.ticket.event.id if found.ticket.event else None
    for each in found.ticket.tickets:
        is_priced = each.price is not None and each.currency is not None
        yield Ticket(
            each.external_ticket_id,
            each.barcode,
            SeatId(each.seat_id or 0),
            each.status == 0,
            maybe(EventId, event_id),
            Money(each.price or Decimal(0), each.currency or "") if is_priced else None,
        )


def process_info(payments: Sequence[Payment]) -> dict[str, Any]:
    """How an order was paid, in the API's form: no payment, one, or a mix."""
    kinds = {PAYMENT_CODES[payment.kind] for payment in payments}
    paid = [
        {"payment_type": PAYMENT_CODES[p.kind], "amount": p.amount.amount, "reference": p.reference}
        for p in payments
    ]
    return {
        "payment_type": kinds.pop() if len(kinds) == 1 else MIXED if kinds else UNPAID,
        "payments": paid,
        "tendered": sum((p.tendered.amount for p in payments), Decimal(0)),
        "change": sum((p.change.amount for p in payments), Decimal(0)),
    }


def customer(found: wire.CustomerWire) -> Customer:
    details = NewCustomer(
        found.first_name,
        found.last_name,
        found.email,
        found.scope or 0,
        found.phone,
        found.street,
        found.zip,
        found.city,
        found.country_code,
    )
    return Customer(CustomerId(found.id), details)
