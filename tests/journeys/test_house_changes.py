"""The house is changed while a clerk sells: a seat is moved, one added, one taken out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.domain.venue import DraftSeat
from tests.journeys.conftest import Counter, OnTheMap, Witness

ADDED = 81  # the small house has 80 places


def test_a_changed_house_is_taken_over_without_a_jump(on_the_map: OnTheMap) -> None:
    async def story(clerk: Counter, server: Witness) -> None:
        await clerk.hand.wheel(clerk.canvas, clerk.point_of(14), 1)
        await clerk.click_seat(14)
        await server.order_holds(clerk, 14)
        scale, there, moved = clerk.canvas.scale, clerk.point_of(14), clerk.point_of(15)
        await server.imports(
            DraftSeat("stalls-1-4", "stalls", "gold", "B", "5", 205.0, 60.0),  # seat 15
            DraftSeat("stalls-3-10", "stalls", "gold", "D", "11", 450.0, 170.0),
            gone=["stalls-0-2"],  # seat 3
        )
        await clerk.hand.press(Qt.Key.Key_F5)
        await clerk.sees(lambda: clerk.canvas.seat_position(SeatId(3)) is None, "seat 3 gone")
        assert clerk.canvas.scale == scale
        assert clerk.point_of(14) == there
        step = clerk.point_of(15) - moved - QPoint(round(5 * scale), round(10 * scale))
        assert step.manhattanLength() <= 2  # both ends are whole pixels
        await server.order_holds(clerk, 14)
        await clerk.click_seat(15)
        await clerk.sees(lambda: clerk.state_of(ADDED) is SeatState.FREE, "its status")
        await clerk.click_seat(ADDED)
        await server.order_holds(clerk, 14, 15, ADDED)

    on_the_map(story)
