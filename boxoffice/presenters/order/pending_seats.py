"""Seats on their way into an order: clicks gathered into one request, and what came of them.

What the server refuses is left out and the rest is tried again, so that one lost seat costs nothing
but itself; the nearest seats like it are found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from boxoffice.connect.client import SeatRequest
from boxoffice.connect.errors import Refused
from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import EventId, OrderId, Place, PriceTypeId, SeatId
from boxoffice.domain.orders.order import Order, OrderLine
from boxoffice.domain.orders.party import types_of_seats
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.map.board import SeatBoard
from boxoffice.presenters.order.advice import Advice
from boxoffice.presenters.order.server_orders import ServerOrders


@dataclass(frozen=True, slots=True)
class Reserved:
    """What came of a request.

    Attributes:
        order: as the server has it now; None where not one seat was got.
        places: the seats that were got.
    """

    order: Order | None
    places: frozenset[Place]


class PendingSeats:
    """What is being taken at the moment.

    Args:
        on_lost: told at once of seats that somebody else has, by name.
    """

    def __init__(
        self,
        orders: ServerOrders,
        board: SeatBoard,
        advice: Advice,
        on_lost: Callable[[tuple[SeatName, ...]], None],
    ) -> None:
        self._on_lost = on_lost
        self._orders = orders
        self._board = board
        self._advice = advice
        self._gathered: dict[Place, SeatRequest] = {}
        self._names: dict[Place, SeatName] = {}
        self._instead: dict[Place, SeatName] = {}

    @property
    def is_gathering(self) -> bool:
        return bool(self._gathered)

    @property
    def names(self) -> tuple[SeatName, ...]:
        """The seats on their way, by name."""
        return tuple(self._names.values())

    @property
    def instead(self) -> tuple[SeatName, ...]:
        """Seats like those that were lost, while their event is on the map."""
        shown = self._board.event_id
        return tuple(name for place, name in self._instead.items() if place.event_id == shown)

    def take_offered(self, event_id: EventId) -> tuple[SeatId, ...]:
        """The seats that are offered in place of lost ones; they are offered no more."""
        found = tuple(place.seat_id for place in self._instead if place.event_id == event_id)
        self._instead.clear()
        return found

    def offer_nothing(self) -> None:
        """No seats in place of others any more."""
        self._instead.clear()

    def add(self, offer: Offer, seat: SeatId, price_type: PriceTypeId | None = None) -> bool:
        """Gathers a click. Returns whether the seat has a price to be sold at.

        Args:
            price_type: what it is taken at, where its category is sold at that; else the usual one.
        """
        request = self._request(offer, seat, price_type)
        if request is None:
            return False
        self._gathered[request.place] = request
        self._await(request.place, self._board.name_of(seat))
        return True

    def gathered(self) -> tuple[SeatRequest, ...]:
        """What was clicked since it was asked last."""
        requests = tuple(self._gathered.values())
        self._gathered.clear()
        return requests

    def again(self, lines: Iterable[OrderLine]) -> tuple[SeatRequest, ...]:
        """Requests for seats that were given back, at the price types they had."""
        requests = []
        for line in lines:
            self._await(line.place, SeatName(line.area_name, line.row, line.number))
            requests.append(SeatRequest(*line.place, line.price_type_id))
        return tuple(requests)

    async def reserve(self, order_id: OrderId | None, requests: Sequence[SeatRequest]) -> Reserved:
        """Reserves what can be had of these seats. What came of it is what is in the order.

        Raises:
            Refused: it is about something else than single seats.
            ConnectError: the server could not be asked.
        """
        wanted = list(requests)
        while wanted:
            try:
                order = await self._orders.reserve(order_id, wanted)
            except Refused as refused:
                named = {item.index for item in refused.items}
                gone = [request for index, request in enumerate(wanted) if index in named]
                if not gone:
                    raise
                self._lose(gone)
                wanted = [request for request in wanted if request not in gone]
            else:
                missing = [request for request in wanted if request.place not in order.places]
                if missing:
                    self._lose(missing)
                return Reserved(order, frozenset(r.place for r in wanted if r not in missing))
        return Reserved(None, frozenset())

    def done(self, requests: Iterable[SeatRequest], held: frozenset[Place]) -> None:
        """They are on their way no more; what is not held is not ours on the map."""
        for request in requests:
            self._names.pop(request.place, None)
            if request.place not in held:
                self._board.unmark(request.event_id, [request.seat_id])

    def _await(self, place: Place, name: SeatName) -> None:
        self._names[place] = name
        self._board.mark(place.event_id, [place.seat_id], SeatState.PENDING)

    def _request(
        self, offer: Offer, seat: SeatId, wanted: PriceTypeId | None
    ) -> SeatRequest | None:
        plan = self._board.plan
        index = plan.index_of(seat) if plan is not None else -1
        if plan is None or index < 0:
            return None
        shares = ((wanted, 1),) if wanted is not None else ()
        [price_type] = types_of_seats(shares, [plan.seat(index).category_id], offer)
        return None if price_type is None else SeatRequest(offer.event.id, seat, price_type)

    def _lose(self, lost: list[SeatRequest]) -> None:
        """They flash and are named; those like them are offered from now on."""
        for request in lost:
            self._board.flash(request.event_id, [request.seat_id])
            self._board.unmark(request.event_id, [request.seat_id], SeatState.RESERVED)
        event_id = self._board.event_id
        if event_id is not None:
            found = self._advice.instead_of(request.place for request in lost)
            self._instead |= {Place(event_id, seat): self._board.name_of(seat) for seat in found}
        self._on_lost(
            tuple(
                self._names.get(request.place) or self._board.name_of(request.seat_id)
                for request in lost
            )
        )
