"""The orders of this counter: one on screen, others parked; kept in step with the server.

A click shows at once; clicks within `gather_seconds` go out as one request.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from itertools import zip_longest

import numpy as np

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, SeatRequest, new_key
from boxoffice.domain.catalogue import Event, Offer
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import EventId, OrderId, Place, PriceTypeId, SeatId
from boxoffice.domain.orders.customer import Customer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.held_order import HeldOrder
from boxoffice.domain.orders.order import Order, OrderLine, OrderStatus, totals_of
from boxoffice.domain.orders.party import Shares
from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.seats.nearest import next_beside
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.faults import notice_of_return
from boxoffice.presenters.map.board import SeatBoard
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.advice import Advice
from boxoffice.presenters.order.cart import Cart, LostOrder
from boxoffice.presenters.order.carts import Carts
from boxoffice.presenters.order.changes import OrderChanges
from boxoffice.presenters.order.hold_clock import HoldClock, HoldRenewal
from boxoffice.presenters.order.hold_keeper import HoldKeeper
from boxoffice.presenters.order.pending_seats import PendingSeats
from boxoffice.presenters.order.server_orders import ServerOrders
from boxoffice.presenters.order.state import OrderState, OrderView
from boxoffice.presenters.order.state_builder import state_of
from boxoffice.presenters.order.work_queue import Work, WorkQueue
from boxoffice.presenters.tasks import Tasks

_ENDING = 60  # seconds of a hold at which the clerk is warned


class OrderPresenter:
    """The order on screen, and those that are parked.

    Args:
        board: where the seats of all of them are marked on the map.
        keeper: writes down what is held, in case the program ends.
        on_returned_unsold: called with an exchange that comes to nothing, although its old seats
            are given back already.
        gather_seconds: how long clicks are gathered into one request.
        operator: who sells here.

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
        keeper: HoldKeeper,
        on_returned_unsold: Callable[[Exchange], None],
        gather_seconds: float = 0.12,
        operator: str = "",
    ) -> None:
        self._view = view
        self._address = client.address
        self._tasks = tasks
        self._clock = clock
        self._board = board
        self._gather_seconds = gather_seconds
        self._on_returned_unsold = on_returned_unsold
        self._is_paying = False
        self._is_checking = False  # `notice` says so
        self._on_refused: Callable[[], None] = lambda: None
        self._on_found: Callable[[OrderId], None] = lambda _: None
        self._watchers: list[Callable[[OrderState], None]] = []
        self._sold: Counter[PriceTypeId] = Counter()
        self.state = OrderState()
        self._queue = WorkQueue(tasks, client.address, self._note, self.reload, self._show)
        self._keeper = keeper
        client.orders.know_by(self._known_orders, operator)
        orders = ServerOrders(client, keeper, self._in_doubt, self._found)
        self._advice = Advice(board)
        self._carts = Carts(board)
        self._pending = PendingSeats(orders, board, self._advice, self._lost)
        self._hold_clock = HoldClock(self._carts, clock, tasks, self._tick, self._hold_over)
        self._changes = OrderChanges(
            orders, self._carts, self._pending, clock, self._note, self._adopted, self._end_exchange
        )
        self._renewal = HoldRenewal(clock, self._changes.renew)

    # --- what the clerk does ---

    def take(self, offer: Offer, seats: tuple[SeatId, ...], shares: Shares = ()) -> None:
        """Takes free seats of the event on the board.

        Args:
            shares: how many of them, from the first one on, are for which price type; the others
                are taken at their category's default.
        """
        if not self._accepts(offer):
            return
        self._pending.offer_nothing()
        kinds = [kind for kind, count in shares for _ in range(count)]
        for seat, kind in zip_longest(seats, kinds[: len(seats)]):
            if not self._pending.add(offer, seat, kind):
                self._note(Notice.warning(Code.NO_PRICE, seat=self._board.name_of(seat)))
        if self._pending.is_gathering:
            self._tasks.browse("gather", self._gather())
            self._show()

    def take_best(self, offer: Offer, wish: BestSeats) -> None:
        """Takes the best seats that are as wished for, or places of a standing area."""
        if self._accepts(offer):
            request = BestSeatsRequest(
                offer.event.id,
                wish.quantity,
                wish.area_id,
                wish.category_id,
                adjacent=wish.is_together,
                attributes=wish.attributes or None,
            )
            self._alter(lambda: self._changes.reserve_best(request, offer, wish.shares))

    def take_more(self, places: tuple[Place, ...]) -> None:
        """Takes one more seat like these, which are of one line: a place of their standing area, or
        the next free seat beside them. Where there is none, it says so."""
        lines = self._carts.current.lines_of(frozenset(places))
        offer = self._carts.current.offers.get(lines[0].event_id) if lines else None
        if offer is None:
            return
        like = lines[0]
        if not like.row and not like.number:
            shares = ((like.price_type_id, 1),)
            self.take_best(offer, BestSeats(1, like.area_id, like.category_id, shares=shares))
        elif self._board.event_id != like.event_id or self._board.plan is None:
            self._note(Notice.warning(Code.SEATS_NOT_SEEN, event=offer.event.name))
        else:
            free = self._board.states == SeatState.FREE
            ids = np.array([line.seat_id for line in lines], dtype=np.int64)
            found = next_beside(self._board.plan, free, self._board.plan.indices_of(ids))
            if found is not None:
                seat = SeatId(int(self._board.plan.ids[found]))
                self.take(offer, (seat,), ((like.price_type_id, 1),))
            else:
                seats = tuple(SeatName(x.area_name, x.row, x.number) for x in lines)
                self._note(Notice.warning(Code.NO_SEAT_BESIDE, seats=seats))

    def take_instead(self) -> None:
        """Takes the seats that are offered in place of those that were lost."""
        offer = self._board.offer if self.may_change() else None
        wanted = self._pending.take_offered(offer.event.id) if offer else ()
        if offer is not None and wanted:
            self._note(None)
            self.take(offer, wanted)

    def give_back(self, places: tuple[Place, ...]) -> None:
        """Gives back seats of the order; one of a parked order brings that order back."""
        index = self._carts.parked_with(places)
        if index is not None:
            self.resume(index)
        else:
            self._alter(lambda: self._changes.give_back(self._carts.current, frozenset(places)))

    def set_price_type(self, places: tuple[Place, ...], price_type: PriceTypeId) -> None:
        wanted = frozenset(places)
        self._alter(lambda: self._changes.reprice(self._carts.current, wanted, price_type))

    def clear(self) -> None:
        """Gives back everything."""
        self._send_gathered()
        self._alter(lambda: self._changes.cancel(self._carts.current))

    def undo(self) -> None:
        """Undoes what was done last: seats taken, given back, or sold at another price type."""
        if self._carts.current.can_undo:
            self._alter(lambda: self._changes.undo(self._carts.current))

    def take_lost(self, order_id: OrderId) -> None:
        """Takes the seats of an order whose hold is gone again; the one on screen is parked."""
        self._alter(lambda: self._take_lost(self._carts.lost_one(order_id)))

    def forget_lost(self, order_id: OrderId) -> None:
        """The seats of that order are not offered again any more."""
        lost = self._carts.lost_one(order_id)
        if lost is not None:
            self._carts.lost.remove(lost)
            if not self._end_exchange(lost.exchange):
                self._note(None)

    def keep(self) -> None:
        """Renews the hold, as the clerk was asked."""
        if self._carts.current.order is not None:
            self._queue.do(lambda: self._keep(self._carts.current))

    def accept_gaps(self) -> None:
        """Leaves the single seats behind that the clerk was advised of: it is not said again."""
        if self.may_change():
            self._carts.current.accepted |= frozenset(self.state.left_alone)
            self._show()

    def set_customer(self, customer: Customer | None) -> None:
        self._carts.current.customer = customer
        self._show()

    def set_name(self, name: str) -> None:
        """What the order is called while it is parked; empty for its first seat and the time."""
        self._carts.current.name = name.strip()
        self._show()

    def begin_exchange(
        self, exchange: Exchange, offers: dict[EventId, Offer], again: tuple[OrderLine, ...] = ()
    ) -> None:
        """From now on the order replaces these seats; the order that was on screen is parked.

        Args:
            again: lines to be taken into it at once, at their price types.
        """
        if not self.may_change():
            self._end_exchange(exchange)
            return
        self.park()
        self._queue.do(lambda: self._begin(exchange, offers, again))

    def take_news(self, events: Iterable[Event]) -> None:
        """Takes over what became of the events: one may have been cancelled."""
        known = [self._carts.take_news(event) for event in events]
        if any(known):
            self._show()

    # --- several orders ---

    def park(self) -> None:
        """Puts the order on screen aside, and an empty one in its place."""
        self._send_gathered()
        if self._is_idle:
            self._swap(None)
        else:
            self._alter(lambda: self._swap_in_turn(None))

    def park_or_resume(self) -> None:
        """Parks the order on screen; where there is none, the one parked last comes back."""
        has_order = self._carts.current.order is not None
        if has_order or self._pending.is_gathering or self._queue.is_busy:
            self.park()
        elif self._carts.parked:
            self.resume(len(self._carts.parked) - 1)
        else:
            self._note(Notice.info(Code.NOTHING_PARKED))

    def resume(self, index: int) -> None:
        """Brings a parked order back at once; the server is asked behind it what it is by now."""
        self._send_gathered()
        if not 0 <= index < len(self._carts.parked) or not self.may_change():
            return
        if self._carts.current.exchange is not None and self._carts.current.order is None:
            self._note(Notice.warning(Code.EXCHANGE_OPEN))  # it would be lost unasked
            return
        cart = self._carts.parked[index]
        if self._is_idle:
            self._swap(cart)
        else:
            self._alter(lambda: self._swap_in_turn(cart))
        self._queue.do(lambda: self._refresh(cart))

    def keep_parked(self, index: int) -> None:
        """Renews the hold of a parked order."""
        if 0 <= index < len(self._carts.parked):
            cart = self._carts.parked[index]
            self._queue.do(lambda: self._keep(cart))

    def take_over(self, held: HeldOrder, order: Order, offers: Mapping[EventId, Offer]) -> None:
        """An order of an earlier run is parked here, as it was.

        Args:
            order: as the server has it now; it holds seats.
            offers: of its events.
        """
        cart = Cart(
            offers={
                place.event_id: offers[place.event_id]
                for place in order.places
                if place.event_id in offers
            },
            name=held.name,
            customer=held.customer,
            exchange=held.exchange,
            parts=held.parts,
            parked_at=held.parked_at or (order.created_at and order.created_at.astimezone()),
        )
        self._keeper.take_over(held, order)
        self._carts.take_over(cart, order, self._clock.monotonic())
        self._hold_clock.start()
        self._show()

    def take_found(self, order: Order, offers: Mapping[EventId, Offer]) -> None:
        """An order that was found on the server goes on here; the one on screen is parked."""
        if self._carts.current.order is not None and self._carts.current.order.id == order.id:
            return
        if self.park_index(order.id) is None:
            moment = self._clock.now()
            held = HeldOrder(
                new_key(),
                self._address,
                moment,
                order_id=order.id,
                created_at=order.created_at,
                lines=order.lines,
            )
            self.take_over(held, order, offers)
        index = self.park_index(order.id)
        if index is not None:
            self.resume(index)

    def offer_lost(self, held: HeldOrder, offers: Mapping[EventId, Offer]) -> None:
        """The seats of an order of an earlier run, whose hold is gone, can be taken again.

        Args:
            held: an order that held seats.
            offers: of its events, as far as they are known.
        """
        if held.order_id is None or not held.lines:
            return
        currency = held.lines[0].price.currency
        total = totals_of(held.lines, currency).total
        order = Order(held.order_id, OrderStatus.EXPIRED, currency, total, held.lines)
        known = {
            line.event_id: offers[line.event_id] for line in held.lines if line.event_id in offers
        }
        self._carts.lost.append(LostOrder(order, known, held.customer, held.exchange, held.name))
        self._show()

    def park_index(self, order_id: OrderId) -> int | None:
        """The place of an order among the parked ones; None where it is not parked."""
        ids = [cart.order.id if cart.order else None for cart in self._carts.parked]
        return ids.index(order_id) if order_id in ids else None

    def clear_parked_order(self, order_id: OrderId) -> None:
        """Gives back all seats of one parked order."""
        for cart in self._carts.parked:
            if cart.order is not None and cart.order.id == order_id:
                self._queue.do(partial(self._changes.cancel, cart))

    def clear_parked(self) -> None:
        """Gives back all that is parked."""
        for cart in tuple(self._carts.parked):
            self._queue.do(partial(self._changes.cancel, cart))

    # --- what the payment needs ---

    def hold_on_screen(self, is_paying: bool) -> None:
        """While it is paid, the order on screen stays there, and nobody changes it."""
        if is_paying and not self._is_paying:
            self._renewal.note_activity()
        self._is_paying = is_paying

    def may_change(self) -> bool:
        """Whether the order may be changed; while it is paid it may not, and the payment is told
        that somebody wants to."""
        if self._is_paying:
            self._on_refused()
        return not self._is_paying

    def tell_of_refusals(self, on_refused: Callable[[], None]) -> None:
        """From now on `on_refused` is called where somebody wants to change what is paid."""
        self._on_refused = on_refused

    def tell_of_found(self, on_found: Callable[[OrderId], None]) -> None:
        """From now on `on_found` is called with an order that may have come of a reservation whose
        answer was lost, or that may be another till's: the clerk has to look at it."""
        self._on_found = on_found

    def note_activity(self) -> None:
        """Somebody pressed a key, or clicked: the hold of what is paid goes on by itself."""
        self._renewal.note_activity()
        if self._is_paying and not self.state.is_kept:
            self._tick()

    def watch(self, watcher: Callable[[OrderState], None]) -> None:
        """From now on the watcher is told each state that is shown."""
        self._watchers.append(watcher)

    @property
    def order(self) -> Order | None:
        return self._carts.current.order

    @property
    def offers(self) -> dict[EventId, Offer]:
        """Of the events that seats of the order were taken of."""
        return self._carts.current.offers

    @property
    def exchange(self) -> Exchange | None:
        return self._carts.current.exchange

    @property
    def parts(self) -> tuple[Payment, ...]:
        """What of its price was taken already."""
        return self._carts.current.parts

    def set_parts(self, parts: tuple[Payment, ...]) -> None:
        """What of its price was taken by now; it is written down with the order."""
        if parts != self._carts.current.parts:
            self._carts.current.parts = parts
            self._show()

    async def renew(self) -> Order | None:
        """Renews the hold and returns the order as it is now; None where it is lost.

        Raises:
            ConnectError: the server could not be asked.
        """
        return await self._changes.renew(self._carts.current)

    async def reload(self) -> None:
        """Takes over what the server says of the order.

        Raises:
            ConnectError: the server could not be asked.
        """
        await self._changes.reload(self._carts.current)

    async def take_again(self, order_id: OrderId) -> Order | None:
        """Takes the seats of an order whose hold is gone again, as they were, into the empty order
        on screen, and returns it with what could be had; None where nothing could.

        Raises:
            ConnectError: the server could not be asked, or refuses; they are offered still.
        """
        lost = self._carts.lost_one(order_id)
        return await self._changes.take_again(lost) if lost is not None else None

    def finish(self) -> None:
        """Forgets an order that was sold; its seats are shown as sold."""
        exchange, order = self._carts.current.exchange, self._carts.current.order
        self._sold.update(line.price_type_id for line in (order.lines if order else ()))
        self._carts.forget(self._carts.current, SeatState.SOLD)
        self._pending.offer_nothing()
        for place in exchange.places if exchange and not exchange.is_returned else ():
            self._board.unmark(place.event_id, [place.seat_id], SeatState.FREE)
        self._note(None)

    def leave_undecided(self) -> None:
        """Forgets an order of which nobody knows whether it was sold; nothing is given back."""
        self._carts.forget(self._carts.current, SeatState.RESERVED)
        self._pending.offer_nothing()
        self._note(None)

    # --- how it is done ---

    @property
    def _is_idle(self) -> bool:
        """Whether the order on screen can be swapped now: nothing is asked of the server for it."""
        return self._queue.is_idle and not self._is_paying

    def _accepts(self, offer: Offer) -> bool:
        """Whether the event may join the order: one order has one currency."""
        if not self.may_change():
            return False
        cart, currency = self._carts.current, offer.event.currency
        is_other = cart.order is not None and cart.order.currency != currency
        if is_other or (cart.exchange is not None and cart.exchange.value.currency != currency):
            self._note(Notice.warning(Code.ONE_CURRENCY))
            return False
        self._carts.know(offer)
        return True

    def _alter(self, work: Work) -> None:
        """Does a change of orders in its turn, but none while one is paid."""
        if self.may_change():
            self._queue.do(lambda: self._altered(work))

    async def _altered(self, work: Work) -> None:
        if self.may_change():  # the payment may have been opened before it
            await work()

    async def _gather(self) -> None:
        await asyncio.sleep(self._gather_seconds)
        self._send_gathered()

    def _send_gathered(self) -> None:
        requests = self._pending.gathered()
        if requests:
            self._queue.do(lambda: self._reserve(requests))

    async def _reserve(self, requests: tuple[SeatRequest, ...]) -> None:
        if self.may_change():  # the payment may have been opened before it
            await self._changes.reserve(requests)
        else:
            self._pending.done(requests, self._carts.current.places)

    def _swap(self, cart: Cart | None) -> None:
        left = self._carts.current
        self._carts.swap(cart, self._clock.now().astimezone())
        self._pending.offer_nothing()
        if left.order is not None or not self._end_exchange(left.exchange):
            self._note(None)

    async def _swap_in_turn(self, cart: Cart | None) -> None:
        if cart is None or cart in self._carts.parked:
            self._swap(cart)

    async def _take_lost(self, lost: LostOrder | None) -> None:
        current = self._carts.current
        if lost is None:
            return
        if current.exchange is not None and current.order is None:
            self._note(Notice.warning(Code.EXCHANGE_OPEN))  # it would be lost unasked
            return
        self._swap(None)
        await self._changes.take_again(lost)

    async def _refresh(self, cart: Cart) -> None:
        if cart is self._carts.current:
            await self._changes.reload(cart)

    async def _keep(self, cart: Cart) -> None:
        if await self._changes.renew(cart) is not None:
            self._note(None)

    async def _begin(
        self, exchange: Exchange, offers: dict[EventId, Offer], again: tuple[OrderLine, ...]
    ) -> None:
        if not self.may_change():
            self._end_exchange(exchange)
            return
        self._carts.current.exchange = exchange
        for offer in offers.values():
            self._carts.know(offer)
        if again:
            await self._changes.reserve(self._pending.again(again))

    def _end_exchange(self, exchange: Exchange | None) -> bool:
        """An exchange comes to nothing: where its old seats are given back already, the clerk is
        told what the buyer gets for them. Returns whether she was told."""
        if exchange is None or not exchange.is_returned:
            return False
        self._on_returned_unsold(exchange)
        self._note(notice_of_return(exchange))
        return True

    def _lost(self, seats: tuple[SeatName, ...]) -> None:
        self._note(Notice.warning(Code.SEATS_LOST, seats=seats))

    def _found(self, order_id: OrderId) -> None:
        self._on_found(order_id)

    def _known_orders(self) -> frozenset[OrderId]:
        """The orders that are known to be there: those of this till, and those on the map."""
        own = {cart.order.id for cart in self._carts if cart.order is not None}
        return frozenset(own | self._board.orders)

    def _in_doubt(self) -> None:
        self._note(Notice.warning(Code.CHECKING), is_checking=True)

    def _adopted(self) -> None:
        self._hold_clock.start()
        if self._is_checking or self.state.hold_is_ending:
            self._note(None)  # the server has answered: it is true no more
        else:
            self._show()

    def _tick(self) -> None:
        cart = self._carts.current
        left = cart.seconds_left(self._clock.monotonic())
        if self._is_paying and self._renewal.is_due(cart):
            self._renewal.begin()
            self._tasks.buy(self._renewal.renew(cart))
        if left is not None and left <= _ENDING and not cart.was_warned:
            cart.was_warned = True
            self._note(Notice.warning(Code.HOLD_ENDING), hold_is_ending=True)
        else:
            self._show()

    def _hold_over(self, cart: Cart) -> None:
        self._queue.do(lambda: self._look_after(cart))

    async def _look_after(self, cart: Cart) -> None:
        if cart in tuple(self._carts):
            await self._changes.reload(cart)

    def _note(
        self, notice: Notice | None, *, is_checking: bool = False, hold_is_ending: bool = False
    ) -> None:
        self._is_checking = is_checking
        self.state = replace(self.state, notice=notice, hold_is_ending=hold_is_ending)
        self._show()

    def _show(self) -> None:
        self.state = state_of(
            self.state,
            self._carts,
            self._advice,
            self._clock,
            is_busy=self._queue.is_busy or self._pending.is_gathering,
            pending=self._pending.names,
            instead=self._pending.instead,
            is_kept=self._is_paying and self._renewal.is_attended,
            frequent=tuple(kind for kind, _ in self._sold.most_common()),
            wheelchairs=self._board.beside_wheelchairs(self._carts.current.places),
        )
        self._keeper.keep(self._carts)
        self._view.show_state(self.state)
        for watcher in self._watchers:
            watcher(self.state)
