"""Which seat is meant: a look-up by cells of a grid in venue units."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.hall.geometry import Bounds

Indices = NDArray[np.intp]
_MOST_CELLS = 2000  # a side


class SeatGrid:
    """The placed seats of a plan, found by where they are.

    Args:
        pitch: the usual distance between two seats, in venue units.
        placed: which seats are found; all that have a position if left out.
    """

    def __init__(self, plan: SeatPlan, pitch: float, placed: Indices | None = None) -> None:
        self._x, self._y = plan.x, plan.y
        if placed is None:
            placed = np.flatnonzero(plan.placed)
        self._left = float(plan.x[placed].min()) if len(placed) else 0.0
        self._top = float(plan.y[placed].min()) if len(placed) else 0.0
        width = float(np.ptp(plan.x[placed])) if len(placed) else 0.0
        height = float(np.ptp(plan.y[placed])) if len(placed) else 0.0
        self._right = float(plan.x[placed].max()) if len(placed) else 0.0
        self._bottom = float(plan.y[placed].max()) if len(placed) else 0.0
        self._cell = max(2 * pitch, width / _MOST_CELLS, height / _MOST_CELLS, 1e-9)
        self._columns = int(width / self._cell) + 1
        self._rows = int(height / self._cell) + 1
        column = ((plan.x[placed] - self._left) / self._cell).astype(np.intp)
        row = ((plan.y[placed] - self._top) / self._cell).astype(np.intp)
        cell = row * self._columns + column
        order = np.argsort(cell, kind="stable")
        self._placed = placed
        self._seats = placed[order]
        self._starts = np.searchsorted(cell[order], np.arange(self._columns * self._rows + 1))

    @property
    def placed(self) -> Indices:
        """All seats that are found, in the plan's order."""
        return self._placed

    def nearest(self, x: float, y: float, radius: float) -> int:
        """The index of the seat nearest to a point, within a radius; -1 where there is none.

        Of seats that are equally near the one with the highest index is on top, and is meant.
        """
        near = self.inside(Bounds(x - radius, y - radius, x + radius, y + radius))
        if not len(near):
            return -1
        away = np.hypot(self._x[near] - x, self._y[near] - y)
        nearest = away.min()
        return int(near[away == nearest].max()) if nearest <= radius else -1

    def inside(self, bounds: Bounds) -> Indices:
        """The indices of all seats in a rectangle."""
        if self._holds_all(bounds):
            return self._placed
        c0, c1 = self._span(bounds.left, bounds.right, self._left, self._columns)
        r0, r1 = self._span(bounds.top, bounds.bottom, self._top, self._rows)
        parts = [
            self._seats[self._starts[r * self._columns + c0] : self._starts[r * self._columns + c1]]
            for r in range(r0, r1)
            if c1 > c0
        ]
        if not parts:
            return np.zeros(0, dtype=np.intp)
        found = np.concatenate(parts)
        x, y = self._x[found], self._y[found]
        keep = (x >= bounds.left) & (x <= bounds.right) & (y >= bounds.top) & (y <= bounds.bottom)
        return found[keep]

    def _holds_all(self, bounds: Bounds) -> bool:
        across = bounds.left <= self._left and bounds.right >= self._right
        return across and bounds.top <= self._top and bounds.bottom >= self._bottom

    def _span(self, low: float, high: float, start: float, count: int) -> tuple[int, int]:
        """The cells, from and to, that an interval touches."""
        first = min(max((low - start) / self._cell, 0.0), float(count))
        last = min(max((high - start) / self._cell + 1.0, 0.0), float(count))
        return int(first), int(last)
