"""No order is sold for anything but its price, and an exchange for the difference."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxoffice.service.data import credentials
from boxoffice.service.sale.payment_check import _is_sum
from tests.service.client import Answer, Api
from tests.service.conftest import Place
from tests.service.import_bodies import put
from tests.service.open_data import opened
from tests.service.sale.test_orders import CANCELLED, COMPLETED, FREE, OPEN, RESERVED, SOLD
from tests.service_fixture import CHILD, running_service
from tests.waiting import PATIENCE

CASH, CARD, VOUCHER, INVOICE, MIXED = range(1, 6)


def pay(*amounts: Any, kind: int = CASH) -> list[dict[str, Any]]:
    return [{"payment_type": kind, "amount": amount} for amount in amounts]


def fields_of(answer: Answer) -> list[str]:
    assert answer.status == 422, answer.text
    return [each["field"] for each in answer.body["field_errors"]]


def held(api: Api, *seats: int) -> int:
    return int(api.reserve(*seats).result["id"])


def sold(api: Api, *seats: int) -> int:
    order = held(api, *seats)
    assert api.complete(order, f"BX-{order}").status == 200
    return order


@contextmanager
def another(place: dict[str, Any], running: Any) -> Iterator[Api]:
    """Another counter at the same service."""
    with opened(place) as store:
        token = credentials.add(store, "till 2")
    with Api(running, f"AUTHTOKEN {token}") as api:
        yield api


@pytest.mark.parametrize(
    "info",
    [
        None,
        {},
        {"payment_type": CASH},
        {"payment_state": "paid"},
        {"payment_state": "paid", "payments": []},
        {"payments": pay(0)},
        {"payments": pay(63.99)},
        {"payments": pay(-64)},
        {"payments": pay(64.001, -0.001)},
        {"payments": pay(6400)},
        {"payments": pay(96, -32)},
        {"payments": pay(64, 0)},
        {"payments": pay(64, kind=0)},
        {"payments": pay(64, kind=MIXED)},
        {"payments": pay(63.995, 0.005)},
        {"payments": pay(64), "payment_type": CARD},
        {"payments": pay(64), "payment_type": MIXED},
        {"payments": [*pay(32), *pay(32, kind=CARD)], "payment_type": CASH},
    ],
)
def test_what_is_no_payment_of_the_price_sells_nothing(still_api: Api, info: Any) -> None:
    order = held(still_api, 1, 2)
    try:
        body = {"external_order_reseller_id": f"N-{order}", "process_info": info}
        assert fields_of(still_api.put(f"/orders/{order}", body))[0].startswith("process_info")
        told = still_api.get(f"/orders/{order}").result
        assert (told["status"], told["completed"]) == (OPEN, None)
        assert still_api.statuses()[1] == RESERVED
        assert still_api.get(f"/orders/{order}/tickets").result["containers"] == []
    finally:
        still_api.delete(f"/orders/{order}")


@pytest.mark.parametrize(
    "info",
    [
        {"payments": pay(64)},
        {"payments": pay("64.00")},
        {"payments": pay(64, kind=VOUCHER), "payment_type": VOUCHER},
        {"payments": pay(32, 32), "payment_type": MIXED},
        {"payments": [*pay(30.5), *pay(33.5, kind=INVOICE)], "payment_type": MIXED},
        {"payments": pay(64), "payment_state": "unheard of"},
    ],
)
def test_what_pays_the_price_sells(still_api: Api, info: dict[str, Any]) -> None:
    order = held(still_api, 11, 12)
    assert still_api.complete(order, f"S-{order}", **info).status == 200
    assert still_api.delete(f"/orders/{order}").status == 200


def test_what_costs_nothing_needs_no_payment(api: Api) -> None:
    put(
        api,
        "price_categories",
        {
            "external_price_category_id": "gold",
            "name": "Gold",
            "prices": [
                {"external_sales_type_id": "child", "price": 0, "fee": 0, "currency": "EUR"}
            ],
        },
        external_event_id="small-first",
    )
    wanted = [{"event_id": 1, "seat_id": seat, "sales_type_id": CHILD} for seat in (1, 2)]
    numbers = []
    for seat in wanted:
        answer = api.post("/orders/reserve-seat", {"order_id": "", "seats_info": [seat]})
        assert answer.result["total"] == 0
        numbers.append(answer.result["id"])
    assert fields_of(api.complete(numbers[0], payments=pay(1))) == ["process_info.payments"]
    assert api.put(f"/orders/{numbers[0]}", {"external_order_reseller_id": "A"}).status == 200
    assert api.complete(numbers[1], "B", payments=pay(0)).status == 200


def test_a_repeated_completion_is_not_paid_again(api: Api) -> None:
    order = sold(api, 1)
    assert api.complete(order, f"BX-{order}", payments=[]).status == 200
    assert api.complete(order, "BX-OTHER", payments=[]).status == 409


def test_the_sums_of_a_cancelled_order_add_up(api: Api) -> None:
    order = sold(api, 1, 2, 41)
    assert api.delete(f"/orders/{order}/events/1/seats/2").status == 200
    assert api.delete(f"/orders/{order}").status == 200
    for path in ("", "/base"):
        told = api.get(f"/orders/{order}{path}").result
        assert (told["status"], told["total"], told["refunded"]) == (CANCELLED, 80, 80)
    left = held(api, 3, 4)
    api.delete(f"/orders/{left}/events/1/seats/4")
    assert api.delete(f"/orders/{left}").status == 200
    told = api.get(f"/orders/{left}").result
    assert told["total"] - told["refunded"] >= 0


def test_an_exchange_is_paid_by_the_difference(api: Api) -> None:
    old = sold(api, 1, 2, 41)  # 32, 32 and 16
    dearer, same, cheaper = held(api, 3, 4), held(api, 5), held(api, 42)
    for wrong in (64, 33, -17, 31):
        answer = api.complete(dearer, "A", exchange_of=old, payments=pay(wrong))
        assert fields_of(answer) == ["process_info.payments"]
    assert api.complete(dearer, "A", exchange_of=old, payments=pay(32)).status == 200
    assert api.complete(same, "B", exchange_of=old, payments=[]).status == 200
    # All that is left of the old order is 16, and money goes back for no more.
    assert fields_of(api.complete(cheaper, "C", exchange_of=old, payments=pay(-16)))
    assert fields_of(api.complete(cheaper, "C", exchange_of=old, payments=pay(-16, 16)))
    assert api.complete(cheaper, "C", exchange_of=old, payments=[]).status == 200
    assert api.get(f"/orders/{cheaper}").result["exchange_of"] == old
    assert api.delete(f"/orders/{old}/events").status == 200
    assert api.get(f"/orders/{old}/base").result["refunded"] == 80


def test_money_goes_back_for_cheaper_seats(api: Api) -> None:
    old, new = sold(api, 1), held(api, 41)
    assert fields_of(api.complete(new, "A", payments=pay(-16)))
    assert fields_of(api.complete(new, "A", exchange_of=old, payments=pay(-8.5, -8)))
    assert api.complete(new, "A", exchange_of=old, payments=pay(-10, -6)).status == 200


def test_seats_that_went_back_before_are_exchanged_once(api: Api) -> None:
    """As where the same seat is sold at another price type."""
    old = sold(api, 1)
    assert api.delete(f"/orders/{old}/events/1/seats/1").status == 200
    wanted = [{"event_id": 1, "seat_id": 1, "sales_type_id": CHILD}]
    new = api.post("/orders/reserve-seat", {"order_id": "", "seats_info": wanted}).result["id"]
    assert api.complete(new, "A", exchange_of=old, payments=pay(-21)).status == 200
    again = held(api, 2)
    assert fields_of(api.complete(again, "B", exchange_of=old, payments=[]))
    assert api.complete(again, "B", payments=pay(32)).status == 200


def test_what_is_no_order_to_exchange(new_place: Place) -> None:
    place = new_place()
    with (
        running_service(**place) as running,
        Api(running) as api,
        another(place, running) as stranger,
    ):
        foreign, cancelled, still_open = sold(stranger, 1), sold(api, 2), held(api, 3)
        assert api.delete(f"/orders/{cancelled}").status == 200
        new = held(api, 4)
        for old in (foreign, cancelled, still_open, new, 999_999):
            for payments in ([], pay(32), pay(-32)):
                answer = api.complete(new, "A", exchange_of=old, payments=payments)
                assert fields_of(answer) == ["process_info.exchange_of"]
        assert api.statuses()[4] == RESERVED
        # And it is the foreign counter's to exchange, as before.
        theirs = held(stranger, 5)
        done = stranger.complete(theirs, "B", exchange_of=foreign, payments=[])
        assert done.status == 200


def test_of_two_exchanges_at_once_one_is_sold(api: Api) -> None:
    old = sold(api, 1)
    new = [held(api, 2), held(api, 3)]
    answers = at_once(
        *(partial(api.complete, order, f"X-{order}", exchange_of=old, payments=[]) for order in new)
    )
    assert sorted(answer.status for answer in answers) == [200, 422]


def test_an_exchange_and_the_cancelling_of_its_old_order_at_once(api: Api) -> None:
    """Either the old seats pay for the new ones, or the exchange is refused."""
    for seat in (1, 3, 5, 7):
        old, new = sold(api, seat), held(api, seat + 1)
        exchanged, cancelled = at_once(
            partial(api.complete, new, f"X-{new}", exchange_of=old, payments=[]),
            partial(api.delete, f"/orders/{old}"),
        )
        assert cancelled.status == 200
        assert exchanged.status in (200, 422)
        state = api.statuses()[seat + 1]
        assert state == (SOLD if exchanged.status == 200 else RESERVED)


def test_completing_while_the_price_changes_sells_at_the_price_that_was_paid(api: Api) -> None:
    for seat in range(1, 9):
        order = held(api, seat)
        path = f"/orders/{order}/events/1/seats/{seat}"
        done, changed = at_once(
            partial(api.complete, order, f"P-{order}", payments=pay(32)),
            partial(api.put, path, {"sales_type_id": CHILD}),
        )
        told = api.get(f"/orders/{order}").result
        if done.status == 200:
            assert changed.status == 409
            assert (told["status"], told["total"]) == (COMPLETED, 32)
        else:
            assert (done.status, changed.status) == (422, 200)
            assert (told["status"], told["total"]) == (OPEN, 11)


def test_completing_while_a_seat_is_given_back_or_all_is_cancelled(api: Api) -> None:
    for first in range(1, 20, 2):
        order = held(api, first, first + 1)
        seat = f"/orders/{order}/events/1/seats/{first}"
        other = seat if first % 4 == 1 else f"/orders/{order}"
        done, undone = at_once(
            partial(api.complete, order, f"G-{order}", payments=pay(64)), partial(api.delete, other)
        )
        assert undone.status == 200
        told = api.get(f"/orders/{order}").result
        assert told["total"] - told["refunded"] >= 0
        if done.status == 200:  # all was sold, and then came back
            assert (told["total"], told["refunded"]) == (64, 32 if other == seat else 64)
        else:
            assert told["completed"] is None
        assert api.statuses()[first] == FREE


def at_once(*calls: Callable[[], Answer]) -> list[Answer]:
    start = threading.Barrier(len(calls))

    def do(call: Callable[[], Answer]) -> Answer:
        start.wait(PATIENCE)
        return call()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(do, calls))


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.integers(0, 330))
def test_sums_of_some_prices(prices: list[int], wanted: int) -> None:
    sums = {0}
    for price in prices:
        sums |= {each + price for each in sums}
    assert _is_sum(prices, wanted) == (wanted in sums)


def test_prices_that_no_coin_divides_are_exchanged_as_a_whole() -> None:
    prices = [10**11 + 1, 10**11 + 3, 7]
    assert _is_sum(prices, sum(prices))
    assert not _is_sum(prices, prices[0])
