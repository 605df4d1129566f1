"""Whole windows on a real service, worked with mouse and keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QWidget
from qasync import QEventLoop

from boxoffice.app import Application, Options
from boxoffice.domain.ids import SeatId
from boxoffice.domain.seatplan import SeatState
from boxoffice.rehearsal.hand import Hand, NotShown
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.views.collector import collecting_here
from boxoffice.views.theme import apply_theme, load_fonts

Play = Callable[[Coroutine[Any, Any, None]], None]


class Counter:
    """A clerk at a window: what she does, and what she sees."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.window = application.window
        self.hand = Hand(application.window, patience=15)

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
        return SeatState(int(self.canvas.states[plan.row_of(SeatId(seat))]))

    def point_of(self, seat: int) -> QPoint:
        point = self.canvas.seat_position(SeatId(seat))
        assert point is not None
        return point

    async def sees(self, condition: Callable[[], bool], what: str) -> None:
        await self.hand.until(condition, what)

    async def open_event(self, index: int = 0) -> None:
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

    def has_line(self, seat: int) -> bool:
        return self.shows(f"orderLine-{self.canvas.event_id}-{seat}")

    def types_of(self, seat: int) -> QComboBox:
        return self.hand.find(f"linePriceType-{self.canvas.event_id}-{seat}", QComboBox)


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
    folder: Path, address: str, token: str, size: tuple[int, int] = (1366, 768)
) -> AsyncIterator[Counter]:
    """A window on a server, closed at the end as a clerk closes it."""
    options = Options(journal=folder / "journal.sqlite", print_to=folder / "summary.pdf")
    application = Application(options)
    application.window.resize(*size)
    application.window.show()
    application.connect(address, token)
    try:
        yield Counter(application)
    finally:
        application.window.close()
        await application.wait_closed()
