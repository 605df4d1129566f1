"""Status at a glance: every pair of statuses differs in shape or in luminance, whoever looks."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.drawing.palette import PALETTES, Palette, contrast, parsed, readable
from boxoffice.seatmap.drawing.symbols import side, symbol

Colors = NDArray[np.float64]
DIAMETER = 12.0
CATEGORIES = ("#b0347c", "#2f6fd0", "#187a61", "#b0620f", "#7a4bd1", "#e8c11a", "#808080")
# Linear RGB as dichromats see it (Viénot, Brettel and Mollon 1999; tritanopia after Machado,
# Oliveira and Fernandes 2009, severity 1).
SIGHT: dict[str, Colors] = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]]
    ),
    "deuteranopia": np.array(
        [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


def linear(color: tuple[int, int, int]) -> Colors:
    parts = np.array(color) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def seen(color: tuple[int, int, int], sight: str) -> float:
    """Relative luminance of a colour as it is seen."""
    return float(np.clip(SIGHT[sight] @ linear(color), 0.0, 1.0) @ WEIGHTS)


def drawn(state: SeatState, own: tuple[int, int, int], palette: Palette, sight: str) -> Colors:
    """The symbol's relative luminance, pixel by pixel."""
    found = symbol(state, DIAMETER, False, 0.25, 0.25)
    is_own = state in (SeatState.MINE, SeatState.PENDING)
    is_gone = state in (SeatState.SOLD, SeatState.BLOCKED, SeatState.OTHER)
    color = palette.mine if is_own else palette.gone if is_gone else own
    ground = seen(palette.panel, sight)
    shades = found.body * seen(color, sight) + (1 - found.body) * ground
    if found.mark is not None:
        shades = found.mark * seen(palette.on_mine, sight) + (1 - found.mark) * shades
    return shades


def told_apart(one: Colors, other: Colors) -> float:
    """The part of a seat's square in which two pictures differ by at least 3:1."""
    high, low = np.maximum(one, other), np.minimum(one, other)
    return float(((high + 0.05) / (low + 0.05) >= 3.0).sum()) / side(DIAMETER) ** 2


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("name", PALETTES)
def test_every_pair_of_statuses_is_told_apart_without_colour(name: str, sight: str) -> None:
    palette = PALETTES[name]
    for text in CATEGORIES:
        own = readable(parsed(text), palette.panel, *palette.fills)
        pictures = {state: drawn(state, own, palette, sight) for state in SeatState}
        for one, other in combinations(SeatState, 2):
            share = told_apart(pictures[one], pictures[other])
            assert share > 0.03, (text, one.name, other.name, share)


@pytest.mark.parametrize("name", PALETTES)
def test_every_shape_stands_out_from_every_ground(name: str) -> None:
    palette = PALETTES[name]
    for ground in (palette.panel, *palette.fills):
        assert contrast(palette.gone, ground) >= 3.0
        assert contrast(palette.mine, ground) >= 3.0
        for text in CATEGORIES:
            assert contrast(readable(parsed(text), palette.panel, *palette.fills), ground) >= 3.0
        assert contrast(palette.text, ground) >= 4.5
        assert contrast(palette.faint, ground) >= 4.5


def test_two_statuses_of_one_shape_would_be_noticed() -> None:
    palette = PALETTES["light"]
    own = readable(parsed("#2f6fd0"), palette.panel)
    ring = drawn(SeatState.RESERVED, own, palette, "usual")
    assert told_apart(ring, ring) == 0.0
