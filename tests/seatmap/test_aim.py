"""The aim by itself: what is meant and picked, without any window, mouse or key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRect

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import AreaId, EventId, PriceCategoryId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.seatmap.aim import Aim
from boxoffice.seatmap.drawing.palette import PALETTES
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.viewport import Viewport
from tests.service_fixture import BALCONY, FLOOR

ROOM = QRect(0, 0, 800, 600)
RIGHT, DOWN = (1, 0), (0, 1)
# Rows A to D of the stalls begin at 0, 10, 20 and 30, of the balcony at 40; 60 and on are standing.
A5, B5, C5, BALCONY_A1, STANDING = 4, 14, 24, 40, 60


def scene_of(offer: Offer, plan: SeatPlan) -> Scene:
    return Scene(offer, plan, np.zeros(len(plan), dtype=np.uint8), PALETTES["light"])


@pytest.fixture
def viewport(small: tuple[Offer, SeatPlan]) -> Viewport:
    made = Viewport(ROOM.size)
    made.show(scene_of(*small))
    return made


@pytest.fixture
def aim(viewport: Viewport) -> Aim:
    return Aim(viewport)


@pytest.fixture
def told(aim: Aim) -> list[tuple[str, Any]]:
    """What is told of the clerk's wishes."""
    found: list[tuple[str, Any]] = []
    for name in ("seats_picked", "area_picked", "party_missed", "party_changed"):
        getattr(aim, name).connect(lambda what, name=name: found.append((name, what)))
    return found


def states(aim: Aim, viewport: Viewport, state: SeatState, *indices: int) -> None:
    assert viewport.scene is not None
    viewport.scene.take(np.array(indices), np.full(len(indices), state, dtype=np.uint8))
    aim.look_again()


def show(aim: Aim, viewport: Viewport, scene: Scene | None) -> None:
    aim.follow(scene)
    viewport.show(scene)
    aim.look_again()


def test_hovering_tells_once_of_each_seat(aim: Aim) -> None:
    told: list[list[int]] = []
    aim.pointed_changed.connect(lambda: told.append(aim.told))
    for index in (A5, A5, B5, -1, -1):
        aim.hover(index)
    assert told == [[A5], [B5], []]
    assert (aim.hovered, aim.pointed, aim.cursor) == (-1, -1, -1)


def test_a_pick_moves_the_cursor_and_begins_a_run(aim: Aim, told: list[tuple[str, Any]]) -> None:
    aim.pick_at(A5, is_run=True)  # from nowhere
    aim.pick_at(A5 + 3, is_run=True)
    aim.pick_at(B5, is_run=True)  # of another row
    aim.pick([])
    picked = [what for name, what in told if name == "seats_picked"]
    assert picked == [(5,), (5, 6, 7, 8), (15,)]
    assert (aim.cursor, aim.last_picked) == (B5, B5)


def test_a_party_is_around_what_is_pointed_at(aim: Aim, told: list[tuple[str, Any]]) -> None:
    aim.hover(B5)
    assert aim.preview == []
    aim.set_party(3)
    assert aim.preview == [B5 - 1, B5, B5 + 1]
    assert aim.pick_pointed()
    assert told[-1] == ("seats_picked", (14, 15, 16))
    aim.hover(-1)
    assert aim.preview == []
    assert not aim.pick_pointed()


def test_a_party_without_room_is_missed_and_ones_own_seat_is_given_back(
    aim: Aim, viewport: Viewport, told: list[tuple[str, Any]]
) -> None:
    aim.set_party(2)
    states(aim, viewport, SeatState.SOLD, *range(10))
    states(aim, viewport, SeatState.MINE, B5)
    aim.hover(A5)
    assert aim.pick_pointed()
    aim.pick_at(A5, is_run=False)
    assert told == [("party_missed", 2), ("party_missed", 2)]
    told.clear()
    aim.pick_at(B5, is_run=False)
    assert told == [("seats_picked", (15,))]
    assert aim.pick_pointed()  # by Enter it is left alone
    assert len(told) == 1


def test_the_party_follows_states_categories_and_distance(aim: Aim, viewport: Viewport) -> None:
    scene = viewport.scene
    assert scene is not None
    aim.set_party(2)
    aim.hover(B5)
    before = aim.preview
    states(aim, viewport, SeatState.SOLD, *before)
    assert aim.preview not in ([], before)
    scene.choose(PriceCategoryId(2))
    aim.update_preview()
    assert aim.preview == []
    scene.choose(None)
    aim.update_preview()
    assert len(aim.preview) == 2


def test_from_far_out_no_seat_is_meant_until_it_is_typed(small: tuple[Offer, SeatPlan]) -> None:
    room = QRect(0, 0, 140, 140)
    viewport = Viewport(room.size)
    viewport.show(scene_of(*small))
    aim = Aim(viewport)
    aim.set_party(2)
    aim.hover(B5)
    assert (viewport.is_far, aim.preview, aim.pick_pointed()) == (True, [], False)
    aim.go_to("C 5")
    assert (viewport.is_far, len(aim.preview)) == (False, 2)
    assert room.contains(viewport.point_of(C5).toPoint())


def test_a_party_is_given_up_once(aim: Aim, told: list[tuple[str, Any]]) -> None:
    aim.set_party(4)
    assert aim.give_up_party()
    assert not aim.give_up_party()
    assert told == [("party_changed", 1)]


def test_the_cursor_walks_from_the_middle_and_stays_in_sight(aim: Aim, viewport: Viewport) -> None:
    moves: list[int] = []
    aim.cursor_moved.connect(lambda: moves.append(aim.cursor))
    aim.walk(RIGHT)
    assert viewport.is_placed(aim.cursor)
    aim.focus(A5)
    aim.walk(RIGHT)
    aim.walk(DOWN)
    assert moves[1:] == [A5, A5 + 1, B5 + 1]
    assert aim.pointed == B5 + 1
    viewport.zoom(8.0, viewport.point_of(A5))
    for _ in range(12):
        aim.walk(RIGHT)
    assert ROOM.contains(viewport.point_of(aim.cursor).toPoint())


def test_a_standing_place_does_not_get_the_cursor(aim: Aim) -> None:
    aim.focus(A5)
    aim.focus(STANDING)
    aim.focus(-1)
    assert aim.cursor == A5


def test_a_typed_name_is_gone_to(aim: Aim, viewport: Viewport) -> None:
    aim.go_to("C 5")
    assert aim.cursor == aim.pointed == C5
    before = viewport.view
    aim.go_to("Q 99")
    assert (aim.cursor, viewport.view) == (C5, before)


def test_the_cursor_is_picked_where_there_is_one(aim: Aim, told: list[tuple[str, Any]]) -> None:
    assert not aim.pick_cursor()
    assert not aim.pick_pointed()
    aim.focus(C5)
    assert aim.pick_cursor()
    assert aim.pick_pointed()
    assert told == [("seats_picked", (25,)), ("seats_picked", (25,))]


def test_another_plan_of_the_event_has_the_same_seats(
    aim: Aim, viewport: Viewport, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    aim.set_party(2)
    aim.focus(A5)
    aim.hover(B5)
    less = plan.merged(SeatPlan.empty(), np.array([1]))  # all others move up by one
    show(aim, viewport, scene_of(offer, less))
    assert (aim.cursor, aim.hovered, aim.pointed) == (A5 - 1, B5 - 1, B5 - 1)
    assert [viewport.id_of(index) for index in aim.preview] == [14, 15]
    none = plan.merged(SeatPlan.empty(), np.array([5]))
    show(aim, viewport, scene_of(offer, none))
    assert (aim.cursor, viewport.id_of(aim.hovered)) == (-1, 15)
    other = replace(offer, event=replace(offer.event, id=EventId(2)))
    show(aim, viewport, scene_of(other, plan))
    assert (aim.cursor, aim.hovered, aim.pointed, aim.preview) == (-1, -1, -1, [])
    aim.hover(B5)
    show(aim, viewport, None)
    assert (aim.hovered, aim.preview) == (-1, [])


def test_what_is_on_another_level_is_not_meant(
    aim: Aim, viewport: Viewport, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    areas = tuple(replace(area, level=int(area.id == BALCONY)) for area in offer.areas)
    scene = scene_of(replace(offer, areas=areas), plan)
    show(aim, viewport, scene)
    scene.choose_level(None)
    aim.set_party(2)
    aim.focus(A5)
    aim.hover(BALCONY_A1)
    assert len(aim.preview) == 2
    scene.choose_level(0)
    aim.forget_unseen()
    assert (aim.cursor, aim.hovered, aim.pointed, aim.preview) == (A5, -1, -1, [])
    scene.choose_level(1)
    aim.forget_unseen()
    assert aim.cursor == -1


def test_an_assistive_tool_may_press_what_is_gone(aim: Aim, told: list[tuple[str, Any]]) -> None:
    aim.press(A5, None)
    aim.press(9999, None)
    aim.press(-1, None)
    aim.press(-1, AreaId(FLOOR))
    assert told == [("seats_picked", (5,)), ("area_picked", FLOOR)]


def test_without_a_scene_nothing_is_meant() -> None:
    aim = Aim(Viewport(ROOM.size))
    picked: list[object] = []
    aim.seats_picked.connect(picked.append)
    aim.walk(RIGHT)
    aim.go_to("A 1")
    aim.focus(A5)
    aim.hover(-1)
    aim.pick([A5])
    aim.pick_at(A5, is_run=False)
    aim.forget_unseen()
    aim.set_party(3)
    assert not aim.pick_pointed()
    assert (aim.cursor, aim.preview, picked) == (-1, [], [])
