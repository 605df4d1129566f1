"""Neighbours: along a row, and from row to row."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.hall.geometry import Bounds
from boxoffice.seatmap.hall.hit import SeatGrid

Indices = NDArray[np.intp]
Floats = NDArray[np.float64]
# A row's letters, then a seat's number with whatever letters follow it.
_TYPED = re.compile(r"([^\W\d_]+) ?(\d+\w*)?")


def seats_of_row(plan: SeatPlan, index: int) -> Indices:
    """All seats of the row that a seat is in, from one end to the other.

    They stand along the row's longer direction, or in a bow round its middle: the order with the
    shorter way from seat to seat is the row's.
    """
    row: Indices = np.flatnonzero(plan.row_index == plan.row_index[index])
    if plan.row_index[index] < 0:
        return np.array([index], dtype=np.intp)
    x, y = plan.x[row], plan.y[row]
    straight = np.argsort(x if np.ptp(x) >= np.ptp(y) else y, kind="stable")
    bowed = _round_the_middle(x, y)
    is_bowed = _way(x[bowed], y[bowed]) < 0.99 * _way(x[straight], y[straight])
    ordered: Indices = row[bowed if is_bowed else straight]
    return ordered


def _round_the_middle(x: Floats, y: Floats) -> Indices:
    """Seats by their angle as seen from their middle, beginning after the widest gap, on the left
    or the upper end."""
    order = np.argsort(np.arctan2(y - y.mean(), x - x.mean()), kind="stable")
    gaps = np.hypot(np.diff(x[order], append=x[order[0]]), np.diff(y[order], append=y[order[0]]))
    order = np.roll(order, -1 - int(np.argmax(gaps)))
    first, last = order[0], order[-1]
    return order[::-1] if (x[last], y[last]) < (x[first], y[first]) else order


def _way(x: Floats, y: Floats) -> float:
    """How long the way from point to point is."""
    return float(np.hypot(np.diff(x), np.diff(y)).sum())


def run_between(plan: SeatPlan, first: int, last: int) -> Indices:
    """The seats from one to another of the same row, both included; else the last one alone."""
    row = seats_of_row(plan, last)
    positions = [int(np.flatnonzero(row == i)[0]) for i in (first, last) if i in row]
    if len(positions) < 2:
        return np.array([last], dtype=np.intp)
    return row[min(positions) : max(positions) + 1]


def step(
    plan: SeatPlan, grid: SeatGrid, index: int, direction: tuple[int, int], pitch: float
) -> int:
    """The nearest seat in a direction, (1, 0) being right and (0, 1) down; itself at the edge.

    A seat straight ahead is nearer than one beside the way: what lies off it counts double.
    """
    dx, dy = direction
    for reach in (4 * pitch, 12 * pitch, 60 * pitch):
        x, y = float(plan.x[index]), float(plan.y[index])
        near = grid.inside(Bounds(x - reach, y - reach, x + reach, y + reach))
        ahead = (plan.x[near] - x) * dx + (plan.y[near] - y) * dy
        aside = np.abs((plan.x[near] - x) * dy) + np.abs((plan.y[near] - y) * dx)
        ways = (ahead > 0.3 * pitch) & (aside <= 1.5 * ahead)
        if ways.any():
            cost = ahead[ways] + 2 * aside[ways]
            return int(near[ways][int(np.argmin(cost))])
    return index


def typed_seat(plan: SeatPlan, shown: Indices, text: str, x: float, y: float) -> int:
    """The seat that is meant by 'B 12', or the first of the row by 'B'; the one nearest to a point
    where several sections have it, -1 where none has. Only seats that are shown are meant."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return -1
    name, number = found.group(1).casefold(), found.group(2)
    rows = [i for i, row in enumerate(plan.row_names) if row.casefold() == name]
    seats = shown[np.isin(plan.row_index[shown], rows)]
    if number:
        numbers = [i for i in seats.tolist() if plan.numbers[i] == number]
        seats = np.array(numbers, dtype=np.intp)
    if not len(seats):
        return -1
    nearest = int(seats[int(np.argmin(np.hypot(plan.x[seats] - x, plan.y[seats] - y)))])
    return nearest if number else int(seats_of_row(plan, nearest)[0])
