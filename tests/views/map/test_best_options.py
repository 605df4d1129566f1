"""What the best seats should be, asked for by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFrame, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import AreaId, EventId
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.presenters.common import Phase
from boxoffice.presenters.map.state import MapState
from boxoffice.views.window.main_window import MainWindow
from tests.service_fixture import BALCONY
from tests.views.conftest import child, map_state

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


def tick(qtbot: QtBot, box: QCheckBox) -> None:
    qtbot.mouseClick(box, LEFT, pos=QPoint(14, box.height() // 2))


def test_wishes_by_mouse_stay_until_they_are_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    window.map.show_state(map_state())
    more = child(window, QToolButton, "bestOptions")
    panel = child(window, QFrame, "bestPanel")
    qtbot.mouseClick(more, LEFT)
    assert panel.isVisible()
    assert not more.isChecked()
    area = child(window, QComboBox, "bestArea")
    assert [area.itemText(i) for i in range(area.count())] == ["Anywhere", "Stalls", "Balcony"]
    area.setCurrentIndex(2)
    tick(qtbot, child(window, QCheckBox, "bestAisle"))
    assert more.isChecked()
    assert "Balcony, On the aisle" in more.accessibleName()
    with qtbot.waitSignal(window.map.best_asked) as asked:
        qtbot.mouseClick(child(window, QPushButton, "bestTake"), LEFT)
    wished = BestSeats(1, AreaId(BALCONY), is_on_aisle=True)
    assert asked.args == [wished]
    assert not panel.isVisible()
    with qtbot.waitSignal(window.map.best_asked) as asked:
        qtbot.mouseClick(child(window, QPushButton, "bestSeats"), LEFT)
    assert asked.args == [wished]
    qtbot.mouseClick(more, LEFT)
    qtbot.mouseClick(child(window, QPushButton, "bestReset"), LEFT)
    assert not more.isChecked()
    assert area.currentText() == "Anywhere"


def test_wishes_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.map.show_state(map_state())
    window.map.focus_seats()
    qtbot.keyClick(window.map.canvas, Qt.Key.Key_2)
    qtbot.keyClick(window, Qt.Key.Key_F3, SHIFT)
    area = child(window, QComboBox, "bestArea")
    assert QApplication.focusWidget() is area
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    box = child(window, QCheckBox, "bestAccessible")
    assert QApplication.focusWidget() is box
    qtbot.keyClick(box, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.map.best_asked) as asked:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert asked.args == [BestSeats(2, is_accessible=True)]
    assert QApplication.focusWidget() is window.map.canvas
    qtbot.keyClick(window, Qt.Key.Key_F3, SHIFT)
    qtbot.keyClick(area, Qt.Key.Key_Escape)
    assert not child(window, QFrame, "bestPanel").isVisible()
    assert QApplication.focusWidget() is window.map.canvas


def test_another_event_begins_without_wishes(window: MainWindow, qtbot: QtBot) -> None:
    shown = map_state()
    window.map.show_state(shown)
    qtbot.mouseClick(child(window, QToolButton, "bestOptions"), LEFT)
    tick(qtbot, child(window, QCheckBox, "bestApart"))
    assert child(window, QToolButton, "bestOptions").isChecked()
    window.map.show_state(MapState(Phase.LOADING))
    assert not child(window, QFrame, "bestPanel").isVisible()
    assert shown.offer is not None
    other = replace(shown.offer, event=replace(shown.offer.event, id=EventId(99)))
    window.map.show_state(replace(shown, offer=other))
    assert not child(window, QToolButton, "bestOptions").isChecked()
