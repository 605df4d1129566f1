"""A TCP proxy in front of the real service that does to requests what networks do to them.

One client connection is served one request at a time; each request meets the next armed fault, or
the standing one, or none. Each is given to the service over a connection of its own.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.faults.wire import Backstage, Request, read_answer, read_request, reset


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to one request: a name to tell it by, and what plays it."""

    name: str
    play: Callable[[Exchange], Awaitable[None]]


class Exchange:
    """One request on its way. A fault gives it to the service, or not, and answers, or not."""

    def __init__(
        self, proxy: Proxy, request: Request, connection: _Connection, *, is_reused: bool
    ) -> None:
        self.proxy = proxy
        self.request = request
        self.is_reused = is_reused
        self._connection = connection

    async def ask(self) -> bytes:
        """What the service answers to the request."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.proxy.upstream)
        try:
            writer.write(self.request.raw)
            answer = await read_answer(reader)
            self.proxy.answers.append((self.request, answer))
            return answer
        finally:
            writer.close()

    async def give_half(self) -> None:
        """Gives the service the first half of the request, then resets that connection."""
        _, writer = await asyncio.open_connection("127.0.0.1", self.proxy.upstream)
        writer.write(self.request.raw[: len(self.request.raw) // 2])
        await writer.drain()
        reset(writer)

    async def send(self, data: bytes) -> None:
        """Gives the client bytes of an answer."""
        self._connection.writer.write(data)
        await self._connection.writer.drain()

    def reset(self) -> None:
        """Ends the client's connection at once."""
        reset(self._connection.writer)

    def close(self) -> None:
        """Ends the client's connection in order."""
        self._connection.writer.close()

    async def until_gone(self) -> None:
        """Until the client gives up."""
        while await self._connection.reader.read(1 << 16):
            pass


@dataclass(slots=True, eq=False)
class _Connection:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    is_idle: bool = False


class Proxy:
    """Attributes:
    upstream: the service's port.
    seen: the requests that came whole, in their order.
    answers: what the service answered to them, whoever got it.
    finished: how many requests were done with, as their fault has it, before the client left.
    limit: connections that may be open at a time; any more are reset. None for no limit.
    """

    def __init__(self, backstage: Backstage, upstream: int) -> None:
        self.upstream = upstream
        self.seen: list[Request] = []
        self.answers: list[tuple[Request, bytes]] = []
        self.finished = 0
        self.limit: int | None = None
        self.most_open = 0
        self._backstage = backstage
        self._armed: deque[Fault] = deque()
        self._standing: Fault | None = None
        self._open: set[_Connection] = set()
        self._server, self._port = backstage.run(backstage.listen(self._serve))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/connect"

    def arm(self, *faults: Fault) -> None:
        """The next requests meet these faults, one each."""
        self._armed.extend(faults)

    def always(self, fault: Fault | None) -> None:
        """Every request that no armed fault is for meets this one."""
        self._standing = fault

    def disarm(self) -> None:
        self._armed.clear()
        self._standing = None

    @property
    def writes(self) -> list[Request]:
        return [request for request in self.seen if request.is_write]

    async def close_door(self) -> None:
        """Connections are refused from now on; those that are open are reset."""
        await self._backstage.do(self.shut())

    async def open_door(self) -> None:
        await self._backstage.do(self.unshut())

    async def drop_idle(self) -> int:
        """Ends the connections that wait for a request; tells how many."""
        return await self._backstage.do(self._drop_idle())

    async def shut(self, seconds: float | None = None) -> None:
        """Inside: refuses connections, for good or for some time."""
        self._server.close()
        for connection in list(self._open):
            reset(connection.writer)
        if seconds is not None:
            loop = asyncio.get_running_loop()
            loop.call_later(seconds, lambda: loop.create_task(self.unshut()))

    async def unshut(self) -> None:
        """Inside: takes connections again, at the same port."""
        self._server, _ = await self._backstage.listen(self._serve, self._port)

    async def _drop_idle(self) -> int:
        idle = [connection for connection in self._open if connection.is_idle]
        for connection in idle:
            connection.writer.close()
        return len(idle)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.limit is not None and len(self._open) >= self.limit:
            reset(writer)
            return
        connection = _Connection(reader, writer)
        self._open.add(connection)
        self.most_open = max(self.most_open, len(self._open))
        try:
            await self._serve_requests(connection)
        finally:
            self._open.discard(connection)

    async def _serve_requests(self, connection: _Connection) -> None:
        is_reused = False
        while not connection.writer.is_closing():
            connection.is_idle = True
            request = await read_request(connection.reader)
            connection.is_idle = False
            if request is None:
                return
            self.seen.append(request)
            fault = self._armed.popleft() if self._armed else self._standing
            exchange = Exchange(self, request, connection, is_reused=is_reused)
            if fault is None:
                await exchange.send(await exchange.ask())
            else:
                await fault.play(exchange)
            self.finished += 1
            is_reused = True
