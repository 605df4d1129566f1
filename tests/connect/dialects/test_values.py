"""Values and pages that a site has otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from boxoffice.connect.client import CONTRACT, Dialect, MappedKind, SeatRequest, ServerWarning
from boxoffice.connect.dialects.dialect import Marker
from boxoffice.connect.errors import BadReply, Refused
from boxoffice.domain.catalogue import EventStatus
from boxoffice.domain.ids import EventId, OrderId, SeatId
from boxoffice.domain.orders.order import OrderDoubt, OrderStatus, doubt_about
from tests.connect.dialects.test_whole_api import made
from tests.connect.dialects.whole_api import CALLS, answer_of, body_of
from tests.connect.scripted import Scripted, ok, refusal

EVENT = EventId(3)
TEMPEST = {"id": 3, "name": "Tempest", "currency": "EUR", "start_date": "2026-09-25T20:00:00"}


def events(*found: dict[str, Any], **more: Any) -> httpx.Response:
    return ok("EventCnctResult", events=list(found), total_count=len(found), **more)


def places(*found: tuple[int, str]) -> httpx.Response:
    listed = [
        {"id": i, "name": "House", "timezone": zone, "external_location_id": f"ext-{i}"}
        for i, zone in found
    ]
    return ok("LocationCnctResult", locations=listed, total_count=len(listed))


def asks(answers: dict[str, httpx.Response], **options: Any) -> Scripted:
    """Answers by the last part of the path."""
    return Scripted(lambda asked: answers[asked.url.path.rsplit("/", 1)[-1]], **options)


async def test_a_time_without_an_offset_takes_the_zone_of_its_place() -> None:
    own = {**TEMPEST, "location_id": 2, "end_date": "2026-12-25T22:00:00.1234567"}
    zones = places((1, "Europe/Berlin"), (2, "America/New_York"))
    scripted = asks({"events": events(own), "locations": zones})
    for _ in range(2):
        (event,) = await scripted.client.events.list()
    assert event.starts_at == datetime(2026, 9, 26, tzinfo=UTC)
    assert event.ends_at == datetime(2026, 12, 26, 3, 0, 0, 123456, tzinfo=UTC)
    asked = [request.url.path.rsplit("/", 1)[-1] for request in scripted.seen]
    assert asked == ["events", "locations", "events"]


async def test_a_time_takes_the_zone_of_the_dialect_first(tmp_path: Path) -> None:
    dialect = made(tmp_path, '[values]\nzone = "Asia/Tokyo"\n')
    scripted = asks({"events": events(TEMPEST | {"location_id": 2})}, dialect=dialect)
    (event,) = await scripted.client.events.list()
    assert event.starts_at == datetime(2026, 9, 25, 11, tzinfo=UTC)


async def test_a_time_whose_zone_nobody_knows_is_no_answer_where_it_is_needed() -> None:
    for zones in (places(), places((1, "Europe/Berlin"), (2, "Asia/Tokyo")), places((1, ""))):
        with pytest.raises(BadReply, match=r"start_date: .*no offset"):
            await asks({"events": events(TEMPEST), "locations": zones}).client.events.list()


async def test_an_event_may_name_its_place_by_the_other_id() -> None:
    scripted = asks(
        {
            "events": events(TEMPEST | {"location_ref": "ext-2"}),
            "locations": places((1, "Europe/Berlin"), (2, "America/New_York")),
        }
    )
    (event,) = await scripted.client.events.list()
    assert (event.location_id, event.starts_at) == (2, datetime(2026, 9, 26, tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("end_date", "soon"),
        ("doors_open", "2026-13-01T00:00:00Z"),
        ("seats_total", "many"),
        ("organizer_id", ""),
        ("description", {"de": "x"}),
        ("deleted", "perhaps"),
        ("picture_url", ["x"]),
    ],
)
async def test_what_is_optional_and_does_not_fit_is_left_out_and_counted(
    name: str, value: object
) -> None:
    whole = TEMPEST | {"start_date": "2026-09-25T20:00:00Z"}
    client = Scripted(events(whole | {name: value}, whole | {"id": 4})).client
    assert [event.name for event in await client.events.list()] == ["Tempest", "Tempest"]
    assert client.oddities == {f"Events: {name} does not fit": 1}
    with pytest.raises(BadReply, match="currency"):
        await Scripted(events(whole | {name: value, "currency": "coins"})).client.events.list()


async def test_seats_of_an_order_are_never_left_out() -> None:
    order = {"id": 9, "status": 0, "currency": "EUR", "total": 0}
    line: dict[str, Any] = {"event_id": 3, "seat_id": 1}
    line |= {"price_category_id": 1, "sales_type_id": 1}
    line |= {"price": 1, "currency": "EUR"}
    wrong: list[Any] = [{"a": 1}, "x", [{}], [line | {"seat_id": "x"}]]
    for seats in wrong:
        with pytest.raises(BadReply, match="seats"):
            await Scripted(ok("OrderCnctResult", **order, seats=seats)).client.orders.get(
                OrderId(9)
            )
    odd = [line | {"area_name": ["x"], "vat_rate": "-"}] * 3
    client = Scripted(ok("OrderCnctResult", **order, seats=odd)).client
    assert len((await client.orders.get(OrderId(9))).lines) == 3


async def test_numbers_as_texts_and_with_noise_are_what_they_are() -> None:
    line: dict[str, Any] = {"event_id": "3", "seat_id": 1.0000000001}
    line |= {"price_category_id": 1, "sales_type_id": 1}
    line |= {
        "price": 30.499999999999996,
        "fee": "2.00",
        "currency": "EUR",
        "vat_rate": 7.0000000001,
    }
    line |= {"row": 7, "number": 12.0, "external_seat_id": 4711}
    order = {"id": "9", "status": "1", "currency": "EUR", "total": 32.500000000000004}
    found = await Scripted(ok("OrderCnctResult", **order, seats=[line])).client.orders.get(
        OrderId(9)
    )
    assert (found.id, found.status, found.total.amount) == (
        9,
        OrderStatus.COMPLETED,
        Decimal("32.5"),
    )
    (seat,) = found.lines
    assert (seat.event_id, seat.seat_id, seat.price.amount) == (3, 1, Decimal("30.5"))
    assert seat.vat_rate == 7
    assert doubt_about(found) is None
    assert (seat.row, seat.number, seat.external_seat_id) == ("7", "12", "4711")
    flags = {"is_default": 1, "requires_proof": "0", "deleted": 0}
    kinds = [{"id": 1.0, "name": "N", "sort": "3"} | flags]
    (kind,) = await Scripted(
        ok("SalesTypeCnctResult", sales_types=kinds, total_count=1.0)
    ).client.price_types.list()
    assert (kind.id, kind.sort, kind.is_default, kind.requires_proof) == (1, 3, True, False)


async def test_noise_is_less_than_a_millionth() -> None:
    line: dict[str, Any] = {"event_id": 3, "seat_id": 1}
    line |= {"price_category_id": 1, "sales_type_id": 1}
    line |= {"price": 30.001, "currency": "EUR"}
    order = {"id": 9, "status": 0, "currency": "EUR", "total": 30.001, "seats": [line]}
    found = await Scripted(ok("OrderCnctResult", **order)).client.orders.get(OrderId(9))
    assert doubt_about(found) is OrderDoubt.FRACTIONS


@pytest.mark.parametrize("status", ["Grant", 7, "7", 1.5, True, None])
async def test_a_member_that_is_not_known_is_another(status: object) -> None:
    whole = TEMPEST | {"start_date": "2026-09-25T20:00:00Z", "status": status}
    (event,) = await Scripted(events(whole)).client.events.list()
    assert event.status is (EventStatus.ON_SALE if status is None else EventStatus.OTHER)


async def test_cents_unset_ids_and_indices_from_1(tmp_path: Path) -> None:
    dialect = made(
        tmp_path,
        '[values]\nmoney = "cents"\nunset_id = [0, "-1"]\nunset_time = "1900-01-01T00:00:00"\n'
        'error_index_from = 1\nnew_order = "0"\n[errors]\nconflict = ["E7", 33]\n',
    )
    order = answer_of("Order GET")
    held = order["OrderCnctResult"]
    held |= {"total": 3250, "customer_id": 0, "exchange_of": "-1", "created": "1900-01-01T00:00:00"}
    held |= {"refunded": 100, "seats": [held["seats"][0] | {"price": 3050, "fee": "200"}]}
    scripted = Scripted(httpx.Response(200, json=order), dialect=dialect)
    found = await scripted.client.orders.get(OrderId(9))
    assert (found.customer_id, found.exchange_of, found.created_at) == (None, None, None)
    assert doubt_about(found) is None
    assert (found.total.amount, found.lines[0].fee.amount) == (Decimal("32.5"), Decimal(2))
    await CALLS["Order PUT"][0](scripted.client)
    process = body_of(scripted.seen[-1])["process_info"]
    assert (process["payments"][0]["amount"], process["change"]) == (2000, 50)
    await scripted.client.orders.reserve(None, [SeatRequest(EventId(3), SeatId(5))], "key")
    assert body_of(scripted.seen[-1])["order_id"] == "0"
    for number in ("E7", 33, "33"):
        errors = [{"error_index": 1, "error_number": number, "error_message": "gone"}]
        client = Scripted(refusal(400, 5, errors=errors), dialect=dialect).client
        with pytest.raises(Refused) as refused:
            await client.orders.get(OrderId(9))
        assert (refused.value.is_conflict, refused.value.items[0].index) == (True, 0)


async def test_enumerations_both_ways_and_in_paths(tmp_path: Path) -> None:
    dialect = made(
        tmp_path,
        '[enums.payment_type]\nnone="N"\ncash=["Cash","C"]\ncard="Card"\nvoucher="V"\ninvoice="I"\n'
        'mixed="M"\n[enums.mapping_type]\nseat = 12\n[parameters]\npageSize = "size"\n'
        '[parameters."IDMapping GET"]\nIDs = "ids"\n[constants."Order PUT"]\nsource = "desk"\n'
        '[constants."Order PUT".process_info]\nsend_type = "now"\n',
    )
    scripted = Scripted(ok("IDMappingResult", mappings=[]), dialect=dialect)
    await scripted.client.mappings.ids(MappedKind.SEAT, [5])
    assert scripted.seen[0].url.path.endswith("/mappings/12")
    assert dict(scripted.seen[0].url.params) == {"ids": "5"}
    scripted = Scripted(ok("SimpleResult", id=1), dialect=dialect)
    await CALLS["Order PUT"][0](scripted.client)
    body = body_of(scripted.seen[0])
    assert (body["source"], body["process_info"]["send_type"]) == ("desk", "now")
    assert body["process_info"]["payment_type"] == "Cash"
    assert body["process_info"]["payments"][0]["payment_type"] == "Cash"
    scripted = asks({"countries": ok("CountryResult", countries=[])}, dialect=dialect)
    await scripted.client.countries.list()
    assert dict(scripted.seen[0].url.params) == {"page": "1", "size": "1000"}


async def test_the_contracts_name_of_what_is_called_otherwise_means_something_else(
    tmp_path: Path,
) -> None:
    dialect = made(tmp_path, '[fields.EventCnct]\nname = "title"\nsubtitle = "name"\n')
    entry = {"id": 3, "title": "Tempest", "name": "A play", "subtitle": "?", "currency": "EUR"}
    entry |= {"start_date": "2026-09-25T20:00:00Z"}
    (event,) = await Scripted(events(entry), dialect=dialect).client.events.list()
    assert (event.name, event.subtitle) == ("Tempest", "A play")


# -- pages


def country(number: int) -> dict[str, Any]:
    return {"id": number, "country_code": "XX", "name": str(number)}


def house(
    count: int,
    most: int,
    *,
    tells: str = "",
    refuses: bool = False,
    by_asked: bool = False,
    first: int = 1,
) -> Callable[[httpx.Request], httpx.Response]:
    """A list of so many entries, at most some of them a page.

    Args:
        tells: 'total_count' or 'page_size', besides the entries.
        refuses: a larger page is refused, not cut.
        by_asked: pages begin where those of the asked size would.
    """

    def answer(request: httpx.Request) -> httpx.Response:
        asked = int(request.url.params["pageSize"])
        if refuses and asked > most:
            return refusal(422, 5)
        size = min(asked, most)
        start = (int(request.url.params["page"]) - first) * (asked if by_asked else size)
        found = [country(i) for i in range(start, max(start, min(start + size, count)))]
        told = {"total_count": count, "page_size": size}
        return ok("CountryResult", countries=found, **{n: told[n] for n in tells.split()})

    return answer


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 500, 1200])
@pytest.mark.parametrize("tells", ["", "total_count", "page_size", "total_count page_size"])
@pytest.mark.parametrize("by_asked", [False, True])
@pytest.mark.parametrize("most", [50, 500])
async def test_no_page_is_missed_however_a_server_cuts_them(
    count: int, tells: str, by_asked: bool, most: int
) -> None:
    scripted = Scripted(house(count, most, tells=tells, by_asked=by_asked))
    for _ in range(2):
        found = await scripted.client.countries.list()
        assert [each.id for each in found] == list(range(count))


async def test_a_page_size_that_is_refused_or_cut_is_not_asked_for_again() -> None:
    for server in (
        house(900, 100, refuses=True),
        house(900, 100),
        house(900, 100, tells="page_size"),
    ):
        scripted = Scripted(server)
        await scripted.client.countries.list()
        before = len(scripted.seen)
        assert len(await scripted.client.countries.list()) == 900
        assert {r.url.params["pageSize"] for r in scripted.seen[before:]} == {"100"}


async def test_what_is_refused_for_another_reason_stays_refused() -> None:
    with pytest.raises(Refused) as refused:
        await Scripted(refusal(422, 5, error_message="no such event")).client.areas.list(EVENT)
    assert refused.value.words == "no such event"
    scripted = Scripted(ok("AreaCnctResult", areas=[]), refusal(422, 5))
    await scripted.client.areas.list(EVENT)
    with pytest.raises(Refused):
        await scripted.client.areas.list(EVENT)
    assert len(scripted.seen) == 2
    scripted = Scripted(refusal(403, 2))
    with pytest.raises(Refused):
        await scripted.client.areas.list(EVENT)
    assert len(scripted.seen) == 1


async def test_sizes_and_first_pages_of_a_dialect(tmp_path: Path) -> None:
    dialect = made(tmp_path, "[paging]\nsize = 20\nbulk_size = 30\nfirst_page = 0\n")
    scripted = Scripted(house(45, 20, first=0), dialect=dialect)
    assert len(await scripted.client.countries.list()) == 45
    asked = [(r.url.params["page"], r.url.params["pageSize"]) for r in scripted.seen]
    assert asked == [("0", "20"), ("1", "20"), ("2", "20")]
    scripted = Scripted(ok("SeatStatusCnctResult", seat_states=[]), dialect=dialect)
    await scripted.client.seats.status(EVENT)
    assert dict(scripted.seen[0].url.params) == {"page": "0", "pageSize": "30"}


async def test_a_marker_that_is_refused_is_not_sent_again() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if "last_updated" in request.url.params:
            return refusal(400, 5)
        if request.url.path.endswith("/locations"):
            return places((1, "UTC"))
        states = [{"seat_id": 1, "status": 2}]
        return ok("SeatStatusCnctResult", seat_states=states, total_count=1, last_updated=9)

    scripted = Scripted(answer)
    for _ in range(2):
        changes = await scripted.client.locations.changes("7")
        delta = await scripted.client.seats.status(EVENT, "7")
        assert (changes.marker, changes.is_whole, delta.marker) == ("", True, "")
    sent = ["last_updated" in request.url.params for request in scripted.seen]
    assert sent == [True, False, True, False, False, False]


async def test_a_marker_that_is_too_old_is_left_out_alone() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        marker = request.url.params.get("last_updated")
        return refusal(400, 5) if marker == "5" else places((1, "UTC"))

    scripted = Scripted(answer)
    for marker in ("7", "5", "8"):
        await scripted.client.locations.changes(marker)
    sent = [request.url.params.get("last_updated") for request in scripted.seen]
    assert sent == ["7", "5", None, "8"]


@pytest.mark.parametrize(
    ("marker", "told", "kept"),
    [
        (Marker.NUMBER, 17, "17"),
        (Marker.NUMBER, "2026-01-01T00:00:00Z", ""),
        (Marker.NONE, 17, ""),
        (Marker.ANY, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
    ],
)
async def test_only_a_marker_that_can_be_sent_is_kept(
    marker: Marker, told: object, kept: str
) -> None:
    scripted = Scripted(events(last_updated=told), dialect=Dialect(marker=marker))
    assert (await scripted.client.events.changes()).marker == kept
    await scripted.client.events.changes(str(told))
    assert scripted.seen[-1].url.params.get("last_updated") == (kept or None)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"TIsSuccessful": True, "Events": []}, "but TIsSuccessful, Events"),
        ({}, "but nothing"),
        ({"EventCnctResult": {"Events": [1]}}, "events did not come, but Events"),
        ({"EventCnctResult": {"events": [], "total_count": 2}}, "nothing came of 2"),
        ({"EventCnctResult": {"total_count": 2}}, "nothing came of 2"),
        ({"EventCnctResult": [1]}, "is no object"),
        ({"status": "ok", "id": 3}, "neither EventCnctResult nor events"),
    ],
)
async def test_what_is_neither_result_nor_list_is_named(body: Any, words: str) -> None:
    with pytest.raises(BadReply, match=words):
        await Scripted(httpx.Response(200, json=body)).client.events.list()
    text = json.dumps(body).replace("EventCnct", "SeatStatusCnct").replace('"ev', '"seat_states"#')
    rows = json.loads(text.replace('#ents"', ""))
    words = words.replace("EventCnct", "SeatStatusCnct").replace("events", "seat_states")
    with pytest.raises(BadReply, match=words):
        await Scripted(httpx.Response(200, json=rows)).client.seats.status(EVENT)


async def test_what_is_no_order_is_named() -> None:
    found = httpx.Response(200, json={"Order": {"id": 9}, "TIsSuccessful": True})
    with pytest.raises(BadReply, match="neither OrderCnctResult nor an id came, but Order, TIs"):
        await Scripted(found).client.orders.get(OrderId(9))


@pytest.mark.parametrize(
    "result",
    [{"X": None}, {"X": {}}, {"X": {"L": None}}, {"X": {"L": []}}, {"TIsSuccessful": True}],
)
async def test_a_poll_without_a_list_is_nothing_new(result: dict[str, Any]) -> None:
    def said(name: str, items: str) -> httpx.Response:
        text = json.dumps(result).replace('"X"', f'"{name}"').replace('"L"', f'"{items}"')
        return httpx.Response(200, json=json.loads(text) | {"TIsSuccessful": True})

    client = Scripted(said("EventCnctResult", "events")).client
    changes = await client.events.changes("7")
    assert (changes.entries, changes.gone, changes.marker) == ({}, frozenset(), "7")
    delta = await Scripted(said("SeatStatusCnctResult", "seat_states")).client.seats.status(
        EVENT, "7"
    )
    assert (len(delta.seat_ids), delta.marker) == (0, "7")


async def test_a_server_without_events_has_none() -> None:
    bodies: list[dict[str, Any]] = [{"events": []}, {"events": None}, {}]
    for body in bodies:
        assert await Scripted(ok("EventCnctResult", **body)).client.events.list() == ()
    assert CONTRACT.knows_keys


async def test_entries_of_another_event_are_left_out_counted_and_told_once() -> None:
    rules = [{"id": i, "event_id": event} for i, event in enumerate([3, "3", None, 4])]
    told: list[ServerWarning] = []
    answer = ok("SalesRuleCnctResult", sales_rules=rules, total_count=4)
    client = Scripted(answer, on_warning=told.append).client
    for _ in range(2):
        assert [rule.id for rule in await client.sales_rules.list(EVENT)] == [0, 1, 2]
    assert client.oddities == {"GetSalesRule: entries of another event": 2}
    assert [(each.operation, each.left_out) for each in told] == [("GetSalesRule", 1)]
    assert len(await client.sales_rules.list(None)) == 4


async def test_all_results_may_have_one_name(tmp_path: Path) -> None:
    text = '[results]\nEventCnctResult = "Data"\nLocationCnctResult = "Data"\n'
    scripted = Scripted(
        ok("Data", events=[]), ok("Data", locations=[]), dialect=made(tmp_path, text)
    )
    assert await scripted.client.events.list() == ()
    assert await scripted.client.locations.list() == ()
