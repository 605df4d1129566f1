"""What the program has to tell the clerk, as codes; the views find the words.

A presenter never writes a sentence: it names a notice and its parameters, and the wording is
translated where it is shown (`views/kit/wording.py`, where every code has its sentence).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from boxoffice.domain.closed_sets import complete

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Severity(Enum):
    """How grave a notice is, from the least on."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


class Life(Enum):
    """How long a notice is shown; who raised it may take it back before."""

    UNTIL_READ = "until it is read"  # what happened, and has to be known
    WHILE_TRUE = "while it is true"  # how things are; it goes when they change
    PASSING = "some seconds"  # the answer to a step, or good news


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
    SECOND_FACTOR = "second factor"  # address, reason
    NOT_TRUSTED = "not trusted"  # address, reason
    NOT_OFFERED = "not offered"  # operation, loss: Loss
    FAILED = "failed"  # reason: what nobody foresaw
    LEFT_OUT = "left out"  # operation
    # settings
    SETTINGS_NO_TEXT = "settings are no text"
    SETTING_NO_TABLE = "setting is no table"  # key
    SETTING_NO_TEXT = "setting is no text"  # key
    SETTING_UNKNOWN = "setting unknown"  # name, known
    SETTING_MISTYPED = "setting mistyped"  # name, known: the nearest
    SETTING_WRONG = "setting wrong"  # reason
    PROFILE_UNKNOWN = "profile unknown"  # name, known
    PROFILE_MISTYPED = "profile mistyped"  # name, known: the nearest
    LANGUAGE_UNKNOWN = "language unknown"  # language, known
    FILE_MISSING = "file missing"  # path
    NO_CERTIFICATE = "no certificate"  # path
    SETTINGS_NOT_KEPT = "settings not kept"  # reason
    SETTING_NO_VALUE = "setting has no such value"  # key, value, known
    KEY_TWICE = "two actions on one key"  # key, action, other
    KEY_UNUSABLE = "key unusable"  # key
    KEY_TYPES = "key types"  # key
    KEY_FIXED = "key is fixed"  # key
    MISTAKE_IN_LINE = "mistake in line"  # file, line, what: Notice
    MISTAKE_IN_FILE = "mistake in file"  # file, what: Notice
    PREFERENCES_NOT_KEPT = "preferences not kept"  # reason
    PREFERENCES_KEPT = "preferences kept"
    PREFERENCES_HERE = "preferences hold until the end"
    TEXT_SIZE_BOUNDED = "text size bounded"  # wanted, shown
    COUNTER_TOO_LONG = "counter too long"  # most
    SERVER_ANSWERS = "server answers"  # address
    CHECK_READY = "check: ready"  # address
    CHECK_IN_PART = "check: in part"  # address, count
    CHECK_NO_EVENTS = "check: no events"  # address
    CHECK_STOPPED = "check: stopped"
    CHECK_PATHS = "check: other paths"  # address
    CHECK_SILENT = "check: no answers"  # address
    CHECK_ERRORS = "check: errors alone"  # address, reason
    DIALECT_SAVED = "dialect saved"  # path, name
    DIALECT_NOT_SAVED = "dialect not saved"  # reason
    KEYS_SAVED = "keys saved"  # path
    KEYS_NOT_SAVED = "keys not saved"  # reason
    KEYS_TAKEN_OVER = "keys taken over"  # path
    NO_KEYS_THERE = "no keys there"  # path
    SUPPORT_COPIED = "support copied"
    # a start that is refused
    JOURNAL_DAMAGED = "journal damaged"
    JOURNAL_NOT_OURS = "journal not ours"
    JOURNAL_NEWER = "journal newer"
    JOURNAL_LOCKED = "journal locked"
    DISK_FULL = "disk full"
    NOT_WRITABLE = "not writable"
    NO_FOLDER = "no folder"
    FILE_FAILED = "file failed"  # reason
    NOT_ANSWERING = "not answering"
    NOT_PUT_ASIDE = "not put aside"  # reason
    NOT_OPENED = "not opened"
    JOURNAL_ASIDE = "journal aside"  # path
    # map
    PICTURE_OLD = "picture old"  # seconds
    SEAT_NOT_FREE = "seat not free"  # seat: SeatName
    NO_PARTY_HERE = "no party here"  # quantity
    TOO_MANY_SEATS = "too many seats"  # quantity
    NO_PRICE = "no price"  # seat: SeatName
    NOT_ON_SALE = "not on sale"  # event
    CALLED_OFF = "called off"  # event
    PICTURE_BROKEN = "picture broken"  # areas: tuple of names
    # order
    SEATS_LOST = "seats lost"  # seats: tuple of SeatName
    SEATS_GONE = "seats gone"  # seats: tuple of SeatName
    NO_BEST_SEATS = "no best seats"  # quantity
    NO_SEAT_BESIDE = "no seat beside"  # seats: tuple of SeatName
    SEATS_NOT_SEEN = "seats not seen"  # event
    NO_TYPE_FOR_ALL = "no price type for all"
    CHECKING = "checking"
    OUTCOME_UNKNOWN = "outcome unknown"
    ORDER_IN_DOUBT = "order in doubt"  # order
    HOLD_EXPIRED = "hold expired"
    HOLD_ENDING = "hold ending"  # within a minute
    ONE_CURRENCY = "one currency"
    HOLDS_NOT_KEPT = "holds not kept"  # reason
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
    GIVEN_BACK = "given back"  # order, sum, how
    ORDER_CANCELLED = "order cancelled"  # order, sum, how
    # scans
    SCAN_HELD = "scan held back"
    SCAN_WHILE_CHANGING = "scan while an order is changed"
    SCAN_BEHIND_DIALOG = "scan behind a dialog"
    SCAN_UNCONNECTED = "scan without a server"
    SCAN_SOUGHT = "scan is looked for"  # text
    SCAN_UNKNOWN = "scan unknown"  # text
    SCAN_MISREAD = "scan misread"  # text
    SCAN_ELSEWHERE = "scan of another till"  # text
    # the paper
    SOLD = "sold"  # order
    NOTHING_SOLD = "nothing sold"
    PRINTED = "printed"  # printer
    SAVED = "saved"  # path
    NOT_PRINTED = "not printed"  # order, reason
    PERHAPS_PRINTED = "perhaps printed"  # order, reason
    NOT_SAVED = "not saved"  # order, reason
    # at the next start
    JOURNAL_NOT_READ = "journal not read"  # reason
    RESTART_UNDECIDED = "restart undecided"  # count

    @property
    def life(self) -> Life:
        """How long it is shown."""
        return _LIVES[self]

    @property
    def is_outage(self) -> bool:
        """Whether it says that the server is away: however many find that out, it is told once."""
        return self in _OUTAGE

    @property
    def is_news(self) -> bool:
        """Whether it comes when it comes and answers no step, so that it takes no answer away."""
        return self.life is Life.UNTIL_READ or self in _OF_PAPER


# What happened, and costs somebody something if nobody knows.
_UNTIL_READ = (
    Code.TOKEN_NOT_STORED,
    Code.DEMO_FAILED,
    Code.REFUSED,
    Code.SERVER_WARNS,
    Code.SECOND_FACTOR,
    Code.NOT_TRUSTED,
    Code.NOT_OFFERED,
    Code.FAILED,
    Code.SETTINGS_NO_TEXT,
    Code.SETTING_NO_TABLE,
    Code.SETTING_NO_TEXT,
    Code.SETTING_UNKNOWN,
    Code.SETTING_MISTYPED,
    Code.SETTING_WRONG,
    Code.PROFILE_UNKNOWN,
    Code.PROFILE_MISTYPED,
    Code.LANGUAGE_UNKNOWN,
    Code.FILE_MISSING,
    Code.NO_CERTIFICATE,
    Code.SETTINGS_NOT_KEPT,
    Code.SETTING_NO_VALUE,
    Code.KEY_TWICE,
    Code.KEY_UNUSABLE,
    Code.MISTAKE_IN_LINE,
    Code.MISTAKE_IN_FILE,
    Code.PREFERENCES_NOT_KEPT,
    Code.LEFT_OUT,
    Code.NO_KEYS_THERE,
    Code.KEYS_NOT_SAVED,
    Code.JOURNAL_DAMAGED,
    Code.JOURNAL_NOT_OURS,
    Code.JOURNAL_NEWER,
    Code.JOURNAL_LOCKED,
    Code.DISK_FULL,
    Code.NOT_WRITABLE,
    Code.NO_FOLDER,
    Code.FILE_FAILED,
    Code.NOT_ANSWERING,
    Code.NOT_PUT_ASIDE,
    Code.NOT_OPENED,
    Code.JOURNAL_ASIDE,
    Code.PICTURE_BROKEN,
    Code.SEATS_LOST,
    Code.SEATS_GONE,
    Code.OUTCOME_UNKNOWN,
    Code.ORDER_IN_DOUBT,
    Code.HOLD_EXPIRED,
    Code.HOLDS_NOT_KEPT,
    Code.PARKED_EXPIRED,
    Code.RETURNED_UNSOLD,
    Code.EXCHANGE_UNFINISHED,
    Code.DOUBT_PRICES,
    Code.DOUBT_SUM,
    Code.GIVE_BACK,
    Code.NOT_RECORDED,
    Code.NOT_REMEMBERED,
    Code.GIVEN_BACK,
    Code.ORDER_CANCELLED,
    Code.NOT_PRINTED,
    Code.PERHAPS_PRINTED,
    Code.NOT_SAVED,
    Code.JOURNAL_NOT_READ,
    Code.RESTART_UNDECIDED,
)
# How things are: a field to be filled, a server that is away. Where it is told to the window and
# not by a page, it goes with the next that is told.
_WHILE_TRUE = (
    Code.UNREACHABLE,
    Code.SIGNED_OUT,
    Code.SIGN_IN_AGAIN,
    Code.BAD_REPLY,
    Code.NOT_A_CONNECT_SERVER,
    Code.ADDRESS_NOT_VALID,
    Code.TOKEN_MISSING,
    Code.SERVER_BUSY,
    Code.PICTURE_OLD,
    Code.NOT_ON_SALE,
    Code.CALLED_OFF,
    Code.CHECKING,
    Code.HOLD_ENDING,
    Code.EXCHANGE_OPEN,
    Code.NAME_MISSING,
    Code.NOT_A_MAIL,
    Code.NOT_AN_AMOUNT,
    Code.NOT_ENOUGH,
    Code.TOO_MUCH,
    Code.NOT_SENSIBLE,
    Code.MORE_THAN_DUE,
    Code.OVERPAID,
    Code.REFERENCE_MISSING,
    Code.VOUCHER_MISSING,
    Code.INVOICE_CUSTOMER,
    Code.CARD_NUMBER,
    Code.PRICE_CHANGED,
    Code.HOLD_CHECKED,
    Code.PARTS_TAKEN,
    Code.SCAN_SOUGHT,
    Code.TEXT_SIZE_BOUNDED,
    Code.COUNTER_TOO_LONG,
)
# What answers the clerk's last step: the next step is the same, whether she has read it or not.
_PASSING = (
    Code.BACK_AGAIN,
    Code.SEAT_NOT_FREE,
    Code.NO_PARTY_HERE,
    Code.TOO_MANY_SEATS,
    Code.NO_PRICE,
    Code.NO_BEST_SEATS,
    Code.NO_SEAT_BESIDE,
    Code.SEATS_NOT_SEEN,
    Code.NO_TYPE_FOR_ALL,
    Code.ONE_CURRENCY,
    Code.NOTHING_PARKED,
    Code.DOUBT_EMPTY,
    Code.ORDER_BUSY,
    Code.LEAVE_FIRST,
    Code.ORDER_NOT_FOUND,
    Code.TICKET_VOID,
    Code.SCAN_HELD,
    Code.SCAN_WHILE_CHANGING,
    Code.SCAN_BEHIND_DIALOG,
    Code.SCAN_UNCONNECTED,
    Code.SCAN_UNKNOWN,
    Code.SCAN_MISREAD,
    Code.SCAN_ELSEWHERE,
    Code.SOLD,
    Code.NOTHING_SOLD,
    Code.PRINTED,
    Code.SAVED,
    Code.KEY_TYPES,
    Code.KEY_FIXED,
    Code.PREFERENCES_KEPT,
    Code.PREFERENCES_HERE,
    Code.SERVER_ANSWERS,
    Code.CHECK_READY,
    Code.CHECK_IN_PART,
    Code.CHECK_NO_EVENTS,
    Code.CHECK_STOPPED,
    Code.CHECK_PATHS,
    Code.CHECK_SILENT,
    Code.CHECK_ERRORS,
    Code.DIALECT_SAVED,
    Code.DIALECT_NOT_SAVED,
    Code.KEYS_SAVED,
    Code.KEYS_TAKEN_OVER,
    Code.SUPPORT_COPIED,
)
_LIVES: Mapping[Code, Life] = complete(
    Code,
    {
        **dict.fromkeys(_UNTIL_READ, Life.UNTIL_READ),
        **dict.fromkeys(_WHILE_TRUE, Life.WHILE_TRUE),
        **dict.fromkeys(_PASSING, Life.PASSING),
    },
)
_OUTAGE = frozenset({Code.UNREACHABLE, Code.PICTURE_OLD})
_OF_PAPER = frozenset({Code.PRINTED, Code.SAVED})  # told when the printer is done, whatever goes on
# How things are, and not what happened: the latest is all there is to say.
_LASTING = {
    Code.NOT_REMEMBERED,
    Code.NOT_RECORDED,
    Code.SERVER_WARNS,
    Code.SECOND_FACTOR,
    Code.NOT_TRUSTED,
    Code.TOKEN_NOT_STORED,
    Code.SETTINGS_NOT_KEPT,
    Code.FAILED,
    Code.OUTCOME_UNKNOWN,
    Code.HOLDS_NOT_KEPT,
    Code.JOURNAL_NOT_READ,
    Code.RESTART_UNDECIDED,
    Code.LEFT_OUT,
}


@dataclass(frozen=True, slots=True)
class Notice:
    code: Code
    severity: Severity = Severity.INFO
    params: Mapping[str, object] = field(default_factory=lambda: _NOTHING)

    @property
    def stays(self) -> bool:
        """Whether it is shown until it is read, whatever comes after it."""
        return self.code.life is Life.UNTIL_READ

    def replaces(self, other: Notice) -> bool:
        """Whether who reads this one has no use for the other."""
        return self == other or (self.code is other.code and self.code in _LASTING)

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
