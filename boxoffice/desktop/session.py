"""One session: everything that works on one server, tied to the window's screens while it lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from PySide6.QtCore import SignalInstance

from boxoffice.connect.client import ConnectClient, Operation
from boxoffice.desktop.pages import (
    CustomerPage,
    EventsPage,
    FinderPage,
    MapPage,
    OrderPage,
    RestartPage,
    TillPage,
)
from boxoffice.desktop.sounds import Sounds
from boxoffice.domain.catalogue import Event, Offer
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.orders.party import Shares
from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.domain.preferences import Preferences
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.journal.holds import Holds
from boxoffice.journal.intents import Journal
from boxoffice.journal.record import OrderRecord
from boxoffice.journal.shelf import Shelf
from boxoffice.presenters.common import Loss, Printer, Teller
from boxoffice.presenters.customer.presenter import CustomerPresenter
from boxoffice.presenters.events.presenter import EventsPresenter
from boxoffice.presenters.finder.presenter import FinderPresenter
from boxoffice.presenters.losses import LOSSES
from boxoffice.presenters.map.board import SeatBoard
from boxoffice.presenters.map.polling import Attention
from boxoffice.presenters.map.presenter import MapPresenter
from boxoffice.presenters.map.state import PictureReader
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.hold_keeper import HoldKeeper
from boxoffice.presenters.order.presenter import OrderPresenter
from boxoffice.presenters.payment.presenter import PaymentPresenter
from boxoffice.presenters.payment.state import PaymentPhase
from boxoffice.presenters.restart.presenter import RestartPresenter
from boxoffice.presenters.sale.paperwork import Paperwork
from boxoffice.presenters.sale.seller import Seller
from boxoffice.presenters.sale.sold_record import SoldRecord
from boxoffice.presenters.tasks import Tasks
from boxoffice.views.window.main_window import MainWindow

_ATTENTION = {
    "active": Attention.ACTIVE,
    "background": Attention.BACKGROUND,
    "hidden": Attention.HIDDEN,
}


class OrderInSight:
    """The order for what takes seats on the map: it is brought on the screen before it changes.

    Args:
        bring: brings it there, and returns whether it is there now.
    """

    def __init__(self, order: OrderPresenter, bring: Callable[[], bool]) -> None:
        self._order = order
        self._bring = bring

    def may_change(self) -> bool:
        return self._order.may_change()

    def take(self, offer: Offer, seats: tuple[SeatId, ...], shares: Shares = ()) -> None:
        if self._bring():
            self._order.take(offer, seats, shares)

    def take_best(self, offer: Offer, wish: BestSeats) -> None:
        if self._bring():
            self._order.take_best(offer, wish)

    def give_back(self, places: tuple[Place, ...]) -> None:
        if self._bring():
            self._order.give_back(places)


class Session:
    """Builds the presenters of a server and ties them to the window.

    Attributes:
        client: its connection to the server.
    """

    def __init__(
        self,
        window: MainWindow,
        client: ConnectClient,
        journal: Journal,
        record: OrderRecord,
        shelf: Shelf,
        printer: Printer,
        pictures: PictureReader,
        clock: Clock,
        operator: str,
        tasks: Tasks,
        tell: Teller,
        date_words: Callable[[datetime, int], str],
        preferences: Callable[[], Preferences],
        sounds: Sounds,
    ) -> None:
        self.client = client
        self._window = window
        map_page, order_page = MapPage(window, sounds), OrderPage(window)
        events_page, customer_page = EventsPage(window), CustomerPage(window)
        finder_page, restart_page = FinderPage(window, self._end_sale), RestartPage(window)
        till_page = TillPage(window, sounds)
        self._pages = (
            events_page,
            map_page,
            order_page,
            customer_page,
            finder_page,
            restart_page,
            till_page,
        )
        self._tasks = tasks
        self._tell = tell
        self._ties: list[tuple[SignalInstance, Any]] = []
        self._board = board = SeatBoard(map_page)
        self._keeper = HoldKeeper(Holds(journal), client.address, clock, tell)
        self._sold = sold = SoldRecord(record, client.address, tasks, tell)
        self._order = OrderPresenter(
            order_page,
            client,
            tasks,
            clock,
            board,
            self._keeper,
            sold.note_returned_unsold,
            operator=operator,
        )
        self._customer = CustomerPresenter(customer_page, client, self._order, tasks)
        self._order.watch(self._customer.follow)
        paperwork = Paperwork(printer, sold, clock)
        seller = Seller(client, journal, sold, clock, operator)
        self._finder = FinderPresenter(
            finder_page,
            client,
            sold,
            paperwork,
            tasks,
            board,
            self._order.begin_exchange,
            self._show_event,
            tell,
            self._is_paying,
        )
        self._order.tell_of_found(self._show_found)
        self._finder.take_held_by(self._order.take_found)
        in_sight = OrderInSight(self._order, self._bring_order)
        self._map = MapPresenter(
            map_page, client, tasks, clock, board, in_sight, pictures, self._finder
        )
        self._events = EventsPresenter(
            events_page,
            client,
            tasks,
            clock,
            shelf,
            self._map.open,
            self._take_news,
            date_words,
            lambda: preferences().opens_tonight and self._is_idle(),
        )
        self._payment = PaymentPresenter(
            till_page, self._order, seller, paperwork, tasks, tell, preferences
        )
        self._restart = RestartPresenter(
            restart_page,
            client,
            seller,
            self._order,
            self._keeper,
            sold,
            paperwork,
            clock,
            tasks,
            tell,
            self._show_on_map,
        )
        self._payment.tell_of_left_open(self._restart.take_up)
        self._tie_all()
        window.rebuilt.connect(self._show_again)
        self._lost: set[Loss] = set()
        client.platform.on_test = window.show_test
        client.platform.on_missing = self._note_missing
        window.show_test(client.platform.is_test)
        for operation in client.platform.missing:
            self._note_missing(operation)

    def _note_missing(self, operation: Operation) -> None:
        """Says once what cannot be done without an operation."""
        loss = LOSSES[operation.title]
        if loss is not Loss.NOTHING and loss not in self._lost:
            self._lost.add(loss)
            name = operation.name
            self._tell(Notice.warning(Code.NOT_OFFERED, loss=loss, operation=name))

    def start(self) -> None:
        """Loads the events, and settles what an earlier run left open."""
        self._events.load()
        self._restart.start()
        self._sold.start()

    async def close(self, seconds: float = 3.0) -> None:
        """Gives back what is held and not being sold, ends all work, and lets the server go."""
        self._window.rebuilt.disconnect(self._show_again)
        self._untie()
        if not self._payment.is_unsure:
            self._payment.end()
            self._order.clear()
        self._order.clear_parked()
        self._payment.next_buyer()
        self._sold.end()
        await self._tasks.close(seconds)
        await self._keeper.flush()
        await self.client.aclose()

    def _tie_all(self) -> None:
        for tie in (
            self._tie_browsing,
            self._tie_selling,
            self._tie_finding,
            self._tie_customer,
            self._tie_restart,
        ):
            tie(self._window)

    def _show_again(self) -> None:
        """The window's pages are new: they show what the old ones did, and are worked as those."""
        self._untie()
        self._tie_all()
        for page in self._pages:
            page.show_again()

    def _untie(self) -> None:
        for signal, slot in self._ties:
            signal.disconnect(slot)
        self._ties.clear()

    def set_attention(self, name: str) -> None:
        self._map.set_attention(_ATTENTION[name])

    def _tie_browsing(self, window: MainWindow) -> None:
        self._tie(window.events.search_changed, self._events.search)
        self._tie(window.events.event_chosen, self._events.open)
        self._tie(window.events.narrowed, self._events.narrow)
        self._tie(window.events.retry_asked, self._events.load)
        self._tie(window.map.seats_picked, self._map.pick)
        self._tie(window.map.party_picked, self._map.pick)
        self._tie(window.map.standing_asked, self._map.take_standing)
        self._tie(window.map.best_asked, self._map.take_best)
        self._tie(window.map.party_missed, self._map.miss_party)
        self._tie(window.map.too_many, self._map.refuse_many)
        self._tie(window.map.refresh_asked, self._map.refresh)
        self._tie(window.map.cancel_asked, self._map.cancel)
        self._tie(window.refresh_asked, self._map.refresh)
        self._tie(window.refresh_asked, self._events.load)
        self._tie(window.attention_changed, self.set_attention)

    def _tie_selling(self, window: MainWindow) -> None:
        self._tie(window.order.give_back_asked, self._order.give_back)
        self._tie(window.order.price_type_chosen, self._order.set_price_type)
        self._tie(window.order.more_asked, self._order.take_more)
        self._tie(window.order.clear_asked, self._order.clear)
        self._tie(window.order.undo_asked, self._order.undo)
        self._tie(window.order.keep_asked, self._order.keep)
        self._tie(window.keep_asked, self._order.keep)
        self._tie(window.order.keep_parked_asked, self._order.keep_parked)
        self._tie(window.order.name_typed, self._order.set_name)
        self._tie(window.order.anyway_asked, self._sell_anyway)
        self._tie(window.order.instead_asked, self._order.take_instead)
        self._tie(window.order.park_asked, self._order.park_or_resume)
        self._tie(window.park_asked, self._order.park_or_resume)
        self._tie(window.order.resume_asked, self._order.resume)
        self._tie(window.undo_asked, self._order.undo)
        self._tie(window.order.lost_asked, self._order.take_lost)
        self._tie(window.order.lost_dropped, self._order.forget_lost)
        self._tie(window.order.pay_asked, self._pay)
        self._tie(window.pay_asked, self._pay)
        self._tie(window.card_asked, self._pay_by_card)
        self._tie(window.order_wanted, self._bring_order)
        self._tie(window.activity_noticed, self._order.note_activity)
        self._tie(window.leave_asked, self._payment.ask_to_leave)
        payment = window.payment
        self._tie(payment.kind_chosen, self._payment.choose)
        self._tie(payment.amount_typed, self._payment.type_amount)
        self._tie(payment.reference_typed, self._payment.type_reference)
        self._tie(payment.tender_chosen, self._payment.choose_tender)
        self._tie(payment.part_asked, self._payment.add_part)
        self._tie(payment.part_removed, self._payment.remove_part)
        self._tie(payment.exact_asked, self._payment.exact)
        self._tie(payment.confirm_asked, self._payment.confirm)
        self._tie(payment.cancel_asked, self._payment.cancel)
        self._tie(payment.stay_asked, self._payment.stay)
        self._tie(payment.keep_asked, self._order.keep)
        self._tie(payment.again_asked, self._payment.take_again)
        self._tie(payment.print_asked, self._payment.print_again)
        self._tie(window.print_asked, self._print_again)
        self._tie(payment.stop_print_asked, self._payment.stop_printing)
        self._tie(payment.save_asked, self._payment.save_pdf)
        self._tie(payment.next_asked, self._payment.next_buyer)

    def _tie_customer(self, window: MainWindow) -> None:
        strip = window.order.customer
        self._tie(window.customer_asked, self._customer.open)
        self._tie(strip.open_asked, self._customer.open)
        self._tie(strip.close_asked, self._customer.close)
        self._tie(strip.remove_asked, self._customer.remove)
        self._tie(strip.first_asked, self._customer.choose_first)
        self._tie(strip.adding_asked, self._customer.begin_adding)
        self._tie(strip.search_changed, self._customer.search)
        self._tie(strip.chosen, self._customer.choose)
        self._tie(strip.add_asked, self._customer.add)

    def _pay(self) -> None:
        """To the till; a search for the customer that is still open is over."""
        self._customer.leave()
        self._payment.open()

    def _pay_by_card(self) -> None:
        self._customer.leave()
        self._payment.open(PaymentKind.CARD)

    def _bring_order(self) -> bool:
        """The order on screen in the place of sold orders, or of the sale that was made; returns
        whether it is there: a change of a sold order is not left half-way."""
        self._payment.next_buyer()
        self._finder.leave()
        self._restart.step_aside()
        return self._payment.state.phase is PaymentPhase.CLOSED and not self._finder.state.is_shown

    def _tie_finding(self, window: MainWindow) -> None:
        finder = window.finder
        self._tie(window.find_order_asked, self._open_finder)
        self._tie(finder.search_changed, self._finder.search)
        self._tie(finder.enter_asked, self._finder.enter)
        self._tie(finder.leave_asked, self._finder.close)
        self._tie(finder.order_chosen, self._finder.choose)
        self._tie(finder.give_back_asked, self._finder.give_back)
        self._tie(finder.exchange_asked, self._finder.exchange)
        self._tie(finder.price_type_asked, self._finder.sell_again)
        self._tie(finder.print_asked, self._finder.print_copy)
        self._tie(finder.stop_print_asked, self._finder.stop_printing)
        self._tie(finder.save_asked, self._finder.save_pdf)
        self._tie(finder.take_over_asked, self._finder.take_over)
        self._tie(finder.map_asked, self._finder.show_on_map)
        self._tie(window.scanned, self._finder.scan)

    def _open_finder(self) -> None:
        if not self._is_paying():
            self._finder.open()

    def _show_found(self, order_id: OrderId) -> None:
        """An order that a person has to look at; a payment that is open goes before it."""
        if not self._is_paying():
            self._finder.choose(order_id)

    def _is_paying(self) -> bool:
        return self._payment.state.phase.is_under_way

    def _is_idle(self) -> bool:
        """Nothing is under way yet: no map is open, no order begun, no sold order looked for."""
        has_order = self._order.state.rows or self._customer.state.is_open
        is_elsewhere = self._finder.state.is_shown or self._is_paying()
        return self._board.event_id is None and not has_order and not is_elsewhere

    def _end_sale(self) -> None:
        """The sale that is done, whose change is shown still, gives its place up."""
        if self._payment.state.phase is PaymentPhase.DONE:
            self._payment.next_buyer()

    def _print_again(self) -> None:
        """F12: the sale that was made last, also where the program was started anew since."""
        if self._payment.last is not None:
            self._payment.print_again()
        else:
            self._restart.print_last()

    def _tie_restart(self, window: MainWindow) -> None:
        restart = window.restart
        self._tie(restart.leave_asked, self._restart.leave)
        self._tie(restart.print_asked, self._restart.print_summary)
        self._tie(restart.sell_asked, self._restart.sell)
        self._tie(restart.give_up_asked, self._restart.give_up)
        self._tie(restart.go_on_asked, self._restart.go_on)
        self._tie(restart.give_back_asked, self._restart.give_back)
        self._tie(window.restart_asked, self._restart.open)

    def _show_on_map(self, event_id: EventId) -> None:
        """Opens an event, unless it is there already."""
        if self._board.event_id != event_id:
            self._show_event(event_id)

    def _show_event(self, event_id: EventId) -> None:
        self._events.open(event_id)

    def _take_news(self, events: Iterable[Event]) -> None:
        self._map.take_news(events)
        self._order.take_news(events)

    def _sell_anyway(self) -> None:
        """The clerk leaves single seats behind knowingly."""
        self._order.accept_gaps()
        self._pay()

    def _tie(self, signal: SignalInstance, slot: Any) -> None:
        signal.connect(slot)
        self._ties.append((signal, slot))
