"""The order's panel, worked with mouse and keys: lines, parked orders, holds, rules."""

from __future__ import annotations

import time
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

from boxoffice.domain.ids import EventId, OrderId, Place, SalesRuleId, SeatId
from boxoffice.domain.rules import Breach, Broken, SalesRule
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.states import OrderState, ParkedRow, RuleRow, SeatName
from boxoffice.views.formats import LocaleFormats
from boxoffice.views.main_window import MainWindow
from boxoffice.views.order_line import OrderLineView
from boxoffice.views.rule_words import rule_words
from tests.views.conftest import child, event, line_row, map_state, order_state

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
    qtbot: QtBot, widget: QWidget,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, at: QPoint | None = None,
) -> None:  # fmt: skip
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, modifiers, at or widget.rect().center())


def select(
    qtbot: QtBot, window: MainWindow, seat: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:  # fmt: skip
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
    began = time.perf_counter()
    for left in range(580, 570, -1):
        show(window, replace(state, hold_seconds=left))
    assert touched == []
    assert time.perf_counter() - began < 1.0
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
    ending = replace(state, notice=Notice.warning(Code.HOLD_ENDING))
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


# --- rules and advice ---


def rule(kind: Breach, counted: int, limit: int = 0, **more: object) -> RuleRow:
    names = {
        "event": "",
        "price_type": "",
        "category": "",
        "other_type": "",
        "gaps": (),
        "until": None,
    }
    own = {name: more.pop(name, default) for name, default in names.items()}
    broken = Broken(SalesRule(SalesRuleId(1), "rule"), kind, counted, limit, **more)  # type: ignore[arg-type]
    return RuleRow(broken, **own)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (rule(Breach.TOO_FEW, 1, 2, event="Faust"), "Faust: At least 2 seats; 1 in the order."),
        (rule(Breach.TOO_MANY, 12, 10), "At most 10 seats; 12 in the order."),
        (
            rule(Breach.TOO_MANY, 3, 2, price_type="Child", category="Gold"),
            "At most 2 × Child, Gold; 3 in the order.",
        ),
        (
            rule(Breach.NO_MULTIPLE, 5, 4, until=datetime(2026, 12, 24, 18, 30, tzinfo=UTC)),
            "Only in sets of 4 seats; 5 in the order. (until Thu 24 Dec 2026, 18:30)",
        ),
        (
            rule(
                Breach.RATIO, 2, 1, price_type="Companion", other_type="Wheelchair",
                others=1, needed=2,
            ),
            "2 × Companion need 2 × Wheelchair; 1 in the order.",
        ),
        (
            rule(Breach.RATIO, 2, price_type="Companion", other_type="Wheelchair", needed=2),
            "2 × Companion need 2 × Wheelchair; none in the order.",
        ),
        (
            rule(Breach.RATIO, 1, price_type="Companion", other_type="Wheelchair", needed=1),
            "1 × Companion needs 1 × Wheelchair; none in the order.",
        ),
        (
            rule(Breach.RATIO, 2, price_type="Companion", other_type="Wheelchair"),
            "Not to be sold in this order: 2 × Companion.",
        ),
        (
            rule(Breach.SINGLE_GAP, 2, gaps=(SeatName("Stalls", "B", "3"),)),
            "A single seat is left alone: Stalls, row B, seat 3.",
        ),
        (rule(Breach.SINGLE_GAP, 2), "A single seat is left alone."),
    ],
)  # fmt: skip
def test_what_a_rule_says(row: RuleRow, words: str, formats: LocaleFormats) -> None:
    assert rule_words(row, formats) == words


def test_every_breach_has_words(formats: LocaleFormats) -> None:
    for kind in Breach:
        assert rule_words(rule(kind, 1, 2, needed=1), formats)


def test_the_way_to_pay_says_what_is_in_the_way(window: MainWindow) -> None:
    rows = tuple(rule(Breach.TOO_MANY, 12, most) for most in range(2, 8))
    show(window, order_state(line_row(1), broken=rows, can_pay=False))
    pay, words = child(window, QPushButton, "payButton"), child(window, QLabel, "orderRules")
    assert not pay.isEnabled()
    assert "At most 7 seats" in pay.accessibleDescription()
    assert "At most 7 seats" in pay.toolTip()
    assert words.text().splitlines()[-1] == "… and 2 more"
    assert "At most 7 seats" in words.toolTip()
    show(window, order_state(line_row(1)))
    assert (pay.isEnabled(), pay.toolTip(), words.isVisible()) == (True, "", False)


def test_a_seat_left_alone_is_advice_with_a_way_past_it(window: MainWindow, qtbot: QtBot) -> None:
    alone = (SeatName("Stalls", "B", "3"),)
    show(window, order_state(line_row(1), left_alone=alone))
    anyway = child(window, QPushButton, "sellAnyway")
    with qtbot.waitSignal(window.order.anyway_asked):
        press(qtbot, anyway)
    forbidden = rule(Breach.SINGLE_GAP, 1, gaps=alone)
    show(window, order_state(line_row(1), left_alone=alone, broken=(forbidden,), can_pay=False))
    assert not anyway.isVisible()
    assert not child(window, QLabel, "orderLeftAlone").isVisible()


def test_a_cancelled_event_is_told_and_its_seats_go_back_by_one_press(
    window: MainWindow, qtbot: QtBot
) -> None:
    rows = (line_row(1), line_row(2, event_id=2), line_row(3))
    off = (event(1, "The Tempest"),)
    alone = (SeatName("Stalls", "B", "3"),)
    show(window, order_state(*rows, called_off=off, left_alone=alone, can_pay=False))
    told = child(window, QLabel, "orderCalledOff")
    assert told.text() == "The Tempest was cancelled; its seats are sold no more."
    assert told.text() in child(window, QPushButton, "payButton").accessibleDescription()
    assert not child(window, QPushButton, "sellAnyway").isVisible()
    with qtbot.waitSignal(window.order.give_back_asked) as asked:
        press(qtbot, child(window, QPushButton, "giveBackCalledOff"))
    assert [place.seat_id for place in asked.args[0]] == [1, 3]
    show(window, order_state(*rows[1:2]))
    assert not told.isVisible()


def test_the_nearest_seat_is_offered_by_name(window: MainWindow, qtbot: QtBot) -> None:
    show(window, OrderState(instead=(SeatName("Stalls", "B", "14"),)))
    offer = child(window, QPushButton, "insteadButton")
    assert offer.text() == "Take Stalls, row B, seat 14 instead"
    with qtbot.waitSignal(window.order.instead_asked):
        press(qtbot, offer)


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
    assert yes.hasFocus()
    qtbot.keyClick(yes, Qt.Key.Key_Escape)
    assert asked.count() == 0
    assert line(window, 1).hasFocus()
    qtbot.keyClick(line(window, 1), Qt.Key.Key_Escape)
    qtbot.keyClick(yes, Qt.Key.Key_Return)
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
