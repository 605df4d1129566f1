"""Rows that come by the ten thousand, as msgspec structures: only the fields that are used.

The plain rows are what servers send; the loose ones take what the API allows beside (nulls, numbers
for texts), and are only tried where the plain ones do not fit. None of them is watched by the
garbage collector: they hold nothing that could refer back to them. What a whole column can be asked
for is not asked of each row: whether ids are below 0, and whether a name is too long.
"""

from __future__ import annotations

import math
from typing import Any

import msgspec

_NOWHERE = math.nan


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

    id: int
    area_id: int | None = None
    price_category_id: int | None = None
    row: str | int | None = None
    number: str | int | None = None
    x: float | None = None
    y: float | None = None
    angle: float | None = None
    attributes: int | None = None
    deleted: bool | None = None

    def plain(self) -> SeatRow:
        for name in ("area_id", "price_category_id"):
            _require(self, name)
        return SeatRow(
            self.id,
            self.area_id or 0,
            self.price_category_id or 0,
            self.attributes or 0,
            _text(self.row),
            _text(self.number),
            _NOWHERE if self.x is None else self.x,
            _NOWHERE if self.y is None else self.y,
            self.angle or 0.0,
            bool(self.deleted),
        )


class StatusRow(msgspec.Struct, gc=False):
    """A seat's status; only this counter's own orders have an `order_id`."""

    seat_id: int
    status: int
    deleted: bool = False
    order_id: int | None = None


class LooseStatusRow(msgspec.Struct, gc=False):
    seat_id: int
    status: int | None = None
    deleted: bool | None = None
    order_id: int | str | None = None

    def plain(self) -> StatusRow:
        _require(self, "status")
        order_id = _number(self.order_id)
        return StatusRow(self.seat_id, self.status or 0, bool(self.deleted), order_id)


class SeatDataRow(msgspec.Struct, gc=False):
    seat_id: int
    status: int
    blocked_reason: str | None = None
    deleted: bool = False


class LooseSeatDataRow(msgspec.Struct, gc=False):
    seat_id: int
    status: int | None = None
    blocked_reason: str | None = None
    deleted: bool | None = None

    def plain(self) -> SeatDataRow:
        _require(self, "status")
        return SeatDataRow(self.seat_id, self.status or 0, self.blocked_reason, bool(self.deleted))


def _require(row: Any, name: str) -> None:
    if getattr(row, name) is None and not row.deleted:
        raise msgspec.ValidationError(f"Object missing required field `{name}`")


def _number(value: str | int | None) -> int | None:
    """An id, which may come as text; None for what is none."""
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() and len(value) < 20 else None
    return value


def _text(value: str | int | None) -> str:
    return "" if value is None else str(value)
