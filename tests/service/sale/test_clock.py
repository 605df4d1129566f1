"""The time that holds go by, and how they end when nobody asks."""

from __future__ import annotations

import time
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from boxoffice.service.data.clock import Clock
from boxoffice.service.data.schema import orders
from boxoffice.service.data.store import Store
from boxoffice.service.process.sweeper import sweep_once
from tests.service.client import Api
from tests.service.conftest import Place
from tests.service.data.test_durability import Child
from tests.service.open_data import lines, opened, rows
from tests.service_fixture import running_service
from tests.waiting import wait_until

FREE, RESERVED, SOLD, BLOCKED = range(4)
EXPIRED = 3


@given(st.lists(st.tuples(st.floats(0, 1e4), st.floats(-1e9, 3e9)), max_size=20))
def test_it_never_goes_back_whatever_it_is_set_to(steps: list[tuple[float, float]]) -> None:
    passed = 0.0
    with patch("boxoffice.service.data.clock.time.monotonic", lambda: passed):
        clock = Clock()
        for seconds, set_to in steps:
            before = clock.now()
            passed += seconds
            assert clock.now() == pytest.approx(before + seconds)
            clock.set(set_to)
            assert clock.now() >= before
            assert clock.now() == pytest.approx(max(set_to, before + seconds))


def hold_till(store: Store, order_id: int) -> float:
    with store.reading() as connection:
        [row] = rows(connection, f"SELECT hold_till FROM orders WHERE id = {order_id}")
    return float(row["hold_till"])


def test_a_hold_that_outlasts_any_is_shortened(new_place: Place) -> None:
    """As after the clock was set back by a day while nobody served."""
    place = new_place()
    with running_service(**place) as running, Api(running) as api:
        wrong, right = api.reserve(1).result["id"], api.reserve(2).result["id"]
    with opened(place) as store:
        till = hold_till(store, right)
        with store.selling() as connection:
            tomorrow = update(orders).where(orders.c.id == wrong).values(hold_till=till + 86_400)
            connection.execute(tomorrow)
        sweep_once(store, 600)
        assert hold_till(store, wrong) <= time.time() + 600 + 1
        assert hold_till(store, wrong) > till - 1
        assert hold_till(store, right) == till


def test_holds_end_while_nobody_asks_and_a_poll_hears_of_it(new_place: Place) -> None:
    place = new_place()
    with running_service(**place, hold_seconds=0.2) as running, Api(running) as api:
        order_id = api.reserve(1, 2).result["id"]
        marker = api.get("/events/1/seat-status").result["last_updated"]
        with opened(place) as store:  # looks at the data without asking the service
            wait_until(lambda: lines(store)[-1]["what"] == "expired")
            ended = lines(store)[-1]
        assert ended["order_id"] == order_id
        assert api.statuses(last_updated=marker) == {1: FREE, 2: FREE}
        assert api.get(f"/orders/{order_id}").result["status"] == EXPIRED


def test_the_sweep_ends_only_what_ran_out_and_only_once(new_place: Place) -> None:
    place = new_place()
    with running_service(**place) as running, Api(running) as api:
        ids = [api.reserve(seat).result["id"] for seat in range(1, 6)]
    with opened(place) as store:
        with store.selling() as connection:
            over = update(orders).where(orders.c.id.in_(ids[:3])).values(hold_till=1.0)
            connection.execute(over)
        for _ in range(2):
            sweep_once(store, 600)
        ended = [line["order_id"] for line in lines(store) if line["what"] == "expired"]
        assert ended == ids[:3]
        with store.reading() as connection:
            found = rows(connection, "SELECT seat_id FROM order_seats WHERE active")
            assert {row["seat_id"] for row in found} == {4, 5}


def test_more_holds_than_one_transaction_ends_are_all_ended(new_place: Place) -> None:
    place = new_place()
    with running_service(**place), opened(place) as store:
        with store.selling() as connection:
            row: dict[str, Any] = {"credential_id": 1, "status": 0, "hold_till": 1.0}
            connection.execute(orders.insert(), [row] * 250)
        sweep_once(store, 600)
        with store.reading() as connection:
            found = rows(connection, "SELECT status, count(*) AS n FROM orders GROUP BY status")
        assert found == [{"status": EXPIRED, "n": 250}]


def test_the_holds_of_a_killed_service_run_out(tmp_path: Any) -> None:
    data = tmp_path / "house.sqlite"
    child = Child(data)
    with Api(child.running) as api:
        held = api.best(2).result
        seats = [seat["seat_id"] for seat in held["seats"]]
        event = held["seats"][0]["event_id"]
    child.kill()
    with opened({"data": data}) as store:
        with store.selling() as connection:
            connection.execute(update(orders).values(hold_till=time.time() - 1))
        sweep_once(store, 600)
        with store.reading() as connection:
            query = f"SELECT seat_id, status FROM event_seats WHERE event_id = {event}"
            statuses = {row["seat_id"]: row["status"] for row in rows(connection, query)}
    assert {statuses[seat] for seat in seats} == {FREE}
