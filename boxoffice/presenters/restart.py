"""After a crash: what became of every sale that was on its way, and what is still held.

First what was sold and is not in the record yet, then what was on its way, then what nobody saw the
end of, then the orders that were put together. Nothing is sold blindly: only an order that is held
as it was when the clerk took the money for it; of all others she decides.
"""

from __future__ import annotations

import logging
from collections.abc import Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError, Refused
from boxoffice.domain.clock import Clock
from boxoffice.domain.customer import Customer
from boxoffice.domain.held_order import HeldOrder
from boxoffice.domain.ids import EventId, OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.order import Order, OrderStatus
from boxoffice.journal.intents import Intent, JournalFailed, Outcome
from boxoffice.journal.record import RecordFailed
from boxoffice.presenters.faults import not_printed, notice_of
from boxoffice.presenters.hold_keeper import HoldKeeper
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.offers import KnownOffers
from boxoffice.presenters.order import OrderPresenter
from boxoffice.presenters.restart_states import (
    HeldRow,
    RestartState,
    RestartView,
    SettledRow,
    Standing,
)
from boxoffice.presenters.selling import NotSold, Seller
from boxoffice.presenters.sold_record import SoldRecord
from boxoffice.presenters.states import (
    OrderState,
    Printer,
    PrintFailed,
    Sale,
    SeatName,
    Teller,
)
from boxoffice.presenters.tasks import Tasks
from boxoffice.presenters.writing import until_known

_log = logging.getLogger(__name__)
_STALE = timedelta(hours=1)  # a reservation that is older was never made, or is not held any more


class RestartPresenter:
    """The page of what an earlier run left open.

    Args:
        sold: what is remembered of sales.
        tell: where notices go that belong to no row.
    """

    def __init__(
        self,
        view: RestartView,
        client: ConnectClient,
        seller: Seller,
        order: OrderPresenter,
        keeper: HoldKeeper,
        sold: SoldRecord,
        printer: Printer,
        clock: Clock,
        tasks: Tasks,
        tell: Teller,
    ) -> None:
        self._view = view
        self._client = client
        self._seller = seller
        self._order = order
        self._keeper = keeper
        self._sold = sold
        self._printer = printer
        self._clock = clock
        self._tasks = tasks
        self._tell = tell
        self._offers = KnownOffers(client)
        self._intents: dict[str, Intent] = {}
        self._sales: dict[str, Sale] = {}
        self._offered: dict[OrderId, HeldRow] = {}
        self._is_open = True
        self._is_aside = False
        self.state = RestartState()
        order.watch(self._follow)

    def start(self) -> None:
        """Looks at what an earlier run left open, and shows the page if there is anything."""
        self._show(replace(self.state, is_busy=True))
        self._tasks.browse("restart", self._look_back())

    # --- what the clerk does ---

    def leave(self) -> None:
        """On with the sale: what is certain has been seen; what is not waits for the next look."""
        for row in self.state.settled:
            if row.standing is not None and row.standing.is_certain:
                self._tasks.buy(self._seller.mark_told(row.external_id))
        self._is_open = False
        undecided = tuple(
            row for row in self.state.settled if row.standing and not row.standing.is_certain
        )
        self._show(replace(self.state, settled=undecided, lost=(), unreadable=0))
        if undecided:
            self._tell(Notice.warning(Code.RESTART_UNDECIDED, count=len(undecided)))

    def open(self) -> None:
        """Shows the page again, where something waits for the clerk's word."""
        self._is_open, self._is_aside = True, False
        self._show(self.state)

    def step_aside(self) -> None:
        """Makes room for an order that is about to be begun; the page is back after it."""
        if self.state.is_shown:
            self._is_aside = True
            self._show(self.state)

    def sell(self, external_id: str) -> None:
        """The money was taken: it is sold, if the server can still do it."""
        intent, row = self._intents.get(external_id), self._row(external_id)
        if intent is None or row is None or row.standing is None or not row.standing.can_be_sold:
            return
        self._set(external_id, standing=None, notice=None)
        self._tasks.buy(self._sell(intent))

    def give_up(self, external_id: str) -> None:
        """It was not sold, or there is nothing to be done about it: it is not asked again."""
        row = self._row(external_id)
        if row is None or row.standing is None or row.standing.is_certain:
            return
        is_readable = row.standing is not Standing.UNREADABLE
        outcome = Outcome.NOT_SOLD if is_readable else Outcome.SET_ASIDE
        self._tasks.buy(self._seller.close(external_id, outcome))
        self._tasks.buy(self._seller.mark_told(external_id))
        left = tuple(each for each in self.state.settled if each is not row)
        self._show(replace(self.state, settled=left))

    def print_summary(self, external_id: str) -> None:
        """Prints the summary of a sale that was settled."""
        row, sale = self._row(external_id), self._sales.get(external_id)
        if row is not None and sale is not None and not row.is_printing:
            self._tasks.browse(f"print {external_id}", self._print(external_id, sale))

    def print_last(self) -> None:
        """Prints the summary of the order that was sold last, whenever that was."""
        self._tasks.browse("print last", self._tried(self._print_last()))

    def go_on(self, order_id: OrderId) -> None:
        """Brings an order back that is still held."""
        index = self._order.park_index(order_id)
        if index is not None:
            self._order.resume(index)

    def give_back(self, order_id: OrderId) -> None:
        """Gives back all seats of an order that is still held."""
        self._order.clear_parked_order(order_id)

    # --- how it is done ---

    async def _look_back(self) -> None:
        steps = (self._record, self._settle_all, self._name_broken, self._name_untold, self._hold)
        try:
            for step in steps:
                await self._tried(step())
        finally:
            self._show(replace(self.state, is_busy=False))

    async def _tried(self, step: Coroutine[Any, Any, None]) -> None:
        """One step that cannot be done stops no other."""
        try:
            await step
        except (JournalFailed, RecordFailed) as error:
            self._tell(Notice.error(Code.JOURNAL_NOT_READ, reason=str(error)))

    async def _record(self) -> None:
        """What was sold when the record could not be written."""
        for intent in await self._seller.unrecorded():
            standing, order = await self._seller.look(intent, self._in_doubt)
            if standing is Standing.SOLD and order is not None:
                await self._finish(intent, order)

    async def _settle_all(self) -> None:
        intents = await self._seller.open_intents()
        for intent in intents:
            self._add(intent)
        for intent in intents:
            await self._settle(intent)

    async def _settle(self, intent: Intent) -> None:
        standing, order = await self._seller.look(intent, self._in_doubt)
        if standing is Standing.READY:
            await self._sell(intent)
        elif standing is Standing.SOLD and order is not None:
            await self._finish(intent, order)
        else:
            if standing is Standing.NOT_SOLD:
                await self._seller.close(intent.external_id, Outcome.NOT_SOLD)
            self._set(intent.external_id, standing=standing, **_seen(order))

    async def _sell(self, intent: Intent) -> None:
        try:
            await self._seller.complete(intent, self._in_doubt, is_repeat=True)
        except NotSold as error:
            why = notice_of(error.cause, self._client.address)
            self._set(intent.external_id, standing=Standing.NOT_SOLD, notice=why)
            return
        standing, order = await self._seller.look(intent, self._in_doubt)
        if standing is Standing.SOLD and order is not None:
            await self._finish(intent, order)
        else:
            self._set(intent.external_id, standing=standing, **_seen(order))

    async def _finish(self, intent: Intent, order: Order) -> None:
        """All that a sale at the counter does after the server's word, and tells it."""
        await self._know(line.event_id for line in order.lines)
        customer = await self._customer_of(intent)
        offers = self._offers.by_event
        sale = await self._seller.finish(intent, self._in_doubt, offers, customer)
        await self._show_sold(intent, sale)

    async def _show_sold(self, intent: Intent, sale: Sale) -> None:
        known = await self._sold.known(sale.order)
        is_copy = known is not None and known.printed_at is not None
        self._sales[intent.external_id] = replace(sale, is_copy=is_copy)
        self._set(
            intent.external_id,
            standing=Standing.SOLD,
            can_print=True,
            is_copy=is_copy,
            **_seen(sale.order, sale),
        )

    async def _name_broken(self) -> None:
        for broken in await self._seller.broken_intents():
            row = SettledRow(broken.external_id, broken.order_id, Standing.UNREADABLE)
            self._show(replace(self.state, settled=(*self.state.settled, row)))

    async def _name_untold(self) -> None:
        """What was decided while nobody can say that the clerk has seen it."""
        for intent, outcome in await self._seller.untold():
            if self._row(intent.external_id) is not None:
                continue
            self._add(intent)
            if outcome is Outcome.NOT_SOLD:
                self._set(intent.external_id, standing=Standing.NOT_SOLD)
                continue
            standing, order = await self._seller.look(intent, self._in_doubt)
            if standing is Standing.SOLD and order is not None:
                await self._know(line.event_id for line in order.lines)
                offers, customer = self._offers.by_event, await self._customer_of(intent)
                await self._show_sold(intent, await self._seller.read(intent, offers, customer))
            else:  # it was sold, and given back or cancelled since
                self._drop(intent.external_id)

    async def _hold(self) -> None:
        """Offers the orders that are still held."""
        kept, broken = await self._keeper.read()
        for held in kept:
            if self._order.park_index(held.order_id or OrderId(0)) is None:
                await self._offer(held)
        for key in broken:
            self._keeper.let_go(key)
        self._show(replace(self.state, unreadable=len(broken)))

    async def _offer(self, held: HeldOrder) -> None:
        try:
            order = await self._order_of(held)
        except ConnectError as error:
            self._tell(notice_of(error, self._client.address))
            return
        is_told = any(row.order_id == held.order_id for row in self.state.settled)
        if order is not None and order.status is OrderStatus.OPEN and order.lines:
            await self._know(line.event_id for line in order.lines)
            row = _held_row(order, self._names_of(order), held)
            self._offered[order.id] = row
            self._order.take_over(held, order, self._offers.by_event)
            return
        self._keeper.let_go(held.key)
        is_over = order is None or order.status is OrderStatus.EXPIRED
        if is_over and held.lines and not is_told:
            await self._know(line.event_id for line in held.lines)
            self._order.offer_lost(held, self._offers.by_event)
            seats = tuple(SeatName(x.area_name, x.row, x.number) for x in held.lines)
            self._show(replace(self.state, lost=(*self.state.lost, seats)))

    async def _order_of(self, held: HeldOrder) -> Order | None:
        """The order as the server has it now; None where there is none, or another one."""
        orders, order_id = self._client.orders, held.order_id
        try:
            if order_id is None:
                if self._clock.now() - held.begun_at > _STALE:
                    return None
                order_id = (await self._made_again(held)).id
            order = await orders.get(order_id)
        except Refused:
            return None
        is_other = held.created_at is not None and order.created_at != held.created_at
        return None if is_other else order

    async def _made_again(self, held: HeldOrder) -> Order:
        """The answer that was lost: the same reservation, with the same key."""
        orders, best = self._client.orders, held.best
        if best is not None:
            return await until_known(lambda: orders.reserve_best(None, best, held.key), _wait)
        return await until_known(lambda: orders.reserve(None, held.seats, held.key), _wait)

    async def _know(self, event_ids: Any) -> None:
        """The words of events; a sale is settled without them, too."""
        try:
            await self._offers.know(event_ids)
        except ConnectError as error:
            _log.warning("the words of an event are not to be had: %s", error)

    async def _customer_of(self, intent: Intent) -> Customer | None:
        if intent.customer_id is None:
            return None
        try:
            return await self._client.customers.get(intent.customer_id)
        except ConnectError as error:
            _log.warning("customer %s is not to be had: %s", intent.customer_id, error)
            return None

    def _names_of(self, order: Order) -> tuple[str, ...]:
        known = self._offers.by_event
        ids: dict[EventId, None] = dict.fromkeys(line.event_id for line in order.lines)
        return tuple(known[id_].event.name for id_ in ids if id_ in known)

    async def _print(self, external_id: str, sale: Sale) -> None:
        self._set(external_id, is_printing=True, notice=None)
        try:
            name = await self._printer.print_summary(sale)
        except PrintFailed as error:
            is_copy = error.is_doubtful or sale.is_copy
            notice = not_printed(sale, error)
            self._set(external_id, is_printing=False, is_copy=is_copy, notice=notice)
        else:
            notice = Notice.good(Code.PRINTED, printer=name)
            self._set(external_id, is_printing=False, is_copy=True, notice=notice)

    async def _print_last(self) -> None:
        intent = await self._seller.last_sold()
        if intent is None:
            self._tell(Notice.info(Code.NOTHING_SOLD))
            return
        standing, order = await self._seller.look(intent, self._in_doubt_of_last)
        if standing is not Standing.SOLD or order is None:
            self._tell(Notice.warning(Code.ORDER_NOT_FOUND, text=str(intent.order_id)))
            return
        await self._know(line.event_id for line in order.lines)
        offers, customer = self._offers.by_event, await self._customer_of(intent)
        sale = await self._seller.read(intent, offers, customer)
        try:
            name = await self._printer.print_summary(replace(sale, is_copy=True))
        except PrintFailed as error:
            self._tell(not_printed(sale, error))
        else:
            self._tell(Notice.good(Code.PRINTED, printer=name))

    def _in_doubt_of_last(self, error: ConnectError) -> None:
        self._tell(notice_of(error, self._client.address))

    def _in_doubt(self, error: ConnectError) -> None:
        notice = notice_of(error, self._client.address)
        self._show(replace(self.state, notice=notice))

    # --- what is shown ---

    def _follow(self, shown: OrderState) -> None:
        """The page steps aside while an order is on screen; what is held counts down."""
        parked = {row.order_id: row for row in shown.parked}
        held = tuple(
            replace(row, hold_seconds=parked[id_].hold_seconds)
            for id_, row in self._offered.items()
            if id_ in parked
        )
        state = replace(self.state, held=held)
        if self._shown(state) != self.state:
            self._show(state)

    def _shown(self, state: RestartState) -> RestartState:
        order = self._order.state
        is_free = order.order is None and not order.pending and not order.is_busy
        if not is_free:
            self._is_aside = False
        is_there = self._is_open and not self._is_aside and is_free
        return replace(state, is_shown=is_there and state.has_anything)

    def _row(self, external_id: str) -> SettledRow | None:
        return next((row for row in self.state.settled if row.external_id == external_id), None)

    def _add(self, intent: Intent) -> None:
        self._intents[intent.external_id] = intent
        paid = [payment.amount for payment in intent.payments]
        row = SettledRow(
            intent.external_id,
            intent.order_id,
            paid=Money.total(paid, paid[0].currency) if paid else intent.total,
            change=_change(intent),
            begun_at=intent.begun_at,
        )
        self._show(replace(self.state, settled=(*self.state.settled, row)))

    def _set(self, external_id: str, **changes: Any) -> None:
        rows = tuple(
            replace(row, **changes) if row.external_id == external_id else row
            for row in self.state.settled
        )
        self._show(replace(self.state, settled=rows, notice=None))

    def _drop(self, external_id: str) -> None:
        rows = tuple(row for row in self.state.settled if row.external_id != external_id)
        self._show(replace(self.state, settled=rows))

    def _show(self, state: RestartState) -> None:
        self.state = self._shown(state)
        self._view.show_state(self.state)


def _wait() -> None:
    """An answer is lost again: the question goes on."""


def _change(intent: Intent) -> Money | None:
    """What goes back to the buyer of what was handed over."""
    back = [payment.change for payment in intent.payments]
    return Money.total(back, back[0].currency) if back else None


def _seen(order: Order | None, sale: Sale | None = None) -> dict[str, Any]:
    """What a row tells of an order."""
    lines = order.lines if order is not None else ()
    events = dict.fromkeys(row.event.name for row in sale.rows if row.event) if sale else {}
    return {
        "seats": tuple(SeatName(line.area_name, line.row, line.number) for line in lines),
        "events": tuple(events),
    }


def _held_row(order: Order, events: tuple[str, ...], held: HeldOrder) -> HeldRow:
    seats = tuple(SeatName(line.area_name, line.row, line.number) for line in order.lines)
    name = held.name or (held.customer.name if held.customer else "")
    return HeldRow(order.id, seats, events, order.total, None, name)
