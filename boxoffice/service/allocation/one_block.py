"""A party side by side: every place where it fits is weighed at once."""

from __future__ import annotations

import numpy as np

from boxoffice.domain.seats.rows import Indices
from boxoffice.service.allocation.seat_cost import cheapest, cost, lone_flags
from boxoffice.service.allocation.seating import House, Mask, Runs

_FINALISTS = 8  # sums over the whole house are less exact than those of a few choices


def best_block(
    house: House, free: Mask, runs: Runs, quantity: int, chairs: tuple[Mask, int] | None = None
) -> Indices:
    """The best `quantity` seats side by side; empty where no run is as long.

    Args:
        chairs: bool[n] and how many of those seats there have to be among them.
    """
    seats = house.line[runs.at]
    begin = np.flatnonzero(runs.ahead >= quantity)
    if chairs is not None:
        counted = np.concatenate(([0], np.cumsum(chairs[0][seats])))
        begin = begin[counted[begin + quantity] - counted[begin] == chairs[1]]
    if not len(begin):
        return np.zeros(0, dtype=np.intp)
    before, after = lone_flags(house, free)
    lone = before[runs.at[begin]].astype(np.intp) + after[runs.at[begin + quantity - 1]]
    begin = begin[lone == lone.min()]
    sums = np.concatenate(([0.0], np.cumsum(house.away[seats])))
    away = sums[begin + quantity] - sums[begin]
    if len(begin) > _FINALISTS:
        begin = begin[np.sort(np.argpartition(away, _FINALISTS)[:_FINALISTS])]
    found = seats[begin[:, None] + np.arange(quantity)]
    best: Indices = found[cheapest(cost(house, free, found))]
    return best
