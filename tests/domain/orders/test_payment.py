from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import (
    NotAnAmount,
    Payment,
    PaymentKind,
    TooMuch,
    amount_given,
    likely_tenders,
    looks_like_card_number,
    most_cash,
    parse_amount,
    rest_of,
)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12", "12.00"),
        ("12.5", "12.50"),
        ("12,50", "12.50"),
        (" 1 200 ", "1200.00"),
        ("0", "0.00"),
        ("\u00a012\u00a0", "12.00"),
        (".5", "0.50"),
        ("5.", "5.00"),
        ("1'000", "1000.00"),
        ("1\u2019234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1\u202f234,5", "1234.50"),
        ("1\u2009234", "1234.00"),
        ("12.345.678,90", None),
        ("123,456", "123456.00"),
        ("1.000", "1000.00"),
        ("999,999.99", "999999.99"),
        ("0,05", "0.05"),
        ("007", "7.00"),
    ],
)
def test_what_a_clerk_types(text: str, amount: str | None) -> None:
    if amount is None:
        with pytest.raises(TooMuch):
            parse_amount(text, "EUR")
    else:
        assert parse_amount(text, "EUR") == Money.of(amount, "EUR")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-5",
        "+5",
        "abc",
        "12a",
        "1e3",
        "NaN",
        "Infinity",
        "1.2.3",
        "1,2,3",
        "0.001",
        ".",
        ",",
        "9999999",
        "٣",
        "½",
        "0x10",
        "5\n6.1.2",
        "9" * 5000,
        "1'00",
        "1 2",
        "12 50",
        "1.234.50",
        "1,234,50",
        "1'234'5",
        "1 234'567",
        "0,500",
        "12,3456",
        "1.2345",
        "1 234,567",
        "--5",
        "5-",
        "−5",
        "1..2",
        "1, 2",
        "€5",
        "1'234,567.50",
        "1\n234",
    ],
)
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


def test_dinars_have_three_digits_behind_the_point() -> None:
    assert parse_amount("1.234", "KWD") == Money.of("1.234", "KWD")
    assert parse_amount("0,500", "KWD") == Money.of("0.500", "KWD")
    assert parse_amount("1,234.500", "KWD") == Money.of("1234.500", "KWD")
    assert parse_amount("1.234", "JPY") == Money.of(1234, "JPY")


@pytest.mark.parametrize(
    ("text", "due", "meant"),
    [
        ("2350", "18.50", "23.50"),
        ("1850", "18.50", "18.50"),
        ("1800", "18.50", "18.00"),
        ("20", "18.50", "20.00"),
        ("50", "1.00", "50.00"),
        ("100", "18.50", "100.00"),
        ("100", "8.00", "100.00"),
        ("200", "18.50", "200.00"),
        ("500", "4.00", "5.00"),
        ("500", "8.00", "500.00"),
        ("2350.", "18.50", "2350.00"),
        ("23,50", "18.50", "23.50"),
        ("1000", "64.00", "10.00"),
        ("7000", "64", "70.00"),
        ("700", "64", "7.00"),
        ("640", "64", "640.00"),
        ("2000", "1500.00", "2000.00"),
        ("1234567", "12000", "12345.67"),
        ("100", "0", "100.00"),
        ("5", "64", "5.00"),
    ],
)
def test_digits_without_a_mark_are_coins_where_whole_units_make_no_sense(
    text: str, due: str, meant: str
) -> None:
    assert amount_given(text, Money.of(due, "EUR")) == Money.of(meant, "EUR")


def test_digits_in_other_currencies() -> None:
    assert amount_given("2000", Money.of(150, "JPY")) == Money.of(2000, "JPY")
    assert amount_given("2000", Money.of(150, "CZK")) == Money.of(2000, "CZK")
    assert amount_given("2000", Money.of(150, "HUF")) == Money.of(2000, "HUF")
    assert amount_given("16000", Money.of(150, "HUF")) == Money.of(160, "HUF")
    assert amount_given("2350", Money.of("1.850", "KWD")) == Money.of("2.350", "KWD")


@given(st.text("0123456789., '"), st.decimals(0, 5000, places=2))
def test_what_is_meant_is_what_is_typed_in_units_or_in_coins(text: str, due: Decimal) -> None:
    try:
        meant = amount_given(text, Money(due, "EUR"))
    except NotAnAmount:
        return
    assert meant.is_whole_coins
    digits = "".join(c for c in text if c.isdigit())
    assert str(meant.amount).replace(".", "").strip("0") == digits.strip("0")


def test_more_cash_than_any_buyer_has() -> None:
    assert most_cash(Money.of("64", "EUR")) == Money.of("6400", "EUR")
    assert most_cash(Money.of("0.50", "EUR")) == Money.of("500", "EUR")
    assert most_cash(Money.of("0.50", "USD")) == Money.of("100", "USD")


def test_what_payments_leave() -> None:
    def paid(amount: str) -> Payment:
        return Payment(PaymentKind.CARD, Money.of(amount, "EUR"), Money.of(amount, "EUR"))

    total = Money.of("64", "EUR")
    assert rest_of(total, ()) == total
    assert rest_of(total, (paid("20.10"), paid("43.90"))) == Money.zero("EUR")
    assert rest_of(total, (paid("70"),)) == Money.of("-6", "EUR")


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
    [
        ("4111 1111 1111 1111", True),
        ("4111-1111-1111-1111", True),
        ("378282246310005", True),
        ("4111 1111 1111 1112", False),
        ("TERM-000123", False),
        ("", False),
        ("12345678901234567890", False),
        ("card 4111.1111.1111.1111!", True),
        ("4111 1111 1111 1111 12/27", True),
        (";4111111111111111=27121010000000000000?", True),
        ("7 4111111111111111 123", True),
        ("\u0664\u0661\u0661\u0661 1111 1111 1111", True),
        ("²" * 16, False),
        ("1 2 3", False),
    ],
)
def test_card_numbers_are_recognised(reference: str, *, is_card: bool) -> None:
    assert looks_like_card_number(reference) is is_card


@pytest.mark.parametrize(
    ("total", "currency", "expected"),
    [
        ("851", "EUR", "855 860 900 1000"),
        ("64", "EUR", "65 70 80 100"),
        ("54.50", "EUR", "55 60 100 200"),
        ("40", "EUR", "50 100 200"),
        ("3.50", "EUR", "5 10 20 50"),
        ("851", "CHF", "855 860 900 1000"),
        ("1851", "CHF", "1855 1860 1900 2000"),
        ("64", "CHF", "65 70 80 100"),
        ("851", "GBP", "855 860 900"),
        ("851", "JPY", "900 1000 5000 10000"),
        ("6480", "JPY", "6500 7000 10000"),
        ("8500", "KRW", "9000 10000"),
        ("851", "INR", "860 900 1000"),
        ("0", "EUR", ""),
        ("-16", "EUR", ""),
    ],
)
def test_what_a_person_would_hand_over(total: str, currency: str, expected: str) -> None:
    tenders = likely_tenders(Money.of(total, currency))
    assert [f"{tender.amount:f}".split(".")[0] for tender in tenders] == expected.split()
    assert all(tender.is_whole_coins for tender in tenders)
