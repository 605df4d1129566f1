"""Seats by the hundred thousand, stamped into a picture's pixels.

Seats that look alike are stamped together: one assignment writes all pixels of all of them. The
colours are mixed with the ground beforehand, so no pixel is read.

What a seat looks like is its kind, a number: its price category, its status, and four more looks:
near by, whether it is a wheelchair's; far out, the fill of the section that is its ground.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.seatplan import SeatAttribute, SeatPlan, SeatState, States
from boxoffice.seatmap.drawing.palette import Palette, Rgb
from boxoffice.seatmap.drawing.symbols import side, symbol
from boxoffice.seatmap.hall.geometry import View

Pixels = NDArray[np.uint32]
Indices = NDArray[np.intp]
Kinds = NDArray[np.uint16]
Phases = NDArray[np.uint8]
# The pixels that a symbol covers: their rows and columns in its square, and their colours.
Stamp = tuple[Indices, Pixels]
FILLS = 4
_STATES = 8  # the most there may be
_IS_GONE = np.array([state.traits.is_gone for state in sorted(SeatState)])
_MOST_CATEGORIES = 250
_FAINTEST = 0.06
_MOST_STAMPS = 4000
_PHASES = 2  # positions of a seat's middle within a pixel, each way


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """How the seats of a plan look.

    Attributes:
        category: uint8[n], each seat's index in `colors`.
        colors: of the price categories, readable on the panel.
        wheelchair: bool[n].
    """

    category: NDArray[np.uint8]
    colors: tuple[Rgb, ...]
    wheelchair: NDArray[np.bool_]
    palette: Palette
    _stamps: dict[tuple[int, float, bool], Stamp] = field(default_factory=dict, repr=False)

    def color(self, state: SeatState, category: int) -> Rgb:
        own = self.colors[category]
        if state.traits.is_own:
            return self.palette.mine
        return self.palette.gone if state.traits.is_gone else own

    def kinds(self, states: States, seats: Indices) -> Kinds:
        """uint16, the kinds of seats near by; `states` are theirs alone."""
        # Seats that are gone look alike whatever they cost.
        is_gone = _IS_GONE.take(states)
        category = np.where(is_gone, np.uint8(0), self.category[seats]).astype(np.uint16)
        found: Kinds = (category * np.uint16(_STATES) + states) * np.uint16(FILLS)
        found += self.wheelchair[seats]
        return found


def on_fills(kinds: Kinds, fills: NDArray[np.uint8]) -> Kinds:
    """The kinds as they are far out, each seat on the fill of its section."""
    return (kinds & np.uint16(0xFFFF - FILLS + 1)) | fills


def looks_of(plan: SeatPlan, categories: dict[int, Rgb], palette: Palette) -> Looks:
    """The looks of a plan's seats; `categories` are readable colours by price category id."""
    ids = sorted(categories)[:_MOST_CATEGORIES]
    known = np.array(ids, dtype=np.int64)
    index = np.searchsorted(known, plan.category_ids) if len(ids) else np.zeros(len(plan), np.intp)
    index = np.minimum(index, max(0, len(ids) - 1))
    is_known = known[index] == plan.category_ids if len(ids) else np.zeros(len(plan), np.bool_)
    category = np.where(is_known, index, len(ids)).astype(np.uint8)
    colors = (*(categories[i] for i in ids), palette.faint)
    wheelchair = (plan.attributes & SeatAttribute.WHEELCHAIR) != 0
    return Looks(category, colors, wheelchair, palette)


def stamp(
    pixels: Pixels,
    plan: SeatPlan,
    kinds: Kinds,
    looks: Looks,
    seats: Indices,
    view: View,
    diameter: float,
    *,
    is_far: bool = False,
    part: Part | None = None,
) -> None:
    """Stamps seats into the pixels; those that stick out at the edge are cut.

    Args:
        pixels: uint32[height, width] as 0xffRRGGBB, contiguous.
        kinds: of these seats; far out, on their sections' fills.
        view: from venue units to these pixels.
        diameter: of a seat, in pixels.
        part: the only pixels that may be written; all of them if left out.
    """
    k = side(diameter)
    part = part or _whole(pixels)
    for kind, starts, left, top in _groups(pixels, plan, kinds, seats, view, k, part):
        covered, colors = _pixels_of_kind(kind, looks, diameter, is_far=is_far)
        if starts is not None:
            _put(pixels, starts, covered, colors)
        else:
            _put_cut(pixels, left, top, covered, colors, part)


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Seats that are sorted by their kinds once, to be stamped many times.

    Attributes:
        x, y: float64[n] in venue units.
        kinds: of each run of seats that look alike; `ends` where the runs begin, and their end.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    kinds: tuple[int, ...]
    ends: Indices
    work: _Work


class _Work:
    """Memory for the steps of stamping n seats: fresh memory would cost more than the steps."""

    def __init__(self, n: int) -> None:
        self.halves = np.empty(n, dtype=np.float64)
        self.columns, self.rows = np.empty(n, dtype=np.int32), np.empty(n, dtype=np.int32)
        self.phases = np.empty(n, dtype=np.uint8)
        self.starts = np.empty(n, dtype=np.intp)


def batch_of(plan: SeatPlan, kinds: Kinds, seats: Indices) -> Batch:
    """A batch of seats; `kinds` are theirs alone."""
    order = np.argsort(kinds, kind="stable")
    ends = _ends(kinds[order])
    there = seats[order]
    found = tuple(kinds[order[ends[:-1]]].tolist())
    return Batch(plan.x[there], plan.y[there], found, ends, _Work(len(there)))


def stamp_batch(
    pixels: Pixels,
    batch: Batch,
    looks: Looks,
    view: View,
    diameter: float,
    part: Part,
    *,
    is_far: bool,
) -> bool:
    """Stamps a batch that lies whole within the part; False where it does not, and nothing is
    stamped."""
    k, (x0, y0, x1, y1) = side(diameter), part
    corner, work = k + (k - 1) // 2, batch.work
    least, most = 2 * corner, 2 * (corner - k + 1)
    for values, offset, size, whole in (
        (batch.x, view.dx - x0 + k, x1 - x0, work.columns),
        (batch.y, view.dy - y0 + k, y1 - y0, work.rows),
    ):
        np.multiply(values, 2 * view.scale, out=work.halves)
        work.halves += 2 * offset
        if work.halves.min() < least or work.halves.max() >= most + 2 * size:
            return False
        np.copyto(whole, work.halves, casting="unsafe")
    columns, rows, phases = work.columns, work.rows, work.phases
    np.bitwise_and(rows, 1, out=phases, casting="unsafe")
    phases *= _PHASES
    phases += (columns & 1).astype(np.uint8)
    columns >>= 1
    rows >>= 1
    rows *= pixels.shape[1]
    rows += columns
    starts = work.starts
    np.copyto(starts, rows)
    starts += (y0 - corner) * pixels.shape[1] + (x0 - corner)
    for kind, there, _, _ in _phased(list(batch.kinds), batch.ends, phases, starts):
        covered, colors = _pixels_of_kind(kind, looks, diameter, is_far=is_far)
        if there is not None:
            _put(pixels, there, covered, colors)
    return True


def wipe(
    pixels: Pixels,
    plan: SeatPlan,
    kinds: Kinds,
    looks: Looks,
    seats: Indices,
    view: View,
    diameter: float,
    *,
    is_far: bool = False,
) -> None:
    """Lays the ground's colour over all that any symbol of the seats covers."""
    k = side(diameter)
    fills = kinds & np.uint16(FILLS - 1) if is_far else np.zeros(len(seats), dtype=np.uint16)
    widest = fills + np.uint16(SeatState.MINE * FILLS)  # no symbol covers what it does not
    part = _whole(pixels)
    for kind, starts, left, top in _groups(pixels, plan, widest, seats, view, k, part):
        covered, colors = _pixels_of_kind(kind, looks, diameter, is_far=is_far)
        fill = (kind // (_PHASES * _PHASES)) % FILLS
        plain = np.full_like(colors, packed(_ground(looks.palette, fill, is_far=is_far)))
        if starts is not None:
            _put(pixels, starts, covered, plain)
        else:
            _put_cut(pixels, left, top, covered, plain, part)


def _ground(palette: Palette, fill: int, *, is_far: bool) -> Rgb:
    return palette.fills[fill] if is_far else palette.panel


_Group = tuple[int, Indices | None, Indices, Indices]
Part = tuple[int, int, int, int]  # left, top, right and bottom, in pixels


def _whole(pixels: Pixels) -> Part:
    return 0, 0, pixels.shape[1], pixels.shape[0]


def _groups(
    pixels: Pixels, plan: SeatPlan, kinds: Kinds, seats: Indices, view: View, k: int, part: Part
) -> Iterator[_Group]:
    """The seats near a part of the pixels, by kind and by where in its pixel their middle is.

    First the groups that lie whole within the part: where in the pixels each square begins. Then
    those that stick out: the column and row of each square's corner.
    """
    x0, y0, x1, y1 = part
    # In halves of a pixel, and so far moved that all near are positive: cutting then rounds down.
    x = _scaled(plan.x, seats, view.scale, view.dx - x0 + k)
    y = _scaled(plan.y, seats, view.scale, view.dy - y0 + k)
    if not len(x):
        return
    corner, width = k + (k - 1) // 2, pixels.shape[1]
    least, most = 2 * corner, 2 * (corner - k + 1)
    is_whole = _all_within(x, y, least, most + 2 * (x1 - x0), most + 2 * (y1 - y0))
    if not is_whole:
        right, bottom = 2 * (x1 - x0 + 2 * k), 2 * (y1 - y0 + 2 * k)
        near = (x > 0) & (x < right) & (y > 0) & (y < bottom)
        x, y, kinds = x[near], y[near], kinds[near]
    columns, rows = x.astype(np.int32), y.astype(np.int32)
    phases = ((columns & 1) + _PHASES * (rows & 1)).astype(np.uint8)
    columns >>= 1
    rows >>= 1
    left, top = columns + (x0 - corner), rows + (y0 - corner)
    if is_whole:
        yield from _sorted(kinds, phases, top.astype(np.intp) * width + left)
        return
    whole = (left >= x0) & (left <= x1 - k) & (top >= y0) & (top <= y1 - k)
    starts = (top[whole]).astype(np.intp) * width + left[whole]
    yield from _sorted(kinds[whole], phases[whole], starts)
    cut = ~whole
    yield from _sorted_cut(kinds[cut], phases[cut], left[cut], top[cut])


def _scaled(
    values: NDArray[np.float64], seats: Indices, scale: float, offset: float
) -> NDArray[np.float64]:
    """The seats' coordinates in halves of a pixel."""
    found = values * (2 * scale) if len(seats) == len(values) else values[seats]
    if len(seats) != len(values):
        found *= 2 * scale
    found += 2 * offset
    return found


def _all_within(
    x: NDArray[np.float64], y: NDArray[np.float64], least: int, right: int, bottom: int
) -> bool:
    is_across = x.min() >= least and x.max() < right
    return bool(is_across and y.min() >= least and y.max() < bottom)


def _sorted(kinds: Kinds, phases: Phases, starts: Indices) -> Iterator[_Group]:
    order = np.argsort(kinds, kind="stable")  # 16 bits are sorted by radix, in linear time
    kinds = kinds[order]
    ends = _ends(kinds)
    yield from _phased(kinds[ends[:-1]].tolist(), ends, phases[order], starts[order])


def _phased(kinds: list[int], ends: Indices, phases: Phases, starts: Indices) -> Iterator[_Group]:
    """Seats that are sorted by kind, by kind and phase: there are few kinds, so picking out each
    phase is faster than to sort by both."""
    for phase in range(_PHASES * _PHASES):
        here = np.flatnonzero(phases == phase)
        cuts, there = np.searchsorted(here, ends).tolist(), starts[here]
        for kind, (first, last) in zip(kinds, pairwise(cuts), strict=True):
            if last > first:
                key = kind * _PHASES * _PHASES + phase
                yield key, there[first:last], there, there


def _sorted_cut(
    kinds: Kinds, phases: Phases, left: NDArray[np.int32], top: NDArray[np.int32]
) -> Iterator[_Group]:
    keys = kinds * np.uint16(_PHASES * _PHASES) + phases
    order = np.argsort(keys, kind="stable")
    keys, across, down = keys[order], left[order].astype(np.intp), top[order].astype(np.intp)
    ends = _ends(keys)
    for key, (first, last) in zip(keys[ends[:-1]].tolist(), pairwise(ends.tolist()), strict=True):
        yield key, None, across[first:last], down[first:last]


def _ends(keys: Kinds) -> Indices:
    """Where runs of equal keys begin, and the end of the last one."""
    if not len(keys):
        return np.zeros(1, dtype=np.intp)
    return np.concatenate(([0], np.flatnonzero(np.diff(keys)) + 1, [len(keys)]))


def _put(pixels: Pixels, starts: Indices, covered: Indices, colors: Pixels) -> None:
    """Writes the pixels of a symbol for each seat of a group."""
    flat = pixels.reshape(-1)
    offsets = covered[0] * pixels.shape[1] + covered[1]
    if len(starts) > 40 * len(offsets):
        for offset, color in zip(offsets.tolist(), colors, strict=True):
            flat[starts + offset] = color
    else:
        flat[starts[:, None] + offsets[None, :]] = colors[None, :]


def _pixels_of_kind(kind: int, looks: Looks, diameter: float, *, is_far: bool) -> Stamp:
    """The stamp of a kind and phase; the same one again is remembered."""
    rounded = round(diameter * 4) / 4
    found = looks._stamps.get((kind, rounded, is_far))
    if found is None:
        if len(looks._stamps) > _MOST_STAMPS:
            looks._stamps.clear()
        found = _made_stamp(kind, looks, rounded, is_far=is_far)
        looks._stamps[kind, rounded, is_far] = found
    return found


def _made_stamp(kind: int, looks: Looks, diameter: float, *, is_far: bool) -> Stamp:
    kind, phase = divmod(kind, _PHASES * _PHASES)
    rest, look = divmod(kind, FILLS)
    category, number = divmod(rest, _STATES)
    fy, fx = divmod(phase, _PHASES)
    state = SeatState(number)
    is_wheelchair = not is_far and bool(look)
    found = symbol(state, diameter, is_wheelchair, (fx + 0.5) / _PHASES, (fy + 0.5) / _PHASES)
    color = looks.color(state, category)
    ground = np.array(_ground(looks.palette, look, is_far=is_far))
    second = looks.palette.on_mine if state is SeatState.MINE else looks.palette.panel
    covered = np.array(np.nonzero(found.body > _FAINTEST), dtype=np.intp)
    body = found.body[covered[0], covered[1]][:, None]
    shades = np.array(color) * body + ground * (1 - body)
    if found.mark is not None:
        mark = found.mark[covered[0], covered[1]][:, None]
        shades = np.array(second) * mark + shades * (1 - mark)
    r, g, b = np.rint(shades).astype(np.uint32).T
    return covered, np.uint32(0xFF000000) | r << 16 | g << 8 | b


def packed(color: Rgb) -> np.uint32:
    return np.uint32(0xFF000000 | color[0] << 16 | color[1] << 8 | color[2])


def _put_cut(
    pixels: Pixels, left: Indices, top: Indices, covered: Indices, colors: Pixels, part: Part
) -> None:
    """Stamps the pixels of the symbols that lie within the part."""
    y, x = top[:, None] + covered[0][None, :], left[:, None] + covered[1][None, :]
    seen = (x >= part[0]) & (x < part[2]) & (y >= part[1]) & (y < part[3])
    pixels[y[seen], x[seen]] = np.broadcast_to(colors, x.shape)[seen]
