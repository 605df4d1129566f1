"""How many seats are free, by area or by price category, kept in step with the states."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.seatplan import SeatState, States

Indices = NDArray[np.intp]


class Tally:
    """Free seats by group.

    Attributes:
        group: intp[n], the group of each seat; -1 for none.
        free, total: intp[groups].
    """

    def __init__(self, keys: NDArray[np.int64], of: tuple[int, ...], states: States) -> None:
        """Counts the seats whose key is one of `of`; the groups are in its order."""
        known = np.array(of, dtype=np.int64)
        order = np.argsort(known, kind="stable")
        index = np.minimum(np.searchsorted(known[order], keys), max(0, len(of) - 1))
        if len(of):
            found = order[index]
            self.group: Indices = np.where(known[found] == keys, found, -1)
        else:
            self.group = np.full(len(keys), -1, dtype=np.intp)
        self.total = _counted(self.group, len(of))
        self.free = _counted(self.group[states == SeatState.FREE], len(of))

    def take(self, seats: Indices, before: States, after: States) -> Indices:
        """Counts seats anew, each of them named once; returns the groups that changed."""
        gained = (after == SeatState.FREE).astype(np.int8) - (before == SeatState.FREE)
        groups = self.group[seats]
        moved = (gained != 0) & (groups >= 0)
        np.add.at(self.free, groups[moved], gained[moved])
        changed: Indices = np.unique(groups[moved])
        return changed

    @property
    def share(self) -> NDArray[np.float64]:
        """float64[groups], the free share of each; nothing of nothing is 0."""
        part: NDArray[np.float64] = self.free / np.maximum(self.total, 1)
        return part


def _counted(groups: Indices, count: int) -> Indices:
    counts: Indices = np.bincount(groups[groups >= 0], minlength=count).astype(np.intp)
    return counts
