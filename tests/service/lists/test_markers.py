"""Markers beside sales that overlap: whoever polls with the highest one sees every change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import Connection, create_engine, select

from boxoffice.service.data import schema
from boxoffice.service.data.places import SeatChange
from boxoffice.service.data.status import FREE, OPEN, RESERVED
from boxoffice.service.data.store import Store, next_marker
from boxoffice.service.lists.paging import Page
from boxoffice.service.lists.seat_lists import list_seat_status
from boxoffice.service.sale import holds
from tests.postgresql import Server
from tests.service.open_data import opened, rows
from tests.service_fixture import running_service
from tests.waiting import PATIENCE, wait_until


@pytest.fixture
def house(server: Server) -> Iterator[Store]:
    """A small house on PostgreSQL, where sales overlap."""
    address = server.new_database()
    with running_service(database=address):
        pass
    with opened({"database": address}) as data:
        with data.selling() as connection:
            values = {"credential_id": 1, "status": OPEN, "hold_till": 1e12}
            connection.execute(schema.orders.insert(), [values, values])
        yield data


class Poller:
    """Keeps a copy of who has which seat by what its marker brings."""

    def __init__(self, data: Store) -> None:
        self._data = data
        self._since = 0
        self.seen: dict[int, int] = {}

    def poll(self) -> None:
        with self._data.reading() as connection:
            page = Page(size=20_000, since=self._since)
            found = list_seat_status(connection, page, 1, credential_id=0)
        self.seen |= {entity["seat_id"]: entity["status"] for entity in found.entities}
        assert found.marker >= self._since
        self._since = found.marker


def take(connection: Connection, seat: int, order: int) -> int:
    holds.lock(connection, [(1, seat)])
    return holds.write(connection, [SeatChange([(1, seat)], order, FREE, RESERVED)])


def overlapping(data: Store, between: Callable[[], None]) -> tuple[int, int]:
    """Two sales: the first takes its stamp and stays open while the second does all of its own, if
    it can. Returns their stamps."""
    first_may_end = threading.Event()
    has_stamp = threading.Event()

    def first() -> int:
        with data.selling() as connection:
            stamp = take(connection, 1, 1)
            has_stamp.set()
            assert first_may_end.wait(PATIENCE)
        return stamp

    def second() -> int:
        with data.selling() as connection:
            return take(connection, 2, 2)

    with ThreadPoolExecutor(2) as sales:
        one = sales.submit(first)
        assert has_stamp.wait(PATIENCE)
        two = sales.submit(second)
        wait_until(lambda: two.done() or is_waiting(data))
        between()
        first_may_end.set()
        return one.result(PATIENCE), two.result(PATIENCE)


def is_waiting(data: Store) -> bool:
    """Whether a transaction of this database waits for another one."""
    query = (
        "SELECT 1 FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    with data.reading() as connection:
        return bool(rows(connection, query))


def test_a_poll_between_two_sales_misses_neither(house: Store) -> None:
    poller = Poller(house)
    poller.poll()
    one, two = overlapping(house, poller.poll)
    assert one < two
    poller.poll()
    assert (poller.seen[1], poller.seen[2]) == (RESERVED, RESERVED)


def test_stamps_that_are_not_waited_for_are_missed(house: Store) -> None:
    """The mistake that the other test would notice: numbers from a sequence come in order, and
    what bears them is committed in another."""
    engine = create_engine(house._database.engine.url.set(username="boxoffice"))
    with engine.begin() as owner:
        owner.exec_driver_sql("CREATE SEQUENCE stamps START 1000")
        owner.exec_driver_sql("GRANT USAGE ON stamps TO boxoffice_service")
    engine.dispose()

    def unordered(connection: Connection) -> int:
        return int(connection.exec_driver_sql("SELECT nextval('stamps')").scalar_one())

    def highest(connection: Connection) -> int:
        query = select(schema.event_seats.c.stamp).order_by(schema.event_seats.c.stamp.desc())
        return int(connection.execute(query.limit(1)).scalar_one()) + 1

    poller = Poller(house)
    poller.poll()
    with (
        patch.object(holds, "next_stamp", unordered),
        patch("boxoffice.service.lists.seat_lists.next_marker", highest),
    ):
        overlapping(house, poller.poll)
        poller.poll()
    assert poller.seen[2] == RESERVED
    assert poller.seen[1] == FREE


def test_a_reader_sees_one_moment(house: Store) -> None:
    with house.reading() as reader:
        before = next_marker(reader)
        with house.selling() as connection:
            take(connection, 1, 1)
        assert next_marker(reader) == before


def test_overlapping_sales_are_all_seen(house: Store) -> None:
    """Eight counters sell and free seats of their own as fast as they can, while one polls."""
    poller = Poller(house)
    stop = threading.Event()

    def sell(counter: int) -> dict[int, int]:
        seats = range(10 * counter + 1, 10 * counter + 6)
        statuses = dict.fromkeys(seats, FREE)
        for turn in range(25):
            seat = seats[turn % len(seats)]
            was = statuses[seat]
            statuses[seat] = FREE if was == RESERVED else RESERVED
            order = 1 if statuses[seat] == RESERVED else None
            with house.selling() as connection:
                holds.lock(connection, [(1, seat)])
                holds.write(connection, [SeatChange([(1, seat)], order, was, statuses[seat])])
        return statuses

    def poll() -> None:
        while not stop.is_set():
            poller.poll()

    with ThreadPoolExecutor(9) as counters:
        polling = counters.submit(poll)
        selling: list[Future[dict[int, int]]] = [counters.submit(sell, n) for n in range(8)]
        wanted: dict[int, Any] = {}
        try:
            for sales in selling:
                wanted |= sales.result(PATIENCE)
        finally:
            stop.set()
        polling.result(PATIENCE)
    poller.poll()
    assert {seat: poller.seen[seat] for seat in wanted} == wanted
