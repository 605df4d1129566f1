"""What is in use stays, references are found by id and by external id, and areas nest."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.service.client import Api
from tests.service.import_bodies import (
    area,
    bring_tent,
    category,
    entrance,
    event,
    gone,
    listed,
    location,
    marker,
    price,
    put,
    rule,
    sales_type,
    seat,
    send,
)

AT_TENT = {"external_location_id": "tent"}
OF_GALA = {"external_event_id": "gala"}


@pytest.fixture
def tent(api: Api) -> Api:
    bring_tent(api)
    return api


def keys(api: Api, path: str, name: str, **query: object) -> list[str]:
    return [found[name] for found in listed(api, path, **query)]


@pytest.mark.parametrize(
    ("name", "key", "taken", "head"),
    [
        ("locations", "external_location_id", "tent", {}),
        ("organizers", "external_event_organizer_id", "troupe", {}),
        ("event_sets", "external_event_set_id", "summer", {}),
        ("venues", "external_area_id", "ring", AT_TENT),
        ("venues", "external_area_id", "tent-all", AT_TENT),
        ("entrances", "external_entrance_id", "door", {"external_parent_area_id": "ring"}),
        ("price_categories", "external_price_category_id", "near", OF_GALA),
        ("sales_types", "external_sales_type_id", "adult", {}),
        ("events", "external_event_id", "gala", {}),
    ],
)
def test_what_is_in_use_stays_and_is_named(
    tent: Api, name: str, key: str, taken: str, head: dict[str, str]
) -> None:
    [first, *_] = listed(tent, "/seats", id=3)
    tent.complete(tent.reserve(first["id"], event=3).result["id"])
    others = {"locations": [location("other")], "venues": [area("other")]}
    before = marker(tent)
    answer = send(tent, name, *others.get(name, []), gone(taken, key), **head)
    assert answer.status == 409, answer.text
    assert answer.lost == [len(others.get(name, []))]
    assert marker(tent) == before


def test_a_sales_type_goes_when_no_order_and_no_rule_has_it(tent: Api) -> None:
    out = gone("adult", "external_sales_type_id")
    put(tent, "sales_rules", rule(external_sales_type_id="adult"))
    assert send(tent, "sales_types", out).status == 409
    put(tent, "sales_rules", gone("pairs", "external_sales_rule_id"))
    [first, *_] = listed(tent, "/seats", id=3)
    order = tent.reserve(first["id"], event=3).result["id"]
    assert send(tent, "sales_types", out).status == 409
    tent.delete(f"/orders/{order}")
    put(tent, "sales_types", out)
    assert listed(tent, "/sales-type-prices", id=3) == []
    assert tent.reserve(first["id"], event=3).status == 422
    put(tent, "sales_types", sales_type("adult"))
    assert tent.reserve(first["id"], event=3).status == 200


def test_a_whole_house_goes_from_within_and_comes_again(tent: Api) -> None:
    since = marker(tent)
    before = {path: listed(tent, path) for path in ("/areas", "/price-categories", "/entrances")}
    put(tent, "events", gone("gala", "external_event_id"))
    for path in ("/seats", "/areas", "/price-categories", "/event-seat-data", "/sales-rules"):
        assert tent.get(path, id=3).status == 404
    assert tent.get("/events/3/seat-status").status == 404
    assert tent.reserve(81, event=3).status == 404
    assert "near" not in keys(tent, "/price-categories", "external_price_category_id")
    put(tent, "locations", gone("tent", "external_location_id"))
    assert {"ring", "tent-all"} & set(keys(tent, "/areas", "external_area_id")) == set()
    told = {found["id"]: found for found in listed(tent, "/areas", last_updated=since)}
    assert {found["deleted"] for found in told.values()} == {True}
    assert send(tent, "events", event()).status == 422
    put(tent, "locations", location())
    put(tent, "events", event())
    for path, known in before.items():
        again = listed(tent, path)
        assert [a | {"last_updated": 0} for a in again] == [k | {"last_updated": 0} for k in known]
    assert tent.reserve(81, event=3).status == 200


def test_an_expired_order_of_an_event_that_went_is_not_sold(brief: Api) -> None:
    event_id = bring_tent(brief)
    order = brief.reserve(81, event=event_id).result["id"]
    while brief.get(f"/orders/{order}").result["status"] == 0:
        pass
    put(brief, "events", gone("gala", "external_event_id"))
    answer = brief.complete(order)
    assert (answer.status, answer.lost) == (409, [0])


def test_an_event_with_seats_keeps_its_place_and_one_with_prices_its_currency(tent: Api) -> None:
    moved = event(external_location_id="small")
    assert (send(tent, "events", moved).status, send(tent, "events", moved).lost) == (409, [0])
    assert send(tent, "events", event(currency="CHF")).lost == [0]
    put(tent, "events", event("new"))
    put(tent, "events", event("new", external_location_id="small", currency="CHF"))
    assert send(tent, "sales_rules", rule()).status == 200
    assert send(tent, "sales_rules", rule(external_event_id="new")).status == 409


def test_references_by_id_and_by_external_id(tent: Api) -> None:
    [known] = [e for e in listed(tent, "/events") if e["external_event_id"] == "gala"]
    by_id = event(
        "by-id",
        external_location_id=None,
        location_id=known["location_id"],
        organizer_id=known["organizer_id"],
        event_set_id=known["event_set_id"],
        event_category_id=known["event_category_id"],
    )
    by_ref = event(
        "by-ref",
        external_location_id=None,
        location_ref="tent",
        organizer_ref="troupe",
        external_event_set_id="summer",
        event_category_name="Circus",
    )
    put(tent, "events", by_id, by_ref)
    names = ("location_id", "organizer_id", "event_set_id", "event_category_id")
    for found in listed(tent, "/events"):
        if found["external_event_id"] in ("by-id", "by-ref"):
            assert [found[name] for name in names] == [known[name] for name in names]
    unknown: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        ("events", event("n", location_id=99), {}),
        ("events", event("n", organizer_id=99), {}),
        ("events", event("n", external_location_id=None), {}),
        ("events", event("n", event_category_id=99), {}),
        ("events", event("n", external_event_set_id="none"), {}),
        ("venues", area("n"), {}),
        ("venues", area("n", parent_area_id=2), AT_TENT),
        ("entrances", entrance("n"), {}),
        ("entrances", entrance("n", area_id=99), {}),
        ("entrances", entrance("n", external_area_id="none"), {}),
        ("price_categories", category("n", prices=[price("none")]), OF_GALA),
        ("price_categories", category("n", prices=[price(), price()]), OF_GALA),
        ("price_categories", category("n", prices=[price(currency="CHF")]), OF_GALA),
        ("price_categories", category("n", prices=[{"price": 1}]), OF_GALA),
        ("sales_rules", rule("n", external_event_id=None), {}),
        ("sales_rules", rule("n", external_price_category_id="gold"), {}),
        ("sales_rules", rule("n", per_sales_type_id=99, per_ratio=1), {}),
        ("seats", seat("n", external_entrance_id="west"), OF_GALA),
    ]
    for name, item, head in unknown:
        answer = send(tent, name, item, **head)
        assert (answer.status, answer.lost) == (422, [0]), (name, item)


def test_an_external_id_that_is_in_several_places(tent: Api) -> None:
    put(tent, "venues", area("stalls"), **AT_TENT)
    assert send(tent, "entrances", entrance(external_area_id="stalls")).lost == [0]
    assert send(tent, "venues", gone("stalls", "external_area_id")).lost == [0]
    both = [entrance("a", external_location_id=key) for key in ("tent", "small")]
    put(tent, "entrances", *both, external_parent_area_id="stalls")
    assert (
        len(
            {
                found["area_id"]
                for found in listed(tent, "/entrances")
                if found["external_entrance_id"] == "a"
            }
        )
        == 2
    )
    twice = [area("b"), area("b", external_location_id="tent"), area("b", location_id=1)]
    assert send(tent, "venues", *twice, **AT_TENT).lost == [1]


def test_areas_nest_and_do_not_go_round(tent: Api) -> None:
    inner = area("inner", external_parent_area_id="outer")
    put(tent, "venues", inner, area("outer"), **AT_TENT)
    found = {a["external_area_id"]: a for a in listed(tent, "/areas", id=3)}
    assert found["inner"]["parent_area_id"] == found["outer"]["id"]
    round_ = area("outer", external_parent_area_id="inner")
    assert send(tent, "venues", round_, **AT_TENT).lost == [0]
    assert send(tent, "venues", area("o", external_parent_area_id="o"), **AT_TENT).lost == [0]
    deep = [area("d0"), *(area(f"d{n}", external_parent_area_id=f"d{n - 1}") for n in range(1, 99))]
    assert send(tent, "venues", *deep, **AT_TENT).status == 422
    out = [gone(key, "external_area_id") for key in ("outer", "inner")]
    assert send(tent, "venues", out[0], **AT_TENT).status == 409
    assert send(tent, "venues", out[0], inner, **AT_TENT).lost == [0]
    assert send(tent, "venues", inner, out[0], **AT_TENT).lost == [1]
    put(tent, "venues", *out, **AT_TENT)


def test_an_area_keeps_its_picture_until_it_is_taken_away(tent: Api) -> None:
    def picture() -> str:
        [found] = [a for a in listed(tent, "/areas", id=1) if a["external_area_id"] == "stage"]
        return str(found["picture_url"])

    before = picture()
    stage = area("stage", kind=3)
    put(tent, "venues", stage, external_location_id="small")
    assert picture() == before != ""
    put(tent, "venues", stage | {"picture_url": ""}, external_location_id="small")
    assert picture() == ""


def test_prices_that_are_given_are_all_there_are(tent: Api) -> None:
    put(tent, "sales_types", sales_type("child", is_default=False))
    put(tent, "price_categories", category(prices=[price(), price("child", 5)]), **OF_GALA)
    since = marker(tent)
    put(tent, "price_categories", category(), **OF_GALA)
    put(tent, "price_categories", category(prices=[price(), price("child", "5.00")]), **OF_GALA)
    assert marker(tent) == since
    put(tent, "price_categories", category(prices=[price(amount=13)]), **OF_GALA)
    told = listed(tent, "/sales-type-prices", id=3, last_updated=since)
    assert {(str(p["price"]), p["deleted"]) for p in told} == {("13.00", False), ("5.00", True)}
    assert [str(p["price"]) for p in listed(tent, "/sales-type-prices", id=3)] == ["13.00"]
    assert tent.reserve(81, event=3).result["total"] == Decimal("13.30")


def test_shows_are_told_as_the_clocks_at_the_place_show_them(tent: Api) -> None:
    winter = event(
        "winter", start_date="2027-01-10T10:00:00-05:00", sales_end="2027-01-10T14:00:00Z"
    )
    put(tent, "events", winter)
    put(tent, "locations", location(timezone="Asia/Tokyo"))
    [found] = [e for e in listed(tent, "/events") if e["external_event_id"] == "winter"]
    assert found["start_date"] == "2027-01-11T00:00:00+09:00"
    put(tent, "locations", location())
    [found] = [e for e in listed(tent, "/events") if e["external_event_id"] == "winter"]
    assert found["start_date"] == "2027-01-10T16:00:00+01:00"
    assert found["sales_end"] == "2027-01-10T15:00:00+01:00"
