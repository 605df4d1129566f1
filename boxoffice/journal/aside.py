"""A file that cannot be used is put aside, so that a new one can be begun; it is kept."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

_BESIDE = ("-journal", "-wal", "-shm")


def put_aside(path: Path, now: datetime) -> Path:
    """Renames the file, and what SQLite laid beside it, by the day and the time; returns where it
    is. Nothing is ever overwritten.

    Raises:
        OSError: it cannot be; the file itself is where it was.
    """
    stem = f"{path.stem}.{now:%Y-%m-%d-%H%M%S}"
    aside = path.with_name(f"{stem}{path.suffix}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{stem}-{count}{path.suffix}")
    moved: list[str] = []
    try:
        # What lies beside it first: SQLite would play it back into the new file.
        for end in _BESIDE:
            with contextlib.suppress(FileNotFoundError):
                path.with_name(path.name + end).rename(aside.with_name(aside.name + end))
                moved.append(end)
        path.rename(aside)
    except OSError:
        for end in moved:  # without it the file is not whole
            aside.with_name(aside.name + end).rename(path.with_name(path.name + end))
        raise
    return aside
