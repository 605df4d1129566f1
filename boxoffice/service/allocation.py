"""Best seats: together in one row where that exists, else in parts as near to each other as can be.

The rule, in this order: the whole party in one row without a gap; no single free seat left behind
where that can be avoided; nearest to the focus, which is the middle of the stage where there is
one. A party that no row can hold is split: the largest part that fits goes first, and the rest
sits as near to it as it can. Standing places have no coordinates and are taken as they come.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.intp]
_NEIGHBOUR = 1.6  # in the row's usual step: a wider gap is an aisle
_LONE_SEAT = 4.0  # a seat left alone weighs as much as this many rows of distance


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """The geometry of all seats of an event, in the order of `ids`.

    Attributes:
        ids: int64[n] seat ids, ascending.
        x, y: float64[n], NaN for standing places.
        row: int32[n], the row of an area that the seat is in; -1 for standing places.
        area_ids: int64[n].
        attributes: int32[n].
        rows: the seats of each row, by index, from one end to the other.
        focus: where everybody wants to look from, in venue units.
    """

    ids: NDArray[np.int64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    row: NDArray[np.int32]
    area_ids: NDArray[np.int64]
    attributes: NDArray[np.int32]
    rows: tuple[Indices, ...]
    focus: tuple[float, float]


def rows_of(
    row: NDArray[np.int32], x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[Indices, ...]:
    """Each row's seats along the direction in which it is longer."""
    placed = np.flatnonzero(row >= 0)
    order = placed[np.argsort(row[placed], kind="stable")]
    parts = np.split(order, np.flatnonzero(np.diff(row[order])) + 1) if len(order) else []
    result = []
    for part in parts:
        along = x if np.ptp(x[part]) >= np.ptp(y[part]) else y
        result.append(part[np.argsort(along[part], kind="stable")])
    return tuple(result)


def best_seats(
    house: House, free: NDArray[np.bool_], quantity: int, *, adjacent: bool = True
) -> Indices:
    """The indices of the best `quantity` of the `free` seats; empty where there are not enough.

    Args:
        free: bool[n], the seats that may be taken.
        adjacent: False where the party need not sit together: the nearest seats then.
    """
    if quantity < 1 or int(free.sum()) < quantity:
        return np.zeros(0, dtype=np.intp)
    placed = free & (house.row >= 0)
    if int(placed.sum()) < quantity:
        return np.flatnonzero(free)[:quantity]
    if not adjacent:
        candidates = np.flatnonzero(placed)
        away = np.hypot(house.x[candidates] - house.focus[0], house.y[candidates] - house.focus[1])
        return candidates[np.argsort(away, kind="stable")[:quantity]]
    return _together(house, placed, quantity)


def _together(house: House, free: NDArray[np.bool_], quantity: int) -> Indices:
    chosen: list[Indices] = []
    free = free.copy()
    focus = house.focus
    left = quantity
    while left:
        part = _best_party(house, free, left, focus)
        chosen.append(part)
        free[part] = False
        left -= len(part)
        taken = np.concatenate(chosen)
        focus = float(house.x[taken].mean()), float(house.y[taken].mean())
    return np.concatenate(chosen)


def _best_party(
    house: House, free: NDArray[np.bool_], quantity: int, focus: tuple[float, float]
) -> Indices:
    """The best `quantity` seats side by side, or the best of the longest runs that are shorter."""
    runs = [run for row in house.rows if free[row].any() for run in _free_runs(house, row, free)]
    size = min(quantity, max(len(run) for run in runs))
    best: tuple[float, Indices] | None = None
    for run in runs:
        if len(run) < size:
            continue
        costs = _costs(house, run, size, focus)
        start = int(np.argmin(costs))
        if best is None or costs[start] < best[0]:
            best = float(costs[start]), run[start : start + size]
    if best is None:  # not reached: a run of `size` exists by the choice of `size`
        raise ValueError("no free seats")
    return best[1]


def _free_runs(house: House, row: Indices, free: NDArray[np.bool_]) -> list[Indices]:
    """The row's free seats, cut where a seat is taken or an aisle is."""
    steps = np.hypot(np.diff(house.x[row]), np.diff(house.y[row]))
    usual = float(np.median(steps)) if len(steps) else 0.0
    ends = ~free[row[:-1]] | ~free[row[1:]] | (steps > _NEIGHBOUR * usual)
    return [part for part in np.split(row, np.flatnonzero(ends) + 1) if free[part[0]]]


def _costs(
    house: House, run: Indices, size: int, focus: tuple[float, float]
) -> NDArray[np.float64]:
    """What each place of a party in the run costs: its distance, and single seats left beside."""
    away = np.hypot(house.x[run] - focus[0], house.y[run] - focus[1])
    sums = np.concatenate(([0.0], np.cumsum(away)))
    mean = (sums[size:] - sums[:-size]) / size
    before = np.arange(len(run) - size + 1)
    after = len(run) - size - before
    lone = (before == 1).astype(float) + (after == 1)
    step = (
        float(np.hypot(np.diff(house.x[run]), np.diff(house.y[run])).mean())
        if len(run) > 1
        else 1.0
    )
    cost: NDArray[np.float64] = mean + lone * _LONE_SEAT * max(step, 1.0)
    return cost
