"""Files that only their owner may read: whatever holds the data of people, or a secret.

A file is made with its mode, never changed to it afterwards, whatever the umask lets others do. One
that an earlier version left open to others is closed when it is opened. What SQLite lays beside a
database (`-journal`, `-wal`, `-shm`) gets the mode of the database from SQLite itself.

On Windows all of this does nothing: there a file inherits who may read it from its folder, and
those of a user's profile are that user's own.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

_IS_POSIX = os.name == "posix"
_OTHERS = 0o077
_BESIDE = ("-journal", "-wal", "-shm")


def make_folder(folder: Path) -> None:
    """Makes the folder, and those above it, for their owner alone; one that is there is left as it
    is, as it may be shared on purpose.

    Raises:
        OSError: it cannot be.
    """
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        if folder == folder.parent:
            break
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def claim_folder(folder: Path, *patterns: str) -> None:
    """Makes a folder of the program's own, or closes it to others, and the files in it that match.

    Somebody else's folder, one that everybody uses, the home of the user and what is above it are
    left as they are: they were named by mistake, or there is no better place. The files are closed
    all the same.

    Raises:
        OSError: it cannot be made.
    """
    make_folder(folder)
    if not _IS_POSIX:
        return
    if not _is_shared(folder):
        _close(folder)
    for pattern in patterns:
        for path in folder.glob(pattern):
            close(path)


def create(path: Path) -> None:
    """Makes an empty file, or closes the one that is there to others, with what SQLite laid beside.

    Raises:
        OSError: it can be neither.
    """
    path = path.resolve()
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        close(path)


def close(path: Path) -> None:
    """Closes a file to others, with what SQLite laid beside it; one of somebody else's is left."""
    path = path.resolve()
    for each in (path, *(path.with_name(path.name + end) for end in _BESIDE)):
        _close(each)


def write(path: Path, content: bytes) -> None:
    """Puts the content in place of what the file held: whole, or not at all.

    Raises:
        OSError: it cannot be; the file is as it was.
    """
    path = path.resolve()  # a link stays one
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".new", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise


def _close(path: Path) -> None:
    """Takes from a file or folder what others may do with it."""
    if not _IS_POSIX:
        return
    with contextlib.suppress(OSError):  # it is not there, or not ours to change
        found = path.lstat()
        is_plain = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
        if is_plain and found.st_uid == os.geteuid() and found.st_mode & _OTHERS:
            path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)


def _is_shared(folder: Path) -> bool:
    found = folder.stat()
    is_ours = found.st_uid == os.geteuid() and not found.st_mode & stat.S_ISVTX
    home = Path(os.path.expanduser("~")).resolve()  # noqa: PTH111 - Path.home raises where there is none
    return not is_ours or folder.resolve() in (home, *home.parents)
