"""Seats by the hundred thousand, stamped into a picture's pixels.

Seats that look alike are stamped together: one assignment writes all pixels of all of them. The
colours are mixed with the ground beforehand, so no pixel is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seatplan import SeatAttribute, SeatPlan, SeatState, States
from boxoffice.seatmap.geometry import View
from boxoffice.seatmap.palette import Palette, Rgb
from boxoffice.seatmap.symbols import side, symbol

Pixels = NDArray[np.uint32]
Indices = NDArray[np.intp]
Kinds = NDArray[np.uint16]
# The pixels that a symbol covers: their rows and columns in its square, and their colours.
Stamp = tuple[Indices, Pixels]
_FAINTEST = 0.04
_MOST_STAMPS = 4000
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
    _stamps: dict[tuple[int, float], Stamp] = field(default_factory=dict, repr=False)

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
    _stamp_kinds(pixels, plan, looks, _kinds(states, looks, seats), seats, view, diameter)


def wipe(
    pixels: Pixels, plan: SeatPlan, looks: Looks, seats: Indices, view: View, diameter: float
) -> None:
    """Lays the panel's colour over all that any symbol of the seats covers."""
    free = np.zeros(len(seats), dtype=np.uint16)
    _stamp_kinds(pixels, plan, looks, free, seats, view, diameter, is_wiped=True)


def _stamp_kinds(
    pixels: Pixels, plan: SeatPlan, looks: Looks, kinds: Kinds, seats: Indices, view: View,
    diameter: float, *, is_wiped: bool = False,
) -> None:  # fmt: skip
    k = side(diameter)
    reach = (k - 1) // 2
    height, width = pixels.shape
    for kind, columns, rows in _groups(pixels, plan, kinds, seats, view, k):
        places, colors = _pixels_of_kind(kind, looks, diameter)
        if is_wiped:
            colors = np.full_like(colors, packed(looks.palette.panel))
        left, top = columns - reach, rows - reach
        is_whole = left.min() >= 0 and left.max() <= width - k
        if is_whole and top.min() >= 0 and top.max() <= height - k:
            _put(pixels, top * width + left, places, colors)
        else:
            whole = (left >= 0) & (left <= width - k) & (top >= 0) & (top <= height - k)
            _put(pixels, (top * width + left)[whole], places, colors)
            _put_cut(pixels, left[~whole], top[~whole], places, colors)


def _groups(
    pixels: Pixels, plan: SeatPlan, kinds: Kinds, seats: Indices, view: View, k: int
) -> Iterator[tuple[int, Indices, Indices]]:
    """The seats near the pixels, by kind and by where in its pixel their middle is: the column and
    row of the pixel that each middle is in."""
    height, width = pixels.shape
    # In halves of a pixel, and so far moved that all are positive: cutting then rounds down.
    x = plan.x[seats] * (2 * view.scale) + 2 * (view.dx + k)
    y = plan.y[seats] * (2 * view.scale) + 2 * (view.dy + k)
    near = (x > 0) & (x < 2 * (width + 2 * k)) & (y > 0) & (y < 2 * (height + 2 * k))
    if not near.all():
        x, y, kinds = x[near], y[near], kinds[near]
    columns, rows = x.astype(np.int32), y.astype(np.int32)
    # 16 bits are sorted by radix, in linear time.
    phases = (columns & 1) + _PHASES * (rows & 1)
    keys = kinds * np.uint16(_PHASES * _PHASES) + phases.astype(np.uint16)
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    columns, rows = (columns[order] >> 1) - k, (rows[order] >> 1) - k
    ends = [0, *(np.flatnonzero(np.diff(keys)) + 1).tolist(), len(keys)]
    for first, last in pairwise(ends):
        if last > first:
            yield (
                int(keys[first]),
                columns[first:last].astype(np.intp),
                rows[first:last].astype(np.intp),
            )


def _put(pixels: Pixels, starts: Indices, places: Indices, colors: Pixels) -> None:
    """Writes the pixels of a symbol for each seat of a group."""
    flat = pixels.reshape(-1)
    offsets = places[0] * pixels.shape[1] + places[1]
    if len(starts) > 40 * len(offsets):
        for offset, color in zip(offsets.tolist(), colors, strict=True):
            flat[starts + offset] = color
    else:
        flat[starts[:, None] + offsets[None, :]] = colors[None, :]


def _kinds(states: States, looks: Looks, seats: Indices) -> Kinds:
    """One number for all that look alike: category, status, and whether it is a wheelchair's."""
    state = states[seats]
    # Seats that are gone look alike whatever they cost.
    is_gone = (state >= SeatState.SOLD) & (state <= SeatState.OTHER)
    category = np.where(is_gone, np.uint8(0), looks.category[seats]).astype(np.uint16)
    kinds: Kinds = (category * np.uint16(8) + state) * np.uint16(2) + looks.wheelchair[seats]
    return kinds


def _pixels_of_kind(kind: int, looks: Looks, diameter: float) -> Stamp:
    """The stamp of a kind and phase; the same one again is remembered."""
    rounded = round(diameter * 4) / 4
    found = looks._stamps.get((kind, rounded))
    if found is None:
        if len(looks._stamps) > _MOST_STAMPS:
            looks._stamps.clear()
        found = looks._stamps[kind, rounded] = _made_stamp(kind, looks, rounded)
    return found


def _made_stamp(kind: int, looks: Looks, diameter: float) -> Stamp:
    kind, phase = divmod(kind, _PHASES * _PHASES)
    rest, wheelchair = divmod(kind, 2)
    category, number = divmod(rest, 8)
    fy, fx = divmod(phase, _PHASES)
    state = SeatState(number)
    found = symbol(state, diameter, bool(wheelchair), (fx + 0.5) / _PHASES, (fy + 0.5) / _PHASES)
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


def _put_cut(pixels: Pixels, left: Indices, top: Indices, places: Indices, colors: Pixels) -> None:
    """Stamps what of the symbols lies within the pixels."""
    height, width = pixels.shape
    y, x = top[:, None] + places[0][None, :], left[:, None] + places[1][None, :]
    seen = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    pixels[y[seen], x[seen]] = np.broadcast_to(colors, x.shape)[seen]
