"""Orders: seats held for one buyer and priced by the server, changed, given back, cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, bindparam, delete, select, update

from boxoffice.service.data import audit
from boxoffice.service.data.places import Place, SeatChange, by_event
from boxoffice.service.data.schema import event_seats, order_seats, orders, tickets
from boxoffice.service.data.sql import among
from boxoffice.service.data.status import CANCELLED, COMPLETED, EXPIRED, FREE, OPEN, RESERVED, SOLD
from boxoffice.service.errors import Refusal, not_found
from boxoffice.service.requests import SearchPattern
from boxoffice.service.sale import holds
from boxoffice.service.sale.caller import Desk
from boxoffice.service.sale.holds import Overdue
from boxoffice.service.sale.pricing import Offers, Priced

_MOST_SEATS = 500
_VOID = 1
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
_THIS = _OF_EVENT & (order_seats.c.seat_id == bindparam("seat"))
_THESE = _OF_EVENT & among(order_seats.c.seat_id, "seats")
_SEAT = (
    select(order_seats.c.sales_type_id, event_seats.c.price_category_id)
    .join(event_seats, holds.SAME_SEAT)
    .where(_THIS, order_seats.c.given_back.is_(False))
)
_POSITIONS = select(order_seats.c.position).where(
    order_seats.c.order_id == bindparam("order"), order_seats.c.given_back.is_(False)
)
_FORGOTTEN = delete(order_seats).where(_THESE, order_seats.c.active.is_(False))
_RETURNED = update(order_seats).where(_THESE).values(given_back=True, active=False)
_PRICED = (
    update(order_seats)
    .where(_THIS)
    .values({name: bindparam(f"new_{name}") for name in Priced.__slots__})
)
_TAKEN = order_seats.insert()
_NEW_ORDER = orders.insert().returning(orders)
_CHANGED = update(orders).where(orders.c.id == bindparam("order"))
_RENEWED = _CHANGED.values(hold_till=bindparam("till")).returning(orders)
_REFUNDED = _CHANGED.values(refunded=bindparam("back"))
_CANCELLED = _CHANGED.values(status=CANCELLED, hold_till=None, refunded=bindparam("back"))
_VOIDED = update(tickets).where(tickets.c.order_id == bindparam("order")).values(status=_VOID)
_SOME_VOIDED = _VOIDED.where(
    tickets.c.event_id == bindparam("event"), among(tickets.c.seat_id, "seats")
)
Seats = Sequence[RowMapping] | Sequence[Mapping[str, Any]]  # with their `price` and `fee`


def find(
    connection: Connection, desk: Desk, order_id: int, *, to_change: bool = False
) -> RowMapping:
    """The order's row; if it is `to_change`, what that takes of it, and nobody else changes it
    meanwhile.

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


def places_of(seats: Iterable[RowMapping]) -> list[Place]:
    """Where the seats of an order are, in their order."""
    return [(seat["event_id"], seat["seat_id"]) for seat in seats]


def is_its(seat: RowMapping) -> bool:
    """Whether the order of a locked row has the seat still: its hold did not run out."""
    return bool(seat["owner"] == seat["order_id"])


@dataclass(frozen=True, slots=True)
class Reserved:
    """The order with what was just taken into it.

    Attributes:
        seats: all its seats, as the API tells them; None where it had others before.
    """

    order: RowMapping
    seats: list[dict[str, Any]] | None


def reserve(
    connection: Connection, desk: Desk, order_ref: str | None, wanted: Sequence[SearchPattern]
) -> Reserved:
    """Takes all the seats or none, into the order or a new one.

    Raises:
        Refusal: 409 names the seats that are lost; 404 and 422 what makes no sense.
    """
    places = [_place(pattern, index) for index, pattern in enumerate(wanted)]
    if len(set(places)) != len(places):
        raise Refusal(422, "a seat is named twice")
    event_ids = sorted({event_id for event_id, _ in places})
    offers = {event_id: Offers(connection, event_id) for event_id in event_ids}
    currency = _currency(offers)
    order = open_order(connection, desk, order_ref, currency)
    position = 0 if order is None else _next_position(connection, order["id"])
    if position + len(places) > _MOST_SEATS:
        raise Refusal(422, f"an order has no more than {_MOST_SEATS} seats")
    seats = holds.lock(connection, places, named=True)
    _refuse_unknown(places, seats)
    rows = _priced(offers, wanted, places, seats)
    refuse_lost(connection, desk, places, seats)
    told = None
    if order is None:
        order = _new_order(connection, desk, currency)
        told = [_told(row, seats[place], currency) for row, place in zip(rows, places, strict=True)]
    else:
        _forget_given_back(connection, order["id"], places)
        order = renew(connection, desk, order["id"])
    order_id = int(order["id"])
    taken = {"order_id": order_id, "given_back": False, "active": True}
    connection.execute(
        _TAKEN, [row | taken | {"position": position + index} for index, row in enumerate(rows)]
    )
    desk.changes.append(SeatChange(places, order_id, FREE, RESERVED))
    _record(connection, desk, audit.RESERVED, order_id, places)
    return Reserved(order, told)


def _told(row: Mapping[str, Any], seat: Any, currency: str) -> dict[str, Any]:
    names = {name: getattr(seat, name) for name in ("area_id", "area_name", "row", "number")}
    return {**row, **names, "currency": currency}


def _place(pattern: SearchPattern, index: int) -> Place:
    if pattern.seat_id is None:
        raise Refusal(
            422, "seat_id is missing", fields=[(f"seats_info[{index}].seat_id", "missing")]
        )
    return pattern.event_id, pattern.seat_id


def _currency(offers: Mapping[int, Offers]) -> str:
    """The one currency of events that are on sale.

    Raises:
        Refusal: 409: an event is not on sale, or they have several.
    """
    for event_id, offer in offers.items():
        if not offer.is_on_sale:
            raise Refusal(409, f"event {event_id} is not on sale")
    currencies = {offer.currency for offer in offers.values()}
    if len(currencies) > 1:
        raise Refusal(409, "an order has one currency")
    return currencies.pop()


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
    """The seats with their prices, as rows of the order."""
    rows = []
    for index, (pattern, place) in enumerate(zip(wanted, places, strict=True)):
        event_id, seat_id = place
        category_id = seats[place].price_category_id
        priced = offers[event_id].price(seat_id, category_id, pattern.sales_type_id, index)
        rows.append({"event_id": event_id, "seat_id": seat_id, **priced.columns()})
    return rows


def _forget_given_back(connection: Connection, order_id: int, places: Sequence[Place]) -> None:
    """A seat that was given back and is taken again has a row already."""
    for event_id, seat_ids in by_event(places):
        which = {"order": order_id, "event": event_id, "seats": seat_ids}
        connection.execute(_FORGOTTEN, which)


def _new_order(connection: Connection, desk: Desk, currency: str) -> RowMapping:
    order = {
        "credential_id": desk.credential_id,
        "status": OPEN,
        "currency": currency,
        "created": desk.clock.now(),
        "hold_till": desk.hold_till(),
        "refunded": Decimal("0.00"),
    }
    return connection.execute(_NEW_ORDER, order).mappings().one()


def renew(connection: Connection, desk: Desk, order_id: int) -> RowMapping:
    """Begins the hold anew, and returns the order."""
    till = {"order": order_id, "till": desk.hold_till()}
    return connection.execute(_RENEWED, till).mappings().one()


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
    event_id, seat_id = place
    which = {"order": order_id, "event": event_id, "seat": seat_id}
    seat = connection.execute(_SEAT, which).first()
    if seat is None:
        raise not_found("seat in this order:", seat_id)
    if seat.sales_type_id != sales_type_id:
        offers = Offers(connection, event_id)
        priced = offers.price(seat_id, seat.price_category_id, sales_type_id, 0)
        new = {f"new_{name}": value for name, value in priced.columns().items()}
        connection.execute(_PRICED, which | new)
        details = {"sales_type_id": sales_type_id}
        _record(connection, desk, audit.PRICED, order_id, [place], details)
    renew(connection, desk, order_id)


def cancel(connection: Connection, desk: Desk, order_id: int) -> None:
    """Frees the order's seats; of a completed one, voids its tickets and keeps it. Repeatable."""
    order = find(connection, desk, order_id, to_change=True)
    if order["status"] == CANCELLED:
        return
    seats = [seat for seat in holds.lock_seats_of(connection, order_id) if is_its(seat)]
    was, refunded = RESERVED, order["refunded"]
    if order["status"] == COMPLETED:
        was = SOLD
        refunded += total_of(seats)
        connection.execute(_VOIDED, {"order": order_id})
    places = places_of(seats)
    connection.execute(_CANCELLED, {"order": order_id, "back": refunded})
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
        for seat in holds.lock_seats_of(connection, order_id)
        if event_id in (None, seat["event_id"]) and seat_id in (None, seat["seat_id"])
    ]
    if seat_id is not None and not seats:
        raise not_found("seat in this order:", seat_id)
    places = places_of(seats)
    for event, seat_ids in by_event(places):
        which = {"order": order_id, "event": event, "seats": seat_ids}
        connection.execute(_RETURNED, which)
        if order["status"] == COMPLETED:
            connection.execute(_SOME_VOIDED, which)
    was = RESERVED
    if order["status"] == COMPLETED:
        was = SOLD
        refunded = order["refunded"] + total_of(seats)
        connection.execute(_REFUNDED, {"order": order_id, "back": refunded})
    else:
        renew(connection, desk, order_id)
    desk.changes.append(SeatChange(places, None, was, FREE))
    if places:
        _record(connection, desk, audit.GIVEN_BACK, order_id, places)


def _record(
    connection: Connection,
    desk: Desk,
    what: str,
    order_id: int,
    places: Sequence[Place],
    details: dict[str, Any] | None = None,
) -> None:
    audit.record(
        connection,
        desk.clock.now(),
        what,
        counter=desk.counter,
        order_id=order_id,
        seats=places,
        details=details,
    )
