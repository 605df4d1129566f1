"""The access log: one line for each request, and nothing in it that is nobody's business."""

from __future__ import annotations

import json
import signal
from typing import Any

import httpx

from tests.cli.test_command_line import serving
from tests.service.client import Api
from tests.service_fixture import Running
from tests.waiting import PATIENCE

CANARY = "canary-5c1f"


def lines_of(*words: str) -> tuple[list[dict[str, Any]], str]:
    """What a process logs of a few requests that all hold a canary somewhere; and all it said."""
    with serving("--port", "0", *words, BOXOFFICE_TOKEN=CANARY) as (process, url, token):
        with Api(Running(url, token)) as api:
            api.get("/customers", search=CANARY)
            api.post("/customers", {"last_name": CANARY, "email": f"{CANARY}@example.org"})
            order = api.best(2).result
            paid = [{"payment_type": 1, "amount": float(order["total"]), "reference": CANARY}]
            order = order["id"]
            api.complete(order, CANARY, operator=CANARY, comment=CANARY, payments=paid)
            api.get(f"/orders/{order}")
            api.get(f"/orders/{CANARY}")
            api.get(f"/{CANARY}")
        with Api(Running(url, f"{CANARY}-wrong")) as stranger:
            stranger.get("/events")
        root = url.removesuffix("/connect")
        assert (
            httpx.get(root + "/healthz", headers={"X-Request-ID": "my-1"}).headers["X-Request-ID"]
            == "my-1"
        )
        odd = httpx.get(root + "/metrics", headers={"X-Request-ID": f'"{CANARY}" x'})
        assert len(odd.headers["X-Request-ID"]) == 36
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=PATIENCE)[1]
    return [json.loads(line) for line in said.splitlines() if line.startswith("{")], said


def test_a_line_says_who_asked_for_what_and_what_came_of_it() -> None:
    lines, said = lines_of("--access-log")
    assert CANARY not in said
    assert [(line["operation"], line["path"], line["status"]) for line in lines] == [
        ("Customers GET", "/connect/v1/customers", 200),
        ("Customers POST", "/connect/v1/customers", 200),
        ("ReserveBestSeat POST", "/connect/v1/orders/reserve-best-seat", 200),
        ("Order PUT", "/connect/v1/orders/{order_id}", 200),
        ("Order GET", "/connect/v1/orders/{order_id}", 200),
        ("Order GET", "/connect/v1/orders/{order_id}", 404),
        (None, None, 404),
        ("Events GET", "/connect/v1/events", 401),
        (None, "/healthz", 200),
        (None, "/metrics", 200),
    ]
    assert [line["credential"] for line in lines] == [*["default"] * 6, None, None, None, None]
    first = lines[0]
    assert set(first) == {
        "time",
        "request_id",
        "client",
        "credential",
        "method",
        "path",
        "operation",
        "status",
        "milliseconds",
        "bytes",
    }
    assert first["time"].endswith("+00:00")
    assert first["client"] == "127.0.0.1"
    assert first["method"] == "GET"
    assert first["bytes"] > 20
    assert first["milliseconds"] > 0
    assert len({line["request_id"] for line in lines}) == len(lines)
    assert lines[-2]["request_id"] == "my-1"


def test_without_the_option_there_is_none() -> None:
    assert lines_of() == ([], "")
