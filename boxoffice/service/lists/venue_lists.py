"""The areas and entrances of places, as the API's entities."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, select

from boxoffice.service.data.schema import areas, entrances, locations
from boxoffice.service.lists.catalogue import Entity, Found, Page, event, found


def list_areas(connection: Connection, page: Page, event_id: int | None) -> Found:
    """All areas, or those of an event's place."""
    parents = areas.alias("parents")
    query = (
        select(
            areas,
            locations.c.external_id.label("location_key"),
            parents.c.external_id.label("parent_key"),
        )
        .join(locations, locations.c.id == areas.c.location_id)
        .outerjoin(parents, parents.c.id == areas.c.parent_id)
        .order_by(areas.c.sort, areas.c.id)
    )
    if event_id is not None:
        query = query.where(areas.c.location_id == event(connection, event_id)["location_id"])
    return found(connection, query, page, _area, areas, locations)


def list_entrances(connection: Connection, page: Page, event_id: int | None) -> Found:
    """All entrances, or those of an event's place."""
    query = (
        select(entrances)
        .join(locations, locations.c.id == entrances.c.location_id)
        .order_by(entrances.c.id)
    )
    if event_id is not None:
        query = query.where(entrances.c.location_id == event(connection, event_id)["location_id"])
    return found(connection, query, page, _entrance, entrances, locations)


def _area(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_area_id": row["external_id"],
        "external_location_id": row["location_key"],
        "parent_area_id": row["parent_id"],
        "external_parent_area_id": row["parent_key"],
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
    }


def _entrance(row: RowMapping) -> Entity:
    return {
        "id": row["id"],
        "external_entrance_id": row["external_id"],
        "area_id": row["area_id"],
        "name": row["name"],
        "x": row["x"],
        "y": row["y"],
    }
