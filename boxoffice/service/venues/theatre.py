"""A theatre of some nine hundred seats: curved stalls, a circle, boxes, wheelchair places."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from boxoffice.domain.catalogue import AreaKind
from boxoffice.domain.drafts import DraftSalesRule
from boxoffice.domain.seats.seat import NO_ATTRIBUTES, SeatAttribute
from boxoffice.domain.venue import DraftArea, DraftEntrance, DraftSeat, Performance, Venue
from boxoffice.service.venues.arcs import Pose, blocks, on_circle, sector
from boxoffice.service.venues.prices import PRICE_TYPES, category

_CENTER = (0.0, -900.0)
_PITCH = 52.0
_ROW_STEP = 70.0
_AISLE = 70.0
_STALLS_RADIUS = 1250.0
_STALLS_ROWS = "ABCDEFGHJKLMNPQRST"
_CIRCLE_RADIUS = 2760.0
_CIRCLE_ROWS = "ABCDEFG"
_BOXES_A_SIDE = 5

_CATEGORIES = (
    category("premium", "Premium", "#b0347c", "68.00", "2.50"),
    category("first", "Category 1", "#2f6fd0", "52.00", "2.50"),
    category("second", "Category 2", "#187a61", "38.00", "2.00"),
    category("third", "Category 3", "#b0620f", "24.00", "1.50"),
)

_PERFORMANCES = (
    Performance("hamlet-1", "Hamlet", "William Shakespeare", 1, 19, 30, 185, 0.55),
    Performance("orchard-1", "The Cherry Orchard", "Anton Chekhov", 3, 19, 30, 140, 0.35),
    Performance(
        "figaro-1", "The Marriage of Figaro", "Wolfgang Amadeus Mozart", 5, 18, 0, 200, 0.7
    ),
    Performance("hansel-1", "Hansel and Gretel", "Family performance", 6, 15, 0, 115, 0.45),
    Performance("hamlet-2", "Hamlet", "William Shakespeare", 8, 19, 30, 185, 0.25),
    Performance("faust-1", "Faust, Part One", "Johann Wolfgang von Goethe", 11, 19, 0, 170, 0.2),
    Performance("orchard-2", "The Cherry Orchard", "Last performance", 17, 19, 30, 140, 0.1),
    Performance("nutcracker-1", "The Nutcracker", "Pyotr Ilyich Tchaikovsky", 24, 17, 0, 130, 0.3),
)

# A companion is free beside a seat at the reduced price, which needs a proof.
_RULES = (
    DraftSalesRule("ten", "", "Ten at most", max_quantity=10),
    DraftSalesRule(
        "companions",
        "",
        "Companions",
        "companion",
        per_price_type_key="reduced",
        per_ratio=Decimal(1),
    ),
)


def theatre() -> Venue:
    seats = (*_stalls(), *_circle(), *_boxes())
    return Venue(
        key="theatre",
        name="Lindenhof Theatre",
        street="Lindenhof 4",
        zip="10179",
        city="Berlin",
        country_code="DE",
        timezone="Europe/Berlin",
        currency="EUR",
        vat_rate=Decimal(7),
        areas=_areas(seats),
        categories=_CATEGORIES,
        price_types=PRICE_TYPES,
        seats=seats,
        performances=_PERFORMANCES,
        entrances=tuple(_doors()),
        rules=_RULES,
    )


def _areas(seats: tuple[DraftSeat, ...]) -> tuple[DraftArea, ...]:
    capacity = {key: sum(s.area_key == key for s in seats) for key in {s.area_key for s in seats}}
    stalls_end = _STALLS_RADIUS + len(_STALLS_ROWS) * _ROW_STEP
    circle_end = _CIRCLE_RADIUS + (len(_CIRCLE_ROWS) - 1) * _ROW_STEP
    stalls = sector(_CENTER, _STALLS_RADIUS - 55, stalls_end - 20, (765.0, 1030.0))
    circle = sector(_CENTER, _CIRCLE_RADIUS - 55, circle_end + 60, (1180.0, 1300.0))
    return (
        DraftArea("stage", "Stage", AreaKind.DECORATION, label_at=(0.0, -20.0), outline=_stage()),
        DraftArea(
            "stalls",
            "Stalls",
            capacity=capacity["stalls"],
            outline=stalls,
            label_at=(0.0, stalls_end - 900 + 40),
            level=0,
        ),
        DraftArea(
            "circle",
            "Circle",
            capacity=capacity["circle"],
            outline=circle,
            label_at=(0.0, circle_end - 900 + 120),
            level=1,
        ),
        *(
            DraftArea(
                f"box-{n}",
                f"Box {n}",
                capacity=capacity[f"box-{n}"],
                level=1,
                outline=_box_outline(n),
                label_at=_box_corner(n, 62, 190),
            )
            for n in range(1, 2 * _BOXES_A_SIDE + 1)
        ),
    )


def _stage() -> tuple[tuple[float, float], ...]:
    """A straight back wall, and a front that follows the first row."""
    front = (on_circle(_CENTER, 1120.0, degrees) for degrees in range(26, -27, -4))
    return ((-600.0, -300.0), (600.0, -300.0), *((corner.x, corner.y) for corner in front))


def _doors() -> Iterator[DraftEntrance]:
    """A door at each side of the stalls and of the circle."""
    for side, word in ((-1, "left"), (1, "right")):
        doors = (
            ("stalls", f"Stalls {word}", on_circle(_CENTER, 1500.0, side * 34.5)),
            ("circle", f"Circle {word}", on_circle(_CENTER, 3230.0, side * 24.6)),
        )
        for area, name, pose in doors:
            yield DraftEntrance(f"{area}-{word}", name, pose.x, pose.y, area)


def _stalls() -> Iterator[DraftSeat]:
    for index, row in enumerate(_STALLS_ROWS):
        side = 6 + index // 5
        radius = _STALLS_RADIUS + index * _ROW_STEP
        row_blocks = blocks(_CENTER, radius, (side, 14 + index // 4, side), _PITCH, _AISLE)
        key = "premium" if index < 4 else "first" if index < 10 else "second"
        yield from _row("stalls", row, row_blocks, key, wheelchairs=2 if row in "KT" else 0)


def _circle() -> Iterator[DraftSeat]:
    for index, row in enumerate(_CIRCLE_ROWS):
        radius = _CIRCLE_RADIUS + index * _ROW_STEP
        row_blocks = blocks(_CENTER, radius, (12 + index // 3, 18, 12 + index // 3), _PITCH, _AISLE)
        key = "first" if index < 2 else "second" if index < 4 else "third"
        yield from _row("circle", row, row_blocks, key)


def _row(
    area: str, row: str, row_blocks: list[list[Pose]], category_key: str, wheelchairs: int = 0
) -> Iterator[DraftSeat]:
    """A row, numbered from the left through all blocks; wheelchair places stand at both of its
    ends, each with a companion's seat beside it."""
    count = sum(len(block) for block in row_blocks)
    number = 0
    for block in row_blocks:
        for position, pose in enumerate(block):
            from_end = min(number, count - 1 - number)
            attributes = SeatAttribute.AISLE if position in (0, len(block) - 1) else NO_ATTRIBUTES
            if from_end < wheelchairs:
                attributes |= (SeatAttribute.WHEELCHAIR, SeatAttribute.COMPANION)[from_end % 2]
            number += 1
            yield DraftSeat(
                f"{area}-{row}-{number}",
                area,
                category_key,
                row,
                str(number),
                pose.x,
                pose.y,
                pose.angle,
                attributes,
            )


def _box_corner(box: int, x: float, y: float) -> tuple[float, float]:
    """A point of a box: odd boxes are at the left, even ones at the right; x runs away from the
    stalls."""
    place, left = divmod(box - 1, 2)
    inner = 1235.0 + place * 30.0
    return ((-inner - x) if left == 0 else inner + x, 420.0 + place * 300.0 + y)


def _box_outline(box: int) -> tuple[tuple[float, float], ...]:
    return tuple(
        _box_corner(box, x, y) for x, y in ((-40, -45), (164, -45), (164, 150), (-40, 150))
    )


def _boxes() -> Iterator[DraftSeat]:
    for box in range(1, 2 * _BOXES_A_SIDE + 1):
        for row in range(2):
            for seat in range(3):
                x, y = _box_corner(box, 8 + row * 90.0, 5 + seat * 52.0)
                hidden = SeatAttribute.RESTRICTED_VIEW if row else NO_ATTRIBUTES
                number = str(row * 3 + seat + 1)
                yield DraftSeat(
                    f"box-{box}-{number}",
                    f"box-{box}",
                    "second" if row else "premium",
                    str(row + 1),
                    number,
                    round(x, 1),
                    round(y, 1),
                    90.0 if box % 2 else -90.0,
                    hidden,
                )
