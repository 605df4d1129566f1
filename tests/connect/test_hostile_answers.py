"""Answers that no honest server gives: each of these once brought the client down."""

from __future__ import annotations

from datetime import timedelta, timezone

import httpx
import pytest

from boxoffice.connect.errors import BadReply, Refused, ServerWarning
from boxoffice.domain.ids import AreaId, EventId, OrderId
from tests.connect.scripted import Scripted, ok
from tests.turns import stopwatch

ORDER = '{"OrderCnctResult": {"id": 9, "status": 0, "currency": "EUR", "total": 0, %s}}'


def raw(body: str | bytes, status: int = 200) -> httpx.Response:
    return httpx.Response(status, content=body, headers={"Content-Type": "application/json"})


@pytest.mark.parametrize("number", ["1e99999999", "-1e99999999"])
async def test_a_number_that_nobody_can_write_out_costs_no_time(number: str) -> None:
    """To make it whole took minutes, and all the memory there was."""
    with stopwatch() as watch:
        order = await Scripted(raw(ORDER % f'"customer_id": {number}')).client.orders.get(
            OrderId(9)
        )
        assert order.customer_id is None
        with pytest.raises(BadReply):
            await Scripted(raw(ORDER % f'"total": {number}')).client.orders.get(OrderId(9))
        assert watch.seconds < 5


async def test_a_number_that_is_next_to_nothing_is_nothing() -> None:
    for number in ("0e99999999", "1e-99999999", "0." + "0" * 1_000_000 + "1"):
        order = await Scripted(raw(ORDER % f'"refunded": {number}')).client.orders.get(OrderId(9))
        assert order.refunded is not None
        assert order.refunded.amount == 0


@pytest.mark.parametrize("place", ["https://xn--0/", "https://xn--a-.example/", "http://[::1"])
async def test_a_redirect_to_no_address_is_a_redirect(place: str) -> None:
    with pytest.raises(BadReply) as bad:
        await Scripted(httpx.Response(302, headers={"Location": place})).client.events.list()
    assert bad.value.is_foreign


async def test_no_cookie_is_kept() -> None:
    body: dict[str, object] = {"CountryResult": {}}
    made = Scripted(httpx.Response(200, json=body, headers={"Set-Cookie": "c=1; Path=/"}))
    await made.client.countries.list()
    await made.client.countries.list()
    assert not any("Cookie" in request.headers for request in made.seen)


async def test_words_that_are_none_are_not_told() -> None:
    deep = "[" * 400 + "]" * 400
    body = '{"error_type": 4, "error_number": 1, "error_message": %s, "errors": [%s]}'
    item = '{"error_index": 1%s, "error_message": 7}' % ("0" * 300)
    with pytest.raises(Refused) as refused:
        await Scripted(raw(body % (deep, item), 409)).client.orders.get(OrderId(9))
    assert refused.value.words == ""
    (told,) = refused.value.items
    assert (told.index, told.message) == (2**63 - 1, "7")


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00", "0001-01-01T00:00:00+14:00"])
@pytest.mark.parametrize("name", ["hold_till", "created", "completed"])
async def test_a_time_of_year_1_is_not_set(name: str, time: str) -> None:
    client = Scripted(raw(ORDER % f'"{name}": "{time}"')).client
    order = await client.orders.get(OrderId(9))
    assert (order.hold_seconds, order.created_at, order.completed_at) == (None, None, None)
    assert client.oddities == {}


async def test_a_time_at_the_end_of_all_calendars_can_be_told_everywhere() -> None:
    time = "9999-12-31T23:59:59-23:59"
    order = await Scripted(raw(ORDER % f'"created": "{time}"')).client.orders.get(OrderId(9))
    assert order.created_at is not None
    for hours in (-12, 14):
        assert order.created_at.astimezone(timezone(timedelta(hours=hours))).year == 9999


async def test_a_count_beyond_counting_is_the_largest_that_is_not() -> None:
    area = '{"areas": [{"id": 1, "capacity": 1%s, "level": -1%s, "sort": 1e30}]}'
    (found,) = await Scripted(raw(area % ("0" * 30, "0" * 30))).client.areas.list(None)
    most = 2**31 - 1
    assert (found.capacity, found.level, found.sort) == (most, -most, most)


@pytest.mark.parametrize("name", ["id", "area_id", "price_category_id"])
async def test_no_seat_has_a_negative_id(name: str) -> None:
    seat = {"id": 1, "area_id": 1, "price_category_id": 1, name: -1}
    answers = ok("SeatCnctResult", seats=[seat], total_count=1)
    with pytest.raises(BadReply, match=name):
        await Scripted(answers).client.seats.plan(EventId(1))
    states = [{"seat_id": -1, "status": 0}]
    with pytest.raises(BadReply, match="seat_id"):
        await Scripted(ok("SeatStatusCnctResult", seat_states=states)).client.seats.status(
            EventId(1)
        )


async def test_an_address_without_end_is_none() -> None:
    body = {"SimpleResult": {}, "TCreatedFileURL": "x" * 2001}
    calls = Scripted(httpx.Response(200, json=body)).client.pictures
    assert await calls.upload_area(AreaId(1), b"x", "x.png", "key") == ""


async def test_a_million_wrong_entries_are_one_wrong_answer() -> None:
    """A word on each took half a minute, and gigabytes."""
    seats = '"seats": [' + ",".join(["{}"] * 300_000) + "]"
    tickets = '{"containers": [{"ticket": {"tickets": [' + ",".join(["{}"] * 300_000) + "]}}]}"
    area = '{"areas": [{"id": 1, "outline": [' + ",".join(["7"] * 300_000) + "]}]}"
    with stopwatch() as watch:
        with pytest.raises(BadReply, match=r"seats\.0\.event_id"):
            await Scripted(raw(ORDER % seats)).client.orders.get(OrderId(9))
        with pytest.raises(BadReply, match=r"ticket\.tickets\.0"):
            await Scripted(raw(tickets)).client.orders.tickets(OrderId(9))
        assert (await Scripted(raw(area)).client.areas.list(None))[0].outline == ()
        assert watch.seconds < 5


async def test_no_more_warnings_are_told_than_anybody_reads() -> None:
    told: list[ServerWarning] = []
    body = {"CountryResult": {}, "warnings": [{"error_message": "x"}] * 10_000}
    made = Scripted(httpx.Response(200, json=body), on_warning=told.append)
    assert await made.client.countries.list() == ()
    assert len(told) == 100
