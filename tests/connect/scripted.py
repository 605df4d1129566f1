"""A server that answers by a script, and the client that asks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from boxoffice.connect.client import ConnectClient

Script = Callable[[httpx.Request], httpx.Response]

# Seat 1 of event 1 in an order.
LINE = {
    "event_id": 1,
    "seat_id": 1,
    "area_id": 1,
    "price_category_id": 1,
    "sales_type_id": 1,
    "price": 0,
    "currency": "EUR",
}


class Scripted:
    """Answers each request with the next word of the script; the last word is repeated.

    Attributes:
        client: asks it.
        seen: what was asked.
    """

    def __init__(self, *script: Script | httpx.Response | Exception, **options: Any) -> None:
        self._steps = list(script)
        self.seen: list[httpx.Request] = []
        usual: dict[str, Any] = {"pause": 0.001, "transport": httpx.MockTransport(self._answer)}
        self.client = ConnectClient(
            "https://box.example/connect",
            options.pop("credential", "secret-token"),
            **usual | options,
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        step = self._steps.pop(0) if len(self._steps) > 1 else self._steps[0]
        if isinstance(step, Exception):
            raise step
        return step if isinstance(step, httpx.Response) else step(request)


def ok(name: str, **result: Any) -> httpx.Response:
    return httpx.Response(200, json={name: result, "TIsSuccessful": True})


def refusal(status: int, error_type: int, **block: Any) -> httpx.Response:
    body = {"error_type": error_type, "error_message": "no", **block}
    return httpx.Response(status, json=body)
