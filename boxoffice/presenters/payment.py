"""Taking the money: counted, sold, printed; never sold twice, never printed before it is sold."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from boxoffice.connect.errors import ConnectError, Refused, SignedOut
from boxoffice.domain.money import Money
from boxoffice.domain.order import Order, OrderDoubt, doubt_about, totals_of
from boxoffice.domain.payment import (
    NotAnAmount,
    Payment,
    PaymentKind,
    likely_tenders,
    looks_like_card_number,
    parse_amount,
)
from boxoffice.journal.intents import JournalFailed
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.lines import rows_of
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order import OrderPresenter
from boxoffice.presenters.selling import NotSold, Seller
from boxoffice.presenters.states import (
    PaymentPhase,
    PaymentState,
    PaymentView,
    Printer,
    PrintFailed,
    Sale,
    Teller,
)
from boxoffice.presenters.tasks import Tasks

_UNSURE = (PaymentPhase.SENDING, PaymentPhase.CHECKING)


class PaymentPresenter:
    """The till of one desk.

    Args:
        tell: where notices go that outlive the payment.

    Attributes:
        last: the sale that was made last, to print again.
    """

    def __init__(
        self,
        view: PaymentView,
        order: OrderPresenter,
        seller: Seller,
        printer: Printer,
        tasks: Tasks,
        tell: Teller,
    ) -> None:
        self._view = view
        self._order = order
        self._seller = seller
        self._printer = printer
        self._tasks = tasks
        self._tell = tell
        self._due: Order | None = None
        self._is_sending = False
        self.last: Sale | None = None
        self.state = PaymentState()

    # --- what the clerk does ---

    def open(self) -> None:
        """Asks for the money for the order on screen, once its hold is renewed."""
        if self.state.phase is PaymentPhase.CLOSED and self._order.state.can_pay:
            self._tasks.buy(self._told(self._open()))

    def choose(self, kind: PaymentKind) -> None:
        if self.state.phase is PaymentPhase.TENDERING:
            self._show_tender(replace(self.state, kind=kind, notice=None))

    def type_amount(self, text: str) -> None:
        """What the clerk types as handed over; nothing typed means the exact amount."""
        if self.state.phase is PaymentPhase.TENDERING:
            self._show_tender(replace(self.state, tendered_text=text, notice=None))

    def choose_tender(self, amount: Money) -> None:
        """A sum by one press."""
        self.type_amount(str(amount.rounded().amount))

    def exact(self) -> None:
        """Takes the exact sum in cash and sells, in one press."""
        if self.state.phase is PaymentPhase.TENDERING:
            self._show_tender(replace(self.state, kind=PaymentKind.CASH, tendered_text=""))
            self.confirm()

    def type_reference(self, text: str) -> None:
        """The card terminal's reference."""
        if self.state.phase is PaymentPhase.TENDERING:
            self._show_tender(replace(self.state, reference=text, notice=None))

    def confirm(self) -> None:
        """Sells. A second press while the first is under way does nothing."""
        if self.state.phase is not PaymentPhase.TENDERING or self._is_sending or not self._due:
            return
        if (problem := self._problem()) is not None:
            self._show(replace(self.state, notice=problem))
            return
        payment = self._payment(self._due)
        if payment is not None:
            self._is_sending = True
            self._show(replace(self.state, phase=PaymentPhase.SENDING, notice=None))
            self._tasks.buy(self._told(self._sell(self._due, payment)))

    def cancel(self) -> None:
        """Back to the order; not while nobody knows whether it was sold."""
        if self.state.phase is PaymentPhase.TENDERING and not self._is_sending:
            self._close()

    def print_again(self) -> None:
        """Prints the last sale's summary once more."""
        if self.last is not None and not self.state.is_printing:
            self._tasks.browse("print", self._print(self.last))

    def save_pdf(self, path: Path) -> None:
        if self.last is not None:
            self._tasks.browse("save", self._save(self.last, path))

    def next_buyer(self) -> None:
        """Clears the screen for the next one."""
        if self.state.phase is PaymentPhase.DONE:
            self._close()

    @property
    def is_unsure(self) -> bool:
        """Whether an order is on its way and nobody knows yet what became of it."""
        return self.state.phase in _UNSURE

    # --- how it is done ---

    async def _open(self) -> None:
        before = self._order.order
        if before is None or (doubt := doubt_about(before)) is OrderDoubt.EMPTY:
            self._tell(Notice.warning(Code.DOUBT_EMPTY))
            return
        if doubt is not None:
            self._tell(_notice_of_doubt(doubt, before))
            return
        order = await self._order.renew()
        if order is None:
            return  # lost; the order's own screen says so
        if (doubt := doubt_about(order)) is not None:
            self._tell(_notice_of_doubt(doubt, order))
            return
        self._due = order
        state = PaymentState(
            PaymentPhase.TENDERING, total=order.total, tenders=likely_tenders(order.total)
        )
        self._show_tender(state)

    async def _sell(self, order: Order, payment: Payment) -> None:
        rows, offers = rows_of(order, self._order.offers), dict(self._order.offers)
        try:
            sold = await self._seller.sell(order, (payment,), self._in_doubt)
        except JournalFailed as error:
            notice = Notice.error(Code.NOT_RECORDED, reason=str(error))
            self._show(replace(self.state, phase=PaymentPhase.TENDERING, notice=notice))
            return
        except NotSold as not_sold:
            await self._not_sold(not_sold.cause)
            return
        finally:
            self._is_sending = False
        locations = tuple(
            (offer.event.id, offer.location)
            for offer in offers.values()
            if offer.location is not None
        )
        tickets = await self._seller.tickets(sold)
        totals = totals_of(order.lines, order.currency)
        self.last = Sale(sold, (payment,), rows, locations, totals, tickets)
        self._order.finish()
        self._due = None
        notice = Notice.good(Code.SOLD, order=str(sold.id))
        done = replace(self.state, phase=PaymentPhase.DONE, order_number=str(sold.id),
                       change=payment.change, notice=notice)  # fmt: skip
        self._show(done)
        self._tasks.browse("print", self._print(self.last))

    async def _not_sold(self, cause: ConnectError) -> None:
        """No money changes hands; what the server no longer holds goes back to the order."""
        notice = notice_of(cause, self._seller.address)
        if isinstance(cause, Refused) and cause.is_conflict:
            self._close()
            self._tell(notice)
            await self._order.reload()
        else:
            self._show(replace(self.state, phase=PaymentPhase.TENDERING, notice=notice))

    def _in_doubt(self, cause: ConnectError) -> None:
        notice = Notice.warning(Code.CHECKING)
        if isinstance(cause, SignedOut):
            notice = notice_of(cause, self._seller.address)
        self._show(replace(self.state, phase=PaymentPhase.CHECKING, notice=notice))

    async def _print(self, sale: Sale) -> None:
        self._show(replace(self.state, is_printing=True))
        try:
            name = await self._printer.print_summary(sale)
            notice = Notice.good(Code.PRINTED, printer=name)
        except PrintFailed as error:
            notice = Notice.warning(Code.NOT_PRINTED, reason=str(error))
        self._after_paper(replace(self.state, is_printing=False), notice)

    async def _save(self, sale: Sale, path: Path) -> None:
        try:
            saved = await self._printer.save_summary(sale, path)
            notice = Notice.good(Code.SAVED, path=str(saved))
        except PrintFailed as error:
            notice = Notice.warning(Code.NOT_PRINTED, reason=str(error))
        self._after_paper(self.state, notice)

    def _after_paper(self, state: PaymentState, notice: Notice) -> None:
        """Says it beside the sale; where the next buyer is being served, in the message bar."""
        if state.phase is PaymentPhase.DONE:
            self._show(replace(state, notice=notice))
        else:
            self._show(state)
            self._tell(notice)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ConnectError as error:
            self._tell(notice_of(error, self._seller.address))

    def _payment(self, order: Order) -> Payment | None:
        """The payment as it stands on the screen; None while it is not enough."""
        if self.state.kind is PaymentKind.CARD:
            reference = self.state.reference.strip()
            return Payment(PaymentKind.CARD, order.total, order.total, reference)
        tendered = self.state.tendered or order.total
        return Payment(PaymentKind.CASH, order.total, tendered)

    def _problem(self) -> Notice | None:
        """Why the payment cannot be confirmed as it stands."""
        state, total = self.state, self.state.total
        if total is None:
            return Notice.warning(Code.DOUBT_EMPTY)
        if state.kind is PaymentKind.CARD:
            if not state.reference.strip():
                return Notice.warning(Code.REFERENCE_MISSING)
            if looks_like_card_number(state.reference):
                return Notice.error(Code.CARD_NUMBER)
            return None
        if state.tendered_text.strip() and state.tendered is None:
            return Notice.warning(Code.NOT_AN_AMOUNT, text=state.tendered_text)
        if state.tendered is not None and state.tendered < total:
            return Notice.warning(Code.NOT_ENOUGH, missing=total - state.tendered)
        return None

    def _show_tender(self, state: PaymentState) -> None:
        """Shows what the sums on the screen mean."""
        tendered = change = None
        total = state.total
        if total is not None and state.kind is PaymentKind.CASH and state.tendered_text.strip():
            try:
                tendered = parse_amount(state.tendered_text, total.currency)
            except NotAnAmount:
                tendered = None
            if tendered is not None and tendered >= total:
                change = tendered - total
        self.state = replace(state, tendered=tendered, change=change)
        problem = self._problem()
        is_card = state.kind is PaymentKind.CARD
        shown = (
            problem if is_card and problem and problem.code is Code.CARD_NUMBER else state.notice
        )
        self._show(replace(self.state, can_confirm=problem is None, notice=shown))

    def _close(self) -> None:
        self._due = None
        self._show(PaymentState(is_printing=self.state.is_printing))

    def _show(self, state: PaymentState) -> None:
        self.state = state
        self._view.show_state(state)


def _notice_of_doubt(doubt: OrderDoubt, order: Order) -> Notice:
    if doubt is OrderDoubt.CURRENCIES:
        return Notice.error(Code.ONE_CURRENCY)
    if doubt is OrderDoubt.SUM:
        ours = totals_of(order.lines, order.currency).total
        return Notice.error(Code.DOUBT_SUM, ours=ours, server=order.total)
    return Notice.error(Code.DOUBT_PRICES)
