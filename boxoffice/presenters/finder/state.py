"""What the page of sold orders can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from boxoffice.domain.ids import Place, PriceTypeId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.sold_order import RecordedOrder
from boxoffice.domain.orders.ticket import Ticket
from boxoffice.presenters.common import LineRow
from boxoffice.presenters.notices import Notice


@dataclass(frozen=True, slots=True)
class OpenedOrder:
    """An order as the server tells it now: sold here or elsewhere, or one that only has its number.

    Attributes:
        rows: the seats that it has still, or had when it was cancelled.
        tickets: all that were issued, voided ones included.
        buyer: the customer's name, empty for nobody in particular.
        payments: as this workstation remembers them; none where another one sold it.
        printed_at: when its paper was printed first; None where that is not known.
        returned: what was given back so far and how, as far as it was done here.
        on_map: the seats are of the event on the map.
        named: the seats by which it was found: on the map, or by scans of their tickets.
        prices: what each seat costs at the price types that it may have, as far as is known here;
            the server has the last word when it is taken.
    """

    order: Order
    rows: tuple[LineRow, ...]
    tickets: tuple[Ticket, ...] = ()
    buyer: str = field(default="", repr=False)
    payments: tuple[Payment, ...] = ()
    printed_at: datetime | None = None
    returned: tuple[Payment, ...] = ()
    on_map: bool = False
    named: frozenset[Place] = frozenset()
    prices: Mapping[tuple[Place, PriceTypeId], Money] = field(default_factory=dict)

    @property
    def can_change(self) -> bool:
        """Whether seats may be given back, or exchanged."""
        return self.order.status is OrderStatus.COMPLETED and bool(self.rows)

    @property
    def is_held(self) -> bool:
        """Whether it holds seats and is not sold: a till may go on with it."""
        return self.order.status is OrderStatus.OPEN and bool(self.rows)

    @property
    def was_sold(self) -> bool:
        """Whether there is a sale to be printed, given back since or not."""
        return self.order.status is OrderStatus.COMPLETED or bool(self.tickets)

    @property
    def ways_back(self) -> tuple[PaymentKind, ...]:
        """How money can go back to the buyer; by invoice only where it was paid so."""
        paid = {part.kind for part in self.payments}
        return tuple(k for k in PaymentKind if not k.traits.needs_customer or k in paid)

    @property
    def first_way_back(self) -> PaymentKind | None:
        """The way it was paid first; None where nobody here knows."""
        return self.payments[0].kind if self.payments else None

    def worth(self, places: frozenset[Place]) -> Money:
        """What the buyer gets back for these seats."""
        lines = (row.line for row in self.rows)
        return Money.total((x.total for x in lines if x.place in places), self.order.currency)


@dataclass(frozen=True, slots=True)
class FinderState:
    """Finding a sold order, and what is done with it.

    Attributes:
        found: the orders of this workstation that match `search`, newest first.
        done: of a change under way, how many seats are done of how many; None without one.
        scanned: by what scan the order was opened; empty where it was not.
        named: the seats that it was asked for by until then.
    """

    is_shown: bool = False
    search: str = field(default="", repr=False)
    found: tuple[RecordedOrder, ...] = ()
    opened: OpenedOrder | None = None
    is_loading: bool = False
    is_busy: bool = False
    done: tuple[int, int] | None = None
    notice: Notice | None = None
    is_printing: bool = False
    scanned: str = ""
    named: frozenset[Place] = frozenset()


class FinderView(Protocol):
    def show_state(self, state: FinderState) -> None: ...
