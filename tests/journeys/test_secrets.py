"""Whole sales at the real program, in processes of their own: what only its owner may read, and
what nobody may."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.ids import OrderId
from tests.faults.injected import unavailable
from tests.faults.proxy import Proxy
from tests.faults.wire import Backstage
from tests.program import TOKEN, no_umask, play, prepared, run, serving
from tests.session import open_to_others

pytestmark = [pytest.mark.gui, pytest.mark.sqlite_only]

SAID = {
    "first": "Canarina",
    "last": "Vogelsang",
    "mail": "canary@aviary.example",
    "card": "canary-ref-77410",
    "voucher": "canary-voucher-9",
}


async def barcodes(address: str, order: int) -> list[str]:
    client = ConnectClient(address, TOKEN)
    tickets = await client.orders.tickets(OrderId(order))
    await client.aclose()
    return [ticket.barcode for ticket in tickets]


def keys_in(journal: Path) -> list[str]:
    with closing(sqlite3.connect(journal)) as connection:
        return [str(row[0]) for row in connection.execute("SELECT key FROM intents")]


@pytest.mark.parametrize("level", ["debug", "error"])
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
