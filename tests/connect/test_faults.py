"""What the client makes of servers that misbehave: typed errors, never a wrong value."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from boxoffice.connect.client import (
    AddressNotValid,
    ConnectClient,
    Deadlines,
    SeatRequest,
    ServerWarning,
    checked_address,
)
from boxoffice.connect.errors import BadReply, OutcomeUnknown, Refused, SignedOut, Unreachable
from boxoffice.domain.catalogue import AreaKind, EventStatus
from boxoffice.domain.ids import EventId, OrderId, SeatId
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.seats.seatplan import SeatState
from tests.connect.scripted import LINE, Script, Scripted, ok, refusal

EVENT = EventId(1)
ORDER = {"id": 9, "status": 0, "currency": "EUR", "total": 0, "seats": [LINE]}


def client(*script: Script | httpx.Response | Exception, **options: Any) -> ConnectClient:
    """A client of a server that answers by the script."""
    scripted = Scripted(*script, **options)
    scripted.client.seen = scripted.seen  # type: ignore[attr-defined]
    return scripted.client


def seen(made: ConnectClient) -> list[httpx.Request]:
    requests: list[httpx.Request] = made.seen  # type: ignore[attr-defined]
    return requests


def raw(body: bytes | str, status: int = 200, kind: str = "application/json") -> httpx.Response:
    return httpx.Response(status, content=body, headers={"Content-Type": kind})


async def reserve(made: ConnectClient, key: str = "key-1") -> None:
    await made.orders.reserve(None, [SeatRequest(EVENT, SeatId(1))], key)


@pytest.mark.parametrize("lost", [httpx.ReadError("reset"), httpx.RemoteProtocolError("cut")])
async def test_a_write_whose_answer_was_lost_is_asked_again_with_its_key(lost: Exception) -> None:
    made = client(lost, ok("OrderCnctResult", **ORDER))
    await reserve(made)
    keys = [request.headers["Idempotency-Key"] for request in seen(made)]
    assert keys == ["key-1", "key-1"]
    assert seen(made)[0].content == seen(made)[1].content


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_write_that_stays_without_an_answer_is_not_called_failed(status: int) -> None:
    made = client(raw("oops", status))
    with pytest.raises(OutcomeUnknown) as unknown:
        await reserve(made)
    assert unknown.value.key == "key-1"
    assert len(seen(made)) == 2


@pytest.mark.parametrize(
    "cause", [httpx.ConnectError("refused"), refusal(503, 7), refusal(429, 6), raw("x", 503)]
)
async def test_a_write_that_did_not_get_there_is_known_not_to_be_done(
    cause: httpx.Response | Exception,
) -> None:
    with pytest.raises(Unreachable):
        await reserve(client(cause))


async def test_a_loss_before_a_refused_connection_stays_unknown() -> None:
    with pytest.raises(OutcomeUnknown):
        await reserve(client(httpx.ReadError("reset"), httpx.ConnectError("refused")))


async def test_reads_are_repeated_and_recover() -> None:
    made = client(raw("x", 503), httpx.ReadError("reset"), ok("EventCnctResult", events=[]))
    assert await made.events.list() == ()
    assert len(seen(made)) == 3


async def test_reads_end_after_some_attempts() -> None:
    made = client(raw("x", 503))
    with pytest.raises(Unreachable):
        await made.events.list()
    assert len(seen(made)) == 3


@pytest.mark.parametrize(
    ("answer", "is_foreign"),
    [
        (raw("<html><body>Sign in to the guest net", kind="text/html"), True),
        (raw("<html>", kind="application/json"), True),
        (raw('{"EventCnctResult": {"events": [', kind="application/json"), False),
        (raw("[" * 200_000), False),
        (raw('{"EventCnctResult": {"events": [{"id": ' + "9" * 5000 + "}]}}"), False),
        (raw("[]"), False),
        (raw("null"), False),
        (raw(b"\xff\xfe"), False),
        (httpx.Response(302, headers={"Location": "https://portal.example"}), True),
        (ok("EventCnctResult", events={"no": "list"}), False),
        (ok("EventCnctResult", events=[{"id": 1, "name": "x"}]), False),
        (ok("EventCnctResult", events=[{"id": 2**70, "name": "x"}]), False),
        (ok("EventCnctResult", events=["x"]), False),
    ],
)
async def test_an_answer_that_is_none_of_this_api(answer: httpx.Response, is_foreign: bool) -> None:
    with pytest.raises(BadReply) as bad:
        await client(answer).events.list()
    assert bad.value.is_foreign is is_foreign


async def test_a_missing_field_is_named() -> None:
    event = {"id": 1, "name": "x", "currency": "EUR"}
    with pytest.raises(BadReply, match="start_date"):
        await client(ok("EventCnctResult", events=[event])).events.list()


async def test_failure_with_status_200_is_a_failure() -> None:
    for body in (
        {"TIsSuccessful": False, "error_type": 4, "error_message": "taken"},
        {"TIsSuccessful": True, "error_type": 4, "error_message": "taken"},
        {"OrderCnctResult": {"error_type": 4, "error_message": "taken"}},
    ):
        with pytest.raises(Refused) as refused:
            await reserve(client(httpx.Response(200, json=body)))
        assert refused.value.words == "taken"
        assert refused.value.is_conflict


async def test_items_and_fields_of_a_refusal() -> None:
    errors = [{"error_index": 2, "error_number": 409, "error_message": "gone"}]
    fields = [{"field": "quantity", "error_message": "too many"}]
    answer = refusal(409, 4, errors=errors, field_errors=fields)
    with pytest.raises(Refused) as refused:
        await reserve(client(answer))
    assert [(i.index, i.message) for i in refused.value.items] == [(2, "gone")]
    assert [(f.field, f.message) for f in refused.value.fields] == [("quantity", "too many")]


async def test_a_bare_result_without_its_wrapper_is_read() -> None:
    assert await client(raw('{"events": []}')).events.list() == ()
    delta = await client(raw('{"seat_states": [{"seat_id": 1, "status": 2}]}')).seats.status(EVENT)
    assert delta.states.tolist() == [SeatState.SOLD]


@pytest.mark.parametrize("answer", [refusal(401, 1), raw("no", 401, "text/plain")])
async def test_a_credential_that_is_not_valid(answer: httpx.Response) -> None:
    with pytest.raises(SignedOut) as error:
        await client(answer).events.list()
    assert "secret-token" not in repr(error.value) + str(error.value)


async def test_one_byte_a_second_is_ended_by_the_deadline() -> None:
    class Dripping(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            while True:
                yield b" "
                await asyncio.sleep(0.01)

    def drip(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=Dripping())

    with pytest.raises(Unreachable):
        await client(drip, deadlines=Deadlines(read=0.1)).events.list()


async def test_a_small_body_that_unpacks_without_end_is_refused() -> None:
    bomb = gzip.compress(bytes(200_000_000), 1)
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
    with pytest.raises(BadReply, match="larger than"):
        await client(httpx.Response(200, content=bomb, headers=headers)).events.list()


async def test_unknown_enum_values_are_other() -> None:
    event = {
        "id": 1,
        "name": "x",
        "currency": "EUR",
        "status": 77,
        "start_date": "2026-09-25T09:21:55+02:00",
    }
    (found,) = await client(ok("EventCnctResult", events=[event])).events.list()
    assert found.status is EventStatus.OTHER
    (area,) = await client(ok("AreaCnctResult", areas=[{"id": 1, "kind": 9}])).areas.list(EVENT)
    assert area.kind is AreaKind.OTHER
    order = await client(ok("OrderCnctResult", **{**ORDER, "status": 12})).orders.get(OrderId(9))
    assert order.status is OrderStatus.OTHER
    states = [{"seat_id": 1, "status": 9}, {"seat_id": 2, "status": -1}]
    delta = await client(ok("SeatStatusCnctResult", seat_states=states)).seats.status(EVENT)
    assert delta.states.tolist() == [SeatState.OTHER, SeatState.OTHER]


@pytest.mark.parametrize("place", ["null", '"5"', "true", "[1]", "1e400", "1" + "0" * 30])
async def test_a_door_without_a_place_is_left_out(place: str) -> None:
    wrong = '{"id": 1, "x": 1, "y": ' + place + "}"
    right = '{"id": 2, "name": null, "x": 2.5, "y": -3}'
    made = client(raw('{"EntranceCnctResult": {"entrances": [' + f"{wrong}, {right}" + "]}}"))
    (door,) = await made.entrances.list(EVENT)
    assert (door.id, door.name, door.x, door.y) == (2, "", 2.5, -3.0)


def seat(id_: int, **more: Any) -> dict[str, Any]:
    return {"id": id_, "area_id": 1, "price_category_id": 1, "x": 1.0, "y": 2.0} | more


@pytest.mark.parametrize(
    ("seats", "named"),
    [
        ([seat(7), seat(7)], "7"),
        ([seat(8, x=1e300)], "8"),
        ([seat(9, y=None)], "9"),
        ([{"id": 5}], "area_id"),
        ([seat(2**70)], "64 bit|range|int"),
    ],
)
async def test_seats_that_contradict_themselves_are_named(
    seats: list[dict[str, Any]], named: str
) -> None:
    with pytest.raises(BadReply, match=named):
        await client(ok("SeatCnctResult", seats=seats, total_count=len(seats))).seats.plan(EVENT)


@pytest.mark.parametrize("body", ['{"SeatCnctResult":{"seats":[{"id":1,"x":NaN', "<html>", ""])
async def test_a_seat_plan_that_is_cut_short_is_not_applied(body: str) -> None:
    with pytest.raises(BadReply):
        await client(raw(body)).seats.plan(EVENT)


async def test_a_deleted_seat_is_not_in_the_plan_and_its_status_is_blocked() -> None:
    made = client(ok("SeatCnctResult", seats=[seat(1), seat(2, deleted=True)], total_count=2))
    assert (await made.seats.plan(EVENT)).plan.ids.tolist() == [1]
    states = [{"seat_id": 2, "status": 0, "deleted": True}]
    delta = await client(ok("SeatStatusCnctResult", seat_states=states)).seats.status(EVENT)
    assert delta.states.tolist() == [SeatState.BLOCKED]


async def test_reasons_are_those_of_blocked_seats_alone() -> None:
    rows = [
        {"seat_id": 1, "status": 3, "blocked_reason": "Press"},
        {"seat_id": 2, "status": 0, "blocked_reason": "Press"},
        {"seat_id": 3, "status": 3, "blocked_reason": "  "},
        {"seat_id": 4, "status": 3},
        {"seat_id": 5, "status": 3, "blocked_reason": None},
        {"seat_id": 6, "status": 3, "blocked_reason": "Press", "deleted": True},
        {"seat_id": 2**80, "status": 3, "blocked_reason": "Press"},
    ]
    answer = ok("EventSeatDataCnctResult", event_seat_data=rows, last_updated="m7")
    assert await client(answer).seats.blocked_reasons(EVENT) == ({1: "Press"}, "m7")
    with pytest.raises(BadReply):
        await client(ok("EventSeatDataCnctResult", rows=[])).seats.blocked_reasons(EVENT)


async def test_the_marker_is_the_first_page_s() -> None:
    """What changes while the pages are turned is at or after it, on whichever page it is."""

    def page(*states: int, marker: object) -> httpx.Response:
        rows = [{"seat_id": s, "status": 0} for s in states]
        return ok("SeatStatusCnctResult", seat_states=rows, total_count=3, last_updated=marker)

    made = client(page(1, 2, marker=10), page(3, marker=12))
    delta = await made.seats.status(EVENT, "4")
    assert delta.marker == "10"
    assert delta.seat_ids.tolist() == [1, 2, 3]
    assert [r.url.params["last_updated"] for r in seen(made)] == ["4", "4"]


async def test_two_currencies_and_absurd_prices_do_not_become_money() -> None:
    line = {
        "event_id": 1,
        "seat_id": 1,
        "price_category_id": 1,
        "sales_type_id": 1,
        "currency": "EUR",
    }
    for wrong in (
        {"price": "1e999999"},
        {"price": "NaN"},
        {"price": [1]},
        {"price": 1, "currency": "eu"},
    ):
        order = ORDER | {"seats": [line | wrong]}
        with pytest.raises(BadReply):
            await client(ok("OrderCnctResult", **order)).orders.get(OrderId(9))


async def test_every_request_bears_the_credential_and_the_language() -> None:
    made = client(ok("EventCnctResult", events=[]), language="de")
    await made.events.list()
    headers = seen(made)[0].headers
    assert headers["Authorization"] == 'AUTHTOKEN auth_token="secret-token"'
    assert headers["Accept-Language"] == "de"
    assert "Idempotency-Key" not in headers


async def test_no_secret_in_what_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with pytest.raises(Unreachable):
        await client(raw("x", 503)).events.list()
    assert "secret-token" not in caplog.text


@pytest.mark.parametrize(
    "address",
    [
        "https://box.example/connect",
        "http://127.0.0.1:8480/connect",
        "http://localhost/connect",
        "https://box.example:8443/",
        "http://[::1]:80/connect",
    ],
)
def test_addresses_that_are_safe(address: str) -> None:
    assert checked_address(f" {address} ") == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "box.example",
        "http://box.example/connect",
        "ftp://box.example",
        "https://",
        "https://user:pass@box.example",
        "https://box.example?x=1",
        "javascript:alert(1)",
        "http://127.0.0.1.evil.example/connect",
        "https://box.example/\u202e",
        "https://[bad",
    ],
)
def test_addresses_that_are_not(address: str) -> None:
    with pytest.raises(AddressNotValid):
        checked_address(address)


async def test_numbers_keep_every_digit() -> None:
    body = json.dumps(ORDER).replace('"total": 0', '"total": 1234567890.10')
    order = await client(raw('{"OrderCnctResult": ' + body + "}")).orders.get(OrderId(9))
    assert str(order.total.amount) == "1234567890.10"


async def test_what_the_server_warns_of_is_told_and_the_result_stands() -> None:
    told: list[ServerWarning] = []
    block = {"warnings": [{"error_index": 0, "error_number": 7, "error_message": "nearly full"}]}
    states = {"seat_states": [{"seat_id": 1, "status": 2}], "total_count": 1}
    answers = (
        httpx.Response(200, json={"EventCnctResult": {"events": []}} | block),
        httpx.Response(200, json={"OrderCnctResult": ORDER | block}),
        httpx.Response(200, json={"SeatStatusCnctResult": states} | block),
    )
    made = client(*answers, on_warning=told.append)
    assert await made.events.list() == ()
    await reserve(made)
    assert len((await made.seats.status(EVENT)).seat_ids) == 1
    assert [(w.operation, w.words, w.index, w.number) for w in told] == [
        (name, "nearly full", 0, 7) for name in ("Events", "ReserveSeat", "GetSeatStatus")
    ]
