"""The API's entities as they are on the wire: read leniently, but never guessed at.

Unknown fields are ignored, missing optional ones take their default, an unknown enum value is a
number until the mapping calls it OTHER. A missing required field is a refusal of the answer; an
optional one that does not fit takes its default too, and is noted in the `Reading`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    FailFast,
    Field,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)

Id = Annotated[int, Field(ge=0, le=2**63 - 1)]
Coordinate = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]
# Read by itself: a drawing that makes no sense costs the drawing, not the house.
CORNER = TypeAdapter(tuple[Coordinate, Coordinate])
OUTLINE = TypeAdapter(Annotated[tuple[tuple[Coordinate, Coordinate], ...], FailFast()])
NOISE = Decimal("0.000001")  # what binary fractions add to a number on their way
_FINEST = Decimal("0.0001")
_MOST_NOISY = 10**12


def without_noise(value: Any) -> Any:
    """A number without what a binary fraction has added to it; others stay."""
    if isinstance(value, Decimal) and value.is_finite() and -_MOST_NOISY < value < _MOST_NOISY:
        tidy = value.quantize(_FINEST)
        return tidy.normalize() if value != tidy and abs(value - tidy) < NOISE else value
    return value


def nearly(value: Any) -> Any:
    """The whole number that a fraction stands for; anything else as it is."""
    if not isinstance(value, Decimal) or not value.is_finite() or abs(value) >= _MOST_NOISY:
        return value
    whole = round(value)
    return whole if abs(value - whole) < NOISE else value


# More than any seat costs; arithmetic on a Decimal of absurd size is what this keeps out.
Amount = Annotated[
    Decimal,
    Field(ge=-(10**12), le=10**12, max_digits=20, allow_inf_nan=False),
    BeforeValidator(without_noise),
]
Rate = Annotated[
    Decimal,
    Field(ge=0, lt=1000, max_digits=10, allow_inf_nan=False),
    BeforeValidator(without_noise),
]


@dataclass(slots=True)
class Reading:
    """What an answer leaves open, and what did not fit while it was read.

    Attributes:
        zone: of times that have no offset; None where it is not known.
        lacks_zone: a time had no offset, and there was no zone.
        dropped: optional fields that took their default in place of what came.
    """

    zone: tzinfo | None = None
    lacks_zone: bool = False
    dropped: list[str] = field(default_factory=list)


# What a screen can count to: a number beyond stands for the largest.
_MOST_COUNT = 2**31 - 1
_NOBODY = -1
# The last day that exists in every zone: some servers write 9999 for 'for ever'.
_LAST = datetime(9999, 12, 29, tzinfo=UTC)


def _as_text(value: Any) -> Any:
    """A number is its digits, as rows and ids may come."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return value
    return str(nearly(value)) if -(2**63) < value < 2**63 else value


def _or_empty(value: Any) -> Any:
    return "" if value is None else _as_text(value)


def _or_list(value: Any) -> Any:
    return [] if value is None else value


def _bounded(text: str) -> str:
    return text[:10_000]


def _countable(number: int) -> int:
    return max(-_MOST_COUNT, min(_MOST_COUNT, number))


def _on_every_clock(moment: datetime, info: ValidationInfo) -> datetime:
    if moment.tzinfo is None:
        reading = info.context
        if not isinstance(reading, Reading) or reading.zone is None:
            if isinstance(reading, Reading):
                reading.lacks_zone = True
            raise ValueError("it has no offset, and the zone of its place is not known")
        moment = moment.replace(tzinfo=reading.zone)
    if moment.year == 1:
        raise ValueError("it is not set")
    return min(_LAST, moment)


def _unless_year_1(value: Any) -> Any:
    """None for a time of year 1, which is what stands for none."""
    return None if isinstance(value, str) and value.lstrip().startswith("0001-") else value


def _code(value: Any) -> Any:
    """The number of a member; what is none is no member's, and becomes OTHER."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    try:
        number = without_noise(Decimal(value)) if isinstance(value, str | Decimal) else None
        return _NOBODY if number is None or number != int(number) else int(number)
    except (ArithmeticError, ValueError):
        return _NOBODY


Text = Annotated[str, BeforeValidator(_or_empty), AfterValidator(_bounded)]
BoundedText = Annotated[str, BeforeValidator(_as_text), AfterValidator(_bounded)]
Count = Annotated[int, AfterValidator(_countable)]
Code = Annotated[int, BeforeValidator(_code)]
Moment = Annotated[datetime, AfterValidator(_on_every_clock)]
MaybeMoment = Annotated[Moment | None, BeforeValidator(_unless_year_1)]
Quantity = Annotated[int, Field(ge=0, le=100_000)]
Scope = Annotated[int, Field(ge=-(2**63), le=2**63 - 1)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


# Lists that money or seats depend on: they are right, or the answer is not.
WHOLE = frozenset({"seats", "tickets"})
Degrees = Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)]


class Wire(BaseModel):
    """Base of all. An error never tells what stood there, since that may be a person's name."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, defer_build=True)


class Inner(Wire):
    """What stands in a list inside an entity: what is optional and does not fit takes its default,
    one by one."""

    @field_validator("*", mode="wrap")
    @classmethod
    def _or_default(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> Any:
        try:
            return handler(value)
        except ValidationError:
            near = nearly(value)
            if near is not value:
                return cls._or_default(near, handler, info)
            name = info.field_name or ""
            told = cls.model_fields[name]
            if told.is_required() or name in WHOLE:
                raise
            if isinstance(info.context, Reading):
                info.context.dropped.append(name)
            return told.get_default(call_default_factory=True)


class Entity(Wire):
    """What every entry of a list has."""

    id: Id
    deleted: bool | None = False


class EventWire(Entity):
    external_event_id: Text = ""
    name: Text
    subtitle: Text = ""
    start_date: Moment
    end_date: MaybeMoment = None
    doors_open: MaybeMoment = None
    location_id: Id | None = None
    location_ref: Text = ""
    organizer_id: Id | None = None
    event_set_id: Id | None = None
    event_category_id: Id | None = None
    currency: Currency
    sales_start: MaybeMoment = None
    sales_end: MaybeMoment = None
    status: Code = 1
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
    start_date: MaybeMoment = None
    end_date: MaybeMoment = None


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
    kind: Code = 0
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
    valid_from: MaybeMoment = None
    valid_till: MaybeMoment = None


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
    valid_from: MaybeMoment = None
    valid_till: MaybeMoment = None
    forbid_single_gap: bool | None = False


# Lists stop at the first entry that is wrong: a word on each of a million is minutes and gigabytes.
class SeatInOrderWire(Inner):
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
    status: Code
    customer_id: Id | None = None
    currency: Currency
    total: Amount
    refunded: Amount | None = None
    hold_till: MaybeMoment = None
    created: MaybeMoment = None
    completed: MaybeMoment = None
    operator: Text = ""
    exchange_of: Id | None = None
    seats: Annotated[list[SeatInOrderWire], FailFast(), BeforeValidator(_or_list)] = []


class TicketWire(Inner):
    external_ticket_id: Text = ""
    barcode: Text
    seat_id: Id | None = None
    price: Amount | None = None
    currency: Currency | None = None
    status: Code = 0


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
