"""A small run on each database, with and without kills; and that wrong data are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from boxoffice.service.data.store import Store
from tests import postgresql
from tests.load.model import Mine, Tally
from tests.load.run import run
from tests.load.services import hot_house
from tests.load.verify import verify
from tests.service.client import Api
from tests.service_fixture import running_service


@pytest.mark.parametrize(
    ("kind", "count", "kill"),
    [("sqlite", 1, None), ("sqlite", 1, 1.0), ("postgresql", 2, None), ("postgresql", 2, 1.0)],
)
def test_every_promise_is_kept(kind: str, count: int, kill: float | None) -> None:
    if kind == "postgresql" and (reason := postgresql.why_not()):
        pytest.skip(reason)

    def has_enough(tally: Tally) -> bool:
        return tally.completed > 5 and tally.conflicts > 0

    figures = run(kind, count, counters=20, seconds=3, kill=kill, seed=7, has_enough=has_enough)
    assert not figures.is_broken, figures.wrong
    assert figures.counts["completed"] > 5
    assert figures.counts["conflicts"] > 0
    assert bool(figures.kills) == bool(kill)


_WRONGS = {
    "a second owner": (
        "owners",
        "drop index one_owner; update order_seats set seat_id = 1, active = 1 where seat_id = 7",
    ),
    "an owner that the history does not know": (
        "owners",
        "update event_seats set order_id = 2 where seat_id = 1",
    ),
    "a line that is missing": (
        "owners",
        "drop trigger audit_is_kept_from_delete; delete from audit where id = 2",
    ),
    "a lost order": ("lost", "update orders set status = 2 where id = 1"),
    "a lost ticket": ("lost", "update tickets set status = 1 where seat_id = 2"),
    "a held seat without an order": (
        "phantoms",
        "update event_seats set status = 1 where seat_id = 40",
    ),
    "a sold seat of an open order": ("phantoms", "update orders set status = 0 where id = 1"),
}


@pytest.mark.parametrize("name", _WRONGS)
def test_what_is_wrong_is_noticed(tmp_path: Path, name: str) -> None:
    data = tmp_path / "house.sqlite"
    kind, statements = _WRONGS[name]
    with running_service(hot_house(), data=data) as running, Api(running) as api:
        sold = api.reserve(1, 2).result["id"]
        number = "BX-1"
        assert api.complete(sold, number).status == 200
        api.delete(f"/orders/{api.reserve(7).result['id']}")
    kept = {sold: Mine(sold, {1: 1, 2: 1}, number=number)}
    assert not any(verify(data, kept).values())
    store = Store(data)
    with store.writing() as connection:
        for statement in statements.split(";"):
            connection.execute(text(statement))
    store.close()
    assert verify(data, kept)[kind]
