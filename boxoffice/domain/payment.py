"""Taking money: what was given, what goes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from enum import Enum

from boxoffice.domain.money import Money, minor_digits


class PaymentKind(Enum):
    CASH = "cash"
    CARD = "card"
    VOUCHER = "voucher"
    INVOICE = "invoice"


@dataclass(frozen=True, slots=True)
class Payment:
    """How an order was paid: `amount` is what it cost, `tendered` what was handed over."""

    kind: PaymentKind
    amount: Money
    tendered: Money
    reference: str = field(default="", repr=False)

    @property
    def change(self) -> Money:
        return self.tendered - self.amount


class NotAnAmount(ValueError):
    """The text is not an amount of money that could be on the table."""


# More cash than any counter takes at once: a typing mistake.
_MOST = Decimal(1_000_000)


def parse_amount(text: str, currency: str) -> Money:
    """What a clerk typed as money: digits with at most one point or comma before the coins.

    Raises:
        NotAnAmount: anything else, a sign, a fraction of a coin, or an absurd amount.
    """
    plain = text.strip().replace("\N{NO-BREAK SPACE}", "").replace(" ", "").replace(",", ".")
    if not plain or not all(c in "0123456789." for c in plain):
        raise NotAnAmount(text)
    try:
        amount = Money(Decimal(plain), currency)
    except (InvalidOperation, ValueError):
        raise NotAnAmount(text) from None
    if not amount.is_whole_coins or amount.amount > _MOST:
        raise NotAnAmount(text)
    return amount.rounded()


# The coins and notes that cash is handed over in; other currencies get powers of ten.
_NOTES = {
    "EUR": (5, 10, 20, 50, 100, 200),
    "CHF": (10, 20, 50, 100, 200),
    "USD": (5, 10, 20, 50, 100),
    "GBP": (5, 10, 20, 50),
}


def likely_tenders(total: Money, most: int = 4) -> tuple[Money, ...]:
    """What buyers hand over for `total`, beside the exact amount: the next round sums by notes."""
    found: set[Decimal] = set()
    for note in _NOTES.get(total.currency, (10, 100, 1000, 10_000)):
        rounded = (total.amount / note).to_integral_value(rounding=ROUND_CEILING) * note
        if rounded > total.amount:
            found.add(rounded)
    step = Decimal(1).scaleb(-minor_digits(total.currency))
    return tuple(Money(amount.quantize(step), total.currency) for amount in sorted(found)[:most])


def looks_like_card_number(reference: str) -> bool:
    """Whether a reference holds a payment card's number, which must never be stored.

    Thirteen to nineteen digits that pass the check of ISO/IEC 7812 (Luhn).
    """
    digits = [int(c) for c in reference if c.isdigit()]
    if not 13 <= len(digits) <= 19:
        return False
    odd = sum(digits[-1::-2])
    even = sum(sum(divmod(2 * d, 10)) for d in digits[-2::-2])
    return (odd + even) % 10 == 0
