from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.ids import SeatId
from boxoffice.domain.seatplan import BrokenPlan, SeatAttribute, SeatPlan


def plan(ids: list[int], x: list[float] | None = None, y: list[float] | None = None) -> SeatPlan:
    n = len(ids)
    zeros = np.zeros(n)
    return SeatPlan(
        ids=np.array(ids, dtype=np.int64),
        x=zeros if x is None else np.array(x),
        y=zeros if y is None else np.array(y),
        angle=zeros,
        area_ids=np.ones(n, dtype=np.int64),
        row_index=np.zeros(n, dtype=np.int32),
        row_names=("C",),
        numbers=tuple(str(i) for i in ids),
        category_ids=np.ones(n, dtype=np.int64),
        attributes=np.ones(n, dtype=np.int32),
    )


@given(st.sets(st.integers(1, 2**62)), st.lists(st.integers(0, 2**62)))
def test_ids_are_found_and_only_those(ids: set[int], asked: list[int]) -> None:
    seats = plan(sorted(ids))
    wanted = np.array(asked + sorted(ids), dtype=np.int64)
    for seat_id, index in zip(wanted, seats.index_of(wanted), strict=True):
        assert (index == -1) == (int(seat_id) not in ids)
        assert index == -1 or seats.ids[index] == seat_id


def test_a_seat_in_words() -> None:
    seat = plan([5, 9]).seat(1)
    assert (seat.id, seat.row, seat.number) == (9, "C", "9")
    assert seat.attributes is SeatAttribute.WHEELCHAIR
    assert not seat.is_standing
    assert plan([5, 9]).row_of(SeatId(9)) == 1
    assert plan([5, 9]).row_of(SeatId(6)) == -1


def test_ids_twice_are_named() -> None:
    with pytest.raises(BrokenPlan, match="twice: 3") as caught:
        plan([1, 3, 3, 4])
    assert caught.value.seat_ids == (3,)


def test_unsorted_ids_are_refused() -> None:
    with pytest.raises(BrokenPlan, match="sorted"):
        plan([2, 1])


@pytest.mark.parametrize("bad", [(np.inf, 0.0), (0.0, -np.inf), (np.nan, 0.0), (0.0, np.nan)])
def test_a_seat_without_a_place_is_named(bad: tuple[float, float]) -> None:
    with pytest.raises(BrokenPlan, match="no place: 2"):
        plan([1, 2], x=[0.0, bad[0]], y=[0.0, bad[1]])


def test_standing_places_have_no_place_on_the_map() -> None:
    seats = plan([1, 2], x=[0.0, np.nan], y=[0.0, np.nan])
    assert list(seats.placed) == [True, False]


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(BrokenPlan, match="lengths"):
        plan([1, 2], x=[0.0])


def test_an_empty_plan() -> None:
    seats = SeatPlan.empty()
    assert len(seats) == 0
    assert list(seats.index_of(np.array([1, 2]))) == [-1, -1]
