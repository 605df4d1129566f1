from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.hall.geometry import (
    Bounds,
    View,
    bounds_of,
    contains,
    fitting,
    limited,
    pitch_of,
)
from boxoffice.seatmap.hall.hit import SeatGrid
from boxoffice.seatmap.hall.rows import run_between, seats_of_row, step
from tests.seatmap.conftest import seats_at

COORDINATE = st.floats(-1e5, 1e5)
VIEWS = st.builds(View, st.floats(1e-3, 1e3), st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
BOXES = st.builds(
    lambda x, y, w, h: Bounds(x, y, x + w, y + h),
    COORDINATE,
    COORDINATE,
    st.floats(1, 1e5),
    st.floats(1, 1e5),
)
# Halves, so that what lies on a border lies on it exactly.
HALVES = st.integers(-5000, 5000).map(lambda n: n / 2)
PLACES = st.lists(st.tuples(HALVES, HALVES), max_size=60)


def plan_at(places: list[tuple[float, float]]) -> SeatPlan:
    return seats_at([x for x, _ in places], [y for _, y in places])


@given(VIEWS, COORDINATE, COORDINATE)
def test_there_and_back(view: View, x: float, y: float) -> None:
    back = view.to_venue(*view.to_pixels(x, y))
    assert back == pytest.approx((x, y), rel=1e-6, abs=1e-3 + 1e-9 / view.scale)


@given(VIEWS, st.floats(1e-2, 1e2), st.floats(0, 2000), st.floats(0, 2000))
def test_zooming_keeps_what_is_under_the_pointer(
    view: View, scale: float, px: float, py: float
) -> None:
    under = view.to_venue(px, py)
    moved = view.zoomed(scale, px, py).to_pixels(*under)
    assert moved == pytest.approx((px, py), rel=1e-6, abs=1e-3)


@given(BOXES, st.floats(100, 3000), st.floats(100, 3000))
def test_a_fitting_view_shows_everything(bounds: Bounds, width: float, height: float) -> None:
    seen = fitting(bounds, width, height).seen(0, 0, width, height)
    slack = 1e-6 * max(1.0, abs(bounds.left), abs(bounds.top), bounds.width, bounds.height)
    assert seen.left <= bounds.left + slack
    assert seen.right >= bounds.right - slack
    assert seen.top <= bounds.top + slack
    assert seen.bottom >= bounds.bottom - slack


@given(VIEWS, BOXES)
def test_the_venue_cannot_be_lost(view: View, bounds: Bounds) -> None:
    found = limited(view, bounds, 900, 600, 50.0)
    left, top = found.to_pixels(bounds.left, bounds.top)
    right, bottom = found.to_pixels(bounds.right, bounds.bottom)
    assert right > 0
    assert left < 900
    assert bottom > 0
    assert top < 600
    assert fitting(bounds, 900, 600).scale * 0.79 <= found.scale


@given(VIEWS, BOXES)
def test_a_limited_view_is_left_alone(view: View, bounds: Bounds) -> None:
    once = limited(view, bounds, 900, 600, 50.0)
    twice = limited(once, bounds, 900, 600, 50.0)
    assert twice.scale == pytest.approx(once.scale)
    assert (twice.dx, twice.dy) == pytest.approx((once.dx, once.dy), rel=1e-6, abs=1e-2)


def test_the_pitch_is_that_of_most_rows() -> None:
    assert pitch_of(seats_at([0, 40, 80, 500], [0, 0, 0, 0])) == 40
    assert pitch_of(seats_at([0, 3, 6], [0, 4, 8])) == 5
    assert pitch_of(seats_at([], [])) > 0
    assert pitch_of(seats_at([7, 7, 7], [7, 7, 7])) > 0


def test_bounds_of_nothing_are_something() -> None:
    bounds = bounds_of(seats_at([], []), (), 50)
    assert bounds.width > 0
    assert bounds.height > 0


@pytest.mark.parametrize(
    ("point", "inside"),
    [((5, 5), True), ((5, 1), True), ((15, 5), False), ((-1, -1), False), ((5, 7.5), False)],
)
def test_inside_a_polygon(point: tuple[float, float], inside: bool) -> None:
    notched = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 6.0), (0.0, 10.0))
    assert contains(notched, *point) is inside


@given(PLACES, HALVES, HALVES, st.integers(1, 500))
def test_the_nearest_seat_is_the_nearest(
    places: list[tuple[float, float]], x: float, y: float, radius: float
) -> None:
    plan = plan_at(places)
    found = SeatGrid(plan, 50).nearest(x, y, radius)
    away = [math.hypot(px - x, py - y) for px, py in places]
    within = [a for a in away if a <= radius]
    assert (found == -1) == (not within)
    assert found == -1 or away[found] == min(within)


@given(st.lists(st.sampled_from([(0.0, 0.0), (0.0, 30.0), (40.0, 0.0)]), min_size=1), HALVES)
def test_of_seats_equally_near_the_last_one_is_on_top(
    places: list[tuple[float, float]], x: float
) -> None:
    found = SeatGrid(plan_at(places), 50).nearest(x, 0.0, 1e6)
    away = [math.hypot(px - x, py) for px, py in places]
    assert found == max(i for i, a in enumerate(away) if a == min(away))


@given(PLACES, HALVES, HALVES, st.integers(0, 3000))
def test_a_rectangle_holds_what_is_in_it(
    places: list[tuple[float, float]], x: float, y: float, size: float
) -> None:
    found = SeatGrid(plan_at(places), 50).inside(Bounds(x, y, x + size, y + size))
    wanted = [i for i, (px, py) in enumerate(places) if x <= px <= x + size and y <= py <= y + size]
    assert sorted(found.tolist()) == wanted


def test_a_grid_over_a_huge_empty_venue_stays_small() -> None:
    plan = seats_at([0, 1e9], [0, 1e9])
    assert SeatGrid(plan, 1).nearest(1e9, 1e9, 5) == 1


def test_runs_go_along_the_row() -> None:
    plan = seats_at([150, 0, 50, 100, 0], [0, 0, 0, 0, 90], [0, 0, 0, 0, 1])
    assert seats_of_row(plan, 2).tolist() == [1, 2, 3, 0]
    assert run_between(plan, 1, 3).tolist() == [1, 2, 3]
    assert sorted(run_between(plan, 0, 2).tolist()) == [0, 2, 3]
    assert run_between(plan, 1, 4).tolist() == [4]


def test_walking_from_seat_to_seat() -> None:
    columns, rows = 5, 4
    x = [50.0 * c for _ in range(rows) for c in range(columns)]
    y = [80.0 * r for r in range(rows) for _ in range(columns)]
    plan = seats_at(x, y, [r for r in range(rows) for _ in range(columns)])
    grid = SeatGrid(plan, 50)
    walk = [7]
    for direction in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        walk.append(step(plan, grid, walk[-1], direction, 50))
    assert walk == [7, 8, 13, 12, 7]
    assert step(plan, grid, 4, (1, 0), 50) == 4
    assert step(plan, grid, 0, (0, -1), 50) == 0


def test_walking_crosses_an_aisle() -> None:
    plan = seats_at([0, 50, 600], [0, 0, 10])
    assert step(plan, SeatGrid(plan, 50), 1, (1, 0), 50) == 2
    assert np.isfinite(plan.x).all()
