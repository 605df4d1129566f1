"""Which seats a rehearsed sale takes: free ones, side by side, near the middle of the house."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatAttribute, SeatPlan, SeatState, States

Indices = NDArray[np.intp]
_NEIGHBOUR = 1.6  # in the usual distance from seat to seat: a wider gap is an aisle


class NoSeats(Exception):
    """There are not as many free seats side by side."""


def neighbours(plan: SeatPlan, states: States, count: int) -> list[SeatId]:
    """`count` free seats side by side in one row, as near to the middle as there are.

    Raises:
        NoSeats: no row has that many.
    """
    special = SeatAttribute.WHEELCHAIR | SeatAttribute.COMPANION
    free = (states == SeatState.FREE) & (plan.attributes & special == 0)
    placed = np.flatnonzero(plan.placed)
    if not len(placed):
        raise NoSeats(f"{count} free seats side by side")
    middle = np.median(plan.x[placed]), np.median(plan.y[placed])
    best: tuple[float, Indices] | None = None
    for row in _rows(plan, placed):
        for party in _parties(plan, row, free, count):
            away = np.hypot(plan.x[party].mean() - middle[0], plan.y[party].mean() - middle[1])
            if best is None or away < best[0]:
                best = float(away), party
    if best is None:
        raise NoSeats(f"{count} free seats side by side")
    return [SeatId(int(plan.ids[i])) for i in best[1]]


def _rows(plan: SeatPlan, placed: Indices) -> Iterator[Indices]:
    """The seats of each row, along the direction in which it is longer."""
    order = placed[np.argsort(plan.row_index[placed], kind="stable")]
    ends = np.flatnonzero(np.diff(plan.row_index[order])) + 1
    for row in np.split(order, ends):
        along = plan.x if np.ptp(plan.x[row]) >= np.ptp(plan.y[row]) else plan.y
        yield row[np.argsort(along[row], kind="stable")]


def _parties(
    plan: SeatPlan, row: Indices, free: NDArray[np.bool_], count: int
) -> Iterator[Indices]:
    steps = np.hypot(np.diff(plan.x[row]), np.diff(plan.y[row]))
    usual = float(np.median(steps)) if len(steps) else 0.0
    for start in range(len(row) - count + 1):
        party = row[start : start + count]
        is_close = np.all(steps[start : start + count - 1] <= _NEIGHBOUR * usual)
        if is_close and np.all(free[party]):
            yield party
