"""The tour: a whole sale through the real window, with pictures of every step.

It works the window with mouse and keys only. What it knows besides is where the map draws a seat,
as a clerk's eyes do, and, after the sale, what the server says was sold.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget

from boxoffice.connect.errors import ConnectError
from boxoffice.desktop.app import Application, Options, run_in_qt
from boxoffice.domain.ids import OrderId, Place, SeatId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.rehearsal.choice import NoSeats, neighbours
from boxoffice.rehearsal.hand import Hand, NotShown
from boxoffice.rehearsal.record import Step, read_back, write_record
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.service.process.child import NotStarted, ServiceProcess
from boxoffice.views.window.main_window import MainWindow

_log = logging.getLogger(__name__)
_DONE, _FAILED, _CANNOT_START = 0, 1, 3
_CLEAR_SEAT = 24  # pixels from seat to seat at which a clerk hits without aiming


@dataclass(frozen=True, slots=True)
class TourOrder:
    """What to tour.

    Attributes:
        out: an existing folder for the pictures, the PDF and `sale.json`.
        service_words: what to serve, as on the command line.
        size: width and height of the window in pixels.
    """

    out: Path
    service_words: tuple[str, ...] = ()
    seats: int = 2
    size: tuple[int, int] = (1366, 768)
    language: str = "en"


def run_tour(order: TourOrder) -> int:
    """Makes the sale; returns 0, 1 where a step did not show what it should, 3 without service."""
    for old in (*order.out.glob("[0-9][0-9]-*.png"), order.out / "summary.pdf"):
        old.unlink(missing_ok=True)
    (order.out / "sale.json").unlink(missing_ok=True)
    service = ServiceProcess((*order.service_words, "--language", order.language))
    try:
        return run_in_qt(order.language, lambda: _with_service(order, service))
    finally:
        service.stop()


async def _with_service(order: TourOrder, service: ServiceProcess) -> int:
    try:
        address = await service.start()
    except NotStarted as error:
        return _complain(_CANNOT_START, f"the service did not start: {error}")
    with tempfile.TemporaryDirectory(prefix="boxoffice-tour-") as folder:
        options = Options(
            journal=Path(folder) / "journal.sqlite",
            print_to=order.out / "summary.pdf",
            language=order.language,
        )
        application = Application(options)
        application.window.resize(*order.size)
        application.window.show()
        application.connect(address, service.token)
        tour = Tour(application.window, order)
        try:
            order_id = await tour.sell()
            record = await read_back(address, service.token, order_id, tour.steps)
            tour.check(record.status == "completed", f"the order is {record.status}")
            tour.check(len(record.seats) == order.seats, f"{len(record.seats)} seats were sold")
            write_record(record, order.out / "sale.json")
        except (NotShown, NoSeats, ConnectError) as error:
            await tour.leave_a_picture()
            return _complain(_FAILED, f"{tour.current}: {error}")
        finally:
            await application.close()
    return _DONE


class Tour:
    """One sale. `steps` are those that showed what they should; `current` is under way."""

    def __init__(self, window: MainWindow, order: TourOrder) -> None:
        self.steps: list[Step] = []
        self.current = "start"
        self._order = order
        self._hand = Hand(window)
        self._window = window

    async def sell(self) -> OrderId:
        """Makes the sale and returns the number of the order, as the window shows it.

        Raises:
            NotShown: something did not appear.
            NoSeats: there are not as many seats side by side.
        """
        async with self._step("events"):
            await self._see_events()
        async with self._step("search"):
            await self._search()
        async with self._step("map"):
            await self._open()
        seats = self._choose()
        async with self._step("zoom"):
            await self._zoom_to(seats)
        async with self._step("seats"):
            await self._pick(seats)
        async with self._step("price-type"):
            await self._change_price_type()
        async with self._step("pay"):
            await self._ask_to_pay()
        async with self._step("cash"):
            await self._give_cash()
        async with self._step("sold"):
            order_id = await self._complete()
        async with self._step("next"):
            await self._next_buyer()
        return order_id

    def check(self, holds: bool, otherwise: str) -> None:
        """Raises NotShown with the text `otherwise` unless it holds."""
        if not holds:
            raise NotShown(otherwise)

    async def leave_a_picture(self) -> None:
        """What the window shows where the tour ended before its time."""
        await self._hand.picture(self._order.out / f"{len(self.steps) + 1:02}-failed.png")

    @asynccontextmanager
    async def _step(self, name: str) -> AsyncIterator[None]:
        self.current = name
        started = time.perf_counter()
        yield
        self.steps.append(Step(name, round((time.perf_counter() - started) * 1000, 1)))
        await self._hand.picture(self._order.out / f"{len(self.steps):02}-{name}.png")

    @property
    def _canvas(self) -> SeatCanvas:
        return self._hand.find("seatCanvas", SeatCanvas)

    async def _see_events(self) -> None:
        await self._hand.until(lambda: self._count_events() > 0, "the list of events")

    def _count_events(self) -> int:
        try:
            return self._hand.find("eventsList", QListView).model().rowCount()
        except NotShown:
            return 0

    async def _search(self) -> None:
        """Types the longest word of the first event's name; the event stays in the list."""
        shown = self._hand.find("eventsList", QListView).model()
        name = str(shown.index(0, 0).data(Qt.ItemDataRole.DisplayRole))
        word = max(name.split(), key=len)
        await self._hand.press(Qt.Key.Key_F2)
        await self._hand.type(word)
        field = self._hand.find("eventsSearch", QLineEdit)
        await self._hand.until(lambda: field.text() == word, f"{word!r} in the search field")
        await self._hand.until(lambda: self._first_event() == name, f"{name!r} found")

    def _first_event(self) -> str:
        model = self._hand.find("eventsList", QListView).model()
        return str(model.index(0, 0).data(Qt.ItemDataRole.DisplayRole)) if model.rowCount() else ""

    async def _open(self) -> None:
        events = self._hand.find("eventsList", QListView)
        await self._hand.click(
            events.viewport(), events.visualRect(events.model().index(0, 0)).center()
        )
        await self._hand.until(self._map_is_shown, "the seat map")

    def _map_is_shown(self) -> bool:
        try:
            return self._canvas.plan is not None and len(self._canvas.plan) > 0
        except NotShown:
            return False

    def _choose(self) -> list[SeatId]:
        canvas = self._canvas
        if canvas.plan is None:
            raise NotShown("the seat map")
        return neighbours(canvas.plan, canvas.states, self._order.seats)

    async def _zoom_to(self, seats: Sequence[SeatId]) -> None:
        """Turns the wheel over the seats until they are large enough to hit without aiming."""
        middle = seats[len(seats) // 2]
        for _ in range(80):
            if self._seat_size() >= _CLEAR_SEAT:
                return
            before = self._canvas.scale
            await self._hand.wheel(self._canvas, self._point_of(middle), 1)
            await self._hand.until(lambda b=before: self._canvas.scale > b, "the map nearer")  # type: ignore[misc]
        raise NotShown("seats large enough to click")

    def _seat_size(self) -> float:
        return self._canvas.seat_pixels

    def _point_of(self, seat: SeatId) -> QPoint:
        point = self._canvas.seat_position(seat)
        if point is None or not self._canvas.rect().contains(point):
            raise NotShown(f"seat {seat} on the map")
        return point

    async def _pick(self, seats: Sequence[SeatId]) -> None:
        for seat in seats:
            await self._hand.click(self._canvas, self._point_of(seat))
        for seat in seats:
            await self._hand.until(
                lambda s=seat: self._state_of(s) == SeatState.MINE,  # type: ignore[misc]
                f"seat {seat} as ours",
            )
            await self._hand.until(lambda s=seat: self._has_line(s), f"a line for seat {seat}")  # type: ignore[misc]

    def _state_of(self, seat: SeatId) -> int:
        canvas = self._canvas
        return int(canvas.states[canvas.plan.index_of(seat)]) if canvas.plan is not None else -1

    def _has_line(self, seat: SeatId) -> bool:
        event = self._canvas.event_id
        return event is not None and Place(event, seat) in self._window.order.places

    async def _change_price_type(self) -> None:
        """The next price type in the list for one of the seats."""
        total = self._text("orderTotal")
        await self._hand.press(Qt.Key.Key_F8)
        popup = self._hand.find("typePopup", QWidget)
        self.check(popup.isVisible(), "the price types")
        await self._hand.type("1")
        await self._hand.press(Qt.Key.Key_Down)
        await self._hand.press(Qt.Key.Key_Return)
        await self._hand.until(lambda: self._text("orderTotal") != total, "a new total")

    def _text(self, name: str) -> str:
        return self._hand.find(name, QLabel).text()

    async def _ask_to_pay(self) -> None:
        await self._hand.until(self._hand.find("payButton", QPushButton).isEnabled, "pay enabled")
        await self._hand.press(Qt.Key.Key_F9)
        await self._hand.until(lambda: self._is_shown("paymentTotal"), "the payment")

    def _is_shown(self, name: str) -> bool:
        try:
            self._hand.find(name, QWidget)
        except NotShown:
            return False
        return True

    async def _give_cash(self) -> None:
        """One note more than it costs, by its button, so that there is change."""
        await self._hand.click(self._hand.find("tender-0", QPushButton))
        await self._hand.until(lambda: self._text("paymentChange") != "", "the change")
        await self._hand.until(
            self._hand.find("confirmButton", QPushButton).isEnabled, "the sale ready to confirm"
        )

    async def _complete(self) -> OrderId:
        await self._hand.press(Qt.Key.Key_Return)
        await self._hand.until(lambda: self._is_shown("orderNumber"), "the order's number")
        summary = self._order.out / "summary.pdf"
        await self._hand.until(summary.exists, "the printed summary")
        digits = "".join(c for c in self._text("orderNumber") if c.isdigit())
        self.check(bool(digits), "the order's number")
        return OrderId(int(digits))

    async def _next_buyer(self) -> None:
        await self._hand.until(lambda: self._is_shown("nextBuyer"), "ready for the next buyer")
        await self._hand.press(Qt.Key.Key_Return)
        await self._hand.until(lambda: not self._is_shown("orderNumber"), "a fresh order")


def _complain(code: int, text: str) -> int:
    print(f"boxoffice: {text}", file=sys.stderr)  # noqa: T201 - the command's own voice
    return code
