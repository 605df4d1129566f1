"""Waiting for a condition, instead of for some time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable


def wait_until(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    """Returns once the condition holds, where no event loop runs; fails after `seconds`."""
    ends = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < ends, "it did not come to pass"
        time.sleep(0.01)


async def until(condition: Callable[[], object], seconds: float = 15.0) -> None:
    """Returns once the condition holds, letting the loop work meanwhile."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - a condition has no event
            await asyncio.sleep(0.005)
