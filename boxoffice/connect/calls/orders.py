"""Orders: seats held, priced, sold and given back. Each change takes the key of its intent."""

from __future__ import annotations

from collections.abc import Sequence

from boxoffice.connect import operations, order_mapping, wire
from boxoffice.connect.envelope import Reply
from boxoffice.connect.operations import Operation
from boxoffice.connect.paging import items_of, whole_list
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import CustomerId, EventId, OrderId, PriceTypeId, SeatId
from boxoffice.domain.orders.order import Order, OrderLine
from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.orders.reservation import BestSeatsRequest, SeatRequest
from boxoffice.domain.orders.ticket import Ticket


class OrderCalls:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def reserve(
        self, order_id: OrderId | None, seats: Sequence[SeatRequest], key: str
    ) -> Order:
        """Holds all the seats or none, in the order or in a new one.

        Raises:
            Refused: with `is_conflict`, `items` name the lost seats by their index in `seats`.
        """
        wanted = [
            _without_none(event_id=s.event_id, seat_id=s.seat_id, sales_type_id=s.price_type_id)
            for s in seats
        ]
        body = {"order_id": _reference(order_id), "seats_info": wanted}
        return await self._taken(operations.RESERVE_SEAT, order_id, body, key)

    async def reserve_best(
        self, order_id: OrderId | None, request: BestSeatsRequest, key: str
    ) -> Order:
        """Holds the best seats that match, in the order or in a new one."""
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
        return await self._taken(operations.RESERVE_BEST_SEAT, order_id, body, key)

    async def get(self, order_id: OrderId) -> Order:
        return await self._read(operations.ORDER, order_id)

    async def base(self, order_id: OrderId) -> Order:
        """The order without its lines."""
        return await self._read(operations.ORDER_BASE, order_id)

    async def seats(
        self, order_id: OrderId, event_id: EventId | None = None, *, with_external_ids: bool = False
    ) -> tuple[OrderLine, ...]:
        """The order's lines, or those of one event."""
        operation = operations.ORDER_SEATS
        query = {} if event_id is None else {"id": str(event_id)}
        if with_external_ids:
            query["getExternalIDs"] = "true"
        reply = await self._sender.send(operation, {"orderID": order_id}, query)
        found = items_of(operation, reply)
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
        await self._change(operations.COMPLETE_ORDER, key, body, orderID=order_id)

    async def cancel(self, order_id: OrderId, key: str) -> None:
        """Gives back what the order holds; of a sold one, voids its tickets. Repeatable."""
        await self._change(operations.CANCEL_ORDER, key, orderID=order_id)

    async def release_seat(
        self, order_id: OrderId, event_id: EventId, seat_id: SeatId, key: str
    ) -> None:
        """Gives back a seat; of a sold order, with its ticket voided and its price refunded."""
        path = {"orderID": order_id, "eventID": event_id, "seatID": seat_id}
        await self._change(operations.RELEASE_SEAT, key, **path)

    async def release_event(self, order_id: OrderId, event_id: EventId, key: str) -> None:
        """As `release_seat`, for all seats of an event."""
        await self._change(operations.RELEASE_EVENT, key, orderID=order_id, eventID=event_id)

    async def release_all(self, order_id: OrderId, key: str) -> None:
        """As `release_seat`, for all seats; the order stays."""
        await self._change(operations.RELEASE_ALL, key, orderID=order_id)

    async def set_price_type(
        self,
        order_id: OrderId,
        event_id: EventId,
        seat_id: SeatId,
        price_type_id: PriceTypeId,
        key: str,
    ) -> None:
        """Gives a seat of an open order another price type; the same one only renews the hold."""
        path = {"orderID": order_id, "eventID": event_id, "seatID": seat_id}
        body = {"sales_type_id": price_type_id}
        await self._change(operations.CHANGE_SEAT, key, body, **path)

    async def tickets(self, order_id: OrderId) -> tuple[Ticket, ...]:
        """The tickets of a sold order, voided ones included."""
        operation = operations.ORDER_TICKETS
        page = await whole_list(self._sender, operation, {}, {"orderID": order_id})
        containers = (self._sender.read(operation, wire.ContainerWire, item) for item in page.items)
        return tuple(ticket for c in containers for ticket in order_mapping.tickets(c))

    async def _taken(
        self, operation: Operation, order_id: OrderId | None, body: object, key: str
    ) -> Order:
        """The order after seats were put into it; its id goes with the call for what gets lost."""
        about = {} if order_id is None else {"orderID": order_id}
        return self._order(operation, await self._sender.send(operation, about, body=body, key=key))

    async def _read(self, operation: Operation, order_id: OrderId) -> Order:
        return self._order(operation, await self._sender.send(operation, {"orderID": order_id}))

    async def _change(
        self, operation: Operation, key: str, body: object = None, **path: int
    ) -> None:
        await self._sender.send(operation, path, body=body, key=key)

    def _order(self, operation: Operation, reply: Reply) -> Order:
        found = self._sender.read(operation, wire.OrderWire, reply.result)
        return order_mapping.order(found, reply.date)


def _reference(order_id: OrderId | None) -> str:
    return "" if order_id is None else str(order_id)


def _without_none(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}
