"""A server that is away is not hammered, and found again when it is back."""

from __future__ import annotations

import asyncio
import time
from itertools import pairwise

import httpx
import pytest

from boxoffice.connect.circuit import Circuit
from boxoffice.connect.client import SeatRequest
from boxoffice.connect.errors import Unreachable
from boxoffice.domain.ids import EventId, SeatId
from tests.connect.scripted import Scripted, ok

SEAT = [SeatRequest(EventId(1), SeatId(1))]


class Hand:
    """A clock that somebody turns."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_repeats_are_a_gap_apart_whoever_asks() -> None:
    clock = Hand()
    circuit = Circuit(1.0, clock)
    waits = [circuit.repeat_after(0.0, 200.0) for _ in range(5)]
    assert all(wait is not None for wait in waits)
    assert all(later - sooner >= 1.0 for sooner, later in pairwise(w or 0.0 for w in waits))


def test_a_repeat_that_comes_too_late_is_none_and_takes_no_turn() -> None:
    clock = Hand()
    circuit = Circuit(1.0, clock)
    assert circuit.repeat_after(60.0, clock.now + 5) is None
    assert (circuit.repeat_after(0.0, clock.now + 5) or 0.0) < 0.1


def test_after_a_row_of_failures_one_at_a_time_may_try() -> None:
    clock = Hand()
    circuit = Circuit(1.0, clock)
    for _ in range(5):
        assert circuit.may_try()
        circuit.failed()
    assert not circuit.may_try()
    clock.now += 1.1
    assert circuit.may_try()
    assert not circuit.may_try()
    circuit.answered()
    assert circuit.may_try()
    assert circuit.may_try()


def test_it_is_never_shut_for_long() -> None:
    clock = Hand()
    circuit = Circuit(1.0, clock)
    for _ in range(1000):
        circuit.failed()
    clock.now += 5.1
    assert circuit.may_try()


async def test_fifty_calls_to_a_server_that_is_away_are_few_requests() -> None:
    scripted = Scripted(httpx.ConnectError("refused"), pause=0.2)
    begun = time.monotonic()
    calls = [scripted.client.events.list() for _ in range(50)]
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert all(isinstance(error, Unreachable) for error in results)
    first, gaps = len(scripted.seen), (time.monotonic() - begun) / 0.2
    assert first <= 50 + 1 + gaps  # each once, and one of them again in each gap
    with pytest.raises(Unreachable):
        await scripted.client.events.list()
    assert len(scripted.seen) - first <= 3


async def test_what_a_buyer_waits_for_is_always_asked() -> None:
    order = ok("OrderCnctResult", id=9, status=0, currency="EUR", total=0, seats=[])
    away = [httpx.ConnectError("refused")] * 9
    scripted = Scripted(*away, order, pause=0.01)
    for _ in range(3):
        with pytest.raises(Unreachable):
            await scripted.client.events.list()
    before = len(scripted.seen)
    for _ in range(9 - before):
        with pytest.raises(Unreachable):
            await scripted.client.orders.reserve(None, SEAT, "")
    assert (await scripted.client.orders.reserve(None, SEAT, "")).id == 9


async def test_retry_after_is_honoured_where_there_is_time() -> None:
    busy = httpx.Response(503, headers={"Retry-After": "1000"})
    scripted = Scripted(busy, ok("EventCnctResult", events=[]))
    with pytest.raises(Unreachable):
        await scripted.client.events.list()
    assert len(scripted.seen) == 1
