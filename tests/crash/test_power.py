"""A loss of power: what was acknowledged is there, and the shadow that shows it is believed."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from boxoffice.service.data.store import Store
from tests import ROOT, postgresql
from tests.crash import power
from tests.crash.house import House, Houses
from tests.service.client import Api
from tests.service_fixture import Running

pytestmark = pytest.mark.skipif(bool(power.why_not()), reason=power.why_not())

_WRITES = """
import os, signal, sqlite3, sys
from pathlib import Path
from tests.crash import power
folder, shadow, mode, flush = Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]
power.watch(folder, shadow)
data = sqlite3.connect(folder / "data.sqlite", isolation_level=None)
data.execute(f"PRAGMA journal_mode = {mode}")
data.execute("PRAGMA synchronous = EXTRA")
data.execute("CREATE TABLE lines (number)")
data.execute(f"PRAGMA synchronous = {flush}")
for number in range(3):
    data.execute("INSERT INTO lines VALUES (?)", (number,))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(
    ("mode", "flush", "left"),
    [
        ("DELETE", "EXTRA", 3),
        ("PERSIST", "EXTRA", 3),
        ("TRUNCATE", "FULL", 3),
        # The journal's removal is not flushed: it comes back, and takes the last line away.
        ("DELETE", "FULL", 2),
        ("DELETE", "OFF", 0),
    ],
)
def test_what_is_left_after_a_loss_of_power(
    tmp_path: Path, mode: str, flush: str, left: int
) -> None:
    folder, shadow = tmp_path / "folder", tmp_path / "shadow"
    folder.mkdir()
    words = [sys.executable, "-c", _WRITES, str(folder), str(shadow), mode, flush]
    ended = subprocess.run(words, check=False, cwd=ROOT)
    assert ended.returncode == -signal.SIGKILL
    assert _lines(folder) == 3
    power.cut(folder, shadow)
    assert _lines(folder) == left


def _lines(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "data.sqlite")) as data:
        return int(data.execute("SELECT count(*) FROM lines").fetchone()[0])


@pytest.fixture
def selling(tmp_path: Path) -> Callable[[bool], tuple[set[int], set[int]]]:
    """Four counters sell until there are twelve sales, then the power goes: the orders that were
    acknowledged, and those that are there afterwards."""

    def sell(is_careless: bool) -> tuple[set[int], set[int]]:
        with Houses() as houses, houses.one("sqlite", tmp_path / "house") as house:
            if is_careless:
                house.stop()
                house.is_careless = True
                house.start()
            acknowledged = _acknowledged(house)
            house.lose_power()
            with Api(Running(house.address, house.token)) as api:
                return acknowledged, {id_ for id_ in acknowledged if _is_sold(api, id_)}

    return sell


def _is_sold(api: Api, order: int) -> bool:
    found = api.get(f"/orders/{order}")
    return found.status == 200 and found.result["status"] == 1 and len(found.result["seats"]) == 2


def _acknowledged(house: House) -> set[int]:
    sold: set[int] = set()

    def sell(number: int) -> None:
        with Api(Running(house.address, house.token)) as counter:
            for _ in range(3):
                order = counter.best(2).result["id"]
                if counter.complete(order, f"BX-{number}-{order}").status == 200:
                    sold.add(order)

    counters = [threading.Thread(target=sell, args=(number,)) for number in range(4)]
    for counter in counters:
        counter.start()
    for counter in counters:
        counter.join(60)
    return sold


def test_what_the_service_acknowledged_outlives_the_power(
    selling: Callable[[bool], tuple[set[int], set[int]]],
) -> None:
    acknowledged, left = selling(False)
    assert len(acknowledged) == 12
    assert left == acknowledged


def test_a_service_that_does_not_flush_is_caught(
    selling: Callable[[bool], tuple[set[int], set[int]]],
) -> None:
    acknowledged, left = selling(True)
    assert len(acknowledged) == 12
    assert left < acknowledged


@pytest.mark.skipif(bool(postgresql.why_not()), reason=postgresql.why_not())
def test_the_service_leaves_it_to_postgresql_to_flush() -> None:
    """How it commits is as its administrator set it up; the service's connections change nothing
    of it. That PostgreSQL keeps what it flushed is PostgreSQL's own promise."""
    store = Store(postgresql.shared_server().new_database())
    asked = text(
        "SELECT name, source FROM pg_settings WHERE name IN"
        " ('synchronous_commit', 'fsync', 'full_page_writes') ORDER BY name"
    )
    with store.writing() as connection:
        sources = {row.name: row.source for row in connection.execute(asked)}
    store.close()
    assert sources.keys() == {"synchronous_commit", "fsync", "full_page_writes"}
    assert not set(sources.values()) & {"session", "client", "user", "database", "database user"}
