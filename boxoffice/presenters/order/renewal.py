"""The hold of the order that is paid goes on by itself, as long as somebody is at the counter."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from boxoffice.connect.errors import ConnectError
from boxoffice.domain.clock import Clock
from boxoffice.presenters.order.cart import Cart

_log = logging.getLogger(__name__)
_PRESENT = 180.0  # seconds since the last key or click: somebody is at the counter
_PAUSE = 5.0  # seconds before it is tried again, where the server could not be asked


class Renewal:
    """Decides when a hold is renewed unasked, and does it in its turn.

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
