"""The sweeper, once a second: it sets the clock and ends the holds that have run out."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy import update
from starlette.types import ASGIApp, Receive, Scope, Send

from boxoffice.service.data.schema import orders
from boxoffice.service.data.sql import constant
from boxoffice.service.data.status import OPEN
from boxoffice.service.data.store import Collision, Store
from boxoffice.service.errors import Refusal
from boxoffice.service.sale import holds

_log = logging.getLogger(__name__)
_EVERY = 1.0  # seconds


async def sweep(store: Store, hold_seconds: float) -> None:
    """Sweeps until it is cancelled; tries again while the data cannot be reached."""
    is_logged = False
    while True:
        try:
            await asyncio.to_thread(sweep_once, store, hold_seconds)
            is_logged = False
        except (Refusal, Collision) as error:
            if not is_logged:
                _log.warning("holds that run out are not ended now: %s", error)
            is_logged = True
        await asyncio.sleep(_EVERY)


class Sweeper:
    """ASGI middleware that sweeps for as long as the application runs, and then closes the data."""

    def __init__(self, app: ASGIApp, store: Store, hold_seconds: float) -> None:
        self._app = app
        self._store = store
        self._hold_seconds = hold_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return
        await receive()
        sweeping = asyncio.create_task(sweep(self._store, self._hold_seconds))
        await send({"type": "lifespan.startup.complete"})
        await receive()
        sweeping.cancel()
        # The thread of a cancelled sweep goes on, and uses a connection of the store.
        await asyncio.get_running_loop().shutdown_default_executor()
        self._store.close()
        await send({"type": "lifespan.shutdown.complete"})


def sweep_once(store: Store, hold_seconds: float) -> None:
    """Sets the clock and ends the holds that have run out, so that clients that poll see it.

    A hold that lasts longer than any can, because the clock was set back while no service ran, is
    shortened.
    """
    store.set_clock()
    longest = store.clock.now() + hold_seconds
    too_long = (orders.c.status == constant(OPEN)) & (orders.c.hold_till > longest + 1)
    with store.reading() as connection:
        now = store.clock.now()
        is_needed = holds.any_overdue(connection, now)
        is_wrong = connection.execute(orders.select().where(too_long).limit(1)).first() is not None
    if is_wrong:
        with store.selling() as connection:
            connection.execute(update(orders).where(too_long).values(hold_till=longest))
    if is_needed:
        holds.expire(store)
