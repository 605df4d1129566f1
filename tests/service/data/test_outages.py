"""The database goes away, or its disk is full: what cannot be done is refused, and when it is back
the service goes on without a restart."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import postgresql
from tests.postgresql import Server
from tests.service.client import Answer, Api
from tests.service.data.test_durability import Child
from tests.service_fixture import running_service
from tests.waiting import wait_until


@pytest.fixture
def own_server() -> Iterator[Server]:
    if reason := postgresql.why_not():
        pytest.skip(reason)
    server = Server(is_durable=True)  # or what was committed would be lost when it is ended
    yield server
    server.stop()


def is_refused(answer: Answer) -> bool:
    """Whether the answer says in the envelope that the data cannot be had."""
    if answer.status == 200:
        return False
    assert answer.status == 503, answer.text
    assert answer.body["error_type"] == 7
    assert answer.body["TIsSuccessful"] is False
    assert answer.headers["Retry-After"] == "1"
    return True


def test_postgresql_goes_and_comes_back(own_server: Server) -> None:
    with running_service(database=own_server.new_database()) as running, Api(running) as api:
        held = api.reserve(1).result["id"]
        for _ in range(2):
            own_server.stop_serving()
            asked: list[Callable[[], Answer]] = [
                lambda: api.get("/events"),
                lambda: api.get("/events/1/seat-status"),
                lambda: api.reserve(2),
                lambda: api.complete(held),
                lambda: api.delete(f"/orders/{held}"),
                lambda: api.post("/customers", {"last_name": "Maier"}),
            ]
            assert all(is_refused(ask()) for ask in asked)
            own_server.start()
            wait_until(lambda: not is_refused(api.get("/events")))
            assert api.statuses()[2] == 0
            assert api.get(f"/orders/{held}").result["status"] == 0
        assert api.reserve(2).status == 200
        assert api.complete(held).status == 200
        assert api.get("/customers").result["customers"] == []


def test_idle_connections_that_died_are_not_handed_out_for_long(own_server: Server) -> None:
    """A restart between two requests: each broken connection costs one refusal at the most."""
    with running_service(database=own_server.new_database()) as running, Api(running) as api:
        assert api.get("/events").status == 200
        own_server.stop_serving()
        own_server.start()
        refused = [is_refused(api.get("/events")) for _ in range(30)]
        assert refused[-10:] == [False] * 10


def limit(child: Child, size: int) -> None:
    """No file of the process may become larger, as on a disk that is full."""
    _, hard = resource.prlimit(child.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(child.process.pid, resource.RLIMIT_FSIZE, (size, hard))


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux limits another process")
@pytest.mark.parametrize("room", ["none", "for the journal"])
def test_a_full_disk_refuses_what_it_cannot_keep(tmp_path: Path, room: str) -> None:
    data = tmp_path / "house.sqlite"
    child = Child(data)
    try:
        with Api(child.running) as api:
            event = api.get("/events").result["events"][0]["id"]
            held = api.best(1, event_id=event).result["id"]
            # With room for the journal it is the data file that cannot grow, while committing.
            limit(child, 0 if room == "none" else data.stat().st_size)
            long = {"last_name": "x" * 90, "street": "y" * 200, "city": "z" * 200}
            done = 0
            while not is_refused(api.post("/customers", long)):
                done += 1
                assert done < 100
            for _ in range(3):
                assert is_refused(api.post("/customers", long))
            assert api.get("/customers").result["total_count"] == done
            assert api.get(f"/orders/{held}").result["status"] == 0
            if room == "none":
                assert is_refused(api.best(1, event_id=event))
                assert is_refused(api.complete(held))
            limit(child, resource.RLIM_INFINITY)
            assert api.post("/customers", long).status == 200
            assert api.get("/customers").result["total_count"] == done + 1
            assert api.complete(held).status == 200
            assert api.best(1, event_id=event).status == 200
    finally:
        child.kill()
