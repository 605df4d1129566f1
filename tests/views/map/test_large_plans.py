"""A large house is prepared in a thread: the window stays alive, and nothing is lost meanwhile."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import EventId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState, States
from boxoffice.presenters.common import Phase
from boxoffice.presenters.map.state import MapState
from boxoffice.views.window.main_window import MainWindow
from tests.plans import offer_of, plan_of
from tests.service_fixture import small_venue
from tests.waiting import PATIENCE

SEATS = 30_000


def large() -> tuple[Offer, SeatPlan, States]:
    index = np.arange(SEATS)
    plan = SeatPlan(
        ids=index + 1,
        x=(index % 200).astype(np.float64) * 50,
        y=(index // 200).astype(np.float64) * 80,
        angle=np.zeros(SEATS),
        area_ids=np.full(SEATS, 2),
        row_index=(index // 200).astype(np.int32),
        row_names=tuple(str(i + 1) for i in range(SEATS // 200)),
        numbers=tuple(str(i % 200 + 1) for i in range(SEATS)),
        category_ids=np.ones(SEATS, dtype=np.int64),
        attributes=np.zeros(SEATS, dtype=np.int32),
    )
    return offer_of(small_venue()), plan, np.zeros(SEATS, dtype=np.uint8)


def test_what_changes_while_a_plan_is_prepared_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    offer, plan, states = large()
    window.map.show_state(MapState(Phase.READY, offer, plan, states))
    assert window.map.canvas.plan is None  # not yet: the window would stand still
    states[7] = SeatState.SOLD  # the board's own array, as a poll changes it
    window.map.show_seats(np.array([7]), states[[7]])
    qtbot.waitUntil(lambda: window.map.canvas.plan is plan)
    assert window.map.canvas.states[7] == SeatState.SOLD
    assert window.map.canvas.isVisible()
    assert window.map.canvas.hasFocus()


def test_another_event_takes_the_place_of_one_that_is_prepared(window: MainWindow) -> None:
    offer, plan, states = large()
    window.map.show_state(MapState(Phase.READY, offer, plan, states))
    window.map.show_state(MapState(Phase.LOADING))
    small, few = offer_of(small_venue()), plan_of(small_venue())
    small = replace(small, event=replace(small.event, id=EventId(2)))
    window.map.show_state(MapState(Phase.READY, small, few, np.zeros(len(few), dtype=np.uint8)))
    assert window.map.canvas.plan is few
    window.map.show_state(MapState(Phase.READY, offer, plan, states))
    window.map.show_state(MapState())
    assert QThreadPool.globalInstance().waitForDone(round(PATIENCE * 1000))
    QApplication.processEvents()  # what the thread sent
    assert not window.map.canvas.isVisible()


def test_a_changed_plan_is_shown_when_it_is_prepared(window: MainWindow, qtbot: QtBot) -> None:
    offer, plan, states = large()
    window.map.show_state(MapState(Phase.READY, offer, plan, states))
    qtbot.waitUntil(lambda: window.map.canvas.plan is plan)
    window.map.canvas.zoom_in()
    scale = window.map.canvas.scale
    moved = replace(plan, x=plan.x + (plan.ids == 5) * 10)
    window.map.show_state(MapState(Phase.READY, offer, moved, states))
    assert window.map.canvas.plan is plan
    assert window.map.canvas.isVisible()  # the old one until then
    qtbot.waitUntil(lambda: window.map.canvas.plan is moved)
    assert window.map.canvas.scale == scale
