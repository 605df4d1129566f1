from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.ids import AreaId, EventId, OrderId, PriceCategoryId, PriceTypeId, SeatId
from boxoffice.domain.money import CurrencyMismatch, Money
from boxoffice.domain.orders.order import (
    Order,
    OrderDoubt,
    OrderLine,
    OrderStatus,
    doubt_about,
    totals_of,
)


def line(price: str, fee: str = "0", rate: str = "7", currency: str = "EUR") -> OrderLine:
    return OrderLine(
        event_id=EventId(1),
        seat_id=SeatId(1),
        area_id=AreaId(1),
        area_name="Stalls",
        row="C",
        number="12",
        category_id=PriceCategoryId(1),
        price_type_id=PriceTypeId(1),
        price=Money.of(price, currency),
        fee=Money.of(fee, currency),
        vat_rate=Decimal(rate),
    )


def order(*lines: OrderLine, total: str) -> Order:
    return Order(OrderId(7), OrderStatus.OPEN, "EUR", Money.of(total, "EUR"), lines)


def test_totals_take_the_tax_out_of_each_rate() -> None:
    totals = totals_of(
        [line("105.00", "2.00"), line("119.00", "0", "19"), line("0", "0", "7")], "EUR"
    )
    assert totals.prices == Money.of("224.00", "EUR")
    assert totals.fees == Money.of("2.00", "EUR")
    assert totals.total == Money.of("226.00", "EUR")
    assert [(int(t.rate), t.tax.amount) for t in totals.taxes] == [
        (7, Decimal("7.00")),
        (19, Decimal("19.00")),
    ]


def test_totals_of_two_currencies_are_refused() -> None:
    with pytest.raises(CurrencyMismatch):
        totals_of([line("1"), line("1", currency="CHF")], "EUR")


cents = st.integers(0, 100_000).map(lambda c: str(Decimal(c) / 100))


@given(
    st.lists(st.tuples(cents, cents, st.sampled_from(["0", "7", "19"])), min_size=1, max_size=30)
)
def test_the_rates_cover_the_total(parts: list[tuple[str, str, str]]) -> None:
    lines = [line(*part) for part in parts]
    totals = totals_of(lines, "EUR")
    assert Money.total((t.gross for t in totals.taxes), "EUR") == totals.total
    assert totals.prices + totals.fees == totals.total
    assert doubt_about(replace(order(*lines, total="0"), total=totals.total)) is None


def test_doubts() -> None:
    assert doubt_about(order(total="0")) is OrderDoubt.EMPTY
    assert doubt_about(order(line("10", currency="CHF"), total="10")) is OrderDoubt.CURRENCIES
    assert doubt_about(order(line("-10"), total="-10")) is OrderDoubt.NEGATIVE
    assert doubt_about(order(line("10", "-1"), total="9")) is OrderDoubt.NEGATIVE
    assert doubt_about(order(line("10.001"), total="10.001")) is OrderDoubt.FRACTIONS
    assert doubt_about(order(line("10", "1"), total="10")) is OrderDoubt.SUM
    assert doubt_about(order(line("10", "1"), total="11")) is None
