"""ImportSeatStatus: what another system says of seats, beside what our orders hold."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.client import Answer, Api
from tests.service.import_bodies import send

EVENT = {"external_event_id": "small-first"}


def state(seat: int | str, status: Any, **more: Any) -> dict[str, Any]:
    name = "seat_id" if isinstance(seat, int) else "external_seat_id"
    return {name: seat, "status": status} | more


def say(api: Api, *states: Any, **head: Any) -> Answer:
    return send(api, "seat_states", *states, **(EVENT | head))


def test_seats_are_blocked_taken_elsewhere_and_freed(api: Api) -> None:
    since = int(api.get("/events/1/seat-status").result["last_updated"])
    sent = [state("stalls-0-0", 3, blocked_reason="Press"), state(2, 1), state(3, 2), state(4, 0)]
    assert say(api, *sent).result["id"] == 1
    assert api.statuses(last_updated=since) == {1: 3, 2: 1, 3: 2}
    data = api.get("/event-seat-data", id=1, last_updated=since).result["event_seat_data"]
    assert [seat.get("blocked_reason") for seat in data] == ["Press", None, None]
    assert api.reserve(1, 2, 3, 4).lost == [0, 1, 2]
    [event] = api.get("/events", id=1).result["events"]
    assert event["seats_free"] == 77
    later = int(api.get("/events/1/seat-status").result["last_updated"])
    assert say(api, *sent).status == 200
    assert int(api.get("/events/1/seat-status").result["last_updated"]) == later
    assert say(api, *(state(seat, 0) for seat in (1, 2, 3))).status == 200
    assert api.statuses(last_updated=later) == {1: 0, 2: 0, 3: 0}
    assert "blocked_reason" not in api.get("/event-seat-data", id=1).result["event_seat_data"][0]
    assert api.reserve(1, 2, 3, 4).status == 200


def test_what_our_orders_have_is_not_changed(api: Api) -> None:
    held = api.reserve(1).result["id"]
    sold = api.reserve(2).result["id"]
    api.complete(sold)
    before = api.statuses()
    answer = say(api, state(5, 3), state(1, 0), state(2, 3), state(2 + 4, 3))
    assert (answer.status, answer.lost) == (409, [1, 2])
    assert say(api, state(1, 2)).lost == [0]
    assert api.statuses() == before
    assert say(api, state(1, 1), state(2, 2), state(5, 3)).status == 200
    assert api.get(f"/orders/{held}").result["status"] == 0
    api.delete(f"/orders/{held}")
    assert say(api, state(1, 3)).status == 200


def test_a_seat_taken_elsewhere_keeps_the_event_and_its_price_category(api: Api) -> None:
    say(api, state(7, 2))
    out = {"external_event_id": "small-first", "deleted": True}
    assert send(api, "events", out).status == 409
    say(api, state(7, 0))
    assert send(api, "events", out).status == 200
    assert say(api, state(7, 2)).status == 422


@pytest.mark.parametrize(
    "bad",
    [
        state(999, 3),
        state("none", 3),
        state(2**63 - 1, 3),
        state(2**63, 3),
        state(-1, 3),
        state(1, 3),
        state("stalls-0-0", 2),
        state(3, 4),
        state(3, -1),
        state(3, "3"),
        state(3, None),
        state(3, 10**400),
        state(3, float("nan")),
        {"seat_id": 3},
        {"status": 3},
        state("", 3),
        state("\ud800", 3),
        state(3, 3, blocked_reason=5),
        state(3, 3, blocked_reason="x" * 501),
        state(3, 3, blocked_reason="\ud800"),
        None,
        5,
        "seat",
        [],
    ],
)
def test_one_that_makes_no_sense_keeps_all_as_they_are(api: Api, bad: Any) -> None:
    before = api.statuses()
    answer = say(api, state(1, 3), bad, state(2, 3))
    assert (answer.status, answer.lost) == (422, [1])
    assert api.statuses() == before


def test_a_key_repeats_the_answer(api: Api) -> None:
    first = say(api, state(1, 3), idempotency="k").body
    say(api, state(1, 0))
    assert say(api, state(1, 3), idempotency="k").body == first
    assert api.statuses()[1] == 0


def test_the_connected_system_is_read_through_to_our_own_data(api: Api) -> None:
    order = api.reserve(1).result["id"]
    say(api, state(2, 3))
    ours = api.get("/events/1/seat-status", pageSize=3).result
    assert api.get("/events/1/jt-seat-status", pageSize=3).result == ours
    assert ours["seat_states"][0]["order_id"] == order
    assert api.get("/events/9/jt-seat-status").status == 404
