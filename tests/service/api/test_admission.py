"""What a caller may ask of the service: how often, how much, and with how many connections."""

from __future__ import annotations

import asyncio
import http.client
import socket
from collections.abc import Iterator

import pytest

from boxoffice.connect.client import ConnectClient
from boxoffice.service.api import admission
from boxoffice.service.api.admission import TokenBucket
from tests.cli.test_command_line import serving
from tests.service.client import Api
from tests.service_fixture import Running, running_service
from tests.waiting import PATIENCE


class Time:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


def test_so_many_at_once_and_then_so_many_a_second(time: Time) -> None:
    bucket = TokenBucket(10, 20, time)
    assert [bucket.take("a") for _ in range(20)] == [0.0] * 20
    assert bucket.take("a") == pytest.approx(0.1)
    assert bucket.take("b") == 0  # another is another
    time.now += 0.1
    assert bucket.take("a") == 0
    assert bucket.take("a") > 0
    bucket.give_back("a")
    assert bucket.take("a") == 0
    time.now += 3600
    assert [bucket.take("a") > 0 for _ in range(21)] == [False] * 20 + [True]


def test_those_who_left_are_forgotten(time: Time, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "_MOST_KEPT", 100)
    bucket = TokenBucket(1, 5, time)
    for number in range(10_000):
        time.now += 1
        bucket.take(str(number))
        assert bucket.kept <= 202


@pytest.fixture
def strict() -> Iterator[Running]:
    with running_service(rate=1) as running:
        yield running


def test_too_many_requests_are_told_when_to_come_back(strict: Running) -> None:
    with Api(strict) as api:
        answers = [api.get("/countries") for _ in range(10)]
        statuses = [answer.status for answer in answers]
        assert statuses[:3] == [200] * 3  # the first one was not known yet
        late = answers[statuses.index(429)]
        assert late.headers["Retry-After"] == "1"
        assert late.body["error_type"] == 6
        assert late.body["TIsSuccessful"] is False


async def test_our_client_comes_back_by_itself(strict: Running) -> None:
    client = ConnectClient(strict.address, strict.token)
    try:
        for _ in range(5):
            assert await client.events.list()
    finally:
        await client.aclose()


def test_guessing_is_slow_and_does_not_lock_the_others_out() -> None:
    with running_service() as service, Api(service) as api:
        assert api.get("/countries").status == 200
        with Api(service, "AUTHTOKEN guessed") as stranger:
            statuses = [stranger.get("/countries").status for _ in range(100)]
        assert statuses[:50] == [401] * 50
        assert 429 in statuses
        assert api.get("/countries").status == 200


def test_the_rate_is_an_option() -> None:
    with serving("--port", "0", "--rate", "1") as (_, url, token), Api(Running(url, token)) as api:
        assert 429 in [api.get("/countries").status for _ in range(10)]


def test_a_header_too_large_is_refused(still_service: Running) -> None:
    with socket.create_connection(("127.0.0.1", still_service.port), timeout=PATIENCE) as raw:
        raw.sendall(b"GET /connect/v1/events HTTP/1.1\r\nX-Large: " + b"x" * 20_000)
        assert raw.recv(100).startswith(b"HTTP/1.1 400 ")


async def test_our_client_waits_where_there_are_too_many_connections(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """uvicorn refuses them in plain text, with 503; the client comes back."""
    monkeypatch.setattr("boxoffice.service.process.uvicorn_setup._MOST_CONNECTIONS", 3)
    with running_service() as running:
        idle = [http.client.HTTPConnection("127.0.0.1", running.port) for _ in range(3)]
        for connection in idle:
            connection.connect()
        probe = http.client.HTTPConnection("127.0.0.1", running.port, timeout=PATIENCE)
        probe.request("GET", "/connect/v1/events")
        answer = probe.getresponse()
        assert (answer.status, answer.read()) == (503, b"Service Unavailable")
        probe.close()
        client = ConnectClient(running.address, running.token)
        try:
            listing = asyncio.ensure_future(client.events.list())
            await asyncio.sleep(0.3)
            for connection in idle:
                connection.close()
            assert await listing
        finally:
            await client.aclose()
