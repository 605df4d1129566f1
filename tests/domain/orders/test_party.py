"""A party by its counts: what was typed, and which seat gets which price type."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.catalogue import PriceType
from boxoffice.domain.ids import PriceCategoryId, PriceTypeId, SalesRuleId
from boxoffice.domain.orders.party import (
    MOST,
    is_beside_another,
    party_of,
    types_of_seats,
    usual_types,
)
from boxoffice.domain.rules import SalesRule
from tests.plans import offer_of
from tests.service_fixture import small_venue

OFFER = offer_of(small_venue())
GOLD = PriceCategoryId(1)
FULL, REDUCED, CHILD = usual_types(OFFER)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("3", [(FULL, 3)]),
        ("2+1", [(FULL, 2), (REDUCED, 1)]),
        ("2+0+1", [(FULL, 2), (CHILD, 1)]),
        ("2 + 1 ch", [(FULL, 2), (CHILD, 1)]),
        ("1child+1", [(CHILD, 1), (REDUCED, 1)]),
        ("1+1f", [(FULL, 2)]),
        ("2+", []),
        ("+1", []),
        ("two", []),
        ("", []),
    ],
)
def test_what_is_typed(text: str, counts: list[tuple[PriceType, int]]) -> None:
    assert list(party_of(text, (FULL, REDUCED, CHILD)).counts) == counts


def test_what_is_no_type_is_named() -> None:
    usual = (FULL, REDUCED, CHILD)
    assert party_of("2+1 press", usual).unknown == "press"
    assert party_of("1+1+1+4", usual).unknown == "4"
    assert not party_of("1+1+1+4", usual).is_good
    assert not party_of("0", usual).is_good
    assert party_of(str(MOST), usual).is_good
    assert party_of(f"{MOST}+1", usual).is_too_many


@given(st.lists(st.integers(0, 40), min_size=1, max_size=3), st.integers(0, 60))
def test_each_seat_gets_its_type(counts: list[int], seats: int) -> None:
    party = party_of("+".join(map(str, counts)), (FULL, REDUCED, CHILD))
    assert party.size == sum(counts)
    types = types_of_seats(party.shares, [GOLD] * seats, OFFER)
    assert len(types) == seats
    for kind, count in zip((REDUCED, CHILD), counts[1:], strict=False):
        assert types.count(kind.id) <= count
        if seats >= party.size:
            assert types.count(kind.id) == count
    assert types[: counts[0]] == (FULL.id,) * min(counts[0], seats)


def test_a_seat_that_is_not_sold_at_its_type_gets_the_usual_one() -> None:
    prices = {k: v for k, v in OFFER.price_list.prices.items() if k != (GOLD, CHILD.id)}
    offer = replace(OFFER, price_list=replace(OFFER.price_list, prices=prices))
    assert types_of_seats(((CHILD.id, 1),), [GOLD], offer) == (FULL.id,)
    assert types_of_seats(((CHILD.id, 1),), [PriceCategoryId(9)], offer) == (None,)


def test_what_is_sold_often_comes_after_the_default() -> None:
    assert usual_types(OFFER, (CHILD.id, FULL.id)) == (FULL, CHILD, REDUCED)
    assert usual_types(OFFER) == (FULL, REDUCED, CHILD)


def test_a_companion_is_asked_for_by_nobody_else() -> None:
    rule = SalesRule(
        SalesRuleId(1),
        "with a wheelchair",
        price_type_id=CHILD.id,
        per_price_type_id=REDUCED.id,
        per_ratio=Decimal(1),
    )
    offer = replace(OFFER, rules=(rule,))
    assert [is_beside_another(kind, offer) for kind in (FULL, REDUCED, CHILD)] == [
        False,
        False,
        True,
    ]
    assert usual_types(offer) == (FULL, REDUCED)
    named = PriceType(PriceTypeId(9), "Begleitperson")
    assert is_beside_another(named, OFFER)
