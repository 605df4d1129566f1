"""Money, dates and numbers as the clerk's language writes them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from boxoffice.domain.language import LANGUAGES, WRITTEN
from boxoffice.domain.money import Money, minor_digits


class Formats(Protocol):
    """How values are written. Moments are written by the clock they carry."""

    @property
    def language(self) -> str: ...

    @property
    def decimal_point(self) -> str: ...

    def money(self, amount: Money) -> str: ...

    def plain(self, amount: Money) -> str: ...

    def short(self, amount: Money) -> str: ...

    def day(self, moment: datetime) -> str: ...

    def date(self, moment: datetime) -> str: ...

    def time(self, moment: datetime) -> str: ...

    def date_time(self, moment: datetime) -> str: ...

    def percent(self, rate: Decimal) -> str: ...

    def number(self, value: int) -> str: ...


class LocaleFormats:
    """Formats of a language of LANGUAGES; any other is written as English."""

    def __init__(self, language: str) -> None:
        self.speak(language)

    def speak(self, language: str) -> None:
        """From now on all is written in this language, by all who have these formats."""
        self._code = language if language in LANGUAGES else WRITTEN
        self._language = LANGUAGES[self._code]
        self.locale = QLocale(self._language.locale)
        self._numbers = QLocale(self._language.numbers)

    @property
    def language(self) -> str:
        """The code of the language, of LANGUAGES."""
        return self._code

    @property
    def decimal_point(self) -> str:
        return self._numbers.decimalPoint()

    def money(self, amount: Money) -> str:
        """The exact amount with its currency."""
        text, symbol = self.plain(amount), _symbol(amount.currency)
        if self._language.is_symbol_behind:
            return f"{text}\N{NO-BREAK SPACE}{symbol}"
        has_gap = len(symbol) > 1 or self._language.has_symbol_space
        gap = "\N{NO-BREAK SPACE}" if has_gap else ""
        sign = "\N{MINUS SIGN}" if text.startswith("\N{MINUS SIGN}") else ""
        return f"{sign}{symbol}{gap}{text.removeprefix(sign)}"

    def plain(self, amount: Money) -> str:
        """The exact amount where its currency is told already. A float cannot carry it, so its
        digits are grouped as text."""
        digits = minor_digits(amount.currency)
        rounded = amount.rounded().amount
        whole, _, fraction = f"{abs(rounded):.{digits}f}".partition(".")
        text = self._numbers.toString(int(whole)) if len(whole) < 16 else whole
        if fraction:
            text += self._numbers.decimalPoint() + fraction
        sign = "\N{MINUS SIGN}" if rounded < 0 else ""
        return f"{sign}{text}"

    def day(self, moment: datetime) -> str:
        """A day of this year or the next: its name, and its date without a year."""
        day = QDate(moment.year, moment.month, moment.day)
        return self.locale.toString(day, self._language.date.removesuffix(" yyyy"))

    def short(self, amount: Money) -> str:
        """The amount where its currency is said already: whole units without their coins."""
        is_whole = amount.amount == amount.amount.to_integral_value()
        digits = 0 if is_whole else minor_digits(amount.currency)
        whole, _, fraction = f"{amount.amount:.{digits}f}".partition(".")
        text = self.locale.toString(int(whole)) if len(whole) < 16 else whole
        return f"{text}{self.locale.decimalPoint()}{fraction}" if fraction else text

    def date(self, moment: datetime) -> str:
        day = QDate(moment.year, moment.month, moment.day)
        return self.locale.toString(day, self._language.date)

    def time(self, moment: datetime) -> str:
        return self.locale.toString(QTime(moment.hour, moment.minute), "HH:mm")

    def date_time(self, moment: datetime) -> str:
        return f"{self.date(moment)}, {self.time(moment)}"

    def date_words(self, moment: datetime, days: int) -> str:
        """The names of the day and its month, long and short, to be found by.

        Args:
            days: how many there are until then, today being 0.
        """
        day = QDate(moment.year, moment.month, moment.day)
        words = self.locale.toString(day, "dddd ddd d MMMM d MMM")
        translate = QCoreApplication.translate
        near = ""
        if days == 0:
            near = translate("Formats", "today tonight")
        elif days == 1:
            near = translate("Formats", "tomorrow")
        return f"{near} {words}"

    def percent(self, rate: Decimal) -> str:
        text = f"{rate.normalize():f}".replace(".", self._numbers.decimalPoint())
        gap = "\N{NO-BREAK SPACE}" if self._language.has_percent_space else ""
        return f"{text}{gap}%"

    def number(self, value: int) -> str:
        return self._numbers.toString(value)


def _symbol(currency: str) -> str:
    return {"EUR": "€", "GBP": "£", "USD": "$"}.get(currency, currency)
