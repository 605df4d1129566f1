"""The real window on a real service and a real display, with scanners and hands at its keyboard."""

from __future__ import annotations

import asyncio
import random
import subprocess
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.sold_order import RecordedEvent, RecordedOrder, RecordedSeat
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.journal.record import OrderRecord
from boxoffice.views.kit.scanner import Scanner
from tests.journeys.conftest import Counter, at_counter
from tests.scans.display import in_time
from tests.scans.forms import DIGITS, LOWER, Form, forms
from tests.scans.places import Places
from tests.scans.wedge import Step, script, written_by_hand
from tests.service_fixture import Running, running_service

_EVENT = EventId(1)
_TRIES = 10  # of a scan that X was late with
_WORDS = "abcdefghijklmnopqrstuvwxyzABCDEFGHJKMNPRSTVWXYZ0123456789 -"


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a form at a place.

    Attributes:
        came: what was opened, or said.
        seats: how many were taken by it.
        sold: how many orders were.
        characters: what it left in fields.
        tries: how often it was scanned, until X was no later than such a scanner.
        is_late: whether it always was: then nothing is said of the program.
    """

    form: str
    place: str
    came: str
    is_right: bool
    seats: int
    sold: int
    characters: int
    tries: int
    is_late: bool

    @property
    def is_good(self) -> bool:
        left = self.seats or self.sold or self.characters
        return self.is_late or (self.is_right and not left)


@dataclass(frozen=True, slots=True)
class Typed:
    """What came of typing by a hand.

    Attributes:
        wrong: what was written, and what arrived instead.
        scans: how often it was taken for a scan.
        seconds: how long it took; `stalls` of the window stood in it.
    """

    texts: int
    characters: int
    wrong: tuple[tuple[str, str], ...]
    scans: int
    stalls: int
    seconds: float


class Stamps(QObject):
    """Sees every key of the window before anybody else."""

    def __init__(self) -> None:
        super().__init__()
        self._moments: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.spontaneous()
            and isinstance(watched, QWindow)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
            and event.key() != Qt.Key.Key_CapsLock
        ):
            self._moments.append(event.timestamp())
        return False

    def take(self) -> int:
        """The longest time between two keys since this was asked last, in milliseconds."""
        moments, self._moments = np.array(self._moments, dtype=np.int64), []
        return int(np.diff(moments).max(initial=0))


class Desk:
    """A window that is scanned at and typed at."""

    def __init__(self, clerk: Counter, client: ConnectClient, order_id: OrderId) -> None:
        self.clerk = clerk
        self.places = Places(clerk, order_id)
        self._client = client
        self._order_id = order_id
        self._stamps = Stamps()
        self._scans: list[str] = []
        for scanner in clerk.window.findChildren(Scanner):
            scanner.scanned.connect(self._scans.append)
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self._stamps)

    async def scan(self, form: Form, place: str) -> Seen:
        """Scans at a place, again where X itself was later than the scanner."""
        await _run("setxkbmap", form.layout)
        for tries in range(1, _TRIES + 1):
            seen = await self._scan(form, place, tries)
            if not seen.is_late:
                break
        await self.places.leave()
        return seen

    async def _scan(self, form: Form, place: str, tries: int) -> Seen:
        await self.places.leave()
        await self._has_keyboard()
        await self.places.all[place]()
        await self._has_keyboard()
        fields, counts = _fields(), await self._counts()
        self._stamps.take()
        await strike(form.wedge.steps(form.text))
        is_late = self._stamps.take() > form.wedge.slowest
        came = await self._came(place)
        after = await self._counts()
        characters = sum(len(text) for text in _fields().values())
        characters -= sum(len(text) for text in fields.values())
        wanted = self.places.refused(place) or ("" if form.is_known else "not a code of this venue")
        is_right = wanted in came if wanted else came == f"order {self._order_id}"
        taken, sold = after[0] - counts[0], after[1] - counts[1]
        return Seen(form.name, place, came, is_right, taken, sold, characters, tries, is_late)

    async def _has_keyboard(self) -> None:
        window = QApplication.activeModalWidget() or self.clerk.window
        if QApplication.activePopupWidget() is None:
            await _run("xdotool", "windowfocus", "--sync", str(int(window.winId())))
            await self.clerk.sees(window.isActiveWindow, "the window with the keyboard")

    async def _came(self, place: str) -> str:
        """What was opened or said, a few seconds after the scan at most."""
        ends = time.monotonic() + 5

        def words() -> str:
            said = self.clerk.text("messageBar")
            title = self.clerk.text("foundTitle")
            was_there = self.clerk.shows("foundAskYes") or self.places.refused(place)
            is_opened = f"Order {self._order_id}:" in title and not was_there
            if said.startswith("Looking for"):
                return ""
            return said or (f"order {self._order_id}" if is_opened else "")

        while not words() and time.monotonic() < ends:  # noqa: ASYNC110 - it may not come at all
            await asyncio.sleep(0.02)
        return words()

    async def _counts(self) -> tuple[int, int]:
        """Seats that are not free, and orders that are sold, as the server tells them."""
        states = (await self._client.seats.status(_EVENT)).states
        seats = int(np.count_nonzero(states != SeatState.FREE))
        return seats, int(np.count_nonzero(states == SeatState.SOLD))

    async def write(self, seconds: float, rng: random.Random) -> Typed:
        """Texts by a hand, one after the other, while the window stands still now and then."""
        began, wrong, texts, characters = time.monotonic(), list[tuple[str, str]](), 0, 0
        self._scans.clear()
        await _run("setxkbmap", "us")
        stalls = Stalls(rng)
        while time.monotonic() - began < seconds:
            text = "".join(rng.choices(_WORDS, k=rng.randint(3, 24))).strip() or "x"
            place = rng.choice(("search", "finder", "customer"))
            arrived = await self._write(text, place, rng)
            texts, characters = texts + 1, characters + len(text)
            if arrived != text:
                wrong.append((text, arrived))
        stalls.stop()
        await self.places.leave()
        spent = time.monotonic() - began
        return Typed(texts, characters, tuple(wrong), len(self._scans), stalls.count, spent)

    async def _write(self, text: str, place: str, rng: random.Random) -> str:
        await self.places.leave()
        await self._has_keyboard()
        await self.places.all[place]()
        await self._has_keyboard()
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        field.clear()
        entered: list[str] = []
        field.returnPressed.connect(lambda: entered.append(field.text()))
        has_enter = place == "search"  # where it opens nothing, as no event is called like that
        await strike(written_by_hand(text + ("\r" if has_enter else ""), rng))
        ends = time.monotonic() + 3

        def is_there() -> bool:
            return bool(entered) if has_enter else field.text() == text

        while not is_there() and time.monotonic() < ends:  # noqa: ASYNC110 - it may never be
            await asyncio.sleep(0.02)
        field.returnPressed.disconnect()
        arrived = entered[0] if entered else field.text()
        field.clear()
        return arrived if entered or not has_enter else f"{arrived} (no Enter)"


class Stalls(QObject):
    """Lets the window stand still for up to 0.7 seconds, again and again."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__()
        self._rng = rng
        self.count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._stand_still)
        self._timer.start(500)

    def stop(self) -> None:
        self._timer.stop()

    def _stand_still(self) -> None:
        self.count += 1
        time.sleep(self._rng.uniform(0.05, 0.7))
        self._timer.start(int(self._rng.uniform(300, 3000)))


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[tuple[Desk, tuple[Form, ...]]]:
    """A window with a seat in its order, on a house where one order is sold; and what to scan."""
    with running_service() as service:
        client = ConnectClient(service.address, service.token)
        try:
            order_id = await _sold(client)
            [ticket] = await client.orders.tickets(order_id)
            _remember(folder, service, order_id, (ticket.barcode, LOWER, DIGITS))
            async with at_counter(folder, service.address, service.token) as clerk:
                await clerk.open_event()
                made = Desk(clerk, client, order_id)
                await made.places.leave()
                yield made, forms(ticket.barcode, order_id)
        finally:
            await client.aclose()


async def strike(steps: Iterable[Step]) -> None:
    """Does to the keyboard what the steps say, while the window goes on."""
    await _run(*in_time(), "xdotool", "-", told=script(steps))


async def _run(*words: str, told: str = "") -> None:
    process = await asyncio.to_thread(
        subprocess.run, words, input=told.encode(), check=False, capture_output=True
    )
    assert process.returncode == 0, process.stderr.decode()


async def _sold(client: ConnectClient) -> OrderId:
    """An order whose number has two digits."""
    seat = [SeatRequest(_EVENT, SeatId(20))]
    while True:
        order = await client.orders.reserve(None, seat, new_key())
        if order.id >= 10:
            paid = [Payment(PaymentKind.CASH, order.total, order.total)]
            await client.orders.complete(order.id, f"sold-{order.id}", paid, new_key())
            return order.id
        await client.orders.cancel(order.id, new_key())


def _remember(folder: Path, service: Running, order_id: OrderId, barcodes: Sequence[str]) -> None:
    """As if the order had been sold here, with tickets of several systems."""
    record = OrderRecord(folder / "orders.sqlite")
    place = Place(_EVENT, SeatId(20))
    seats = tuple(RecordedSeat(place, "Stalls", "B", "10", code) for code in barcodes)
    record.add(
        RecordedOrder(
            service.address,
            order_id,
            f"sold-{order_id}",
            datetime.now(UTC),
            (RecordedEvent("The Tempest"),),
            "",
            Money.of("32", "EUR"),
            (),
            seats,
        )
    )
    record.close()


def _fields() -> dict[int, str]:
    """What stands in all fields of all windows."""
    widgets = QApplication.allWidgets()
    return {id(w): w.text() for w in widgets if isinstance(w, QLineEdit) and w.isVisible()}
