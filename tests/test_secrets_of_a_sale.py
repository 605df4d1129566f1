"""Whole sales at the real program, in processes of their own: what only its owner may read, and
what nobody may."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.ids import OrderId
from tests.faults.injected import unavailable
from tests.faults.proxy import Proxy
from tests.faults.wire import Backstage
from tests.session import open_to_others

pytestmark = [pytest.mark.gui, pytest.mark.sqlite_only]

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "canary-token-5b1e"
SAID = {
    "first": "Canarina",
    "last": "Vogelsang",
    "mail": "canary@aviary.example",
    "card": "canary-ref-77410",
    "voucher": "canary-voucher-9",
}


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
            process.communicate(timeout=20)


@contextmanager
def open_log(path: Path) -> Iterator[int]:
    """A file of the test's own, that is not what it looks for."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        yield file
    finally:
        os.close(file)


def play(story: str, root: Path, said: dict[str, str], *words: str) -> tuple[dict[str, Any], str]:
    """Plays a story in a process of its own: what it saw, and all that it printed."""
    told = root / "told.json"
    with open_log(told):
        pass
    done = subprocess.run(
        [sys.executable, "-m", "tests.session", story, *words],
        cwd=ROOT,
        env=environment(root, SESSION_SAYS=json.dumps(said), SESSION_TOLD=str(told)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    came = json.loads(told.read_text(encoding="utf-8"))
    assert "failed" not in came, f"{came['failed']}\n{done.stdout[-3000:]}"
    return came, done.stdout


def run(root: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "boxoffice", *words],
        cwd=ROOT,
        env=environment(root),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout + done.stderr


async def barcodes(address: str, order: int) -> list[str]:
    client = ConnectClient(address, TOKEN)
    tickets = await client.orders.tickets(OrderId(order))
    await client.aclose()
    return [ticket.barcode for ticket in tickets]


def keys_in(journal: Path) -> list[str]:
    with closing(sqlite3.connect(journal)) as connection:
        return [str(row[0]) for row in connection.execute("SELECT key FROM intents")]


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error"])
async def test_a_sale_leaves_its_secrets_where_they_belong(level: str, tmp_path: Path) -> None:
    with no_umask():
        root = prepared(tmp_path / "home")
        said = SAID | {"root": str(root), "pdf": str(root / "order.pdf")}
        with serving(root, level) as address, Backstage() as backstage:
            proxy = Proxy(backstage, int(address.rsplit(":", 1)[1].split("/")[0]))
            proxy.arm(unavailable())
            words = ("--server", proxy.address, "--log-level", level)
            came, printed = await asyncio.to_thread(play, "sale", root, said, *words)
            sold = await barcodes(address, came["order"])
            data = str(root / "house" / "house.sqlite")
            printed += run(root, "backup", str(root / "house" / "backup"), "--data", data)
            printed += run(root, "restore", str(root / "house" / "backup"), "--data", data)
    data_folder = root / "data" / "boxoffice"
    keys = keys_in(data_folder / "journal.sqlite")
    assert sold
    assert keys
    secrets = {*SAID.values(), TOKEN, *sold, *keys}
    printed += (root / "service.log").read_text(encoding="utf-8")
    assert [secret for secret in secrets if secret in printed] == [], printed
    assert [secret for secret in secrets if secret in came["seen"]] == []
    assert "nobody caught this" in printed  # what went wrong was told all the same
    # What a file may hold, and no other.
    buyer = {SAID["first"], SAID["last"]}
    references = {SAID["card"], SAID["voucher"]}
    meant = {
        data_folder / "journal.sqlite": references | set(keys),
        data_folder / "orders.sqlite": buyer | set(sold),
        root / "house" / "house.sqlite": {*SAID.values(), *sold, *keys},
        root / "house" / "backup": {*SAID.values(), *sold, *keys},
        root / "order.pdf": buyer | references,
    }
    for path in root.rglob("*"):
        if path.is_file() and path.suffix != ".sqlite-journal":
            content = path.read_bytes()
            found = {secret for secret in secrets if secret.encode() in content}
            assert found <= meant.get(path, set()), path
    assert came["open"] == {}
    assert open_to_others(root) == {}
