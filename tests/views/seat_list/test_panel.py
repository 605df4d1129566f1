"""The seats as a list: real keys and mouse on it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.views.map.panel import MapPanel
from boxoffice.views.seat_list.model import Column
from boxoffice.views.seat_list.table import SeatTable
from boxoffice.views.window.main_window import MainWindow
from tests.service_fixture import FLOOR
from tests.views.conftest import child, map_state, small_offer

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def press(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def type_words(text: str) -> None:
    for character in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, character)


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> MapPanel:
    """The small house as a list, with the focus in it."""
    with qtbot.waitActive(window):
        window.activateWindow()
    window.map.show_state(map_state())
    QTest.keyClick(window, Key.Key_L, CONTROL)
    return window.map


def table_of(panel: QWidget) -> SeatTable:
    return child(panel, SeatTable, "seatListTable")


def row_words(panel: QWidget, row: int) -> list[str]:
    model = table_of(panel).model()
    return [str(model.index(row, column).data() or "") for column in range(len(Column))]


def picks(panel: MapPanel) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    panel.seats_picked.connect(found.append)
    return found


def set_states(panel: MapPanel, state: SeatState, *seats: int) -> None:
    index = np.array(seats) - 1
    panel.show_seats(index, np.full(len(seats), state, dtype=np.uint8))


def filter_by(panel: MapPanel, text: str) -> int:
    """Types into the filter, goes to the rows, and counts them."""
    field = child(panel, QLineEdit, "seatListFilter")
    field.setFocus()
    field.clear()
    type_words(text)
    press(Key.Key_Return)
    return table_of(panel).model().rowCount()


# --- what is in it ---


def test_a_key_opens_it_and_every_seat_is_in_it(listed: MapPanel) -> None:
    table = table_of(listed)
    assert table.isVisible()
    assert QApplication.focusWidget() is table
    assert table.model().rowCount() == 61
    assert row_words(listed, 0) == ["Stalls", "A", "1", "Gold", "€32.00", "● free", ""]
    assert row_words(listed, 9)[:3] == ["Stalls", "A", "10"]
    assert row_words(listed, 30)[-1] == "Wheelchair place"
    assert row_words(listed, 60) == ["Floor", "", "standing", "Wood", "€16.00", "● 20 free", ""]
    assert child(listed, QLabel, "seatListCount").text() == "61 of 61"


def test_assistive_tools_hear_the_whole_row(listed: MapPanel) -> None:
    model = table_of(listed).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    first = model.index(0, 0).data(role)
    assert first == "Stalls, row A, seat 1, Gold, €32.00, free"
    assert model.index(60, 0).data(role) == "Floor, standing, Wood, €16.00, 20 free"
    assert model.index(30, 0).data(role).endswith("free, Wheelchair place")
    cells = [model.index(row, column) for row in (0, 60) for column in range(model.columnCount())]
    assert all(cell.data(role) for cell in cells)


def test_every_state_has_a_sign_and_a_word(listed: MapPanel) -> None:
    for seat, state in enumerate(SeatState, 1):
        set_states(listed, state, seat)
    words = [row_words(listed, row)[Column.STATUS] for row in range(len(SeatState))]
    assert words == [
        "● free",
        "○ held",
        "· sold",
        "× blocked",
        "× not on sale",
        "✓ in this order",
        "… being taken",
    ]


@pytest.mark.parametrize("width", [420, 620, 1200])
def test_no_row_is_wider_than_the_table(window: MainWindow, width: int) -> None:
    window.map.show_state(map_state())
    window.map.show_list(True)
    table = table_of(window.map)
    table.resize(width, 400)
    QApplication.processEvents()
    shown = [column for column in Column if not table.isColumnHidden(column)]
    assert sum(table.columnWidth(column) for column in shown) <= table.viewport().width()
    assert table.rowHeight(0) >= 32
    needed = table.fontMetrics().horizontalAdvance("standing")
    assert table.columnWidth(Column.SEAT) >= needed + 14
    assert {Column.AREA, Column.ROW, Column.SEAT, Column.STATUS} <= set(shown)


# --- what keys do ---


def test_space_takes_a_seat_and_gives_it_back(listed: MapPanel) -> None:
    found = picks(listed)
    press(Key.Key_Down)
    press(Key.Key_Space)
    set_states(listed, SeatState.MINE, 2)
    press(Key.Key_Return)
    assert found == [(2,), (2,)]


def test_shift_and_arrows_take_a_run(listed: MapPanel) -> None:
    found = picks(listed)
    for _ in range(3):
        press(Key.Key_Down, SHIFT)
    press(Key.Key_Space)
    assert found == [(1, 2, 3, 4)]


def test_shift_click_takes_a_run_and_a_double_click_one(listed: MapPanel) -> None:
    found, table = picks(listed), table_of(listed)
    left = Qt.MouseButton.LeftButton
    places = [table.visualRect(table.model().index(row, 2)).center() for row in range(5)]
    QTest.mouseClick(table.viewport(), left, pos=places[1])
    QTest.mouseClick(table.viewport(), left, SHIFT, places[4])
    press(Key.Key_Return)
    QTest.mouseClick(table.viewport(), left, pos=places[0])
    QTest.mouseDClick(table.viewport(), left, pos=places[0])
    assert found == [(2, 3, 4, 5), (1,)]


def test_nobody_takes_the_whole_house_by_a_slip(listed: MapPanel) -> None:
    found = picks(listed)
    press(Key.Key_A, CONTROL)
    press(Key.Key_Space)
    assert found == [(1,)]


def test_home_and_end_mean_the_list(listed: MapPanel) -> None:
    press(Key.Key_End)
    assert table_of(listed).currentIndex().row() == 60
    press(Key.Key_Home)
    assert table_of(listed).currentIndex().row() == 0


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_a_standing_area_asks_how_many(listed: MapPanel, qtbot: QtBot, key: Key) -> None:
    found = picks(listed)
    press(Key.Key_End)
    press(key)
    field = child(listed, QLineEdit, "standingCount")
    assert field.isVisible()
    assert QApplication.focusWidget() is field
    type_words("3")
    with qtbot.waitSignal(listed.standing_asked) as asked:
        press(Key.Key_Return)
    assert asked.args == [FLOOR, 3]
    assert QApplication.focusWidget() is table_of(listed)
    press(key)
    assert child(listed, QLineEdit, "standingCount").hasFocus()
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is table_of(listed)
    assert table_of(listed).currentIndex().row() == 60
    assert found == []


@pytest.mark.parametrize("leave", ["escape", "control", "button"])
def test_the_way_back_keeps_the_seat(window: MainWindow, listed: MapPanel, leave: str) -> None:
    action = child_action(window, "actionList")
    assert action.isChecked()
    for _ in range(13):
        press(Key.Key_Down)
    if leave == "escape":
        press(Key.Key_Escape)
    elif leave == "control":
        press(Key.Key_L, CONTROL)
    else:
        QTest.mouseClick(child(listed, QPushButton, "seatListBack"), Qt.MouseButton.LeftButton)
    canvas = listed.canvas
    assert canvas.isVisible()
    assert QApplication.focusWidget() is canvas
    assert canvas.focused_seat == 14
    assert canvas.accessibleDescription() == "Stalls, row B, seat 4, €32.00, free"
    assert not action.isChecked()
    press(Key.Key_Down)
    press(Key.Key_L, CONTROL)
    assert row_words(listed, table_of(listed).currentIndex().row())[1:3] == ["C", "4"]


def child_action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def test_the_maps_zoom_has_no_use_here(listed: MapPanel) -> None:
    zoom = listed.findChild(QWidget, "zoomIn")
    assert zoom is not None
    assert not zoom.isEnabled()
    press(Key.Key_Escape)
    assert zoom.isEnabled()


# --- the filter ---


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("stalls c 7", 1),
        ("STALLS", 40),
        ("st b", 10),
        ("c", 10),
        ("a 1", 2),
        ("c7", 1),
        ("gold 3", 4),
        ("balcony b 10", 1),
        ("floor", 1),
        ("wood", 21),
        ("1", 6),
        ("10 b", 2),
    ],
)
def test_all_words_must_match(listed: MapPanel, text: str, count: int) -> None:
    assert filter_by(listed, text) == count


def test_typing_on_the_rows_filters_and_enter_comes_back(listed: MapPanel, qtbot: QtBot) -> None:
    found = picks(listed)
    type_words("balcony b 4")
    field = child(listed, QLineEdit, "seatListFilter")
    assert QApplication.focusWidget() is field
    assert field.text() == "balcony b 4"
    qtbot.waitUntil(lambda: table_of(listed).model().rowCount() == 1)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert found == [(54,)]
    press(Key.Key_Escape)
    assert listed.canvas.focused_seat == 54


def test_escape_in_the_filter_goes_one_step_back(listed: MapPanel) -> None:
    type_words("zz")
    press(Key.Key_Escape)
    assert table_of(listed).model().rowCount() == 61
    assert QApplication.focusWidget() is table_of(listed)
    child(listed, QLineEdit, "seatListFilter").setFocus()
    press(Key.Key_Escape)
    assert listed.canvas.isVisible()


def test_free_seats_only(listed: MapPanel) -> None:
    set_states(listed, SeatState.SOLD, *range(1, 11))
    set_states(listed, SeatState.MINE, 11)
    box = child(listed, QCheckBox, "seatListFree")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(14, box.height() // 2))
    assert table_of(listed).model().rowCount() == 51
    assert row_words(listed, 0)[1:3] == ["B", "1"]
    set_states(listed, SeatState.SOLD, *range(61, 81))
    assert row_words(listed, 50)[Column.STATUS] == "· 0 free"
    box.toggle()
    box.toggle()
    assert table_of(listed).model().rowCount() == 50


def test_the_legends_category_is_obeyed(listed: MapPanel) -> None:
    wood = child(listed, QPushButton, "legendCategory1")
    QTest.mouseClick(wood, Qt.MouseButton.LeftButton)
    assert table_of(listed).model().rowCount() == 21
    assert filter_by(listed, "stalls") == 0
    message = child(listed, QLabel, "seatListMessage")
    assert message.isVisible()
    assert message.text() == "No seat matches.\nOnly “Wood” is shown, as chosen below."
    QTest.mouseClick(child(listed, QPushButton, "seatListClear"), Qt.MouseButton.LeftButton)
    assert table_of(listed).model().rowCount() == 21
    QTest.mouseClick(wood, Qt.MouseButton.LeftButton)
    assert table_of(listed).model().rowCount() == 61


# --- live ---


def test_changes_keep_what_is_selected(listed: MapPanel) -> None:
    table = table_of(listed)
    for _ in range(4):
        press(Key.Key_Down)
    press(Key.Key_Down, SHIFT)
    told: list[tuple[int, int]] = []
    table.model().dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    set_states(listed, SeatState.RESERVED, 3, 4, 5, 20)
    assert told == [(2, 4), (19, 19)]
    assert row_words(listed, 4)[Column.STATUS] == "○ held"
    assert table.selected_rows() == [4, 5]
    assert listed.list.focused_seat == 6


def test_a_new_event_begins_anew(listed: MapPanel) -> None:
    filter_by(listed, "balcony")
    offer, plan = small_offer()
    states = np.full(len(plan), SeatState.SOLD, dtype=np.uint8)
    listed.show_state(replace(map_state(), offer=offer, plan=plan, states=states))
    assert child(listed, QLineEdit, "seatListFilter").text() == ""
    assert table_of(listed).model().rowCount() == 61
    assert row_words(listed, 0)[Column.STATUS] == "· sold"
    assert QApplication.focusWidget() is table_of(listed)
