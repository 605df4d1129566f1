"""Areas and seats of a bowl's sections: rows lettered or numbered, seats numbered from the left."""

from __future__ import annotations

from collections.abc import Iterator

from boxoffice.domain.seats.seat import NO_ATTRIBUTES, SeatAttribute
from boxoffice.domain.venue import DraftArea, DraftSeat
from boxoffice.service.venues.bowl import Section


def section_area(section: Section, level: int, capacity: int) -> DraftArea:
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
    """The section's seats; with `wheelchairs`, the last row begins with two places for them."""
    for index, row in enumerate(section.rows):
        for position, place in enumerate(row):
            attributes = SeatAttribute.AISLE if position in (0, len(row) - 1) else NO_ATTRIBUTES
            if wheelchairs and index == len(section.rows) - 1 and position < 4:
                attributes |= (SeatAttribute.WHEELCHAIR, SeatAttribute.COMPANION)[position % 2]
            yield DraftSeat(
                f"{section.number}-{index + 1}-{position + 1}",
                str(section.number),
                category_key,
                str(index + 1),
                str(position + 1),
                place.x,
                place.y,
                place.angle,
                attributes,
            )
