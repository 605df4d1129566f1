"""Where events are: countries, locations, and the areas and entrances of locations."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, RowMapping, select

from boxoffice.service.data.schema import areas, entrances, locations
from boxoffice.service.data.store import next_marker
from boxoffice.service.lists.catalogue import event
from boxoffice.service.lists.paging import Entity, Found, Page, entity_of, page_of

_COUNTRY_STAMP = 1  # below all others: countries do not change


def list_locations(connection: Connection, page: Page, location_id: int | None) -> Found:
    query = select(locations).order_by(locations.c.id)
    if location_id is not None:
        query = query.where(locations.c.id == location_id)
    return page_of(connection, query, page, _location, locations)


def location_entity(connection: Connection, location_id: int) -> Entity:
    """A location, even a deleted one."""
    query = select(locations).where(locations.c.id == location_id)
    return entity_of(connection, query, _location, locations)


def list_areas(connection: Connection, page: Page, event_id: int | None) -> Found:
    """All areas, or those of an event's location."""
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
    return page_of(connection, query, page, _area, areas, locations)


def list_entrances(connection: Connection, page: Page, event_id: int | None) -> Found:
    """All entrances, or those of an event's location."""
    query = (
        select(entrances)
        .join(locations, locations.c.id == entrances.c.location_id)
        .order_by(entrances.c.id)
    )
    if event_id is not None:
        query = query.where(entrances.c.location_id == event(connection, event_id)["location_id"])
    return page_of(connection, query, page, _entrance, entrances, locations)


def list_countries(connection: Connection, page: Page, country_id: int | None) -> Found:
    """The countries of ISO 3166 by code, as the time zone data list them."""
    known = [
        country
        for country in _countries()
        if country_id in (None, country["id"]) and page.since <= _COUNTRY_STAMP
    ]
    shown = known[page.offset : page.offset + page.size]
    return Found(shown, len(known), next_marker(connection))


@cache
def _countries() -> tuple[Entity, ...]:
    text = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        {
            "id": _country_id(code),
            "country_code": code,
            "name": name,
            "last_updated": _COUNTRY_STAMP,
            "deleted": False,
        }
        for code, name in rows
    )


def _country_id(code: str) -> int:
    """1 for AA to 676 for ZZ: a country keeps its id whichever other countries there are."""
    first, second = (ord(letter) - ord("A") for letter in code)
    return first * 26 + second + 1


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
