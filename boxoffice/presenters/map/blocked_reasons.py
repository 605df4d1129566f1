"""Why blocked seats are blocked: read behind the clerk's back, and again when more are blocked.

A map works without them, so a question that fails is logged and never told; the next seat that is
blocked asks it again.
"""

from __future__ import annotations

import logging

import numpy as np

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.seats.seatplan import SeatState, StatusDelta
from boxoffice.presenters.map.state import MapView
from boxoffice.presenters.tasks import Tasks

_log = logging.getLogger(__name__)
_TASK = "reasons"


class BlockedReasons:
    """The reasons of the event on screen."""

    def __init__(self, view: MapView, client: ConnectClient, tasks: Tasks) -> None:
        self._view = view
        self._client = client
        self._tasks = tasks
        self._event_id: EventId | None = None
        self._known: dict[SeatId, str] = {}
        self._marker = ""
        self._is_due = False
        self._is_asking = False

    def close(self) -> None:
        """Another event comes: what is under way is given up, what was known forgotten."""
        self._tasks.stop(_TASK)
        self._event_id = None
        self._known.clear()
        self._marker = ""
        self._is_asking = False

    def open(self, event_id: EventId) -> None:
        """Reads the reasons of an event's seats."""
        self._event_id = event_id
        self._ask(event_id)

    def take_over(self, news: StatusDelta) -> None:
        """Forgets why seats were blocked that changed since, and asks for those that are now."""
        if self._event_id is None:
            return
        if self._known:
            for seat_id in news.seat_ids.tolist():
                self._known.pop(SeatId(seat_id), None)
        if np.any(news.states == SeatState.BLOCKED):
            self._ask(self._event_id)

    def _ask(self, event_id: EventId) -> None:
        # A question under way is not cancelled for the next one: that one follows it.
        self._is_due = True
        if not self._is_asking:
            self._is_asking = True
            self._tasks.browse(_TASK, self._read(event_id))

    async def _read(self, event_id: EventId) -> None:
        while self._is_due:
            self._is_due = False
            try:
                found, self._marker = await self._client.seats.blocked_reasons(
                    event_id, self._marker
                )
            except ConnectError as error:
                _log.info("no reasons of blocked seats: %s", error)
                continue
            self._known |= found
            self._view.show_reasons(dict(self._known))
        self._is_asking = False
