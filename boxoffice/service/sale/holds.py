"""Who has a seat: locking it, changing its status, and ending the holds that have run out.

A seat has one owner because its only row in `event_seats` is locked before it is read and changed,
and because `order_seats` can have only one active row for it. All transactions take their locks in
the same order: orders, then seats by event and id, then the stamp.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, bindparam, literal_column, select, update

from boxoffice.service.data import audit
from boxoffice.service.data.places import Place, SeatChange, by_event
from boxoffice.service.data.schema import areas, event_seats, order_seats, orders, seats
from boxoffice.service.data.sql import among, constant
from boxoffice.service.data.status import EXPIRED, FREE, OPEN, RESERVED
from boxoffice.service.data.store import Collision, Store, next_stamp

_MOST_EXPIRED = 100  # orders in one transaction
_OVERDUE = select(orders.c.id).where(
    orders.c.status == constant(OPEN), orders.c.hold_till < bindparam("now")
)
_NAMED_SEATS = (event_seats.c.event_id == bindparam("event")) & among(
    event_seats.c.seat_id, "seats"
)
_SEAT_ROWS = (
    select(
        event_seats.c.seat_id,
        event_seats.c.status,
        event_seats.c.order_id,
        event_seats.c.price_category_id,
    )
    .where(_NAMED_SEATS)
    .order_by(event_seats.c.seat_id)
)
_LOCK_PLACES_OF_ORDERS = (
    select(event_seats.c.order_id, event_seats.c.event_id, event_seats.c.seat_id)
    .where(among(event_seats.c.order_id, "orders"))
    .order_by(event_seats.c.event_id, event_seats.c.seat_id)
    .with_for_update()
)
SAME_SEAT = (event_seats.c.event_id == order_seats.c.event_id) & (
    event_seats.c.seat_id == order_seats.c.seat_id
)
_LOCK_SEATS_OF_ORDER = (
    select(
        order_seats.c.order_id,
        order_seats.c.event_id,
        order_seats.c.seat_id,
        order_seats.c.position,
        order_seats.c.price_category_id,
        order_seats.c.sales_type_id,
        order_seats.c.price,
        order_seats.c.fee,
        event_seats.c.order_id.label("owner"),
        event_seats.c.status.label("state"),
    )
    .join(event_seats, SAME_SEAT)
    .where(order_seats.c.order_id == bindparam("order"), order_seats.c.given_back.is_(False))
    .order_by(event_seats.c.event_id, event_seats.c.seat_id)
    .with_for_update(of=event_seats)
)
_LOCK, _LOCK_OR_SKIP = _SEAT_ROWS.with_for_update(), _SEAT_ROWS.with_for_update(skip_locked=True)
_LOCK_NAMED = (
    _SEAT_ROWS.add_columns(
        seats.c.row, seats.c.number, seats.c.area_id, areas.c.name.label("area_name")
    )
    .join(seats, seats.c.id == event_seats.c.seat_id)
    .join(areas, areas.c.id == seats.c.area_id)
    .with_for_update(of=event_seats)
)
_CHANGE_STATUS = (
    update(event_seats)
    .where(_NAMED_SEATS, event_seats.c.status == bindparam("was"))
    .values(status=bindparam("now"), order_id=bindparam("owner"), stamp=bindparam("at"))
)
_RELEASE = (
    update(order_seats)
    .where(
        order_seats.c.order_id == bindparam("order"),
        order_seats.c.event_id == bindparam("event"),
        among(order_seats.c.seat_id, "seats"),
    )
    .values(active=False)
)
_ANY_OVERDUE = _OVERDUE.limit(1)
_ANY_OF_THEM_OVERDUE = _ANY_OVERDUE.where(among(orders.c.id, "orders"))
_RELEASE_ALL = (
    update(order_seats).where(among(order_seats.c.order_id, "orders")).values(active=False)
)
_EXPIRE = update(orders).where(among(orders.c.id, "orders")).values(status=EXPIRED)


def lock(
    connection: Connection,
    places: Iterable[Place],
    *,
    skip_locked: bool = False,
    named: bool = False,
) -> dict[Place, Row[Any]]:
    """Locks the places that exist, and returns their rows.

    Args:
        skip_locked: leave out those that another transaction has locked, instead of waiting.
        named: with row, number and area, which takes longer; always waits.
    """
    found: dict[Place, Any] = {}
    query = _LOCK_NAMED if named else _LOCK_OR_SKIP if skip_locked else _LOCK
    for event_id, seat_ids in by_event(places):
        which = {"event": event_id, "seats": seat_ids}
        for row in connection.execute(query, which):
            found[event_id, row.seat_id] = row
    return found


def lock_orders(connection: Connection, order_ids: Sequence[int]) -> dict[int, list[Place]]:
    """Locks the places that the orders have, and returns them by order."""
    found: dict[int, list[Place]] = {order_id: [] for order_id in order_ids}
    for order_id, event_id, seat_id in connection.execute(
        _LOCK_PLACES_OF_ORDERS, {"orders": order_ids}
    ):
        found[order_id].append((event_id, seat_id))
    return found


def lock_seats_of(connection: Connection, order_id: int) -> list[RowMapping]:
    """Locks the seats of a locked order, and returns its rows in the order of taking.

    Each row has the seat's status as `state` and the order that has it as `owner`, which is another
    one, or None, if the hold ran out.
    """
    rows = connection.execute(_LOCK_SEATS_OF_ORDER, {"order": order_id}).mappings()
    return sorted(rows, key=lambda row: row["position"])


def write(connection: Connection, changes: Sequence[SeatChange]) -> int:
    """Gives locked seats their new status and order, under one stamp.

    It comes last in a transaction, because every other one then waits for its stamp.

    Returns: the stamp; 0 if there are no seats.

    Raises:
        Collision: a seat has no longer the status that was read.
    """
    if not any(change.places for change in changes):
        return 0
    stamp = next_stamp(connection)
    for change in changes:
        to = {"now": change.status, "owner": change.order_id, "at": stamp, "was": change.was}
        for event_id, seat_ids in by_event(change.places):
            which = {"event": event_id, "seats": seat_ids}
            if connection.execute(_CHANGE_STATUS, which | to).rowcount != len(seat_ids):
                raise Collision("a seat changed that was locked")
    return stamp


def release(connection: Connection, order_id: int, places: Sequence[Place]) -> None:
    """Takes these locked places out of the order; the caller writes their new status."""
    for event_id, seat_ids in by_event(places):
        which = {"order": order_id, "event": event_id, "seats": seat_ids}
        connection.execute(_RELEASE, which)


def expire(store: Store, *, waits: bool = False) -> int:
    """Ends the holds that have run out, in transactions of its own; returns how many.

    Args:
        waits: whether to wait for orders that another transaction has locked, instead of leaving
            them to it.
    """
    count = 0
    while True:
        with store.selling() as connection:
            ended = _expire_some(connection, store.clock.now(), waits=waits)
        count += ended
        if ended < _MOST_EXPIRED:
            return count


class Overdue(Exception):
    """A hold that has run out is in the way. It has to be ended (`expire`), and the transaction has
    to be repeated."""


def require_none_overdue(connection: Connection, now: float) -> None:
    """Raises: Overdue: a hold has run out and is not ended yet."""
    if any_overdue(connection, now):
        raise Overdue


def require_held(connection: Connection, order_ids: Iterable[int | None], now: float) -> None:
    """Raises: Overdue: the hold of one of these orders has run out."""
    these = {"orders": {order_id for order_id in order_ids if order_id is not None}, "now": now}
    if connection.execute(_ANY_OF_THEM_OVERDUE, these).first() is not None:
        raise Overdue


def any_overdue(connection: Connection, now: float) -> bool:
    """Whether a hold has run out and is not ended yet."""
    return connection.execute(_ANY_OVERDUE, {"now": now}).first() is not None


def _expire_some(connection: Connection, now: float, *, waits: bool) -> int:
    # Not by the bare column: SQLite would walk all orders in its order, not the open ones.
    query = _OVERDUE.order_by(orders.c.id + literal_column("0")).limit(_MOST_EXPIRED)
    query = query.with_for_update(skip_locked=not waits)
    order_ids = list(connection.execute(query, {"now": now}).scalars())
    if not order_ids:
        return 0
    places = lock_orders(connection, order_ids)
    connection.execute(_RELEASE_ALL, {"orders": order_ids})
    connection.execute(_EXPIRE, {"orders": order_ids})
    held = [place for some in places.values() for place in some]
    for order_id, some in places.items():
        audit.record(connection, now, audit.EXPIRED, order_id=order_id, seats=some)
    write(connection, [SeatChange(held, None, RESERVED, FREE)])
    return len(order_ids)
