"""Work under way: named, held, and never lost sight of.

Browsing: of one name only the latest lives. Buying: one at a time, in order, never cancelled but at
the very end. Every failure that nobody foresaw is handed on.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

_log = logging.getLogger(__name__)
Work = Coroutine[Any, Any, None]


class Tasks:
    """The tasks of one session.

    Args:
        on_failure: told of every exception that a task ends with.
    """

    def __init__(self, on_failure: Callable[[Exception], None]) -> None:
        self._on_failure = on_failure
        self._browsing: dict[str, asyncio.Task[None]] = {}
        self._buying: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()
        self._is_closed = False

    def browse(self, name: str, work: Work) -> None:
        """Starts the work; what ran under the same name is cancelled."""
        self.stop(name)
        task = self._start(name, work)
        if task is not None:
            self._browsing[name] = task

    def stop(self, name: str) -> None:
        """Cancels the work of that name, if there is any."""
        task = self._browsing.pop(name, None)
        if task is not None:
            task.cancel()

    def buy(self, work: Work) -> None:
        """Does the work after all that was bought before."""
        task = self._start("buy", self._in_turn(work))
        if task is None:
            work.close()
        else:
            self._buying.add(task)
            task.add_done_callback(self._buying.discard)

    @property
    def is_buying(self) -> bool:
        return bool(self._buying)

    async def close(self, seconds: float = 3.0) -> None:
        """Ends everything: browsing at once, buying when it is done or the seconds are over."""
        self._is_closed = True
        for name in list(self._browsing):
            self.stop(name)
        if self._buying:
            _, hung = await asyncio.wait(set(self._buying), timeout=seconds)
            for task in hung:
                task.cancel()
            if hung:
                await asyncio.wait(hung, timeout=seconds)

    async def _in_turn(self, work: Work) -> None:
        try:
            await self._turn.acquire()
        except asyncio.CancelledError:
            work.close()
            raise
        try:
            await work
        finally:
            self._turn.release()

    def _start(self, name: str, work: Work) -> asyncio.Task[None] | None:
        if self._is_closed:
            work.close()
            return None
        task = asyncio.get_running_loop().create_task(work, name=name)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        if self._browsing.get(task.get_name()) is task:
            del self._browsing[task.get_name()]
        if task.cancelled():
            return
        error = task.exception()
        if isinstance(error, Exception):
            _log.error("%s failed", task.get_name(), exc_info=error)
            self._on_failure(error)
