"""Seats as ImportSeats sends them, and their status as ImportSeatStatus does."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from boxoffice.service.batch import Batch
from boxoffice.service.fields import Coordinate
from boxoffice.service.requests import Id, Key, Text


class SeatEntity(Struct):
    """A seat as it is sent. `deleted` takes it out, and wants nothing but its id."""

    external_seat_id: Key
    area_id: Id | None = None
    external_area_id: Text | None = None
    price_category_id: Id | None = None
    external_price_category_id: Text | None = None
    entrance_id: Id | None = None
    external_entrance_id: Text | None = None
    row: Text | None = None
    number: Text | None = None
    label: Text | None = None
    x: Coordinate | None = None
    y: Coordinate | None = None
    angle: Coordinate | None = None
    attributes: Annotated[int, Meta(ge=0, lt=2**31)] | None = None
    deleted: bool = False

    def __post_init__(self) -> None:
        if not self.deleted and (self.x is None) != (self.y is None):
            raise ValueError(f"seat {self.external_seat_id!a} has half a place")


class ImportSeats(Struct):
    external_event_id: Key
    seats: list[SeatEntity]


class SeatStatusEntity(Struct):
    """Who has a seat, as the connected ticket system knows it: free, taken there, or blocked."""

    status: Annotated[int, Meta(ge=0, le=3)]
    seat_id: Id | None = None
    external_seat_id: Text | None = None
    blocked_reason: Text | None = None

    def __post_init__(self) -> None:
        if self.seat_id is None and not self.external_seat_id:
            raise ValueError("seat_id is missing")


class ImportSeatStatus(Struct):
    external_event_id: Key
    seat_states: list[SeatStatusEntity]


def refuse_twice(batch: Batch[SeatEntity]) -> None:
    """Who is named again is a problem."""
    first: dict[str, int] = {}
    for index, entity in list(batch.items.items()):
        if first.setdefault(entity.external_seat_id, index) != index:
            batch.problems[index] = f"seat {entity.external_seat_id} is named twice"
            del batch.items[index]
