"""The database: opened, checked to be ours, and read or written in whole transactions.

Guarantees: a write sees the newest state and is alone (BEGIN IMMEDIATE); what was committed is on
the disk (rollback journal with synchronous=EXTRA); a file that is not ours is never changed, and
one of an older version is brought up to this one when it is opened.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from boxoffice.service import schema
from boxoffice.service.errors import Refusal, ServiceError
from boxoffice.service.upgrade import upgrade

_APPLICATION = 0x42784F66  # 'BxOf', in the header of the file
_VERSION = 3
_BUSY_SECONDS = 15.0
_STAMP = "stamp"
_MOST_NAMED = 500
T = TypeVar("T")


class NotOurData(ServiceError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no Boxoffice data file; it was left as it is")


class NewerData(ServiceError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was written by a newer version of Boxoffice")


class CannotOpen(ServiceError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"cannot use {path}: {reason}")


class Store:
    """The data of one service.

    Args:
        path: the data file, made where it is missing or empty; a temporary one where it is None.

    Raises:
        NotOurData, NewerData, CannotOpen: one line that names the file.
    """

    def __init__(self, path: Path | None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="boxoffice-") if path is None else None
        self.path = (
            path
            if path is not None
            else Path(self._folder.name if self._folder else "") / "data.sqlite"
        )
        version = _check(self.path)
        self.is_new = version == 0
        self._engine = _engine(self.path)
        if version < _VERSION:
            self._prepare(version)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent picture of the data."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only writer; everything or nothing is kept.

        Raises:
            Refusal: the data are too busy, or the disk is full: nothing was changed.
        """
        try:
            with (
                self._engine.connect().execution_options(writes=True) as connection,
                connection.begin(),
            ):
                yield connection
        except OperationalError as error:
            raise Refusal(503, f"the data cannot be written now: {error.orig}") from error

    def venue_keys(self) -> frozenset[str]:
        """The keys of the venues that the data hold already."""
        with self.reading() as connection:
            found = connection.execute(select(schema.locations.c.external_id)).scalars()
            return frozenset(found)

    def close(self) -> None:
        self._engine.dispose()
        if self._folder is not None:
            self._folder.cleanup()

    def _prepare(self, version: int) -> None:
        """Makes the tables, or brings those of an older version up to this one: all or nothing."""
        try:
            with self.writing() as connection:
                schema.metadata.create_all(connection)
                if version == 0:
                    connection.execute(schema.counters.insert(), {"name": _STAMP, "value": 1})
                else:
                    upgrade(connection, version)
                connection.exec_driver_sql(f"PRAGMA user_version = {_VERSION}")
                connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")
        except Refusal as error:
            raise CannotOpen(self.path, error.reason) from error


def next_stamp(connection: Connection) -> int:
    """A number above all given before; only a writer may ask."""
    raised = (
        update(schema.counters)
        .where(schema.counters.c.name == _STAMP)
        .values(value=schema.counters.c.value + 1)
        .returning(schema.counters.c.value)
    )
    return int(connection.execute(raised).scalar_one())


def next_marker(connection: Connection) -> int:
    """What a reader asks with next: above every change it can see, and no higher than any to come.

    Both hold because a writer is alone, and its stamps are committed together with its changes.
    """
    query = select(schema.counters.c.value).where(schema.counters.c.name == _STAMP)
    return int(connection.execute(query).scalar_one()) + 1


def parts_of(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in parts that one question to the database can name."""
    for start in range(0, len(values), _MOST_NAMED):
        yield values[start : start + _MOST_NAMED]


def _check(path: Path) -> int:
    """The version that wrote the file, 0 where it is to be made; looks without changing it.

    Raises:
        NotOurData, NewerData, CannotOpen: it is none of ours, or cannot be read.
    """
    try:
        if path.is_dir():
            raise CannotOpen(path, "it is a folder")
        if not path.exists():
            with path.open("xb"):
                return 0
        if path.stat().st_size == 0:
            return 0
        with path.open("r+b") as file:
            header = file.read(100)
    except OSError as error:
        raise CannotOpen(path, error.strerror or str(error)) from error
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise NotOurData(path)
    # The database header's own fields: user version at 60, application id at 68, big-endian.
    if int.from_bytes(header[68:72], "big") != _APPLICATION:
        raise NotOurData(path)
    version = int.from_bytes(header[60:64], "big")
    if version > _VERSION:
        raise NewerData(path)
    return version


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=32,
        connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions begin where we say
    for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
