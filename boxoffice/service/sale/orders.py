"""Orders: seats are reserved, priced, given back, and orders are renewed and cancelled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, bindparam, delete, func, select, update

from boxoffice.service.data import audit
from boxoffice.service.data.places import Place, SeatChange, by_event
from boxoffice.service.data.schema import event_seats, order_seats, orders, tickets
from boxoffice.service.data.sql import among, constant
from boxoffice.service.data.status import (
    CANCELLED,
    COMPLETED,
    EXPIRED,
    FREE,
    OPEN,
    RESERVED,
    SOLD,
    VOID,
)
from boxoffice.service.errors import Refusal, not_found
from boxoffice.service.requests import SearchPattern
from boxoffice.service.sale import holds
from boxoffice.service.sale.caller import Caller
from boxoffice.service.sale.holds import Overdue
from boxoffice.service.sale.pricing import Offers, Priced
from boxoffice.service.sale.sales_period import open_events

_MOST_SEATS = 500
_ORDER = select(orders).where(orders.c.id == bindparam("order"))
_ORDER_TO_CHANGE = (
    select(
        orders.c.id,
        orders.c.credential_id,
        orders.c.external_id,
        orders.c.status,
        orders.c.currency,
        orders.c.hold_till,
        orders.c.refunded,
    )
    .where(orders.c.id == bindparam("order"))
    .with_for_update()
)
_SEATS = (
    select(order_seats)
    .where(order_seats.c.order_id == bindparam("order"), order_seats.c.given_back.is_(False))
    .order_by(order_seats.c.position)
)
_OF_EVENT = (order_seats.c.order_id == bindparam("order")) & (
    order_seats.c.event_id == bindparam("event")
)
_ONE_SEAT = _OF_EVENT & (order_seats.c.seat_id == bindparam("seat"))
_NAMED_SEATS = _OF_EVENT & among(order_seats.c.seat_id, "seats")
_TYPE_AND_CATEGORY = (
    select(order_seats.c.sales_type_id, event_seats.c.price_category_id)
    .join(event_seats, holds.SAME_SEAT)
    .where(_ONE_SEAT, order_seats.c.given_back.is_(False))
)
_POSITIONS = select(order_seats.c.position).where(
    order_seats.c.order_id == bindparam("order"), order_seats.c.given_back.is_(False)
)
_FORGET = delete(order_seats).where(_NAMED_SEATS, order_seats.c.active.is_(False))
_GIVE_BACK = update(order_seats).where(_NAMED_SEATS).values(given_back=True, active=False)
_SET_PRICE = (
    update(order_seats)
    .where(_ONE_SEAT)
    .values({name: bindparam(f"new_{name}") for name in Priced.__slots__})
)
_REACTIVATE = update(order_seats).where(_NAMED_SEATS).values(active=True)
_ADD_SEATS = order_seats.insert()
_NEW_ORDER = orders.insert().returning(orders)
_UPDATE = update(orders).where(orders.c.id == bindparam("order"))
_RENEW = _UPDATE.values(hold_till=bindparam("till")).returning(orders)
_REOPEN = _UPDATE.values(status=OPEN)
_OPEN_ONES = (
    select(func.count())
    .select_from(orders)
    .where(
        orders.c.status == constant(OPEN),
        orders.c.hold_till >= bindparam("now"),
        orders.c.credential_id == bindparam("credential"),
    )
)
_REFUND = _UPDATE.values(refunded=bindparam("back"))
_CANCEL = _UPDATE.values(status=CANCELLED, hold_till=None, refunded=bindparam("back"))
_VOID_TICKETS = update(tickets).where(tickets.c.order_id == bindparam("order")).values(status=VOID)
_VOID_SOME = _VOID_TICKETS.where(
    tickets.c.event_id == bindparam("event"), among(tickets.c.seat_id, "seats")
)
PricedSeats = Sequence[RowMapping] | Sequence[Mapping[str, Any]]  # with their `price` and `fee`


def find(
    connection: Connection, caller: Caller, order_id: int, *, to_change: bool = False
) -> RowMapping:
    """The row of an order of the caller.

    Args:
        to_change: lock it, and read only the columns that a change needs.

    Raises:
        Refusal: 404, it does not exist, or belongs to another credential.
        Overdue: it is to be changed, and its hold has run out.
    """
    query = _ORDER_TO_CHANGE if to_change else _ORDER
    row = connection.execute(query, {"order": order_id}).mappings().first()
    if row is None or row["credential_id"] != caller.credential_id:
        raise not_found("order", order_id)
    if to_change and row["status"] == OPEN and row["hold_till"] < caller.clock.now():
        raise Overdue
    return row


def seats_of(connection: Connection, order_id: int) -> list[RowMapping]:
    """The seats of the order, in the order of taking."""
    return list(connection.execute(_SEATS, {"order": order_id}).mappings())


def total_of(seats: PricedSeats) -> Decimal:
    return sum((seat["price"] + seat["fee"] for seat in seats), Decimal("0.00"))


def places_of(seats: Iterable[RowMapping]) -> list[Place]:
    """The places of the seats of an order."""
    return [(seat["event_id"], seat["seat_id"]) for seat in seats]


def is_still_held(seat: RowMapping) -> bool:
    """Whether the order of a locked row still has the seat: its hold did not run out."""
    return bool(seat["owner"] == seat["order_id"])


@dataclass(frozen=True, slots=True)
class Reserved:
    """An order that seats were added to.

    Attributes:
        seats: all its seats as entities of the API; None if it had seats before.
    """

    order: RowMapping
    seats: list[dict[str, Any]] | None


def reserve(
    connection: Connection, caller: Caller, order_ref: str | None, wanted: Sequence[SearchPattern]
) -> Reserved:
    """Reserves all the seats or none, in an open order or a new one.

    An order whose hold ran out is open again then, with those of its seats that are still free.

    Args:
        order_ref: the id of the order; empty for a new one.

    Raises:
        Refusal: 409 names the seats that are taken; 404 and 422 what is unknown or not valid.
        Overdue: a hold that has run out is in the way.
    """
    places = [_place(pattern, index) for index, pattern in enumerate(wanted)]
    if len(set(places)) != len(places):
        raise Refusal(422, "a seat is named twice")
    event_ids = sorted({event_id for event_id, _ in places})
    offers = {event_id: Offers(connection, event_id) for event_id in event_ids}
    currency = _currency(offers, caller.clock.now())
    order = open_order(connection, caller, order_ref, currency)
    if order is not None and order["status"] == EXPIRED:
        reopen(connection, caller, order["id"], besides=places)
    position = 0 if order is None else _next_position(connection, order["id"])
    if position + len(places) > _MOST_SEATS:
        raise Refusal(422, f"an order has no more than {_MOST_SEATS} seats")
    seats = holds.lock(connection, places, named=True)
    _refuse_unknown(places, seats)
    rows = _priced(offers, wanted, places, seats)
    refuse_lost(connection, caller, places, seats)
    entities = None
    if order is None:
        order = _new_order(connection, caller, currency)
        entities = [
            _seat_entity(row, seats[place], currency)
            for row, place in zip(rows, places, strict=True)
        ]
    else:
        _forget_given_back(connection, order["id"], places)
        order = renew(connection, caller, order["id"])
    order_id = int(order["id"])
    taken = {"order_id": order_id, "given_back": False, "active": True}
    connection.execute(
        _ADD_SEATS, [row | taken | {"position": position + index} for index, row in enumerate(rows)]
    )
    caller.changes.append(SeatChange(places, order_id, FREE, RESERVED))
    _record(connection, caller, audit.RESERVED, order_id, places)
    return Reserved(order, entities)


def _seat_entity(row: Mapping[str, Any], seat: Any, currency: str) -> dict[str, Any]:
    names = {name: getattr(seat, name) for name in ("area_id", "area_name", "row", "number")}
    return {**row, **names, "currency": currency}


def _place(pattern: SearchPattern, index: int) -> Place:
    if pattern.seat_id is None:
        raise Refusal(
            422, "seat_id is missing", fields=[(f"seats_info[{index}].seat_id", "missing")]
        )
    return pattern.event_id, pattern.seat_id


def _currency(offers: Mapping[int, Offers], now: float) -> str:
    """The one currency of events whose seats may be taken now.

    Raises:
        Refusal: 409, an event is not on sale, or they have several currencies.
    """
    for event_id, offer in offers.items():
        if why := offer.why_closed(now):
            raise Refusal(409, f"event {event_id} {why}")
    currencies = {offer.currency for offer in offers.values()}
    if len(currencies) > 1:
        raise Refusal(409, "an order has one currency")
    return currencies.pop()


def open_order(
    connection: Connection, caller: Caller, order_ref: str | None, currency: str
) -> RowMapping | None:
    """The order that is named, locked: it is open, or its hold ran out; None if none is named.

    Raises:
        Refusal: there is no such order, or nothing can be added, or it is in another currency.
        Overdue: its hold has run out.
    """
    if not order_ref:
        return None
    if not (order_ref.isascii() and order_ref.isdigit() and len(order_ref) <= 18):
        raise not_found("order", order_ref)
    order = find(connection, caller, int(order_ref), to_change=True)
    if order["status"] != EXPIRED:
        require_open(order)
    if order["currency"] != currency:
        raise Refusal(409, "an order has one currency")
    return order


def _next_position(connection: Connection, order_id: int) -> int:
    return max(connection.execute(_POSITIONS, {"order": order_id}).scalars(), default=-1) + 1


def _refuse_unknown(places: Sequence[Place], seats: dict[Place, Row[Any]]) -> None:
    unknown = {
        index: f"event {event_id} has no seat {seat_id}"
        for index, (event_id, seat_id) in enumerate(places)
        if (event_id, seat_id) not in seats
    }
    if unknown:
        raise Refusal(404, next(iter(unknown.values())), items=unknown)


def refuse_lost(
    connection: Connection, caller: Caller, places: Sequence[Place], seats: dict[Place, Row[Any]]
) -> None:
    """Checks that all of the locked seats are free.

    Raises:
        Refusal: 409 names those that are not, by their index.
        Overdue: a hold that has run out has one of them.
    """
    lost = [i for i, place in enumerate(places) if seats[place].status != FREE]
    if lost:
        owners = [seats[places[index]].order_id for index in lost]
        holds.require_held(connection, owners, caller.clock.now())
        raise Refusal(
            409,
            f"{len(lost)} of {len(places)} seats are taken",
            items={index: f"seat {places[index][1]} is taken" for index in lost},
        )


def _priced(
    offers: Mapping[int, Offers],
    wanted: Sequence[SearchPattern],
    places: Sequence[Place],
    seats: dict[Place, Row[Any]],
) -> list[dict[str, Any]]:
    """The rows of `order_seats` for the seats, with their prices."""
    rows = []
    for index, (pattern, place) in enumerate(zip(wanted, places, strict=True)):
        event_id, seat_id = place
        category_id = seats[place].price_category_id
        priced = offers[event_id].price(seat_id, category_id, pattern.sales_type_id, index)
        rows.append({"event_id": event_id, "seat_id": seat_id, **priced.columns()})
    return rows


def _forget_given_back(connection: Connection, order_id: int, places: Sequence[Place]) -> None:
    """Deletes the rows of seats that the order has given back and takes again."""
    for event_id, seat_ids in by_event(places):
        which = {"order": order_id, "event": event_id, "seats": seat_ids}
        connection.execute(_FORGET, which)


def _new_order(connection: Connection, caller: Caller, currency: str) -> RowMapping:
    _require_fewer_open(connection, caller)
    order = {
        "credential_id": caller.credential_id,
        "status": OPEN,
        "currency": currency,
        "created": caller.clock.now(),
        "hold_till": caller.hold_till(),
        "refunded": Decimal("0.00"),
    }
    return connection.execute(_NEW_ORDER, order).mappings().one()


def _require_fewer_open(connection: Connection, caller: Caller) -> None:
    """Raises: Refusal: 409, the counter has as many open orders as it may."""
    most = caller.terms.most
    if most:
        now = {"now": caller.clock.now(), "credential": caller.credential_id}
        if connection.execute(_OPEN_ONES, now).scalar_one() >= most:
            raise Refusal(409, f"this counter has {most} open orders, and may not have more")


def reopen(
    connection: Connection, caller: Caller, order_id: int, *, besides: Collection[Place] = ()
) -> list[Place]:
    """Opens a locked order again whose hold ran out, with those of its seats that can still be had.

    Args:
        besides: seats that it is to get in another way.

    Returns: the seats that it has again, which are not written yet.

    Raises:
        Refusal: 409, the counter has as many open orders as it may.
        Overdue: a hold that has run out has one of its seats.
    """
    _require_fewer_open(connection, caller)
    seats = holds.lock_seats_of(connection, order_id)
    lost = lost_of(connection, caller, seats)
    gone = [place for i, place in enumerate(places_of(seats)) if i in lost or place in besides]
    had = [place for place in places_of(seats) if place not in set(gone)]
    for statement, places in ((_GIVE_BACK, gone), (_REACTIVATE, had)):
        for event_id, seat_ids in by_event(places):
            which = {"order": order_id, "event": event_id, "seats": seat_ids}
            connection.execute(statement, which)
    connection.execute(_REOPEN, {"order": order_id})
    renew(connection, caller, order_id)
    if had:
        caller.changes.append(SeatChange(had, order_id, FREE, RESERVED))
        _record(connection, caller, audit.RESERVED, order_id, had)
    return had


def lost_of(connection: Connection, caller: Caller, seats: Sequence[RowMapping]) -> dict[int, str]:
    """Which of the locked seats of an order whose hold ran out cannot be taken again, by their
    index, and why.

    Raises:
        Overdue: a hold that has run out has one of them.
    """
    on_sale = open_events(connection, {seat["event_id"] for seat in seats}, caller.clock.now())
    owners = [seat["owner"] for seat in seats if seat["state"] != FREE]
    if owners:
        holds.require_held(connection, owners, caller.clock.now())
    return {
        index: f"seat {seat['seat_id']} is gone"
        for index, seat in enumerate(seats)
        if seat["state"] != FREE or seat["event_id"] not in on_sale
    }


def renew(connection: Connection, caller: Caller, order_id: int) -> RowMapping:
    """Starts the hold again from its full length, and returns the order."""
    till = {"order": order_id, "till": caller.hold_till()}
    return connection.execute(_RENEW, till).mappings().one()


def require_open(order: RowMapping) -> None:
    """Raises: Refusal: 409, the order is not open."""
    if order["status"] != OPEN:
        state = {COMPLETED: "completed", CANCELLED: "cancelled", EXPIRED: "expired"}
        raise Refusal(409, f"order {order['id']} is {state.get(order['status'], 'not open')}")


def change_price_type(
    connection: Connection, caller: Caller, order_id: int, place: Place, sales_type_id: int
) -> None:
    """Gives a seat another price type and renews the hold; the same type only renews it."""
    order = find(connection, caller, order_id, to_change=True)
    require_open(order)
    event_id, seat_id = place
    which = {"order": order_id, "event": event_id, "seat": seat_id}
    seat = connection.execute(_TYPE_AND_CATEGORY, which).first()
    if seat is None:
        raise not_found("seat in this order:", seat_id)
    if seat.sales_type_id != sales_type_id:
        offers = Offers(connection, event_id)
        priced = offers.price(seat_id, seat.price_category_id, sales_type_id, 0)
        new = {f"new_{name}": value for name, value in priced.columns().items()}
        connection.execute(_SET_PRICE, which | new)
        details = {"sales_type_id": sales_type_id}
        _record(connection, caller, audit.PRICED, order_id, [place], details)
    renew(connection, caller, order_id)


def cancel(connection: Connection, caller: Caller, order_id: int) -> None:
    """Cancels the order and frees its seats; of a completed one, also voids the tickets.

    Does nothing if it is cancelled already.
    """
    order = find(connection, caller, order_id, to_change=True)
    if order["status"] == CANCELLED:
        return
    seats = [seat for seat in holds.lock_seats_of(connection, order_id) if is_still_held(seat)]
    was, refunded = RESERVED, order["refunded"]
    if order["status"] == COMPLETED:
        was = SOLD
        refunded += total_of(seats)
        connection.execute(_VOID_TICKETS, {"order": order_id})
    places = places_of(seats)
    connection.execute(_CANCEL, {"order": order_id, "back": refunded})
    holds.release(connection, order_id, places)
    caller.changes.append(SeatChange(places, None, was, FREE))
    _record(connection, caller, audit.CANCELLED, order_id, places)


def give_back(
    connection: Connection, caller: Caller, order_id: int, event_id: int | None, seat_id: int | None
) -> None:
    """Gives back one seat, the seats of one event, or all; of a completed order, with a refund.

    Raises:
        Refusal: 404, the order has no such seat; 409, it is cancelled or has expired.
    """
    order = find(connection, caller, order_id, to_change=True)
    is_completed = order["status"] == COMPLETED
    if not is_completed:
        require_open(order)
    seats = [
        seat
        for seat in holds.lock_seats_of(connection, order_id)
        if event_id in (None, seat["event_id"]) and seat_id in (None, seat["seat_id"])
    ]
    if seat_id is not None and not seats:
        raise not_found("seat in this order:", seat_id)
    places = places_of(seats)
    for event, seat_ids in by_event(places):
        which = {"order": order_id, "event": event, "seats": seat_ids}
        connection.execute(_GIVE_BACK, which)
        if is_completed:
            connection.execute(_VOID_SOME, which)
    if is_completed:
        refunded = order["refunded"] + total_of(seats)
        connection.execute(_REFUND, {"order": order_id, "back": refunded})
    else:
        renew(connection, caller, order_id)
    was = SOLD if is_completed else RESERVED
    caller.changes.append(SeatChange(places, None, was, FREE))
    if places:
        _record(connection, caller, audit.GIVEN_BACK, order_id, places)


def _record(
    connection: Connection,
    caller: Caller,
    what: str,
    order_id: int,
    places: Sequence[Place],
    details: dict[str, Any] | None = None,
) -> None:
    audit.record(
        connection,
        caller.clock.now(),
        what,
        counter=caller.counter,
        order_id=order_id,
        seats=places,
        details=details,
    )
