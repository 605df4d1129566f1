"""How long a loop stood still between two turns, less what the machine did to it.

A gap between two turns says that a window does not react, whatever holds it up: work, a lock, the
interpreter's lock in another thread, a disk, a printer. On a busy machine the same gap comes of
itself: the thread is ready, and no core is free for it. Linux tells how long that was (the second
figure of `/proc/self/task/TID/schedstat`), and so much is taken off. Processor time could not
stand in for it: it knows nothing of a window that waits.

A thread that waits for the interpreter's lock, while the one that has it waits for a core, is held
up by the machine too. So the waiting of all threads of the interpreter is taken off, not only the
loop's: with twelve busy processes on two cores this is the difference between 160 ms and 15. Where
nothing else runs it is next to nothing, and a stall is seen as long as it is.

What lengthens a gap all the same is a disk that others use, memory that has to come back from it,
and a host that takes the cores away. So a limit is held against the best of several trials that do
the same (`best_of`): a stall of the program is in each.

    turns = Turns()
    async with turns.of_asyncio():  # in any loop of asyncio, Qt's too
        ...
    with turns.of_qt():             # in Qt's loop, nested ones too
        ...
    assert turns.longest < MOST

Where the system does not tell (`can_tell`), nothing is taken off, and nobody asserts.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer

T = TypeVar("T")
MOST = 0.1  # seconds that a window may not react
_EVERY = 0.005
_THREADS = Path("/proc/self/task")


def can_tell() -> bool:
    """Whether this system tells how long a thread waited for a core."""
    return (_THREADS / str(threading.get_native_id()) / "schedstat").exists()


class Turns:
    """Watches the loop of the thread that begins it; once.

    Attributes:
        gaps: how long the loop stood still between two turns, in seconds, in their order.
        raw: the same with nothing taken off.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.raw: list[float] = []
        self._watch: Stopwatch | None = None

    @property
    def longest(self) -> float:
        """The longest gap, in seconds."""
        return max(self.gaps, default=0.0)

    def take(self) -> list[float]:
        """The gaps since the last call, the longest first."""
        found, self.gaps, self.raw = sorted(self.gaps, reverse=True), [], []
        return found

    @asynccontextmanager
    async def of_asyncio(self) -> AsyncIterator[Turns]:
        """Watches until the block is left."""
        with self._watching():
            task = asyncio.create_task(self._tick())
            try:
                yield self
            finally:
                self._turn()
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task

    @contextmanager
    def of_qt(self) -> Iterator[Turns]:
        """Watches until the block is left."""
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._turn)
        with self._watching():
            timer.start(round(_EVERY * 1000))
            try:
                yield self
            finally:
                self._turn()
                timer.stop()

    @contextmanager
    def _watching(self) -> Iterator[None]:
        with stopwatch() as self._watch:
            yield

    def _turn(self) -> None:
        assert self._watch is not None
        taken, raw = self._watch.lap()
        self.raw.append(max(0.0, raw - _EVERY))
        self.gaps.append(max(0.0, taken - _EVERY))

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(_EVERY)
            self._turn()


class Stopwatch:
    """The time that went by, less what this process's threads waited for a core."""

    def __init__(self) -> None:
        self._cores = _Cores()
        self._begun = self._lap = time.perf_counter(), 0.0

    @property
    def seconds(self) -> float:
        """Since it was made."""
        return self._since(self._begun)[0]

    def lap(self) -> tuple[float, float]:
        """Since the last lap, or since it was made; and with nothing taken off."""
        found = self._since(self._lap)
        self._lap = self._now()
        return found

    def stop(self) -> None:
        self._cores.close()

    def _now(self) -> tuple[float, float]:
        return time.perf_counter(), self._cores.waited()

    def _since(self, then: tuple[float, float]) -> tuple[float, float]:
        now, waited = self._now()
        raw = now - then[0]
        return max(0.0, raw - (waited - then[1])), raw


@contextmanager
def stopwatch() -> Iterator[Stopwatch]:
    """Runs until the block is left; it may be read inside."""
    watch = Stopwatch()
    try:
        yield watch
    finally:
        watch.stop()


def held_up(action: Callable[[], object]) -> float:
    """How many seconds the action kept the thread that did it, less its waiting for a core."""
    with stopwatch() as watch:
        action()
        return watch.seconds


def best_of(trials: int, trial: Callable[[], T], is_good: Callable[[T], bool]) -> T:
    """The first good one of at most so many trials that do the same, else the last."""
    found = trial()
    for _ in range(trials - 1):
        if is_good(found):
            break
        found = trial()
    return found


class _Cores:
    """How long the interpreter's threads have waited for a core, from the making of this on."""

    def __init__(self) -> None:
        self._files: dict[int, int] = {}
        self._seen: dict[int, float] = {}
        self._total = 0.0
        self.waited()
        self._total = 0.0  # what they had waited before

    def waited(self) -> float:
        """Seconds, of all of them together."""
        for thread in threading.enumerate():
            if thread.native_id is not None:
                self._look_at(thread.native_id)
        return self._total

    def close(self) -> None:
        for file in self._files.values():
            os.close(file)
        self._files.clear()

    def _look_at(self, thread: int) -> None:
        try:
            if thread not in self._files:
                name = _THREADS / str(thread) / "schedstat"
                self._files[thread] = os.open(name, os.O_RDONLY)
            waited = int(os.pread(self._files[thread], 100, 0).split()[1]) / 1e9
        except OSError:  # the thread is gone, or the system does not tell
            if thread in self._files:
                os.close(self._files.pop(thread))
            self._seen.pop(thread, None)
            return
        self._total += waited - self._seen.get(thread, 0.0)
        self._seen[thread] = waited
