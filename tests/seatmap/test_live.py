"""The map while others work: what fades, what stays, and what a change of the plan leaves alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.drawing.fades import Fades


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def states(*values: SeatState) -> np.ndarray:
    return np.array(values, dtype=np.uint8)


def test_what_others_take_fades_and_is_gone() -> None:
    clock = Hands()
    fades = Fades(clock)
    free, sold, mine = SeatState.FREE, SeatState.SOLD, SeatState.PENDING
    held = SeatState.RESERVED
    fades.begin(
        np.array([1, 2, 3, 4]), states(free, free, sold, free), states(sold, mine, free, held)
    )
    assert fades.seats.tolist() == [1, 4]
    clock.seconds += 0.35
    assert [round(share, 3) for _, share in fades.now()] == [0.5, 0.5]
    fades.begin(np.array([4]), states(SeatState.RESERVED), states(free))
    assert fades.seats.tolist() == [1]
    clock.seconds += 1
    assert fades.now() == []
    assert not fades


def test_a_flood_of_changes_does_not_fade() -> None:
    fades = Fades(Hands())
    many = np.arange(300)
    fades.begin(many, np.zeros(300, np.uint8), np.full(300, SeatState.SOLD, np.uint8))
    assert not fades


def test_fading_ends_where_nobody_looks(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], qtbot: QtBot
) -> None:
    offer, plan = small
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    canvas.hide()
    canvas.show_states(np.array([0, 70]), states(SeatState.SOLD, SeatState.SOLD))
    qtbot.waitUntil(lambda: not canvas._display.is_fading)


def test_a_change_of_the_plan_moves_nothing(
    drawn: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    QTest.mouseClick(drawn, Qt.MouseButton.LeftButton, pos=position(drawn, 15))
    for _ in range(2):
        drawn.zoom_in()
    there = position(drawn, 15)
    kept = np.flatnonzero(plan.ids != 3)  # seat 3 is taken out, and seat 16 moved
    changed = SeatPlan(
        ids=plan.ids[kept],
        x=np.where(plan.ids == 16, plan.x + 10, plan.x)[kept],
        y=plan.y[kept],
        angle=plan.angle[kept],
        area_ids=plan.area_ids[kept],
        row_index=plan.row_index[kept],
        row_names=plan.row_names,
        numbers=tuple(plan.numbers[i] for i in kept.tolist()),
        category_ids=plan.category_ids[kept],
        attributes=plan.attributes[kept],
    )
    scale, moved = drawn.scale, position(drawn, 16)
    drawn.show_plan(offer, changed, np.zeros(len(changed), dtype=np.uint8))
    assert drawn.scale == scale
    assert position(drawn, 15) == there
    assert position(drawn, 16) == moved + QPoint(round(10 * scale), 0)
    assert drawn.seat_position(SeatId(3)) is None
    found: list[tuple[int, ...]] = []
    drawn.seats_picked.connect(found.append)
    QTest.keyClick(drawn, Qt.Key.Key_Right)  # from the seat that had the cursor
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    assert found == [(16,)]


def test_another_event_is_shown_whole(drawn: SeatCanvas, small: tuple[Offer, SeatPlan]) -> None:
    offer, plan = small
    whole = drawn.scale
    drawn.zoom_in()
    other = replace(offer, event=replace(offer.event, id=type(offer.event.id)(2)))
    drawn.show_plan(other, plan, np.zeros(len(plan), dtype=np.uint8))
    assert drawn.scale == whole


def test_counts_by_category_follow(drawn: SeatCanvas) -> None:
    before = drawn.free_by_category()
    drawn.show_states(np.array([0, 1, 40]), np.full(3, SeatState.SOLD, dtype=np.uint8))
    after = drawn.free_by_category()
    assert {key: before[key] - after[key] for key in before} == {1: 2, 2: 1}


def position(canvas: SeatCanvas, seat: int) -> QPoint:
    found = canvas.seat_position(SeatId(seat))
    assert found is not None
    return found
