"""What the list of events can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol, assert_never

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
    """An event with what is known of it now.

    Attributes:
        venue: what its venue is called, apart from all others; the location's name where that is
            not said.
        starts_at: when the event starts, in the venue's zone where that is known.
    """

    event: Event
    location: Location | None
    day: Day = Day.LATER
    on_sale: OnSale = OnSale.OPEN
    organizer: str = ""
    category: str = ""
    event_set: str = ""
    venue: str = ""
    starts_at: datetime = field(init=False)

    def __post_init__(self) -> None:
        starts = self.event.starts_at
        local = self.location.local(starts) if self.location else starts
        object.__setattr__(self, "starts_at", local)
        if self.location is not None and not self.venue:
            object.__setattr__(self, "venue", self.location.name)


class Sieve(Enum):
    """What the list can be narrowed by, beside the words that are sought."""

    VENUE = "venue"
    ORGANIZER = "organizer"
    CATEGORY = "category"
    ON_SALE = "on sale"

    def value_of(self, row: EventRow) -> str:
        """What the event has of it; empty for nothing."""
        match self:
            case Sieve.VENUE:
                return row.venue
            case Sieve.ORGANIZER:
                return row.organizer
            case Sieve.CATEGORY:
                return row.category
            case Sieve.ON_SALE:
                return SELLING if row.on_sale is OnSale.OPEN else ""
            case _:
                assert_never(self)


SELLING = "selling"  # the one value of ON_SALE
Hidden = tuple[Sieve | None, int]
"""How many more events are shown without one of the filters; None stands for the search."""


@dataclass(frozen=True, slots=True)
class EventsState:
    """What the list shows.

    Attributes:
        rows: the events that match `search` and `chosen`: what is on now and today first, what is
            over last, and that only where it is searched for.
        total: how many are to come.
        choices: the values that the list can be narrowed by, where there is more than one.
        chosen: what it is narrowed by.
        hidden: where there are no rows, what each of the filters hides by itself.
        as_of: when they were seen, where that was before this start; None once the server has
            told them.
    """

    phase: Phase = Phase.EMPTY
    rows: tuple[EventRow, ...] = ()
    total: int = 0
    search: str = field(default="", repr=False)
    choices: Mapping[Sieve, tuple[str, ...]] = field(default_factory=dict)
    chosen: Mapping[Sieve, str] = field(default_factory=dict)
    hidden: tuple[Hidden, ...] = ()
    open_event: EventId | None = None
    notice: Notice | None = None
    as_of: datetime | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is sought or chosen."""
        return bool(self.search.strip() or self.chosen)


class EventsView(Protocol):
    def show_state(self, state: EventsState) -> None: ...
