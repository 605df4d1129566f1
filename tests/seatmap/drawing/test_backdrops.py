"""Background pictures: drawn where they belong, hatched where there is none to show."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import AreaId
from boxoffice.domain.picture import Raster
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.drawing.backdrops import backdrop_of

RED = b"\0\0\xff\xff"
SIZES = (Raster(20, 10, RED * 200, is_opaque=True), Raster(10, 5, RED * 50))


@pytest.mark.parametrize("is_broken", [False, True])
def test_a_picture_is_drawn_behind_its_area(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], is_broken: bool
) -> None:
    offer, plan = small
    stage = replace(offer.areas[0], picture_rect=(0.0, -200.0, 450.0, 100.0))
    offer = replace(offer, areas=(stage, *offer.areas[1:]))
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    at = canvas.area_position(AreaId(1))
    assert at is not None
    box = (at.x() - 60, at.y() - 20, 30, 15)
    before = canvas.grab().toImage().copy(*box)
    canvas.show_picture(AreaId(99), SIZES)  # an area that is not there
    canvas.show_picture(AreaId(2), SIZES)  # an area without a place for it
    canvas.show_picture(AreaId(1), () if is_broken else SIZES)
    assert canvas.grab().toImage().copy(*box) != before
    found = canvas.grab().toImage().pixelColor(at - QPoint(60, 20))
    assert (found.red() > 250 and found.green() < 60) != is_broken
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    assert canvas.grab().toImage().copy(*box) != before  # it stays with its event


def test_a_picture_without_a_place_is_left_out(small: tuple[Offer, SeatPlan]) -> None:
    assert backdrop_of(small[0].areas[0], SIZES) is None
