"""Where the names of areas stand at a scale, and how large: all of them at once, in columns."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.catalogue import AreaKind
from boxoffice.seatmap.drawing.scene import FAR, Scene
from boxoffice.seatmap.drawing.texts import Texts
from boxoffice.seatmap.hall.geometry import View
from boxoffice.tokens.sizes import BODY, SMALL

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
SIZES = (BODY.size, SMALL.size, SMALL.size)  # pixels of a letter, by step
COUNT_SIZES = (SMALL.size,) * 3
_UNBOUNDED = 240.0  # pixels for the name of an area without an outline
_LEAST_ROOM = 40.0
_GAP = 3  # pixels between a section and its name beside it
_SHORT = 4  # letters
_MOST_OF = 0.8  # of the sections have the usual size of type, or a smaller one
_EDGE = 1  # pixels between a plate's edge and its words


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """What is known of the names of all areas whatever the scale; n areas, 3 steps of size.

    Attributes:
        names: shortened to what is ever shown; `shorts` what tells a section from its neighbours,
            such as '33' of 'South 33', empty where that is nothing less.
        width, height: float64[3, n] and float64[3], of the names in pixels; `short_width` of the
            short ones.
        count_width: float64[3, n], of the longest count in words.
        at: float64[n, 2], where they stand in venue units; NaN for nowhere.
        is_seated: bool[n], it has seats below its name.
        is_counted: bool[n], it says what is free.
        elide: a name in the smallest type within a width.
    """

    names: tuple[str, ...]
    shorts: tuple[str, ...]
    width: Floats
    short_width: Floats
    height: Floats
    count_width: Floats
    at: Floats
    is_seated: Flags
    is_counted: Flags
    elide: Callable[[int, float], str]


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The names that have room at a scale; one row a name.

    Attributes:
        area: intp[m], the area's index in the offer.
        at: float64[m, 2], their middle in venue units.
        size: float64[m, 2], in pixels.
        step: which of the sizes.
        has_count, has_plate: what is free stands below it; it stands on seats.
    """

    area: Indices
    at: Floats
    size: Floats
    step: Indices
    has_count: Flags
    has_plate: Flags
    texts: tuple[str, ...]

    def boxes(self, view: View) -> Floats:
        """float64[m, 4]: left, top, width and height in pixels; corners are whole."""
        corner = self.at * view.scale + (view.dx, view.dy) - self.size / 2
        return np.concatenate((np.rint(corner), self.size), axis=1)


def measured(scene: Scene, texts: Texts, say_free: Callable[[int], str]) -> Measures:
    """Measures all names of a scene, once."""
    areas = scene.offer.areas
    names = tuple(texts.elided(a.name, SIZES[0], _UNBOUNDED, bold=True) for a in areas)
    shorts = tuple(_short(name) for name in names)
    sizes = [[texts.laid_out(name, px, bold=True).size for name in names] for px in SIZES]
    short = [[texts.laid_out(name, px, bold=True).size.width() for name in shorts] for px in SIZES]
    most = [say_free(total) for total in scene.areas.total.tolist()]
    counts = [[texts.laid_out(words, px).size.width() for words in most] for px in COUNT_SIZES]
    middles = [
        area.label_at or _middle(area.outline) or _table(scene, index) or (np.nan, np.nan)
        for index, area in enumerate(areas)
    ]
    at = np.array(
        [m if n.strip() else (np.nan, np.nan) for m, n in zip(middles, names, strict=True)]
    )
    at = at.reshape(-1, 2).astype(np.float64)
    kinds = np.array([int(area.kind) for area in areas], dtype=np.int64)
    is_standing = np.array([area.kind.is_standing for area in areas], dtype=np.bool_)
    has_seats = scene.areas.total > 0
    is_seated = (kinds == AreaKind.SEATED) & has_seats
    width = np.array([[s.width() for s in row] for row in sizes]).reshape(3, -1)
    height = np.array([max((s.height() for s in row), default=0.0) for row in sizes])

    def elide(index: int, room: float) -> str:
        return texts.elided(areas[index].name, SIZES[-1], room, bold=True)

    return Measures(
        names,
        shorts,
        width,
        np.array(short).reshape(3, -1),
        height,
        np.array(counts).reshape(3, -1),
        at,
        is_seated,
        is_seated | (is_standing & has_seats),
        elide,
    )


def _table(scene: Scene, index: int) -> tuple[float, float] | None:
    table = scene.tables.get(index)
    return None if table is None else (table.center().x(), table.center().y())


def _short(name: str) -> str:
    """The last word of a name if it is a number or the like, else nothing."""
    word = name.split()[-1] if " " in name.strip() else ""
    return word if len(word) <= _SHORT and any(c.isdigit() for c in word) else ""


def _middle(outline: tuple[tuple[float, float], ...]) -> tuple[float, float] | None:
    if not outline:
        return None
    n = len(outline)
    return sum(x for x, _ in outline) / n, sum(y for _, y in outline) / n


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """Where the names stand where seats can be clicked: on none of them.

    Attributes:
        at: float64[n, 2] in venue units; NaN for nowhere.
        side: float64[n], -1 where a name stands on top of that point, 1 where below it, 0 with
            its middle on it.
    """

    at: Floats
    side: Floats


def spots_of(scene: Scene, measures: Measures) -> Spots:
    """Finds the spots of all names of a scene, once for a level."""
    at, side = measures.at.copy(), np.zeros(len(measures.at))
    high = float(measures.height[0])
    for index in np.flatnonzero(measures.is_seated & ~np.isnan(at[:, 0])).tolist():
        x, y, side[index] = _spot(scene, index, at[index], float(measures.width[0, index]), high)
        at[index] = x, y
    return Spots(at, side)


def _spot(
    scene: Scene, index: int, at: Floats, width: float, height: float
) -> tuple[float, float, float]:
    """Where a section's name covers no seat: where it is meant to be, else above or below the
    section; NaN where it would cover some. What is clear of seats at the scale where they can just
    be clicked is clear of them nearer by, too."""
    scale = FAR / scene.pitch
    left, top, right, bottom = scene.boxes[index].tolist()
    away = (height / 2 + _GAP) / scale
    x = (left + right) / 2
    for way_x, way_y, side in ((float(at[0]), float(at[1]), 0.0), (x, top, -1.0), (x, bottom, 1.0)):
        middle = way_y + side * away
        if not math.isnan(way_x) and not scene.covers_seats(scale, way_x, middle, width, height):
            return way_x, way_y, side
    return np.nan, np.nan, 0.0


def laid_out(measures: Measures, spots: Spots | None, scene: Scene, scale: float) -> Layout:
    """Lays out each name in the largest way that has room, and leaves out a name that would stand
    on an earlier one in any.

    Args:
        spots: where the names stand if seats can be clicked at this scale; None from far out.
    """
    is_far = spots is None
    at = measures.at
    if spots is not None:
        at = spots.at.copy()
        at[:, 1] += spots.side * (measures.height[0] / 2 + _GAP) / scale
    shown = np.array([scene.shows(area) for area in scene.offer.areas], dtype=np.bool_)
    shown &= ~np.isnan(at[:, 0])
    room = (scene.boxes[:, 2] - scene.boxes[:, 0]) * scale
    room = np.where(np.isnan(room) | (measures.is_seated & (not is_far)), _UNBOUNDED, room)
    counted = measures.is_counted & (is_far | ~measures.is_seated)
    with_count = np.maximum(measures.width, measures.count_width)
    wide = np.concatenate((with_count, measures.width, measures.short_width))
    # Ways 0 to 2 say what is free, in three sizes; 3 to 5 do not; 6 to 8 are the short names.
    fits = (wide + 2 * _EDGE <= room) & shown
    fits[:3] &= counted
    has_short = np.array([bool(short) for short in measures.shorts], dtype=np.bool_)
    fits[6:] &= measures.is_seated & is_far & has_short
    if not is_far:
        fits[4:6] &= ~measures.is_seated
    if is_far:
        step = _usual_step(fits[3:6] & measures.is_seated)
        for first in (0, 3, 6):
            fits[first : first + step] &= ~measures.is_seated
    high = np.concatenate((2 * measures.height, measures.height, measures.height))
    way = np.where(fits.any(axis=0), np.argmax(fits, axis=0), -1)
    way = _without_collisions(way, fits, at * scale, wide + 2 * _EDGE, high)
    cut = np.flatnonzero((way < 0) & shown & ~measures.is_seated & ~fits.any(axis=0))
    area = np.concatenate((np.flatnonzero(way >= 0), cut))
    chosen = np.where(way[area] >= 0, way[area], 5)
    size = np.stack((wide[chosen, area] + 2 * _EDGE, high[chosen]), axis=1)
    is_cut = way[area] < 0
    size[is_cut, 0] = np.maximum(room[area][is_cut], _LEAST_ROOM)
    texts = [
        (measures.shorts if w >= 6 else measures.names)[p]
        for p, w in zip(area.tolist(), chosen.tolist(), strict=True)
    ]
    for i in np.flatnonzero(is_cut).tolist():
        texts[i] = measures.elide(int(area[i]), float(size[i, 0]) - 2 * _EDGE)
    has_plate = measures.is_seated[area] & is_far
    return Layout(area, at[area], size, chosen % 3, chosen < 3, has_plate, tuple(texts))


def _usual_step(fits: Flags) -> int:
    """The largest type in which most sections can be named: names of one size are calmer."""
    counts = fits.sum(axis=1)
    return int(np.argmax(counts >= _MOST_OF * counts.max(initial=0)))


def _without_collisions(
    way: Indices, fits: Flags, middle: Floats, wide: Floats, high: Floats
) -> Indices:
    """The ways with which no name stands on an earlier one; -1 for those that would in any."""
    way = way.copy()
    there = np.flatnonzero(way >= 0)
    boxes = np.full((len(way), 4), np.nan)
    boxes[there] = _boxes(middle[there], wide[way[there], there], high[way[there]])
    meets = np.triu(_meet(boxes[:, None], boxes[None, :]), 1)
    suspects = there[meets[:, there].any(axis=0)]
    boxes[suspects] = np.nan
    for index in suspects.tolist():
        way[index] = -1
        for tried in np.flatnonzero(fits[:, index]).tolist():
            box = _boxes(middle[index], wide[tried, index], high[tried])
            if not _meet(box, boxes).any():
                way[index], boxes[index] = tried, box
                break
    return way


def _boxes(middle: Floats, wide: Floats, high: Floats) -> Floats:
    """Left, top, right and bottom."""
    half = np.stack((wide, high), axis=-1) / 2
    return np.concatenate((middle - half, middle + half), axis=-1)


def _meet(a: Floats, b: Floats) -> Flags:
    found: Flags = (a[..., 0] < b[..., 2]) & (b[..., 0] < a[..., 2])
    found &= (a[..., 1] < b[..., 3]) & (b[..., 1] < a[..., 3])
    return found
