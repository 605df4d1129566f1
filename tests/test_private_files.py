"""Files that only their owner may read, whatever the umask, and what an earlier version left."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boxoffice import private_files
from boxoffice.desktop.settings import Profile, claim_folders, save_profile
from boxoffice.domain.listings import Listings
from boxoffice.journal.intents import Journal
from boxoffice.journal.record import OrderRecord
from boxoffice.journal.shelf import Shelf
from boxoffice.service.data.backup import back_up, restore
from boxoffice.service.data.store import Store

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


@pytest.fixture(autouse=True)
def no_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_a_folder_that_is_made_is_its_owner_s(tmp_path: Path) -> None:
    private_files.make_folder(tmp_path / "a" / "b")
    assert [mode_of(tmp_path / name) for name in ("a", "a/b")] == [0o700, 0o700]


def test_a_folder_that_is_there_may_be_shared(tmp_path: Path) -> None:
    (tmp_path / "srv").mkdir(mode=0o755)
    (tmp_path / "srv" / "house.sqlite").touch(0o644)
    Store(tmp_path / "srv" / "house.sqlite").close()
    assert mode_of(tmp_path / "srv") == 0o755
    assert mode_of(tmp_path / "srv" / "house.sqlite") == 0o600


def test_a_folder_of_the_program_s_own_is_closed_with_what_lies_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "boxoffice"
    folder.mkdir(mode=0o755)
    for name in ("journal.sqlite", "journal.sqlite-journal", "events-1.json", "notes.txt"):
        (folder / name).touch(0o644)
    private_files.claim_folder(folder, "*.sqlite", "events-*.json")
    assert mode_of(folder) == 0o700
    modes = {path.name: mode_of(path) for path in folder.iterdir()}
    assert modes.pop("notes.txt") == 0o644
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize("mode", [0o1777, 0o755])
def test_a_folder_that_others_need_is_left_as_it_is(
    mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder for everybody, and the home of the user, named by mistake."""
    folder = tmp_path / "there"
    folder.mkdir()
    folder.chmod(mode)
    if not mode & stat.S_ISVTX:
        monkeypatch.setenv("HOME", str(folder))
    (folder / "journal.sqlite").touch(0o644)
    private_files.claim_folder(folder, "*.sqlite")
    assert mode_of(folder) == mode
    assert mode_of(folder / "journal.sqlite") == 0o600


def test_the_folders_of_an_earlier_version_are_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    monkeypatch.setenv("BOXOFFICE_HOME", str(home))
    for name in ("settings.toml", "orders.sqlite", "demo-journal.sqlite", "events-0.json"):
        (home / name).touch(0o644)
    claim_folders()
    assert mode_of(home) == 0o700
    assert {mode_of(path) for path in home.iterdir()} == {0o600}


def test_a_file_is_made_with_its_mode_and_never_changed_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the two, anybody could open it."""
    monkeypatch.setattr(Path, "chmod", lambda *_: pytest.fail("it was open to others"))
    Journal(tmp_path / "a" / "journal.sqlite").close()
    OrderRecord(tmp_path / "a" / "orders.sqlite").close()
    Shelf(tmp_path / "a", "https://here.example").save(Listings(datetime.now(UTC)))
    save_profile(Profile(server="https://here.example"), tmp_path / "a" / "settings.toml")
    Store(tmp_path / "house.sqlite").close()
    back_up(tmp_path / "house.sqlite", tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "restored.sqlite")
    made = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(made) >= 7
    assert {path.name: oct(mode_of(path)) for path in made if mode_of(path) != 0o600} == {}


@pytest.mark.parametrize("kind", [Journal, OrderRecord])
def test_what_sqlite_lays_beside_is_closed_too(
    kind: type[Journal] | type[OrderRecord], tmp_path: Path
) -> None:
    path = tmp_path / "file.sqlite"
    path.touch(0o644)
    kind(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA user_version = 9")
        beside = path.with_name("file.sqlite-journal")
        assert (mode_of(path), mode_of(beside)) == (0o600, 0o600)


def test_a_link_is_followed_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").touch(0o644)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "dangling").symlink_to(tmp_path / "new")
    private_files.create(tmp_path / "link")
    private_files.create(tmp_path / "dangling")
    assert (mode_of(tmp_path / "real"), mode_of(tmp_path / "new")) == (0o600, 0o600)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    private_files.write(path, b"before")
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from boxoffice import private_files\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"
        "private_files.write(Path(sys.argv[1]), b'x' * 100)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )
    assert "OSError" in done.stderr
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_the_token_of_a_service_is_its_owner_s(tmp_path: Path) -> None:
    from boxoffice.service.process.config import ServeConfig
    from boxoffice.service.process.startup import open_to_serve

    data = tmp_path / "house.sqlite"
    token_file = tmp_path / "house.sqlite.token"
    open_to_serve(ServeConfig(data=data))[0].close()
    assert mode_of(token_file) == 0o600
    token_file.chmod(0o644)
    open_to_serve(ServeConfig(data=data, token="given"))[0].close()
    assert mode_of(token_file) == 0o600
