"""Told to end, the service finishes what it has begun, and takes nothing more on."""

from __future__ import annotations

import json
import signal
import socket
from collections.abc import Iterator

import pytest

from tests import postgresql
from tests.cli.test_command_line import is_refused, serving
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


def begin(caller: socket.socket, head: str) -> None:
    """Sends the head of a request, and returns when the service waits for its body: by then it is
    under way there."""
    caller.sendall(f"{head}Expect: 100-continue\r\n\r\n".encode())
    said = b""
    while not said.endswith(b"\r\n\r\n"):
        said += caller.recv(1)
    assert said.startswith(b"HTTP/1.1 100 ")


def test_a_request_under_way_gets_its_whole_answer(words: tuple[str, ...]) -> None:
    body = json.dumps({"order_id": "", "search_pattern": {"event_id": 1, "quantity": 2}}).encode()
    with serving("--port", "0", *words) as (process, url, token):
        port = int(url.rsplit(":", 1)[1].split("/")[0])
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as caller:
            head = (
                "POST /connect/v1/orders/reserve-best-seat HTTP/1.1\r\nHost: localhost\r\n"
                f"Authorization: AUTHTOKEN {token}\r\nContent-Length: {len(body)}\r\n"
            )
            begin(caller, head)
            caller.sendall(body[:10])
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
                f"Authorization: AUTHTOKEN {token}\r\nContent-Length: 100\r\n"
            )
            begin(caller, head)
            process.send_signal(signal.SIGTERM)
            said = process.communicate(timeout=PATIENCE)[1]
        assert process.returncode == 0
        assert "exceeded" in said  # it was under way, and waited for
        assert "Traceback" not in said
