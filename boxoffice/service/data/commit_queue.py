"""Several sales with one commit: SQLite's takes longer than the sale, as it waits for the disk.

Sales take turns at the one connection, each within a savepoint of its own. Who finishes while the
next one waits leaves the transaction open to it, and is answered when the last of them has
committed: nothing is acknowledged that is not on the disk, and nothing is read that is not either.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from boxoffice.service.errors import Refusal

_MOST_TOGETHER = 32


class _Batch:
    """Sales that are committed together, or not at all."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.size = 0
        self._transaction = connection.begin()
        self._ended = threading.Event()
        self._error: BaseException | None = None

    def commit(self) -> None:
        self._end(None)

    def give_up(self, error: BaseException) -> None:
        self._end(error)

    def _end(self, error: BaseException | None) -> None:
        try:
            if error is None:
                self._transaction.commit()
        except DBAPIError as failed:
            error = failed
        finally:
            self._error = error
            try:
                self.connection.close()  # rolls back what is not committed
            finally:
                self._ended.set()

    def wait(self) -> None:
        """Raises: Refusal: 503, it was not committed."""
        self._ended.wait()
        if self._error is not None:
            raise Refusal(503, "the data cannot be written now") from self._error


@contextmanager
def _savepoint(connection: Connection) -> Iterator[None]:
    """What the block does is undone where it fails. By hand, as it is done for every sale."""
    connection.exec_driver_sql("SAVEPOINT sale")
    try:
        yield
    except BaseException:
        connection.exec_driver_sql("ROLLBACK TO sale")
        connection.exec_driver_sql("RELEASE sale")
        raise
    connection.exec_driver_sql("RELEASE sale")


class Turns:
    """Whose turn it is at the one connection of an engine.

    Args:
        begin: opens a transaction of the kind that is asked for on a connection of the engine.
    """

    def __init__(self, engine: Engine, begin: Callable[[Connection, str], None]) -> None:
        self._engine = engine
        self._begin = begin
        self._turn = threading.Lock()
        self._counting = threading.Lock()
        self._waiting = 0
        self._batch: _Batch | None = None

    @contextmanager
    def alone(self, access: str) -> Iterator[Connection]:
        """A transaction of its own, committed when the block is left."""
        with self._taken():
            self._commit()
            with self._engine.connect() as connection, connection.begin():
                self._begin(connection, access)
                yield connection

    @contextmanager
    def together(self, access: str) -> Iterator[Connection]:
        """A part of a transaction, which is committed before the block is left.

        Raises:
            Refusal: 503, it could not be committed.
        """
        with self._taken():
            batch = self._batch
            if batch is None:
                batch = self._begun(access)
                self._batch = batch
            try:
                with _savepoint(batch.connection):
                    yield batch.connection
            except DBAPIError as error:
                # SQLite may have rolled back more than the savepoint, but for a broken rule.
                if not isinstance(error, IntegrityError):
                    self._batch = None
                    batch.give_up(error)
                raise
            else:
                batch.size += 1
            finally:
                if self._batch is not None and (batch.size >= _MOST_TOGETHER or not self._waiting):
                    self._commit()
        batch.wait()

    def _begun(self, access: str) -> _Batch:
        connection = self._engine.connect()
        try:
            batch = _Batch(connection)
            self._begin(connection, access)
        except BaseException:
            connection.close()
            raise
        return batch

    @contextmanager
    def _taken(self) -> Iterator[None]:
        with self._counting:
            self._waiting += 1
        with self._turn:
            with self._counting:
                self._waiting -= 1
            yield

    def _commit(self) -> None:
        batch, self._batch = self._batch, None
        if batch is not None:
            batch.commit()
