"""Afterwards: every seat's history by the audit trail, and whether the tables agree with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from boxoffice.service.data import audit
from boxoffice.service.data.schema import audit as trail
from boxoffice.service.data.schema import event_seats, order_seats, orders, tickets
from boxoffice.service.data.status import COMPLETED, FREE, OPEN, RESERVED, SOLD
from boxoffice.service.data.store import Store
from tests.load.model import Mine

_SHOWN = 20


def verify(place: Path | str, kept: Mapping[int, Mine]) -> dict[str, list[str]]:
    """What is wrong with the data, by the kind of promise; empty lists where all is well.

    Args:
        place: the data file, or the owner's address of the database.
        kept: the orders that were acknowledged as sold and not given back since, by id.
    """
    store = Store(place)
    try:
        with store.reading() as connection:
            return {
                "owners": _owners(connection),
                "lost": _lost(connection, kept),
                "phantoms": _phantoms(connection),
            }
    finally:
        store.close()


def _owners(connection: Connection) -> list[str]:
    """Seats that changed hands in a way that cannot be, or have another owner than their history
    says, or several."""
    wrong: list[str] = []
    held: dict[tuple[int, int], tuple[int, int]] = {}  # place -> order, status
    for line in connection.execute(select(trail).order_by(trail.c.id)):
        for place in map(tuple, line.seats or []):
            wrong += _step(held, place, line)
    for row in connection.execute(select(event_seats)):
        place = (row.event_id, row.seat_id)
        owner = held.get(place)
        if (row.order_id, row.status) != (owner or (None, FREE)):
            wrong.append(f"{place} is {row.status} of order {row.order_id}, by its history {owner}")
    active = connection.execute(select(order_seats).where(order_seats.c.active)).all()
    counts = Counter((row.event_id, row.seat_id) for row in active)
    wrong += [f"{place} has {count} owners" for place, count in counts.items() if count > 1]
    owners = {(row.event_id, row.seat_id): row.order_id for row in active}
    if owners != {place: owner for place, (owner, _) in held.items()}:
        wrong.append("the orders' seats are others than those of the history")
    return wrong[:_SHOWN]


def _step(
    held: dict[tuple[int, int], tuple[int, int]], place: tuple[int, int], line: Any
) -> list[str]:
    """Takes one line of a seat's history over; returns what is wrong with it."""
    order, owner = line.order_id, held.get(place)
    match line.what:
        case audit.RESERVED:
            is_right = owner is None
            held[place] = (order, RESERVED)
        case audit.COMPLETED:  # a hold that ran out is taken again where the seat is free
            is_right = owner in (None, (order, RESERVED))
            held[place] = (order, SOLD)
        case audit.PRICED:
            is_right = owner == (order, RESERVED)
        case audit.EXPIRED:
            is_right = owner == (order, RESERVED)
            held.pop(place, None)
        case audit.GIVEN_BACK | audit.CANCELLED:
            is_right = owner is not None and owner[0] == order
            held.pop(place, None)
        case _:
            is_right = False
    return [] if is_right else [f"{place}: line {line.id}, {line.what} by {order}, was {owner}"]


def _lost(connection: Connection, kept: Mapping[int, Mine]) -> list[str]:
    """Orders that were acknowledged and are not as they were."""
    wrong = []
    found = {row.id: row for row in connection.execute(select(orders))}
    sold = _by_order(connection.execute(select(order_seats).where(order_seats.c.active)).all())
    valid = _by_order(connection.execute(select(tickets).where(tickets.c.status == 0)).all())
    for id_, order in kept.items():
        row = found.get(id_)
        if row is None or row.status != COMPLETED or row.external_id != order.number:
            wrong.append(f"order {id_} was sold as {order.number}, and is {row}")
        elif not set(order.seats) == sold.get(id_) == valid.get(id_):
            wrong.append(f"order {id_}: {set(order.seats)}, {sold.get(id_)}, {valid.get(id_)}")
    return wrong[:_SHOWN]


def _by_order(rows: Sequence[Any]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for row in rows:
        found.setdefault(row.order_id, set()).add(row.seat_id)
    return found


def _phantoms(connection: Connection) -> list[str]:
    """Seats that are held or sold without an order that is open or completed."""
    query = select(event_seats.c.seat_id, event_seats.c.status, orders.c.status).select_from(
        event_seats.outerjoin(orders, orders.c.id == event_seats.c.order_id)
    )
    needed = {RESERVED: OPEN, SOLD: COMPLETED}
    return [
        f"seat {seat} has status {status}, its order {of_order}"
        for seat, status, of_order in connection.execute(query)
        if status in needed and of_order != needed[status]
    ][:_SHOWN]
