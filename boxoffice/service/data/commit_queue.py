"""Group commit for SQLite, where a commit waits for the disk and takes longer than the sale.

Sales use the one connection in turn, each within a savepoint of its own. A sale that finishes while
another one waits leaves the transaction open for it, and is answered when the last of them has
committed: nothing is acknowledged, and nothing is read, before it is on the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from boxoffice.service.errors import Refusal

_MOST_TOGETHER = 32


class _SharedTransaction:
    """The transaction of several sales, which are committed together or not at all."""

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
        """Waits for the end of the transaction.

        Raises:
            Refusal: 503, it was not committed.
        """
        self._ended.wait()
        if self._error is not None:
            raise Refusal(503, "the data cannot be written now") from self._error


@contextmanager
def _savepoint(connection: Connection) -> Iterator[None]:
    """Undoes what the block did if it fails. Written by hand for its speed: every sale has one."""
    connection.exec_driver_sql("SAVEPOINT sale")
    try:
        yield
    except BaseException:
        connection.exec_driver_sql("ROLLBACK TO sale")
        connection.exec_driver_sql("RELEASE sale")
        raise
    connection.exec_driver_sql("RELEASE sale")


class CommitQueue:
    """The queue for the one connection of an engine.

    Args:
        begin: opens a transaction of the access that it is given, on the connection.
    """

    def __init__(self, engine: Engine, begin: Callable[[Connection, str], None]) -> None:
        self._engine = engine
        self._begin = begin
        self._turn = threading.Lock()
        self._counting = threading.Lock()
        self._waiting = 0
        self._shared: _SharedTransaction | None = None

    @contextmanager
    def alone(self, access: str) -> Iterator[Connection]:
        """A transaction of its own, committed when the block is left."""
        with self._its_turn():
            self._commit()
            with self._engine.connect() as connection, connection.begin():
                self._begin(connection, access)
                yield connection

    @contextmanager
    def together(self, access: str) -> Iterator[Connection]:
        """A part of a shared transaction, which is committed before the block is left.

        Raises:
            Refusal: 503, it could not be committed.
        """
        with self._its_turn():
            shared = self._shared
            if shared is None:
                shared = self._shared = self._begin_shared(access)
            try:
                with _savepoint(shared.connection):
                    yield shared.connection
            except DBAPIError as error:
                # But for a broken constraint, SQLite may have rolled back more than the savepoint.
                if not isinstance(error, IntegrityError):
                    self._shared = None
                    shared.give_up(error)
                raise
            else:
                shared.size += 1
            finally:
                is_full = shared.size >= _MOST_TOGETHER
                if self._shared is not None and (is_full or not self._waiting):
                    self._commit()
        shared.wait()

    def _begin_shared(self, access: str) -> _SharedTransaction:
        connection = self._engine.connect()
        try:
            shared = _SharedTransaction(connection)
            self._begin(connection, access)
        except BaseException:
            connection.close()
            raise
        return shared

    @contextmanager
    def _its_turn(self) -> Iterator[None]:
        with self._counting:
            self._waiting += 1
        with self._turn:
            with self._counting:
                self._waiting -= 1
            yield

    def _commit(self) -> None:
        shared, self._shared = self._shared, None
        if shared is not None:
            shared.commit()
