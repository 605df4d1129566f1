"""What is changed of an order: asked of the server, taken over, and kept to be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from boxoffice.connect.client import BestSeatsRequest, SeatRequest
from boxoffice.connect.errors import ConnectError, Refused
from boxoffice.domain.catalogue import Offer
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import OrderId, Place, PriceTypeId
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import Order, OrderLine, OrderStatus
from boxoffice.domain.orders.party import Shares, types_of_seats
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.cart import (
    Cart,
    Cleared,
    LostOrder,
    Repriced,
    Returned,
    Step,
    Taken,
)
from boxoffice.presenters.order.carts import Carts
from boxoffice.presenters.order.pending_seats import PendingSeats, Reserved
from boxoffice.presenters.order.server_orders import ServerOrders

_NOT_THERE = 404


class OrderChanges:
    """Changes of orders. Every method raises ConnectError: the server refused, or is not there.

    Args:
        tell: called with what the clerk has to know.
        on_adopted: called when what the server says was taken over.
        end_exchange: called with the exchange that an order was for, where it is not sold; returns
            whether the clerk was told of it.
    """

    def __init__(
        self,
        orders: ServerOrders,
        carts: Carts,
        pending: PendingSeats,
        clock: Clock,
        tell: Callable[[Notice | None], None],
        on_adopted: Callable[[], None],
        end_exchange: Callable[[Exchange | None], bool],
    ) -> None:
        self._orders = orders
        self._carts = carts
        self._pending = pending
        self._clock = clock
        self._tell = tell
        self._on_adopted = on_adopted
        self._end_exchange = end_exchange

    async def reload(self, cart: Cart) -> Order | None:
        """What the server says of the order; None where it is open no more, or there is none."""
        if cart.order is None:
            return None
        try:
            order = await self._orders.get(cart.order.id)
        except Refused as refused:
            if refused.code != _NOT_THERE:
                raise
            order = replace(cart.order, status=OrderStatus.EXPIRED)  # nothing is held there for us
        return self._adopt(cart, order)

    async def renew(self, cart: Cart) -> Order | None:
        """Holds the seats from the beginning again; None where the order is lost."""
        order = cart.order
        if order is None or not order.lines:
            return order
        line = order.lines[0]
        with suppress(Refused):  # what is left of it is looked at
            await self._orders.set_price_type(order.id, line.place, line.price_type_id)
        return await self.reload(cart)

    async def reserve(self, requests: Sequence[SeatRequest]) -> None:
        """Takes seats into the order on screen."""
        try:
            reserved = await self._reserve(requests)
            if reserved.order is not None:
                cart = self._carts.current
                cart.begin()
                cart.steps.append(Taken(reserved.places))
                self._adopt(cart, reserved.order)
        finally:
            self._pending.done(requests, self._carts.current.places)

    async def take_again(self, lost: LostOrder) -> Order | None:
        """Takes the seats of an order whose hold is gone into the empty order on screen, as they
        were; None where somebody else has them all. It is offered no more then."""
        cart = self._carts.current
        cart.customer, cart.exchange, cart.name = lost.customer, lost.exchange, lost.name
        for offer in lost.offers.values():
            self._carts.know(offer)
        try:
            await self.reserve(self._pending.again(lost.order.lines))
        finally:
            if cart.order is None:
                self._carts.forget(cart, None)
        if lost in self._carts.lost:
            self._carts.lost.remove(lost)
        if cart.order is None and not self._end_exchange(lost.exchange):
            self._tell(Notice.warning(Code.SEATS_GONE, seats=lost.seats))
        return cart.order

    async def reserve_best(
        self, request: BestSeatsRequest, offer: Offer, shares: Shares = ()
    ) -> None:
        """Takes the best seats that there are into the order on screen.

        Args:
            shares: how many of them are for which price type, of the offer's.
        """
        cart = self._carts.current
        before = cart.places
        try:
            order = await self._orders.reserve_best(_id(cart), request)
        except Refused as refused:
            if not refused.is_conflict or refused.may_be_done:
                raise
            self._tell(Notice.warning(Code.NO_BEST_SEATS, quantity=request.quantity))
            await self.reload(cart)
        else:
            cart.begin()
            cart.steps.append(Taken(order.places - before))
            if self._adopt(cart, order) is not None and shares:
                taken = [line for line in order.lines if line.place not in before]
                await self._share(cart, taken, offer, shares)

    async def give_back(self, cart: Cart, places: frozenset[Place]) -> None:
        lines = cart.lines_of(places)
        if lines:
            await self._release(cart, places)
            cart.steps.append(Returned(lines))

    async def reprice(self, cart: Cart, places: frozenset[Place], price_type: PriceTypeId) -> None:
        lines = [x for x in cart.lines_of(places) if x.price_type_id != price_type]
        if lines:
            await self._set_types(cart, [(line.place, price_type) for line in lines])
            cart.steps.append(Repriced(tuple((x.place, x.price_type_id) for x in lines)))

    async def undo(self, cart: Cart) -> None:
        """Undoes the last step; to have undone one is no step itself."""
        step = cart.last_step()
        if step is None:
            return
        try:
            await self._undo(cart, step)
        except Refused:
            raise
        except ConnectError:
            cart.steps.append(step)  # it can still be undone once the server is there again
            raise

    async def cancel(self, cart: Cart) -> None:
        """Gives everything back and forgets it, but for what undoing takes."""
        if cart.order is not None and await self.reload(cart) is None:
            return  # it was sold meanwhile, or its hold is over: nothing is given back blindly
        lines = cart.order.lines if cart.order is not None else ()
        if cart.order is not None:
            await self._orders.cancel(cart.order.id)
        self._settle(cart)
        is_current = cart is self._carts.current
        self._carts.forget(cart, SeatState.FREE)
        self._end_exchange(cart.exchange)
        if is_current and lines and cart.exchange is None:
            self._carts.current.steps.append(Cleared(lines, cart.customer, cart.name))

    async def _undo(self, cart: Cart, step: Step) -> None:
        if isinstance(step, Taken):
            await self._release(cart, step.places)
        elif isinstance(step, Returned | Cleared):
            before = list(cart.steps)
            await self.reserve(self._pending.again(step.lines))
            self._carts.current.steps[:] = before
            if isinstance(step, Cleared) and self._carts.current.order is not None:
                self._carts.current.customer = step.customer
                self._carts.current.name = step.name
        else:
            await self._set_types(cart, list(step.types))

    async def _reserve(self, requests: Sequence[SeatRequest]) -> Reserved:
        cart = self._carts.current
        try:
            return await self._pending.reserve(_id(cart), requests)
        except Refused as refused:
            if refused.may_be_done:
                raise  # nobody could look: to ask again for a new order is to risk a second one
            had_order = cart.order is not None
            await self.reload(cart)
            if not had_order or cart.order is not None:
                raise
        self._carts.current.customer, self._carts.current.name = cart.customer, cart.name
        return await self._pending.reserve(None, requests)

    async def _release(self, cart: Cart, places: frozenset[Place]) -> None:
        order = await self.reload(cart)  # seats of an order that was sold are not given back here
        ours = [line.place for line in cart.lines_of(places)]
        if order is None or not ours:
            return
        if len(ours) == len(order.lines):
            await self._orders.cancel(order.id)
            self._settle(cart)
            self._carts.let_go(cart, SeatState.FREE)
        else:
            await self._orders.release(order.id, ours)
            await self.reload(cart)

    async def _set_types(self, cart: Cart, types: list[tuple[Place, PriceTypeId]]) -> None:
        order = cart.order
        if order is not None:
            for place, price_type in types:
                await self._orders.set_price_type(order.id, place, price_type)
            await self.reload(cart)

    async def _share(
        self, cart: Cart, lines: Sequence[OrderLine], offer: Offer, shares: Shares
    ) -> None:
        """The seats get the price types that they were asked for at."""
        kinds = types_of_seats(shares, [line.category_id for line in lines], offer)
        wanted = [
            (line.place, kind)
            for line, kind in zip(lines, kinds, strict=True)
            if kind is not None and kind != line.price_type_id
        ]
        if wanted:
            await self._set_types(cart, wanted)

    def _settle(self, cart: Cart) -> None:
        """What was told of the order on screen is over with it."""
        if cart is self._carts.current:
            self._tell(None)

    def _adopt(self, cart: Cart, order: Order) -> Order | None:
        row, is_parked = cart.parked(self._clock.monotonic()), cart is not self._carts.current
        is_open = self._carts.adopt(cart, order, self._clock.monotonic())
        is_sold = order.status is OrderStatus.COMPLETED
        expired = order.status is OrderStatus.EXPIRED
        if is_open:
            self._on_adopted()
        elif not is_sold and self._end_exchange(cart.exchange):
            pass  # the clerk has been told what the buyer gets
        elif is_parked and row is not None:
            self._tell(Notice.warning(Code.PARKED_EXPIRED, order=row))
        elif is_sold:
            self._tell(Notice.info(Code.SOLD, order=str(order.id)))
        else:
            self._tell(Notice.warning(Code.HOLD_EXPIRED) if expired else None)
        return order if is_open else None


def _id(cart: Cart) -> OrderId | None:
    return cart.order.id if cart.order else None
