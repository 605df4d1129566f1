"""Rows by the ten thousand, packed, so that numpy reads a column of them at once.

Calls in C do the packing, exactly: one a row, or one a column where there are few of them. A number
that does not fit raises.
"""

from __future__ import annotations

import struct
from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from boxoffice.connect.bulk.rows import SeatRow, StatusRow
from boxoffice.domain.seats.seatplan import Int64s

_MOST_LETTERS = 200

R = TypeVar("R", SeatRow, StatusRow)
Table = NDArray[np.void]


class _Packed(ABC, Generic[R]):
    """Rows as the server sent them, in as many arrays of bytes as are given."""

    def __init__(self, *columns: bytearray) -> None:
        self._columns = columns
        self._count = 0

    def extend(self, rows: list[R], /) -> None:
        """Takes over more rows.

        Raises:
            msgspec.ValidationError: a number that its column cannot hold.
        """
        try:
            packed = self._packed(rows)
        except struct.error as error:
            raise msgspec.ValidationError("a number outside its range") from error
        self._add(packed, len(rows))

    def join(self, other: _Packed[R]) -> None:
        """Adds the rows of another page."""
        self._add(other._columns, len(other))

    @abstractmethod
    def _packed(self, rows: list[R]) -> tuple[bytes, ...]:
        """What to add to each column."""

    def _add(self, packed: tuple[bytes | bytearray, ...], count: int) -> None:
        for column, more in zip(self._columns, packed, strict=True):
            column += more
        self._count += count

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Packed) and self._columns == other._columns

    __hash__ = None  # type: ignore[assignment]


class SeatColumns(_Packed[SeatRow]):
    """Seats, those that are gone too. Pages of one plan number their texts alike."""

    _ROW = struct.Struct("=qqqidddii?")  # without gaps, in the machine's order of bytes
    _FIELDS = np.dtype(
        [
            ("id", "i8"),
            ("area_id", "i8"),
            ("price_category_id", "i8"),
            ("attributes", "i4"),
            ("x", "f8"),
            ("y", "f8"),
            ("angle", "f8"),
            ("row", "i4"),
            ("number", "i4"),
            ("deleted", "?"),
        ]
    )

    def __init__(self, texts: _Numbered | None = None) -> None:
        super().__init__(bytearray())
        self._texts = texts or _Numbered()

    def another(self) -> SeatColumns:
        """None yet, of the same plan."""
        return SeatColumns(self._texts)

    @property
    def table(self) -> Table:
        """One record a seat, with the fields of a `SeatRow`; row and number are places in `texts`.
        Nothing can be added as long as it is used."""
        return np.frombuffer(self._columns[0], self._FIELDS)

    @property
    def texts(self) -> list[str]:
        return list(self._texts.known)

    def _packed(self, rows: list[SeatRow]) -> tuple[bytes, ...]:
        pack, number = self._ROW.pack, self._texts.numbers
        try:
            packed = [
                pack(
                    row.id,
                    row.area_id,
                    row.price_category_id,
                    row.attributes,
                    row.x,
                    row.y,
                    row.angle,
                    number[row.row],
                    number[row.number],
                    row.deleted,
                )
                for row in rows
            ]
        except KeyError:
            self._texts.learn(rows)
            return self._packed(rows)
        return (b"".join(packed),)


class StatusColumns(_Packed[StatusRow]):
    """Seats and their status, or that they are gone. Beside them the seats of this counter's own
    orders, which are few."""

    GONE = 2**62
    """In place of a status."""

    def __init__(self) -> None:
        super().__init__(bytearray(), bytearray(), bytearray())

    @property
    def seat_ids(self) -> Int64s:
        """Nothing can be added as long as it is used."""
        return np.frombuffer(self._columns[0], np.int64)

    @property
    def status(self) -> Int64s:
        return np.frombuffer(self._columns[1], np.int64)

    @property
    def gone(self) -> Int64s:
        """Which seats are gone."""
        found: Int64s = self.seat_ids[self.status == self.GONE]
        return found

    def there(self) -> StatusColumns:
        """Without the seats that are gone."""
        kept, is_there = StatusColumns(), self.status != self.GONE
        columns = self.seat_ids[is_there].tobytes(), self.status[is_there].tobytes()
        kept._add((*columns, bytes(self._columns[2])), int(is_there.sum()))
        return kept

    @property
    def orders(self) -> Int64s:
        """int64[n, 2] of seat ids and the ids of their orders."""
        return np.frombuffer(self._columns[2], np.int64).reshape(-1, 2)

    def _packed(self, rows: list[StatusRow]) -> tuple[bytes, ...]:
        each = f"{len(rows)}q"
        ids = struct.pack(each, *[row.seat_id for row in rows])
        gone = self.GONE
        if all(isinstance(row.status, int) for row in rows[:1]):
            status = [gone if row.deleted else row.status for row in rows]
        else:
            members: list[Any] = rows  # a dialect's own
            status = [gone if row.deleted else row.status.code for row in members]
        own = [row for row in rows if row.order_id is not None]
        told = [(row.seat_id, row.order_id or 0) for row in own if _is_id(row.order_id)]
        pairs = struct.pack(f"{2 * len(told)}q", *[number for pair in told for number in pair])
        return ids, struct.pack(each, *status), pairs


def _is_id(number: int | None) -> bool:
    return number is not None and 0 < number < 2**63


class _Numbered:
    """Texts, numbered as they are met; of long ones the beginning.

    Attributes:
        numbers: by the text as it came: a plain dict, which is looked up quickest.
        known: by the text as it is used.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.known: dict[str, int] = {}

    def learn(self, rows: list[SeatRow]) -> None:
        """Names of rows and seats that were not met."""
        for row in rows:
            for text in (row.row, row.number):
                if text not in self.numbers:
                    used = text[:_MOST_LETTERS]
                    self.numbers[text] = self.known.setdefault(used, len(self.known))
