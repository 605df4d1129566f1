"""One `send`: retries what may be repeated, and says what is not known.

Reads are repeated inside their deadline, at most once a second. A write bears its key: where the
server did nothing it is sent once more, where the answer was lost it is asked once more with the
same key, and what is still not known then is `OutcomeUnknown`.
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from boxoffice import __version__
from boxoffice.connect.envelope import Busy, Failed, result_of
from boxoffice.connect.errors import BadReply, OutcomeUnknown, Unreachable
from boxoffice.connect.operations import SEAT_DATA, SEAT_STATUS, SEATS, Operation
from boxoffice.connect.transport import Answer, Deadlines, Lost, NotSent, TooLarge, Transport

T = TypeVar("T")
_log = logging.getLogger(__name__)
_ENCODER = msgspec.json.Encoder(decimal_format="number")
_LEAST_PAUSE = 1.0
_BULK = (SEATS, SEAT_STATUS, SEAT_DATA)
_READ_ATTEMPTS = 3
_WRITE_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Form:
    """A body that is no JSON, as it goes out."""

    content: bytes
    media_type: str


class Sender:
    """Sends operations with a credential, and turns every failure into one of our errors.

    Args:
        pause: seconds between two attempts, before jitter.
    """

    def __init__(
        self,
        transport: Transport,
        token: str,
        language: str,
        deadlines: Deadlines,
        pause: float = _LEAST_PAUSE,
    ) -> None:
        self._transport = transport
        self._token = token
        self._language = language
        self._deadlines = deadlines
        self._pause = pause

    def __repr__(self) -> str:
        return "Sender(token=...)"

    def use_token(self, token: str) -> None:
        self._token = token

    async def send(
        self,
        operation: Operation,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
        body: object = None,
        key: str = "",
    ) -> tuple[dict[str, Any], Answer]:
        """The result object, and the answer it came in.

        Raises:
            ConnectError: one of the five.
        """
        return await self.judged(operation, _result, path, query, body, key)

    async def judged(
        self,
        operation: Operation,
        judge: Callable[[Operation, Answer], Awaitable[T]],
        path: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
        body: object = None,
        key: str = "",
    ) -> tuple[T, Answer]:
        """As `send`, with what `judge` makes of the answer; it raises where that is a failure."""
        url = operation.path.format(**(path or {}))
        content = None if body is None else _content(body)
        deadline = time.monotonic() + self._seconds(operation)
        attempts = _WRITE_ATTEMPTS if operation.is_write else _READ_ATTEMPTS
        lost = ""
        for attempt in range(1, attempts + 1):
            pause = self._pause * attempt * random.uniform(1.0, 1.4)  # noqa: S311 - jitter
            try:
                answer = await self._exchange(operation, url, query, content, key, deadline)
                return await judge(operation, answer), answer
            except TooLarge as error:
                if operation.is_write:
                    raise OutcomeUnknown(operation.name, str(error), key=key) from error
                raise BadReply(operation.name, str(error)) from error
            except (Busy, NotSent) as error:
                cause: Exception = error
                if isinstance(error, Busy):
                    pause = max(pause, error.retry_after or 0.0)
            except (Lost, Failed) as error:
                lost = str(error)
                cause = error
            if attempt == attempts or time.monotonic() + pause > deadline:
                if lost and operation.is_write:
                    raise OutcomeUnknown(operation.name, lost, key=key) from cause
                raise Unreachable(operation.name, str(cause)) from cause
            _log.info("%s again in %.1f s: %s", operation.name, pause, cause)
            await asyncio.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    def headers(self, accepted: str, *, with_credential: bool = True) -> dict[str, str]:
        """What every request bears."""
        headers = {
            "Accept": accepted,
            "Accept-Language": self._language,
            "X-App-Version": __version__,
        }
        if with_credential:
            headers["Authorization"] = f'AUTHTOKEN auth_token="{self._token}"'
        return headers

    async def _exchange(
        self,
        operation: Operation,
        url: str,
        query: Mapping[str, str] | None,
        content: Form | None,
        key: str,
        deadline: float,
    ) -> Answer:
        headers = self.headers("application/json")
        if content is not None:
            headers["Content-Type"] = content.media_type
        if operation.is_write:
            headers["Idempotency-Key"] = key
        left = deadline - time.monotonic()
        seconds = min(left, self._deadlines.write) if operation.is_write else left
        return await self._transport.exchange(
            operation.lane, operation.verb, url, query=query or {}, headers=headers,
            body=None if content is None else content.content, seconds=max(seconds, 0.05),
        )  # fmt: skip

    def _seconds(self, operation: Operation) -> float:
        if operation.is_write:
            return 2 * self._deadlines.write + self._pause
        return self._deadlines.bulk if operation in _BULK else self._deadlines.read


def _content(body: object) -> Form:
    return body if isinstance(body, Form) else Form(_ENCODER.encode(body), "application/json")


async def _result(operation: Operation, answer: Answer) -> dict[str, Any]:
    return result_of(operation, answer)
