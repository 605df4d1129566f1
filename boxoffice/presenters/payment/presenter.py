"""Taking the money: counted, sold, printed; never sold twice, never printed before it is sold."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from boxoffice.connect.errors import ConnectError, Refused, SignedOut
from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import Order, doubt_about
from boxoffice.domain.orders.payment import Payment, PaymentKind, looks_like_card_number
from boxoffice.domain.preferences import Preferences
from boxoffice.journal.intents import Intent, JournalFailed
from boxoffice.presenters.common import Sale, Teller
from boxoffice.presenters.faults import notice_of, notice_of_doubt, reason_of
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.presenter import OrderPresenter
from boxoffice.presenters.order.state import OrderState
from boxoffice.presenters.payment import tender
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState, PaymentView
from boxoffice.presenters.sale.paperwork import Paperwork
from boxoffice.presenters.sale.seller import LeftOpen, NotSold, Seller
from boxoffice.presenters.tasks import Tasks

_CARD_NUMBER_STAYS = 0.4  # seconds after the last key: it may have to be read to the end first


class PaymentPresenter:
    """The till of one session.

    Args:
        tell: where notices go that outlive the payment.
        preferences: what is set for this counter, now.

    Attributes:
        last: the sale that was made last, to print again.
    """

    def __init__(
        self,
        view: PaymentView,
        order: OrderPresenter,
        seller: Seller,
        paperwork: Paperwork,
        tasks: Tasks,
        tell: Teller,
        preferences: Callable[[], Preferences] = Preferences,
    ) -> None:
        self._view = view
        self._order = order
        self._seller = seller
        self._paperwork = paperwork
        self._tasks = tasks
        self._tell = tell
        self._preferences = preferences
        self._due: Order | None = None
        self._on_left_open: Callable[[Intent, ConnectError], None] = lambda *_: None
        self._printing: set[OrderId] = set()
        self._is_opening = self._is_ended = False
        self._is_sending = False
        self.last: Sale | None = None
        self._shown: Sale | None = None  # on the screen, and not known to have been seen
        self.state = PaymentState()
        order.watch(self._follow)
        order.tell_of_refusals(self.ask_to_leave)

    # --- what the clerk does ---

    def open(self, kind: PaymentKind = PaymentKind.CASH) -> None:
        """Asks for the money for the order on screen, once its hold is renewed.

        Args:
            kind: how it will be paid, as far as is known yet.
        """
        is_free = self.state.phase is PaymentPhase.CLOSED and not self._is_opening
        if is_free and self._order.state.can_pay:
            self._is_opening = True
            self._tasks.buy(self._told(self._open(kind)))

    def choose(self, kind: PaymentKind) -> None:
        """Another way to pay; an amount that was typed stays where it can be a part."""
        if self._may_enter:
            given, due = self.state.tendered, self.state.due
            is_part = given is not None and due is not None and given <= due
            text = self.state.tendered_text if is_part else ""
            self._enter(kind=kind, tendered_text=text, reference="")

    def type_amount(self, text: str) -> None:
        """What the clerk types as handed over, or as a part; nothing typed means all that is due"""
        if self._may_enter:
            self._enter(tendered_text=text)

    def choose_tender(self, amount: Money) -> None:
        """A sum by one press."""
        self.type_amount(str(amount.rounded().amount))

    def exact(self) -> None:
        """Takes all that is due in cash and sells, in one press."""
        if self._may_enter:
            self._enter(kind=PaymentKind.CASH, tendered_text="", reference="")
            self.confirm()

    def type_reference(self, text: str) -> None:
        """The card terminal's reference, or the voucher's number. A card's number does not stay."""
        if self._may_enter:
            self._enter(reference=text)
            if looks_like_card_number(text):
                self._tasks.browse("card number", self._forget_card_number())

    def add_part(self) -> None:
        """Takes what is entered as a part of the payment."""
        if not self._may_enter or self.state.changed is not None:
            return
        problem = tender.part_problem(self.state)
        if problem is not None or not self.state.can_add:
            self._refuse(problem, has_card_number=tender.has_card_number(self.state))
            return
        parts = (*self.state.parts, tender.part(self.state))
        self._enter(parts=parts, kind=PaymentKind.CASH, tendered_text="", reference="")

    def remove_part(self, index: int) -> None:
        """Takes a part out again, by its place in the list."""
        if self._may_enter:
            parts = tuple(p for i, p in enumerate(self.state.parts) if i != index)
            self._enter(parts=parts)

    def confirm(self) -> None:
        """Sells. A second press while the first is under way does nothing."""
        if not self._may_enter or not self._due:
            return
        if self._order.state.is_busy:
            self._refuse(Notice.warning(Code.ORDER_BUSY))
        elif self._order.state.is_overdue:
            self._refuse(Notice.warning(Code.HOLD_CHECKED))
        elif self.state.changed is not None:
            self._enter(changed=None)
        elif (problem := tender.problem(self.state)) is not None:
            self._refuse(problem, has_card_number=tender.has_card_number(self.state))
        else:
            paid = tender.payments(self.state)
            self._is_sending = True
            self._show(replace(self.state, phase=PaymentPhase.SENDING, notice=None))
            self._tasks.buy(self._told(self._sell(self._due, paid)))

    def cancel(self) -> None:
        """Back to the order; not while nobody knows whether it was sold. Where parts were taken, it
        is asked first; the second time it is done."""
        if self.state.phase is PaymentPhase.LOST and not self.state.is_busy:
            self._drop(None)
        elif self._may_enter and tender.taken(self.state) and not self.state.asks_to_leave:
            self.ask_to_leave()
        elif self._may_enter:
            self._drop(None)

    def ask_to_leave(self) -> None:
        """Asks whether to leave the payment: only then can the order be changed."""
        if self._may_enter:
            self._show_tender(replace(self.state, asks_to_leave=True))

    def stay(self) -> None:
        """Goes on with the payment."""
        if self._may_enter:
            self._enter()

    def take_again(self) -> None:
        """Takes the seats again whose hold was lost; the payment goes on where all come back."""
        if self.state.phase is PaymentPhase.LOST and self._due and not self.state.is_busy:
            self._show(replace(self.state, is_busy=True, notice=None))
            self._tasks.buy(self._take_again(self._due))

    def end(self) -> None:
        """Ends a payment that was not sent, for good; parts that were taken go back to the
        buyer."""
        self._is_ended = True
        if self._is_opening:
            self._order.hold_on_screen(False)
        if self.state.phase.is_under_way and not self.is_unsure:
            self._drop(None)

    def print_again(self) -> None:
        """Prints the last sale's summary once more."""
        if self.last is not None and not self._prints_last:
            self._start_print(self.last)

    def stop_printing(self) -> None:
        """Gives up printing the last sale's summary."""
        if self.last is not None:
            self._paperwork.stop_printing(self.last.order.id)

    def save_pdf(self, path: Path) -> None:
        if self.last is not None:
            self._tasks.browse("save", self._save(self.last, path))

    def next_buyer(self) -> None:
        """Clears the screen for the next one: what was sold has been seen."""
        if self.state.phase is PaymentPhase.DONE:
            self._close()
            if self._shown is not None:
                self._tasks.buy(self._seller.mark_told(self._shown.order.external_id))
                self._shown = None

    def tell_of_left_open(self, on_left_open: Callable[[Intent, ConnectError], None]) -> None:
        """From now on `on_left_open` is called with a sale of which nobody can say what became of
        it, and why: the clerk has to decide."""
        self._on_left_open = on_left_open

    @property
    def is_unsure(self) -> bool:
        """Whether an order is on its way and nobody knows yet what became of it."""
        return self.state.phase.is_unsure

    # --- how it is done ---

    @property
    def _may_enter(self) -> bool:
        return self.state.phase is PaymentPhase.TENDERING and not self._is_sending

    def _enter(self, **entered: Any) -> None:
        """Takes over what the clerk entered; what was told of what stood there before is over, and
        she stays."""
        over = {"notice": None, "asks_to_leave": False}
        self._show_tender(replace(self.state, **over | entered))

    def _refuse(self, problem: Notice | None, *, has_card_number: bool = False) -> None:
        """Says what is in the way; a card's number is taken off the screen."""
        state = replace(self.state, reference="") if has_card_number else self.state
        self._show(replace(tender.read(state, is_busy=self._must_wait), notice=problem))

    async def _forget_card_number(self) -> None:
        await asyncio.sleep(_CARD_NUMBER_STAYS)
        if self._may_enter and looks_like_card_number(self.state.reference):
            self._refuse(Notice.error(Code.CARD_NUMBER), has_card_number=True)

    async def _open(self, kind: PaymentKind) -> None:
        self._order.hold_on_screen(True)
        try:
            await self._ask_for_money(kind)
        finally:
            self._is_opening = False
            self._order.hold_on_screen(self.state.phase.is_under_way)

    async def _ask_for_money(self, kind: PaymentKind) -> None:
        before = self._order.order
        if before is None:
            self._tell(Notice.warning(Code.DOUBT_EMPTY))
            return
        if (doubt := doubt_about(before)) is not None:
            self._tell(notice_of_doubt(doubt, before))
            return
        order = await self._order.renew()
        if order is None or self._is_ended:
            return  # lost, as the order's own screen says; or the counter closes
        if (doubt := doubt_about(order)) is not None:
            self._tell(notice_of_doubt(doubt, order))
            return
        self._due = order
        exchange = self._order.exchange
        state = PaymentState(
            PaymentPhase.TENDERING,
            kind=kind,
            customer=self._order.state.customer,
            replaces=exchange.order_id if exchange else None,
            returned=exchange.value if exchange else None,
            parts=self._order.parts,
            needs_reference=self._preferences().needs_reference,
            **self._of_order(self._order.state),
        )
        self._show_tender(tender.changed_price(state, self._cost(before), self._cost(order)))

    def _cost(self, order: Order) -> Money:
        """What the buyer pays for the order; of an exchange, the difference."""
        exchange = self._order.exchange
        return order.total if exchange is None else exchange.due(order.total)

    def _of_order(self, shown: OrderState) -> dict[str, Any]:
        """What the payment shows of the order."""
        return {"rows": shown.rows, "hold_seconds": shown.hold_seconds, "is_kept": shown.is_kept}

    def _follow(self, shown: OrderState) -> None:
        """Its customer and its hold may change while it is paid; at the server, all of it."""
        if not self._may_enter or self._due is None:
            return
        order = shown.order
        if order is None:
            self._lose(shown)
            return
        state = replace(self.state, **self._of_order(shown))
        if shown.customer != state.customer:
            state = replace(state, customer=shown.customer, notice=None)
        if not shown.is_busy and order.lines != self._due.lines:
            if (doubt := doubt_about(order)) is not None:
                self._drop(notice_of_doubt(doubt, order))
                return
            if order.total != self._due.total:
                old, new = self._cost(self._due), self._cost(order)
                state = tender.changed_price(state, old, new)
            self._due = order
        read = tender.read(state, is_busy=shown.is_busy or shown.is_overdue)
        if read != self.state:
            self._show(read)

    async def _sell(self, order: Order, payments: tuple[Payment, ...]) -> None:
        try:
            sale = await self._seller.sell(
                order,
                payments,
                self._in_doubt,
                offers=dict(self._order.offers),
                customer=self.state.customer,
                exchange=self._order.exchange,
            )
        except JournalFailed as error:
            self._is_sending = False
            notice = Notice.error(Code.NOT_RECORDED, reason=str(error))
            self._show(replace(self.state, phase=PaymentPhase.TENDERING, notice=notice))
            return
        except NotSold as not_sold:
            self._is_sending = False
            await self._not_sold(not_sold.cause)
            await self._seller.mark_told(not_sold.external_id)
            return
        except LeftOpen as left:
            self._is_sending = False
            self._order.leave_undecided()
            self._close()
            self._on_left_open(left.intent, left.cause)
            return
        finally:
            self._is_sending = False
        self.last = self._shown = sale
        self._order.finish()
        self._due = None
        total = self.state.total or order.total
        change = Money.total((paid.change for paid in payments), order.currency)
        if self.state.pays_out:
            change = -total
        number = str(sale.order.id)
        self._show(
            PaymentState(
                PaymentPhase.DONE,
                total=total,
                order_number=number,
                change=change,
                parts=payments,
                rows=sale.rows,
                replaces=sale.order.exchange_of,
                returned=self.state.returned,
                notice=Notice.good(Code.SOLD, order=number),
            )
        )
        if self._preferences().prints:
            self._start_print(sale)

    async def _not_sold(self, cause: ConnectError) -> None:
        """No money changes hands; what the server no longer holds goes back to the order."""
        if isinstance(cause, Refused) and cause.is_conflict:
            await self._part_from(cause)
            return
        notice = notice_of(cause, self._seller.address)
        self._show(replace(self.state, phase=PaymentPhase.TENDERING, notice=notice))
        if isinstance(cause, Refused):
            await self._order.reload()  # it may cost something else by now

    async def _part_from(self, cause: Refused) -> None:
        """The server does not sell the order as it was: its seats are lost, or it has others."""
        try:
            await self._order.reload()
        finally:
            if self._order.order is None:
                self._lose(self._order.state)
            else:
                self._drop(notice_of(cause, self._seller.address), reason_of(cause))

    def _lose(self, shown: OrderState) -> None:
        """The order is gone; where it can be had again, that is offered here, its parts kept."""
        if self._due is None or self._due.id not in {row.order_id for row in shown.lost}:
            self._drop(None)
            return
        lost = replace(
            self.state,
            phase=PaymentPhase.LOST,
            notice=None,
            asks_to_leave=False,
            hold_seconds=None,
            reference="",
            tendered_text="",
        )
        self._show(lost)

    async def _take_again(self, before: Order) -> None:
        """The parts count on only where the buyer gets the same seats at the same price."""
        try:
            order = await self._order.take_again(before.id)
        except ConnectError as error:
            self._show(replace(self.state, notice=notice_of(error, self._seller.address)))
            return
        finally:
            self._show(replace(self.state, is_busy=False))
        is_same = order is not None and order.places == before.places
        if order is None or not is_same or order.total != before.total or doubt_about(order):
            self._drop(None)
            return
        self._due = order
        state = replace(self.state, phase=PaymentPhase.TENDERING, is_busy=False)
        self._show_tender(replace(state, **self._of_order(self._order.state)))

    def _drop(self, why: Notice | None, reason: str = "") -> None:
        """Ends a payment that cannot come to be; parts that were taken go back to the buyer.

        Args:
            reason: the server's, why it is not sold.
        """
        taken = tender.taken(self.state)
        self._close()
        if taken:
            why = Notice.error(Code.GIVE_BACK, amount=taken, reason=reason)
        if why is not None:
            self._tell(why)

    def _in_doubt(self, cause: ConnectError) -> None:
        notice = Notice.warning(Code.CHECKING)
        if isinstance(cause, SignedOut):
            notice = notice_of(cause, self._seller.address)
        self._show(replace(self.state, phase=PaymentPhase.CHECKING, notice=notice))

    @property
    def _prints_last(self) -> bool:
        return self.last is not None and self.last.order.id in self._printing

    def _start_print(self, sale: Sale) -> None:
        """Prints it; what is still being printed of sales before goes on beside it."""
        self._tasks.browse(f"print {sale.order.id}", self._print(sale))

    async def _print(self, sale: Sale) -> None:
        self._printing.add(sale.order.id)
        self._show(replace(self.state, is_printing=self._prints_last))
        try:
            outcome = await self._paperwork.print_summary(sale)
        finally:
            self._printing.discard(sale.order.id)
        self._after_paper(sale, outcome.notice)

    async def _save(self, sale: Sale, path: Path) -> None:
        self._after_paper(sale, await self._paperwork.save_summary(sale, path))

    def _after_paper(self, sale: Sale, notice: Notice) -> None:
        """Says it beside the sale; where the next buyer is being served, in the message bar."""
        state = replace(self.state, is_printing=self._prints_last)
        if state.phase is PaymentPhase.DONE and sale is self.last:
            self._show(replace(state, notice=notice))
        else:
            self._show(state)
            self._tell(notice)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ConnectError as error:
            self._tell(notice_of(error, self._seller.address))

    def _show_tender(self, state: PaymentState) -> None:
        """Shows what the sums on the screen mean."""
        self._show(tender.read(state, is_busy=self._must_wait))

    @property
    def _must_wait(self) -> bool:
        """Whether nothing may be sold now: the order is changing, or its hold is in doubt."""
        return self._order.state.is_busy or self._order.state.is_overdue

    def _close(self) -> None:
        self._due = None
        self._order.set_parts(())
        self._show(PaymentState(is_printing=self.state.is_printing))

    def _show(self, state: PaymentState) -> None:
        self.state = state
        if not self._is_opening or state.phase.is_under_way:
            self._order.hold_on_screen(state.phase.is_under_way)
        self._view.show_state(state)
        if state.phase is PaymentPhase.TENDERING:
            self._order.set_parts(state.parts)
