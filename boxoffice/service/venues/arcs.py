"""Rows on circles about one centre, as in a theatre's stalls and circle.

Angles are in degrees from straight down the picture (away from the stage), positive to the right.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from boxoffice.domain.catalogue import Point


@dataclass(frozen=True, slots=True)
class Pose:
    """The position of a seat, and its direction in degrees clockwise from facing up."""

    x: float
    y: float
    angle: float


def on_circle(center: Point, radius: float, degrees: float) -> Pose:
    turn = math.radians(degrees)
    return Pose(
        round(center[0] + radius * math.sin(turn), 1),
        round(center[1] + radius * math.cos(turn), 1),
        round(-degrees, 1),
    )


def blocks(
    center: Point, radius: float, counts: tuple[int, ...], pitch: float, aisle: float
) -> list[list[Pose]]:
    """Blocks of seats side by side on one circle, aisles between, the whole row centred.

    Args:
        counts: seats of each block, from left to right.
        pitch: from seat to seat, in venue units along the circle.
        aisle: the width that an aisle adds between two blocks, in venue units.
    """
    width = (sum(counts) - 1) * pitch + (len(counts) - 1) * aisle
    along = -width / 2
    result = []
    for count in counts:
        degrees = [math.degrees((along + i * pitch) / radius) for i in range(count)]
        result.append([on_circle(center, radius, d) for d in degrees])
        along += count * pitch + aisle
    return result


def sector(
    center: Point, inner: float, outer: float, half_width: tuple[float, float], corners: int = 16
) -> tuple[Point, ...]:
    """The outline of rows between two radii.

    Args:
        half_width: half the arc's length at the inner and at the outer radius, in venue units.
    """
    result: list[Point] = []
    for radius, half, sign in ((inner, half_width[0], 1), (outer, half_width[1], -1)):
        most = math.degrees(half / radius)
        for i in range(corners + 1):
            corner = on_circle(center, radius, sign * most * (2 * i / corners - 1))
            result.append((corner.x, corner.y))
    return tuple(result)
