"""The payments of an order as one text of the journal, and back: every coin as it was."""

from __future__ import annotations

import json

from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment, PaymentKind


def text_of(payments: tuple[Payment, ...]) -> str:
    """The payments as JSON; amounts are texts, so that none goes through a binary float."""
    return json.dumps(
        [
            {
                "kind": paid.kind.value,
                "amount": str(paid.amount.amount),
                "tendered": str(paid.tendered.amount),
                "currency": paid.amount.currency,
                "reference": paid.reference,
            }
            for paid in payments
        ],
        ensure_ascii=False,
    )


def payments_of(text: str) -> tuple[Payment, ...]:
    """What `text_of` wrote.

    Raises:
        ValueError: the text is nothing that it wrote.
    """
    try:
        return tuple(
            Payment(
                PaymentKind(each["kind"]),
                Money.of(str(each["amount"]), each["currency"]),
                Money.of(str(each["tendered"]), each["currency"]),
                str(each["reference"]),
            )
            for each in json.loads(text)
        )
    except (KeyError, TypeError, ArithmeticError) as error:
        raise ValueError("no payments") from error
