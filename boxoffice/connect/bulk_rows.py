"""Rows that come by the ten thousand, as msgspec structures: only the fields that are used.

The plain rows are what servers send; the loose ones take what the API allows beside (nulls, numbers
for texts), and are only tried where the plain ones do not fit. None of them is watched by the
garbage collector: they hold nothing that could refer back to them.
"""

from __future__ import annotations

import math
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

import msgspec

_NOWHERE = math.nan
_MOST_LETTERS = 200
Id = Annotated[int, msgspec.Meta(ge=0)]
Name = Annotated[str, msgspec.Meta(max_length=_MOST_LETTERS)]


class SeatRow(msgspec.Struct, gc=False):
    """A seat; a standing place has neither x nor y, which are NaN then."""

    id: Id
    area_id: Id
    price_category_id: Id
    row: Name = ""
    number: Name = ""
    x: float = _NOWHERE
    y: float = _NOWHERE
    angle: float = 0.0
    attributes: int = 0
    deleted: bool = False


class LooseSeatRow(msgspec.Struct, gc=False):
    """Of a seat that is gone nothing but its id need be told."""

    id: Id
    area_id: Id | None = None
    price_category_id: Id | None = None
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
            self.id, self.area_id or 0, self.price_category_id or 0,
            _text(self.row), _text(self.number),
            _NOWHERE if self.x is None else self.x, _NOWHERE if self.y is None else self.y,
            self.angle or 0.0, self.attributes or 0, bool(self.deleted),
        )  # fmt: skip


class StatusRow(msgspec.Struct, gc=False):
    seat_id: Id
    status: int
    deleted: bool = False


class LooseStatusRow(msgspec.Struct, gc=False):
    seat_id: Id
    status: int | None = None
    deleted: bool | None = None

    def plain(self) -> StatusRow:
        _require(self, "status")
        return StatusRow(self.seat_id, self.status or 0, bool(self.deleted))


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


R = TypeVar("R", SeatRow, StatusRow, SeatDataRow)


class BulkPage(NamedTuple, Generic[R]):
    """A page of rows, as it was told."""

    rows: list[R]
    total_count: int | None
    last_updated: int | str | None


class Reader(Generic[R]):
    """Reads the answers of one operation.

    Args:
        result, items: the names of the result and of its list.
        row, loose: what the rows are, and what they are where they are not that.
    """

    def __init__(self, result: str, items: str, row: type[R], loose: type[Any]) -> None:
        self._result, self._items = result, items
        self._plain: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_reply(result, items, row))
        self._loose: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_reply(result, items, loose))
        self._bare: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_list(items, loose))

    def read(self, body: bytes) -> tuple[BulkPage[R], bool]:
        """The page, and whether the answer has anything to say beside it.

        Raises:
            msgspec.ValidationError: it is JSON, and no such answer.
            msgspec.DecodeError: it is no JSON.
        """
        try:
            reply = self._plain.decode(body)
            rows = getattr(getattr(reply, self._result), self._items)
        except msgspec.ValidationError:
            reply = self._loose.decode(body)
            rows = [row.plain() for row in getattr(getattr(reply, self._result), self._items)]
        result = getattr(reply, self._result)
        told = (reply.error_type, reply.warnings, result.error_type, result.warnings)
        says_more = not reply.TIsSuccessful or any(told)
        return BulkPage(rows, result.total_count, result.last_updated), says_more

    def read_bare(self, body: bytes) -> BulkPage[R]:
        """As `read`, of a result without its wrapper."""
        result = self._bare.decode(body)
        rows = [row.plain() for row in getattr(result, self._items)]
        return BulkPage(rows, result.total_count, result.last_updated)


# The error block stands beside a result, or inside it.
_BLOCK: tuple[Any, ...] = (
    ("error_type", int | None, None), ("warnings", list[msgspec.Raw] | None, None),
)  # fmt: skip


def _list(items: str, row: type[Any]) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        "Result",
        [(items, list[row]), ("total_count", int | None, None),  # type: ignore[valid-type]
         ("last_updated", int | str | None, None), *_BLOCK],
    )  # fmt: skip


def _reply(result: str, items: str, row: type[Any]) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        "Reply",
        [(result, _list(items, row)), ("TIsSuccessful", bool, True), *_BLOCK],
    )  # fmt: skip


def _require(row: Any, name: str) -> None:
    if getattr(row, name) is None and not row.deleted:
        raise msgspec.ValidationError(f"Object missing required field `{name}`")


def _text(value: str | int | None) -> str:
    return "" if value is None else str(value)[:_MOST_LETTERS]
