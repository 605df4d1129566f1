"""The list of events: loaded, searched as the clerk types, one of them opened."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError
from boxoffice.domain.catalogue import EventStatus
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import EventId
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.states import EventRow, EventsState, EventsView, Phase
from boxoffice.presenters.tasks import Tasks

_HIDDEN = frozenset({EventStatus.DRAFT, EventStatus.ENDED})
_AFTER_START = timedelta(hours=6)  # latecomers buy too
_EVERY = 20.0  # seconds between two looks at how many seats are free
_PAUSE_AFTER_FAILURE = 5.0


class EventsPresenter:
    """Shows events and opens one.

    Args:
        on_open: told the row of the event to open.
    """

    def __init__(
        self,
        view: EventsView,
        client: ConnectClient,
        tasks: Tasks,
        clock: Clock,
        on_open: Callable[[EventRow], None],
    ) -> None:
        self._view = view
        self._client = client
        self._tasks = tasks
        self._clock = clock
        self._on_open = on_open
        self._rows: tuple[EventRow, ...] = ()
        self._words: dict[EventId, str] = {}
        self._state = EventsState()

    def load(self) -> None:
        """Loads the list, and keeps it fresh from then on."""
        if not self._rows:
            self._show(replace(self._state, phase=Phase.LOADING, notice=None))
        self._tasks.browse("events", self._keep_fresh())

    def search(self, text: str) -> None:
        """Shows the events that every word of the text occurs in."""
        self._state = replace(self._state, search=text)
        self._show_found()

    def open(self, event_id: EventId) -> None:
        for row in self._rows:
            if row.event.id == event_id:
                self._show(replace(self._state, open_event=event_id))
                self._on_open(row)

    async def _keep_fresh(self) -> None:
        while True:
            pause = _EVERY
            try:
                events = await self._client.events.list()
                locations = {place.id: place for place in await self._client.locations.list()}
            except ConnectError as error:
                notice = notice_of(error, self._client.address)
                phase = Phase.READY if self._rows else Phase.FAILED
                self._show(replace(self._state, phase=phase, notice=notice))
                pause = _PAUSE_AFTER_FAILURE
            else:
                past = self._clock.now() - _AFTER_START
                rows = [
                    EventRow(e, None if e.location_id is None else locations.get(e.location_id))
                    for e in events
                    if e.status not in _HIDDEN and e.starts_at > past
                ]
                self._take(rows)
            await asyncio.sleep(pause)

    def _take(self, rows: list[EventRow]) -> None:
        self._rows = tuple(sorted(rows, key=_by_time))
        self._words = {row.event.id: _folded(_searchable(row)) for row in self._rows}
        self._state = replace(self._state, notice=None)
        self._show_found()

    def _show_found(self) -> None:
        words = _folded(self._state.search).split()
        found = tuple(
            row for row in self._rows if all(w in self._words[row.event.id] for w in words)
        )
        phase = self._state.phase
        if self._words or phase is not Phase.LOADING:
            phase = Phase.READY if self._rows else Phase.EMPTY
        self._show(replace(self._state, phase=phase, rows=found, total=len(self._rows)))

    def _show(self, state: EventsState) -> None:
        self._state = state
        self._view.show_state(state)


def _by_time(row: EventRow) -> tuple[object, int]:
    return row.event.starts_at, row.event.id


def _searchable(row: EventRow) -> str:
    place = f"{row.location.name} {row.location.city}" if row.location else ""
    return f"{row.event.name} {row.event.subtitle} {place} {row.starts_at:%d.%m.%Y %Y-%m-%d %H:%M}"


def _folded(text: str) -> str:
    """The text without case and accents, so that 'fruhling' finds 'Frühling'."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))
