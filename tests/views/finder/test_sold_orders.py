"""The page of sold orders, the customer strip and parked orders, by mouse and keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from boxoffice.domain.ids import EventId, OrderId, Place, PriceTypeId, SeatId
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.customer.state import CustomerState
from boxoffice.presenters.finder.state import FinderState
from boxoffice.presenters.order.state import OrderState, ParkedRow
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import buyer, child, crowded_order, found_order, line_row, order_state

LEFT = Qt.MouseButton.LeftButton
SEAT = Place(EventId(1), SeatId(1))


def show(window: MainWindow, state: FinderState) -> None:
    window.finder.show_state(state)
    window.show_finder(state.is_shown)


def test_f7_asks_for_the_page_and_escape_leaves_it(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.find_order_asked):
        qtbot.keyClick(window, Qt.Key.Key_F7)
    show(window, replace(found_order(), opened=None))
    field = child(window, QLineEdit, "finderSearch")
    assert QApplication.focusWidget() is field
    with qtbot.waitSignal(window.finder.search_changed) as typed:
        qtbot.keyClicks(field, "7")
    assert "7" in typed.args[0]
    with qtbot.waitSignal(window.finder.enter_asked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.finder.leave_asked):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_an_order_is_chosen_by_keys_and_by_a_click(window: MainWindow, qtbot: QtBot) -> None:
    show(window, replace(found_order(), opened=None))
    field = child(window, QLineEdit, "finderSearch")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    orders = child(window, QListWidget, "finderList")
    assert QApplication.focusWidget() is orders
    with qtbot.waitSignal(window.finder.order_chosen) as chosen:
        qtbot.keyClick(orders, Qt.Key.Key_Return)
    assert chosen.args == [OrderId(17)]
    at = orders.visualItemRect(orders.item(0)).center()
    with qtbot.waitSignal(window.finder.order_chosen):
        qtbot.mouseClick(orders.viewport(), LEFT, pos=at)


def test_giving_back_asks_first_and_says_what_the_buyer_gets(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, found_order())
    give_back = child(window, QPushButton, "foundGiveBack")
    assert not give_back.isEnabled()
    qtbot.mouseClick(child(window, QCheckBox, "foundSeat-1-1"), LEFT)
    with qtbot.assertNotEmitted(window.finder.give_back_asked):
        qtbot.mouseClick(give_back, LEFT)
    assert "€32.00" in child(window, QLabel, "foundAskWords").text()
    keep, yes = (child(window, QPushButton, f"foundAsk{name}") for name in ("No", "Yes"))
    assert QApplication.focusWidget() is keep
    assert not yes.isEnabled()  # nobody knows here how it was paid
    with qtbot.assertNotEmitted(window.finder.give_back_asked):
        qtbot.keyClick(keep, Qt.Key.Key_Return)
    assert not yes.isVisible()
    qtbot.mouseClick(give_back, LEFT)
    qtbot.mouseClick(child(window, QPushButton, "foundWayCard"), LEFT)
    assert "€32.00 to the card" in child(window, QLabel, "foundAskWords").text()
    yes.setFocus()
    with qtbot.waitSignal(window.finder.give_back_asked) as asked:
        qtbot.keyClick(yes, Qt.Key.Key_Return)
    assert asked.args == [(SEAT,), PaymentKind.CARD]


def test_the_seat_by_which_it_was_found_is_chosen(window: MainWindow) -> None:
    state = found_order()
    assert state.opened is not None
    show(window, replace(state, opened=replace(state.opened, named=frozenset({SEAT}))))
    assert child(window, QCheckBox, "foundSeat-1-1").isChecked()
    assert child(window, QPushButton, "foundGiveBack").isEnabled()
    show(window, state)
    assert not child(window, QPushButton, "foundGiveBack").isEnabled()


def test_cancel_and_exchange_are_of_all_seats_where_none_is_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    state = found_order()
    assert state.opened is not None
    total = state.opened.order.total
    voucher = Payment(PaymentKind.VOUCHER, total, total)
    show(window, replace(state, opened=replace(state.opened, payments=(voucher,))))
    yes = child(window, QPushButton, "foundAskYes")
    qtbot.mouseClick(child(window, QPushButton, "foundCancel"), LEFT)
    with qtbot.waitSignal(window.finder.give_back_asked) as cancelled:
        qtbot.mouseClick(yes, LEFT)
    assert cancelled.args == [(SEAT,), PaymentKind.VOUCHER]  # as it was paid
    qtbot.mouseClick(child(window, QPushButton, "foundExchange"), LEFT)
    with qtbot.waitSignal(window.finder.exchange_asked) as exchanged:
        qtbot.mouseClick(yes, LEFT)
    assert exchanged.args == [(SEAT,)]


def test_another_price_type_is_chosen_from_a_menu_that_says_the_difference(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, found_order())
    types = child(window, QPushButton, "foundTypes")
    menu = child(window, QMenu, "foundTypesMenu")
    types.setFocus()
    qtbot.keyClick(types, Qt.Key.Key_Space)
    qtbot.waitUntil(menu.isVisible)
    assert [each.text() for each in menu.actions()] == ["Reduced · the buyer gets €10.00"]
    with qtbot.assertNotEmitted(window.finder.price_type_asked):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    words = child(window, QLabel, "foundAskWords").text()
    assert "as Reduced" in words
    assert "the buyer gets €10.00" in words
    with qtbot.waitSignal(window.finder.price_type_asked) as asked:
        qtbot.keyClick(child(window, QPushButton, "foundAskYes"), Qt.Key.Key_Space)
    assert asked.args == [(SEAT,), PriceTypeId(2)]


def test_where_there_is_no_other_price_type_none_is_offered(window: MainWindow) -> None:
    state = found_order()
    assert state.opened is not None
    show(window, replace(state, opened=replace(state.opened, prices={})))
    assert not child(window, QPushButton, "foundTypes").isEnabled()


def test_nothing_can_be_done_twice_or_to_a_cancelled_order(window: MainWindow) -> None:
    state = found_order()
    names = ("foundExchange", "foundGiveBack", "foundCancel")
    show(window, replace(state, is_busy=True))
    assert not any(child(window, QPushButton, name).isEnabled() for name in names)
    assert state.opened is not None
    order = replace(state.opened.order, status=OrderStatus.CANCELLED)
    show(window, replace(state, opened=replace(state.opened, order=order)))
    assert not any(child(window, QPushButton, name).isEnabled() for name in names)
    assert "cancelled" in child(window, QLabel, "foundTitle").text()


def test_a_customer_is_searched_and_taken_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    strip = window.order.customer
    with qtbot.waitSignal(window.customer_asked):
        qtbot.keyClick(window, Qt.Key.Key_F4)
    strip.show_state(CustomerState(is_open=True))
    field = child(window, QLineEdit, "customerSearch")
    assert QApplication.focusWidget() is field
    with qtbot.waitSignal(strip.search_changed):
        qtbot.keyClicks(field, "a")
    strip.show_state(CustomerState(is_open=True, search="a", found=(buyer(),)))
    with qtbot.waitSignal(strip.first_asked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    first = child(window, QPushButton, "customer-0")
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.keyClick(first, Qt.Key.Key_Space)
    assert chosen.args == [buyer()]
    strip.show_state(CustomerState(chosen=buyer()))
    assert "Ada Lovelace" in child(window, QLabel, "customerName").text()


def test_enter_in_the_search_opens_the_form_and_does_not_send_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    strip = window.order.customer
    strip.first_asked.connect(
        lambda: strip.show_state(CustomerState(is_open=True, search="Ada Love", is_adding=True))
    )
    strip.show_state(CustomerState(is_open=True, search="Ada Love"))
    with qtbot.assertNotEmitted(strip.add_asked):
        qtbot.keyClick(child(window, QLineEdit, "customerSearch"), Qt.Key.Key_Return)
    first = child(window, QLineEdit, "customerFirst")
    assert (first.text(), child(window, QLineEdit, "customerLast").text()) == ("Ada", "Love")
    with qtbot.waitSignal(strip.add_asked) as added:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert added.args == ["Ada", "Love", ""]
    with qtbot.waitSignal(strip.close_asked):
        qtbot.keyClick(first, Qt.Key.Key_Escape)


def test_parked_orders_are_resumed_by_a_click_and_warn_in_time(
    window: MainWindow, qtbot: QtBot
) -> None:
    rows = tuple(
        ParkedRow(OrderId(n), name, SeatName("Stalls", "B", str(n)), n, seconds)
        for n, name, seconds in ((1, "", 500), (2, "Ada Lovelace", 119), (3, "", 29))
    )
    window.order.show_state(OrderState(parked=rows))
    last, middle, first = (child(window, QPushButton, f"parked-{n}") for n in range(3))
    assert [made.property("mood") for made in (last, middle, first)] == ["ending", "warning", ""]
    assert "Ada Lovelace" in middle.text()
    assert "1:59" in middle.text()
    with qtbot.waitSignal(window.order.resume_asked) as resumed:
        qtbot.mouseClick(middle, LEFT)
    assert resumed.args == [1]
    with qtbot.waitSignal(window.park_asked):
        qtbot.keyClick(window, Qt.Key.Key_F6)


def test_escape_asks_before_it_drops_the_order(window: MainWindow, qtbot: QtBot) -> None:
    window.order.show_state(order_state(line_row(1), line_row(2)))
    window.map.setFocus()
    with qtbot.assertNotEmitted(window.order.clear_asked):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    yes = child(window, QPushButton, "orderAskYes")
    assert yes.isVisible()
    qtbot.keyClick(yes, Qt.Key.Key_Escape)
    assert not yes.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.order.clear_asked):
        qtbot.keyClick(yes, Qt.Key.Key_Space)


def test_a_question_about_another_order_is_withdrawn(window: MainWindow, qtbot: QtBot) -> None:
    window.order.show_state(order_state(line_row(1)))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    window.order.show_state(order_state(line_row(1), line_row(2)))
    assert not child(window, QPushButton, "orderAskYes").isVisible()


def test_what_stands_in_the_way_is_said_in_words(window: MainWindow, qtbot: QtBot) -> None:
    window.order.show_state(crowded_order())
    rules = child(window, QLabel, "orderRules").text()
    assert "sets of 3 seats; 2 in the order" in rules
    assert "row B, seat 3" in child(window, QLabel, "orderLeftAlone").text()
    with qtbot.waitSignal(window.order.instead_asked):
        qtbot.mouseClick(child(window, QPushButton, "insteadButton"), LEFT)


def test_the_seats_are_kept_by_a_press_in_the_last_half_minute(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.order.show_state(order_state(line_row(1), hold_seconds=25))
    with qtbot.waitSignal(window.order.keep_asked):
        qtbot.mouseClick(child(window, QPushButton, "keepButton"), LEFT)
