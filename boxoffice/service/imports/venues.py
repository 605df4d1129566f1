"""ImportLocations, ImportAreas and ImportEntrances.

In use, and not to be deleted, are a location with events, an area with seats, entrances or other
areas, and an entrance that seats name. The areas and entrances of a deleted location are deleted
with it and come back with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from msgspec import Meta, Struct
from sqlalchemy import Connection, RowMapping, select, update

from boxoffice.service.data.schema import areas, entrances, events, locations, seats
from boxoffice.service.imports.batch import InvalidItem, invalid_field, read
from boxoffice.service.imports.field_types import (
    Address,
    Colour,
    Coordinate,
    Country,
    Quantity,
    Sort,
    check_timezone,
)
from boxoffice.service.imports.references import References, used_by
from boxoffice.service.imports.upsert import Import, Imported, Kind
from boxoffice.service.requests import Id, Key, Text


class LocationEntity(Imported, kw_only=True):
    external_location_id: Key
    name: Text | None = None
    street: Text | None = None
    zip: Annotated[str, Meta(max_length=40)] | None = None
    city: Text | None = None
    country_code: Country | None = None
    timezone: Annotated[str, Meta(max_length=60)] | None = None
    latitude: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Meta(ge=-180, le=180)] | None = None

    def __post_init__(self) -> None:
        Imported.__post_init__(self)
        if self.timezone:
            check_timezone(self.timezone)


class ImportLocations(Struct):
    locations: list[LocationEntity]


class VenueEntity(Imported, kw_only=True):
    """An area. Without `picture_url` it keeps its picture; an empty one removes it."""

    external_area_id: Key
    location_id: Id | None = None
    external_location_id: Text | None = None
    parent_area_id: Id | None = None
    external_parent_area_id: Text | None = None
    name: Text | None = None
    kind: Annotated[int, Meta(ge=0, le=3)] | None = None
    capacity: Quantity | None = None
    outline: Annotated[list[tuple[Coordinate, Coordinate]], Meta(max_length=5000)] | None = None
    label_x: Coordinate | None = None
    label_y: Coordinate | None = None
    color: Colour | None = None
    picture_url: Address | None = None
    picture_rect: tuple[Coordinate, Coordinate, Coordinate, Coordinate] | None = None
    level: Sort | None = None
    sort: Sort | None = None

    def needed(self) -> tuple[str, ...]:
        return ()

    def __post_init__(self) -> None:
        Imported.__post_init__(self)
        if (self.label_x is None) != (self.label_y is None):
            raise ValueError("it has half a place for its label")
        if self.picture_rect is not None and min(self.picture_rect[2:]) <= 0:
            raise ValueError("its picture has no size")


class ImportAreas(Struct):
    venues: list[VenueEntity]
    external_location_id: Text | None = None


class EntranceEntity(Imported, kw_only=True):
    external_entrance_id: Key
    location_id: Id | None = None
    external_location_id: Text | None = None
    area_id: Id | None = None
    external_area_id: Text | None = None
    name: Text | None = None
    x: Coordinate | None = None
    y: Coordinate | None = None

    def __post_init__(self) -> None:
        Imported.__post_init__(self)
        if (self.x is None) != (self.y is None):
            raise ValueError("it has half a place")


class ImportEntrances(Struct):
    entrances: list[EntranceEntity]
    external_parent_area_id: Text | None = None


_LOCATION = Kind("location", locations, "external_location_id")
_AREA = Kind("area", areas, "external_area_id", owner="location_id")
_ENTRANCE = Kind("entrance", entrances, "external_entrance_id", owner="location_id")
_DEEPEST = 20  # areas in areas


def import_locations(connection: Connection, body: bytes) -> int | None:
    """Imports locations and returns the first one's id.

    Raises:
        Refusal: 422 and 409 with the items by index, as every import here.
    """
    task = Import(connection, _LOCATION, read(body, ImportLocations, LocationEntity))
    task.identify()
    task.fill(_location)
    task.check(
        lambda on, ids: used_by(
            on, events.c.location_id, ids, "events", events.c.deleted.is_(False)
        )
    )
    task.write(plan_stamp=0)
    return task.first_id()


def _location(_: int, item: LocationEntity) -> dict[str, Any]:
    texts = ("name", "street", "zip", "city", "country_code")
    return {name: getattr(item, name) or "" for name in texts} | {
        "timezone": item.timezone or "UTC",
        "latitude": item.latitude,
        "longitude": item.longitude,
    }


def import_areas(connection: Connection, body: bytes) -> int | None:
    """Imports areas and returns the first one's id.

    The parent of an area may be an area of the same request, before or after it. An area belongs to
    the location that it names, else to that of the request.
    """
    batch = read(body, ImportAreas, VenueEntity)
    references = References(connection)
    place = references.head(
        "location", locations, "external_location_id", batch.head["external_location_id"]
    )

    def owner_of(item: VenueEntity) -> int | None:
        own = references.find("location", locations, item.location_id, item.external_location_id)
        if own is None and place is None and not item.deleted:
            raise InvalidItem("it names no location")
        return place if own is None else own

    task = Import(connection, _AREA, batch)
    task.identify(owner_of)
    siblings = {(owner_of(item), item.external_area_id): task.ids[i] for i, item in task.kept}
    parents: dict[int, int | None] = {}

    def columns(index: int, item: VenueEntity) -> dict[str, Any]:
        owner = owner_of(item)
        parent = None
        if item.parent_area_id is None and item.external_parent_area_id:
            parent = siblings.get((owner, item.external_parent_area_id))
        if parent is None:
            parent = references.find(
                "area", areas, item.parent_area_id, item.external_parent_area_id, owner
            )
        parents[task.ids[index]] = parent
        return _area(item, task.rows[index]) | {"parent_id": parent}

    task.fill(columns)
    _check_nesting(task, parents)
    task.check(_used_areas)
    if task.write():
        _mark_plans_changed(task)
    return task.first_id()


def _area(item: VenueEntity, known: RowMapping | None) -> dict[str, Any]:
    """The columns of an area but for its parent."""
    picture, rect = item.picture_url, item.picture_rect
    if known is not None and picture is None:
        picture, rect = known["picture_url"], rect or known["picture_rect"]
    defaults = {"name": "", "kind": 0, "capacity": 0, "color": "", "level": 0, "sort": 0}
    return {name: getattr(item, name) or default for name, default in defaults.items()} | {
        "outline": [list(corner) for corner in item.outline or ()],
        "label_x": item.label_x,
        "label_y": item.label_y,
        "picture_url": picture or None,
        "picture_rect": None if rect is None else list(rect),
    }


def _check_nesting(task: Import[VenueEntity], changed: dict[int, int | None]) -> None:
    """Notes a problem for an area inside itself, and a conflict for a deleted one whose inner areas
    stay."""
    query = select(areas.c.id, areas.c.parent_id).where(areas.c.deleted.is_(False))
    parents = {row.id: row.parent_id for row in task.connection.execute(query)} | changed
    going = task.going
    inner = {parent for id_, parent in parents.items() if id_ not in going}
    for id_, index in going.items():
        if id_ in inner:
            task.conflicts[index] = f"area {id_} is in use: there are areas in it"
    for index, _ in task.kept:
        above, depth = changed.get(task.ids[index]), 0
        while above is not None and depth <= _DEEPEST:
            above, depth = parents.get(above), depth + 1
        if depth > _DEEPEST:
            reason = f"it is in itself, or in more than {_DEEPEST} areas"
            task.batch.problems.setdefault(index, reason)


def _used_areas(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    doors = used_by(
        connection, entrances.c.area_id, ids, "entrances", entrances.c.deleted.is_(False)
    )
    return doors | used_by(connection, seats.c.area_id, ids, "seats", seats.c.deleted.is_(False))


def _mark_plans_changed(task: Import[VenueEntity]) -> None:
    """Raises the plan stamp of the locations: best seats are counted from the drawings of areas, so
    cached seatings have to be read again."""
    owners = {row["location_id"] for row in task.rows.values() if row is not None}
    inside = select(areas.c.location_id).where(areas.c.stamp == task.stamp())
    owners |= set(task.connection.execute(inside).scalars())
    task.connection.execute(
        update(locations).where(locations.c.id.in_(owners)).values(plan_stamp=task.stamp())
    )


def import_entrances(connection: Connection, body: bytes) -> int | None:
    """Imports entrances and returns the first one's id.

    An entrance leads to the area that it names, else to that of the request, if this is in its
    location. It belongs to the area's location; without an area it has to name a location.
    """
    batch = read(body, ImportEntrances, EntranceEntity)
    references = References(connection)
    area_key = batch.head["external_parent_area_id"]
    # Which location's area it is depends on the entrance; here it must only exist somewhere.
    if area_key and not references.has(areas, area_key):
        raise invalid_field("external_parent_area_id", f"there is no area {area_key[:100]!r}")

    def place_of(item: EntranceEntity) -> tuple[int | None, int | None]:
        """The location and the area of an entrance."""
        own = references.find("location", locations, item.location_id, item.external_location_id)
        key = item.external_area_id or (area_key if item.area_id is None else None)
        area = references.find("area", areas, item.area_id, key, own)
        if own is None and area is not None:
            own = references.owner(areas, area)
        if own is None and not item.deleted:
            raise InvalidItem("it names neither an area nor a location")
        return own, area

    task = Import(connection, _ENTRANCE, batch)
    task.identify(lambda item: place_of(item)[0])
    task.fill(
        lambda _, item: {
            "name": item.name or "",
            "x": item.x,
            "y": item.y,
            "area_id": place_of(item)[1],
        }
    )
    task.check(
        lambda on, ids: used_by(on, seats.c.entrance_id, ids, "seats", seats.c.deleted.is_(False))
    )
    task.write()
    return task.first_id()
