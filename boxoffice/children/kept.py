"""The program's side: children of one kind, started ahead, asked, and ended at their deadline.

A child has one job at a time. One that is done is kept for the next; one that was ended, or died,
is replaced at once, so that the next job does not wait for a start. Whatever blocks (starting,
writing, reading) does so in a thread of the child's own that nobody ever waits for.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from boxoffice.children.messages import Garbled, Message, read_message, write_message
from boxoffice.respawn import command, environment

_log = logging.getLogger(__name__)
_MOST_AT_ONCE = 2
_GRACE = 1.0  # seconds after its deadline at which a child that nobody ended ends itself


class ChildFailed(Exception):
    """The job was not done; the text says what became of the child, for a log."""


class TooLate(ChildFailed):
    """It was not done in time. Its process was ended, so it is not done later either."""


class CannotBeDone(ChildFailed):
    """The child says that it cannot be done; `reason` is what it says of it."""

    def __init__(self, reason: Mapping[str, Any]) -> None:
        super().__init__(str(dict(reason)))
        self.reason = reason


@dataclass(eq=False)
class _Job:
    message: Message
    on_word: Callable[[str], None]
    loop: asyncio.AbstractEventLoop
    answer: asyncio.Future[Message]

    async def over(self, seconds: float) -> None:
        """Waits until the child's thread has heard all that there was to hear, and no longer."""
        await asyncio.wait({self.answer}, timeout=seconds)
        if self.answer.done():
            self.answer.exception()  # it is looked at, and nobody else asks
        else:
            self.answer.cancel()

    def finish(self, answer: Message | ChildFailed) -> None:
        """For the child's thread; nothing happens where nobody waits any more."""
        with contextlib.suppress(RuntimeError):  # the loop is closed
            self.loop.call_soon_threadsafe(self._finish, answer)

    def _finish(self, answer: Message | ChildFailed) -> None:
        if self.answer.done():
            return
        if isinstance(answer, ChildFailed):
            self.answer.set_exception(answer)
        else:
            self.answer.set_result(answer)


class KeptChildren:
    """The children of one kind.

    Args:
        name: which kind: the word behind `boxoffice child`.
        has_screen: whether Qt has to find the workstation's own screen there; else it draws into
            memory alone.
        finishes: whether a job that is under way when the program ends is left to end by itself.
    """

    def __init__(self, name: str, *, has_screen: bool = False, finishes: bool = False) -> None:
        self._name = name
        self._more = {"QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM": "1"}
        if not has_screen:
            self._more["QT_QPA_PLATFORM"] = "offscreen"
        self._finishes = finishes
        self._lock = threading.Lock()  # around the next two: children end in threads of their own
        self._idle: list[_Child] = []
        self._all: set[_Child] = set()
        self._turn = asyncio.Semaphore(_MOST_AT_ONCE)
        self._is_ended = False

    def start_ahead(self) -> None:
        """Has a child ready for the next job."""
        with self._lock:
            if not self._idle and not self._is_ended:
                self._idle.append(self._new())

    @property
    def _lets_finish(self) -> bool:
        return self._is_ended and self._finishes

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that are there now."""
        with self._lock:
            return tuple(child.pid for child in self._all if child.pid)

    async def ask(
        self,
        head: Mapping[str, Any],
        body: bytes = b"",
        *,
        seconds: float,
        on_word: Callable[[str], None] = lambda _: None,
    ) -> Message:
        """Has a job done. One that is cancelled is ended as one that is too late.

        Args:
            seconds: how long it may take, waiting for its turn and for a child's start included.
            on_word: called in another thread with each word of the child; with the last one
                before this returns or raises.

        Raises:
            TooLate, CannotBeDone, ChildFailed: it was not done.
        """
        loop = asyncio.get_running_loop()
        head = {**head, "seconds": seconds + _GRACE}
        job = _Job(Message(head, body), on_word, loop, loop.create_future())
        try:
            async with asyncio.timeout(seconds), self._turn:
                return await self._give(job)
        except TimeoutError as error:
            raise TooLate("it took too long") from error

    def end(self) -> None:
        """Ends all, without waiting for any; jobs that come later fail."""
        with self._lock:
            self._is_ended = True
            idle, found = self._idle, list(self._all)
            self._idle = []
        for child in found:
            if child in idle or not self._finishes:
                child.kill()
            else:
                child.let_go()

    async def _give(self, job: _Job) -> Message:
        if self._is_ended:
            raise ChildFailed("the program ends")
        child = self._take()
        child.give(job)
        try:
            answer = await asyncio.shield(job.answer)
        except BaseException:
            self.start_ahead()
            if not self._lets_finish:
                child.kill()
                await job.over(_GRACE)
            raise
        self._put_back(child)
        return _result(answer)

    def _take(self) -> _Child:
        with self._lock:
            while self._idle:
                child = self._idle.pop()
                if child.is_there:
                    return child
            return self._new()

    def _put_back(self, child: _Child) -> None:
        """Keeps it for the next job; one is enough."""
        with self._lock:
            is_kept = not self._idle and not self._is_ended
            if is_kept:
                self._idle.append(child)
        if not is_kept:
            child.let_go()

    def _new(self) -> _Child:
        child = _Child(self._name, self._more, self._forget)
        self._all.add(child)
        child.start()
        return child

    def _forget(self, child: _Child) -> None:
        """For the thread of a child that has ended."""
        with self._lock:
            self._all.discard(child)
            with contextlib.suppress(ValueError):
                self._idle.remove(child)


def _result(answer: Message) -> Message:
    if "cannot" in answer.head:
        raise CannotBeDone(answer.head["cannot"])
    if "failed" in answer.head:
        raise ChildFailed(str(answer.head["failed"]))
    return Message(answer.head.get("done", {}), answer.body)


class _Child:
    """One process and the thread that talks with it."""

    def __init__(
        self, name: str, more: Mapping[str, str], on_end: Callable[[_Child], None]
    ) -> None:
        self._command = command("child", name)
        self._environment = environment(**more)
        self._on_end = on_end
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_killed = False
        self._thread = threading.Thread(target=self._work, name=f"child {name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    @property
    def pid(self) -> int:
        return self._process.pid if self._process is not None else 0

    @property
    def is_there(self) -> bool:
        """Whether it still runs, or is about to."""
        return self._process is None or self._process.poll() is None

    def give(self, job: _Job) -> None:
        self._jobs.put(job)

    def let_go(self) -> None:
        """It ends once it has done what it was given."""
        self._jobs.put(None)

    def kill(self) -> None:
        with self._lock:
            self._is_killed = True
            if self._process is not None:
                self._process.kill()
        self._jobs.put(None)

    # --- in its thread ---

    def _work(self) -> None:
        try:
            process = self._start()
            while process is not None and (job := self._jobs.get()) is not None:
                if not self._do(process, job):
                    break
        finally:
            self._end()
            self._on_end(self)

    def _start(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._is_killed:
                return None
            try:
                self._process = subprocess.Popen(  # noqa: S603 - our own program
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=self._environment,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                _log.error("a child could not be started: %s", error)
            return self._process

    def _do(self, process: subprocess.Popen[bytes], job: _Job) -> bool:
        """Has one job done; False where the child is of no use after it."""
        assert process.stdin is not None  # noqa: S101 - piped above
        assert process.stdout is not None  # noqa: S101
        try:
            write_message(process.stdin, job.message)
            while (answer := read_message(process.stdout)) is not None:
                if "says" not in answer.head:
                    job.finish(answer)
                    return True
                job.on_word(str(answer.head["says"]))
        except (OSError, Garbled) as error:
            job.finish(ChildFailed(str(error)))
            return False
        job.finish(ChildFailed("its process ended"))
        return False

    def _end(self) -> None:
        """Closes the pipes, at which an idle child goes by itself; jobs that wait fail."""
        process = self._process
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE)
            with self._lock:
                if process.poll() is None:
                    process.kill()
            process.wait()
        with contextlib.suppress(queue.Empty):
            while True:
                if (job := self._jobs.get_nowait()) is not None:
                    job.finish(ChildFailed("no child could be started"))
