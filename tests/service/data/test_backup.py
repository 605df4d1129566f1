"""Backup and restore, while the service runs on the data."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from boxoffice.service.data.backup import back_up, restore
from boxoffice.service.data.database import CannotOpen, NotOurData
from boxoffice.service.errors import ServiceError
from tests.service.client import Api
from tests.service_fixture import running_service
from tests.waiting import PATIENCE


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "house.sqlite"


@pytest.fixture
def api(data: Path) -> Iterator[Api]:
    with running_service(data=data) as running, Api(running) as caller:
        yield caller


def mirror(api: Api, known: dict[int, int], marker: int) -> int:
    """Brings a poller's picture up to date, and returns its next marker."""
    answer = api.get("/events/1/seat-status", last_updated=marker, pageSize=1000).result
    known.update({seat["seat_id"]: seat["status"] for seat in answer["seat_states"]})
    return int(answer["last_updated"])


def test_a_restore_brings_back_the_moment_of_the_backup(
    api: Api, data: Path, tmp_path: Path
) -> None:
    sold = api.reserve(1, 2).result["id"]
    api.complete(sold)
    assert back_up(data, tmp_path / "backup") > 10_000
    known: dict[int, int] = {}
    later = api.reserve(3, 4).result["id"]
    api.complete(later)
    api.delete(f"/orders/{sold}")
    marker = mirror(api, known, 0)

    assert restore(tmp_path / "backup", data).orders_lost == 1
    assert api.get(f"/orders/{sold}").result["status"] == 1
    assert api.statuses() == {**dict.fromkeys(range(1, 81), 0), 1: 2, 2: 2}
    mirror(api, known, marker)
    assert known == api.statuses()
    # Nobody gets the number of an order that somebody may have on paper.
    assert api.reserve(5).result["id"] > later
    assert api.complete(sold).status == 200


def test_the_audit_trail_goes_on(api: Api, data: Path, tmp_path: Path) -> None:
    api.reserve(1)
    back_up(data, tmp_path / "backup")
    api.reserve(2)
    restore(tmp_path / "backup", data)
    api.reserve(2)
    with closing(sqlite3.connect(data)) as connection:
        lines = connection.execute("select what from audit order by id").fetchall()
    assert [what for (what,) in lines] == ["reserved", "reserved", "restored", "reserved"]


def test_a_backup_under_sales_is_one_moment(api: Api, data: Path, tmp_path: Path) -> None:
    ends = threading.Event()

    def sell() -> None:
        while not ends.is_set():
            order = api.reserve(11, 12, 13).result["id"]
            api.complete(order, f"BX-{order}")
            api.delete(f"/orders/{order}")

    seller = threading.Thread(target=sell)
    seller.start()
    try:
        for number in range(5):
            back_up(data, tmp_path / f"backup-{number}")
    finally:
        ends.set()
        seller.join(PATIENCE)
    for number in range(5):
        with closing(sqlite3.connect(tmp_path / f"backup-{number}")) as backup:
            query = (
                "select count(*), count(distinct status) from event_seats"
                " where seat_id in (11, 12, 13) and event_id = 1"
            )
            assert backup.execute(query).fetchone() == (3, 1)


def test_data_are_made_from_a_backup(api: Api, data: Path, tmp_path: Path) -> None:
    sold = api.reserve(1).result["id"]
    api.complete(sold)
    back_up(data, tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "other.sqlite")
    with running_service(data=tmp_path / "other.sqlite") as running, Api(running) as other:
        assert other.get(f"/orders/{sold}").result["status"] == 1


@pytest.mark.parametrize(
    ("content", "error"), [(None, CannotOpen), (b"", CannotOpen), (b"diary" * 1000, NotOurData)]
)
def test_what_is_no_backup_changes_nothing(
    api: Api, data: Path, tmp_path: Path, content: bytes | None, error: type[ServiceError]
) -> None:
    if content is not None:
        (tmp_path / "backup").write_bytes(content)
    order = api.reserve(1).result["id"]
    with pytest.raises(error, match="backup"):
        restore(tmp_path / "backup", data)
    assert api.get(f"/orders/{order}").result["status"] == 0


def test_a_damaged_backup_changes_nothing(api: Api, data: Path, tmp_path: Path) -> None:
    order = api.reserve(1).result["id"]
    back_up(data, tmp_path / "backup")
    content = bytearray((tmp_path / "backup").read_bytes())
    content[8192:30000] = b"x" * (30000 - 8192)
    (tmp_path / "damaged").write_bytes(content)
    with pytest.raises(CannotOpen, match="damaged"):
        restore(tmp_path / "damaged", data)
    assert api.get(f"/orders/{order}").result["status"] == 0
    assert list(tmp_path.glob(".restore-*")) == []


def test_a_backup_writes_over_nothing(api: Api, data: Path, tmp_path: Path) -> None:
    (tmp_path / "backup").write_text("mine")
    with pytest.raises(CannotOpen, match="there already"):
        back_up(data, tmp_path / "backup")
    with pytest.raises(CannotOpen, match="no such file"):
        back_up(tmp_path / "missing", tmp_path / "other")
    assert (tmp_path / "backup").read_text() == "mine"
    assert not (tmp_path / "other").exists()
