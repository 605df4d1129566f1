"""Paying through the real window: split, held keys, pressed twice; what is sold and printed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.journal.intents import Journal
from tests.journeys.conftest import Counter, Play, at_counter
from tests.service_fixture import Running, running_service

pytestmark = pytest.mark.gui

CONTROL = Qt.KeyboardModifier.ControlModifier
Story = Callable[[Counter, Running], Coroutine[Any, Any, None]]


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


@pytest.fixture
def at_the_till(play: Play, tmp_path: Path) -> Callable[[Story], None]:
    """Plays a story at a window whose payment asks for 64.00."""

    async def tell(story: Story) -> None:
        with running_service() as service:
            async with at_counter(tmp_path, service.address, service.token) as clerk:
                await clerk.open_event()
                await clerk.take(5, 6)
                await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
                await clerk.hand.press(Qt.Key.Key_F9)
                await clerk.sees(lambda: clerk.shows("tenderedField"), "the payment")
                await story(clerk, service)

    return lambda story: play(tell(story))


async def sold_order(clerk: Counter, service: Running) -> Order:
    await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
    number = int("".join(c for c in clerk.text("orderNumber") if c.isdigit()))
    client = ConnectClient(service.address, service.token)
    order = await client.orders.get(OrderId(number))
    await client.aclose()
    assert order.status is OrderStatus.COMPLETED
    return order


def hold(key: Qt.Key, times: int = 20) -> None:
    """What the keyboard sends while a key that was pressed before is still down."""
    focused = QApplication.focusWidget()
    assert focused is not None
    for _ in range(times):
        press = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
        )
        QApplication.postEvent(focused, press)


def words_on(path: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)


def test_voucher_card_and_cash_by_keys_alone(
    at_the_till: Callable[[Story], None], tmp_path: Path
) -> None:
    async def story(clerk: Counter, service: Running) -> None:
        hand = clerk.hand
        await hand.press(Qt.Key.Key_3, CONTROL)
        await clerk.sees(lambda: clerk.shows("referenceField"), "the voucher's number")
        await hand.type("V-7")
        await hand.press(Qt.Key.Key_Tab)
        await hand.type("20")
        assert clerk.text("restDue") == "€44.00"
        await hand.press(Qt.Key.Key_Return)
        assert "missing" in clerk.text("paymentNotice")
        await hand.press(Qt.Key.Key_Return, CONTROL)
        await clerk.sees(lambda: clerk.text("partAmount-0") == "€20.00", "the first part")
        await hand.press(Qt.Key.Key_2, CONTROL)
        await hand.type("T-4711")
        await hand.press(Qt.Key.Key_Tab)
        await hand.type("13,50")
        await hand.press(Qt.Key.Key_Return, CONTROL)
        await clerk.sees(lambda: clerk.text("restDue") == "€30.50", "the rest")
        await hand.type("5000")
        assert clerk.text("amountMeaning") == "= €50.00"
        assert clerk.text("paymentChange") == "€19.50"
        await hand.press(Qt.Key.Key_Return)
        order = await sold_order(clerk, service)
        assert order.total == euros("64")
        assert clerk.text("changeDue") == "€19.50"
        await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")
        text = words_on(tmp_path / "summary.pdf")
        parts = (
            "Voucher €20.00",
            "Reference V-7",
            "Card €13.50",
            "Reference T-4711",
            "Cash €30.50",
            "Given €50.00",
            "Change €19.50",
        )
        assert [part for part in parts if part not in text] == []
        journal = Journal(tmp_path / "journal.sqlite")
        last = journal.last_sold(service.address)
        journal.close()
        assert last is not None
        assert last.payments == (
            Payment(PaymentKind.VOUCHER, euros("20"), euros("20"), "V-7"),
            Payment(PaymentKind.CARD, euros("13.50"), euros("13.50"), "T-4711"),
            Payment(PaymentKind.CASH, euros("30.50"), euros("50")),
        )

    at_the_till(story)


def test_a_part_is_removed_and_the_rest_paid_by_card(at_the_till: Callable[[Story], None]) -> None:
    async def story(clerk: Counter, service: Running) -> None:
        hand = clerk.hand
        await hand.type("50")
        await hand.click(hand.find("addPart", QPushButton))
        await clerk.sees(lambda: clerk.text("restDue") == "€14.00", "the rest")
        await hand.press(Qt.Key.Key_Escape)
        assert "already been taken" in clerk.text("paymentNotice")
        assert clerk.shows("partRemove-0")
        await hand.click(hand.find("partRemove-0", QPushButton))
        await clerk.sees(lambda: not clerk.shows("paymentParts"), "no parts")
        await hand.click(hand.find("payCard", QPushButton))
        await hand.type("T-1")
        await hand.press(Qt.Key.Key_Return)
        order = await sold_order(clerk, service)
        assert order.total == euros("64")
        assert not clerk.shows("changeDue")

    at_the_till(story)


def test_enter_held_down_neither_pays_nor_takes_the_change_away(
    at_the_till: Callable[[Story], None],
) -> None:
    async def story(clerk: Counter, service: Running) -> None:
        hold(Qt.Key.Key_Return)
        await clerk.hand.type("70")
        await clerk.sees(lambda: clerk.text("paymentChange") == "€6.00", "the change")
        hold(Qt.Key.Key_Return)
        await clerk.hand.press(Qt.Key.Key_Return)
        order = await sold_order(clerk, service)
        assert clerk.text("changeDue") == "€6.00"
        hold(Qt.Key.Key_Return)
        await clerk.sees(lambda: "Printed" in clerk.text("paymentNotice"), "the paper")
        assert clerk.text("orderNumber") == f"Order {order.id}"
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("orderEmpty"), "ready for the next buyer")

    at_the_till(story)


def test_enter_and_f9_twice_pay_once(
    at_the_till: Callable[[Story], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun = []
    begin = Journal.begin

    def counted(journal: Journal, intent: Any) -> None:
        begun.append(intent)
        begin(journal, intent)

    monkeypatch.setattr(Journal, "begin", counted)

    async def story(clerk: Counter, service: Running) -> None:
        await clerk.hand.press(Qt.Key.Key_F9)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_F9, Qt.Key.Key_F9):
            await clerk.hand.press(key)
        await sold_order(clerk, service)
        await clerk.hand.press(Qt.Key.Key_F9)
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("orderEmpty"), "ready for the next buyer")
        await clerk.hand.press(Qt.Key.Key_F9)
        assert len(begun) == 1

    at_the_till(story)


def test_a_card_number_is_cleared_and_kept_nowhere(
    at_the_till: Callable[[Story], None], tmp_path: Path
) -> None:
    async def story(clerk: Counter, service: Running) -> None:
        await clerk.hand.press(Qt.Key.Key_2, CONTROL)
        field = clerk.hand.find("referenceField", QLineEdit)
        await clerk.hand.type("4111 1111 1111 1111")
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: field.text() == "", "the field empty")
        assert "card number" in clerk.text("paymentNotice")
        await clerk.hand.type("5555-5555-5555-4444")
        await clerk.sees(lambda: field.text() == "", "the field empty by itself")
        await clerk.hand.type("T-4711")
        await clerk.hand.press(Qt.Key.Key_Return)
        await sold_order(clerk, service)
        await clerk.sees((tmp_path / "summary.pdf").exists, "the paper")

    at_the_till(story)
    for file in (path for path in tmp_path.rglob("*") if path.is_file()):
        for number in (b"4111 1111", b"41111111", b"5555-5555"):
            assert number not in file.read_bytes(), file
