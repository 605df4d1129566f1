"""Orders: seats held for one buyer, priced by the server, completed all or none."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, RowMapping, select, update

from boxoffice.service import catalogue, customers, holds, pricing
from boxoffice.service.errors import Refusal, not_found
from boxoffice.service.holds import CANCELLED, COMPLETED, EXPIRED, OPEN, Place
from boxoffice.service.requests import CompleteOrder, SearchPattern
from boxoffice.service.schema import order_seats, orders, tickets

_EVENT_ON_SALE = 1
_MOST_SEATS = 500
_VALID, _VOID = 0, 1


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose orders are handled, and how long a hold lasts."""

    credential_id: int
    hold_seconds: float

    def hold_till(self) -> float:
        return time.time() + self.hold_seconds


def find(connection: Connection, desk: Desk, order_id: int) -> RowMapping:
    """The order's row.

    Raises:
        Refusal: 404, it does not exist, or is somebody else's.
    """
    query = select(orders).where(orders.c.id == order_id)
    row = connection.execute(query).mappings().first()
    if row is None or row["credential_id"] != desk.credential_id:
        raise not_found("order", order_id)
    return row


def seats_of(connection: Connection, order_id: int) -> list[RowMapping]:
    """The seats the order has, in the order they were taken."""
    table = order_seats
    query = select(table).where(table.c.order_id == order_id, table.c.given_back.is_(False))
    return list(connection.execute(query.order_by(table.c.position)).mappings())


def total_of(seats: Sequence[RowMapping]) -> Decimal:
    return sum((seat["price"] + seat["fee"] for seat in seats), Decimal("0.00"))


def reserve(
    connection: Connection, desk: Desk, order_ref: str | None, wanted: Sequence[SearchPattern]
) -> int:
    """Takes all the seats or none, into the order or a new one, and returns the order's id.

    Raises:
        Refusal: 409 names the seats that are lost; 404 and 422 what makes no sense.
    """
    places = [_place(pattern, index) for index, pattern in enumerate(wanted)]
    if len(set(places)) != len(places):
        raise Refusal(422, "a seat is named twice")
    order_id = _open_order(connection, desk, order_ref, {event for event, _ in places})
    position = len(seats_of(connection, order_id))
    if position + len(places) > _MOST_SEATS:
        raise Refusal(422, f"an order has no more than {_MOST_SEATS} seats")
    for index, (pattern, (event_id, seat_id)) in enumerate(zip(wanted, places, strict=True)):
        priced = pricing.price(connection, event_id, seat_id, pattern.sales_type_id, index)
        _put_seat(connection, order_id, event_id, seat_id, position + index, priced)
    lost = holds.take(connection, order_id, places)
    if lost:
        raise Refusal(
            409, f"{len(lost)} of {len(places)} seats are taken",
            items={index: f"seat {places[index][1]} is taken" for index in lost},
        )  # fmt: skip
    return order_id


def _place(pattern: SearchPattern, index: int) -> Place:
    if pattern.seat_id is None:
        raise Refusal(
            422, "seat_id is missing", fields=[(f"seats_info[{index}].seat_id", "missing")]
        )
    return pattern.event_id, pattern.seat_id


def _put_seat(
    connection: Connection, order_id: int, event_id: int, seat_id: int, position: int,
    priced: pricing.Priced,
) -> None:  # fmt: skip
    # A seat that was given back and is taken again has a row already.
    key = (
        order_seats.c.order_id == order_id,
        order_seats.c.event_id == event_id,
        order_seats.c.seat_id == seat_id,
        order_seats.c.given_back.is_(True),
    )
    connection.execute(order_seats.delete().where(*key))
    held = select(order_seats.c.seat_id).where(*key[:3])
    if connection.execute(held).first() is not None:
        raise Refusal(409, "the order has this seat already", items={0: f"seat {seat_id} is taken"})
    values = {"order_id": order_id, "event_id": event_id, "seat_id": seat_id,
              "position": position, "given_back": False}  # fmt: skip
    connection.execute(order_seats.insert().values(**values, **priced.columns()))


def _open_order(
    connection: Connection, desk: Desk, order_ref: str | None, event_ids: set[int]
) -> int:
    """The open order that is meant, its hold renewed, or a new one.

    Raises:
        Refusal: it is not open, an event is not on sale, or currencies differ.
    """
    currencies = set()
    for event_id in event_ids:
        row = catalogue.event(connection, event_id)
        if row["status"] != _EVENT_ON_SALE:
            raise Refusal(409, f"event {event_id} is not on sale")
        currencies.add(row["currency"])
    if not order_ref:
        if len(currencies) > 1:
            raise Refusal(409, "an order has one currency")
        return _new_order(connection, desk, currencies.pop())
    if not (order_ref.isascii() and order_ref.isdigit()):
        raise not_found("order", order_ref)
    order = find(connection, desk, int(order_ref))
    _require_open(order)
    if currencies != {order["currency"]}:
        raise Refusal(409, "an order has one currency")
    renew(connection, desk, order["id"])
    return int(order["id"])


def _new_order(connection: Connection, desk: Desk, currency: str) -> int:
    inserted = orders.insert().values(
        credential_id=desk.credential_id, status=OPEN, currency=currency,
        created=time.time(), hold_till=desk.hold_till(), refunded=Decimal("0.00"),
    ).returning(orders.c.id)  # fmt: skip
    return int(connection.execute(inserted).scalar_one())


def renew(connection: Connection, desk: Desk, order_id: int) -> None:
    connection.execute(
        update(orders).where(orders.c.id == order_id).values(hold_till=desk.hold_till())
    )


def _require_open(order: RowMapping) -> None:
    if order["status"] != OPEN:
        state = {COMPLETED: "completed", CANCELLED: "cancelled", EXPIRED: "expired"}
        raise Refusal(409, f"order {order['id']} is {state.get(order['status'], 'not open')}")


def change_price_type(
    connection: Connection, desk: Desk, order_id: int, place: Place, sales_type_id: int
) -> None:
    """Prices one seat anew and renews the hold; the same type again only renews."""
    order = find(connection, desk, order_id)
    _require_open(order)
    seat = _seat(connection, order_id, place)
    if seat["sales_type_id"] != sales_type_id:
        priced = pricing.price(connection, *place, sales_type_id, 0)
        connection.execute(
            update(order_seats)
            .where(
                order_seats.c.order_id == order_id,
                order_seats.c.event_id == place[0],
                order_seats.c.seat_id == place[1],
            )
            .values(**priced.columns())
        )
    renew(connection, desk, order_id)


def _seat(connection: Connection, order_id: int, place: Place) -> RowMapping:
    for seat in seats_of(connection, order_id):
        if (seat["event_id"], seat["seat_id"]) == place:
            return seat
    raise not_found("seat in this order:", place[1])


def complete(connection: Connection, desk: Desk, order_id: int, request: CompleteOrder) -> None:
    """Sells all seats of the order, once.

    Raises:
        Refusal: 409 for another external id, a cancelled order or a lost seat; 422 for an empty
            order, a payment that is not its total, or a customer nobody knows.
    """
    order = find(connection, desk, order_id)
    external_id = request.external_order_reseller_id
    if order["status"] == COMPLETED and order["external_id"] == external_id:
        return
    if order["status"] not in (OPEN, EXPIRED):
        _require_open(order)
    used = select(orders.c.id).where(orders.c.external_id == external_id)
    if connection.execute(used).first() is not None:
        raise Refusal(409, f"another order has the number {external_id}")
    seats = seats_of(connection, order_id)
    if not seats:
        raise Refusal(422, "an order without seats cannot be completed")
    _check_payment(request, total_of(seats))
    customers.check_buyer(connection, request.process_info)
    places = [(seat["event_id"], seat["seat_id"]) for seat in seats]
    if order["status"] == EXPIRED:
        _take_again(connection, order_id, places)
    holds.sell(connection, order_id)
    _write_completion(connection, order_id, request)
    _issue_tickets(connection, order_id, seats)


def _take_again(connection: Connection, order_id: int, places: Sequence[Place]) -> None:
    """Raises: Refusal: 409, a seat is somebody else's by now, or its event was taken out."""
    there = {event_id: catalogue.is_there(connection, event_id) for event_id, _ in places}
    taken = holds.take(connection, order_id, places)
    lost = {i for i, (event_id, _) in enumerate(places) if i in taken or not there[event_id]}
    if lost:
        raise Refusal(
            409, "the hold ran out and seats are gone",
            items={index: f"seat {places[index][1]} is gone" for index in lost},
        )  # fmt: skip


def _check_payment(request: CompleteOrder, total: Decimal) -> None:
    info = request.process_info
    if info is None or not info.payments:
        return
    paid = sum((payment.amount for payment in info.payments), Decimal(0))
    # The payment of an exchange is the difference to the old order.
    if paid != total and info.exchange_of is None:
        reason = f"{paid} paid, the order costs {total}"
        raise Refusal(422, reason, fields=[("process_info.payments", reason)])


def _write_completion(connection: Connection, order_id: int, request: CompleteOrder) -> None:
    info = request.process_info
    payment = None
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
    connection.execute(
        update(orders)
        .where(orders.c.id == order_id)
        .values(
            status=COMPLETED, external_id=request.external_order_reseller_id,
            completed=time.time(), hold_till=None, payment=payment,
            operator=info.operator if info else "",
            exchange_of=info.exchange_of if info else None,
            customer_id=info.customer_id if info else None,
        )
    )  # fmt: skip


def _issue_tickets(connection: Connection, order_id: int, seats: Sequence[RowMapping]) -> None:
    rows = [
        {"order_id": order_id, "event_id": seat["event_id"], "seat_id": seat["seat_id"],
         "barcode": secrets.token_hex(8).upper(), "price": seat["price"] + seat["fee"],
         "status": _VALID}
        for seat in seats
    ]  # fmt: skip
    connection.execute(tickets.insert(), rows)


def cancel(connection: Connection, desk: Desk, order_id: int) -> None:
    """Frees the order's seats; of a completed one, voids its tickets and keeps it. Repeatable."""
    order = find(connection, desk, order_id)
    if order["status"] == CANCELLED:
        return
    seats = seats_of(connection, order_id)
    values: dict[str, Any] = {"status": CANCELLED, "hold_till": None}
    if order["status"] == COMPLETED:
        values["refunded"] = order["refunded"] + total_of(seats)
        _void(connection, order_id, None)
    holds.free(connection, order_id)
    connection.execute(update(orders).where(orders.c.id == order_id).values(**values))


def give_back(
    connection: Connection, desk: Desk, order_id: int, event_id: int | None, seat_id: int | None
) -> None:
    """Gives back one seat, those of one event, or all; of a completed order, with a refund.

    Raises:
        Refusal: 404, the order has no such seat; 409, it is cancelled or has expired.
    """
    order = find(connection, desk, order_id)
    if order["status"] != COMPLETED:
        _require_open(order)
    seats = [
        seat
        for seat in seats_of(connection, order_id)
        if event_id in (None, seat["event_id"]) and seat_id in (None, seat["seat_id"])
    ]
    if seat_id is not None and not seats:
        raise not_found("seat in this order:", seat_id)
    places = [(seat["event_id"], seat["seat_id"]) for seat in seats]
    holds.free(connection, order_id, places)
    if order["status"] == COMPLETED:
        _void(connection, order_id, places)
        refunded = order["refunded"] + total_of(seats)
        connection.execute(update(orders).where(orders.c.id == order_id).values(refunded=refunded))
    else:
        renew(connection, desk, order_id)
    for event, seat in places:
        connection.execute(
            update(order_seats)
            .where(
                order_seats.c.order_id == order_id,
                order_seats.c.event_id == event,
                order_seats.c.seat_id == seat,
            )
            .values(given_back=True)
        )


def _void(connection: Connection, order_id: int, places: Sequence[Place] | None) -> None:
    voided = update(tickets).where(tickets.c.order_id == order_id).values(status=_VOID)
    if places is None:
        connection.execute(voided)
        return
    for event_id, seat_id in places:
        connection.execute(
            voided.where(tickets.c.event_id == event_id, tickets.c.seat_id == seat_id)
        )
