"""What is not known is not called done, nor undone; what is ours is not told as another's."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx
import pytest

from boxoffice.connect.client import AddressNotValid, SeatRequest, checked_address
from boxoffice.connect.errors import (
    BadReply,
    ConnectError,
    OutcomeUnknown,
    Refused,
    SignedOut,
    Unreachable,
)
from boxoffice.connect.http_messages import Deadlines
from boxoffice.domain.drafts import DraftOrganizer
from boxoffice.domain.ids import AreaId, EventId, OrderId, SeatId
from tests.connect.scripted import Scripted, ok, refusal
from tests.waiting import until

EVENT = EventId(1)
SEAT = [SeatRequest(EVENT, SeatId(1))]
LOST = httpx.ReadError("reset")
DONE = ok("SimpleResult", id=1)


async def test_nonsense_after_a_lost_answer_settles_nothing() -> None:
    scripted = Scripted(LOST, httpx.Response(200, text="<html>Sign in to the guest net"))
    with pytest.raises(OutcomeUnknown) as unknown:
        await scripted.client.orders.reserve(None, SEAT, "key-1")
    assert unknown.value.key == "key-1"


async def test_a_refusal_after_a_lost_answer_says_that_it_may_be_done() -> None:
    with pytest.raises(Refused) as refused:
        await Scripted(LOST, refusal(409, 4)).client.orders.reserve(None, SEAT, "key-1")
    assert refused.value.may_be_done
    with pytest.raises(Refused) as refused:
        await Scripted(refusal(409, 4)).client.orders.reserve(None, SEAT, "key-1")
    assert not refused.value.may_be_done


async def test_a_lost_write_does_not_go_out_again_as_somebody_else() -> None:
    scripted = Scripted(LOST, refusal(401, 1), DONE)
    scripted.client.wait_for_credential(lambda: scripted.client.use_token("other"))
    with pytest.raises(OutcomeUnknown) as unknown:
        await scripted.client.orders.cancel(OrderId(7), "key-1")
    assert (unknown.value.order_id, len(scripted.seen)) == (7, 2)


async def test_going_back_before_anybody_asked_does_not_end_the_asking() -> None:
    asked: list[str] = []
    scripted = Scripted(refusal(401, 1), on_signed_out=lambda: asked.append("token"))
    scripted.client.give_up_waiting()
    call = asyncio.create_task(scripted.client.events.list())
    await until(lambda: bool(asked))
    scripted.client.give_up_waiting()
    with pytest.raises(SignedOut):
        await call


@pytest.mark.parametrize("name", ["SeatCnctResult", "SeatStatusCnctResult"])
async def test_a_failure_inside_a_bulk_result_is_one(name: str) -> None:
    items = {"SeatCnctResult": "seats", "SeatStatusCnctResult": "seat_states"}[name]
    body = {name: {items: [], "total_count": 0, "last_updated": 9, "error_type": 4}}
    client = Scripted(httpx.Response(200, json=body)).client
    call = client.seats.plan if name == "SeatCnctResult" else client.seats.status
    with pytest.raises(Refused):
        await call(EVENT)


async def test_a_list_without_a_total_is_read_to_its_end() -> None:
    def page(request: httpx.Request) -> httpx.Response:
        first = 1000 * (int(request.url.params["page"]) - 1)
        ids = range(first, min(first + 1000, 2300))
        entries = [{"id": i, "country_code": "XX", "name": str(i)} for i in ids]
        return ok("CountryResult", countries=entries)

    assert len(await Scripted(page).client.countries.list()) == 2300


async def test_a_server_that_turns_no_pages_and_tells_no_total_has_one() -> None:
    entries = [{"id": i, "country_code": "XX", "name": str(i)} for i in range(150)]
    scripted = Scripted(ok("CountryResult", countries=entries))
    assert len(await scripted.client.countries.list()) == 150
    states = [{"seat_id": i, "status": 0} for i in range(150)]
    scripted = Scripted(ok("SeatStatusCnctResult", seat_states=states))
    assert len((await scripted.client.seats.status(EVENT)).seat_ids) == 150


async def test_of_what_is_gone_the_id_is_enough() -> None:
    gone = [{"id": 5, "deleted": True}]
    changes = await Scripted(ok("EventCnctResult", events=gone)).client.events.changes("1")
    assert changes.gone == frozenset({5})
    states = [{"seat_id": 5, "deleted": True}]
    delta = await Scripted(ok("SeatStatusCnctResult", seat_states=states)).client.seats.status(
        EVENT
    )
    assert delta.seat_ids.tolist() == [5]
    plan = await Scripted(ok("SeatCnctResult", seats=gone)).client.seats.changes(EVENT, "1")
    assert plan.gone.tolist() == [5]
    half = Scripted(ok("SeatStatusCnctResult", seat_states=[{"seat_id": 5}]))
    with pytest.raises(BadReply, match="status"):
        await half.client.seats.status(EVENT)


async def test_closing_says_of_each_call_what_is_known() -> None:
    gate, arrived = threading.Event(), threading.Semaphore(0)

    async def hang(_: httpx.Request) -> httpx.Response:
        arrived.release()
        await asyncio.to_thread(gate.wait, 20)
        return DONE

    scripted = Scripted(DONE, transport=httpx.MockTransport(hang))
    client = scripted.client
    writes = [asyncio.create_task(client.orders.cancel(OrderId(i), f"k{i}")) for i in range(8)]
    reads = [asyncio.create_task(client.events.list()) for _ in range(8)]
    for _ in range(12):
        await asyncio.to_thread(arrived.acquire)
    await client.aclose()
    gate.set()
    ended = await asyncio.gather(*writes, *reads, return_exceptions=True)
    kinds = [type(error).__name__ for error in ended]
    assert kinds[:8].count("OutcomeUnknown") == 6
    assert kinds[:8].count("Unreachable") == 2
    assert set(kinds[8:]) == {"Unreachable"}
    with pytest.raises(Unreachable):
        await client.events.list()


async def test_a_full_queue_of_ours_is_not_the_server_being_away() -> None:
    gate = threading.Event()

    async def hang(_: httpx.Request) -> httpx.Response:
        await asyncio.to_thread(gate.wait, 20)
        return ok("EventCnctResult", events=[])

    stand_in = httpx.MockTransport(hang)
    hurried = Deadlines(slot=0.05)
    client = Scripted(DONE, transport=stand_in, deadlines=hurried, pause=0.01).client
    calls = [asyncio.create_task(client.events.list()) for _ in range(16)]
    await until(lambda: sum(call.done() for call in calls) >= 8)
    gate.set()
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert results.count(()) >= 6
    assert await client.events.list() == ()


@pytest.mark.parametrize(
    "address",
    [
        "https://192.168.1.256/connect",
        "https://999.1.1.1",
        "https://münchen..de",
        "https://☃☃.",
        "https://a:99999",
    ],
)
def test_an_address_that_cannot_be_asked_is_none(address: str) -> None:
    try:
        checked_address(address)
    except AddressNotValid:
        return
    pytest.fail(f"{address} is taken")


@pytest.mark.parametrize("proxy", ["socks://127.0.0.1:1", "http://proxy:80x", "socks5://h:1"])
async def test_a_proxy_that_is_none_is_told(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    scripted = Scripted(DONE, transport=None)
    with pytest.raises(ConnectError):
        await scripted.client.events.list()


async def test_what_no_header_can_carry_is_not_sent() -> None:
    scripted = Scripted(DONE, language="français")
    with pytest.raises(Unreachable):
        await scripted.client.events.list()
    assert scripted.seen == []


async def test_an_import_says_how_much_of_it_is_in() -> None:
    organizers = [DraftOrganizer(f"o{i}", "Name") for i in range(5001)]
    answers: list[Any] = [DONE, httpx.ConnectError("refused")]
    with pytest.raises(Unreachable) as error:
        await Scripted(*answers).client.imports.organizers(organizers, "key")
    assert error.value.done == 5000


async def test_a_file_whose_name_is_no_text_is_uploaded() -> None:
    scripted = Scripted(DONE)
    await scripted.client.pictures.upload_area(AreaId(1), b"GIF", "caf\udce9.png", "key")
    assert b'filename="caf?.png"' in scripted.seen[0].content


async def test_failure_with_fields_and_no_type_is_a_refusal() -> None:
    body = {"TIsSuccessful": False, "field_errors": [{"field": "name", "error_message": "long"}]}
    with pytest.raises(Refused) as refused:
        await Scripted(httpx.Response(200, json=body)).client.events.list()
    assert [(f.field, f.message) for f in refused.value.fields] == [("name", "long")]
