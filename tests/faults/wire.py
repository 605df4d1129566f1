"""HTTP/1.1 as far as the harness needs it, and a thread whose event loop the servers live in.

What a server does there takes nothing from the loop that the client runs in, so that a stall seen
in that one is the client's.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from ssl import SSLContext
from typing import Any, TypeVar

from tests.waiting import PATIENCE

T = TypeVar("T")
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
_MOST_HEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came. `path` is without its query, header names are in small letters."""

    verb: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    raw: bytes

    @property
    def key(self) -> str:
        """The idempotency key, empty where it bears none."""
        return self.headers.get("idempotency-key", "")

    @property
    def is_write(self) -> bool:
        return self.verb != "GET"


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """The next request of a connection, None where the connection ends before it is whole."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        headers = _headers(head)
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    verb, target, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ")
    path, _, query = target.partition("?")
    return Request(verb, path, query, headers, body, head + body)


async def read_answer(reader: asyncio.StreamReader) -> bytes:
    """One whole answer: head and body, as they came."""
    head = await reader.readuntil(b"\r\n\r\n")
    return head + await reader.readexactly(int(_headers(head).get("content-length", "0")))


def answer(
    status: int, body: bytes = b"", media_type: str = "application/json", **headers: str
) -> bytes:
    """An answer; words of a header's name are joined by `_` here."""
    lines = {"Content-Type": media_type, "Content-Length": str(len(body))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} Scripted\r\n{head}\r\n".encode() + body


def reset(writer: asyncio.StreamWriter) -> None:
    """Ends a connection at once, so that the other side meets a reset and no orderly end."""
    raw = writer.get_extra_info("socket")
    if raw is not None:
        with contextlib.suppress(OSError):
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def _headers(head: bytes) -> dict[str, str]:
    lines = head.decode("latin-1").split("\r\n")[1:]
    pairs = (line.partition(":") for line in lines if line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


class Backstage:
    """An event loop in a thread of its own. By its `with` it ends with all that runs in it."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="backstage")
        self._servers: list[asyncio.Server] = []

    def __enter__(self) -> Backstage:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Does it there, and waits here."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    async def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Does it there, without holding up the loop that asks."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def listen(
        self, handler: Handler, port: int = 0, tls: SSLContext | None = None
    ) -> tuple[asyncio.Server, int]:
        """Inside: a server on a port of this machine, and the port."""

        async def guarded(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                await handler(reader, writer)
            except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                pass
            finally:
                writer.close()

        server = await asyncio.start_server(
            guarded, "127.0.0.1", port, limit=_MOST_HEAD, ssl=tls, backlog=50
        )
        self._servers.append(server)
        return server, int(server.sockets[0].getsockname()[1])

    async def _end(self) -> None:
        for server in self._servers:
            server.close()
        own = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not own]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)  # transports that were closed say so to their protocols
