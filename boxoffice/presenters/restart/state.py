"""What the page after a crash can show: what became of sales, and what is still held."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from boxoffice.domain.ids import EventId, OrderId
from boxoffice.domain.money import Money
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.notices import Notice
from boxoffice.presenters.sale.state import Standing


@dataclass(frozen=True, slots=True)
class EventOfOrder:
    """An event by its name and when it starts, in the venue's zone."""

    name: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A sale that was on its way, or that nobody saw the end of.

    Attributes:
        external_id: the counter's own number of it.
        standing: None while the server is being asked.
        seats, events: as far as they are known.
        paid: what the buyer pays for it; negative where money goes back.
        change: what goes back to the buyer of what was handed over.
        begun_at: when the money was taken.
        can_print: its summary can be printed.
        is_copy: paper of it may have come out already.
    """

    external_id: str
    order_id: OrderId
    standing: Standing | None = None
    seats: tuple[SeatName, ...] = ()
    events: tuple[EventOfOrder, ...] = ()
    paid: Money | None = None
    change: Money | None = None
    begun_at: datetime | None = None
    can_print: bool = False
    is_copy: bool = False
    is_printing: bool = False
    notice: Notice | None = None

    @property
    def is_certain(self) -> bool:
        """Whether it is known how it stands, and there is nothing to decide."""
        return self.standing is not None and self.standing.is_certain


@dataclass(frozen=True, slots=True)
class HeldRow:
    """An order that was put together when the program ended, and still holds its seats.

    Attributes:
        taken: what of its price the buyer has paid already.
    """

    order_id: OrderId
    event_id: EventId
    seats: tuple[SeatName, ...]
    events: tuple[EventOfOrder, ...]
    total: Money
    hold_seconds: int | None
    name: str = field(default="", repr=False)
    taken: Money | None = None


@dataclass(frozen=True, slots=True)
class RestartState:
    """What an earlier run left open.

    Attributes:
        lost: of each order that is not held any more, its seats.
        unreadable: how many orders were kept that cannot be read.
        is_busy: the server is being asked.
    """

    is_shown: bool = False
    settled: tuple[SettledRow, ...] = ()
    held: tuple[HeldRow, ...] = ()
    lost: tuple[tuple[SeatName, ...], ...] = ()
    unreadable: int = 0
    is_busy: bool = False
    notice: Notice | None = None

    @property
    def has_anything(self) -> bool:
        return bool(self.settled or self.held or self.lost or self.unreadable)

    @property
    def undecided(self) -> int:
        """How many sales wait for the clerk's word."""
        return sum(row.standing is not None and not row.standing.is_certain for row in self.settled)


class RestartView(Protocol):
    def show_state(self, state: RestartState) -> None: ...
