"""After a crash: what became of every sale that was on its way, and what is still held.

What was sold and is not in the record yet, what was on its way, what nobody saw the end of, and the
orders that were put together: each by itself, so that none waits for another. Nothing is sold
blindly: only an order that is held as it was when the clerk took the money for it; of all others
she decides.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError, OrderInDoubt, Refused
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import EventId, OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer
from boxoffice.domain.orders.held_order import HeldOrder
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.journal.intents import Intent, JournalFailed, Outcome
from boxoffice.journal.record import RecordFailed
from boxoffice.presenters.common import Sale, SeatName, Teller
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.idempotency import until_known
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.offers import KnownOffers
from boxoffice.presenters.order.hold_keeper import HoldKeeper
from boxoffice.presenters.order.presenter import OrderPresenter
from boxoffice.presenters.order.state import OrderState
from boxoffice.presenters.restart.state import (
    EventOfOrder,
    HeldRow,
    RestartState,
    RestartView,
    SettledRow,
)
from boxoffice.presenters.sale.paperwork import Paperwork
from boxoffice.presenters.sale.seller import LeftOpen, NotSold, Seller
from boxoffice.presenters.sale.sold_record import SoldRecord
from boxoffice.presenters.sale.state import Standing
from boxoffice.presenters.tasks import Tasks

_log = logging.getLogger(__name__)
_NOT_THERE = 404
_STALE = timedelta(hours=1)  # a reservation that is older was never made, or is not held any more


class RestartPresenter:
    """The page of what an earlier run left open.

    Args:
        sold: what is remembered of sales.
        tell: where notices go that belong to no row.
        show_event: brings an event on the map.
    """

    def __init__(
        self,
        view: RestartView,
        client: ConnectClient,
        seller: Seller,
        order: OrderPresenter,
        keeper: HoldKeeper,
        sold: SoldRecord,
        paperwork: Paperwork,
        clock: Clock,
        tasks: Tasks,
        tell: Teller,
        show_event: Callable[[EventId], None],
    ) -> None:
        self._show_event = show_event
        self._view = view
        self._client = client
        self._seller = seller
        self._order = order
        self._keeper = keeper
        self._sold = sold
        self._paperwork = paperwork
        self._clock = clock
        self._tasks = tasks
        self._tell = tell
        self._offers = KnownOffers(client)
        self._intents: dict[str, Intent] = {}
        self._sales: dict[str, Sale] = {}
        self._offered: dict[OrderId, HeldRow] = {}
        self._closed: set[str] = set()  # what became of them is in the journal
        self._waiting: list[HeldOrder] = []
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
        left = tuple(row for row in self.state.settled if not row.is_certain)
        self._show(replace(self.state, settled=left, lost=(), unreadable=0))
        if left:
            self._tell(Notice.warning(Code.RESTART_UNDECIDED, count=len(left)))

    def open(self) -> None:
        """Shows the page again, where something waits for the clerk's word."""
        self._is_open, self._is_aside = True, False
        self._show(self.state)

    def take_up(self, intent: Intent, cause: ConnectError) -> None:
        """A sale of this run of which nobody can say what became of it: the clerk decides, when
        she has looked at it elsewhere."""
        self._add(intent)
        self._leave_to_clerk(intent, cause)

    def _leave_to_clerk(self, intent: Intent, cause: ConnectError) -> None:
        why = notice_of(cause, self._client.address)
        self._set(intent.external_id, standing=Standing.READY, notice=why)

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
        self._tasks.buy(self._guarded(intent, self._sell(intent)))

    def give_up(self, external_id: str) -> None:
        """It was not sold, or there is nothing to be done about it: it is not asked again."""
        row = self._row(external_id)
        if row is None or row.standing is None or row.standing.is_certain:
            return
        if external_id not in self._closed:
            is_readable = row.standing is not Standing.UNREADABLE
            outcome = Outcome.NOT_SOLD if is_readable else Outcome.SET_ASIDE
            self._tasks.buy(self._seller.close(external_id, outcome))
        self._tasks.buy(self._seller.mark_told(external_id))
        self._drop(external_id)
        self._review_holds()

    def print_summary(self, external_id: str) -> None:
        """Prints the summary of a sale that was settled."""
        row, sale = self._row(external_id), self._sales.get(external_id)
        if row is not None and sale is not None and not row.is_printing:
            self._tasks.browse(f"print {external_id}", self._print(external_id, sale))

    def print_last(self) -> None:
        """Prints the summary of the order that was sold last, whenever that was."""
        self._tasks.browse("print last", self._print_last())

    def go_on(self, order_id: OrderId) -> None:
        """Brings an order back that is still held."""
        index = self._order.park_index(order_id)
        if index is not None:
            self._order.resume(index)
            if order_id in self._offered:
                self._show_event(self._offered[order_id].event_id)

    def give_back(self, order_id: OrderId) -> None:
        """Gives back all seats of an order that is still held."""
        self._order.clear_parked_order(order_id)

    # --- how it is done ---

    async def _look_back(self) -> None:
        """Everything side by side: what cannot be settled now holds up nothing else."""
        try:
            await asyncio.gather(*await self._found())
        finally:
            self._show(replace(self.state, is_busy=False))

    async def _found(self) -> list[Coroutine[Any, Any, None]]:
        """What is to be done about all that an earlier run left open; nothing of this run is."""
        works: list[Coroutine[Any, Any, None]] = []
        try:
            unrecorded = await self._seller.unrecorded()
            works += [self._guarded(intent, self._record(intent)) for intent in unrecorded]
            for intent in await self._seller.open_intents():
                self._add(intent)
                works += [self._guarded(intent, self._settle(intent))]
            for broken in await self._seller.broken_intents():
                row = SettledRow(broken.external_id, broken.order_id, Standing.UNREADABLE)
                self._show(replace(self.state, settled=(*self.state.settled, row)))
            untold = await self._seller.untold()
            works += [self._guarded(each, self._name_untold(each, how)) for each, how in untold]
            kept, broken_holds = await self._keeper.read()
        except JournalFailed as error:
            self._tell(Notice.error(Code.JOURNAL_NOT_READ, reason=str(error)))
            return works
        works += [self._guarded(held, self._offer(held)) for held in kept]
        for key in broken_holds:
            self._keeper.let_go(key)
        self._show(replace(self.state, unreadable=len(broken_holds)))
        return works

    async def _guarded(self, of: Intent | HeldOrder, work: Coroutine[Any, Any, None]) -> None:
        """What the server says may make no sense, and the row then cannot be settled; no other
        row knows of it."""
        try:
            await work
        except Exception as error:  # noqa: BLE001 - one row that breaks stops no other
            _log.error("order %s cannot be settled", of.order_id, exc_info=error)
            if isinstance(of, Intent) and self._row(of.external_id) is not None:
                self._set(of.external_id, standing=Standing.UNREADABLE)

    async def _record(self, intent: Intent) -> None:
        """What was sold when the record could not be written; paper may have come out then."""
        standing, order = await self._seller.look(intent, self._in_doubt)
        if standing is Standing.SOLD and order is not None:
            sale = await self._finish(intent, order)
            await self._sold.set_printed(sale.order.id, self._clock.now())

    async def _settle(self, intent: Intent) -> None:
        standing, order = await self._seller.look(intent, self._in_doubt)
        if standing is Standing.READY:
            await self._sell(intent)
        else:
            await self._conclude(intent, standing, order)

    async def _sell(self, intent: Intent) -> None:
        try:
            await self._seller.complete(intent, self._in_doubt, is_repeat=True)
        except LeftOpen as left:
            self._leave_to_clerk(intent, left.cause)
            return
        except NotSold as error:
            why = notice_of(error.cause, self._client.address)
            self._set(intent.external_id, standing=Standing.NOT_SOLD, notice=why)
            return
        standing, order = await self._seller.look(intent, self._in_doubt)
        await self._conclude(intent, standing, order)

    async def _conclude(self, intent: Intent, standing: Standing, order: Order | None) -> None:
        if standing is Standing.SOLD and order is not None:
            sale = await self._finish(intent, order)
            await self._show_sold(intent, sale)
            return
        if standing is Standing.NOT_SOLD:
            await self._seller.close(intent.external_id, Outcome.NOT_SOLD)
        if order is not None:
            await self._know(line.event_id for line in order.lines)
        self._set(intent.external_id, standing=standing, **self._seen(order))

    async def _finish(self, intent: Intent, order: Order) -> Sale:
        """All that a sale at the counter does after the server's word."""
        await self._know(line.event_id for line in order.lines)
        customer = await self._customer_of(intent)
        return await self._seller.finish(intent, self._in_doubt, self._offers.by_event, customer)

    async def _show_sold(self, intent: Intent, sale: Sale) -> None:
        is_copy = await self._is_begun(sale)
        self._sales[intent.external_id] = replace(sale, is_copy=is_copy)
        self._set(
            intent.external_id,
            standing=Standing.SOLD,
            can_print=True,
            is_copy=is_copy,
            **self._seen(sale.order),
        )

    async def _is_begun(self, sale: Sale) -> bool:
        """Whether paper of it may be there already."""
        try:
            return await self._paperwork.is_begun(sale)
        except RecordFailed:
            return True  # nobody knows

    async def _name_untold(self, intent: Intent, outcome: Outcome) -> None:
        """What was decided while nobody can say that the clerk has seen it."""
        self._add(intent)
        self._closed.add(intent.external_id)
        if outcome is Outcome.NOT_SOLD:
            self._set(intent.external_id, standing=Standing.NOT_SOLD)
            return
        standing, order = await self._seller.look(intent, self._in_doubt)
        if standing is Standing.SOLD and order is not None:
            await self._know(line.event_id for line in order.lines)
            offers, customer = self._offers.by_event, await self._customer_of(intent)
            await self._show_sold(intent, await self._seller.read(intent, offers, customer))
        elif standing is Standing.NOT_SOLD:  # it was given back or cancelled since
            await self._seller.mark_told(intent.external_id)
            self._drop(intent.external_id)
        else:
            self._set(intent.external_id, standing=standing, **self._seen(order))

    # --- orders that were put together ---

    async def _offer(self, held: HeldOrder) -> None:
        """Offers an order that is still held. One that waits for the clerk's word as a sale is not
        offered beside that, and is not given back with what is offered."""
        if self._is_undecided(held.order_id):
            self._waiting.append(held)
            return
        order = await self._order_of(held)
        if self._is_undecided(order.id if order is not None else held.order_id):
            self._waiting.append(held)
        elif order is not None and order.status is OrderStatus.OPEN and order.lines:
            await self._know(line.event_id for line in order.lines)
            self._offered[order.id] = _held_row(order, self._events_of(order), held)
            self._order.take_over(held, order, self._offers.by_event)
        else:
            await self._let_go(held, order)

    async def _let_go(self, held: HeldOrder, order: Order | None) -> None:
        """Nothing is held any more; where the hold ran out, its seats are named."""
        self._keeper.let_go(held.key)
        is_told = any(row.order_id == held.order_id for row in self.state.settled)
        is_over = order is None or order.status is OrderStatus.EXPIRED
        if is_over and held.lines and not is_told:
            await self._know(line.event_id for line in held.lines)
            self._order.offer_lost(held, self._offers.by_event)
            seats = tuple(SeatName(x.area_name, x.row, x.number) for x in held.lines)
            self._show(replace(self.state, lost=(*self.state.lost, seats)))

    def _is_undecided(self, order_id: OrderId | None) -> bool:
        return any(row.order_id == order_id and not row.is_certain for row in self.state.settled)

    def _review_holds(self) -> None:
        """Orders that waited for what becomes of a sale, and need not any more."""
        ready = [held for held in self._waiting if not self._is_undecided(held.order_id)]
        self._waiting = [held for held in self._waiting if held not in ready]
        for held in ready:
            self._tasks.browse(f"offer {held.key}", self._offer(held))

    async def _order_of(self, held: HeldOrder) -> Order | None:
        """The order as the server has it now, asked for until it says; None where there is none, or
        another one of its number."""
        orders, order_id, attempt = self._client.orders, held.order_id, 0
        while True:
            try:
                if order_id is None:
                    if self._clock.now() - held.begun_at > _STALE:
                        return None
                    order_id = (await self._made_again(held)).id
                order = await orders.get(order_id)
            except OrderInDoubt as error:
                self._tell(notice_of(error, self._client.address))
                return None
            except Refused as refused:
                if order_id is None or refused.code == _NOT_THERE:
                    return None
                self._in_doubt(refused)
            except ConnectError as error:
                self._in_doubt(error)
            else:
                is_other = None not in (held.created_at, order.created_at) and (
                    held.created_at != order.created_at
                )
                return None if is_other else order
            await self._seller.pause(attempt)
            attempt += 1

    async def _made_again(self, held: HeldOrder) -> Order:
        """The answer that was lost: the same reservation, with the same key."""
        orders, best, seats = self._client.orders, held.best, held.seats
        orders.note_asked(held.key, (self._clock.now() - held.begun_at).total_seconds())
        if best is None:
            return await until_known(
                lambda key: orders.reserve(None, seats, key), _wait, key=held.key
            )
        return await until_known(
            lambda key: orders.reserve_best(None, best, key), _wait, key=held.key
        )

    async def _know(self, event_ids: Iterable[EventId]) -> None:
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

    def _seen(self, order: Order | None) -> dict[str, Any]:
        """What a row tells of an order."""
        if order is None:
            return {"seats": (), "events": ()}
        seats = tuple(SeatName(line.area_name, line.row, line.number) for line in order.lines)
        return {"seats": seats, "events": self._events_of(order)}

    def _events_of(self, order: Order) -> tuple[EventOfOrder, ...]:
        """Those that are known of the order's events."""
        known = self._offers.by_event
        ids: dict[EventId, None] = dict.fromkeys(line.event_id for line in order.lines)
        offers = [known[id_] for id_ in ids if id_ in known]
        return tuple(EventOfOrder(offer.event.name, offer.starts_at) for offer in offers)

    # --- paper ---

    async def _print(self, external_id: str, sale: Sale) -> None:
        self._set(external_id, is_printing=True, notice=None)
        outcome = await self._paperwork.print_summary(sale)
        is_copy = outcome.may_be_out or sale.is_copy
        self._set(external_id, is_printing=False, is_copy=is_copy, notice=outcome.notice)
        if outcome.is_printed:
            await self._seller.mark_told(external_id)

    async def _print_last(self) -> None:
        try:
            intent = await self._seller.last_sold()
        except JournalFailed as error:
            self._tell(Notice.error(Code.JOURNAL_NOT_READ, reason=str(error)))
            return
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
        outcome = await self._paperwork.print_summary(replace(sale, is_copy=True))
        self._tell(outcome.notice)

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
        is_free = order.order is None and not order.pending
        if not is_free:
            self._is_aside = False
        is_there = self._is_open and not self._is_aside and is_free
        return replace(state, is_shown=is_there and state.has_anything)

    def _row(self, external_id: str) -> SettledRow | None:
        return next((row for row in self.state.settled if row.external_id == external_id), None)

    def _add(self, intent: Intent) -> None:
        self._intents[intent.external_id] = intent
        currency = {payment.amount.currency for payment in intent.payments}
        if len(currency) > 1:
            row = SettledRow(intent.external_id, intent.order_id, begun_at=intent.begun_at)
            self._show(replace(self.state, settled=(*self.state.settled, row)))
            return
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
        if changes.get("standing") is not None:
            self._is_open = True  # also where the page was left meanwhile: it has to be seen
        self._show(replace(self.state, settled=rows, notice=None))
        self._review_holds()

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


def _held_row(order: Order, events: tuple[EventOfOrder, ...], held: HeldOrder) -> HeldRow:
    seats = tuple(SeatName(line.area_name, line.row, line.number) for line in order.lines)
    name = held.name or (held.customer.name if held.customer else "")
    event_id = order.lines[0].event_id
    parts = [paid.amount for paid in held.parts]
    taken = Money.total(parts, parts[0].currency) if parts else None
    return HeldRow(order.id, event_id, seats, events, order.total, None, name, taken)
