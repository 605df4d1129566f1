"""What a server lists of its events, as it was seen at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from boxoffice.domain.catalogue import Event, EventCategory, EventSet, Location, Organizer


@dataclass(frozen=True, slots=True)
class Listings:
    """The events with what they name.

    Attributes:
        seen_at: with its offset.
        markers: where the lists but the events' ended, by the names of these fields.
    """

    seen_at: datetime
    events: tuple[Event, ...] = ()
    locations: tuple[Location, ...] = ()
    organizers: tuple[Organizer, ...] = ()
    categories: tuple[EventCategory, ...] = ()
    event_sets: tuple[EventSet, ...] = ()
    markers: dict[str, str] = field(default_factory=dict)
