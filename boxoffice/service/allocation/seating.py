"""The geometry of an event's seats for the allocation: all seats in one long line of places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.rows import Floats, Indices, Rows, rows_of
from boxoffice.domain.seats.seatplan import SeatAttribute

Mask = NDArray[np.bool_]
ACCESSIBLE = int(SeatAttribute.WHEELCHAIR | SeatAttribute.COMPANION)


@dataclass(frozen=True, slots=True, eq=False)
class Seating:
    """All seats of an event, in columns in the order of `ids`, and once more in a line.

    The line has the seats in rows, row by row and each row from end to end, then the standing
    places, area by area. A seat is an index into the columns, a place an index into the line.

    Attributes:
        ids: int64[n] seat ids, ascending.
        x, y: float64[n] in steps, the usual distance between two neighbours; NaN for standing
            places.
        area_ids: int64[n].
        attributes: int32[n].
        away: float64[n], how far each seat is from its focus, in steps; 0 for standing places.
        rows: who sits beside whom.
        line: intp[n], by place: its seat.
        place: intp[n], by seat: its place.
        joins: bool[n], by place: whether it is beside the place before it; of standing places,
            whether both are in one area.
        seated: how many places of the line are seats in rows.
    """

    ids: NDArray[np.int64]
    x: Floats
    y: Floats
    area_ids: NDArray[np.int64]
    attributes: NDArray[np.int32]
    away: Floats
    rows: Rows
    line: Indices
    place: Indices
    joins: Mask
    seated: int

    @property
    def is_seat(self) -> Mask:
        """bool[n]: the seats in rows; the others are standing places."""
        return self.place < self.seated


def seating_of(
    ids: NDArray[np.int64],
    row: NDArray[np.int32],
    x: Floats,
    y: Floats,
    area_ids: NDArray[np.int64],
    attributes: NDArray[np.int32],
    focus: Floats,
) -> Seating:
    """The seating of these seats.

    Args:
        row: int32[n], a number for each row of each area; -1 for standing places.
        x, y: float64[n] in any unit, NaN for standing places.
        focus: float64[2] in the same unit, the point that seats are best near to; or float64[n, 2]
            with one for each seat.
    """
    rows = rows_of(row, area_ids, x, y)
    standing = np.flatnonzero(row < 0)
    standing = standing[np.argsort(area_ids[standing], kind="stable")]
    line = np.concatenate((rows.order, standing))
    place = np.empty(len(line), dtype=np.intp)
    place[line] = np.arange(len(line))
    joins = np.zeros(len(line), dtype=np.bool_)
    seated = len(rows.order)
    joins[1:seated] = np.diff(rows.stretch) == 0
    joins[seated + 1 :] = np.diff(area_ids[standing]) == 0
    step = _step(rows.order, joins[:seated], x, y)
    spots = np.broadcast_to(focus, (len(ids), 2))
    away = np.nan_to_num(np.hypot(x - spots[:, 0], y - spots[:, 1]) / step)
    return Seating(
        ids, x / step, y / step, area_ids, attributes, away, rows, line, place, joins, seated
    )


def _step(order: Indices, joins: Mask, x: Floats, y: Floats) -> float:
    """The usual distance between neighbours, or between rows if no seat has a neighbour."""
    steps = np.hypot(np.diff(x[order]), np.diff(y[order]))
    beside = steps[joins[1:]] if joins.any() else steps
    return (float(np.median(beside)) or 1.0) if len(beside) else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Runs of seats side by side that may be taken.

    Attributes:
        at: intp[m], their places in the line, ascending.
        first: intp[r], where in `at` each run begins.
        length: intp[r].
    """

    at: Indices
    first: Indices
    length: Indices

    @property
    def of(self) -> Indices:
        """intp[m], parallel to `at`: the run of each place."""
        return np.repeat(np.arange(len(self.first)), self.length)

    @property
    def ahead(self) -> Indices:
        """intp[m], parallel to `at`: how many seats there are from the place to the run's end."""
        return np.repeat(self.first + self.length, self.length) - np.arange(len(self.at))


def runs_of(seating: Seating, eligible: Mask) -> Runs:
    """The runs of the eligible seats; standing places are in no run."""
    at = np.flatnonzero(eligible[seating.line[: seating.seated]])
    begins = np.ones(len(at), dtype=np.bool_)
    begins[1:] = (np.diff(at) != 1) | ~seating.joins[at[1:]]
    first = np.flatnonzero(begins)
    return Runs(at, first, np.diff(first, append=len(at)))
