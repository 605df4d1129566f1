"""Money, dates and numbers as the clerk's language writes them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Protocol

from PySide6.QtCore import QDate, QLocale, QTime

from boxoffice.domain.money import Money, minor_digits

_LOCALES = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Formats(Protocol):
    """How values are written. Moments are written by the clock they carry."""

    @property
    def decimal_point(self) -> str: ...

    def money(self, amount: Money) -> str: ...

    def date(self, moment: datetime) -> str: ...

    def time(self, moment: datetime) -> str: ...

    def date_time(self, moment: datetime) -> str: ...

    def percent(self, rate: Decimal) -> str: ...

    def number(self, value: int) -> str: ...


class LocaleFormats:
    """Formats of a language: 'de' or 'en'."""

    def __init__(self, language: str) -> None:
        self.locale = _LOCALES.get(language, _LOCALES["en"])

    @property
    def decimal_point(self) -> str:
        return self.locale.decimalPoint()

    def money(self, amount: Money) -> str:
        """The exact amount: a float cannot carry it, so its digits are grouped as text."""
        digits = minor_digits(amount.currency)
        rounded = amount.rounded().amount
        whole, _, fraction = f"{abs(rounded):.{digits}f}".partition(".")
        text = self.locale.toString(int(whole)) if len(whole) < 16 else whole
        if fraction:
            text += self.locale.decimalPoint() + fraction
        sign = "\N{MINUS SIGN}" if rounded < 0 else ""
        if self.locale.language() == QLocale.Language.German:
            return f"{sign}{text}\N{NO-BREAK SPACE}{_symbol(amount.currency)}"
        symbol = _symbol(amount.currency)
        gap = "\N{NO-BREAK SPACE}" if len(symbol) > 1 else ""
        return f"{sign}{symbol}{gap}{text}"

    def date(self, moment: datetime) -> str:
        day = QDate(moment.year, moment.month, moment.day)
        is_german = self.locale.language() == QLocale.Language.German
        return self.locale.toString(day, "ddd, d. MMM yyyy" if is_german else "ddd d MMM yyyy")

    def time(self, moment: datetime) -> str:
        return self.locale.toString(QTime(moment.hour, moment.minute), "HH:mm")

    def date_time(self, moment: datetime) -> str:
        return f"{self.date(moment)}, {self.time(moment)}"

    def date_words(self, moment: datetime) -> str:
        """The names of the day and its month, long and short, to be found by."""
        day = QDate(moment.year, moment.month, moment.day)
        return self.locale.toString(day, "dddd ddd d MMMM d MMM")

    def percent(self, rate: Decimal) -> str:
        text = f"{rate.normalize():f}".replace(".", self.locale.decimalPoint())
        gap = "\N{NO-BREAK SPACE}" if self.locale.language() == QLocale.Language.German else ""
        return f"{text}{gap}%"

    def number(self, value: int) -> str:
        return self.locale.toString(value)


def _symbol(currency: str) -> str:
    return {"EUR": "€", "GBP": "£", "USD": "$"}.get(currency, currency)
