"""Counts first: a party is typed by price type, and is in the order by few keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QListWidget, QPushButton

from boxoffice.domain.ids import AreaId
from tests.journeys.conftest import Counter, OnTheMap, Witness
from tests.journeys.test_sale import sell_for_cash
from tests.service_fixture import FLOOR

pytestmark = pytest.mark.gui
ENTER = Qt.Key.Key_Return


class Hand:
    """Counts the keys and clicks of a clerk."""

    def __init__(self, clerk: Counter) -> None:
        self._clerk = clerk
        self.count = 0

    async def type(self, keys: str) -> None:
        for key in keys:
            self.count += 1
            if key == "\n":
                await self._clerk.hand.press(ENTER)
            else:
                await self._clerk.hand.type(key)

    async def click_floor(self) -> None:
        self.count += 1
        at = self._clerk.canvas.area_position(AreaId(FLOOR))
        assert at is not None
        await self._clerk.hand.click(self._clerk.canvas, at)


def test_a_party_is_typed_by_its_counts_and_ends_with_its_buyer(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        field = clerk.hand.find("partySize", QLineEdit)

        async def costs(total: str) -> None:
            await clerk.sees(lambda: clerk.text("orderTotal") == total, total)
            await clerk.sees(clerk.is_settled, "no more on its way")

        family = Hand(clerk)
        await family.type("2+1+1\n")  # two adults, one reduced, one child
        await costs("€97.00")
        assert family.count <= 6
        assert field.text() == "2+1+1"
        assert "taken" in field.accessibleDescription()
        await clerk.hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await clerk.sees(lambda: clerk.shows("orderEmpty"), "all of it given back")
        assert field.text() == ""

        parents = Hand(clerk)
        await parents.type("2+0+1\n")
        await costs("€75.00")
        assert parents.count <= 6
        await sell_for_cash(clerk)
        await clerk.hand.press(ENTER)
        await clerk.sees(lambda: clerk.shows("orderEmpty"), "the next buyer")
        assert field.text() == ""

        again = Hand(clerk)  # a child's price is the usual second by now
        await again.type("2+1")
        assert field.accessibleDescription() == "2 Full price + 1 Child"
        await again.type("\n")
        await costs("€75.00")
        scale = clerk.canvas.scale
        await clerk.hand.press(Qt.Key.Key_Plus)
        assert clerk.canvas.scale > scale  # where no counts have begun, a plus zooms
        await clerk.hand.press(Qt.Key.Key_0)
        assert clerk.canvas.scale == pytest.approx(scale)
        await clerk.hand.press(Qt.Key.Key_F6)
        await clerk.sees(lambda: clerk.shows("orderEmpty"), "room for the next buyer")
        assert field.text() == ""

        crowd = Hand(clerk)
        await crowd.type("8+4")
        await crowd.click_floor()
        await costs("€148.00")
        assert crowd.count <= 6
        [_, full, child] = clerk.window.order.line_words
        assert full == "8 × Full price, Floor, standing, €128.00"
        assert child == "4 × Child, Floor, standing, €20.00"

    on_the_map(story)


def test_twelve_stand_and_four_of_them_become_children(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        crowd = Hand(clerk)
        await crowd.type("12")
        await crowd.click_floor()
        await clerk.sees(lambda: clerk.text("orderTotal") == "€192.00", "twelve")
        await clerk.sees(clerk.is_settled, "no more on its way")
        await clerk.makes("4c")
        await clerk.sees(lambda: clerk.text("orderTotal") == "€148.00", "four children")
        await clerk.sees(clerk.is_settled, "no more on its way")
        await clerk.take(1)
        lines = clerk.window.order.line_words
        assert lines[1:] == [
            "8 × Full price, Floor, standing, €128.00",
            "4 × Child, Floor, standing, €20.00",
            "1 × Full price, Stalls A\N{NO-BREAK SPACE}1, €32.00",
        ]
        total = clerk.text("orderTotal")
        clerk.hand.find("orderList", QListView).setFocus()
        await clerk.hand.press(Qt.Key.Key_Down)
        await clerk.hand.press(Qt.Key.Key_Plus)
        await clerk.sees(lambda: clerk.text("orderTotal") == "€185.00", "one child more")
        await clerk.hand.press(Qt.Key.Key_Minus)
        await clerk.sees(lambda: clerk.text("orderTotal") == total, "one child fewer")
        await clerk.hand.press(Qt.Key.Key_Down)
        await clerk.hand.press(Qt.Key.Key_Plus)
        await clerk.sees(lambda: clerk.has_line(2), "the seat beside it")
        await server.takes(3)
        await clerk.hand.press(Qt.Key.Key_F5)
        await clerk.sees(lambda: not clerk.state_of(3).traits.can_be_had, "the third is gone")
        await clerk.hand.press(Qt.Key.Key_Plus)
        await clerk.sees(lambda: "is beside these" in clerk.text("orderNotice"), "there is none")

    on_the_map(story)


def test_a_family_by_five_clicks(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        hand, shift = clerk.hand, Qt.KeyboardModifier.ShiftModifier
        await clerk.click_seat(1)
        await hand.click(clerk.canvas, clerk.point_of(4), shift)
        await clerk.sees(lambda: clerk.text("orderTotal") == "€128.00", "four seats")
        shown = hand.find("orderList", QListView)
        line = shown.visualRect(shown.model().index(1, 0))
        await hand.move(shown.viewport(), line.center())
        await hand.click(hand.find("lineType", QPushButton))
        types = hand.find("typeList", QListWidget)
        for name, total in (("Child", "€107.00"), ("Reduced", "€97.00")):
            rows = [types.item(row) for row in range(types.count())]
            [item] = [each for each in rows if each.text().startswith(name)]
            at = types.visualItemRect(item).topLeft() + QPoint(18, 16)
            await hand.click(types.viewport(), at)  # its plus: one more at this price
            await clerk.sees(lambda t=total: clerk.text("orderTotal") == t, total)  # type: ignore[misc]
            await clerk.sees(clerk.is_settled, "no more on its way")

    on_the_map(story)
