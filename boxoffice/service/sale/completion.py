"""The completion of an order: all of its seats are sold or none, and only once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from boxoffice.domain.orders.barcode import new_barcode
from boxoffice.service.data import audit
from boxoffice.service.data.places import SeatChange
from boxoffice.service.data.schema import order_seats, orders, tickets
from boxoffice.service.data.status import COMPLETED, EXPIRED, FREE, OPEN, RESERVED, SOLD, VALID
from boxoffice.service.errors import Refusal
from boxoffice.service.lists import customers
from boxoffice.service.requests import CompleteOrder
from boxoffice.service.sale import holds
from boxoffice.service.sale.caller import Caller
from boxoffice.service.sale.orders import find, lost_of, places_of, reopen, require_open, total_of
from boxoffice.service.sale.payment_check import check_payment, lock_exchange
from boxoffice.service.sale.sales_check import check_sale
from boxoffice.service.sale.sales_period import closed_by_time
from boxoffice.service.sale.seating_cache import SeatingCache

_WITH_NUMBER = select(orders.c.id).where(orders.c.external_id == bindparam("number"))
_COLUMNS = (
    "status",
    "external_id",
    "completed",
    "hold_till",
    "payment",
    "operator",
    "exchange_of",
    "customer_id",
)
_COMPLETE = (
    update(orders)
    .where(orders.c.id == bindparam("order"))
    .values({name: bindparam(f"new_{name}") for name in _COLUMNS})
)
_REACTIVATE = (
    update(order_seats)
    .where(order_seats.c.order_id == bindparam("order"), order_seats.c.given_back.is_(False))
    .values(active=True)
)
_ISSUE = tickets.insert().inline()  # their ids are not needed


def complete(
    connection: Connection,
    caller: Caller,
    seating_cache: SeatingCache,
    order_id: int,
    request: CompleteOrder,
) -> None:
    """Sells all seats of the order; does nothing if it was completed with the same external id.

    An order whose hold ran out is sold if its seats are still free; else it is open again without
    those that are gone.

    Raises:
        Refusal: 409 if the order is cancelled or completed with another external id, if another
            order has its external id, an event is cancelled or a seat is lost; 422 if it is empty,
            not paid as it should be, the customer is unknown or a sales rule is broken.
    """
    info = request.process_info
    old = lock_exchange(connection, caller, order_id, info)
    order = find(connection, caller, order_id, to_change=True)
    external_id = request.external_order_reseller_id
    if order["status"] == COMPLETED and order["external_id"] == external_id:
        return
    if order["status"] not in (OPEN, EXPIRED):
        require_open(order)
    if connection.execute(_WITH_NUMBER, {"number": external_id}).first() is not None:
        raise Refusal(409, f"another order has the number {external_id}")
    seats = holds.lock_seats_of(connection, order_id)
    if order["status"] == EXPIRED and (lost := lost_of(connection, caller, seats)):
        reopen(connection, caller, order_id)
        reason = f"the hold ran out, and {len(lost)} of {len(seats)} seats are gone"
        raise Refusal(409, reason, items=lost, is_kept=True)
    if not seats:
        raise Refusal(422, "an order without seats cannot be completed")
    if info is not None and info.exchange_of is not None:
        _refuse_out_of_time(connection, caller, seats)
    check_payment(connection, caller, info, total_of(seats), order["currency"], old)
    customers.check_buyer(connection, info)
    check_sale(connection, caller, seating_cache, seats)
    places = places_of(seats)
    was = RESERVED
    if order["status"] == EXPIRED:
        was = FREE
        connection.execute(_REACTIVATE, {"order": order_id})
    _write_completion(connection, caller, order_id, request)
    _issue_tickets(connection, order_id, seats)
    caller.changes.append(SeatChange(places, order_id, was, SOLD))
    audit.record(
        connection,
        caller.clock.now(),
        audit.COMPLETED,
        counter=caller.counter,
        clerk=(info.operator or "") if info else "",
        order_id=order_id,
        seats=places,
        details={"number": external_id, "total": str(total_of(seats))},
    )


def _refuse_out_of_time(
    connection: Connection, caller: Caller, seats: Sequence[RowMapping]
) -> None:
    """Raises: Refusal: 409 names the seats whose event's times let nobody have them by exchange."""
    event_ids = {seat["event_id"] for seat in seats}
    closed = closed_by_time(connection, event_ids, caller.clock.now())
    items = {
        index: f"event {seat['event_id']} {closed[seat['event_id']]}"
        for index, seat in enumerate(seats)
        if seat["event_id"] in closed
    }
    if items:
        raise Refusal(409, next(iter(items.values())), items=items)


def _write_completion(
    connection: Connection, caller: Caller, order_id: int, request: CompleteOrder
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
        caller.clock.now(),
        None,
        payment,
        info.operator if info else "",
        info.exchange_of if info else None,
        info.customer_id if info else None,
    )
    new = {f"new_{name}": value for name, value in zip(_COLUMNS, written, strict=True)}
    connection.execute(_COMPLETE, {"order": order_id} | new)


def _issue_tickets(connection: Connection, order_id: int, seats: Sequence[RowMapping]) -> None:
    rows = [
        {
            "order_id": order_id,
            "event_id": seat["event_id"],
            "seat_id": seat["seat_id"],
            "barcode": new_barcode(),
            "price": seat["price"] + seat["fee"],
            "status": VALID,
        }
        for seat in seats
    ]
    connection.execute(_ISSUE, rows)
