"""Rows 1 to 3 and 9 to 12: the wire between the counter and the service, whole sales over it."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict

from boxoffice.connect.client import Deadlines, SeatRequest
from boxoffice.connect.errors import OutcomeUnknown, Unreachable
from boxoffice.domain.ids import SeatId
from tests.faults import injected, invariants
from tests.faults.proxy import Fault, Proxy
from tests.faults.sale import EVENT, STEPS, Intent, Receipt, sell, until_known
from tests.faults.stage import Stage
from tests.faults.table import row
from tests.faults.wire import Request
from tests.waiting import PATIENCE, until

_SEATS_IN_ALL = 80


async def sell_with_fault_at(
    stage: Stage,
    proxy: Proxy,
    fault: Fault,
    *steps: str,
    times: int = 1,
    seats: tuple[int, int] = (1, 2),
) -> Receipt:
    """A sale that meets the fault at these steps, or at each, so many times in a row."""
    client = stage.client(proxy.address)

    def before(step: str) -> None:
        if step in (steps or STEPS):
            proxy.arm(*[fault] * times)

    intent = Intent(f"BX-{fault.name}-{times}", (SeatId(seats[0]), SeatId(seats[1])))
    receipt = await sell(stage, client, intent, before)
    proxy.disarm()
    return receipt


async def check(stage: Stage, *receipts: Receipt) -> None:
    """The invariants of the sales, which are all that the house has seen."""
    await asyncio.to_thread(invariants.check, stage, receipts)


def attempts(requests: list[Request]) -> list[list[Request]]:
    """The writes by what they want: verb, path and body; each is an intent with its attempts."""
    found: dict[tuple[str, str, bytes], list[Request]] = defaultdict(list)
    for request in requests:
        found[request.verb, request.path, request.body].append(request)
    return list(found.values())


def assert_same_keys(proxy: Proxy, least: int) -> None:
    """Every write was asked at least so often, with one key of its own."""
    intents = attempts(proxy.writes)
    keys = [{request.key for request in asked} for asked in intents]
    assert len(intents) == 3, f"{len(intents)} different writes in place of 3"
    assert all(len(found) == 1 and "" not in found for found in keys), "a retry has another key"
    assert len(set.union(*keys)) == len(intents), "two intents share a key"
    assert all(len(asked) >= least for asked in intents), "a lost write was not asked again"


@row(1, "3 s +- 2 s latency", "usable, can be cancelled", with_service=True)
async def latency(stage: Stage) -> str:
    proxy = stage.proxy()
    proxy.always(injected.latency(0.3, 0.2, random.Random(1)))
    client = stage.client(proxy.address)
    receipt = await sell(stage, client, Intent("BX-late"))
    await until(lambda: proxy.finished == len(proxy.seen))  # also by the proxy's own count
    asked, finished = len(proxy.seen), proxy.finished
    proxy.always(injected.latency(PATIENCE))
    waiting = asyncio.create_task(client.seats.plan(EVENT))
    await until(lambda: len(proxy.seen) > asked)  # until the server has the request
    waiting.cancel()
    await asyncio.wait([waiting])
    assert waiting.cancelled(), "it could not be cancelled"
    assert proxy.finished == finished, "it was cancelled when the answer had come"
    proxy.always(injected.latency(0.3, 0.2, random.Random(2)))
    assert len((await client.seats.plan(EVENT)).plan) == _SEATS_IN_ALL
    await check(stage, receipt)
    return "sold at a tenth of the latency; cancelled before the answer, goes on"


@row(2, "reset in the middle of a write", "asked again, same key", with_service=True)
async def reset_in_a_write(stage: Stage) -> str:
    proxy = stage.proxy()
    writes = "reserve", "price", "complete"
    await check(stage, await sell_with_fault_at(stage, proxy, injected.reset_midway(), *writes))
    assert_same_keys(proxy, 2)
    return "three writes reset, each asked again with its key; one order"


@row(3, "body cut short", "never partly applied", with_service=True)
async def cut_short(stage: Stage) -> str:
    proxy = stage.proxy()
    client = stage.client(proxy.address)
    for body_bytes in (-20, 0, 1, 900, 2500):
        cut = injected.cut_short(body_bytes)
        proxy.always(cut)
        for call in (client.seats.plan, client.seats.status):
            with stage.expects(Unreachable):
                await call(EVENT)
        proxy.always(None)
        proxy.arm(cut)
        loaded = await until_known(stage, lambda: client.seats.plan(EVENT))
        assert len(loaded.plan) == _SEATS_IN_ALL, "part of a plan"
        proxy.arm(cut)
        delta = await until_known(stage, lambda: client.seats.status(EVENT))
        assert len(delta.seat_ids) == _SEATS_IN_ALL, "part of a status"
    proxy.seen.clear()
    await check(stage, await sell_with_fault_at(stage, proxy, injected.cut_short(10)))
    assert_same_keys(proxy, 2)
    return "no part of a plan or a status in five cuts; a sale with each answer cut: one order"


@row(9, "one byte a second", "a total deadline ends it", with_service=True)
async def byte_by_byte(stage: Stage) -> str:
    proxy = stage.proxy()
    hurried = Deadlines(connect=PATIENCE, read=0.5, bulk=0.5, write=0.5)
    client = stage.client(proxy.address, deadlines=hurried)
    await until_known(stage, client.events.list)  # the connection stands
    await until(lambda: proxy.finished == len(proxy.seen))  # also by the proxy's own count
    finished = proxy.finished
    proxy.always(injected.sliced(0.05))
    for call in (client.events.list, lambda: client.seats.plan(EVENT)):
        with stage.expects(Unreachable):
            await call()
    intent = Intent("BX-slow")
    wanted = [SeatRequest(EVENT, seat) for seat in intent.seats]
    with stage.expects(OutcomeUnknown):
        await client.orders.reserve(None, wanted, intent.keys["reserve"])
    assert proxy.finished == finished, "an answer was waited for to its end"
    proxy.always(None)
    await check(stage, await sell(stage, stage.client(proxy.address), intent))
    return "three answers ended before their last byte; a slow write found again by its key"


@row(10, "request delivered twice", "one order, same answer", with_service=True)
async def delivered_twice(stage: Stage) -> str:
    proxy = stage.proxy()
    writes = "reserve", "price", "complete"
    await check(stage, await sell_with_fault_at(stage, proxy, injected.twice(), *writes))
    by_key: dict[str, set[bytes]] = defaultdict(set)
    count: dict[str, int] = defaultdict(int)
    for request, answer in proxy.answers:
        if request.is_write:
            by_key[request.key].add(answer.partition(b"\r\n\r\n")[2])
            count[request.key] += 1
    assert set(count.values()) == {2}, "not every write was delivered twice"
    assert all(len(bodies) == 1 for bodies in by_key.values()), "the second answer is another"
    return f"{len(count)} writes, each delivered twice and answered alike; one order"


@row(11, "answer lost after the server committed", "the retry finds the order", with_service=True)
async def answer_lost(stage: Stage) -> str:
    receipts = []
    for times, seats in ((1, (1, 2)), (2, (3, 4))):
        proxy = stage.proxy()
        receipts.append(
            await sell_with_fault_at(stage, proxy, injected.answer_lost(), times=times, seats=seats)
        )
        assert_same_keys(proxy, 1 + times)
        told: dict[str, bytes] = {}
        for request, answer in proxy.answers:
            if request.is_write:
                body = answer.partition(b"\r\n\r\n")[2]
                assert told.setdefault(request.key, body) == body, "the retry got another answer"
    unknown = [error for error in stage.errors if isinstance(error, OutcomeUnknown)]
    assert len(unknown) >= 3, "what was lost twice was not told to be unknown"
    await check(stage, *receipts)
    return f"lost once and twice in a row: found again; {len(unknown)} told unknown in between"


@row(12, "idle connection dropped", "reads repeated, writes same key", with_service=True)
async def idle_dropped(stage: Stage) -> str:
    proxy = stage.proxy()
    client = stage.client(proxy.address)
    await client.events.list()
    dropped = await proxy.drop_idle()
    assert dropped == 1, f"{dropped} idle connections"
    await client.events.list()
    proxy.arm(injected.dropped_in_use())
    before = len(proxy.seen)
    await client.events.list()
    assert len(proxy.seen) == before + 2, "the read was not repeated"
    assert not proxy.writes
    await check(stage, await sell_with_fault_at(stage, proxy, injected.dropped_in_use()))
    assert len({request.key for request in proxy.writes}) == 3, "a retry has another key"
    proxy.limit = 3
    read = [until_known(stage, client.events.list) for _ in range(6)]
    assert all(await asyncio.gather(*read)), "a read was lost at a limit of connections"
    return "dropped while idle and as it was used: reads repeated, writes with their key"


ROWS = (
    latency,
    reset_in_a_write,
    cut_short,
    byte_by_byte,
    delivered_twice,
    answer_lost,
    idle_dropped,
)
