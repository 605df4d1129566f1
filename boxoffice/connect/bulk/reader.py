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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec

from boxoffice.connect.bulk.rows import counted, is_of, rows_of
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
    """A page of rows, as the server sent it, without `strangers`: those of another event. `dropped`
    are fields that did not fit and took their default, each as often as it did."""

    rows: C
    total_count: int | None
    last_updated: int | str | None
    page_size: int | None = None
    strangers: int = 0
    dropped: Sequence[str] = ()

    @property
    def came(self) -> int:
        """How many rows came, the strangers too."""
        return len(self.rows) + self.strangers


@dataclass(slots=True)
class _Beside:
    """What of the rows was not taken over."""

    strangers: int = 0
    dropped: list[str] = field(default_factory=list)


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
        self._loose_reply = _decoder(
            _reply(self._result, self._items, said, dialect, number=_LOOSE_NUMBER)
        )
        self._contract = _list(self._result, self._items, loose, CONTRACT, number=_LOOSE_NUMBER)

    def read(self, body: bytes, new: Callable[[], C]) -> tuple[BulkPage[C], bool]:
        """The page, its rows in `new` columns, and whether the answer has anything to say beside.

        Raises:
            msgspec.ValidationError: it is JSON, and no such answer.
            msgspec.DecodeError: it is no JSON.
        """
        opening = self._opening.match(body, 0, _MOST_BEFORE)
        if opening is not None and len(body) > _PIECE:
            try:
                rows, beside = new(), _Beside()
                rest = self._last_of(body, opening.end(), rows, beside)
                return self._read(rest, rows, beside)
            except msgspec.DecodeError:
                pass  # a wrong cut, or a wrong answer: then the whole tells what is wrong where
        return self._read(body, new(), _Beside())

    def read_content(self, result: Mapping[str, Any], new: Callable[[], C]) -> BulkPage[C]:
        """As `read`, of a result in the contract's names.

        Raises:
            msgspec.ValidationError: it is no such result.
        """
        found, rows, beside = msgspec.convert(result, self._contract), new(), _Beside()
        self._take_loose(getattr(found, self._items), rows, beside)
        return _page(found, rows, beside)

    def _last_of(self, body: bytes, begin: int, rows: Columns, beside: _Beside) -> bytes:
        """Takes over the rows of all pieces but the last; returns an answer that has only its."""
        view, start = memoryview(body), begin
        while gap := _BETWEEN.search(body, start + _PIECE):
            piece = b"".join((b"[", view[start : gap.start() + 1], b"]"))
            try:
                rows.extend(self._piece.decode(piece))
            except msgspec.ValidationError:
                self._take_loose(self._loose_piece.decode(piece), rows, beside)
            start = gap.end() - 1
        return body[:begin] + body[start:]

    def _read(self, body: bytes, rows: C, beside: _Beside) -> tuple[BulkPage[C], bool]:
        try:
            reply = self._reply.decode(body)
            result = getattr(reply, self._result)
            rows.extend(getattr(result, self._items))
        except msgspec.ValidationError:
            reply = self._loose_reply.decode(body)
            result = getattr(reply, self._result)
            self._take_loose(getattr(result, self._items), rows, beside)
        told = (reply.error_type, reply.warnings, result.error_type, result.warnings)
        is_done = reply.TIsSuccessful and getattr(reply, "published", True)
        says_more = not is_done or any(told)
        return _page(result, rows, beside), says_more

    def _take_loose(self, found: list[Any], rows: Columns, beside: _Beside) -> None:
        """Takes over what is of the event."""
        event_id = self._event_id
        own = found if event_id is None else [row for row in found if is_of(row, event_id)]
        rows.extend([row.plain(beside.dropped) for row in own])
        beside.strangers += len(found) - len(own)


def _page(result: Any, rows: C, beside: _Beside) -> BulkPage[C]:
    told = (counted(result.total_count), result.last_updated, counted(result.page_size))
    return BulkPage(rows, *told, beside.strangers, beside.dropped)


_NUMBER: Any = int | None
_LOOSE_NUMBER: Any = int | float | str | None


def _block(number: Any) -> tuple[Any, ...]:
    """The error block, which stands beside a result, or inside it."""
    return ("error_type", number, None), ("warnings", list[msgspec.Raw] | None, None)


def _decoder(shape: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(shape)


def _list(
    result: str, items: str, row: type[Any], dialect: Dialect, number: Any = _NUMBER
) -> type[msgspec.Struct]:
    return msgspec.defstruct(
        "Result",
        [
            (items, list[row]),  # type: ignore[valid-type]
            ("total_count", number, None),
            ("last_updated", int | str | None, None),
            ("page_size", number, None),
            *_block(number),
        ],
        rename=spelling(dialect, result),
    )


def _reply(
    result: str, items: str, row: type[Any], dialect: Dialect, number: Any = _NUMBER
) -> type[msgspec.Struct]:
    names = {result: dialect.result(result)} | dict(spelling(dialect, ENVELOPE))
    fields: list[Any] = [(result, _list(result, items, row, dialect, number)), (_FLAG, bool, True)]
    if names[_FLAG] != _FLAG:  # it may be as it is published, too
        fields.append(("published", bool, True))
        names["published"] = _FLAG
    return msgspec.defstruct("Reply", [*fields, *_block(number)], rename=names)
