"""Orders on their way: written down before the request that sells them leaves.

Guarantees: what `begin` returned from is on the disk; nothing is ever overwritten but the outcome.
No credential and no card number is kept here.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

from boxoffice.domain.ids import CustomerId, EventId, OrderId, Place, SeatId
from boxoffice.domain.payment import Payment
from boxoffice.journal.opening import connect
from boxoffice.journal.payment_text import payments_of, text_of
from boxoffice.journal.schema import JournalFailed, prepare

__all__ = ["Intent", "Journal", "JournalFailed", "Outcome"]


class Outcome(Enum):
    OPEN = "open"
    SOLD = "sold"
    NOT_SOLD = "not sold"


@dataclass(frozen=True, slots=True)
class Intent:
    """That an order is being sold on a server: enough to ask it again after a crash.

    Attributes:
        payments: they add up to what the buyer pays; negative where money goes back.
        exchange_of: the order whose seats these replace.
        gives_back: the seats of that order that go back once these are sold.
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


class Journal:
    """The journal of this workstation. Its methods block; any thread may call them.

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
        row = (
            intent.external_id, intent.address, intent.order_id, intent.key,
            text_of(intent.payments), intent.customer_id, intent.exchange_of, intent.operator,
            intent.begun_at.isoformat(), json.dumps(intent.gives_back),
        )  # fmt: skip
        marks = ", ".join("?" * len(row))
        with self._told(), self._lock:
            self._connection.execute(
                "INSERT INTO intents (external_id, address, order_id, key, payments, customer_id,"  # noqa: S608
                f" exchange_of, operator, begun_at, gives_back) VALUES ({marks})", row,
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
                "SELECT address, order_id, external_id, key, payments, operator, begun_at,"  # noqa: S608
                f" customer_id, exchange_of, gives_back FROM intents WHERE {condition}", (address,),
            ).fetchall()  # fmt: skip
            return tuple(_intent(row) for row in rows)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, ValueError, ArithmeticError) as error:
            raise JournalFailed.of(self._path, error) from error


def _intent(
    row: tuple[str, int, str, str, str, str, str, int | None, int | None, str],
) -> Intent:
    (address, order_id, external_id, key, payments, operator, begun_at, customer, exchange,
     gives_back) = row  # fmt: skip
    return Intent(
        address, OrderId(order_id), external_id, key, payments_of(payments), operator,
        datetime.fromisoformat(begun_at),
        None if customer is None else CustomerId(customer),
        None if exchange is None else OrderId(exchange),
        tuple(Place(EventId(event), SeatId(seat)) for event, seat in json.loads(gives_back)),
    )  # fmt: skip
