"""ImportSeats: adds, changes and deletes seats of an event's location, all of them or none.

A seat is identified by its external id within the location. A deleted seat is kept out of reach:
its status in each event is raised by `GONE`, and lowered again when the seat comes back. An import
that brings nothing new changes nothing, so that no client reads the plan again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from msgspec import Meta, Struct
from sqlalchemy import Connection, RowMapping, bindparam, func, select, update

from boxoffice.service.data.schema import (
    areas,
    entrances,
    event_seats,
    events,
    locations,
    price_categories,
    seats,
)
from boxoffice.service.data.sql import constant, new_ids
from boxoffice.service.data.status import FREE, GONE, RESERVED, SOLD
from boxoffice.service.data.store import next_stamp, parts_of
from boxoffice.service.errors import Refusal
from boxoffice.service.imports.batch import Batch, InvalidItem, read
from boxoffice.service.imports.field_types import Coordinate
from boxoffice.service.imports.references import References
from boxoffice.service.requests import Id, Key, Text

_COLUMNS = ("area_id", "row", "number", "label", "x", "y", "angle", "attributes", "entrance_id")
_UPDATE = update(seats).where(seats.c.id == bindparam("seat_id"))


class SeatEntity(Struct):
    """A seat as it is sent. A `deleted` one needs nothing but its external id."""

    external_seat_id: Key
    area_id: Id | None = None
    external_area_id: Text | None = None
    price_category_id: Id | None = None
    external_price_category_id: Text | None = None
    entrance_id: Id | None = None
    external_entrance_id: Text | None = None
    row: Text | None = None
    number: Text | None = None
    label: Text | None = None
    x: Coordinate | None = None
    y: Coordinate | None = None
    angle: Coordinate | None = None
    attributes: Annotated[int, Meta(ge=0, lt=2**31)] | None = None
    deleted: bool = False

    def __post_init__(self) -> None:
        if not self.deleted and (self.x is None) != (self.y is None):
            raise ValueError(f"seat {self.external_seat_id!a} has half a place")


class ImportSeats(Struct):
    external_event_id: Key
    seats: list[SeatEntity]


@dataclass(slots=True)
class _Changes:
    """The changes that an import makes.

    Attributes:
        new: the columns of each new seat, and its price category.
        updated: the columns of known seats that differ, with their `seat_id`.
        recategorised: seats that get another price category, with its id.
        added: seats that the location has and the event has not, with their price category.
        revived, gone: seats that come back, and seats that are deleted.
    """

    new: list[tuple[dict[str, Any], int]] = field(default_factory=list)
    updated: list[dict[str, Any]] = field(default_factory=list)
    recategorised: list[tuple[int, int]] = field(default_factory=list)
    added: list[tuple[int, int]] = field(default_factory=list)
    revived: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)

    @property
    def changes_counts(self) -> bool:
        """Whether an event has more or fewer seats afterwards."""
        return bool(self.new or self.added or self.revived or self.gone)

    @property
    def is_empty(self) -> bool:
        return not (self.changes_counts or self.updated or self.recategorised)


def import_seats(connection: Connection, body: bytes) -> int:
    """Imports the seats and returns the event's id.

    Raises:
        Refusal: 422 names invalid items by their index, 409 those that are to be deleted and are
            held or sold in any event.
    """
    batch = read(body, ImportSeats, SeatEntity)
    _refuse_duplicates(batch)
    references = References(connection)
    key = batch.head["external_event_id"]
    event_id = references.head("event", events, "external_event_id", key)
    query = select(events).where(events.c.id == event_id)
    event = connection.execute(query).mappings().one()
    changes = _compared(connection, event, batch, references)
    if not changes.is_empty:
        _apply(connection, event, changes)
    return int(event["id"])


def _refuse_duplicates(batch: Batch[SeatEntity]) -> None:
    """Notes a problem for each item that names a seat again."""
    first: dict[str, int] = {}
    for index, entity in list(batch.items.items()):
        if first.setdefault(entity.external_seat_id, index) != index:
            batch.problems[index] = f"seat {entity.external_seat_id} is named twice"
            del batch.items[index]


def _compared(
    connection: Connection, event: RowMapping, batch: Batch[SeatEntity], references: References
) -> _Changes:
    """Raises: Refusal: as `import_seats`."""
    known = _known(connection, event, [e.external_seat_id for e in batch.items.values()])
    changes = _Changes()
    going: dict[int, int] = {}
    for index, entity in batch.items.items():
        row = known.get(entity.external_seat_id)
        if not entity.deleted:
            try:
                columns, category_id = _columns(entity, event, references)
            except InvalidItem as wrong:
                batch.problems[index] = f"seat {entity.external_seat_id}: {wrong}"
            else:
                _compare(changes, row, columns, category_id)
        elif row is None:
            batch.problems[index] = f"there is no seat {entity.external_seat_id}"
        elif not row["deleted"]:
            going[row["id"]] = index
    batch.refuse_problems()
    _refuse_taken(connection, event["location_id"], going)
    changes.gone = list(going)
    return changes


def _compare(
    changes: _Changes, row: RowMapping | None, columns: dict[str, Any], category_id: int
) -> None:
    if row is None:
        changes.new.append((columns, category_id))
        return
    seat_id = row["id"]
    if row["deleted"]:
        changes.revived.append(seat_id)
    if any(row[name] != columns[name] for name in _COLUMNS):
        changes.updated.append({"seat_id": seat_id} | {name: columns[name] for name in _COLUMNS})
    if row["price_category_id"] is None:
        changes.added.append((seat_id, category_id))
    elif row["price_category_id"] != category_id:
        changes.recategorised.append((seat_id, category_id))


def _columns(
    entity: SeatEntity, event: RowMapping, references: References
) -> tuple[dict[str, Any], int]:
    """The columns of a seat, and its price category; a standing place has neither row nor number.

    Raises:
        InvalidItem: it names something that does not exist.
    """
    place = event["location_id"]
    area_id = references.find("area", areas, entity.area_id, entity.external_area_id, place)
    category_id = references.find(
        "price category",
        price_categories,
        entity.price_category_id,
        entity.external_price_category_id,
        event["id"],
    )
    if area_id is None or category_id is None:
        raise InvalidItem(f"it names no {'area' if area_id is None else 'price category'}")
    is_placed = entity.x is not None
    columns = {
        "external_id": entity.external_seat_id,
        "area_id": area_id,
        "row": (entity.row or "") if is_placed else "",
        "number": (entity.number or "") if is_placed else "",
        "label": entity.label or None,
        "x": entity.x,
        "y": entity.y,
        "angle": entity.angle or 0.0,
        "attributes": entity.attributes or 0,
        "entrance_id": references.find(
            "entrance", entrances, entity.entrance_id, entity.external_entrance_id, place
        ),
    }
    return columns, category_id


def _known(
    connection: Connection, event: RowMapping, external_ids: Sequence[str]
) -> dict[str, RowMapping]:
    """The location's seats with these external ids, and their price category in the event."""
    statuses = event_seats
    joined = seats.outerjoin(
        statuses, (statuses.c.seat_id == seats.c.id) & (statuses.c.event_id == event["id"])
    )
    query = select(seats, statuses.c.price_category_id).select_from(joined)
    found = {}
    for some in parts_of(external_ids):
        part = query.where(
            seats.c.location_id == event["location_id"], seats.c.external_id.in_(some)
        )
        found.update({row["external_id"]: row for row in connection.execute(part).mappings()})
    return found


def _refuse_taken(connection: Connection, location_id: int, going: dict[int, int]) -> None:
    """Raises: Refusal: 409, a seat of the location that is to be deleted is held or sold."""
    taken: dict[int, str] = {}
    there = select(events.c.id).where(events.c.location_id == location_id)
    for some in parts_of(list(going)):
        query = select(event_seats.c.seat_id, event_seats.c.event_id).where(
            event_seats.c.event_id.in_(there),
            event_seats.c.seat_id.in_(some),
            event_seats.c.status.in_((constant(RESERVED), constant(SOLD))),
        )
        for seat_id, event_id in connection.execute(query):
            taken[going[seat_id]] = f"seat {seat_id} is held or sold in event {event_id}"
    if taken:
        raise Refusal(409, f"{len(taken)} seats that are to go are held or sold", items=taken)


def _apply(connection: Connection, event: RowMapping, changes: _Changes) -> None:
    stamp = next_stamp(connection)
    location_id, event_id = event["location_id"], event["id"]
    added = changes.added + _insert_seats(connection, location_id, changes.new, stamp)
    _insert_event_seats(connection, event_id, added, stamp)
    if changes.updated:
        connection.execute(_UPDATE, changes.updated)
    for seat_id, category_id in changes.recategorised:
        connection.execute(
            update(event_seats)
            .where(event_seats.c.event_id == event_id, event_seats.c.seat_id == seat_id)
            .values(price_category_id=category_id)
        )
    _move_status(connection, location_id, changes.gone, GONE, stamp)
    _move_status(connection, location_id, changes.revived, -GONE, stamp)
    touched = {row["seat_id"] for row in changes.updated}
    touched |= {seat_id for seat_id, _ in (*changes.recategorised, *added)}
    _stamp(connection, touched, stamp)
    renewed = update(locations).where(locations.c.id == location_id).values(plan_stamp=stamp)
    connection.execute(renewed)
    if changes.changes_counts:
        _recount(connection, location_id, stamp)


def _insert_seats(
    connection: Connection, location_id: int, new: Sequence[tuple[dict[str, Any], int]], stamp: int
) -> list[tuple[int, int]]:
    """Inserts new seats, and returns their ids with their price categories."""
    if not new:
        return []
    same = {"location_id": location_id, "stamp": stamp, "deleted": False}
    ids = new_ids(connection, seats, len(new))
    rows = [columns | same | {"id": id_} for id_, (columns, _) in zip(ids, new, strict=True)]
    connection.execute(seats.insert(), rows)
    return [(id_, category_id) for id_, (_, category_id) in zip(ids, new, strict=True)]


def _insert_event_seats(
    connection: Connection, event_id: int, added: Sequence[tuple[int, int]], stamp: int
) -> None:
    """Puts seats on sale for the event, each in its price category."""
    same = {"event_id": event_id, "status": FREE, "stamp": stamp}
    rows = [
        same | {"seat_id": seat_id, "price_category_id": category_id}
        for seat_id, category_id in added
    ]
    if rows:
        connection.execute(event_seats.insert(), rows)


def _move_status(
    connection: Connection, location_id: int, seat_ids: Sequence[int], by: int, stamp: int
) -> None:
    """Deletes seats (`by` is GONE) or brings them back (-GONE), in every event of the location."""
    is_gone = by > 0
    there = select(events.c.id).where(events.c.location_id == location_id)
    moved = event_seats.c.status < GONE if is_gone else event_seats.c.status >= GONE
    for some in parts_of(seat_ids):
        connection.execute(
            update(seats).where(seats.c.id.in_(some)).values(deleted=is_gone, stamp=stamp)
        )
        # The events are named, because the table is ordered by them.
        connection.execute(
            update(event_seats)
            .where(event_seats.c.event_id.in_(there), event_seats.c.seat_id.in_(some), moved)
            .values(status=event_seats.c.status + by, stamp=stamp)
        )


def _stamp(connection: Connection, seat_ids: set[int], stamp: int) -> None:
    if seat_ids:
        values = [{"seat_id": seat_id, "now": stamp} for seat_id in seat_ids]
        connection.execute(_UPDATE.values(stamp=bindparam("now")), values)


def _recount(connection: Connection, location_id: int, stamp: int) -> None:
    count = (
        select(func.count())
        .where(event_seats.c.event_id == events.c.id, event_seats.c.status < GONE)
        .scalar_subquery()
    )
    there = update(events).where(events.c.location_id == location_id)
    connection.execute(there.values(seats_total=count, stamp=stamp))
