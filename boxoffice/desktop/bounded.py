"""Work that may never end, and holds nothing up: not the window, and not the program's end.

It is for what lets other threads go on while it blocks: a keyring, a file on a server. What keeps
the interpreter's lock, as Qt's calls do, runs in a child process (`boxoffice.children`).
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def within(seconds: float, work: Callable[[], T]) -> T:
    """Does the work in a thread of its own, and returns or raises what comes of it.

    Raises:
        TimeoutError: it was not done in time; it goes on by itself, and nobody hears of it.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def give(result: T) -> None:
        if not answer.done():
            answer.set_result(result)

    def fail(error: Exception) -> None:
        if not answer.done():
            answer.set_exception(error)

    def run() -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - it is the caller's
                loop.call_soon_threadsafe(fail, error)
            else:
                loop.call_soon_threadsafe(give, result)

    threading.Thread(target=run, daemon=True).start()
    async with asyncio.timeout(seconds):
        return await answer
