"""The data of the service: opened, brought up to date, and read or written in whole transactions.

Guarantees: what was committed survives a crash. A reader sees one moment of the data. A writer does
everything or nothing, and two writers never both get what only one can have. Foreign data are never
changed, and data of an older version are migrated when they are opened.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnection

from boxoffice.service.data import schema
from boxoffice.service.data.clock import Clock
from boxoffice.service.data.database import (
    ALONE,
    READ,
    SHARE,
    CannotOpen,
    Collision,
    Database,
    NewerData,
    NotOurData,
)
from boxoffice.service.data.migrations import HEAD
from boxoffice.service.data.sqlite import SqliteFile
from boxoffice.service.errors import Refusal

__all__ = ["CannotOpen", "Collision", "NewerData", "NotOurData", "Store"]

_STAMP = "stamp"
_MOST_PARAMETERS = 500
_HIGHEST = select(schema.counters.c.value).where(schema.counters.c.name == _STAMP)
_RAISED = (
    update(schema.counters)
    .where(schema.counters.c.name == _STAMP)
    .values(value=schema.counters.c.value + 1)
    .returning(schema.counters.c.value)
)
# Alembic keeps its context in globals of the process, so migrations go one at a time.
_MIGRATING = threading.Lock()
T = TypeVar("T")


class Store:
    """The data of one service.

    Args:
        where: a data file, which is made if it is missing or empty; None for a temporary one; or
            the address of a database server.

    Raises:
        NotOurData, NewerData, CannotOpen: one line that names the file or database.
    """

    def __init__(self, where: Path | str | None) -> None:
        self._database = _database(where)
        try:
            revision = self._database.revision()
            self.is_new = revision == ""
            if revision != HEAD:
                self._migrate()
            self.clock = Clock()
            self.set_clock()
        except BaseException:
            self._database.close()
            raise

    @property
    def is_shared(self) -> bool:
        """Whether several processes may serve the data."""
        return self._database.is_shared

    @property
    def reads_at_once(self) -> int:
        """How many readers the database serves well at a time."""
        return self._database.reads_at_once

    @property
    def changes_at_once(self) -> int:
        """How many writers the database serves well at a time."""
        return self._database.changes_at_once

    @property
    def name(self) -> str:
        """The file or the database, for messages."""
        return self._database.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads one moment of the data.

        Raises:
            Refusal: 503, the data cannot be reached.
        """
        with self._transaction(READ) as connection:
            yield connection

    @contextmanager
    def selling(self) -> Iterator[Connection]:
        """A writer beside others, which locks what it changes; commits everything or nothing.

        Raises:
            Refusal: 503, the data are too busy, cannot be reached, or the disk is full.
            Collision: another writer was in the way, and the transaction has to be repeated.
        """
        with self._transaction(SHARE) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only writer; commits everything or nothing.

        Raises:
            Refusal: 503, as `selling`.
        """
        with self._transaction(ALONE) as connection:
            yield connection

    @contextmanager
    def _transaction(self, access: str) -> Iterator[Connection]:
        try:
            with self._database.transaction(access) as connection:
                yield connection
        except NoConnection as error:
            raise Refusal(503, "too many requests are waiting for the data") from error
        except DBAPIError as error:
            if self._database.is_collision(error) or isinstance(error, IntegrityError):
                raise Collision(str(error.orig)) from error
            if isinstance(error, OperationalError) or error.connection_invalidated:
                what = "read" if access == READ else "written"
                raise Refusal(503, f"the data cannot be {what} now") from error
            raise

    def set_clock(self) -> None:
        """Sets the clock by that of the database, which all processes share."""
        with self.reading() as connection:
            self.clock.set(self._database.seconds(connection))

    def venue_keys(self) -> frozenset[str]:
        """The keys of the venues in the data."""
        with self.reading() as connection:
            found = connection.execute(select(schema.locations.c.external_id)).scalars()
            return frozenset(found)

    def close(self) -> None:
        self._database.close()

    def _migrate(self) -> None:
        """Creates the tables, or migrates those of an older version: all or nothing."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", "boxoffice.service.data:migrations")
        try:
            with _MIGRATING, self.writing() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                self._database.mark(connection)
                if connection.execute(_HIGHEST).first() is None:
                    connection.execute(schema.counters.insert(), {"name": _STAMP, "value": 1})
        except Refusal as refusal:
            cause = refusal.__cause__
            reason = getattr(cause, "orig", None) or refusal.reason
            raise CannotOpen(self.name, str(reason).splitlines()[0]) from refusal
        except SQLAlchemyError as error:
            reason = getattr(error, "orig", None) or error
            raise CannotOpen(self.name, str(reason).splitlines()[0]) from error


def open_existing(data: Path | None, database: str | None) -> Store:
    """Opens data that a service made; unlike the service it makes no new file.

    Raises:
        ServiceError: one line that names the file or database.
    """
    if database is None and (data is None or not data.exists()):
        raise CannotOpen(data, "there is no such file; 'boxoffice serve --data FILE' makes it")
    return Store(database or data)


def may_be_shared(where: Path | str | None) -> bool:
    """Whether several processes may serve such data; they need not be there."""
    return _kind(where).is_shared


def _database(where: Path | str | None) -> Database:
    return _kind(where)(where)


def _kind(where: Path | str | None) -> type[Database]:
    """Which database it is, by its address: this is the only place that chooses."""
    if isinstance(where, str):
        from boxoffice.service.data.postgresql import PostgresqlDatabase

        return PostgresqlDatabase
    return SqliteFile


def next_stamp(connection: Connection) -> int:
    """A stamp above all earlier ones.

    No other transaction gets one before this one has ended, so readers see stamps in their order
    and skip none. It is therefore the last thing that a transaction asks for: it holds all its
    other locks already, and ends soon.
    """
    return int(connection.execute(_RAISED).scalar_one())


def next_marker(connection: Connection) -> int:
    """The marker that a reader asks with next: above the stamps of all changes that it can see, and
    no higher than that of any change to come.

    Both hold because stamps are committed in their order, together with their changes.
    """
    return int(connection.execute(_HIGHEST).scalar_one()) + 1


def parts_of(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in parts, each short enough for the parameters of one query."""
    for start in range(0, len(values), _MOST_PARAMETERS):
        yield values[start : start + _MOST_PARAMETERS]
