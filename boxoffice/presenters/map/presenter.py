"""The map of one event: loaded, kept fresh, and picked from."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import ConnectError
from boxoffice.domain.catalogue import Event, EventStatus, Offer
from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import AreaId, EventId, Place, SeatId
from boxoffice.domain.orders.party import Shares
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.state import EventRow
from boxoffice.presenters.faults import notice_of
from boxoffice.presenters.map.blocked_reasons import BlockedReasons
from boxoffice.presenters.map.board import SeatBoard
from boxoffice.presenters.map.picture_loader import PictureLoader
from boxoffice.presenters.map.polling import Attention, PlanWatch, pause_after
from boxoffice.presenters.map.state import MapState, MapView, PictureReader
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.offers import load_offer
from boxoffice.presenters.tasks import Tasks

_log = logging.getLogger(__name__)
OLD, BLIND = 10.0, 60.0  # seconds


class SeatTaker(Protocol):
    """What takes seats: the order on screen."""

    def may_change(self) -> bool:
        """Whether seats may be taken and given back now; it says itself why not."""
        ...

    def take(self, offer: Offer, seats: tuple[SeatId, ...], shares: Shares = ()) -> None: ...

    def take_best(self, offer: Offer, wish: BestSeats) -> None: ...

    def give_back(self, places: tuple[Place, ...]) -> None: ...


class SoldOrders(Protocol):
    """What opens the order of a sold seat, or says that it is none of ours."""

    def choose_seat(self, place: Place) -> None: ...


class MapPresenter:
    """Shows one event's seats and turns picks into orders.

    Args:
        board: shared with the order, which marks its seats there.
        pictures: makes pixels of what the areas have for pictures.
        sold: where a click on a sold seat goes; None to say that it is not free.
    """

    def __init__(
        self,
        view: MapView,
        client: ConnectClient,
        tasks: Tasks,
        clock: Clock,
        board: SeatBoard,
        taker: SeatTaker,
        pictures: PictureReader,
        sold: SoldOrders | None = None,
    ) -> None:
        self._sold = sold
        self._view = view
        self._client = client
        self._tasks = tasks
        self._clock = clock
        self._board = board
        self._taker = taker
        self._pictures = PictureLoader(view, client, pictures, tasks, self._note_if_quiet)
        self._reasons = BlockedReasons(view, client, tasks)
        self._watch = PlanWatch(client)
        self._attention = Attention.ACTIVE
        self._hurry = asyncio.Event()
        self._marker = ""
        self._seen_at: float | None = None
        self._row: EventRow | None = None
        self._rng = random.Random()  # noqa: S311 - jitter
        self._state = MapState()

    def open(self, row: EventRow) -> None:
        """Loads an event's map; an event that was still loading is given up."""
        self._row = row
        self._board.close()
        self._pictures.close()
        self._reasons.close()
        self._marker, self._seen_at = "", None
        self._show(MapState(phase=Phase.LOADING))
        self._tasks.browse("map", self._load_and_poll(row))
        self._tasks.browse("age", self._tick())

    def cancel(self) -> None:
        """Gives up loading."""
        if self._state.phase is Phase.LOADING:
            self._tasks.stop("map")
            self._tasks.stop("age")
            self._show(MapState())

    def refresh(self) -> None:
        """Asks the server now; loads again what could not be loaded."""
        if self._state.phase is Phase.FAILED and self._row is not None:
            self.open(self._row)
        self._watch.hurry()
        self._hurry.set()

    def set_attention(self, attention: Attention) -> None:
        if attention is not self._attention:
            self._attention = attention
            self._hurry.set()

    def pick(self, seats: tuple[SeatId, ...], shares: Shares = ()) -> None:
        """Takes what is free, gives back what is ours, and says why the rest cannot be had.

        Args:
            shares: how many of the free ones, from the first one on, are for which price type.
        """
        offer = self._sellable()
        if offer is None or not self._taker.may_change():
            return
        states = {seat: self._board.state_of(seat) for seat in seats}
        free = tuple(seat for seat, state in states.items() if state is SeatState.FREE)
        ours = tuple(seat for seat, state in states.items() if state is SeatState.MINE)
        if free:
            self._note(None)
            self._taker.take(offer, free, shares)
        elif ours:
            self._taker.give_back(tuple(Place(offer.event.id, seat) for seat in ours))
        elif len(seats) == 1 and states[seats[0]] is SeatState.SOLD and self._sold is not None:
            self._sold.choose_seat(Place(offer.event.id, seats[0]))
        elif seats and states[seats[0]] is not SeatState.PENDING:
            name = self._board.name_of(seats[0])
            self._note(Notice.warning(Code.SEAT_NOT_FREE, seat=name))

    def take_standing(self, area_id: AreaId, quantity: int) -> None:
        """Takes places in a standing area."""
        offer = self._sellable()
        if offer is not None:
            self._taker.take_best(offer, BestSeats(quantity, area_id))

    def take_best(self, wish: BestSeats) -> None:
        """Takes the best seats that are as the buyers want them."""
        offer = self._sellable()
        if offer is not None:
            self._taker.take_best(offer, wish)

    def miss_party(self, quantity: int) -> None:
        """Says that there are not so many seats side by side where the clerk pointed."""
        self._note(Notice.warning(Code.NO_PARTY_HERE, quantity=quantity))

    def refuse_many(self, quantity: int) -> None:
        """Says that more seats were meant at once than an order takes."""
        self._note(Notice.warning(Code.TOO_MANY_SEATS, quantity=quantity))

    def take_news(self, events: Iterable[Event]) -> None:
        """Takes over what became of the event on screen; that its sale ended is told."""
        before = self._board.offer
        event = next((e for e in events if e.id == self._board.event_id), None)
        if before is None or event is None:
            return
        self._board.take_news(event)
        if event.status is before.event.status:
            return
        if self._board.plan is not None and self._state.phase is Phase.READY:
            self._show(replace(self._state, offer=self._board.offer))
        if event.status is EventStatus.ON_SALE:
            self._note(None)
        elif event.status is not EventStatus.SOLD_OUT:
            self._note(_closed_words(event))

    def _sellable(self) -> Offer | None:
        offer = self._board.offer
        if offer is None or self._state.phase is not Phase.READY:
            return None
        if offer.event.status is not EventStatus.ON_SALE:
            self._note(_closed_words(offer.event))
            return None
        return offer

    async def _load_and_poll(self, row: EventRow) -> None:
        try:
            offer = await self._load_offer(row)
            loaded = await self._client.seats.plan(row.event.id, self._progress)
            first = await self._client.seats.status(row.event.id)
        except ConnectError as error:
            notice = notice_of(error, self._client.address)
            self._show(MapState(phase=Phase.FAILED, notice=notice))
            return
        self._board.open(offer, loaded.plan, first)
        self._watch.open(loaded.marker)
        self._seen(first.marker)
        self._show_board(MapState(progress=1.0, age_seconds=0.0), offer, loaded.plan)
        self._reasons.open(row.event.id)
        await self._poll(row)

    def _show_board(self, state: MapState, offer: Offer, plan: SeatPlan) -> None:
        """Shows the state with what is on the board."""
        phase = Phase.READY if len(plan) else Phase.EMPTY
        states = self._board.states
        self._show(replace(state, phase=phase, offer=offer, plan=plan, states=states))
        self._pictures.show(offer)

    async def _load_offer(self, row: EventRow) -> Offer:
        return await load_offer(self._client, row.event, row.location)

    async def _poll(self, row: EventRow) -> None:
        failures = 0
        while True:
            await self._pause(failures)
            failures = await self._ask_status(row.event.id, failures)
            if not failures and await self._follow_plan(row):
                failures = await self._ask_status(row.event.id, failures)

    async def _ask_status(self, event_id: EventId, failures: int) -> int:
        """Takes over what changed, and returns how many times in a row that has failed by now."""
        try:
            delta = await self._client.seats.status(event_id, self._marker)
        except ConnectError as error:
            self._note(notice_of(error, self._client.address))
            return failures + 1
        if failures:
            self._note(Notice.good(Code.BACK_AGAIN, address=self._client.address), is_back=True)
        self._reasons.take_over(self._board.apply(delta))
        self._seen(delta.marker)
        return 0

    async def _follow_plan(self, row: EventRow) -> bool:
        """Shows what became of the plan, where it is time to ask and something did.

        The whole status is asked for after that: what came before spoke of other seats. A failure
        is not told, since the status is what tells of those; the question comes again.
        """
        plan = self._board.plan
        if plan is None or not self._watch.is_due():
            return False
        try:
            changed = await self._watch.ask(row.event.id, plan)
            if changed is None:
                return False
            offer = await self._load_offer(row)
        except ConnectError as error:
            _log.warning("the plan could not be followed: %s", error)
            return False
        self._watch.accept()
        self._board.replace_plan(offer, changed)
        self._marker = ""
        self._show_board(self._state, offer, changed)
        return True

    async def _pause(self, failures: int) -> None:
        """Waits for the next poll's time; a hidden window waits until it is seen again."""
        self._hurry.clear()
        seconds = pause_after(self._attention, failures, self._rng)
        is_hidden = self._attention is Attention.HIDDEN
        try:
            async with asyncio.timeout(None if is_hidden else seconds):
                await self._hurry.wait()
        except TimeoutError:
            return

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(1.0)
            if self._seen_at is not None:
                self._show_age()

    def _seen(self, marker: str) -> None:
        self._marker = marker
        self._seen_at = self._clock.monotonic()
        if self._state.is_old:
            self._show_age()

    def _show_age(self) -> None:
        age = self._clock.monotonic() - (self._seen_at or 0.0)
        self._show(replace(self._state, age_seconds=age, is_old=age > OLD, is_blind=age > BLIND))

    def _progress(self, share: float) -> None:
        self._show(replace(self._state, progress=share))

    def _note_if_quiet(self, notice: Notice) -> None:
        """What matters less than anything else that the map says."""
        if self._state.notice is None or self._state.is_back:
            self._note(notice)

    def _note(self, notice: Notice | None, *, is_back: bool = False) -> None:
        if notice is not None or self._state.notice is not None:
            self._show(replace(self._state, notice=notice, is_back=is_back))

    def _show(self, state: MapState) -> None:
        self._state = state
        self._view.show_state(state)


def _closed_words(event: Event) -> Notice:
    is_off = event.status is EventStatus.CANCELLED
    return Notice.warning(Code.CALLED_OFF if is_off else Code.NOT_ON_SALE, event=event.name)
