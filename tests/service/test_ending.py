"""Told to end, the service finishes what it has begun, and takes nothing more on."""

from __future__ import annotations

import json
import signal
import socket
import time
from collections.abc import Iterator

import pytest

from tests import postgresql
from tests.test_command_line import serving
from tests.waiting import PATIENCE, wait_until


@pytest.fixture(params=["one process", "two workers"])
def words(request: pytest.FixtureRequest) -> Iterator[tuple[str, ...]]:
    if request.param == "one process":
        yield ()
        return
    if reason := postgresql.why_not():
        pytest.skip(reason)
    address = postgresql.shared_server().new_database()
    yield ("--database", address, "--venue", "theatre", "--workers", "2")


def is_refused(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_request_under_way_gets_its_whole_answer(words: tuple[str, ...]) -> None:
    body = json.dumps({"order_id": "", "search_pattern": {"event_id": 1, "quantity": 2}}).encode()
    with serving("--port", "0", *words) as (process, url, token):
        port = int(url.rsplit(":", 1)[1].split("/")[0])
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as caller:
            head = (
                "POST /connect/v1/orders/reserve-best-seat HTTP/1.1\r\nHost: localhost\r\n"
                f"Authorization: AUTHTOKEN {token}\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            caller.sendall(head.encode() + body[:10])
            time.sleep(0.5)  # the service reads what was sent
            process.send_signal(signal.SIGTERM)
            wait_until(lambda: is_refused(port))
            assert process.poll() is None
            caller.sendall(body[10:])
            with caller.makefile("rb") as answer:
                said = answer.read()  # to the end: the connection is closed after it
        head_said, _, content = said.partition(b"\r\n\r\n")
        assert head_said.startswith(b"HTTP/1.1 200 ")
        assert len(json.loads(content)["OrderCnctResult"]["seats"]) == 2
        assert process.wait(PATIENCE) == 0


def test_a_request_that_never_ends_is_given_up_quietly() -> None:
    with serving("--port", "0") as (process, url, token):
        port = int(url.rsplit(":", 1)[1].split("/")[0])
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as caller:
            head = (
                "POST /connect/v1/orders/reserve-seat HTTP/1.1\r\nHost: localhost\r\n"
                f"Authorization: AUTHTOKEN {token}\r\nContent-Length: 100\r\n\r\n"
            )
            caller.sendall(head.encode())
            time.sleep(0.5)
            process.send_signal(signal.SIGTERM)
            said = process.communicate(timeout=PATIENCE)[1]
        assert process.returncode == 0
        assert "Traceback" not in said
