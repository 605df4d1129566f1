"""A party on the map: shown around the pointer, taken with mouse and keys."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boxoffice.domain.ids import PriceCategoryId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.canvas import SeatCanvas
from tests.seatmap.test_canvas import LEFT, NOTHING, at, image, picks


def test_a_party_is_shown_around_the_pointer_and_taken_by_a_click(drawn: SeatCanvas) -> None:
    found, missed = picks(drawn), list[int]()
    drawn.party_missed.connect(missed.append)
    QTest.mouseMove(drawn, QPoint(2, 2))
    plain = image(drawn)
    drawn.set_party(3)
    QTest.mouseMove(drawn, at(drawn, 15))
    QApplication.processEvents()
    assert image(drawn) != plain
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 15))
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 31))  # of row D the first is a wheelchair's
    states = np.full(10, SeatState.SOLD, dtype=np.uint8)
    states[4:6] = SeatState.FREE
    drawn.show_states(np.arange(10), states)
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 5))
    assert found == [(14, 15, 16), (32, 33, 34)]
    assert missed == [3]


def test_a_party_is_taken_by_enter_and_ended_by_escape(drawn: SeatCanvas) -> None:
    found, sizes = picks(drawn), list[int]()
    drawn.party_changed.connect(sizes.append)
    drawn.set_party(2)
    drawn.setFocus()
    QTest.mouseMove(drawn, at(drawn, 11))
    QApplication.processEvents()
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    QTest.keyClick(drawn, Qt.Key.Key_Escape)
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 25))
    assert found == [(11, 12), (25,)]
    assert sizes == [1]


def test_a_party_keeps_to_the_chosen_category(drawn: SeatCanvas) -> None:
    found, missed = picks(drawn), list[int]()
    drawn.party_missed.connect(missed.append)
    drawn.set_party(2)
    drawn.choose_category(PriceCategoryId(2))
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 15))
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 41))
    assert (found, missed) == ([(41, 42)], [2])


def test_with_a_party_ones_own_seat_is_given_back_alone(drawn: SeatCanvas) -> None:
    found = picks(drawn)
    drawn.set_party(2)
    drawn.show_states(np.array([14]), np.array([SeatState.MINE], dtype=np.uint8))
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 15))
    assert found == [(15,)]
