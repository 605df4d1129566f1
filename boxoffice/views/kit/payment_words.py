"""What the kinds of payment are called, on the screen and on the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from boxoffice.domain.orders.payment import PaymentKind, Reference


@dataclass(frozen=True, slots=True)
class PaymentWords:
    """The words of a kind of payment.

    Attributes:
        name: standing alone: 'Cash'.
        mention: within a sentence: 'cash'.
        confirm: on the button that sells, where all that is due is paid so.
        back: how money goes back so: 'in cash'.
        letter: its name with a mark before the letter that chooses it.
    """

    name: str
    mention: str
    confirm: str
    back: str
    letter: str


def payment_words(kind: PaymentKind) -> PaymentWords:
    translate = QCoreApplication.translate
    match kind:
        case PaymentKind.CASH:
            return PaymentWords(
                translate("PaymentWords", "Cash"),
                translate("PaymentWords", "cash"),
                translate("PaymentWords", "Exact cash"),
                translate("PaymentWords", "in cash"),
                translate("PaymentWords", "&Cash"),
            )
        case PaymentKind.CARD:
            return PaymentWords(
                translate("PaymentWords", "Card"),
                translate("PaymentWords", "card"),
                translate("PaymentWords", "Paid by card"),
                translate("PaymentWords", "to the card"),
                translate("PaymentWords", "Car&d"),
            )
        case PaymentKind.VOUCHER:
            return PaymentWords(
                translate("PaymentWords", "Voucher"),
                translate("PaymentWords", "voucher"),
                translate("PaymentWords", "Paid by voucher"),
                translate("PaymentWords", "as a voucher"),
                translate("PaymentWords", "&Voucher"),
            )
        case PaymentKind.INVOICE:
            return PaymentWords(
                translate("PaymentWords", "Invoice"),
                translate("PaymentWords", "invoice"),
                translate("PaymentWords", "On invoice"),
                translate("PaymentWords", "by the invoice"),
                translate("PaymentWords", "&Invoice"),
            )
        case _:
            assert_never(kind)


def reference_words(reference: Reference) -> str:
    """What is asked for in the field of a reference; empty where there is none."""
    translate = QCoreApplication.translate
    match reference:
        case Reference.NONE:
            return ""
        case Reference.TERMINAL:
            return translate("PaymentWords", "Reference of the card terminal")
        case Reference.VOUCHER:
            return translate("PaymentWords", "Number of the voucher")
        case Reference.OPTIONAL:
            return translate("PaymentWords", "Reference on the invoice, if there is one")
        case _:
            assert_never(reference)
