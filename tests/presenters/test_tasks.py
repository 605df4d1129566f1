from __future__ import annotations

import asyncio

from boxoffice.presenters.tasks import Tasks
from tests.waiting import until


def no_failure(error: Exception) -> None:
    raise AssertionError(error)


async def test_of_one_name_only_the_latest_lives() -> None:
    done: list[str] = []
    tasks = Tasks(no_failure)

    async def load(name: str, gate: asyncio.Event) -> None:
        await gate.wait()
        done.append(name)

    gate = asyncio.Event()
    tasks.browse("map", load("first", gate))
    tasks.browse("other", load("other", gate))
    tasks.browse("map", load("second", gate))
    gate.set()
    await until(lambda: len(done) == 2)
    assert sorted(done) == ["other", "second"]
    await tasks.close()


async def test_buying_is_done_one_at_a_time_in_order() -> None:
    seen: list[object] = []
    tasks = Tasks(no_failure)

    async def buy(name: str) -> None:
        seen.append(f"{name} begins")
        await asyncio.sleep(0)
        seen.append(f"{name} ends")

    for name in "abc":
        tasks.buy(buy(name))
    assert tasks.is_buying
    await until(lambda: not tasks.is_buying)
    assert seen == [f"{n} {what}" for n in "abc" for what in ("begins", "ends")]


async def test_failures_are_handed_on_and_the_rest_goes_on() -> None:
    failures: list[Exception] = []
    tasks, done = Tasks(failures.append), []

    async def fail() -> None:
        raise ValueError("as nobody foresaw")

    async def work() -> None:
        done.append(True)

    tasks.buy(fail())
    tasks.buy(work())
    tasks.browse("look", fail())
    await until(lambda: len(failures) == 2 and done)
    assert all(isinstance(error, ValueError) for error in failures)


async def test_closing_waits_for_what_is_bought_and_takes_nothing_new() -> None:
    done: list[object] = []
    tasks = Tasks(no_failure)

    async def buy() -> None:
        await asyncio.sleep(0.02)
        done.append("bought")

    async def browse() -> None:
        await asyncio.Event().wait()

    tasks.buy(buy())
    tasks.browse("look", browse())
    await tasks.close(5)
    assert done == ["bought"]
    tasks.buy(buy())
    tasks.browse("look", buy())
    assert not tasks.is_buying


async def test_closing_does_not_wait_for_ever() -> None:
    tasks = Tasks(no_failure)

    async def hang() -> None:
        await asyncio.Event().wait()

    tasks.buy(hang())
    tasks.buy(hang())
    await tasks.close(0.01)
    assert not tasks.is_buying
