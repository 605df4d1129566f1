"""From the wire to the domain, and back: the only place where the two vocabularies meet."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from boxoffice.connect import wire
from boxoffice.connect.codes import EVENT_CODES, by_code
from boxoffice.connect.errors import BadReply
from boxoffice.connect.operations import Operation
from boxoffice.domain.catalogue import (
    Area,
    AreaKind,
    Country,
    Entrance,
    Event,
    EventCategory,
    EventSet,
    EventStatus,
    Location,
    Organizer,
    Price,
    PriceCategory,
    PriceType,
    Rect,
)
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
    SalesRuleId,
    TicketSystemId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.orders.ticket import TicketSystem
from boxoffice.domain.rules import SalesRule

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")

_EVENT_STATUS = by_code(EVENT_CODES)
_AREA_KINDS = {kind.value: kind for kind in AreaKind}
_GREY = "#808080"
_MOST_CORNERS = 5000
_MOST_MENDINGS = 4
_MOST_COORDINATE = 10**12


def parsed(
    operation: Operation, model: type[M], content: Any, reading: wire.Reading | None = None
) -> M:
    """The content as a wire model; what is optional and does not fit takes its default.

    Args:
        reading: what the answer leaves open; it notes what did not fit.

    Raises:
        BadReply: a required field is missing or wrong; the text names it.
    """
    reading = reading or wire.Reading()
    for _ in range(_MOST_MENDINGS):
        try:
            return model.model_validate(content, context=reading)
        except ValidationError as error:
            mended = _mended(model, error, content, reading)
            if mended is None:
                raise BadReply(operation.name, _first(model, error)) from error
            content = mended
        except (ArithmeticError, RecursionError, OverflowError) as error:
            raise BadReply(operation.name, f"not a number: {error}") from error
    raise BadReply(operation.name, "nothing in it fits")


def _mended(
    model: type[BaseModel], error: ValidationError, content: Any, reading: wire.Reading
) -> dict[str, Any] | None:
    """The content with wrong numbers as what they nearly are, and without what is optional and
    does not fit; None where something is wrong that is needed."""
    if not isinstance(content, dict):
        return None
    mended = dict(content)
    for each in error.errors(include_url=False, include_input=False, include_context=False):
        name = str(each["loc"][0]) if each["loc"] else ""
        if name not in content or name not in model.model_fields:
            return None
        value = wire.nearly(content[name])
        if value is not content[name]:
            mended[name] = value
        elif _is_needed(model, each["loc"]):
            return None
        else:
            reading.dropped.append(name)
            mended.pop(name, None)
    return mended


def _is_needed(model: type[BaseModel], place: tuple[int | str, ...]) -> bool:
    name = str(place[0]) if place else ""
    told = model.model_fields.get(name)
    return told is None or told.is_required() or name in wire.WHOLE


def _first(model: type[BaseModel], error: ValidationError) -> str:
    """What is wrong first of what is needed."""
    told = error.errors(include_url=False, include_input=False, include_context=False)
    first = next((each for each in told if _is_needed(model, each["loc"])), told[0])
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}"[:300]


def event(found: wire.EventWire) -> Event:
    return Event(
        id=EventId(found.id),
        name=found.name,
        starts_at=found.start_date,
        currency=found.currency,
        status=_EVENT_STATUS.get(found.status, EventStatus.OTHER),
        external_id=found.external_event_id,
        subtitle=found.subtitle,
        ends_at=found.end_date,
        doors_open_at=found.doors_open,
        location_id=maybe(LocationId, found.location_id),
        seats_total=max(0, found.seats_total or 0),
        seats_free=max(0, found.seats_free or 0),
        description=found.description,
        organizer_id=maybe(OrganizerId, found.organizer_id),
        event_set_id=maybe(EventSetId, found.event_set_id),
        category_id=maybe(EventCategoryId, found.event_category_id),
        sales_start=found.sales_start,
        sales_end=found.sales_end,
        picture_url=found.picture_url,
    )


def organizer(found: wire.OrganizerWire) -> Organizer:
    return Organizer(
        OrganizerId(found.id),
        found.name,
        found.country_code,
        found.email,
        found.phone,
        found.vat_id,
        found.external_event_organizer_id,
    )


def event_set(found: wire.EventSetWire) -> EventSet:
    return EventSet(
        EventSetId(found.id),
        found.name,
        found.start_date,
        found.end_date,
        found.external_event_set_id,
    )


def event_category(found: wire.EventCategoryWire) -> EventCategory:
    return EventCategory(
        EventCategoryId(found.id), found.name, maybe(EventCategoryId, found.parent_id)
    )


def country(found: wire.CountryWire) -> Country:
    return Country(CountryId(found.id), found.country_code, found.name)


def location(found: wire.LocationWire) -> Location:
    return Location(
        LocationId(found.id),
        found.name,
        found.city,
        found.street,
        found.zip,
        found.country_code,
        found.timezone or "UTC",
        found.external_location_id,
        found.latitude,
        found.longitude,
    )


def area(found: wire.AreaWire) -> Area:
    return Area(
        id=AreaId(found.id),
        name=found.name,
        kind=_AREA_KINDS.get(found.kind, AreaKind.OTHER),
        parent_id=maybe(AreaId, found.parent_area_id),
        capacity=max(0, found.capacity or 0),
        outline=_outline(found.outline),
        label_at=_read(wire.CORNER, (found.label_x, found.label_y)),
        color=_color(found.color, ""),
        level=found.level or 0,
        sort=found.sort or 0,
        picture_url=found.picture_url,
        picture_rect=_rect(found.picture_rect),
        external_id=found.external_area_id,
    )


def _outline(corners: Any) -> tuple[tuple[float, float], ...]:
    """The corners of an area; none where they are no places, enclose nothing, or are more than can
    be drawn in no time."""
    if not isinstance(corners, list) or len(corners) > _MOST_CORNERS:
        return ()
    read = _read(wire.OUTLINE, corners) or ()
    return read if len(set(read)) > 2 else ()


def _read(kind: TypeAdapter[T], content: Any) -> T | None:
    try:
        return kind.validate_python(content)
    except (ValidationError, ArithmeticError, RecursionError):
        return None


def _rect(value: Any) -> Rect | None:
    if not isinstance(value, list) or len(value) != 4:
        return None
    x, y, width, height = map(_coordinate, value)
    if x is None or y is None or not width or not height or width < 0 or height < 0:
        return None
    return x, y, width, height


def entrance(found: wire.EntranceWire) -> Entrance | None:
    """The entrance, None where it has no place."""
    x, y = _coordinate(found.x), _coordinate(found.y)
    if x is None or y is None:
        return None
    area_id = maybe(AreaId, found.area_id)
    return Entrance(EntranceId(found.id), found.name, x, y, area_id, found.external_entrance_id)


def price_category(found: wire.PriceCategoryWire) -> PriceCategory:
    color = _color(found.color, _GREY)
    return PriceCategory(
        PriceCategoryId(found.id),
        found.name,
        color,
        found.sort or 0,
        found.external_price_category_id,
    )


def price_type(found: wire.SalesTypeWire) -> PriceType:
    return PriceType(
        PriceTypeId(found.id),
        found.name,
        found.short_name,
        bool(found.is_default),
        bool(found.requires_proof),
        found.sort or 0,
        found.external_sales_type_id,
    )


@dataclass(frozen=True, slots=True)
class PriceEntry:
    """A price with what it is the price of, and when. Times are in seconds since 1970."""

    place: tuple[PriceCategoryId, PriceTypeId]
    price: Price
    valid_from: float | None = None
    valid_till: float | None = None

    def is_valid_at(self, moment: float) -> bool:
        has_begun = self.valid_from is None or self.valid_from <= moment
        return has_begun and (self.valid_till is None or moment < self.valid_till)


def price(found: wire.SalesTypePriceWire) -> PriceEntry:
    price = Price(
        Money(found.price, found.currency),
        Money(found.fee or Decimal(0), found.currency),
        found.vat_rate or Decimal(0),
    )
    return PriceEntry(
        (PriceCategoryId(found.price_category_id), PriceTypeId(found.sales_type_id)),
        price,
        found.valid_from.timestamp() if found.valid_from else None,
        found.valid_till.timestamp() if found.valid_till else None,
    )


def sales_rule(found: wire.SalesRuleWire) -> SalesRule:
    return SalesRule(
        id=SalesRuleId(found.id),
        name=found.name,
        event_id=maybe(EventId, found.event_id),
        price_type_id=maybe(PriceTypeId, found.sales_type_id),
        category_id=maybe(PriceCategoryId, found.price_category_id),
        min_quantity=found.min_quantity,
        max_quantity=found.max_quantity,
        step=found.step,
        per_price_type_id=maybe(PriceTypeId, found.per_sales_type_id),
        per_ratio=found.per_ratio,
        valid_from=found.valid_from,
        valid_till=found.valid_till,
        forbid_single_gap=bool(found.forbid_single_gap),
        external_id=found.external_sales_rule_id,
    )


def ticket_system(found: wire.TicketSystemWire) -> TicketSystem:
    return TicketSystem(
        found.name,
        found.system_type_area_id or 0,
        found.url,
        found.is_online is not False,
        TicketSystemId(found.id),
    )


def maybe(kind: Callable[[int], T], found: int | None) -> T | None:
    """An id as the domain's, None where there is none."""
    return None if found is None else kind(found)


def _coordinate(value: Any) -> float | None:
    """A number that can be drawn at, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    # Compared as what it is: a Decimal or an int of absurd size does not become a float.
    return float(value) if -_MOST_COORDINATE <= value <= _MOST_COORDINATE else None


def _color(text: str, otherwise: str) -> str:
    return text.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", text) else otherwise
