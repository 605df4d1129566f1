"""A house that came by imports only is on sale like any other."""

from __future__ import annotations

from decimal import Decimal

from tests.service.client import Api
from tests.service.import_bodies import bring_tent, listed, put, seat


def test_an_event_that_came_by_imports_only_is_sold(api: Api) -> None:
    event_id = bring_tent(api)
    seats = listed(api, "/seats", id=event_id)
    assert [s["number"] for s in seats] == [str(n) for n in range(6)]
    assert {s["entrance_id"] for s in seats} == {listed(api, "/entrances", id=event_id)[0]["id"]}
    ids = [s["id"] for s in seats]
    held = api.reserve(*ids[:2], event=event_id).result
    assert held["total"] == Decimal("25.60")
    assert (held["currency"], held["seats"][0]["area_name"]) == ("EUR", "Ring")
    held = api.best(2, held["id"], event_id=event_id).result
    assert len(held["seats"]) == 4
    sold = api.complete(held["id"], payment_type=1, payments=[{"payment_type": 1, "amount": 51.2}])
    assert sold.status == 200, sold.text
    assert sorted(api.statuses(event_id).values()) == [0, 0, 2, 2, 2, 2]
    [container] = api.get(f"/orders/{held['id']}/tickets").result["containers"]
    ticket = container["ticket"]
    assert len(ticket["tickets"]) == 4
    assert (ticket["event"]["name"], ticket["location"]["name"]) == ("Gala", "The Tent")
    assert ticket["organizer"]["name"] == "The Troupe"
    assert api.delete(f"/orders/{held['id']}").status == 200
    assert set(api.statuses(event_id).values()) == {0}


def test_all_of_it_is_read_back(api: Api) -> None:
    event_id = bring_tent(api)
    [event] = listed(api, "/events", id=event_id)
    [place] = listed(api, "/locations", id=event["location_id"])
    [organizer] = listed(api, "/organizers", id=event["organizer_id"])
    [event_set] = listed(api, "/event-sets", id=event["event_set_id"])
    [category] = listed(api, "/event-categories", id=event["event_category_id"])
    assert (event["location_ref"], event["organizer_ref"]) == ("tent", "troupe")
    assert event["start_date"] == "2027-07-01T19:30:00+02:00"
    assert (event["seats_total"], event["seats_free"], event["status"]) == (6, 6, 1)
    assert (place["latitude"], place["longitude"]) == (50.75, 11.25)
    assert (organizer["vat_id"], organizer["email"]) == ("DE1", "a@b.example")
    assert event_set["start_date"] == "2027-06-01T00:00:00+02:00"
    assert (category["name"], category["parent_id"]) == ("Circus", None)
    outer, ring = sorted(listed(api, "/areas", id=event_id), key=lambda found: found["id"])
    assert (ring["parent_area_id"], ring["external_parent_area_id"]) == (outer["id"], "tent-all")
    assert ring["external_location_id"] == "tent"
    assert ring["outline"][2] == [100, Decimal("50.5")]
    [door] = listed(api, "/entrances", id=event_id)
    assert (door["area_id"], door["x"], door["y"]) == (ring["id"], 1.5, -2)
    [price] = listed(api, "/sales-type-prices", id=event_id)
    assert (str(price["price"]), str(price["fee"]), price["currency"]) == ("12.50", "0.30", "EUR")


def test_seats_bring_a_label_and_an_entrance(api: Api) -> None:
    event_id = bring_tent(api)
    more = seat("9", label="A 9 (aisle)", external_entrance_id="door")
    put(api, "seats", more, external_event_id="gala")
    found = {s["external_seat_id"]: s for s in listed(api, "/seats", id=event_id)}
    assert found["9"]["label"] == "A 9 (aisle)"
    put(api, "seats", seat("9"), external_event_id="gala")
    [changed] = [s for s in listed(api, "/seats", id=event_id) if s["external_seat_id"] == "9"]
    assert {"label", "entrance_id"} & set(changed) == set()
