"""What is on sale: lists, pages, markers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.service.client import Api
from tests.service_fixture import BALCONY, CHILD, FLOOR, FULL, REDUCED, STALLS

LISTS = [
    ("/events", "events", {}),
    ("/locations", "locations", {}),
    ("/areas", "areas", {"id": 1}),
    ("/entrances", "entrances", {"id": 1}),
    ("/price-categories", "price_categories", {"id": 1}),
    ("/sales-types", "sales_types", {}),
    ("/sales-type-prices", "sales_type_prices", {"id": 1}),
    ("/seats", "seats", {"id": 1}),
    ("/event-seat-data", "event_seat_data", {"id": 2}),
    ("/events/1/seat-status", "seat_states", {}),
]


def test_events_say_what_a_clerk_looks_for(api: Api) -> None:
    first, second = api.get("/events").result["events"]
    assert (first["name"], first["subtitle"], first["currency"]) == ("The Tempest", "Comedy", "EUR")
    assert (first["status"], first["seats_total"], first["seats_free"]) == (1, 80, 80)
    assert first["start_date"][-6:] in ("+01:00", "+02:00")
    assert 30 < second["seats_free"] < 80
    api.reserve(1, 2)
    [changed] = api.get("/events", id=1).result["events"]
    assert changed["seats_free"] == 78


def test_the_place_and_its_areas(reader: Api) -> None:
    [place] = reader.get("/locations", id=1).result["locations"]
    assert (place["name"], place["timezone"]) == ("Small House", "Europe/Berlin")
    areas = {a["id"]: a for a in reader.get("/areas", id=1).result["areas"]}
    assert {id_: a["kind"] for id_, a in areas.items()} == {1: 3, STALLS: 0, BALCONY: 0, FLOOR: 1}
    assert areas[FLOOR]["capacity"] == 20
    assert areas[BALCONY]["outline"][0] == [-40, 460]


def test_the_doors_of_the_place(reader: Api) -> None:
    west, main = reader.get("/entrances", id=1).result["entrances"]
    assert (west["name"], west["external_entrance_id"]) == ("West door", "west")
    assert (west["x"], west["y"], west["area_id"]) == (-80, 75, STALLS)
    assert (main["name"], main["area_id"]) == ("Main entrance", None)


def test_prices_are_exact_decimals(reader: Api) -> None:
    prices = reader.get("/sales-type-prices", id=1).result["sales_type_prices"]
    found = {(p["price_category_id"], p["sales_type_id"]): p for p in prices}
    assert len(found) == 6
    types = [t["id"] for t in reader.get("/sales-types").result["sales_types"]]
    assert types == [FULL, REDUCED, CHILD]
    gold, wood = [c["id"] for c in reader.get("/price-categories", id=1).result["price_categories"]]
    assert (found[gold, FULL]["price"], found[gold, FULL]["fee"]) == (30, 2)
    assert found[wood, REDUCED]["price"] == Decimal("10.50")
    assert found[wood, REDUCED]["vat_rate"] == 7


def test_standing_places_have_no_coordinates(reader: Api) -> None:
    seats = reader.get("/seats", id=1).result["seats"]
    assert len(seats) == 80
    assert {"row", "number", "x", "y"} & set(seats[60]) == set()
    assert (seats[11]["row"], seats[11]["number"], seats[11]["x"]) == ("B", "2", 50)


@pytest.mark.parametrize(("path", "name", "query"), LISTS)
def test_lists_come_in_pages_that_add_up(
    reader: Api, path: str, name: str, query: dict[str, object]
) -> None:
    whole = reader.get(path, pageSize=20_000, **query).result
    paged = []
    for page in range(1, whole["total_count"] // 3 + 2):
        part = reader.get(path, page=page, pageSize=3, **query).result
        assert (part["page"], part["page_size"]) == (page, 3)
        assert part["total_count"] == whole["total_count"]
        assert len(part[name]) <= 3
        paged += part[name]
    assert paged == whole[name]
    assert len(paged) == whole["total_count"] > 0
    assert reader.get(path, page=9999, **query).result[name] == []


@pytest.mark.parametrize(("path", "name", "query"), LISTS)
def test_a_marker_leaves_out_what_is_known(
    reader: Api, path: str, name: str, query: dict[str, object]
) -> None:
    marker = reader.get(path, **query).result["last_updated"]
    assert marker > 0
    later = reader.get(path, last_updated=marker + 1, **query).result
    assert later[name] == []
    assert later["last_updated"] >= marker


def test_status_deltas_hold_every_change_and_little_else(api: Api) -> None:
    marker = api.get("/events/1/seat-status").result["last_updated"]
    order = api.reserve(5, 6).result["id"]
    changed = api.get("/events/1/seat-status", last_updated=marker).result
    assert {s["seat_id"]: s["status"] for s in changed["seat_states"] if s["status"]} == {
        5: 1,
        6: 1,
    }
    assert changed["last_updated"] > marker
    assert {s.get("order_id") for s in changed["seat_states"] if s["status"]} == {order}
    api.delete(f"/orders/{order}/events/1/seats/5")
    again = api.statuses(last_updated=changed["last_updated"])
    assert again[5] == 0


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/seats", {}, 422),
        ("/seats", {"id": 99}, 404),
        ("/event-seat-data", {}, 422),
        ("/event-seat-data", {"id": 99}, 404),
        ("/areas", {"id": 99}, 404),
        ("/entrances", {"id": 99}, 404),
        ("/events/99/seat-status", {}, 404),
        ("/events/none/seat-status", {}, 404),
        ("/events/99999999999999999999/seat-status", {}, 404),
        ("/events", {"page": 0}, 422),
        ("/events", {"page": "x"}, 422),
        ("/events", {"pageSize": 20_001}, 422),
        ("/events", {"last_updated": -1}, 422),
        ("/events", {"id": "²"}, 422),
        ("/nothing", {}, 404),
    ],
)
def test_nonsense_is_refused_in_the_envelope(
    reader: Api, path: str, query: dict[str, object], status: int
) -> None:
    answer = reader.get(path, **query)
    assert answer.status == status
    assert answer.body["TIsSuccessful"] is False
    assert answer.body["error_type"] == {404: 3, 422: 5}[status]
    assert answer.body["error_message"]
    assert answer.body["error_stack_trance"] == ""


def test_countries_are_those_of_the_standard(reader: Api) -> None:
    found = reader.get("/countries", pageSize=1000).result
    assert found["total_count"] == len(found["countries"]) > 240
    assert len({c["id"] for c in found["countries"]}) == found["total_count"]
    [germany] = [c for c in found["countries"] if c["country_code"] == "DE"]
    assert (germany["name"], germany["id"]) == ("Germany", 83)
    assert reader.get("/countries", id=83).result["countries"] == [germany]
    assert reader.get("/countries", id=0).result["countries"] == []
    second = reader.get("/countries", page=2, pageSize=10).result["countries"]
    assert second == found["countries"][10:20]
    assert reader.get("/countries", last_updated=found["last_updated"]).result["countries"] == []
