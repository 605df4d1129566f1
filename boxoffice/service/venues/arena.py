"""An arena of some twelve thousand places: a standing floor and two tiers of sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from boxoffice.domain.catalogue import AreaKind
from boxoffice.domain.venue import DraftArea, DraftEntrance, DraftSeat, Performance, Venue
from boxoffice.service.venues.bowl import (
    Ring,
    Section,
    Tier,
    gates,
    section_area,
    section_seats,
    sections,
)
from boxoffice.service.venues.prices import PRICE_TYPES, category

_RING = Ring(half_width=2600.0, half_height=1450.0, radius=500.0)
_LOWER = Tier(101, distance=250.0, rows=15, row_step=82.0, pitch=50.0, sections=(6, 3, 2))
_UPPER = Tier(201, distance=1780.0, rows=9, row_step=86.0, pitch=52.0, sections=(6, 3, 4))
_FLOOR_PLACES = 2400
_FLOOR = ((-1450.0, -1250.0), (2400.0, -1250.0), (2400.0, 1250.0), (-1450.0, 1250.0))
_STAGE = ((-2450.0, -900.0), (-1650.0, -900.0), (-1650.0, 900.0), (-2450.0, 900.0))

_CATEGORIES = (
    category("floor", "Floor, standing", "#7a4bd1", "59.00", "3.50"),
    category("side", "Lower tier, sides", "#b0347c", "89.00", "4.50"),
    category("lower", "Lower tier", "#2f6fd0", "72.00", "4.00"),
    category("upper-side", "Upper tier, sides", "#187a61", "54.00", "3.50"),
    category("upper", "Upper tier", "#b0620f", "39.00", "2.50"),
)

_PERFORMANCES = (
    Performance("north-lights", "The Northern Lights", "Winter Tour", 2, 20, 0, 150, 0.5),
    Performance(
        "brass-night", "Night of the Brass Bands", "Twelve bands, one night", 6, 19, 0, 210, 0.3
    ),
    Performance("ice-gala", "Gala on Ice", "Figure skating", 9, 18, 30, 160, 0.6),
    Performance("film-concert", "Symphony of the Screen", "Film music live", 15, 20, 0, 140, 0.15),
    Performance("folk-fest", "Harbour Folk Festival", "Day ticket", 27, 16, 0, 360, 0.05),
)


def arena() -> Venue:
    bowl = [(1, s) for s in sections(_RING, _LOWER)] + [(2, s) for s in sections(_RING, _UPPER)]
    seats = tuple(_seats(bowl))
    counts = Counter(seat.area_key for seat in seats)
    return Venue(
        key="arena",
        name="Harbour Arena",
        street="Am Speicher 20",
        zip="20457",
        city="Hamburg",
        country_code="DE",
        timezone="Europe/Berlin",
        currency="EUR",
        vat_rate=Decimal(7),
        areas=(
            DraftArea(
                "stage", "Stage", AreaKind.DECORATION, outline=_STAGE, label_at=(-2050.0, 0.0)
            ),
            DraftArea(
                "floor",
                "Floor",
                AreaKind.STANDING,
                capacity=_FLOOR_PLACES,
                outline=_FLOOR,
                label_at=(475.0, 0.0),
            ),
            *(section_area(s, level, counts[str(s.number)]) for level, s in bowl),
        ),
        categories=_CATEGORIES,
        price_types=PRICE_TYPES,
        seats=seats,
        performances=_PERFORMANCES,
        entrances=_doors(),
    )


def _doors() -> tuple[DraftEntrance, ...]:
    """One door in the middle of each side of the upper tier."""
    names = ("North", "East", "South", "West")
    places = gates(_RING, _UPPER, away=260.0)[::2]
    return tuple(
        DraftEntrance(f"door-{name.lower()}", f"{name} door", x, y)
        for name, (x, y) in zip(names, places, strict=True)
    )


def _seats(bowl: list[tuple[int, Section]]) -> Iterator[DraftSeat]:
    for place in range(1, _FLOOR_PLACES + 1):
        yield DraftSeat(f"floor-{place}", "floor", "floor")
    for tier, section in bowl:
        at_the_side = section.piece == "long"
        if tier == 1:
            key = "side" if at_the_side else "lower"
        else:
            key = "upper-side" if at_the_side else "upper"
        yield from section_seats(section, key, wheelchairs=tier == 1 and at_the_side)
