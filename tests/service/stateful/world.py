"""Two services on the same data, as two processes have them, and a hand on their clocks."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import func, select

from boxoffice.service.data.credentials import digest_of
from boxoffice.service.data.schema import credentials, event_seats, events, order_seats, orders
from boxoffice.service.data.status import CANCELLED, FREE
from boxoffice.service.data.store import Store, next_stamp
from boxoffice.service.process import server, startup, sweeper
from boxoffice.service.process.config import ServeConfig
from boxoffice.service.process.sweeper import sweep_once
from boxoffice.service.sale import holds
from tests import postgresql
from tests.service.client import Answer, Api
from tests.service.stateful.model import HOLD_SECONDS, Mismatch, Model, Request
from tests.service_fixture import TOKEN, running_service

OWNERS = (TOKEN, "second-token")
_MEET_SECONDS = 0.03
MOST_OPEN = 6


class Meeting:
    """Where two requests at once meet, after each has looked and before it changes anything: if
    nothing keeps the second from looking, both go on by what they saw. One that is kept from it is
    not waited for."""

    def __init__(self) -> None:
        self._barrier: threading.Barrier | None = None

    @contextmanager
    def of_two(self) -> Iterator[None]:
        self._barrier = threading.Barrier(2)
        yield
        self._barrier = None

    def wait(self) -> None:
        if self._barrier is not None:
            with contextlib.suppress(threading.BrokenBarrierError):
                self._barrier.wait(_MEET_SECONDS)


class World:
    """Two services on the same data.

    Attributes:
        most_open: how many orders an owner may have open; 0 for any number.
        counters: owner and caller of each: two of one credential at different services, and one
            of another credential at each service.
    """

    def __init__(
        self, stores: list[Store], apis: list[list[Api]], meeting: Meeting, most_open: int
    ) -> None:
        self.stores = stores
        self.most_open = most_open
        self.meeting = meeting
        self.counters = [(0, apis[0][0]), (0, apis[1][0]), (1, apis[0][1]), (1, apis[1][1])]
        self._apis = apis

    def api(self, owner: int, service: int) -> Api:
        return self._apis[service][owner]

    def begin_anew(self) -> int:
        """Frees every seat and ends every order; returns the highest number of an order."""
        with self.stores[0].writing() as connection:
            stamp = next_stamp(connection)
            connection.execute(order_seats.update().values(active=False))
            connection.execute(orders.update().values(status=CANCELLED))
            connection.execute(events.update().values(_times("", 0)))
            is_first = credentials.c.digest == digest_of(OWNERS[0])
            connection.execute(credentials.update().values(role="sales"))
            connection.execute(credentials.update().where(is_first).values(role="house"))
            free = {"status": FREE, "order_id": None, "stamp": stamp}
            connection.execute(event_seats.update().values(**free))
            highest = select(func.coalesce(func.max(orders.c.id), 0))
            return int(connection.execute(highest).scalar_one())

    def advance(self, seconds: float) -> None:
        for store in self.stores:
            store.clock.set(store.clock.now() + seconds)

    def set_times(self, event: int, times: str) -> None:
        """The event is sold 'not yet', 'no more', or it is 'over'; '' is none of it."""
        new = _times(times, self.stores[0].clock.now())
        with self.stores[0].writing() as connection:
            connection.execute(events.update().where(events.c.id == event).values(new))

    def set_role(self, owner: int, role: str) -> None:
        token = credentials.c.digest == digest_of(OWNERS[owner])
        with self.stores[0].writing() as connection:
            connection.execute(credentials.update().where(token).values(role=role))

    def sweep(self, which: int) -> None:
        sweep_once(self.stores[which], HOLD_SECONDS)

    def check(self, model: Model) -> None:
        """Raises: Mismatch: what the data say of who has a seat is not what the model says."""
        with self.stores[0].reading() as connection:
            active = select(
                order_seats.c.event_id, order_seats.c.seat_id, order_seats.c.order_id
            ).where(order_seats.c.active)
            rows = [((row[0], row[1]), row[2]) for row in connection.execute(active)]
            held = select(
                event_seats.c.event_id, event_seats.c.seat_id, event_seats.c.order_id
            ).where(event_seats.c.status != FREE)
            seats = {(row[0], row[1]): row[2] for row in connection.execute(held)}
        if len(dict(rows)) != len(rows):
            raise Mismatch(f"a seat has two owners: {sorted(rows)}")
        if not dict(rows) == seats == model.owners():
            raise Mismatch(f"rows: {dict(rows)}, seats: {seats}, model: {model.owners()}")


def _times(times: str, now: float) -> dict[str, str | None]:
    def at(seconds: float) -> str:
        return datetime.fromtimestamp(now + seconds, UTC).isoformat()

    return {
        "sales_start": at(1e8) if times == "not yet" else None,
        "sales_end": at(0) if times == "no more" else None,
        "end_date": at(0) if times == "over" else None,
    }


def send(api: Api, request: Request) -> Answer:
    return api.send(request.verb, request.path, request.body, request.key)


@contextmanager
def two_services(database: str) -> Iterator[World]:
    """A new house on 'sqlite' or 'postgresql'."""
    with ExitStack() as stack:
        place = stack.enter_context(_place(database))
        stores: list[Store] = []
        opened = startup.open_to_serve

        def open_and_tell(config: ServeConfig) -> tuple[Store, str]:
            store, token = opened(config)
            stores.append(store)
            return store, token

        async def no_sweep(*_: Any) -> None:
            """Time passes only where the test says so."""

        stack.enter_context(patch.object(server, "open_to_serve", open_and_tell))
        stack.enter_context(patch.object(sweeper, "sweep", no_sweep))
        meeting = _meeting(stack)
        # Two at once on PostgreSQL may exceed it, which is allowed, and nothing for a model.
        most_open = MOST_OPEN if database == "sqlite" else 0
        services = [
            stack.enter_context(
                running_service(**place, hold_seconds=HOLD_SECONDS, most_orders=most_open)
            )
            for _ in range(2)
        ]
        with stores[0].writing() as connection:
            second = {"digest": digest_of(OWNERS[1]), "name": "second"}
            connection.execute(credentials.insert().values(**second))
        apis = [
            [stack.enter_context(Api(running, f"AUTHTOKEN {token}")) for token in OWNERS]
            for running in services
        ]
        yield World(stores, apis, meeting, most_open)


@contextmanager
def _place(database: str) -> Iterator[dict[str, Any]]:
    if database == "postgresql":
        yield {"database": postgresql.shared_server().new_database()}
        return
    memory = Path("/dev/shm")  # where there is one, nothing waits for a disk
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    try:
        yield {"data": folder / "house.sqlite"}
    finally:
        shutil.rmtree(folder)


def _meeting(stack: ExitStack) -> Meeting:
    meeting = Meeting()
    for name in ("lock", "lock_orders", "lock_seats_of"):
        looked = getattr(holds, name)

        def look_and_meet(*args: Any, _looked: Any = looked, **kwargs: Any) -> Any:
            found = _looked(*args, **kwargs)
            meeting.wait()
            return found

        stack.enter_context(patch.object(holds, name, look_and_meet))
    return meeting
