"""The clock of all holds: it ticks while seats are held, and tells when a hold is over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from boxoffice.domain.clock import Clock
from boxoffice.presenters.order.cart import Cart
from boxoffice.presenters.order.carts import Carts
from boxoffice.presenters.tasks import Tasks

_LOOK_AGAIN = 2.0  # seconds, while the server is asked what became of a hold that ran out


class HoldClock:
    """Ticks at least once a second while anything is held.

    Args:
        on_tick: called at each tick.
        on_over: called with an order whose hold ran out here, until it is gone or held again.
    """

    def __init__(
        self,
        carts: Carts,
        clock: Clock,
        tasks: Tasks,
        on_tick: Callable[[], None],
        on_over: Callable[[Cart], None],
    ) -> None:
        self._carts = carts
        self._clock = clock
        self._tasks = tasks
        self._on_tick = on_tick
        self._on_over = on_over

    def start(self) -> None:
        """Begins, or begins anew with what is held now."""
        self._tasks.browse("countdown", self._run())

    async def _run(self) -> None:
        while self._carts.has_holds:
            now = self._clock.monotonic()
            over = self._carts.over(now)
            if over is not None:
                self._on_over(over)
                await asyncio.sleep(_LOOK_AGAIN)
                continue
            self._on_tick()
            left = self._carts.current.seconds_left(now)
            await asyncio.sleep(1.0 if left is None else min(1.0, max(left, 0.05)))
