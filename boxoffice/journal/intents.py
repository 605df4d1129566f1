"""Orders on their way: written down before the request that sells them leaves.

Guarantees: what `begin` returned from is on the disk; nothing is ever overwritten but the outcome.
No credential and no card number is kept here.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path

from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.payment import Payment, PaymentKind

_APPLICATION = 0x42784F4A  # 'BxOJ'
_VERSION = 1
_SCHEMA = """
CREATE TABLE intents (
    external_id TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    order_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    amount TEXT NOT NULL,
    tendered TEXT NOT NULL,
    currency TEXT NOT NULL,
    reference TEXT NOT NULL,
    operator TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'open'
) STRICT
"""


class JournalFailed(Exception):
    """The journal cannot be read or written; the text is one line that says why."""


class Outcome(Enum):
    OPEN = "open"
    SOLD = "sold"
    NOT_SOLD = "not sold"


@dataclass(frozen=True, slots=True)
class Intent:
    """That an order is being sold on a server: enough to ask it again after a crash."""

    address: str
    order_id: OrderId
    external_id: str
    key: str
    payment: Payment
    operator: str
    begun_at: datetime


class Journal:
    """The journal of this workstation. Its methods block; any thread may call them.

    Raises:
        JournalFailed: the file is not ours, or cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
            self._connection.isolation_level = None
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def begin(self, intent: Intent) -> None:
        """Writes the intent to the disk; only then may its request leave."""
        payment = intent.payment
        row = (
            intent.external_id, intent.address, intent.order_id, intent.key, payment.kind.value,
            str(payment.amount.amount), str(payment.tendered.amount), payment.amount.currency,
            payment.reference, intent.operator, intent.begun_at.isoformat(),
        )  # fmt: skip
        marks = ", ".join("?" * len(row))
        with self._told(), self._lock:
            self._connection.execute(
                "INSERT INTO intents (external_id, address, order_id, key, kind, amount, tendered,"  # noqa: S608
                f" currency, reference, operator, begun_at) VALUES ({marks})", row,
            )  # fmt: skip

    def settle(self, external_id: str, outcome: Outcome) -> None:
        """Writes down what became of an intent."""
        with self._told(), self._lock:
            self._connection.execute(
                "UPDATE intents SET outcome = ? WHERE external_id = ?",
                (outcome.value, external_id),
            )

    def open_intents(self, address: str) -> tuple[Intent, ...]:
        """The intents on a server of which nobody knows what became, oldest first."""
        return self._select("address = ? AND outcome = 'open' ORDER BY begun_at", address)

    def last_sold(self, address: str) -> Intent | None:
        """The last order that was sold on a server, to print its summary again."""
        found = self._select(
            "address = ? AND outcome = 'sold' ORDER BY begun_at DESC LIMIT 1", address
        )
        return found[0] if found else None

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _select(self, condition: str, address: str) -> tuple[Intent, ...]:
        with self._told(), self._lock:
            rows = self._connection.execute(
                "SELECT address, order_id, external_id, key, kind, amount, tendered, currency,"  # noqa: S608
                f" reference, operator, begun_at FROM intents WHERE {condition}", (address,),
            ).fetchall()  # fmt: skip
        return tuple(_intent(row) for row in rows)

    def _prepare(self) -> None:
        execute = self._connection.execute
        # One writer, and what is acknowledged survives a loss of power.
        execute("PRAGMA journal_mode = DELETE")
        execute("PRAGMA synchronous = EXTRA")
        application = execute("PRAGMA application_id").fetchone()[0]
        version = execute("PRAGMA user_version").fetchone()[0]
        is_new = execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if application == 0 and is_new:
            execute("BEGIN IMMEDIATE")
            execute(_SCHEMA)
            execute(f"PRAGMA application_id = {_APPLICATION}")
            execute(f"PRAGMA user_version = {_VERSION}")
            execute("COMMIT")
        elif application != _APPLICATION:
            raise JournalFailed(f"{self._path} is no Boxoffice journal")
        elif version > _VERSION:
            raise JournalFailed(f"{self._path} was written by a newer version of Boxoffice")
        else:
            # A journal that can be read but not written would fail at the till.
            execute("BEGIN IMMEDIATE")
            execute(f"PRAGMA user_version = {_VERSION}")
            execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise JournalFailed(f"cannot use {self._path}: {reason}") from error


def _intent(row: tuple[str, int, str, str, str, str, str, str, str, str, str]) -> Intent:
    (address, order_id, external_id, key, kind, amount, tendered, currency, reference, operator,
     begun_at) = row  # fmt: skip
    payment = Payment(
        PaymentKind(kind),
        Money(Decimal(amount), currency),
        Money(Decimal(tendered), currency),
        reference,
    )
    return Intent(
        address, OrderId(order_id), external_id, key, payment, operator,
        datetime.fromisoformat(begun_at),
    )  # fmt: skip
