"""The API's entities as they are on the wire: read leniently, but never guessed at.

Unknown fields are ignored, missing optional ones take their default, an unknown enum value stays a
number until the mapping calls it OTHER. A missing required field is a refusal of the answer.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
)

Id = Annotated[int, Field(ge=0, le=2**63 - 1)]
Coordinate = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]
# Read by itself: a drawing that makes no sense costs the drawing, not the house.
CORNER = TypeAdapter(tuple[Coordinate, Coordinate])
OUTLINE = TypeAdapter(tuple[tuple[Coordinate, Coordinate], ...])
# More than any seat costs; arithmetic on a Decimal of absurd size is what this keeps out.
Amount = Annotated[Decimal, Field(ge=-(10**12), le=10**12, max_digits=20, allow_inf_nan=False)]
Rate = Annotated[Decimal, Field(ge=0, lt=1000, max_digits=10, allow_inf_nan=False)]


def _or_empty(value: Any) -> Any:
    return "" if value is None else value


def _or_list(value: Any) -> Any:
    return [] if value is None else value


def _bounded(text: str) -> str:
    return text[:10_000]


Text = Annotated[str, BeforeValidator(_or_empty), AfterValidator(_bounded)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class Entity(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: Id
    deleted: bool = False


class EventWire(Entity):
    external_event_id: Text = ""
    name: Text
    subtitle: Text = ""
    start_date: AwareDatetime
    end_date: AwareDatetime | None = None
    doors_open: AwareDatetime | None = None
    location_id: Id | None = None
    currency: Currency
    status: int = 1
    seats_total: int | None = 0
    seats_free: int | None = 0
    description: Text = ""


class LocationWire(Entity):
    name: Text
    street: Text = ""
    zip: Text = ""
    city: Text = ""
    country_code: Text = ""
    timezone: Text = "UTC"


class AreaWire(Entity):
    parent_area_id: Id | None = None
    name: Text = ""
    kind: int = 0
    capacity: int | None = 0
    outline: Any = None
    label_x: Any = None
    label_y: Any = None
    color: Text = ""
    picture_url: Text = ""
    picture_rect: Any = None
    level: int | None = 0
    sort: int | None = 0


class EntranceWire(Entity):
    """`x` and `y` as they came: an entrance without a place is left out, not a broken answer."""

    area_id: Id | None = None
    name: Text = ""
    x: Any = None
    y: Any = None


class PriceCategoryWire(Entity):
    name: Text
    color: Text = ""
    sort: int | None = 0


class SalesTypeWire(Entity):
    name: Text
    short_name: Text = ""
    is_default: bool | None = False
    requires_proof: bool | None = False
    sort: int | None = 0


class SalesTypePriceWire(BaseModel):
    model_config = ConfigDict(extra="ignore")

    sales_type_id: Id
    price_category_id: Id
    price: Amount
    fee: Amount | None = None
    vat_rate: Rate | None = None
    currency: Currency
    deleted: bool = False


class SeatInOrderWire(BaseModel):
    model_config = ConfigDict(extra="ignore")

    event_id: Id
    seat_id: Id
    area_id: Id = 0
    area_name: Text = ""
    row: Text = ""
    number: Text = ""
    price_category_id: Id
    sales_type_id: Id
    price: Amount
    fee: Amount | None = None
    vat_rate: Rate | None = None
    currency: Currency


class OrderWire(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: Id
    external_order_reseller_id: Text = ""
    status: int
    currency: Currency
    total: Amount
    refunded: Amount | None = None
    hold_till: datetime | None = None
    created: datetime | None = None
    completed: datetime | None = None
    seats: Annotated[list[SeatInOrderWire], BeforeValidator(_or_list)] = []


class TicketWire(BaseModel):
    model_config = ConfigDict(extra="ignore")

    external_ticket_id: Text = ""
    barcode: Text
    seat_id: Id
    status: int = 0


class _Tickets(BaseModel):
    tickets: Annotated[list[TicketWire], BeforeValidator(_or_list)] = []


class ContainerWire(BaseModel):
    model_config = ConfigDict(extra="ignore")

    ticket: _Tickets
