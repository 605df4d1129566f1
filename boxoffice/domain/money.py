"""Exact money: a decimal amount and its ISO 4217 currency. Never a binary float."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

# ISO 4217 currencies whose minor unit is not a hundredth.
_MINOR_DIGITS = {
    "BHD": 3,
    "CLP": 0,
    "IQD": 3,
    "ISK": 0,
    "JOD": 3,
    "JPY": 0,
    "KRW": 0,
    "KWD": 3,
    "LYD": 3,
    "OMR": 3,
    "PYG": 0,
    "TND": 3,
    "UGX": 0,
    "VND": 0,
    "XAF": 0,
    "XOF": 0,
    "XPF": 0,
}


# Beyond any box office; it keeps every sum well inside the 28 digits of decimal arithmetic.
_MOST = Decimal(10) ** 15


class CurrencyMismatch(ValueError):
    """Two currencies met where one was needed."""


def minor_digits(currency: str) -> int:
    """Digits behind the decimal point of the currency's smallest coin (ISO 4217)."""
    return _MINOR_DIGITS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency.

    Raises:
        ValueError: the amount is NaN, infinite or absurd, or the currency is no three capitals.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or abs(self.amount) > _MOST:
            raise ValueError(f"not an amount: {str(self.amount)[:40]}")
        if not (len(self.currency) == 3 and self.currency.isascii() and self.currency.isupper()):
            raise ValueError(f"not an ISO 4217 currency: {self.currency!r}")

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> Money:
        """Money from an exact number; floats are refused by type."""
        return cls(Decimal(amount), currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        return cls(Decimal(0), currency)

    @classmethod
    def total(cls, items: Iterable[Money], currency: str) -> Money:
        """The sum of all items, each of which must be in `currency`.

        Raises:
            CurrencyMismatch: an item is in another currency.
        """
        result = cls.zero(currency)
        for item in items:
            result = result + item
        return result

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.amount > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.amount >= self._same(other)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def rounded(self) -> Money:
        """The amount in whole smallest coins, half a coin up (away from zero)."""
        step = Decimal(1).scaleb(-minor_digits(self.currency))
        return Money(self.amount.quantize(step, rounding=ROUND_HALF_UP), self.currency)

    @property
    def is_whole_coins(self) -> bool:
        """Whether the amount can be paid in coins: no fraction of the smallest one."""
        return self.amount == self.rounded().amount

    def tax_inside(self, rate: Decimal) -> Money:
        """The tax that a gross amount contains at `rate` per cent, rounded to whole coins."""
        return Money(self.amount * rate / (100 + rate), self.currency).rounded()

    def _same(self, other: Money) -> Decimal:
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
        return other.amount
