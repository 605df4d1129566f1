"""What is asked of the server while an order is put together; every change until it is known."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import OrderInDoubt, Refused, SignedOut, Unreachable
from boxoffice.domain.ids import OrderId, Place, PriceTypeId
from boxoffice.domain.orders.order import Order
from boxoffice.presenters.idempotency import until_known
from boxoffice.presenters.order.hold_keeper import HoldKeeper


class ServerOrders:
    """Orders on the server.

    Every method raises ConnectError: what the server said, or why it could not be asked.

    Args:
        keeper: told of reservations that make an order, before they leave.
        on_doubt: called when an answer is lost, so that the screen can say 'checking'.
        on_found: called with an order that may have come of a reservation, or is another counter's.
    """

    def __init__(
        self,
        client: ConnectClient,
        keeper: HoldKeeper,
        on_doubt: Callable[[], None],
        on_found: Callable[[OrderId], None],
    ) -> None:
        self._orders = client.orders
        self._keeper = keeper
        self._on_doubt = on_doubt
        self._on_found = on_found

    async def get(self, order_id: OrderId) -> Order:
        return await self._orders.get(order_id)

    async def reserve(self, order_id: OrderId | None, seats: Sequence[SeatRequest]) -> Order:
        """Takes seats into an order, or into a new one."""
        if order_id is not None:
            return await until_known(
                lambda key: self._orders.reserve(order_id, seats, key), self._on_doubt
            )
        key = new_key()
        await self._keeper.begin(key, seats=seats)
        return await self._made(key, lambda key: self._orders.reserve(None, seats, key))

    async def reserve_best(self, order_id: OrderId | None, request: BestSeatsRequest) -> Order:
        """Takes the best seats that there are into an order, or into a new one."""
        if order_id is not None:
            return await until_known(
                lambda key: self._orders.reserve_best(order_id, request, key), self._on_doubt
            )
        key = new_key()
        await self._keeper.begin(key, best=request)
        return await self._made(key, lambda key: self._orders.reserve_best(None, request, key))

    async def release(self, order_id: OrderId, places: Sequence[Place]) -> None:
        for place in places:
            await self._release_one(order_id, place)

    async def set_price_type(
        self, order_id: OrderId, place: Place, price_type: PriceTypeId
    ) -> None:
        """Also renews the hold, even where it is the type that the seat has."""
        await until_known(
            lambda key: self._orders.set_price_type(order_id, *place, price_type, key),
            self._on_doubt,
        )

    async def cancel(self, order_id: OrderId) -> None:
        await until_known(lambda key: self._orders.cancel(order_id, key), self._on_doubt)

    async def _release_one(self, order_id: OrderId, place: Place) -> None:
        await until_known(
            lambda key: self._orders.release_seat(order_id, *place, key), self._on_doubt
        )

    async def _made(self, key: str, write: Callable[[str], Awaitable[Order]]) -> Order:
        """The order that was made. Where it is certain that none was, none is kept; where it is
        not, the next start asks; where one is there that a person has to look at, she does now."""
        try:
            order = await until_known(write, self._on_doubt, key=key)
        except OrderInDoubt as error:
            self._keeper.let_go(key)
            self._on_found(OrderId(error.found))
            raise
        except (Refused, Unreachable, SignedOut) as error:
            if not (isinstance(error, Refused) and error.may_be_done):
                self._keeper.let_go(key)
            raise
        self._keeper.made(key, order)
        return order
