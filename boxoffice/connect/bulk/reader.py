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
from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec

from boxoffice.connect.bulk.rows import is_of, rows_of
from boxoffice.connect.dialects.dialect import CONTRACT, Dialect
from boxoffice.connect.dialects.speech import spelling
from boxoffice.connect.dialects.vocabulary import ENVELOPE
from boxoffice.connect.operations import Operation

_PIECE = 128_000  # bytes
_MOST_BEFORE = 1000  # bytes before the list
_FIELDS = r'(?:\s*"\w+"\s*:\s*"?[\w.+-]*"?\s*,)*'
_FLAG = "TIsSuccessful"
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
    """A page of rows, as the server sent it, without `strangers`: those of another event."""

    rows: C
    total_count: int | None
    last_updated: int | str | None
    page_size: int | None = None
    strangers: int = 0

    @property
    def came(self) -> int:
        """How many rows came, the strangers too."""
        return len(self.rows) + self.strangers


class Reader:
    """Reads the answers of one operation.

    Args:
        entity: what the rows are.
        row, loose: their plain and their loose form.
        event_id: rows of another event are left out.
    """

    def __init__(
        self,
        operation: Operation,
        entity: str,
        row: type[Any],
        loose: type[Any],
        dialect: Dialect = CONTRACT,
        event_id: int | None = None,
    ) -> None:
        self._result, self._items = operation.result, operation.items
        self._event_id = event_id
        names = spelling(dialect, self._result)
        result, items = dialect.result(self._result), names[self._items]
        head = rf'\s*\{{{_FIELDS}\s*"{re.escape(result)}"\s*:\s*\{{{_FIELDS}\s*'
        self._opening = re.compile(rf'{head}"{re.escape(items)}"\s*:\s*\['.encode())
        self._strict = rows_of(row, entity, dialect, event_id)
        said = rows_of(loose, entity, dialect)
        self._piece = _decoder(list[self._strict])  # type: ignore[name-defined]
        self._loose_piece = _decoder(list[said])  # type: ignore[valid-type]
        self._reply = _decoder(_reply(self._result, self._items, self._strict, dialect))
        self._loose_reply = _decoder(_reply(self._result, self._items, said, dialect))
        self._contract = _list(self._result, self._items, loose, CONTRACT)

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
                rest, strangers = self._last_of(body, opening.end(), rows)
                return self._read(rest, rows, strangers)
            except msgspec.DecodeError:
                pass  # a wrong cut, or a wrong answer: then the whole tells what is wrong where
        return self._read(body, new())

    def read_content(self, result: Mapping[str, Any], new: Callable[[], C]) -> BulkPage[C]:
        """As `read`, of a result in the contract's names.

        Raises:
            msgspec.ValidationError: it is no such result.
        """
        found, rows = msgspec.convert(result, self._contract), new()
        strangers = self._take_loose(getattr(found, self._items), rows)
        return _page(found, rows, strangers)

    def _last_of(self, body: bytes, begin: int, rows: Columns) -> tuple[bytes, int]:
        """Takes over the rows of all pieces but the last; returns an answer that has only its, and
        how many were of another event."""
        view, start, strangers = memoryview(body), begin, 0
        while gap := _BETWEEN.search(body, start + _PIECE):
            piece = b"".join((b"[", view[start : gap.start() + 1], b"]"))
            try:
                rows.extend(self._piece.decode(piece))
            except msgspec.ValidationError:
                strangers += self._take_loose(self._loose_piece.decode(piece), rows)
            start = gap.end() - 1
        return body[:begin] + body[start:], strangers

    def _read(self, body: bytes, rows: C, strangers: int = 0) -> tuple[BulkPage[C], bool]:
        try:
            reply = self._reply.decode(body)
            result = getattr(reply, self._result)
            rows.extend(getattr(result, self._items))
        except msgspec.ValidationError:
            reply = self._loose_reply.decode(body)
            result = getattr(reply, self._result)
            strangers += self._take_loose(getattr(result, self._items), rows)
        told = (reply.error_type, reply.warnings, result.error_type, result.warnings)
        is_done = reply.TIsSuccessful and getattr(reply, "published", True)
        says_more = not is_done or any(told)
        return _page(result, rows, strangers), says_more

    def _take_loose(self, found: list[Any], rows: Columns) -> int:
        """Takes over what is of the event; returns how many are of another."""
        event_id = self._event_id
        own = found if event_id is None else [row for row in found if is_of(row, event_id)]
        rows.extend([row.plain() for row in own])
        return len(found) - len(own)


def _page(result: Any, rows: C, strangers: int) -> BulkPage[C]:
    return BulkPage(rows, result.total_count, result.last_updated, result.page_size, strangers)


# The error block stands beside a result, or inside it.
_BLOCK: tuple[Any, ...] = (
    ("error_type", int | None, None),
    ("warnings", list[msgspec.Raw] | None, None),
)


def _decoder(shape: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(shape)


def _list(result: str, items: str, row: type[Any], dialect: Dialect) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        "Result",
        [
            (items, list[row]),  # type: ignore[valid-type]
            ("total_count", int | None, None),
            ("last_updated", int | str | None, None),
            ("page_size", int | None, None),
            *_BLOCK,
        ],
        rename=spelling(dialect, result),
    )


def _reply(result: str, items: str, row: type[Any], dialect: Dialect) -> type[msgspec.Struct]:
    names = {result: dialect.result(result)} | dict(spelling(dialect, ENVELOPE))
    fields: list[Any] = [(result, _list(result, items, row, dialect)), (_FLAG, bool, True)]
    if names[_FLAG] != _FLAG:  # it may be as it is published, too
        fields.append(("published", bool, True))
        names["published"] = _FLAG
    return msgspec.defstruct("Reply", [*fields, *_BLOCK], rename=names)
