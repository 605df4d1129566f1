"""Makes plans and states of the rows of an answer; names the rows that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from boxoffice.connect.bulk.columns import SeatColumns, StatusColumns, Table
from boxoffice.connect.bulk.rows import SeatDataRow, code_of
from boxoffice.connect.codes import BLOCKED_SEAT, SEAT_CODES, by_code
from boxoffice.connect.errors import BadReply
from boxoffice.connect.operations import SEAT_STATUS, SEATS, Operation
from boxoffice.domain.ids import OrderId, SeatId
from boxoffice.domain.seats.seatplan import BrokenPlan, Int64s, SeatPlan, SeatState, States

_STATES = by_code(SEAT_CODES)
_OF_CODE = np.array(  # the last one is for a number that is not known
    [*(_STATES[code] for code in range(len(_STATES))), SeatState.OTHER], dtype=np.uint8
)
_MOST = 1e12  # venue units
_MOST_LETTERS = 200


def plan_of(seats: SeatColumns) -> SeatPlan:
    """The seats that are there, in the order of their ids.

    Raises:
        BadReply: seats twice, or at no place; it names them. Or an id that is not valid.
    """
    return _plan(_checked(seats), seats.texts)


def changes_of(seats: SeatColumns) -> tuple[SeatPlan, Int64s]:
    """The seats that are there and the ids of those that are gone; of a seat that comes twice the
    last counts.

    Raises:
        BadReply: seats at no place; it names them. Or an id that is not valid.
    """
    latest = _checked(seats)[::-1]
    _, first = np.unique(latest["id"], return_index=True)
    told = latest[first]
    return _plan(told, seats.texts), told["id"][told["deleted"]]


def status_of(told: StatusColumns) -> tuple[Int64s, States, dict[SeatId, OrderId]]:
    """Ids, states, and which seats are of this counter's own orders; a status this program does not
    know is OTHER, and a seat that is gone is blocked.

    Raises:
        BadReply: an id that is not valid.
    """
    _check_ids(SEAT_STATUS, "seat_id", told.seat_ids)
    raw = np.where(told.status == StatusColumns.GONE, BLOCKED_SEAT, told.status)
    known = np.where((raw >= 0) & (raw < len(_STATES)), raw, len(_STATES))
    orders = {SeatId(seat): OrderId(order) for seat, order in told.orders.tolist()}
    return told.seat_ids, _OF_CODE[known], orders


def reasons_of(rows: Sequence[SeatDataRow]) -> dict[SeatId, str]:
    """The words of blocked seats, cut to what fits on a card."""
    found: dict[SeatId, str] = {}
    for row in rows:
        is_blocked = code_of(row.status) == BLOCKED_SEAT and not row.deleted
        words = (row.blocked_reason or "").strip()[:_MOST_LETTERS] if is_blocked else ""
        if words and 0 <= row.seat_id < 2**63:
            found[SeatId(row.seat_id)] = words
    return found


def _plan(told: Table, texts: Sequence[str]) -> SeatPlan:
    if told["deleted"].any():
        told = told[~told["deleted"]]
    ids = _column(told, "id")
    if np.any(ids[1:] < ids[:-1]):
        order = np.argsort(ids, kind="stable")
        told, ids = told[order], ids[order]
    area_ids = _column(told, "area_id")
    x, y, angle = (_column(told, name) for name in ("x", "y", "angle"))
    _check_places(ids, x, y, angle)
    row_index, row_names = _rows(area_ids, told["row"], ~np.isnan(x), texts)
    try:
        return SeatPlan(
            ids=ids,
            x=x,
            y=y,
            angle=angle,
            area_ids=area_ids,
            row_index=row_index,
            row_names=row_names,
            numbers=tuple(np.array(texts, dtype=object)[told["number"]].tolist()),
            category_ids=_column(told, "price_category_id"),
            attributes=_column(told, "attributes"),
        )
    except BrokenPlan as error:
        raise BadReply(SEATS.name, str(error)) from error


def _column(table: Table, name: str) -> NDArray[Any]:
    """A column that stands by itself: it is quicker to work on, and the table can go."""
    return np.ascontiguousarray(table[name])


def _checked(seats: SeatColumns) -> Table:
    table = seats.table
    for name in ("id", "area_id", "price_category_id"):
        _check_ids(SEATS, name, table[name])
    return table


def _check_ids(operation: Operation, name: str, ids: Int64s) -> None:
    if np.any(ids < 0):
        raise BadReply(operation.name, f"{name} below 0")


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
    area_ids: Int64s, names: NDArray[np.int32], placed: NDArray[np.bool_], texts: Sequence[str]
) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """int32[n], the row that each seat is in, and the rows' names; -1 for places without one.

    Rows are numbered in the order in which their first seats come. Seats of a row mostly stand
    together, so that only where a row begins is it looked up.
    """
    code, areas = names[placed], area_ids[placed]
    begins = np.ones(len(areas), dtype=np.bool_)
    begins[1:] = (areas[1:] != areas[:-1]) | (code[1:] != code[:-1])
    starts = np.flatnonzero(begins)
    known: dict[tuple[int, int], int] = {}
    pairs = zip(areas[starts].tolist(), code[starts].tolist(), strict=True)
    numbers = [known.setdefault(pair, len(known)) for pair in pairs]
    lengths = np.diff(np.append(starts, len(areas)))
    row_index = np.full(len(names), -1, dtype=np.int32)
    row_index[placed] = np.repeat(np.array(numbers, dtype=np.int32), lengths)
    return row_index, tuple(texts[code] for _, code in known)
