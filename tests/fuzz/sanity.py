"""What the rest of the program relies on in any value that the client gives it."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any

import numpy as np

from boxoffice.connect.errors import (
    BadReply,
    ConnectError,
    OutcomeUnknown,
    Refused,
    ServerWarning,
    SignedOut,
    Unreachable,
)
from boxoffice.connect.listing import ListChanges, Page
from boxoffice.domain.catalogue import Location, PriceList
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import Order, doubt_about
from boxoffice.domain.seats.seatplan import (
    LoadedPlan,
    PlanChanges,
    SeatPlan,
    SeatState,
    StatusDelta,
)

OURS = (Unreachable, SignedOut, Refused, BadReply, OutcomeUnknown)
_MOST_LETTERS = 10_000
_MOST_ID = 2**63 - 1
_MOST_COUNT = 2**31 - 1  # what a toolkit's whole numbers hold
_MOST = 10**12  # of money, and of venue units
_ZONES = (UTC, timezone(timedelta(hours=14)), timezone(-timedelta(hours=12)))
_NOW = datetime(2026, 9, 25, tzinfo=UTC)
_IDS = frozenset({"exchange_of", "place"})
_64_BITS = frozenset({"scope", "index", "number"})


def complaints(value: object, name: str = "") -> Iterator[str]:
    """Everything about a value that would surprise a presenter; `name` is what it is called."""
    for kind, check in _CHECKS:
        if isinstance(value, kind):
            return check(name, value)
    return _of_parts(name, value)


def _of_parts(name: str, value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from complaints(key, f"{name} id" if isinstance(key, int) else name)
            yield from complaints(each, name)
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from complaints(each, name)
    elif isinstance(value, np.ndarray):
        yield from complaints(value.tolist(), f"{name} id")
    elif dataclasses.is_dataclass(value):
        for found in dataclasses.fields(value):
            yield from complaints(getattr(value, found.name), found.name)
        yield from _of_use(value)
    else:
        yield f"{name} is a {type(value).__name__}"


def _of_use(value: object) -> Iterator[str]:
    """What the domain does with it raises nothing."""
    match value:
        case Money():
            str(value.rounded())
        case Order():
            doubt_about(value)
        case Location():
            value.local(_NOW)
        case PriceList():
            for category, _ in value.prices:
                value.range_of(category)
        case Page():
            if not 0 <= value.share <= 1:
                yield f"{value.share} of a list is here"
        case LoadedPlan() | PlanChanges() | ListChanges():
            if len(value.marker) > 200 or not value.marker.isprintable():
                yield f"the marker {value.marker[:40]!r}"


def _of_text(name: str, text: str) -> Iterator[str]:
    if len(text) > _MOST_LETTERS:
        yield f"{name} has {len(text)} letters"
    try:
        text.encode()
    except UnicodeEncodeError:
        yield f"{name} is no Unicode"


def _of_number(name: str, number: int) -> Iterator[str]:
    if name.endswith("id") or name in _IDS:
        if not 0 <= number <= _MOST_ID:
            yield f"{name} is {number}"
    elif abs(number) > (_MOST_ID + 1 if name in _64_BITS else _MOST_COUNT):
        yield f"{name} is {number}"


def _of_moment(name: str, moment: datetime) -> Iterator[str]:
    if moment.tzinfo is None:
        yield f"{name} has no offset"
        return
    try:
        for zone in _ZONES:
            moment.astimezone(zone)
    except OverflowError:
        yield f"{name} is {moment}, on no clock of some places"


def _of_fraction(name: str, number: float | Decimal) -> Iterator[str]:
    if not math.isfinite(number) or not -_MOST <= number <= _MOST:
        yield f"{name} is {number}"


def _of_bytes(name: str, content: bytes) -> Iterator[str]:
    if len(content) > 8_000_000:
        yield f"{name} has {len(content)} bytes"


def _of_states(_: str, delta: StatusDelta) -> Iterator[str]:
    if len(delta.seat_ids) != len(delta.states):
        yield "a status without a seat"
    if delta.states.size and int(delta.states.max()) > SeatState.OTHER:
        yield f"a state {delta.states.max()}"
    if delta.seat_ids.size and int(delta.seat_ids.min()) < 0:
        yield f"seat {delta.seat_ids.min()}"
    if len(delta.marker) > 200 or not delta.marker.isprintable():
        yield f"the marker {delta.marker[:40]!r}"


def _of_plan(_: str, plan: SeatPlan) -> Iterator[str]:
    for index in range(len(plan)):
        yield from complaints(plan.seat(index), "seat")
    for column in (plan.x[plan.placed], plan.y[plan.placed], plan.angle):
        yield from complaints(column.tolist(), "place")
    if not plan.merged(plan, plan.ids[:0]).same_as(plan):
        yield "a plan merged with itself is another"


def _of_nothing(name: str, value: object) -> Iterator[str]:
    return iter(())


# The first that fits counts: an Enum may be a number as well.
_CHECKS: tuple[tuple[type | tuple[type, ...], Callable[[str, Any], Iterator[str]]], ...] = (
    ((type(None), bool, Enum), _of_nothing),
    (str, _of_text),
    ((int, np.integer), _of_number),
    ((float, Decimal), _of_fraction),
    (datetime, _of_moment),
    (bytes, _of_bytes),
    (StatusDelta, _of_states),
    (SeatPlan, _of_plan),
)


def complaints_of_error(error: BaseException) -> Iterator[str]:
    """Everything about an error that is not as promised."""
    if not isinstance(error, OURS):
        yield f"{type(error).__name__}: {str(error)[:300]}"
        return
    yield from complaints(str(error), "the error's text")
    yield from complaints(_parts_of(error), "the error's words")
    if len(error.words) > 500 or len(error.request_id) > 100 or len(error.reason) > 2_000:
        yield "an error without end"


def _parts_of(error: ConnectError) -> tuple[object, ...]:
    more: tuple[object, ...] = ()
    if isinstance(error, Refused):
        more = (*error.items, *error.fields)
    return (error.operation, error.reason, error.words, error.request_id, *more)


def complaints_of_warning(warning: ServerWarning) -> Iterator[str]:
    """Everything about a warning that a clerk could not be shown."""
    yield from complaints(warning)
