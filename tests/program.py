"""The real program in processes of its own, in a home of its own: started, played, and asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import ROOT
from tests.waiting import PATIENCE

TOKEN = "canary-token-5b1e"


@contextmanager
def no_umask() -> Iterator[None]:
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)


def environment(root: Path, **more: str) -> dict[str, str]:
    """Of a user whose folders all lie below `root`."""
    left_out = {"DISPLAY", "WAYLAND_DISPLAY", "BOXOFFICE_HOME"}
    kept = {k: v for k, v in os.environ.items() if k not in left_out}
    home = {"HOME": str(root), "TMPDIR": str(root / "tmp"), "BOXOFFICE_TOKEN": TOKEN}
    folders = {f"XDG_{name}_HOME": str(root / name.lower()) for name in ("CONFIG", "DATA", "CACHE")}
    return {**kept, **home, **folders, "QT_QPA_PLATFORM": "offscreen"} | more


def prepared(folder: Path) -> Path:
    """A home, whose own folders are its owner's alone, as a system makes them."""
    for name in ("", "tmp", "config", "data", "cache"):
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@contextmanager
def serving(root: Path, level: str) -> Iterator[str]:
    """The address of a service of the command line, on a data file below `root`."""
    (root / "house").mkdir(mode=0o700)
    data = str(root / "house" / "house.sqlite")
    command = ["serve", "--port", "0", "--data", data, "--access-log", "--log-level", level]
    with open_log(root / "service.log") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "boxoffice", *command],
            cwd=ROOT,
            env=environment(root),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            assert process.stdout is not None
            yield str(json.loads(process.stdout.readline())["url"])
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)


@contextmanager
def open_log(path: Path) -> Iterator[int]:
    """A file of the test's own, that is not what it looks for."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        yield file
    finally:
        os.close(file)


@contextmanager
def playing(
    story: str, root: Path, said: dict[str, str], *words: str, **more: str
) -> Iterator[subprocess.Popen[str]]:
    """A story of `tests.session` in a process of its own, killed where it has not ended by then."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.session", story, *words],
        cwd=ROOT,
        env=environment(root, SESSION_SAYS=json.dumps(said), SESSION_TOLD=str(_told(root)), **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def play(story: str, root: Path, said: dict[str, str], *words: str) -> tuple[dict[str, Any], str]:
    """Plays a story to its end: what it saw, and all that was printed."""
    with playing(story, root, said, *words) as process:
        printed, _ = process.communicate(timeout=2 * PATIENCE)
    assert process.returncode == 0, printed
    return what_it_saw(root, printed), printed


def what_it_saw(root: Path, printed: str = "") -> dict[str, Any]:
    came: dict[str, Any] = json.loads(_told(root).read_text(encoding="utf-8"))
    assert "failed" not in came, f"{came['failed']}\n{printed[-3000:]}"
    return came


def _told(root: Path) -> Path:
    """Where the story lays down what it saw: a file that is not what is looked for."""
    path = root / "told.json"
    with open_log(path):
        return path


def start(root: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The program with these words, to its end."""
    return subprocess.run(
        [sys.executable, "-m", "boxoffice", *words],
        cwd=ROOT,
        env=environment(root, **more),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def run(root: Path, *words: str) -> str:
    """What the program says to these words, which it can do."""
    done = start(root, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr
