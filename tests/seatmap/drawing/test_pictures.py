"""What is on the picture: a symbol, a colour or a label that disappears is noticed.

Each check looks at the pixels of a picture for one thing; each is tried on a picture that lacks it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from boxoffice.domain.catalogue import Area, AreaKind, Entrance, Offer
from boxoffice.domain.ids import AreaId, EntranceId, PriceCategoryId, SeatId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.drawing import names, picture, raster, symbols, words
from boxoffice.seatmap.drawing.marks import Marks
from boxoffice.seatmap.drawing.palette import PALETTES, Rgb, parsed, readable
from boxoffice.seatmap.drawing.symbols import Symbol
from boxoffice.views.kit.theme import load_fonts

Pixels = NDArray[np.int64]
Check = Callable[[SeatCanvas], bool]
LIGHT = PALETTES["light"]
GOLD = readable(parsed("#b0347c"), LIGHT.panel, *LIGHT.fills)
STATES = {
    4: SeatState.RESERVED,
    5: SeatState.SOLD,
    6: SeatState.BLOCKED,
    7: SeatState.OTHER,
    8: SeatState.MINE,
    9: SeatState.PENDING,
}
FREE, WHEELCHAIR = 3, 31


@pytest.fixture
def house(small: tuple[Offer, SeatPlan]) -> tuple[Offer, SeatPlan]:
    """The small house with an entrance and a table."""
    offer, plan = small
    table = Area(AreaId(9), "Table 1", AreaKind.TABLE)
    door = Entrance(EntranceId(1), "North door", -120.0, 20.0)
    around = {41: (700.0, 460.0), 42: (790.0, 460.0), 51: (700.0, 550.0), 52: (790.0, 550.0)}
    x, y, ids = plan.x.copy(), plan.y.copy(), plan.area_ids.copy()
    for seat, (seat_x, seat_y) in around.items():
        x[seat - 1], y[seat - 1], ids[seat - 1] = seat_x, seat_y, 9
    changed = replace(plan, area_ids=ids, x=x, y=y)
    return replace(offer, areas=(*offer.areas, table), entrances=(door,)), changed


@pytest.fixture
def shown(canvas: SeatCanvas, house: tuple[Offer, SeatPlan]) -> SeatCanvas:
    """The house, close enough for numbers, with a seat of every status."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    load_fonts(application)
    canvas.resize(1000, 1100)
    offer, plan = house
    states = np.zeros(len(plan), dtype=np.uint8)
    for seat, state in STATES.items():
        states[seat - 1] = state
    canvas.show_plan(offer, plan, states)
    return canvas


def image(canvas: SeatCanvas) -> QImage:
    return canvas.grab().toImage()


def pixel(canvas: SeatCanvas, seat: int, right: float = 0.0, down: float = 0.0) -> Rgb:
    """The colour near a seat's middle, in radii of its disc."""
    at = canvas.seat_position(SeatId(seat))
    assert at is not None
    radius = 0.78 * canvas.seat_pixels / 2
    color = image(canvas).pixelColor(at + QPoint(round(right * radius), round(down * radius)))
    return color.red(), color.green(), color.blue()


def near(one: Rgb, other: Rgb, by: int = 60) -> bool:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) <= by


def ink(canvas: SeatCanvas, middle: QPoint, wide: int, high: int) -> int:
    """How many pixels of a box are not of its most usual colour."""
    found = image(canvas)
    box = [
        found.pixel(x, y)
        for x in range(middle.x() - wide // 2, middle.x() + wide // 2)
        for y in range(middle.y() - high // 2, middle.y() + high // 2)
        if found.rect().contains(x, y)
    ]
    usual = max(set(box), key=box.count)
    return sum(p != usual for p in box)


def place(canvas: SeatCanvas, x: float, y: float) -> QPoint:
    """A place of the venue, in pixels: the small house's seats are 50 units apart."""
    first = canvas.seat_position(SeatId(1))
    assert first is not None
    return first + QPoint(round(x * canvas.scale), round(y * canvas.scale))


def at_place(canvas: SeatCanvas, x: float, y: float) -> Rgb:
    color = image(canvas).pixelColor(place(canvas, x, y))
    return color.red(), color.green(), color.blue()


def area(canvas: SeatCanvas, number: int) -> QPoint:
    found = canvas.area_position(AreaId(number))
    assert found is not None
    return found


CHECKS: dict[str, Check] = {
    "free is a disc of its category": lambda c: (
        near(pixel(c, FREE, 0.7), GOLD) and near(pixel(c, FREE, 0, 0.7), GOLD)
    ),
    "held is a ring": lambda c: (
        near(pixel(c, 4, 0.9), GOLD) and near(pixel(c, 4, 0.5, 0.25), LIGHT.panel)
    ),
    "sold is a small dot": lambda c: (
        near(pixel(c, 5), LIGHT.gone) and near(pixel(c, 5, 0.85), LIGHT.panel)
    ),
    "blocked is a cross": lambda c: (
        near(pixel(c, 6, 0.5, 0.5), LIGHT.gone) and near(pixel(c, 6, 0.6, 0), LIGHT.panel)
    ),
    "unknown is a bar": lambda c: (
        near(pixel(c, 7, 0.6), LIGHT.gone) and near(pixel(c, 7, 0, 0.5), LIGHT.panel)
    ),
    "mine is ticked": lambda c: (
        near(pixel(c, 8, 0, -0.75), LIGHT.mine) and near(pixel(c, 8, -0.1, 0.4), LIGHT.on_mine)
    ),
    "pending is a target": lambda c: (
        near(pixel(c, 9), LIGHT.mine)
        and near(pixel(c, 9, 0.55), LIGHT.panel)
        and near(pixel(c, 9, 0.92), LIGHT.mine)
    ),
    "a wheelchair place has its sign": lambda c: near(
        pixel(c, WHEELCHAIR, -0.15, -0.55), LIGHT.panel
    ),
    "a seat has its number": lambda c: ink(c, place(c, 50, 0), 16, 14) > 15,
    "a row has its name at both ends": lambda c: (
        ink(c, place(c, -50, 50), 16, 16) > 8 and ink(c, place(c, 500, 50), 16, 16) > 8
    ),
    "the stage has its name": lambda c: ink(c, area(c, 1), 60, 16) > 60,
    "a section has its name": lambda c: ink(c, place(c, 225, -40) - QPoint(0, 11), 60, 16) > 60,
    "a standing area says what is free": lambda c: ink(c, area(c, 4) + QPoint(0, 8), 60, 12) > 40,
    "an entrance has its sign and name": lambda c: ink(c, place(c, -120, 20), 86, 16) > 120,
    "a table is drawn": lambda c: near(at_place(c, 745, 528), LIGHT.stage, 3),
    "a table has its name": lambda c: ink(c, place(c, 745, 505), 40, 14) > 60,
}


@pytest.mark.parametrize("name", CHECKS)
def test_everything_is_on_the_picture(shown: SeatCanvas, name: str) -> None:
    assert CHECKS[name](shown)


def _blank_symbol(state: SeatState) -> Callable[..., Symbol]:
    real = symbols.symbol

    def made(asked: SeatState, diameter: float, wheelchair: bool, fx: float, fy: float) -> Symbol:
        found = real(asked, diameter, wheelchair, fx, fy)
        if asked is state:
            return Symbol(np.zeros_like(found.body))
        return found

    return made


def _unsigned(asked: SeatState, diameter: float, wheelchair: bool, fx: float, fy: float) -> Symbol:
    return symbols.symbol(asked, diameter, False, fx, fy)


def _nothing(*_: object, **__: object) -> None:
    return None


Break = tuple[str, str, str]  # the check, and what is taken out: an owner and its attribute
MISSING = {
    "free is a disc of its category": SeatState.FREE,
    "held is a ring": SeatState.RESERVED,
    "sold is a small dot": SeatState.SOLD,
    "blocked is a cross": SeatState.BLOCKED,
    "unknown is a bar": SeatState.OTHER,
    "mine is ticked": SeatState.MINE,
    "pending is a target": SeatState.PENDING,
}


@pytest.mark.parametrize("name", MISSING)
def test_a_missing_symbol_is_noticed(
    shown: SeatCanvas, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raster, "symbol", _blank_symbol(MISSING[name]))
    shown.set_palette_name("light")  # makes the stamps anew
    assert not CHECKS[name](shown)


def test_a_missing_sign_is_noticed(shown: SeatCanvas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "symbol", _unsigned)
    shown.set_palette_name("light")
    assert not CHECKS["a wheelchair place has its sign"](shown)


@pytest.mark.parametrize(
    ("name", "owner", "attribute"),
    [
        ("a seat has its number", words.Words, "draw_numbers"),
        ("a row has its name at both ends", words.Words, "_draw_rows"),
        ("the stage has its name", names.Names, "_draw_texts"),
        ("a section has its name", names.Names, "_draw_texts"),
        ("a standing area says what is free", names.Names, "_draw_counts"),
        ("an entrance has its sign and name", names.Names, "_draw_doors"),
        ("a table has its name", names.Names, "_draw_texts"),
        ("a table is drawn", picture.Picture, "_draw_areas"),
    ],
)
def test_a_missing_label_is_noticed(
    shown: SeatCanvas, name: str, owner: type, attribute: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, attribute, _nothing)
    shown.set_palette_name("light")
    assert not CHECKS[name](shown)


def test_a_wrong_colour_is_noticed(shown: SeatCanvas) -> None:
    shown.choose_category(PriceCategoryId(2))  # the others are drawn faint
    assert not CHECKS["free is a disc of its category"](shown)
    shown.choose_category(None)
    assert CHECKS["free is a disc of its category"](shown)


def test_far_out_sections_are_filled_by_how_much_is_free(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    canvas.resize(160, 160)
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    corner = place(canvas, -30, -30)
    seen = []
    for free in (40, 20, 4, 0):
        values = np.full(40, SeatState.SOLD, dtype=np.uint8)
        values[:free] = SeatState.FREE
        canvas.show_states(np.arange(40), values)
        found = image(canvas).pixelColor(corner)
        seen.append((found.red(), found.green(), found.blue()))
    assert [LIGHT.fills.index(color) for color in seen] == [3, 2, 1, 0]


def test_far_out_a_section_says_what_is_free(
    canvas: SeatCanvas, small: tuple[Offer, SeatPlan]
) -> None:
    offer, plan = small
    canvas.resize(130, 180)
    canvas.show_plan(offer, plan, np.zeros(len(plan), dtype=np.uint8))
    assert canvas.seat_pixels < 7
    middle = canvas.area_position(AreaId(2))
    assert middle is not None
    before = image(canvas).copy(middle.x() - 30, middle.y(), 60, 12)
    canvas.show_states(np.arange(3), np.full(3, SeatState.SOLD, dtype=np.uint8))
    assert image(canvas).copy(middle.x() - 30, middle.y(), 60, 12) != before


@pytest.mark.parametrize("mark", ["ring", "fade"])
def test_marks_are_on_the_picture(
    shown: SeatCanvas, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if mark == "ring":
        shown.flash((SeatId(FREE),))
    else:
        shown.show_states(np.array([FREE - 1]), np.array([SeatState.SOLD], dtype=np.uint8))
    there = image(shown)
    monkeypatch.setattr(Marks, mark, _nothing)
    assert image(shown) != there
