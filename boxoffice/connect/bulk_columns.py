"""Rows by the ten thousand as numpy columns; what contradicts itself is named.

Fields are taken out of the rows by loops in C, which are quick and let no other thread work: they
go over some of the rows at a time, so that a window is never kept waiting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from boxoffice.connect.bulk_rows import SeatDataRow, SeatRow, StatusRow
from boxoffice.connect.errors import BadReply
from boxoffice.connect.operations import SEAT_STATUS, SEATS
from boxoffice.domain.ids import SeatId
from boxoffice.domain.seatplan import BrokenPlan, Int64s, SeatPlan, SeatState

_KNOWN_STATES = 4
_MOST = 1e12  # venue units
_AT_A_TIME = 20_000
_MOST_LETTERS = 200

V = TypeVar("V")
Columns = tuple[NDArray[np.int64], NDArray[np.uint8]]


def status_columns(rows: Sequence[StatusRow]) -> Columns:
    """Ids and states; a status this program does not know is OTHER, a deleted seat is blocked.

    Raises:
        BadReply: a number that is outside of its range.
    """
    try:
        ids = _column(rows, "seat_id", np.int64)
        raw = _column(rows, "status", np.int64)
    except OverflowError as error:
        raise BadReply(SEAT_STATUS.name, "a number outside 64 bits") from error
    states = np.where((raw >= 0) & (raw < _KNOWN_STATES), raw, int(SeatState.OTHER))
    if _has_gone(rows):
        states[_column(rows, "deleted", np.bool_)] = int(SeatState.BLOCKED)
    return ids, states.astype(np.uint8)


def reasons_of(rows: Sequence[SeatDataRow]) -> dict[SeatId, str]:
    """The words of blocked seats, cut to what fits on a card."""
    found: dict[SeatId, str] = {}
    for row in rows:
        is_blocked = row.status == SeatState.BLOCKED and not row.deleted
        words = (row.blocked_reason or "").strip()[:_MOST_LETTERS] if is_blocked else ""
        if words and 0 <= row.seat_id < 2**63:
            found[SeatId(row.seat_id)] = words
    return found


def plan_of(rows: Sequence[SeatRow]) -> SeatPlan:
    """The seats that are there, in the order of their ids.

    Raises:
        BadReply: seats twice, or at no place; it names them.
    """
    try:
        if _has_gone(rows):
            rows = [row for row in rows if not row.deleted]
        ids = _column(rows, "id", np.int64)
        if np.any(ids[1:] < ids[:-1]):
            rows = sorted(rows, key=attrgetter("id"))
            ids = _column(rows, "id", np.int64)
        x, y, angle = (_column(rows, name, np.float64) for name in ("x", "y", "angle"))
        _check_places(ids, x, y, angle)
        area_ids = _column(rows, "area_id", np.int64)
        row_index, row_names = _rows(area_ids, _texts(rows, "row"), ~np.isnan(x))
        return SeatPlan(
            ids=ids,
            x=x,
            y=y,
            angle=angle,
            area_ids=area_ids,
            row_index=row_index,
            row_names=row_names,
            numbers=tuple(_texts(rows, "number")),
            category_ids=_column(rows, "price_category_id", np.int64),
            attributes=_column(rows, "attributes", np.int32),
        )
    except BrokenPlan as error:
        raise BadReply(SEATS.name, str(error)) from error
    except OverflowError as error:
        raise BadReply(SEATS.name, "a number outside its range") from error


def gone_ids(rows: Sequence[SeatRow]) -> Int64s:
    """int64[k]: the seats that are gone."""
    try:
        return np.array([row.id for row in rows if row.deleted], dtype=np.int64)
    except OverflowError as error:
        raise BadReply(SEATS.name, "a number outside its range") from error


def let_go(rows: list[SeatRow]) -> None:
    """Empties the list, some rows at a time: to let go of a million takes long, too."""
    while rows:
        del rows[-_AT_A_TIME:]


def _has_gone(rows: Sequence[Any]) -> bool:
    """Whether any is deleted, which mostly none is: looked for without keeping what is found."""
    return any(True in map(attrgetter("deleted"), some) for some in _some(rows))


def _column(rows: Sequence[Any], name: str, kind: Any) -> NDArray[Any]:
    return _array(rows, attrgetter(name), kind)


def _array(values: Sequence[V], taken: Callable[[V], Any], kind: Any) -> NDArray[Any]:
    """What is taken of each value, as an array."""
    parts = [np.fromiter(map(taken, some), kind, len(some)) for some in _some(values)]
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def _texts(rows: Sequence[SeatRow], name: str) -> list[str]:
    texts: list[str] = []
    for some in _some(rows):
        texts.extend(map(attrgetter(name), some))
    return texts


def _some(values: Sequence[V]) -> Iterator[Sequence[V]]:
    return (values[start : start + _AT_A_TIME] for start in range(0, len(values), _AT_A_TIME))


def _check_places(
    ids: Int64s, x: NDArray[np.float64], y: NDArray[np.float64], angle: NDArray[np.float64]
) -> None:
    wrong = np.isnan(x) != np.isnan(y)
    for column in (x, y, angle):
        wrong |= np.abs(column) >= _MOST
    if wrong.any():
        some = ", ".join(map(str, ids[wrong][:10]))
        raise BadReply(SEATS.name, f"coordinates that are no place, seats {some}")


def _rows(
    area_ids: Int64s, texts: Sequence[str], placed: NDArray[np.bool_]
) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """int32[n], the row that each seat is in, and the rows' names; -1 for places without one.

    Rows are numbered in the order in which their first seats come. Seats of a row mostly stand
    together, so that only where a row begins is it looked up.
    """
    known_texts: dict[str, None] = {}
    for some in _some(texts):
        known_texts.update(dict.fromkeys(some))
    codes = {text: code for code, text in enumerate(known_texts)}
    code = _array(texts, codes.__getitem__, np.int64)[placed]
    areas = area_ids[placed]
    begins = np.ones(len(areas), dtype=np.bool_)
    begins[1:] = (areas[1:] != areas[:-1]) | (code[1:] != code[:-1])
    starts = np.flatnonzero(begins)
    known: dict[tuple[int, int], int] = {}
    pairs = zip(areas[starts].tolist(), code[starts].tolist(), strict=True)
    numbers = [known.setdefault(pair, len(known)) for pair in pairs]
    lengths = np.diff(np.append(starts, len(areas)))
    row_index = np.full(len(texts), -1, dtype=np.int32)
    row_index[placed] = np.repeat(np.array(numbers, dtype=np.int32), lengths)
    names = list(codes)
    return row_index, tuple(names[code] for _, code in known)
