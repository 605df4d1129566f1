from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.domain.language import LANGUAGES
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import parse_amount
from boxoffice.views.kit.formats import LocaleFormats

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "amount", "currency", "text"),
    [
        ("en", "1234.5", "EUR", "€1,234.50"),
        ("de", "1234.5", "EUR", f"1.234,50{NBSP}€"),
        ("en", "-3", "EUR", "\N{MINUS SIGN}€3.00"),
        ("de", "-3", "CHF", f"\N{MINUS SIGN}3,00{NBSP}CHF"),
        ("en", "1000", "JPY", f"JPY{NBSP}1,000"),
        ("en", "0", "GBP", "£0.00"),
        ("fr", "1234.5", "CHF", f"CHF{NBSP}1'234.50"),
        ("it", "1234.5", "CHF", f"CHF{NBSP}1'234.50"),
        ("it", "5", "EUR", f"€{NBSP}5.00"),
        ("xx", "5", "USD", "$5.00"),
    ],
)
def test_money(language: str, amount: str, currency: str, text: str) -> None:
    assert LocaleFormats(language).money(Money.of(amount, currency)) == text


@given(st.decimals(0, 999_999, places=2), st.sampled_from(list(LANGUAGES)))
def test_money_is_written_with_every_coin(amount: Decimal, language: str) -> None:
    formats = LocaleFormats(language)
    text = formats.money(Money(amount, "EUR"))
    plain = text.replace("€", "").replace(NBSP, "")
    assert parse_amount(plain, "EUR").amount == amount


def test_dates_are_told_by_the_clock_they_carry() -> None:
    moment = datetime(2026, 3, 29, 0, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Berlin"))
    assert LocaleFormats("en").date_time(moment) == "Sun 29 Mar 2026, 01:30"
    assert LocaleFormats("de").date_time(moment) == "So., 29. März 2026, 01:30"
    assert LocaleFormats("fr").date_time(moment) == "dim. 29 mars 2026, 01:30"
    assert LocaleFormats("it").date_time(moment) == "dom 29 mar 2026, 01:30"
    summer = datetime(2026, 3, 29, 1, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Berlin"))
    assert LocaleFormats("en").time(summer) == "03:30"


def test_rates_and_counts() -> None:
    assert LocaleFormats("de").percent(Decimal("7.70")) == f"7,7{NBSP}%"
    assert LocaleFormats("en").percent(Decimal(19)) == "19%"
    assert LocaleFormats("fr").percent(Decimal("8.1")) == f"8.1{NBSP}%"
    assert LocaleFormats("it").percent(Decimal("8.1")) == "8.1%"
    assert LocaleFormats("de").number(100_000) == "100.000"
