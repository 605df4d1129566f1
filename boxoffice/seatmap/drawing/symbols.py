"""What a seat looks like: shape tells the status, colour the price category.

A symbol is a stack of coverages: how much of each pixel its colour covers, and how much its second
colour covers over that. All are computed from distances, so they are smooth at every size.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from boxoffice.domain.seats.seatplan import SeatState

Coverage = NDArray[np.float64]
Point = tuple[float, float]
_MARKED_FROM = 5.0  # pixels of a seat that has room for a mark on it


@dataclass(frozen=True, slots=True, eq=False)
class Symbol:
    """float64[k, k] each, 0 to 1: `body` in the seat's colour, `mark` over it in the other."""

    body: Coverage
    mark: Coverage | None = None


@lru_cache(maxsize=4096)
def symbol(state: SeatState, diameter: float, wheelchair: bool, fx: float, fy: float) -> Symbol:
    """The symbol of a state, `diameter` pixels across, in a square of ceil(diameter) + 2 pixels.

    Args:
        fx, fy: where in its pixel the seat's middle is, 0 to 1.
    """
    k = side(diameter)
    middle = (k - 1) // 2
    ys, xs = np.mgrid[0:k, 0:k].astype(np.float64)
    x, y = xs + 0.5 - (middle + fx), ys + 0.5 - (middle + fy)
    away = np.hypot(x, y)
    radius = diameter / 2
    disc = _edge(radius - away)
    line = max(1.0, diameter * 0.16)
    ring = disc * (1 - _edge(radius - line - away))
    has_room = diameter >= _MARKED_FROM
    match state:
        case SeatState.FREE:
            has_wheel = wheelchair and has_room
            return Symbol(disc, _wheelchair(x, y, radius) if has_wheel else None)
        case SeatState.RESERVED:
            return Symbol(ring)
        case SeatState.PENDING:
            return Symbol(np.maximum(ring, _edge(radius * 0.3 - away)))
        case SeatState.SOLD:
            return Symbol(_edge(radius * 0.55 - away))
        case SeatState.OTHER:
            return Symbol(_edge(line * 0.6 - np.abs(y)) * _edge(radius * 0.8 - np.abs(x)))
        case SeatState.BLOCKED:
            arms = np.minimum(np.abs(x - y), np.abs(x + y)) / np.sqrt(2)
            return Symbol(_edge(line / 2 - arms) * _edge(radius * 0.9 - away))
        case SeatState.MINE if has_room:
            return Symbol(disc, _tick(x, y, radius))
        case SeatState.MINE:  # a square
            return Symbol(_edge(radius - np.maximum(np.abs(x), np.abs(y))))
        case _:
            assert_never(state)


def side(diameter: float) -> int:
    """Pixels of a symbol's square, which is odd so that it has a middle."""
    k = int(np.ceil(diameter)) + 2
    return k if k % 2 else k + 1


def _edge(inside: NDArray[np.float64]) -> Coverage:
    """Coverage from the signed distance to an edge: half at the edge, one pixel wide."""
    covered: Coverage = np.clip(inside + 0.5, 0.0, 1.0)
    return covered


def _stroke(x: Coverage, y: Coverage, a: Point, b: Point, width: float) -> Coverage:
    """Coverage of a line from a to b with round ends."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = np.clip(((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy), 0.0, 1.0)
    return _edge(width / 2 - np.hypot(x - a[0] - along * dx, y - a[1] - along * dy))


def _tick(x: Coverage, y: Coverage, radius: float) -> Coverage:
    width = max(1.2, radius * 0.28)
    short = _stroke(x, y, (-0.45 * radius, 0.05 * radius), (-0.1 * radius, 0.4 * radius), width)
    long = _stroke(x, y, (-0.1 * radius, 0.4 * radius), (0.5 * radius, -0.35 * radius), width)
    both: Coverage = np.maximum(short, long)
    return both


def _wheelchair(x: Coverage, y: Coverage, radius: float) -> Coverage:
    """A wheel with a back and a head, as on the sign."""
    width = max(1.0, radius * 0.18)
    wheel_x, wheel_y = x + 0.08 * radius, y - 0.22 * radius
    wheel = np.hypot(wheel_x, wheel_y)
    ring = _edge(0.42 * radius - wheel) * (1 - _edge(0.42 * radius - width - wheel))
    back = _stroke(x, y, (-0.15 * radius, -0.35 * radius), (-0.08 * radius, 0.2 * radius), width)
    leg = _stroke(x, y, (-0.08 * radius, 0.15 * radius), (0.45 * radius, 0.25 * radius), width)
    head = _edge(max(0.8, 0.16 * radius) - np.hypot(x + 0.15 * radius, y + 0.55 * radius))
    sign: Coverage = np.maximum.reduce([ring, back, leg, head])
    return sign
