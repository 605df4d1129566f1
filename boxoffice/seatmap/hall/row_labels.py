"""Where the names of rows stand: one seat further than the row's first and last."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.seatplan import SeatPlan

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class RowLabels:
    """Both ends of every row; the beginnings come first, then the ends in the same order.

    Attributes:
        x, y: float64[2m] in venue units.
        step_x, step_y: float64[2m], one seat further on the same way.
        rows: intp[2m], the row's index in `SeatPlan.row_names`.
        is_end: bool[2m].
    """

    x: Floats
    y: Floats
    step_x: Floats
    step_y: Floats
    rows: Indices
    is_end: NDArray[np.bool_]


def row_labels(plan: SeatPlan, pitch: float) -> RowLabels:
    """Where the names of all rows stand."""
    placed = np.flatnonzero(plan.placed)
    if not len(placed):
        none = np.zeros(0)
        return RowLabels(none, none, none, none, none.astype(np.intp), none.astype(np.bool_))
    order = placed[np.argsort(plan.row_index[placed], kind="stable")]
    firsts = np.concatenate(([0], np.flatnonzero(np.diff(plan.row_index[order])) + 1))
    counts = np.diff(np.append(firsts, len(order)))
    x, y = plan.x[order], plan.y[order]
    across = np.maximum.reduceat(x, firsts) - np.minimum.reduceat(x, firsts)
    down = np.maximum.reduceat(y, firsts) - np.minimum.reduceat(y, firsts)
    along = np.where(np.repeat(across >= down, counts), x, y)
    order = order[np.lexsort((along, np.repeat(np.arange(len(firsts)), counts)))]
    lasts = firsts + counts - 1
    ends = np.concatenate((order[firsts], order[lasts]))
    inner = np.concatenate(
        (order[np.minimum(firsts + 1, lasts)], order[np.maximum(lasts - 1, firsts)])
    )
    dx, dy = plan.x[ends] - plan.x[inner], plan.y[ends] - plan.y[inner]
    length = np.hypot(dx, dy)
    # A row of one seat has its name on the left.
    step_x = np.where(length > 0, dx / np.maximum(length, 1e-12), -1.0) * pitch
    step_y = np.where(length > 0, dy / np.maximum(length, 1e-12), 0.0) * pitch
    is_end = np.repeat([False, True], len(firsts))
    return RowLabels(
        plan.x[ends] + step_x,
        plan.y[ends] + step_y,
        step_x,
        step_y,
        plan.row_index[ends].astype(np.intp),
        is_end & (np.tile(counts, 2) > 1),
    )
