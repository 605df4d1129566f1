"""The API's entities as they are on the wire: read leniently, but never guessed at.

Unknown fields are ignored, missing optional ones take their default, an unknown enum value stays a
number until the mapping calls it OTHER. A missing required field is a refusal of the answer.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    FailFast,
    Field,
    TypeAdapter,
)

Id = Annotated[int, Field(ge=0, le=2**63 - 1)]
Coordinate = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]
# Read by itself: a drawing that makes no sense costs the drawing, not the house.
CORNER = TypeAdapter(tuple[Coordinate, Coordinate])
OUTLINE = TypeAdapter(Annotated[tuple[tuple[Coordinate, Coordinate], ...], FailFast()])
# More than any seat costs; arithmetic on a Decimal of absurd size is what this keeps out.
Amount = Annotated[Decimal, Field(ge=-(10**12), le=10**12, max_digits=20, allow_inf_nan=False)]
Rate = Annotated[Decimal, Field(ge=0, lt=1000, max_digits=10, allow_inf_nan=False)]


# What a screen can count to: a number beyond stands for the largest.
_MOST_COUNT = 2**31 - 1
# The first and last days that exist in every zone: some servers write 9999 for 'for ever'.
_FIRST, _LAST = datetime(1, 1, 3, tzinfo=UTC), datetime(9999, 12, 29, tzinfo=UTC)


def _or_empty(value: Any) -> Any:
    return "" if value is None else value


def _or_list(value: Any) -> Any:
    return [] if value is None else value


def _bounded(text: str) -> str:
    return text[:10_000]


def _countable(number: int) -> int:
    return max(-_MOST_COUNT, min(_MOST_COUNT, number))


def _on_every_clock(moment: datetime) -> datetime:
    return max(_FIRST, min(_LAST, moment))


Text = Annotated[str, BeforeValidator(_or_empty), AfterValidator(_bounded)]
BoundedText = Annotated[str, AfterValidator(_bounded)]
Count = Annotated[int, AfterValidator(_countable)]
Moment = Annotated[AwareDatetime, AfterValidator(_on_every_clock)]
Quantity = Annotated[int, Field(ge=0, le=100_000)]
Scope = Annotated[int, Field(ge=-(2**63), le=2**63 - 1)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


Degrees = Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)]


class Wire(BaseModel):
    """Base of all. An error never tells what stood there, since that may be a person's name."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, defer_build=True)


class Entity(Wire):
    """What every entry of a list has."""

    id: Id
    deleted: bool | None = False


class EventWire(Entity):
    external_event_id: Text = ""
    name: Text
    subtitle: Text = ""
    start_date: Moment
    end_date: Moment | None = None
    doors_open: Moment | None = None
    location_id: Id | None = None
    organizer_id: Id | None = None
    event_set_id: Id | None = None
    event_category_id: Id | None = None
    currency: Currency
    sales_start: Moment | None = None
    sales_end: Moment | None = None
    status: int = 1
    seats_total: Count | None = 0
    seats_free: Count | None = 0
    picture_url: Text = ""
    description: Text = ""


class OrganizerWire(Entity):
    external_event_organizer_id: Text = ""
    name: Text
    country_code: Text = ""
    email: Text = ""
    phone: Text = ""
    vat_id: Text = ""


class EventSetWire(Entity):
    external_event_set_id: Text = ""
    name: Text
    start_date: Moment | None = None
    end_date: Moment | None = None


class EventCategoryWire(Entity):
    name: Text
    parent_id: Id | None = None


class CountryWire(Entity):
    country_code: Text
    name: Text


class LocationWire(Entity):
    external_location_id: Text = ""
    name: Text
    street: Text = ""
    zip: Text = ""
    city: Text = ""
    country_code: Text = ""
    timezone: Text = "UTC"
    latitude: Degrees | None = None
    longitude: Degrees | None = None


class AreaWire(Entity):
    external_area_id: Text = ""
    parent_area_id: Id | None = None
    name: Text = ""
    kind: int = 0
    capacity: Count | None = 0
    outline: Any = None
    label_x: Any = None
    label_y: Any = None
    color: Text = ""
    picture_url: Text = ""
    picture_rect: Any = None
    level: Count | None = 0
    sort: Count | None = 0


class EntranceWire(Entity):
    """`x` and `y` as they came: an entrance without a place is left out, not a broken answer."""

    external_entrance_id: Text = ""
    area_id: Id | None = None
    name: Text = ""
    x: Any = None
    y: Any = None


class PriceCategoryWire(Entity):
    external_price_category_id: Text = ""
    name: Text
    color: Text = ""
    sort: Count | None = 0


class SalesTypeWire(Entity):
    external_sales_type_id: Text = ""
    name: Text
    short_name: Text = ""
    is_default: bool | None = False
    requires_proof: bool | None = False
    sort: Count | None = 0


class SalesTypePriceWire(Entity):
    sales_type_id: Id
    price_category_id: Id
    price: Amount
    fee: Amount | None = None
    vat_rate: Rate | None = None
    currency: Currency
    valid_from: Moment | None = None
    valid_till: Moment | None = None


class SalesRuleWire(Entity):
    external_sales_rule_id: Text = ""
    event_id: Id | None = None
    name: Text = ""
    sales_type_id: Id | None = None
    price_category_id: Id | None = None
    min_quantity: Quantity | None = None
    max_quantity: Quantity | None = None
    step: Quantity | None = None
    per_sales_type_id: Id | None = None
    per_ratio: Amount | None = None
    valid_from: Moment | None = None
    valid_till: Moment | None = None
    forbid_single_gap: bool | None = False


# Lists stop at the first entry that is wrong: a word on each of a million is minutes and gigabytes.
class SeatInOrderWire(Wire):
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
    external_event_id: Text = ""
    external_seat_id: Text = ""
    external_sales_type_id: Text = ""


class OrderWire(Wire):
    id: Id
    external_order_reseller_id: Text = ""
    status: int
    customer_id: Id | None = None
    currency: Currency
    total: Amount
    refunded: Amount | None = None
    hold_till: Moment | None = None
    created: Moment | None = None
    completed: Moment | None = None
    operator: Text = ""
    exchange_of: Id | None = None
    seats: Annotated[list[SeatInOrderWire], FailFast(), BeforeValidator(_or_list)] = []


class TicketWire(Wire):
    external_ticket_id: Text = ""
    barcode: Text
    seat_id: Id
    price: Amount | None = None
    currency: Currency | None = None
    status: int = 0


class _TicketEvent(Wire):
    id: Id | None = None


class _Tickets(Wire):
    tickets: Annotated[list[TicketWire], FailFast(), BeforeValidator(_or_list)] = []
    event: _TicketEvent | None = None


class ContainerWire(Wire):
    ticket: _Tickets


class CustomerWire(Entity):
    first_name: Text = Field("", repr=False)
    last_name: Text = Field("", repr=False)
    email: Text = Field("", repr=False)
    scope: Scope | None = 0
    phone: Text = Field("", repr=False)
    street: Text = Field("", repr=False)
    zip: Text = Field("", repr=False)
    city: Text = Field("", repr=False)
    country_code: Text = ""


class TicketSystemWire(Entity):
    name: Text
    system_type_area_id: Count | None = None
    url: Text = ""
    is_online: bool | None = True


class MappingWire(Wire):
    id: Id | None = None
    external_id: BoundedText | None = None


class SimpleWire(Wire):
    id: Id | None = None
    message: Text = ""
