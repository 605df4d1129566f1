"""The viewport by itself: what is seen of a scene in a room of pixels, without any window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect, QSize

from boxoffice.domain.catalogue import Entrance, Offer
from boxoffice.domain.ids import AreaId, EntranceId, EventId, SeatId
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.seatmap.drawing.palette import PALETTES
from boxoffice.seatmap.drawing.scene import FAR, Scene
from boxoffice.seatmap.viewport import Viewport
from tests.service_fixture import FLOOR, STALLS

ROOM = QRect(0, 0, 800, 600)
FIRST, STANDING = 0, 60  # indices of a seat and of a standing place


def scene_of(offer: Offer, plan: SeatPlan) -> Scene:
    return Scene(offer, plan, np.zeros(len(plan), dtype=np.uint8), PALETTES["light"])


@pytest.fixture
def scene(small: tuple[Offer, SeatPlan]) -> Scene:
    return scene_of(*small)


@pytest.fixture
def viewport(scene: Scene) -> Viewport:
    made = Viewport(ROOM.size)
    made.show(scene)
    return made


def moves_of(viewport: Viewport) -> list[tuple[int, int] | None]:
    """What is told from now on: how far it panned, None for any other view."""
    told: list[tuple[int, int] | None] = []
    viewport.changed.connect(lambda: told.append(None))
    viewport.panned.connect(lambda dx, dy: told.append((dx, dy)))
    return told


def test_a_scene_is_shown_whole(viewport: Viewport, scene: Scene) -> None:
    assert viewport.is_fitted
    assert viewport.scene is scene
    points = [viewport.point_of(i) for i in range(len(scene.plan)) if viewport.is_placed(i)]
    assert len(points) == 60
    assert all(ROOM.contains(point.toPoint()) for point in points)
    assert viewport.middle == pytest.approx(scene.bounds.middle)


def test_entrances_have_room_for_their_names_on_both_sides(small: tuple[Offer, SeatPlan]) -> None:
    offer, plan = replace(small[0], entrances=()), small[1]
    viewport = Viewport(QRect(0, 0, 400, 600).size)  # so that the width is what is scarce
    viewport.show(scene_of(offer, plan))
    plain, (x, y) = viewport.view.scale, viewport.middle
    viewport.show(scene_of(replace(offer, entrances=(Entrance(EntranceId(1), "A", x, y),)), plan))
    assert viewport.view.scale < plain
    assert viewport.middle == pytest.approx((x, y))


def test_a_point_and_its_seat_find_each_other(viewport: Viewport, scene: Scene) -> None:
    viewport.zoom(3.0, QPointF(100, 80))
    for index in (FIRST, 14, 59):
        assert viewport.index_at(viewport.point_of(index)) == index
        assert viewport.index_of(viewport.id_of(index)) == index
    away = viewport.point_of(FIRST) + QPointF(0.45 * viewport.seat_pixels, 0)
    assert viewport.index_at(away) == FIRST
    assert viewport.index_at(QPointF(-4000, -4000)) == -1
    assert viewport.index_of(SeatId(999)) == -1
    assert not viewport.is_placed(STANDING)
    with pytest.raises(IndexError):
        viewport.id_of(999)


def test_areas_are_where_their_names_are(viewport: Viewport) -> None:
    at = viewport.area_position(AreaId(FLOOR))
    assert at is not None
    area = viewport.area_at(QPointF(at))
    assert area is not None
    assert area.id == FLOOR
    assert viewport.area_position(AreaId(999)) is None
    assert viewport.area_at(QPointF(-4000, 0)) is None


def test_zooming_leaves_the_point_where_it_is(viewport: Viewport) -> None:
    told, at = moves_of(viewport), viewport.point_of(14)
    viewport.zoom(1.5, at)
    assert (viewport.point_of(14) - at).manhattanLength() < 1e-6
    assert not viewport.is_fitted
    assert told == [None]
    viewport.zoom(1e9)
    nearest = viewport.seat_pixels
    viewport.zoom(2.0)
    assert viewport.seat_pixels == pytest.approx(nearest)
    viewport.zoom(1e-9)
    assert 0 < viewport.seat_pixels < nearest


def test_panning_tells_the_pixels_as_far_as_the_venue_stays_in_sight(viewport: Viewport) -> None:
    viewport.zoom(2.0)
    told, before = moves_of(viewport), viewport.point_of(14)
    viewport.pan(13, -7)
    viewport.pan(0, 0)
    assert viewport.point_of(14) - before == QPointF(13, -7)
    assert told == [(13, -7)]
    viewport.pan(50_000, 0)
    assert told == [(13, -7), None]
    seen = [viewport.point_of(i).toPoint() for i in range(60)]
    assert any(ROOM.contains(point) for point in seen)


def test_a_seat_out_of_sight_comes_into_the_middle(viewport: Viewport) -> None:
    viewport.zoom_to(0.0, 0.0, 1.2)
    hidden = next(i for i in range(60) if not ROOM.contains(viewport.point_of(i).toPoint()))
    viewport.ensure_visible(hidden)
    there = viewport.point_of(hidden)
    assert ROOM.contains(there.toPoint())
    told = moves_of(viewport)
    viewport.ensure_visible(hidden)
    viewport.ensure_visible(STANDING)
    viewport.ensure_visible(-1)
    assert (told, viewport.point_of(hidden)) == ([], there)


def test_an_area_is_shown_whole(viewport: Viewport, scene: Scene) -> None:
    stalls = scene.offer.area(AreaId(STALLS))
    assert stalls is not None
    before = viewport.seat_pixels
    viewport.fit_area(stalls)
    assert viewport.seat_pixels > before
    corners = [QPointF(*viewport.view.to_pixels(x, y)) for x, y in stalls.outline]
    assert all(ROOM.contains(corner.toPoint()) for corner in corners)


def test_far_is_where_seats_are_too_small(scene: Scene) -> None:
    viewport = Viewport(QRect(0, 0, 160, 160).size)
    viewport.show(scene)
    seen = [viewport.is_far]
    for factor in (1.01 * FAR / viewport.seat_pixels, 0.98):
        viewport.zoom(factor)
        seen.append(viewport.is_far)
    assert seen == [True, False, True]


def test_another_plan_of_the_event_moves_nothing_another_event_is_shown_whole(
    viewport: Viewport, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    whole = viewport.view
    viewport.zoom(2.0)
    before = viewport.view
    viewport.show(scene_of(offer, plan))
    assert viewport.view == before
    viewport.show(scene_of(replace(offer, event=replace(offer.event, id=EventId(2))), plan))
    assert viewport.view == whole
    assert viewport.is_fitted


def test_the_room_is_asked_each_time(scene: Scene) -> None:
    size = QSize(800, 600)
    viewport = Viewport(lambda: size)
    viewport.show(scene)
    large = viewport.seat_pixels
    size = QSize(400, 300)
    viewport.fit()
    assert viewport.room == QRect(0, 0, 400, 300)
    assert viewport.seat_pixels < large


def test_without_a_scene_nothing_is_anywhere() -> None:
    viewport = Viewport(ROOM.size)
    told = moves_of(viewport)
    viewport.fit()
    viewport.zoom(2.0)
    viewport.zoom_to(5.0, 5.0, 3.0)
    viewport.pan(5, 5)
    viewport.ensure_visible(FIRST)
    assert told == []
    assert (viewport.seat_pixels, viewport.is_far) == (0.0, True)
    assert (viewport.index_at(QPointF(1, 1)), viewport.index_of(SeatId(1))) == (-1, -1)
    assert (viewport.area_at(QPointF(1, 1)), viewport.area_position(AreaId(FLOOR))) == (None, None)
    for ask in (viewport.id_of, viewport.point_of):
        with pytest.raises(IndexError):
            ask(FIRST)
