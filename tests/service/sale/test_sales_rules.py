"""Sales rules at the completion: what is refused is named in words, and nothing has changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.service.client import Answer, Api
from tests.service.import_bodies import gone, put, send
from tests.service.sale.test_orders import COMPLETED, EXPIRED, FREE, OPEN, RESERVED, SOLD
from tests.service_fixture import CHILD, FULL, REDUCED
from tests.waiting import wait_until

FIRST = "small-first"


def impose(api: Api, key: str = "r", **more: Any) -> int:
    """A rule of the first event."""
    rule = {"external_sales_rule_id": key, "name": "Rule", "external_event_id": FIRST}
    return put(api, "sales_rules", rule | more)


def reserve(api: Api, *wanted: tuple[int, int], event: int = 1, order: object = "") -> int:
    """Seats with their price types."""
    infos = [{"event_id": event, "seat_id": s, "sales_type_id": t} for s, t in wanted]
    answer = api.post("/orders/reserve-seat", {"order_id": str(order), "seats_info": infos})
    return int(answer.result["id"])


def told(answer: Answer) -> list[tuple[str, str]]:
    assert answer.status == 422, answer.text
    assert answer.body["error_type"] == 5
    return [(f["field"], f["error_message"]) for f in answer.body["field_errors"]]


@pytest.fixture
def child_and_full(api: Api) -> Api:
    """At most two children for each full price."""
    impose(
        api,
        "children",
        name="Children",
        external_sales_type_id="child",
        external_per_sales_type_id="full",
        per_ratio=2,
    )
    return api


def test_a_broken_rule_is_named_and_nothing_has_changed(child_and_full: Api) -> None:
    api = child_and_full
    order = reserve(api, (1, FULL), (2, CHILD), (3, CHILD), (4, CHILD))
    before, marker = api.get(f"/orders/{order}").result, api.statuses()
    refused = api.complete(order)
    text = "The Tempest, Children: 3 'Child' seats need 2 'Full price' seats, 1 is in the order"
    assert told(refused) == [("sales_rules[children]", text)]
    assert refused.body["error_message"] == text
    assert refused.lost == []
    assert api.get(f"/orders/{order}").result == before
    assert (before["status"], before["completed"]) == (OPEN, None)
    assert api.statuses() == marker
    assert api.get(f"/orders/{order}/tickets").result["containers"] == []


def test_what_was_refused_is_sold_once_it_is_mended(child_and_full: Api) -> None:
    api = child_and_full
    order = reserve(api, (1, REDUCED), (2, CHILD))
    assert api.complete(order).status == 422
    assert api.put(f"/orders/{order}/events/1/seats/1", {"sales_type_id": FULL}).status == 200
    assert api.complete(order).status == 200
    assert (api.statuses()[1], api.statuses()[2]) == (SOLD, SOLD)


def test_a_completed_order_is_not_checked_again(api: Api) -> None:
    order = api.reserve(1).result["id"]
    assert api.complete(order).status == 200
    impose(api, max_quantity=0)
    assert api.complete(order).status == 200
    assert api.complete(order, "BX-OTHER").status == 409
    assert api.complete(api.reserve(2).result["id"], "BX-2").status == 422


def test_rules_that_were_taken_out_hold_no_more_and_come_back(api: Api) -> None:
    impose(api, max_quantity=1)
    order = api.reserve(1, 2).result["id"]
    assert api.complete(order).status == 422
    put(api, "sales_rules", gone("r", "external_sales_rule_id"))
    other = api.reserve(3, 4).result["id"]
    assert api.complete(other, "BX-2").status == 200
    impose(api, max_quantity=1)
    assert api.complete(order).status == 422


@pytest.mark.parametrize(
    ("more", "seats", "text"),
    [
        ({"min_quantity": 2}, (1,), "at least 2 seats, 1 is in the order"),
        ({"max_quantity": 1}, (1, 2), "at most 1 seat, 2 are in the order"),
        ({"step": 3}, (1, 2), "3 seats at a time, 2 are in the order"),
        (
            {"max_quantity": 1, "external_price_category_id": "gold"},
            (1, 2, 41),
            "at most 1 seat in 'Gold', 2 are in the order",
        ),
        (
            {"min_quantity": 2, "sales_type_id": FULL, "external_price_category_id": "wood"},
            (1, 2, 41),
            "at least 2 'Full price' seats in 'Wood', 1 is in the order",
        ),
        (
            {"external_per_sales_type_id": "child", "per_ratio": 1},
            (1,),
            "1 seat needs 1 'Child' seat, 0 are in the order",
        ),
    ],
)
def test_rules_in_words(
    still_api: Api, more: dict[str, Any], seats: tuple[int, ...], text: str
) -> None:
    impose(still_api, **more)
    order = still_api.reserve(*seats).result["id"]
    try:
        found = told(still_api.complete(order, f"RULE-{order}"))
        assert found == [("sales_rules[r]", f"The Tempest, Rule: {text}")]
    finally:
        still_api.delete(f"/orders/{order}")


def test_several_broken_rules_are_all_told(api: Api) -> None:
    impose(api, "a", name="Pairs", step=2)
    impose(api, "b", name="Groups", min_quantity=10)
    refused = api.complete(api.reserve(1).result["id"])
    assert [field for field, _ in told(refused)] == ["sales_rules[a]", "sales_rules[b]"]
    words = refused.body["error_message"]
    assert "Pairs" in words
    assert "Groups" in words


def test_each_event_has_its_own_rules(api: Api) -> None:
    impose(api, min_quantity=2)
    free = next(s for s, status in api.statuses(2).items() if status == FREE)
    order = api.reserve(free, event=2).result["id"]
    assert api.complete(order).status == 200
    mixed = api.reserve(1).result["id"]
    other = next(s for s, status in api.statuses(2).items() if status == FREE)
    api.reserve(other, event=2, order=mixed)
    assert [field for field, _ in told(api.complete(mixed, "BX-2"))] == ["sales_rules[r]"]


def test_a_rule_holds_in_its_time_only(api: Api) -> None:
    now = datetime.now(UTC)
    past, soon = ((now + timedelta(hours=hours)).isoformat() for hours in (-1, 1))
    impose(api, max_quantity=0, valid_till=past)
    assert api.complete(api.reserve(1).result["id"], "BX-1").status == 200
    impose(api, max_quantity=0, valid_from=soon)
    assert api.complete(api.reserve(2).result["id"], "BX-2").status == 200
    there = (now - timedelta(hours=1)).astimezone(tz=None).isoformat()
    impose(api, max_quantity=0, valid_from=there, valid_till=soon)
    assert api.complete(api.reserve(3).result["id"], "BX-3").status == 422


def test_an_exchange_is_checked_as_any_sale(child_and_full: Api) -> None:
    api = child_and_full
    old = reserve(api, (1, FULL))
    assert api.complete(old).status == 200
    new = reserve(api, (2, CHILD))
    back = [{"payment_type": 1, "amount": -21}]
    told(api.complete(new, "BX-2", exchange_of=old, payments=back))
    reserve(api, (3, FULL), order=new)
    paid = [{"payment_type": 1, "amount": 11}]
    assert api.complete(new, "BX-2", exchange_of=old, payments=paid).status == 200


def test_an_expired_order_that_breaks_a_rule_stays_expired(brief: Api) -> None:
    impose(brief, max_quantity=1)
    order = brief.reserve(1, 2).result["id"]
    wait_until(lambda: brief.statuses()[1] == FREE)
    assert brief.complete(order).status == 422
    assert brief.get(f"/orders/{order}").result["status"] == EXPIRED
    assert (brief.statuses()[1], brief.statuses()[2]) == (FREE, FREE)
    put(brief, "sales_rules", gone("r", "external_sales_rule_id"))
    assert brief.complete(order).status == 200
    assert brief.get(f"/orders/{order}").result["status"] == COMPLETED


@pytest.mark.parametrize(
    ("seats", "left"),
    [
        ((1, 2), ""),
        ((2, 3), "row A seat 1"),
        ((9,), "row A seat 10"),
        ((8, 9, 10), ""),
        ((2, 4), "row A seat 1, row A seat 3"),
        ((1, 2, 3, 4, 5, 6, 7, 8, 9), ""),
        ((22, 42), "row C seat 1, row A seat 1"),
        # row D begins with a place for a wheelchair
        ((32, 33), ""),
        # places to stand have no neighbours
        ((61, 63), ""),
    ],
)
def test_single_gaps_are_named(still_api: Api, seats: tuple[int, ...], left: str) -> None:
    impose(still_api, name="No gaps", forbid_single_gap=True, external_event_id="small-first")
    order = still_api.reserve(*seats).result["id"]
    answer = still_api.complete(order, f"GAP-{order}")
    if left:
        text = f"The Tempest, No gaps: a single seat would be left free: {left}"
        assert told(answer) == [("sales_rules[r]", text)]
        assert {still_api.statuses()[seat] for seat in seats} == {RESERVED}
    else:
        assert answer.status == 200, answer.text
    assert still_api.delete(f"/orders/{order}").status == 200


def test_a_gap_is_answered_for_by_who_completes_last(api: Api) -> None:
    impose(api, forbid_single_gap=True)
    first, second = api.reserve(4, 5).result["id"], api.reserve(1, 2).result["id"]
    assert api.complete(second).status == 200  # of its stretch one is left whatever it takes
    assert told(api.complete(first, "BX-2"))[0][1].endswith("left free: row A seat 3")
    api.reserve(3, order=first)
    assert api.complete(first, "BX-2").status == 200
    assert api.complete(api.reserve(7).result["id"], "BX-3").status == 422
    alone = api.reserve(6).result["id"]
    assert api.complete(alone, "BX-4").status == 200


def test_no_more_gaps_are_named_than_anybody_reads(api: Api) -> None:
    impose(api, forbid_single_gap=True)
    wide = api.reserve(12, 14, 16, 18, 22, 24, 26, 28).result["id"]
    [(_, text)] = told(api.complete(wide))
    assert text.count("row") == 5
    assert text.endswith(" and 3 more")


def test_a_gap_counts_for_the_seats_that_the_rule_counts(api: Api) -> None:
    impose(api, forbid_single_gap=True, external_price_category_id="wood")
    order = api.reserve(2, 3).result["id"]
    assert api.complete(order).status == 200
    order = api.reserve(12, 42).result["id"]
    [(_, text)] = told(api.complete(order, "BX-2"))
    assert text.endswith("left free: row A seat 1")


def test_best_seats_can_be_sold_where_gaps_are_forbidden(api: Api) -> None:
    impose(api, forbid_single_gap=True)
    for number in range(12):
        best = api.best(2 + number % 3)
        if best.status == 200:
            assert api.complete(best.result["id"], f"BX-{number}").status == 200


@pytest.mark.parametrize(
    "more",
    [
        {"step": 0},
        {"step": -2},
        {"min_quantity": 3, "max_quantity": 2},
        {"min_quantity": -1},
        {"per_ratio": 0, "per_sales_type_id": CHILD},
        {"per_ratio": -1, "per_sales_type_id": CHILD},
        {"per_ratio": 2},
        {"per_sales_type_id": CHILD},
        {"per_ratio": 1, "per_sales_type_id": CHILD, "sales_type_id": CHILD},
        {"per_ratio": 1, "per_sales_type_id": CHILD, "external_sales_type_id": "child"},
        {"valid_from": "2027-01-02T00:00:00Z", "valid_till": "2027-01-01T00:00:00Z"},
        {"valid_from": "2027-01-01T01:00:00+01:00", "valid_till": "2027-01-01T00:00:00Z"},
        {"step": 4, "max_quantity": 3},
        {"step": 4, "min_quantity": 5, "max_quantity": 7},
    ],
)
def test_rules_that_make_no_sense_are_not_imported(still_api: Api, more: dict[str, Any]) -> None:
    good = {"external_sales_rule_id": "good", "name": "Good", "external_event_id": FIRST}
    answer = send(still_api, "sales_rules", good, good | {"external_sales_rule_id": "bad"} | more)
    assert (answer.status, answer.lost) == (422, [1])
    known = still_api.get("/sales-rules", id=1).result["sales_rules"]
    assert {"good", "bad"} & {rule["external_sales_rule_id"] for rule in known} == set()


@pytest.mark.parametrize(
    "more",
    [
        {"max_quantity": 0, "step": 4},
        {"step": 4, "max_quantity": 4, "min_quantity": 4},
        {"per_ratio": 1, "per_sales_type_id": CHILD},
        {"min_quantity": 0},
    ],
)
def test_rules_at_the_edge_of_sense_are_imported(still_api: Api, more: dict[str, Any]) -> None:
    edge = {"external_sales_rule_id": "edge", "name": "Edge", "external_event_id": "small-second"}
    put(still_api, "sales_rules", edge | more)
