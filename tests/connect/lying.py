"""A network between a client and a real service that does each change, and lies about it."""

from __future__ import annotations

from collections.abc import Callable

import httpx

Lie = Callable[[httpx.Response], httpx.Response]


class Lying(httpx.AsyncBaseTransport):
    """Gives every request to the service, and changes what comes of those that are chosen.

    Args:
        lie: what becomes of an answer; it may raise, as a network does.
        about: whether it is told about a request; about every change without.

    Attributes:
        seen: verb and path of what was asked.
    """

    def __init__(self, lie: Lie, about: Callable[[httpx.Request], bool] | None = None) -> None:
        self._real = httpx.AsyncHTTPTransport()
        self.lie = lie
        self.about = about or (lambda request: request.method != "GET")
        self.seen: list[tuple[str, str]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.seen.append((request.method, request.url.path.removeprefix("/connect")))
        answer = await self._real.handle_async_request(request)
        if not self.about(request):
            return answer
        await answer.aread()
        return self.lie(answer)

    async def aclose(self) -> None:
        await self._real.aclose()


def of_success(made: Lie) -> Lie:
    """A lie about what was done; that something was not done is told as it is."""
    return lambda answer: made(answer) if answer.status_code < 300 else answer


def text(body: str | bytes, status: int = 200, kind: str = "application/json") -> Lie:
    """Something else in the place of every answer that says that it was done."""
    content = body.encode() if isinstance(body, str) else body
    headers = {"Content-Type": kind}
    return of_success(lambda _: httpx.Response(status, content=content, headers=headers))


def lost(_: httpx.Response) -> httpx.Response:
    """No answer comes at all."""
    raise httpx.ReadError("reset")


def silent(answer: httpx.Response) -> httpx.Response:
    """Nothing but the id of what was made."""
    if answer.status_code >= 300:
        return answer
    result = answer.json().get("OrderCnctResult")
    return httpx.Response(200, json={"id": result["id"]} if result else {})
