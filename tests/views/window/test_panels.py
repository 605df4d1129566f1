"""What the clerk does on each panel, by mouse and keys, and what comes of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import EventStatus
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.presenters.common import Phase, SeatName
from boxoffice.presenters.connection.state import ConnectionPhase, ConnectionState
from boxoffice.presenters.events.state import EventsState
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.state import OrderState
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from boxoffice.views.window.main_window import MainWindow
from tests.views.conftest import (
    LEFT,
    NOW,
    child,
    click,
    event_row,
    line_row,
    map_state,
    order_state,
)

# --- events ---


def events_of(window: MainWindow) -> QListView:
    return child(window, QListView, "eventsList")


def test_an_event_is_opened_by_a_click(window: MainWindow, qtbot: QtBot) -> None:
    window.events.show_state(EventsState(Phase.READY, (event_row(1), event_row(2, "Woyzeck")), 2))
    shown = events_of(window)
    at = shown.visualRect(shown.model().index(1, 0)).center()
    with qtbot.waitSignal(window.events.event_chosen) as chosen:
        qtbot.mouseClick(shown.viewport(), LEFT, pos=at)
    assert chosen.args == [2]


def test_an_event_is_found_and_opened_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    rows = tuple(event_row(n, name) for n, name in ((1, "Faust"), (2, "Woyzeck"), (3, "Medea")))
    window.events.show_state(EventsState(Phase.READY, rows, 3))
    typed: list[str] = []
    window.events.search_changed.connect(typed.append)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    field = child(window, QLineEdit, "eventsSearch")
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "me")
    assert typed == ["m", "me"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.events.event_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [3]


def test_enter_on_an_empty_list_does_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.events.show_state(EventsState(Phase.READY, (), 4, search="xyz"))
    with qtbot.assertNotEmitted(window.events.event_chosen):
        qtbot.keyClick(child(window, QLineEdit, "eventsSearch"), Qt.Key.Key_Return)
    assert "xyz" in child(window, QLabel, "eventsMessage").text()


@pytest.mark.parametrize(
    ("state", "visible", "hidden"),
    [
        (EventsState(Phase.LOADING), ["eventsProgress", "eventsMessage"], ["eventsRetry"]),
        (EventsState(Phase.EMPTY), ["eventsMessage"], ["eventsProgress", "eventsList"]),
        (
            EventsState(Phase.FAILED, notice=Notice.error(Code.UNREACHABLE, address="x")),
            ["messageBar", "eventsMessage", "eventsRetry"],
            ["eventsProgress", "eventsList"],
        ),
    ],
)
def test_every_state_of_the_list_is_designed(
    window: MainWindow, state: EventsState, visible: list[str], hidden: list[str]
) -> None:
    window.events.show_state(state)
    for name in visible:
        assert child(window, QWidget, name).isVisible(), name
    for name in hidden:
        assert not child(window, QWidget, name).isVisible(), name


def test_assistive_tools_hear_the_whole_event(window: MainWindow) -> None:
    rows = (event_row(1), event_row(2, status=EventStatus.CANCELLED), event_row(3, seats_free=0))
    window.events.show_state(EventsState(Phase.READY, rows, 3))
    model = events_of(window).model()
    words = [
        str(model.index(i, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for i in range(len(rows))
    ]
    assert words[0] == "Thu 24 Dec 2026, 19:30, The Tempest, Small House, 40 free"
    assert words[1].endswith("cancelled")
    assert words[2].endswith("sold out")


# --- order ---


def test_an_order_says_what_it_costs_and_how_long_it_is_held(window: MainWindow) -> None:
    window.order.show_state(order_state(line_row(1), line_row(2)))
    assert child(window, QLabel, "orderTotal").text() == "€64.00"
    assert child(window, QLabel, "orderSums").text() == "Fees €4.00 · €4.19 VAT 7% incl."
    assert child(window, QLabel, "holdCountdown").text() == "Held for 9:41"
    window.order.show_state(order_state(line_row(1), hold_seconds=59))
    assert child(window, QLabel, "holdCountdown").text() == "Held for 0:59"
    assert child(window, QProgressBar, "holdBar").property("mood") == "warning"
    assert not child(window, QPushButton, "keepButton").isVisible()
    window.order.show_state(order_state(line_row(1), hold_seconds=30))
    assert child(window, QProgressBar, "holdBar").property("mood") == "ending"
    assert child(window, QPushButton, "keepButton").isVisible()


def test_an_empty_order_offers_nothing_to_press(window: MainWindow) -> None:
    window.order.show_state(OrderState())
    assert child(window, QLabel, "orderEmpty").isVisible()
    for name in ("payButton", "clearButton", "undoButton"):
        assert not child(window, QPushButton, name).isEnabled()
    window.order.show_state(OrderState(pending=(SeatName("Stalls", "A", "1"),), is_busy=True))
    assert "Stalls, row A, seat 1" in child(window, QLabel, "orderPending").text()
    assert not child(window, QLabel, "orderEmpty").isVisible()


def test_buttons_and_keys_ask_the_same(window: MainWindow, qtbot: QtBot) -> None:
    window.order.show_state(order_state(line_row(1)))
    with qtbot.waitSignals([window.order.pay_asked, window.order.undo_asked]):
        click(qtbot, child(window, QPushButton, "payButton"))
        click(qtbot, child(window, QPushButton, "undoButton"))
    with qtbot.waitSignal(window.order.clear_asked):
        click(qtbot, child(window, QPushButton, "clearButton"))
    for key, signal in (
        (Qt.Key.Key_F9, window.pay_asked),
        (Qt.Key.Key_F12, window.print_asked),
        (Qt.Key.Key_F5, window.refresh_asked),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(window, key)
    with qtbot.waitSignal(window.card_asked):
        qtbot.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(window.undo_asked):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


# --- payment ---


def tendering(window: MainWindow, **more: object) -> None:
    sums = tuple(Money.of(a, "EUR") for a in ("65", "70", "100"))
    words = {"can_confirm": True} | more
    window.show_payment(True)
    window.payment.show_state(
        PaymentState(PaymentPhase.TENDERING, total=Money.of("64", "EUR"), tenders=sums, **words)  # type: ignore[arg-type]
    )


def test_paying_begins_in_the_amount(window: MainWindow, qtbot: QtBot) -> None:
    tendering(window)
    field = child(window, QLineEdit, "tenderedField")
    assert QApplication.focusWidget() is field
    assert child(window, QLabel, "paymentTotal").text() == "€64.00"
    typed: list[str] = []
    window.payment.amount_typed.connect(typed.append)
    qtbot.keyClicks(field, "70")
    assert typed == ["7", "70"]
    with qtbot.waitSignal(window.payment.confirm_asked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.payment.cancel_asked):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_sums_by_one_press(window: MainWindow, qtbot: QtBot) -> None:
    tendering(window)
    sums = [child(window, QPushButton, f"tender-{i}") for i in range(4)]
    assert [made.text() for made in sums if made.isVisible()] == ["65", "70", "100"]
    with qtbot.waitSignal(window.payment.tender_chosen) as chosen:
        click(qtbot, sums[1])
    assert chosen.args == [Money.of("70", "EUR")]
    with qtbot.waitSignal(window.payment.exact_asked):
        click(qtbot, child(window, QPushButton, "exactButton"))


def test_enter_on_a_sum_sells_and_on_back_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    tendering(window)
    with qtbot.waitSignal(window.payment.confirm_asked):
        qtbot.keyClick(child(window, QPushButton, "tender-0"), Qt.Key.Key_Return)
    with qtbot.waitSignal(window.payment.cancel_asked):
        qtbot.keyClick(child(window, QPushButton, "paymentCancel"), Qt.Key.Key_Return)


def test_a_card_wants_its_reference(window: MainWindow, qtbot: QtBot) -> None:
    tendering(window)
    with qtbot.waitSignal(window.payment.kind_chosen) as chosen:
        click(qtbot, child(window, QPushButton, "payCard"))
    assert chosen.args == [PaymentKind.CARD]
    tendering(window, kind=PaymentKind.CARD, can_confirm=False)
    field = child(window, QLineEdit, "referenceField")
    assert QApplication.focusWidget() is field
    assert not child(window, QLineEdit, "tenderedField").isVisible()
    assert not child(window, QPushButton, "confirmButton").isEnabled()


def test_while_it_is_sold_there_is_nothing_to_press(window: MainWindow, qtbot: QtBot) -> None:
    window.show_payment(True)
    for phase, title in (
        (PaymentPhase.SENDING, "Selling …"),
        (PaymentPhase.CHECKING, "Checking …"),
    ):
        window.payment.show_state(PaymentState(phase, total=Money.of("64", "EUR")))
        assert child(window, QLabel, "paymentTitle").text() == title
        assert child(window, QProgressBar, "paymentProgress").isVisible()
        pressable = [
            b for b in window.payment.findChildren(QPushButton) if b.isVisible() and b.isEnabled()
        ]
        assert pressable == []
        with qtbot.assertNotEmitted(window.payment.confirm_asked):
            qtbot.keyClick(window.payment, Qt.Key.Key_Return)


def test_after_the_sale_enter_is_for_the_next_buyer(window: MainWindow, qtbot: QtBot) -> None:
    window.map.show_state(map_state())
    window.show_payment(True)
    window.payment.show_state(
        PaymentState(PaymentPhase.DONE, order_number="17", change=Money.of("6", "EUR"))
    )
    assert child(window, QLabel, "orderNumber").text() == "Order 17"
    assert child(window, QLabel, "changeDue").text() == "€6.00"
    with qtbot.waitSignal(window.payment.next_asked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with qtbot.waitSignal(window.payment.print_asked):
        click(qtbot, child(window, QPushButton, "printAgain"))
    window.show_payment(False)
    assert QApplication.focusWidget() is window.map.canvas


# --- connection and window ---


def test_address_and_token_are_entered_and_sent(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("connection")
    window.connection.show_state(ConnectionState())
    address = child(window, QLineEdit, "connectionAddress")
    token = child(window, QLineEdit, "connectionToken")
    qtbot.keyClicks(address, "https://tickets.example/connect")
    qtbot.keyClicks(token, "secret")
    assert token.echoMode() is QLineEdit.EchoMode.Password
    with qtbot.waitSignal(window.connection.connect_asked) as asked:
        qtbot.keyClick(token, Qt.Key.Key_Return)
    assert asked.args == ["https://tickets.example/connect", "secret"]
    window.connection.show_state(ConnectionState(ConnectionPhase.CONNECTING))
    assert not address.isEnabled()
    assert child(window, QProgressBar, "connectionProgress").isVisible()


def test_from_the_connection_page_back_to_the_sale(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("connection")
    window.connection.show_state(ConnectionState())
    back = child(window, QPushButton, "connectionReturn")
    assert not back.isVisible()
    window.connection.show_state(ConnectionState(can_return=True))
    with qtbot.waitSignal(window.connection.return_asked):
        click(qtbot, back)
    with qtbot.waitSignal(window.connection.return_asked):
        qtbot.keyClick(child(window, QLineEdit, "connectionAddress"), Qt.Key.Key_Escape)


def test_keys_of_the_sale_sleep_on_the_connection_page(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("connection")
    with qtbot.assertNotEmitted(window.pay_asked):
        qtbot.keyClick(window, Qt.Key.Key_F9)


def test_closing_is_asked_for_before_it_happens(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible()


def test_a_message_is_dismissed(window: MainWindow, qtbot: QtBot) -> None:
    window.show_notice(Notice.good(Code.SOLD, order="4"))
    bar = child(window, QLabel, "messageBar")
    assert bar.text() == "Order 4 is sold."
    click(qtbot, child(window, QToolButton, "messageDismiss"))
    assert not bar.isVisible()


def test_f10_opens_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F10)
    bar = window.menuBar()
    qtbot.waitUntil(lambda: bar.activeAction() is bar.actions()[0])
    menu = bar.actions()[0].menu()
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_events_of_an_earlier_start_say_how_old_they_are(window: MainWindow) -> None:
    row = event_row(1)
    window.events.show_state(EventsState(Phase.READY, (row,), 1, as_of=NOW))
    age = child(window, QLabel, "eventsAge")
    assert age.isVisible()
    assert f"{NOW.astimezone():%H:%M}" in age.text()
    window.events.show_state(EventsState(Phase.READY, (row,), 1))
    assert not age.isVisible()
