"""What the client says of a payment is what the service takes."""

from __future__ import annotations

import msgspec
import pytest

from boxoffice.connect.order_mapping import process_info
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.service.requests import ProcessInfo

PRICE = Money.of("12.50", "EUR")


@pytest.mark.parametrize("kind", PaymentKind)
def test_the_service_takes_every_kind_of_payment(kind: PaymentKind) -> None:
    told = process_info([Payment(kind, PRICE, PRICE)])
    taken = msgspec.convert(told, ProcessInfo)
    assert [paid.payment_type for paid in taken.payments] == [taken.payment_type]


def test_every_kind_of_payment_has_a_code_of_its_own() -> None:
    codes = [process_info([Payment(kind, PRICE, PRICE)])["payment_type"] for kind in PaymentKind]
    mixed = process_info([Payment(kind, PRICE, PRICE) for kind in PaymentKind])["payment_type"]
    unpaid = process_info([])["payment_type"]
    assert len({*codes, mixed, unpaid}) == len(PaymentKind) + 2
