"""Orders on their way: written down before the request that sells them leaves.

Guarantees: what `begin` returned from is on the disk; nothing is ever overwritten but what became
of it. No credential and no card number is kept here.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from boxoffice.domain.address import canonical_address
from boxoffice.domain.ids import CustomerId, EventId, OrderId, Place, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment
from boxoffice.journal.opening import connect
from boxoffice.journal.payment_text import payments_of, text_of
from boxoffice.journal.schema import JournalFailed, prepare

__all__ = ["BrokenIntent", "Intent", "Journal", "JournalFailed", "Outcome"]

_log = logging.getLogger(__name__)
_COLUMNS = (
    "external_id",
    "address",
    "order_id",
    "key",
    "payments",
    "operator",
    "begun_at",
    "customer_id",
    "exchange_of",
    "gives_back",
    "created_at",
    "total",
    "currency",
    "places",
)
_UNREADABLE = (sqlite3.Error, ValueError, ArithmeticError, TypeError, KeyError, AttributeError)


class Outcome(Enum):
    """What became of an intent.

    UNRECORDED: it was sold and the clerk knows, but the record of sold orders could not be written:
    the next start does that.
    SET_ASIDE: the row could not be read, and the clerk has seen that.
    """

    OPEN = "open"
    SOLD = "sold"
    NOT_SOLD = "not sold"
    UNRECORDED = "sold, not recorded"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Intent:
    """That an order is being sold on a server: enough to ask it again after a crash.

    Attributes:
        payments: they add up to what the buyer pays; negative where money goes back.
        exchange_of: the order whose seats these replace.
        gives_back: the seats of that order that go back once these are sold.
        created_at: when the server made the order; None where the server did not say.
        total: what the order costs; None in rows of earlier versions.
        places: its seats; none in rows of earlier versions.
    """

    address: str
    order_id: OrderId
    external_id: str
    key: str = field(repr=False)
    payments: tuple[Payment, ...]
    operator: str = field(repr=False)
    begun_at: datetime
    customer_id: CustomerId | None = None
    exchange_of: OrderId | None = None
    gives_back: tuple[Place, ...] = ()
    created_at: datetime | None = None
    total: Money | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class BrokenIntent:
    """A row that cannot be read as an intent: what is still known of it."""

    external_id: str
    order_id: OrderId


class Journal:
    """The journal of this workstation. Its methods block; any thread may call them.

    Addresses are compared in their canonical spelling.

    Raises:
        JournalFailed: the file is not ours, damaged, or cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        with self._told():
            self._connection = connect(path)
            try:
                prepare(self._connection, path)
            except BaseException:
                self._connection.close()
                raise

    def begin(self, intent: Intent) -> None:
        """Writes the intent to the disk; only then may its request leave."""
        marks = ", ".join("?" * len(_COLUMNS))
        columns = ", ".join(_COLUMNS)
        with self.using() as connection:
            connection.execute(
                f"INSERT INTO intents ({columns}) VALUES ({marks})",  # noqa: S608 - ours
                _row(intent),
            )

    def settle(self, external_id: str, outcome: Outcome) -> None:
        """Writes down what became of an intent."""
        self._set("outcome", outcome.value, external_id)

    def mark_told(self, external_id: str) -> None:
        """Writes down that the clerk has seen what became of an intent."""
        self._set("is_told", 1, external_id)

    def open_intents(self, address: str) -> tuple[Intent, ...]:
        """The intents on a server whose outcome is not known yet, oldest first. A row that
        cannot be read is left out: `broken_intents` has it."""
        return self._select("outcome = 'open' ORDER BY rowid", address)

    def broken_intents(self, address: str) -> tuple[BrokenIntent, ...]:
        """The open rows that cannot be read as intents."""
        with self.using() as connection:
            rows = self._rows(connection, "outcome = 'open'", address)
        return tuple(broken for row in rows if (broken := _broken(row)) is not None)

    def unrecorded(self, address: str) -> tuple[Intent, ...]:
        """What was sold and could not be put into the record of sold orders."""
        return self._select("outcome = 'sold, not recorded' ORDER BY rowid", address)

    def untold(self, address: str) -> tuple[tuple[Intent, Outcome], ...]:
        """What was sold, or was not, while nobody can say that the clerk has seen it."""
        outcomes = (Outcome.SOLD, Outcome.UNRECORDED, Outcome.NOT_SOLD)
        found = (
            (intent, outcome)
            for outcome in outcomes
            for intent in self._select(f"outcome = '{outcome.value}' AND is_told = 0", address)
        )
        return tuple(sorted(found, key=lambda each: each[0].begun_at))

    def last_sold(self, address: str) -> Intent | None:
        """The last order that was sold on a server, to print its summary again."""
        found = self._select(
            "outcome IN ('sold', 'sold, not recorded') ORDER BY rowid DESC", address
        )
        return found[0] if found else None

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """The file's connection, for one statement or one transaction, and nobody else's.

        Raises:
            JournalFailed: what was done with it failed.
        """
        with self._told(), self._lock:
            yield self._connection

    def _set(self, column: str, value: object, external_id: str) -> None:
        with self.using() as connection:
            connection.execute(
                f"UPDATE intents SET {column} = ? WHERE external_id = ?",  # noqa: S608 - ours
                (value, external_id),
            )

    def _select(self, condition: str, address: str) -> tuple[Intent, ...]:
        with self.using() as connection:
            rows = self._rows(connection, condition, address)
        return tuple(_readable(rows))

    @staticmethod
    def _rows(connection: sqlite3.Connection, condition: str, address: str) -> list[Sequence[Any]]:
        columns = ", ".join(_COLUMNS)
        return connection.execute(
            f"SELECT {columns} FROM intents WHERE address = ? AND {condition}",  # noqa: S608
            (canonical_address(address),),
        ).fetchall()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, ValueError, ArithmeticError) as error:
            raise JournalFailed.of(self._path, error) from error


def _row(intent: Intent) -> tuple[object, ...]:
    """The values of `_COLUMNS`."""
    total = intent.total
    return (
        intent.external_id,
        canonical_address(intent.address),
        intent.order_id,
        intent.key,
        text_of(intent.payments),
        intent.operator,
        intent.begun_at.isoformat(),
        intent.customer_id,
        intent.exchange_of,
        json.dumps(intent.gives_back),
        intent.created_at.isoformat() if intent.created_at else None,
        str(total.amount) if total else None,
        total.currency if total else None,
        json.dumps(intent.places),
    )


def _readable(rows: Iterable[Sequence[Any]]) -> Iterator[Intent]:
    for row in rows:
        try:
            yield _intent(row)
        except _UNREADABLE as error:
            _log.error("the intent %s cannot be read: %s", row[0], type(error).__name__)


def _broken(row: Sequence[Any]) -> BrokenIntent | None:
    try:
        _intent(row)
    except _UNREADABLE:
        return BrokenIntent(str(row[0]), OrderId(row[2]))
    return None


def _intent(row: Sequence[Any]) -> Intent:
    of = dict(zip(_COLUMNS, row, strict=True))
    customer, exchange, created, total = (
        of[name] for name in ("customer_id", "exchange_of", "created_at", "total")
    )
    return Intent(
        of["address"],
        OrderId(of["order_id"]),
        of["external_id"],
        of["key"],
        payments_of(of["payments"]),
        of["operator"],
        datetime.fromisoformat(of["begun_at"]),
        None if customer is None else CustomerId(customer),
        None if exchange is None else OrderId(exchange),
        _places(of["gives_back"]),
        None if created is None else datetime.fromisoformat(created),
        None if total is None else Money.of(total, of["currency"]),
        _places(of["places"]),
    )


def _places(text: str) -> tuple[Place, ...]:
    return tuple(Place(EventId(event), SeatId(seat)) for event, seat in json.loads(text))
