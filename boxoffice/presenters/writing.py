"""Writes whose answers may be lost: asked again with the same key until it is known what became."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from boxoffice.connect.errors import OutcomeUnknown

T = TypeVar("T")

# Seconds before each further question: together about a minute.
PAUSES = (0.5, 1.0, 2.0, 4.0, 5.0, 5.0, 5.0, 10.0, 10.0, 15.0)


async def until_known(
    write: Callable[[], Awaitable[T]],
    on_doubt: Callable[[], None],
    pauses: tuple[float, ...] = PAUSES,
) -> T:
    """The write's result. `write` must use the same key every time it is called.

    Args:
        on_doubt: called when an answer is lost, so that the screen can say 'checking'.

    Raises:
        ConnectError: what the server said; OutcomeUnknown only after the last pause.
    """
    for pause in pauses:
        try:
            return await write()
        except OutcomeUnknown:
            on_doubt()
            await asyncio.sleep(pause)
    return await write()
