"""Starts that are refused: said in one line, shown in a window, and mended from there."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from boxoffice.desktop import starting
from boxoffice.journal.intents import Journal
from boxoffice.journal.schema import VERSION
from boxoffice.views.window.main_window import MainWindow
from boxoffice.views.window.refused_start import RefusedStartWindow
from tests.program import play, prepared, start

pytestmark = [pytest.mark.gui, pytest.mark.sqlite_only]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOXOFFICE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("BOXOFFICE_TOKEN", raising=False)
    return tmp_path / "home"


def put(home: Path, name: str, content: bytes) -> Path:
    home.mkdir(exist_ok=True)
    (home / name).write_bytes(content)
    return home / name


def damaged(home: Path) -> None:
    put(home, "journal.sqlite", b"no database" * 100)


def damaged_inside(home: Path) -> None:
    Journal(home / "journal.sqlite").close()
    path = home / "journal.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def somebody_s(home: Path) -> None:
    home.mkdir()
    with closing(sqlite3.connect(home / "journal.sqlite")) as other:
        other.execute("CREATE TABLE pictures (id)")


def newer(home: Path) -> None:
    Journal(home / "journal.sqlite").close()
    with closing(sqlite3.connect(home / "journal.sqlite")) as journal:
        journal.execute(f"PRAGMA user_version = {VERSION + 1}")


def a_folder(home: Path) -> None:
    (home / "journal.sqlite").mkdir(parents=True)


def home_is_a_file(home: Path) -> None:
    home.write_text("x")


def settings_broken(home: Path) -> None:
    put(home, "settings.toml", b'[profiles.default]\nlanguage = "nl"\n')


REFUSED: dict[Callable[[Path], None], tuple[str, str]] = {
    damaged: ("journal.sqlite", "not a database"),
    damaged_inside: ("journal.sqlite", "damaged"),
    somebody_s: ("journal.sqlite", "no Boxoffice journal"),
    newer: ("journal.sqlite", "newer version"),
    a_folder: ("journal.sqlite", "directory"),
    home_is_a_file: ("home", "File exists"),
}


@pytest.mark.parametrize("spoil", REFUSED)
def test_without_anybody_to_look_it_is_one_line_and_code_3(
    spoil: Callable[[Path], None], home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    spoil(home)
    assert starting.open_window("", "default", None) == 3
    told = capfd.readouterr().err
    assert [word for word in REFUSED[spoil] if word not in told] == [], told
    assert told.startswith("boxoffice: ")
    assert told.count("\n") == 1


def test_the_demo_s_journal_is_no_less_dear(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(home, "demo-journal.sqlite", b"no database" * 100)
    assert starting.open_demo([], None) == 3
    assert "demo-journal.sqlite" in capfd.readouterr().err


def test_a_profile_that_is_not_there_is_said(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(home, "settings.toml", b"[profiles.foyer]\nlanguage = 'de'\n")
    assert starting.open_window("", "foyr", None) == 3
    assert "no profile 'foyr'; did you mean 'foyer'?" in capfd.readouterr().err


def test_a_process_that_cannot_start_says_so_without_a_traceback(tmp_path: Path) -> None:
    root = prepared(tmp_path)
    for words, environment in (
        ((), {}),
        (("demo",), {}),
        (("--language", "nl"), {}),
        (("--profile", "x"), {"BOXOFFICE_HOME": str(tmp_path / "file" / "home")}),
    ):
        (tmp_path / "file").write_text("x")
        for name in ("journal.sqlite", "demo-journal.sqlite"):
            put(root / "data" / "boxoffice", name, b"no database" * 100)
        done = start(root, *words, **environment)
        assert done.returncode == (2 if "nl" in words else 3), done.stderr
        assert "Traceback" not in done.stderr
        assert "boxoffice" in done.stderr


# --- the window -----------------------------------------------------------------------------------


class Watcher:
    """Does one step after the other as soon as each can be done, and notes what was seen."""

    def __init__(self, *steps: Callable[[], bool]) -> None:
        self.seen: list[str] = []
        self.left = list(steps)
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self.left and self.left[0]():
            self.left.pop(0)

    def stop(self) -> None:
        self._timer.stop()


def shown(kind: type[QWidget]) -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def presses(name: str) -> Callable[[], bool]:
    """Presses a button of the window of the refusal as soon as it is there."""

    def press() -> bool:
        for window in shown(RefusedStartWindow):
            button = window.findChild(QPushButton, name)
            if isinstance(button, QPushButton) and button.isVisible():
                button.click()
                return True
        return False

    return press


def closes(heard: list[str]) -> Callable[[], bool]:
    """Closes the till's window, and notes what its message bar says."""

    def close() -> bool:
        for window in shown(MainWindow):
            bar = window.findChild(QLabel, "messageBar")
            heard.append(bar.text() if isinstance(bar, QLabel) and bar.isVisible() else "")
            window.close()
            return True
        return False

    return close


@pytest.fixture
def somebody_looks(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Watcher]]:
    monkeypatch.setattr(starting, "_NOBODY_LOOKS", ())
    made: list[Watcher] = []

    def watch(*steps: Callable[[], bool]) -> Watcher:
        made.append(Watcher(*steps))
        return made[-1]

    yield watch
    for watcher in made:
        watcher.stop()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_it_is_given_up(home: Path, somebody_looks: Callable[..., Watcher]) -> None:
    damaged(home)
    watcher = somebody_looks(presses("refusedClose"))
    assert starting.open_window("", "default", "en") == 3
    assert watcher.left == []
    assert (home / "journal.sqlite").read_bytes().startswith(b"no database")


def test_a_damaged_journal_is_put_aside_and_the_till_opens(
    home: Path, somebody_looks: Callable[..., Watcher]
) -> None:
    damaged(home)
    heard: list[str] = []
    watcher = somebody_looks(presses("refusedAside"), presses("refusedAsideYes"), closes(heard))
    assert starting.open_window("", "default", "en") == 0
    assert watcher.left == []
    (aside,) = home.glob("journal.20*.sqlite")
    assert aside.read_bytes().startswith(b"no database")
    assert aside.name in heard[0]
    Journal(home / "journal.sqlite").close()


def test_mistakes_in_the_settings_are_told_and_prevent_nothing(
    home: Path, somebody_looks: Callable[..., Watcher], capfd: pytest.CaptureFixture[str]
) -> None:
    settings_broken(home)
    titles: list[str] = []

    def look() -> bool:
        if not shown(MainWindow):
            return False
        titles.append(_text(MainWindow, "messageBar"))
        return True

    somebody_looks(look, closes([]))
    assert starting.open_window("", "default", "en") == 0
    assert "settings.toml, line 2: Boxoffice does not speak the language “nl”" in titles[0]
    assert "settings.toml, line 2" in capfd.readouterr().err


def test_what_was_mended_meanwhile_opens_the_till_in_its_language(
    home: Path, somebody_looks: Callable[..., Watcher]
) -> None:
    damaged(home)
    titles: list[str] = []

    def mend() -> bool:
        if not shown(RefusedStartWindow):
            return False
        titles.append(_text(RefusedStartWindow, "refusedTitle"))
        (home / "journal.sqlite").unlink()
        put(home, "settings.toml", b'[profiles.default]\nlanguage = "de"\n')
        return True

    def look() -> bool:
        if not shown(MainWindow):
            return False
        titles.append(_text(MainWindow, "connectionAbout"))
        return True

    somebody_looks(mend, presses("refusedAgain"), look, closes([]))
    assert starting.open_window("", "default", None) == 0
    assert titles[0] == "Boxoffice cannot start"
    assert "Verbinden" in titles[1] or "Server" in titles[1]
    from boxoffice.views.kit.translation import install_language

    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    install_language(app, "en")


def test_what_is_still_wrong_is_shown_again(
    home: Path, somebody_looks: Callable[..., Watcher], capfd: pytest.CaptureFixture[str]
) -> None:
    newer(home)
    watcher = somebody_looks(
        presses("refusedAgain"), presses("refusedAgain"), presses("refusedClose")
    )
    assert starting.open_window("", "default", "en") == 3
    assert watcher.left == []
    assert capfd.readouterr().err.count("newer version") == 3


def _text(kind: type[QWidget], name: str) -> str:
    (window,) = shown(kind)
    found = window.findChild(QLabel, name)
    return found.text() if isinstance(found, QLabel) else ""


# --- a disk without room, or without the right to write -------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue


def test_a_start_on_a_full_disk_is_refused(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOXOFFICE_HOME", str(small_disk / "home"))
    (small_disk / "home").mkdir()
    fill(small_disk)
    assert starting.open_window("", "default", None) == 3
    told = capfd.readouterr().err
    assert "full" in told or "No space left" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("has_journal", [True, False])
def test_a_home_that_cannot_be_written_to_is_refused(
    has_journal: bool,
    small_disk: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    home = small_disk / "home"
    monkeypatch.setenv("BOXOFFICE_HOME", str(home))
    if has_journal:
        Journal(home / "journal.sqlite").close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert starting.open_window("", "default", None) == 3
    told = capfd.readouterr().err
    assert "Read-only" in told or "readonly" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("is_mounted", [True, False])
def test_a_disk_that_fills_up_while_it_is_paid_stops_the_sale_before_it_is_sent(
    is_mounted: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    root = prepared(tmp_path / "root")
    said: dict[str, str] = {}
    if is_mounted:
        disk: Any = request.getfixturevalue("small_disk")
        (root / "data").rmdir()
        (root / "data").symlink_to(disk)
        said["tmpfs"] = str(disk)
    came, _ = play("disk-full", root, said, "demo", "--language", "en")
    assert "Nothing was sold" in came["told"]
    assert "full" in came["told"] or "I/O" in came["told"]
