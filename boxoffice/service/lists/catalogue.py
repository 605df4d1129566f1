"""Events, and what they are part of: organizers, event sets and event categories."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, RowMapping, Select, bindparam, func, select

from boxoffice.service.data import schema
from boxoffice.service.data.schema import (
    event_categories,
    event_sets,
    events,
    locations,
    organizers,
)
from boxoffice.service.data.sql import greatest
from boxoffice.service.data.status import FREE
from boxoffice.service.errors import not_found
from boxoffice.service.lists.paging import Entity, Found, Page, entity_of, page_of

_EVENT = select(events).where(events.c.id == bindparam("event"), events.c.deleted.is_(False))


def list_events(connection: Connection, page: Page, event_id: int | None) -> Found:
    """Events. A sale changes how many seats are free, so it counts as a change of the event."""
    query, changed = _events()
    if event_id is not None:
        query = query.where(events.c.id == event_id)
    return page_of(connection, query, page, _event, events, changed=changed)


def _events() -> tuple[Select[Any], Any]:
    """All events, and the stamp of each."""
    statuses = schema.event_seats
    sold = select(func.max(statuses.c.stamp)).where(statuses.c.event_id == events.c.id)
    changed = greatest(events.c.stamp, func.coalesce(sold.scalar_subquery(), 0))
    free = (
        select(func.count()).where(statuses.c.event_id == events.c.id, statuses.c.status == FREE)
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
    return query, changed


def is_there(connection: Connection, event_id: int) -> bool:
    """Whether there is such an event, and it was not deleted."""
    query = select(events.c.id).where(events.c.id == event_id, events.c.deleted.is_(False))
    return connection.execute(query).first() is not None


def event(connection: Connection, event_id: int) -> RowMapping:
    """The row of an event.

    Raises:
        Refusal: 404, there is none, or it was deleted.
    """
    row = connection.execute(_EVENT, {"event": event_id}).mappings().first()
    if row is None:
        raise not_found("event", event_id)
    return row


def event_entity(connection: Connection, event_id: int) -> Entity:
    """An event, even a deleted one."""
    query, changed = _events()
    query = query.where(events.c.id == event_id)
    return entity_of(connection, query, _event, events, changed=changed)


def list_organizers(connection: Connection, page: Page, organizer_id: int | None) -> Found:
    query = select(organizers).order_by(organizers.c.id)
    if organizer_id is not None:
        query = query.where(organizers.c.id == organizer_id)
    return page_of(connection, query, page, _organizer, organizers)


def organizer_entity(connection: Connection, organizer_id: int) -> Entity:
    """An organizer, even a deleted one."""
    query = select(organizers).where(organizers.c.id == organizer_id)
    return entity_of(connection, query, _organizer, organizers)


def list_event_sets(connection: Connection, page: Page, set_id: int | None) -> Found:
    query = select(event_sets).order_by(event_sets.c.id)
    if set_id is not None:
        query = query.where(event_sets.c.id == set_id)
    return page_of(connection, query, page, _event_set, event_sets)


def list_event_categories(connection: Connection, page: Page, category_id: int | None) -> Found:
    query = select(event_categories).order_by(event_categories.c.id)
    if category_id is not None:
        query = query.where(event_categories.c.id == category_id)
    return page_of(connection, query, page, _event_category, event_categories)


def _event(row: RowMapping) -> Entity:
    zone = ZoneInfo(row["timezone"])
    times = ("start_date", "end_date", "doors_open", "sales_start", "sales_end")
    return {
        "id": row["id"],
        "external_event_id": row["external_id"],
        "name": row["name"],
        "subtitle": row["subtitle"],
        **{name: _local_time(row[name], zone) for name in times},
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


def _local_time(text: str | None, zone: ZoneInfo) -> str | None:
    """A stored time in the time zone of the event's location."""
    return None if text is None else datetime.fromisoformat(text).astimezone(zone).isoformat()


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
