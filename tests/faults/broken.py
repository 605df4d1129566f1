"""Bugs put in on purpose: a harness is believed when it catches them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from unittest.mock import patch

import httpx
from sqlalchemy import bindparam, update

from boxoffice.service import holds
from boxoffice.service.schema import event_seats


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
    taking = (
        update(event_seats)
        .where(
            event_seats.c.event_id == bindparam("event"),
            event_seats.c.seat_id == bindparam("seat"),
        )
        .values(status=bindparam("taken"), order_id=bindparam("order"), stamp=bindparam("now"))
    )
    with patch.object(holds, "_TAKE", taking):
        yield
