"""How fast a sale goes through the window, the clerk's own time left out.

    .venv/bin/python -m tests.benchmarks.sale [--venue stadium] [--clicks 30] [--sales 10]

The real application on a real service in a process of its own, worked by real events.

- From the click on a free seat to the picture that shows it as being taken: one frame, 16 ms, each.
- A sale of two seats for exact cash, from the first click to the printed summary: 2 s.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QListView, QPushButton, QWidget

from boxoffice.desktop.app import Application, Options, run_in_qt
from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.rehearsal.hand import Hand
from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.service.process.child import ServiceProcess

FRAME = 16.0  # ms
SALE = 2.0  # s
_SIZE = (1366, 768)


class Painted(QObject):
    """Tells when the map has been painted, with the states it was painted with."""

    def __init__(self, canvas: SeatCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self.wanted: Callable[[], bool] | None = None
        self.at: float | None = None
        canvas.installEventFilter(self)

    def look_for(self, wanted: Callable[[], bool]) -> None:
        """From now on `at` is when the first picture was there that was painted with this."""
        self.wanted, self.at = wanted, None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or self.wanted is None or self.at is not None:
            return False
        is_shown = self.wanted()
        watched.event(event)
        if is_shown:
            self.at = time.perf_counter()
        return True


class Pressed(QObject):
    """Tells when the mouse button came up, before anything is done about it."""

    def __init__(self, canvas: SeatCanvas) -> None:
        super().__init__()
        self.at = 0.0
        canvas.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self.at = time.perf_counter()
        return False


class Till:
    """A window with an event open."""

    def __init__(self, application: Application) -> None:
        self.window = application.window
        self.hand = Hand(self.window)
        self.canvas = self.window.map.canvas
        self.painted, self.pressed = Painted(self.canvas), Pressed(self.canvas)

    async def open(self, index: int) -> None:
        events = self.window.findChild(QListView, "eventsList")
        assert isinstance(events, QListView)
        await self.hand.until(lambda: events.model().rowCount() > index, "the events")
        at = events.visualRect(events.model().index(index, 0)).center()
        await self.hand.click(events.viewport(), at)
        await self.hand.until(lambda: self.canvas.plan is not None, "the map")
        await self.hand.until(lambda: bool(self.free()), "free seats on the screen")
        seat = SeatId(self.free()[0])
        while self.canvas.seat_pixels < _NEAR:  # as near as a clerk looks at it
            before = self.canvas.seat_pixels
            place = self.canvas.seat_position(seat)
            assert place is not None
            await self.hand.wheel(self.canvas, place, 1)
            await self.hand.until(lambda b=before: self.canvas.seat_pixels > b, "it nearer")  # type: ignore[misc]
        await asyncio.sleep(0.5)  # the wheel's own movement is over

    def free(self) -> list[int]:
        """Free seats that can be clicked, those in the middle of the map first."""
        plan = self.canvas.plan
        assert plan is not None
        inside = self.canvas.rect().adjusted(60, 60, -60, -60)
        middle = inside.center()
        found = []
        for row in range(len(plan)):
            if self.canvas.states[row] != SeatState.FREE:
                continue
            at = self.canvas.seat_position(SeatId(int(plan.ids[row])))
            if at is not None and inside.contains(at):
                found.append(((at - middle).manhattanLength(), int(plan.ids[row])))
        return [seat for _, seat in sorted(found)[:200]]

    def state_of(self, seat: int) -> SeatState:
        plan = self.canvas.plan
        assert plan is not None
        return SeatState(int(self.canvas.states[plan.index_of(SeatId(seat))]))

    def is_painted(self) -> bool:
        return self.painted.at is not None

    async def click(self, seat: int) -> float:
        """Milliseconds from the button to the picture in which the seat is ours or on its way."""
        at = self.canvas.seat_position(SeatId(seat))
        taken = (SeatState.PENDING, SeatState.MINE)
        self.painted.look_for(lambda: self.state_of(seat) in taken)
        await self.hand.click(self.canvas, at)
        await self.hand.until(self.is_painted, "the seat as it is taken")
        assert self.painted.at is not None
        return (self.painted.at - self.pressed.at) * 1000

    def is_shown(self, name: str) -> bool:
        return any(found.isVisible() for found in self.window.findChildren(QWidget, name))

    async def pay(self, paper: Path) -> None:
        pay = self.hand.find("payButton", QPushButton)
        await self.hand.until(pay.isEnabled, "the way to pay")
        await self.hand.press(Qt.Key.Key_F9)
        await self.hand.until(lambda: self.is_shown("confirmButton"), "the payment")
        await self.hand.press(Qt.Key.Key_Return)
        await self.hand.until(
            lambda: self.is_shown("orderNumber") and paper.exists() and self._is_printed(),
            "the paper",
        )

    def _is_printed(self) -> bool:
        return self.is_shown("printAgain")

    async def next_buyer(self, paper: Path) -> None:
        await asyncio.to_thread(paper.unlink)
        await self.hand.press(Qt.Key.Key_Return)
        await self.hand.until(lambda: self.is_shown("orderEmpty"), "the next buyer")


_NEAR = 14.0  # pixels from seat to seat


async def measure(options: argparse.Namespace) -> int:
    service = ServiceProcess(["--venue", options.venue])
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "summary.pdf"
        try:
            address = await service.start()
            application = Application(Options(Path(folder) / "journal.sqlite", print_to=paper))
            application.window.resize(*_SIZE)
            application.window.show()
            application.connect(address, service.token)
            till = Till(application)
            await till.open(0)
            clicks = [await _clicked(till) for _ in range(options.clicks)]
            sales = [await _sold(till, paper) for _ in range(options.sales)]
            await application.close()
        finally:
            service.stop()
    told = {
        "seats": len(till.canvas.states),
        "click_ms": _summed(clicks),
        "sale_s": _summed(sales),
        "ok": max(clicks) <= FRAME and max(sales) <= SALE,
    }
    if options.json:
        await asyncio.to_thread(Path(options.json).write_text, json.dumps(told, indent=2))
    _tell("click to picture, ms", clicks, FRAME)
    _tell("sale of two seats, s", sales, SALE)
    return 0 if told["ok"] else 1


async def _clicked(till: Till) -> float:
    """Takes a seat, and gives it back."""
    seat = till.free()[0]
    took = await till.click(seat)
    await till.hand.until(lambda: till.state_of(seat) is SeatState.MINE, "the seat")
    await till.hand.click(till.canvas, till.canvas.seat_position(SeatId(seat)))
    await till.hand.until(lambda: till.state_of(seat) is SeatState.FREE, "the seat free again")
    return took


async def _sold(till: Till, paper: Path) -> float:
    first, second = till.free()[:2]
    begun = time.perf_counter()
    await till.click(first)
    await till.click(second)
    await till.pay(paper)
    took = time.perf_counter() - begun
    await till.next_buyer(paper)
    return took


def _summed(values: list[float]) -> dict[str, float]:
    return {"median": round(statistics.median(values), 2), "worst": round(max(values), 2)}


def _tell(what: str, values: list[float], budget: float) -> None:
    verdict = "ok" if max(values) <= budget else "OVER"
    median, worst = statistics.median(values), max(values)
    told = f"median {median:.2f}, worst {worst:.2f} of {len(values)}"
    sys.stdout.write(f"{what}: {told}; budget {budget:g} {verdict}\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--venue", default="stadium")
    parser.add_argument("--clicks", type=int, default=30)
    parser.add_argument("--sales", type=int, default=10)
    parser.add_argument("--json", default="")
    options = parser.parse_args()
    return run_in_qt("en", lambda: measure(options))


if __name__ == "__main__":
    sys.exit(main())
