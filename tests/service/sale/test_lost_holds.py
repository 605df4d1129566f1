"""An order whose hold was lost goes on, and no counter holds more than it may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from sqlalchemy import update

from boxoffice.service.data.schema import orders
from boxoffice.service.data.store import Store
from tests.service.client import Api
from tests.service.conftest import Place
from tests.service.import_bodies import put
from tests.service.open_data import lines, opened
from tests.service.sale.test_called_off import set_status
from tests.service.sale.test_orders import EXPIRED, FREE, OPEN, RESERVED, SOLD
from tests.service.sale.test_payments import at_once, pay
from tests.service_fixture import FLOOR, running_service


@dataclass(frozen=True, slots=True)
class House:
    api: Api
    store: Store

    def held(self, *seats: int) -> int:
        return int(self.api.reserve(*seats).result["id"])

    def run_out(self, order: int) -> None:
        with self.store.selling() as connection:
            connection.execute(update(orders).where(orders.c.id == order).values(hold_till=1.0))

    def lost(self, *seats: int, to: tuple[int, ...]) -> int:
        """An order whose hold ran out, and some seats of which somebody else has."""
        order = self.held(*seats)
        self.run_out(order)
        if to:
            assert self.api.reserve(*to).status == 200
        else:
            assert self.api.get(f"/orders/{order}").result["status"] == EXPIRED
        return order

    def told(self, order: int) -> tuple[int, list[int]]:
        found = self.api.get(f"/orders/{order}").result
        return found["status"], [seat["seat_id"] for seat in found["seats"]]


@contextmanager
def a_house(place: dict[str, Any], **more: Any) -> Iterator[House]:
    with running_service(**place, **more) as running, Api(running) as api, opened(place) as store:
        yield House(api, store)


@pytest.fixture(scope="module")
def house(new_place: Place) -> Iterator[House]:
    with a_house(new_place()) as house:
        yield house


@pytest.fixture(autouse=True)
def _all_free(house: House) -> Iterator[None]:
    yield
    with house.store.selling() as connection:
        connection.execute(update(orders).where(orders.c.status == OPEN).values(hold_till=1.0))
    house.api.statuses()


def test_it_is_open_without_what_is_gone_and_is_sold_once_it_is_paid(house: House) -> None:
    order = house.lost(1, 2, 3, to=(2,))
    refused = house.api.complete(order, "L-1")
    assert (refused.status, refused.lost) == (409, [1])
    assert house.told(order) == (OPEN, [1, 3])
    assert house.api.get(f"/orders/{order}").result["hold_till"]
    assert [house.api.statuses()[seat] for seat in (1, 3)] == [RESERVED, RESERVED]
    assert house.api.reserve(4, order=order).status == 200
    assert house.api.complete(order, "L-1").status == 200
    assert house.told(order)[1] == [1, 3, 4]
    assert [house.api.statuses()[seat] for seat in (1, 3, 4)] == [SOLD] * 3
    assert house.api.delete(f"/orders/{order}").status == 200
    named = [line["what"] for line in lines(house.store) if line["order_id"] == order]
    assert named == ["reserved", "expired", "reserved", "reserved", "completed", "cancelled"]


def test_all_of_it_may_be_gone(house: House) -> None:
    order = house.lost(1, 2, to=(1, 2))
    assert house.api.complete(order, "L-2").lost == [0, 1]
    assert house.told(order) == (OPEN, [])
    assert house.api.complete(order, "L-2").status == 422
    assert house.api.best(2, order=order, area_id=FLOOR).status == 200
    assert len(house.told(order)[1]) == 2


def test_a_refusal_that_lost_seats_is_the_answer_to_its_key(house: House) -> None:
    """Else the same request would sell what is left the next time."""
    order = house.lost(1, 2, to=(2,))
    body = {"external_order_reseller_id": "L-3", "process_info": {"payments": []}}
    first = house.api.put(f"/orders/{order}", body, key="lost")
    assert (first.status, first.lost) == (409, [1])
    again = house.api.put(f"/orders/{order}", body, key="lost")
    assert (again.status, again.body) == (409, first.body)
    assert house.api.put(f"/orders/{order}", body, key="other").status == 422


@pytest.mark.parametrize("fill", ["seat", "own", "best"])
def test_what_is_added_after_the_hold_has_the_rest_back(house: House, fill: str) -> None:
    order = house.lost(11, 12, 13, to=(12,))
    add: dict[str, Callable[[], Any]] = {
        "seat": lambda: house.api.reserve(14, order=order),
        "own": lambda: house.api.reserve(13, 14, order=order),
        "best": lambda: house.api.best(1, order=order, area_id=FLOOR),
    }
    assert add[fill]().status == 200
    status, seats = house.told(order)
    assert (status, seats[:1], len(seats)) == (OPEN, [11], 3)
    assert (13 in seats, 12 in seats) == (True, False)
    assert {house.api.statuses()[seat] for seat in seats} == {RESERVED}


def test_the_best_are_not_those_that_it_has_again(house: House) -> None:
    first = house.api.best(3).result
    had = [seat["seat_id"] for seat in first["seats"]]
    house.run_out(first["id"])
    now = house.api.best(3, order=first["id"]).result
    seats = [seat["seat_id"] for seat in now["seats"]]
    assert len(set(seats)) == 6
    assert set(had) < set(seats)


def test_what_cannot_be_added_leaves_it_as_it_was(house: House) -> None:
    order = house.lost(1, 2, to=(5,))
    assert house.api.reserve(5, 6, order=order).lost == [0]
    assert house.api.best(30, order=order, area_id=FLOOR).status == 409
    assert house.told(order)[0] == EXPIRED
    assert [house.api.statuses()[seat] for seat in (1, 2, 6)] == [FREE] * 3


def test_seats_of_an_event_that_is_sold_no_more_are_gone(house: House) -> None:
    order = house.lost(1, to=())
    set_status(house.api, 4)
    try:
        assert house.api.complete(order, "L-4").lost == [0]
        assert house.told(order) == (OPEN, [])
    finally:
        set_status(house.api, 1)


def test_completing_against_the_sweep_sells_once_or_waits(house: House) -> None:
    for seat in range(1, 9):
        order = house.held(seat)
        house.run_out(order)
        done, swept = at_once(
            partial(house.api.complete, order, f"S-{seat}", payments=pay(32)),
            partial(house.api.get, "/events"),
        )
        assert (done.status, swept.status) == (200, 200)
        assert house.told(order) == (1, [seat])
        house.api.delete(f"/orders/{order}")


def test_a_counter_has_no_more_open_orders_than_it_may(new_place: Place) -> None:
    with a_house(new_place(), most_orders=2) as house:
        first, second = house.held(1), house.held(2)
        for more in (house.api.reserve(3), house.api.best(1)):
            assert (more.status, more.lost) == (409, [])
            assert "2 open orders" in more.body["error_message"]
        assert house.api.reserve(3, order=first).status == 200  # one that it has may grow
        assert house.api.complete(first, "M-1").status == 200
        third = house.held(4)
        house.run_out(third)
        fourth = house.held(5)  # what ran out counts no more
        assert house.api.reserve(6, order=third).status == 409
        assert house.told(third)[0] == EXPIRED
        house.api.delete(f"/orders/{second}")
        assert house.api.reserve(6, order=third).status == 200
        assert house.told(fourth) == (OPEN, [5])


def test_five_hundred_at_once(house: House) -> None:
    assert house.api.best(500).status == 409
    for bad in (0, 501):
        assert house.api.best(bad).status == 422
    places = [{"event_id": 1, "seat_id": 100 + n} for n in range(501)]
    for count, status in ((500, 404), (501, 422)):
        wanted = {"order_id": "", "seats_info": places[:count]}
        assert house.api.post("/orders/reserve-seat", wanted).status == status


def test_an_import_names_nobody_elses_order(house: House) -> None:
    order = house.held(7)
    states = [{"seat_id": 7, "status": 0}]
    body = {"external_event_id": "small-first", "seat_states": states}
    refused = house.api.post("/import/seat-status", body)
    assert (refused.status, refused.lost) == (409, [0])
    assert str(order) not in refused.body["errors"][0]["error_message"].replace("seat 7", "")
    put(house.api, "seat_states", {"seat_id": 7, "status": 1}, external_event_id="small-first")
