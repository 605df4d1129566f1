"""What a venue's data hold at first."""

from __future__ import annotations

import pytest

from boxoffice.service.venues import VENUES
from tests.service.client import Api
from tests.service_fixture import running_service


@pytest.mark.parametrize("key", ["theatre", "arena"])
def test_a_demo_venue_is_on_sale_with_part_of_it_sold(key: str) -> None:
    venue = VENUES[key]()
    with running_service(venue) as running, Api(running) as api:
        events = api.get("/events").result["events"]
        assert len(events) == len(venue.performances) >= 4
        starts = [e["start_date"] for e in events]
        assert starts == sorted(set(starts))
        for event, performance in zip(events, venue.performances, strict=True):
            assert event["seats_total"] == len(venue.seats)
            sold = sum(s == 2 for s in api.statuses(event["id"]).values()) / len(venue.seats)
            assert abs(sold - performance.sold_share) < 0.08


def test_two_services_sell_the_same_house() -> None:
    told = []
    for _ in range(2):
        with running_service() as running, Api(running) as api:
            told.append((api.statuses(2), api.get("/seats", id=2).result["seats"]))
    assert told[0] == told[1]


def test_the_theatre_shows_its_sales_rules() -> None:
    venue = VENUES["theatre"]()
    with running_service(venue) as running, Api(running) as api:
        for event in api.get("/events").result["events"]:
            rules = api.get("/sales-rules", id=event["id"]).result["sales_rules"]
            assert [(r["name"], r["event_id"]) for r in rules] == [
                (rule.name, event["id"]) for rule in venue.rules
            ]
        types = api.get("/sales-types").result["sales_types"]
        kinds = {t["external_sales_type_id"]: t["id"] for t in types}
        order = api.best(2, sales_type_id=kinds["companion"]).result
        one = order["seats"][0]["seat_id"]
        refused = api.complete(order["id"])
        assert refused.status == 422
        assert "2 'Companion' seats need 2 'Reduced' seats, 0 are" in refused.text
        change = {"sales_type_id": kinds["reduced"]}
        assert api.put(f"/orders/{order['id']}/events/1/seats/{one}", change).status == 200
        assert api.complete(order["id"]).status == 200
        assert api.complete(api.best(11).result["id"], "BX-2").status == 422
        assert api.complete(api.best(10).result["id"], "BX-3").status == 200
