"""The Connect API as the counter uses it: calls grouped by noun, domain values in and out.

Every call raises nothing but the errors of `boxoffice.connect.errors`.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from boxoffice.connect import mapping, operations, wire
from boxoffice.connect.catalogue_calls import EventCalls, VenueCalls
from boxoffice.connect.errors import BadReply
from boxoffice.connect.operations import Operation
from boxoffice.connect.paging import all_entities
from boxoffice.connect.picture_calls import PictureCalls
from boxoffice.connect.seat_calls import ImportCalls, SeatCalls, SeatImport
from boxoffice.connect.sender import Sender
from boxoffice.connect.transport import Deadlines, Network, Transport, host_of, is_loopback
from boxoffice.domain.ids import (
    AreaId,
    EventId,
    OrderId,
    Place,
    PriceCategoryId,
    PriceTypeId,
    SeatId,
)
from boxoffice.domain.order import Order, OrderLine
from boxoffice.domain.payment import Payment
from boxoffice.domain.ticket import Ticket

__all__ = [
    "AddressNotValid", "BestSeatsRequest", "ConnectClient", "Deadlines", "SeatImport",
    "SeatRequest", "checked_address", "new_key",
]  # fmt: skip


class AddressNotValid(ValueError):
    """The text is no address that a credential may be sent to."""


def checked_address(text: str) -> str:
    """The base URL of a server, without a slash at its end.

    Raises:
        AddressNotValid: no http(s) address, plain http to another machine, or it carries a user,
            a password, a query or a fragment.
    """
    plain = text.strip().rstrip("/")
    if any(mark in plain for mark in "?#@\\ ") or any(not c.isprintable() for c in plain):
        raise AddressNotValid(text)
    try:
        scheme, host = host_of(plain)
    except ValueError as error:
        raise AddressNotValid(text) from error
    is_safe = scheme == "https" or (scheme == "http" and is_loopback(host))
    if not host or not is_safe:
        raise AddressNotValid(text)
    return plain


def new_key() -> str:
    """A fresh idempotency key: one for each intent, the same for each of its retries."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class SeatRequest:
    """A seat to reserve, at a price type; at the server's default where it is None."""

    event_id: EventId
    seat_id: SeatId
    price_type_id: PriceTypeId | None = None

    @property
    def place(self) -> Place:
        return Place(self.event_id, self.seat_id)


@dataclass(frozen=True, slots=True)
class BestSeatsRequest:
    """As many seats as `quantity`, chosen by the server; together where that can be."""

    event_id: EventId
    quantity: int
    area_id: AreaId | None = None
    category_id: PriceCategoryId | None = None
    price_type_id: PriceTypeId | None = None
    adjacent: bool = True


class ConnectClient:
    """A counter's connection to a server.

    Args:
        base_url: as `checked_address` returns it.
        language: what the server should speak, such as 'de'.
        transport: stands in for the network, in tests.
        pause: seconds between two attempts.
    """

    def __init__(
        self,
        base_url: str,
        token: str,
        *,
        language: str = "en",
        transport: Network | None = None,
        deadlines: Deadlines | None = None,
        pause: float = 1.0,
    ) -> None:
        self.address = base_url
        deadlines = deadlines or Deadlines()
        self._transport = Transport(base_url, deadlines, transport)
        self._sender = Sender(self._transport, token, language, deadlines, pause)
        self.events = EventCalls(self._sender)
        self.venues = VenueCalls(self._sender)
        self.seats = SeatCalls(self._sender)
        self.orders = OrderCalls(self._sender)
        self.imports = ImportCalls(self._sender)
        self.pictures = PictureCalls(self._sender, self._transport, base_url, deadlines)

    def use_token(self, token: str) -> None:
        """Goes on with another credential, after `SignedOut`."""
        self._sender.use_token(token)

    async def aclose(self) -> None:
        await self._transport.aclose()


class OrderCalls:
    """Orders. Each change takes the key of its intent; see `new_key`."""

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
        return await self._order(operations.RESERVE_SEAT, body=body, key=key)

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
        )
        body = {"order_id": _reference(order_id), "search_pattern": pattern}
        return await self._order(operations.RESERVE_BEST_SEAT, body=body, key=key)

    async def get(self, order_id: OrderId) -> Order:
        return await self._order(operations.ORDER, {"orderID": order_id})

    async def base(self, order_id: OrderId) -> Order:
        """The order without its lines."""
        return await self._order(operations.ORDER_BASE, {"orderID": order_id})

    async def seats(self, order_id: OrderId) -> tuple[OrderLine, ...]:
        operation = operations.ORDER_SEATS
        result, _ = await self._sender.send(operation, {"orderID": order_id})
        found = result.get(operation.items) or []
        if not isinstance(found, list):
            raise BadReply(operation.name, f"{operation.items} is no list")
        seats = (mapping.parsed(operation, wire.SeatInOrderWire, item) for item in found)
        return tuple(mapping.order_line(seat) for seat in seats)

    async def complete(
        self, order_id: OrderId, external_id: str, payment: Payment, key: str, operator: str = ""
    ) -> None:
        """Sells all seats of the order. Repeating it with the same number changes nothing."""
        body = {
            "external_order_reseller_id": external_id,
            "process_info": mapping.process_info(payment, operator),
        }
        path = {"orderID": order_id}
        await self._sender.send(operations.COMPLETE_ORDER, path, body=body, key=key)

    async def cancel(self, order_id: OrderId, key: str) -> None:
        await self._sender.send(operations.CANCEL_ORDER, {"orderID": order_id}, key=key)

    async def release_seat(
        self, order_id: OrderId, event_id: EventId, seat_id: SeatId, key: str
    ) -> None:
        path = {"orderID": order_id, "eventID": event_id, "seatID": seat_id}
        await self._sender.send(operations.RELEASE_SEAT, path, key=key)

    async def release_event(self, order_id: OrderId, event_id: EventId, key: str) -> None:
        path = {"orderID": order_id, "eventID": event_id}
        await self._sender.send(operations.RELEASE_EVENT, path, key=key)

    async def release_all(self, order_id: OrderId, key: str) -> None:
        await self._sender.send(operations.RELEASE_ALL, {"orderID": order_id}, key=key)

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
        await self._sender.send(operations.CHANGE_SEAT, path, body=body, key=key)

    async def tickets(self, order_id: OrderId) -> tuple[Ticket, ...]:
        path = {"orderID": order_id}
        containers = await all_entities(
            self._sender, operations.ORDER_TICKETS, wire.ContainerWire, {}, path
        )
        return tuple(mapping.ticket(t) for c in containers for t in c.ticket.tickets)

    async def _order(
        self, operation: Operation, path: dict[str, object] | None = None,
        body: object = None, key: str = "",
    ) -> Order:  # fmt: skip
        result, answer = await self._sender.send(operation, path, body=body, key=key)
        return mapping.order(mapping.parsed(operation, wire.OrderWire, result), answer.date)


def _reference(order_id: OrderId | None) -> str:
    return "" if order_id is None else str(order_id)


def _without_none(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}
