"""What the program has to tell the clerk, as codes; the views find the words.

A presenter never writes a sentence: it names a notice and its parameters, and the wording is
translated where it is shown (`views/wording.py`, which a test holds complete).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Severity(Enum):
    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


class Code(Enum):
    """Every notice, with its parameters behind it."""

    # connection
    UNREACHABLE = "unreachable"  # address
    SIGNED_OUT = "signed out"  # address
    SIGN_IN_AGAIN = "sign in again"  # address
    BAD_REPLY = "bad reply"  # address, reason
    NOT_A_CONNECT_SERVER = "not a Connect server"  # address
    ADDRESS_NOT_VALID = "address not valid"  # address
    TOKEN_MISSING = "token missing"  # noqa: S105
    TOKEN_NOT_STORED = "token not stored"  # noqa: S105
    DEMO_FAILED = "demo failed"  # reason
    BACK_AGAIN = "back again"  # address
    REFUSED = "refused"  # reason
    SERVER_BUSY = "server busy"  # reason
    SERVER_WARNS = "server warns"  # reason
    FAILED = "failed"  # reason: what nobody foresaw
    # map
    PICTURE_OLD = "picture old"  # seconds
    SEAT_NOT_FREE = "seat not free"  # seat: SeatName
    NO_PARTY_HERE = "no party here"  # quantity
    NO_PRICE = "no price"  # seat: SeatName
    NOT_ON_SALE = "not on sale"  # event
    CALLED_OFF = "called off"  # event
    # order
    SEATS_LOST = "seats lost"  # seats: tuple of SeatName
    SEATS_GONE = "seats gone"  # seats: tuple of SeatName
    NO_BEST_SEATS = "no best seats"  # quantity
    CHECKING = "checking"
    OUTCOME_UNKNOWN = "outcome unknown"
    HOLD_EXPIRED = "hold expired"
    HOLD_ENDING = "hold ending"  # within a minute
    ONE_CURRENCY = "one currency"
    PARKED_EXPIRED = "parked expired"  # order: ParkedRow
    NOTHING_PARKED = "nothing parked"
    EXCHANGE_OPEN = "exchange open"
    RETURNED_UNSOLD = "returned and not sold"  # order, sum
    EXCHANGE_UNFINISHED = "exchange unfinished"  # order
    # customer
    NAME_MISSING = "name missing"
    NOT_A_MAIL = "not a mail"
    # payment
    DOUBT_EMPTY = "nothing to pay"
    DOUBT_PRICES = "prices in doubt"
    DOUBT_SUM = "sums differ"  # ours, server
    NOT_AN_AMOUNT = "not an amount"  # text
    NOT_ENOUGH = "not enough"  # missing
    TOO_MUCH = "too much"
    NOT_SENSIBLE = "not sensible"  # given, due
    MORE_THAN_DUE = "more than due"  # due
    OVERPAID = "overpaid"  # excess
    REFERENCE_MISSING = "reference missing"
    VOUCHER_MISSING = "voucher missing"
    INVOICE_CUSTOMER = "invoice needs a customer"
    CARD_NUMBER = "card number"
    PRICE_CHANGED = "price changed"  # old, new
    ORDER_BUSY = "order busy"
    HOLD_CHECKED = "hold checked"
    PARTS_TAKEN = "parts taken"  # amount
    LEAVE_FIRST = "leave first"
    GIVE_BACK = "give back"  # amount, reason
    NOT_RECORDED = "not recorded"  # reason: the journal could not be written
    # after the sale
    NOT_REMEMBERED = "not remembered"  # reason
    ORDER_NOT_FOUND = "order not found"  # text
    TICKET_VOID = "ticket void"  # barcode
    GIVEN_BACK = "given back"  # order, sum
    ORDER_CANCELLED = "order cancelled"  # order, sum
    SCAN_HELD = "scan held back"
    SOLD = "sold"  # order
    PRINTED = "printed"  # printer
    SAVED = "saved"  # path
    NOT_PRINTED = "not printed"  # reason
    SETTLED_SOLD = "settled: sold"  # order
    SETTLED_NOT_SOLD = "settled: not sold"  # order


@dataclass(frozen=True, slots=True)
class Notice:
    code: Code
    severity: Severity = Severity.INFO
    params: Mapping[str, object] = field(default_factory=lambda: _NOTHING)

    @classmethod
    def error(cls, code: Code, **params: object) -> Notice:
        return cls(code, Severity.ERROR, params)

    @classmethod
    def warning(cls, code: Code, **params: object) -> Notice:
        return cls(code, Severity.WARNING, params)

    @classmethod
    def info(cls, code: Code, **params: object) -> Notice:
        return cls(code, Severity.INFO, params)

    @classmethod
    def good(cls, code: Code, **params: object) -> Notice:
        return cls(code, Severity.GOOD, params)
