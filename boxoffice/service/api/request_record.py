"""A record of every request: what it was, who sent it, and how it was answered.

The middleware makes it, the endpoints fill it in, and the observers (metrics, access log) read it.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUEST_ID = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9._-]{1,64}")
_RECORD = "record"


@dataclass(slots=True)
class RequestRecord:
    """One request.

    Attributes:
        operation: such as 'Order PUT'; empty where the request named no operation.
        path: its path as the table of operations has it, without ids.
        credential: the name of its credential; empty until that was found valid.
        status: of the answer; 0 until one begins.
        size: of the answer's body in bytes.
        seconds: from the request to the end of its answer.
    """

    request_id: str = ""
    method: str = ""
    client: str = ""
    operation: str = ""
    path: str = ""
    credential: str = ""
    status: int = 0
    size: int = 0
    seconds: float = field(default=0.0)


def record_of(request: Request) -> RequestRecord:
    """The record of a request, to be filled in."""
    record = request.scope.setdefault("state", {}).setdefault(_RECORD, RequestRecord())
    if not isinstance(record, RequestRecord):
        raise TypeError("the request's state holds something else as its record")
    return record


class RecordingMiddleware:
    """ASGI middleware that hands the record of each request to the observers when it is over.

    Each answer names its request in the header `X-Request-ID`: by the client's own id where that
    is a sane one, else by a new one.
    """

    def __init__(self, app: ASGIApp, observers: Sequence[Callable[[RequestRecord], None]]) -> None:
        self._app = app
        self._observers = observers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        record = _new_record(scope)
        scope.setdefault("state", {})[_RECORD] = record

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                record.status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = record.request_id
            elif message["type"] == "http.response.body" and record.method != "HEAD":
                record.size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            record.seconds = time.perf_counter() - started
            for observer in self._observers:
                observer(record)


def _new_record(scope: Scope) -> RequestRecord:
    given = Headers(scope=scope).get(REQUEST_ID, "")
    client = scope.get("client")
    return RequestRecord(
        request_id=given if _SANE.fullmatch(given) else str(uuid.uuid4()),
        method=scope["method"],
        client=client[0] if client else "",
    )
