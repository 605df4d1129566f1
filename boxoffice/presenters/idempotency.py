"""Writes whose answers may be lost: sent again with the same idempotency key until it is known what
became of them. Where the server knows no keys, the call itself looks before it is sent again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from boxoffice.connect.client import new_key
from boxoffice.connect.errors import OrderInDoubt, OutcomeUnknown, Refused

T = TypeVar("T")

# Seconds before each further question: together about a minute.
PAUSES = (0.5, 1.0, 2.0, 4.0, 5.0, 5.0, 5.0, 10.0, 10.0, 15.0)


async def until_known(
    write: Callable[[str], Awaitable[T]],
    on_doubt: Callable[[], None],
    pauses: tuple[float, ...] = PAUSES,
    *,
    key: str = "",
) -> T:
    """The result of the write, which is called with the same key each time.

    Args:
        on_doubt: called when an answer is lost, so that the screen can say 'checking'.
        key: of a write that was begun before; a new one without it.

    Raises:
        ConnectError: what the server said; OutcomeUnknown, and a refusal of what may be done, only
            after the last pause; OrderInDoubt at once, since a person has to look.
    """
    key = key or new_key()
    for pause in pauses:
        try:
            return await write(key)
        except OrderInDoubt:
            raise
        except Refused as refused:
            if not refused.may_be_done:
                raise
        except OutcomeUnknown:
            pass
        on_doubt()
        await asyncio.sleep(pause)
    return await write(key)
