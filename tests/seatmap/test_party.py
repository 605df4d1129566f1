"""Seats for a party around the pointer, as properties of any row."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.seatplan import SeatState
from boxoffice.seatmap.party import party_around
from tests.seatmap.conftest import seats_at

ROW = 12


def states_of(text: str) -> np.ndarray:
    """'.' is a free seat, '#' a sold one."""
    return np.array([SeatState.FREE if c == "." else SeatState.SOLD for c in text], dtype=np.uint8)


def party(text: str, pointed: int, size: int, gap_after: int = -1) -> list[int]:
    x = [50.0 * i + (200 if 0 <= gap_after < i else 0) for i in range(len(text))]
    plan = seats_at(x, [0.0] * len(text))
    return [int(seat) for seat in party_around(plan, states_of(text), pointed, size)]


@given(st.lists(st.booleans(), min_size=ROW, max_size=ROW), st.integers(0, ROW - 1),
       st.integers(1, 9))  # fmt: skip
def test_a_party_is_free_whole_and_side_by_side(taken: list[bool], pointed: int, size: int) -> None:
    text = "".join("#" if is_taken else "." for is_taken in taken)
    found = party(text, pointed, size)
    assert found == [] or found == list(range(found[0], found[0] + size))
    assert all(text[seat] == "." for seat in found)
    if text[max(0, pointed - size + 1) : pointed + size] == "." * (2 * size - 1):
        assert found


@pytest.mark.parametrize(
    ("text", "pointed", "size", "expected"),
    [
        ("............", 5, 3, [4, 5, 6]),
        ("............", 0, 3, [0, 1, 2]),
        ("............", 11, 2, [10, 11]),
        ("............", 1, 2, [0, 1]),
        ("...#........", 1, 3, [0, 1, 2]),
        ("..#..#..#..#", 3, 3, []),
        ("#....#######", 1, 2, [1, 2]),
        ("#...........", 2, 2, [1, 2]),
        ("############", 4, 2, []),
        ("....", 1, 5, []),
    ],
)
def test_the_pointer_is_among_them_and_nobody_is_left_alone(
    text: str, pointed: int, size: int, expected: list[int]
) -> None:
    assert party(text, pointed, size) == expected


def test_nobody_sits_across_an_aisle() -> None:
    assert party("......", 2, 4, gap_after=2) == []
    assert party("......", 2, 3, gap_after=2) == [0, 1, 2]


def test_standing_places_have_no_neighbours() -> None:
    plan = seats_at([0, 50], [0, 0], [-1, -1])
    assert party_around(plan, states_of(".."), 0, 2).tolist() == []
