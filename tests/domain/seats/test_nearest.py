"""Which free seats are offered in place of lost ones."""

from __future__ import annotations

import numpy as np
import pytest

from boxoffice.domain.seats.nearest import nearest_equals
from boxoffice.domain.seats.seatplan import SeatPlan


@pytest.fixture
def plan() -> SeatPlan:
    """Two rows of five, the last seat of each in another category; and a standing place."""
    count = 11
    x = np.array([*range(5), *range(5), np.nan], dtype=np.float64)
    y = np.array([*[0.0] * 5, *[1.0] * 5, np.nan], dtype=np.float64)
    row = np.array([0] * 5 + [1] * 5 + [-1], dtype=np.int32)
    category = np.array([1, 1, 1, 1, 2] * 2 + [1], dtype=np.int64)
    return SeatPlan(
        np.arange(1, count + 1),
        x,
        y,
        np.zeros(count),
        np.ones(count, dtype=np.int64),
        row,
        ("A", "B"),
        (*"12345", *"12345", ""),
        category,
        np.zeros(count, dtype=np.int32),
    )


def free(*seats: int) -> np.ndarray:
    states = np.zeros(11, dtype=np.bool_)
    states[list(seats)] = True
    return states


def test_the_nearest_in_the_same_row_comes_before_nearer_ones_in_another(plan: SeatPlan) -> None:
    assert nearest_equals(plan, free(3, 5, 6), [0]) == (3,)


def test_another_row_where_the_own_one_is_full(plan: SeatPlan) -> None:
    assert nearest_equals(plan, free(6, 8), [0]) == (6,)


def test_only_of_the_same_price_category(plan: SeatPlan) -> None:
    assert nearest_equals(plan, free(4, 9), [3]) == ()
    assert nearest_equals(plan, free(9), [4]) == (9,)


def test_no_seat_is_offered_twice_and_none_that_was_lost(plan: SeatPlan) -> None:
    assert nearest_equals(plan, free(0, 1, 2, 3), [0, 1]) == (2, 3)
    assert nearest_equals(plan, free(2), [0, 1]) == (2,)


def test_a_standing_place_is_nowhere(plan: SeatPlan) -> None:
    assert nearest_equals(plan, free(0, 10), [10]) == ()
    assert nearest_equals(plan, free(10), [0]) == ()
