"""Levels of a house: which there are, which is shown first, and what of it can be taken."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from boxoffice.domain.catalogue import Area, AreaKind, Offer
from boxoffice.domain.ids import AreaId, SeatId
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.hall.levels import first_level, levels_of, seat_levels
from tests.seatmap.conftest import seats_at


def two_floors(away: float) -> tuple[tuple[Area, ...], SeatPlan]:
    """Three seats on each of two levels, the upper ones so far to the right of the lower."""
    plan = seats_at([0, 50, 100, away, away + 50, away + 100], [0.0] * 6, [0, 0, 0, 1, 1, 1])
    plan = replace(plan, area_ids=np.array([2, 2, 2, 3, 3, 3]))
    areas = (
        Area(AreaId(1), "Stage", AreaKind.DECORATION, level=5),
        Area(AreaId(2), "Stalls"),
        Area(AreaId(3), "Circle", level=1),
    )
    return areas, plan


@pytest.mark.parametrize(("away", "first"), [(0.0, 0), (5.0, 0), (400.0, None)])
def test_a_level_that_covers_another_is_shown_by_itself(away: float, first: int | None) -> None:
    areas, plan = two_floors(away)
    assert levels_of(areas) == (0, 1)
    levels = seat_levels(plan, areas)
    assert levels.tolist() == [0, 0, 0, 1, 1, 1]
    assert first_level(plan, areas, levels, 50.0) == first


def test_one_level_needs_no_choice() -> None:
    areas, plan = two_floors(0.0)
    assert levels_of(areas[:2]) == ()
    assert first_level(plan, areas[:2], seat_levels(plan, areas[:2]), 50.0) is None
    assert seat_levels(plan, ()).tolist() == [0] * 6


def test_only_what_is_shown_is_taken(canvas: SeatCanvas, small: tuple[Offer, SeatPlan]) -> None:
    areas, plan = two_floors(0.0)
    canvas.show_plan(replace(small[0], areas=areas), plan, np.zeros(6, dtype=np.uint8))
    found: list[tuple[int, ...]] = []
    canvas.seats_picked.connect(found.append)
    at = canvas.seat_position(SeatId(2))
    assert at is not None
    assert (canvas.levels, canvas.level) == ((0, 1), 0)
    for level in (0, 1):
        canvas.choose_level(level)
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    canvas.set_party(3)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert found == [(2,), (5,), (4, 5, 6)]
    canvas.choose_level(None)
    assert canvas.level is None
