"""Seat plans and names that make no sense: each is refused by name, or drawn and clickable."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boxoffice.domain.catalogue import Area, AreaKind, Offer, PriceCategory
from boxoffice.domain.ids import AreaId, PriceCategoryId, SeatId
from boxoffice.domain.seats.seatplan import BrokenPlan, SeatPlan, SeatState
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.drawing.palette import PALETTES
from tests import ROOT
from tests.seatmap.conftest import seats_at
from tests.seatmap.test_canvas import LEFT, MIDDLE, NOTHING, at, drag, image, picks, wheel
from tests.turns import best_of
from tests.waiting import PATIENCE

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAN, INF = float("nan"), float("inf")
KEYS = (
    Qt.Key.Key_Plus,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Minus,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_0,
)
LONG = "x" * 10_000
ODD_NAMES = {
    "long": LONG,
    "right to left": "مسرح المدينة",
    "bidi override": "\u202eevil\u2066 & \u2067co",
    "emoji": "🎭👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "control characters": "a\x00b\x1b[31m\x07c\x7f",
    "lines": "a\r\nb\u2028c\td",
    "markup": "<img src='http://x.example/y.png'>&amp;",
    "combining": "Z" + "\u0335\u0321" * 500,
    "half a pair": "\ud800x",
    "nothing": "",
    "blanks": " \u00a0\u3000 ",
}


def offer_with(offer: Offer, *areas: Area) -> Offer:
    return replace(offer, areas=areas)


def show(canvas: SeatCanvas, offer: Offer, plan: SeatPlan) -> None:
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))


def work(canvas: SeatCanvas) -> None:
    """All that a hand can do to a map."""
    middle = QPoint(400, 300)
    canvas.setFocus()
    for notches in (3, -6, 40, -80, 1):
        wheel(canvas, middle, notches)
    drag(canvas, [middle, QPoint(420, 320), QPoint(470, 340)], MIDDLE)
    drag(canvas, [QPoint(300, 200), QPoint(420, 320), QPoint(470, 340)])
    drag(canvas, [QPoint(1, 1), QPoint(420, 320), QPoint(799, 599)], modifier=CONTROL)
    QTest.mouseClick(canvas, LEFT, SHIFT, middle)
    QTest.mouseDClick(canvas, LEFT, NOTHING, QPoint(2, 2))
    QTest.keyClicks(canvas, "B 12")
    for key in KEYS:
        QTest.keyClick(canvas, key)
    canvas.set_party(3)
    QTest.mouseMove(canvas, middle)
    QApplication.processEvents()
    QTest.mouseClick(canvas, LEFT, NOTHING, middle)
    canvas.set_party(1)
    canvas.show_states(np.arange(len(canvas.states)), np.full(len(canvas.states), 2, np.uint8))
    canvas.show_states(np.arange(len(canvas.states)), np.zeros(len(canvas.states), np.uint8))
    canvas.flash((SeatId(1), SeatId(-5)))
    canvas.set_palette_name("dark")
    canvas.fit()
    assert not image(canvas).isNull()
    assert np.isfinite([canvas.scale, canvas.seat_pixels]).all()


def click(canvas: SeatCanvas, seat: int) -> tuple[int, ...]:
    """What is picked by a click where a seat is drawn, as near as the map goes."""
    canvas.setFocus()
    found = picks(canvas)
    for _ in range(50):
        if canvas.rect().contains(at(canvas, seat)):
            wheel(canvas, at(canvas, seat), 4)
    QTest.mouseMove(canvas, at(canvas, seat))
    QTest.mouseClick(canvas, LEFT, NOTHING, at(canvas, seat))
    canvas.seats_picked.disconnect(found.append)
    return found[-1] if found else ()


PLANS: dict[str, Callable[[], SeatPlan]] = {
    "one seat": lambda: seats_at([5], [5]),
    "a pitch as tiny as can be": lambda: seats_at([0, 1e-9, 2e-9], [0, 0, 0]),
    "huge coordinates": lambda: seats_at([1e11, 1e11 + 50, 1e11 + 100], [-1e11] * 3),
    "huge distances": lambda: seats_at([-1e11, 0, 1e11], [1e11, 0, -1e11], [0, 1, 2]),
    "rows and a seat far away": lambda: seats_at([0, 50, 100, 1e11], [0, 0, 0, 1e11], [0, 0, 0, 1]),
}


@pytest.mark.parametrize("name", PLANS)
def test_odd_places_are_drawn_and_clickable(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], name: str
) -> None:
    plan = PLANS[name]()
    show(canvas, offer_with(small[0]), plan)
    for seat in plan.ids.tolist():
        canvas.fit()
        assert click(canvas, seat) == (seat,), seat
    work(canvas)


def test_levels_over_each_other_may_be_far_and_small(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    areas = tuple(Area(AreaId(2 + level), f"Level {level}", level=level) for level in (0, 1))
    plan = seats_at([0, 1e-9, 1e11, 1e12], [0, 0, 1e11, -1e12], [0, 0, 1, 2])
    plan = replace(plan, area_ids=np.array([2, 3, 2, 3]))
    show(canvas, offer_with(small[0], *areas), plan)
    assert canvas.levels == (0, 1)
    canvas.choose_level(1)
    assert click(canvas, 2) == (2,)
    work(canvas)


def test_no_seats_at_all_is_an_empty_map(canvas: SeatCanvas, small: tuple[Offer, SeatPlan]) -> None:
    found = picks(canvas)
    for offer in (small[0], offer_with(small[0])):
        show(canvas, offer, seats_at([], []))
        work(canvas)
    assert found == []


@pytest.mark.parametrize("step", [0.0, 5e-324, 1e-300])
def test_of_seats_on_one_spot_the_last_is_hit(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], step: float
) -> None:
    show(canvas, offer_with(small[0]), seats_at([step * i for i in range(40)], [7] * 40))
    assert click(canvas, 1) == (40,)
    work(canvas)


def test_of_seats_that_overlap_the_nearer_is_hit(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    plan = seats_at([0, 50, 100, 52, 48], [0, 0, 0, 0, 0], [0, 0, 0, 1, 2])
    show(canvas, offer_with(small[0]), plan)
    assert [click(canvas, seat) for seat in (2, 4, 5)] == [(2,), (4,), (5,)]
    work(canvas)


@pytest.mark.parametrize(
    ("x", "y"), [(INF, 0.0), (0.0, -INF), (NAN, 0.0), (0.0, NAN), (INF, NAN), (INF, INF)]
)
def test_a_seat_that_is_nowhere_is_named(x: float, y: float) -> None:
    with pytest.raises(BrokenPlan, match=r"no place: 2$"):
        seats_at([0, x, 50], [0, y, 0])


def test_seat_ids_twice_are_named() -> None:
    plan = seats_at([0, 50, 100], [0, 0, 0])
    with pytest.raises(BrokenPlan, match=r"twice: 7$") as broken:
        replace(plan, ids=np.array([1, 7, 7]))
    assert broken.value.seat_ids == (7,)


def test_seats_of_an_area_that_nobody_knows_are_sold_and_spoken_of(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    plan = replace(small[1], area_ids=np.full(80, 4711, dtype=np.int64))
    show(canvas, small[0], plan)
    assert click(canvas, 15) == (15,)
    assert canvas.accessibleDescription() == "?, row B, seat 5, free"
    work(canvas)


OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "one corner": ((0.0, 0.0),),
    "two corners": ((0.0, 0.0), (400.0, 100.0)),
    "a point": ((10.0, 10.0),) * 4,
    "a line": ((0.0, 0.0), (100.0, 0.0), (200.0, 0.0)),
    "huge": ((-1e11, -1e11), (1e11, -1e11), (1e11, 1e11), (-1e11, 1e11)),
    "crossing itself": ((0.0, 0.0), (400.0, 150.0), (400.0, 0.0), (0.0, 150.0)),
    "as many corners as there may be": tuple(
        (200 + 250 * math.cos(i / 795), 70 + 120 * math.sin(i / 795)) for i in range(5000)
    ),
}


@pytest.mark.parametrize("kind", [AreaKind.SEATED, AreaKind.STANDING, AreaKind.DECORATION])
@pytest.mark.parametrize("name", OUTLINES)
def test_odd_outlines_do_not_stand_in_the_way(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], name: str, kind: AreaKind
) -> None:
    offer, plan = small
    area = Area(AreaId(2), "Stalls", kind, outline=OUTLINES[name])
    show(canvas, offer_with(offer, area), plan)
    canvas.zoom_to(canvas.rect().center().toPointF(), 0.5)
    assert click(canvas, 15) == (15,)
    work(canvas)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_drawn_and_their_seats_are_clickable(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], name: str
) -> None:
    (offer, plan), text = small, ODD_NAMES[name]
    offer = replace(
        offer,
        event=replace(offer.event, name=text),
        areas=tuple(replace(area, name=text) for area in offer.areas),
        categories=tuple(replace(category, name=text) for category in offer.categories),
    )
    rows = tuple(text for _ in plan.row_names)
    show(canvas, offer, replace(plan, row_names=rows, numbers=(text,) * len(plan)))
    for scale in (0.1, 0.5, 1.2):
        canvas.zoom_to(canvas.rect().center().toPointF(), scale)
        assert not image(canvas).isNull()
    assert click(canvas, 15) == (15,)
    work(canvas)


def color_of(canvas: SeatCanvas, seat: int) -> tuple[int, int, int]:
    """Of its disc, beside its number."""
    seen = image(canvas).pixelColor(at(canvas, seat) - QPoint(0, round(0.28 * canvas.seat_pixels)))
    return seen.red(), seen.green(), seen.blue()


@pytest.mark.parametrize("count", [0, 1, 300])
def test_any_number_of_price_categories_is_drawn(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan], count: int
) -> None:
    offer, plan = small
    categories = tuple(
        PriceCategory(PriceCategoryId(i), f"C{i}", f"#{i * 37 % 256:02x}4060")
        for i in range(1, count + 1)
    )
    ids = np.arange(80, dtype=np.int64) * 5 + 1
    ids[59] = 4711
    show(canvas, replace(offer, categories=categories), replace(plan, category_ids=ids))
    # What is not known, or is one of too many, is as grey as words that are no matter.
    grey = {seat for seat in range(1, 61) if color_of(canvas, seat) == PALETTES["light"].faint}
    assert grey == {seat for seat in range(1, 61) if ids[seat - 1] > min(count, 250)}
    assert [click(canvas, seat) for seat in (1, 40, 60)] == [(1,), (40,), (60,)]
    work(canvas)
    canvas.choose_category(PriceCategoryId(4711))
    assert click(canvas, 15) == (15,)


def test_states_and_attributes_that_nobody_knows_are_drawn(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    odd = replace(plan, attributes=np.full(80, -1, dtype=np.int32))
    states = np.full(80, SeatState.OTHER, dtype=np.uint8)
    canvas.show_plan(offer, odd, states)
    assert click(canvas, 15) == (15,)
    assert canvas.accessibleDescription().endswith("not on sale")
    work(canvas)


def a_million() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.seatmap.million"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_million_seats_open_within_five_seconds_and_a_gigabyte() -> None:
    found = best_of(2, a_million, lambda told: told["seconds"] < 5 and told["longest"] < 1)
    assert found["picked"] == [found["clicked"]]
    assert found["seconds"] < 5
    assert found["megabytes"] < 1000
    assert found["longest"] < 1
