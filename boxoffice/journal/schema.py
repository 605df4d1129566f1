"""The journal's file: how it is made, and how one of an earlier version is brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from boxoffice.domain.address import canonical_address
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.journal.opening import FileFailed, Trouble
from boxoffice.journal.payment_text import text_of

_APPLICATION = 0x42784F4A  # 'BxOJ'
VERSION = 3
_INTENTS_OF_2 = """
CREATE TABLE intents (
    external_id TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    order_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    payments TEXT NOT NULL,
    customer_id INTEGER,
    exchange_of INTEGER,
    gives_back TEXT NOT NULL DEFAULT '[]',
    operator TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'open'
) STRICT
"""
# What the order was when its intent was written, and whether the clerk saw what became of it.
_ADDED_BY_3 = (
    "created_at TEXT",
    "total TEXT",
    "currency TEXT",
    "places TEXT NOT NULL DEFAULT '[]'",
    "is_told INTEGER NOT NULL DEFAULT 0",
)
_HOLDS = """
CREATE TABLE holds (
    key TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT
"""


class JournalFailed(FileFailed):
    """The journal cannot be read or written; the text is one line that says why."""


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Makes the tables in a new file, or brings an older file up to date: all of it or nothing.

    Raises:
        JournalFailed: the file is not ours, of a version that came later, or damaged.
        sqlite3.Error: it cannot be read or written.
    """
    execute = connection.execute
    # One writer, and what is acknowledged survives a loss of power.
    execute("PRAGMA journal_mode = DELETE")
    execute("PRAGMA synchronous = EXTRA")
    _check(connection, path)
    found = execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        words = f"{path} is damaged: {' '.join(found.split())}"
        raise JournalFailed(words, path, Trouble.DAMAGED)
    # A journal that can be read but not written would fail at the till: so it is written, always.
    execute("BEGIN IMMEDIATE")
    try:
        version = _check(connection, path)
        if version == 0:
            execute(_INTENTS_OF_2)
            execute(f"PRAGMA application_id = {_APPLICATION}")
        for old in range(version or 2, VERSION):
            _UPGRADES[old](connection)
        execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        execute("ROLLBACK")
        raise
    execute("COMMIT")


def _check(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the file; 0 for an empty one.

    Raises:
        JournalFailed: it is not for us.
    """
    execute = connection.execute
    application = execute("PRAGMA application_id").fetchone()[0]
    version = int(execute("PRAGMA user_version").fetchone()[0])
    if application == 0 and execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        return 0
    if application != _APPLICATION or version < 1:
        raise JournalFailed(f"{path} is no Boxoffice journal", path, Trouble.NOT_OURS)
    if version > VERSION:
        words = f"{path} was written by a newer version of Boxoffice"
        raise JournalFailed(words, path, Trouble.NEWER)
    return version


def _to_2(connection: sqlite3.Connection) -> None:
    """An intent had one payment, in columns of its own."""
    connection.execute("ALTER TABLE intents RENAME TO intents_of_1")
    connection.execute(_INTENTS_OF_2)
    old = connection.execute(
        "SELECT kind, amount, tendered, currency, reference, external_id, address, order_id, key,"
        " operator, begun_at, outcome FROM intents_of_1"
    ).fetchall()
    for kind, amount, tendered, currency, reference, *rest in old:
        paid = Payment(
            PaymentKind(kind), Money.of(amount, currency), Money.of(tendered, currency), reference
        )
        connection.execute(
            "INSERT INTO intents (payments, external_id, address, order_id, key, operator,"
            " begun_at, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (text_of((paid,)), *rest),
        )
    connection.execute("DROP TABLE intents_of_1")


def _to_3(connection: sqlite3.Connection) -> None:
    """An address had the spelling of its day; orders that were put together were not kept."""
    for column in _ADDED_BY_3:
        connection.execute(f"ALTER TABLE intents ADD COLUMN {column}")
    connection.execute("UPDATE intents SET is_told = 1 WHERE outcome <> 'open'")
    for [address] in connection.execute("SELECT DISTINCT address FROM intents").fetchall():
        connection.execute(
            "UPDATE intents SET address = ? WHERE address = ?",
            (canonical_address(address), address),
        )
    connection.execute(_HOLDS)


_UPGRADES: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _to_2, 2: _to_3}
