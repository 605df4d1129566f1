"""The lines of an order by kind: what a person calls one line, '4 × Full price, Stalls N 16–19'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from boxoffice.domain.ids import AreaId, EventId, Place, PriceCategoryId, PriceTypeId
from boxoffice.domain.money import Money
from boxoffice.domain.natural_order import Natural, natural_key
from boxoffice.domain.orders.order import OrderLine


class KindKey(NamedTuple):
    """What the seats of a kind have in common. Each currency is a kind, so that each adds up."""

    event_id: EventId
    area_id: AreaId
    category_id: PriceCategoryId
    price_type_id: PriceTypeId
    currency: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Seats of one event, area, price category and price type; at least one.

    Attributes:
        lines: the seats, row by row and by number; places without a number as they were taken.
    """

    key: KindKey
    lines: tuple[OrderLine, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(line.place for line in self.lines)

    @property
    def total(self) -> Money:
        return Money.total((line.total for line in self.lines), self.key.currency)

    @property
    def is_standing(self) -> bool:
        """Whether its places are counted, and not told apart."""
        return not any(line.row or line.number for line in self.lines)


def kinds_of(lines: Iterable[OrderLine]) -> tuple[Kind, ...]:
    """Every line in just one kind. Kinds of one event stand together, those of one area in it as
    well, each where its first seat was taken."""
    found: dict[KindKey, list[OrderLine]] = {}
    first: dict[object, int] = {}
    for position, line in enumerate(lines):
        key = _key(line)
        found.setdefault(key, []).append(line)
        for group in (key.event_id, key[:2], key):
            first.setdefault(group, position)
    ordered = sorted(found, key=lambda key: (first[key.event_id], first[key[:2]], first[key]))
    return tuple(Kind(key, tuple(sorted(found[key], key=_by_seat))) for key in ordered)


def share_of(lines: Iterable[OrderLine], count: int, price_type: PriceTypeId) -> tuple[Place, ...]:
    """Which seats change where so many of them get a price type: the last ones of the kind that
    has most, then of the next. Seats that have the type are left alone; fewer where there are
    fewer."""
    others = [kind for kind in kinds_of(lines) if kind.key.price_type_id != price_type]
    chosen: list[Place] = []
    for kind in sorted(others, key=lambda kind: -len(kind.lines)):
        missing = count - len(chosen)
        chosen += kind.places[-missing:] if missing > 0 else ()
    return tuple(chosen)


def _key(line: OrderLine) -> KindKey:
    return KindKey(
        line.event_id, line.area_id, line.category_id, line.price_type_id, line.price.currency
    )


def _by_seat(line: OrderLine) -> tuple[Natural, Natural]:
    return natural_key(line.row), natural_key(line.number)
