"""The dialect `platform`: an answer for each thing that its maker publishes elsewhere (mark D)."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from boxoffice.connect.client import ServerWarning, load_dialect
from boxoffice.connect.errors import Refused, SignedOut
from boxoffice.domain.ids import EventId, OrderId
from tests.connect.dialects.test_values import country, house
from tests.connect.dialects.whole_api import CALLS, body_of
from tests.connect.scripted import Script, Scripted, ok

PLATFORM = load_dialect("platform", Path())
PLACE = {
    "id": 1,
    "external_location_id": "hall-1",
    "name": "Hall",
    "country_code": "CH",
    "timezone": "Europe/Zurich",
}
ORGANIZER = {"external_event_organizer_id": "org-1", "name": "Org", "country_code": "CH"}
EVENT = {
    "id": 3,
    "external_event_id": "e-3",
    "name": "Tempest",
    "start_date": "2026-09-25T09:21:55+02:00",
    "end_date": "0001-01-01T00:00:00",
    "location_ref": "hall-1",
    "organizer_ref": "org-1",
    "organizer_id": 0,
    "currency": "CHF",
}


def platform(*script: Script | httpx.Response, **options: Any) -> Scripted:
    return Scripted(*script, dialect=PLATFORM, **options)


async def test_credentials_and_headers() -> None:
    scripted = platform(ok("EventCnctResult", events=[]), language="de")
    await scripted.client.events.list()
    headers = scripted.seen[0].headers
    assert headers["Authorization"] == 'AUTHTOKEN auth_token="secret-token"'
    assert headers["Accept-Language"] == "de"
    assert headers["X-App-Version"]


async def test_events_locations_and_organizers() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/locations"):
            return ok("LocationCnctResult", locations=[PLACE])
        if request.url.path.endswith("/organizers"):
            return ok("OrganizerResult", organizers=[ORGANIZER | {"id": 2}])
        return ok("EventCnctResult", events=[EVENT])

    client = platform(answer).client
    (event,) = await client.events.list()
    assert event.starts_at == datetime(2026, 9, 25, 7, 21, 55, tzinfo=UTC)
    assert (event.ends_at, event.location_id, event.organizer_id) == (None, 1, None)
    (place,) = await client.locations.list()
    assert (place.external_id, place.country_code) == ("hall-1", "CH")
    (organizer,) = await client.organizers.list()
    assert organizer.external_id == "org-1"
    assert client.oddities == {}


async def test_money_is_a_number_with_its_currency() -> None:
    price = {"id": 1, "sales_type_id": 6, "price_category_id": 4, "price": 30.5, "currency": "CHF"}
    client = platform(ok("SalesTypePriceCnctResult", sales_type_prices=[price])).client
    (entry,) = await client.prices.list(EventId(3))
    assert (entry.price.price.amount, entry.price.price.currency) == (Decimal("30.5"), "CHF")


async def test_tickets_in_containers_with_their_states() -> None:
    def ticket(number: str, **more: str) -> dict[str, Any]:
        held = {"external_ticket_id": number, "barcode": f"B{number}", "price": 30.5}
        return held | {"currency": "CHF"} | more

    tickets = [
        ticket("1"),
        ticket("2", status="Grant"),
        ticket("3", status="Block"),
        ticket("4", status="Used"),
        ticket("5", status="Lost"),
    ]
    inside = {"tickets": tickets, "event": EVENT, "organizer": ORGANIZER, "location": PLACE}
    scripted = platform(ok("OrderContainerCnctResult", containers=[{"ticket": inside}]))
    found = await scripted.client.orders.tickets(OrderId(9))
    assert [each.is_valid for each in found] == [True, True, False, True, False]
    assert {each.event_id for each in found} == {3}
    assert found[0].price is not None
    assert (found[0].barcode, found[0].price.amount) == ("B1", Decimal("30.5"))


async def test_an_order_is_completed_as_the_delivery_api_asks() -> None:
    scripted = platform(ok("SimpleResult", id=1))
    await CALLS["Order PUT"][0](scripted.client)
    process = body_of(scripted.seen[0])["process_info"]
    assert (process["payment_state"], process["send_type"]) == ("paid", "immediately")
    assert process["payments"][0]["amount"] == 20


@pytest.mark.parametrize("status", [409, 422])
async def test_errors_of_a_list_name_their_items_and_a_single_one_itself(status: int) -> None:
    items = [{"error_index": 1, "error_number": "1207", "error_message": "taken"}]
    block = {"error_number": "12", "error_message": "1 of 2", "errors": items}
    with pytest.raises(Refused) as refused:
        await platform(httpx.Response(status, json=block)).client.orders.get(OrderId(9))
    (item,) = refused.value.items
    assert (refused.value.words, item.index, item.message) == ("1 of 2", 1, "taken")
    assert refused.value.is_conflict is (status == 409)
    single = {"error_number": "12", "error_message": "no such order", "errors": []}
    with pytest.raises(Refused) as refused:
        await platform(httpx.Response(status, json=single)).client.orders.get(OrderId(9))
    assert (refused.value.words, refused.value.items) == ("no such order", ())


async def test_a_credential_that_is_not_valid_has_a_code_and_words() -> None:
    body = {"error_code": "AUTH-7", "error_message": "expired"}
    with pytest.raises(SignedOut) as signed_out:
        await platform(httpx.Response(401, json=body)).client.events.list()
    assert signed_out.value.words == "expired"


async def test_warnings_have_a_message() -> None:
    told: list[ServerWarning] = []
    body = {"EventCnctResult": {"events": []}, "warnings": [{"id": 7, "message": "nearly full"}]}
    client = platform(httpx.Response(200, json=body), on_warning=told.append).client
    await client.events.list()
    assert [warning.words for warning in told] == ["nearly full"]


async def test_pages_have_at_most_500_entries() -> None:
    scripted = platform(house(1100, 500, refuses=True))
    assert len(await scripted.client.countries.list()) == 1100
    assert {request.url.params["pageSize"] for request in scripted.seen} == {"500"}
    scripted = platform(ok("SeatStatusCnctResult", seat_states=[]))
    await scripted.client.seats.status(EventId(3))
    assert scripted.seen[0].url.params["pageSize"] == "500"


async def test_a_marker_is_a_number() -> None:
    countries = [country(1) | {"last_updated": "2026-09-25T09:21:55+02:00"}]
    scripted = platform(ok("CountryResult", countries=countries, total_count=1))
    assert (await scripted.client.countries.changes()).marker == ""
    scripted = platform(ok("CountryResult", countries=[country(1) | {"last_updated": 2**40}]))
    assert (await scripted.client.countries.changes()).marker == str(2**40)


def test_no_key_is_promised_to_be_known() -> None:
    assert not PLATFORM.knows_keys
