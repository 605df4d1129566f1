"""A journal of an earlier version is brought up to date in place; what is open stays open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.sold_order import Fate, RecordedEvent
from boxoffice.journal import schema
from boxoffice.journal.intents import Intent, Journal, JournalFailed, Outcome
from boxoffice.journal.record import OrderRecord

HERE = "https://here.example/connect"
_VERSION_1 = """
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
_ROWS = [
    ("BX-1", "cash", "64.00", "70.00", "EUR", "", "2026-09-01T12:01:00+00:00", "open"),
    ("BX-2", "card", "1200", "1200", "JPY", "T-4711", "2026-09-01T12:02:00+00:00", "sold"),
    ("BX-3", "card", "12.50", "12.50", "EUR", "T-4712", "2026-09-01T12:03:00+00:00", "not sold"),
]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as version 1 wrote it."""
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        made.execute(_VERSION_1)
        made.execute("PRAGMA application_id = 1115180874")
        made.execute("PRAGMA user_version = 1")
        for number, (name, *paid, begun, outcome) in enumerate(_ROWS, 1):
            row = (name, HERE, number, f"key-{number}", *paid, "Anna", begun, outcome)
            made.execute(f"INSERT INTO intents VALUES ({', '.join('?' * 12)})", row)
    return path


def look(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def test_open_and_settled_intents_are_kept(old: Path) -> None:
    journal = Journal(old)
    cash = Payment(PaymentKind.CASH, Money.of("64.00", "EUR"), Money.of("70.00", "EUR"))
    begun = datetime(2026, 9, 1, 12, 1, tzinfo=UTC)
    first = Intent(HERE, OrderId(1), "BX-1", "key-1", (cash,), "Anna", begun)
    assert journal.open_intents(HERE) == (first,)
    last = journal.last_sold(HERE)
    assert last is not None
    yen = Money.of(1200, "JPY")
    assert last.payments == (Payment(PaymentKind.CARD, yen, yen, "T-4711"),)
    assert (last.customer_id, last.exchange_of) == (None, None)
    journal.settle("BX-1", Outcome.SOLD)
    journal.close()
    again = Journal(old)
    assert again.open_intents(HERE) == ()
    again.close()
    assert look(old, "PRAGMA user_version") == [(schema.VERSION,)]
    outcomes = look(old, "SELECT external_id, outcome FROM intents ORDER BY external_id")
    assert outcomes == [("BX-1", "sold"), ("BX-2", "sold"), ("BX-3", "not sold")]
    tables = look(old, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    assert tables == [("holds",), ("intents",)]


def test_a_file_that_cannot_be_brought_up_to_date_stays_as_it_was(old: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as made:
        made.execute("UPDATE intents SET kind = 'shells' WHERE external_id = 'BX-3'")
    before = old.read_bytes()
    with pytest.raises(JournalFailed, match=str(old)):
        Journal(old)
    assert look(old, "PRAGMA user_version") == [(1,)]
    assert look(old, "SELECT count(*) FROM intents WHERE kind <> ''") == [(3,)]
    assert old.read_bytes() == before


_RECORD_OF_1 = """
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    order_id INTEGER NOT NULL,
    external_id TEXT NOT NULL,
    sold_at TEXT NOT NULL,
    events TEXT NOT NULL,
    buyer TEXT NOT NULL,
    total TEXT NOT NULL,
    currency TEXT NOT NULL,
    payments TEXT NOT NULL,
    fate TEXT NOT NULL,
    UNIQUE (address, order_id)
) STRICT;
CREATE TABLE seats (
    of_order INTEGER NOT NULL REFERENCES orders (id),
    event_id INTEGER NOT NULL,
    seat_id INTEGER NOT NULL,
    area TEXT NOT NULL,
    row TEXT NOT NULL,
    number TEXT NOT NULL,
    barcode TEXT NOT NULL
) STRICT;
CREATE INDEX seats_by_place ON seats (event_id, seat_id);
CREATE INDEX seats_by_barcode ON seats (barcode);
CREATE INDEX seats_by_order ON seats (of_order);
PRAGMA application_id = 1115181669;
PRAGMA user_version = 1;
"""


def test_a_record_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "orders.sqlite"
    spelled = "HTTPS://Here.Example/connect/"
    row = (
        1,
        spelled,
        41,
        "BX-1",
        "2026-09-01T12:01:00+00:00",
        '["Faust"]',
        "Ada",
        "64.00",
        "EUR",
        "[]",
        "sold",
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        made.executescript(_RECORD_OF_1)
        made.execute(f"INSERT INTO orders VALUES ({', '.join('?' * 11)})", row)
        made.execute("INSERT INTO seats VALUES (1, 1, 7, 'Stalls', 'B', '7', 'CODE')")
    record = OrderRecord(path)
    [order] = record.find(HERE, "code")
    assert (order.order_id, order.seats[0].number, order.printed_at) == (41, "7", None)
    assert (order.events, order.operator, order.returned) == ((RecordedEvent("Faust"),), "", ())
    # A server that was made anew gives the number again: both orders are there.
    record.add(replace(order, external_id="BX-2", buyer="Bob"))
    assert [found.buyer for found in record.find(HERE, "41")] == ["Bob", "Ada"]
    record.set_fate(HERE, OrderId(41), Fate.CANCELLED)
    assert [found.fate for found in record.find(HERE, "41")] == [Fate.CANCELLED, Fate.SOLD]
    record.close()
    assert look(path, "PRAGMA foreign_key_check") == []
    OrderRecord(path).close()


def test_a_newer_file_is_left_alone(old: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as made:
        made.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = old.read_bytes()
    with pytest.raises(JournalFailed, match="newer version"):
        Journal(old)
    assert old.read_bytes() == before
