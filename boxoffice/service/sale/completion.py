"""Completing: an order's seats are sold, all of them or none, once."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from boxoffice.domain.orders.barcode import new_barcode
from boxoffice.service.data import audit
from boxoffice.service.data.places import SeatChange
from boxoffice.service.data.schema import order_seats, orders, tickets
from boxoffice.service.data.status import COMPLETED, EXPIRED, FREE, OPEN, RESERVED, SOLD
from boxoffice.service.errors import Refusal
from boxoffice.service.lists import catalogue, customers
from boxoffice.service.requests import CompleteOrder
from boxoffice.service.sale import holds
from boxoffice.service.sale.caller import Desk
from boxoffice.service.sale.orders import find, places_of, require_open, total_of
from boxoffice.service.sale.sales_check import check_sale
from boxoffice.service.sale.seating_cache import Houses

_VALID = 0
_USED = select(orders.c.id).where(orders.c.external_id == bindparam("number"))
_WRITTEN = (
    "status",
    "external_id",
    "completed",
    "hold_till",
    "payment",
    "operator",
    "exchange_of",
    "customer_id",
)
_COMPLETED = (
    update(orders)
    .where(orders.c.id == bindparam("order"))
    .values({name: bindparam(f"new_{name}") for name in _WRITTEN})
)
_ACTIVE_AGAIN = (
    update(order_seats)
    .where(order_seats.c.order_id == bindparam("order"), order_seats.c.given_back.is_(False))
    .values(active=True)
)
_ISSUED = tickets.insert().inline()  # nobody asks for their numbers here


def complete(
    connection: Connection, desk: Desk, houses: Houses, order_id: int, request: CompleteOrder
) -> None:
    """Sells all seats of the order, once.

    Raises:
        Refusal: 409 for another external id, a cancelled order or event, or a lost seat; 422 for
            an empty order, a payment that is not its total, a customer nobody knows, or a broken
            sales rule.
    """
    order = find(connection, desk, order_id, to_change=True)
    external_id = request.external_order_reseller_id
    if order["status"] == COMPLETED and order["external_id"] == external_id:
        return
    if order["status"] not in (OPEN, EXPIRED):
        require_open(order)
    if connection.execute(_USED, {"number": external_id}).first() is not None:
        raise Refusal(409, f"another order has the number {external_id}")
    seats = holds.lock_seats_of(connection, order_id)
    if not seats:
        raise Refusal(422, "an order without seats cannot be completed")
    _check_payment(request, total_of(seats))
    customers.check_buyer(connection, request.process_info)
    check_sale(connection, desk, houses, seats)
    places = places_of(seats)
    was = RESERVED
    if order["status"] == EXPIRED:
        was = FREE
        _take_again(connection, desk, order_id, seats)
    _write_completion(connection, desk, order_id, request)
    _issue_tickets(connection, order_id, seats)
    desk.changes.append(SeatChange(places, order_id, was, SOLD))
    info = request.process_info
    audit.record(
        connection,
        desk.clock.now(),
        audit.COMPLETED,
        counter=desk.counter,
        clerk=(info.operator or "") if info else "",
        order_id=order_id,
        seats=places,
        details={"number": external_id, "total": str(total_of(seats))},
    )


def _take_again(
    connection: Connection, desk: Desk, order_id: int, seats: Sequence[RowMapping]
) -> None:
    """Raises: Refusal: 409, a seat is somebody else's by now, or its event was taken out."""
    there = {
        event_id: catalogue.is_there(connection, event_id)
        for event_id in {seat["event_id"] for seat in seats}
    }
    lost = [
        index
        for index, seat in enumerate(seats)
        if seat["state"] != FREE or not there[seat["event_id"]]
    ]
    if lost:
        owners = [seats[index]["owner"] for index in lost]
        holds.require_held(connection, owners, desk.clock.now())
        raise Refusal(
            409,
            "the hold ran out and seats are gone",
            items={index: f"seat {seats[index]['seat_id']} is gone" for index in lost},
        )
    connection.execute(_ACTIVE_AGAIN, {"order": order_id})


def _check_payment(request: CompleteOrder, total: Decimal) -> None:
    info = request.process_info
    if info is None or not info.payments:
        return
    paid = sum((payment.amount for payment in info.payments), Decimal(0))
    # The payment of an exchange is the difference to the old order.
    if paid != total and info.exchange_of is None:
        reason = f"{paid} paid, the order costs {total}"
        raise Refusal(422, reason, fields=[("process_info.payments", reason)])


def _write_completion(
    connection: Connection, desk: Desk, order_id: int, request: CompleteOrder
) -> None:
    info = request.process_info
    payment: dict[str, Any] | None = None
    if info is not None:
        payment = {
            "payment_type": info.payment_type,
            "payments": [
                {"payment_type": p.payment_type, "amount": str(p.amount), "reference": p.reference}
                for p in info.payments
            ],
            "tendered": None if info.tendered is None else str(info.tendered),
            "change": None if info.change is None else str(info.change),
            "comment": info.comment,
        }
    written = (
        COMPLETED,
        request.external_order_reseller_id,
        desk.clock.now(),
        None,
        payment,
        info.operator if info else "",
        info.exchange_of if info else None,
        info.customer_id if info else None,
    )
    new = {f"new_{name}": value for name, value in zip(_WRITTEN, written, strict=True)}
    connection.execute(_COMPLETED, {"order": order_id} | new)


def _issue_tickets(connection: Connection, order_id: int, seats: Sequence[RowMapping]) -> None:
    rows = [
        {
            "order_id": order_id,
            "event_id": seat["event_id"],
            "seat_id": seat["seat_id"],
            "barcode": new_barcode(),
            "price": seat["price"] + seat["fee"],
            "status": _VALID,
        }
        for seat in seats
    ]
    connection.execute(_ISSUED, rows)
