"""Backup and restore of a data file, also while the service runs on it.

A backup is one moment of the data. A restore puts that moment in place of the present one,
atomically. Three things of the present are kept: the credentials (a revoked token stays revoked),
the audit trail, and the numbers of orders, none of which is given out twice. All stamps are raised,
so that every client that polls reads everything anew.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boxoffice import private_files
from boxoffice.service.data import schema
from boxoffice.service.data.database import CannotOpen
from boxoffice.service.data.sqlite import version_of
from boxoffice.service.data.status import CANCELLED
from boxoffice.service.data.store import Store
from boxoffice.service.errors import ServiceError

# A database server has its own tools; so far there is only one kind of server.
_OWN_TOOLS = {"backup": "pg_dump", "restore": "pg_restore"}
_WAIT = 30.0  # seconds for a writer to finish
_STAMPED = [table.name for table in schema.metadata.sorted_tables if "stamp" in table.c]


class HasOwnTools(ServiceError):
    """A database server is backed up and restored by its own tools.

    Args:
        command: 'backup' or 'restore'.
    """

    def __init__(self, command: str) -> None:
        super().__init__(f"PostgreSQL has tools of its own: use {_OWN_TOOLS[command]}")


@dataclass(frozen=True, slots=True)
class Restored:
    """The result of a restore: how many orders were begun after the backup, and are lost."""

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
    """Puts the backup in place of the data; a service that runs on them waits meanwhile.

    Args:
        data: the file, which is made if it is missing.

    Raises:
        NotOurData, NewerData, CannotOpen: one line; the data are as they were.
    """
    if not file.is_file() or not file.stat().st_size:
        raise CannotOpen(file, "there is no such backup")
    version_of(file)
    private_files.close(file)
    Store(data).close()  # made if it is missing, migrated if it is older
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
    """A connection that keeps all others out, between its transactions too."""
    with _opened(path) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        yield connection


def _require_sound(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise CannotOpen(path, "it is damaged")


def _carry_over(copy: Path, live: sqlite3.Connection) -> Restored:
    """Copies what a restore keeps of the present into the restored data, and raises the stamps."""
    credentials = live.execute("SELECT id, digest, name, created, revoked FROM credentials")
    rows = credentials.fetchall()
    with _opened(copy) as target:
        stamp = 1 + max(_one(data, "SELECT value FROM counters") for data in (live, target))
        last_line = _one(target, "SELECT coalesce(max(id), 0) FROM audit")
        lines = live.execute("SELECT * FROM audit WHERE id > ?", (last_line,)).fetchall()
        last_order = _one(target, "SELECT coalesce(max(id), 0) FROM orders")
        newest = _one(live, "SELECT coalesce(max(id), 0) FROM orders")
        target.execute("BEGIN IMMEDIATE")
        for row in rows:
            _carry_credential(target, row)
        for line in lines:
            target.execute(f"INSERT INTO audit VALUES ({', '.join('?' * len(line))})", line)  # noqa: S608
        if newest > last_order and rows:
            # The newest order's number is used up; the next one counts on from it.
            target.execute(
                "INSERT INTO orders (id, credential_id, status, refunded) VALUES (?, ?, ?, '0.00')",
                (newest, rows[0][0], CANCELLED),
            )
        _raise_stamps(target, stamp)
        target.execute(
            "INSERT INTO audit (at, counter, clerk, what) VALUES (?, '', '', 'restored')",
            (time.time(),),
        )
        target.execute("COMMIT")
    lost = "SELECT count(*) FROM orders WHERE id > ?"
    return Restored(int(live.execute(lost, (last_order,)).fetchone()[0]))


def _carry_credential(target: sqlite3.Connection, row: tuple[Any, ...]) -> None:
    """Puts a present credential in place of a restored one with its id; another one that has its
    name or digest gives them up."""
    id_, digest, name, _, _ = row
    target.execute(
        "UPDATE credentials SET name = name || ' (' || id || ')', digest = NULL"
        " WHERE id != ? AND (name = ? OR digest = ?)",
        (id_, name, digest),
    )
    target.execute(
        "INSERT INTO credentials (id, digest, name, created, revoked)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET digest = excluded.digest,"
        " name = excluded.name, created = excluded.created, revoked = excluded.revoked",
        row,
    )


def _raise_stamps(target: sqlite3.Connection, stamp: int) -> None:
    for table in _STAMPED:
        target.execute(f"UPDATE {table} SET stamp = ?", (stamp,))  # noqa: S608
    target.execute("UPDATE locations SET plan_stamp = ?", (stamp,))
    target.execute("UPDATE counters SET value = ?", (stamp,))


def _one(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
