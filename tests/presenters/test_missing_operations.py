"""A server that does not have some operation: the counter does all the rest, and is told once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from boxoffice.connect import operations as table
from boxoffice.connect.client import ConnectClient
from boxoffice.connect.operations import BY_TITLE, Operation
from boxoffice.domain.ids import EventId, PriceTypeId, SeatId
from boxoffice.domain.ids import Place as At
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.common import Loss, Phase
from boxoffice.presenters.events.state import EventsView
from boxoffice.presenters.losses import LOSSES
from boxoffice.presenters.map.state import MapView
from boxoffice.presenters.notices import Code
from tests import ROOT
from tests.connect.lying import Lying
from tests.presenters.conftest import Bench
from tests.service_fixture import FIRST_EVENT, REDUCED, Running, running_service
from tests.waiting import until

EVENT = EventId(FIRST_EVENT)
# What a sale needs; without any other operation seats are sold all the same.
NEEDED = {Loss.EVENTS, Loss.MAP, Loss.PRICES, Loss.SINGLE_SEATS, Loss.SELLING}
USED = [
    operation
    for operation in table.ALL
    if operation.title.startswith(("Get", "Order", "ReserveBest"))
    and LOSSES[operation.title] not in NEEDED
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_service(data=tmp_path_factory.mktemp("house") / "house.sqlite") as running:
        yield running


def without(operation: Operation, house: Running, status: int) -> ConnectClient:
    pattern = re.compile(re.sub(r"\{\w+\}", r"[^/]+", operation.path))

    def is_it(request: httpx.Request) -> bool:
        path = request.url.path.removeprefix("/connect")
        return request.method == operation.verb and pattern.fullmatch(path) is not None

    network = Lying(lambda _: httpx.Response(status, html="<h1>No</h1>"), is_it)
    return ConnectClient(house.address, house.token, pause=0.01, transport=network)


def test_each_of_the_operations_has_its_line() -> None:
    assert LOSSES.keys() == BY_TITLE.keys()
    text = (ROOT / "boxoffice" / "connect" / "README.md").read_text()
    lines = text.split("### What a counter does without one")[1].split("## 4.")[0]
    for title, loss in LOSSES.items():
        name = title.split()[0]
        is_told = name in lines or loss in (Loss.HOUSE, Loss.NOTHING)
        assert is_told, title


@pytest.mark.parametrize("operation", USED, ids=lambda operation: operation.title)
async def test_seats_are_sold_all_the_same(
    operation: Operation, house: Running, tmp_path: Path
) -> None:
    seats = 1 + USED.index(operation)
    status = (404, 405, 501)[seats % 3]
    client = without(operation, house, status)
    told: list[str] = []
    client.platform.on_missing = lambda found: told.append(found.title)
    bench = Bench(client, tmp_path)
    await bench.open_event()
    await bench.take(seats)
    places = (At(EVENT, SeatId(seats)),)
    if LOSSES[operation.title] is not Loss.PRICE_TYPES:
        bench.order.set_price_type(places, PriceTypeId(REDUCED))
        await bench.idle()
    bench.payment.open()
    await until(lambda: bench.payment.state.can_confirm)
    bench.payment.confirm()
    await until(lambda: bool(bench.payment.state.order_number))
    assert bench.payment.last is not None
    assert bool(bench.payment.last.tickets) is (operation is not table.ORDER_TICKETS)
    assert set(told) <= {operation.title}
    await bench.close()


async def test_an_order_is_given_back_by_all_of_its_seats(house: Running, tmp_path: Path) -> None:
    bench = Bench(without(table.CANCEL_ORDER, house, 405), tmp_path)
    await bench.open_event(2)
    await bench.take(1, 2)
    bench.order.clear()
    await bench.idle()
    assert bench.lines == []
    bench.map.refresh()
    await until(lambda: bench.state_of(1) is SeatState.FREE)
    await bench.close()


@pytest.mark.parametrize("operation", [table.SALES_TYPE_PRICES, table.SALES_TYPES])
async def test_without_prices_the_map_is_there_and_nothing_is_taken(
    operation: Operation, house: Running, tmp_path: Path
) -> None:
    bench = Bench(without(operation, house, 404), tmp_path)
    await bench.open_event(2)
    bench.map.pick((SeatId(3),))
    await until(lambda: bench.order.state.notice is not None)
    assert bench.order.state.notice is not None
    assert bench.order.state.notice.code is Code.NO_PRICE
    assert bench.shown(MapView).phase is Phase.READY
    await bench.close()


async def test_a_venue_without_events_says_so(house: Running, tmp_path: Path) -> None:
    """On its first day there is nothing to load any more."""
    empty = httpx.Response(200, json={"EventCnctResult": {"events": []}})
    network = Lying(lambda _: empty, lambda request: request.url.path.endswith("/v1/events"))
    client = ConnectClient(house.address, house.token, transport=network)
    bench = Bench(client, tmp_path)
    bench.events.load()
    assert bench.shown(EventsView).phase is Phase.LOADING
    await until(lambda: bench.shown(EventsView).phase is Phase.EMPTY)
    bench.events.search("x")
    assert bench.shown(EventsView).phase is Phase.EMPTY
    await bench.close()
