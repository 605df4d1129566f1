"""Backup and restore of a data file, also while the service runs on it.

A backup is one moment of the data. A restore puts that moment in place of the present one, in one
step that either happens or does not. Beside the moment it keeps three things of the present: who
may ask (a token that was revoked stays so), the audit trail, and that no order's number is given
out twice. Every stamp is moved on, so that whoever polls gets everything anew.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from boxoffice import private_files
from boxoffice.service.data import schema
from boxoffice.service.data.database import CannotOpen
from boxoffice.service.data.sqlite import version_of
from boxoffice.service.data.status import CANCELLED
from boxoffice.service.data.store import Store

_WAIT = 30.0  # seconds for whoever is writing
_STAMPED = [table.name for table in schema.metadata.sorted_tables if "stamp" in table.c]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore came to: how many orders were begun after the backup, and are gone."""

    orders_lost: int


def back_up(data: Path, file: Path) -> int:
    """Writes one moment of the data to a new file, and returns its size in bytes.

    Raises:
        NotOurData, NewerData, CannotOpen: one line; nothing is left behind.
    """
    if not data.is_file():
        raise CannotOpen(data, "there is no such file")
    version_of(data)
    if file.exists():
        raise CannotOpen(file, "it is there already")
    part = file.with_name(file.name + ".part")
    try:
        private_files.create(part)
        with _opened(data) as source, _opened(part) as target:
            source.backup(target)
            _require_sound(target, part)
        part.replace(file)
    except (sqlite3.Error, OSError) as error:
        raise CannotOpen(file, str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return file.stat().st_size


def restore(file: Path, data: Path) -> Restored:
    """Makes the data what the backup says; a service that runs on them waits meanwhile.

    Args:
        data: made where they are missing.

    Raises:
        NotOurData, NewerData, CannotOpen: one line; the data are as they were.
    """
    if not file.is_file() or not file.stat().st_size:
        raise CannotOpen(file, "there is no such backup")
    version_of(file)
    private_files.close(file)
    Store(data).close()  # made where it is missing, brought up to date where it is older
    with tempfile.TemporaryDirectory(dir=data.parent, prefix=".restore-") as folder:
        copy = Path(folder) / "data.sqlite"
        try:
            private_files.create(copy)
            with _opened(file) as source, _opened(copy) as target:
                source.backup(target)
                _require_sound(target, file)
            Store(copy).close()
            with _locked(data) as live:
                lost = _carry_over(copy, live)
                with _opened(copy) as source:
                    source.backup(live)
        except (sqlite3.Error, OSError) as error:
            raise CannotOpen(file, str(error)) from error
    return lost


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, timeout=_WAIT, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = EXTRA")
        yield connection


@contextmanager
def _locked(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that keeps everybody else out, between its transactions as well."""
    with _opened(path) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        yield connection


def _require_sound(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise CannotOpen(path, "it is damaged")


def _carry_over(copy: Path, live: sqlite3.Connection) -> Restored:
    """Takes over from the present what a restore keeps of it, and moves the stamps on."""
    stamp = _one(live, "SELECT value FROM counters") + 1
    credentials = live.execute("SELECT id, digest, name, created, revoked FROM credentials")
    rows = credentials.fetchall()
    with _opened(copy) as target:
        stamp = max(stamp, _one(target, "SELECT value FROM counters") + 1)
        last_line = _one(target, "SELECT coalesce(max(id), 0) FROM audit")
        lines = live.execute("SELECT * FROM audit WHERE id > ?", (last_line,)).fetchall()
        last_order = _one(target, "SELECT coalesce(max(id), 0) FROM orders")
        newest = _one(live, "SELECT coalesce(max(id), 0) FROM orders")
        target.execute("BEGIN IMMEDIATE")
        for id_, digest, name, created, revoked in rows:
            target.execute(
                "UPDATE credentials SET name = name || ' (' || id || ')', digest = NULL"
                " WHERE id != ? AND (name = ? OR digest = ?)",
                (id_, name, digest),
            )
            target.execute(
                "INSERT INTO credentials (id, digest, name, created, revoked)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET digest = excluded.digest,"
                " name = excluded.name, created = excluded.created, revoked = excluded.revoked",
                (id_, digest, name, created, revoked),
            )
        for line in lines:
            target.execute(f"INSERT INTO audit VALUES ({', '.join('?' * len(line))})", line)  # noqa: S608
        if newest > last_order and rows:
            target.execute(
                "INSERT INTO orders (id, credential_id, status, refunded) VALUES (?, ?, ?, '0.00')",
                (newest, rows[0][0], CANCELLED),
            )
        for table in _STAMPED:
            target.execute(f"UPDATE {table} SET stamp = ?", (stamp,))  # noqa: S608
        target.execute("UPDATE locations SET plan_stamp = ?", (stamp,))
        target.execute("UPDATE counters SET value = ?", (stamp,))
        target.execute(
            "INSERT INTO audit (at, counter, clerk, what) VALUES (?, '', '', 'restored')",
            (time.time(),),
        )
        target.execute("COMMIT")
    lost = "SELECT count(*) FROM orders WHERE id > ?"
    return Restored(int(live.execute(lost, (last_order,)).fetchone()[0]))


def _one(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
