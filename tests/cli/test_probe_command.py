"""`boxoffice probe` on the command line: what it prints, writes, refuses, and its exit codes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from boxoffice.cli import probe_command
from boxoffice.cli.main import main
from boxoffice.connect.client import CONTRACT, load_dialect
from boxoffice.desktop import settings
from boxoffice.service.api import envelope
from tests.service_fixture import TOKEN, Running, running_service

ELSEWHERE = "http://127.0.0.1:9/connect"


@pytest.fixture(scope="module")
def service() -> Iterator[Running]:
    with running_service() as running:
        yield running


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BOXOFFICE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BOXOFFICE_TOKEN", TOKEN)


def test_a_server_is_looked_at_and_its_dialect_written(
    service: Running,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(envelope._FLAGS, "IsTestEnvironment", True)
    file = tmp_path / "site.toml"
    words = ["probe", "--server", service.address, "--sale", "--write", str(file)]
    assert main(words) == 0
    told = capsys.readouterr()
    assert "GetSeat GET: 200, result SeatCnctResult, list seats, 80 entries" in told.out
    assert "OrderSeat PUT: 200: price type 1 was made 2" in told.err
    assert TOKEN not in told.out + told.err + file.read_text(encoding="utf-8")
    dialect = load_dialect(file.name, tmp_path)
    assert vars(dialect) == vars(CONTRACT) | {"name": file.name, "only": dialect.only}
    assert not any(dialect.only.values())
    before = file.read_bytes()
    assert main(words) == 2
    assert "--force" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert main([*words, "--force", "--dialect", "platform"]) == 0
    assert 'base = "platform"' in file.read_text(encoding="utf-8")
    assert load_dialect(file.name, tmp_path).knows_keys


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--server", "http://elsewhere.example"], 2, "address"),
        ([], 2, "which server"),
        (["--server", ELSEWHERE, "--dialect", "none.toml"], 2, "none.toml"),
        (["--server", ELSEWHERE], 3, "cannot be reached"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["probe", *words]) == code
    told = capsys.readouterr()
    assert said in told.out + told.err


def test_without_a_token_nobody_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BOXOFFICE_TOKEN")
    monkeypatch.setattr(probe_command, "_KEYRING_SECONDS", 0.1)
    locked = threading.Event()  # the keyring's owner is away
    monkeypatch.setattr(settings, "stored_token", lambda *_, **__: locked.wait() and "")
    assert main(["probe", "--server", ELSEWHERE, "--no-input"]) == 2
    assert "BOXOFFICE_TOKEN" in capsys.readouterr().err


def test_nothing_is_tried_where_it_may_be_real(
    service: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    """What our own service sells is real."""
    assert main(["probe", "--server", service.address, "--sale"]) == 2
    told = capsys.readouterr()
    assert "--sale was refused" in told.err
    assert "ReserveSeat" not in told.err
