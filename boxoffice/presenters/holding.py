"""What is asked of the server while an order is put together; every change until it is known."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, SeatRequest, new_key
from boxoffice.domain.ids import OrderId, Place, PriceTypeId
from boxoffice.domain.order import Order
from boxoffice.presenters.writing import until_known


class Holding:
    """Orders on the server.

    Every method raises ConnectError: what the server said, or why it could not be asked.

    Args:
        on_doubt: called when an answer is lost, so that the screen can say 'checking'.
    """

    def __init__(self, client: ConnectClient, on_doubt: Callable[[], None]) -> None:
        self._orders = client.orders
        self._on_doubt = on_doubt

    async def get(self, order_id: OrderId) -> Order:
        return await self._orders.get(order_id)

    async def reserve(self, order_id: OrderId | None, seats: Sequence[SeatRequest]) -> Order:
        key = new_key()
        order: Order = await self._known(lambda: self._orders.reserve(order_id, seats, key))
        return order

    async def reserve_best(self, order_id: OrderId | None, request: BestSeatsRequest) -> Order:
        key = new_key()
        order: Order = await self._known(lambda: self._orders.reserve_best(order_id, request, key))
        return order

    async def release(self, order_id: OrderId, places: Sequence[Place]) -> None:
        for place in places:
            await self._release_one(order_id, place)

    async def set_price_type(
        self, order_id: OrderId, place: Place, price_type: PriceTypeId
    ) -> None:
        """Also renews the hold, even where it is the type that the seat has."""
        key = new_key()
        await self._known(lambda: self._orders.set_price_type(order_id, *place, price_type, key))

    async def cancel(self, order_id: OrderId) -> None:
        key = new_key()
        await self._known(lambda: self._orders.cancel(order_id, key))

    async def _release_one(self, order_id: OrderId, place: Place) -> None:
        key = new_key()
        await self._known(lambda: self._orders.release_seat(order_id, *place, key))

    async def _known(self, write: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        return await until_known(write, self._on_doubt)
