"""Seats for a party around a seat that is pointed at: free, side by side, in its row."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.seatplan import SeatAttribute, SeatPlan, SeatState, States
from boxoffice.seatmap.hall.geometry import usual
from boxoffice.seatmap.hall.rows import seats_of_row

Indices = NDArray[np.intp]
_NEIGHBOUR = 1.6  # in the row's usual step: a wider gap is an aisle
_LONE_SEAT = 1.5  # seats that a party moves aside so that none is left alone
_NONE = np.zeros(0, dtype=np.intp)
# Kept for those who need them; a single click still takes them.
_SPECIAL = SeatAttribute.WHEELCHAIR | SeatAttribute.COMPANION


def party_around(
    plan: SeatPlan, states: States, index: int, size: int, offered: States | None = None
) -> Indices:
    """The `size` seats for a party, from one end to the other; none where the row has no such run.

    The seat that is pointed at is among them or as near as can be, and no single free seat is left
    beside them where other seats close by avoid it.

    Args:
        offered: the states as the party may have them, such as those of one price category; a
            seat that is free but not offered can still be left alone.
    """
    if size < 1 or plan.row_index[index] < 0:
        return _NONE
    row = seats_of_row(plan, index)
    is_usual = (plan.attributes[row] & _SPECIAL) == 0
    free = (states[row] == SeatState.FREE) & is_usual
    wanted = free if offered is None else (offered[row] == SeatState.FREE) & is_usual
    pointed = int(np.flatnonzero(row == index)[0])
    steps = np.hypot(np.diff(plan.x[row]), np.diff(plan.y[row]))
    is_joined = steps <= _NEIGHBOUR * (usual(steps) if len(steps) else 0.0)
    before = _single_before(free, is_joined)
    after = _single_before(free[::-1], is_joined[::-1])[::-1]
    best: tuple[float, int] | None = None
    for first, last in _runs(wanted, is_joined):
        for start in range(first, last - size + 1):
            middle = start + (size - 1) / 2
            if abs(middle - pointed) > size:
                continue
            lone = int(before[start]) + int(after[start + size - 1])
            cost = abs(middle - pointed) + _LONE_SEAT * lone
            if best is None or cost < best[0]:
                best = cost, start
    return _NONE if best is None else row[best[1] : best[1] + size]


def _single_before(free: NDArray[np.bool_], is_joined: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """For each seat whether there is just one free seat beside it on the side of the row's
    beginning, which would be left alone if this one were taken."""
    linked = free[:-1] & free[1:] & is_joined
    found = np.zeros(len(free), dtype=np.bool_)
    found[1:] = free[:-1] & is_joined
    found[2:] &= ~linked[:-1]
    return found


def _runs(free: NDArray[np.bool_], is_joined: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where each run of free seats side by side begins, and where it ends, not included."""
    cuts = np.flatnonzero(~(free[:-1] & free[1:] & is_joined)) + 1
    ends = [0, *cuts.tolist(), len(free)]
    return [(a, b) for a, b in pairwise(ends) if b > a and free[a]]
