"""Several buyers at one counter: orders parked and resumed, kept, and given back at the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton

from tests.journeys.conftest import Counter, OnTheMap, Witness

pytestmark = pytest.mark.gui


async def press(clerk: Counter, name: str) -> None:
    await clerk.hand.click(clerk.hand.find(name, QPushButton))


def test_one_buyer_fetches_money_and_another_is_served(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, witness: Witness) -> None:
        await clerk.take(1, 2)
        await witness.order_holds(clerk, 1, 2)
        await clerk.hand.click(clerk.hand.find("orderName", QLineEdit))
        await clerk.hand.type("Max")
        await clerk.hand.press(Qt.Key.Key_F6)
        await clerk.sees(lambda: clerk.shows("orderEmpty"), "room for the next buyer")
        button = clerk.hand.find("parked-0", QPushButton)
        assert button.text().startswith("Max · €64.00 · 2 seats · ")
        await clerk.take(5)
        await witness.order_holds(clerk, 5, order=2)
        await press(clerk, "parked-0")
        await clerk.sees(lambda: clerk.has_line(1) and not clerk.has_line(5), "the first order")
        assert clerk.hand.find("orderName", QLineEdit).text() == "Max"
        await clerk.sees(lambda: "row A, seat 5" in button.text(), "the second one is parked")
        await witness.order_holds(clerk, 1, 2)
        assert await witness.held(2) == {5}

    on_the_map(story)


def test_a_single_seat_is_left_knowingly_and_sold_past(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, witness: Witness) -> None:
        await clerk.take(2)
        await witness.order_holds(clerk, 2)
        await clerk.sees(lambda: "row A, seat 1" in clerk.text("orderLeftAlone"), "the advice")
        await press(clerk, "sellAnyway")
        await clerk.sees(lambda: clerk.shows("paymentPanel"), "the payment")
        await clerk.hand.press(Qt.Key.Key_F6)
        assert clerk.shows("paymentPanel")
        await press(clerk, "paymentLeave")
        await clerk.sees(lambda: clerk.shows("orderPanel"), "the order again")
        assert clerk.has_line(2)
        assert not clerk.shows("parked-0")
        assert not clerk.shows("orderLeftAlone")

    on_the_map(story)


def test_lines_go_by_delete_and_come_back_by_undo(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, witness: Witness) -> None:
        await clerk.take(1, 2, 3)
        await witness.order_holds(clerk, 1, 2, 3)
        clerk.hand.find("orderList", QListView).setFocus()
        control = Qt.KeyboardModifier.ControlModifier
        await clerk.hand.press(Qt.Key.Key_A, control)
        await clerk.hand.press(Qt.Key.Key_Delete)
        await clerk.sees(lambda: clerk.shows("orderEmpty"), "an empty order")
        assert await witness.held(1) == set()
        await clerk.hand.press(Qt.Key.Key_Z, control)
        await clerk.sees(lambda: all(clerk.has_line(seat) for seat in (1, 2, 3)), "them again")
        await witness.order_holds(clerk, 1, 2, 3, order=2)

    on_the_map(story)
