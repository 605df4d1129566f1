"""What assistive tools are told of the map."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from boxoffice.domain.seatplan import SeatState
from boxoffice.seatmap.canvas_scene import Scene


def seat_in_words(scene: Scene, index: int) -> str:
    """A seat's area, row, number and status, such as 'Stalls, row C, seat 12, free'."""
    seat = scene.plan.seat(index)
    area = scene.offer.area(seat.area_id)
    text = QCoreApplication.translate("SeatCanvas", "{area}, row {row}, seat {number}, {state}")
    state = _state_in_words(SeatState(int(scene.states[index])))
    name = area.name if area else ""
    return text.format(area=name, row=seat.row, number=seat.number, state=state)


def _state_in_words(state: SeatState) -> str:
    translate = QCoreApplication.translate
    words = {
        SeatState.FREE: translate("SeatCanvas", "free"),
        SeatState.RESERVED: translate("SeatCanvas", "reserved"),
        SeatState.SOLD: translate("SeatCanvas", "sold"),
        SeatState.MINE: translate("SeatCanvas", "in this order"),
        SeatState.PENDING: translate("SeatCanvas", "being taken"),
    }
    return words.get(state, translate("SeatCanvas", "not on sale"))
