"""Whole windows on a real service, worked with mouse and keys."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QWidget
from qasync import QEventLoop

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import Refused
from boxoffice.desktop.app import Application, Options
from boxoffice.desktop.settings import Profile
from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.preferences import Preferences
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.domain.venue import DraftSeat, Venue
from boxoffice.rehearsal.hand import Hand, NotShown
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.drawing.palette import Rgb
from boxoffice.views.kit.collector import collecting_here
from boxoffice.views.kit.theme import apply_theme, load_fonts
from tests.service_fixture import running_service
from tests.waiting import PATIENCE

Play = Callable[[Coroutine[Any, Any, None]], None]


class Counter:
    """A clerk at a window: what she does, and what she sees."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.window = application.window
        self.hand = Hand(application.window, patience=PATIENCE)

    @property
    def canvas(self) -> SeatCanvas:
        return self.hand.find("seatCanvas", SeatCanvas)

    def shows(self, name: str) -> bool:
        try:
            self.hand.find(name, QWidget)
        except NotShown:
            return False
        return True

    def text(self, name: str) -> str:
        return self.hand.find(name, QLabel).text() if self.shows(name) else ""

    def state_of(self, seat: int) -> SeatState:
        plan = self.canvas.plan
        assert plan is not None
        return SeatState(int(self.canvas.states[plan.index_of(SeatId(seat))]))

    def point_of(self, seat: int) -> QPoint:
        point = self.canvas.seat_position(SeatId(seat))
        assert point is not None
        return point

    async def sees(self, condition: Callable[[], bool], what: str) -> None:
        await self.hand.until(condition, what)

    def has_events(self) -> bool:
        """Whether the events are there, as a list or as the strip beside an open one."""
        return self.shows("eventsList") or self.shows("stripList")

    async def open_event(self, index: int = 0) -> None:
        await self.sees(self.has_events, "events")
        if not self.shows("eventsList"):
            await self.hand.press(Qt.Key.Key_F2)
        await self.sees(lambda: self.shows("eventsList"), "events")
        events = self.hand.find("eventsList", QListView)
        at = events.visualRect(events.model().index(index, 0)).center()
        await self.hand.click(events.viewport(), at)
        await self.sees(lambda: self.shows("seatCanvas") and self.canvas.plan is not None, "map")

    async def click_seat(self, seat: int) -> None:
        await self.hand.click(self.canvas, self.point_of(seat))

    async def take(self, *seats: int) -> None:
        for seat in seats:
            await self.click_seat(seat)
        for seat in seats:
            await self.sees(lambda s=seat: self.has_line(s), f"seat {seat} in the order")  # type: ignore[misc]

    def is_ringed(self, seat: int, color: Rgb) -> bool:
        """Whether a ring of this colour is drawn around the seat."""
        picture, middle = self.canvas.grab().toImage(), self.point_of(seat)
        radius, seen = 0.39 * self.canvas.seat_pixels, 0
        for turn in range(24):
            right, down = math.cos(math.tau * turn / 24), math.sin(math.tau * turn / 24)
            way = [QPointF(right, down) * (radius + out) for out in range(1, 9)]
            points = [middle + step.toPoint() for step in way]
            seen += any(_is_near(picture.pixelColor(point), color) for point in points)
        return seen >= 18

    def is_settled(self) -> bool:
        """Whether nothing is on its way to the server."""
        if self.shows("orderPending"):
            return False
        return self.shows("orderEmpty") or self.hand.find("payButton", QPushButton).isEnabled()

    def is_at_rest(self) -> bool:
        """Whether nothing is on its way, whatever the window shows just now."""
        return not self.application._tasks.is_buying

    def has_line(self, seat: int) -> bool:
        """Whether the order on screen shows this seat of the event on the map."""
        event = self.canvas.event_id
        return event is not None and self.has_place(int(event), seat)

    def has_place(self, event: int, seat: int) -> bool:
        """Whether the order on screen shows this seat of an event."""
        place = Place(EventId(event), SeatId(seat))
        return self.shows("orderLines") and place in self.window.order.places

    async def makes(self, typed: str) -> None:
        """Types into the price types: '1 ch' makes one seat of the order a child's."""
        await self.hand.press(Qt.Key.Key_F8)
        await self.hand.type(typed)
        await self.hand.press(Qt.Key.Key_Return)


def _is_near(seen: QColor, wanted: Rgb) -> bool:
    parts = zip((seen.red(), seen.green(), seen.blue()), wanted, strict=True)
    return all(abs(a - b) < 40 for a, b in parts)


class Witness:
    """What the server says, to a client of its own; and what another counter does there."""

    def __init__(self, client: ConnectClient) -> None:
        self._client = client

    async def order_holds(self, clerk: Counter, *seats: int, order: int = 1) -> None:
        """Waits until the clerk's order holds just these seats of the first event and no more is
        on its way.

        Raises:
            AssertionError: it does not come to that; the text says what the order holds.
        """
        ends, held = asyncio.get_running_loop().time() + PATIENCE, set[int]()
        while asyncio.get_running_loop().time() < ends:
            if clerk.is_settled() and (held := await self.held(order)) == set(seats):
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"order {order} holds {sorted(held)}, not {sorted(seats)}")

    async def held(self, order: int) -> set[int]:
        """The seats of an order that is open; the first order of all is order 1."""
        try:
            found = await self._client.orders.get(OrderId(order))
        except Refused:
            return set()
        is_open = found.status is OrderStatus.OPEN
        assert all(line.event_id == EventId(1) for line in found.lines)
        return {int(line.seat_id) for line in found.lines} if is_open else set()

    async def takes(self, *seats: int) -> Order:
        """Another counter reserves seats."""
        wanted = [SeatRequest(EventId(1), SeatId(seat)) for seat in seats]
        return await self._client.orders.reserve(None, wanted, new_key())

    async def imports(self, *seats: DraftSeat, gone: Sequence[str] = ()) -> None:
        """The administration changes the house of the first event."""
        await self._client.imports.seats("small-first", seats, new_key(), gone=gone)

    async def sells(self, *seats: int) -> None:
        """Another counter sells seats."""
        order = await self.takes(*seats)
        payment = Payment(PaymentKind.CASH, order.total, order.total)
        await self._client.orders.complete(order.id, f"other-{order.id}", [payment], new_key())


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    load_fonts(qapp)
    apply_theme(qapp, "light")
    qapp.setQuitOnLastWindowClosed(False)
    return qapp


@pytest.fixture
def play(dressed: QApplication) -> Play:
    """Runs a journey in Qt's event loop."""

    def run(journey: Coroutine[Any, Any, None]) -> None:
        loops = asyncio.Runner(loop_factory=partial(QEventLoop, dressed))
        with collecting_here(), loops as runner:
            runner.run(journey)
            dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return run


@asynccontextmanager
async def at_counter(
    folder: Path,
    address: str,
    token: str,
    size: tuple[int, int] = (1366, 768),
    preferences: Preferences = Preferences(),  # noqa: B008  (it is frozen)
    site: Profile | None = None,
) -> AsyncIterator[Counter]:
    """A window on a server, closed at the end as a clerk closes it.

    Args:
        site: what the settings say of the server.
    """
    options = Options(
        journal=folder / "journal.sqlite",
        print_to=folder / "summary.pdf",
        preferences=preferences,
        site=site or Profile(),
    )
    application = Application(options)
    application.window.resize(*size)
    application.window.show()
    application.connect(address, token)
    try:
        yield Counter(application)
    finally:
        application.window.closing.emit()  # also in the middle of a payment, which asks first
        await application.wait_closed()


Story = Callable[[Counter, Witness], Coroutine[Any, Any, None]]


class OnTheMap(Protocol):
    """Plays a story at a counter that has the first event's map open."""

    def __call__(self, story: Story, venue: Venue | None = None) -> None: ...


@pytest.fixture
def on_the_map(play: Play, tmp_path: Path) -> OnTheMap:
    async def tell(story: Story, venue: Venue | None) -> None:
        with running_service(venue) as service:
            client = ConnectClient(service.address, service.token)
            try:
                async with at_counter(tmp_path, service.address, service.token) as clerk:
                    await clerk.open_event()
                    await story(clerk, Witness(client))
            finally:
                await client.aclose()

    def run(story: Story, venue: Venue | None = None) -> None:
        play(tell(story, venue))

    return run


Tale = Callable[[Counter, ConnectClient], Coroutine[Any, Any, None]]


class AtWork(Protocol):
    """Plays a story at a counter with the first event open, beside a client of its own."""

    def __call__(self, story: Tale, hold_seconds: float = 600) -> None: ...


@pytest.fixture
def at_work(play: Play, tmp_path: Path) -> AtWork:
    """Plays a story at a window with the first event open."""

    async def tell(story: Tale, hold_seconds: float) -> None:
        with running_service(hold_seconds=hold_seconds) as service:
            client = ConnectClient(service.address, service.token)
            try:
                async with at_counter(tmp_path, service.address, service.token) as clerk:
                    await clerk.open_event()
                    await story(clerk, client)
            finally:
                await client.aclose()

    def run(story: Tale, hold_seconds: float = 600) -> None:
        play(tell(story, hold_seconds))

    return run
