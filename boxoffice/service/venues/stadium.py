"""A stadium of a hundred thousand seats in three tiers around a pitch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from boxoffice.domain.catalogue import AreaKind
from boxoffice.domain.venue import DraftArea, DraftEntrance, DraftSeat, Performance, Venue
from boxoffice.resources import resource
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

SEATS = 100_000
_PITCH_HALF = (5250.0, 3400.0)
_RING = Ring(half_width=6100.0, half_height=4250.0, radius=900.0)
_TIERS = (
    Tier(101, distance=250.0, rows=32, row_step=80.0, pitch=50.0, sections=(9, 6, 3)),
    Tier(201, distance=3080.0, rows=22, row_step=82.0, pitch=50.0, sections=(9, 6, 5)),
    Tier(301, distance=5140.0, rows=29, row_step=84.0, pitch=50.0, sections=(9, 6, 7)),
)

_CATEGORIES = (
    category("main", "Category 1", "#b0347c", "120.00", "5.00"),
    category("side", "Category 2", "#2f6fd0", "85.00", "4.00"),
    category("curve", "Category 3", "#187a61", "55.00", "3.00"),
    category("middle", "Category 4", "#7a4bd1", "70.00", "3.50"),
    category("top", "Category 5", "#b0620f", "35.00", "2.00"),
)

_PERFORMANCES = (
    Performance("derby", "City Derby", "United v Rovers", 4, 15, 30, 115, 0.65),
    Performance("cup-final", "Cup Final", "The final of the season", 18, 20, 0, 125, 0.3),
    Performance("open-air", "Stadium Open Air", "Four headliners", 33, 17, 0, 300, 0.1),
)


def stadium() -> Venue:
    bowl = [(level, s) for level, tier in enumerate(_TIERS) for s in sections(_RING, tier)]
    seats = _exactly(tuple(_seats(bowl)), SEATS)
    counts = Counter(seat.area_key for seat in seats)
    width, height = _PITCH_HALF
    return Venue(
        key="stadium",
        name="Riverside Stadium",
        street="Uferstraße 1",
        zip="50679",
        city="Köln",
        country_code="DE",
        timezone="Europe/Berlin",
        currency="EUR",
        vat_rate=Decimal(19),
        areas=(
            DraftArea(
                "pitch",
                "Pitch",
                AreaKind.DECORATION,
                color="#2e7d32",
                label_at=(0.0, 0.0),
                outline=((-width, -height), (width, -height), (width, height), (-width, height)),
                picture=resource("pictures/pitch.svg").read_bytes(),
            ),
            *(section_area(s, level, counts[str(s.number)]) for level, s in bowl),
        ),
        categories=_CATEGORIES,
        price_types=PRICE_TYPES,
        seats=seats,
        performances=_PERFORMANCES,
        entrances=_gates(),
    )


def _seats(bowl: list[tuple[int, Section]]) -> Iterator[DraftSeat]:
    for level, section in bowl:
        yield from section_seats(section, _category(level, section.piece), wheelchairs=level == 0)


def _gates() -> tuple[DraftEntrance, ...]:
    """Gates A to H around the top tier, clockwise from the north."""
    places = gates(_RING, _TIERS[-1], away=420.0)
    return tuple(
        DraftEntrance(f"gate-{letter.lower()}", f"Gate {letter}", x, y)
        for letter, (x, y) in zip("ABCDEFGH", places, strict=True)
    )


def _exactly(seats: tuple[DraftSeat, ...], count: int) -> tuple[DraftSeat, ...]:
    """So many of the seats: what is too much is left out of the last row of the top tier."""
    last_row = str(_TIERS[-1].rows)
    top = [s.key for s in seats if s.row == last_row and s.key.startswith("3")]
    surplus = len(seats) - count
    left_out = set(top[len(top) - surplus :]) if surplus else set()
    return tuple(s for s in seats if s.key not in left_out)


def _category(level: int, piece: str) -> str:
    if level == 0:
        return {"long": "main", "short": "side", "corner": "curve"}[piece]
    if level == 1:
        return "side" if piece == "long" else "middle"
    return "top" if piece == "corner" else "curve"
