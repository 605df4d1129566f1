"""Keys on the map where they meet the mouse: Enter for a party, Space that is let go elsewhere."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import EventId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.seatmap.canvas import SeatCanvas
from tests.seatmap.conftest import typing_of
from tests.seatmap.test_canvas import LEFT, NOTHING, at, drag, picks
from tests.service_fixture import BALCONY


def point_at(canvas: SeatCanvas, seat: int) -> None:
    for point in (QPoint(2, 2), at(canvas, seat)):  # the mouse may have been left there
        QTest.mouseMove(canvas, point)
        QApplication.processEvents()


def previewed(canvas: SeatCanvas) -> list[int]:
    return [int(seat) for seat in canvas.preview]


def test_space_that_is_let_go_elsewhere_does_not_stay_held(drawn: SeatCanvas, qtbot: QtBot) -> None:
    found, field = picks(drawn), QLineEdit()
    qtbot.addWidget(field)
    drawn.setFocus()
    QTest.keyPress(drawn, Qt.Key.Key_Space)
    field.show()
    qtbot.waitExposed(field)
    field.activateWindow()
    qtbot.waitUntil(lambda: not drawn.hasFocus())
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 15))
    drag(drawn, [at(drawn, 2), at(drawn, 3)])
    assert found == [(15,), (2, 3)]


def test_the_party_is_where_mouse_or_keys_came_to_last(drawn: SeatCanvas) -> None:
    drawn.setFocus()
    point_at(drawn, 45)
    drawn.set_party(2)
    assert previewed(drawn) == [44, 45]
    QTest.keyClicks(drawn, "C 7")
    assert previewed(drawn) == [26, 27]
    QTest.keyClick(drawn, Qt.Key.Key_Right)
    assert previewed(drawn) == [27, 28]
    point_at(drawn, 15)
    assert previewed(drawn) == [14, 15]
    QTest.mouseMove(drawn, QPoint(2, 2))
    QApplication.processEvents()
    assert previewed(drawn) == []


def test_what_is_meant_is_on_the_level_that_is_shown(
    drawn: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    areas = tuple(replace(area, level=int(area.id == BALCONY)) for area in offer.areas)
    drawn.show_plan(replace(offer, areas=areas), plan, np.zeros(80, dtype=np.uint8))
    found = picks(drawn)
    drawn.set_party(2)
    drawn.setFocus()
    drawn.choose_level(0)
    QTest.keyClicks(drawn, "A 3")
    assert drawn.accessibleDescription() == "Stalls, row A, seat 3, free"
    assert previewed(drawn) == [3, 4]
    drawn.choose_level(1)
    assert drawn.accessibleDescription() == ""
    assert previewed(drawn) == []
    drawn.set_party(1)
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    typing_of(drawn).forget()
    QTest.keyClicks(drawn, "C 3")  # the stalls have it, the balcony has not
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    assert found == []
    typing_of(drawn).forget()
    QTest.keyClicks(drawn, "A 3")
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    assert found == [(43,)]


def test_enter_says_where_there_is_no_room_and_leaves_alone_what_is_ours(drawn: SeatCanvas) -> None:
    found, missed = picks(drawn), list[int]()
    drawn.party_missed.connect(missed.append)
    drawn.set_party(3)
    assert not drawn.take_pointed()
    states = np.full(10, SeatState.SOLD, dtype=np.uint8)
    drawn.show_states(np.arange(10), states)
    drawn.show_states(np.array([14]), np.array([SeatState.MINE], dtype=np.uint8))
    drawn.setFocus()
    point_at(drawn, 5)
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    assert missed == [3]
    point_at(drawn, 15)
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    assert (found, missed) == ([], [3])


def test_another_event_forgets_where_the_last_one_was_pointed_at(
    drawn: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    drawn.set_party(2)
    point_at(drawn, 15)
    assert previewed(drawn) == [14, 15]
    offer, plan = small
    none = np.zeros(len(plan), dtype=np.uint8)
    drawn.show_plan(offer, plan, none)
    assert previewed(drawn) == [14, 15]
    drawn.show_plan(replace(offer, event=replace(offer.event, id=EventId(2))), plan, none)
    assert previewed(drawn) == []
    assert not drawn.take_pointed()
