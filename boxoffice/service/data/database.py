"""What the store asks of a database; `sqlite.py` and `postgresql.py` are the two there are."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Final, Protocol

from sqlalchemy import Connection, Engine

from boxoffice.service.errors import ServiceError

# What a transaction is for.
READ: Final = "read"
SHARE: Final = "share"
ALONE: Final = "alone"


class CannotOpen(ServiceError):
    def __init__(self, name: object, reason: str) -> None:
        super().__init__(f"cannot use {name}: {reason}")


class NotOurData(ServiceError):
    def __init__(self, name: object) -> None:
        super().__init__(f"{name} holds no Boxoffice data; it was left as it is")


class NewerData(ServiceError):
    def __init__(self, name: object) -> None:
        super().__init__(f"{name} was written by a newer version of Boxoffice")


class Collision(Exception):
    """One of two transactions that were in each other's way was given up: to be repeated."""


class Database(Protocol):
    """A database that holds our tables, or may come to.

    Attributes:
        name: for messages; without a password.
        is_shared: several processes may serve it at once.
        reads_at_once, changes_at_once: how many transactions one process does well at a time.
            Changes wait for each other in the end, for the next stamp: more only wait longer.
    """

    name: str
    engine: Engine
    is_shared: bool
    reads_at_once: int
    changes_at_once: int

    def revision(self) -> str:
        """The step of the migrations that its tables stand at, empty where there are none; changes
        nothing.

        Raises:
            NotOurData, NewerData, CannotOpen: one line that names it.
        """

    def transaction(self, access: str) -> AbstractContextManager[Connection]:
        """A transaction to READ, to SHARE the data with other writers, or to be ALONE; what it did
        is there for good once its block was left without an error."""

    def mark(self, connection: Connection) -> None:
        """Marks it as ours, in the transaction that brings its tables up to date."""

    def seconds(self, connection: Connection) -> float:
        """The time that all who share it go by, in seconds since 1970."""

    def is_collision(self, error: BaseException) -> bool:
        """Whether the transaction failed only because of another one."""

    def close(self) -> None:
        """Lets go of it."""
