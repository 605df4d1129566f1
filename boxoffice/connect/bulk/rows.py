"""Rows that come by the ten thousand, as msgspec structures: only the fields that are used.

The plain rows are what servers send; the loose ones take what the API allows beside (nulls, numbers
as texts and texts as numbers, fractions that are nearly whole, 0 and 1 for no and yes), and are
only tried where the plain ones do not fit. What of them can be done without and does not fit is
noted. None of them is watched by the garbage collector: they hold nothing that could refer back to
them. What a whole column can be asked for is not asked of each row: whether ids are below 0, and
whether a name is too long.

Fields have the contract's names here; `rows_of` makes the same rows of the names and values of a
dialect, and of one event.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Literal, get_type_hints

import msgspec

from boxoffice.connect.dialects.dialect import CONTRACT, Dialect, Value
from boxoffice.connect.dialects.speech import codes_here, spelling
from boxoffice.connect.dialects.vocabulary import UNKNOWN

_NOWHERE = math.nan
_NOISE = 1e-6
_MOST_EXACT = 2**53  # a larger float stands for several numbers
_MOST_DIGITS = 40
_MOST_BITS = 2**31
_Number = int | float | str | None
_Flag = bool | int | float | str | None
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


class SeatRow(msgspec.Struct, gc=False):
    """A seat; a standing place has neither x nor y, which are NaN then."""

    id: int
    area_id: int
    price_category_id: int
    attributes: int = 0
    row: str = ""
    number: str = ""
    x: float = _NOWHERE
    y: float = _NOWHERE
    angle: float = 0.0
    deleted: bool = False


class LooseSeatRow(msgspec.Struct, gc=False):
    """A seat that is gone needs nothing but its id."""

    id: _Number
    area_id: _Number = None
    price_category_id: _Number = None
    row: _Number = None
    number: _Number = None
    x: _Number = None
    y: _Number = None
    angle: Any = None
    attributes: Any = None
    deleted: _Flag = None
    event_id: _Number = None

    def plain(self, dropped: list[str]) -> SeatRow:
        deleted = _flag(self.deleted, "deleted")
        return SeatRow(
            _needed(self.id, "id", deleted=False),
            _needed(self.area_id, "area_id", deleted=deleted),
            _needed(self.price_category_id, "price_category_id", deleted=deleted),
            _fitting(self.attributes, "attributes", dropped, _bits) or 0,
            _text(self.row),
            _text(self.number),
            _place(self.x, "x", _NOWHERE),
            _place(self.y, "y", _NOWHERE),
            _fitting(self.angle, "angle", dropped, _real) or 0.0,
            deleted,
        )


class StatusRow(msgspec.Struct, gc=False):
    """A seat's status; only this counter's own orders have an `order_id`."""

    seat_id: int
    status: int
    deleted: bool = False
    order_id: int | None = None


class LooseStatusRow(msgspec.Struct, gc=False):
    seat_id: _Number
    status: Any = None
    deleted: _Flag = None
    order_id: _Number = None
    event_id: _Number = None

    def plain(self, _dropped: list[str]) -> StatusRow:
        deleted = _flag(self.deleted, "deleted")
        seat_id = _needed(self.seat_id, "seat_id", deleted=False)
        return StatusRow(seat_id, _status(self.status, deleted), deleted, _id(self.order_id))


class SeatDataRow(msgspec.Struct, gc=False):
    seat_id: int
    status: int
    blocked_reason: str | None = None
    deleted: bool = False


class LooseSeatDataRow(msgspec.Struct, gc=False):
    seat_id: _Number
    status: Any = None
    blocked_reason: Any = None
    deleted: _Flag = None
    event_id: _Number = None

    def plain(self, dropped: list[str]) -> SeatDataRow:
        deleted = _flag(self.deleted, "deleted")
        seat_id = _needed(self.seat_id, "seat_id", deleted=False)
        told = self.blocked_reason
        if told is not None and (isinstance(told, bool) or not isinstance(told, int | float | str)):
            dropped.append("blocked_reason")
            told = None
        reason = None if told is None else _text(told)
        return SeatDataRow(seat_id, _status(self.status, deleted), reason, deleted)


def rows_of(
    row: type[Any], entity: str, dialect: Dialect = CONTRACT, event_id: int | None = None
) -> type[Any]:
    """The rows as a dialect sends them.

    Args:
        event_id: rows of another event do not fit.
    """
    if dialect is CONTRACT and event_id is None:
        return row
    codes = codes_here(dialect, entity)
    told = get_type_hints(row)
    fields: list[Any] = []
    for field in msgspec.structs.fields(row):
        kind = _coded(codes[field.name]) if field.name in codes else told[field.name]
        if "plain" in vars(row) and field.name in codes:
            kind = kind | None
        default = () if field.required else (field.default,)
        if field.name != "event_id":
            fields.append((field.name, kind, *default))
    if "plain" in vars(row):
        fields.append(("event_id", _Number, None))
    elif event_id is not None:
        # Where it mostly comes: fields are found quickest in the order in which they stand.
        fields.insert(1, ("event_id", Literal[event_id], event_id))
    methods = {"plain": vars(row)["plain"]} if "plain" in vars(row) else None
    names = spelling(dialect, entity)
    return msgspec.defstruct(
        row.__name__, fields, namespace=methods, rename=names, gc=False, kw_only=True
    )


def is_of(row: Any, event_id: int) -> bool:
    """Whether a loose row is of the event, or does not say of which it is."""
    return row.event_id is None or _id(row.event_id) == event_id


class _Coded(Enum):
    """A member by its value in a dialect; `code` is the contract's number for it. A value that no
    member has is another one's."""

    code: int

    def __new__(cls, value: Value, code: int) -> _Coded:
        made = object.__new__(cls)
        made._value_ = value
        made.code = code
        return made

    @classmethod
    def _missing_(cls, value: object) -> _Coded | None:
        return cls["other"] if isinstance(value, str | int) else None


def _coded(codes: Mapping[Value, int]) -> Any:
    is_named = all(isinstance(value, str) for value in codes)
    other: Value = "\0" if is_named else -(2**62)
    members = {f"m{index}": pair for index, pair in enumerate(codes.items())}
    make: Any = _Coded  # an enumeration that is called makes another
    return make("Coded", {**members, "other": (other, UNKNOWN)})


def code_of(status: Any) -> int:
    """The contract's number of a status as it came."""
    return status.code if isinstance(status, _Coded) else int(status)


def _status(value: Any, deleted: bool) -> int:
    if isinstance(value, _Coded):
        return value.code
    if isinstance(value, str) and not value.strip().lstrip("-").isdigit():
        return UNKNOWN
    return _needed(value, "status", deleted=deleted)


def _needed(value: Any, name: str, *, deleted: bool) -> int:
    """Raises msgspec.ValidationError where there is none, but of what is gone."""
    found = _whole(value, name)
    if found is None and not deleted:
        raise msgspec.ValidationError(f"Object missing required field `{name}`")
    return found or 0


def _whole(value: Any, name: str) -> int | None:
    """A whole number, None for none.

    Raises:
        msgspec.ValidationError: it is something else.
    """
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, str) and len(value) <= _MOST_DIGITS and value.isascii():
        digits = value.strip()
        if digits.removeprefix("-").isdigit():
            return int(digits)
    number = _real(value, name)
    near = round(number) if math.isfinite(number) and abs(number) < _MOST_EXACT else None
    if near is None or abs(number - near) >= _NOISE:
        raise msgspec.ValidationError(f"Expected `int` - at `{name}`")
    return near


def _real(value: Any, name: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    try:
        number = float(value if isinstance(value, str) and len(value) <= _MOST_DIGITS else "")
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise msgspec.ValidationError(f"Expected `float` - at `{name}`")
    return number


def _fitting(value: Any, name: str, dropped: list[str], read: Callable[[Any, str], Any]) -> Any:
    """What can be done without; None, and noted, where it is something else."""
    try:
        return None if value is None else read(value, name)
    except msgspec.ValidationError:
        dropped.append(name)
        return None


def _bits(value: Any, name: str) -> int:
    found = _whole(value, name)
    if found is None or not -_MOST_BITS <= found < _MOST_BITS:
        raise msgspec.ValidationError(f"Expected `int` - at `{name}`")
    return found


def counted(told: Any) -> int | None:
    """How many there are, or fit on a page; None where nothing is said that can be true."""
    if told is None or type(told) is int:
        return told
    try:
        found = _whole(told, "")
    except msgspec.ValidationError:
        return None
    return found


def _place(value: Any, name: str, otherwise: float) -> float:
    return otherwise if value is None else _real(value, name)


def _flag(value: Any, name: str) -> bool:
    if value is None or isinstance(value, bool):
        return bool(value)
    told = _FLAGS.get(value.lower()) if isinstance(value, str) else None
    if told is None and value in (0, 1):
        told = bool(value)
    if told is None:
        raise msgspec.ValidationError(f"Expected `bool` - at `{name}`")
    return told


def _id(value: Any) -> int | None:
    """An id, which may come as text; None for what is none."""
    try:
        return _whole(value, "")
    except msgspec.ValidationError:
        return None


def _text(value: str | float | None) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)
