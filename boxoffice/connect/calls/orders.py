"""Orders: seats held, priced, sold and given back. Each change takes the key of its intent; where
its answer is lost or makes no sense, the order is looked at (`doubts.py`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from boxoffice.connect import operations, order_mapping, wire
from boxoffice.connect.calls.doubts import Doubts, Wanted
from boxoffice.connect.envelope import Reply
from boxoffice.connect.errors import ConnectError, OrderInDoubt, Refused
from boxoffice.connect.operations import Operation
from boxoffice.connect.paging import items_of, whole_list
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import CustomerId, EventId, OrderId, Place, PriceTypeId, SeatId
from boxoffice.domain.orders.order import Order, OrderLine, OrderStatus
from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.orders.reservation import BestSeatsRequest, SeatRequest
from boxoffice.domain.orders.ticket import Ticket

_MOST_HELD = 200


class OrderCalls:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._doubts = Doubts(sender, self.get)
        self._held: dict[OrderId, frozenset[Place]] = {}  # as they were told last
        self._known: Callable[[], Collection[OrderId]] = tuple
        self._operator = ""

    def know_by(self, known: Callable[[], Collection[OrderId]], operator: str) -> None:
        """Tells this counter's orders from another's that has the same token.

        Args:
            known: the orders that are known to be there, before a new one is asked for.
            operator: who sells here.
        """
        self._known, self._operator = known, operator

    def note_asked(self, key: str, seconds_ago: float) -> None:
        """A reservation with this key was asked for before, and what became of it is not known: a
        server that knows no keys is looked at before it is asked again."""
        self._doubts.note_asked(key, seconds_ago)

    async def reserve(
        self, order_id: OrderId | None, seats: Sequence[SeatRequest], key: str
    ) -> Order:
        """Holds all the seats or none, in the order or in a new one.

        Raises:
            Refused: with `is_conflict`, `items` name the lost seats by their index in `seats`.
            OrderInDoubt: an order is there that may be what came of it, or another till's.
        """
        wanted = [
            _without_none(event_id=s.event_id, seat_id=s.seat_id, sales_type_id=s.price_type_id)
            for s in seats
        ]
        body = {"order_id": _reference(order_id), "seats_info": wanted}
        places = frozenset(seat.place for seat in seats)
        asked = self._wanted(order_id, places)
        return await self._taken(operations.RESERVE_SEAT, body, key, asked)

    async def reserve_best(
        self, order_id: OrderId | None, request: BestSeatsRequest, key: str
    ) -> Order:
        """Holds the best seats that match, in the order or in a new one; the rest as `reserve`."""
        pattern = _without_none(
            event_id=request.event_id,
            quantity=request.quantity,
            area_id=request.area_id,
            price_category_id=request.category_id,
            sales_type_id=request.price_type_id,
            adjacent=request.adjacent,
            attributes=None if request.attributes is None else int(request.attributes),
        )
        body = {"order_id": _reference(order_id), "search_pattern": pattern}
        asked = self._wanted(order_id, frozenset(), request)
        return await self._taken(operations.RESERVE_BEST_SEAT, body, key, asked)

    async def get(self, order_id: OrderId) -> Order:
        """The order; from its parts where the server does not offer it as a whole."""
        if operations.ORDER not in self._sender.platform.missing:
            try:
                return await self._read(operations.ORDER, order_id)
            except Refused as refused:
                if refused.code not in (404, 405, 501):
                    raise
                try:
                    return await self._of_parts(order_id)
                except Refused:
                    raise refused from None
        return await self._of_parts(order_id)

    async def _of_parts(self, order_id: OrderId) -> Order:
        base = await self.base(order_id)
        order = replace(base, lines=await self._seats(order_id, {}, base.currency))
        self._note_held(order)
        return order

    async def base(self, order_id: OrderId) -> Order:
        """The order without its lines."""
        return await self._read(operations.ORDER_BASE, order_id)

    async def seats(
        self, order_id: OrderId, event_id: EventId | None = None, *, with_external_ids: bool = False
    ) -> tuple[OrderLine, ...]:
        """The order's lines, or those of one event."""
        query = {} if event_id is None else {"id": str(event_id)}
        if with_external_ids:
            query["getExternalIDs"] = "true"
        return await self._seats(order_id, query, None)

    async def _seats(
        self, order_id: OrderId, query: Mapping[str, str], currency: str | None
    ) -> tuple[OrderLine, ...]:
        """The lines; those without a currency are in the order's, where that is known."""
        operation = operations.ORDER_SEATS
        reply = await self._sender.send(operation, {"orderID": order_id}, query)
        found: Any = order_mapping.in_currency(items_of(operation, reply), currency)
        seats = (self._sender.read(operation, wire.SeatInOrderWire, item) for item in found)
        return tuple(order_mapping.order_line(seat) for seat in seats)

    async def complete(
        self,
        order_id: OrderId,
        external_id: str,
        payments: Sequence[Payment],
        key: str,
        *,
        operator: str = "",
        customer_id: CustomerId | None = None,
        exchange_of: OrderId | None = None,
        comment: str = "",
    ) -> None:
        """Sells all seats of the order. Repeating it with the same number changes nothing.

        Args:
            external_id: the number that this counter gives the order, and to no other.
            exchange_of: the order whose seats these replace; the payments are the difference then.
        """
        process = _without_none(
            **order_mapping.process_info(payments),
            operator=operator,
            customer_id=customer_id,
            exchange_of=exchange_of,
            comment=comment or None,
        )
        body = {"external_order_reseller_id": external_id, "process_info": process}

        def is_sold(order: Order | None) -> bool:
            if order is None:
                return False
            if order.status is OrderStatus.OTHER:
                return order.external_id == external_id
            return order.status is OrderStatus.COMPLETED and order.external_id in ("", external_id)

        await self._change(operations.COMPLETE_ORDER, order_id, key, is_sold, body, is_proven=True)

    async def cancel(self, order_id: OrderId, key: str) -> None:
        """Gives back what the order holds; of a sold one, voids its tickets. Repeatable. Where the
        server does not offer it, all of its seats are given back."""
        over = (OrderStatus.CANCELLED, OrderStatus.EXPIRED)

        def is_over(order: Order | None) -> bool:
            return order is None or order.status in over or not order.lines

        missing = self._sender.platform.missing
        if operations.CANCEL_ORDER not in missing:
            try:
                await self._change(operations.CANCEL_ORDER, order_id, key, is_over)
            except Refused:
                if operations.CANCEL_ORDER not in missing:
                    raise
            else:
                return
        await self._change(operations.RELEASE_ALL, order_id, key, is_over)

    async def release_seat(
        self, order_id: OrderId, event_id: EventId, seat_id: SeatId, key: str
    ) -> None:
        """Gives back a seat; of a sold order, with its ticket voided and its price refunded."""
        place = Place(event_id, seat_id)
        await self._change(
            operations.RELEASE_SEAT,
            order_id,
            key,
            lambda order: order is None or place not in order.places,
            eventID=event_id,
            seatID=seat_id,
        )

    async def release_event(self, order_id: OrderId, event_id: EventId, key: str) -> None:
        """As `release_seat`, for all seats of an event."""

        def is_released(order: Order | None) -> bool:
            return order is None or all(line.event_id != event_id for line in order.lines)

        operation = operations.RELEASE_EVENT
        await self._change(operation, order_id, key, is_released, eventID=event_id)

    async def release_all(self, order_id: OrderId, key: str) -> None:
        """As `release_seat`, for all seats; the order stays."""
        await self._change(
            operations.RELEASE_ALL, order_id, key, lambda order: order is None or not order.lines
        )

    async def set_price_type(
        self,
        order_id: OrderId,
        event_id: EventId,
        seat_id: SeatId,
        price_type_id: PriceTypeId,
        key: str,
    ) -> None:
        """Gives a seat of an open order another price type; the same one only renews the hold."""
        place = Place(event_id, seat_id)

        def is_set(order: Order | None) -> bool:
            lines = order.lines if order is not None else ()
            return any(x.place == place and x.price_type_id == price_type_id for x in lines)

        body = {"sales_type_id": price_type_id}
        await self._change(
            operations.CHANGE_SEAT, order_id, key, is_set, body, eventID=event_id, seatID=seat_id
        )

    async def tickets(self, order_id: OrderId) -> tuple[Ticket, ...]:
        """The tickets of a sold order, voided ones included."""
        operation = operations.ORDER_TICKETS
        page = await whole_list(self._sender, operation, {}, {"orderID": order_id})
        containers = (self._sender.read(operation, wire.ContainerWire, item) for item in page.items)
        return tuple(ticket for c in containers for ticket in order_mapping.tickets(c))

    def _wanted(
        self,
        order_id: OrderId | None,
        places: frozenset[Place],
        best: BestSeatsRequest | None = None,
    ) -> Wanted:
        held = frozenset[Place]() if order_id is None else self._held.get(order_id, frozenset())
        before, now = frozenset(self._known()), self._sender.clock.at()
        return Wanted(order_id, places, best, held, before, self._operator, now)

    async def _taken(self, operation: Operation, body: object, key: str, wanted: Wanted) -> Order:
        """The order after seats were put into it; its id goes with the call for what gets lost.

        Some servers tell no seats here, or the new ones alone: then the order is asked for. It is
        the server's in any case, which may have taken less than was asked for.
        """
        about = {} if wanted.order_id is None else {"orderID": wanted.order_id}
        order = await self._doubts.reserved(
            lambda: self._sender.send(operation, about, body=body, key=key),
            lambda reply: self._order(operation, reply),
            operation,
            key,
            wanted,
        )
        if wanted.is_met_by(order):
            return order
        try:
            return await self.get(order.id)
        except ConnectError as error:
            reason = f"it is not told whole: {error}"
            raise OrderInDoubt(operation.name, reason, key=key, found=order.id) from error

    async def _read(self, operation: Operation, order_id: OrderId) -> Order:
        return self._order(operation, await self._sender.send(operation, {"orderID": order_id}))

    async def _change(
        self,
        operation: Operation,
        order_id: OrderId,
        key: str,
        is_done: Callable[[Order | None], bool],
        body: object = None,
        *,
        is_proven: bool = False,
        **path: int,
    ) -> None:
        about = {"orderID": order_id, **path}
        await self._doubts.changed(
            lambda: self._sender.send(operation, about, body=body, key=key),
            operation,
            order_id,
            key,
            is_done,
            is_proven=is_proven,
        )

    def _order(self, operation: Operation, reply: Reply) -> Order:
        told = reply.result
        seats = order_mapping.in_currency(told.get("seats"), told.get("currency"))
        found = self._sender.read(operation, wire.OrderWire, {**told, "seats": seats})
        order = order_mapping.order(found, reply.date)
        if operation.result == operations.ORDER.result:
            self._note_held(order)
        return order

    def _note_held(self, order: Order) -> None:
        self._held.pop(order.id, None)
        while len(self._held) >= _MOST_HELD:
            del self._held[next(iter(self._held))]
        self._held[order.id] = order.places


def _reference(order_id: OrderId | None) -> str:
    return "" if order_id is None else str(order_id)


def _without_none(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}
