"""Sold orders: found again, looked at, printed again, given back in part or whole, exchanged.

Every seat that is given back is a change of its own: where it stops half-way, what was done is told
and the rest can be gone on with.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError, Refused
from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import EventId, OrderId, Place, PriceTypeId
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import Order, OrderLine, totals_of
from boxoffice.domain.orders.order_code import read_order_code
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.scan import forms_of
from boxoffice.domain.orders.sold_order import Fate
from boxoffice.domain.orders.ticket import Ticket
from boxoffice.journal.record import RecordFailed
from boxoffice.presenters.common import LineRow, Sale, Teller
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.finder.scans import ScanReader, shown
from boxoffice.presenters.finder.state import FinderState, FinderView, OpenedOrder
from boxoffice.presenters.idempotency import until_known
from boxoffice.presenters.map.board import SeatBoard
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.offers import KnownOffers
from boxoffice.presenters.order_lines import line_rows, prices_of
from boxoffice.presenters.sale.paperwork import Paperwork
from boxoffice.presenters.sale.sold_record import SoldRecord
from boxoffice.presenters.tasks import Tasks

_NOT_THERE = 404


class FinderPresenter:
    """The page of sold orders.

    Args:
        sold: what is remembered of sales.
        begin_exchange: told which seats go back, the offers of their events, and what is taken
            in their place at once.
        show_event: opens an event on the map.
        tell: where notices go while the page is not shown, and what is said of scans.
        is_paying: whether a payment is open, which goes before any scan.
    """

    def __init__(
        self,
        view: FinderView,
        client: ConnectClient,
        sold: SoldRecord,
        paperwork: Paperwork,
        tasks: Tasks,
        board: SeatBoard,
        begin_exchange: Callable[[Exchange, dict[EventId, Offer], tuple[OrderLine, ...]], None],
        show_event: Callable[[EventId], None],
        tell: Teller,
        is_paying: Callable[[], bool] = lambda: False,
    ) -> None:
        self._view = view
        self._client = client
        self._sold = sold
        self._paperwork = paperwork
        self._tasks = tasks
        self._board = board
        self._begin_exchange = begin_exchange
        self._show_event = show_event
        self._tell = tell
        self._offers = KnownOffers(client)
        self._copied: OrderId | None = None  # while it is printed
        self._is_paying = is_paying
        self._take_held: Callable[[Order, Mapping[EventId, Offer]], None] = _nothing
        self._scans = ScanReader(client, sold.record)
        self.state = FinderState()

    # --- what the clerk does ---

    def open(self) -> None:
        """Shows the page with the last orders."""
        self._show(FinderState(is_shown=True))
        self.search("")

    def close(self) -> None:
        """One step back: from an order to the list, from the list to the sale."""
        if self.state.is_busy:
            return
        if self.state.opened is not None and self.state.found:
            self._show(replace(self.state, opened=None, notice=None))
        else:
            self._tasks.stop("open order")
            self._show(FinderState())

    def leave(self) -> None:
        """To the sale at once, unless a change is under way."""
        if self.state.is_shown and not self.state.is_busy:
            self._tasks.stop("open order")
            self._show(FinderState())

    def search(self, text: str) -> None:
        """Shows the orders of this workstation that the text may mean."""
        self._show(replace(self.state, search=text, notice=None))
        self._tasks.browse("find", self._find(text))

    def enter(self) -> None:
        """Opens the first that was found; a number that is not among them is asked for."""
        if self.state.is_busy:
            return
        self._tasks.browse("find", self._find_and_open(self.state.search))

    def choose(self, order_id: OrderId) -> None:
        """Opens an order as the server tells it."""
        if not self.state.is_busy:
            self._show(replace(self.state, is_shown=True, is_loading=True, notice=None))
            self._tasks.browse("open order", self._told(self._open(order_id)))

    def scan(self, text: str) -> None:
        """Opens the order that a scan names, or says why not; the sale stays behind it."""
        if not self._is_hindered():
            self._tell(Notice.info(Code.SCAN_SOUGHT, text=shown(text)))
            self._tasks.browse("scan", self._read_scan(text))

    def choose_seat(self, place: Place) -> None:
        """Opens the order that has this seat, where it is one of ours: by the server's word, else
        by what was written down here."""
        order_id = self._board.order_of(place.seat_id)
        is_on_map = place.event_id == self._board.event_id
        if order_id is not None and is_on_map:
            self._show(FinderState(is_shown=True, named=frozenset({place})))
            self.choose(order_id)
        else:
            self._tasks.browse("find", self._find_seat(place))

    def give_back(self, places: tuple[Place, ...], way: PaymentKind) -> None:
        """Gives back seats of the order, and the money for them this way; all of them is to cancel
        it."""
        opened = self.state.opened
        if opened is None or self.state.is_busy or not opened.can_change or not places:
            return
        if frozenset(places) >= opened.order.places:
            self._buy(self._cancel(opened, way))
        else:
            self._buy(self._release(opened, places, way))

    def exchange(self, places: tuple[Place, ...]) -> None:
        """Back to the map: what is taken next replaces these seats."""
        opened = self.state.opened
        if opened is None or self.state.is_busy or not opened.can_change:
            return
        lines = tuple(r.line for r in opened.rows if r.line.place in places or not places)
        self._begin_exchange(Exchange(opened.order.id, lines), dict(self._offers.by_event), ())
        self._show(FinderState())
        if lines[0].event_id != self._board.event_id:
            self._show_event(lines[0].event_id)

    def sell_again(self, places: tuple[Place, ...], price_type: PriceTypeId) -> None:
        """Gives seats back and takes them at once at another price type; the buyer pays, or gets,
        the difference."""
        opened = self.state.opened
        if opened is None or self.state.is_busy or not opened.can_change:
            return
        lines = tuple(row.line for row in opened.rows if row.line.place in places)
        if lines and all((line.place, price_type) in opened.prices for line in lines):
            self._buy(self._again(opened.order, lines, price_type))

    def take_over(self) -> None:
        """An order that holds seats, and that is not sold, is gone on with at this till."""
        opened = self.state.opened
        if opened is not None and not self.state.is_busy and opened.is_held:
            self._take_held(opened.order, dict(self._offers.by_event))
            self._show(FinderState())

    def take_held_by(self, take: Callable[[Order, Mapping[EventId, Offer]], None]) -> None:
        """From now on an order that is taken over goes there, with the offers of its events."""
        self._take_held = take

    def show_on_map(self) -> None:
        """The event of the order's first seat: its seats are lit up there."""
        if self.state.opened is not None and self.state.opened.rows:
            event_id = self.state.opened.rows[0].line.event_id
            if event_id != self._board.event_id:
                self._show_event(event_id)
            else:
                self._light_up()

    def print_copy(self) -> None:
        """Prints the summary of the order, if that was sold."""
        opened = self.state.opened
        if opened is not None and opened.was_sold and not self.state.is_printing:
            sale = _sale_of(opened, self._offers.by_event)
            self._tasks.browse("print copy", self._print(sale))

    def stop_printing(self) -> None:
        """Gives up printing the copy."""
        if self._copied is not None:
            self._paperwork.stop_printing(self._copied)

    def save_pdf(self, path: Path) -> None:
        opened = self.state.opened
        if opened is not None and opened.was_sold:
            self._tasks.browse(
                "save copy", self._save(_sale_of(opened, self._offers.by_event), path)
            )

    # --- how it is done ---

    async def _find(self, text: str) -> None:
        try:
            found = await asyncio.to_thread(self._sold.record.find, self._client.address, text)
        except RecordFailed as error:
            notice = Notice.warning(Code.NOT_REMEMBERED, reason=str(error))
            self._show(replace(self.state, found=(), notice=notice))
        else:
            self._show(replace(self.state, found=found))

    async def _find_and_open(self, text: str) -> None:
        await self._find(text)
        if self.state.found:
            self.choose(self.state.found[0].order_id)
            return
        words = text.strip()
        coded = read_order_code(words)
        if coded is not None:
            self.choose(coded)
        elif words.isascii() and words.isdigit() and len(words) <= 18:
            self.choose(OrderId(int(words)))
        elif words:
            self._note(Notice.warning(Code.ORDER_NOT_FOUND, text=words))

    def _is_hindered(self) -> bool:
        """Whether a scan has to wait; then the clerk is told for what."""
        if self._is_paying():
            self._tell(Notice.warning(Code.SCAN_HELD))
        elif self.state.is_busy:
            self._tell(Notice.warning(Code.SCAN_WHILE_CHANGING))
        else:
            return False
        return True

    async def _read_scan(self, text: str) -> None:
        named: OrderId | Notice
        try:
            named = await self._scans.read(text)
        except ConnectError as error:
            named = notice_of(error, self._client.address)
        if isinstance(named, Notice):
            self._tell(named)
        elif not self._is_hindered():  # since it was scanned
            self._tell(None)
            seats = self._named_until_now(named)
            self._show(FinderState(is_shown=True, scanned=text, named=seats))
            self.choose(named)

    def _named_until_now(self, order_id: OrderId) -> frozenset[Place]:
        """The seats by which this order was found, if it is the one that is open."""
        opened = self.state.opened
        is_open = opened is not None and opened.order.id == order_id
        return opened.named if opened is not None and is_open else frozenset()

    async def _find_seat(self, place: Place) -> None:
        try:
            found = await asyncio.to_thread(self._sold.record.at, self._client.address, place)
        except RecordFailed as error:
            self._tell(Notice.warning(Code.NOT_REMEMBERED, reason=str(error)))
            return
        if found is None:
            seat = self._board.name_of(place.seat_id)
            self._tell(Notice.warning(Code.SEAT_NOT_FREE, seat=seat))
        else:
            self._show(FinderState(is_shown=True, found=(found,), named=frozenset({place})))
            self.choose(found.order_id)

    async def _open(self, order_id: OrderId) -> None:
        try:
            order = await self._client.orders.get(order_id)
        except Refused as refused:
            if refused.code != _NOT_THERE:
                raise
            self._note(Notice.warning(Code.ORDER_NOT_FOUND, text=str(order_id)))
            return
        await self._take_over(order)

    async def _tickets(self, order: Order) -> tuple[Ticket, ...]:
        """None where the server does not offer them: the order is shown without."""
        try:
            return await self._client.orders.tickets(order.id)
        except Refused:
            return ()

    async def _take_over(self, order: Order, notice: Notice | None = None) -> None:
        """Shows an order with its tickets and the words of its events."""
        await self._offers.know(line.event_id for line in order.lines)
        tickets = await self._tickets(order)
        known = await self._sold.known(order)
        rows = line_rows(order, self._offers.by_event)
        opened = OpenedOrder(
            order,
            rows,
            tickets,
            known.buyer if known else "",
            known.payments if known else (),
            known.printed_at if known else None,
            known.returned if known else (),
            on_map=any(row.line.event_id == self._board.event_id for row in rows),
            named=self._named(rows, tickets),
            prices=prices_of(rows, self._offers.by_event),
        )
        self._show(replace(self.state, opened=opened, notice=notice or self._void(opened)))

    def _named(self, rows: Iterable[LineRow], tickets: Iterable[Ticket]) -> frozenset[Place]:
        """The seats of the order that it was found by."""
        asked = [ticket for ticket in self._asked(tickets) if ticket.is_valid]
        places = {row.line.place for row in rows}
        scanned = frozenset(
            place
            for place in places
            for ticket in asked
            if ticket.seat_id == place.seat_id and ticket.event_id in (None, place.event_id)
        )
        return scanned | (self.state.named & places)

    def _asked(self, tickets: Iterable[Ticket]) -> Iterator[Ticket]:
        """The tickets that the scan, or what was searched for, means."""
        asked = {form.casefold() for form in forms_of(self.state.scanned or self.state.search)}
        return (ticket for ticket in tickets if ticket.barcode.casefold() in asked)

    def _void(self, opened: OpenedOrder) -> Notice | None:
        """That the ticket by which the order was found is void."""
        ticket = next((t for t in self._asked(opened.tickets) if not t.is_valid), None)
        return Notice.error(Code.TICKET_VOID, barcode=ticket.barcode) if ticket else None

    async def _release(
        self, opened: OpenedOrder, places: tuple[Place, ...], way: PaymentKind
    ) -> None:
        """Where it stops half-way, what was given back until then is written down."""
        order, returned = opened.order, list[Place]()
        try:
            for place in places:
                self._show(replace(self.state, done=(len(returned), len(places))))
                await self._release_one(order.id, place)
                returned.append(place)
        finally:
            if returned:
                await self._note_returned(opened, returned, way)
                await self._sold.set_fate(order.id, Fate.PARTLY_RETURNED)
        await self._reread(order, Code.GIVEN_BACK, way)

    async def _note_returned(
        self, opened: OpenedOrder, places: Iterable[Place], way: PaymentKind
    ) -> None:
        value = opened.worth(frozenset(places))
        await self._sold.note_returned(opened.order.id, Payment(way, value, value))

    async def _again(
        self, order: Order, lines: tuple[OrderLine, ...], price_type: PriceTypeId
    ) -> None:
        """Where it stops half-way, what was given back until then is in the order on screen."""
        returned: list[OrderLine] = []
        await self._sold.set_fate(order.id, Fate.EXCHANGING)
        try:
            for line in lines:
                self._show(replace(self.state, done=(len(returned), len(lines))))
                await self._release_one(order.id, line.place)
                returned.append(line)
        finally:
            if not returned:
                is_whole = not order.refunded
                fate = Fate.SOLD if is_whole else Fate.PARTLY_RETURNED
                await self._sold.set_fate(order.id, fate)
            else:
                old, new = tuple(returned), (replace(x, price_type_id=price_type) for x in returned)
                exchange = Exchange(order.id, old, is_returned=True)
                self._begin_exchange(exchange, dict(self._offers.by_event), tuple(new))
        self._show(FinderState())

    async def _release_one(self, order_id: OrderId, place: Place) -> None:
        release = self._client.orders.release_seat
        try:
            await until_known(lambda key: release(order_id, *place, key), self._in_doubt)
        except Refused as refused:
            if refused.code != _NOT_THERE:  # else it is given back already
                raise

    async def _cancel(self, opened: OpenedOrder, way: PaymentKind) -> None:
        order = opened.order
        await until_known(lambda key: self._client.orders.cancel(order.id, key), self._in_doubt)
        await self._sold.set_fate(order.id, Fate.CANCELLED)
        await self._note_returned(opened, order.places, way)
        await self._reread(order, Code.ORDER_CANCELLED, way)

    async def _reread(self, before: Order, code: Code, way: PaymentKind) -> None:
        """What the server says after a change, and how much goes back to the buyer for it."""
        order = await self._client.orders.get(before.id)
        zero = before.total - before.total
        back = (order.refunded or zero) - (before.refunded or zero)
        await self._take_over(order, Notice.good(code, order=str(order.id), sum=back, how=way))

    async def _print(self, sale: Sale) -> None:
        self._copied = sale.order.id
        self._show(self.state)
        try:
            outcome = await self._paperwork.print_summary(sale)
        finally:
            self._copied = None
            self._show(self.state)
        self._note(outcome.notice)

    async def _save(self, sale: Sale, path: Path) -> None:
        self._note(await self._paperwork.save_summary(sale, path))

    def _buy(self, work: Coroutine[Any, Any, None]) -> None:
        self._show(replace(self.state, is_busy=True, notice=None))
        self._tasks.buy(self._told(work))

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        was_busy, opened = self.state.is_busy, self.state.opened
        try:
            await work
        except (ConnectError, RecordFailed) as error:
            if isinstance(error, RecordFailed):
                self._note(Notice.warning(Code.NOT_REMEMBERED, reason=str(error)))
            else:
                self._note(notice_of(error, self._client.address))
                if was_busy and opened is not None:
                    await self._look_again(opened.order)
        finally:
            state = replace(self.state, is_loading=False, done=None)
            self._show(replace(state, is_busy=False) if was_busy else state)

    async def _look_again(self, order: Order) -> None:
        """After a change that stopped half-way: what is left of the order, if it can be had."""
        try:
            await self._take_over(await self._client.orders.get(order.id), self.state.notice)
        except ConnectError:
            return

    def _in_doubt(self) -> None:
        self._note(Notice.warning(Code.CHECKING))

    def _note(self, notice: Notice) -> None:
        if self.state.is_shown:
            self._show(replace(self.state, notice=notice))
        else:
            self._tell(notice)

    def _show(self, state: FinderState) -> None:
        is_other = state.opened is not self.state.opened
        state = replace(state, is_printing=self._copied is not None)
        self.state = state
        self._view.show_state(state)
        if is_other:
            self._light_up()

    def _light_up(self) -> None:
        """The seats of the order that is open, and no others."""
        opened = self.state.opened
        self._board.light(row.line.place for row in (opened.rows if opened else ()))


def _nothing(_: Order, __: Mapping[EventId, Offer]) -> None:
    """Nobody takes it."""


def _sale_of(opened: OpenedOrder, offers: dict[EventId, Offer]) -> Sale:
    """What the copy of a summary is made of."""
    order = opened.order
    places = tuple((id_, offer.location) for id_, offer in offers.items() if offer.location)
    totals = totals_of(order.lines, order.currency)
    return Sale(
        order,
        opened.payments,
        opened.rows,
        places,
        totals,
        opened.tickets,
        is_copy=True,
        buyer=opened.buyer,
    )
