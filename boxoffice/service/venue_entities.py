"""Places, their areas and their entrances, as imports send them."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from boxoffice.service.fields import (
    Address,
    Colour,
    Coordinate,
    Country,
    Quantity,
    Sort,
    check_timezone,
)
from boxoffice.service.requests import Id, Key, Text
from boxoffice.service.upsert import Imported


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
    """An area. Without a picture it keeps the one it has; an empty address takes that away."""

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
