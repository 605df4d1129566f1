"""The free seat that is most like one that was lost."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

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
