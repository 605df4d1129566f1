"""What the page of the payment can show."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol, assert_never

from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.presenters.common import LineRow
from boxoffice.presenters.notices import Notice


class PaymentPhase(Enum):
    CLOSED = "closed"
    TENDERING = "tendering"  # the clerk counts the money
    SENDING = "sending"
    CHECKING = "checking"  # the answer was lost; the server is being asked
    LOST = "lost"  # the seats are held no more; nothing was sold
    DONE = "done"

    @property
    def is_under_way(self) -> bool:
        """Whether the order is being paid, so that nothing else may change it."""
        match self:
            case PaymentPhase.TENDERING | PaymentPhase.LOST:
                return True
            case PaymentPhase.SENDING | PaymentPhase.CHECKING:
                return True
            case PaymentPhase.CLOSED | PaymentPhase.DONE:
                return False
            case _:
                assert_never(self)

    @property
    def is_unsure(self) -> bool:
        """Whether nobody knows just now if the order is sold."""
        match self:
            case PaymentPhase.SENDING | PaymentPhase.CHECKING:
                return True
            case PaymentPhase.CLOSED | PaymentPhase.TENDERING:
                return False
            case PaymentPhase.LOST | PaymentPhase.DONE:
                return False
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class PriceChange:
    """That an order costs something else than it did on the screen."""

    old: Money
    new: Money


@dataclass(frozen=True, slots=True)
class PaymentState:
    """Taking the money, and what follows it.

    Attributes:
        tendered_text: what the clerk typed; `tendered` what it means. Nothing typed means the rest.
        tenders: likely sums beside the exact one, for one press each.
        change: what goes back; None while it is not known.
        parts: the payments taken so far, in their order; `due` is what they leave; of a sale
            that is done, all of them.
        can_add: what is entered can be taken as one more part.
        changed: that the price is another than it was on the screen; until the clerk agrees.
        customer: to whom an invoice goes.
        replaces: the order whose seats go back in an exchange; `total` is the difference then, and
            `returned` what those seats cost.
        rows: what is paid for.
        hold_seconds, is_kept: as in the order's state.
        asks_to_leave: the clerk is asked whether to leave the payment.
        is_busy: lost seats are being taken again.
        needs_reference: a card is not taken without the reference of the terminal.
    """

    phase: PaymentPhase = PaymentPhase.CLOSED
    kind: PaymentKind = PaymentKind.CASH
    total: Money | None = None
    tendered_text: str = field(default="", repr=False)
    tendered: Money | None = None
    tenders: tuple[Money, ...] = ()
    change: Money | None = None
    reference: str = field(default="", repr=False)
    can_confirm: bool = False
    order_number: str = ""
    is_printing: bool = False
    notice: Notice | None = None
    parts: tuple[Payment, ...] = ()
    due: Money | None = None
    can_add: bool = False
    changed: PriceChange | None = None
    customer: Customer | None = None
    replaces: OrderId | None = None
    returned: Money | None = None
    rows: tuple[LineRow, ...] = ()
    hold_seconds: int | None = None
    is_kept: bool = False
    asks_to_leave: bool = False
    is_busy: bool = False
    needs_reference: bool = True

    @property
    def pays_out(self) -> bool:
        """Whether money goes back to the buyer: the new seats of an exchange cost less."""
        return self.total is not None and self.total.amount < 0


class PaymentView(Protocol):
    def show_state(self, state: PaymentState) -> None: ...
