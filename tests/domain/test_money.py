from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.money import CurrencyMismatch, Money

amounts = st.decimals(-1_000_000, 1_000_000, places=2).map(lambda d: Money(d, "EUR"))


@given(st.lists(amounts))
def test_a_total_is_exact(items: list[Money]) -> None:
    cents = sum(int(m.amount * 100) for m in items)
    assert Money.total(items, "EUR").amount * 100 == cents


def test_two_currencies_do_not_add_up() -> None:
    with pytest.raises(CurrencyMismatch):
        Money.of(1, "EUR") + Money.of(1, "CHF")
    with pytest.raises(CurrencyMismatch):
        assert Money.of(1, "EUR") < Money.of(2, "CHF")


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity", "1e16", "-1e400"])
def test_what_is_no_number_is_no_money(amount: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        Money(Decimal(amount), "EUR")


@pytest.mark.parametrize("currency", ["", "EURO", "eur", "€UR", "E1R\n"])
def test_a_currency_is_three_capital_letters(currency: str) -> None:
    with pytest.raises(ValueError, match="not an ISO 4217 currency"):
        Money(Decimal(1), currency)


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("1.005", "EUR", "1.01"),
        ("-1.005", "EUR", "-1.01"),
        ("10.5", "JPY", "11"),
        ("1.0005", "KWD", "1.001"),
    ],
)
def test_half_a_coin_goes_up(amount: str, currency: str, rounded: str) -> None:
    assert Money.of(amount, currency).rounded() == Money.of(rounded, currency)


def test_whole_coins() -> None:
    assert Money.of("1.10", "EUR").is_whole_coins
    assert not Money.of("1.101", "EUR").is_whole_coins
    assert not Money.of("1.1", "JPY").is_whole_coins


def test_the_tax_inside_a_gross_amount() -> None:
    assert Money.of("119.00", "EUR").tax_inside(Decimal(19)) == Money.of("19.00", "EUR")
    assert Money.of("107.00", "EUR").tax_inside(Decimal(7)) == Money.of("7.00", "EUR")
    assert Money.of("10.00", "EUR").tax_inside(Decimal(0)) == Money.of("0.00", "EUR")


@given(amounts, st.decimals(0, 50, places=1))
def test_tax_and_net_add_up_to_the_gross(gross: Money, rate: Decimal) -> None:
    tax = gross.tax_inside(rate)
    exact = gross.amount * rate / (100 + rate)
    assert abs(tax.amount - exact) <= Decimal("0.005")
    assert (gross - tax) + tax == gross
