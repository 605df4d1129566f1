"""Every gesture on the map, through the real window; what it took is asked of the server.

The small house: seats 1 to 40 are the stalls' rows A to D of ten, 41 to 60 the balcony's A and B.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from boxoffice.domain.catalogue import AreaKind
from boxoffice.domain.ids import AreaId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.domain.venue import DraftArea, Venue
from boxoffice.seatmap.drawing.palette import PALETTES
from tests.journeys.conftest import Counter, OnTheMap, Witness
from tests.service_fixture import FLOOR, small_venue

pytestmark = pytest.mark.gui
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MIDDLE = Qt.MouseButton.MiddleButton
LOST = PALETTES["light"].lost


def between_stalls_and_floor(clerk: Counter) -> QPoint:
    """A point of the map with nothing on it."""
    floor = clerk.canvas.area_position(AreaId(FLOOR))
    assert floor is not None
    seat = clerk.point_of(35)
    return QPoint(floor.x(), seat.y() + 5 * (floor.y() - seat.y()) // 12)


def test_a_click_takes_a_seat_and_another_gives_it_back(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.click_seat(15)
        await server.order_holds(clerk, 15)
        await clerk.click_seat(16)
        await server.order_holds(clerk, 15, 16)
        await clerk.click_seat(15)
        await server.order_holds(clerk, 16)
        await clerk.click_seat(16)
        await server.order_holds(clerk)

    on_the_map(story)


def test_a_hasty_double_click_counts_once(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.hand.double_click(clerk.canvas, clerk.point_of(15))
        await server.order_holds(clerk, 15)
        await clerk.click_seat(25)
        await server.order_holds(clerk, 15, 25)
        await clerk.hand.double_click(clerk.canvas, clerk.point_of(15))
        await server.order_holds(clerk, 25)

    on_the_map(story)


def test_the_wheel_zooms_at_the_pointer(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        point, scale = clerk.point_of(15), clerk.canvas.scale
        await clerk.hand.wheel(clerk.canvas, point, 2)
        assert clerk.canvas.scale > 1.5 * scale
        await clerk.hand.click(clerk.canvas, point)
        await server.order_holds(clerk, 15)

    on_the_map(story)


def test_pinching_zooms_at_the_pointer(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        point, scale = clerk.point_of(15), clerk.canvas.scale
        await clerk.hand.pinch(clerk.canvas, point, 0.6)
        assert clerk.canvas.scale == pytest.approx(1.6 * scale)
        await clerk.hand.click(clerk.canvas, point)
        await server.order_holds(clerk, 15)

    on_the_map(story)


AWAY = [QPoint(-30, 20), QPoint(-80, 50), QPoint(-120, 60)]  # where a hand goes from its start


@pytest.mark.parametrize("by", ["middle button", "space", "two fingers"])
def test_a_map_that_was_moved_is_clicked_where_its_seats_are_now(
    on_the_map: OnTheMap, by: str
) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        canvas, hand = clerk.canvas, clerk.hand
        start = clerk.point_of(15)
        way = [start, *(start + away for away in AWAY)]
        if by == "middle button":
            await hand.drag(canvas, way, MIDDLE)
        elif by == "space":
            async with hand.holding(Qt.Key.Key_Space):
                await hand.drag(canvas, way)
        else:
            steps = [b - a for a, b in pairwise(way)]
            await hand.two_fingers(canvas, start, steps)
        await hand.click(canvas, start + AWAY[-1])
        await server.order_holds(clerk, 15)

    on_the_map(story)


def test_a_shift_click_takes_the_run_and_ctrl_z_gives_it_back(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.click_seat(13)
        await server.order_holds(clerk, 13)
        await clerk.hand.click(clerk.canvas, clerk.point_of(17), SHIFT)
        await server.order_holds(clerk, 13, 14, 15, 16, 17)
        await clerk.hand.press(Qt.Key.Key_Z, CONTROL)
        await server.order_holds(clerk, 13)
        await clerk.hand.press(Qt.Key.Key_Z, CONTROL)
        await server.order_holds(clerk)

    on_the_map(story)


def test_a_rectangle_takes_what_is_in_it(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        corner = clerk.point_of(3) - QPoint(8, 8)
        other = clerk.point_of(15) + QPoint(8, 8)
        way = [corner, QPoint(other.x(), corner.y()), other]
        await clerk.hand.drag(clerk.canvas, way, modifiers=CONTROL)
        await server.order_holds(clerk, 3, 4, 5, 13, 14, 15)

    on_the_map(story)


def test_painting_takes_the_seats_on_the_way(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        way = [clerk.point_of(seat) for seat in (22, 25, 35)]
        await clerk.hand.drag(clerk.canvas, way)
        await server.order_holds(clerk, 22, 23, 24, 25, 35)
        await clerk.hand.press(Qt.Key.Key_Z, CONTROL)
        await server.order_holds(clerk)

    on_the_map(story)


def house_by_the_river() -> Venue:
    """The small house on so wide a ground that its seats are dots."""
    house = small_venue()
    banks = ((-6000.0, 700.0), (6000.0, 700.0), (6000.0, 900.0), (-6000.0, 900.0))
    river = DraftArea("river", "River", AreaKind.DECORATION, outline=banks)
    return replace(house, areas=(*house.areas, river))


def test_far_out_a_click_means_the_section_and_the_next_takes_a_seat(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        assert clerk.canvas.seat_pixels < 7
        await clerk.click_seat(15)
        assert clerk.canvas.seat_pixels > 20
        ends = [clerk.point_of(seat) for seat in (1, 40)]
        assert all(clerk.canvas.rect().contains(point) for point in ends)
        await clerk.click_seat(15)
        await server.order_holds(clerk, 15)

    on_the_map(story, house_by_the_river())


def test_a_double_click_on_nothing_shows_the_whole_venue(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        whole, point = clerk.canvas.scale, clerk.point_of(60)
        await clerk.hand.wheel(clerk.canvas, clerk.point_of(35), 4)
        assert clerk.canvas.scale > 2 * whole
        await clerk.hand.double_click(clerk.canvas, between_stalls_and_floor(clerk))
        assert clerk.canvas.scale == pytest.approx(whole)
        await clerk.hand.click(clerk.canvas, point)
        await server.order_holds(clerk, 60)

    on_the_map(story)


def test_the_line_tells_all_of_the_seat_under_the_pointer(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.hand.move(clerk.canvas, clerk.point_of(31))
        await clerk.sees(lambda: clerk.shows("seatLine"), "the seat")
        words = [clerk.text(f"seatLine{part}") for part in ("Name", "Category", "State", "Price")]
        assert words == ["Stalls, row D, seat 1", "Gold", "free · Wheelchair place", "32.00"]
        await clerk.click_seat(31)
        await server.order_holds(clerk, 31)
        assert "in this order" in clerk.text("seatLineState")
        await clerk.hand.move(clerk.canvas, between_stalls_and_floor(clerk))
        await clerk.sees(lambda: not clerk.shows("seatLine"), "the legend")

    on_the_map(story)


def test_the_minimap_goes_to_where_it_is_dragged(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.hand.wheel(clerk.canvas, clerk.point_of(1), 7)
        assert not clerk.canvas.rect().contains(clerk.point_of(52))
        minimap = clerk.hand.find("minimap", QWidget)
        middle = minimap.rect().center()
        way = [middle, middle + QPoint(0, 12), middle + QPoint(-6, 24)]
        await clerk.hand.drag(minimap, way)
        assert clerk.canvas.rect().contains(clerk.point_of(52))
        await clerk.click_seat(52)
        await server.order_holds(clerk, 52)

    on_the_map(story)


async def just_polled(clerk: Counter, server: Witness) -> None:
    """Waits for the map's next picture: the one after it is most of a second away."""
    await server.sells(60)
    await clerk.sees(lambda: clerk.state_of(60) is SeatState.SOLD, "seat 60 sold")


def test_a_seat_lost_to_another_counter_flashes_and_the_rest_of_the_run_is_kept(
    on_the_map: OnTheMap,
) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.click_seat(13)
        await server.order_holds(clerk, 13)
        await just_polled(clerk, server)
        await server.takes(15)
        assert clerk.state_of(15) is SeatState.FREE
        await clerk.hand.click(clerk.canvas, clerk.point_of(17), SHIFT)
        await clerk.sees(lambda: clerk.is_ringed(15, LOST), "a ring around what is lost")
        assert not clerk.is_ringed(16, LOST)
        assert "Stalls, row B, seat 5" in clerk.text("orderNotice")
        await server.order_holds(clerk, 13, 14, 16, 17)
        await clerk.sees(lambda: clerk.state_of(15) is SeatState.RESERVED, "whose it is")
        await clerk.sees(lambda: not clerk.is_ringed(15, LOST), "the end of the flash")

    on_the_map(story)


def test_what_is_taken_outlives_the_polls(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.take(5, 6)
        for seat in (45, 58):
            await server.sells(seat)
            await clerk.sees(lambda s=seat: clerk.state_of(s) is SeatState.SOLD, "another's")  # type: ignore[misc]
            assert {clerk.state_of(s) for s in (5, 6)} == {SeatState.MINE}
        await clerk.hand.click(clerk.canvas, clerk.point_of(8), SHIFT)
        await server.order_holds(clerk, 5, 6, 7, 8)

    on_the_map(story)
