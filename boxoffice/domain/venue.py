"""A venue before a server knows it: what seat-plan readers and the demo venues make.

Things name each other by key (their external ids), since ids are the server's to give.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from boxoffice.domain.catalogue import AreaKind, Point, Rect
from boxoffice.domain.drafts import DraftSalesRule
from boxoffice.domain.seats.seat import NO_ATTRIBUTES, SeatAttribute


class BrokenVenue(ValueError):
    """The venue contradicts itself; `problems` are sentences that name the culprits."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class DraftArea:
    """An area in venue units, y down. A decoration (stage, pitch) has an outline and no seats.

    Attributes:
        picture: a PNG, JPEG or SVG file's bytes, to be drawn under the seats.
        picture_rect: what it fills as x, y, width, height; None for the box of the outline.
    """

    key: str
    name: str
    kind: AreaKind = AreaKind.SEATED
    parent_key: str = ""
    capacity: int = 0
    outline: tuple[Point, ...] = ()
    label_at: Point | None = None
    color: str = ""
    level: int = 0
    picture: bytes = field(default=b"", repr=False)
    picture_rect: Rect | None = None


@dataclass(frozen=True, slots=True)
class DraftCategory:
    """A price category with what it costs by price type: `prices[type key] = (price, fee)`."""

    key: str
    name: str
    color: str
    prices: dict[str, tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class DraftPriceType:
    key: str
    name: str
    short_name: str
    is_default: bool = False
    requires_proof: bool = False


@dataclass(frozen=True, slots=True)
class DraftSeat:
    """A seat. A standing place has neither row, number, x nor y."""

    key: str
    area_key: str
    category_key: str
    row: str = ""
    number: str = ""
    x: float | None = None
    y: float | None = None
    angle: float = 0.0
    attributes: SeatAttribute = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class DraftEntrance:
    """A door in venue units, y down; it leads to the area `area_key`, or to all of the house."""

    key: str
    name: str
    x: float
    y: float
    area_key: str = ""


@dataclass(frozen=True, slots=True)
class Performance:
    """An event to be put on: `days_ahead` from the day the venue is set up, at a local time."""

    key: str
    name: str
    subtitle: str
    days_ahead: int
    hour: int
    minute: int = 0
    length_minutes: int = 150
    sold_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Venue:
    """A whole venue.

    Attributes:
        rules: the sales rules of its performances. The `event_key` of one is the key of a
            performance; without, every performance has it.
        blocked_reasons: why the venue keeps seats back, in turn.

    Raises:
        BrokenVenue: keys twice, references to nothing, or coordinates that are no number.
    """

    key: str
    name: str
    street: str
    zip: str
    city: str
    country_code: str
    timezone: str
    currency: str
    vat_rate: Decimal
    areas: tuple[DraftArea, ...]
    categories: tuple[DraftCategory, ...]
    price_types: tuple[DraftPriceType, ...]
    seats: tuple[DraftSeat, ...]
    performances: tuple[Performance, ...]
    entrances: tuple[DraftEntrance, ...] = ()
    rules: tuple[DraftSalesRule, ...] = ()
    blocked_reasons: tuple[str, ...] = ("House seats", "Technical: camera", "Press", "House seats")

    def __post_init__(self) -> None:
        problems = (
            *_doubles("area", (a.key for a in self.areas)),
            *_doubles("price category", (c.key for c in self.categories)),
            *_doubles("seat", (s.key for s in self.seats)),
            *_doubles("entrance", (e.key for e in self.entrances)),
            *_doubles("sales rule", (r.key for r in self.rules)),
            *self._loose_ends(),
            *self._loose_rules(),
        )
        if problems:
            raise BrokenVenue(problems)

    def _loose_ends(self) -> Iterable[str]:
        areas = {a.key for a in self.areas}
        categories = {c.key for c in self.categories}
        for seat in self.seats:
            if seat.area_key not in areas:
                yield f"seat {seat.key} is in no area ({seat.area_key!r})"
            if seat.category_key not in categories:
                yield f"seat {seat.key} has no price category ({seat.category_key!r})"
            if not all(c is None or math.isfinite(c) for c in (seat.x, seat.y)):
                yield f"seat {seat.key} has no place: x {seat.x}, y {seat.y}"
        for door in self.entrances:
            if door.area_key and door.area_key not in areas:
                yield f"entrance {door.key} leads to no area ({door.area_key!r})"
            if not (math.isfinite(door.x) and math.isfinite(door.y)):
                yield f"entrance {door.key} has no place: x {door.x}, y {door.y}"

    def _loose_rules(self) -> Iterable[str]:
        performances = {"", *(p.key for p in self.performances)}
        types = {"", *(t.key for t in self.price_types)}
        categories = {"", *(c.key for c in self.categories)}
        for rule in self.rules:
            if rule.event_key not in performances:
                yield f"sales rule {rule.key} is of no performance ({rule.event_key!r})"
            for key in (rule.price_type_key, rule.per_price_type_key):
                if key not in types:
                    yield f"sales rule {rule.key} is about no price type ({key!r})"
            if rule.category_key not in categories:
                yield f"sales rule {rule.key} is about no price category ({rule.category_key!r})"


def _doubles(what: str, keys: Iterable[str], most: int = 20) -> Iterable[str]:
    twice = [key for key, count in Counter(keys).items() if count > 1]
    if twice:
        shown = ", ".join(twice[:most]) + (", ..." if len(twice) > most else "")
        yield f"{len(twice)} {what} keys occur more than once: {shown}"
