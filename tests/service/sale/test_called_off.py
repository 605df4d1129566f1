"""An event that is cancelled: what of it may still be done."""

from __future__ import annotations

import pytest

from tests.service.client import Api
from tests.service.import_bodies import put

ON_SALE, SOLD_OUT, CANCELLED, ENDED = 1, 2, 3, 4


def set_status(api: Api, status: int, key: str = "small-first") -> None:
    put(
        api,
        "events",
        {
            "external_event_id": key,
            "name": "The Tempest",
            "start_date": "2026-12-24T19:30:00+01:00",
            "location_ref": "small",
            "currency": "EUR",
            "status": status,
        },
    )


def test_the_seats_of_a_cancelled_event_are_not_sold_and_are_named(api: Api) -> None:
    order = api.reserve(1, event=2).result["id"]
    api.reserve(2, 3, order=order)
    set_status(api, CANCELLED)
    refused = api.complete(order)
    assert (refused.status, refused.lost) == (409, [1, 2])
    assert "event 1 is cancelled" in refused.body["error_message"]
    assert api.get(f"/orders/{order}").result["status"] == 0
    assert api.reserve(4).status == 409


def test_what_was_sold_before_can_be_given_back(api: Api) -> None:
    order = api.reserve(1, 2).result["id"]
    assert api.complete(order).status == 200
    set_status(api, CANCELLED)
    assert api.complete(order).status == 200  # the same call again
    assert api.delete(f"/orders/{order}/events/1/seats/1").status == 200
    assert api.delete(f"/orders/{order}").status == 200
    assert api.get(f"/orders/{order}").result["refunded"] == 64


@pytest.mark.parametrize("status", [SOLD_OUT, ENDED])
def test_what_was_held_while_it_was_on_sale_may_still_be_paid(api: Api, status: int) -> None:
    order = api.reserve(1).result["id"]
    set_status(api, status)
    assert api.complete(order).status == 200
