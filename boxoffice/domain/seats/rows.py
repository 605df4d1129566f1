"""Rows of seats: who sits beside whom, and which single seats a sale would leave behind.

A row is walked from one end to the other. Two seats that follow each other are neighbours unless an
aisle is between them: a step much wider than the row's usual one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.intp]
Floats = NDArray[np.float64]

_AISLE = 1.6  # in the row's usual step: a wider gap is an aisle
_CLEARLY = 0.99  # a bent row is walked around only where that is shorter than straight along


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """All rows of a house, one after the other.

    Attributes:
        order: intp[m], the seats that are in a row, by index: row by row, each from end to end.
        stretch: int32[m], beside `order`, ascending: seats with the same number sit side by side,
            with no aisle between them.
        neighbours: intp[n, 2], for every seat those on its two sides; -1 where a row ends, an aisle
            is, or the seat is a standing place.
    """

    order: Indices
    stretch: NDArray[np.int32]
    neighbours: Indices


def rows_of(row: NDArray[np.int32], area_ids: NDArray[np.int64], x: Floats, y: Floats) -> Rows:
    """The rows of a house.

    Args:
        row: int32[n], a number for each row of each area; -1 for standing places.
        area_ids: int64[n].
        x, y: float64[n] in any unit, NaN for standing places.
    """
    order, number = _walk(row, x, y)
    inside = number[1:] == number[:-1]
    steps = np.hypot(np.diff(x[order]), np.diff(y[order]))
    usual = _usual_steps(number[1:], area_ids[order[1:]], steps, inside)
    cuts = ~inside | (steps > _AISLE * usual)
    stretch = np.concatenate((np.zeros(min(len(order), 1)), np.cumsum(cuts))).astype(np.int32)
    neighbours = np.full((len(row), 2), -1, dtype=np.intp)
    beside = np.flatnonzero(~cuts)
    neighbours[order[beside + 1], 0] = order[beside]
    neighbours[order[beside], 1] = order[beside + 1]
    return Rows(order, stretch, neighbours)


def single_gaps(
    neighbours: Indices, free_before: NDArray[np.bool_], taken: Indices | NDArray[np.int64]
) -> Indices:
    """The free seats that have a free neighbour, and none any more once `taken` are taken.

    A seat that stood alone already is nobody's fault and not among them. Whoever lets some places
    stand alone, such as those for wheelchairs, leaves them out of the answer.

    Args:
        neighbours: intp[n, 2] as in `Rows`.
        free_before: bool[n]. The taken seats count as free before, whatever it says of them, so
            what is free with or without them does.
        taken: the seats by index, in any order.

    Returns:
        intp[k], ascending.
    """
    beside = np.unique(neighbours[taken])
    beside = beside[beside >= 0]
    beside = beside[free_before[beside] & ~np.isin(beside, taken)]
    around = neighbours[beside]
    is_free = (around >= 0) & free_before[around] & ~np.isin(around, taken)
    gaps: Indices = beside[~is_free.any(axis=1)]
    return gaps


def _walk(row: NDArray[np.int32], x: Floats, y: Floats) -> tuple[Indices, Indices]:
    """The placed seats row by row, each from end to end, and beside them the rows' numbers, 0 up.

    A row is walked straight along its longer direction, or around its middle where that is the
    shorter way: in a horseshoe two seats may be at the same place along.
    """
    placed = np.flatnonzero(row >= 0)
    _, number = np.unique(row[placed], return_inverse=True)
    number = number.astype(np.intp)
    size = np.maximum(np.bincount(number), 1)
    across, down = x[placed], y[placed]
    across = across - (np.bincount(number, across) / size)[number]
    down = down - (np.bincount(number, down) / size)[number]
    spread = np.bincount(number, across**2) - np.bincount(number, down**2)
    tilt = 0.5 * np.arctan2(2 * np.bincount(number, across * down), spread)
    along = across * np.cos(tilt)[number] + down * np.sin(tilt)[number]
    straight = np.lexsort((placed, along, number))
    around = _around(number, across, down)
    shorter = _length(number, across, down, around) < _CLEARLY * _length(
        number, across, down, straight
    )
    chosen = np.where(shorter[number[straight]], around, straight)
    return placed[chosen], number[chosen]


def _around(number: Indices, across: Floats, down: Floats) -> Indices:
    """The seats of each row by the angle about its middle, beginning after the widest step."""
    turn = np.lexsort((np.arctan2(down, across), number))
    starts = np.flatnonzero(np.diff(number[turn], prepend=-1))
    size = np.diff(starts, append=len(turn))
    before = np.arange(len(turn)) - 1
    before[starts] = starts + size - 1
    step = np.hypot(across[turn] - across[turn[before]], down[turn] - down[turn[before]])
    widest = np.lexsort((-step, number[turn]))[starts] - starts  # places after each row's start
    place = np.arange(len(turn)) - np.repeat(starts, size)
    place = (place + np.repeat(widest, size)) % np.repeat(size, size)
    found: Indices = turn[np.repeat(starts, size) + place]
    return found


def _length(number: Indices, across: Floats, down: Floats, order: Indices) -> Floats:
    """How long the way through each row is."""
    steps = np.hypot(np.diff(across[order]), np.diff(down[order]))
    rows = number[order]
    inside = rows[1:] == rows[:-1]
    size = int(number.max()) + 1 if len(number) else 0
    length: Floats = np.bincount(rows[1:][inside], steps[inside], minlength=size).astype(np.float64)
    return length


def _usual_steps(
    number: Indices, area_ids: NDArray[np.int64], steps: Floats, inside: NDArray[np.bool_]
) -> Floats:
    """Beside every step the usual one: the lower median of its row's, and in a row of so few seats
    that an aisle might be half of its steps no more than that of its area."""
    counted = inside & (steps > 0)
    own, count = _lower_medians(number, steps, counted)
    _, area = np.unique(area_ids, return_inverse=True)
    others, _ = _lower_medians(area, steps, counted)
    usual: Floats = np.where(count[number] > 2, own[number], np.minimum(own[number], others[area]))
    return usual


def _lower_medians(
    group: Indices, values: Floats, counted: NDArray[np.bool_]
) -> tuple[Floats, Indices]:
    """The lower median of each group's counted values, infinite without any, and their number."""
    groups = int(group.max()) + 1 if len(group) else 0
    count = np.bincount(group[counted], minlength=groups)
    ordered = np.lexsort((values[counted], group[counted]))
    medians = np.full(groups, np.inf)
    some = np.flatnonzero(count)
    first = np.cumsum(count) - count
    medians[some] = values[counted][ordered[first[some] + (count[some] - 1) // 2]]
    return medians, count
