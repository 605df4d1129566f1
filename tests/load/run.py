"""One run: the services, the counters, and what it came to."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from tests.load.counter import Counter
from tests.load.model import House, Tally, Violation
from tests.load.services import EVENT, Services, services
from tests.load.verify import verify
from tests.processes import processor_seconds


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run came to; times in milliseconds.

    Attributes:
        service_ms: what a request took of the processors, in the services and their database.
        wrong: what was against the promises, by kind: answers, owners, lost orders, phantom holds.
    """

    seats_per_second: float
    requests_per_second: float
    service_ms: float
    p50: float
    p99: float
    longest: float
    kills: int
    counts: dict[str, int]
    wrong: dict[str, list[str]]

    @property
    def is_broken(self) -> bool:
        return any(self.wrong.values())

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def run(
    kind: str,
    count: int,
    counters: int,
    seconds: float,
    kill: float | None,
    seed: int,
    pace: float = 0.0,
    has_enough: Callable[[Tally], bool] = lambda _: True,
) -> Figures:
    """Loads `count` services on `kind` of database.

    Args:
        pace: the seats a second that all counters together reserve at most; 0 for as many as
            they can.
        seconds: how long it goes on at least.
        has_enough: whether it may end then; how far a second goes is the machine's.
        kill: how many seconds apart one of them is ended by force; None for never.
    """
    tally = Tally()
    with services(kind, count) as running:
        before = processor_seconds(running.roots)
        took = asyncio.run(_work(running, tally, counters, seconds, kill, seed, pace, has_enough))
        used = processor_seconds(running.roots) - before
        for process in running.processes:
            process.end()
        wrong = {"answers": tally.violations} | verify(running.store, tally.kept)
    spent = sorted(second * 1000 for second in tally.reserve_seconds) or [0.0]
    return Figures(
        seats_per_second=tally.reserved / took,
        requests_per_second=tally.requests / took,
        service_ms=used * 1000 / max(tally.requests, 1),
        p50=spent[len(spent) // 2],
        p99=spent[min(len(spent) - 1, int(len(spent) * 0.99))],
        longest=spent[-1],
        kills=running.kills,
        counts={
            name: getattr(tally, name)
            for name in (
                "reservations",
                "conflicts",
                "completed",
                "given_back",
                "expired",
                "repeats",
                "retries",
            )
        },
        wrong=wrong,
    )


async def _work(
    running: Services,
    tally: Tally,
    counters: int,
    seconds: float,
    kill: float | None,
    seed: int,
    pace: float,
    has_enough: Callable[[Tally], bool],
) -> float:
    house = House()
    selling = [
        Counter(
            number,
            running,
            house,
            tally,
            seed,
            pace=pace / counters,
            may_be_killed=kill is not None,
        )
        for number in range(counters)
    ]
    began = time.monotonic()
    killing = asyncio.create_task(running.kill_now_and_then(kill)) if kill else None
    await asyncio.gather(*(counter.work(began + seconds, has_enough) for counter in selling))
    took = time.monotonic() - began
    if killing is not None:
        killing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await killing
    try:
        await _nobody_missed_anything(running, selling[:5])
    except Violation as error:
        tally.violations.append(str(error))
    finally:
        for counter in selling:
            counter.close()
    return took


async def _nobody_missed_anything(running: Services, counters: list[Counter]) -> None:
    line = running.line(0)
    try:
        while True:  # holds run out meanwhile: until nothing changes between two looks
            before = await _statuses(line)
            for counter in counters:
                with contextlib.suppress(Violation):
                    await counter.mirrors(before)
            if before == await _statuses(line) and 1 not in before.values():
                break
            await asyncio.sleep(0.2)
        for counter in counters:
            await counter.mirrors(before)
    finally:
        line.close()


async def _statuses(line: Any) -> dict[int, int]:
    told = (await line.ask("GET", f"/events/{EVENT}/seat-status?pageSize=20000")).result()
    return {seat["seat_id"]: seat["status"] for seat in told["seat_states"]}
