"""The promises of a sale, one by one, over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.service.client import Answer, Api
from tests.service_fixture import CHILD, FLOOR, FULL, REDUCED, Running
from tests.waiting import PATIENCE, wait_until

FREE, RESERVED, SOLD, BLOCKED = range(4)
OPEN, COMPLETED, CANCELLED, EXPIRED = range(4)


def test_reserving_is_all_or_nothing_and_names_what_is_lost(api: Api) -> None:
    api.reserve(2, 4)
    refused = api.reserve(1, 2, 3, 4)
    assert refused.status == 409
    assert refused.body["error_type"] == 4
    assert refused.lost == [1, 3]
    assert [api.statuses()[seat] for seat in (1, 2, 3, 4)] == [FREE, RESERVED, FREE, RESERVED]


def test_a_refused_seat_leaves_the_open_order_as_it_was(api: Api) -> None:
    api.reserve(9)
    order = api.reserve(1).result
    assert api.reserve(2, 9, order=order["id"]).lost == [1]
    after = api.get(f"/orders/{order['id']}").result
    assert [s["seat_id"] for s in after["seats"]] == [1]
    assert after["total"] == 32


def test_fifty_counters_want_one_seat_and_one_gets_it(service: Running) -> None:
    start = threading.Barrier(50)

    def want(_: int) -> Answer:
        with Api(service) as counter:
            start.wait(PATIENCE)
            return counter.reserve(7)

    with ThreadPoolExecutor(50) as counters:
        answers = list(counters.map(want, range(50)))
    assert sorted(a.status for a in answers) == [200] + [409] * 49
    assert all(a.lost == [0] for a in answers if a.status == 409)


def test_counters_that_want_the_best_at_once_all_get_some(service: Running) -> None:
    start = threading.Barrier(12)

    def want(_: int) -> Answer:
        with Api(service) as counter:
            start.wait(PATIENCE)
            return counter.best(2)

    with ThreadPoolExecutor(12) as counters:
        answers = list(counters.map(want, range(12)))
    seats = [seat["seat_id"] for answer in answers for seat in answer.result["seats"]]
    assert len(seats) == len(set(seats)) == 24


def test_the_server_prices_every_seat(api: Api) -> None:
    order = api.post(
        "/orders/reserve-seat",
        {
            "order_id": "",
            "seats_info": [
                {"event_id": 1, "seat_id": 1},
                {"event_id": 1, "seat_id": 41, "sales_type_id": REDUCED},
            ],
        },
    ).result
    prices = [(s["price"], s["fee"], s["sales_type_id"]) for s in order["seats"]]
    assert prices == [(30, 2, FULL), (Decimal("10.50"), Decimal("0.50"), REDUCED)]
    assert order["total"] == 43
    changed = api.put(f"/orders/{order['id']}/events/1/seats/1", {"sales_type_id": CHILD})
    assert changed.result["id"] == order["id"]
    assert api.get(f"/orders/{order['id']}/base").result["total"] == 22
    bad = api.put(f"/orders/{order['id']}/events/1/seats/1", {"sales_type_id": 99})
    assert bad.status == 422
    assert bad.body["field_errors"][0]["field"] == "sales_type_id"


def test_a_hold_has_an_end_and_every_change_renews_it(api: Api) -> None:
    lasts, before = timedelta(seconds=600), datetime.now(UTC) - timedelta(seconds=1)
    order = api.reserve(1).result
    ends = [datetime.fromisoformat(order["hold_till"])]
    assert before + lasts <= ends[0] <= datetime.now(UTC) + lasts
    path = f"/orders/{order['id']}"
    changes: list[Callable[[], Answer]] = [
        lambda: api.put(f"{path}/events/1/seats/1", {"sales_type_id": FULL}),
        lambda: api.reserve(2, order=order["id"]),
        lambda: api.delete(f"{path}/events/1/seats/2"),
    ]
    for change in changes:
        assert change().status == 200
        ends.append(datetime.fromisoformat(api.get(path).result["hold_till"]))
    assert ends == sorted(set(ends))


def test_an_expired_hold_frees_its_seats_without_anyone_asking_for_the_order(brief: Api) -> None:
    order = brief.reserve(1, 2).result["id"]
    marker = brief.get("/events/1/seat-status").result["last_updated"]
    wait_until(lambda: brief.statuses()[1] == FREE)
    assert brief.get(f"/orders/{order}").result["status"] == EXPIRED
    assert brief.statuses(last_updated=marker)[2] == FREE
    assert brief.reserve(1).status == 200


def test_completing_after_the_hold_takes_free_seats_again(brief: Api) -> None:
    order = brief.reserve(1, 2).result["id"]
    wait_until(lambda: brief.statuses()[1] == FREE)
    assert brief.complete(order).status == 200
    assert (brief.statuses()[1], brief.statuses()[2]) == (SOLD, SOLD)


def test_completing_after_the_hold_fails_whole_where_a_seat_is_gone(brief: Api) -> None:
    order = brief.reserve(1, 2).result["id"]
    wait_until(lambda: brief.statuses()[1] == FREE)
    other = brief.reserve(2).result["id"]
    assert brief.complete(other, "BX-OTHER").status == 200
    refused = brief.complete(order)
    assert (refused.status, refused.lost) == (409, [1])
    assert brief.get(f"/orders/{order}/tickets").result["containers"] == []
    assert brief.get(f"/orders/{order}").result["completed"] is None


def test_completing_twice_sells_once(api: Api) -> None:
    order = api.reserve(1, 2).result["id"]
    paid = {
        "payment_type": 1,
        "payments": [{"payment_type": 1, "amount": 64}],
        "tendered": 70,
        "change": 6,
        "operator": "Anna",
    }
    assert api.complete(order, **paid).status == 200
    tickets = api.get(f"/orders/{order}/tickets").result
    assert api.complete(order, **paid).status == 200
    assert api.get(f"/orders/{order}/tickets").result == tickets
    other = api.complete(order, "BX-OTHER", **paid)
    assert (other.status, other.body["error_type"]) == (409, 4)
    sold = api.get(f"/orders/{order}").result
    assert (sold["status"], sold["external_order_reseller_id"]) == (COMPLETED, "BX-1")
    assert (sold["total"], sold["operator"], sold["hold_till"]) == (64, "Anna", None)
    assert [t["seat_id"] for t in tickets["containers"][0]["ticket"]["tickets"]] == [1, 2]


@pytest.mark.parametrize("amount", [63.99, 0, -64, 6400])
def test_a_payment_that_is_not_the_total_is_refused(api: Api, amount: float) -> None:
    order = api.reserve(1, 2).result["id"]
    refused = api.complete(order, payments=[{"payment_type": 1, "amount": amount}])
    assert refused.status == 422
    assert refused.body["field_errors"][0]["field"] == "process_info.payments"
    assert api.statuses()[1] == RESERVED


def test_one_number_for_one_order(api: Api) -> None:
    first, second = api.reserve(1).result["id"], api.reserve(2).result["id"]
    assert api.complete(first, "BX-SAME").status == 200
    assert api.complete(second, "BX-SAME").status == 409


def test_a_number_that_is_taken_is_said_before_what_else_is_wrong(api: Api) -> None:
    first, second, empty = (api.reserve(seat).result["id"] for seat in (1, 2, 3))
    assert api.complete(first, "BX-SAME").status == 200
    wrong = [{"payment_type": 1, "amount": 1}]
    assert api.complete(second, "BX-SAME", payments=wrong).status == 409
    assert api.delete(f"/orders/{empty}/events").status == 200
    assert api.complete(empty, "BX-SAME").status == 409


def test_cancelling_an_open_order_frees_its_seats(api: Api) -> None:
    order = api.reserve(1, 2).result["id"]
    for _ in range(2):
        assert api.delete(f"/orders/{order}").status == 200
    assert api.get(f"/orders/{order}").result["status"] == CANCELLED
    assert api.statuses()[1] == FREE
    assert api.complete(order).status == 409
    assert api.reserve(3, order=order).status == 409


def test_cancelling_a_sold_order_voids_its_tickets_and_keeps_it(api: Api) -> None:
    order = api.reserve(1).result["id"]
    api.complete(order)
    for _ in range(2):
        assert api.delete(f"/orders/{order}").status == 200
    cancelled = api.get(f"/orders/{order}").result
    assert (cancelled["status"], cancelled["refunded"]) == (CANCELLED, 32)
    [container] = api.get(f"/orders/{order}/tickets").result["containers"]
    assert [t["status"] for t in container["ticket"]["tickets"]] == [1]
    assert api.statuses()[1] == FREE


def test_giving_back_after_the_sale_refunds_what_it_cost(api: Api) -> None:
    order = api.reserve(1, 2, 41).result["id"]
    api.complete(order)
    path = f"/orders/{order}"
    assert api.delete(f"{path}/events/1/seats/2").status == 200
    assert api.delete(f"{path}/events/1/seats/2").status == 404
    assert api.get(path).result["refunded"] == 32
    changed = api.put(f"{path}/events/1/seats/1", {"sales_type_id": CHILD})
    assert changed.status == 409
    assert api.delete(f"{path}/events/1").status == 200
    left = api.get(path).result
    assert (left["refunded"], left["seats"], left["status"]) == (80, [], COMPLETED)
    assert {api.statuses()[seat] for seat in (1, 2, 41)} == {FREE}


def test_a_seat_given_back_before_the_sale_is_not_part_of_what_was_sold(api: Api) -> None:
    order = api.reserve(1, 2).result["id"]
    api.delete(f"/orders/{order}/events/1/seats/2")
    assert api.complete(order, payments=[{"payment_type": 1, "amount": 32}]).status == 200
    sold = api.get(f"/orders/{order}").result
    assert (sold["total"], sold["refunded"], len(sold["seats"])) == (32, 0, 1)
    assert api.delete(f"/orders/{order}/events").status == 200
    after = api.get(f"/orders/{order}/base").result
    assert (after["total"], after["refunded"], after["seat_count"]) == (32, 32, 0)


def test_a_seat_given_back_can_be_taken_again(api: Api) -> None:
    order = api.reserve(1, 2).result["id"]
    assert api.delete(f"/orders/{order}/events").status == 200
    assert api.get(f"/orders/{order}").result["total"] == 0
    assert api.complete(order).status == 422
    assert [s["seat_id"] for s in api.reserve(2, 1, order=order).result["seats"]] == [2, 1]
    again = api.reserve(1, order=order)
    assert (again.status, again.lost) == (409, [0])


def test_seats_in_an_order_by_event_and_with_external_ids(api: Api) -> None:
    free = next(s for s, status in api.statuses(2).items() if status == FREE)
    order = api.reserve(1).result["id"]
    api.reserve(free, event=2, order=order)
    both = api.get(f"/orders/{order}/seats").result["seats"]
    assert [(s["event_id"], s["seat_id"]) for s in both] == [(1, 1), (2, free)]
    [one] = api.get(f"/orders/{order}/seats", id=2, getExternalIDs="true").result["seats"]
    [event] = api.get("/events", id=2).result["events"]
    assert one["external_event_id"] == event["external_event_id"]
    assert {"external_seat_id", "external_sales_type_id"} <= set(one)
    assert both[0]["area_name"] == "Stalls"


def test_best_seats_are_together_and_near_the_stage(api: Api) -> None:
    order = api.best(3).result
    rows = {s["row"] for s in order["seats"]}
    numbers = sorted(int(s["number"]) for s in order["seats"])
    assert rows == {"A"}
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert api.best(2, area_id=3, order=order["id"]).result["seats"][-1]["area_name"] == "Balcony"


def test_best_seats_stand_where_asked_and_end_when_none_are_left(api: Api) -> None:
    standing = api.best(20, area_id=FLOOR, sales_type_id=REDUCED).result
    assert len(standing["seats"]) == 20
    assert {s["sales_type_id"] for s in standing["seats"]} == {REDUCED}
    assert api.best(1, area_id=FLOOR).status == 409
    wheelchair = api.best(1, attributes=1).result["seats"][0]
    assert (wheelchair["row"], wheelchair["number"]) == ("D", "1")
    assert api.best(1, attributes=1).status == 409


def test_the_same_key_gives_the_same_answer(api: Api) -> None:
    wanted = {"order_id": "", "seats_info": [{"event_id": 1, "seat_id": 3}]}
    first = api.post("/orders/reserve-seat", wanted, key="k1")
    again = api.post("/orders/reserve-seat", wanted, key="k1")
    assert again.body == first.body
    assert api.post("/orders/reserve-seat", wanted, key="k2").status == 409
    other = api.post("/orders/reserve-seat", {**wanted, "order_id": "1"}, key="k1")
    assert other.status == 422


def test_a_request_delivered_ten_times_at_once_makes_one_order(service: Running) -> None:
    wanted = {"order_id": "", "search_pattern": {"event_id": 1, "quantity": 2}}
    start = threading.Barrier(10)

    def deliver(_: int) -> Answer:
        with Api(service) as counter:
            start.wait(PATIENCE)
            return counter.post("/orders/reserve-best-seat", wanted, key="same")

    with ThreadPoolExecutor(10) as deliveries:
        orders = {a.result["id"] for a in deliveries.map(deliver, range(10))}
    assert len(orders) == 1
    with Api(service) as api:
        assert sum(status == RESERVED for status in api.statuses().values()) == 2


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "AUTHTOKEN",
        "AUTHTOKEN wrong",
        'AUTHTOKEN auth_token="',
        "Bearer test-token",
        "test-token",
    ],
)
def test_without_a_credential_nothing_is_answered(
    still_service: Running, authorization: str
) -> None:
    with Api(still_service, authorization) as stranger:
        answer = stranger.get("/events")
    assert answer.status == 401
    assert answer.body["TIsAuthorizedUser"] is False
    assert answer.body["error_type"] == 1


@pytest.mark.parametrize(
    "authorization",
    [
        'AUTHTOKEN auth_token="test-token"',
        "AUTHTOKEN test-token",
        'APPSECRET app_secret="test-token"',
    ],
)
def test_the_ways_to_bear_a_credential(still_service: Running, authorization: str) -> None:
    with Api(still_service, authorization) as caller:
        assert caller.get("/events").status == 200


@pytest.mark.parametrize("path", ["", "/base", "/seats", "/tickets"])
@pytest.mark.parametrize("order", ["1", "0", "99999999999999999999", "x", "%2e%2e", "1e3"])
def test_orders_that_are_not_there(reader: Api, path: str, order: str) -> None:
    assert reader.get(f"/orders/{order}{path}").status == 404


def test_wrong_verbs(reader: Api) -> None:
    for verb, path in (("DELETE", "/events"), ("POST", "/orders/1"), ("PATCH", "/orders/1")):
        answer = reader.send(verb, path)
        assert answer.status == 405
        assert answer.body["TIsSuccessful"] is False
