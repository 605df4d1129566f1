"""The order on screen: seats taken and given back, priced, held, and kept in step with the server.

A click shows at once; clicks within `gather_seconds` go out as one request. What the server refuses
is named and the rest is tried again, so that one lost seat costs nothing but itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import ConnectError, Refused
from boxoffice.domain.catalogue import Offer
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import (
    AreaId,
    EventId,
    OrderId,
    Place,
    PriceCategoryId,
    PriceTypeId,
    SeatId,
)
from boxoffice.domain.money import CurrencyMismatch
from boxoffice.domain.order import Order, OrderStatus, totals_of
from boxoffice.domain.seatplan import SeatState
from boxoffice.presenters.board import SeatBoard
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.lines import rows_of
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.states import OrderState, OrderView, SeatName
from boxoffice.presenters.tasks import Tasks
from boxoffice.presenters.writing import until_known

_ENDING = 60  # seconds of a hold at which the clerk is warned


class OrderPresenter:
    """The cart.

    Args:
        board: where the order's seats are marked on the map.
        gather_seconds: how long clicks are gathered into one request.

    Attributes:
        state: what is on the screen.
        offers: of the events that seats were taken of, by event.
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
        self._client = client
        self._tasks = tasks
        self._clock = clock
        self._board = board
        self._gather_seconds = gather_seconds
        self._gathered: dict[Place, SeatRequest] = {}
        self._pending: dict[Place, SeatName] = {}
        self._takes: list[frozenset[Place]] = []
        self._hold_ends: float | None = None
        self._was_warned = False
        self._busy = 0
        self._watchers: list[Callable[[OrderState], None]] = []
        self.offers: dict[EventId, Offer] = {}
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

    def give_back(self, places: tuple[Place, ...]) -> None:
        """Gives back seats of the order."""
        self._buy(self._release(frozenset(places)))

    def set_price_type(self, places: tuple[Place, ...], price_type: PriceTypeId) -> None:
        self._buy(self._change_type(frozenset(places), price_type))

    def clear(self) -> None:
        """Gives back everything."""
        self._buy(self._cancel())

    def undo(self) -> None:
        """Gives back what was taken last."""
        if self._takes:
            self._buy(self._release(self._takes[-1]))

    # --- what the payment needs ---

    def watch(self, watcher: Callable[[OrderState], None]) -> None:
        """From now on the watcher is told each state that is shown."""
        self._watchers.append(watcher)

    @property
    def order(self) -> Order | None:
        return self.state.order

    async def renew(self) -> Order | None:
        """Renews the hold and returns the order as it is now; None where it is lost.

        Raises:
            ConnectError: the server could not be asked.
        """
        order = self.state.order
        if order is None or not order.lines:
            return order
        line, key = order.lines[0], new_key()
        try:
            await self._known(
                lambda: self._client.orders.set_price_type(
                    order.id, line.event_id, line.seat_id, line.price_type_id, key
                )
            )
        except Refused:
            await self.reload()
            return self.state.order
        return self._adopt(await self._client.orders.get(order.id))

    async def reload(self) -> None:
        """Takes over what the server says of the order.

        Raises:
            ConnectError: the server could not be asked.
        """
        if self.state.order is not None:
            self._adopt(await self._client.orders.get(self.state.order.id))

    def finish(self) -> None:
        """Forgets an order that was sold; its seats are shown as sold."""
        self._forget(SeatState.SOLD)

    # --- how it is done ---

    def _accepts(self, offer: Offer) -> bool:
        """Whether the event may join the order: one order has one currency."""
        order = self.state.order
        if order is not None and order.currency != offer.event.currency:
            self._note(Notice.warning(Code.ONE_CURRENCY))
            return False
        self.offers[offer.event.id] = offer
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
        requests = tuple(self._gathered.values())
        self._gathered.clear()
        self._buy(self._reserve(requests))

    async def _reserve(self, requests: tuple[SeatRequest, ...]) -> None:
        wanted = list(requests)
        try:
            while wanted:
                try:
                    await self._reserve_all(wanted)
                except Refused as refused:
                    lost = await self._lost(refused, wanted)
                    wanted = [request for request in wanted if request not in lost]
                else:
                    break
        finally:
            self._unpend(requests)

    async def _reserve_all(self, wanted: list[SeatRequest]) -> None:
        key, order_id = new_key(), self._order_id()
        order = await self._known(lambda: self._client.orders.reserve(order_id, wanted, key))
        self._takes.append(frozenset(request.place for request in wanted))
        self._adopt(order)

    async def _lost(self, refused: Refused, wanted: list[SeatRequest]) -> list[SeatRequest]:
        """The seats that cannot be had; none where the order itself was lost and is given up.

        Raises:
            Refused: it is about something else.
        """
        lost = [wanted[i.index] for i in refused.items if 0 <= i.index < len(wanted)]
        if not lost:
            had_order = self.state.order is not None
            await self.reload()
            if had_order and self.state.order is None:
                return []
            raise refused
        names = tuple(self._pending[request.place] for request in lost)
        for request in lost:
            self._board.flash(request.event_id, [request.seat_id])
        self._note(Notice.warning(Code.SEATS_LOST, seats=names))
        return lost

    def _unpend(self, requests: tuple[SeatRequest, ...]) -> None:
        held = self.state.order.places if self.state.order else frozenset()
        for request in requests:
            self._pending.pop(request.place, None)
            if request.place not in held:
                self._board.unmark(request.event_id, [request.seat_id])

    async def _reserve_best(self, request: BestSeatsRequest) -> None:
        key, order_id = new_key(), self._order_id()
        before = self.state.order.places if self.state.order else frozenset()
        try:
            order = await self._known(
                lambda: self._client.orders.reserve_best(order_id, request, key)
            )
        except Refused as refused:
            if not refused.is_conflict:
                raise
            self._note(Notice.warning(Code.NO_BEST_SEATS, quantity=request.quantity))
            await self.reload()
        else:
            self._takes.append(order.places - before)
            self._adopt(order)

    async def _release(self, places: frozenset[Place]) -> None:
        order = self.state.order
        ours = [place for place in places if order and place in order.places]
        if order is None or not ours:
            return
        if len(ours) == len(order.lines):
            await self._cancel()
            return
        for place in ours:
            await self._release_one(order.id, place)
        await self.reload()

    async def _release_one(self, order_id: OrderId, place: Place) -> None:
        key = new_key()
        release = self._client.orders.release_seat
        await self._known(lambda: release(order_id, *place, key))

    async def _change_type(self, places: frozenset[Place], price_type: PriceTypeId) -> None:
        order = self.state.order
        for line in order.lines if order else ():
            if order is not None and line.place in places and line.price_type_id != price_type:
                await self._change_one(order.id, line.place, price_type)
        await self.reload()

    async def _change_one(self, order_id: OrderId, place: Place, price_type: PriceTypeId) -> None:
        key, change = new_key(), self._client.orders.set_price_type
        await self._known(lambda: change(order_id, *place, price_type, key))

    async def _cancel(self) -> None:
        order = self.state.order
        if order is not None:
            key = new_key()
            await self._known(lambda: self._client.orders.cancel(order.id, key))
            self._forget(SeatState.FREE)

    def _buy(self, work: Coroutine[Any, Any, None]) -> None:
        self._busy += 1
        self._tasks.buy(self._told(work))
        self._show()

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        """Does the work; whatever goes wrong between here and the server, the clerk is told."""
        try:
            await work
        except ConnectError as error:
            self._note(notice_of(error, self._client.address))
            if self.state.order is not None and isinstance(error, Refused):
                await self._reload_quietly()
        finally:
            self._busy -= 1
            self._show()

    async def _reload_quietly(self) -> None:
        try:
            await self.reload()
        except ConnectError as error:
            self._note(notice_of(error, self._client.address))

    async def _known(self, write: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        return await until_known(write, self._in_doubt)

    def _in_doubt(self) -> None:
        self._note(Notice.warning(Code.CHECKING))

    def _order_id(self) -> OrderId | None:
        return self.state.order.id if self.state.order else None

    def _adopt(self, order: Order) -> Order | None:
        """Shows the order as the server told it; one that is open no more is forgotten."""
        if order.status is not OrderStatus.OPEN:
            expired = order.status is OrderStatus.EXPIRED
            self._forget(None)
            self._note(Notice.warning(Code.HOLD_EXPIRED) if expired else None)
            return None
        before = self.state.order.lines if self.state.order else ()
        for line in before:
            if line.place not in order.places:
                self._board.unmark(line.event_id, [line.seat_id], SeatState.FREE)
        for line in order.lines:
            self._board.mark(line.event_id, [line.seat_id], SeatState.MINE)
        self._takes = [left for take in self._takes if (left := take & order.places)]
        self._hold_ends = None
        if order.hold_seconds is not None:
            self._hold_ends = self._clock.monotonic() + order.hold_seconds
            self._was_warned = False
            self._tasks.browse("countdown", self._count_down())
        notice = self.state.notice
        is_over = notice is not None and notice.code in (Code.CHECKING, Code.HOLD_ENDING)
        self.state = replace(self.state, order=order, notice=None if is_over else notice)
        self._show()
        return order

    def _forget(self, now: SeatState | None) -> None:
        for line in self.state.order.lines if self.state.order else ():
            self._board.unmark(line.event_id, [line.seat_id], now)
        self._tasks.stop("countdown")
        self._hold_ends = None
        self._takes.clear()
        self.state = replace(self.state, order=None, notice=None)
        self._show()

    async def _count_down(self) -> None:
        while self._hold_ends is not None:
            left = self._hold_ends - self._clock.monotonic()
            if left <= 0:
                self._buy(self.reload())
                await asyncio.sleep(2.0)
                continue
            if left <= _ENDING and not self._was_warned:
                self._was_warned = True
                self._note(Notice.warning(Code.HOLD_ENDING))
            self._show()
            await asyncio.sleep(min(1.0, left))

    def _note(self, notice: Notice | None) -> None:
        self.state = replace(self.state, notice=notice)
        self._show()

    def _show(self) -> None:
        order = self.state.order
        left = None
        if self._hold_ends is not None:
            left = max(0, round(self._hold_ends - self._clock.monotonic()))
        has_lines = order is not None and bool(order.lines)
        is_busy = self._busy > 0 or bool(self._gathered)
        totals = None
        if order is not None:
            try:
                totals = totals_of(order.lines, order.currency)
            except CurrencyMismatch:
                totals = None  # the payment refuses such an order and says why
        self.state = replace(
            self.state,
            rows=rows_of(order, self.offers) if order else (),
            pending=tuple(self._pending.values()),
            totals=totals,
            hold_seconds=left,
            is_busy=is_busy,
            can_pay=has_lines and not is_busy,
            can_undo=bool(self._takes) and not is_busy,
        )
        self._view.show_state(self.state)
        for watcher in self._watchers:
            watcher(self.state)
