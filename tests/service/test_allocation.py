"""Best seats, as properties of any house."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.service.allocation import House, best_seats, rows_of


def house(rows: int, length: int, standing: int = 0) -> House:
    """A block of seats a step apart, looked at from above its middle."""
    count = rows * length
    row = np.concatenate([np.repeat(np.arange(rows), length), np.full(standing, -1)])
    blank = np.full(standing, np.nan)
    x = np.concatenate([np.tile(np.arange(length) * 50.0, rows), blank])
    y = np.concatenate([np.repeat(np.arange(rows) * 100.0, length), blank])
    return House(
        ids=np.arange(1, count + standing + 1), x=x, y=y, row=row.astype(np.int32),
        area_ids=np.ones(count + standing, dtype=np.int64),
        attributes=np.zeros(count + standing, dtype=np.int32),
        rows=rows_of(row.astype(np.int32), x, y), focus=((length - 1) * 25.0, -100.0),
    )  # fmt: skip


@st.composite
def occupied(draw: st.DrawFn) -> tuple[House, np.ndarray]:
    rows, length = draw(st.integers(1, 6)), draw(st.integers(1, 12))
    taken = draw(st.lists(st.booleans(), min_size=rows * length, max_size=rows * length))
    return house(rows, length), ~np.array(taken)


def longest_run(found: House, free: np.ndarray) -> int:
    best = 0
    for row in found.rows:
        run = 0
        for seat in row:
            run = run + 1 if free[seat] else 0
            best = max(best, run)
    return best


@given(occupied(), st.integers(1, 20), st.booleans())
def test_it_takes_as_many_free_seats_as_asked_or_none(
    situation: tuple[House, np.ndarray], quantity: int, adjacent: bool
) -> None:
    found, free = situation
    chosen = best_seats(found, free, quantity, adjacent=adjacent)
    if free.sum() < quantity:
        assert len(chosen) == 0
    else:
        assert len(set(chosen.tolist())) == quantity
        assert free[chosen].all()


@given(occupied(), st.integers(1, 12))
def test_a_party_sits_together_where_a_row_can_hold_it(
    situation: tuple[House, np.ndarray], quantity: int
) -> None:
    found, free = situation
    if longest_run(found, free) < quantity:
        return
    chosen = np.sort(best_seats(found, free, quantity))
    assert len({int(found.row[i]) for i in chosen}) == 1
    assert np.ptp(found.x[chosen]) == 50.0 * (quantity - 1)


@given(st.integers(4, 12))
def test_no_single_seat_is_left_where_it_can_be_helped(length: int) -> None:
    found = house(1, length)
    free = np.ones(length, dtype=np.bool_)
    chosen = np.sort(best_seats(found, free, length - 2))
    assert chosen[0] in (0, 2)  # the two seats that are left are neighbours


def test_the_front_row_and_its_middle_come_first() -> None:
    found = house(4, 11)
    assert best_seats(found, np.ones(44, dtype=np.bool_), 1).tolist() == [5]
    assert np.sort(best_seats(found, np.ones(44, dtype=np.bool_), 3)).tolist() == [4, 5, 6]


def test_a_large_party_is_split_over_neighbouring_rows() -> None:
    found = house(5, 6)
    chosen = best_seats(found, np.ones(30, dtype=np.bool_), 12)
    assert sorted({int(found.row[i]) for i in chosen}) == [0, 1]


def test_nobody_sits_across_an_aisle() -> None:
    found = house(1, 8)
    found.x[4:] += 200
    chosen = np.sort(best_seats(found, np.ones(8, dtype=np.bool_), 3))
    assert np.ptp(found.x[chosen]) == 100


def test_standing_places_are_taken_as_they_come() -> None:
    found = house(0, 0, standing=9)
    free = np.ones(9, dtype=np.bool_)
    free[0] = False
    assert best_seats(found, free, 4).tolist() == [1, 2, 3, 4]
