"""Waiting for a condition, instead of for some time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

# How long anything is waited for before it is taken not to come, in seconds. Nobody waits so long
# where all is well, and a busy machine is no reason to fail; whatever hangs is ended by it.
PATIENCE = 60.0


def wait_until(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Returns once the condition holds, where no event loop runs; fails after `seconds`."""
    ends = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > ends:
            raise AssertionError("it did not come to pass")
        time.sleep(0.01)


async def until(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Returns once the condition holds, letting the loop work meanwhile."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - a condition has no event
            await asyncio.sleep(0.005)
