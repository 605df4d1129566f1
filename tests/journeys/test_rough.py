"""A hasty hand: junk pasted into every field, every button clicked twice, every key held down."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.ids import EventId, OrderId
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.seats.seatplan import SeatState
from tests.journeys.conftest import Counter, Play, at_counter
from tests.journeys.test_counter import sold
from tests.service_fixture import Running, running_service

pytestmark = pytest.mark.gui

CONTROL = Qt.KeyboardModifier.ControlModifier
JUNK = [
    "x" * 200_000,
    "\x00\x07\x1b[31m\r\n\t\n\u2028",
    "'; DROP TABLE orders; --",
    "<img src='http://tickets.example/x.png'><b>&amp;",
    "\u202eمسرح\u202c 🎭👩‍👩‍👧 \ufeff\ud7ff",
    "-0.00 1e999 ٣٤ ½ 1.2.3,4 ∞ NaN",
    "%s %1 {name} {0.__class__} \\",
]


async def paste(clerk: Counter, name: str) -> None:
    """Every piece of junk, one after the other, in place of what stands in the field."""
    for junk in JUNK:
        field = clerk.hand.find(name, QLineEdit)
        field.setFocus()
        QApplication.clipboard().setText(junk)
        await clerk.hand.press(Qt.Key.Key_A, CONTROL)
        await clerk.hand.press(Qt.Key.Key_V, CONTROL)
        assert len(field.text()) < 1000, name
        assert not {category(c) for c in field.text()} & {"Cc", "Cs", "Zl", "Zp"}, name
    await clerk.hand.press(Qt.Key.Key_A, CONTROL)
    await clerk.hand.press(Qt.Key.Key_Delete)


def test_junk_in_every_field_and_then_a_sale(play: Play, tmp_path: Path) -> None:
    async def story(service: Running) -> None:
        client = ConnectClient(service.address, service.token)
        async with at_counter(tmp_path, service.address, service.token) as clerk:
            press = clerk.hand.press
            await clerk.open_event()
            await press(Qt.Key.Key_F2)
            await clerk.sees(lambda: clerk.shows("eventsSearch"), "the events")
            await paste(clerk, "eventsSearch")
            await press(Qt.Key.Key_Escape)
            await paste(clerk, "partySize")
            await press(Qt.Key.Key_L, CONTROL)
            await clerk.sees(lambda: clerk.shows("seatListFilter"), "the list")
            await paste(clerk, "seatListFilter")
            await press(Qt.Key.Key_L, CONTROL)
            await clerk.sees(lambda: clerk.shows("seatCanvas"), "the map")
            await press(Qt.Key.Key_F7)
            await clerk.sees(lambda: clerk.shows("finderSearch"), "the finder")
            await paste(clerk, "finderSearch")
            await press(Qt.Key.Key_Escape)
            await clerk.sees(lambda: clerk.shows("orderPanel"), "the order")
            await clerk.take(5)
            await paste(clerk, "orderName")
            await press(Qt.Key.Key_F4)
            await clerk.sees(lambda: clerk.shows("customerSearch"), "the customers")
            await paste(clerk, "customerSearch")
            await clerk.hand.type("zz")
            await clerk.sees(lambda: clerk.shows("customerNew"), "nobody")
            await clerk.hand.click(clerk.hand.find("customerNew", QPushButton))
            for name in ("customerFirst", "customerLast", "customerMail"):
                await clerk.sees(lambda n=name: clerk.shows(n), name)  # type: ignore[misc]
                await paste(clerk, name)
            await press(Qt.Key.Key_Escape)
            await press(Qt.Key.Key_Escape)
            await clerk.sees(clerk.hand.find("payButton", QPushButton).isEnabled, "pay")
            await press(Qt.Key.Key_F9)
            await clerk.sees(lambda: clerk.shows("tenderedField"), "the payment")
            await paste(clerk, "tenderedField")
            for key in (Qt.Key.Key_2, Qt.Key.Key_3):
                await press(key, CONTROL)
                await clerk.sees(lambda: clerk.shows("referenceField"), "the reference")
                await paste(clerk, "referenceField")
                await paste(clerk, "partField")
            await press(Qt.Key.Key_1, CONTROL)
            await clerk.sees(lambda: clerk.shows("tenderedField"), "cash")
            await press(Qt.Key.Key_Return)
            await clerk.sees(lambda: clerk.shows("orderNumber"), "sold")
            order = await client.orders.get(OrderId(1))
            assert order.status is OrderStatus.COMPLETED
            assert [line.seat_id for line in order.lines] == [5]
        await client.aclose()

    with running_service() as service:
        play(story(service))


def test_every_button_of_a_sale_is_double_clicked(play: Play, tmp_path: Path) -> None:
    """One sale comes of it, no seat is left held, and nothing is paid twice."""

    async def story(service: Running) -> None:
        client = ConnectClient(service.address, service.token)
        async with at_counter(tmp_path, service.address, service.token) as clerk:
            await clerk.open_event()

            async def twice(name: str) -> None:
                button = clerk.hand.find(name, QPushButton)
                await clerk.sees(button.isEnabled, name)
                await clerk.hand.double_click(button)

            pay = clerk.hand.find("payButton", QPushButton)
            await twice("bestSeats")
            await clerk.sees(lambda: clerk.text("orderTotal") == "€64.00", "two seats")
            await clerk.sees(pay.isEnabled, "pay")
            await twice("parkButton")
            await clerk.sees(lambda: clerk.shows("parked-0") or pay.isEnabled(), "either")
            if clerk.shows("parked-0"):
                await twice("parked-0")
            await clerk.sees(pay.isEnabled, "the order again")
            await twice("payButton")
            await clerk.sees(lambda: clerk.shows("confirmButton"), "the payment")
            await twice("confirmButton")
            await clerk.sees(
                lambda: clerk.shows("orderNumber") or clerk.shows("orderEmpty"), "sold"
            )
            states = (await client.seats.status(EventId(1))).states
            order = await sold(client, 1)
            assert len(order.lines) == int((states == SeatState.SOLD).sum())
            assert len(order.lines) == np.count_nonzero(states)
        await client.aclose()

    with running_service() as service:
        play(story(service))
