"""A loss of power, for the SQLite files of a process: what was not flushed is gone.

A killed process loses nothing that it wrote: the system still has it. So beside the real files a
shadow of each is kept, as it would be found after a loss of power in the worst case:

* a file's content there is its content at the last flush (`xSync`) of it, whole;
* a file that was never flushed is not there;
* a file that was removed is gone there only where its folder was flushed after it (`xDelete` with
  its `syncDir`); else it is still there, and a rollback journal that is still there takes the
  transaction back that it belongs to.

This is seen from SQLite's own side, by a VFS that does all that the system's does, and looks at
`xOpen`, `xSync` and `xDelete`; the program is as it is. After a kill, `cut` puts the shadow in the
place of the files.

What it does not show: files with a write-ahead log (the program has none), single sectors that
reach the disk before their flush (SQLite's journal has checksums for them), disks that lie about a
flush, and any file that is not written by SQLite. Of PostgreSQL nothing is lost here: its log is
its own promise, and `test_power.py` holds the service to leave it alone.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Sequence
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_void_p, cast
from pathlib import Path
from typing import Any

_Open = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_Delete = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_Sync = CFUNCTYPE(c_int, c_void_p, c_int)


class _Methods(Structure):
    """`sqlite3_io_methods` of version 3."""

    _fields_ = (
        ("version", c_int),
        *((name, c_void_p) for name in ("close", "read", "write", "truncate", "sync")),
        *((f"other_{number}", c_void_p) for number in range(13)),
    )


class _Vfs(Structure):
    """`sqlite3_vfs` of version 3."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
        *((f"other_{number}", c_void_p) for number in range(14)),
    )


class _File(Structure):
    """`sqlite3_file`: the rest of it is the VFS' own."""

    _fields_ = (("methods", POINTER(_Methods)),)


class NoShadow(Exception):
    """This Python's SQLite cannot be looked at; the text says why."""


_FILE = re.compile(r"\.sqlite(-journal)?$")
_kept: list[Any] = []  # what SQLite points to must live as long as the process


class _Shadow:
    """Keeps the shadow of a folder's files."""

    def __init__(self, folder: Path, shadow: Path, system: _Vfs) -> None:
        self._folder = folder.resolve()
        self._shadow = shadow
        self._open = cast(system.open, _Open)
        self._delete = cast(system.delete, _Delete)
        self._paths: dict[int, Path] = {}
        self._tables: dict[int, tuple[_Methods, Any, Any]] = {}

    def opened(self, vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        result = int(self._open(vfs, name, file, flags, out))
        if result == 0 and name:
            path = Path(os.fsdecode(ctypes.string_at(name)))
            if path.parent.resolve() == self._folder:
                self._paths[file] = path
                self._look_at(file)
        return result

    def _look_at(self, file: int) -> None:
        """From now on the file's flushes are seen."""
        held = cast(file, POINTER(_File)).contents
        if not held.methods:
            return
        theirs = ctypes.addressof(held.methods.contents)
        if theirs not in self._tables:
            ours = _Methods.from_buffer_copy(held.methods.contents)
            sync = cast(ours.sync, _Sync)
            seen = _Sync(lambda at, how: self._synced(sync, at, how))
            ours.sync = cast(seen, c_void_p).value
            self._tables[theirs] = ours, sync, seen
        held.methods = ctypes.pointer(self._tables[theirs][0])

    def _synced(self, sync: Any, file: int, flags: int) -> int:
        result = int(sync(file, flags))
        if result == 0 and file in self._paths:
            self.keep(self._paths[file])
        return result

    def deleted(self, vfs: int, name: int, is_flushed: int) -> int:
        result = int(self._delete(vfs, name, is_flushed))
        path = Path(os.fsdecode(ctypes.string_at(name)))
        if result == 0 and is_flushed and path.parent.resolve() == self._folder:
            (self._shadow / path.name).unlink(missing_ok=True)
        return result

    def keep(self, path: Path) -> None:
        """The file as it is now is on the disk."""
        unfinished = self._shadow / f"{path.name}.new"
        shutil.copy(path, unfinished)
        unfinished.replace(self._shadow / path.name)


def watch(folder: Path, shadow: Path) -> None:
    """From now on the shadow of the folder's SQLite files is kept.

    A new shadow begins with what is there now; one that an earlier process kept goes on, as what
    that one had not flushed is not flushed by its end.

    Raises:
        NoShadow: this Python's SQLite cannot be looked at.
    """
    library = ctypes.CDLL(_sqlite3.__file__)
    try:
        find, register = library.sqlite3_vfs_find, library.sqlite3_vfs_register
    except AttributeError as error:
        raise NoShadow("this Python's SQLite shows none of its functions") from error
    find.restype, find.argtypes = POINTER(_Vfs), (c_char_p,)
    system = find(None).contents
    if system.version < 3:
        raise NoShadow(f"SQLite has a VFS of version {system.version}")
    kept = _Shadow(folder, shadow, system)
    if not shadow.exists():
        shadow.mkdir(parents=True)
        for path in _files(folder):
            kept.keep(path)
    ours = _Vfs.from_buffer_copy(system)
    opened, deleted = _Open(kept.opened), _Delete(kept.deleted)
    ours.next, ours.name = None, b"shadow"
    ours.open, ours.delete = cast(opened, c_void_p).value, cast(deleted, c_void_p).value
    _kept.append((kept, ours, opened, deleted))
    if register(byref(ours), 1) != 0:
        raise NoShadow("SQLite takes no other VFS")


def why_not() -> str:
    """Why no shadow can be kept here, empty where one can."""
    library = ctypes.CDLL(_sqlite3.__file__)
    has_it = hasattr(library, "sqlite3_vfs_find")
    return "" if has_it else "this Python's SQLite shows none of its functions"


def cut(folder: Path, shadow: Path) -> None:
    """The power is gone: the folder's SQLite files are what was flushed of them."""
    for path in _files(folder):
        path.unlink()
    for path in _files(shadow):
        shutil.copy(path, folder / path.name)


def _files(folder: Path) -> list[Path]:
    """The SQLite files in a folder, and what belongs to each."""
    return [path for path in folder.iterdir() if _FILE.search(path.name)] if folder.exists() else []


def main(words: Sequence[str]) -> int:
    """The program, with a shadow of one folder: FOLDER SHADOW [--careless] and its own words."""
    watch(Path(words[0]), Path(words[1]))
    from boxoffice.cli.main import main as boxoffice

    if words[2] == "--careless":
        _be_careless()
    return boxoffice([word for word in words[2:] if word != "--careless"])


def _be_careless() -> None:
    """A bug that is put in: the service does not flush what it commits."""
    from boxoffice.service.data import sqlite

    careful = sqlite._set_up

    def set_up(connection: sqlite3.Connection, entry: Any) -> None:
        careful(connection, entry)
        connection.execute("PRAGMA synchronous = OFF")

    setattr(sqlite, careful.__name__, set_up)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
