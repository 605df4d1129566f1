"""Watches every request: what it was, by whom, and what came of it."""

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
class Record:
    """One request.

    Attributes:
        operation: which one it was, as in 'Order PUT'; empty where there is none such.
        path: its path as the table of operations has it, without ids.
        credential: the name of the credential that it bore; empty until that was found valid.
        status: of the answer; 0 where none was begun.
        size: of the answer's body in bytes.
        seconds: how long it took.
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


def record_of(request: Request) -> Record:
    """The record of a request, for those who know more of it to fill in."""
    record = request.scope.setdefault("state", {}).setdefault(_RECORD, Record())
    if not isinstance(record, Record):
        raise TypeError("the request's record is none")
    return record


class Observed:
    """An application whose requests are told to the observers when they are over.

    Each answer says in a header which request it is of: by the client's own id where that is sane.
    """

    def __init__(self, app: ASGIApp, observers: Sequence[Callable[[Record], None]]) -> None:
        self._app = app
        self._observers = observers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        record = _begun(scope)
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


def _begun(scope: Scope) -> Record:
    given = Headers(scope=scope).get(REQUEST_ID, "")
    client = scope.get("client")
    return Record(
        request_id=given if _SANE.fullmatch(given) else str(uuid.uuid4()),
        method=scope["method"],
        client=client[0] if client else "",
    )
