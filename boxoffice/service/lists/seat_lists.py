"""The seats of an event, in three lists: the plan, the status, and what the event adds to it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, literal_column, select

from boxoffice.service.data import schema
from boxoffice.service.data.schema import event_seats, events, locations, orders, seats
from boxoffice.service.data.status import BLOCKED, GONE, OPEN
from boxoffice.service.data.store import next_marker
from boxoffice.service.lists.catalogue import event
from boxoffice.service.lists.paging import Entity, Found, Page, count_of, moment


def _paged(query: Select[Any], *where: ColumnElement[bool]) -> Select[Any]:
    where = (event_seats.c.event_id == bindparam("event"), *where)
    return query.where(*where).limit(bindparam("size")).offset(bindparam("offset"))


def _of_event(query: Select[Any]) -> Select[Any]:
    """A page of the seats that an event has."""
    return _paged(query, event_seats.c.status < GONE).order_by(event_seats.c.seat_id)


def _changed(query: Select[Any]) -> Select[Any]:
    """A page of the seats that changed at or after a marker."""
    # Not by the bare column: SQLite would walk all seats in its order, not the changed ones.
    order = event_seats.c.seat_id + literal_column("0")
    return _paged(query, event_seats.c.stamp >= bindparam("since")).order_by(order)


_COLUMNS = select(
    event_seats.c.seat_id,
    event_seats.c.status,
    event_seats.c.order_id,
    orders.c.credential_id,
    orders.c.status,
    orders.c.hold_till,
).select_from(event_seats.outerjoin(orders, orders.c.id == event_seats.c.order_id))
_STATUS, _STATUS_CHANGES = _of_event(_COLUMNS), _changed(_COLUMNS)
_MORE_COLUMNS = select(
    event_seats.c.seat_id,
    event_seats.c.price_category_id,
    event_seats.c.status,
    event_seats.c.blocked_reason,
)
_DATA, _DATA_CHANGES = _of_event(_MORE_COLUMNS), _changed(_MORE_COLUMNS)


def plan_stamp(connection: Connection, event_id: int) -> int:
    """The highest stamp of any seat of the event's location."""
    query = (
        select(locations.c.plan_stamp)
        .join(events, events.c.location_id == locations.c.id)
        .where(events.c.id == event_id)
    )
    return int(connection.execute(query).scalar_one())


def list_seats(connection: Connection, page: Page, event_id: int) -> Found:
    """The seats of an event; with a marker those whose position, attributes or price category
    changed at or after it, deleted ones included."""
    event(connection, event_id)
    marker = _marker(connection, page)
    if page.since > plan_stamp(connection, event_id):
        return Found((), 0, marker)
    statuses = schema.event_seats
    query = (
        select(
            seats.c.id,
            seats.c.external_id,
            seats.c.area_id,
            seats.c.row,
            seats.c.number,
            seats.c.x,
            seats.c.y,
            seats.c.angle,
            seats.c.attributes,
            statuses.c.price_category_id,
            seats.c.deleted,
            seats.c.label,
            seats.c.entrance_id,
        )
        .select_from(statuses.join(seats, seats.c.id == statuses.c.seat_id))
        .where(statuses.c.event_id == event_id)
        .order_by(statuses.c.seat_id)
    )
    if page.since:
        query = query.where(seats.c.stamp >= page.since)
        total = count_of(connection, query)
    else:
        query = query.where(statuses.c.status < GONE)
        total = _count_seats(connection, event_id, 0)
    rows = connection.execute(query.limit(page.size).offset(page.offset))
    return Found([_seat(event_id, tuple(row)) for row in rows], total, marker)


def _total(connection: Connection, page: Page, event_id: int, found: int) -> int:
    """How many seats there are on all pages, where this page has `found` of them."""
    if page.number == 1 and found < page.size:
        return found
    return _count_seats(connection, event_id, page.since)


def _count_seats(connection: Connection, event_id: int, since: int) -> int:
    statuses = schema.event_seats
    query = select(func.count()).where(statuses.c.event_id == event_id)
    query = query.where(statuses.c.stamp >= since if since else statuses.c.status < GONE)
    return int(connection.execute(query).scalar_one())


def list_seat_status(
    connection: Connection, page: Page, event_id: int, credential_id: int
) -> Found:
    """The status of all seats; with a marker, of those that changed at or after it. Seats in an
    order of this credential name the order."""
    event(connection, event_id)
    marker = _marker(connection, page)
    part = _STATUS_CHANGES if page.since else _STATUS
    entities = []
    held_till: dict[int, str | None] = {}  # by order: most orders have several seats
    rows = connection.execute(part, _part(page, event_id)).all()
    for seat_id, status, order_id, owner, order_status, hold_till in rows:
        entity: Entity = {"seat_id": seat_id, "event_id": event_id, "status": status}
        if status >= GONE:
            entity |= _status(status)
        if owner == credential_id:
            entity["order_id"] = order_id
            if order_status == OPEN:
                if order_id not in held_till:
                    held_till[order_id] = moment(hold_till)
                entity["hold_till"] = held_till[order_id]
        entities.append(entity)
    return Found(entities, _total(connection, page, event_id, len(entities)), marker)


def list_seat_data(connection: Connection, page: Page, event_id: int) -> Found:
    """What an event adds to its seats: their price category, their status, and why a blocked seat
    is blocked."""
    event(connection, event_id)
    marker = _marker(connection, page)
    part = _DATA_CHANGES if page.since else _DATA
    entities = []
    rows = connection.execute(part, _part(page, event_id))
    for seat_id, category_id, status, reason in rows:
        entity: Entity = {
            "event_id": event_id,
            "seat_id": seat_id,
            "price_category_id": category_id,
            **_status(status),
        }
        if reason and status == BLOCKED:
            entity["blocked_reason"] = reason
        entities.append(entity)
    total = _total(connection, page, event_id, len(entities))
    return Found(entities, total, marker)


def _part(page: Page, event_id: int) -> dict[str, int]:
    """The parameters of `_of_event` and `_changed`."""
    return {"event": event_id, "since": page.since, "size": page.size, "offset": page.offset}


def _status(status: int) -> Entity:
    """The status as the API has it: a deleted seat is blocked."""
    return {"status": status} if status < GONE else {"status": BLOCKED, "deleted": True}


def _marker(connection: Connection, page: Page) -> int:
    """The marker of the first page is the next one, and further pages repeat the client's: what
    changes while the client turns pages is then part of its next question."""
    return next_marker(connection) if page.number == 1 else page.since


def _seat(event_id: int, columns: tuple[Any, ...]) -> Entity:
    (
        id_,
        external_id,
        area_id,
        row,
        number,
        x,
        y,
        angle,
        attributes,
        category_id,
        deleted,
        label,
        entrance_id,
    ) = columns
    entity: Entity = {
        "id": id_,
        "external_seat_id": external_id,
        "event_id": event_id,
        "area_id": area_id,
        "price_category_id": category_id,
        "attributes": attributes,
    }
    if x is not None:
        entity |= {"row": row, "number": number, "x": x, "y": y, "angle": angle}
    if label:
        entity["label"] = label
    if entrance_id is not None:
        entity["entrance_id"] = entrance_id
    if deleted:
        entity["deleted"] = True
    return entity
