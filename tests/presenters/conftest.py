"""Presenters on a real service, their views autospecced; what was shown last is `state`."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import Mock, create_autospec

import pytest

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.catalogue import Event
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.picture import Raster
from boxoffice.domain.preferences import Preferences
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.journal.holds import Holds
from boxoffice.journal.intents import Journal
from boxoffice.journal.record import OrderRecord
from boxoffice.journal.shelf import Shelf
from boxoffice.presenters.common import Phase, Printer
from boxoffice.presenters.events.presenter import EventsPresenter
from boxoffice.presenters.events.state import EventsView
from boxoffice.presenters.finder.presenter import FinderPresenter
from boxoffice.presenters.finder.state import FinderView
from boxoffice.presenters.map.board import SeatBoard
from boxoffice.presenters.map.presenter import MapPresenter
from boxoffice.presenters.map.state import MapView, PictureReader
from boxoffice.presenters.order.hold_keeper import HoldKeeper
from boxoffice.presenters.order.presenter import OrderPresenter
from boxoffice.presenters.order.state import OrderView
from boxoffice.presenters.payment.presenter import PaymentPresenter
from boxoffice.presenters.payment.state import PaymentView
from boxoffice.presenters.restart.presenter import RestartPresenter
from boxoffice.presenters.restart.state import RestartView
from boxoffice.presenters.sale.paperwork import Paperwork
from boxoffice.presenters.sale.seller import Seller
from boxoffice.presenters.sale.sold_record import SoldRecord
from boxoffice.presenters.tasks import Tasks
from tests.service_fixture import Running, another_token, running_service
from tests.waiting import until

SIZES = (Raster(1, 1, b"\0\0\xff\xff"),)


class HandClock:
    """A clock that a test turns by hand; its wall clock stands still."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return self.seconds


class Bench:
    """All presenters of a session, without a window."""

    def __init__(self, client: ConnectClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.clock = HandClock()
        self.failures: list[Exception] = []
        self.tasks = Tasks(self.failures.append)
        self.journal = Journal(folder / "journal.sqlite")
        self.views: dict[Any, Any] = {
            kind: create_autospec(kind, instance=True)
            for kind in (EventsView, FinderView, MapView, OrderView, PaymentView, RestartView)
        }
        self.tell = Mock()
        self.printer = create_autospec(Printer, instance=True)
        self.printer.print_summary.return_value = "Counter 1"
        self.board = SeatBoard(self.views[MapView])
        self.keeper = HoldKeeper(Holds(self.journal), client.address, self.clock, self.tell)
        self.record = OrderRecord(folder / "orders.sqlite")
        self.sold = SoldRecord(self.record, client.address, self.tasks, self.tell)
        self.order = OrderPresenter(
            self.views[OrderView],
            client,
            self.tasks,
            self.clock,
            self.board,
            self.keeper,
            self.sold.note_returned_unsold,
            gather_seconds=0.01,
        )
        self.seller = Seller(client, self.journal, self.sold, self.clock, "Anna", pauses=(0.01,))
        paper = Paperwork(self.printer, self.sold, self.clock)
        self.shown_events: list[EventId] = []
        self.finder = FinderPresenter(
            self.views[FinderView],
            client,
            self.sold,
            paper,
            self.tasks,
            self.board,
            self.order.begin_exchange,
            self.shown_events.append,
            self.tell,
        )
        self.pictures = create_autospec(PictureReader, instance=True)
        self.pictures.read.return_value = SIZES
        self.map = MapPresenter(
            self.views[MapView],
            client,
            self.tasks,
            self.clock,
            self.board,
            self.order,
            self.pictures,
            self.finder,
        )
        self.shelf = Shelf(folder, client.address)
        self.events = EventsPresenter(
            self.views[EventsView],
            client,
            self.tasks,
            self.clock,
            self.shelf,
            self.map.open,
            self.hear,
        )
        self.preferences = Preferences()
        self.payment = PaymentPresenter(
            self.views[PaymentView],
            self.order,
            self.seller,
            paper,
            self.tasks,
            self.tell,
            lambda: self.preferences,
        )
        self.restart = RestartPresenter(
            self.views[RestartView],
            client,
            self.seller,
            self.order,
            self.keeper,
            self.sold,
            paper,
            self.clock,
            self.tasks,
            self.tell,
            self.shown_events.append,
        )

    def hear(self, events: tuple[Event, ...]) -> None:
        self.map.take_news(events)
        self.order.take_news(events)

    def shown(self, kind: Any) -> Any:
        """The state that the view was shown last."""
        calls = self.views[kind].show_state.call_args_list
        return calls[-1].args[0] if calls else None

    def told(self) -> list[Any]:
        """The notices in the message bar so far."""
        return [call.args[0] for call in self.tell.call_args_list]

    async def open_event(self, event_id: int = 1) -> None:
        self.events.load()
        await until(lambda: self.events_ready)
        self.events.open(EventId(event_id))
        await until(lambda: self.shown(MapView).phase is Phase.READY)

    @property
    def events_ready(self) -> bool:
        return bool(self.shown(EventsView).phase is Phase.READY)

    async def take(self, *seats: int) -> None:
        self.map.pick(tuple(SeatId(seat) for seat in seats))
        await until(lambda: all(self.state_of(seat) is SeatState.MINE for seat in seats))
        await self.idle()

    async def idle(self) -> None:
        """Until nothing that was bought is under way."""
        await until(lambda: not self.order.state.is_busy and not self.tasks.is_buying)

    def state_of(self, seat: int) -> SeatState | None:
        return self.board.state_of(SeatId(seat))

    @property
    def lines(self) -> list[int]:
        return [row.line.seat_id for row in self.order.state.rows]

    async def close(self) -> None:
        await self.tasks.close(1.0)
        await self.keeper.flush()
        await self.client.aclose()
        self.journal.close()
        self.record.close()
        assert self.failures == []


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The service's data file."""
    return tmp_path / "house.sqlite"


@pytest.fixture
def service(data: Path) -> Iterator[Running]:
    with running_service(data=data) as running:
        yield running


@pytest.fixture
async def bench(service: Running, tmp_path: Path) -> AsyncIterator[Bench]:
    client = ConnectClient(service.address, service.token, pause=0.01)
    bench = Bench(client, tmp_path)
    yield bench
    await bench.close()


@pytest.fixture
async def rival(service: Running) -> AsyncIterator[ConnectClient]:
    """Another window on the same service, with the same token."""
    client = ConnectClient(service.address, service.token)
    yield client
    await client.aclose()


@pytest.fixture
async def stranger(service: Running, data: Path) -> AsyncIterator[ConnectClient]:
    """Another counter on the same service, with a token of its own."""
    client = ConnectClient(service.address, another_token(data))
    yield client
    await client.aclose()


@pytest.fixture
def rng() -> random.Random:
    return random.Random(7)


class NextRun:
    """The same counter, started again after the first run died where it stood."""

    def __init__(self, dead: Bench, service: Running, folder: Path) -> None:
        self._dead = dead
        self._service = service
        self._folder = folder
        self._benches: list[Bench] = []

    async def start(self) -> Bench:
        """Until all that was left is settled."""
        bench = await self.begin()
        await until(lambda: not bench.restart.state.is_busy)
        return bench

    async def begin(self) -> Bench:
        """Nothing of the first run goes on: its work is dropped, not closed."""
        for dead in (self._dead, *self._benches):
            await dead.keeper.flush()
            dead.tasks.stop("countdown")
        client = ConnectClient(self._service.address, self._service.token, pause=0.01)
        bench = Bench(client, self._folder)
        self._benches.append(bench)
        bench.restart.start()
        return bench

    async def close(self) -> None:
        for bench in self._benches:
            await bench.close()


@pytest.fixture
async def next_run(bench: Bench, service: Running, tmp_path: Path) -> AsyncIterator[NextRun]:
    made = NextRun(bench, service, tmp_path)
    yield made
    await made.close()
