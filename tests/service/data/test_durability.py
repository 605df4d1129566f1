"""What was acknowledged is there after a restart, a kill, and for another process."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from boxoffice.service.data.migrations import HEAD
from boxoffice.service.data.store import CannotOpen, NewerData, NotOurData, Store
from boxoffice.service.errors import ServiceError
from boxoffice.service.process.server import ServeConfig
from tests import ROOT
from tests.service.client import Api
from tests.service_fixture import Running, running_service
from tests.waiting import PATIENCE


def test_orders_holds_and_marker_survive_a_restart(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    with running_service(data=data) as first, Api(first) as api:
        sold, held = api.reserve(1, 2).result["id"], api.reserve(3).result["id"]
        api.complete(sold)
        tickets = api.get(f"/orders/{sold}/tickets").result["containers"]
        marker = api.get("/events/1/seat-status").result["last_updated"]
    with running_service(data=data) as second, Api(second) as api:
        assert api.get(f"/orders/{sold}").result["status"] == 1
        assert api.get(f"/orders/{sold}/tickets").result["containers"] == tickets
        assert api.get(f"/orders/{held}").result["hold_till"]
        assert api.statuses() == {**dict.fromkeys(range(1, 81), 0), 1: 2, 2: 2, 3: 1}
        assert api.get("/events/1/seat-status").result["last_updated"] >= marker
        assert len(api.get("/events").result["events"]) == 2


def test_a_key_is_known_after_a_restart(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    wanted = {"order_id": "", "seats_info": [{"event_id": 1, "seat_id": 3}]}
    with running_service(data=data) as first, Api(first) as api:
        before = api.post("/orders/reserve-seat", wanted, key="k").body
    with running_service(data=data) as second, Api(second) as api:
        assert api.post("/orders/reserve-seat", wanted, key="k").body == before


class Child:
    """`boxoffice serve` in a process of its own."""

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-m", "boxoffice", "serve", "--port", "0", "--data", str(data)]
        self.process = subprocess.Popen(
            [*command, "--venue", "theatre"],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "BOXOFFICE_TOKEN": "child"},
        )
        assert self.process.stdout is not None
        told = json.loads(self.process.stdout.readline())
        self.running = Running(told["url"], told["token"])

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()


def test_killed_while_counters_sell_every_acknowledged_order_is_whole(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    child = Child(data)
    acknowledged: list[int] = []
    enough = threading.Event()

    def sell(number: int) -> None:
        with Api(child.running) as counter:
            while True:
                try:
                    order = counter.best(2).result["id"]
                    if counter.complete(order, f"BX-{number}-{order}").status == 200:
                        acknowledged.append(order)
                except Exception:  # noqa: BLE001 - the service was killed, as it should be
                    return
                if len(acknowledged) >= 12:
                    enough.set()

    counters = [threading.Thread(target=sell, args=(i,)) for i in range(4)]
    for counter in counters:
        counter.start()
    try:
        assert enough.wait(PATIENCE)
    finally:
        child.kill()
        for counter in counters:
            counter.join(PATIENCE)
    again = Child(data)
    try:
        with Api(again.running) as api:
            seats = []
            for order in acknowledged:
                found = api.get(f"/orders/{order}").result
                assert found["status"] == 1
                assert len(found["seats"]) == 2
                seats += [seat["seat_id"] for seat in found["seats"]]
                [container] = api.get(f"/orders/{order}/tickets").result["containers"]
                assert len(container["ticket"]["tickets"]) == 2
            assert len(seats) == len(set(seats))
            assert {api.statuses()[seat] for seat in seats} == {2}
    finally:
        again.kill()


def test_a_token_is_made_kept_and_used_again(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    tokens = set()
    for _ in range(2):
        with running_service(data=data, token="") as running, Api(running) as api:
            assert api.get("/events").status == 200
            tokens.add(running.token)
    assert len(tokens) == 1
    kept = tmp_path / "house.sqlite.token"
    assert kept.read_text().strip() in tokens
    assert kept.stat().st_mode & 0o077 == 0
    assert tokens.pop().encode() not in data.read_bytes()


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("create table somebody (is_here)")
    other.close()


def newer(path: Path) -> None:
    Store(path).close()
    with sqlite3.connect(path) as other:
        other.execute("pragma user_version = 99")
    other.close()


def to_third_version(path: Path) -> None:
    """Takes away what the steps of the migrations added to the files there were."""
    with sqlite3.connect(path) as data:
        data.executescript(
            "drop index one_owner; alter table order_seats drop column active;"
            "alter table orders drop column exchanged;"
            "alter table answers drop column status;"
            "drop table audit; drop table alembic_version; pragma foreign_keys = off;"
            "create table kept (id integer primary key, digest varchar unique);"
            "insert into kept select id, digest from credentials; drop table credentials;"
            "alter table kept rename to credentials; pragma user_version = 3;"
        )
    data.close()


def to_second_version(path: Path) -> None:
    """Takes away what the third version added."""
    to_third_version(path)
    with sqlite3.connect(path) as data:
        for column in (
            *(f"locations drop column {name}" for name in ("latitude", "longitude")),
            *(f"seats drop column {name}" for name in ("label", "entrance_id")),
            *(
                f"events drop column {name}"
                for name in (
                    "organizer_id",
                    "event_set_id",
                    "event_category_id",
                    "sales_start",
                    "sales_end",
                    "picture_url",
                    "description",
                )
            ),
            *(
                f"{table} drop column deleted"
                for table in (
                    "locations",
                    "areas",
                    "entrances",
                    "events",
                    "price_categories",
                    "sales_types",
                    "sales_type_prices",
                )
            ),
        ):
            data.execute(f"alter table {column}")
        for table in ("sales_rules", "organizers", "event_sets", "event_categories"):
            data.execute(f"drop table {table}")
        data.execute("pragma user_version = 2")
    data.close()


def to_first_version(path: Path) -> None:
    """Takes away what later versions added."""
    to_second_version(path)
    with sqlite3.connect(path) as data:
        for table in ("entrances", "pictures", "customers", "ticket_systems"):
            data.execute(f"drop table {table}")
        for column in (
            "areas drop column picture_url",
            "areas drop column picture_rect",
            "locations drop column plan_stamp",
            "seats drop column stamp",
            "seats drop column deleted",
            "event_seats drop column blocked_reason",
            "orders drop column customer_id",
        ):
            data.execute(f"alter table {column}")
        data.execute("pragma user_version = 1")
    data.close()


def test_data_of_an_older_version_are_brought_up_to_this_one(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    with running_service(data=data) as first, Api(first) as api:
        sold = api.reserve(1, 2).result["id"]
        api.complete(sold)
    to_first_version(data)
    with running_service(data=data) as second, Api(second) as api:
        assert len(api.get(f"/orders/{sold}").result["seats"]) == 2
        assert api.get("/entrances", id=1).result["entrances"] == []
        assert api.get("/areas", id=1).result["areas"][0]["picture_url"] == ""
        assert api.statuses()[1] == 2
    with sqlite3.connect(data) as upgraded:
        assert upgraded.execute("pragma user_version").fetchone() == (3 + int(HEAD),)
    upgraded.close()


def test_data_of_the_second_version_are_brought_up_to_this_one(tmp_path: Path) -> None:
    data = tmp_path / "house.sqlite"
    lists = (
        "/locations",
        "/events",
        "/areas",
        "/entrances",
        "/price-categories",
        "/sales-types",
        "/sales-type-prices",
    )
    with running_service(data=data) as first, Api(first) as api:
        api.complete(api.reserve(1, 2).result["id"])
        before = {path: api.get(path).result for path in lists}
    to_second_version(data)
    with running_service(data=data) as second, Api(second) as api:
        assert {path: api.get(path).result for path in lists} == before
        assert api.statuses()[1] == 2
        body = {"locations": [{"external_location_id": "small", "deleted": True}]}
        assert api.post("/import/locations", body).status == 409
        assert api.get("/sales-rules", id=1).result["sales_rules"] == []


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"Dear diary", NotOurData),
        (b"x" * 5_000, NotOurData),
        (foreign, NotOurData),
        (newer, NewerData),
        (None, CannotOpen),
    ],
)
def test_data_that_are_not_ours_stay_as_they_are(
    tmp_path: Path, content: object, error: type[ServiceError]
) -> None:
    path = tmp_path / "data.sqlite"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif callable(content):
        content(path)
    else:
        path.mkdir()
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(error, match=r"data\.sqlite"):
        Store(path)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_port_in_use_is_named(service: Running) -> None:
    with pytest.raises(ServiceError, match=str(service.port)), running_service(port=service.port):
        pass


def test_defaults_listen_to_this_machine_only() -> None:
    assert ServeConfig().host == "127.0.0.1"
