"""Who has a seat: taking, giving back, and holds that run out.

A seat has one owner because taking it is one conditional update of its only row.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from boxoffice.service.schema import event_seats, orders
from boxoffice.service.store import Store, next_stamp

FREE, RESERVED, SOLD, BLOCKED = range(4)
# Added to the status of a seat that was taken out of the house: no question for free, sold or
# blocked seats finds it, and when it comes back it is what it was.
GONE = 4
OPEN, COMPLETED, CANCELLED, EXPIRED = range(4)

Place = tuple[int, int]  # event id, seat id

_TAKE = (
    update(event_seats)
    .where(
        event_seats.c.event_id == bindparam("event"),
        event_seats.c.seat_id == bindparam("seat"),
        event_seats.c.status == FREE,
    )
    .values(status=bindparam("taken"), order_id=bindparam("order"), stamp=bindparam("now"))
)


def take(
    connection: Connection, order_id: int, places: Sequence[Place], status: int = RESERVED
) -> list[int]:
    """Gives the free ones of the places to the order; returns the indices of those it did not get.

    The caller's transaction is what makes it all or nothing.
    """
    stamp = next_stamp(connection)
    lost = []
    for index, (event_id, seat_id) in enumerate(places):
        values = {"event": event_id, "seat": seat_id, "order": order_id, "now": stamp,
                  "taken": status}  # fmt: skip
        if connection.execute(_TAKE, values).rowcount != 1:
            lost.append(index)
    return lost


def free(connection: Connection, order_id: int, places: Iterable[Place] | None = None) -> None:
    """Frees the order's seats, or those of its seats that are named."""
    freed = update(event_seats).where(event_seats.c.order_id == order_id)
    values = {"status": FREE, "order_id": None, "stamp": next_stamp(connection)}
    if places is None:
        connection.execute(freed.values(values))
        return
    for event_id, seat_id in places:
        one = freed.where(event_seats.c.event_id == event_id, event_seats.c.seat_id == seat_id)
        connection.execute(one.values(values))


def sell(connection: Connection, order_id: int) -> None:
    """Turns the order's held seats into sold ones."""
    connection.execute(
        update(event_seats)
        .where(event_seats.c.order_id == order_id)
        .values(status=SOLD, stamp=next_stamp(connection))
    )


def expire(connection: Connection) -> None:
    """Ends the holds that have run out; every writer begins with it."""
    for order_id in connection.execute(_overdue()).scalars().all():
        free(connection, order_id)
        connection.execute(update(orders).where(orders.c.id == order_id).values(status=EXPIRED))


def expire_where_needed(store: Store) -> None:
    """Ends the holds that have run out, and writes only if there are any; readers begin with it."""
    with store.reading() as connection:
        is_needed = connection.execute(_overdue().limit(1)).first() is not None
    if is_needed:
        with store.writing() as connection:
            expire(connection)


def _overdue() -> Any:
    return select(orders.c.id).where(orders.c.status == OPEN, orders.c.hold_till < time.time())
