"""What is on sale: events, where they take place, and what a seat costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum, IntEnum
from typing import assert_never
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from boxoffice.domain.ids import (
    AreaId,
    CountryId,
    EntranceId,
    EventCategoryId,
    EventId,
    EventSetId,
    LocationId,
    OrganizerId,
    PriceCategoryId,
    PriceTypeId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.rules import SalesRule

Point = tuple[float, float]
Rect = tuple[float, float, float, float]  # x, y, width, height


class EventStatus(Enum):
    DRAFT = "draft"
    ON_SALE = "on sale"
    SOLD_OUT = "sold out"
    CANCELLED = "cancelled"
    ENDED = "ended"
    OTHER = "other"

    @property
    def is_open(self) -> bool:
        """Whether its seats are sold, as far as the server decides."""
        match self:
            case EventStatus.ON_SALE:
                return True
            case EventStatus.DRAFT | EventStatus.SOLD_OUT | EventStatus.CANCELLED:
                return False
            case EventStatus.ENDED | EventStatus.OTHER:
                return False
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class Location:
    """A venue. `timezone` is an IANA name; show times are written in it."""

    id: LocationId
    name: str
    city: str = ""
    street: str = ""
    zip: str = ""
    country_code: str = ""
    timezone: str = "UTC"
    external_id: str = ""
    latitude: float | None = None
    longitude: float | None = None

    def local(self, moment: datetime) -> datetime:
        """The moment on the venue's clock; UTC where the zone is not known."""
        try:
            zone = ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            zone = ZoneInfo("UTC")
        return moment.astimezone(zone)


@dataclass(frozen=True, slots=True)
class Organizer:
    """Who puts events on."""

    id: OrganizerId
    name: str
    country_code: str = ""
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    vat_id: str = ""
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class EventSet:
    """Events that belong together: a festival, a season, a run. Times carry their offset."""

    id: EventSetId
    name: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class EventCategory:
    """What kind of event it is; a category may stand below another."""

    id: EventCategoryId
    name: str
    parent_id: EventCategoryId | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A country. `code` is its two letters by ISO 3166-1."""

    id: CountryId
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """One performance. All times carry their offset."""

    id: EventId
    name: str
    starts_at: datetime
    currency: str
    status: EventStatus = EventStatus.ON_SALE
    external_id: str = ""
    subtitle: str = ""
    ends_at: datetime | None = None
    doors_open_at: datetime | None = None
    location_id: LocationId | None = None
    seats_total: int = 0
    seats_free: int = 0
    description: str = ""
    organizer_id: OrganizerId | None = None
    event_set_id: EventSetId | None = None
    category_id: EventCategoryId | None = None
    sales_start: datetime | None = None
    sales_end: datetime | None = None
    picture_url: str = ""


class AreaKind(IntEnum):
    SEATED = 0
    STANDING = 1
    TABLE = 2
    DECORATION = 3
    OTHER = -1

    @property
    def has_places(self) -> bool:
        """Whether people may be in it: a decoration is only drawn."""
        match self:
            case AreaKind.SEATED | AreaKind.STANDING | AreaKind.TABLE | AreaKind.OTHER:
                return True
            case AreaKind.DECORATION:
                return False
            case _:
                assert_never(self)

    @property
    def is_standing(self) -> bool:
        """Whether its places are counted, and not told apart."""
        match self:
            case AreaKind.STANDING:
                return True
            case AreaKind.SEATED | AreaKind.TABLE | AreaKind.DECORATION | AreaKind.OTHER:
                return False
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class Area:
    """A section of the venue. Coordinates are venue units, y pointing down.

    `picture_url` names a picture to be drawn under the seats, empty for none; it is the server's
    word, to be fetched by its client alone. `picture_rect` is what it fills, None where unknown.
    """

    id: AreaId
    name: str
    kind: AreaKind = AreaKind.SEATED
    parent_id: AreaId | None = None
    capacity: int = 0
    outline: tuple[Point, ...] = ()
    label_at: Point | None = None
    color: str = ""
    level: int = 0
    sort: int = 0
    picture_url: str = ""
    picture_rect: Rect | None = None
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class Entrance:
    """A door that the audience comes in by, in venue units, y pointing down.

    `area_id` is the area that it leads to, None where it leads to all of the house.
    """

    id: EntranceId
    name: str
    x: float
    y: float
    area_id: AreaId | None = None
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class PriceCategory:
    """A group of seats of one price. `color` is '#rrggbb'."""

    id: PriceCategoryId
    name: str
    color: str = "#808080"
    sort: int = 0
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class PriceType:
    """Who pays: full, reduced, child. The API's 'sales type'."""

    id: PriceTypeId
    name: str
    short_name: str = ""
    is_default: bool = False
    requires_proof: bool = False
    sort: int = 0
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """What one seat costs. `vat_rate` is in per cent and contained in price and fee."""

    price: Money
    fee: Money
    vat_rate: Decimal = Decimal(0)

    @property
    def total(self) -> Money:
        return self.price + self.fee


@dataclass(frozen=True, slots=True)
class PriceList:
    """The prices of one event by category and type. A pair that is missing is not sold."""

    prices: Mapping[tuple[PriceCategoryId, PriceTypeId], Price]

    def get(self, category: PriceCategoryId, price_type: PriceTypeId) -> Price | None:
        return self.prices.get((category, price_type))

    def types_for(self, category: PriceCategoryId) -> frozenset[PriceTypeId]:
        """The price types that the category is sold at."""
        return frozenset(t for c, t in self.prices if c == category)

    def range_of(self, category: PriceCategoryId) -> tuple[Money, Money] | None:
        """The lowest and highest total of a category, None where it has no price."""
        totals = [p.total for (c, _), p in self.prices.items() if c == category]
        if not totals:
            return None
        return min(totals, key=lambda m: m.amount), max(totals, key=lambda m: m.amount)


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything about an event that the map and the order need, its seats apart."""

    event: Event
    location: Location | None
    areas: tuple[Area, ...]
    categories: tuple[PriceCategory, ...]
    price_types: tuple[PriceType, ...]
    price_list: PriceList
    entrances: tuple[Entrance, ...] = ()
    rules: tuple[SalesRule, ...] = ()
    _areas: Mapping[AreaId, Area] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_areas", {a.id: a for a in self.areas})

    @property
    def starts_at(self) -> datetime:
        """When the event starts, in the venue's zone where that is known."""
        starts = self.event.starts_at
        return self.location.local(starts) if self.location else starts

    def area(self, area_id: AreaId) -> Area | None:
        return self._areas.get(area_id)

    def default_type(self, category: PriceCategoryId) -> PriceType | None:
        """The price type a seat of the category is taken at: the default one, else the first."""
        return _first_default(self.types_of(category))

    def types_of(self, category: PriceCategoryId) -> tuple[PriceType, ...]:
        """The price types of the category, in the order they are shown."""
        ids = self.price_list.types_for(category)
        found = (t for t in self.price_types if t.id in ids)
        return tuple(sorted(found, key=lambda t: (t.sort, t.id)))


def _first_default(types: Iterable[PriceType]) -> PriceType | None:
    candidates = list(types)
    return next((t for t in candidates if t.is_default), candidates[0] if candidates else None)
