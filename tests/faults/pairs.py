"""Two faults in one sale, drawn by a seed; the invariants say whether it went well."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from boxoffice.connect.client import Deadlines
from tests.faults import injected, invariants
from tests.faults.proxy import Exchange, Fault
from tests.faults.sale import STEPS, Intent, sell
from tests.faults.stage import Stage
from tests.faults.table import Play, Row

_HURRIED = Deadlines(connect=0.6, read=0.6, bulk=2.0, write=0.6)


def _limited() -> Fault:
    """From this request on, one connection is open at a time."""

    async def play(exchange: Exchange) -> None:
        exchange.proxy.limit = 1
        await exchange.send(await exchange.ask())

    return Fault("one connection at a time", play)


_FAULTS: tuple[Callable[[random.Random], Fault], ...] = (
    lambda chance: injected.latency(0.2, 0.15, chance),
    lambda _: injected.reset_midway(),
    lambda _: injected.answer_lost(),
    lambda chance: injected.cut_short(chance.randrange(-60, 100)),
    lambda chance: injected.sliced(0.0005, chance.randrange(5, 50)),
    lambda _: injected.black_hole(),
    lambda _: injected.black_hole(is_delivered=True),
    lambda _: injected.refused(0.1),
    lambda _: injected.dropped_in_use(),
    lambda _: injected.twice(),
    lambda chance: injected.unavailable(chance.choice((429, 500, 502, 503, 504))),
    lambda _: _limited(),
)


@dataclass(frozen=True, slots=True)
class Met:
    """A fault and the step of the sale that meets it."""

    step: str
    fault: Fault


def drawn(seed: int, count: int) -> Iterator[Row]:
    """So many rows of two faults each; the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        two = [Met(chance.choice(STEPS), chance.choice(_FAULTS)(chance)) for _ in range(2)]
        words = " + ".join(f"{met.fault.name} at {met.step}" for met in two)
        yield Row(0, words, "sold once, I1 to I4", _sale(two), with_service=True)


def _sale(two: list[Met]) -> Play:
    async def play(stage: Stage) -> str:
        proxy = stage.proxy()
        client = stage.client(proxy.address, deadlines=_HURRIED)

        def before(step: str) -> None:
            proxy.arm(*(met.fault for met in two if met.step == step))

        receipt = await sell(stage, client, Intent("BX-pair"), before)
        await asyncio.to_thread(invariants.check, stage, [receipt])
        return f"sold with {len(proxy.seen)} requests, {len(stage.errors)} times asked again"

    return play
