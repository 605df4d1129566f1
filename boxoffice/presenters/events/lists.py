"""The lists that events name entries of, kept up to date by asking for what changed."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from boxoffice.connect.client import ConnectClient, Replica
from boxoffice.connect.errors import BadReply, Refused
from boxoffice.domain.catalogue import Event, EventCategory, EventSet, Location, Organizer
from boxoffice.domain.listings import Listings

_log = logging.getLogger(__name__)


class Lists:
    """Venues, organisers, categories and sets.

    Args:
        kept: where an earlier start ended.
    """

    def __init__(self, client: ConnectClient, kept: Listings | None = None) -> None:
        places, organizers, categories, sets, markers = (
            (kept.locations, kept.organizers, kept.categories, kept.event_sets, kept.markers)
            if kept is not None
            else ((), (), (), (), dict[str, str]())
        )
        self._locations: Replica[Location] = Replica(
            client.locations.changes, {x.id: x for x in places}, markers.get("locations", "")
        )
        self._organizers: Replica[Organizer] = Replica(
            client.organizers.changes, {x.id: x for x in organizers}, markers.get("organizers", "")
        )
        self._categories: Replica[EventCategory] = Replica(
            client.event_categories.changes,
            {x.id: x for x in categories},
            markers.get("categories", ""),
        )
        self._sets: Replica[EventSet] = Replica(
            client.event_sets.changes, {x.id: x for x in sets}, markers.get("event_sets", "")
        )

    async def refresh(self) -> bool:
        """Asks for what changed, and returns whether anything did. They only decorate: one that
        the server refuses, or that cannot be read, stays as it is.

        Raises:
            ConnectError: the server could not be asked.
        """
        replicas: tuple[Replica[Any], ...] = (
            self._locations,
            self._organizers,
            self._categories,
            self._sets,
        )
        has_changed = False
        for replica in replicas:
            try:
                found = await replica.refresh()
            except (Refused, BadReply) as error:
                _log.warning("a list of names is not to be had: %s", error)
            else:
                has_changed = has_changed or bool(found.changed or found.gone)
        return has_changed

    def location_of(self, event: Event) -> Location | None:
        return self._locations.entries.get(event.location_id or 0)

    def names_of(self, event: Event) -> dict[str, str]:
        """Of the event's organiser, category and set, empty where it has none."""
        organizer = self._organizers.entries.get(event.organizer_id or 0)
        category = self._categories.entries.get(event.category_id or 0)
        event_set = self._sets.entries.get(event.event_set_id or 0)
        return {
            "organizer": organizer.name if organizer else "",
            "category": category.name if category else "",
            "event_set": event_set.name if event_set else "",
        }

    def kept(self, events: tuple[Event, ...], seen_at: datetime) -> Listings:
        """All of it, to begin with at the next start."""
        markers = {
            "locations": self._locations.marker,
            "organizers": self._organizers.marker,
            "categories": self._categories.marker,
            "event_sets": self._sets.marker,
        }
        return Listings(
            seen_at,
            events,
            tuple(self._locations.entries.values()),
            tuple(self._organizers.entries.values()),
            tuple(self._categories.entries.values()),
            tuple(self._sets.entries.values()),
            markers,
        )
