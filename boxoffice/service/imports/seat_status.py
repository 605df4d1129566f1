"""ImportSeatStatus: the status of seats of an event, as the connected ticket system has it.

A seat that the other system has reserved or sold has no order here. The status of a seat that one
of our orders holds or has sold is decided here: the same status changes nothing, and any other is a
conflict.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct
from sqlalchemy import Connection, RowMapping, bindparam, select, update

from boxoffice.service.data.schema import event_seats, events, seats
from boxoffice.service.data.status import BLOCKED, GONE
from boxoffice.service.data.store import next_stamp, parts_of
from boxoffice.service.errors import Refusal
from boxoffice.service.imports.batch import Batch, read
from boxoffice.service.imports.references import References
from boxoffice.service.requests import Id, Key, Text


class SeatStatusEntity(Struct):
    """The status of a seat in the connected ticket system: free, taken there, or blocked."""

    status: Annotated[int, Meta(ge=0, le=3)]
    seat_id: Id | None = None
    external_seat_id: Text | None = None
    blocked_reason: Text | None = None

    def __post_init__(self) -> None:
        if self.seat_id is None and not self.external_seat_id:
            raise ValueError("seat_id is missing")


class ImportSeatStatus(Struct):
    external_event_id: Key
    seat_states: list[SeatStatusEntity]


def import_seat_status(connection: Connection, body: bytes) -> int:
    """Imports all states or none, and returns the event's id.

    Raises:
        Refusal: 422 names invalid items by their index, 409 those of seats in our orders.
    """
    batch = read(body, ImportSeatStatus, SeatStatusEntity)
    key = batch.head["external_event_id"]
    references = References(connection)
    event_id = references.head("event", events, "external_event_id", key) or 0
    rows = _rows(connection, event_id, batch)
    batch.refuse_problems()
    changes: list[dict[str, Any]] = []
    conflicts = {}
    for index, item in batch.items.items():
        row = rows[index]
        reason = (item.blocked_reason or None) if item.status == BLOCKED else None
        if (row["status"], row["blocked_reason"]) == (item.status, reason):
            continue
        if row["order_id"] is None:
            changes.append(
                {"which": row["seat_id"], "status": item.status, "blocked_reason": reason}
            )
        elif row["status"] != item.status:
            conflicts[index] = f"seat {row['seat_id']} is held or sold by an order"
    if conflicts:
        reason = f"{len(conflicts)} of {batch.size} seats are held or sold by orders"
        raise Refusal(409, reason, items=conflicts)
    if changes:
        one = update(event_seats).where(
            event_seats.c.event_id == event_id, event_seats.c.seat_id == bindparam("which")
        )
        stamp = next_stamp(connection)
        connection.execute(one, [change | {"stamp": stamp} for change in changes])
    return event_id


def _rows(
    connection: Connection, event_id: int, batch: Batch[SeatStatusEntity]
) -> dict[int, RowMapping]:
    """The rows of the seats that are named, by index; an unknown seat, and one that is named again,
    is noted as a problem."""
    found = _found(connection, event_id, batch)
    meant: dict[int, RowMapping] = {}
    first: dict[int, int] = {}
    for index, item in batch.items.items():
        name = item.seat_id if item.seat_id is not None else str(item.external_seat_id)
        row = found.get(name)
        if row is None:
            batch.problems[index] = f"the event has no seat {name!r}"
        elif first.setdefault(row["seat_id"], index) != index:
            batch.problems[index] = f"seat {name!r} is named twice"
        else:
            meant[index] = row
    return meant


def _found(
    connection: Connection, event_id: int, batch: Batch[SeatStatusEntity]
) -> dict[int | str, RowMapping]:
    """The event's seats with the ids and external ids of the items."""
    by_id = {item.seat_id for item in batch.items.values() if item.seat_id is not None}
    by_key = {
        item.external_seat_id
        for item in batch.items.values()
        if item.seat_id is None and item.external_seat_id
    }
    query = (
        select(event_seats, seats.c.external_id)
        .join(seats, seats.c.id == event_seats.c.seat_id)
        .where(event_seats.c.event_id == event_id, event_seats.c.status < GONE)
    )
    found: dict[int | str, RowMapping] = {}
    for some in parts_of(list(by_id)):
        rows = connection.execute(query.where(event_seats.c.seat_id.in_(some))).mappings()
        found.update({row["seat_id"]: row for row in rows})
    location = select(events.c.location_id).where(events.c.id == event_id).scalar_subquery()
    for names in parts_of(list(by_key)):
        there = query.where(seats.c.location_id == location, seats.c.external_id.in_(names))
        found.update({row["external_id"]: row for row in connection.execute(there).mappings()})
    return found
