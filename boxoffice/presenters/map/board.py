"""The seats on the map as this counter sees them: the server's states, and over them its own.

A seat that this counter has, or is taking, keeps its mark whatever a poll says; the marks outlive a
change of the event, so that an order over two events is shown right on both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from boxoffice.domain.catalogue import Event, Offer
from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.seats.seatplan import SeatAttribute, SeatPlan, SeatState, States, StatusDelta
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.map.state import MapView

_WHEELCHAIRS = int(SeatAttribute.WHEELCHAIR | SeatAttribute.COMPANION)


class SeatBoard:
    """What is on the map. Changes go to the view at once, and only what changed.

    Attributes:
        offer, plan, states: of the event on screen, None before the first one.
    """

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._server: States = np.zeros(0, dtype=np.uint8)
        self._own: dict[tuple[EventId, SeatId], SeatState] = {}
        self.offer: Offer | None = None
        self.plan: SeatPlan | None = None
        self.states: States = self._server
        self._lit: frozenset[Place] = frozenset()
        self._orders: dict[SeatId, OrderId] = {}

    @property
    def event_id(self) -> EventId | None:
        return self.offer.event.id if self.offer else None

    def open(self, offer: Offer, plan: SeatPlan, first: StatusDelta) -> None:
        """Puts another event on the board; seats the server does not speak of cannot be sold."""
        self.offer, self.plan = offer, plan
        self._server = np.full(len(plan), SeatState.OTHER, dtype=np.uint8)
        index = plan.indices_of(first.seat_ids)
        self._server[index[index >= 0]] = first.states[index >= 0]
        self._orders = dict(first.orders)
        self.states = self._with_own(offer, plan)
        self._show_lit()

    def replace_plan(self, offer: Offer, plan: SeatPlan) -> None:
        """Puts the same event's changed plan on the board; what is known of a seat is kept.

        Seats that are new cannot be sold until the server speaks of them. A mark of ours on a seat
        that is gone stays, and is seen again when the seat comes back.
        """
        server = np.full(len(plan), SeatState.OTHER, dtype=np.uint8)
        if self.plan is not None:
            index = self.plan.indices_of(plan.ids)
            server[index >= 0] = self._server[index[index >= 0]]
        self.offer, self.plan, self._server = offer, plan, server
        self.states = self._with_own(offer, plan)

    def take_news(self, event: Event) -> None:
        """Takes over what became of the event that is on the board; of another one, nothing."""
        if self.offer is not None and self.offer.event.id == event.id:
            self.offer = replace(self.offer, event=event)

    def close(self) -> None:
        self.offer = self.plan = None
        self._server = self.states = np.zeros(0, dtype=np.uint8)
        self._orders = {}

    def apply(self, delta: StatusDelta) -> StatusDelta:
        """Takes over what changed on the server, and returns the part that was news."""
        if self.plan is None:
            return StatusDelta(delta.seat_ids[:0], delta.states[:0], delta.marker)
        index = self.plan.indices_of(delta.seat_ids)
        known = index >= 0
        index, states = index[known], delta.states[known]
        is_news = self._server[index] != states
        self._take_orders(delta)
        news = StatusDelta(self.plan.ids[index[is_news]], states[is_news], delta.marker)
        self._server[index] = states
        self._repaint(index)
        return news

    def mark(self, event_id: EventId, seats: Iterable[SeatId], state: SeatState) -> None:
        """Shows seats as MINE or PENDING until they are unmarked."""
        seats = tuple(seats)
        for seat in seats:
            self._own[event_id, seat] = state
        self._changed(event_id, seats)

    def unmark(
        self, event_id: EventId, seats: Iterable[SeatId], state: SeatState | None = None
    ) -> None:
        """Shows what the server says again; `state` is what is known to be true by now."""
        seats = tuple(seats)
        for seat in seats:
            self._own.pop((event_id, seat), None)
        if state is not None and self.plan is not None and event_id == self.event_id:
            index = self.plan.indices_of(np.array(seats, dtype=np.int64))
            self._server[index[index >= 0]] = state
        self._changed(event_id, seats)

    def state_of(self, seat: SeatId) -> SeatState | None:
        """What the map shows of a seat; None where it is not on it."""
        index = self.plan.index_of(seat) if self.plan is not None else -1
        return SeatState(int(self.states[index])) if index >= 0 else None

    @property
    def orders(self) -> frozenset[OrderId]:
        """The orders of this token that hold seats, as they were told last."""
        return frozenset(self._orders.values())

    def order_of(self, seat: SeatId) -> OrderId | None:
        """The order of this counter that has the seat, as far as the server tells."""
        return self._orders.get(seat)

    def name_of(self, seat: SeatId) -> SeatName:
        """A seat of the event on the board by its words."""
        index = self.plan.index_of(seat) if self.plan is not None else -1
        if self.plan is None or self.offer is None or index < 0:
            return SeatName("", "", str(seat))
        found = self.plan.seat(index)
        area = self.offer.area(found.area_id)
        return SeatName(area.name if area else "", found.row, found.number)

    def beside_wheelchairs(self, places: frozenset[Place]) -> frozenset[Place]:
        """Those of the places that are for wheelchairs or beside one, and those of other events,
        of which nobody here knows."""
        if self.plan is None:
            return places
        ours = [place for place in places if place.event_id == self.event_id]
        index = self.plan.indices_of(np.array([p.seat_id for p in ours], dtype=np.int64))
        known = [place for place, i in zip(ours, index.tolist(), strict=True) if i >= 0]
        bits = self.plan.attributes[index[index >= 0]] & _WHEELCHAIRS
        plain = [place for place, bit in zip(known, bits.tolist(), strict=True) if not bit]
        return places - frozenset(plain)

    def flash(self, event_id: EventId, seats: Iterable[SeatId]) -> None:
        if event_id == self.event_id:
            self._view.flash(tuple(seats))

    def light(self, places: Iterable[Place]) -> None:
        """Marks these seats and no others, also when their event comes on the board later."""
        self._lit = frozenset(places)
        self._show_lit()

    def _take_orders(self, delta: StatusDelta) -> None:
        """Which seats are in an order of this counter, of those that the server spoke of."""
        if self._orders:
            for seat in delta.seat_ids.tolist():
                self._orders.pop(SeatId(seat), None)
        self._orders.update(delta.orders)

    def _show_lit(self) -> None:
        seats = sorted(p.seat_id for p in self._lit if p.event_id == self.event_id)
        self._view.light(tuple(seats))

    def _with_own(self, offer: Offer, plan: SeatPlan) -> States:
        """The server's states with this counter's marks over them."""
        states = self._server.copy()
        for (event_id, seat_id), state in self._own.items():
            index = plan.index_of(seat_id) if event_id == offer.event.id else -1
            if index >= 0:
                states[index] = state
        return states

    def _changed(self, event_id: EventId, seats: tuple[SeatId, ...]) -> None:
        if self.plan is not None and event_id == self.event_id and seats:
            index = self.plan.indices_of(np.array(seats, dtype=np.int64))
            self._repaint(index[index >= 0])

    def _repaint(self, index: np.ndarray) -> None:
        if self.plan is None or self.offer is None or not len(index):
            return
        states = self._server[index].copy()
        if self._own:
            event_id = self.offer.event.id
            for position, seat in enumerate(self.plan.ids[index].tolist()):
                own = self._own.get((event_id, SeatId(seat)))
                if own is not None:
                    states[position] = own
        differs = self.states[index] != states
        if differs.any():
            index, states = index[differs], states[differs]
            self.states[index] = states
            self._view.show_seats(index, states)
