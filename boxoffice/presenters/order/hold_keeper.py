"""Keeps the orders that are put together here on the disk, so that the next start can offer them.

Before a reservation leaves that makes an order, it is written down with its key; what the order
became then is written behind, the newest state of each, one after the other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace

from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import OrderId
from boxoffice.domain.orders.held_order import HeldOrder
from boxoffice.domain.orders.order import Order
from boxoffice.domain.orders.reservation import BestSeatsRequest, SeatRequest
from boxoffice.journal.holds import Holds
from boxoffice.journal.intents import JournalFailed
from boxoffice.presenters.common import Teller
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.cart import Cart


class HoldKeeper:
    """Keeps the orders of one server.

    Args:
        tell: told once where the disk cannot be written; what is held is held all the same.
    """

    def __init__(self, holds: Holds, address: str, clock: Clock, tell: Teller) -> None:
        self._holds = holds
        self._address = address
        self._clock = clock
        self._tell = tell
        self._is_told = False
        self._kept: dict[str, HeldOrder] = {}
        self._keys: dict[OrderId, str] = {}
        self._due: dict[str, HeldOrder | None] = {}
        self._writing: asyncio.Task[None] | None = None
        self._on_screen = Cart()

    async def begin(
        self, key: str, seats: Sequence[SeatRequest] = (), best: BestSeatsRequest | None = None
    ) -> None:
        """Writes down that a new order is being made on screen, whose it is, and what it replaces;
        only then may its request leave."""
        held = _about(self._new(key, tuple(seats), best), self._on_screen)
        self._kept[key] = held
        await self._write(key, held)

    def made(self, key: str, order: Order) -> None:
        """The order that was made with the key."""
        self._keys[order.id] = key

    def let_go(self, key: str) -> None:
        """Nothing is held under the key any more, or nothing ever was."""
        self._kept.pop(key, None)
        self._put(key, None)

    def take_over(self, held: HeldOrder, order: Order) -> None:
        """An order of an earlier run is one of this one."""
        self._kept[held.key] = held
        self._keys[order.id] = held.key

    def keep(self, carts: Iterable[Cart]) -> None:
        """Writes down what is held now, where it is something else than before.

        Args:
            carts: all orders, the one on screen first.
        """
        carts = tuple(carts)
        self._on_screen = carts[0]
        held = {key: cart for cart in carts if (key := self._key_of(cart)) is not None}
        for key, cart in held.items():
            before = self._kept.get(key) or self._new(key)
            now = _with(before, cart)
            if now != self._kept.get(key):
                self._kept[key] = now
                self._put(key, now)
        for key in [k for k, kept in self._kept.items() if k not in held and kept.order_id]:
            self.let_go(key)

    async def read(self) -> tuple[tuple[HeldOrder, ...], tuple[str, ...]]:
        """What an earlier run held, and the keys of what cannot be read; nothing of this run.

        Raises:
            JournalFailed: the file cannot be read.
        """
        held, broken = await asyncio.to_thread(self._holds.of, self._address)
        return tuple(each for each in held if each.key not in self._kept), broken

    async def flush(self) -> None:
        """Waits until everything is on the disk."""
        while self._writing is not None:
            await self._writing

    def _new(
        self, key: str, seats: tuple[SeatRequest, ...] = (), best: BestSeatsRequest | None = None
    ) -> HeldOrder:
        return HeldOrder(key, self._address, self._clock.now(), seats, best)

    def _key_of(self, cart: Cart) -> str | None:
        return None if cart.order is None else self._keys.get(cart.order.id)

    def _put(self, key: str, held: HeldOrder | None) -> None:
        self._due[key] = held
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._write_all())

    async def _write_all(self) -> None:
        try:
            while self._due:
                key = next(iter(self._due))
                await self._write(key, self._due.pop(key))
        finally:
            self._writing = None

    async def _write(self, key: str, held: HeldOrder | None) -> None:
        try:
            if held is None:
                await asyncio.to_thread(self._holds.let_go, key)
            else:
                await asyncio.to_thread(self._holds.keep, held)
        except JournalFailed as error:
            if not self._is_told:
                self._is_told = True
                self._tell(Notice.warning(Code.HOLDS_NOT_KEPT, reason=str(error)))


def _with(held: HeldOrder, cart: Cart) -> HeldOrder:
    """The order as the cart has it."""
    order = cart.order
    if order is None:
        return held
    return replace(
        _about(held, cart),
        order_id=order.id,
        created_at=order.created_at,
        lines=order.lines,
        parked_at=cart.parked_at,
    )


def _about(held: HeldOrder, cart: Cart) -> HeldOrder:
    """What the server does not know of it."""
    return replace(
        held, name=cart.name, customer=cart.customer, exchange=cart.exchange, parts=cart.parts
    )
