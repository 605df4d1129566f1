"""The orders of this counter: one on screen, others parked; kept in step with the server.

A click shows at once; clicks within `gather_seconds` go out as one request. What the server refuses
is named and the rest is tried again, so that one lost seat costs nothing but itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, SeatRequest
from boxoffice.connect.errors import ConnectError, Refused
from boxoffice.domain.catalogue import Offer
from boxoffice.domain.clock import Clock
from boxoffice.domain.customer import Customer
from boxoffice.domain.exchange import Exchange
from boxoffice.domain.ids import (
    AreaId,
    EventId,
    OrderId,
    Place,
    PriceCategoryId,
    PriceTypeId,
    SeatId,
)
from boxoffice.domain.order import Order, OrderStatus
from boxoffice.domain.seatplan import SeatState
from boxoffice.presenters.advice import Advice
from boxoffice.presenters.board import SeatBoard
from boxoffice.presenters.cart import Cart, Repriced, Returned, Taken
from boxoffice.presenters.cart_state import state_of
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.holding import Holding
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.states import OrderState, OrderView, SeatName
from boxoffice.presenters.tasks import Tasks

_ENDING = 60  # seconds of a hold at which the clerk is warned


class OrderPresenter:
    """The cart, and those that are parked.

    Args:
        board: where the seats of all of them are marked on the map.
        gather_seconds: how long clicks are gathered into one request.

    Attributes:
        state: what is on the screen.
    """

    def __init__(
        self,
        view: OrderView,
        client: ConnectClient,
        tasks: Tasks,
        clock: Clock,
        board: SeatBoard,
        gather_seconds: float = 0.12,
    ) -> None:
        self._view = view
        self._address = client.address
        self._holding = Holding(client, self._in_doubt)
        self._tasks = tasks
        self._clock = clock
        self._board = board
        self._advice = Advice(board)
        self._gather_seconds = gather_seconds
        self._gathered: dict[Place, SeatRequest] = {}
        self._pending: dict[Place, SeatName] = {}
        self._busy = 0
        self._cart = Cart()
        self._parked: list[Cart] = []
        self._instead: tuple[Place, ...] = ()
        self._watchers: list[Callable[[OrderState], None]] = []
        self.state = OrderState()

    # --- what the clerk does ---

    def take(self, offer: Offer, seats: tuple[SeatId, ...]) -> None:
        """Takes free seats of the event on the board, each at its category's default type."""
        if not self._accepts(offer):
            return
        event_id = offer.event.id
        for seat in seats:
            request = self._request(offer, seat)
            if request is None:
                self._note(Notice.warning(Code.NO_PRICE, seat=self._board.name_of(seat)))
                continue
            self._gathered[request.place] = request
            self._pending[request.place] = self._board.name_of(seat)
            self._board.mark(event_id, [seat], SeatState.PENDING)
        if self._gathered:
            self._tasks.browse("gather", self._gather())
            self._show()

    def take_best(
        self, offer: Offer, quantity: int, area_id: AreaId | None,
        category_id: PriceCategoryId | None = None,
    ) -> None:  # fmt: skip
        """Takes the best seats, anywhere or of a category, or places of a standing area."""
        if self._accepts(offer):
            request = BestSeatsRequest(offer.event.id, quantity, area_id, category_id)
            self._buy(self._reserve_best(request))

    def take_instead(self) -> None:
        """Takes the seats that are offered in place of those that were lost."""
        offer = self._board.offer
        wanted = tuple(p.seat_id for p in self._instead if offer and p.event_id == offer.event.id)
        self._instead = ()
        if offer is not None and wanted:
            self._note(None)
            self.take(offer, wanted)

    def give_back(self, places: tuple[Place, ...]) -> None:
        """Gives back seats of the order; one of a parked order brings that order back."""
        for index, cart in enumerate(self._parked):
            if cart.places & frozenset(places):
                self.resume(index)
                return
        self._buy(self._give_back(frozenset(places)))

    def set_price_type(self, places: tuple[Place, ...], price_type: PriceTypeId) -> None:
        self._buy(self._reprice(frozenset(places), price_type))

    def clear(self) -> None:
        """Gives back everything."""
        self._buy(self._cancel())

    def undo(self) -> None:
        """Undoes what was done last: seats taken, given back, or sold at another price type."""
        if self._cart.can_undo:
            self._buy(self._undo())

    def keep(self) -> None:
        """Renews the hold, as the clerk was asked."""
        self._buy(self._keep())

    def set_customer(self, customer: Customer | None) -> None:
        self._cart.customer = customer
        self._show()

    def begin_exchange(self, exchange: Exchange, offers: dict[EventId, Offer]) -> None:
        """From now on the order replaces these seats; the order that was on screen is parked."""
        self.park()
        self._buy(self._begin(exchange, offers))

    # --- several orders ---

    def park(self) -> None:
        """Puts the order on screen aside, and an empty one in its place."""
        self._send_gathered()
        if self._busy:
            self._buy(self._park())
        else:
            self._swap(None)

    def park_or_resume(self) -> None:
        """Parks the order on screen; where there is none, the one parked last comes back."""
        if self._cart.order is not None or self._gathered or self._busy:
            self.park()
        elif self._parked:
            self.resume(len(self._parked) - 1)
        else:
            self._note(Notice.info(Code.NOTHING_PARKED))

    def resume(self, index: int) -> None:
        """Brings a parked order back at once; the server is asked behind it what it is by now."""
        self._send_gathered()
        if 0 <= index < len(self._parked):
            cart = self._parked[index]
            if self._busy:
                self._buy(self._resume(cart))
            else:
                self._swap(cart)
                self._buy(self.reload())

    def clear_parked(self) -> None:
        """Gives back all that is parked."""
        for cart in tuple(self._parked):
            self._buy(self._cancel_parked(cart))

    async def _park(self) -> None:
        self._swap(None)

    async def _resume(self, cart: Cart) -> None:
        if cart in self._parked:
            self._swap(cart)
            await self.reload()

    def _swap(self, cart: Cart | None) -> None:
        """Another order on screen; the one that was there is parked if it holds anything."""
        if cart is not None:
            self._parked.remove(cart)
        if self._cart.order is not None:
            self._parked.append(self._cart)
        self._cart = cart or Cart()
        self._instead = ()
        self._advise()
        self._note(None)

    # --- what the payment needs ---

    def watch(self, watcher: Callable[[OrderState], None]) -> None:
        """From now on the watcher is told each state that is shown."""
        self._watchers.append(watcher)

    @property
    def order(self) -> Order | None:
        return self._cart.order

    @property
    def offers(self) -> dict[EventId, Offer]:
        """Of the events that seats of the order were taken of."""
        return self._cart.offers

    @property
    def exchange(self) -> Exchange | None:
        return self._cart.exchange

    async def renew(self) -> Order | None:
        """Renews the hold and returns the order as it is now; None where it is lost.

        Raises:
            ConnectError: the server could not be asked.
        """
        order = self._cart.order
        if order is None or not order.lines:
            return order
        line = order.lines[0]
        try:
            await self._holding.set_price_type(order.id, line.place, line.price_type_id)
        except Refused:
            await self.reload()
            return self._cart.order
        return self._adopt(await self._holding.get(order.id))

    async def reload(self) -> None:
        """Takes over what the server says of the order.

        Raises:
            ConnectError: the server could not be asked.
        """
        if self._cart.order is not None:
            self._adopt(await self._holding.get(self._cart.order.id))

    def finish(self) -> None:
        """Forgets an order that was sold; its seats are shown as sold."""
        exchange = self._cart.exchange
        self._forget(SeatState.SOLD)
        for place in exchange.places if exchange else ():
            self._board.unmark(place.event_id, [place.seat_id], SeatState.FREE)

    # --- how it is done ---

    def _accepts(self, offer: Offer) -> bool:
        """Whether the event may join the order: one order has one currency."""
        cart, currency = self._cart, offer.event.currency
        order = cart.order
        is_other = order is not None and order.currency != currency
        if is_other or (cart.exchange is not None and cart.exchange.value.currency != currency):
            self._note(Notice.warning(Code.ONE_CURRENCY))
            return False
        cart.offers[offer.event.id] = offer
        return True

    def _request(self, offer: Offer, seat: SeatId) -> SeatRequest | None:
        plan = self._board.plan
        row = plan.row_of(seat) if plan is not None else -1
        if plan is None or row < 0:
            return None
        price_type = offer.default_type(plan.seat(row).category_id)
        return SeatRequest(offer.event.id, seat, price_type.id) if price_type else None

    async def _gather(self) -> None:
        await asyncio.sleep(self._gather_seconds)
        self._send_gathered()

    def _send_gathered(self) -> None:
        if self._gathered:
            requests = tuple(self._gathered.values())
            self._gathered.clear()
            self._buy(self._reserve(requests))

    async def _reserve(self, requests: tuple[SeatRequest, ...]) -> None:
        wanted = list(requests)
        try:
            while wanted:
                try:
                    order = await self._holding.reserve(self._order_id(), wanted)
                except Refused as refused:
                    lost = await self._lost(refused, wanted)
                    wanted = [request for request in wanted if request not in lost]
                else:
                    self._cart.steps.append(Taken(frozenset(r.place for r in wanted)))
                    self._adopt(order)
                    break
        finally:
            self._unpend(requests)

    async def _lost(self, refused: Refused, wanted: list[SeatRequest]) -> list[SeatRequest]:
        """The seats that cannot be had; none where the order itself was lost and is given up.

        Raises:
            Refused: it is about something else.
        """
        lost = [wanted[i.index] for i in refused.items if 0 <= i.index < len(wanted)]
        if not lost:
            had_order = self._cart.order is not None
            await self.reload()
            if had_order and self._cart.order is None:
                return []
            raise refused
        for request in lost:
            self._board.flash(request.event_id, [request.seat_id])
            self._board.unmark(request.event_id, [request.seat_id], SeatState.RESERVED)
        names = tuple(self._pending.get(r.place, self._board.name_of(r.seat_id)) for r in lost)
        event_id = lost[0].event_id
        found = self._advice.instead_of(request.place for request in lost)
        self._instead = tuple(Place(event_id, seat) for seat in found)
        self._note(Notice.warning(Code.SEATS_LOST, seats=names))
        return lost

    def _unpend(self, requests: tuple[SeatRequest, ...]) -> None:
        for request in requests:
            self._pending.pop(request.place, None)
            if request.place not in self._cart.places:
                self._board.unmark(request.event_id, [request.seat_id])

    async def _reserve_best(self, request: BestSeatsRequest) -> None:
        before = self._cart.places
        try:
            order = await self._holding.reserve_best(self._order_id(), request)
        except Refused as refused:
            if not refused.is_conflict:
                raise
            self._note(Notice.warning(Code.NO_BEST_SEATS, quantity=request.quantity))
            await self.reload()
        else:
            self._cart.steps.append(Taken(order.places - before))
            self._adopt(order)

    async def _give_back(self, places: frozenset[Place]) -> None:
        lines = self._cart.lines_of(places)
        if lines:
            await self._release(places)
            if self._cart.order is not None:
                self._cart.steps.append(Returned(lines))

    async def _release(self, places: frozenset[Place]) -> None:
        order = self._cart.order
        ours = [line.place for line in self._cart.lines_of(places)]
        if order is None or not ours:
            return
        if len(ours) == len(order.lines):
            await self._cancel()
        else:
            await self._holding.release(order.id, ours)
            await self.reload()

    async def _reprice(self, places: frozenset[Place], price_type: PriceTypeId) -> None:
        lines = [x for x in self._cart.lines_of(places) if x.price_type_id != price_type]
        await self._set_types([(line.place, price_type) for line in lines])
        if lines and self._cart.order is not None:
            self._cart.steps.append(Repriced(tuple((x.place, x.price_type_id) for x in lines)))
            self._show()

    async def _set_types(self, types: list[tuple[Place, PriceTypeId]]) -> None:
        order = self._cart.order
        if order is not None:
            for place, price_type in types:
                await self._holding.set_price_type(order.id, place, price_type)
            await self.reload()

    async def _undo(self) -> None:
        step = self._cart.last_step()
        if step is None:
            return
        if isinstance(step, Taken):
            await self._release(step.places)
        elif isinstance(step, Returned):
            await self._reserve(step.requests)
            if self._cart.steps and isinstance(self._cart.steps[-1], Taken):
                self._cart.steps.pop()  # to have undone is nothing to undo
        else:
            await self._set_types(list(step.types))
        self._show()

    async def _cancel(self) -> None:
        if self._cart.order is not None:
            await self._holding.cancel(self._cart.order.id)
            self._forget(SeatState.FREE)
        else:
            self._cart = Cart()
            self._advise()

    async def _cancel_parked(self, cart: Cart) -> None:
        if cart.order is not None and cart in self._parked:
            await self._holding.cancel(cart.order.id)
            self._drop_parked(cart, SeatState.FREE)

    async def _keep(self) -> None:
        if await self.renew() is not None:
            self._note(None)

    async def _begin(self, exchange: Exchange, offers: dict[EventId, Offer]) -> None:
        self._cart.exchange = exchange
        self._cart.offers.update(offers)

    def _buy(self, work: Coroutine[Any, Any, None]) -> None:
        self._busy += 1
        self._tasks.buy(self._told(work))
        self._show()

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        """Does the work; whatever goes wrong between here and the server, the clerk is told."""
        try:
            await work
        except ConnectError as error:
            self._note(notice_of(error, self._address))
            if self._cart.order is not None and isinstance(error, Refused):
                await self._reload_quietly()
        finally:
            self._busy -= 1
            self._show()

    async def _reload_quietly(self) -> None:
        try:
            await self.reload()
        except ConnectError as error:
            self._note(notice_of(error, self._address))

    def _in_doubt(self) -> None:
        self._note(Notice.warning(Code.CHECKING))

    def _order_id(self) -> OrderId | None:
        return self._cart.order.id if self._cart.order else None

    def _adopt(self, order: Order) -> Order | None:
        """Shows the order as the server told it; one that is open no more is forgotten."""
        if order.status is not OrderStatus.OPEN:
            expired = order.status is OrderStatus.EXPIRED
            self._forget(None)
            self._note(Notice.warning(Code.HOLD_EXPIRED) if expired else None)
            return None
        for line in self._cart.order.lines if self._cart.order else ():
            if line.place not in order.places:
                self._board.unmark(line.event_id, [line.seat_id], SeatState.FREE)
        for line in order.lines:
            self._board.mark(line.event_id, [line.seat_id], SeatState.MINE)
        self._cart.adopt(order, self._clock.monotonic())
        self._tasks.browse("countdown", self._count_down())
        self._advise()
        notice = self.state.notice
        is_over = notice is not None and notice.code in (Code.CHECKING, Code.HOLD_ENDING)
        self._note(None if is_over else notice)
        return order

    def _forget(self, now: SeatState | None) -> None:
        for line in self._cart.order.lines if self._cart.order else ():
            self._board.unmark(line.event_id, [line.seat_id], now)
        self._cart = Cart()
        self._instead = ()
        self._advise()
        self._note(None)

    def _drop_parked(self, cart: Cart, now: SeatState | None) -> None:
        for line in cart.order.lines if cart.order else ():
            self._board.unmark(line.event_id, [line.seat_id], now)
        self._parked.remove(cart)
        self._show()

    async def _count_down(self) -> None:
        while any(cart.hold_ends is not None for cart in (self._cart, *self._parked)):
            now = self._clock.monotonic()
            over = self._over(now)
            if over is not None:
                self._buy(self._look_after(over))
                await asyncio.sleep(2.0)
                continue
            left = self._cart.seconds_left(now)
            if left is not None and left <= _ENDING and not self._cart.was_warned:
                self._cart.was_warned = True
                self._note(Notice.warning(Code.HOLD_ENDING))
            self._show()
            await asyncio.sleep(1.0 if left is None else min(1.0, max(left, 0.05)))

    def _over(self, now: float) -> Cart | None:
        """An order whose hold has run out."""
        carts = (self._cart, *self._parked)
        return next((c for c in carts if c.hold_ends is not None and c.hold_ends <= now), None)

    async def _look_after(self, cart: Cart) -> None:
        """Asks what became of an order whose hold ran out here."""
        if cart is self._cart:
            await self.reload()
        elif cart in self._parked and cart.order is not None:
            order = await self._holding.get(cart.order.id)
            if order.status is OrderStatus.OPEN:
                cart.adopt(order, self._clock.monotonic())
                return
            row = cart.parked(self._clock.monotonic())
            self._drop_parked(cart, None)
            if row is not None:
                told = Notice.warning(Code.PARKED_EXPIRED, first=row.first, buyer=row.buyer)
                self._note(told)

    def _advise(self) -> None:
        """Looks at the order anew: what it breaks, what it leaves behind."""
        order = self._cart.order
        if order is None or not order.lines:
            self.state = replace(self.state, broken=(), left_alone=())
            return
        broken = self._advice.broken(order, self._cart.offers, self._clock.now())
        left_alone = self._advice.left_alone(order)
        self.state = replace(self.state, broken=broken, left_alone=left_alone)

    def _note(self, notice: Notice | None) -> None:
        self.state = replace(self.state, notice=notice)
        self._show()

    def _show(self) -> None:
        is_busy = self._busy > 0 or bool(self._gathered)
        now = self._clock.monotonic()
        self.state = state_of(
            self.state, self._cart, self._parked, now, is_busy=is_busy,
            pending=tuple(self._pending.values()),
            instead=tuple(self._board.name_of(place.seat_id) for place in self._instead),
        )  # fmt: skip
        self._view.show_state(self.state)
        for watcher in self._watchers:
            watcher(self.state)
