"""Things that a server does not know yet, as the imports put them there.

They name each other by key (their external ids), since ids are the server's to give. What belongs
to a house (areas, seats, entrances, prices) is in `venue.py`. Times carry their offset.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from boxoffice.domain.catalogue import EventStatus
from boxoffice.domain.seats.seat import SeatState


@dataclass(frozen=True, slots=True)
class DraftLocation:
    """A venue's address. `timezone` is an IANA name."""

    key: str
    name: str
    country_code: str = ""
    street: str = ""
    zip: str = ""
    city: str = ""
    timezone: str = "UTC"
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class DraftOrganizer:
    key: str
    name: str
    country_code: str = ""
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    vat_id: str = ""


@dataclass(frozen=True, slots=True)
class DraftEventSet:
    key: str
    name: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """An event at a location. Its seats come by an import of their own."""

    key: str
    name: str
    starts_at: datetime
    currency: str
    location_key: str
    organizer_key: str = ""
    category_name: str = ""
    subtitle: str = ""
    ends_at: datetime | None = None
    doors_open_at: datetime | None = None
    sales_start: datetime | None = None
    sales_end: datetime | None = None
    status: EventStatus = EventStatus.ON_SALE
    picture_url: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class DraftSalesRule:
    """A rule of an event; see `rules.SalesRule` for what the fields mean."""

    key: str
    event_key: str
    name: str
    price_type_key: str = ""
    category_key: str = ""
    min_quantity: int | None = None
    max_quantity: int | None = None
    step: int | None = None
    per_price_type_key: str = ""
    per_ratio: Decimal | None = None
    valid_from: datetime | None = None
    valid_till: datetime | None = None
    forbid_single_gap: bool = False


@dataclass(frozen=True, slots=True)
class SeatStateChange:
    """What a connected ticket system says of a seat of an event: free, taken there, or blocked."""

    seat_key: str
    state: SeatState
    reason: str = ""
