"""Best seats over HTTP: what is asked for, refused and left."""

from __future__ import annotations

import pytest

from tests.service.client import Api


@pytest.mark.parametrize("quantity", [0, -1, 501, 2**63, 1.5, "2"])
def test_a_party_that_no_order_holds_is_refused_by_its_field(api: Api, quantity: object) -> None:
    pattern = {"event_id": 1, "quantity": quantity}
    answer = api.post("/orders/reserve-best-seat", {"order_id": "", "search_pattern": pattern})
    assert answer.status == 422
    assert set(api.statuses().values()) <= {0, 2, 3}


def test_best_seats_of_a_price_category_leave_no_lone_seat_of_another(api: Api) -> None:
    seats = {s["id"]: s for s in api.get("/seats", id=1, pageSize=1000).result["seats"]}
    category = seats[1]["price_category_id"]
    order = api.best(4, price_category_id=category).result
    assert {s["price_category_id"] for s in order["seats"]} == {category}
    numbers = [int(s["number"]) for s in order["seats"]]
    assert numbers == sorted(numbers)


def test_a_wheelchair_without_a_companion_is_no_place_for_two(api: Api) -> None:
    answer = api.best(2, attributes=3)
    assert answer.status == 409
    assert set(api.statuses().values()) <= {0, 2, 3}
