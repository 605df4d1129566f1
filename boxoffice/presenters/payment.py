"""Taking the money: counted, sold, printed; never sold twice, never printed before it is sold."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from boxoffice.connect.errors import ConnectError, Refused, SignedOut
from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.order import Order, doubt_about
from boxoffice.domain.payment import Payment, PaymentKind, looks_like_card_number
from boxoffice.journal.intents import JournalFailed
from boxoffice.presenters import tender
from boxoffice.presenters.faults import not_printed, notice_of, notice_of_doubt
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order import OrderPresenter
from boxoffice.presenters.selling import NotSold, Seller
from boxoffice.presenters.states import (
    OrderState,
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
_CARD_NUMBER_STAYS = 0.4  # seconds after the last key: it may have to be read to the end first


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
        self._printing: set[OrderId] = set()
        self._is_opening = False
        self._is_sending = False
        self.last: Sale | None = None
        self._shown: Sale | None = None  # on the screen, and not known to have been seen
        self.state = PaymentState()
        order.watch(self._follow)

    # --- what the clerk does ---

    def open(self) -> None:
        """Asks for the money for the order on screen, once its hold is renewed."""
        is_free = self.state.phase is PaymentPhase.CLOSED and not self._is_opening
        if is_free and self._order.state.can_pay:
            self._is_opening = True
            self._tasks.buy(self._told(self._open()))

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
            self._refuse(problem)
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
        elif self.state.changed is not None:
            self._enter(changed=None)
        elif (problem := tender.problem(self.state)) is not None:
            self._refuse(problem)
        else:
            paid = tender.payments(self.state)
            self._is_sending = True
            self._show(replace(self.state, phase=PaymentPhase.SENDING, notice=None))
            self._tasks.buy(self._told(self._sell(self._due, paid)))

    def cancel(self) -> None:
        """Back to the order; not while nobody knows whether it was sold. Parts are asked about."""
        if self._may_enter:
            taken, notice = tender.taken(self.state), self.state.notice
            if taken and (notice is None or notice.code is not Code.PARTS_TAKEN):
                self._refuse(Notice.warning(Code.PARTS_TAKEN, amount=taken))
            else:
                self._close()

    def print_again(self) -> None:
        """Prints the last sale's summary once more."""
        if self.last is not None and not self._prints_last:
            self._start_print(self.last)

    def stop_printing(self) -> None:
        """Gives up printing the last sale's summary."""
        if self.last is not None:
            self._printer.stop_printing(self.last.order.id)

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

    @property
    def is_unsure(self) -> bool:
        """Whether an order is on its way and nobody knows yet what became of it."""
        return self.state.phase in _UNSURE

    # --- how it is done ---

    @property
    def _may_enter(self) -> bool:
        return self.state.phase is PaymentPhase.TENDERING and not self._is_sending

    def _enter(self, **entered: Any) -> None:
        """Takes over what the clerk entered; what was told of what stood there before is over."""
        self._show_tender(replace(self.state, **{"notice": None} | entered))

    def _refuse(self, problem: Notice | None) -> None:
        is_card = problem is not None and problem.code is Code.CARD_NUMBER
        state = replace(self.state, reference="") if is_card else self.state
        self._show(replace(tender.read(state, is_busy=self._order.state.is_busy), notice=problem))

    async def _forget_card_number(self) -> None:
        await asyncio.sleep(_CARD_NUMBER_STAYS)
        if self._may_enter and looks_like_card_number(self.state.reference):
            self._refuse(Notice.error(Code.CARD_NUMBER))

    async def _open(self) -> None:
        try:
            await self._ask_for_money()
        finally:
            self._is_opening = False

    async def _ask_for_money(self) -> None:
        before = self._order.order
        if before is None:
            self._tell(Notice.warning(Code.DOUBT_EMPTY))
            return
        if (doubt := doubt_about(before)) is not None:
            self._tell(notice_of_doubt(doubt, before))
            return
        order = await self._order.renew()
        if order is None:
            return  # lost; the order's own screen says so
        if (doubt := doubt_about(order)) is not None:
            self._tell(notice_of_doubt(doubt, order))
            return
        self._due = order
        exchange = self._order.exchange
        state = PaymentState(
            PaymentPhase.TENDERING, customer=self._order.state.customer,
            replaces=exchange.order_id if exchange else None,
        )  # fmt: skip
        self._show_tender(tender.changed_price(state, self._cost(before), self._cost(order)))

    def _cost(self, order: Order) -> Money:
        """What the buyer pays for the order; of an exchange, the difference."""
        exchange = self._order.exchange
        return order.total if exchange is None else exchange.due(order.total)

    def _follow(self, shown: OrderState) -> None:
        """The order may change while it is paid: its customer, its seats, and what it costs."""
        if not self._may_enter or self._due is None:
            return
        state, order = self.state, shown.order
        if shown.customer != state.customer:
            state = replace(state, customer=shown.customer, notice=None)
        if not shown.is_busy and order is not None and order.lines != self._due.lines:
            if (doubt := doubt_about(order)) is not None:
                self._drop(notice_of_doubt(doubt, order))
                return
            if order.total != self._due.total:
                old, new = self._cost(self._due), self._cost(order)
                state = tender.changed_price(state, old, new)
            self._due = order
        if order is None:
            self._drop(None)
            return
        read = tender.read(state, is_busy=shown.is_busy)
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
                notice=Notice.good(Code.SOLD, order=number),
            )
        )
        self._start_print(sale)

    async def _not_sold(self, cause: ConnectError) -> None:
        """No money changes hands; what the server no longer holds goes back to the order."""
        notice = notice_of(cause, self._seller.address)
        if isinstance(cause, Refused) and cause.is_conflict:
            self._drop(notice)
            await self._order.reload()
            return
        self._show(replace(self.state, phase=PaymentPhase.TENDERING, notice=notice))
        if isinstance(cause, Refused):
            await self._order.reload()  # it may cost something else by now

    def _drop(self, why: Notice | None) -> None:
        """Ends a payment that cannot come to be; parts that were taken go back to the buyer."""
        taken = tender.taken(self.state)
        self._close()
        if taken:
            reason = why.params.get("reason", "") if why else ""
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
            name = await self._printer.print_summary(sale)
            notice = Notice.good(Code.PRINTED, printer=name)
        except PrintFailed as error:
            notice = not_printed(sale, error)
        finally:
            self._printing.discard(sale.order.id)
        self._after_paper(sale, notice)

    async def _save(self, sale: Sale, path: Path) -> None:
        try:
            saved = await self._printer.save_summary(sale, path)
            notice = Notice.good(Code.SAVED, path=str(saved))
        except PrintFailed as error:
            notice = Notice.warning(Code.NOT_SAVED, order=str(sale.order.id), reason=str(error))
        self._after_paper(sale, notice)

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
        self._show(tender.read(state, is_busy=self._order.state.is_busy))

    def _close(self) -> None:
        self._due = None
        self._show(PaymentState(is_printing=self.state.is_printing))

    def _show(self, state: PaymentState) -> None:
        self.state = state
        self._view.show_state(state)
