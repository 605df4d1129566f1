"""How long holds last: the clock that counts them down, and the renewal of what is being paid."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from boxoffice.connect.errors import ConnectError
from boxoffice.domain.clock import Clock
from boxoffice.presenters.order.cart import Cart
from boxoffice.presenters.order.carts import Carts
from boxoffice.presenters.tasks import Tasks

_log = logging.getLogger(__name__)
_LOOK_AGAIN = 2.0  # seconds, while the server is asked what became of a hold that ran out
_PRESENT = 180.0  # seconds since the last key or click: somebody is at the counter
_PAUSE = 5.0  # seconds before a renewal is tried again, where the server could not be asked


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
        self._looks_from = 0.0  # by the loop's time

    def start(self) -> None:
        """Begins, or begins anew with what is held now."""
        self._tasks.browse("countdown", self._run())

    async def _run(self) -> None:
        while self._carts.has_holds:
            now = self._clock.monotonic()
            over = self._carts.over(now)
            if over is not None:
                # It is begun anew with each answer, which may say that the hold is over.
                turn = asyncio.get_running_loop().time()
                if turn >= self._looks_from:
                    self._looks_from = turn + _LOOK_AGAIN
                    self._on_over(over)
                await asyncio.sleep(self._looks_from - turn)
                continue
            self._on_tick()
            left = self._carts.current.seconds_left(now)
            await asyncio.sleep(1.0 if left is None else min(1.0, max(left, 0.05)))


class HoldRenewal:
    """Renews the hold of the order that is paid, as long as somebody is at the counter.

    Args:
        renew: renews the hold of a cart.
    """

    def __init__(self, clock: Clock, renew: Callable[[Cart], Awaitable[object]]) -> None:
        self._clock = clock
        self._renew = renew
        self._acted_at = clock.monotonic()
        self._pauses_till = self._acted_at
        self._is_renewing = False

    def note_activity(self) -> None:
        """Somebody pressed a key, or clicked."""
        self._acted_at = self._clock.monotonic()

    @property
    def is_attended(self) -> bool:
        """Whether somebody is at the counter."""
        return self._clock.monotonic() - self._acted_at < _PRESENT

    def is_due(self, cart: Cart) -> bool:
        """Whether the hold is to be renewed now; one that is over is not, but looked after."""
        now = self._clock.monotonic()
        if cart.hold_ends is None or self._is_renewing or now < self._pauses_till:
            return False
        return self.is_attended and 0 < cart.hold_ends - now <= cart.renews_at

    async def renew(self, cart: Cart) -> None:
        """Renews the hold; where the server cannot be asked, it is tried again later."""
        try:
            await self._renew(cart)
        except ConnectError as error:
            _log.warning("the hold could not be renewed: %s", error)
            self._pauses_till = self._clock.monotonic() + _PAUSE
        finally:
            self._is_renewing = False

    def begin(self) -> None:
        """The renewal is on its way: no other one is due until `renew` is done."""
        self._is_renewing = True
