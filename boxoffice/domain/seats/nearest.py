"""The free seat that is most like one that was lost, and the next one beside some seats."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.rows import rows_of
from boxoffice.domain.seats.seatplan import SeatPlan


def nearest_equals(plan: SeatPlan, free: NDArray[np.bool_], lost: Sequence[int]) -> tuple[int, ...]:
    """For each lost seat the nearest free one of its price category, in its own row if possible.

    No seat is offered twice; a seat for which there is none is left out. A standing place has no
    place on the map and is left out as well.

    Args:
        free: bool[len(plan)], what may be offered.
        lost: the seats by index.
    """
    candidates = free & plan.placed
    candidates[list(lost)] = False
    found: list[int] = []
    for seat in lost:
        if not plan.placed[seat]:
            continue
        alike = np.flatnonzero(candidates & (plan.category_ids == plan.category_ids[seat]))
        if not len(alike):
            continue
        in_row = alike[plan.row_index[alike] == plan.row_index[seat]]
        alike = in_row if len(in_row) else alike
        far = np.hypot(plan.x[alike] - plan.x[seat], plan.y[alike] - plan.y[seat])
        best = int(alike[np.argmin(far)])
        candidates[best] = False
        found.append(best)
    return tuple(found)


def next_beside(plan: SeatPlan, free: NDArray[np.bool_], seats: NDArray[np.intp]) -> int | None:
    """The free seat of the same price category that is side by side with one of these, which are of
    one category: after the last of them, else before the first; None where there is none.

    Args:
        free: bool[len(plan)], what may be had.
        seats: by index; what is negative is no seat.
    """
    seats = seats[seats >= 0]
    seats = seats[plan.row_index[seats] >= 0]
    if not len(seats):
        return None
    near = np.flatnonzero(np.isin(plan.row_index, plan.row_index[seats]))
    beside = rows_of(
        plan.row_index[near], plan.area_ids[near], plan.x[near], plan.y[near]
    ).neighbours
    ours = np.searchsorted(near, seats)
    for side in (1, 0):
        found = beside[ours[::-1], side]
        found = near[found[found >= 0]]
        alike = plan.category_ids[found] == plan.category_ids[seats[0]]
        wanted = found[free[found] & alike & ~np.isin(found, seats)]
        if len(wanted):
            return int(wanted[0])
    return None
