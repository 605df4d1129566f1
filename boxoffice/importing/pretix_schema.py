"""The pretix seating plan as a schema: what a file must hold, and what it may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

STANDING_ROW = "-"

Coordinate = Annotated[float, Field(ge=-1e7, le=1e7, allow_inf_nan=False)]
Length = Annotated[float, Field(ge=0, le=1e7, allow_inf_nan=False)]
Name = Annotated[str, Field(max_length=500)]


class Part(BaseModel):
    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True)


class Position(Part):
    x: Coordinate
    y: Coordinate


class Text(Part):
    text: Name = ""
    position: Position | None = None
    color: Name | None = None
    size: float | None = None


class Polygon(Part):
    points: list[Position]


class Rectangle(Part):
    width: Length
    height: Length


class Radii(Part):
    x: Length
    y: Length


class Ellipse(Part):
    radius: Radii


class Circle(Part):
    radius: Length


class Shape(Part):
    """A drawing without seats: a stage, a pitch, a caption."""

    shape: Literal["polygon", "rectangle", "ellipse", "circle", "text"]
    color: Name | None = None
    border_color: Name | None = None
    rotation: Coordinate = 0.0
    position: Position | None = None
    polygon: Polygon | None = None
    rectangle: Rectangle | None = None
    ellipse: Ellipse | None = None
    circle: Circle | None = None
    text: Text | None = None
    uuid: Name | None = None


class Seat(Part):
    seat_guid: Annotated[str, Field(min_length=1, max_length=200)]
    seat_number: Name
    position: Position
    category: Name
    radius: float | None = None
    start_direction: Name | None = None
    uuid: Name | None = None


class Row(Part):
    row_number: Name
    seats: list[Seat]
    position: Position
    row_label: Name | None = None
    seat_label: Name | None = None
    row_number_position: Name | None = None
    uuid: Name | None = None


class Zone(Part):
    position: Position
    rows: list[Row]
    name: Name = ""
    zone_id: Name | None = None
    uuid: Name | None = None
    areas: list[Shape] = []


class Category(Part):
    name: Name
    color: Name | None = None


class Plan(Part):
    name: Name
    zones: list[Zone]
    categories: Annotated[list[Category], Field(min_length=1)]
    size: Rectangle

    def seats(self) -> Iterator[Seat]:
        for zone in self.zones:
            for row in zone.rows:
                yield from row.seats
