"""Seats for a party around the pointer, as properties of any row."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.hall.party import party_around
from boxoffice.seatmap.hall.rows import seats_of_row
from tests.seatmap.conftest import seats_at

ROW = 12


def states_of(text: str) -> np.ndarray:
    """'.' is a free seat, '#' a sold one."""
    return np.array([SeatState.FREE if c == "." else SeatState.SOLD for c in text], dtype=np.uint8)


def party(text: str, pointed: int, size: int, gap_after: int = -1) -> list[int]:
    x = [50.0 * i + (200 if 0 <= gap_after < i else 0) for i in range(len(text))]
    plan = seats_at(x, [0.0] * len(text))
    return [int(seat) for seat in party_around(plan, states_of(text), pointed, size)]


@given(
    st.lists(st.booleans(), min_size=ROW, max_size=ROW), st.integers(0, ROW - 1), st.integers(1, 9)
)
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


# Rows of all kinds, against a search through every set of seats there is.

PITCH, AISLE = 50.0, 2.5
NEAR = 1.6 * PITCH
SHAPES = ("straight", "slanted", "column", "bow", "horseshoe")


@dataclass(frozen=True)
class Row:
    """A row to be searched, its seats in the order they stand.

    Attributes:
        kinds: of each seat: '.' is free, '#' sold, 'w' a wheelchair's, 'o' of another category.
        aisles: the seats after which there is one.
        order: where each seat stands in the plan.
    """

    kinds: tuple[str, ...]
    aisles: frozenset[int]
    shape: str
    order: tuple[int, ...]

    @property
    def places(self) -> list[tuple[float, float]]:
        along = [0.0]
        for seat in range(len(self.kinds) - 1):
            along.append(along[-1] + (AISLE if seat in self.aisles else 1.0))
        widest = {"bow": 2.0, "horseshoe": 4.7}.get(self.shape)
        if widest is None:
            dx, dy = {"straight": (1.0, 0.0), "slanted": (0.6, 0.8), "column": (0.0, 1.0)}[
                self.shape
            ]
            return [(PITCH * dx * t, PITCH * dy * t) for t in along]
        angle = min(widest, 0.42 * along[-1])  # a seat turns by 24 degrees at most
        radius = PITCH / (2 * math.sin(angle / along[-1] / 2))
        turns = [angle * (t / along[-1] - 0.5) for t in along]
        return [(radius * math.sin(turn), -radius * math.cos(turn)) for turn in turns]


@st.composite
def rows(draw: st.DrawFn) -> Row:
    n = draw(st.integers(6, 11))
    kinds = draw(st.lists(st.sampled_from("......##wo"), min_size=n, max_size=n))
    aisles = draw(st.frozensets(st.integers(0, n - 2), max_size=2))
    return Row(
        tuple(kinds), aisles, draw(st.sampled_from(SHAPES)), tuple(draw(st.permutations(range(n))))
    )


def found_in(row: Row, pointed: int, size: int) -> list[int]:
    """What the program finds, each seat by where it stands in the row."""
    n = len(row.kinds)
    seat_of = {place: seat for seat, place in enumerate(row.order)}
    places = [row.places[seat_of[i]] for i in range(n)]
    kinds = [row.kinds[seat_of[i]] for i in range(n)]
    plan = replace(
        seats_at([x for x, _ in places], [y for _, y in places]),
        attributes=np.array([int(k == "w") for k in kinds], dtype=np.int32),
    )
    states = np.array([SeatState.SOLD if k == "#" else SeatState.FREE for k in kinds], np.uint8)
    offered = np.where([k == "o" for k in kinds], np.uint8(SeatState.OTHER), states)
    found = party_around(plan, states, row.order[pointed], size, offered)
    return [seat_of[int(i)] for i in found]


def all_parties(row: Row, size: int) -> list[tuple[int, ...]]:
    return [seats for seats in combinations(range(len(row.kinds)), size) if is_party(row, seats)]


def is_party(row: Row, seats: Sequence[int]) -> bool:
    """Whether all are free and every one stands beside the next."""
    is_free = all(row.kinds[seat] == "." for seat in seats)
    return is_free and all(b - a == 1 and are_near(row, a, b) for a, b in pairwise(seats))


def are_near(row: Row, a: int, b: int) -> bool:
    return abs(a - b) == 1 and math.dist(row.places[a], row.places[b]) <= NEAR


def left_alone(row: Row, party: Sequence[int]) -> int:
    """How many free seats have a neighbour now, and none any more without the party's."""
    left = [s for s, kind in enumerate(row.kinds) if kind in ".o" and s not in party]
    return sum(
        any(are_near(row, seat, taken) for taken in party)
        and not any(are_near(row, seat, other) for other in left)
        for seat in left
    )


def away(party: Sequence[int], pointed: int) -> float:
    return abs(sum(party) / len(party) - pointed)


@settings(max_examples=400)
@given(rows(), st.integers(0, 10), st.integers(2, 5))
def test_a_party_is_the_best_of_all_there_are(row: Row, pointed: int, size: int) -> None:
    pointed = min(pointed, len(row.kinds) - 1)
    reachable = [p for p in all_parties(row, size) if away(p, pointed) <= size]
    found = sorted(found_in(row, pointed, size))
    if not reachable:
        assert found == []
        return
    assert tuple(found) in reachable
    lone, way = left_alone(row, found), away(found, pointed)
    for other in reachable:
        # Nobody nearer leaves as few alone, and to leave fewer one would have to go too far.
        fewer = lone - left_alone(row, other)
        assert away(other, pointed) + 1.5 * -fewer >= way - 1e-9


@given(rows(), st.integers(0, 10))
def test_a_row_is_walked_from_end_to_end(row: Row, pointed: int) -> None:
    n = len(row.kinds)
    places = [row.places[row.order.index(i)] for i in range(n)]
    plan = seats_at([x for x, _ in places], [y for _, y in places])
    walked = [row.order.index(int(i)) for i in seats_of_row(plan, min(pointed, n - 1))]
    assert walked == list(range(n))


def test_a_seat_of_another_category_can_be_left_alone_too() -> None:
    row = Row(tuple("#o.....#"), frozenset(), "straight", tuple(range(8)))
    assert found_in(row, 3, 2) == [3, 4]
    sold = replace(row, kinds=tuple("##.....#"))
    assert found_in(sold, 3, 2) == [2, 3]
