"""A venue of many processes: a PostgreSQL database, which decides every conflict.

A reader sees one moment (REPEATABLE READ). Sales run beside each other and lock what they change,
all in the same order: the order first, then its seats by event and seat, the stamp last. An import
is alone: it takes exclusively the advisory lock that every sale takes shared.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import psycopg
from psycopg.types.numeric import Int8Dumper
from sqlalchemy import Connection, create_engine, event, inspect, make_url, select, text
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    NoSuchModuleError,
    OperationalError,
    ResourceClosedError,
    SQLAlchemyError,
)
from sqlalchemy.pool import ConnectionPoolEntry

from boxoffice.service.data.database import ALONE, READ, SHARE, CannotOpen, NewerData, NotOurData
from boxoffice.service.data.migrations import HEAD

_READS, _SALES = 4, 2
_BESIDE = 2  # connections more, for the sweeper and for /healthz
_GATE = 0x42784F66  # the advisory lock between sales and imports
# No statement of ours takes as long: one that does is stuck, and its request is refused with 503.
_LIMITS = "-c statement_timeout=20s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
# Every query goes by a key: one plan is good for all its values, and planning it again each time
# takes longer than running it.
_PLANS = "-c plan_cache_mode=force_generic_plan"
_LONGEST = 300  # seconds that a connection is kept: its plans go by the size that tables had
_OURS = {"alembic_version", "event_seats", "orders"}
# serialization_failure, deadlock_detected
_COLLISIONS = {"40001", "40P01"}


class PostgresqlDatabase:
    """The database at a `postgresql://` address. Its password may stand in the address, in
    PGPASSWORD or in the password file of libpq.

    Raises:
        CannotOpen: the address makes no sense.
    """

    is_shared = True
    reads_at_once, changes_at_once = _READS, _SALES

    def __init__(self, address: str) -> None:
        try:
            url = make_url(address).set(drivername="postgresql+psycopg")
        except (ArgumentError, NoSuchModuleError, ValueError) as error:
            raise CannotOpen("the database", "its address is none") from error
        self.name = url.set(drivername="postgresql").render_as_string(hide_password=True)
        self.engine = create_engine(
            url,
            hide_parameters=True,  # an error in a log shows no data
            pool_size=_READS + _SALES,
            max_overflow=_BESIDE,
            pool_timeout=10,
            pool_use_lifo=True,
            pool_recycle=_LONGEST,
            isolation_level="AUTOCOMMIT",  # no transaction begins by itself
            connect_args={
                "options": f"{_LIMITS} {_PLANS}",
                "connect_timeout": 10,
                "application_name": "boxoffice",
            },
        )
        event.listen(self.engine, "connect", _set_up)

    def revision(self) -> str:
        try:
            with self.engine.connect() as connection:
                there = set(inspect(connection).get_table_names())
                if not there:
                    return ""
                if not there >= _OURS:
                    raise NotOurData(self.name)
                query = select(text("version_num")).select_from(text("alembic_version"))
                found = str(connection.execute(query).scalar_one())
        except SQLAlchemyError as error:
            raise CannotOpen(self.name, _first_line(error)) from error
        if found > HEAD:
            raise NewerData(self.name)
        return found

    @contextmanager
    def transaction(self, access: str) -> Iterator[Connection]:
        with self.engine.connect() as connection, connection.begin():
            _begin(connection, access)
            try:
                yield connection
            except BaseException:
                _give_up(connection)
                raise

    def mark(self, connection: Connection) -> None:
        """Does nothing: the table of the migrations marks it."""

    def seconds(self, connection: Connection) -> float:
        query = "SELECT extract(epoch FROM clock_timestamp())"
        return float(connection.exec_driver_sql(query).scalar_one())

    def is_collision(self, error: BaseException) -> bool:
        code = getattr(getattr(error, "orig", None), "sqlstate", None)
        return isinstance(error, DBAPIError) and code in _COLLISIONS

    def close(self) -> None:
        self.engine.dispose()


def _set_up(connection: psycopg.Connection, _: ConnectionPoolEntry) -> None:
    # psycopg chooses an integer's type by its size; with larger ids a statement would be prepared
    # once more.
    connection.adapters.register_dumper(int, Int8Dumper)


_LOCK = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock"
_BEGINS = {
    READ: "BEGIN ISOLATION LEVEL REPEATABLE READ",
    SHARE: f"{_LOCK}_shared({_GATE})",
    ALONE: f"{_LOCK}({_GATE})",
}


def _begin(connection: Connection, access: str) -> None:
    driver = cast(psycopg.Connection, connection.connection.driver_connection)
    begins = _BEGINS[access]
    try:
        driver.execute(begins, prepare=False)  # both statements in one message
    except psycopg.Error as error:
        connection.invalidate(error)
        raise OperationalError(begins, None, error, connection_invalidated=True) from error


def _give_up(connection: Connection) -> None:
    """Rolls back without psycopg's own method, which also forgets the prepared statements, since it
    cannot know whether tables were made in between. Every refused sale ends with a rollback, so
    statements would hardly ever stay prepared."""
    with contextlib.suppress(psycopg.Error, ResourceClosedError):
        driver = cast(psycopg.Connection, connection.connection.driver_connection)
        driver.pgconn.exec_(b"ROLLBACK")


def _first_line(error: SQLAlchemyError) -> str:
    text = str(getattr(error, "orig", None) or error).strip()
    return text.splitlines()[0] if text else type(error).__name__
