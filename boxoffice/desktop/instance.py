"""One window for each journal: a lock that ends with its process, and a way to wake its owner.

The lock is the system's own, on a file beside the journal: a process that was killed leaves nothing
that has to be taken for stale. What the file holds is how to reach the owner: an address on this
machine, and a key that only its user can read.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import logging
import os
import secrets
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

from boxoffice import private_files

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_log = logging.getLogger(__name__)
_LOOK = 0.05  # seconds between looks for an owner that is just coming or going
_ANSWER = 1.0  # seconds that an owner which hears us may take before we look again
_MOST_BYTES = 4096
_RAISED = b"raised\n"
# What the desktop gives a program that is started, so that its window may come to the front.
_ACTIVATION = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


class OpenAlready(Exception):
    """Another process has the journal, and showed its window."""


class NotAnswering(Exception):
    """Another process has the journal, and does not answer. `pid` is 0 where it is not known."""

    def __init__(self, path: Path, pid: int) -> None:
        who = f" (process {pid})" if pid else ""
        super().__init__(f"Boxoffice is open already{who}, but does not answer: {path}")
        self.path = path
        self.pid = pid


@dataclass(frozen=True, slots=True)
class _Way:
    """How to reach the owner: a path, or a port of this machine."""

    pid: int
    path: str
    port: int
    key: str = field(repr=False)

    @classmethod
    def read(cls, lock: Path) -> _Way | None:
        """What the lock's file holds; None where its owner is coming or going."""
        try:
            found = json.loads(lock.read_bytes())
            return cls(int(found["pid"]), str(found["path"]), int(found["port"]), found["key"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def connect(self, seconds: float) -> socket.socket:
        """Raises OSError where nobody is there."""
        if not self.path:
            return socket.create_connection(("127.0.0.1", self.port), seconds)
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(seconds)
        try:
            made.connect(self.path)
        except BaseException:
            made.close()
            raise
        return made


class Instance:
    """That this process has the journal, until `release`.

    Args:
        path: the lock's file; its folder is made.
        patience: seconds that another process may take to show its window.

    Raises:
        OpenAlready: another process has it, and its window is up.
        NotAnswering: another process has it, and its window is not.
        OSError: the file cannot be made.
    """

    def __init__(self, path: Path, patience: float = 10.0) -> None:
        self._path = path
        self._ear: _Ear | None = None
        private_files.make_folder(path.parent)
        private_files.create(path)
        self._file = os.open(path, os.O_RDWR)
        try:
            self._take(time.monotonic() + patience)
        except BaseException:
            os.close(self._file)
            raise

    def listen(self, raise_window: Callable[[str], bool]) -> None:
        """Hears of others from now on, in this thread's event loop; where that cannot be, they are
        told that nobody answers.

        Args:
            raise_window: brings the window up, with the token that the desktop gave the other
                process, or an empty text; False where it cannot, and the other is to wait.
        """
        before = _Way.read(self._path)
        if before is not None and before.path:  # of one that was killed
            shutil.rmtree(Path(before.path).parent, ignore_errors=True)
        try:
            self._ear = _Ear(raise_window)
            self._write(self._ear.way)
        except OSError as error:
            _log.warning("a second start will not find this window: %s", error)

    def release(self) -> None:
        """Lets the next process have the journal."""
        if self._ear is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._file, 0)
            self._ear.close()
        os.close(self._file)

    def _take(self, ends: float) -> None:
        """Has the lock, or the owner's answer."""
        pid = 0
        while not _lock(self._file):
            if way := _Way.read(self._path):
                pid = way.pid
                if _ask(way, min(_ANSWER, max(0.1, ends - time.monotonic()))):
                    raise OpenAlready
            if time.monotonic() > ends:
                raise NotAnswering(self._path, pid)
            time.sleep(_LOOK)

    def _write(self, way: _Way) -> None:
        told = {"pid": way.pid, "path": way.path, "port": way.port, "key": way.key}
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, json.dumps(told).encode())


class _Ear(QObject):
    """Hears of other processes.

    Raises:
        OSError: it cannot listen.
    """

    def __init__(self, raise_window: Callable[[str], bool]) -> None:
        super().__init__()
        self._raise_window = raise_window
        self._calls: dict[socket.socket, tuple[QSocketNotifier, bytearray]] = {}
        self._socket, path = _listening()
        self._socket.setblocking(False)
        port = 0 if path else self._socket.getsockname()[1]
        self.way = _Way(os.getpid(), path, port, secrets.token_hex(32))
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._accept)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._socket.close()
        for call in list(self._calls):
            self._end(call)
        if self.way.path:
            shutil.rmtree(Path(self.way.path).parent, ignore_errors=True)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # the asking program is gone again
            call, _ = self._socket.accept()
            call.setblocking(False)
            notifier = QSocketNotifier(call.fileno(), QSocketNotifier.Type.Read, self)
            self._calls[call] = (notifier, bytearray())
            notifier.activated.connect(lambda: self._hear(call))

    def _hear(self, call: socket.socket) -> None:
        _, heard = self._calls[call]
        try:
            more = call.recv(_MOST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            more = b""
        heard += more
        if not more or len(heard) > _MOST_BYTES:
            self._end(call)
        elif heard.endswith(b"\n"):
            self._answer(call, heard.decode(errors="replace").strip())
            self._end(call)

    def _answer(self, call: socket.socket, said: str) -> None:
        key, _, token = said.partition(" ")
        is_ours = hmac.compare_digest(key.encode(), self.way.key.encode())
        if is_ours and self._raise_window(token):
            with contextlib.suppress(OSError):
                call.send(_RAISED)

    def _end(self, call: socket.socket) -> None:
        notifier, _ = self._calls.pop(call)
        notifier.setEnabled(False)
        notifier.deleteLater()
        call.close()


def _listening() -> tuple[socket.socket, str]:
    """A socket that only this user reaches, and its path; a port of this machine where the system
    has no such sockets, or the way to the temporary files is too long for one: the key alone keeps
    others out there.

    Raises:
        OSError: there is none to be had.
    """
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            return _at_a_path()
    return socket.create_server(("127.0.0.1", 0)), ""


def _at_a_path() -> tuple[socket.socket, str]:
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    folder = Path(tempfile.mkdtemp(prefix="boxoffice-"))
    try:
        os.fchmod(made.fileno(), 0o600)
        made.bind(str(folder / "up"))
        made.listen()
    except BaseException:
        made.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return made, str(folder / "up")


def _ask(way: _Way, seconds: float) -> bool:
    """Whether the owner showed its window."""
    token = next((found for name in _ACTIVATION if (found := os.environ.get(name))), "")
    _let_it_come_up(way.pid)
    with contextlib.suppress(OSError), way.connect(seconds) as call:
        call.sendall(f"{way.key} {token}\n".encode())
        return call.recv(len(_RAISED)) == _RAISED
    return False


def _let_it_come_up(pid: int) -> None:
    """Windows lets a window come up only for whom the process in front says it may."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)


def _lock(file: int) -> bool:
    """Whether this process has the lock; the system takes it back when the process ends. Where it
    has none for such a place, everybody has it."""
    try:
        if sys.platform == "win32":
            os.lseek(file, 1 << 30, os.SEEK_SET)  # a byte that nobody reads
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        _log.warning("a second start will not be noticed: %s", error)
    return True
