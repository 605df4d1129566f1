"""One window for each journal: a second start brings the first one's window up."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boxoffice.desktop.instance import Instance, NotAnswering, OpenAlready
from tests import ROOT
from tests.program import playing, prepared, start, what_it_saw
from tests.waiting import PATIENCE

pytestmark = [pytest.mark.gui, pytest.mark.sqlite_only]


@contextmanager
def open_window(
    root: Path, screen: Mapping[str, str] = MappingProxyType({}), **said: str
) -> Iterator[tuple[subprocess.Popen[str], socket.socket]]:
    """The program, its window minimized, and the line by which it is told to end."""
    with socket.create_server(("127.0.0.1", 0)) as gate:
        gate.settimeout(60)
        more = {**said, "port": str(gate.getsockname()[1])}
        with playing("waits", root, more, **screen) as process:
            call, _ = gate.accept()
            with call:
                call.settimeout(60)
                assert call.recv(6) == b"ready\n"
                yield process, call


@contextmanager
def x_display() -> Iterator[str]:
    """A display of the test's own, with a window manager where one is installed."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    started = [server]
    try:
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        if shutil.which("openbox"):
            manager = ["openbox", "--sm-disable"]
            env = {**os.environ, "DISPLAY": display}
            started.append(subprocess.Popen(manager, env=env, stderr=subprocess.DEVNULL))
        yield display
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def lock_of(root: Path, name: str = "journal.lock") -> Path:
    return root / "data" / "boxoffice" / name


def test_a_second_start_brings_the_first_one_s_window_up(tmp_path: Path) -> None:
    root = prepared(tmp_path)
    with open_window(root) as (process, call):
        journal = lock_of(root, "journal.sqlite")
        before = journal.stat().st_mtime_ns
        second = start(root)
        assert second.returncode == 0
        assert "open already" in second.stderr
        assert second.stderr.count("\n") == 1
        assert journal.stat().st_mtime_ns == before
        with pytest.raises(OpenAlready):
            Instance(lock_of(root))
        Instance(lock_of(root, "demo-journal.lock")).release()  # another journal
        call.sendall(b"go\n")
        printed, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, printed
        assert what_it_saw(root, printed) == {"is_up": True}
    Instance(lock_of(root)).release()
    assert list((root / "tmp").glob("boxoffice-*")) == []


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="no X server here")
def test_through_x_it_comes_up_with_the_keyboard(tmp_path: Path) -> None:
    root = prepared(tmp_path)
    with x_display() as display:
        screen = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with open_window(root, screen) as (process, call):
            assert start(root, **screen).returncode == 0
            call.sendall(b"go\n")
            printed, _ = process.communicate(timeout=PATIENCE)
            assert what_it_saw(root, printed) == {"is_up": True}


def test_one_that_was_killed_is_in_nobody_s_way(tmp_path: Path, qapp: QApplication) -> None:
    root = prepared(tmp_path)
    with open_window(root) as (process, _):
        process.kill()
        process.wait()
    left = list((root / "tmp").glob("boxoffice-*"))
    assert len(left) == 1
    next_one = Instance(lock_of(root), patience=0)
    next_one.listen(lambda _: True)
    next_one.release()
    assert list((root / "tmp").glob("boxoffice-*")) == []


def test_where_the_way_to_temporary_files_is_long_it_comes_up_all_the_same(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path of a socket has 107 letters at most."""
    long = tmp_path / ("x" * 100)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    first = Instance(tmp_path / "lock", patience=PATIENCE)
    raised: list[str] = []

    def raise_window(token: str) -> bool:
        raised.append(token)
        return True

    first.listen(raise_window)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from boxoffice.desktop.instance import Instance, OpenAlready\n"
        "try:\n"
        "    Instance(Path(sys.argv[1]), patience=60)\n"
        "except OpenAlready:\n"
        "    sys.exit(7)\n"
    )
    second = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "lock")], cwd=ROOT)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert (second.returncode, len(raised)) == (7, 1)
    first.release()


def test_one_that_does_not_answer_is_named(tmp_path: Path) -> None:
    root = prepared(tmp_path)
    with open_window(root, hangs="yes") as (process, _):
        os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
        with pytest.raises(NotAnswering, match=f"process {process.pid}") as told:
            Instance(lock_of(root), patience=0.5)
        assert told.value.pid == process.pid


def test_one_that_is_just_going_is_waited_for(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom boxoffice.desktop.instance import Instance\n"
        "made = Instance(Path(sys.argv[1]))\nprint('has it', flush=True)\n"
        "sys.stdin.readline()\nmade.release()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lock")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "has it\n"
    with pytest.raises(NotAnswering) as told:
        Instance(tmp_path / "lock", patience=0.2)
    assert told.value.pid == 0  # it listens to nobody
    process.stdin.write("go\n")
    process.stdin.flush()
    Instance(tmp_path / "lock", patience=PATIENCE).release()
    process.communicate(timeout=PATIENCE)


def test_a_window_that_is_closing_is_no_window(tmp_path: Path, qtbot: QtBot) -> None:
    asked: list[str] = []
    instance = Instance(tmp_path / "lock")

    def closing(token: str) -> bool:
        asked.append(token)
        return False

    instance.listen(closing)
    code = (
        "import sys\nfrom pathlib import Path\nfrom boxoffice.desktop.instance import *\n"
        "Instance(Path(sys.argv[1]), patience=60).release()\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "lock")], cwd=ROOT)
    try:
        qtbot.waitUntil(lambda: len(asked) > 1)
        assert process.poll() is None
        instance.release()
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()


def test_nobody_without_the_key_is_heard(tmp_path: Path, qtbot: QtBot) -> None:
    raised: list[str] = []
    instance = Instance(tmp_path / "lock")
    instance.listen(lambda token: not raised.append(token))  # type: ignore[func-returns-value]
    try:
        path = json.loads((tmp_path / "lock").read_bytes())["path"]
        for said in (b"", b"\n", b"wrong token\n", b"x" * 10_000, b"half"):
            with socket.socket(socket.AF_UNIX) as call:
                call.connect(path)
                call.sendall(said)
                if said.endswith(b"\n"):
                    call.settimeout(0)
                    qtbot.waitUntil(lambda c=call: _is_closed(c))  # type: ignore[misc]
        assert raised == []
    finally:
        instance.release()


def test_the_desktop_s_token_is_passed_on(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[str] = []
    instance = Instance(tmp_path / "lock")
    instance.listen(lambda token: not raised.append(token))  # type: ignore[func-returns-value]
    code = (
        "import sys\nfrom pathlib import Path\nfrom boxoffice.desktop.instance import *\n"
        "try:\n    Instance(Path(sys.argv[1]))\nexcept OpenAlready:\n    sys.exit(7)\n"
    )
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "from-the-desktop")
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "lock")], cwd=ROOT)
    try:
        qtbot.waitUntil(lambda: process.poll() is not None)
    finally:
        process.kill()
        instance.release()
    assert process.returncode == 7
    assert raised == ["from-the-desktop"]


def _is_closed(call: socket.socket) -> bool:
    try:
        return call.recv(10) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True
