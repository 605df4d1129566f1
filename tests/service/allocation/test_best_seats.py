"""Best seats, as properties of any house."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from boxoffice.domain.seats.rows import Indices, single_gaps
from boxoffice.domain.seats.seatplan import SeatAttribute
from boxoffice.service.allocation.best_seats import best_seats
from boxoffice.service.allocation.seat_cost import cost
from boxoffice.service.allocation.seating import Mask, Seating, runs_of, seating_of
from tests.benchmarks.best_seats import TOLERANCE, shortfall
from tests.benchmarks.halls import Task, large_house, small_hall

WHEELCHAIR, COMPANION = int(SeatAttribute.WHEELCHAIR), int(SeatAttribute.COMPANION)


def seating(
    rows: int,
    length: int,
    standing: int = 0,
    *,
    aisle_after: int = 0,
    attributes: dict[int, int] | None = None,
    areas: int = 1,
    moved: complex = 0,
    turned: complex = 1,
) -> Seating:
    """A block of seats a step apart, looked at from above its middle; then standing places."""
    count = rows * length
    row = np.concatenate([np.repeat(np.arange(rows), length), np.full(standing, -1)])
    along = np.arange(length) * 50.0 + 150.0 * (np.arange(length) >= (aisle_after or length))
    place = np.tile(along, rows) + np.repeat(np.arange(rows) * 100.0, length) * 1j
    place = np.concatenate([place, np.full(standing, np.nan)]) * turned + moved
    focus = ((length - 1) * 25.0 - 100.0j) * turned + moved
    kinds = np.zeros(count + standing, dtype=np.int32)
    for seat, kind in (attributes or {}).items():
        kinds[seat] = kind
    return seating_of(
        ids=np.arange(1, count + standing + 1),
        row=row.astype(np.int32),
        x=place.real,
        y=place.imag,
        area_ids=np.arange(count + standing, dtype=np.int64) * areas // (count + standing) + 1,
        attributes=kinds,
        focus=np.array([focus.real, focus.imag]),
    )


def all_free(found: Seating) -> Mask:
    return np.ones(len(found.ids), dtype=np.bool_)


def row_of(found: Seating, seats: Indices) -> set[float]:
    return set(np.round(found.y[seats], 3).tolist())


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    return small_hall(np.random.default_rng(draw(st.integers(0, 2**32))))


def choose(task: Task, *, adjacent: bool = True) -> Indices:
    return best_seats(
        task.seating, task.free, task.quantity, eligible=task.eligible, adjacent=adjacent
    )


@given(tasks(), st.booleans())
def test_it_takes_as_many_free_seats_that_match_as_asked_or_none(
    task: Task, adjacent: bool
) -> None:
    chosen = choose(task, adjacent=adjacent)
    if task.eligible.sum() < task.quantity:
        assert len(chosen) == 0
    else:
        assert len(set(chosen.tolist())) == len(chosen) == task.quantity
        assert task.eligible[chosen].all()


@given(tasks())
def test_a_party_sits_together_where_a_row_can_hold_it(task: Task) -> None:
    lengths = runs_of(task.seating, task.eligible).length
    if not len(lengths) or lengths.max() < task.quantity:
        return
    place = np.sort(task.seating.place[choose(task)])
    assert np.all(np.diff(place) == 1)
    assert task.seating.joins[place[1:]].all()


@given(tasks())
def test_no_lone_seat_is_left_where_a_choice_that_costs_the_same_avoids_it(task: Task) -> None:
    chosen = choose(task)
    if not len(chosen) or cost(task.seating, task.free, chosen)[0, 0]:
        return
    gaps = len(single_gaps(task.seating.rows.neighbours, task.free, chosen))
    runs = runs_of(task.seating, task.eligible)
    seats = task.seating.line[runs.at]
    for begin in np.flatnonzero(runs.ahead >= task.quantity):
        other = seats[begin : begin + task.quantity]
        assert gaps <= len(single_gaps(task.seating.rows.neighbours, task.free, other))


@given(tasks(), st.data())
def test_the_cost_counts_the_lone_seats_that_the_sales_rule_forbids(
    task: Task, data: st.DataObject
) -> None:
    seats = np.flatnonzero(task.free).tolist()
    if not seats:
        return
    chosen = np.array(data.draw(st.lists(st.sampled_from(seats), min_size=1, unique=True)))
    [found] = cost(task.seating, task.free, chosen, adjacent=False)
    assert found[1] == len(single_gaps(task.seating.rows.neighbours, task.free, chosen))


@given(
    st.integers(0, 2**32),
    st.complex_numbers(max_magnitude=1e4),
    st.floats(0, 6.28),
    st.sampled_from((0.5, 1.0, 7.0)),
    st.booleans(),
)
def test_the_cost_is_the_same_wherever_the_house_lies_and_in_a_mirror(
    seed: int, moved: complex, turn: float, scale: float, is_mirrored: bool
) -> None:
    rng = np.random.default_rng(seed)
    here = seating(5, 7, aisle_after=3)
    there = seating(5, 7, aisle_after=3, moved=moved, turned=scale * np.exp(1j * turn))
    if is_mirrored:
        there = seating_of(
            there.ids,
            np.repeat(np.arange(5), 7).astype(np.int32),
            -here.x,
            here.y,
            here.area_ids,
            here.attributes,
            np.array([-here.x[3] + 1.5, -2.0]),
        )
        here = seating_of(
            here.ids,
            np.repeat(np.arange(5), 7).astype(np.int32),
            here.x,
            here.y,
            here.area_ids,
            here.attributes,
            np.array([here.x[3] - 1.5, -2.0]),
        )
    free = rng.random(35) < 0.6
    free[:5] = True
    choices = np.stack([rng.choice(np.flatnonzero(free), 5, replace=False) for _ in range(20)])
    assert np.allclose(cost(here, free, choices), cost(there, free, choices))


@settings(max_examples=40, deadline=None)
@given(tasks(), st.booleans())
def test_it_is_as_good_as_trying_all(task: Task, adjacent: bool) -> None:
    if task.eligible.sum() >= task.quantity:
        assert shortfall(task, adjacent=adjacent) <= TOLERANCE


def test_a_large_house_is_searched_as_well() -> None:
    found, free = large_house(20_000, np.random.default_rng(3))
    for quantity in (1, 4, 60, 200):
        chosen = best_seats(found, free, quantity)
        assert len(set(chosen.tolist())) == quantity
        assert free[chosen].all()
    x, y = found.x[chosen], found.y[chosen]
    assert np.hypot(x - x.mean(), y - y.mean()).mean() < 25  # steps; a section has 25 seats a row


@given(st.integers(4, 12))
def test_no_single_seat_is_left_where_it_can_be_helped(length: int) -> None:
    found = seating(1, length)
    chosen = np.sort(best_seats(found, all_free(found), length - 2))
    assert chosen[0] in (0, 2)  # the two seats that are left are neighbours


def test_the_front_row_and_its_middle_come_first() -> None:
    found = seating(4, 11)
    assert best_seats(found, all_free(found), 1).tolist() == [5]
    assert np.sort(best_seats(found, all_free(found), 3)).tolist() == [4, 5, 6]


def test_a_large_party_is_split_over_neighbouring_rows() -> None:
    found = seating(5, 6)
    chosen = best_seats(found, all_free(found), 12)
    assert row_of(found, chosen) == row_of(found, np.array([0, 6]))


def test_four_sit_two_and_two_rather_than_three_and_one() -> None:
    found = seating(3, 3)
    free = all_free(found)
    free[[6, 7]] = False  # a single seat behind two rows of three
    free[2] = False  # and a pair in front
    chosen = best_seats(found, free, 4)
    rows, count = np.unique(found.y[chosen], return_counts=True)
    assert (len(rows), count.tolist()) == (2, [2, 2])


def test_nobody_sits_across_an_aisle() -> None:
    found = seating(1, 8, aisle_after=4)
    chosen = np.sort(best_seats(found, all_free(found), 3))
    assert np.ptp(chosen) == 2
    assert len({int(seat) // 4 for seat in chosen}) == 1


def test_a_seat_of_another_category_that_would_stand_alone_counts_too() -> None:
    found = seating(2, 5)
    eligible = all_free(found)
    eligible[[0, 4]] = False  # three in front to have, and a dearer one at each end
    chosen = best_seats(found, all_free(found), 3, eligible=eligible)
    assert row_of(found, chosen) == row_of(found, np.array([5]))


def test_fewer_than_one_is_nobody() -> None:
    found = seating(2, 4, standing=3)
    for quantity in (0, -1):
        for attributes in (0, WHEELCHAIR, WHEELCHAIR | COMPANION):
            assert not len(best_seats(found, all_free(found), quantity, attributes=attributes))


def test_standing_places_are_taken_as_they_come() -> None:
    found = seating(0, 0, standing=9)
    free = all_free(found)
    free[0] = False
    assert best_seats(found, free, 4).tolist() == [1, 2, 3, 4]


def test_standing_places_come_from_the_area_that_has_as_many() -> None:
    found = seating(0, 0, standing=10, areas=2)
    free = all_free(found)
    free[:2] = False
    assert best_seats(found, free, 5).tolist() == [5, 6, 7, 8, 9]
    assert len(best_seats(found, free, 8)) == 8


def test_seats_come_before_standing_places_and_both_where_nothing_else_is_left() -> None:
    found = seating(1, 4, standing=6)
    assert np.sort(best_seats(found, all_free(found), 4)).tolist() == [0, 1, 2, 3]
    assert np.sort(best_seats(found, all_free(found), 5)).tolist() == [4, 5, 6, 7, 8]
    assert len(best_seats(found, all_free(found), 10)) == 10
    assert len(best_seats(found, all_free(found), 11)) == 0


ACCESSIBLE = {
    0: WHEELCHAIR,
    1: COMPANION,
    6: COMPANION,
    7: WHEELCHAIR,
    8: WHEELCHAIR,
    15: COMPANION,
}


def test_a_wheelchair_and_its_companion_sit_side_by_side() -> None:
    found = seating(2, 8, attributes=ACCESSIBLE)
    free = all_free(found)
    both = WHEELCHAIR | COMPANION
    first = best_seats(found, free, 2, attributes=both)
    assert set(first.tolist()) in ({0, 1}, {6, 7})
    free[first] = False
    second = best_seats(found, free, 2, attributes=both)
    assert {frozenset(first.tolist()), frozenset(second.tolist())} == {
        frozenset({0, 1}),
        frozenset({6, 7}),
    }
    free[second] = False  # what is left is far apart: better than nothing
    assert set(best_seats(found, free, 2, attributes=both).tolist()) == {8, 15}


def test_a_party_with_wheelchairs_is_put_into_pairs() -> None:
    found = seating(2, 8, attributes=ACCESSIBLE)
    both = WHEELCHAIR | COMPANION
    assert set(best_seats(found, all_free(found), 4, attributes=both).tolist()) == {0, 1, 6, 7}
    three = best_seats(found, all_free(found), 3, attributes=both)
    assert (found.attributes[three] == WHEELCHAIR).sum() == 2
    assert not len(best_seats(found, all_free(found), 7, attributes=both))


def test_who_asks_for_wheelchairs_gets_only_those() -> None:
    found = seating(2, 8, attributes=ACCESSIBLE)
    chosen = best_seats(found, all_free(found), 3, attributes=WHEELCHAIR)
    assert set(chosen.tolist()) == {0, 7, 8}
    assert not len(best_seats(found, all_free(found), 4, attributes=WHEELCHAIR))


def test_places_of_companions_are_given_last_and_those_of_wheelchairs_never() -> None:
    found = seating(1, 8, attributes={0: WHEELCHAIR, 1: COMPANION, 5: COMPANION})
    free = all_free(found)
    assert set(best_seats(found, free, 5).tolist()) == {2, 3, 4, 6, 7}
    assert set(best_seats(found, free, 6).tolist()) == {2, 3, 4, 5, 6, 7}
    assert set(best_seats(found, free, 7).tolist()) == {1, 2, 3, 4, 5, 6, 7}
    assert not len(best_seats(found, free, 8))
