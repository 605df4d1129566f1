"""Makes a venue of a validated pretix plan: zones become areas, '-' rows standing places.

What the file does not say is invented, the same every time: prices fall from the first category to
the last, and three events over the coming weeks use the hall.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import Decimal

from boxoffice.domain.catalogue import AreaKind, Point
from boxoffice.domain.venue import (
    DraftArea,
    DraftCategory,
    DraftPriceType,
    DraftSeat,
    Performance,
    Venue,
)
from boxoffice.importing.outlines import hulls
from boxoffice.importing.pretix_schema import STANDING_ROW, Category, Plan, Row, Shape, Zone

_GREY = "#808080"
_PRICE_TYPES = (
    DraftPriceType("full", "Full price", "Full", is_default=True),
    DraftPriceType("reduced", "Reduced", "Red.", requires_proof=True),
    DraftPriceType("child", "Child", "Child"),
)
_SHARES = {"full": Decimal(1), "reduced": Decimal("0.8"), "child": Decimal("0.5")}
_FEE = Decimal("1.50")


def venue_of(plan: Plan) -> Venue:
    """The venue of a plan that was found free of contradictions.

    Raises:
        BrokenVenue: it contradicts itself all the same.
    """
    areas: list[DraftArea] = []
    seats: list[DraftSeat] = []
    for index, zone in enumerate(plan.zones):
        for area, its_seats in _areas_of(zone, f"zone-{index + 1}"):
            areas.append(area)
            seats.extend(its_seats)
        areas.extend(_decorations(zone, f"zone-{index + 1}"))
    return Venue(
        key="plan",
        name=plan.name or "Hall",
        street="",
        zip="",
        city="",
        country_code="DE",
        timezone="Europe/Berlin",
        currency="EUR",
        vat_rate=Decimal(7),
        areas=tuple(_with_outlines(areas, seats)),
        categories=tuple(_categories(plan.categories)),
        price_types=_PRICE_TYPES,
        seats=tuple(_without_standing_places(seats, areas)),
        performances=_performances(plan.name or "Hall"),
    )


def _performances(name: str) -> tuple[Performance, ...]:
    return (
        Performance("opening", "Opening Night", name, 3, 19, 30, sold_share=0.35),
        Performance("matinee", "Family Matinee", name, 9, 15, 0, sold_share=0.2),
        Performance("gala", "Season Gala", name, 20, 20, 0, sold_share=0.05),
    )


def _categories(found: list[Category]) -> Iterator[DraftCategory]:
    for index, category in enumerate(found):
        full = Decimal(20 + 12 * (len(found) - 1 - index))
        prices = {
            key: ((full * share).quantize(Decimal("0.01")), _FEE) for key, share in _SHARES.items()
        }
        yield DraftCategory(category.name, category.name, _color(category.color, _GREY), prices)


def _areas_of(zone: Zone, key: str) -> Iterator[tuple[DraftArea, list[DraftSeat]]]:
    """The zone as one area, or as two where it mixes seats with standing places."""
    name = zone.name or key
    seated = [row for row in zone.rows if row.row_number != STANDING_ROW and row.seats]
    standing = [row for row in zone.rows if row.row_number == STANDING_ROW and row.seats]
    if seated:
        seats = [seat for row in seated for seat in _seats_of(zone, row, key)]
        yield DraftArea(key, name, AreaKind.SEATED, capacity=len(seats)), seats
    if standing:
        key = f"{key}-standing" if seated else key
        seats = [seat for row in standing for seat in _seats_of(zone, row, key)]
        yield DraftArea(key, name, AreaKind.STANDING, capacity=len(seats)), seats


def _seats_of(zone: Zone, row: Row, area_key: str) -> Iterator[DraftSeat]:
    """The row's seats at their places; a standing place keeps its own until the hull is known."""
    left, top = zone.position.x + row.position.x, zone.position.y + row.position.y
    for index, seat in enumerate(row.seats):
        unnamed = not (row.row_number or seat.seat_number)
        yield DraftSeat(
            key=seat.seat_guid,
            area_key=area_key,
            category_key=seat.category,
            row=row.row_number,
            number=str(index + 1) if unnamed else seat.seat_number,
            x=left + seat.position.x,
            y=top + seat.position.y,
        )


def _without_standing_places(seats: list[DraftSeat], areas: list[DraftArea]) -> Iterator[DraftSeat]:
    standing = {area.key for area in areas if area.kind.is_standing}
    for seat in seats:
        if seat.area_key in standing:
            yield DraftSeat(seat.key, seat.area_key, seat.category_key)
        else:
            yield seat


def _with_outlines(areas: list[DraftArea], seats: list[DraftSeat]) -> Iterator[DraftArea]:
    places: dict[str, list[Point]] = {}
    for seat in seats:
        if seat.x is not None and seat.y is not None:
            places.setdefault(seat.area_key, []).append((seat.x, seat.y))
    # What has no seats to click is clicked by its outline.
    standing = {area.key for area in areas if area.kind.is_standing}
    outlines = hulls(places, needed=standing)
    for area in areas:
        outline = area.outline or outlines.get(area.key, ())
        yield DraftArea(
            area.key,
            area.name,
            area.kind,
            capacity=area.capacity,
            outline=outline,
            label_at=area.label_at or _middle(places.get(area.key, ())),
            color=area.color,
        )


def _middle(points: tuple[Point, ...] | list[Point]) -> Point | None:
    if not points:
        return None
    return (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))


def _decorations(zone: Zone, key: str) -> Iterator[DraftArea]:
    for index, shape in enumerate(zone.areas):
        outline = _outline(shape, zone)
        text = shape.text.text if shape.text else ""
        if outline or text:
            yield DraftArea(
                f"{key}-drawing-{index + 1}",
                text,
                AreaKind.DECORATION,
                outline=outline,
                label_at=_middle(outline) or _origin(shape, zone),
                color=_color(shape.color, ""),
            )


def _origin(shape: Shape, zone: Zone) -> Point:
    at = shape.position
    return (zone.position.x + (at.x if at else 0.0), zone.position.y + (at.y if at else 0.0))


def _outline(shape: Shape, zone: Zone) -> tuple[Point, ...]:
    """The shape's corners; a rotation turns it about its position, in degrees clockwise."""
    left, top = _origin(shape, zone)
    turn = math.radians(shape.rotation)
    cos, sin = math.cos(turn), math.sin(turn)
    return tuple((left + x * cos - y * sin, top + x * sin + y * cos) for x, y in _corners(shape))


def _corners(shape: Shape) -> list[Point]:
    if shape.shape == "rectangle" and shape.rectangle:
        w, h = shape.rectangle.width, shape.rectangle.height
        return [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)]
    if shape.shape == "polygon" and shape.polygon:
        return [(p.x, p.y) for p in shape.polygon.points]
    if shape.shape == "circle" and shape.circle:
        return _round(shape.circle.radius, shape.circle.radius)
    if shape.shape == "ellipse" and shape.ellipse:
        return _round(shape.ellipse.radius.x, shape.ellipse.radius.y)
    return []


def _round(rx: float, ry: float, corners: int = 48) -> list[Point]:
    turns = (2 * math.pi * i / corners for i in range(corners))
    return [(rx * math.cos(t), ry * math.sin(t)) for t in turns]


def _color(text: str | None, otherwise: str) -> str:
    """'#rrggbb' as it stands; anything else (names, rgba) is not taken over."""
    return text.lower() if text and re.fullmatch(r"#[0-9a-fA-F]{6}", text) else otherwise
