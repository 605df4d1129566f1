"""Sales rules: what an order has to look like before it can be sold.

The same rules serve the client, while the clerk works, and the service, which has the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

from boxoffice.domain.ids import EventId, Place, PriceCategoryId, PriceTypeId, SalesRuleId, SeatId


@dataclass(frozen=True, slots=True)
class SalesRule:
    """One rule of an event; what is None does not matter to it.

    It is about the seats that it counts, and silent about an order that has none of them: a
    `min_quantity` of 2 means two or none. It counts the seats of its event (without one: of the
    whole order), of its price type, and of its price category.

    Attributes:
        price_type_id, category_id: which seats it counts.
        min_quantity, max_quantity: how many of them an order may have, these numbers included.
        step: how many of them go together; an order has a multiple of it.
        per_price_type_id, per_ratio: at most `per_ratio` of them for each one of that type, rounded
            down: half a companion is none. Those are counted in all of the event's categories.
        valid_from, valid_till: when it holds: from the first on, and until before the second. Both
            carry their offset.
        forbid_single_gap: no single free seat may be left behind.
    """

    id: SalesRuleId
    name: str
    event_id: EventId | None = None
    price_type_id: PriceTypeId | None = None
    category_id: PriceCategoryId | None = None
    min_quantity: int | None = None
    max_quantity: int | None = None
    step: int | None = None
    per_price_type_id: PriceTypeId | None = None
    per_ratio: Decimal | None = None
    valid_from: datetime | None = None
    valid_till: datetime | None = None
    forbid_single_gap: bool = False
    external_id: str = ""

    def holds_at(self, now: datetime) -> bool:
        """Whether it holds then; the moment carries its offset."""
        has_begun = self.valid_from is None or self.valid_from <= now
        return has_begun and (self.valid_till is None or now < self.valid_till)

    def counts(self, line: Counted) -> bool:
        """Whether a seat of an order is among those it is about."""
        return (
            self.event_id in (None, line.event_id)
            and self.price_type_id in (None, line.price_type_id)
            and self.category_id in (None, line.category_id)
        )


class Counted(Protocol):
    """A seat of an order, as far as rules care."""

    @property
    def event_id(self) -> EventId: ...

    @property
    def seat_id(self) -> SeatId: ...

    @property
    def category_id(self) -> PriceCategoryId: ...

    @property
    def price_type_id(self) -> PriceTypeId: ...


class Breach(Enum):
    """In which way an order breaks a rule."""

    TOO_FEW = "too few"
    TOO_MANY = "too many"
    NO_MULTIPLE = "no multiple of the step"
    RATIO = "too many for those of the other type"
    SINGLE_GAP = "a single free seat is left behind"


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that an order breaks, in numbers, so that a view finds its own words.

    Attributes:
        counted: how many seats of the order the rule counts; never 0.
        limit: what it may be: at least (TOO_FEW), at most (TOO_MANY, RATIO), or a multiple of it
            (NO_MULTIPLE). 0 for SINGLE_GAP.
        others: of a RATIO, how many seats of `rule.per_price_type_id` the order has.
        needed: of a RATIO, how many of those it would take; None where no number would do.
        gaps: of a SINGLE_GAP, the seats that would be left alone.
    """

    rule: SalesRule
    kind: Breach
    counted: int
    limit: int = 0
    others: int = 0
    needed: int | None = None
    gaps: tuple[Place, ...] = ()


Gaps = Callable[[EventId, Collection[SeatId]], Iterable[SeatId]]
"""The single free seats beside these seats of the order that the whole order would leave behind in
an event, as `gaps.gaps_left` finds them. It is asked only for rules that forbid them."""


def no_gaps(_: EventId, __: Collection[SeatId]) -> tuple[SeatId, ...]:
    """Where the seats are is not known: no gap is found."""
    return ()


def broken_rules(
    rules: Iterable[SalesRule], lines: Collection[Counted], now: datetime, gaps: Gaps = no_gaps
) -> tuple[Broken, ...]:
    """What is wrong with an order, rule by rule; nothing is, where it may be sold.

    Args:
        lines: the order's seats, in any order.
        now: a moment with its offset.
    """
    return tuple(
        broken for rule in rules if rule.holds_at(now) for broken in _broken(rule, lines, gaps)
    )


def _broken(rule: SalesRule, lines: Collection[Counted], gaps: Gaps) -> Iterator[Broken]:
    counted = [line for line in lines if rule.counts(line)]
    if not counted:
        return
    count = len(counted)
    if rule.min_quantity is not None and count < rule.min_quantity:
        yield Broken(rule, Breach.TOO_FEW, count, rule.min_quantity)
    if rule.max_quantity is not None and count > rule.max_quantity:
        yield Broken(rule, Breach.TOO_MANY, count, rule.max_quantity)
    if rule.step is not None and rule.step > 1 and count % rule.step:
        yield Broken(rule, Breach.NO_MULTIPLE, count, rule.step)
    yield from _ratio(rule, count, lines)
    if rule.forbid_single_gap:
        yield from _gaps(rule, counted, gaps)


def _ratio(rule: SalesRule, count: int, lines: Collection[Counted]) -> Iterator[Broken]:
    if rule.per_price_type_id is None or rule.per_ratio is None:
        return
    others = sum(
        line.price_type_id == rule.per_price_type_id and rule.event_id in (None, line.event_id)
        for line in lines
    )
    ratio = max(Fraction(rule.per_ratio), Fraction(0))  # exact, where a Decimal would round
    limit = floor(ratio * others)
    if count > limit:
        needed = ceil(count / ratio) if ratio else None
        yield Broken(rule, Breach.RATIO, count, limit, others, needed)


def _gaps(rule: SalesRule, counted: Collection[Counted], gaps: Gaps) -> Iterator[Broken]:
    by_event: dict[EventId, list[SeatId]] = {}
    for line in counted:
        by_event.setdefault(line.event_id, []).append(line.seat_id)
    left = sorted(
        {Place(event, seat) for event, taken in by_event.items() for seat in gaps(event, taken)}
    )
    if left:
        yield Broken(rule, Breach.SINGLE_GAP, len(counted), gaps=tuple(left))
