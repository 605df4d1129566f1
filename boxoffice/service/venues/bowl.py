"""A bowl: rows of seats around a rectangle with round corners, cut into sections.

The ring at distance d from the rectangle has the rectangle's straight sides, moved out by d, and
quarter circles of radius r + d between them. Sections are slices of sides and corners, clockwise
from the left end of the north side; their outlines are drawn along the same rings. A section is
then drafted as an area with its seats.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from boxoffice.domain.catalogue import Point
from boxoffice.domain.seats.seat import NO_ATTRIBUTES, SeatAttribute
from boxoffice.domain.venue import DraftArea, DraftSeat
from boxoffice.service.venues.arcs import Pose


@dataclass(frozen=True, slots=True)
class Ring:
    """A rectangle about the origin with round corners, in venue units; its half sizes include the
    corners' radius."""

    half_width: float
    half_height: float
    radius: float


@dataclass(frozen=True, slots=True)
class Tier:
    """Rows of the bowl.

    Attributes:
        distance: from the ring to the first row, in venue units.
        sections: how many sections a long side, a short side and a corner are cut into.
    """

    first_number: int
    distance: float
    rows: int
    row_step: float
    pitch: float
    sections: tuple[int, int, int]
    aisle: float = 90.0


@dataclass(frozen=True, slots=True)
class Section:
    """One slice of a tier; `piece` is 'long', 'short' or 'corner'."""

    number: int
    piece: str
    rows: tuple[tuple[Pose, ...], ...]
    outline: tuple[Point, ...]
    middle: Point


@dataclass(frozen=True, slots=True)
class _Slice:
    """A section's start and end: in venue units along a side, in degrees around a corner."""

    side: int
    piece: str
    start: float
    end: float


def sections(ring: Ring, tier: Tier) -> Iterator[Section]:
    """The tier's sections, numbered on from its first number."""
    for index, part in enumerate(_slices(ring, tier.sections)):
        depth = (tier.rows - 1) * tier.row_step
        rows = tuple(
            _seats(ring, part, tier.distance + row * tier.row_step, tier)
            for row in range(tier.rows)
        )
        yield Section(
            tier.first_number + index,
            part.piece,
            rows,
            _outline(ring, part, tier.distance - 45, tier.distance + depth + 45, tier.aisle / 3),
            _at(ring, part, tier.distance + depth / 2, 0.5)[0],
        )


def gates(ring: Ring, tier: Tier, *, away: float) -> tuple[Point, ...]:
    """Eight points outside the tier, clockwise from the middle of the north side: the middles of
    sides and corners, `away` from the last row in venue units."""
    distance = tier.distance + (tier.rows - 1) * tier.row_step + away
    points = []
    for part in _slices(ring, (1, 1, 1)):
        x, y = _at(ring, part, distance, 0.5)[0]
        points.append((round(x, 1), round(y, 1)))
    return tuple(points)


def section_area(section: Section, level: int, capacity: int) -> DraftArea:
    """The section as an area, named by its number."""
    return DraftArea(
        key=str(section.number),
        name=str(section.number),
        capacity=capacity,
        outline=section.outline,
        label_at=section.middle,
        level=level,
    )


def section_seats(
    section: Section, category_key: str, *, wheelchairs: bool = False
) -> Iterator[DraftSeat]:
    """The section's seats: rows and seats numbered from 1, seats from the left.

    Args:
        wheelchairs: whether the last row begins with two wheelchair places and their companions.
    """
    for index, row in enumerate(section.rows):
        for position, pose in enumerate(row):
            attributes = SeatAttribute.AISLE if position in (0, len(row) - 1) else NO_ATTRIBUTES
            if wheelchairs and index == len(section.rows) - 1 and position < 4:
                attributes |= (SeatAttribute.WHEELCHAIR, SeatAttribute.COMPANION)[position % 2]
            yield DraftSeat(
                f"{section.number}-{index + 1}-{position + 1}",
                str(section.number),
                category_key,
                str(index + 1),
                str(position + 1),
                pose.x,
                pose.y,
                pose.angle,
                attributes,
            )


def _slices(ring: Ring, counts: tuple[int, int, int]) -> Iterator[_Slice]:
    long, short, corner = counts
    for side in range(4):
        straight = ring.half_width if side % 2 == 0 else ring.half_height
        piece, count = ("long", long) if side % 2 == 0 else ("short", short)
        length = 2 * (straight - ring.radius)
        for i in range(count):
            yield _Slice(side, piece, length * i / count, length * (i + 1) / count)
        for i in range(corner):
            yield _Slice(side, "corner", 90.0 * i / corner, 90.0 * (i + 1) / corner)


def _length(ring: Ring, part: _Slice, distance: float) -> float:
    if part.piece == "corner":
        return math.radians(part.end - part.start) * (ring.radius + distance)
    return part.end - part.start


def _seats(ring: Ring, part: _Slice, distance: float, tier: Tier) -> tuple[Pose, ...]:
    length = _length(ring, part, distance)
    count = max(1, int((length - tier.aisle) // tier.pitch) + 1)
    first = (length - (count - 1) * tier.pitch) / 2
    result = []
    for i in range(count):
        (x, y), angle = _at(ring, part, distance, (first + i * tier.pitch) / length)
        result.append(Pose(round(x, 1), round(y, 1), round(angle, 1)))
    return tuple(result)


def _outline(ring: Ring, part: _Slice, inner: float, outer: float, gap: float) -> tuple[Point, ...]:
    steps = 8 if part.piece == "corner" else 1
    result: list[Point] = []
    for distance, forward in ((inner, True), (outer, False)):
        cut = gap / 2 / _length(ring, part, distance)
        for i in range(steps + 1):
            along = i / steps if forward else 1 - i / steps
            x, y = _at(ring, part, distance, cut + along * (1 - 2 * cut))[0]
            result.append((round(x, 1), round(y, 1)))
    return tuple(result)


def _at(ring: Ring, part: _Slice, distance: float, share: float) -> tuple[Point, float]:
    """The point at a share of the slice, and a seat's direction there (degrees clockwise from up).

    It is computed for the north side or the corner at its right, and then turned to the side.
    """
    across, up = (ring.half_width, ring.half_height)
    if part.side % 2:
        across, up = up, across
    along = part.start + share * (part.end - part.start)
    if part.piece == "corner":
        turn = math.radians(along)
        reach = ring.radius + distance
        x = across - ring.radius + reach * math.sin(turn)
        y = -(up - ring.radius) - reach * math.cos(turn)
        angle = 180.0 + along
    else:
        x, y, angle = -(across - ring.radius) + along, -up - distance, 180.0
    for _ in range(part.side):
        x, y = -y, x
    return (x, y), (angle + 90.0 * part.side) % 360.0
