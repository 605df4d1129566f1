"""Rows 4, 6 and 7: a service that is down, one that says no, and one that cannot be found."""

from __future__ import annotations

import asyncio
import math
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import httpx

from boxoffice.connect.client import ConnectClient, Deadlines, SeatRequest, new_key
from boxoffice.connect.errors import ConnectError, Refused, Unreachable
from boxoffice.domain.ids import OrderId, SeatId
from tests.faults import injected, invariants
from tests.faults.sale import EVENT, Intent, sell
from tests.faults.stage import Stage
from tests.faults.table import row
from tests.service.client import Api
from tests.turns import stopwatch
from tests.waiting import PATIENCE

_SECOND = 0.03  # what the client takes for a second here
_MOST_TO_SAY = 2.0
_READERS = 6


@row(4, "a minute of 5xx", "jitter, at most one retry a second", with_service=True)
async def failing_minute(stage: Stage) -> str:
    proxy, sent = stage.proxy(), Sent()
    client = stage.client(proxy.address, pause=_SECOND, transport=sent)
    proxy.always(injected.unavailable(503))
    begun = time.monotonic()
    calls = await _counter_for(stage, client, seconds=60 * _SECOND)
    scaled = (time.monotonic() - begun) / _SECOND
    asked = sum(not request.is_write for request in proxy.seen)
    sold = len(proxy.writes)
    gaps = sent.gaps()
    proxy.always(None)
    receipt = await sell(stage, client, Intent("BX-after"))
    await asyncio.to_thread(invariants.check, stage, [receipt])
    assert not gaps or min(gaps) >= 0.95 * _SECOND, f"a retry after {min(gaps) / _SECOND:.2f} s"
    assert len(gaps) < 3 or max(gaps) - min(gaps) > 0.02 * _SECOND, "no jitter"
    assert asked <= scaled + _READERS, f"asked {asked} times in {scaled:.0f} scaled seconds"
    return (
        f"{calls} calls in {scaled:.0f} scaled seconds: {asked} questions, {sold} attempts to "
        "reserve; sells afterwards"
    )


async def _counter_for(stage: Stage, client: ConnectClient, seconds: float) -> int:
    """A counter whose window opens, polls and sells meanwhile; how many calls it made."""
    ends = time.monotonic() + seconds
    calls = 0

    async def keep_at(call: Callable[[], Any]) -> None:
        nonlocal calls
        while time.monotonic() < ends:
            calls += 1
            try:
                await call()
            except ConnectError as error:
                stage.note(error)
            await asyncio.sleep(2 * _SECOND)

    wanted = [SeatRequest(EVENT, SeatId(1))]
    reading = [client.events.list, lambda: client.seats.plan(EVENT)] * (_READERS // 2)
    polling = [lambda: client.seats.status(EVENT)]
    selling = [lambda: client.orders.reserve(None, wanted, new_key())]
    await asyncio.gather(*(keep_at(call) for call in reading + polling + selling))
    return calls


class Sent(httpx.AsyncHTTPTransport):
    """A network that knows when the client sent each write: when it comes is the machine's."""

    def __init__(self) -> None:
        super().__init__()
        self._times: dict[str, list[float]] = defaultdict(list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if key := request.headers.get("Idempotency-Key"):
            self._times[key].append(time.monotonic())
        return await super().handle_async_request(request)

    def gaps(self) -> list[float]:
        """How long after a write it was sent again."""
        return [b - a for times in self._times.values() for a, b in pairwise(times)]


@row(6, "409 on one of several seats", "names the seat, keeps the rest", with_service=True)
async def one_seat_taken(stage: Stage) -> str:
    client = stage.client(stage.proxy().address)
    first, taken, third = SeatId(11), SeatId(12), SeatId(13)
    order = await client.orders.reserve(None, [SeatRequest(EVENT, first)], new_key())
    with Api(stage.service) as rival:
        assert (await asyncio.to_thread(rival.reserve, taken)).status == 200
        wanted = [SeatRequest(EVENT, third), SeatRequest(EVENT, taken)]
        with stage.expects(Refused) as caught:
            await client.orders.reserve(order.id, wanted, new_key())
        assert caught[0].is_conflict, f"refused with {caught[0].code}"
        named = [item.index for item in caught[0].items]
        assert named == [1], f"named: {named}"
        statuses = await asyncio.to_thread(rival.statuses)
    kept = await client.orders.get(OrderId(order.id))
    assert [line.seat_id for line in kept.lines] == [first], "the rest was not kept"
    assert (statuses[first], statuses[third]) == (1, 0), "the free seat of the list was held"
    await asyncio.to_thread(invariants.one_owner, stage)
    await asyncio.to_thread(invariants.no_orphans, stage)
    return "refused with the second seat named; the order keeps its seat, the free one is free"


class _Names:
    """Looking up 'localhost', as it goes: found, not known, or without an answer."""

    def __init__(self) -> None:
        self.is_known = True
        self.is_hanging = False
        self.released = threading.Event()
        self._real = socket.getaddrinfo

    def look_up(self, host: Any, *rest: Any, **more: Any) -> Any:
        if host in ("localhost", b"localhost"):
            if self.is_hanging:
                self.released.wait(PATIENCE)
            if not self.is_known:
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return self._real(host, *rest, **more)


@row(7, "name does not resolve", "message within 2 s, recovers", with_service=True)
async def name_not_found(stage: Stage) -> str:
    address = stage.proxy().address.replace("127.0.0.1", "localhost")
    # As the program makes it: nothing in a hurry.
    client = stage.client(address, pause=1.0, deadlines=Deadlines())
    names = _Names()
    names.is_known = False
    try:
        with patch("socket.getaddrinfo", names.look_up):
            unknown = await _seconds_to_say(stage, client)
            names.is_known = True
            assert await client.events.list(), "it does not recover by itself"
            # Another: the open connections of this one need no name any more.
            client = stage.client(address, pause=1.0, deadlines=Deadlines())
            names.is_hanging = True
            silent = await _seconds_to_say(stage, client)
            names.is_hanging = False
            names.released.set()
            assert await client.events.list(), "it does not recover by itself"
    finally:
        names.released.set()
    assert max(unknown, silent) < _MOST_TO_SAY, (
        f"said after {unknown:.1f} s (not known) and {silent:.1f} s (no answer)"
    )
    return f"said after {unknown:.1f} s and {silent:.1f} s, and recovers"


async def _seconds_to_say(stage: Stage, client: ConnectClient) -> float:
    """How long the client took to say that there is nobody, less its waiting for a core; endless
    where it took too long."""
    with stopwatch() as watch:
        try:
            async with asyncio.timeout(PATIENCE):
                with stage.expects(Unreachable):
                    await client.events.list()
        except TimeoutError:
            return math.inf
        return watch.seconds


ROWS = (failing_minute, one_seat_taken, name_not_found)
