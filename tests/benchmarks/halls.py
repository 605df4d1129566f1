"""Random halls for the best seats, and the best choice in them by trying all.

A small hall has a few rows, straight or bent, with aisles, missing seats, price categories and
parties sold before, and no more choices than can be tried; a large one has as many seats as asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.rows import Floats, Indices
from boxoffice.service.allocation.seat_cost import cheapest, cost
from boxoffice.service.allocation.seating import Mask, Seating, seating_of

_MOST_CHOICES = 150_000
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """A house, what is free of it, what may be taken, and how many want to sit."""

    seating: Seating
    free: Mask
    eligible: Mask
    quantity: int


def small_hall(rng: np.random.Generator) -> Task:
    """A hall and a party in it, with few enough choices to try them all."""
    row, x, y = _rows(rng)
    count = len(x)
    seating = seating_of(
        np.arange(1, count + 1),
        row,
        x,
        y,
        np.ones(count, dtype=np.int64),
        np.zeros(count, dtype=np.int32),
        _focus(rng, x, y),
    )
    categories = rng.integers(1, 4)
    category = row // max(1, (int(row.max()) + 1) // int(categories))
    free = _not_sold(seating, rng)
    eligible = free & (category == rng.choice(category)) if rng.random() < 0.5 else free.copy()
    quantity = int(rng.integers(1, 9))
    while comb(int(eligible.sum()), quantity) > _MOST_CHOICES:
        sold = rng.choice(np.flatnonzero(eligible))
        free[sold] = eligible[sold] = False
    return Task(seating, free, eligible, quantity)


def best_of_all(task: Task, *, adjacent: bool = True) -> Floats:
    """float64[3], the cost of the best choice in a hall with room for the party."""
    seats = np.flatnonzero(task.eligible)
    best = np.full(3, np.inf)
    number = comb(len(seats), task.quantity)
    flat = chain.from_iterable(combinations(range(len(seats)), task.quantity))
    choices = np.fromiter(flat, dtype=np.intp, count=number * task.quantity)
    for part in np.array_split(seats[choices.reshape(number, -1)], number // _AT_ONCE + 1):
        costs = cost(task.seating, task.free, part, adjacent=adjacent)
        found = costs[cheapest(costs)]
        best = min(best, found, key=lambda one: tuple(one.tolist()))
    return best


def large_house(seats: int, rng: np.random.Generator, sold: float = 0.5) -> tuple[Seating, Mask]:
    """Sections of 20 bent rows of 25 around a pitch, with parties sold; an area a section."""
    index = np.arange(seats)
    section, within = index // 500, index % 500
    per_ring = 40
    radius = 2000 + (section // per_ring) * 1900 + (within // 25) * 85.0
    turn = 2 * np.pi * (section % per_ring + 0.5) / per_ring
    turn = turn + (within % 25 - 12) * 50 / (2000 + (section // per_ring) * 1900) / 5.5
    seating = seating_of(
        index + 1,
        (index // 25).astype(np.int32),
        radius * np.cos(turn) * 1.3,
        radius * np.sin(turn),
        section + 1,
        np.zeros(seats, dtype=np.int32),
        np.zeros(2),
    )
    return seating, _without(seating, rng, sold)


def _rows(rng: np.random.Generator) -> tuple[NDArray[np.int32], Floats, Floats]:
    """Row numbers and places: 1 to 8 rows of 1 to 14 seats, with aisles and missing seats."""
    pitch, bend = rng.uniform(70, 120), rng.choice((0.0, 0.0, rng.uniform(400, 2000)))
    aisle, width = int(rng.integers(-6, 6)), rng.uniform(60, 150)
    row, along = [], []
    for number in range(int(rng.integers(1, 9))):
        length = int(rng.integers(1, 15))
        places = np.arange(length) - length // 2 + rng.choice((0.0, 0.5))
        kept = rng.random(length) > rng.choice((0.0, 0.1))
        shifted = places * 50 + width * (places > aisle)
        row += [number] * int(kept.sum())
        along += shifted[kept].tolist()
    if not row:
        return _rows(rng)
    rows, x = np.array(row, dtype=np.int32), np.array(along, dtype=np.float64)
    y: Floats = (rows * pitch).astype(np.float64)
    if bend:
        turn = np.clip(x / bend, -2.5, 2.5)
        x, y = (bend + y) * np.sin(turn), (bend + y) * np.cos(turn)
    return rows, x, y


def _focus(rng: np.random.Generator, x: Floats, y: Floats) -> Floats:
    kind = rng.integers(3)
    if kind == 0:
        return np.array([x.mean(), y.min() - rng.uniform(50, 600)])
    if kind == 1:
        return np.array([x.mean(), y.mean()])
    return np.array([rng.uniform(x.min(), x.max()), y.min() - 200])


def _not_sold(seating: Seating, rng: np.random.Generator) -> Mask:
    return _without(seating, rng, float(rng.uniform(0, 0.8)))


def _without(seating: Seating, rng: np.random.Generator, sold: float) -> Mask:
    """What parties of one to six have left that have bought that share, side by side."""
    free = np.ones(len(seating.ids), dtype=np.bool_)
    at = 0
    line: Indices = seating.line
    while at < len(line):
        party = int(rng.choice((1, 2, 2, 2, 3, 4, 4, 5, 6)))
        if rng.random() < sold:
            free[line[at : at + party]] = False
        at += party
    return free
