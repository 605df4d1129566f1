"""Bugs put in on purpose: a harness is believed when it catches them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from unittest.mock import patch

import httpx
from sqlalchemy import Connection

from boxoffice.service.data.places import SeatChange
from boxoffice.service.data.schema import event_seats
from boxoffice.service.data.store import Store, next_stamp
from boxoffice.service.sale import holds, orders


class Bug(Enum):
    """Its name on the command line."""

    NEW_KEY = "new-key"
    NO_UNIQUE = "no-unique"


class _NewKeys(httpx.AsyncHTTPTransport):
    """The network of a client that makes a new key for each attempt."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if "Idempotency-Key" in request.headers:
            request.headers["Idempotency-Key"] = str(uuid.uuid4())
        return await super().handle_async_request(request)


def network(bug: Bug | None) -> httpx.AsyncBaseTransport | None:
    """What clients send through; None for their own."""
    return _NewKeys() if bug is Bug.NEW_KEY else None


@contextmanager
def seeded(bug: Bug | None) -> Iterator[None]:
    """The service of this process, with the bug where it is the service's."""
    if bug is not Bug.NO_UNIQUE:
        yield
        return
    opened = Store.__init__

    def open_without_the_rule(store: Store, where: Path | str | None) -> None:
        opened(store, where)
        with store.writing() as connection:
            connection.exec_driver_sql("DROP INDEX IF EXISTS one_owner")

    with (
        patch.object(Store, "__init__", open_without_the_rule),
        patch.object(orders, "refuse_lost", lambda *_: None),
        patch.object(holds, "write", _write_whatever_it_was),
    ):
        yield


def _write_whatever_it_was(connection: Connection, changes: Sequence[SeatChange]) -> None:
    stamp = next_stamp(connection)
    for change in changes:
        for event_id, seat_id in change.places:
            this = (event_seats.c.event_id == event_id) & (event_seats.c.seat_id == seat_id)
            values = {"status": change.status, "order_id": change.order_id, "stamp": stamp}
            connection.execute(event_seats.update().where(this).values(**values))
