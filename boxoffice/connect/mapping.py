"""From the wire to the domain, and back: the only place where the two vocabularies meet."""

from __future__ import annotations

import re
import time
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from boxoffice.connect import wire
from boxoffice.connect.errors import BadReply
from boxoffice.connect.operations import Operation
from boxoffice.domain.catalogue import (
    Area,
    AreaKind,
    Entrance,
    Event,
    EventStatus,
    Location,
    Price,
    PriceCategory,
    PriceType,
    Rect,
)
from boxoffice.domain.ids import (
    AreaId,
    EntranceId,
    EventId,
    LocationId,
    OrderId,
    PriceCategoryId,
    PriceTypeId,
    SeatId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.order import Order, OrderLine, OrderStatus
from boxoffice.domain.payment import Payment, PaymentKind
from boxoffice.domain.ticket import Ticket

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")

_EVENT_STATUS = dict(enumerate(EventStatus))
_ORDER_STATUS = dict(enumerate(OrderStatus))
_AREA_KINDS = {kind.value: kind for kind in AreaKind}
_PAYMENT_TYPES = {PaymentKind.CASH: 1, PaymentKind.CARD: 2}
_GREY = "#808080"
_MOST_CORNERS = 5000
_MOST_COORDINATE = 10**12


def parsed(operation: Operation, model: type[M], content: Any) -> M:
    """The content as a wire model.

    Raises:
        BadReply: a required field is missing or wrong; the text names it.
    """
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise BadReply(operation.name, _first(error)) from error
    except (ArithmeticError, RecursionError, OverflowError) as error:
        raise BadReply(operation.name, f"a number that is none: {error}") from error


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
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
        location_id=None if found.location_id is None else LocationId(found.location_id),
        seats_total=max(0, found.seats_total or 0),
        seats_free=max(0, found.seats_free or 0),
        description=found.description,
    )


def location(found: wire.LocationWire) -> Location:
    return Location(
        LocationId(found.id), found.name, found.city, found.street, found.zip,
        found.country_code, found.timezone or "UTC",
    )  # fmt: skip


def area(found: wire.AreaWire) -> Area:
    return Area(
        id=AreaId(found.id),
        name=found.name,
        kind=_AREA_KINDS.get(found.kind, AreaKind.OTHER),
        parent_id=None if found.parent_area_id is None else AreaId(found.parent_area_id),
        capacity=max(0, found.capacity or 0),
        outline=_outline(found.outline),
        label_at=_read(wire.CORNER, (found.label_x, found.label_y)),
        color=_color(found.color, ""),
        level=found.level or 0,
        sort=found.sort or 0,
        picture_url=found.picture_url,
        picture_rect=_rect(found.picture_rect),
    )


def _outline(corners: Any) -> tuple[tuple[float, float], ...]:
    """The corners of an area; none where they are no places, enclose nothing, or are more than can
    be drawn in no time."""
    read = _read(wire.OUTLINE, corners) or ()
    return read if len(set(read)) > 2 and len(read) <= _MOST_CORNERS else ()


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
    area_id = None if found.area_id is None else AreaId(found.area_id)
    return Entrance(EntranceId(found.id), found.name, x, y, area_id)


def price_category(found: wire.PriceCategoryWire) -> PriceCategory:
    color = _color(found.color, _GREY)
    return PriceCategory(PriceCategoryId(found.id), found.name, color, found.sort or 0)


def price_type(found: wire.SalesTypeWire) -> PriceType:
    return PriceType(
        PriceTypeId(found.id), found.name, found.short_name, bool(found.is_default),
        bool(found.requires_proof), found.sort or 0,
    )  # fmt: skip


_DATE_LAG = 2.0

PriceEntry = tuple[tuple[PriceCategoryId, PriceTypeId], Price]


def price(found: wire.SalesTypePriceWire) -> PriceEntry:
    key = PriceCategoryId(found.price_category_id), PriceTypeId(found.sales_type_id)
    return key, Price(
        Money(found.price, found.currency),
        Money(found.fee or Decimal(0), found.currency),
        found.vat_rate or Decimal(0),
    )


def order(found: wire.OrderWire, server_now: float | None) -> Order:
    """The order; its hold is told in seconds by the server's clock, ours where it has none.

    Never longer than it lasts: the server's `Date` cuts fractions and may itself be a second old.
    """
    now = time.time() if server_now is None else server_now
    held = found.hold_till
    return Order(
        id=OrderId(found.id),
        status=_ORDER_STATUS.get(found.status, OrderStatus.OTHER),
        currency=found.currency,
        total=Money(found.total, found.currency),
        lines=tuple(order_line(seat) for seat in found.seats),
        external_id=found.external_order_reseller_id,
        hold_seconds=None if held is None else held.timestamp() - now - _DATE_LAG,
        created_at=found.created,
        completed_at=found.completed,
        refunded=None if found.refunded is None else Money(found.refunded, found.currency),
    )


def order_line(found: wire.SeatInOrderWire) -> OrderLine:
    return OrderLine(
        event_id=EventId(found.event_id),
        seat_id=SeatId(found.seat_id),
        area_id=AreaId(found.area_id),
        area_name=found.area_name,
        row=found.row,
        number=found.number,
        category_id=PriceCategoryId(found.price_category_id),
        price_type_id=PriceTypeId(found.sales_type_id),
        price=Money(found.price, found.currency),
        fee=Money(found.fee or Decimal(0), found.currency),
        vat_rate=found.vat_rate or Decimal(0),
    )


def ticket(found: wire.TicketWire) -> Ticket:
    return Ticket(
        found.external_ticket_id, found.barcode, SeatId(found.seat_id), is_valid=found.status == 0
    )


def process_info(payment: Payment, operator: str) -> dict[str, Any]:
    """A payment as the API wants it told."""
    kind = _PAYMENT_TYPES[payment.kind]
    paid = {"payment_type": kind, "amount": payment.amount.amount, "reference": payment.reference}
    return {
        "payment_type": kind,
        "payments": [paid],
        "tendered": payment.tendered.amount,
        "change": payment.change.amount,
        "operator": operator,
    }


def _coordinate(value: Any) -> float | None:
    """A number that can be drawn at, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    # Compared as what it is: a Decimal or an int of absurd size does not become a float.
    return float(value) if -_MOST_COORDINATE <= value <= _MOST_COORDINATE else None


def _color(text: str, otherwise: str) -> str:
    return text.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", text) else otherwise
