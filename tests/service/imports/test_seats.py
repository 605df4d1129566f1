"""ImportSeats, and what readers of the plan and its status see of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.service.client import Answer, Api
from tests.service_fixture import BALCONY, STALLS, Running, running_service, small_venue

EVENT = "small-first"


def placed(key: str, **more: Any) -> dict[str, Any]:
    """A new seat of the stalls, in a row of its own."""
    return {
        "external_seat_id": key,
        "external_area_id": "stalls",
        "row": "E",
        "number": "1",
        "x": 0.0,
        "y": 250.0,
        "external_price_category_id": "gold",
    } | more


def gone(key: str) -> dict[str, Any]:
    return {"external_seat_id": key, "deleted": True}


def send(api: Api, *seats: Any, event: str = EVENT, key: str = "") -> Answer:
    body = {"external_event_id": event, "seats": list(seats)}
    return api.post("/import/seats", json.dumps(body).encode(), key=key)


def plan(api: Api, event: int = 1, **query: object) -> dict[int, dict[str, Any]]:
    found = api.get("/seats", id=event, pageSize=1000, **query).result
    assert found["total_count"] == len(found["seats"])
    return {seat["id"]: seat for seat in found["seats"]}


def marker(api: Api, path: str = "/seats", **query: object) -> int:
    return int(api.get(path, **query).result["last_updated"])


def test_a_new_seat_is_on_the_plan_free_and_for_sale(api: Api) -> None:
    since, status = marker(api, id=1), marker(api, "/events/1/seat-status")
    assert send(api, placed("new-1"), placed("new-2", number="2", x=50.0)).result["id"] == 1
    changed = plan(api, last_updated=since)
    assert sorted(changed) == [81, 82]
    assert changed[81] == plan(api)[81]
    assert (changed[82]["row"], changed[82]["number"], changed[82]["x"]) == ("E", "2", 50)
    assert changed[81]["area_id"] == STALLS
    assert api.statuses(last_updated=status) == {81: 0, 82: 0}
    [event] = api.get("/events", id=1).result["events"]
    assert (event["seats_total"], event["seats_free"]) == (82, 82)
    assert api.reserve(81).result["seats"][0]["price"] == 30
    assert 81 not in plan(api, 2)


def test_nothing_new_is_found_after_a_marker(api: Api) -> None:
    since = marker(api, id=1)
    api.reserve(1, 2)
    assert plan(api, last_updated=since) == {}
    send(api, placed("new-1"))
    later = int(api.get("/seats", id=1, last_updated=since).result["last_updated"])
    assert plan(api, last_updated=later) == {}
    send(api, placed("new-1"))
    assert plan(api, last_updated=later) == {}
    assert sorted(plan(api, last_updated=since)) == [81]


def test_places_attributes_and_price_categories_change(api: Api) -> None:
    since, status = marker(api, id=1), marker(api, "/events/1/seat-status")
    wood = api.get("/price-categories", id=1).result["price_categories"][1]["id"]
    moved = placed("stalls-0-0", row="A", x=-5, y=1, angle=10, attributes=8)
    cheaper = placed(
        "stalls-0-1",
        row="A",
        number="2",
        x=50,
        y=0,
        external_price_category_id=None,
        price_category_id=wood,
    )
    to_balcony = placed("stalls-0-2", area_id=BALCONY, external_area_id=None)
    assert send(api, moved, cheaper, to_balcony).status == 200
    changed = plan(api, last_updated=since)
    assert sorted(changed) == [1, 2, 3]
    assert [changed[1][name] for name in ("x", "y", "angle", "attributes")] == [-5, 1, 10, 8]
    assert changed[2]["price_category_id"] == wood
    assert changed[3]["area_id"] == BALCONY
    assert api.reserve(2).result["total"] == 16
    assert sorted(api.statuses(last_updated=status)) == [2]
    assert len(plan(api)) == 80
    assert plan(api, 2)[2]["price_category_id"] != wood


def test_a_deleted_seat_stays_known_and_out_of_reach(api: Api) -> None:
    since, status = marker(api, id=1), marker(api, "/events/1/seat-status")
    assert send(api, gone("stalls-0-0")).status == 200
    assert 1 not in plan(api)
    assert plan(api, last_updated=since)[1]["deleted"] is True
    assert 1 not in api.statuses()
    [told] = api.get("/events/1/seat-status", last_updated=status).result["seat_states"]
    assert told == {"seat_id": 1, "event_id": 1, "status": 3, "deleted": True}
    [data] = api.get("/event-seat-data", id=1, last_updated=status).result["event_seat_data"]
    assert (data["seat_id"], data["deleted"]) == (1, True)
    assert 1 not in plan(api, 2)
    assert api.get("/events", id=1).result["events"][0]["seats_total"] == 79
    assert api.reserve(1, 2).lost == [0]
    assert send(api, gone("stalls-0-0")).status == 200


def test_a_deleted_seat_comes_back_as_it_was(api: Api) -> None:
    before, statuses = plan(api)[1], {event: api.statuses(event) for event in (1, 2)}
    send(api, gone("stalls-0-0"))
    since = marker(api, id=1)
    back = placed("stalls-0-0", row="A", x=0, y=0)
    assert send(api, back).status == 200
    assert plan(api)[1] == before
    assert plan(api, last_updated=since) == {1: before}
    assert {event: api.statuses(event) for event in (1, 2)} == statuses
    assert api.reserve(1).status == 200


def test_the_same_seat_in_another_event_starts_free(api: Api) -> None:
    send(api, placed("new-1"))
    second = placed("new-1")
    assert send(api, second, event="small-second").status == 200
    assert plan(api, 2)[81]["row"] == "E"
    assert api.statuses(2)[81] == 0


def test_standing_places_have_neither_row_nor_number(api: Api) -> None:
    place = {
        "external_seat_id": "floor-new",
        "external_area_id": "floor",
        "external_price_category_id": "wood",
        "row": "A",
        "number": "1",
    }
    assert send(api, place).status == 200
    assert {"row", "number", "x", "y"} & set(plan(api)[81]) == set()
    assert api.best(21, area_id=4).status == 200


def test_the_best_seats_follow_the_plan(api: Api) -> None:
    order = api.best(1).result
    [first] = order["seats"]
    api.delete(f"/orders/{order['id']}")
    key = f"stalls-0-{first['seat_id'] - 1}"
    assert send(api, placed(key, row="A", number=first["number"], y=9000)).status == 200
    assert api.best(1).result["seats"][0]["seat_id"] != first["seat_id"]
    send(api, placed("nearest", row="Z", x=225, y=-90))
    assert api.best(1).result["seats"][0]["seat_id"] == 81


def test_a_house_without_seats() -> None:
    venue = small_venue()
    venue = replace(venue, performances=venue.performances[:1])
    with running_service(venue) as alone, Api(alone) as api:
        order = api.best(1).result["id"]
        api.delete(f"/orders/{order}")
        assert send(api, *[gone(seat.key) for seat in venue.seats]).status == 200
        assert plan(api) == {}
        assert api.statuses() == {}
        assert api.best(1).status == 409


def test_seats_that_are_held_or_sold_in_any_event_stay_and_are_named(api: Api) -> None:
    taken = [seat for seat, status in api.statuses(2).items() if status == 2 and seat <= 10]
    api.reserve(2)
    api.complete(api.reserve(3).result["id"])
    answer = send(api, *[gone(f"stalls-0-{number}") for number in range(10)])
    assert answer.status == 409
    assert [index + 1 for index in answer.lost] == sorted({2, 3, *taken})
    assert len(plan(api)) == 80


BAD: list[Any] = [
    placed("n", external_area_id="nowhere"),
    placed("n", external_area_id=None),
    placed("n", area_id=99),
    placed("n", external_price_category_id="free"),
    placed("n", external_price_category_id=None),
    placed("n", price_category_id=3),
    placed("n", x=float("nan")),
    placed("n", y=float("inf")),
    placed("n", x=None),
    placed("n", angle=float("-inf")),
    placed("n", x=1e12),
    placed("n", x=10**400),
    placed("n", x="0"),
    placed("n", row=5),
    placed("n", row="\ud800"),
    placed(""),
    placed("n", attributes=-1),
    placed("x" * 201),
    {"external_area_id": "stalls"},
    gone("never-there"),
    placed("good"),
    None,
    5,
    [],
    "seat",
]


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_one_seat_that_makes_no_sense_keeps_all_out(api: Api, bad: Any) -> None:
    before = marker(api, id=1)
    answer = send(api, placed("good"), gone("stalls-0-0"), bad, gone("stalls-0-1"))
    assert answer.status == 422
    assert answer.lost == [2]
    assert marker(api, id=1) == before
    assert len(plan(api)) == 80


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b'{"seats": []}',
        b'{"external_event_id": "small-first"}',
        b"\xff",
        b'{"external_event_id": "none", "seats": []}',
        b"[" * 100_000,
        b'{"external_event_id": "\\ud800", "seats": []}',
        b'{"external_event_id": 1, "seats": {}}',
    ],
)
def test_a_body_that_makes_no_sense(api: Api, body: bytes) -> None:
    assert api.post("/import/seats", body).status == 422


def test_an_import_can_be_repeated_with_its_key(service: Running, api: Api) -> None:
    first = send(api, placed("new-1"), key="k").body
    send(api, gone("new-1"))
    assert send(api, placed("new-1"), key="k").body == first
    assert 81 not in plan(api)
    with Api(service, authorization="AUTHTOKEN wrong") as stranger:
        assert send(stranger, placed("new-2")).status == 401
