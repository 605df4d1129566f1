"""Taking money: what was given, what goes back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from enum import Enum
from typing import assert_never

from boxoffice.domain.money import Money, minor_digits


class Reference(Enum):
    """What a payment refers to, and whether it can be taken without."""

    NONE = "none"
    TERMINAL = "terminal"  # the number that the card terminal printed; must be given
    VOUCHER = "voucher"  # the number of the voucher; must be given
    OPTIONAL = "optional"  # any words, or none


@dataclass(frozen=True, slots=True)
class PaymentTraits:
    """What a kind of payment is like.

    Attributes:
        gives_change: it is counted on the table: more may be given than is due, and the rest goes
            back.
        pays_out: the buyer can get money back this way.
        needs_customer: only a known customer can pay so.
        refers_to: what has to be written down with it.
    """

    gives_change: bool = False
    pays_out: bool = False
    needs_customer: bool = False
    refers_to: Reference = Reference.NONE


class PaymentKind(Enum):
    """The kinds of payment, in the order in which they are offered; the values are kept on disk."""

    CASH = "cash"
    CARD = "card"
    VOUCHER = "voucher"
    INVOICE = "invoice"

    @property
    def traits(self) -> PaymentTraits:
        match self:
            case PaymentKind.CASH:
                return PaymentTraits(gives_change=True, pays_out=True)
            case PaymentKind.CARD:
                return PaymentTraits(pays_out=True, refers_to=Reference.TERMINAL)
            case PaymentKind.VOUCHER:
                return PaymentTraits(refers_to=Reference.VOUCHER)
            case PaymentKind.INVOICE:
                return PaymentTraits(needs_customer=True, refers_to=Reference.OPTIONAL)
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class Payment:
    """A part of what an order costs, or all of it.

    `amount` is what it pays of the order, and negative where money goes back for an exchange;
    `tendered` is what was handed over for it.
    """

    kind: PaymentKind
    amount: Money
    tendered: Money
    reference: str = field(default="", repr=False)

    @property
    def change(self) -> Money:
        return self.tendered - self.amount


def rest_of(total: Money, payments: tuple[Payment, ...]) -> Money:
    """What the payments leave to pay; negative where they are more than the total."""
    return total - Money.total((paid.amount for paid in payments), total.currency)


class NotAnAmount(ValueError):
    """The text is not an amount of money that could be on the table."""


class TooMuch(NotAnAmount):
    """More money than any counter takes at once: a typing mistake."""


_MOST = Decimal(1_000_000)
# Groups of three digits, set apart by one and the same mark, or digits alone; then the coins.
_AMOUNT = re.compile(
    "(?P<whole>[0-9]{1,3}(?:(?P<gap>[ \u00a0\u2009\u202f'\u2019.,])[0-9]{3})"
    "(?:(?P=gap)[0-9]{3})*|[0-9]*)(?:(?P<point>[.,])(?P<coins>[0-9]*))?"
)


def parse_amount(text: str, currency: str) -> Money:
    """What a clerk typed as money: whole units, and coins behind a point or a comma.

    Thousands may be set apart by points, commas, spaces or apostrophes, always the same one and
    not the one before the coins. A mark before just three digits sets thousands apart: nobody
    writes coins so, but where a coin is a thousandth.

    Raises:
        TooMuch: more than a million.
        NotAnAmount: anything else, a sign, or a fraction of a coin.
    """
    amount = Decimal(_plain(text, minor_digits(currency)))
    if amount > _MOST:
        raise TooMuch(text)
    return Money(amount, currency).rounded()


def amount_given(text: str, due: Money) -> Money:
    """What a clerk means who types `text` while `due` is to be paid.

    As `parse_amount`; but three digits or more without any mark are the smallest coins, as on the
    keys of a till ('2350' is 23.50), where whole units make no sense: they would be more than ten
    times what is due, and either the coins are enough, or nobody could hand over the whole units
    as one banknote. So '2350' and '1800' for 18.50 are 23.50 and 18.00, but '100' for 8.00 is the
    note of a hundred. A mark behind the digits ('2350.') always makes them whole units. What it
    was taken for is shown before it counts.

    Raises:
        NotAnAmount, TooMuch: as `parse_amount`.
    """
    plain, digits = text.strip(), minor_digits(due.currency)
    is_plain = plain.isascii() and plain.isdigit() and digits > 0
    if is_plain and len(plain) <= 12 and Decimal(plain) >= 100 and due.amount > 0:
        whole = Decimal(plain)
        coins = Money(whole.scaleb(-digits), due.currency)
        is_absurd = whole > 10 * due.amount
        if is_absurd and coins.amount <= _MOST and (coins >= due or not _is_note(whole, due)):
            return coins.rounded()
    return parse_amount(text, due.currency)


def most_cash(due: Money) -> Money:
    """More cash for what is due than this is a typing mistake: a hundred times, or a banknote."""
    return Money(max(100 * due.amount, Decimal(max(_all_notes(due.currency)))), due.currency)


def _plain(text: str, digits: int) -> str:
    """The amount with nothing but a point.

    Raises:
        NotAnAmount: it is not an amount, or has more than `digits` behind the point.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None or not any(c.isdigit() for c in text):
        raise NotAnAmount(text)
    whole, gap, point = found["whole"], found["gap"], found["point"]
    coins = found["coins"] or ""
    if gap and gap in ".," and point is None and len(whole) <= 7 and digits >= 3:
        whole, _, coins = whole.partition(gap)
        gap = None
    is_odd = gap is not None and (gap == point or whole.startswith("0"))
    if is_odd or len(coins) > digits:
        raise NotAnAmount(text)
    return f"{whole.replace(gap, '') if gap else whole or '0'}.{coins or '0'}"


# The notes that cash is handed over in; other currencies get powers of ten.
_NOTES = {
    "EUR": (5, 10, 20, 50, 100, 200),
    "CHF": (10, 20, 50, 100, 200),
    "USD": (5, 10, 20, 50, 100),
    "GBP": (5, 10, 20, 50),
    "CZK": (100, 200, 500, 1000, 2000, 5000),
    "DKK": (50, 100, 200, 500),
    "NOK": (50, 100, 200, 500, 1000),
    "PLN": (10, 20, 50, 100, 200, 500),
    "SEK": (20, 50, 100, 200, 500, 1000),
    "JPY": (1000, 5000, 10_000),
}
_OTHER_NOTES = (10, 100, 1000, 10_000)
# Too rare to be worth a button.
_RARE_NOTES = {"EUR": (500,), "CHF": (1000,)}


def _all_notes(currency: str) -> tuple[int, ...]:
    return _NOTES.get(currency, _OTHER_NOTES) + _RARE_NOTES.get(currency, ())


def _is_note(amount: Decimal, due: Money) -> bool:
    """Whether there is such a note; where they are not known, a one, two or five with noughts."""
    if due.currency in _NOTES:
        return amount in _all_notes(due.currency)
    return amount.normalize().as_tuple().digits in ((1,), (2,), (5,))


# Coins that are handed over beside notes, to make a sum round.
_COINS = {"CHF": (5,), "CZK": (10, 50), "DKK": (10,), "JPY": (100, 500), "NOK": (10,), "SEK": (10,)}


def likely_tenders(total: Money, most: int = 4) -> tuple[Money, ...]:
    """What buyers hand over for `total`, beside the exact amount: the next round sums by coins and
    notes, the smallest first. Where the notes are not known, no sum is ten times the total."""
    found: set[Decimal] = set()
    is_known = total.currency in _NOTES
    notes = (*_COINS.get(total.currency, ()), *_NOTES.get(total.currency, _OTHER_NOTES))
    for note in notes if total.amount > 0 else ():
        rounded = (total.amount / note).to_integral_value(rounding=ROUND_CEILING) * note
        is_likely = is_known or rounded < 10 * total.amount or not found
        if rounded > total.amount and is_likely:
            found.add(rounded)
    step = Decimal(1).scaleb(-minor_digits(total.currency))
    return tuple(Money(amount.quantize(step), total.currency) for amount in sorted(found)[:most])


def looks_like_card_number(reference: str) -> bool:
    """Whether a reference holds a payment card's number, which must never be stored.

    Thirteen to nineteen digits that pass the check of ISO/IEC 7812 (Luhn): all digits of the
    reference, whatever stands between them, or those of a number in it that is written as a
    card's, with others before or behind as a reader of cards tells them.
    """
    found = ["".join(re.findall(r"\d", reference))]
    found += ["".join(re.findall(r"\d", number)) for number in _CARD.findall(reference)]
    return any(13 <= len(digits) <= 19 and _passes_luhn(digits) for digits in found)


_CARD = re.compile(
    r"(?<!\d)(?:\d{13,19}|\d{4}(?:[ .-]\d{4}){3}(?:[ .-]\d{3})?|\d{4}[ .-]\d{6}[ .-]\d{4,5})(?!\d)"
)


def _passes_luhn(text: str) -> bool:
    digits = [int(c) for c in text]
    odd = sum(digits[-1::-2])
    even = sum(sum(divmod(2 * d, 10)) for d in digits[-2::-2])
    return (odd + even) % 10 == 0
