"""Work that may never end holds nothing up."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest

from boxoffice.desktop import app
from boxoffice.desktop.app import Application, Options
from boxoffice.desktop.bounded import within
from tests.children.processes import is_there
from tests.journeys.conftest import Play, dressed, play
from tests.waiting import wait_until

__all__ = ["dressed", "play"]


async def test_what_comes_of_it_comes_back() -> None:
    assert await within(60, lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        await within(60, lambda: 1 // 0)


async def test_what_never_ends_is_given_up() -> None:
    ends = threading.Event()
    with pytest.raises(TimeoutError):
        await within(0.05, ends.wait)
    ends.set()


def test_the_program_ends_all_the_same() -> None:
    code = (
        "import asyncio, threading; from boxoffice.desktop.bounded import within\n"
        "try: asyncio.run(within(0.05, threading.Event().wait))\n"
        "except TimeoutError: pass\n"
    )
    program = subprocess.Popen([sys.executable, "-c", code])
    wait_until(lambda: program.poll() is not None or not is_there(program.pid), 60)
    assert program.wait() == 0


class Silent(keyring.backend.KeyringBackend):
    """A keyring that never answers, as one whose password nobody types."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.ends = threading.Event()
        self.asked = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.set()
        self.ends.wait()
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.get_password(service, username)

    def delete_password(self, service: str, username: str) -> None:
        self.get_password(service, username)


@pytest.fixture
def silent() -> Iterator[Silent]:
    before, made = keyring.get_keyring(), Silent()
    keyring.set_keyring(made)
    yield made
    made.ends.set()
    keyring.set_keyring(before)


def test_a_keyring_that_never_answers_is_taken_for_none(
    play: Play, silent: Silent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_KEYRING_SECONDS", 0.2)
    monkeypatch.delenv("BOXOFFICE_TOKEN", raising=False)

    async def story() -> None:
        application = Application(Options(tmp_path / "journal.sqlite"))
        assert await application._token_of("https://tickets.example/connect") == ""
        assert silent.asked.is_set()
        application.window.closing.emit()
        await application.wait_closed()

    play(story())
