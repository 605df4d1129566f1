"""The hold while it is paid, through the real window: it goes on, it ends, its seats come back."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.domain.ids import EventId, OrderId, SeatId
from boxoffice.domain.orders.customer import NewCustomer
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.presenters.order import hold_clock
from tests.journeys.conftest import AtWork, Counter

pytestmark = pytest.mark.gui

CONTROL = Qt.KeyboardModifier.ControlModifier


async def to_the_till(clerk: Counter, *seats: int) -> None:
    await clerk.take(*seats)
    await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
    await clerk.hand.press(Qt.Key.Key_F9)
    await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")


def left(clerk: Counter) -> int:
    """How many seconds of the hold the page shows."""
    minutes, seconds = re.findall(r"(\d+):(\d\d)", clerk.text("paymentHoldWords"))[0]
    return 60 * int(minutes) + int(seconds)


async def sold(clerk: Counter, client: ConnectClient) -> OrderId:
    await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
    number = OrderId(int("".join(c for c in clerk.text("orderNumber") if c.isdigit())))
    assert (await client.orders.get(number)).status is OrderStatus.COMPLETED
    return number


def test_what_is_paid_is_read_beside_the_money(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await to_the_till(clerk, 1, 2, 3)
        assert clerk.text("paidEvent-0") == "The Tempest"
        assert clerk.text("paidCount-0") == "3 ×"
        assert clerk.text("paidWords-0") == "Full price · Stalls A\N{NO-BREAK SPACE}1–3"
        assert clerk.text("paidSum-0") == "€96.00"
        assert clerk.text("paymentHoldWords").endswith("kept while you pay")
        await clerk.hand.press(Qt.Key.Key_Return)
        await sold(clerk, client)

    at_work(story)


def test_a_hold_of_three_seconds_lasts_as_long_as_the_clerk_counts(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await to_the_till(clerk, 1)
        seen = [left(clerk)]

        def is_renewed() -> bool:
            if left(clerk) != seen[-1]:
                seen.append(left(clerk))
            return sum(after > before for before, after in pairwise(seen)) >= 2

        await clerk.sees(is_renewed, "the hold renewed again and again")
        await clerk.hand.press(Qt.Key.Key_Return)
        await sold(clerk, client)

    at_work(story, hold_seconds=3)


def test_with_nobody_there_it_ends_and_no_money_is_taken(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hold_clock, "_PRESENT", 0.0)

    async def story(clerk: Counter, client: ConnectClient) -> None:
        await to_the_till(clerk, 1, 2)
        await clerk.hand.type("20")
        await clerk.hand.press(Qt.Key.Key_Return, CONTROL)
        assert clerk.shows("paymentKeep")
        await clerk.sees(lambda: clerk.shows("takeAgain"), "the hold ran out")
        assert (await client.orders.get(OrderId(1))).status is OrderStatus.EXPIRED
        assert "€20.00 has already been taken" in clerk.text("lostParts")
        assert clerk.text("paidWords-0") == "Full price · Stalls A\N{NO-BREAK SPACE}1, 2"
        assert QApplication.focusWidget() is clerk.hand.find("takeAgain", QPushButton)
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("partAmount-0"), "the payment goes on")
        await clerk.hand.press(Qt.Key.Key_Return)
        order = await client.orders.get(await sold(clerk, client))
        assert {line.seat_id for line in order.lines} == {1, 2}

    at_work(story, hold_seconds=4)


def test_in_the_last_minute_one_press_keeps_the_seats(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hold_clock, "_PRESENT", 0.0)

    async def story(clerk: Counter, client: ConnectClient) -> None:
        await to_the_till(clerk, 1)
        for by in ("mouse", "key"):
            await clerk.sees(lambda: left(clerk) < 28, "it ends")
            assert clerk.text("paymentHoldWords").startswith("Held for only")
            before = left(clerk)
            if by == "mouse":
                await clerk.hand.click(clerk.hand.find("paymentKeep", QPushButton))
            else:
                await clerk.hand.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
            await clerk.sees(lambda b=before: left(clerk) > b, "it begins anew")  # type: ignore[misc]
            await clerk.sees(clerk.hand.find("confirmButton", QPushButton).isEnabled, "to sell")
        await clerk.hand.press(Qt.Key.Key_Return)
        await sold(clerk, client)

    at_work(story, hold_seconds=30)


def test_seats_that_are_gone_are_named_and_the_money_goes_back(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await to_the_till(clerk, 1, 2)
        await clerk.hand.type("20")
        await clerk.hand.press(Qt.Key.Key_Return, CONTROL)
        await client.orders.cancel(OrderId(1), new_key())
        order = await client.orders.reserve(None, [SeatRequest(EventId(1), SeatId(2))], new_key())
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("takeAgain"), "lost")
        await clerk.hand.click(clerk.hand.find("takeAgain", QPushButton))
        await clerk.sees(lambda: clerk.has_line(1), "what is left")
        assert "seat 2" in clerk.text("orderNotice")
        assert "give back the €20.00" in clerk.text("messageBar")
        assert not clerk.has_line(2)
        await client.orders.cancel(order.id, new_key())

    at_work(story)


def test_a_lost_order_is_had_again_from_its_own_page(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await clerk.take(1, 2)
        await clerk.hand.press(Qt.Key.Key_F6)
        await client.orders.cancel(OrderId(1), new_key())
        await clerk.hand.press(Qt.Key.Key_F6)
        await clerk.sees(lambda: clerk.shows("lostAgain-0"), "that it is lost")
        assert "Stalls A 1, 2" in clerk.text("lostWords-0")
        await clerk.hand.click(clerk.hand.find("lostAgain-0", QPushButton))
        await clerk.sees(lambda: clerk.has_line(1) and clerk.has_line(2), "them again")
        assert not clerk.shows("lostAgain-0")

    at_work(story)


def test_an_invoice_finds_its_customer_without_losing_what_is_paid(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        ada = await client.customers.add(NewCustomer("Ada", "Lovelace"), new_key())
        await to_the_till(clerk, 1, 2)
        await clerk.hand.type("20")
        await clerk.hand.press(Qt.Key.Key_Return, CONTROL)
        await clerk.hand.press(Qt.Key.Key_4, CONTROL)
        await clerk.hand.press(Qt.Key.Key_F4)
        await clerk.sees(lambda: clerk.shows("customerSearch"), "the search")
        await clerk.hand.type("Lovelace")
        await clerk.sees(lambda: clerk.shows("customer-0"), "Ada")
        await clerk.hand.press(Qt.Key.Key_Return)
        await clerk.sees(lambda: clerk.shows("invoiceCustomer"), "the invoice to her")
        assert clerk.text("partAmount-0") == "€20.00"
        await clerk.hand.press(Qt.Key.Key_Return)
        order = await client.orders.get(await sold(clerk, client))
        assert order.customer_id == ada

    at_work(story)


def test_closing_the_window_asks_first_while_it_is_paid(at_work: AtWork) -> None:
    async def story(clerk: Counter, client: ConnectClient) -> None:
        await to_the_till(clerk, 1, 2)
        await clerk.hand.type("20")
        await clerk.hand.press(Qt.Key.Key_Return, CONTROL)
        await clerk.sees(lambda: clerk.shows("paymentPart-0"), "the part")
        clerk.window.close()
        await clerk.sees(lambda: "20.00" in clerk.text("paymentNotice"), "what has to go back")
        assert clerk.window.isVisible()
        await clerk.hand.click(clerk.hand.find("paymentLeave", QPushButton))
        await clerk.sees(lambda: clerk.shows("payButton"), "the order")
        assert (await client.orders.get(OrderId(1))).status is OrderStatus.OPEN

    at_work(story)
