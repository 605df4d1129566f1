"""Reads answers of ten thousands of rows a piece at a time.

A hundred thousand rows that are all made before the first is looked at fill memory that is far from
the processor, in one call that lets no other thread work. So an answer is cut: the rows of a piece
are read and taken over into columns, and the next piece's rows stand where they stood.

Where to cut is not looked up but tried: between a brace that closes and one that opens. If that is
in the middle of a text, or of a list inside a row, then the text or list does not end with the
piece; if it is behind the last row, then the list ends before. Such a piece is no list of rows, and
the answer is read as a whole. So is one that does not begin with its list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec

_PIECE = 128_000  # bytes
_MOST_BEFORE = 1000  # bytes before the list
_FIELDS = r'(?:\s*"\w+"\s*:\s*"?[\w.+-]*"?\s*,)*'
_BETWEEN = re.compile(rb"\}\s*,\s*\{")


class Columns(Protocol):
    """What rows are taken over into; a list will do."""

    def extend(self, rows: list[Any], /) -> None:
        """Takes over more rows.

        Raises:
            msgspec.ValidationError: a row that has no place.
        """

    def __len__(self) -> int: ...


C = TypeVar("C", bound=Columns)


class BulkPage(NamedTuple, Generic[C]):
    """A page of rows, as the server sent it."""

    rows: C
    total_count: int | None
    last_updated: int | str | None


class Reader:
    """Reads the answers of one operation.

    Args:
        result, items: the names of the result and of its list.
        row, loose: what the rows are, and what they are where they are not that.
    """

    def __init__(self, result: str, items: str, row: type[Any], loose: type[Any]) -> None:
        self._result, self._items = result, items
        self._opening = re.compile(
            rf'\s*\{{{_FIELDS}\s*"{result}"\s*:\s*\{{{_FIELDS}\s*"{items}"\s*:\s*\['.encode()
        )
        self._piece = _decoder(list[row])  # type: ignore[valid-type]
        self._loose_piece = _decoder(list[loose])  # type: ignore[valid-type]
        self._reply = _decoder(_reply(result, items, row))
        self._loose_reply = _decoder(_reply(result, items, loose))
        self._bare = _decoder(_list(items, loose))

    def read(self, body: bytes, new: Callable[[], C]) -> tuple[BulkPage[C], bool]:
        """The page, its rows in `new` columns, and whether the answer has anything to say beside.

        Raises:
            msgspec.ValidationError: it is JSON, and no such answer.
            msgspec.DecodeError: it is no JSON.
        """
        opening = self._opening.match(body, 0, _MOST_BEFORE)
        if opening is not None and len(body) > _PIECE:
            try:
                rows = new()
                return self._read(self._last_of(body, opening.end(), rows), rows)
            except msgspec.DecodeError:
                pass  # a wrong cut, or a wrong answer: then the whole tells what is wrong where
        return self._read(body, new())

    def read_bare(self, body: bytes, new: Callable[[], C]) -> BulkPage[C]:
        """As `read`, of a result without its wrapper."""
        result, rows = self._bare.decode(body), new()
        rows.extend([row.plain() for row in getattr(result, self._items)])
        return BulkPage(rows, result.total_count, result.last_updated)

    def _last_of(self, body: bytes, begin: int, rows: Columns) -> bytes:
        """Takes over the rows of all pieces but the last; returns an answer that has only its."""
        view, start = memoryview(body), begin
        while gap := _BETWEEN.search(body, start + _PIECE):
            piece = b"".join((b"[", view[start : gap.start() + 1], b"]"))
            try:
                rows.extend(self._piece.decode(piece))
            except msgspec.ValidationError:
                rows.extend([row.plain() for row in self._loose_piece.decode(piece)])
            start = gap.end() - 1
        return body[:begin] + body[start:]

    def _read(self, body: bytes, rows: C) -> tuple[BulkPage[C], bool]:
        try:
            reply = self._reply.decode(body)
            result = getattr(reply, self._result)
            rows.extend(getattr(result, self._items))
        except msgspec.ValidationError:
            reply = self._loose_reply.decode(body)
            result = getattr(reply, self._result)
            rows.extend([row.plain() for row in getattr(result, self._items)])
        told = (reply.error_type, reply.warnings, result.error_type, result.warnings)
        says_more = not reply.TIsSuccessful or any(told)
        return BulkPage(rows, result.total_count, result.last_updated), says_more


# The error block stands beside a result, or inside it.
_BLOCK: tuple[Any, ...] = (
    ("error_type", int | None, None),
    ("warnings", list[msgspec.Raw] | None, None),
)


def _decoder(shape: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(shape)


def _list(items: str, row: type[Any]) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        "Result",
        [
            (items, list[row]),  # type: ignore[valid-type]
            ("total_count", int | None, None),
            ("last_updated", int | str | None, None),
            *_BLOCK,
        ],
    )


def _reply(result: str, items: str, row: type[Any]) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        "Reply", [(result, _list(items, row)), ("TIsSuccessful", bool, True), *_BLOCK]
    )
