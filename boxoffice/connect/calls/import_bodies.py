"""What the imports send, entity by entity."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from boxoffice.connect.codes import EVENT_CODES, SEAT_CODES
from boxoffice.domain.drafts import (
    DraftEvent,
    DraftEventSet,
    DraftLocation,
    DraftOrganizer,
    DraftSalesRule,
    SeatStateChange,
)
from boxoffice.domain.venue import (
    DraftArea,
    DraftCategory,
    DraftEntrance,
    DraftPriceType,
    DraftSeat,
)

Body = dict[str, Any]


def location(draft: DraftLocation) -> Body:
    return {
        "external_location_id": draft.key,
        "name": draft.name,
        "country_code": draft.country_code,
        "street": draft.street,
        "zip": draft.zip,
        "city": draft.city,
        "timezone": draft.timezone,
        "latitude": draft.latitude,
        "longitude": draft.longitude,
    }


def organizer(draft: DraftOrganizer) -> Body:
    return {
        "external_event_organizer_id": draft.key,
        "name": draft.name,
        "country_code": draft.country_code,
        "email": draft.email,
        "phone": draft.phone,
        "vat_id": draft.vat_id,
    }


def event_set(draft: DraftEventSet) -> Body:
    return {
        "external_event_set_id": draft.key,
        "name": draft.name,
        "start_date": _time(draft.starts_at),
        "end_date": _time(draft.ends_at),
    }


def area(draft: DraftArea) -> Body:
    label = draft.label_at or (None, None)
    return {
        "external_area_id": draft.key,
        "name": draft.name,
        "kind": int(draft.kind),
        "external_parent_area_id": draft.parent_key or None,
        "capacity": draft.capacity,
        "outline": [list(point) for point in draft.outline],
        "label_x": label[0],
        "label_y": label[1],
        "color": draft.color,
        "level": draft.level,
        "picture_rect": list(draft.picture_rect) if draft.picture_rect else None,
    }


def parents_first(areas: Sequence[DraftArea]) -> list[int]:
    """The areas' indices, each after its parent's; what goes round in a circle stays as it is."""
    at = {draft.key: index for index, draft in enumerate(areas)}

    def depth(index: int) -> int:
        seen = set()
        while (parent := at.get(areas[index].parent_key)) is not None and parent not in seen:
            seen.add(parent)
            index = parent
        return len(seen)

    return sorted(range(len(areas)), key=depth)


def entrance(draft: DraftEntrance, location_key: str) -> Body:
    return {
        "external_entrance_id": draft.key,
        "name": draft.name,
        "x": draft.x,
        "y": draft.y,
        "external_area_id": draft.area_key or None,
        "external_location_id": location_key or None,
    }


def price_type(draft: DraftPriceType, sort: int) -> Body:
    return {
        "external_sales_type_id": draft.key,
        "name": draft.name,
        "short_name": draft.short_name,
        "is_default": draft.is_default,
        "requires_proof": draft.requires_proof,
        "sort": sort,
    }


def price_category(draft: DraftCategory, sort: int, currency: str, vat_rate: Decimal) -> Body:
    return {
        "external_price_category_id": draft.key,
        "name": draft.name,
        "color": draft.color,
        "sort": sort,
        "prices": [
            {
                "external_sales_type_id": key,
                "price": price,
                "fee": fee,
                "vat_rate": vat_rate,
                "currency": currency,
            }
            for key, (price, fee) in draft.prices.items()
        ],
    }


def sales_rule(draft: DraftSalesRule) -> Body:
    return {
        "external_sales_rule_id": draft.key,
        "external_event_id": draft.event_key,
        "name": draft.name,
        "external_sales_type_id": draft.price_type_key or None,
        "external_price_category_id": draft.category_key or None,
        "min_quantity": draft.min_quantity,
        "max_quantity": draft.max_quantity,
        "step": draft.step,
        "external_per_sales_type_id": draft.per_price_type_key or None,
        "per_ratio": draft.per_ratio,
        "valid_from": _time(draft.valid_from),
        "valid_till": _time(draft.valid_till),
        "forbid_single_gap": draft.forbid_single_gap,
    }


def event(draft: DraftEvent) -> Body:
    return {
        "external_event_id": draft.key,
        "name": draft.name,
        "subtitle": draft.subtitle,
        "start_date": _time(draft.starts_at),
        "end_date": _time(draft.ends_at),
        "doors_open": _time(draft.doors_open_at),
        "location_ref": draft.location_key,
        "organizer_ref": draft.organizer_key or None,
        "event_category_name": draft.category_name or None,
        "currency": draft.currency,
        "sales_start": _time(draft.sales_start),
        "sales_end": _time(draft.sales_end),
        "status": EVENT_CODES[draft.status],
        "picture_url": draft.picture_url,
        "description": draft.description,
    }


def seat(draft: DraftSeat) -> Body:
    """A standing place has neither row nor number."""
    body: Body = {
        "external_seat_id": draft.key,
        "external_area_id": draft.area_key,
        "external_price_category_id": draft.category_key,
        "attributes": int(draft.attributes),
    }
    places = {"x": draft.x, "y": draft.y}
    place = {name: at for name, at in places.items() if at is not None and not math.isnan(at)}
    if place:
        body |= {"row": draft.row, "number": draft.number, "angle": draft.angle, **place}
    return body


def seat_state(draft: SeatStateChange) -> Body:
    return {
        "external_seat_id": draft.seat_key,
        "status": SEAT_CODES[draft.state],
        "blocked_reason": draft.reason or None,
    }


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
