"""Whole sales on a real service that does what it is asked and says something else: nothing gets
stuck, and what is on the screen and in the journal is what the server has."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from boxoffice.connect import operations
from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import OrderInDoubt, OutcomeUnknown
from boxoffice.domain.ids import EventId, OrderId, PriceTypeId, SeatId
from boxoffice.domain.ids import Place as At
from boxoffice.domain.orders.customer import NewCustomer
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.presenters import idempotency
from boxoffice.presenters.finder.state import FinderView
from boxoffice.presenters.notices import Code
from boxoffice.presenters.payment.state import PaymentPhase
from boxoffice.presenters.sale.state import Standing
from tests.connect.lying import Lie, Lying, lost, silent, text
from tests.presenters.conftest import Bench
from tests.service_fixture import FIRST_EVENT, REDUCED, Running, running_service
from tests.waiting import until

EVENT = EventId(FIRST_EVENT)
LIES: dict[str, Lie] = {
    "empty": text(""),
    "no content": text("", 204),
    "null": text("null"),
    "words": text("OK", kind="text/plain"),
    "a text": text('"done"'),
    "a list": text("[]"),
    "cut": text('{"TIsSuccessful": true, "Sim'),
    "a page": text("<html>Welcome", kind="text/html"),
    "only flags": text('{"TIsSuccessful": true, "TIsAuthorizedUser": true}'),
    "another result": text('{"Answer": {"State": "done"}}'),
    "an id": silent,
    "lost": lost,
    "failed": text("oops", 500),
    "says no": text('{"TIsSuccessful": false, "error_message": "no", "error_type": 1}', 500),
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running_service(data=tmp_path_factory.mktemp("house") / "house.sqlite") as running:
        yield running


@pytest.fixture
async def honest(house: Running) -> AsyncIterator[ConnectClient]:
    client = ConnectClient(house.address, house.token)
    yield client
    await client.aclose()


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = (0.01,) * 20
    monkeypatch.setattr(idempotency.until_known, "__defaults__", (pauses,))


def liar(house: Running, network: Lying, *, knows_keys: bool) -> ConnectClient:
    return ConnectClient(
        house.address, house.token, pause=0.01, transport=network, knows_keys=knows_keys
    )


@pytest.mark.parametrize("knows_keys", [True, False])
@pytest.mark.parametrize("lie", LIES)
async def test_a_sale_is_what_the_server_has(
    lie: str, knows_keys: bool, house: Running, honest: ConnectClient, tmp_path: Path
) -> None:
    first = 1 + 2 * (2 * list(LIES).index(lie) + knows_keys)
    network = Lying(LIES[lie])
    bench = Bench(liar(house, network, knows_keys=knows_keys), tmp_path)
    await bench.open_event()
    await bench.take(first)
    await bench.take(first + 1)
    places = tuple(At(EVENT, SeatId(seat)) for seat in (first, first + 1))
    bench.order.set_price_type(places[:1], PriceTypeId(REDUCED))
    await bench.idle()
    bench.order.give_back(places[1:])
    await bench.idle()
    order = bench.order.order
    assert order is not None
    bench.payment.open()
    await until(lambda: bench.payment.state.can_confirm)
    bench.payment.confirm()
    await until(lambda: bool(bench.payment.state.order_number))
    truth = await honest.orders.get(order.id)
    assert (truth.status, truth.places) == (OrderStatus.COMPLETED, frozenset(places[:1]))
    assert truth.lines[0].price_type_id == REDUCED
    assert bench.payment.last is not None
    assert bench.payment.last.order.external_id == truth.external_id
    assert bench.journal.open_intents(house.address) == ()
    states = await honest.seats.status(EVENT)
    told = dict(zip(states.seat_ids.tolist(), states.states.tolist(), strict=True))
    assert told[first + 1] == SeatState.FREE
    if not knows_keys:  # what may have been done was not asked for twice
        assert sum(verb == "PUT" and path.count("/") == 3 for verb, path in network.seen) == 1
    await bench.close()


async def test_a_sale_that_nobody_can_read_is_left_to_the_clerk(
    service: Running, tmp_path: Path
) -> None:
    """Every answer about the order is a web page from now on; the sale was made all the same."""
    network = Lying(text("<html>", kind="text/html"), lambda _: False)
    bench = Bench(liar(service, network, knows_keys=True), tmp_path)
    bench.payment.tell_of_left_open(bench.restart.take_up)
    await bench.open_event()
    await bench.take(1)
    bench.payment.open()
    await until(lambda: bench.payment.state.can_confirm)
    network.about = lambda request: "/orders/" in request.url.path
    bench.payment.confirm()
    await until(lambda: bench.restart.state.undecided == 1)
    assert bench.payment.state.phase is PaymentPhase.CLOSED
    assert (bench.lines, len(bench.journal.open_intents(service.address))) == ([], 1)
    network.about = lambda _: False
    [row] = bench.restart.state.settled
    bench.restart.sell(row.external_id)
    await until(lambda: bench.restart.state.settled[0].standing is Standing.SOLD)
    assert bench.journal.open_intents(service.address) == ()
    await bench.close()


@pytest.mark.parametrize("lie", ["empty", "words", "lost"])
async def test_a_customer_is_added_once_and_found(lie: str, house: Running) -> None:
    client = liar(house, Lying(LIES[lie]), knows_keys=False)
    who = NewCustomer("Ada", lie, f"{lie}@example.org")
    added = await client.customers.add(who, new_key())
    assert [found.id for found in await client.customers.search(who.email)] == [added]
    await client.aclose()


async def reserve(client: ConnectClient, *seats: int, order: int | None = None) -> OrderId:
    asked = [SeatRequest(EVENT, SeatId(seat)) for seat in seats]
    number = OrderId(order) if order is not None else None
    return (await client.orders.reserve(number, asked, new_key())).id


async def test_two_tills_of_one_token_do_not_take_each_other_s_order(
    service: Running, rival: ConnectClient
) -> None:
    """The same seats, asked for by both; the answer to the second, which was refused, is lost."""
    theirs = await reserve(rival, 1, 2)
    network = Lying(lost)
    client = liar(service, network, knows_keys=False)
    with pytest.raises(OutcomeUnknown) as unknown:
        await reserve(client, 1, 2)
    assert not isinstance(unknown.value, OrderInDoubt)
    assert unknown.value.was_looked_at  # theirs was there before
    ours = await reserve(client, 3, 4)
    assert ours != theirs
    assert (await rival.orders.get(ours)).places == {At(EVENT, SeatId(3)), At(EVENT, SeatId(4))}
    await client.aclose()


async def test_an_order_that_another_till_may_have_is_shown_and_the_clerk_decides(
    service: Running, rival: ConnectClient, tmp_path: Path
) -> None:
    """The other one took the seats, and one more, while the request was on its way."""
    network = Lying(lost, lambda request: request.url.path.endswith("reserve-seat"))
    bench = Bench(liar(service, network, knows_keys=False), tmp_path)
    shown: list[OrderId] = []

    def show(order_id: OrderId) -> None:
        shown.append(order_id)
        bench.finder.choose(order_id)

    bench.order.tell_of_found(show)
    bench.finder.take_held_by(bench.order.take_found)
    await bench.open_event()
    theirs: list[OrderId] = []

    async def first(request: httpx.Request) -> httpx.Response:
        if not theirs and request.url.path.endswith("reserve-seat"):
            theirs.append(await reserve(rival, 1, 2, 3))
        return await real(request)

    real, network.handle_async_request = network.handle_async_request, first  # type: ignore[method-assign]
    bench.map.pick((SeatId(1), SeatId(2)))
    await until(lambda: bool(shown))
    await bench.idle()
    assert shown == theirs
    assert bench.order.order is None
    assert bench.order.state.notice is not None
    assert bench.order.state.notice.code is Code.ORDER_IN_DOUBT
    await until(lambda: bench.shown(FinderView).opened is not None)
    assert bench.shown(FinderView).opened.is_held
    bench.finder.take_over()
    await bench.idle()
    assert bench.lines == [1, 2, 3]
    await bench.close()


async def test_best_seats_whose_answer_is_lost_are_shown(service: Running, tmp_path: Path) -> None:
    network = Lying(lost, lambda request: request.url.path.endswith("best-seat"))
    bench = Bench(liar(service, network, knows_keys=False), tmp_path)
    shown: list[OrderId] = []
    bench.order.tell_of_found(shown.append)
    await bench.open_event()
    bench.map.take_best(BestSeats(2))
    await until(lambda: bool(shown))
    await bench.idle()
    assert sum(path.endswith("best-seat") for _, path in network.seen) == 1
    await bench.close()


async def test_a_reservation_of_an_earlier_run_is_looked_for_and_not_asked_again(
    service: Running, tmp_path: Path
) -> None:
    """The answer was lost with the program; the server knows no keys."""
    network = Lying(lost, lambda request: request.url.path.endswith("reserve-seat"))
    bench = Bench(liar(service, network, knows_keys=False), tmp_path)
    await bench.open_event()
    await bench.keeper.begin("key-of-the-run", (SeatRequest(EVENT, SeatId(7)),))
    body = {"order_id": "", "seats_info": [{"event_id": EVENT, "seat_id": 7}]}
    with pytest.raises(OutcomeUnknown):
        await bench.client.orders._sender.send(
            operations.RESERVE_SEAT, body=body, key="key-of-the-run"
        )
    again = Bench(liar(service, network, knows_keys=False), tmp_path)
    again.restart.start()
    await until(lambda: not again.restart.state.is_busy)
    [held] = again.restart.state.held
    assert [seat.number for seat in held.seats] == ["7"]
    assert sum(path.endswith("reserve-seat") for _, path in network.seen) == 1
    await again.close()
    await bench.close()


async def test_a_look_that_fails_comes_first_the_next_time(service: Running) -> None:
    """The server is away for a moment after it has made the order: it is not made twice."""
    is_away = False

    def lie(answer: httpx.Response) -> httpx.Response:
        nonlocal is_away
        if is_away or answer.request.method != "GET":
            is_away = True
            raise httpx.ReadError("reset")
        return answer

    network = Lying(lie, lambda _: True)
    client = liar(service, network, knows_keys=False)
    key, asked = new_key(), [SeatRequest(EVENT, SeatId(5))]
    with pytest.raises(OutcomeUnknown):
        await client.orders.reserve(None, asked, key)
    network.about = lambda _: False
    made = await idempotency.until_known(
        lambda key: client.orders.reserve(None, asked, key), lambda: None, (0.2,) * 20, key=key
    )
    assert made.places == {asked[0].place}
    assert sum(verb == "POST" for verb, _ in network.seen) == 1
    await client.aclose()
