"""That the watch on the loop sees what holds a window up, and not what the machine does to it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import ROOT
from tests.turns import MOST, Turns, best_of, can_tell, held_up, stopwatch
from tests.waiting import PATIENCE

_STALL = 0.3
needs_linux = pytest.mark.skipif(not can_tell(), reason="only Linux tells what waited for a core")


def sleeps() -> None:
    time.sleep(_STALL)


def works() -> None:
    ends = time.thread_time() + _STALL
    while time.thread_time() < ends:
        pass


def waits_for_a_lock() -> None:
    lock = threading.Lock()
    lock.acquire()
    other = threading.Timer(_STALL, lock.release)
    other.start()
    with lock:
        other.join()


def waits_for_the_interpreter() -> None:
    """Another thread is inside one long call that lets nobody else run."""
    begins = threading.Event()

    def hold() -> None:
        begins.set()
        number, ends = 1_000_000, time.thread_time() + _STALL
        while time.thread_time() < ends:
            sum(range(number))
            number *= 4

    other = threading.Thread(target=hold)
    other.start()
    begins.wait()
    other.join()


def waits_for_a_process() -> None:
    subprocess.run([sys.executable, "-c", f"import time; time.sleep({_STALL})"], check=True)


_STALLS = (sleeps, works, waits_for_a_lock, waits_for_the_interpreter, waits_for_a_process)


@pytest.mark.parametrize("stall", _STALLS, ids=lambda stall: stall.__name__)
async def test_what_holds_a_loop_up_is_seen(stall: Callable[[], None]) -> None:
    turns = Turns()
    async with turns.of_asyncio():
        await asyncio.sleep(0.02)
        stall()
        await asyncio.sleep(0.02)
    assert turns.longest > MOST


@pytest.mark.parametrize("stall", _STALLS, ids=lambda stall: stall.__name__)
def test_what_holds_a_window_up_is_seen(
    stall: Callable[[], None], qapp: QApplication, qtbot: QtBot
) -> None:
    turns, done = Turns(), []
    with turns.of_qt():
        QTimer.singleShot(20, lambda: (stall(), done.append(True)))  # type: ignore[func-returns-value]
        qtbot.waitUntil(lambda: bool(done))
    assert turns.longest > MOST


async def test_a_loop_with_nothing_to_do_does_not_stand_still() -> None:
    async def gap() -> float:
        turns = Turns()
        async with turns.of_asyncio():
            await asyncio.sleep(0.1)
        return turns.longest

    assert can_tell() is False or await gap() < MOST or await gap() < MOST


# Works two milliseconds in each turn, until no core was there for it for a while.
_CROWDED = """
import asyncio, json, os, time
from tests.turns import MOST, Turns
os.nice(19)
async def main():
    turns = Turns()
    ends = time.monotonic() + 60
    async with turns.of_asyncio():
        while max(turns.raw, default=0) < 2 * MOST and time.monotonic() < ends:
            until = time.thread_time() + 0.002
            while time.thread_time() < until:
                pass
            await asyncio.sleep(0)
    worst = turns.raw.index(max(turns.raw))
    print(json.dumps([turns.raw[worst], turns.gaps[worst]]), flush=True)
    os._exit(0)  # an orderly end takes long without a core
asyncio.run(main())
"""


@contextmanager
def a_crowd(core: int) -> Iterator[None]:
    """Three processes that keep a core to themselves."""
    word = f"import os; os.sched_setaffinity(0, [{core}])\nwhile True: pass"
    crowd = [subprocess.Popen([sys.executable, "-c", word]) for _ in range(3)]
    try:
        yield
    finally:
        for process in crowd:
            process.kill()
            process.wait()


@needs_linux
def test_what_only_waits_for_a_core_does_not_stand_still() -> None:
    core = min(os.sched_getaffinity(0))
    words = f"import os; os.sched_setaffinity(0, [{core}])\n{_CROWDED}"

    def trial() -> tuple[float, float]:
        done = subprocess.run(
            [sys.executable, "-c", words],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=2 * PATIENCE,
            check=True,
        )
        raw, less = json.loads(done.stdout)
        return raw, less

    with a_crowd(core):
        raw, less = best_of(3, trial, lambda told: told[1] < MOST)
    assert raw > 2 * MOST, "nothing kept it from the core"
    assert less < MOST


def test_the_stopwatch_runs_while_it_is_read() -> None:
    with stopwatch() as watch:
        sleeps()
        first = watch.seconds
        sleeps()
        assert watch.seconds > first
        assert watch.lap()[1] >= 2 * _STALL
        assert watch.lap()[1] < watch.seconds
    assert held_up(sleeps) > MOST


def test_threads_that_come_and_go_are_followed() -> None:
    with stopwatch() as watch:
        for _ in range(20):
            thread = threading.Thread(target=lambda: sum(range(1000)))
            thread.start()
            thread.join()
            assert watch.seconds >= 0


def test_the_best_of_several_is_the_first_good_one() -> None:
    told = iter([3, 1, 2])
    assert best_of(3, lambda: next(told), lambda x: x < 2) == 1
    told = iter([3, 4, 5])
    assert best_of(3, lambda: next(told), lambda x: x < 2) == 5
