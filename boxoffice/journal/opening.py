"""How a file of this workstation is opened, and in which way it can fail."""

from __future__ import annotations

import errno
import os
import sqlite3
from enum import Enum
from pathlib import Path
from typing import Self

from boxoffice import private_files

IN_MEMORY = Path(":memory:")


class Trouble(Enum):
    """What is wrong with a file."""

    DAMAGED = "damaged"
    NOT_OURS = "not ours"
    NEWER = "newer"
    LOCKED = "locked"
    DISK_FULL = "disk full"
    NOT_WRITABLE = "not writable"
    NO_FOLDER = "no folder"  # where its folder should be, something else is
    OTHER = "other"


class FileFailed(Exception):
    """A file cannot be read or written; the text is one line that says why.

    Attributes:
        path: the file, where it is one.
        trouble: what is wrong with it.
    """

    def __init__(
        self, text: str, path: Path | None = None, trouble: Trouble = Trouble.OTHER
    ) -> None:
        super().__init__(text)
        self.path = path
        self.trouble = trouble

    @classmethod
    def of(cls, path: Path, error: Exception) -> Self:
        """What an error of the system or of SQLite says of the file."""
        reason = getattr(error, "strerror", None) or str(error)
        return cls(f"cannot use {path}: {reason}", path, _trouble_of(error))


# By the last byte of SQLite's codes.
_CODES = {
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_FULL: Trouble.DISK_FULL,
    sqlite3.SQLITE_READONLY: Trouble.NOT_WRITABLE,
    sqlite3.SQLITE_PERM: Trouble.NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: Trouble.NOT_WRITABLE,
}
_NUMBERS = {
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.EACCES: Trouble.NOT_WRITABLE,
    errno.EPERM: Trouble.NOT_WRITABLE,
    errno.EROFS: Trouble.NOT_WRITABLE,
    errno.EISDIR: Trouble.NOT_WRITABLE,
    errno.ENOTDIR: Trouble.NO_FOLDER,
    errno.EEXIST: Trouble.NO_FOLDER,
}


def _trouble_of(error: BaseException) -> Trouble:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None) or 0
        return _CODES.get(code & 0xFF, Trouble.OTHER)
    if isinstance(error, OSError):
        return _NUMBERS.get(error.errno or 0, Trouble.OTHER)
    return Trouble.OTHER


def connect(path: Path) -> sqlite3.Connection:
    """Opens a file that holds the data of people, made where it is missing; any thread may use it.

    Raises:
        OSError, sqlite3.Error: it cannot be.
    """
    if path != IN_MEMORY:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        private_files.make_folder(path.parent)
        private_files.create(path)
    connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
    connection.isolation_level = None
    return connection
