"""HTTP with as little as it takes, for loads that share the machine with what they load."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import msgspec


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: its status, its body, and the seconds it took."""

    status: int
    body: bytes
    seconds: float

    def result(self) -> Any:
        """The result object, which is under the name of its type."""
        assert self.status == 200, self.body[:300]
        content = msgspec.json.decode(self.body)
        return next(value for name, value in content.items() if name.endswith("Result"))


class Line:
    """One connection that is kept, for one caller at a time; opened by the first question.

    Args:
        address: the service's, with `/connect`.
    """

    def __init__(self, address: str, token: str) -> None:
        parts = urlsplit(address)
        self._host, self._port, self._root = parts.hostname, parts.port, parts.path
        self._head = f"Host: {parts.netloc}\r\nAuthorization: AUTHTOKEN {token}\r\n"
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, verb: str, path: str, body: Any = None, key: str = "") -> Said:
        """One question and its answer.

        Raises:
            OSError, EOFError: the connection was lost; the next question opens another.
        """
        began = time.perf_counter()
        content = b"" if body is None else msgspec.json.encode(body)
        head = f"{verb} {self._root}/v1{path} HTTP/1.1\r\n{self._head}"
        if key:
            head += f"Idempotency-Key: {key}\r\n"
        if content:
            head += f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n"
        try:
            if self._streams is None:
                self._streams = await asyncio.open_connection(self._host, self._port)
            reader, writer = self._streams
            writer.write(head.encode() + b"\r\n" + content)
            told = await reader.readuntil(b"\r\n\r\n")
            fields = told.lower().split(b"\r\n")
            length = next(f[15:] for f in fields if f.startswith(b"content-length:"))
            answer = await reader.readexactly(int(length))
        except (OSError, EOFError):
            self.close()
            raise
        if b"connection: close" in fields:
            self.close()
        return Said(int(told[9:12]), answer, time.perf_counter() - began)

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None
