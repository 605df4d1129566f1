"""The order's panel, worked with mouse and keys: lines, parked orders, holds, rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.state import OrderState, ParkedRow
from boxoffice.views.order.line import OrderLineView
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import child, line_row, map_state, order_state

PARKED_AT = datetime(2026, 12, 24, 17, 5, tzinfo=UTC)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def places(*seats: int) -> tuple[Place, ...]:
    return tuple(Place(EventId(1), SeatId(seat)) for seat in seats)


def show(window: MainWindow, state: OrderState) -> None:
    window.order.show_state(state)
    for _ in range(10):
        QApplication.processEvents()


def line(window: MainWindow, seat: int, event: int = 1) -> OrderLineView:
    return child(window, OrderLineView, f"orderLine-{event}-{seat}")


def press(
    qtbot: QtBot,
    widget: QWidget,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    at: QPoint | None = None,
) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, modifiers, at or widget.rect().center())


def select(
    qtbot: QtBot,
    window: MainWindow,
    seat: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    press(qtbot, line(window, seat), modifiers, QPoint(3, 12))


def selected(window: MainWindow) -> list[int]:
    QApplication.processEvents()
    lines = window.order.findChildren(OrderLineView)
    return sorted(int(x.place.seat_id) for x in lines if x.isVisible() and x.property("selected"))


def parked(count: int = 2, left: int | None = 500, **more: object) -> ParkedRow:
    row = ParkedRow(OrderId(9), "", SeatName("Stalls", "C", "1"), count, left, parked_at=PARKED_AT)
    return replace(row, **more)  # type: ignore[arg-type]


# --- lines ---


def test_lines_stand_under_their_event_and_area(window: MainWindow) -> None:
    rows = (line_row(1), line_row(4, event_id=2), line_row(2), line_row(3))
    show(window, order_state(*rows))
    assert child(window, QLabel, "orderEvent-1").text() == "The Tempest"
    assert child(window, QLabel, "orderEventTime-1").text() == "Thu 24 Dec 2026, 18:30"
    assert child(window, QLabel, "orderArea-1-2").text() == "Stalls · 3 seats"
    assert child(window, QLabel, "orderArea-2-2").text().startswith("Stalls · 1 seat")
    order = [line(window, 1), line(window, 2), line(window, 3), line(window, 4, event=2)]
    tops = [each.y() for each in order]
    assert tops == sorted(tops)
    assert (
        child(window, QLabel, "orderArea-2-2").mapTo(window, QPoint()).y()
        > order[2].mapTo(window, QPoint()).y()
    )
    show(window, order_state(line_row(4, event_id=2)))
    assert [x.text() for x in window.findChildren(QLabel, "orderEvent-2")] == ["The Tempest"]
    assert not any(x.isVisible() for x in window.findChildren(QLabel, "orderEvent-1"))


def test_lines_are_selected_like_in_every_list(window: MainWindow, qtbot: QtBot) -> None:
    show(window, order_state(*(line_row(seat) for seat in (1, 2, 3, 4))))
    select(qtbot, window, 2)
    assert selected(window) == [2]
    select(qtbot, window, 4, SHIFT)
    assert selected(window) == [2, 3, 4]
    select(qtbot, window, 3, CTRL)
    assert selected(window) == [2, 4]
    select(qtbot, window, 1)
    assert selected(window) == [1]
    select(qtbot, window, 1)
    assert selected(window) == []


def test_lines_are_selected_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    show(window, order_state(*(line_row(seat) for seat in (1, 2, 3))))
    line(window, 1).setFocus()
    qtbot.keyClick(line(window, 1), Qt.Key.Key_Space)
    assert "selected" in line(window, 1).accessibleName()
    qtbot.keyClick(line(window, 1), Qt.Key.Key_Down)
    assert line(window, 2).hasFocus()
    qtbot.keyClick(line(window, 2), Qt.Key.Key_Space)
    assert selected(window) == [1, 2]
    qtbot.keyClick(line(window, 2), Qt.Key.Key_A, CTRL)
    assert selected(window) == [1, 2, 3]
    qtbot.keyClick(line(window, 2), Qt.Key.Key_Escape)
    assert selected(window) == []
    assert not child(window, QFrame, "orderAsk").isVisible()


def test_a_price_type_for_the_selected_lines_only(window: MainWindow, qtbot: QtBot) -> None:
    show(window, order_state(*(line_row(seat) for seat in (1, 2, 3))))
    types = child(window, QComboBox, "allPriceTypes")
    assert types.itemText(0) == "All seats at … (F8)"
    select(qtbot, window, 1)
    select(qtbot, window, 3, CTRL)
    assert types.itemText(0) == "2 selected seats at … (F8)"
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert types.view().isVisible()
    types.hidePopup()
    with qtbot.waitSignal(window.order.price_type_chosen) as chosen:
        qtbot.keyClick(types, Qt.Key.Key_Down)
    assert chosen.args[0] == places(1, 3)


def test_delete_gives_back_what_is_selected_or_has_the_focus(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, order_state(*(line_row(seat) for seat in (1, 2, 3))))
    line(window, 2).setFocus()
    with qtbot.waitSignal(window.order.give_back_asked) as asked:
        qtbot.keyClick(line(window, 2), Qt.Key.Key_Delete)
    assert asked.args == [places(2)]
    qtbot.keyClick(line(window, 2), Qt.Key.Key_A, CTRL)
    with qtbot.waitSignal(window.order.give_back_asked) as asked:
        qtbot.keyClick(line(window, 2), Qt.Key.Key_Delete)
    assert asked.args == [places(1, 2, 3)]


def test_the_focus_stays_in_the_order_when_its_line_goes(window: MainWindow) -> None:
    window.map.show_state(map_state())
    show(window, order_state(line_row(1), line_row(2), line_row(3)))
    line(window, 2).setFocus()
    show(window, order_state(line_row(1), line_row(3)))
    assert line(window, 3).hasFocus()
    show(window, order_state(line_row(1)))
    assert line(window, 1).hasFocus()
    show(window, OrderState())
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.map.isAncestorOf(focused)
    assert not isinstance(focused, QLineEdit)


def test_a_selected_line_that_goes_is_selected_no_more(window: MainWindow, qtbot: QtBot) -> None:
    show(window, order_state(line_row(1), line_row(2)))
    select(qtbot, window, 2)
    show(window, order_state(line_row(1)))
    show(window, order_state(line_row(1), line_row(2)))
    assert selected(window) == []


def test_a_second_of_the_countdown_touches_no_line(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = order_state(*(line_row(seat) for seat in range(1, 61)))
    show(window, state)
    lines = {x.objectName(): x for x in window.order.findChildren(OrderLineView)}
    assert len(lines) == 60
    touched = []
    monkeypatch.setattr(OrderLineView, "show_row", lambda *line: touched.append(line))
    for left in range(580, 570, -1):
        show(window, replace(state, hold_seconds=left))
    assert touched == []
    assert {x.objectName(): x for x in window.order.findChildren(OrderLineView)} == lines


def test_a_big_party_comes_in_slices_and_is_whole_in_the_end(
    window: MainWindow, qtbot: QtBot
) -> None:
    def there() -> list[str]:
        lines = window.order.findChildren(OrderLineView)
        return [x.objectName() for x in lines if x.isVisible()]

    window.order.show_state(order_state(*(line_row(seat) for seat in range(1, 61))))
    window.order.show_state(order_state(*(line_row(seat) for seat in range(11, 71))))
    qtbot.waitUntil(lambda: len(there()) == 60)
    assert set(there()) == {f"orderLine-1-{seat}" for seat in range(11, 71)}
    select(qtbot, window, 70)
    assert selected(window) == [70]


# --- several orders ---


def test_a_parked_order_is_a_button_with_name_seats_and_hold(
    window: MainWindow, qtbot: QtBot
) -> None:
    rows = (parked(), parked(3, 119, name="Schmidt"), parked(1, 25, buyer="Ada Lovelace"))
    show(window, OrderState(parked=rows))
    last, middle, first = (child(window, QPushButton, f"parked-{n}") for n in (0, 1, 2))
    assert first.accessibleName() == "Resume 17:05, Stalls, row C, seat 1 · 2 seats · 8:20"
    assert middle.text() == "Schmidt · 3 seats · 1:59"
    assert (first.property("mood"), middle.property("mood")) == ("", "warning")
    assert last.property("mood") == "ending"
    with qtbot.waitSignal(window.order.resume_asked) as asked:
        press(qtbot, middle)
    assert asked.args == [1]
    assert not child(window, QPushButton, "parkedKeep-1").isVisible()
    with qtbot.waitSignal(window.order.keep_parked_asked) as kept:
        press(qtbot, child(window, QPushButton, "parkedKeep-0"))
    assert kept.args == [2]


def test_many_parked_orders_can_all_be_reached(window: MainWindow, qtbot: QtBot) -> None:
    show(window, OrderState(parked=tuple(parked(name=f"n{i}") for i in range(9))))
    first = child(window, QPushButton, "parked-8")
    first.setFocus()
    with qtbot.waitSignal(window.order.resume_asked) as asked:
        qtbot.keyClick(first, Qt.Key.Key_Space)
    assert asked.args == [0]


def test_the_order_gets_its_name_in_the_panel_and_enter_parks_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, OrderState())
    name = child(window, QLineEdit, "orderName")
    assert not name.isVisible()
    show(window, order_state(line_row(1)))
    typed = QSignalSpy(window.order.name_typed)
    name.setFocus()
    qtbot.keyClicks(name, "Max ")
    assert typed.at(typed.count() - 1) == ["Max "]
    show(window, order_state(line_row(1), name="Max"))
    assert name.text() == "Max "
    with qtbot.waitSignal(window.order.park_asked):
        qtbot.keyClick(name, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.park_asked):
        qtbot.keyClick(name, Qt.Key.Key_F6)
    show(window, order_state(line_row(2)))
    assert name.text() == ""


def test_f6_parks_nothing_under_a_payment(window: MainWindow, qtbot: QtBot) -> None:
    show(window, order_state(line_row(1)))
    window.show_payment(True)
    asked = QSignalSpy(window.park_asked)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert asked.count() == 0


# --- the hold ---


def test_at_half_a_minute_the_panel_asks_and_takes_no_focus(
    window: MainWindow, qtbot: QtBot
) -> None:
    state = order_state(line_row(1))
    show(window, state)
    name = child(window, QLineEdit, "orderName")
    name.setFocus()
    strip = child(window, QFrame, "holdStrip")
    ending = replace(state, notice=Notice.warning(Code.HOLD_ENDING), hold_is_ending=True)
    show(window, replace(ending, hold_seconds=31))
    assert not strip.isVisible()
    assert child(window, QLabel, "orderNotice").isVisible()
    show(window, replace(ending, hold_seconds=30))
    assert strip.isVisible()
    assert name.hasFocus()
    assert not child(window, QLabel, "orderNotice").isVisible()
    assert child(window, QLabel, "holdStripWords").text() == "0:30 left"
    keep = child(window, QPushButton, "keepButton")
    keep.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(window.order.keep_asked):
            qtbot.keyClick(keep, key)
    with qtbot.waitSignal(window.keep_asked):
        qtbot.keyClick(window, Qt.Key.Key_F6, SHIFT)


# --- what takes its time ---


def test_what_takes_longer_than_a_moment_is_seen_to_go_on(window: MainWindow, qtbot: QtBot) -> None:
    bar = child(window, QProgressBar, "orderProgress")
    show(window, order_state(line_row(1), is_busy=True, can_pay=False))
    assert not bar.isVisible()
    show(window, order_state(line_row(1)))
    assert not bar.isVisible()
    show(window, OrderState(is_busy=True))  # the best seats are asked for
    show(window, OrderState(is_busy=True, hold_seconds=3))
    qtbot.waitUntil(bar.isVisible)
    show(window, order_state(line_row(1)))
    assert not bar.isVisible()


# --- asking first ---


@pytest.mark.parametrize("count", [4, 5])
def test_clearing_asks_where_there_are_more_than_four(
    window: MainWindow, qtbot: QtBot, count: int
) -> None:
    show(window, order_state(*(line_row(seat) for seat in range(count))))
    asked = QSignalSpy(window.order.clear_asked)
    press(qtbot, child(window, QPushButton, "clearButton"))
    assert asked.count() == (1 if count == 4 else 0)
    assert child(window, QFrame, "orderAsk").isVisible() == (count == 5)


def test_escape_asks_before_it_drops_the_order(window: MainWindow, qtbot: QtBot) -> None:
    show(window, order_state(line_row(1), line_row(2)))
    asked = QSignalSpy(window.order.clear_asked)
    line(window, 1).setFocus()
    qtbot.keyClick(line(window, 1), Qt.Key.Key_Escape)
    yes = child(window, QPushButton, "orderAskYes")
    assert child(window, QLabel, "orderAskWords").text() == "Give back 2 seats?"
    keep = child(window, QPushButton, "orderAskNo")
    assert keep.hasFocus()
    qtbot.keyClick(keep, Qt.Key.Key_Escape)
    assert asked.count() == 0
    assert line(window, 1).hasFocus()
    qtbot.keyClick(line(window, 1), Qt.Key.Key_Escape)
    qtbot.keyClick(yes, Qt.Key.Key_Space)
    assert asked.count() == 1
    assert not child(window, QFrame, "orderAsk").isVisible()


def test_a_question_about_an_order_that_changed_is_withdrawn(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, order_state(line_row(1), line_row(2)))
    qtbot.keyClick(window.order, Qt.Key.Key_Escape)
    assert child(window, QFrame, "orderAsk").isVisible()
    show(window, order_state(line_row(3)))
    assert not child(window, QFrame, "orderAsk").isVisible()
