"""What is on sale, as the API's entities: events, venues, prices, seats and their status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, or_, select

from boxoffice.service import schema
from boxoffice.service.errors import not_found
from boxoffice.service.schema import areas, events, locations
from boxoffice.service.store import next_marker

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


def moment(seconds: float | None) -> str | None:
    """ISO 8601 in UTC."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat()


def list_events(connection: Connection, page: Page, event_id: int | None) -> Found:
    statuses = schema.event_seats
    # A sale changes how many seats are free, so it changes the event.
    changed = (
        select(func.max(statuses.c.stamp)).where(statuses.c.event_id == events.c.id)
    ).scalar_subquery()
    free = (
        select(func.count()).where(statuses.c.event_id == events.c.id, statuses.c.status == 0)
    ).scalar_subquery()
    query = select(events, free.label("free"), changed.label("changed")).order_by(events.c.id)
    if event_id is not None:
        query = query.where(events.c.id == event_id)
    if page.since:
        query = query.where(or_(events.c.stamp >= page.since, changed >= page.since))
    return _found(connection, query, page, _event)


def event(connection: Connection, event_id: int) -> RowMapping:
    """The row of an event.

    Raises:
        Refusal: 404, there is none.
    """
    row = connection.execute(select(events).where(events.c.id == event_id)).mappings().first()
    if row is None:
        raise not_found("event", event_id)
    return row


def event_entity(connection: Connection, event_id: int) -> Entity:
    return dict(list_events(connection, Page(), event_id).entities[0])


def list_locations(connection: Connection, page: Page, location_id: int | None) -> Found:
    query = select(locations).order_by(locations.c.id)
    if location_id is not None:
        query = query.where(locations.c.id == location_id)
    return _found(connection, _since(query, locations, page), page, _location)


def list_areas(connection: Connection, page: Page, event_id: int | None) -> Found:
    query = select(areas).order_by(areas.c.sort, areas.c.id)
    if event_id is not None:
        query = query.where(areas.c.location_id == event(connection, event_id)["location_id"])
    return _found(connection, _since(query, areas, page), page, _area)


def list_entrances(connection: Connection, page: Page, event_id: int | None) -> Found:
    table = schema.entrances
    query = select(table).order_by(table.c.id)
    if event_id is not None:
        query = query.where(table.c.location_id == event(connection, event_id)["location_id"])
    return _found(connection, _since(query, table, page), page, _entrance)


def list_price_categories(connection: Connection, page: Page, event_id: int | None) -> Found:
    table = schema.price_categories
    query = select(table).order_by(table.c.sort, table.c.id)
    if event_id is not None:
        event(connection, event_id)
        query = query.where(table.c.event_id == event_id)
    return _found(connection, _since(query, table, page), page, _price_category)


def list_sales_types(connection: Connection, page: Page, sales_type_id: int | None) -> Found:
    table = schema.sales_types
    query = select(table).order_by(table.c.sort, table.c.id)
    if sales_type_id is not None:
        query = query.where(table.c.id == sales_type_id)
    return _found(connection, _since(query, table, page), page, _sales_type)


def list_prices(connection: Connection, page: Page, event_id: int | None) -> Found:
    table = schema.prices
    query = select(table).order_by(table.c.id)
    if event_id is not None:
        event(connection, event_id)
        query = query.where(table.c.event_id == event_id)
    return _found(connection, _since(query, table, page), page, _price)


def _found(connection: Connection, query: Select[Any], page: Page, entity: Any) -> Found:
    total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    rows = connection.execute(query.limit(page.size).offset(page.offset)).mappings()
    return Found([entity(row) for row in rows], total, next_marker(connection))


def _since(query: Select[Any], table: Any, page: Page) -> Select[Any]:
    return query.where(table.c.stamp >= page.since) if page.since else query


def _event(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_event_id": row["external_id"],
        "name": row["name"],
        "subtitle": row["subtitle"],
        "start_date": row["start_date"],
        "end_date": row["end_date"],
        "doors_open": row["doors_open"],
        "location_id": row["location_id"],
        "currency": row["currency"],
        "status": row["status"],
        "seats_total": row["seats_total"],
        "seats_free": row["free"],
        "last_updated": max(row["stamp"], row["changed"] or 0),
        "deleted": False,
    }


def location_entity(connection: Connection, location_id: int) -> Entity:
    query = select(locations).where(locations.c.id == location_id)
    return _location(connection.execute(query).mappings().one())


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
        "last_updated": row["stamp"],
        "deleted": False,
    }


def _area(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_area_id": row["external_id"],
        "parent_area_id": row["parent_id"],
        "name": row["name"],
        "kind": row["kind"],
        "capacity": row["capacity"],
        "outline": row["outline"],
        "label_x": row["label_x"],
        "label_y": row["label_y"],
        "color": row["color"],
        "picture_url": row["picture_url"] or "",
        "picture_rect": row["picture_rect"],
        "level": row["level"],
        "sort": row["sort"],
        "last_updated": row["stamp"],
        "deleted": False,
    }


def _entrance(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_entrance_id": row["external_id"],
        "area_id": row["area_id"],
        "name": row["name"],
        "x": row["x"],
        "y": row["y"],
        "last_updated": row["stamp"],
        "deleted": False,
    }


def _price_category(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_price_category_id": row["external_id"],
        "event_id": row["event_id"],
        "name": row["name"],
        "color": row["color"],
        "sort": row["sort"],
        "last_updated": row["stamp"],
        "deleted": False,
    }


def _sales_type(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_sales_type_id": row["external_id"],
        "name": row["name"],
        "short_name": row["short_name"],
        "is_default": row["is_default"],
        "requires_proof": row["requires_proof"],
        "sort": row["sort"],
        "last_updated": row["stamp"],
        "deleted": False,
    }


def _price(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "event_id": row["event_id"],
        "sales_type_id": row["sales_type_id"],
        "price_category_id": row["price_category_id"],
        "price": row["price"],
        "fee": row["fee"],
        "vat_rate": row["vat_rate"],
        "currency": row["currency"],
        "last_updated": row["stamp"],
        "deleted": False,
    }
