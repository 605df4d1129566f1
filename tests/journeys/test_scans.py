"""Scans into the whole window: looked up or refused in words, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from boxoffice.connect.client import ConnectClient
from boxoffice.desktop.app import Application, Options
from boxoffice.domain.ids import OrderId
from boxoffice.domain.orders.order_code import order_code
from boxoffice.domain.seats.seatplan import SeatState
from tests.journeys.conftest import AtWork, Counter, Play
from tests.journeys.test_counter import pays_exactly

pytestmark = pytest.mark.gui

BOTTLE = "4006381333931"


async def sold(clerk: Counter, *seats: int) -> OrderId:
    await clerk.take(*seats)
    return OrderId(await pays_exactly(clerk))


async def opens(clerk: Counter, text: str, number: OrderId) -> None:
    """The scan opens the order; Esc is back at the sale."""
    await clerk.hand.scan(text)
    await clerk.sees(lambda: f"Order {number}:" in clerk.text("foundTitle"), "the order")
    assert clerk.hand.find("finderSearch", QLineEdit).text() == ""
    assert text.strip() not in clerk.text("messageBar")  # paper of before may be told there
    await clerk.hand.press(Qt.Key.Key_Escape)
    await clerk.sees(lambda: not clerk.shows("finderSearch"), "the sale")


async def says(clerk: Counter, text: str, words: str) -> None:
    await clerk.hand.scan(text)
    await clerk.sees(lambda: words in clerk.text("messageBar"), words)


def test_a_bottle_on_the_map_is_said_and_the_sale_goes_on(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(1)
        clerk.window.map.focus_seats()
        await clerk.hand.press(Qt.Key.Key_4)
        await says(clerk, BOTTLE, f"not a code of this venue: {BOTTLE}")
        assert clerk.has_line(1)
        assert clerk.text("orderTotal") == "€32.00"
        assert clerk.hand.find("partySize", QLineEdit).text() == "4"

    at_work(story)


def test_our_own_paper_opens_its_order_from_anywhere(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        number = await sold(clerk, 1, 2)
        code = order_code(number)
        await opens(clerk, code, number)
        await clerk.hand.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        await clerk.sees(lambda: QApplication.activeModalWidget() is not None, "the messages")
        await opens(clerk, code.lower(), number)
        await clerk.take(5)
        clerk.window.order.focus_price_type()
        await clerk.sees(lambda: QApplication.activePopupWidget() is not None, "the price types")
        await opens(clerk, f"]Q0{code}", number)
        assert clerk.text("orderTotal") == "€32.00"
        await clerk.hand.press(Qt.Key.Key_F4)
        await opens(clerk, code, number)

    at_work(story)


def test_a_payment_takes_no_money_from_a_scanner(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        number = await sold(clerk, 1)
        await clerk.take(5)
        await clerk.hand.press(Qt.Key.Key_F9)
        await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
        for text in (order_code(number), "41", BOTTLE):
            clerk.window.show_notice(None)
            await says(clerk, text, "payment first")
            assert clerk.hand.find("tenderedField", QLineEdit).text() == ""
        assert clerk.state_of(5) is SeatState.MINE

    at_work(story)


def test_the_change_that_is_due_stays_until_an_order_is_opened(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        first = await sold(clerk, 1)
        await clerk.take(5)
        await clerk.hand.press(Qt.Key.Key_F9)
        await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
        await clerk.hand.type("50")
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.text("changeDue") == "€18.00", "the change")
        await says(clerk, BOTTLE, "not a code of this venue")
        assert clerk.text("changeDue") == "€18.00"
        await opens(clerk, order_code(first), first)
        assert clerk.shows("orderEmpty")

    at_work(story)


def test_a_dialog_that_is_open_goes_first(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        number = await sold(clerk, 1)
        await clerk.hand.scan(order_code(number))
        await clerk.sees(lambda: clerk.shows("foundSave"), "the order")
        await clerk.sees(clerk.hand.find("foundSave", QPushButton).isEnabled, "what can be done")
        await clerk.hand.click(clerk.hand.find("foundSave", QPushButton))
        await clerk.sees(lambda: QApplication.activeModalWidget() is not None, "the dialog")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = dialog.selectedFiles()
        await says(clerk, order_code(number), "Close the window that is open first")
        assert (dialog.isVisible(), dialog.selectedFiles()) == (True, name)
        dialog.reject()

    at_work(story)


def test_a_question_is_not_answered_by_a_scanner(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        number = await sold(clerk, 1)
        await clerk.hand.scan(order_code(number))
        await clerk.sees(lambda: clerk.shows("foundCancel"), "the order")
        await clerk.sees(clerk.hand.find("foundCancel", QPushButton).isEnabled, "what can be done")
        await clerk.hand.click(clerk.hand.find("foundCancel", QPushButton))
        await clerk.sees(lambda: clerk.shows("foundAskYes"), "the question")
        await says(clerk, BOTTLE, "not a code of this venue")
        order = await client.orders.get(number)
        assert ("sold" in clerk.text("foundTitle"), len(order.lines)) == (True, 1)

    at_work(story)


def test_without_a_server_it_is_said(play: Play, tmp_path: Path) -> None:
    async def story() -> None:
        application = Application(Options(tmp_path / "journal.sqlite"))
        application.window.resize(1366, 768)
        application.window.show()
        application.offer()
        clerk = Counter(application)
        try:
            await clerk.sees(lambda: clerk.shows("connectionAddress"), "the page")
            before = clerk.hand.find("connectionAddress", QLineEdit).text()
            await says(clerk, BOTTLE, "Connect to a server first")
            assert clerk.hand.find("connectionAddress", QLineEdit).text() == before
        finally:
            application.window.closing.emit()
            await application.wait_closed()

    play(story())
