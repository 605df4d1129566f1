"""Seats as ImportSeats sends them, each looked at by itself."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from boxoffice.service.errors import Refusal
from boxoffice.service.requests import Id, Text

_MOST = 1e9  # venue units


class SeatEntity(Struct):
    """A seat as it is sent. `deleted` takes it out, and wants nothing but its id."""

    external_seat_id: Annotated[str, Meta(min_length=1, max_length=200)]
    area_id: Id | None = None
    external_area_id: Text | None = None
    price_category_id: Id | None = None
    external_price_category_id: Text | None = None
    row: Text | None = None
    number: Text | None = None
    x: float | None = None
    y: float | None = None
    angle: float | None = None
    attributes: Annotated[int, Meta(ge=0, lt=2**31)] | None = None
    deleted: bool = False


class SeatImport(Struct):
    """What ImportSeats takes; it is read seat by seat, so that each one says what is wrong."""

    external_event_id: Annotated[str, Meta(min_length=1)]
    seats: list[SeatEntity]


def read(body: bytes) -> tuple[str, list[Any]]:
    """The external id of the event, and what may be seats of it.

    Raises:
        Refusal: 422, it is nothing of the kind.
    """
    # The standard library's reader lets numbers through that are none, so that they can be told by
    # the seat that has them.
    try:
        content = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refusal(422, f"the body is no JSON: {str(error)[:200]}") from error
    content = content if isinstance(content, dict) else {}
    external_event_id, items = content.get("external_event_id"), content.get("seats")
    fields = []
    if not isinstance(external_event_id, str) or not _is_text(external_event_id):
        fields.append(("external_event_id", "missing"))
    if not isinstance(items, list):
        fields.append(("seats", "missing"))
    if fields:
        raise Refusal(422, f"{fields[0][0]} is missing", fields=fields)
    return str(external_event_id), list(items or ())


def entities(items: Sequence[Any], problems: dict[int, str]) -> dict[int, SeatEntity]:
    """The seats by their index; what is wrong with the others goes to the problems."""
    found: dict[int, SeatEntity] = {}
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        try:
            entity = msgspec.convert(item, SeatEntity)
        except (msgspec.ValidationError, OverflowError) as error:
            problems[index] = str(error)[:300]
            continue
        if not _is_text(entity.external_seat_id, entity.row, entity.number,
                        entity.external_area_id, entity.external_price_category_id):  # fmt: skip
            problems[index] = "there are letters that are none"
        elif first.setdefault(entity.external_seat_id, index) != index:
            problems[index] = f"seat {entity.external_seat_id} is named twice"
        elif not entity.deleted and (reason := _misplaced(entity)):
            problems[index] = reason
        else:
            found[index] = entity
    return found


def _is_text(*words: str | None) -> bool:
    """Whether it can be kept: half of a surrogate pair cannot."""
    try:
        "".join(word or "" for word in words).encode()
    except UnicodeEncodeError:
        return False
    return True


def _misplaced(entity: SeatEntity) -> str:
    if (entity.x is None) != (entity.y is None):
        return f"seat {entity.external_seat_id} has half a place"
    for name in ("x", "y", "angle"):
        value = getattr(entity, name)
        if value is not None and not (math.isfinite(value) and abs(value) <= _MOST):
            return f"seat {entity.external_seat_id} has a {name} that is no place: {value}"
    return ""
