"""The orders of this counter, on screen and parked, with their seats marked on the map."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime

from boxoffice.domain.catalogue import Event, Offer
from boxoffice.domain.ids import EventId, OrderId, Place
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.map.board import SeatBoard
from boxoffice.presenters.order.cart import Cart, LostOrder

_MOST_LOST = 5  # orders whose seats are offered again


class Carts:
    """All orders that hold seats here.

    Attributes:
        current: the one on screen.
        parked: the others, the one parked last at the end.
        lost: those whose hold is gone, the last one at the end, until they are taken again.
    """

    def __init__(self, board: SeatBoard) -> None:
        self._board = board
        self.current = Cart()
        self.parked: list[Cart] = []
        self.lost: list[LostOrder] = []
        self._offers: dict[EventId, Offer] = {}

    def __iter__(self) -> Iterator[Cart]:
        return iter((self.current, *self.parked))

    def know(self, offer: Offer) -> None:
        """Seats of this event are being taken; whichever order gets them has its offer."""
        self._offers[offer.event.id] = offer
        self.current.offers[offer.event.id] = offer

    def take_news(self, event: Event) -> bool:
        """Takes over what became of an event, and returns whether any order knows of it."""
        is_known = False
        for offers in (self._offers, *(cart.offers for cart in self)):
            offer = offers.get(event.id)
            if offer is not None and offer.event != event:
                offers[event.id] = replace(offer, event=event)
                is_known = True
        return is_known

    def adopt(self, cart: Cart, order: Order, now: float) -> bool:
        """Takes over what the server says of an order, and returns whether it is open.

        One that is open no more is forgotten; where it was not sold, its seats can be had again.

        Args:
            now: by the monotonic clock; the hold counts from then.
        """
        if order.status is not OrderStatus.OPEN:
            lost = cart.lost()
            if lost is not None and order.status is not OrderStatus.COMPLETED:
                self.lost[:] = [*self.lost, lost][-_MOST_LOST:]
            self.forget(cart, None)
            return False
        for line in cart.order.lines if cart.order else ():
            if line.place not in order.places:
                self._board.unmark(line.event_id, [line.seat_id], SeatState.FREE)
        for line in order.lines:
            self._board.mark(line.event_id, [line.seat_id], SeatState.MINE)
            if line.event_id in self._offers:
                cart.offers.setdefault(line.event_id, self._offers[line.event_id])
        cart.adopt(order, now)
        return True

    def take_over(self, cart: Cart, order: Order, now: float) -> None:
        """Another order is parked here, before all others: one that holds seats already."""
        self._offers.update(cart.offers)
        self.parked.insert(0, cart)
        self.adopt(cart, order, now)

    def let_go(self, cart: Cart, state: SeatState | None) -> None:
        """Its seats are this counter's no more; `state` is what is known to be true of them."""
        for line in cart.order.lines if cart.order else ():
            self._board.unmark(line.event_id, [line.seat_id], state)
        cart.give_up_order()

    def forget(self, cart: Cart, state: SeatState | None) -> None:
        """As if it had never been: its buyer and its steps as well."""
        self.let_go(cart, state)
        if cart is self.current:
            self.current = Cart()
        elif cart in self.parked:
            self.parked.remove(cart)

    def swap(self, cart: Cart | None, moment: datetime) -> None:
        """Another order on screen, or an empty one; what was there is parked if it holds seats.

        Args:
            moment: when the clerk does it.
        """
        if cart is not None:
            self.parked.remove(cart)
        if self.current.order is not None:
            self.current.parked_at = moment
            self.parked.append(self.current)
        self.current = cart or Cart()

    def lost_one(self, order_id: OrderId) -> LostOrder | None:
        """What is kept of an order whose hold is gone."""
        return next((lost for lost in self.lost if lost.order.id == order_id), None)

    def parked_with(self, places: Collection[Place]) -> int | None:
        """Which parked order holds one of these seats."""
        wanted = frozenset(places)
        found = (index for index, cart in enumerate(self.parked) if cart.places & wanted)
        return next(found, None)

    def over(self, now: float) -> Cart | None:
        """An order whose hold has run out."""
        held = (cart for cart in self if cart.hold_ends is not None and cart.hold_ends <= now)
        return next(held, None)

    @property
    def has_holds(self) -> bool:
        return any(cart.hold_ends is not None for cart in self)
