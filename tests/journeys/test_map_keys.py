"""The map's keys, the party and the legend, through the real window; what they took is asked of the
server.

The small house: seats 1 to 40 are the stalls' rows A to D of ten, 41 to 60 the balcony's A and B.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from boxoffice.seatmap.drawing.palette import PALETTES
from tests.journeys.conftest import Counter, OnTheMap, Witness

pytestmark = pytest.mark.gui
CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape
LEFT, RIGHT, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down
MINE = PALETTES["light"].mine


def ringed(clerk: Counter) -> set[int]:
    """The seats of the stalls and the balcony that the party would get."""
    return {seat for seat in range(1, 61) if clerk.is_ringed(seat, MINE)}


async def party_of(clerk: Counter, size: int) -> None:
    await clerk.hand.press(Qt.Key(Qt.Key.Key_0 + size))
    assert clerk.hand.find("partySize", QLineEdit).text() == str(size)


@pytest.mark.parametrize("taking", [SPACE, ENTER])
def test_arrows_walk_to_a_seat_and_a_key_takes_it(on_the_map: OnTheMap, taking: Qt.Key) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.click_seat(14)
        await server.order_holds(clerk, 14)
        for key in (RIGHT, DOWN, LEFT, LEFT):
            await clerk.hand.press(key)
        assert clerk.canvas.accessibleDescription() == "Stalls, row C, seat 3, €32.00, free"
        await clerk.hand.press(taking)
        await server.order_holds(clerk, 14, 23)
        await clerk.hand.press(taking)
        await server.order_holds(clerk, 14)

    on_the_map(story)


def test_typing_a_seats_name_goes_there_and_enter_takes_it(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.hand.type("C 10")
        assert clerk.canvas.accessibleDescription() == "Stalls, row C, seat 10, €32.00, free"
        await clerk.hand.press(ENTER)
        await server.order_holds(clerk, 30)
        assert clerk.hand.find("partySize", QLineEdit).text() == ""

    on_the_map(story)


def test_keys_zoom_and_the_click_goes_where_the_seat_is_then(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        whole, taken = clerk.canvas.scale, list[int]()
        for key, factor, seat in (
            (Qt.Key.Key_Plus, 1.5, 34),
            (Qt.Key.Key_Minus, 1.0, 35),
            (Qt.Key.Key_Plus, 1.5, 36),
            (Qt.Key.Key_0, 1.0, 60),
        ):
            await clerk.hand.press(key)
            assert clerk.canvas.scale == pytest.approx(factor * whole)
            await clerk.click_seat(seat)
            taken.append(seat)
            await server.order_holds(clerk, *taken)

    on_the_map(story)


@pytest.mark.parametrize("by_key", [False, True])
def test_a_party_is_shown_around_the_pointer_and_taken_together(
    on_the_map: OnTheMap, by_key: bool
) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.hand.move(clerk.canvas, clerk.point_of(15))
        await party_of(clerk, 4)
        assert ringed(clerk) == {13, 14, 15, 16}
        await clerk.hand.move(clerk.canvas, clerk.point_of(22))
        assert ringed(clerk) == {21, 22, 23, 24}
        if by_key:
            await clerk.hand.press(ENTER)
        else:
            await clerk.click_seat(22)
        await server.order_holds(clerk, 21, 22, 23, 24)
        await clerk.hand.press(ENTER)  # on seats that are ours there is nothing to take
        await clerk.click_seat(27)  # and the party is served: a click is one seat again
        await server.order_holds(clerk, 21, 22, 23, 24, 27)
        await clerk.hand.press(Qt.Key.Key_Z, CONTROL)
        await server.order_holds(clerk, 21, 22, 23, 24)

    on_the_map(story)


def test_a_party_follows_the_keys_as_well(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.hand.move(clerk.canvas, clerk.point_of(45))
        await party_of(clerk, 3)
        await clerk.hand.type("C 6")
        assert ringed(clerk) >= {25, 27}  # the ring of the focus lies over the one between
        await clerk.hand.press(RIGHT)
        await clerk.hand.press(ENTER)
        await server.order_holds(clerk, 26, 27, 28)

    on_the_map(story)


def test_enter_takes_the_best_for_a_party_that_is_pointed_nowhere(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await party_of(clerk, 2)
        await clerk.hand.press(ENTER)
        await clerk.sees(lambda: clerk.text("orderTotal") == "€64.00", "two of the best")
        await clerk.sees(clerk.is_settled, "no more on its way")
        first, second = sorted(await server.held(1))
        assert second == first + 1

    on_the_map(story)


def test_escape_ends_the_party(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.hand.move(clerk.canvas, clerk.point_of(15))
        await party_of(clerk, 3)
        await clerk.hand.press(ESCAPE)
        assert clerk.hand.find("partySize", QLineEdit).text() == ""
        assert ringed(clerk) == set()
        await clerk.click_seat(15)
        await server.order_holds(clerk, 15)

    on_the_map(story)


def test_the_legend_keeps_a_party_to_a_category_until_it_is_pressed_again(
    on_the_map: OnTheMap,
) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        wood = clerk.hand.find("legendCategory1", QPushButton)
        await clerk.hand.click(wood)
        await party_of(clerk, 2)
        await clerk.click_seat(15)
        await clerk.sees(lambda: "no 2 free seats" in clerk.text("messageBar"), "why not")
        await clerk.hand.click(wood)
        await clerk.hand.click(wood)
        await clerk.hand.move(clerk.canvas, clerk.point_of(45))
        await clerk.hand.press(ENTER)
        await server.order_holds(clerk, 44, 45)
        await party_of(clerk, 2)
        await clerk.hand.press(Qt.Key.Key_F3)
        await clerk.sees(lambda: clerk.text("orderTotal") == "€64.00", "four of wood")
        await clerk.hand.press(Qt.Key.Key_Z, CONTROL)
        await server.order_holds(clerk, 44, 45)
        await clerk.hand.click(wood)
        await party_of(clerk, 2)
        await clerk.click_seat(15)
        await server.order_holds(clerk, 14, 15, 44, 45)

    on_the_map(story)


def test_f3_takes_the_best_seats_side_by_side(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await party_of(clerk, 3)
        await clerk.hand.press(Qt.Key.Key_F3)
        await clerk.sees(lambda: clerk.text("orderTotal") == "€96.00", "three of the best")
        first, *others = sorted(await server.held(1))
        assert others == [first + 1, first + 2]
        await clerk.hand.press(Qt.Key.Key_Z, CONTROL)
        await server.order_holds(clerk)

    on_the_map(story)
