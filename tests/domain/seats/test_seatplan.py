from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import BrokenPlan, SeatAttribute, SeatPlan


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
    for seat_id, index in zip(wanted, seats.indices_of(wanted), strict=True):
        assert (index == -1) == (int(seat_id) not in ids)
        assert index == -1 or seats.ids[index] == seat_id


def test_a_seat_in_words() -> None:
    seat = plan([5, 9]).seat(1)
    assert (seat.id, seat.row, seat.number) == (9, "C", "9")
    assert seat.attributes is SeatAttribute.WHEELCHAIR
    assert not seat.is_standing
    assert plan([5, 9]).index_of(SeatId(9)) == 1
    assert plan([5, 9]).index_of(SeatId(6)) == -1


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
    assert list(seats.indices_of(np.array([1, 2]))) == [-1, -1]


@dataclass(frozen=True)
class Row:
    """A seat as a plain value: what a plan is put together from, one at a time."""

    seat_id: int
    area: int
    row: str | None
    number: str
    x: float
    category: int
    attributes: int


def plan_from(rows: Iterable[Row]) -> SeatPlan:
    """A plan of the rows, made the slow way."""
    ordered = sorted(rows, key=lambda r: r.seat_id)
    names: dict[tuple[int, str], int] = {}
    index = [
        -1 if r.row is None else names.setdefault((r.area, r.row), len(names)) for r in ordered
    ]
    at = [np.nan if r.row is None else r.x for r in ordered]
    return SeatPlan(
        ids=np.array([r.seat_id for r in ordered], dtype=np.int64),
        x=np.array(at, dtype=np.float64),
        y=np.array(at, dtype=np.float64),
        angle=np.array([r.x for r in ordered], dtype=np.float64),
        area_ids=np.array([r.area for r in ordered], dtype=np.int64),
        row_index=np.array(index, dtype=np.int32),
        row_names=tuple(name for _, name in names),
        numbers=tuple(r.number for r in ordered),
        category_ids=np.array([r.category for r in ordered], dtype=np.int64),
        attributes=np.array([r.attributes for r in ordered], dtype=np.int32),
    )


ROWS = st.builds(
    Row,
    seat_id=st.integers(1, 30),
    area=st.integers(1, 3),
    row=st.sampled_from([None, "", "A", "B"]),
    number=st.sampled_from(["", "1", "2"]),
    x=st.floats(-100, 100),
    category=st.integers(1, 2),
    attributes=st.integers(0, 31),
)
HOUSES = st.lists(ROWS, max_size=25).map(lambda rows: {r.seat_id: r for r in rows})


@given(HOUSES, HOUSES, st.lists(st.integers(0, 35), max_size=10))
def test_a_merged_plan_is_the_one_made_of_its_seats(
    own: dict[int, Row], changed: dict[int, Row], gone: list[int]
) -> None:
    merged = plan_from(own.values()).merged(
        plan_from(changed.values()), np.array(gone, dtype=np.int64)
    )
    left = {seat_id: row for seat_id, row in own.items() if seat_id not in gone}
    assert merged.same_as(plan_from((left | changed).values()))


@given(HOUSES, HOUSES)
def test_merging_changes_twice_changes_nothing_more(
    own: dict[int, Row], changed: dict[int, Row]
) -> None:
    before, changes = plan_from(own.values()), plan_from(changed.values())
    nothing = np.zeros(0, dtype=np.int64)
    assert before.merged(SeatPlan.empty(), nothing).same_as(before)
    once = before.merged(changes, nothing)
    assert once.merged(changes, nothing).same_as(once)


def test_plans_that_differ_in_one_column_are_not_the_same() -> None:
    row = Row(1, 1, "A", "1", 0.0, 1, 0)
    others = [
        replace(row, **change)
        for change in (
            {"seat_id": 2},
            {"area": 2},
            {"row": "B"},
            {"row": None},
            {"number": "2"},
            {"x": 1.0},
            {"category": 2},
            {"attributes": 1},
        )
    ]
    assert plan_from([row]).same_as(plan_from([row]))
    assert not any(plan_from([row]).same_as(plan_from([other])) for other in others)
    assert not plan_from([row]).same_as(SeatPlan.empty())
