"""A venue of one process: a SQLite file.

What was committed is on the disk: the file has a rollback journal, which is sound with several
connections in every version of SQLite, and synchronous=EXTRA. The journal's file is kept, since
making it anew takes longer than the rest of a commit. A writer is alone from its beginning (BEGIN
IMMEDIATE). The process has one connection, which transactions use in turn; sales are committed
together, see `commit_queue.py`.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from boxoffice import private_files
from boxoffice.service.data.commit_queue import CommitQueue
from boxoffice.service.data.database import READ, SHARE, CannotOpen, NewerData, NotOurData
from boxoffice.service.data.migrations import HEAD

_APPLICATION = 0x42784F66  # 'BxOf', in the header of the file
_BUSY_SECONDS = 15.0
_MOST_JOURNAL = 4_000_000  # bytes that are kept of the journal
# The version in the header: 1 to 3 before there were migrations, then 3 + the migration's number.
_BEFORE_MIGRATIONS = 3


class SqliteFile:
    """The database in the file `path`, or in a temporary one, removed at the end, if it is None.

    Raises:
        NotOurData, NewerData, CannotOpen: one line that names the file.
    """

    is_shared = False
    reads_at_once = changes_at_once = 40

    def __init__(self, path: Path | None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="boxoffice-") if path is None else None
        self.path = path or Path(self._folder.name if self._folder else "") / "data.sqlite"
        self.name = str(self.path)
        self._version = version_of(self.path)
        private_files.close(self.path)
        self.engine = create_engine(
            f"sqlite:///{self.path}",
            hide_parameters=True,  # an error in a log shows no data
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            pool_timeout=_BUSY_SECONDS,
            connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
        )
        event.listen(self.engine, "connect", _set_up)
        self._queue = CommitQueue(self.engine, _begin)

    def revision(self) -> str:
        steps = self._version - _BEFORE_MIGRATIONS
        return f"{steps:04}" if steps > 0 else ""

    def transaction(self, access: str) -> AbstractContextManager[Connection]:
        if access == SHARE:
            return self._queue.together(access)
        return self._queue.alone(access)

    def mark(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA user_version = {_BEFORE_MIGRATIONS + int(HEAD)}")
        connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")

    def seconds(self, connection: Connection) -> float:  # noqa: ARG002 - this machine's is the only one
        return time.time()

    def is_collision(self, error: BaseException) -> bool:  # noqa: ARG002 - writers are alone
        return False

    def close(self) -> None:
        self.engine.dispose()
        if self._folder is not None:
            self._folder.cleanup()


def version_of(path: Path) -> int:
    """The version in the file's header, 0 for a missing or an empty file. A missing file is made,
    and no other is changed.

    Raises:
        NotOurData, NewerData, CannotOpen: it holds no data of ours, or cannot be read.
    """
    try:
        if path.is_dir():
            raise CannotOpen(path, "it is a folder")
        if not path.exists():
            private_files.create(path)
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
    if version > _BEFORE_MIGRATIONS + int(HEAD):
        raise NewerData(path)
    return version


def _set_up(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # no transaction begins by itself
    for pragma in (
        "journal_mode = PERSIST",
        f"journal_size_limit = {_MOST_JOURNAL}",
        "synchronous = EXTRA",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection, access: str) -> None:
    connection.exec_driver_sql("BEGIN" if access == READ else "BEGIN IMMEDIATE")
