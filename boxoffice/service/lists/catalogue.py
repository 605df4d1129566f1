"""What is on sale, as the API's entities: events, what they are part of, and where they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, RowMapping, Select, Table, bindparam, func, not_, or_, select

from boxoffice.service.data import schema
from boxoffice.service.data.schema import (
    event_categories,
    event_sets,
    events,
    locations,
    organizers,
)
from boxoffice.service.data.sql import greatest
from boxoffice.service.data.store import next_marker
from boxoffice.service.errors import not_found

Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is asked for: `number` from 1, and what changed since `since`."""

    number: int = 1
    size: int = 100
    since: int = 0

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size


@dataclass(frozen=True, slots=True)
class Found:
    """A page of entities, how many there are in all, and the marker to ask again with."""

    entities: Sequence[Entity]
    total: int
    marker: int


_EVENT = select(events).where(events.c.id == bindparam("event"), events.c.deleted.is_(False))
_EVER = Page(size=1, since=1)  # stamps begin above it


def moment(seconds: float | None) -> str | None:
    """ISO 8601 in UTC."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat()


def list_events(connection: Connection, page: Page, event_id: int | None) -> Found:
    """Events; a sale changes how many seats are free, so it changes the event."""
    statuses = schema.event_seats
    sold = select(func.max(statuses.c.stamp)).where(statuses.c.event_id == events.c.id)
    changed = greatest(events.c.stamp, func.coalesce(sold.scalar_subquery(), 0))
    free = (
        select(func.count()).where(statuses.c.event_id == events.c.id, statuses.c.status == 0)
    ).scalar_subquery()
    query = (
        select(
            events,
            free.label("free"),
            locations.c.timezone,
            locations.c.external_id.label("location_key"),
            organizers.c.external_id.label("organizer_key"),
        )
        .join(locations, locations.c.id == events.c.location_id)
        .outerjoin(organizers, organizers.c.id == events.c.organizer_id)
        .order_by(events.c.id)
    )
    if event_id is not None:
        query = query.where(events.c.id == event_id)
    return found(connection, query, page, _event, events, changed=changed)


def is_there(connection: Connection, event_id: int) -> bool:
    """Whether there is an event that was not taken out."""
    query = select(events.c.id).where(events.c.id == event_id, events.c.deleted.is_(False))
    return connection.execute(query).first() is not None


def event(connection: Connection, event_id: int) -> RowMapping:
    """The row of an event.

    Raises:
        Refusal: 404, there is none, or it was taken out.
    """
    row = connection.execute(_EVENT, {"event": event_id}).mappings().first()
    if row is None:
        raise not_found("event", event_id)
    return row


def event_entity(connection: Connection, event_id: int) -> Entity:
    """An event, even one that was taken out."""
    return dict(list_events(connection, _EVER, event_id).entities[0])


def list_locations(connection: Connection, page: Page, location_id: int | None) -> Found:
    query = select(locations).order_by(locations.c.id)
    if location_id is not None:
        query = query.where(locations.c.id == location_id)
    return found(connection, query, page, _location, locations)


def location_entity(connection: Connection, location_id: int) -> Entity:
    """A location, even one that was taken out."""
    return dict(list_locations(connection, _EVER, location_id).entities[0])


def organizer_entity(connection: Connection, organizer_id: int) -> Entity:
    """An organizer, even one that was taken out."""
    return dict(list_organizers(connection, _EVER, organizer_id).entities[0])


def list_organizers(connection: Connection, page: Page, organizer_id: int | None) -> Found:
    query = select(organizers).order_by(organizers.c.id)
    if organizer_id is not None:
        query = query.where(organizers.c.id == organizer_id)
    return found(connection, query, page, _organizer, organizers)


def list_event_sets(connection: Connection, page: Page, set_id: int | None) -> Found:
    query = select(event_sets).order_by(event_sets.c.id)
    if set_id is not None:
        query = query.where(event_sets.c.id == set_id)
    return found(connection, query, page, _event_set, event_sets)


def list_event_categories(connection: Connection, page: Page, category_id: int | None) -> Found:
    query = select(event_categories).order_by(event_categories.c.id)
    if category_id is not None:
        query = query.where(event_categories.c.id == category_id)
    return found(connection, query, page, _event_category, event_categories)


def found(
    connection: Connection,
    query: Select[Any],
    page: Page,
    entity: Callable[[RowMapping], Entity],
    *tables: Table,
    changed: Any = None,
) -> Found:
    """A page of what is there; of what changed, and what went, where a marker is given.

    Args:
        tables: what the rows are of, then what they belong to: they go and come with it.
        changed: the stamp of a row, where it is not just the highest of the tables'.
    """
    gone = or_(*(table.c.deleted for table in tables)).label("gone")
    if changed is None:
        stamps = [table.c.stamp for table in tables]
        changed = greatest(*stamps) if len(stamps) > 1 else stamps[0]
    query = query.add_columns(gone, changed.label("changed"))
    query = query.where(changed >= page.since if page.since else not_(gone))
    counted = select(func.count()).select_from(query.order_by(None).subquery())
    total = connection.execute(counted).scalar_one()
    rows = connection.execute(query.limit(page.size).offset(page.offset)).mappings()
    entities = [
        entity(row) | {"last_updated": row["changed"], "deleted": bool(row["gone"])} for row in rows
    ]
    return Found(entities, total, next_marker(connection))


def _event(row: RowMapping) -> Entity:
    zone = ZoneInfo(row["timezone"])
    times = ("start_date", "end_date", "doors_open", "sales_start", "sales_end")
    return {
        "id": row["id"],
        "external_event_id": row["external_id"],
        "name": row["name"],
        "subtitle": row["subtitle"],
        **{name: _at_place(row[name], zone) for name in times},
        "location_id": row["location_id"],
        "location_ref": row["location_key"],
        "organizer_id": row["organizer_id"],
        "organizer_ref": row["organizer_key"],
        "event_set_id": row["event_set_id"],
        "event_category_id": row["event_category_id"],
        "currency": row["currency"],
        "status": row["status"],
        "seats_total": row["seats_total"],
        "seats_free": row["free"],
        "picture_url": row["picture_url"] or "",
        "description": row["description"] or "",
    }


def _at_place(text: str | None, zone: ZoneInfo) -> str | None:
    """A kept time as the clocks at the place show it."""
    return None if text is None else datetime.fromisoformat(text).astimezone(zone).isoformat()


def _location(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_location_id": row["external_id"],
        "name": row["name"],
        "street": row["street"],
        "zip": row["zip"],
        "city": row["city"],
        "country_code": row["country_code"],
        "timezone": row["timezone"],
        "latitude": row["latitude"],
        "longitude": row["longitude"],
    }


def _organizer(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_event_organizer_id": row["external_id"],
        "name": row["name"],
        "country_code": row["country_code"],
        "email": row["email"],
        "phone": row["phone"],
        "vat_id": row["vat_id"],
    }


def _event_set(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_event_set_id": row["external_id"],
        "name": row["name"],
        "start_date": row["start_date"],
        "end_date": row["end_date"],
    }


def _event_category(row: RowMapping) -> Entity:
    return {"id": row["id"], "name": row["name"], "parent_id": row["parent_id"]}
