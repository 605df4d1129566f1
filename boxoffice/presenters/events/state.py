"""What the list of events can show."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from boxoffice.domain.catalogue import Event, Location
from boxoffice.domain.ids import EventId
from boxoffice.presenters.common import Phase
from boxoffice.presenters.notices import Notice


class Day(Enum):
    """When an event is, seen from now; in the order in which they are shown."""

    NOW = "now"
    TODAY = "today"
    TOMORROW = "tomorrow"
    LATER = "later"
    OVER = "over"


class OnSale(Enum):
    """Whether seats of an event may be sold now, and why not."""

    OPEN = "open"
    SOLD_OUT = "sold out"
    NOT_YET = "not yet"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class EventRow:
    event: Event
    location: Location | None
    day: Day = Day.LATER
    on_sale: OnSale = OnSale.OPEN
    organizer: str = ""
    category: str = ""
    event_set: str = ""

    @property
    def starts_at(self) -> datetime:
        """When the event starts, in the venue's zone where that is known."""
        starts = self.event.starts_at
        return self.location.local(starts) if self.location else starts


@dataclass(frozen=True, slots=True)
class EventsState:
    """`rows` are those that match `search`: what is on now and today first, what is over last, and
    that only where it is searched for. `total` counts all that are to come. `as_of` is when they
    were seen, where that was before this start; None once the server has told them."""

    phase: Phase = Phase.EMPTY
    rows: tuple[EventRow, ...] = ()
    total: int = 0
    search: str = field(default="", repr=False)
    open_event: EventId | None = None
    notice: Notice | None = None
    as_of: datetime | None = None


class EventsView(Protocol):
    def show_state(self, state: EventsState) -> None: ...
