"""Seats by the hundred thousand, stamped into a picture's pixels.

Seats that look alike are stamped together: one assignment writes all pixels of all of them. The
colours are mixed with the ground beforehand, so no pixel is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seatplan import SeatAttribute, SeatPlan, SeatState, States
from boxoffice.seatmap.geometry import View
from boxoffice.seatmap.palette import Palette, Rgb
from boxoffice.seatmap.symbols import side, symbol

Pixels = NDArray[np.uint32]
Indices = NDArray[np.intp]
_FAINTEST = 0.04
_PHASES = 2  # places of a seat's middle within a pixel, each way


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """How the seats of a plan look.

    Attributes:
        category: uint8[n], each seat's place in `colors`.
        colors: of the price categories, readable on the panel.
        wheelchair: bool[n].
    """

    category: NDArray[np.uint8]
    colors: tuple[Rgb, ...]
    wheelchair: NDArray[np.bool_]
    palette: Palette

    def color(self, state: SeatState, category: int) -> Rgb:
        own = self.colors[category]
        if state in (SeatState.MINE, SeatState.PENDING):
            return self.palette.mine
        if state in (SeatState.SOLD, SeatState.BLOCKED, SeatState.OTHER):
            return self.palette.gone
        return own


def looks_of(plan: SeatPlan, categories: dict[int, Rgb], palette: Palette) -> Looks:
    """The looks of a plan's seats; `categories` are readable colours by price category id."""
    ids = sorted(categories)[:250]
    known = np.array(ids, dtype=np.int64)
    place = np.searchsorted(known, plan.category_ids) if len(ids) else np.zeros(len(plan), np.intp)
    place = np.minimum(place, max(0, len(ids) - 1))
    is_known = known[place] == plan.category_ids if len(ids) else np.zeros(len(plan), np.bool_)
    category = np.where(is_known, place, len(ids)).astype(np.uint8)
    colors = (*(categories[i] for i in ids), palette.faint)
    wheelchair = (plan.attributes & SeatAttribute.WHEELCHAIR) != 0
    return Looks(category, colors, wheelchair, palette)


def stamp(
    pixels: Pixels,
    plan: SeatPlan,
    states: States,
    looks: Looks,
    seats: Indices,
    view: View,
    diameter: float,
) -> None:
    """Stamps seats into the pixels; those that stick out at the edge are cut.

    Args:
        pixels: uint32[height, width] as 0xffRRGGBB.
        view: from venue units to these pixels.
        diameter: of a seat, in pixels.
    """
    kinds = _kinds(states, looks, seats)
    for kind, group in _groups(pixels, plan, kinds, seats, view, diameter):
        places, colors = _pixels_of_kind(kind, looks, diameter)
        _put(pixels, group, places, colors, diameter)


def wipe(
    pixels: Pixels, plan: SeatPlan, looks: Looks, seats: Indices, view: View, diameter: float
) -> None:
    """Lays the panel's colour over all that any symbol of the seats covers."""
    free = np.zeros(len(seats), dtype=np.intp)
    for kind, group in _groups(pixels, plan, free, seats, view, diameter):
        places, colors = _pixels_of_kind(kind, looks, diameter)
        ground = np.full_like(colors, packed(looks.palette.panel))
        _put(pixels, group, places, ground, diameter)


Group = tuple[Indices, Indices]  # column and row of the pixel that each seat's middle is in


def _groups(
    pixels: Pixels, plan: SeatPlan, kinds: Indices, seats: Indices, view: View, diameter: float
) -> Iterator[tuple[int, Group]]:
    """The seats that are near the pixels, by kind and by where in its pixel their middle is."""
    k = side(diameter)
    height, width = pixels.shape
    px = plan.x[seats] * view.scale + view.dx
    py = plan.y[seats] * view.scale + view.dy
    near = (px > -k) & (px < width + k) & (py > -k) & (py < height + k)
    px, py, kinds = px[near], py[near], kinds[near]
    column, row = np.floor(px).astype(np.intp), np.floor(py).astype(np.intp)
    kinds = kinds * (_PHASES * _PHASES) + _phase(px - column) + _PHASES * _phase(py - row)
    order = np.argsort(kinds, kind="stable")
    for group in np.split(order, np.flatnonzero(np.diff(kinds[order])) + 1):
        if len(group):
            yield int(kinds[group[0]]), (column[group], row[group])


def _put(pixels: Pixels, group: Group, places: Indices, colors: Pixels, diameter: float) -> None:
    """Writes the pixels of a symbol for each seat of a group."""
    k = side(diameter)
    reach = (k - 1) // 2
    height, width = pixels.shape
    left, top = group[0] - reach, group[1] - reach
    whole = (left >= 0) & (left < width - k) & (top >= 0) & (top < height - k)
    starts = top[whole] * width + left[whole]
    offsets = places[0] * width + places[1]
    pixels.reshape(-1)[starts[:, None] + offsets[None, :]] = colors[None, :]
    if not whole.all():
        _stamp_cut(pixels, left[~whole], top[~whole], places, colors)


def _phase(fraction: NDArray[np.float64]) -> Indices:
    return np.minimum((fraction * _PHASES).astype(np.intp), _PHASES - 1)


def _kinds(states: States, looks: Looks, seats: Indices) -> Indices:
    """One number for all that look alike: category, status, and whether it is a wheelchair's."""
    state = states[seats].astype(np.intp)
    # Seats that are gone look alike whatever they cost.
    is_gone = (state >= SeatState.SOLD) & (state <= SeatState.OTHER)
    category = np.where(is_gone, 0, looks.category[seats].astype(np.intp))
    return (category * 8 + state) * 2 + looks.wheelchair[seats]


def _pixels_of_kind(kind: int, looks: Looks, diameter: float) -> tuple[Indices, Pixels]:
    """Rows and columns of the pixels that the symbol of a kind covers, intp[2, m], and their
    colours, uint32[m]."""
    kind, phase = divmod(kind, _PHASES * _PHASES)
    rest, wheelchair = divmod(kind, 2)
    category, number = divmod(rest, 8)
    fy, fx = divmod(phase, _PHASES)
    state, rounded = SeatState(number), round(diameter * 4) / 4
    found = symbol(state, rounded, bool(wheelchair), (fx + 0.5) / _PHASES, (fy + 0.5) / _PHASES)
    color = looks.color(state, category)
    second = looks.palette.on_mine if state is SeatState.MINE else looks.palette.panel
    places = np.array(np.nonzero(found.body > _FAINTEST), dtype=np.intp)
    body = found.body[places[0], places[1]][:, None]
    shades = np.array(color) * body + np.array(looks.palette.panel) * (1 - body)
    if found.mark is not None:
        mark = found.mark[places[0], places[1]][:, None]
        shades = np.array(second) * mark + shades * (1 - mark)
    r, g, b = np.rint(shades).astype(np.uint32).T
    return places, np.uint32(0xFF000000) | r << 16 | g << 8 | b


def packed(color: Rgb) -> np.uint32:
    return np.uint32(0xFF000000 | color[0] << 16 | color[1] << 8 | color[2])


def _stamp_cut(
    pixels: Pixels, left: Indices, top: Indices, places: Indices, colors: Pixels
) -> None:
    """Stamps what of the symbols lies within the pixels."""
    height, width = pixels.shape
    y, x = top[:, None] + places[0][None, :], left[:, None] + places[1][None, :]
    seen = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    pixels[y[seen], x[seen]] = np.broadcast_to(colors, x.shape)[seen]
