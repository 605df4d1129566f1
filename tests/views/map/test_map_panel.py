"""The map's panel, worked with mouse and keys: seats, the party, the legend, how old it is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import AreaId, EventId, PriceCategoryId, SeatId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.presenters.common import Phase
from boxoffice.presenters.map.state import MapState
from boxoffice.presenters.notices import Code, Notice
from boxoffice.views.map.legend import Entry
from boxoffice.views.window.main_window import MainWindow
from tests.service_fixture import FLOOR
from tests.views.conftest import LEFT, child, click, map_state


@pytest.mark.parametrize(
    ("state", "visible", "hidden"),
    [
        (MapState(), ["mapMessage"], ["mapCancel", "mapRetry", "mapProgress"]),
        (MapState(Phase.LOADING, progress=0.4), ["mapProgress", "mapCancel"], ["mapRetry"]),
        (
            MapState(Phase.FAILED, notice=Notice.error(Code.UNREACHABLE, address="x")),
            ["mapRetry", "messageBar"],
            ["mapProgress", "mapCancel"],
        ),
    ],
)
def test_every_state_of_the_map_is_designed(
    window: MainWindow, state: MapState, visible: list[str], hidden: list[str]
) -> None:
    window.map.show_state(state)
    assert not window.map.canvas.isVisible()
    for name in visible:
        assert child(window, QWidget, name).isVisible(), name
    for name in hidden:
        assert not child(window, QWidget, name).isVisible(), name
    assert not child(window, QPushButton, "bestSeats").isEnabled()


def test_a_click_on_a_seat_picks_it(window: MainWindow, qtbot: QtBot) -> None:
    window.map.show_state(map_state())
    at = window.map.canvas.seat_position(SeatId(15))
    assert at is not None
    with qtbot.waitSignal(window.map.seats_picked) as picked:
        qtbot.mouseClick(window.map.canvas, LEFT, pos=at)
    assert picked.args == [(15,)]


def test_best_seats_for_a_party_by_digit_and_key(window: MainWindow, qtbot: QtBot) -> None:
    window.map.show_state(map_state())
    window.map.canvas.setFocus()
    qtbot.keyClick(window.map.canvas, Qt.Key.Key_4)
    with qtbot.waitSignal(window.map.best_asked) as asked:
        qtbot.keyClick(window, Qt.Key.Key_F3)
    assert asked.args == [BestSeats(4)]


def test_a_category_of_the_legend_filters_the_map_and_the_best_seats(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.map.show_state(map_state())
    gold, wood = (child(window, QPushButton, f"legendCategory{i}") for i in (0, 1))
    before = window.map.canvas.grab().toImage()
    click(qtbot, wood)
    assert window.map.canvas.grab().toImage() != before
    with qtbot.waitSignal(window.map.best_asked) as asked:
        qtbot.keyClick(window, Qt.Key.Key_F3)
    assert asked.args == [BestSeats(1, category_id=PriceCategoryId(2))]
    click(qtbot, gold)
    assert (gold.isChecked(), wood.isChecked()) == (True, False)
    click(qtbot, gold)
    assert window.map.canvas.grab().toImage() == before
    with qtbot.waitSignal(window.map.best_asked) as asked:
        qtbot.keyClick(window, Qt.Key.Key_F3)
    assert asked.args == [BestSeats(1)]


def test_the_legend_of_the_next_event_has_room_for_its_words(window: MainWindow) -> None:
    shown = map_state()
    window.map.show_state(shown)
    QApplication.processEvents()
    entries = [child(window, Entry, f"legendCategory{i}") for i in (0, 1)]
    widths = [entry.width() for entry in entries]
    assert shown.offer is not None
    other = replace(shown.offer, event=replace(shown.offer.event, id=EventId(99)))
    window.map.show_state(MapState(Phase.LOADING))
    window.map.show_state(replace(shown, offer=other))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    entries = [child(window, Entry, f"legendCategory{i}") for i in (0, 1)]
    assert [entry.width() for entry in entries] == widths


def test_standing_places_are_taken_by_number(window: MainWindow, qtbot: QtBot) -> None:
    window.map.show_state(map_state())
    canvas = window.map.canvas
    at = canvas.area_position(AreaId(FLOOR))
    assert at is not None
    qtbot.mouseClick(canvas, LEFT, pos=at)
    field = child(window, QLineEdit, "standingCount")
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "7")
    with qtbot.waitSignal(window.map.standing_asked) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == [FLOOR, 7]


def test_an_old_picture_says_so(window: MainWindow) -> None:
    state = map_state()
    window.map.show_state(replace(state, age_seconds=12.4, is_old=True))
    notice = child(window, QLabel, "messageBar")
    assert notice.text() == "The map is 12 seconds old."
    assert notice.property("severity") == "warning"
    window.map.show_state(replace(state, age_seconds=75.0, is_old=True, is_blind=True))
    assert notice.property("severity") == "error"
    window.map.show_state(replace(state, age_seconds=0.1))
    assert not notice.isVisible()


def test_the_mouse_over_a_seat_tells_of_it(window: MainWindow, qtbot: QtBot) -> None:
    window.map.show_state(map_state())
    canvas, line = window.map.canvas, child(window, QWidget, "seatLine")

    def is_told() -> bool:
        """Where the seat is by now, and from elsewhere: a pointer that is there already tells
        nothing."""
        at = canvas.seat_position(SeatId(15))
        assert at is not None
        qtbot.mouseMove(canvas, QPoint(3, 3))
        qtbot.mouseMove(canvas, at)
        return line.isVisible() and told(line) == words

    words = ["Stalls, row B, seat 5", "Gold", "free", "32.00"]
    qtbot.waitUntil(is_told)
    window.map.show_seats(np.array([14]), np.array([SeatState.SOLD], dtype=np.uint8))
    assert "sold" in told(line)
    window.map.show_seats(np.array([14]), np.array([SeatState.FREE], dtype=np.uint8))
    window.map.canvas.set_party(3)
    assert told(line) == ["Stalls B\N{NO-BREAK SPACE}4–6", "Gold", "free", "3 × 32.00", "96.00"]
    child(window, QLineEdit, "partySize").setText("2+1")
    child(window, QLineEdit, "partySize").textEdited.emit("2+1")
    assert told(line)[-2:] == ["2 Full 64.00 + 1 Red. 22.00", "86.00"]
    qtbot.mouseMove(window.map.canvas, QPoint(3, 3))
    qtbot.waitUntil(lambda: not line.isVisible())


def told(line: QWidget) -> list[str]:
    return [each.text() for each in line.findChildren(QLabel) if each.text()]
