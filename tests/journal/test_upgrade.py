"""A journal of an earlier version is brought up to date in place; what is open stays open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.payment import Payment, PaymentKind
from boxoffice.journal import schema
from boxoffice.journal.intents import Intent, Journal, JournalFailed, Outcome

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


def test_a_newer_file_is_left_alone(old: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as made:
        made.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = old.read_bytes()
    with pytest.raises(JournalFailed, match="newer version"):
        Journal(old)
    assert old.read_bytes() == before
