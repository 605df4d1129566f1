"""What a printing child is asked, and why it may not be done, as plain values."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from boxoffice.printing.documents import Block, Summary

BEGUN = "begun"  # what the child says before something may come out of the printer


class Why(StrEnum):
    """Why there is no paper, or no file."""

    NO_PRINTER = "no printer"
    NOT_BEGUN = "not begun"  # the printer does not take it
    NOT_FINISHED = "not finished"
    REFUSED = "refused"  # the print system does not take the job; `words` are its own
    CUT = "cut"
    DISK_FULL = "disk full"
    NOT_ALLOWED = "not allowed"
    NO_FOLDER = "no folder"
    OTHER = "other"


class PaperFailed(Exception):
    """Nothing was printed or saved; `words` is what the system says of it, where it does."""

    def __init__(self, why: Why, words: str = "") -> None:
        super().__init__(f"{why}: {words}" if words else str(why))
        self.why = why
        self.words = words


def why_of(error: OSError) -> Why:
    """What kind of fault a disk or folder has."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Why.DISK_FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Why.NOT_ALLOWED
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Why.NO_FOLDER
    return Why.OTHER


def values_of(summary: Summary) -> dict[str, Any]:
    """The summary as values that JSON has."""
    return asdict(summary)


def summary_from(values: Mapping[str, Any]) -> Summary:
    """The summary again.

    Raises:
        TypeError, KeyError: it is not a job.
    """
    block = [Block(**{**one, "rows": _table(one["rows"])}) for one in values["blocks"]]
    words, number = values["total"]
    pairs = {name: tuple((a, b) for a, b in values[name]) for name in ("sums", "paid")}
    columns = tuple(values["columns"])
    made = {"blocks": tuple(block), "total": (words, number), "columns": columns}
    return Summary(**{**values, **pairs, **made})


def _table(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in rows)
