"""Rings around seats that were lost, or are looked at."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.canvas import SeatCanvas
from tests.seatmap.test_canvas import image


def test_a_lost_seat_is_ringed_for_a_moment(drawn: SeatCanvas, qtbot: QtBot) -> None:
    QTest.mouseMove(drawn, QPoint(1, 1))
    before = image(drawn)
    drawn.flash((SeatId(15), SeatId(999)))
    assert image(drawn) != before
    qtbot.waitUntil(lambda: image(drawn) == before)


def test_seats_that_are_looked_at_are_ringed_until_others_are(
    drawn: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    QTest.mouseMove(drawn, QPoint(1, 1))
    before = image(drawn)
    drawn.light((SeatId(15), SeatId(999)))
    ringed = image(drawn)
    assert ringed != before
    drawn.show_plan(*small, np.zeros(len(small[1]), dtype=np.uint8))
    assert image(drawn) == ringed
    drawn.light(())
    assert image(drawn) == before


def test_seats_that_are_looked_at_come_into_sight(drawn: SeatCanvas) -> None:
    for _ in range(6):
        drawn.zoom_in()
    hidden = next(
        SeatId(n)
        for n in range(1, 61)
        if not drawn.rect().contains(drawn.seat_position(SeatId(n)) or QPoint(-99, -99))
    )
    drawn.light((hidden,))
    at = drawn.seat_position(hidden)
    assert at is not None
    assert drawn.rect().contains(at)
