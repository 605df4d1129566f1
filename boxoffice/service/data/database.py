"""What the store needs of a database, which `sqlite.py` and `postgresql.py` implement."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, Final, Protocol

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
    """The transaction was in another one's way and was rolled back: it has to be repeated."""


class Database(Protocol):
    """A database that holds our tables, or is still empty.

    Attributes:
        name: for messages, without a password.
        is_shared: whether several processes may serve it at once.
        reads_at_once, changes_at_once: how many transactions one process does well at a time.
            All changes wait for the next stamp in the end, so more of them only wait longer.

    Args:
        where: the file or the address.

    Raises:
        NotOurData, NewerData, CannotOpen: one line that names it.
    """

    name: str
    engine: Engine
    is_shared: bool
    reads_at_once: int
    changes_at_once: int

    def __init__(self, where: Any) -> None: ...

    def revision(self) -> str:
        """The migration that its tables are at, empty where it has no tables; changes nothing.

        Raises:
            NotOurData, NewerData, CannotOpen: one line that names it.
        """

    def transaction(self, access: str) -> AbstractContextManager[Connection]:
        """A transaction that reads (READ), writes beside other writers (SHARE) or writes alone
        (ALONE). It is durably committed when its block is left without an error."""

    def mark(self, connection: Connection) -> None:
        """Marks it as ours, in the transaction that migrates its tables."""

    def seconds(self, connection: Connection) -> float:
        """The time that all its processes share, in seconds since 1970."""

    def is_collision(self, error: BaseException) -> bool:
        """Whether a transaction failed only because of another one."""

    def close(self) -> None:
        """Closes its connections; a temporary one is removed."""
