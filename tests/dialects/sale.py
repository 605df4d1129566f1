"""A whole sale in the real window on a site, and what came of it by the server's own word."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from boxoffice.connect.client import DialectNotValid, load_dialect
from boxoffice.desktop.settings import Profile
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.rehearsal.hand import Hand, NotShown
from tests.dialects.reading import Part, Reading
from tests.dialects.readings import serving
from tests.dialects.site import Asked, Site
from tests.journeys.conftest import Counter, at_counter
from tests.service.client import Api
from tests.service_fixture import Running, another_token, running_service
from tests.waiting import PATIENCE

PICTURE = "end.png"
STUCK = 10.0  # seconds for a step, on a machine that has time for it
EVENT, RIVALS = 1, 9
_SEATS, _SEATS_IN_HOUSE = (5, 6, 7), 80
_PER_SECOND = 20
_READ = 3 * _PER_SECOND  # how often words are seen to stand, where a refusal is expected
_SAYS = re.compile(r"Notice(-\d+)?$|Message$|^messageBar$|^orderRules$|^lostWhy$|^mapWaiting$")
_COMPLETED = 1
_HINT = "Choose an event"  # what to do, where nothing is in the way


class Outcome(Enum):
    SOLD = "sold"
    REFUSED = "refused in words"
    STUCK = "stuck"
    WRONG = "wrong"

    @property
    def is_good(self) -> bool:
        return self in (Outcome.SOLD, Outcome.REFUSED)


@dataclass(frozen=True)
class Came:
    """What came of a reading.

    Attributes:
        step: where it ended.
        words: what the window said last.
        asked: the operations that the site was asked for.
    """

    reading: str
    outcome: Outcome
    expected: Outcome
    step: str
    words: str
    asked: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_good(self) -> bool:
        return self.outcome.is_good and self.outcome is self.expected

    def as_dict(self) -> dict[str, object]:
        told = {"reading": self.reading, "outcome": self.outcome.value, "ok": self.is_good}
        return told | {"step": self.step, "words": self.words, "asked": list(self.asked)}


class Wrong(Exception):
    """What the window says and what the server has are not the same; the text tells what."""


class _Rival:
    """Another till, which asks the service directly."""

    def __init__(self, service: Running, token: str) -> None:
        self._service = service
        self._authorization = f"AUTHTOKEN {token}"
        self._order: int | None = None

    def meet(self, asked: Asked) -> None:
        """Takes a seat just before the clerk's request for it arrives."""
        if asked.row.name != "ReserveSeat" or not isinstance(asked.body, dict) or self._order:
            return
        if any(each.get("seat_id") == RIVALS for each in asked.body.get("seats_info") or ()):
            self.take()

    def take(self) -> None:
        with Api(self._service, self._authorization) as api:
            self._order = api.reserve(RIVALS).result["id"]

    def give_back(self) -> None:
        with Api(self._service, self._authorization) as api:
            api.delete(f"/orders/{self._order}")


class _Clerk:
    """The one who sells: waits for each step, and reads what the window says meanwhile."""

    def __init__(self, counter: Counter, reading: Reading, rival: _Rival, patience: float) -> None:
        self.counter = counter
        self.patience = patience
        self.rival = rival
        self.reading = reading
        self.step = "the events"
        self.said: list[str] = []
        counter.hand = Hand(counter.window, patience=patience)

    async def sees(self, condition: Callable[[], bool], step: str) -> None:
        """Waits for it.

        Raises:
            NotShown: it did not come.
        """
        self.step = step
        read = 0
        try:
            async with asyncio.timeout(self.patience):
                while not condition():
                    self.listen()
                    read += self.reading.is_refused and any(self.words())
                    if read > _READ:
                        raise NotShown(step)
                    await asyncio.sleep(1 / _PER_SECOND)
        except TimeoutError as error:
            raise NotShown(step) from error
        self.listen()

    def listen(self) -> None:
        for words in self.words():
            if words not in self.said:
                self.said.append(words)

    def words(self) -> Iterator[str]:
        """What stands in the window just now of what happened or is in the way."""
        for label in self.counter.window.findChildren(QLabel):
            if label.isVisible() and _SAYS.search(label.objectName()):
                text = re.sub(r"<[^>]*>", " ", label.text())
                text = " ".join(text.split())
                if text and not text.startswith(_HINT):
                    yield text

    def sum_is(self, text: str) -> Callable[[], bool]:
        return lambda: self.counter.text("orderTotal") == text


def sale_of(reading: Reading, folder: Path, patience: float = PATIENCE) -> Callable[[], Any]:
    """The sale, to be run in Qt's loop. A step that takes longer than `patience` is stuck."""
    folder.mkdir(parents=True, exist_ok=True)

    async def sale() -> Came:
        data = folder / "house.sqlite"
        with running_service(data=data) as service, serving(reading, service) as site:
            rival = _Rival(service, another_token(data, "rival"))
            site.before = rival.meet
            (folder / "site.toml").write_text(reading.dialect(), encoding="utf-8")
            try:
                dialect = load_dialect("site.toml", folder)
            except DialectNotValid as error:
                wanted = _wanted(reading)
                return Came(reading.name, Outcome.REFUSED, wanted, "the dialect", str(error))
            profile = Profile(server=site.address, dialect=dialect)
            async with at_counter(folder, site.address, service.token, site=profile) as counter:
                clerk = _Clerk(counter, reading, rival, patience)
                return await _played(clerk, service, site, folder, data)

    return sale


async def _played(clerk: _Clerk, service: Running, site: Site, folder: Path, data: Path) -> Came:
    try:
        await _sell(clerk, folder)
        step = clerk.step = "the truth"
        await asyncio.to_thread(compare, clerk.reading, service, data)
        _read_paper(clerk, folder)
        outcome, words = Outcome.SOLD, clerk.said[-1] if clerk.said else ""
    except NotShown as error:
        outcome, words, step = await _refused(clerk, data, str(error))
    except Wrong as error:
        outcome, words, step = Outcome.WRONG, str(error), clerk.step
    reading = clerk.reading
    return Came(reading.name, outcome, _wanted(reading), step, words, tuple(site.asked))


def _wanted(reading: Reading) -> Outcome:
    return Outcome.REFUSED if reading.is_refused else Outcome.SOLD


async def _refused(clerk: _Clerk, data: Path, why: str) -> tuple[Outcome, str, str]:
    """The sale did not go on: whether the window says why, and tells no less than was done."""
    clerk.counter.window.grab().save(str(data.with_name(PICTURE)))
    words = list(dict.fromkeys(clerk.words()))
    told = "; ".join(words or clerk.said[-1:])
    sold = await asyncio.to_thread(
        _rows, data, "select id from orders where status = ?", _COMPLETED
    )
    if sold and not clerk.reading.may_be_sold:
        return Outcome.WRONG, f"sold, and not shown: {told}", clerk.step
    if not told:
        return Outcome.STUCK, why, clerk.step
    held = await asyncio.to_thread(_held, data)
    shown = {int(place.seat_id) for place in clerk.counter.window.order.places}
    if held - shown and not clerk.reading.may_be_held:
        return Outcome.WRONG, f"seats {sorted(held)} are held, and not shown: {told}", clerk.step
    return Outcome.REFUSED, told, clerk.step


async def _sell(clerk: _Clerk, folder: Path) -> None:
    counter, parts = clerk.counter, clerk.reading.parts
    await clerk.sees(counter.has_events, "the events")
    clerk.step = "the map"
    await counter.open_event()
    _facts(clerk)
    if Part.SINGLE in parts:
        await _take_single(clerk)
    else:
        await clerk.sees(lambda: counter.shows("partySize"), "the party")
        await counter.hand.press(Qt.Key.Key_2)
        await counter.hand.press(Qt.Key.Key_F3)
        await clerk.sees(clerk.sum_is("€64.00"), "the best seats")
    if Part.REDUCED in parts:
        await counter.makes("1 red")
        await clerk.sees(clerk.sum_is("€54.00"), "a reduced seat")
    if Part.RIVAL in parts:
        await _meet_rival(clerk)
    pay = counter.hand.find("payButton", QPushButton)
    await clerk.sees(lambda: pay.isVisible() and pay.isEnabled(), "the payment")
    _hold(clerk)
    await counter.hand.press(Qt.Key.Key_F9)
    await clerk.sees(lambda: counter.shows("tenderedField"), "the payment")
    await counter.hand.type("70")
    due = 54 if Part.REDUCED in parts else 64
    await clerk.sees(lambda: counter.text("paymentChange") == f"€{70 - due}.00", "the change")
    await counter.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: counter.shows("orderNumber"), "sold")
    await clerk.sees((folder / "summary.pdf").exists, "the paper")
    if counter.text("changeDue") not in (f"€{70 - due}.00", ""):
        raise Wrong(f"change of {counter.text('changeDue')}")
    await _next_buyer(clerk)


async def _next_buyer(clerk: _Clerk) -> None:
    """The map lives: it shows what is sold, and what another till does."""
    counter, rival = clerk.counter, clerk.rival
    await counter.hand.press(Qt.Key.Key_Return)
    await clerk.sees(lambda: counter.shows("orderEmpty"), "the next buyer")
    if Part.SINGLE in clerk.reading.parts:
        await clerk.sees(lambda: counter.state_of(_SEATS[0]) is SeatState.SOLD, "what is sold")
    if Part.MAP not in clerk.reading.parts:
        return
    if Part.RIVAL not in clerk.reading.parts:
        await asyncio.to_thread(rival.take)
    await clerk.sees(lambda: counter.state_of(RIVALS) is not SeatState.FREE, "a seat taken")
    await asyncio.to_thread(rival.give_back)
    await clerk.sees(lambda: counter.state_of(RIVALS) is SeatState.FREE, "a seat given back")


async def _take_single(clerk: _Clerk) -> None:
    counter, parts = clerk.counter, clerk.reading.parts
    seats = _SEATS if Part.GIVEN_BACK in parts else _SEATS[:2]
    for seat in seats:
        clerk.step = f"seat {seat}"
        await counter.click_seat(seat)
        await clerk.sees(lambda s=seat: counter.has_line(s), f"seat {seat}")  # type: ignore[misc]
    if Part.GIVEN_BACK in parts:
        await clerk.sees(counter.is_settled, "the seats")
        await counter.click_seat(_SEATS[-1])
        await clerk.sees(lambda: not counter.has_line(_SEATS[-1]), "a seat given back")
    await clerk.sees(clerk.sum_is("€64.00"), "the sum")


async def _meet_rival(clerk: _Clerk) -> None:
    """A seat that somebody else is faster for: that is said, and the order stays."""
    counter = clerk.counter
    await clerk.sees(counter.is_settled, "the order")
    clerk.said.clear()
    await counter.click_seat(RIVALS)
    await clerk.sees(
        lambda: bool(clerk.said) and not counter.has_line(RIVALS) and counter.is_settled(),
        "a seat that is taken",
    )


def _facts(clerk: _Clerk) -> None:
    """What is told of the event is the house's."""
    plan = clerk.counter.canvas.plan
    if plan is None or len(plan) != _SEATS_IN_HOUSE:
        raise Wrong(f"the map has {0 if plan is None else len(plan)} seats")
    wanted = {"mapTitle": "The Tempest", "mapTime": clerk.reading.shown_time}
    if Part.VENUES in clerk.reading.parts:
        wanted["mapPlace"] = "Small House"
    for name, words in wanted.items():
        shown = clerk.counter.text(name)
        if words and words not in shown:
            raise Wrong(f"{name} says {shown!r}")


def _hold(clerk: _Clerk) -> None:
    left = clerk.counter.text("holdCountdown")
    if left and not re.search(r"\b(9:\d\d|10:00)", left) and clerk.reading.shown_time:
        raise Wrong(f"the hold of ten minutes shows {left!r}")


def compare(reading: Reading, service: Running, data: Path) -> None:
    """Looks at the order, its seats, price types, sum and payment, asked of the server directly.

    Raises:
        Wrong: they are not those of the sale.
    """
    with Api(service) as truth:
        done = _rows(data, "select id, payment from orders where status = ?", _COMPLETED)
        if len(done) != 1:
            raise Wrong(f"{len(done)} orders are sold on the server")
        number, paid = done[0]
        order = truth.get(f"/orders/{number}").result
    due = 54 if Part.REDUCED in reading.parts else 64
    seats = {line["seat_id"] for line in order["seats"]}
    if Part.SINGLE in reading.parts and seats != set(_SEATS[:2]):
        raise Wrong(f"the server sold {sorted(seats)}")
    types = sorted(line["sales_type_id"] for line in order["seats"])
    if types != ([1, 2] if Part.REDUCED in reading.parts else [1, 1]):
        raise Wrong(f"the server has the price types {types}")
    if order["total"] != due:
        raise Wrong(f"the server's total is {order['total']}")
    if Part.PAID in reading.parts:
        _compare_payment(json.loads(paid) if paid else {}, due)
    if held := _held(data):
        raise Wrong(f"seats that stay held: {held}")


def _compare_payment(paid: dict[str, Any], due: int) -> None:
    amounts = [(part["payment_type"], Decimal(part["amount"])) for part in paid.get("payments", ())]
    if amounts != [(1, Decimal(due))]:
        raise Wrong(f"the server was paid {amounts}")
    change = paid.get("tendered"), paid.get("change")
    if tuple(Decimal(str(each or 0)) for each in change) != (Decimal(70), Decimal(70 - due)):
        raise Wrong(f"tendered and change are {change}")


def _read_paper(clerk: _Clerk, folder: Path) -> None:
    text = " ".join(pypdf.PdfReader(folder / "summary.pdf").pages[0].extract_text().split())
    due = "54.00" if Part.REDUCED in clerk.reading.parts else "64.00"
    for words in ("The Tempest", due):
        if words not in text:
            raise Wrong(f"the paper lacks {words}: {text[:200]}")


def _held(data: Path) -> set[int]:
    """The seats that the clerk holds."""
    held = _rows(data, "select seat_id from event_seats where event_id = 1 and status = 1")
    return {seat for (seat,) in held} - {RIVALS}


def _rows(data: Path, statement: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{data}?mode=ro", uri=True, timeout=60)) as connection:
        return connection.execute(statement, values).fetchall()
