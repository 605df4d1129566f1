"""The order's panel, worked with mouse and keys: lines, parked orders, holds, rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import PriceType
from boxoffice.domain.ids import AreaId, EventId, OrderId, Place, PriceTypeId, SalesRuleId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.rules import Breach, Broken, SalesRule
from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.presenters.customer.state import CustomerState
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.state import OrderState, ParkedRow, RuleRow
from boxoffice.tokens.sizes import BODY, LOW
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.theme import typeface
from boxoffice.views.order.delegate import TYPE_AT, plan_of, wrapped
from boxoffice.views.order.items import LineItem, OrderModel, items_of
from boxoffice.views.order.lines import OrderList
from boxoffice.views.order.type_popup import type_rows
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import (
    buyer,
    child,
    crowded_order,
    event,
    line_row,
    map_state,
    order_state,
)

PARKED_AT = datetime(2026, 12, 24, 17, 5, tzinfo=UTC)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def places(*seats: int) -> tuple[Place, ...]:
    return tuple(Place(EventId(1), SeatId(seat)) for seat in seats)


def show(window: MainWindow, state: OrderState) -> None:
    window.order.show_state(state)
    for _ in range(10):
        QApplication.processEvents()


def lines(window: MainWindow) -> OrderList:
    return child(window, OrderList, "orderList")


def words(window: MainWindow) -> list[str]:
    """The rows of the list, as assistive tools have them."""
    model = lines(window).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def press(
    qtbot: QtBot,
    widget: QWidget,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    at: QPoint | None = None,
) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, modifiers, at or widget.rect().center())


def click_row(
    qtbot: QtBot,
    window: MainWindow,
    row: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    shown = lines(window)
    at = shown.visualRect(shown.model().index(row, 0)).center() + QPoint(60, 0)
    press(qtbot, shown.viewport(), modifiers, at)


def selected(window: MainWindow) -> list[int]:
    QApplication.processEvents()
    return sorted(int(place.seat_id) for place in lines(window).selected)


def parked(count: int = 2, left: int | None = 500, **more: object) -> ParkedRow:
    row = ParkedRow(OrderId(9), "", SeatName("Stalls", "C", "1"), count, left, parked_at=PARKED_AT)
    return replace(row, **more)  # type: ignore[arg-type]


# --- lines ---


def of_kinds() -> OrderState:
    """Three of the stalls at full price, one reduced, one on another evening, two standing."""
    standing = [row_of(seat, area="Floor", number="") for seat in (61, 62)]
    return order_state(
        line_row(1),
        line_row(2),
        line_row(9, price_type=2),
        line_row(4, event_id=2),
        line_row(3),
        *standing,
    )


def row_of(seat: int, *, area: str, number: str) -> LineRow:
    row = line_row(seat, area=area)
    line = replace(row.line, area_id=AreaId(9), row=number, number=number)
    return replace(row, line=line)


def test_a_line_is_a_kind_and_says_all_of_itself(window: MainWindow) -> None:
    show(window, of_kinds())
    assert words(window) == [
        "The Tempest, Thu 24 Dec 2026, 18:30",
        "3 × Full price, Stalls B\N{NO-BREAK SPACE}1–3, €96.00",
        "1 × Reduced, Stalls B\N{NO-BREAK SPACE}9, €32.00",
        "2 × Full price, Floor, standing, €64.00",
        "The Tempest, Thu 24 Dec 2026, 18:30",
        "1 × Full price, Stalls B\N{NO-BREAK SPACE}4, €32.00",
    ]
    assert child(window, QLabel, "orderCount").text() == "7 tickets"
    show(window, order_state(line_row(4, event_id=2)))
    assert len(words(window)) == 2


def test_a_line_opens_to_its_seats_by_key_and_by_click(window: MainWindow, qtbot: QtBot) -> None:
    show(window, order_state(*(line_row(seat) for seat in (1, 2, 3))))
    lines(window).setFocus()
    qtbot.keyClick(lines(window), Qt.Key.Key_Return)
    assert words(window)[2:] == [
        f"Stalls, row B, seat {seat}, Full price, €32.00" for seat in (1, 2, 3)
    ]
    assert all(
        lines(window).visualRect(lines(window).model().index(row, 0)).height() == LOW
        for row in (2, 3, 4)
    )
    qtbot.keyClick(lines(window), Qt.Key.Key_Down)
    with qtbot.waitSignal(window.order.give_back_asked) as asked:
        press(qtbot, child(window, QToolButton, "lineRemove"))
    assert asked.args == [places(1)]
    qtbot.keyClick(lines(window), Qt.Key.Key_Left)
    assert len(words(window)) == 2
    click_row(qtbot, window, 1)
    assert len(words(window)) == 5
    click_row(qtbot, window, 1)
    assert len(words(window)) == 2


def test_one_more_and_one_fewer_by_button_and_key(window: MainWindow, qtbot: QtBot) -> None:
    show(window, of_kinds())
    lines(window).setFocus()
    less, more = (child(window, QToolButton, name) for name in ("lineLess", "lineMore"))
    assert less.accessibleName().startswith("One fewer: 3 × Full price, Stalls")
    assert less.size().width() >= LOW
    assert less.size().height() >= LOW
    for work in (lambda: press(qtbot, less), lambda: qtbot.keyClick(lines(window), "-")):
        with qtbot.waitSignal(window.order.give_back_asked) as asked:
            work()
        assert asked.args == [places(3)]
    for work in (lambda: press(qtbot, more), lambda: qtbot.keyClick(lines(window), "+")):
        with qtbot.waitSignal(window.order.more_asked) as wanted:
            work()
        assert wanted.args == [places(1, 2, 3)]


def test_a_share_of_a_line_changes_by_a_number_that_says_what_will_be(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, order_state(*(row_of(seat, area="Floor", number="") for seat in range(1, 13))))
    lines(window).setFocus()
    qtbot.keyClick(lines(window), "4")
    field, popup = (child(window, QWidget, name) for name in ("typeField", "typePopup"))
    assert popup.isVisible()
    outcome = child(window, QLabel, "typeOutcome")
    assert outcome.text() == "4 of 12: which price type?"
    qtbot.keyClicks(field, " re")
    assert outcome.text() == "4 change, 8 stay Full price"
    assert field.accessibleDescription() == outcome.text()
    with qtbot.waitSignal(window.order.price_type_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [places(9, 10, 11, 12), PriceTypeId(2)]
    assert not popup.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClicks(field, "13 re")
    assert outcome.text() == "Only 12 can change"
    with qtbot.assertNotEmitted(window.order.price_type_chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_price_types_are_offered_with_their_price_the_frequent_ones_first() -> None:
    names = ("Full price", "Reduced", "Child", "Press", "Companion", "Member")
    kinds = tuple(
        PriceType(PriceTypeId(i), name, is_default=i == 1) for i, name in enumerate(names, 1)
    )
    prices = tuple(Money.of(str(i), "EUR") for i in range(len(names)))
    row = replace(line_row(1), price_types=kinds, prices=prices)
    state = OrderState(frequent=(PriceTypeId(3),), beside_another=frozenset({PriceTypeId(5)}))
    found = type_rows([row], state)
    assert [each.kind.name for each in found] == [
        "Full price",
        "Child",
        "Reduced",
        "Member",
        "Press",
    ]
    assert [each.price for each in found[:2]] == [prices[0], prices[2]]
    state = replace(state, wheelchairs=frozenset(places(1)))
    assert "Companion" in [each.kind.name for each in type_rows([row], state)]
    other = replace(row, price_types=kinds[:2], prices=(prices[0], prices[0]))
    found = type_rows([row, other], state)
    assert [(each.kind.name, each.price) for each in found] == [
        ("Full price", prices[0]),
        ("Reduced", None),
    ]


def test_a_click_on_the_plus_of_a_type_takes_one_more_at_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, order_state(*(line_row(seat) for seat in (1, 2, 3))))
    qtbot.keyClick(window, Qt.Key.Key_F8)
    types = child(window, QListWidget, "typeList")
    at = types.visualItemRect(types.item(1)).topLeft() + QPoint(18, 16)
    with qtbot.waitSignal(window.order.price_type_chosen) as chosen:
        press(qtbot, types.viewport(), at=at)
    assert chosen.args == [places(3), PriceTypeId(2)]
    show(window, order_state(line_row(1), line_row(2), line_row(3, price_type=2)))
    with qtbot.waitSignal(window.order.price_type_chosen) as chosen:
        press(qtbot, types.viewport(), at=at)
    assert chosen.args == [places(2), PriceTypeId(2)]
    child(window, QWidget, "typePopup").close()


@pytest.mark.parametrize("width", [320, 344, 372, 440])
@pytest.mark.parametrize("count", [1, 3, 30])
def test_no_place_is_cut(window: MainWindow, width: int, count: int) -> None:
    """Where it does not fit it loses its section, or the line grows."""
    for area in ("Stalls", "Balcony on the left side of the house"):
        rows = [line_row(2 * seat + 1, area=area) for seat in range(count)]
        [_, item] = items_of(order_state(*rows), (), LocaleFormats("en"))
        assert isinstance(item, LineItem)
        plan = plan_of(item, width, "1,096.00")
        metrics = QFontMetrics(typeface(BODY))
        assert "…" not in plan.place
        if plan.is_below:
            assert plan.place == item.place
            assert plan.height >= 32 + plan.place_height
        else:
            assert metrics.horizontalAdvance(plan.place) <= width - TYPE_AT - plan.type_width - 92


def test_sixty_tickets_are_seen_without_scrolling(window: MainWindow) -> None:
    rows = [
        line_row(20 * event + seat, event_id=event, price_type=1 + seat // 10)
        for event in (1, 2, 3)
        for seat in range(20)
    ]
    show(window, order_state(*rows))
    shown = lines(window)
    assert child(window, QLabel, "orderCount").text() == "60 tickets"
    last = shown.visualRect(shown.model().index(len(words(window)) - 1, 0))
    assert len(words(window)) == 9
    assert shown.viewport().rect().contains(last)
    assert not shown.verticalScrollBar().isVisible()


def test_lines_are_selected_like_in_every_list(window: MainWindow, qtbot: QtBot) -> None:
    show(window, of_kinds())
    click_row(qtbot, window, 2)
    assert selected(window) == [9]
    click_row(qtbot, window, 3, SHIFT)
    assert selected(window) == [9, 61, 62]
    click_row(qtbot, window, 5, CTRL)
    assert selected(window) == [4, 9, 61, 62]
    with qtbot.waitSignal(window.order.price_type_chosen) as chosen:
        qtbot.keyClick(window, Qt.Key.Key_F8)
        qtbot.keyClicks(child(window, QWidget, "typeField"), "red")
        qtbot.keyClick(child(window, QWidget, "typeField"), Qt.Key.Key_Return)
    assert {int(place.seat_id) for place in chosen.args[0]} == {4, 61, 62}


def test_lines_are_selected_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    show(window, of_kinds())
    shown = lines(window)
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert selected(window) == [9]
    qtbot.keyClick(shown, Qt.Key.Key_A, CTRL)
    assert selected(window) == [1, 2, 3, 4, 9, 61, 62]
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert selected(window) == []
    assert not child(window, QFrame, "orderAsk").isVisible()


def test_delete_gives_back_what_is_selected_or_has_the_focus_and_asks_about_many(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, of_kinds())
    shown = lines(window)
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.order.give_back_asked) as asked:
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert asked.args == [places(9)]
    qtbot.keyClick(shown, Qt.Key.Key_A, CTRL)
    with qtbot.assertNotEmitted(window.order.give_back_asked):
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
    with qtbot.waitSignal(window.order.give_back_asked) as asked:
        qtbot.keyClick(child(window, QPushButton, "orderAskYes"), Qt.Key.Key_Space)
    assert len(asked.args[0]) == 7


def test_the_focus_stays_in_the_order_when_its_line_goes(window: MainWindow) -> None:
    window.map.show_state(map_state())
    show(window, of_kinds())
    shown = lines(window)
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(2, 0))
    show(window, order_state(line_row(1), line_row(9, price_type=1)))
    assert shown.hasFocus()
    assert shown.currentIndex().row() == 1  # the same seat is in another line by now
    show(window, OrderState())
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.map.isAncestorOf(focused)
    assert not isinstance(focused, QLineEdit)


def test_a_selected_line_that_goes_is_selected_no_more(window: MainWindow, qtbot: QtBot) -> None:
    show(window, of_kinds())
    click_row(qtbot, window, 2)
    show(window, order_state(line_row(1)))
    show(window, of_kinds())
    assert selected(window) == []


def test_a_second_of_the_countdown_touches_no_line(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = order_state(*(line_row(seat) for seat in range(1, 61)))
    show(window, state)
    touched: list[object] = []
    monkeypatch.setattr(OrderModel, "show_items", lambda *items: touched.append(items))
    for left in range(580, 570, -1):
        show(window, replace(state, hold_seconds=left))
    assert touched == []


def test_a_rule_and_a_cancelled_event_mark_their_lines() -> None:
    rule = SalesRule(SalesRuleId(1), "pairs", price_type_id=PriceTypeId(2), step=2)
    broken = RuleRow(Broken(rule, Breach.NO_MULTIPLE, 1, 2))
    state = replace(of_kinds(), broken=(broken,), called_off=(event(2),))
    items = [i for i in items_of(state, (), LocaleFormats("en")) if isinstance(i, LineItem)]
    assert [item.is_marked for item in items] == [False, True, False, False]
    assert [item.is_called_off for item in items] == [False, False, False, True]


# --- several orders ---


def test_a_parked_order_is_a_button_with_name_seats_and_hold(
    window: MainWindow, qtbot: QtBot
) -> None:
    rows = (
        parked(),
        parked(3, 119, name="Schmidt", total=Money.of("96", "EUR")),
        parked(1, 25, buyer="Ada Lovelace"),
    )
    show(window, OrderState(parked=rows))
    last, middle, first = (child(window, QPushButton, f"parked-{n}") for n in (0, 1, 2))
    assert first.accessibleName() == "Resume 17:05, Stalls, row C, seat 1 · 2 seats · 8:20"
    assert middle.text() == "Schmidt · €96.00 · 3 seats · 1:59"
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
    lines(window).setFocus()
    qtbot.keyClick(lines(window), Qt.Key.Key_Escape)
    yes = child(window, QPushButton, "orderAskYes")
    assert child(window, QLabel, "orderAskWords").text() == "Give back 2 seats?"
    keep = child(window, QPushButton, "orderAskNo")
    assert keep.hasFocus()
    qtbot.keyClick(keep, Qt.Key.Key_Escape)
    assert asked.count() == 0
    assert lines(window).hasFocus()
    qtbot.keyClick(lines(window), Qt.Key.Key_Escape)
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


def test_the_lines_and_their_controls_come_right_after_the_map(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.map.show_state(map_state())
    show(window, of_kinds())
    shown = lines(window)
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Backtab)
    before = QApplication.focusWidget()
    assert before is not None
    assert window.map.isAncestorOf(before)
    shown.setFocus()
    for name in ("lineLess", "lineMore", "lineType"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is child(window, QWidget, name)
    with qtbot.waitSignal(window.order.more_asked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


@pytest.mark.parametrize("is_adding", [False, True])
def test_on_a_low_screen_all_below_the_lines_is_come_to_and_pay_is_there(
    window: MainWindow, is_adding: bool
) -> None:
    """A screen of 1366 x 768 at 150 %."""
    window.resize(911, 512)
    found = (buyer(), buyer("Bo"))
    customer = CustomerState(is_open=True, search="a", is_adding=is_adding, found=found)
    window.order.customer.show_state(customer)
    seat = SeatName("Stalls", "C", "1")
    parked = tuple(ParkedRow(OrderId(9 + n), f"Party {n}", seat, 3, 90) for n in range(5))
    show(window, replace(crowded_order(), parked=parked))
    scroll, pay = child(window, QScrollArea, "orderScroll"), child(window, QPushButton, "payButton")
    reached = []
    for target in (*scroll.findChildren(QPushButton), *scroll.findChildren(QLineEdit)):
        if target.isVisible() and target.isEnabled() and not target.objectName().startswith("park"):
            target.setFocus()
            QApplication.processEvents()
            assert target.visibleRegion().boundingRect() == target.rect(), target.objectName()
            reached.append(target.objectName())
        assert pay.visibleRegion().boundingRect() == pay.rect()
    assert {"insteadButton", "clearButton"} <= set(reached)
    assert ("customerAdd" if is_adding else "customerNew") in reached


def test_f8_says_so_where_there_is_no_price_type_for_all(window: MainWindow, qtbot: QtBot) -> None:
    other = replace(line_row(2), price_types=(PriceType(PriceTypeId(8), "Museum"),))
    show(window, order_state(line_row(1), other))
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert not child(window, QFrame, "typePopup").isVisible()
    assert "no price type for all" in child(window, QLabel, "messageBar").text()


@pytest.mark.usefixtures("dressed")
def test_no_run_of_seats_is_broken_where_a_place_has_lines() -> None:
    runs = ", ".join(f"{n}–{n + 5}" for n in range(1, 60, 7))
    flags, words = wrapped(f"Stalls B {runs}", 330)
    layout = QTextLayout(words, typeface(BODY))
    option = QTextOption()
    assert flags == int(Qt.TextFlag.TextWordWrap)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    ends = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(330)
        ends.append(words[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    assert len(ends) > 1
    assert all(each.endswith(",") for each in ends[:-1])
    assert wrapped("x" * 300, 330)[0] & int(Qt.TextFlag.TextWrapAnywhere)
