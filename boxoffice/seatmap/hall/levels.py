"""The levels of a venue: which there are, and whether they lie over each other on the map."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.catalogue import Area
from boxoffice.domain.seats.seatplan import SeatPlan

Levels = NDArray[np.int64]
_FARTHEST = 1e12  # cells; more would not fit into the number
_MUCH = 0.05  # of a level's seats that stand on seats of another


def levels_of(areas: tuple[Area, ...]) -> tuple[int, ...]:
    """The levels that have anything to sell, from the lowest; none where there is but one."""
    found = sorted({area.level for area in areas if area.kind.has_places})
    return tuple(found) if len(found) > 1 else ()


def seat_levels(plan: SeatPlan, areas: tuple[Area, ...]) -> Levels:
    """int64[n], the level of each seat's area; 0 where the area is not known."""
    ids = np.array([area.id for area in areas], dtype=np.int64)
    levels = np.array([area.level for area in areas], dtype=np.int64)
    if not len(ids):
        return np.zeros(len(plan), dtype=np.int64)
    order = np.argsort(ids)
    index = np.minimum(np.searchsorted(ids[order], plan.area_ids), len(ids) - 1)
    known = ids[order][index] == plan.area_ids
    return np.where(known, levels[order][index], 0)


def first_level(
    plan: SeatPlan, areas: tuple[Area, ...], levels: Levels, pitch: float
) -> int | None:
    """The level to show first: the lowest where levels cover each other, else None for all."""
    there = levels_of(areas)
    if not there:
        return None
    placed = plan.placed
    cells = _cells(plan.x[placed], plan.y[placed], pitch)
    of = levels[placed]
    taken = np.zeros(0, dtype=np.int64)
    for level in there:
        own = np.unique(cells[of == level])
        if len(own) and np.isin(own, taken).sum() > _MUCH * len(own):
            return there[0]
        taken = np.union1d(taken, own)
    return None


def _cells(x: NDArray[np.float64], y: NDArray[np.float64], pitch: float) -> Levels:
    """One number for each cell a seat wide; what is absurdly far is in the last cell."""
    column = np.clip(np.floor(x / pitch), -_FARTHEST, _FARTHEST).astype(np.int64)
    row = np.clip(np.floor(y / pitch), -_FARTHEST, _FARTHEST).astype(np.int64)
    return column * np.int64(1_000_003) + row
