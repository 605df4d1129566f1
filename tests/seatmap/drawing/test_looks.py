"""Colours and symbols: told apart from the ground, and by shape from each other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.drawing.palette import (
    PALETTES,
    SEAT_CONTRAST,
    TEXT_CONTRAST,
    Palette,
    contrast,
    mixed,
    parsed,
    readable,
)
from boxoffice.seatmap.drawing.raster import (
    FILLS,
    batch_of,
    looks_of,
    on_fills,
    packed,
    stamp,
    stamp_batch,
    wipe,
)
from boxoffice.seatmap.drawing.symbols import side, symbol
from boxoffice.seatmap.hall.geometry import View
from tests.seatmap.conftest import seats_at

COLORS = st.tuples(*[st.integers(0, 255)] * 3)
STATES = list(SeatState)


@pytest.mark.parametrize("name", PALETTES)
@given(color=COLORS)
def test_every_category_stands_out_from_the_panel(name: str, color: tuple[int, int, int]) -> None:
    palette = PALETTES[name]
    assert contrast(readable(color, palette.panel), palette.panel) >= SEAT_CONTRAST


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_and_marks_can_be_read(palette: Palette) -> None:
    for ground in (palette.ground, palette.panel, palette.stage):
        assert contrast(palette.text, ground) >= TEXT_CONTRAST
    assert contrast(palette.faint, palette.panel) >= TEXT_CONTRAST
    assert contrast(palette.mine, palette.panel) >= SEAT_CONTRAST
    assert contrast(palette.on_mine, palette.mine) >= SEAT_CONTRAST
    assert contrast(palette.lost, palette.panel) >= SEAT_CONTRAST


@pytest.mark.parametrize("text", ["", "#", "#xyz", "red", "#12345678901"])
def test_any_text_is_some_colour(text: str) -> None:
    assert all(0 <= part <= 255 for part in parsed(text))


def test_mixing() -> None:
    assert mixed((255, 0, 0), (0, 0, 255), 0.0) == (0, 0, 255)
    assert mixed((255, 0, 0), (0, 0, 255), 1.0) == (255, 0, 0)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("diameter", [1.6, 3.0, 8.0, 20.25, 50.0])
def test_symbols_stay_within_their_square(state: SeatState, diameter: float) -> None:
    found = symbol(state, diameter, False, 0.25, 0.75)
    assert found.body.shape == (side(diameter),) * 2
    assert 0 <= found.body.min() <= found.body.max() <= 1
    assert found.body.max() > 0.3
    border = [found.body[0], found.body[-1], found.body[:, 0], found.body[:, -1]]
    assert max(float(edge.max()) for edge in border) < 0.5


def test_states_differ_in_shape_not_in_colour_alone() -> None:
    shapes = {}
    for state in (
        SeatState.FREE,
        SeatState.RESERVED,
        SeatState.SOLD,
        SeatState.BLOCKED,
        SeatState.MINE,
    ):
        found = symbol(state, 12.0, False, 0.25, 0.25)
        both = found.body if found.mark is None else found.body - found.mark
        shapes[state] = both
    for one in shapes:
        for other in shapes:
            if one is not other:
                assert np.abs(shapes[one] - shapes[other]).mean() > 0.05, (one, other)


def canvas_of(states: list[int], width: int = 90, height: int = 40) -> np.ndarray:
    plan = seats_at([20.0 * i + 10 for i in range(len(states))], [20.0] * len(states))
    palette = PALETTES["light"]
    pixels = np.full((height, width), packed(palette.panel), dtype=np.uint32)
    looks = looks_of(plan, {1: (10, 90, 160)}, palette)
    seats = np.arange(len(states))
    kinds = looks.kinds(np.array(states, dtype=np.uint8), seats)
    stamp(pixels, plan, kinds, looks, seats, View(), 12.0)
    return pixels


def test_seats_are_stamped_where_they_are() -> None:
    pixels = canvas_of([SeatState.FREE, SeatState.FREE])
    seat = packed((10, 90, 160))
    assert pixels[20, 10] == seat
    assert pixels[20, 30] == seat
    assert pixels[20, 20] == packed(PALETTES["light"].panel)
    assert (pixels != packed(PALETTES["light"].panel)).sum() == pytest.approx(
        2 * np.pi * 36, rel=0.3
    )


def test_seats_at_the_edge_are_cut_and_those_beyond_are_not_there() -> None:
    plan = seats_at([0, 89, 45, 45, 5000, -5000], [20, 20, 0, 39, 20, 20])
    palette = PALETTES["light"]
    pixels = np.full((40, 90), packed(palette.panel), dtype=np.uint32)
    looks = looks_of(plan, {}, palette)
    kinds = looks.kinds(np.zeros(6, dtype=np.uint8), np.arange(6))
    stamp(pixels, plan, kinds, looks, np.arange(6), View(), 12.0)
    grey = packed(palette.faint)
    for row, column in ((20, 0), (20, 89), (0, 45), (39, 45)):
        assert pixels[row, column] == grey
    assert pixels[20, 45] == packed(palette.panel)


@given(st.lists(st.sampled_from(STATES), min_size=1, max_size=4), st.floats(1.6, 19))
def test_wiping_leaves_nothing_behind(states: list[SeatState], diameter: float) -> None:
    plan = seats_at([20.3 * i + 10 for i in range(len(states))], [20.7] * len(states))
    palette = PALETTES["dark"]
    blank = np.full((40, 90), packed(palette.panel), dtype=np.uint32)
    pixels = blank.copy()
    looks = looks_of(plan, {1: (200, 90, 160)}, palette)
    seats = np.arange(len(states))
    kinds = looks.kinds(np.array(states, dtype=np.uint8), seats)
    stamp(pixels, plan, kinds, looks, seats, View(), diameter)
    assert (pixels != blank).any()
    wipe(pixels, plan, kinds, looks, seats, View(), diameter)
    assert (pixels == blank).all()


def test_hundreds_of_categories_are_still_drawn() -> None:
    plan = seats_at([10, 30], [20, 20])
    looks = looks_of(plan, {i: (i % 256, 0, 0) for i in range(1, 400)}, PALETTES["light"])
    assert len(looks.colors) <= 256
    assert looks.category.max() < len(looks.colors)


@given(st.lists(st.sampled_from(STATES), min_size=1, max_size=9), st.floats(1.6, 5))
def test_a_batch_is_stamped_as_its_seats_are(states: list[SeatState], diameter: float) -> None:
    plan = seats_at([9.3 * i + 7 for i in range(len(states))], [20.7] * len(states))
    palette = PALETTES["light"]
    looks, seats = looks_of(plan, {1: (200, 90, 160)}, palette), np.arange(len(states))
    fills = (seats % FILLS).astype(np.uint8)
    kinds = on_fills(looks.kinds(np.array(states, dtype=np.uint8), seats), fills)
    one, other = (np.zeros((40, 100), dtype=np.uint32) for _ in range(2))
    stamp(one, plan, kinds, looks, seats, View(), diameter, is_far=True)
    whole = (0, 0, 100, 40)
    batch = batch_of(plan, kinds, seats)
    assert stamp_batch(other, batch, looks, View(), diameter, whole, is_far=True)
    assert (one == other).all()
    narrow = (0, 0, 6, 40)
    assert not stamp_batch(other, batch, looks, View(), diameter, narrow, is_far=True)
    assert (one == other).all()
