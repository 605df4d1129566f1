"""What a server tells in part, or says that it does not have: it is looked up another way."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from boxoffice.connect.client import BestSeatsRequest, SeatRequest
from boxoffice.connect.errors import BadReply, OrderInDoubt, OutcomeUnknown, Refused
from boxoffice.domain.ids import EventId, OrderId, SeatId
from boxoffice.domain.orders.order import Order
from tests.connect.scripted import LINE, Scripted, ok

EVENT, ORDER = EventId(1), OrderId(9)
_FIELDS = {"id": 9, "status": 0, "currency": "EUR", "total": 0}


def told(*seats: int) -> httpx.Response:
    lines = [LINE | {"seat_id": seat} for seat in seats]
    return ok("OrderCnctResult", **_FIELDS, seats=lines)


def not_here(status: int) -> httpx.Response:
    return httpx.Response(status, json={"error_number": status, "error_message": "Not here."})


def asked(scripted: Scripted) -> list[str]:
    return [f"{one.method} {one.url.path.removeprefix('/connect')}" for one in scripted.seen]


def seats_of(order: Order) -> list[int]:
    return sorted(line.seat_id for line in order.lines)


@pytest.mark.parametrize("seats", [{}, {"seats": None}, {"seats": []}])
async def test_a_reservation_that_tells_no_seats_is_looked_at(seats: dict[str, Any]) -> None:
    scripted = Scripted(ok("OrderCnctResult", **_FIELDS, **seats), told(1, 2))
    wanted = [SeatRequest(EVENT, SeatId(1)), SeatRequest(EVENT, SeatId(2))]
    assert seats_of(await scripted.client.orders.reserve(None, wanted, "key")) == [1, 2]
    assert asked(scripted) == ["POST /v1/orders/reserve-seat", "GET /v1/orders/9"]


async def test_a_reservation_that_tells_the_new_seats_alone_is_looked_at() -> None:
    scripted = Scripted(told(1), told(2), told(1, 2))
    orders = scripted.client.orders
    await orders.reserve(None, [SeatRequest(EVENT, SeatId(1))], "key-1")
    whole = await orders.reserve(ORDER, [SeatRequest(EVENT, SeatId(2))], "key-2")
    assert seats_of(whole) == [1, 2]


async def test_best_seats_are_as_many_as_were_asked_for() -> None:
    scripted = Scripted(told(1), told(1, 2))
    order = await scripted.client.orders.reserve_best(None, BestSeatsRequest(EVENT, 2), "key")
    assert seats_of(order) == [1, 2]
    whole = Scripted(told(1, 2))
    await whole.client.orders.reserve_best(None, BestSeatsRequest(EVENT, 2), "key")
    assert len(whole.seen) == 1


async def test_a_reservation_that_cannot_be_looked_at_is_in_doubt() -> None:
    scripted = Scripted(told(), not_here(404))
    with pytest.raises(OrderInDoubt) as doubt:
        await scripted.client.orders.reserve(None, [SeatRequest(EVENT, SeatId(1))], "key")
    assert doubt.value.found == 9


async def test_seats_that_the_server_did_not_take_are_not_in_the_order() -> None:
    scripted = Scripted(told(1), told(1), told(1))
    orders = scripted.client.orders
    await orders.reserve(None, [SeatRequest(EVENT, SeatId(1))], "key-1")
    order = await orders.reserve(ORDER, [SeatRequest(EVENT, SeatId(2))], "key-2")
    assert seats_of(order) == [1]


@pytest.mark.parametrize("status", [404, 405, 501])
async def test_an_order_is_put_together_where_it_is_not_told_whole(status: int) -> None:
    base = ok("OrderBaseCnctResult", **_FIELDS)
    seats = ok("SeatsInOrderCnctResult", seats=[LINE])
    scripted = Scripted(not_here(status), base, seats)
    assert seats_of(await scripted.client.orders.get(ORDER)) == [1]


async def test_an_order_that_is_not_there_is_refused_in_the_servers_words() -> None:
    scripted = Scripted(not_here(404))
    with pytest.raises(Refused) as refused:
        await scripted.client.orders.get(ORDER)
    assert (refused.value.code, refused.value.words) == (404, "Not here.")


async def test_the_status_of_seats_is_had_by_the_other_way() -> None:
    states = ok("SeatStatusCnctResult", seat_states=[{"seat_id": 1, "status": 2}], total_count=1)
    scripted = Scripted(not_here(404), states)
    for _ in range(2):
        assert (await scripted.client.seats.status(EVENT)).seat_ids.tolist() == [1]
    way = "GET /v1/events/1/jt-seat-status"
    assert asked(scripted) == ["GET /v1/events/1/seat-status", way, way]


async def test_the_status_of_an_event_that_is_not_there_is_refused() -> None:
    scripted = Scripted(not_here(404))
    for _ in range(2):
        with pytest.raises(Refused):
            await scripted.client.seats.status(EVENT)
    first, *_ = asked(scripted)
    assert asked(scripted).count(first) == 2


async def test_a_byte_order_mark_is_no_part_of_an_answer() -> None:
    body = b'\xef\xbb\xbf{"LocationCnctResult": {"locations": []}}'
    json = {"Content-Type": "application/json"}
    assert (
        await Scripted(httpx.Response(200, content=body, headers=json)).client.locations.list()
        == ()
    )


@pytest.mark.parametrize("held", [600, "1970-01-01T00:10:00Z"])
async def test_an_open_order_whose_hold_ended_long_ago_tells_no_hold(held: object) -> None:
    client = Scripted(ok("OrderCnctResult", **_FIELDS, hold_till=held)).client
    assert (await client.orders.get(ORDER)).hold_seconds is None
    over = _FIELDS | {"status": 3, "hold_till": held}
    order = await Scripted(ok("OrderCnctResult", **over)).client.orders.get(ORDER)
    assert order.hold_seconds is not None
    assert order.hold_seconds < 0


async def test_a_line_without_a_currency_is_in_that_of_its_order() -> None:
    line = {name: value for name, value in LINE.items() if name != "currency"}
    whole = Scripted(ok("OrderCnctResult", **_FIELDS, seats=[line]))
    assert (await whole.client.orders.get(ORDER)).lines[0].price.currency == "EUR"
    base, seats = ok("OrderBaseCnctResult", **_FIELDS), ok("SeatsInOrderCnctResult", seats=[line])
    parts = Scripted(not_here(405), base, seats)
    assert (await parts.client.orders.get(ORDER)).lines[0].price.currency == "EUR"
    with pytest.raises(BadReply):
        await Scripted(seats).client.orders.seats(ORDER)


async def test_a_sale_without_a_word_may_be_seen_a_little_later() -> None:
    def order(status: int) -> httpx.Response:
        told = {**_FIELDS, "status": status, "external_order_reseller_id": "T1"}
        return ok("OrderCnctResult", **told, seats=[LINE])

    late = Scripted(httpx.Response(202), order(0), order(0), order(1))
    await late.client.orders.complete(ORDER, "T1", [], "key")
    assert len(late.seen) == 4
    never = Scripted(httpx.Response(202), order(0))
    with pytest.raises(OutcomeUnknown):
        await never.client.orders.complete(ORDER, "T1", [], "key")


# Lists


def halls(most: int, there: int = 5, **more: Any) -> Any:
    """A server that has so many, and gives no more than `most` at once."""

    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params["page"])
        ids = range(1, there + 1)[(page - 1) * most : page * most]
        entries = [{"id": at, "name": "Hall"} for at in ids]
        counted = {name: len(entries) if value is ... else value for name, value in more.items()}
        return ok("LocationCnctResult", locations=entries, **counted)

    return answer


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"total_count": 0},
        {"total_count": 1},
        {"total_count": -1},
        {"total_count": ..., "page_size": 2},
        {"total_count": ..., "page_size": ...},
        {"total_count": 5, "page_size": 1000},
    ],
)
async def test_a_count_that_cannot_be_is_none(more: dict[str, Any]) -> None:
    assert len(await Scripted(halls(2, **more)).client.locations.list()) == 5


@pytest.mark.parametrize("end", [not_here(404), httpx.Response(204)])
async def test_where_nothing_is_counted_a_page_that_is_not_there_ends_the_list(
    end: httpx.Response,
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return halls(2, 4)(request) if request.url.params["page"] in "12" else end

    scripted = Scripted(answer)
    assert len(await scripted.client.locations.list()) == 4
    assert len(await scripted.client.locations.list()) == 4
    assert scripted.client.platform.missing == set()


async def test_where_more_is_counted_a_page_that_is_not_there_is_refused() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        is_first = request.url.params["page"] == "1"
        return halls(2, total_count=5)(request) if is_first else not_here(404)

    with pytest.raises(Refused):
        await Scripted(answer).client.locations.list()


async def test_an_empty_list_may_be_204() -> None:
    scripted = Scripted(httpx.Response(204))
    assert await scripted.client.locations.list() == ()
    assert len((await scripted.client.seats.status(EVENT)).seat_ids) == 0
    with pytest.raises(BadReply):
        await scripted.client.orders.get(ORDER)


@pytest.mark.parametrize("most", [40, 12])
async def test_small_pages_are_learned(most: int) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        is_more = int(request.url.params["pageSize"]) > most
        return not_here(400) if is_more else halls(int(request.url.params["pageSize"]))(request)

    assert len(await Scripted(answer).client.locations.list()) == 5
