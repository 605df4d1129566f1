"""What the order on screen and the others of this counter can show."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from boxoffice.domain.catalogue import Event
from boxoffice.domain.ids import OrderId, Place, PriceTypeId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import Order, Totals
from boxoffice.domain.rules import Broken
from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.presenters.notices import Notice


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """An order that waits while another one is on screen.

    Attributes:
        buyer: the customer's name, empty for nobody in particular.
        first: the first of its seats.
        hold_seconds: what is left of its hold; None without one.
        name: what the clerk calls it; empty for its first seat and `parked_at`.
        parked_at: when it was put aside, on the counter's clock.
        total: what it costs.
    """

    order_id: OrderId
    buyer: str = field(repr=False)
    first: SeatName
    count: int
    hold_seconds: int | None
    name: str = field(default="", repr=False)
    parked_at: datetime | None = None
    total: Money | None = None


@dataclass(frozen=True, slots=True)
class LostRow:
    """An order whose hold is gone, and whose seats may be taken again.

    Attributes:
        seats: event by event, under the event's name.
        name: what the clerk calls it, or its buyer; empty for neither.
    """

    order_id: OrderId
    seats: tuple[tuple[str, tuple[SeatName, ...]], ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A sales rule that is not met, with the names that its sentence needs; empty where none is.

    Attributes:
        gaps: the single seats left behind that are on the map.
        until: when the rule ends to hold, in the venue's zone; None where it does not.
    """

    broken: Broken
    event: str = ""
    price_type: str = ""
    category: str = ""
    other_type: str = ""
    gaps: tuple[SeatName, ...] = ()
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class OrderState:
    """The order on screen.

    Attributes:
        pending: seats on their way to the server, by name.
        hold_seconds: what is left of the hold; None without one.
        is_busy: a change is under way; paying waits for it.
        broken: the sales rules that are not met; nothing is sold while there are any.
        called_off: events with seats in the order that were cancelled meanwhile; nothing is sold
            while there are any.
        left_alone: single free seats that the order leaves behind: advice, where no rule forbids.
        instead: free seats like those that were lost, to be taken by one press.
        due: what the buyer pays in an exchange; negative where money goes back.
        parked: the orders that wait.
        name: what the clerk calls the order; it is parked under it.
        lost: orders whose hold is gone, the last one first.
        is_kept: the hold is renewed by itself, since it is paid and somebody is at the counter.
        hold_is_ending: `notice` warns that the hold ends soon.
        frequent: the price types that this counter has sold since it was started, the most frequent
            first.
        beside_another: the price types of its events that are for companions of wheelchairs alone.
        wheelchairs: the seats of the order that are for wheelchairs or beside one, and those of
            events that are not on the map, of which nobody here knows.
    """

    order: Order | None = None
    rows: tuple[LineRow, ...] = ()
    pending: tuple[SeatName, ...] = ()
    totals: Totals | None = None
    hold_seconds: int | None = None
    is_busy: bool = False
    can_pay: bool = False
    can_undo: bool = False
    notice: Notice | None = None
    customer: Customer | None = None
    broken: tuple[RuleRow, ...] = ()
    called_off: tuple[Event, ...] = ()
    left_alone: tuple[SeatName, ...] = ()
    instead: tuple[SeatName, ...] = ()
    exchange: Exchange | None = None
    due: Money | None = None
    parked: tuple[ParkedRow, ...] = ()
    name: str = ""
    lost: tuple[LostRow, ...] = ()
    is_kept: bool = False
    hold_is_ending: bool = False
    frequent: tuple[PriceTypeId, ...] = ()
    beside_another: frozenset[PriceTypeId] = frozenset()
    wheelchairs: frozenset[Place] = frozenset()

    @property
    def is_overdue(self) -> bool:
        """Whether the hold is over by our clock, and the server has not said yet what is left."""
        return self.hold_seconds is not None and self.hold_seconds <= 0


class OrderView(Protocol):
    def show_state(self, state: OrderState) -> None: ...
