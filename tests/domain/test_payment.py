from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.money import Money
from boxoffice.domain.payment import (
    NotAnAmount,
    Payment,
    PaymentKind,
    likely_tenders,
    looks_like_card_number,
    parse_amount,
)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12", "12.00"), ("12.5", "12.50"), ("12,50", "12.50"), (" 1 200 ", "1200.00"), ("0", "0.00"),
     ("\u00a012\u00a0", "12.00"), (".5", "0.50"), ("5.", "5.00")],
)  # fmt: skip
def test_what_a_clerk_types(text: str, amount: str) -> None:
    assert parse_amount(text, "EUR") == Money.of(amount, "EUR")


@pytest.mark.parametrize(
    "text",
    ["", " ", "-5", "+5", "abc", "12a", "1e3", "NaN", "Infinity", "1.2.3", "1,2,3", "0.001", ".",
     ",", "9999999", "٣", "½", "1'000", "0x10", "5\n6.1.2", "9" * 5000],
)  # fmt: skip
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(NotAnAmount):
        parse_amount(text, "EUR")


@given(st.text())
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        amount = parse_amount(text, "EUR")
    except NotAnAmount:
        return
    assert amount.amount >= 0
    assert amount.is_whole_coins


def test_yen_have_no_coins_behind_the_point() -> None:
    assert parse_amount("500", "JPY") == Money.of(500, "JPY")
    with pytest.raises(NotAnAmount):
        parse_amount("500.5", "JPY")


@given(st.decimals(Decimal("0.01"), 5000, places=2))
def test_likely_tenders_are_enough_and_rise(amount: Decimal) -> None:
    tenders = likely_tenders(Money(amount, "EUR"))
    assert all(t.amount > amount for t in tenders)
    assert [t.amount for t in tenders] == sorted({t.amount for t in tenders})
    assert len(tenders) <= 4


def test_likely_tenders_for_a_usual_sum() -> None:
    tenders = likely_tenders(Money.of("92.00", "EUR"))
    assert [str(t.amount) for t in tenders] == ["95.00", "100.00", "200.00"]


def test_change() -> None:
    paid = Payment(PaymentKind.CASH, Money.of("92.00", "EUR"), Money.of("100.00", "EUR"))
    assert paid.change == Money.of("8.00", "EUR")


@pytest.mark.parametrize(
    ("reference", "is_card"),
    [("4111 1111 1111 1111", True), ("4111-1111-1111-1111", True), ("378282246310005", True),
     ("4111 1111 1111 1112", False), ("TERM-000123", False), ("", False),
     ("12345678901234567890", False)],
)  # fmt: skip
def test_card_numbers_are_recognised(reference: str, *, is_card: bool) -> None:
    assert looks_like_card_number(reference) is is_card
