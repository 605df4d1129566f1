"""A party side by side: the costs of all places where it fits are compared at once."""

from __future__ import annotations

import numpy as np

from boxoffice.domain.seats.rows import Indices
from boxoffice.service.allocation.seat_cost import cheapest, cost, lone_flags
from boxoffice.service.allocation.seating import Mask, Runs, Seating

_FINALISTS = 8  # are compared exactly: sums over all seats have rounding errors


def best_block(
    seating: Seating, free: Mask, runs: Runs, quantity: int, chairs: tuple[Mask, int] | None = None
) -> Indices:
    """The best `quantity` seats side by side; none if no run is long enough.

    Args:
        chairs: bool[n], and how many of these seats the block must have.
    """
    seats = seating.line[runs.at]
    begin = np.flatnonzero(runs.ahead >= quantity)
    if chairs is not None:
        counted = np.concatenate(([0], np.cumsum(chairs[0][seats])))
        begin = begin[counted[begin + quantity] - counted[begin] == chairs[1]]
    if not len(begin):
        return np.zeros(0, dtype=np.intp)
    before, after = lone_flags(seating, free)
    lone = before[runs.at[begin]].astype(np.intp) + after[runs.at[begin + quantity - 1]]
    begin = begin[lone == lone.min()]
    sums = np.concatenate(([0.0], np.cumsum(seating.away[seats])))
    away = sums[begin + quantity] - sums[begin]
    if len(begin) > _FINALISTS:
        begin = begin[np.sort(np.argpartition(away, _FINALISTS)[:_FINALISTS])]
    found = seats[begin[:, None] + np.arange(quantity)]
    best: Indices = found[cheapest(cost(seating, free, found))]
    return best
