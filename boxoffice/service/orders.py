"""Orders: seats held for one buyer and priced by the server, changed, given back, cancelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, bindparam, select, tuple_, update

from boxoffice.service import audit, catalogue, holds
from boxoffice.service.desk import Desk, Place, SeatChange
from boxoffice.service.errors import Refusal, not_found
from boxoffice.service.holds import (
    CANCELLED,
    COMPLETED,
    EXPIRED,
    FREE,
    OPEN,
    RESERVED,
    SOLD,
    Overdue,
)
from boxoffice.service.pricing import Offers
from boxoffice.service.requests import SearchPattern
from boxoffice.service.schema import order_seats, orders, tickets
from boxoffice.service.store import parts_of

_EVENT_ON_SALE = 1
_MOST_SEATS = 500
_VOID = 1
_ORDER = select(orders).where(orders.c.id == bindparam("order"))
_ORDER_TO_CHANGE = _ORDER.with_for_update()
_SEATS = (
    select(order_seats)
    .where(order_seats.c.order_id == bindparam("order"), order_seats.c.given_back.is_(False))
    .order_by(order_seats.c.position)
)
Seats = Sequence[RowMapping] | Sequence[Mapping[str, Any]]  # with their `price` and `fee`


def find(
    connection: Connection, desk: Desk, order_id: int, *, to_change: bool = False
) -> RowMapping:
    """The order's row, which nobody else changes meanwhile if it is `to_change`.

    Raises:
        Refusal: 404, it does not exist, or is somebody else's.
        Overdue: it is to be changed, and its hold has run out.
    """
    query = _ORDER_TO_CHANGE if to_change else _ORDER
    row = connection.execute(query, {"order": order_id}).mappings().first()
    if row is None or row["credential_id"] != desk.credential_id:
        raise not_found("order", order_id)
    if to_change and row["status"] == OPEN and row["hold_till"] < desk.clock.now():
        raise Overdue
    return row


def seats_of(connection: Connection, order_id: int) -> list[RowMapping]:
    """The seats the order has, in the order they were taken."""
    return list(connection.execute(_SEATS, {"order": order_id}).mappings())


def total_of(seats: Seats) -> Decimal:
    return sum((seat["price"] + seat["fee"] for seat in seats), Decimal("0.00"))


def reserve(
    connection: Connection, desk: Desk, order_ref: str | None, wanted: Sequence[SearchPattern]
) -> RowMapping:
    """Takes all the seats or none, into the order or a new one, and returns the order.

    Raises:
        Refusal: 409 names the seats that are lost; 404 and 422 what makes no sense.
    """
    places = [_place(pattern, index) for index, pattern in enumerate(wanted)]
    if len(set(places)) != len(places):
        raise Refusal(422, "a seat is named twice")
    currency = _currency(connection, {event_id for event_id, _ in places})
    order = open_order(connection, desk, order_ref, currency)
    position = 0 if order is None else _next_position(connection, order["id"])
    if position + len(places) > _MOST_SEATS:
        raise Refusal(422, f"an order has no more than {_MOST_SEATS} seats")
    seats = holds.lock(connection, places)
    _refuse_unknown(places, seats)
    rows = _priced(connection, wanted, places, seats)
    refuse_lost(connection, desk, places, seats)
    if order is None:
        order = _new_order(connection, desk, currency)
    else:
        _forget_given_back(connection, order["id"], places)
        order = renew(connection, desk, order["id"])
    order_id = int(order["id"])
    taken = {"order_id": order_id, "given_back": False, "active": True}
    connection.execute(
        order_seats.insert(),
        [row | taken | {"position": position + index} for index, row in enumerate(rows)],
    )
    desk.changes.append(SeatChange(places, order_id, FREE, RESERVED))
    _record(connection, desk, audit.RESERVED, order_id, places)
    return order


def _place(pattern: SearchPattern, index: int) -> Place:
    if pattern.seat_id is None:
        raise Refusal(
            422, "seat_id is missing", fields=[(f"seats_info[{index}].seat_id", "missing")]
        )
    return pattern.event_id, pattern.seat_id


def _currency(connection: Connection, event_ids: set[int]) -> str:
    """The one currency of events that are on sale.

    Raises:
        Refusal: 404, 409: an event is not there or not on sale, or they have several.
    """
    currencies = set()
    for event_id in event_ids:
        row = catalogue.event(connection, event_id)
        if row["status"] != _EVENT_ON_SALE:
            raise Refusal(409, f"event {event_id} is not on sale")
        currencies.add(row["currency"])
    if len(currencies) > 1:
        raise Refusal(409, "an order has one currency")
    return str(currencies.pop())


def open_order(
    connection: Connection, desk: Desk, order_ref: str | None, currency: str
) -> RowMapping | None:
    """The open order that is meant; None for a new one.

    Raises:
        Refusal: there is none, it is not open, or in another currency.
    """
    if not order_ref:
        return None
    if not (order_ref.isascii() and order_ref.isdigit() and len(order_ref) <= 18):
        raise not_found("order", order_ref)
    order = find(connection, desk, int(order_ref), to_change=True)
    require_open(order)
    if order["currency"] != currency:
        raise Refusal(409, "an order has one currency")
    return order


def _next_position(connection: Connection, order_id: int) -> int:
    query = select(order_seats.c.position).where(
        order_seats.c.order_id == order_id, order_seats.c.given_back.is_(False)
    )
    return max(connection.execute(query).scalars(), default=-1) + 1


def _refuse_unknown(places: Sequence[Place], seats: dict[Place, Row[Any]]) -> None:
    unknown = {
        index: f"event {event_id} has no seat {seat_id}"
        for index, (event_id, seat_id) in enumerate(places)
        if (event_id, seat_id) not in seats
    }
    if unknown:
        raise Refusal(404, next(iter(unknown.values())), items=unknown)


def refuse_lost(
    connection: Connection, desk: Desk, places: Sequence[Place], seats: dict[Place, Row[Any]]
) -> None:
    """Nothing, where all of the locked seats are free.

    Raises:
        Refusal: 409 names those that are not, by their index.
        Overdue: one of them is held by a hold that has run out.
    """
    lost = [i for i, place in enumerate(places) if seats[place].status != FREE]
    if lost:
        owners = [seats[places[index]].order_id for index in lost]
        holds.require_held(connection, owners, desk.clock.now())
        raise Refusal(
            409, f"{len(lost)} of {len(places)} seats are taken",
            items={index: f"seat {places[index][1]} is taken" for index in lost},
        )  # fmt: skip


def _priced(
    connection: Connection,
    wanted: Sequence[SearchPattern],
    places: Sequence[Place],
    seats: dict[Place, Row[Any]],
) -> list[dict[str, Any]]:
    """The seats with their prices, as rows of the order."""
    offers = {event_id: Offers(connection, event_id) for event_id in {e for e, _ in places}}
    rows = []
    for index, (pattern, place) in enumerate(zip(wanted, places, strict=True)):
        event_id, seat_id = place
        category_id = seats[place].price_category_id
        priced = offers[event_id].price(seat_id, category_id, pattern.sales_type_id, index)
        rows.append({"event_id": event_id, "seat_id": seat_id, **priced.columns()})
    return rows


def _forget_given_back(connection: Connection, order_id: int, places: Sequence[Place]) -> None:
    """A seat that was given back and is taken again has a row already."""
    for some in parts_of(places):
        connection.execute(
            order_seats.delete().where(
                order_seats.c.order_id == order_id,
                tuple_(order_seats.c.event_id, order_seats.c.seat_id).in_(some),
                order_seats.c.active.is_(False),
            )
        )


def _new_order(connection: Connection, desk: Desk, currency: str) -> RowMapping:
    inserted = orders.insert().values(
        credential_id=desk.credential_id, status=OPEN, currency=currency,
        created=desk.clock.now(), hold_till=desk.hold_till(), refunded=Decimal("0.00"),
    ).returning(orders)  # fmt: skip
    return connection.execute(inserted).mappings().one()


def renew(connection: Connection, desk: Desk, order_id: int) -> RowMapping:
    """Begins the hold anew, and returns the order."""
    renewed = update(orders).where(orders.c.id == order_id).values(hold_till=desk.hold_till())
    return connection.execute(renewed.returning(orders)).mappings().one()


def require_open(order: RowMapping) -> None:
    """Raises: Refusal: 409, it is not."""
    if order["status"] != OPEN:
        state = {COMPLETED: "completed", CANCELLED: "cancelled", EXPIRED: "expired"}
        raise Refusal(409, f"order {order['id']} is {state.get(order['status'], 'not open')}")


def change_price_type(
    connection: Connection, desk: Desk, order_id: int, place: Place, sales_type_id: int
) -> None:
    """Prices one seat anew and renews the hold; the same type again only renews."""
    order = find(connection, desk, order_id, to_change=True)
    require_open(order)
    seat = _seat(connection, order_id, place)
    if seat["sales_type_id"] != sales_type_id:
        event_id, seat_id = place
        category_id = catalogue.price_category_of(connection, event_id, seat_id)
        offers = Offers(connection, event_id)
        priced = offers.price(seat_id, category_id, sales_type_id, 0)
        connection.execute(
            update(order_seats)
            .where(
                order_seats.c.order_id == order_id,
                order_seats.c.event_id == event_id,
                order_seats.c.seat_id == seat_id,
            )
            .values(**priced.columns())
        )
        details = {"sales_type_id": sales_type_id}
        _record(connection, desk, audit.PRICED, order_id, [place], details)
    renew(connection, desk, order_id)


def _seat(connection: Connection, order_id: int, place: Place) -> RowMapping:
    for seat in seats_of(connection, order_id):
        if (seat["event_id"], seat["seat_id"]) == place:
            return seat
    raise not_found("seat in this order:", place[1])


def cancel(connection: Connection, desk: Desk, order_id: int) -> None:
    """Frees the order's seats; of a completed one, voids its tickets and keeps it. Repeatable."""
    order = find(connection, desk, order_id, to_change=True)
    if order["status"] == CANCELLED:
        return
    seats = seats_of(connection, order_id)
    values: dict[str, Any] = {"status": CANCELLED, "hold_till": None}
    was = RESERVED
    if order["status"] == COMPLETED:
        was = SOLD
        values["refunded"] = order["refunded"] + total_of(seats)
        _void(connection, order_id, None)
    places = holds.lock_orders(connection, [order_id])[order_id]
    connection.execute(update(orders).where(orders.c.id == order_id).values(**values))
    holds.release(connection, order_id, places)
    desk.changes.append(SeatChange(places, None, was, FREE))
    _record(connection, desk, audit.CANCELLED, order_id, places)


def give_back(
    connection: Connection, desk: Desk, order_id: int, event_id: int | None, seat_id: int | None
) -> None:
    """Gives back one seat, those of one event, or all; of a completed order, with a refund.

    Raises:
        Refusal: 404, the order has no such seat; 409, it is cancelled or has expired.
    """
    order = find(connection, desk, order_id, to_change=True)
    if order["status"] != COMPLETED:
        require_open(order)
    seats = [
        seat
        for seat in seats_of(connection, order_id)
        if event_id in (None, seat["event_id"]) and seat_id in (None, seat["seat_id"])
    ]
    if seat_id is not None and not seats:
        raise not_found("seat in this order:", seat_id)
    places = [(seat["event_id"], seat["seat_id"]) for seat in seats]
    holds.lock(connection, places)
    for some in parts_of(places):
        returned = update(order_seats).where(
            order_seats.c.order_id == order_id,
            tuple_(order_seats.c.event_id, order_seats.c.seat_id).in_(some),
        )
        connection.execute(returned.values(given_back=True))
    was = RESERVED
    if order["status"] == COMPLETED:
        was = SOLD
        _void(connection, order_id, places)
        refunded = order["refunded"] + total_of(seats)
        connection.execute(update(orders).where(orders.c.id == order_id).values(refunded=refunded))
    else:
        renew(connection, desk, order_id)
    holds.release(connection, order_id, places)
    desk.changes.append(SeatChange(places, None, was, FREE))
    if places:
        _record(connection, desk, audit.GIVEN_BACK, order_id, places)


def _void(connection: Connection, order_id: int, places: Sequence[Place] | None) -> None:
    voided = update(tickets).where(tickets.c.order_id == order_id).values(status=_VOID)
    for some in [None] if places is None else parts_of(places):
        which = tuple_(tickets.c.event_id, tickets.c.seat_id)
        connection.execute(voided if some is None else voided.where(which.in_(some)))


def _record(
    connection: Connection,
    desk: Desk,
    what: str,
    order_id: int,
    places: Sequence[Place],
    details: dict[str, Any] | None = None,
) -> None:
    audit.record(
        connection, desk.clock.now(), what, counter=desk.counter, order_id=order_id,
        seats=places, details=details,
    )  # fmt: skip
