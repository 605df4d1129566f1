"""The list of events where there are many: grids of times, days, filters; and the strip."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import EventId
from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.state import SELLING, Day, EventRow, EventsState, OnSale, Sieve
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import LEFT, NOW, child, event, event_row, map_state

KEY = Qt.Key
FREE = (12, 1, 0, 20)


def slots(count: int = 320, begin: int = -40) -> tuple[EventRow, ...]:
    """Admissions of a day, some of them begun; of 20 places few or none are free in some."""
    made = []
    for n in range(count):
        starts = NOW + timedelta(minutes=begin + n)
        at = event(n + 1, "Admission", starts_at=starts, seats_total=20, seats_free=FREE[n % 4])
        day = Day.NOW if starts <= NOW else Day.TODAY
        sale = OnSale.OPEN if at.seats_free else OnSale.SOLD_OUT
        made.append(replace(event_row(n + 1), event=at, day=day, on_sale=sale))
    return tuple(made)


def state_of(*rows: EventRow, **more: object) -> EventsState:
    return replace(EventsState(Phase.READY, rows, len(rows)), **more)  # type: ignore[arg-type]


def museum() -> EventsState:
    evenings = (event_row(901, "Hamlet"), event_row(902, "Woyzeck"))
    return state_of(*slots(), *evenings)


def current(of: QListView) -> str:
    return str(of.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def test_hundreds_of_times_are_a_grid_that_arrows_walk(window: MainWindow, qtbot: QtBot) -> None:
    window.events.show_state(museum())
    QApplication.processEvents()
    shown = child(window, QListView, "eventsList")
    model = shown.model()
    assert model.rowCount() == 1 + 320 + 2
    over = model.index(0, 0)
    assert over.data() == "Admission, Today, 09:20 to 14:39"
    assert not over.flags() & Qt.ItemFlag.ItemIsEnabled
    # The first that is on sale and is to begin: it is 10:00 there.
    assert current(shown) == "Today, 10:01, Admission, Small House, 1 free"
    boxes = [shown.visualRect(model.index(n, 0)) for n in range(1, 9)]
    columns = len({box.left() for box in boxes})
    assert columns >= 4
    assert boxes[columns].top() == boxes[0].bottom() + 1
    assert boxes[columns - 1].right() < shown.viewport().width()
    shown.setFocus()
    begun = shown.currentIndex().row()
    for key, row in (
        (KEY.Key_Right, begun + 1),
        (KEY.Key_Down, begun + 1 + columns),
        (KEY.Key_Left, begun + columns),
        (KEY.Key_Up, begun),
    ):
        qtbot.keyClick(shown, key)
        assert shown.currentIndex().row() == row, key
    field = child(window, QLineEdit, "eventsSearch")
    qtbot.keyClick(field, KEY.Key_Down)
    assert shown.currentIndex().row() == begun + columns
    with qtbot.waitSignal(window.events.event_chosen) as chosen:
        qtbot.keyClick(shown, KEY.Key_Return)
    assert chosen.args == [begun + columns]
    qtbot.keyClick(shown, KEY.Key_End)
    assert "Woyzeck" in current(shown)
    with qtbot.waitSignal(window.events.event_chosen) as chosen:
        qtbot.mouseClick(shown.viewport(), LEFT, pos=shown.visualRect(model.index(321, 0)).center())
    assert chosen.args == [901]


def test_a_place_in_the_list_is_kept_while_time_goes_on(window: MainWindow) -> None:
    window.events.show_state(state_of(*(event_row(n) for n in range(1, 5))))
    shown = child(window, QListView, "eventsList")
    shown.setCurrentIndex(shown.model().index(2, 0))
    window.events.show_state(state_of(*(event_row(n) for n in range(2, 5))))
    assert shown.currentIndex().row() == 1


def test_a_day_is_gone_to_by_mouse_and_keys(window: MainWindow, qtbot: QtBot) -> None:
    later = [
        event_row(n, f"Show {n}", starts_at=NOW + timedelta(days=n // 3)) for n in range(1, 40)
    ]
    window.events.show_state(state_of(*later))
    QApplication.processEvents()
    days, shown = (child(window, QListView, name) for name in ("eventsDays", "eventsList"))
    assert days.model().rowCount() == 14
    assert current(days) == "Today 2 Nov, 2 event(s)"
    qtbot.mouseClick(days.viewport(), LEFT, pos=days.visualRect(days.model().index(2, 0)).center())
    assert "Show 6" in current(shown)
    assert shown.visualRect(shown.currentIndex()).top() == 0
    days.setFocus()
    qtbot.keyClick(days, KEY.Key_Right)
    assert current(days) == "Thu 5 Nov, 3 event(s)"
    assert "Show 9" in current(shown)
    shown.setCurrentIndex(shown.model().index(20, 0))
    assert current(days).startswith("Mon 9 Nov")  # it follows
    window.events.show_state(state_of(event_row(1)))
    assert not days.isVisible()


def test_filters_are_shown_where_there_is_a_choice_and_gone_by_one_press(
    window: MainWindow, qtbot: QtBot
) -> None:
    told: list[tuple[object, str]] = []
    window.events.narrowed.connect(lambda sieve, value: told.append((sieve, value)))
    window.events.show_state(state_of(event_row(1), event_row(2)))
    names = ("eventsVenue", "eventsOrganizer", "eventsCategory", "eventsOnSale")
    chips = [child(window, QPushButton, name) for name in names]
    clear = child(window, QPushButton, "eventsClear")
    assert not any(chip.isVisible() for chip in (*chips, clear))
    assert child(window, QLabel, "eventsCount").text() == "2 event(s)"
    choices = {Sieve.CATEGORY: ("Opera & more", "Play"), Sieve.ON_SALE: (SELLING,)}
    window.events.show_state(state_of(event_row(1), event_row(2), choices=choices))
    assert [chip.isVisible() for chip in chips] == [False, False, True, True]
    qtbot.mouseClick(chips[3], LEFT)
    qtbot.mouseClick(chips[2], LEFT)
    menu = child(window, QMenu, "eventsCategoryMenu")
    assert [action.text() for action in menu.actions()] == [
        "All categories",
        "Opera && more",
        "Play",
    ]
    qtbot.keyClick(menu, KEY.Key_Down)
    qtbot.keyClick(menu, KEY.Key_Down)
    qtbot.keyClick(menu, KEY.Key_Return)
    assert told == [(Sieve.ON_SALE, SELLING), (Sieve.CATEGORY, "Opera & more")]
    chosen = {Sieve.CATEGORY: "Opera & more"}
    nothing = state_of(total=12, choices=choices, chosen=chosen, hidden=((Sieve.CATEGORY, 3),))
    window.events.show_state(nothing)
    assert chips[2].isChecked()
    assert chips[2].accessibleName() == "Category: Opera & more"
    assert child(window, QLabel, "eventsCount").text() == "0 of 12 event(s)"
    way_out = child(window, QPushButton, "eventsOtherCategories")
    assert way_out.text() == "In all categories: 3"
    assert not child(window, QPushButton, "eventsWithoutSearch").isVisible()
    qtbot.mouseClick(way_out, LEFT)
    qtbot.mouseClick(clear, LEFT)
    assert told[2:] == [(Sieve.CATEGORY, "")] * 2


def test_the_open_events_count_is_the_maps_alone(window: MainWindow) -> None:
    window.events.show_state(state_of(event_row(1), event_row(2), open_event=EventId(2)))
    shown, strip = (child(window, QListView, name) for name in ("eventsList", "stripList"))
    text = Qt.ItemDataRole.AccessibleTextRole
    words = [str(shown.model().index(n, 0).data(text)) for n in range(2)]
    assert words[0].endswith("40 free")
    assert words[1].endswith("on the map")
    in_strip = [str(strip.model().index(n, 0).data(text)) for n in range(1, 3)]
    assert not any("free" in each for each in in_strip)


@pytest.mark.parametrize("open_event", [None, EventId(200), EventId(902)])
def test_the_strip_shows_what_is_next_under_its_day(
    window: MainWindow, qtbot: QtBot, open_event: EventId | None
) -> None:
    window.map.show_state(map_state())
    window.events.show_state(replace(museum(), open_event=open_event))
    QApplication.processEvents()
    strip = child(window, QListView, "stripList")
    if open_event is None:
        assert current(strip).startswith("Today, 10:01")
    else:
        assert strip.currentIndex().data(Qt.ItemDataRole.UserRole).event.id == open_event
        return
    assert strip.visualRect(strip.currentIndex()).top() == 28  # under the heading that stays
    assert not strip.indexAt(QPoint(50, 5)).flags() & Qt.ItemFlag.ItemIsEnabled
    with qtbot.assertNotEmitted(window.events.event_chosen):
        qtbot.mouseClick(strip.viewport(), LEFT, pos=QPoint(50, 5))
    strip.setFocus()
    qtbot.keyClick(strip, KEY.Key_Down)
    qtbot.keyClick(strip, KEY.Key_Up)
    qtbot.keyClick(strip, KEY.Key_Up)  # over the heading of what is on now
    assert current(strip).startswith("On now, since 10:00")
    with qtbot.waitSignal(window.events.event_chosen) as chosen:
        qtbot.keyClick(strip, KEY.Key_Return)
    assert chosen.args == [41]


def test_names_without_end_and_events_without_a_place_or_an_end_have_their_row(
    window: MainWindow,
) -> None:
    bare = replace(event_row(1), event=event(1, "x" * 300), location=None, organizer="y" * 300)
    rows = (bare, *(replace(each, location=None) for each in slots(8)))
    choices = {Sieve.ORGANIZER: ("y" * 300,)}
    window.events.show_state(state_of(*rows, choices=choices, chosen={Sieve.ORGANIZER: "y" * 300}))
    QApplication.processEvents()
    assert not window.grab().isNull()
    panel = child(window, QWidget, "eventsPanel")
    assert child(window, QWidget, "eventsOrganizer").width() < panel.width()
