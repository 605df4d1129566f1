"""How the program's own log looks, and what never gets into it.

What others log below a warning tells whole values: results of calls with a token or an order in
them, addresses with what was searched for, statements with their parameters. So the level that is
asked for is that of our own lines, and those of others appear from a warning on, whatever it is.
Errors are told by where they happened and what kind they are; in whose words they may quote what
they failed on, only the kind is written.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

OURS = "boxoffice"
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# With PYTHONASYNCIODEBUG they warn of slow calls, and tell their results.
_TALKATIVE = ("asyncio", "qasync")
_FILE_BYTES, _FILES = 1_000_000, 4  # the one that is written, and those before it
_log = logging.getLogger(OURS)
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def set_up(level: int) -> None:
    """Lets our lines of this level and above appear on standard error, others' from a warning on,
    and errors that nobody catches among them. Once for each process."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Discreet(_FORMAT))
    handler.addFilter(_Capped())
    root = logging.getLogger()
    others = [each for each in root.handlers if not isinstance(each.formatter, _Discreet)]
    root.handlers[:] = [*others, handler]
    root.setLevel(max(level, logging.WARNING))
    _log.setLevel(level)
    _hear_of_uncaught()


@contextmanager
def kept_in(path: Path) -> Iterator[None]:
    """Keeps the log in a file too, our lines from 'info' on, so that there is something to look
    into on the day after. A file of a megabyte is put aside as `NAME.1`, and so on to `NAME.3`.

    One process alone may keep a log in one file. A disk that is full costs lines, never a sale.

    Raises:
        OSError: the file cannot be written.
    """
    handler = _LogFile(path, maxBytes=_FILE_BYTES, backupCount=_FILES - 1, encoding="utf-8")
    handler.setFormatter(_Discreet(_FORMAT))
    handler.addFilter(_Capped())
    root, asked = logging.getLogger(), _log.level
    said = [(each, each.level) for each in root.handlers]
    for each, least in said:  # on standard error stands what was asked for, and no more
        each.setLevel(max(least, asked))
    root.addHandler(handler)
    _log.setLevel(min(asked, logging.INFO))
    try:
        yield
    finally:
        _log.setLevel(asked)
        root.removeHandler(handler)
        with suppress(OSError):
            handler.close()
        for each, least in said:
            each.setLevel(least)


def level() -> int:
    """The level of our lines, to set up a process that we start."""
    return _log.getEffectiveLevel()


def described(error: BaseException) -> str:
    """What kind of error it is, and its words where they are ours or the system's."""
    kind = type(error).__name__
    return f"{kind}: {error}" if _is_discreet(error) else kind


class _LogFile(RotatingFileHandler):
    """A log for its owner alone, of which lines may be lost without a word."""

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        file = FileIO(os.open(self.baseFilename, flags, 0o600), "w")
        return TextIOWrapper(file, self.encoding, write_through=True)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - its name is logging's
        pass


class _Capped(logging.Filter):
    """Leaves out what others log below a warning, whatever level they have set for themselves."""

    def filter(self, record: logging.LogRecord) -> bool:
        whose = record.name.partition(".")[0]
        least = logging.ERROR if whose in _TALKATIVE else logging.WARNING
        return whose == OURS or record.levelno >= least


class _Discreet(logging.Formatter):
    """Tells of an error where it happened and what kind it is."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - its name is logging's
        return "\n".join(_told(ei[1], set())) if ei[1] is not None else ""


def _told(error: BaseException, seen: set[int]) -> list[str]:
    """The lines of an error, those of its cause before them."""
    seen.add(id(error))
    lines: list[str] = []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        lines += [*_told(before, seen), "which led to:"]
    frames = traceback.extract_tb(error.__traceback__)
    lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    lines.append(described(error))
    if isinstance(error, BaseExceptionGroup):
        lines += [line for each in error.exceptions for line in _told(each, seen)]
    return lines


def _is_discreet(error: BaseException) -> bool:
    """Whether its words quote no data: what we raise, and what the system says of files."""
    module = type(error).__module__
    return module.partition(".")[0] == OURS or isinstance(error, OSError)


def _hear_of_uncaught() -> None:
    def of_program(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            _log.critical("nobody caught this", exc_info=(kind, error, trace))

    def of_thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and told.exc_type is not SystemExit:
            of_program(told.exc_type, told.exc_value, told.exc_traceback)

    def of_the_end(told: sys.UnraisableHookArgs) -> None:
        if told.exc_value is not None:
            of_program(told.exc_type, told.exc_value, told.exc_traceback)

    sys.excepthook = of_program
    threading.excepthook = of_thread
    sys.unraisablehook = of_the_end
