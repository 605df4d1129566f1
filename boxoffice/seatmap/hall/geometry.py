"""Where things are: between venue units (y down) and pixels of the widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.catalogue import Area
from boxoffice.domain.seats.seatplan import SeatPlan

Floats = NDArray[np.float64]
_MARGIN = 12.0  # pixels around a whole venue
_NEAREST = 64.0  # pixels from seat to seat at the largest zoom
_USUAL_PITCH = 50.0
_NO_STEP = 1e-10  # venue units that are no distance
_ENOUGH = 20_000  # seats


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle in venue units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def widened(self, by: float) -> Bounds:
        return Bounds(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class View:
    """What of the venue is seen: pixels = venue units * scale + offset."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def to_pixels(self, x: float, y: float) -> tuple[float, float]:
        return x * self.scale + self.dx, y * self.scale + self.dy

    def to_venue(self, px: float, py: float) -> tuple[float, float]:
        return (px - self.dx) / self.scale, (py - self.dy) / self.scale

    def seen(self, left: float, top: float, width: float, height: float) -> Bounds:
        """The part of the venue that a rectangle of pixels shows."""
        return Bounds(*self.to_venue(left, top), *self.to_venue(left + width, top + height))

    def moved(self, px: float, py: float) -> View:
        return View(self.scale, self.dx + px, self.dy + py)

    def zoomed(self, scale: float, px: float, py: float) -> View:
        """At another scale; the point under the pixel stays where it is."""
        x, y = self.to_venue(px, py)
        return View(scale, px - x * scale, py - y * scale)


def fitting(bounds: Bounds, width: float, height: float, margin: float = _MARGIN) -> View:
    """The view that shows the bounds whole, in the middle of so many pixels."""
    across = max(1.0, width - 2 * margin) / max(bounds.width, 1e-9)
    down = max(1.0, height - 2 * margin) / max(bounds.height, 1e-9)
    scale = min(across, down)
    x, y = bounds.middle
    return View(scale, width / 2 - x * scale, height / 2 - y * scale)


def limited(view: View, bounds: Bounds, width: float, height: float, pitch: float) -> View:
    """The nearest view that is neither too near nor too far, and has the venue's middle part on
    the screen, so that it cannot be lost."""
    least = fitting(bounds, width, height).scale * 0.8
    most = max(_NEAREST / pitch, least)
    if not least <= view.scale <= most:
        view = view.zoomed(min(max(view.scale, least), most), width / 2, height / 2)
    left, top = view.to_pixels(bounds.left, bounds.top)
    right, bottom = view.to_pixels(bounds.right, bounds.bottom)
    return view.moved(_back(left, right, width), _back(top, bottom, height))


def _back(first: float, last: float, size: float) -> float:
    """How far a span must be moved so that it still covers a third of the screen, or all of it."""
    shown = min(size / 3, last - first)
    if last < shown:
        return shown - last
    if first > size - shown:
        return size - shown - first
    return 0.0


def bounds_of(
    plan: SeatPlan,
    areas: tuple[Area, ...],
    pitch: float,
    others: Sequence[tuple[float, float]] = (),
) -> Bounds:
    """All seats, outlines and other points, and a seat around them."""
    placed = plan.placed
    xs = [plan.x[placed], *(np.array([x for x, _ in a.outline]) for a in areas if a.outline)]
    ys = [plan.y[placed], *(np.array([y for _, y in a.outline]) for a in areas if a.outline)]
    xs.append(np.array([x for x, _ in others]))
    ys.append(np.array([y for _, y in others]))
    x, y = np.concatenate(xs), np.concatenate(ys)
    if not len(x):
        return Bounds(0.0, 0.0, 1000.0, 600.0)
    return Bounds(
        float(x.min()) - pitch,
        float(y.min()) - pitch,
        float(x.max()) + pitch,
        float(y.max()) + pitch,
    )


def pitch_of(plan: SeatPlan) -> float:
    """The usual distance from a seat to the next of its row, in venue units."""
    placed = np.flatnonzero(plan.placed)
    every = len(placed) // _ENOUGH + 1  # whole rows of a large house tell as much as all
    placed = placed[plan.row_index[placed] % every == 0]
    order = placed[np.lexsort((plan.y[placed], plan.x[placed], plan.row_index[placed]))]
    same = np.diff(plan.row_index[order]) == 0
    steps = np.hypot(np.diff(plan.x[order]), np.diff(plan.y[order]))[same]
    steps = steps[steps > _NO_STEP]
    return usual(steps) if len(steps) else _USUAL_PITCH


def usual(values: Floats) -> float:
    """The middle one of some values. (`np.median` would load numpy.ma, at its first call, which
    takes as long as three frames.)"""
    return float(np.sort(values)[len(values) // 2])


def outline_bounds(area: Area) -> Bounds:
    """The box around an area that has an outline."""
    xs, ys = [x for x, _ in area.outline], [y for _, y in area.outline]
    return Bounds(min(xs), min(ys), max(xs), max(ys))


def contains(outline: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    """Whether a point lies in a polygon (even-odd rule)."""
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], *outline[:1]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def inside_of(corners: Floats, x: Floats, y: Floats) -> NDArray[np.bool_]:
    """bool[n], which of many points lie in a polygon, float64[corners, 2] (even-odd rule)."""
    inside = np.zeros(len(x), dtype=np.bool_)
    for (x1, y1), (x2, y2) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y1 != y2:
            crosses = (y1 > y) != (y2 > y)
            inside ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return inside
