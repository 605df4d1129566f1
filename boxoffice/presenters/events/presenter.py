"""The list of events: loaded, searched as the clerk types, one of them opened."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError
from boxoffice.domain.catalogue import Event, EventStatus
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import EventId
from boxoffice.journal.shelf import Shelf
from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.lists import Lists
from boxoffice.presenters.events.rows import event_row, in_order, venue_names
from boxoffice.presenters.events.search import (
    DateWords,
    Sought,
    choices_of,
    sift,
    sought_by,
    tonight,
)
from boxoffice.presenters.events.state import Day, EventRow, EventsState, EventsView, Sieve
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.tasks import Tasks

_EVERY = 20.0  # seconds between two looks at how many seats are free
_PAUSE_AFTER_FAILURE = 5.0


class EventsPresenter:
    """Shows events and opens one.

    What seldom changes is asked for by what changed since; the events are asked for whole, since
    how many of their seats are free changes without them. What was kept from an earlier start is
    shown until the server has answered.

    Args:
        shelf: where the lists are kept.
        on_open: told the row of the event to open.
        on_news: told the events as they are by now, each time they were asked for.
        date_words: a day as people call it, in the clerk's language, to be found by.
        may_open: whether tonight's show may be opened at the start: nothing else is under way.
    """

    def __init__(
        self,
        view: EventsView,
        client: ConnectClient,
        tasks: Tasks,
        clock: Clock,
        shelf: Shelf,
        on_open: Callable[[EventRow], None],
        on_news: Callable[[tuple[Event, ...]], None],
        date_words: DateWords = lambda moment, _: str(moment),
        may_open: Callable[[], bool] = lambda: False,
    ) -> None:
        self._view = view
        self._client = client
        self._tasks = tasks
        self._clock = clock
        self._shelf = shelf
        self._on_open = on_open
        self._on_news = on_news
        self._date_words = date_words
        self._may_open = may_open
        self._is_starting = True
        self._lists = Lists(client)
        self._kept: tuple[Event, ...] = ()
        self._rows: tuple[EventRow, ...] = ()
        self._sought: list[Sought] = []
        self._state = EventsState()

    def load(self) -> None:
        """Loads the list, and keeps it fresh from then on."""
        if not self._rows:
            self._show(replace(self._state, phase=Phase.LOADING, notice=None))
        self._tasks.browse("events", self._keep_fresh())

    def search(self, text: str) -> None:
        """Shows the events that every word of the text means."""
        self._is_starting = self._is_starting and not text
        self._state = replace(self._state, search=text)
        self._show_found()

    def narrow(self, sieve: Sieve, value: str) -> None:
        """Shows the events that have the value alone; all again where it is empty."""
        self._is_starting = False
        chosen = {s: v for s, v in self._state.chosen.items() if s is not sieve}
        self._state = replace(self._state, chosen=chosen | ({sieve: value} if value else {}))
        self._show_found()

    def open(self, event_id: EventId) -> None:
        self._is_starting = False
        for row in self._rows:
            if row.event.id == event_id:
                self._show(replace(self._state, open_event=event_id))
                self._on_open(row)

    async def _keep_fresh(self) -> None:
        if not self._rows:
            await self._recall()
        while True:
            pause = _EVERY
            try:
                events = await self._client.events.list()
                has_changed = await self._lists.refresh()
            except ConnectError as error:
                notice = notice_of(error, self._client.address)
                phase = Phase.READY if self._rows else Phase.FAILED
                self._show(replace(self._state, phase=phase, notice=notice))
                pause = _PAUSE_AFTER_FAILURE
            else:
                self._take(events, None)
                self._on_news(events)
                self._open_tonight()
                await self._keep(events, has_changed=has_changed)
            await asyncio.sleep(pause)

    def _open_tonight(self) -> None:
        """Once, when the server has told its events first, and the clerk has begun nothing."""
        if self._is_starting and self._may_open():
            row = tonight(self._rows, self._clock.now())
            if row is not None:
                self.open(row.event.id)
        self._is_starting = False

    async def _recall(self) -> None:
        """Shows what an earlier start has left."""
        kept = await asyncio.to_thread(self._shelf.load)
        if kept is not None and kept.events:
            self._lists = Lists(self._client, kept)
            self._take(kept.events, kept.seen_at)

    async def _keep(self, events: tuple[Event, ...], *, has_changed: bool) -> None:
        """For the next start; that seats were sold is not worth writing."""
        if has_changed or self._is_news(events):
            self._kept = events
            listings = self._lists.kept(events, self._clock.now())
            await asyncio.to_thread(self._shelf.save, listings)

    def _is_news(self, events: tuple[Event, ...]) -> bool:
        """Whether more is new than how many seats are free."""
        if len(events) != len(self._kept):
            return True
        pairs = zip(events, self._kept, strict=True)
        return any(
            new != old and new != replace(old, seats_free=new.seats_free) for new, old in pairs
        )

    def _take(self, events: tuple[Event, ...], as_of: datetime | None) -> None:
        now, lists = self._clock.now(), self._lists
        shown = [event for event in events if event.status is not EventStatus.DRAFT]
        places = [(event, lists.location_of(event)) for event in shown]
        venues = venue_names(place for _, place in places if place is not None)
        rows = [
            event_row(e, place, now, lists.names_of(e), venues[place.id] if place else "")
            for e, place in places
        ]
        self._rows = tuple(sorted(rows, key=in_order))
        self._sought = sought_by(self._rows, now, self._date_words)
        choices = choices_of(self._rows)
        chosen = {s: v for s, v in self._state.chosen.items() if v in choices.get(s, ())}
        self._state = replace(
            self._state,
            phase=Phase.READY if self._rows else Phase.EMPTY,
            notice=None,
            as_of=as_of,
            choices=choices,
            chosen=chosen,
        )
        self._show_found()

    def _show_found(self) -> None:
        """What is over is shown only to who looks for it."""
        state = self._state
        found, hidden = sift(self._rows, self._sought, state.search, state.chosen)
        total = sum(row.day is not Day.OVER for row in self._rows)
        phase = Phase.READY if self._rows else state.phase
        self._show(replace(state, phase=phase, rows=found, total=total, hidden=hidden))

    def _show(self, state: EventsState) -> None:
        self._state = state
        self._view.show_state(state)
