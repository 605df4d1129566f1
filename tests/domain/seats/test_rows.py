"""Rows: who sits beside whom, however a row lies, and the single seats a sale leaves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.seats.rows import Rows, rows_of, single_gaps


def one_row(x: list[float], y: list[float] | None = None) -> Rows:
    places = np.array(x, dtype=np.float64)
    count = len(places)
    down = np.zeros(count) if y is None else np.array(y, dtype=np.float64)
    return rows_of(np.zeros(count, dtype=np.int32), np.ones(count, dtype=np.int64), places, down)


def chain(rows: Rows) -> list[list[int]]:
    """The seats that sit side by side, each stretch beginning at its lower end."""
    parts = np.split(rows.order, np.flatnonzero(np.diff(rows.stretch)) + 1)
    return [part.tolist() if part[0] < part[-1] else part[::-1].tolist() for part in parts]


@given(st.permutations(range(9)), st.floats(0, 2 * np.pi), st.floats(1, 1000))
def test_a_straight_row_is_walked_in_order_however_it_lies(
    names: list[int], turn: float, step: float
) -> None:
    place = np.empty(9)
    place[names] = np.arange(9)
    rows = one_row(list(place * step * np.cos(turn)), list(place * step * np.sin(turn)))
    assert chain(rows) in ([names], [names[::-1]])


@given(st.floats(0.2, 6.0), st.floats(0, 6.28), st.integers(4, 40))
def test_a_bent_row_is_walked_along_its_bend(bend: float, turn: float, count: int) -> None:
    if bend / (count - 1) > 2 * np.pi - bend:  # the opening is no wider than a step
        return
    angle = turn + np.linspace(0, bend, count)
    rows = one_row(list(1000 * np.cos(angle)), list(1000 * np.sin(angle)))
    assert chain(rows) == [list(range(count))]


def test_an_aisle_and_another_row_part_neighbours() -> None:
    rows = rows_of(
        np.array([0, 0, 0, 0, 1, 1, -1], dtype=np.int32),
        np.ones(7, dtype=np.int64),
        np.array([0, 50, 150, 200, 0, 50, np.nan]),
        np.array([0, 0, 0, 0, 90, 90, np.nan]),
    )
    assert chain(rows) == [[0, 1], [2, 3], [4, 5]]
    assert rows.neighbours[6].tolist() == [-1, -1]
    assert np.sort(rows.neighbours[1]).tolist() == [-1, 0]


def test_two_seats_with_an_aisle_between_them_are_no_neighbours() -> None:
    rows = rows_of(
        np.array([0, 0, 0, 0, 1, 1], dtype=np.int32),
        np.ones(6, dtype=np.int64),
        np.array([0.0, 50, 100, 150, 0, 150]),
        np.array([0.0, 0, 0, 0, 90, 90]),
    )
    assert chain(rows) == [[0, 1, 2, 3], [4], [5]]


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_seats(count: int) -> None:
    rows = one_row([7.0] * count)
    assert rows.order.tolist() == list(range(count))
    assert rows.neighbours.shape == (count, 2)
    none = np.zeros(0, dtype=np.intp)
    assert len(single_gaps(rows.neighbours, np.ones(count, dtype=np.bool_), none)) == 0


def alone(rows: Rows, free: np.ndarray) -> set[int]:
    return {
        seat
        for part in chain(rows)
        for i, seat in enumerate(part)
        if free[seat]
        and not (i > 0 and free[part[i - 1]])
        and not (i + 1 < len(part) and free[part[i + 1]])
    }


@given(st.data())
def test_single_gaps_are_the_seats_that_were_not_alone_before(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 14))
    aisle = data.draw(
        st.lists(st.sampled_from((50.0, 50.0, 50.0, 200.0)), min_size=count, max_size=count)
    )
    rows = one_row(list(np.cumsum(aisle)))
    free = np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    some = np.flatnonzero(free).tolist()
    taken = data.draw(st.lists(st.sampled_from(some), unique=True)) if some else []
    after = free.copy()
    after[taken] = False
    expected = alone(rows, after) - alone(rows, free)
    seats = np.array(taken, dtype=np.intp)
    assert single_gaps(rows.neighbours, free, seats).tolist() == sorted(expected)
    assert single_gaps(rows.neighbours, after, seats).tolist() == sorted(expected)
