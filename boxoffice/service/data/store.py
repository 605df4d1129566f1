"""The data of the service: opened, brought up to date, and read or written in whole transactions.

Guarantees: what was committed is there after a crash; a reader sees one moment; a writer does
everything or nothing, and two of them never both get what only one can have; data that are not ours
are never changed, and those of an older version are brought up to this one when they are opened.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Table, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoTurn

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
_MOST_NAMED = 500
_HIGHEST = select(schema.counters.c.value).where(schema.counters.c.name == _STAMP)
_RAISED = (
    update(schema.counters)
    .where(schema.counters.c.name == _STAMP)
    .values(value=schema.counters.c.value + 1)
    .returning(schema.counters.c.value)
)
# Alembic keeps what it works on in globals of the process: one migration at a time.
_MIGRATING = threading.Lock()
T = TypeVar("T")


class Store:
    """The data of one service.

    Args:
        where: a data file, made where it is missing or empty; a temporary one where it is None; or
            the address of a PostgreSQL database.

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
        """How many readers are served well at a time."""
        return self._database.reads_at_once

    @property
    def changes_at_once(self) -> int:
        """How many writers are served well at a time."""
        return self._database.changes_at_once

    @property
    def name(self) -> str:
        """Which data these are, for messages."""
        return self._database.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent picture of the data.

        Raises:
            Refusal: 503, the data cannot be reached.
        """
        with self._transaction(READ) as connection:
            yield connection

    @contextmanager
    def selling(self) -> Iterator[Connection]:
        """A writer beside others; it locks what it changes. Everything or nothing is kept.

        Raises:
            Refusal: 503, the data are too busy, cannot be reached, or the disk is full.
            Collision: another writer was in the way; to be done again.
        """
        with self._transaction(SHARE) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only writer. Everything or nothing is kept.

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
        except NoTurn as error:
            raise Refusal(503, "too many requests are waiting for the data") from error
        except DBAPIError as error:
            if self._database.is_collision(error) or isinstance(error, IntegrityError):
                raise Collision(str(error.orig)) from error
            if isinstance(error, OperationalError) or error.connection_invalidated:
                what = "read" if access == READ else "written"
                raise Refusal(503, f"the data cannot be {what} now") from error
            raise

    def set_clock(self) -> None:
        """Sets the clock by the time that all who share the data go by."""
        with self.reading() as connection:
            self.clock.set(self._database.seconds(connection))

    def venue_keys(self) -> frozenset[str]:
        """The keys of the venues that the data hold already."""
        with self.reading() as connection:
            found = connection.execute(select(schema.locations.c.external_id)).scalars()
            return frozenset(found)

    def close(self) -> None:
        self._database.close()

    def _migrate(self) -> None:
        """Makes the tables, or brings those of an older version up to this one: all or nothing."""
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
            told = getattr(cause, "orig", None) or refusal.reason
            raise CannotOpen(self.name, str(told).splitlines()[0]) from refusal
        except SQLAlchemyError as error:
            told = str(getattr(error, "orig", None) or error)
            raise CannotOpen(self.name, told.splitlines()[0]) from error


def _database(where: Path | str | None) -> Database:
    if isinstance(where, str):
        from boxoffice.service.data.postgresql import PostgresqlDatabase

        return PostgresqlDatabase(where)
    return SqliteFile(where)


def next_stamp(connection: Connection) -> int:
    """A number above all given before. Nobody else gets one before this transaction has ended, so
    that stamps are seen in their order and none is skipped: whoever asks has all other locks
    already, and ends soon."""
    return int(connection.execute(_RAISED).scalar_one())


def next_marker(connection: Connection) -> int:
    """What a reader asks with next: above every change it can see, and no higher than any to come.

    Both hold because stamps are committed in their order, together with their changes.
    """
    return int(connection.execute(_HIGHEST).scalar_one()) + 1


def insert_new(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Puts a row in unless its key is there; waits for whoever is just putting in the same."""
    inserted = _inserted(connection.dialect.name, table)
    return connection.execute(inserted, values).rowcount == 1


@cache
def _inserted(dialect: str, table: Table) -> Executable:
    insert = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    return insert.on_conflict_do_nothing().execution_options(preserve_rowcount=True)


def new_ids(connection: Connection, table: Table, count: int) -> list[int]:
    """Ids for so many new rows; only a writer that is alone may ask."""
    if connection.dialect.name == "postgresql":
        sequence = func.nextval(func.pg_get_serial_sequence(table.name, "id"))
        query = select(sequence).select_from(func.generate_series(1, count))
        return [int(id_) for id_ in connection.execute(query).scalars()]
    last = connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    return list(range(int(last) + 1, int(last) + 1 + count))


def parts_of(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in parts that one question to the database can name."""
    for start in range(0, len(values), _MOST_NAMED):
        yield values[start : start + _MOST_NAMED]
