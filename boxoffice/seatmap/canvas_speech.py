"""What assistive tools are told of the map."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from boxoffice.domain.seatplan import SeatState
from boxoffice.seatmap.canvas_scene import Scene

_MOST = 60  # characters of a name


def seat_in_words(scene: Scene, index: int) -> str:
    """A seat's area, row, number and status, such as 'Stalls, row C, seat 12, free'; what is not
    known is '?'."""
    seat = scene.plan.seat(index)
    area = scene.offer.area(seat.area_id)
    text = QCoreApplication.translate("SeatCanvas", "{area}, row {row}, seat {number}, {state}")
    state = _state_in_words(SeatState(int(scene.states[index])))
    names = (area.name if area else "", seat.row, seat.number)
    name, row, number = (" ".join(found.split())[:_MOST] or "?" for found in names)
    return text.format(area=name, row=row, number=number, state=state)


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
