"""ImportSeats: seats of an event's place put in, changed and taken out, all of them or none.

A seat is known by its external id within the place. What is taken out stays known and out of
reach: its status in each event is moved up by `GONE`, and moved back when the seat comes again.
An import that says what is known already changes nothing, so that nobody reads the plan anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, func, select, update

from boxoffice.service.errors import Refusal
from boxoffice.service.holds import FREE, GONE, RESERVED, SOLD
from boxoffice.service.schema import areas, event_seats, events, locations, price_categories, seats
from boxoffice.service.seat_entities import SeatEntity, entities, read
from boxoffice.service.store import next_stamp

_CHUNK = 500  # ids in one question to the database
_COLUMNS = ("area_id", "row", "number", "x", "y", "angle", "attributes")
_UPDATE = update(seats).where(seats.c.id == bindparam("seat_id"))


@dataclass(slots=True)
class _Changes:
    """What an import comes to, by the seats' external ids or ids."""

    new: list[tuple[dict[str, Any], int]] = field(default_factory=list)  # columns, category
    moved: list[dict[str, Any]] = field(default_factory=list)
    recategorised: list[tuple[int, int]] = field(default_factory=list)  # seat, category
    added: list[tuple[int, int]] = field(default_factory=list)  # known seats new to the event
    revived: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Whether an event has more or fewer seats after it."""
        return bool(self.new or self.added or self.revived or self.gone)

    @property
    def is_empty(self) -> bool:
        return not (self.counts or self.moved or self.recategorised)


def import_seats(connection: Connection, body: bytes) -> int:
    """Does what the body says and returns the event's id.

    Raises:
        Refusal: 422 names items that make no sense by their index, 409 those that are to go and
            are held or sold in any event.
    """
    external_event_id, items = read(body)
    query = select(events).where(events.c.external_id == external_event_id)
    event = connection.execute(query).mappings().first()
    if event is None:
        reason = f"there is no event {external_event_id[:100]!r}"
        raise Refusal(422, reason, fields=[("external_event_id", reason)])
    problems: dict[int, str] = {}
    wanted = entities(items, problems)
    changes = _compared(connection, event, wanted, problems)
    if problems:
        raise Refusal(422, f"{len(problems)} of {len(items)} seats are not valid", items=problems)
    if not changes.is_empty:
        _apply(connection, event, changes)
    return int(event["id"])


def _compared(
    connection: Connection,
    event: RowMapping,
    wanted: dict[int, SeatEntity],
    problems: dict[int, str],
) -> _Changes:
    known = _known(connection, event, [e.external_seat_id for e in wanted.values()])
    area_ids = _ids(connection, areas, areas.c.location_id == event["location_id"])
    category_ids = _ids(connection, price_categories, price_categories.c.event_id == event["id"])
    changes = _Changes()
    going: dict[int, int] = {}
    for index, entity in wanted.items():
        row = known.get(entity.external_seat_id)
        if entity.deleted:
            if row is None:
                problems[index] = f"there is no seat {entity.external_seat_id}"
            elif not row["deleted"]:
                going[row["id"]] = index
            continue
        area_id = area_ids.get(_reference(entity.area_id, entity.external_area_id))
        category_id = category_ids.get(
            _reference(entity.price_category_id, entity.external_price_category_id)
        )
        if area_id is None or category_id is None:
            what = "area" if area_id is None else "price category"
            problems[index] = f"seat {entity.external_seat_id} is of no known {what}"
        else:
            _compare(changes, row, _columns(entity, area_id), category_id)
    if not problems:
        _refuse_taken(connection, going)
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
        changes.moved.append({"seat_id": seat_id} | {name: columns[name] for name in _COLUMNS})
    if row["price_category_id"] is None:
        changes.added.append((seat_id, category_id))
    elif row["price_category_id"] != category_id:
        changes.recategorised.append((seat_id, category_id))


def _columns(entity: SeatEntity, area_id: int) -> dict[str, Any]:
    """A seat as it is kept; a standing place has neither row nor number."""
    is_placed = entity.x is not None
    return {
        "external_id": entity.external_seat_id,
        "area_id": area_id,
        "row": (entity.row or "") if is_placed else "",
        "number": (entity.number or "") if is_placed else "",
        "x": entity.x,
        "y": entity.y,
        "angle": entity.angle or 0.0,
        "attributes": entity.attributes or 0,
    }


def _known(
    connection: Connection, event: RowMapping, external_ids: Sequence[str]
) -> dict[str, RowMapping]:
    """The place's seats with these external ids, with their price category in the event."""
    statuses = event_seats
    joined = seats.outerjoin(
        statuses, (statuses.c.seat_id == seats.c.id) & (statuses.c.event_id == event["id"])
    )
    query = select(seats, statuses.c.price_category_id).select_from(joined)
    found = {}
    for start in range(0, len(external_ids), _CHUNK):
        some = external_ids[start : start + _CHUNK]
        part = query.where(
            seats.c.location_id == event["location_id"], seats.c.external_id.in_(some)
        )
        found.update({row["external_id"]: row for row in connection.execute(part).mappings()})
    return found


def _ids(connection: Connection, table: Any, condition: Any) -> dict[int | str, int]:
    """Ids by themselves and by external id."""
    rows = connection.execute(select(table.c.id, table.c.external_id).where(condition)).all()
    return {row.external_id: row.id for row in rows} | {row.id: row.id for row in rows}


def _reference(id_: int | None, external_id: str | None) -> int | str:
    """What a thing is named by; an empty text, which nothing is, where it is not named."""
    return external_id or "" if id_ is None else id_


def _refuse_taken(connection: Connection, going: dict[int, int]) -> None:
    ids = list(going)
    taken: dict[int, str] = {}
    for start in range(0, len(ids), _CHUNK):
        query = select(event_seats.c.seat_id, event_seats.c.event_id).where(
            event_seats.c.seat_id.in_(ids[start : start + _CHUNK]),
            event_seats.c.status.in_((RESERVED, SOLD)),
        )
        for seat_id, event_id in connection.execute(query):
            taken[going[seat_id]] = f"seat {seat_id} is held or sold in event {event_id}"
    if taken:
        raise Refusal(409, f"{len(taken)} seats that are to go are held or sold", items=taken)


def _apply(connection: Connection, event: RowMapping, changes: _Changes) -> None:
    stamp = next_stamp(connection)
    place, event_id = event["location_id"], event["id"]
    added = list(changes.added)
    for columns, category_id in changes.new:
        values = columns | {"location_id": place, "stamp": stamp, "deleted": False}
        made = connection.execute(seats.insert().values(**values).returning(seats.c.id))
        added.append((made.scalar_one(), category_id))
    rows = [
        {"event_id": event_id, "seat_id": seat_id, "price_category_id": category_id,
         "status": FREE, "stamp": stamp}
        for seat_id, category_id in added
    ]  # fmt: skip
    if rows:
        connection.execute(event_seats.insert(), rows)
    if changes.moved:
        connection.execute(_UPDATE, changes.moved)
    for seat_id, category_id in changes.recategorised:
        connection.execute(
            update(event_seats)
            .where(event_seats.c.event_id == event_id, event_seats.c.seat_id == seat_id)
            .values(price_category_id=category_id)
        )
    _move_status(connection, changes.gone, GONE, stamp)
    _move_status(connection, changes.revived, -GONE, stamp)
    touched = {m["seat_id"] for m in changes.moved} | {s for s, _ in changes.recategorised}
    _stamp(connection, touched | {seat_id for seat_id, _ in added}, stamp)
    connection.execute(update(locations).where(locations.c.id == place).values(plan_stamp=stamp))
    if changes.counts:
        _recount(connection, place, stamp)


def _move_status(connection: Connection, seat_ids: Sequence[int], by: int, stamp: int) -> None:
    for seat_id in seat_ids:
        is_gone = by > 0
        connection.execute(
            update(seats).where(seats.c.id == seat_id).values(deleted=is_gone, stamp=stamp)
        )
        moved = event_seats.c.status < GONE if is_gone else event_seats.c.status >= GONE
        connection.execute(
            update(event_seats)
            .where(event_seats.c.seat_id == seat_id, moved)
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
