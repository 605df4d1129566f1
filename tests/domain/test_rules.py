"""Sales rules: what they count, what they allow, and what does not matter to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.ids import (
    AreaId,
    EventId,
    Place,
    PriceCategoryId,
    PriceTypeId,
    SalesRuleId,
    SeatId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import OrderLine
from boxoffice.domain.rules import Breach, Broken, Counted, SalesRule, broken_rules

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
FULL, CHILD, COMPANION = PriceTypeId(1), PriceTypeId(2), PriceTypeId(3)
GOLD, WOOD = PriceCategoryId(1), PriceCategoryId(2)
TONIGHT, TOMORROW = EventId(1), EventId(2)


@dataclass(frozen=True, slots=True)
class Line:
    event_id: EventId
    seat_id: SeatId
    category_id: PriceCategoryId = GOLD
    price_type_id: PriceTypeId = FULL


def some(count: int, **more: object) -> list[Counted]:
    """So many seats of tonight, or as `more` says."""
    start = Line(TONIGHT, SeatId(1))
    return [replace(start, seat_id=SeatId(100 + i), **more) for i in range(count)]  # type: ignore[arg-type]


def rule(**more: object) -> SalesRule:
    return replace(SalesRule(SalesRuleId(1), "A rule", TONIGHT), **more)  # type: ignore[arg-type]


def kinds(found: Collection[Broken]) -> list[Breach]:
    return [broken.kind for broken in found]


def broken(rule: SalesRule, lines: Collection[Counted], now: datetime = NOW) -> tuple[Broken, ...]:
    return broken_rules([rule], lines, now)


@pytest.mark.parametrize(
    ("more", "breaks"),
    [
        ({"min_quantity": 3}, {1: Breach.TOO_FEW, 2: Breach.TOO_FEW}),
        ({"max_quantity": 4}, {5: Breach.TOO_MANY, 6: Breach.TOO_MANY}),
        ({"max_quantity": 0}, dict.fromkeys(range(1, 7), Breach.TOO_MANY)),
        ({"step": 3}, dict.fromkeys((1, 2, 4, 5), Breach.NO_MULTIPLE)),
        ({"step": 1}, {}),
        ({"step": 0}, {}),
        ({}, {}),
    ],
)
def test_quantities(more: dict[str, object], breaks: dict[int, Breach]) -> None:
    for count in range(7):
        found = broken(rule(**more), some(count))
        assert kinds(found) == ([breaks[count]] if count in breaks else []), count
        assert all(b.counted == count and b.limit == next(iter(more.values())) for b in found)


@pytest.mark.parametrize(
    ("ratio", "companions", "others", "needed"),
    [
        ("1", 1, 1, None),
        ("1", 2, 1, 2),
        ("1", 1, 0, 1),
        ("1", 0, 0, None),
        ("2", 4, 2, None),
        ("2", 5, 2, 3),
        ("0.5", 1, 2, None),
        ("0.5", 1, 1, 2),
        ("0.5", 2, 3, 4),
        ("1.5", 4, 3, None),
        ("1.5", 5, 3, 4),
    ],
)
def test_ratios_say_what_would_be_needed(
    ratio: str, companions: int, others: int, needed: int | None
) -> None:
    bound = rule(
        price_type_id=COMPANION, per_price_type_id=FULL, per_ratio=Decimal(ratio), name="Companions"
    )
    lines = [
        *some(companions, price_type_id=COMPANION),
        *some(others),
        *some(3, price_type_id=CHILD),
        *some(9, event_id=TOMORROW),
    ]
    found = broken(bound, lines)
    if needed is None:
        assert found == ()
    else:
        limit = int(Decimal(ratio) * others)
        assert found == (Broken(bound, Breach.RATIO, companions, limit, others, needed),)


@pytest.mark.parametrize("ratio", ["0", "-1", "-0.5"])
def test_a_ratio_of_nothing_allows_nothing_and_no_number_would_do(ratio: str) -> None:
    bound = rule(price_type_id=COMPANION, per_price_type_id=FULL, per_ratio=Decimal(ratio))
    [found] = broken(bound, [*some(1, price_type_id=COMPANION), *some(5)])
    assert (found.limit, found.needed) == (0, None)


def test_a_thirds_ratio_is_exact() -> None:
    third = Decimal(1) / Decimal(3)
    bound = rule(price_type_id=COMPANION, per_price_type_id=FULL, per_ratio=third)
    [found] = broken(bound, [*some(1, price_type_id=COMPANION), *some(3)])
    assert (found.limit, found.needed) == (0, 4)  # 0.333... is a little less than a third


def test_the_other_type_is_counted_in_all_categories() -> None:
    bound = rule(
        price_type_id=CHILD, category_id=GOLD, per_price_type_id=FULL, per_ratio=Decimal(2)
    )
    children = some(2, price_type_id=CHILD)
    assert kinds(broken(bound, children)) == [Breach.RATIO]
    assert broken(bound, [*children, *some(1, category_id=WOOD)]) == ()
    assert broken(bound, some(5, price_type_id=CHILD, category_id=WOOD)) == ()


@pytest.mark.parametrize(
    ("more", "counted"),
    [
        ({}, 6),
        ({"price_type_id": CHILD}, 3),
        ({"category_id": WOOD}, 4),
        ({"event_id": None}, 7),
        ({"price_type_id": CHILD, "category_id": WOOD}, 2),
        ({"event_id": TOMORROW}, 1),
        ({"event_id": EventId(9)}, 0),
    ],
)
def test_which_seats_are_counted(more: dict[str, object], counted: int) -> None:
    lines = [
        *some(1),
        *some(1, price_type_id=CHILD),
        *some(2, category_id=WOOD),
        *some(2, price_type_id=CHILD, category_id=WOOD),
        *some(1, event_id=TOMORROW),
    ]
    found = broken(rule(max_quantity=0, **more), lines)
    assert [b.counted for b in found] == ([counted] if counted else [])


def test_a_rule_holds_from_its_first_moment_until_before_its_last() -> None:
    start, end = NOW, NOW + timedelta(hours=1)
    never = rule(max_quantity=0)
    moment = timedelta(microseconds=1)
    both = replace(never, valid_from=start, valid_till=end)
    for now, holds in ((start - moment, False), (start, True), (end - moment, True), (end, False)):
        assert both.holds_at(now) is holds
        there = now.astimezone(timezone(timedelta(hours=9)))
        assert bool(broken(both, some(1), there)) is holds
    assert replace(never, valid_from=start).holds_at(datetime.max.replace(tzinfo=UTC))
    assert replace(never, valid_till=end).holds_at(datetime.min.replace(tzinfo=UTC))


def test_gaps_are_asked_about_by_event_and_only_for_rules_that_forbid_them() -> None:
    asked: list[tuple[int, list[int]]] = []

    def gaps(event: EventId, seats: Collection[SeatId]) -> list[SeatId]:
        asked.append((event, sorted(seats)))
        return [SeatId(8), SeatId(7)] if event == TONIGHT else []

    lines = [*some(2), *some(1, event_id=TOMORROW), *some(1, category_id=WOOD)]
    assert broken_rules([rule(max_quantity=99)], lines, NOW, gaps) == ()
    assert asked == []
    for forbidding, places in (
        (rule(forbid_single_gap=True, category_id=WOOD), [(TONIGHT, [100])]),
        (rule(forbid_single_gap=True, event_id=TOMORROW), [(TOMORROW, [100])]),
        (rule(forbid_single_gap=True, event_id=None), [(1, [100, 100, 101]), (2, [100])]),
        (rule(forbid_single_gap=True, price_type_id=CHILD), []),
    ):
        asked.clear()
        found = broken_rules([forbidding], lines, NOW, gaps)
        assert sorted(asked) == places
        seen = [(TONIGHT, 7), (TONIGHT, 8)] if (TONIGHT) in dict(places) else []
        assert [gap for b in found for gap in b.gaps] == [Place(e, SeatId(s)) for e, s in seen]
    assert broken_rules([rule(forbid_single_gap=True)], lines, NOW) == ()


def test_the_lines_of_an_order_will_do() -> None:
    nothing = Money.zero("EUR")
    line = OrderLine(
        TONIGHT, SeatId(1), AreaId(1), "Stalls", "A", "1", GOLD, CHILD, nothing, nothing, Decimal(7)
    )
    assert kinds(broken(rule(price_type_id=CHILD, min_quantity=2), [line])) == [Breach.TOO_FEW]


few = st.one_of(st.none(), st.integers(0, 5))
types = st.sampled_from([FULL, CHILD, COMPANION])
categories = st.sampled_from([GOLD, WOOD])
events = st.sampled_from([TONIGHT, TOMORROW])
lines_of = st.lists(
    st.builds(Line, events, st.integers(1, 99).map(SeatId), categories, types), max_size=12
)
moments = st.one_of(st.none(), st.integers(-2, 2).map(lambda h: NOW + timedelta(hours=h)))
rule_of = st.builds(
    SalesRule,
    st.integers(1, 9).map(SalesRuleId),
    st.just("R"),
    st.one_of(st.none(), events),
    st.one_of(st.none(), types),
    st.one_of(st.none(), categories),
    few,
    few,
    few,
    st.one_of(st.none(), types),
    st.one_of(st.none(), st.decimals(0, 4, places=2)),
    moments,
    moments,
    st.booleans(),
)
rules_of = st.lists(rule_of, max_size=5)


def odd_seats(_: EventId, seats: Collection[SeatId]) -> set[SeatId]:
    """Pretends that each odd seat leaves the next one alone."""
    return {SeatId(seat + 1) for seat in seats if seat % 2}


@given(lines_of)
def test_without_rules_nothing_is_broken(lines: list[Line]) -> None:
    assert broken_rules([], lines, NOW) == ()


@given(rules_of)
def test_an_order_without_seats_breaks_nothing(rules: list[SalesRule]) -> None:
    assert broken_rules(rules, [], NOW, odd_seats) == ()


@given(rules_of, lines_of, st.randoms(use_true_random=False))
def test_the_order_of_the_seats_does_not_matter(
    rules: list[SalesRule], lines: list[Line], rng: object
) -> None:
    mixed = list(lines)
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert broken_rules(rules, mixed, NOW, odd_seats) == broken_rules(rules, lines, NOW, odd_seats)


@given(rules_of, rules_of, lines_of)
def test_rules_do_not_know_of_each_other(
    first: list[SalesRule], second: list[SalesRule], lines: list[Line]
) -> None:
    apart = broken_rules(first, lines, NOW, odd_seats) + broken_rules(second, lines, NOW, odd_seats)
    assert broken_rules(first + second, lines, NOW, odd_seats) == apart


@given(rules_of, lines_of)
def test_other_numbers_for_the_same_things_change_nothing(
    rules: list[SalesRule], lines: list[Line]
) -> None:
    """Everything is called something else: types, categories, events, seats and rules."""
    named = [
        replace(
            r,
            id=SalesRuleId(r.id + 1000),
            event_id=None if r.event_id is None else EventId(70 - r.event_id),
            price_type_id=None if r.price_type_id is None else PriceTypeId(50 - r.price_type_id),
            category_id=None if r.category_id is None else PriceCategoryId(60 - r.category_id),
            per_price_type_id=(
                None if r.per_price_type_id is None else PriceTypeId(50 - r.per_price_type_id)
            ),
        )
        for r in rules
    ]
    moved = [
        Line(
            EventId(70 - x.event_id),
            SeatId(x.seat_id + 500),
            PriceCategoryId(60 - x.category_id),
            PriceTypeId(50 - x.price_type_id),
        )
        for x in lines
    ]
    before = broken_rules(rules, lines, NOW, odd_seats)
    after = broken_rules(named, moved, NOW, odd_seats)
    assert [(b.rule.id + 1000, b.kind, b.counted, b.limit, b.others, b.needed) for b in before] == [
        (b.rule.id, b.kind, b.counted, b.limit, b.others, b.needed) for b in after
    ]


@given(rule_of, lines_of, st.builds(Line, events, st.just(SeatId(7)), categories, types))
def test_one_seat_more_never_mends_too_many_and_one_less_never_too_few(
    rule: SalesRule, lines: list[Line], more: Line
) -> None:
    fewer, all_ = kinds(broken(rule, lines)), kinds(broken(rule, [*lines, more]))
    if Breach.TOO_MANY in fewer:
        assert Breach.TOO_MANY in all_
    if Breach.TOO_FEW in all_ and any(rule.counts(line) for line in lines):
        assert Breach.TOO_FEW in fewer


@given(rule_of, lines_of)
def test_one_more_of_the_other_type_never_breaks_a_ratio(
    rule: SalesRule, lines: list[Line]
) -> None:
    if rule.per_price_type_id in (None, rule.price_type_id):
        return
    more = Line(TONIGHT, SeatId(1), GOLD, PriceTypeId(rule.per_price_type_id or 0))
    if rule.counts(more) or Breach.RATIO in kinds(broken(rule, lines)):
        return
    assert Breach.RATIO not in kinds(broken(rule, [*lines, more]))


@given(rule_of, lines_of)
def test_what_is_needed_is_enough_and_one_less_is_not(rule: SalesRule, lines: list[Line]) -> None:
    found = [b for b in broken(rule, lines) if b.kind is Breach.RATIO]
    if not found or found[0].needed is None or rule.price_type_id in (None, rule.per_price_type_id):
        return
    other = PriceTypeId(rule.per_price_type_id or 0)
    one = Line(rule.event_id or TONIGHT, SeatId(1), GOLD, other)
    missing = found[0].needed - found[0].others
    assert missing > 0
    assert Breach.RATIO not in kinds(broken(rule, lines + [one] * missing))
    assert Breach.RATIO in kinds(broken(rule, lines + [one] * (missing - 1)))


@given(rule_of, lines_of, st.integers(0, 3))
def test_a_rule_made_milder_breaks_nothing_new(rule: SalesRule, lines: list[Line], by: int) -> None:
    milder = replace(
        rule,
        min_quantity=None if rule.min_quantity is None else rule.min_quantity - by,
        max_quantity=None if rule.max_quantity is None else rule.max_quantity + by,
        per_ratio=None if rule.per_ratio is None else rule.per_ratio + by,
        forbid_single_gap=False,
    )
    assert set(kinds(broken(milder, lines))) <= set(kinds(broken(rule, lines)))
