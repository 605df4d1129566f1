"""What clients send, as strict structures: a field of the wrong type refuses the whole request."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from boxoffice.service.errors import Refusal

Id = Annotated[int, Meta(ge=0, le=2**63 - 1)]
Int64 = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
Text = Annotated[str, Meta(max_length=500)]
Key = Annotated[str, Meta(min_length=1, max_length=200)]  # an external id
T = TypeVar("T")
CASH, CARD, VOUCHER, INVOICE, MIXED = range(1, 6)  # types of payment; 0 is none
_CENT = Decimal("0.01")


class SearchPattern(Struct):
    event_id: Id
    seat_id: Id | None = None
    area_id: Id | None = None
    price_category_id: Id | None = None
    sales_type_id: Id | None = None
    quantity: Annotated[int, Meta(ge=1, le=500)] | None = None
    adjacent: bool = True
    attributes: Annotated[int, Meta(ge=0, lt=2**31)] | None = None


class ReserveSeat(Struct):
    seats_info: Annotated[list[SearchPattern], Meta(min_length=1, max_length=500)]
    order_id: Annotated[str, Meta(max_length=20)] | None = ""


class ReserveBestSeat(Struct):
    search_pattern: SearchPattern
    order_id: Annotated[str, Meta(max_length=20)] | None = ""


class Payment(Struct):
    payment_type: Annotated[int, Meta(ge=CASH, le=INVOICE)]
    amount: Decimal
    reference: Text | None = ""

    def __post_init__(self) -> None:
        _check_amount(self.amount)
        if self.amount != self.amount.quantize(_CENT):
            raise ValueError("Expected an amount with two decimals")


class ProcessInfo(Struct):
    payment_type: Annotated[int, Meta(ge=0, le=MIXED)] = 0
    payments: Annotated[list[Payment], Meta(max_length=50)] = []
    tendered: Decimal | None = None
    change: Decimal | None = None
    customer_id: Id | None = None
    operator: Annotated[str, Meta(max_length=200)] | None = ""
    exchange_of: Id | None = None
    comment: Text | None = ""

    def __post_init__(self) -> None:
        for amount in (self.tendered, self.change):
            if amount is not None:
                _check_amount(amount)


class CompleteOrder(Struct):
    external_order_reseller_id: Annotated[str, Meta(min_length=1, max_length=200)]
    process_info: ProcessInfo | None = None


class ChangeSeat(Struct):
    sales_type_id: Id


def _check_amount(amount: Decimal) -> None:
    # By its exponent: this check keeps arithmetic on a Decimal of absurd size out.
    if not amount.is_finite() or amount.adjusted() > 12 or len(amount.as_tuple().digits) > 18:
        raise ValueError("Expected an amount of money")


def decode(body: bytes, kind: type[T]) -> T:
    """The body as a structure of this kind.

    Raises:
        Refusal: 422 names the field that is wrong.
    """
    try:
        return msgspec.json.Decoder(kind, float_hook=_exact).decode(body)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `$")
        field = place.rstrip("`").lstrip(".")
        raise Refusal(422, reason, fields=[(field, reason)] if field else ()) from error
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, ArithmeticError) as error:
        raise Refusal(422, f"the body is no JSON: {str(error)[:200]}") from error


def _exact(digits: str) -> Any:
    return Decimal(digits)
