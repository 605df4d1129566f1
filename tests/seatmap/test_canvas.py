"""The map under the hand: real mouse, wheel and key events."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import EventStatus, Offer
from boxoffice.domain.ids import AreaId, SeatId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.seatmap import aim
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.minimap import Minimap
from tests.seatmap.conftest import seats_at, typing_of
from tests.service_fixture import FLOOR

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NOTHING = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def at(canvas: SeatCanvas, seat: int) -> QPoint:
    found = canvas.seat_position(SeatId(seat))
    assert found is not None
    return found


def picks(canvas: SeatCanvas) -> list[tuple[int, ...]]:
    """What is picked from now on."""
    found: list[tuple[int, ...]] = []
    canvas.seats_picked.connect(found.append)
    return found


def drag(
    canvas: QWidget,
    way: list[QPoint],
    button: Qt.MouseButton = LEFT,
    modifier: Qt.KeyboardModifier = NOTHING,
) -> None:
    QTest.mousePress(canvas, button, modifier, way[0])
    for point in way[1:]:
        QTest.mouseMove(canvas, point)
        QApplication.processEvents()
    QTest.mouseRelease(canvas, button, modifier, way[-1])


def wheel(canvas: SeatCanvas, point: QPoint, notches: float) -> None:
    turned = QPoint(0, round(120 * notches))
    event = QWheelEvent(
        QPointF(point),
        QPointF(canvas.mapToGlobal(point)),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        NOTHING,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def image(canvas: QWidget) -> QImage:
    return canvas.grab().toImage()


def test_a_click_picks_the_seat_under_it(drawn: SeatCanvas) -> None:
    found = picks(drawn)
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 15))
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 41) + QPoint(3, 2))
    QTest.mouseClick(drawn, LEFT, NOTHING, QPoint(2, 2))
    QTest.mouseClick(drawn, Qt.MouseButton.RightButton, NOTHING, at(drawn, 15))
    assert found == [(15,), (41,)]


def test_shift_click_takes_the_run_from_the_last_one(drawn: SeatCanvas) -> None:
    found = picks(drawn)
    QTest.mouseClick(drawn, LEFT, SHIFT, at(drawn, 13))
    QTest.mouseClick(drawn, LEFT, SHIFT, at(drawn, 17))
    QTest.mouseClick(drawn, LEFT, SHIFT, at(drawn, 25))
    assert found == [(13,), (13, 14, 15, 16, 17), (25,)]


def test_painting_over_seats(drawn: SeatCanvas) -> None:
    found = picks(drawn)
    drag(drawn, [at(drawn, seat) for seat in (2, 3, 4, 3, 14)])
    assert found == [(2, 3, 4, 14)]


def test_a_fast_hand_leaves_no_seat_out(drawn: SeatCanvas) -> None:
    found = picks(drawn)
    drag(drawn, [at(drawn, 2), at(drawn, 9)])
    assert found == [(2, 3, 4, 5, 6, 7, 8, 9)]


def test_a_rectangle_with_control(drawn: SeatCanvas) -> None:
    found = picks(drawn)
    corner, other = at(drawn, 3) - QPoint(8, 8), at(drawn, 15) + QPoint(8, 8)
    drag(drawn, [corner, QPoint(other.x(), corner.y()), other], modifier=CONTROL)
    assert [sorted(seats) for seats in found] == [[3, 4, 5, 13, 14, 15]]


def test_a_shaky_click_is_still_a_click(drawn: SeatCanvas) -> None:
    found = picks(drawn)
    drag(drawn, [at(drawn, 15), at(drawn, 15) + QPoint(1, 2), at(drawn, 15) + QPoint(2, 1)])
    assert found == [(15,)]


@pytest.mark.parametrize("with_space", [False, True])
def test_moving_with_the_middle_button_or_space(drawn: SeatCanvas, with_space: bool) -> None:
    found = picks(drawn)
    wheel(drawn, at(drawn, 15), 4)
    before = at(drawn, 15)
    way = [QPoint(300, 300), QPoint(330, 280), QPoint(345, 290)]
    if with_space:
        QTest.keyPress(drawn, Qt.Key.Key_Space)
        drag(drawn, way)
        QTest.keyRelease(drawn, Qt.Key.Key_Space)
    else:
        drag(drawn, way, MIDDLE)
    assert at(drawn, 15) - before == QPoint(45, -10)
    assert found == []


def test_the_wheel_zooms_at_the_pointer(drawn: SeatCanvas) -> None:
    point, scale = at(drawn, 15), drawn.scale
    wheel(drawn, point, 3)
    assert drawn.scale == pytest.approx(scale * 1.25**3)
    assert (at(drawn, 15) - point).manhattanLength() <= 2
    wheel(drawn, point, -3)
    assert drawn.scale == pytest.approx(scale)
    wheel(drawn, point, 500)
    nearest = drawn.scale
    wheel(drawn, point, 5)
    assert drawn.scale == nearest
    wheel(drawn, point, -500)
    assert 0 < drawn.scale < nearest


def test_pinching_zooms_at_the_pointer(drawn: SeatCanvas) -> None:
    point, scale = at(drawn, 15), drawn.scale
    for kind, value in (
        (Qt.NativeGestureType.ZoomNativeGesture, 0.5),
        (Qt.NativeGestureType.RotateNativeGesture, 0.5),
    ):
        spot, outside = QPointF(point), QPointF(drawn.mapToGlobal(point))
        event = QNativeGestureEvent(
            kind, QPointingDevice.primaryPointingDevice(), 2, spot, spot, outside, value, QPointF()
        )
        QApplication.sendEvent(drawn, event)
    assert drawn.scale == pytest.approx(1.5 * scale)
    assert (at(drawn, 15) - point).manhattanLength() <= 2


def test_keys_zoom_and_a_double_click_on_nothing_shows_all(drawn: SeatCanvas) -> None:
    whole = drawn.scale
    QTest.keyClick(drawn, Qt.Key.Key_Plus)
    assert drawn.scale == pytest.approx(1.5 * whole)
    QTest.keyClick(drawn, Qt.Key.Key_Minus)
    assert drawn.scale == pytest.approx(whole)
    QTest.keyClick(drawn, Qt.Key.Key_Plus)
    QTest.keyClick(drawn, Qt.Key.Key_0)
    assert drawn.scale == pytest.approx(whole)
    QTest.keyClick(drawn, Qt.Key.Key_Plus)
    QTest.mouseDClick(drawn, LEFT, NOTHING, QPoint(2, 2))
    assert drawn.scale == pytest.approx(whole)


def test_arrows_walk_space_takes_and_assistive_tools_hear_it(drawn: SeatCanvas) -> None:
    found = picks(drawn)
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 14))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(drawn, key)
    assert drawn.accessibleDescription() == "Stalls, row C, seat 3, free"
    QTest.keyClick(drawn, Qt.Key.Key_Space)
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    assert found == [(14,), (23,), (23,)]
    drawn.show_states(np.array([22]), np.array([SeatState.SOLD], dtype=np.uint8))
    assert drawn.accessibleDescription().endswith("sold")


def test_walking_keeps_the_seat_on_the_screen(drawn: SeatCanvas) -> None:
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 1))
    wheel(drawn, at(drawn, 1), 6)
    for _ in range(12):
        QTest.keyClick(drawn, Qt.Key.Key_Right)
    assert drawn.rect().contains(at(drawn, 10))


def test_a_click_far_out_means_the_section(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    canvas.resize(160, 160)
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    found = picks(canvas)
    assert canvas.seat_pixels < 7
    QTest.mouseClick(canvas, LEFT, NOTHING, at(canvas, 15))
    assert found == []
    assert canvas.seat_pixels >= 7
    QTest.mouseClick(canvas, LEFT, NOTHING, at(canvas, 15))
    assert found == [(15,)]


def test_a_standing_area_is_picked_as_one(drawn: SeatCanvas, qtbot: QtBot) -> None:
    point = drawn.area_position(AreaId(FLOOR))
    assert point is not None
    with qtbot.waitSignal(drawn.area_picked) as picked:
        QTest.mouseClick(drawn, LEFT, NOTHING, point)
    assert picked.args == [FLOOR]


def test_hovering_tells_once_of_each_seat(drawn: SeatCanvas) -> None:
    told: list[object] = []
    drawn.seats_pointed.connect(lambda: told.append(drawn.pointed))
    for point in (at(drawn, 15), at(drawn, 15) + QPoint(1, 1), at(drawn, 16), QPoint(2, 2)):
        QTest.mouseMove(drawn, point)
        QApplication.processEvents()
    assert told == [(15,), (16,), ()]


def test_changed_seats_are_drawn_as_a_fresh_picture_would_be(
    drawn: SeatCanvas, small: tuple[Offer, SeatPlan], qtbot: QtBot
) -> None:
    offer, plan = small
    states = np.zeros(len(plan), dtype=np.uint8)
    rng = np.random.default_rng(3)
    for _ in range(5):
        changed = rng.choice(60, 9, replace=False)
        states[changed] = rng.integers(0, len(SeatState), 9)
        drawn.show_states(changed, states[changed])
    qtbot.waitUntil(lambda: not drawn._display.is_fading)  # what others took fades for a moment
    one_by_one = image(drawn)
    drawn.show_plan(offer, plan, states)
    assert image(drawn) == one_by_one


@pytest.mark.parametrize("zoom", [0, 2, 5])
def test_a_moved_picture_is_as_a_fresh_one_would_be(drawn: SeatCanvas, zoom: int) -> None:
    wheel(drawn, at(drawn, 25), zoom)
    drag(drawn, [QPoint(300, 300), QPoint(317, 290), QPoint(330, 331), QPoint(290, 305)], MIDDLE)
    QTest.mouseMove(drawn, QPoint(1, 1))
    moved = image(drawn)
    drawn.set_palette_name("light")  # draws it anew
    fresh = image(drawn)
    differing = sum(
        moved.pixel(x, y) != fresh.pixel(x, y) for x in range(0, 800, 3) for y in range(0, 600, 3)
    )
    assert differing < 0.004 * 200 * 267  # letters on the seam may be drawn a shade apart


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_palettes_change_the_picture_not_the_view(drawn: SeatCanvas, name: str) -> None:
    scale = drawn.scale
    drawn.set_palette_name(name)
    assert drawn.scale == scale
    seen = image(drawn)
    assert len({seen.pixel(x, y) for x in range(0, 800, 7) for y in range(0, 600, 7)}) > 3


ODD_PLANS = {
    "empty": seats_at([], []),
    "one seat": seats_at([5], [5]),
    "two on one spot": seats_at([5, 5], [5, 5]),
    "a line": seats_at([0, 50, 100], [0, 0, 0]),
    "far apart": seats_at([0, 1e7], [0, 1e7]),
    "tiny": seats_at([0, 1e-3], [0, 0]),
    "far from the origin": seats_at([1e8, 1e8 + 50], [-1e8, -1e8]),
}


@pytest.mark.parametrize("name", ODD_PLANS)
def test_odd_plans_are_shown_and_worked(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], name: str
) -> None:
    offer, plan = replace(small[0], areas=()), ODD_PLANS[name]
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    canvas.flash((SeatId(1),))
    wheel(canvas, QPoint(400, 300), 3)
    drag(canvas, [QPoint(400, 300), QPoint(420, 320), QPoint(440, 340)], MIDDLE)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_0):
        QTest.keyClick(canvas, key)
    QTest.mouseClick(canvas, LEFT, NOTHING, QPoint(400, 300))
    assert not image(canvas).isNull()
    assert np.isfinite(canvas.scale)


def test_a_standing_only_venue_is_shown(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], qtbot: QtBot
) -> None:
    offer, whole = small
    plan = plan_without_places(whole)
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    point = canvas.area_position(AreaId(FLOOR))
    assert point is not None
    with qtbot.waitSignal(canvas.area_picked):
        QTest.mouseClick(canvas, LEFT, NOTHING, point)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    canvas.show_states(np.array([0]), np.array([SeatState.SOLD], dtype=np.uint8))


def plan_without_places(whole: SeatPlan) -> SeatPlan:
    n = 20
    blank = np.full(n, np.nan)
    return SeatPlan(
        ids=whole.ids[60:],
        x=blank,
        y=blank,
        angle=np.zeros(n),
        area_ids=whole.area_ids[60:],
        row_index=np.full(n, -1, dtype=np.int32),
        row_names=(),
        numbers=("",) * n,
        category_ids=whole.category_ids[60:],
        attributes=whole.attributes[60:],
    )


def test_without_a_plan_nothing_answers(canvas: SeatCanvas) -> None:
    found = picks(canvas)
    QTest.mouseClick(canvas, LEFT, NOTHING, QPoint(400, 300))
    wheel(canvas, QPoint(400, 300), 1)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Plus):
        QTest.keyClick(canvas, key)
    drag(canvas, [QPoint(10, 10), QPoint(60, 60)], MIDDLE)
    canvas.show_states(np.array([0]), np.array([1], dtype=np.uint8))
    assert found == []
    assert canvas.seat_position(SeatId(1)) is None
    assert canvas.area_position(AreaId(1)) is None
    assert not image(canvas).isNull()


def test_the_minimap_shows_the_way_and_goes_there(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], qtbot: QtBot
) -> None:
    offer, plan = small
    minimap = Minimap(canvas)
    qtbot.addWidget(minimap)
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    found = picks(canvas)
    assert not minimap.isVisible()
    wheel(canvas, at(canvas, 1), 6)
    assert minimap.isVisible()
    assert not canvas.rect().contains(at(canvas, 60))
    middle = minimap.rect().center()
    drag(minimap, [middle, middle + QPoint(8, 20)])
    assert canvas.rect().contains(at(canvas, 60))
    assert found == []
    before = image(minimap)
    canvas.show_states(np.arange(40), np.full(40, SeatState.SOLD, dtype=np.uint8))
    after = image(minimap)
    assert after != before
    canvas.set_palette_name("light")  # draws all anew
    assert image(minimap) == after
    canvas.fit()
    assert not minimap.isVisible()


def test_typing_a_seat_goes_there_and_enter_takes_it(drawn: SeatCanvas, qtbot: QtBot) -> None:
    found = picks(drawn)
    drawn.setFocus()
    QTest.keyClicks(drawn, "c 7")
    assert drawn.accessibleDescription() == "Stalls, row C, seat 7, free"
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    assert found == [(27,)]
    qtbot.waitUntil(lambda: not typing_of(drawn).text)
    QTest.keyClicks(drawn, "D10")
    assert drawn.accessibleDescription() == "Stalls, row D, seat 10, free"
    qtbot.waitUntil(lambda: not typing_of(drawn).text)
    wheel(drawn, at(drawn, 60), 8)
    QTest.keyClicks(drawn, "b")
    assert drawn.accessibleDescription() == "Balcony, row B, seat 1, free"
    assert drawn.rect().contains(at(drawn, 51))
    QTest.keyClicks(drawn, " 99x")  # seat 9 is there, 99 is not
    assert drawn.accessibleDescription() == "Balcony, row B, seat 9, free"
    assert found == [(27,)]


def test_dragging_far_out_moves_the_map_and_takes_nothing(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    canvas.resize(160, 160)
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    found, before = picks(canvas), at(canvas, 15)
    start = QPoint(85, 85)
    drag(canvas, [start, start + QPoint(20, 8), start + QPoint(30, 12)])
    assert at(canvas, 15) - before == QPoint(30, 12)
    assert found == []


def test_a_lasso_takes_what_is_free_in_it_at_once(drawn: SeatCanvas) -> None:
    found, told = picks(drawn), list[bool]()
    drawn.lasso_changed.connect(told.append)
    drawn.show_states(np.array([15]), np.array([SeatState.SOLD], dtype=np.uint8))
    step = int(drawn.seat_pixels)
    around = [
        at(drawn, 14) + QPoint(-step // 2, -step // 2),
        at(drawn, 17) + QPoint(step // 2, -step // 2),
        at(drawn, 27) + QPoint(step // 2, step // 2),
        at(drawn, 24) + QPoint(-step // 2, step // 2),
    ]
    drag(drawn, around, LEFT, Qt.KeyboardModifier.ShiftModifier)  # from where no seat is
    wanted = {14, 15, 17, 24, 25, 26, 27}  # 16 is sold
    assert [set(seats) for seats in found] == [wanted]
    drawn.set_lasso(True)
    drag(drawn, [at(drawn, 14) - QPoint(3, 3), *around[1:], around[0]])
    assert [len(seats) for seats in found] == [7, 7]
    drawn.set_lasso(True)
    QTest.keyClick(drawn, Qt.Key.Key_Escape)
    assert told == [True, False, True, False]
    drag(drawn, [at(drawn, 34), at(drawn, 35)])
    assert found[2] == (34, 35)


def test_ctrl_takes_the_row_and_with_shift_the_section(drawn: SeatCanvas) -> None:
    found, many = picks(drawn), list[int]()
    drawn.too_many.connect(many.append)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    drawn.show_states(np.array([15]), np.array([SeatState.SOLD], dtype=np.uint8))
    QTest.mouseClick(drawn, LEFT, control, at(drawn, 15))
    assert found == [(11, 12, 13, 14, 15, 17, 18, 19, 20)]
    QTest.mouseClick(drawn, LEFT, control | shift, at(drawn, 15))
    assert set(found[1]) == {*range(1, 41)} - {16}
    drawn.show_states(np.arange(40), np.full(40, SeatState.MINE, dtype=np.uint8))
    QTest.mouseClick(drawn, LEFT, control, at(drawn, 15))  # all ours: they go back
    assert set(found[2]) == {*range(11, 21)}
    assert many == []


def test_more_than_an_order_takes_is_told_and_not_picked(
    drawn: SeatCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aim, "MOST_AT_ONCE", 39)
    found, many = picks(drawn), list[int]()
    drawn.too_many.connect(many.append)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(drawn, LEFT, both, at(drawn, 15))
    assert (found, many) == ([], [40])


def test_own_seats_that_were_taken_elsewhere_come_into_sight(drawn: SeatCanvas) -> None:
    wheel(drawn, at(drawn, 1), 8)
    assert not drawn.rect().contains(at(drawn, 60))
    before = drawn.scale
    drawn.show_states(np.array([0]), np.array([SeatState.MINE], dtype=np.uint8))
    assert drawn.scale == before  # it is in sight
    best = np.array([57, 58, 59])
    drawn.show_states(best, np.full(3, SeatState.MINE, dtype=np.uint8))
    assert all(drawn.rect().contains(at(drawn, seat)) for seat in (56, 58, 59, 60))
    middle = at(drawn, 1)
    QTest.mouseClick(drawn, LEFT, NOTHING, at(drawn, 56))
    drawn.show_states(np.array([55]), np.array([SeatState.MINE], dtype=np.uint8))
    assert at(drawn, 1) == middle  # what was picked on the map does not move it


def test_seats_of_a_cancelled_event_do_not_look_free(drawn: SeatCanvas) -> None:
    scene = drawn.scene
    assert scene is not None
    before = image(drawn)
    drawn.show_event(replace(scene.offer.event, status=EventStatus.CANCELLED))
    faint = image(drawn)
    assert faint != before
    assert set(scene.looks.colors[:-1]) == {scene.palette.line}
    drawn.show_event(replace(scene.offer.event, status=EventStatus.ON_SALE))
    assert image(drawn) == before
