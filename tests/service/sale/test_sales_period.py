"""When seats are reserved and exchanged, and what no time ever binds."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import update

from boxoffice.service.data.postgresql import PostgresqlDatabase
from boxoffice.service.data.schema import events
from boxoffice.service.data.sqlite import SqliteFile
from tests.service.conftest import Place
from tests.service.sale.test_lost_holds import House, a_house
from tests.service.sale.test_orders import COMPLETED, OPEN
from tests.service.sale.test_payments import fields_of, pay, sold
from tests.service_fixture import CHILD
from tests.waiting import PATIENCE

NOT_YET, NO_MORE, OVER = "not yet", "no more", "over"
CLOSED = (NOT_YET, NO_MORE, OVER)


@pytest.fixture(scope="module")
def house(new_place: Place) -> Iterator[House]:
    with a_house(new_place()) as house:
        yield house


@pytest.fixture(autouse=True)
def _open_again(house: House) -> Iterator[None]:
    yield
    set_times(house, "")
    set_times(house, "", event=2)


def set_times(house: House, times: str, event: int = 1, hours: float = 1) -> None:
    """By import: the sales period begins or has ended by so many hours, or the event has."""
    now = datetime.now(UTC)
    past, future = now - timedelta(hours=hours), now + timedelta(hours=hours)
    moments: dict[str, datetime | None] = {
        "sales_start": future if times == NOT_YET else past,
        "sales_end": past if times == NO_MORE else future,
        "end_date": past if times == OVER else future,
    }
    texts = {name: moment.isoformat() if moment else None for name, moment in moments.items()}
    with house.store.writing() as connection:
        connection.execute(update(events).where(events.c.id == event).values(texts))


def free(house: House, event: int = 1, *, last: bool = False) -> int:
    seats = [seat for seat, status in house.api.statuses(event).items() if status == 0]
    return seats[-1 if last else 0]


@pytest.mark.parametrize("times", CLOSED)
def test_nothing_is_reserved_out_of_time(house: House, times: str) -> None:
    order, seat = house.held(free(house)), free(house, last=True)
    set_times(house, times)
    for more in (
        house.api.reserve(seat),
        house.api.reserve(seat, order=order),
        house.api.best(2),
        house.api.best(1, order=order),
    ):
        assert (more.status, more.lost) == (409, [])
        assert more.body["error_message"].startswith("event 1 is ")
    mixed = [{"event_id": 2, "seat_id": free(house, 2)}, {"event_id": 1, "seat_id": seat}]
    both = house.api.post("/orders/reserve-seat", {"order_id": "", "seats_info": mixed})
    assert both.status == 409
    assert house.api.reserve(free(house, 2), event=2).status == 200


@pytest.mark.parametrize("times", CLOSED)
def test_what_is_held_is_completed_while_the_hold_lasts(house: House, times: str) -> None:
    first = free(house)
    order = house.held(first, free(house, last=True))
    set_times(house, times)
    path = f"/orders/{order}/events/1/seats/{first}"
    assert house.api.put(path, {"sales_type_id": CHILD}).status == 200
    assert house.api.delete(path).status == 200
    assert house.api.complete(order, f"T-{order}").status == 200
    assert house.told(order)[0] == COMPLETED


@pytest.mark.parametrize("times", CLOSED)
def test_what_ran_out_is_not_taken_again(house: House, times: str) -> None:
    order = house.lost(free(house), free(house, last=True), to=())
    set_times(house, times)
    assert house.api.complete(order, f"R-{order}").lost == [0, 1]
    assert house.told(order) == (OPEN, [])


@pytest.mark.parametrize("times", CLOSED)
def test_giving_back_cancelling_and_tickets_are_never_bound(house: House, times: str) -> None:
    seats = free(house), free(house, last=True)
    order, other = sold(house.api, *seats), house.held(free(house))
    set_times(house, times)
    assert house.api.get(f"/orders/{order}/tickets").status == 200
    assert house.api.complete(order, f"BX-{order}").status == 200
    assert house.api.delete(f"/orders/{order}/events/1/seats/{seats[0]}").status == 200
    assert house.api.delete(f"/orders/{order}").status == 200
    assert house.api.delete(f"/orders/{other}/events").status == 200
    assert house.api.delete(f"/orders/{other}").status == 200


@pytest.mark.parametrize("times", CLOSED)
def test_no_seat_is_had_by_exchange_out_of_time(house: House, times: str) -> None:
    old, new = sold(house.api, free(house)), house.held(free(house))
    set_times(house, times)
    answer = house.api.complete(new, f"E-{new}", exchange_of=old, payments=[])
    assert (answer.status, answer.lost) == (409, [0])
    assert house.told(new)[0] == OPEN
    assert house.api.complete(new, f"E-{new}").status == 200  # it is held, and paid for


def test_seats_of_an_event_that_is_over_pay_for_nothing(house: House) -> None:
    old = sold(house.api, free(house))
    new = house.api.reserve(free(house, 2), event=2).result["id"]
    set_times(house, OVER)
    answer = house.api.complete(new, f"O-{new}", exchange_of=old, payments=[])
    assert fields_of(answer) == ["process_info.payments"]
    set_times(house, NO_MORE)  # the sale is, and the event is not
    assert house.api.complete(new, f"O-{new}", exchange_of=old, payments=[]).status == 200


def test_the_machines_clock_goes_back_by_an_hour(house: House) -> None:
    """What was over stays over, and what is held is held no longer than it was."""
    swept = threading.Event()

    def an_hour_ago(*_: Any) -> float:
        swept.set()
        return time.time() - 3600

    order = house.held(free(house))
    till = house.api.get(f"/orders/{order}").result["hold_till"]
    set_times(house, NO_MORE, hours=0.5)
    with (
        patch.object(SqliteFile, "seconds", an_hour_ago),
        patch.object(PostgresqlDatabase, "seconds", an_hour_ago),
    ):
        assert swept.wait(PATIENCE)
        assert house.api.reserve(free(house)).status == 409
        assert house.api.get(f"/orders/{order}").result["hold_till"] == till
        paid = pay(float(house.api.get(f"/orders/{order}").result["total"]))
        assert house.api.complete(order, f"C-{order}", payments=paid).status == 200
