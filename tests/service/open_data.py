"""The data under a running service, opened beside it, and its owner's way into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from boxoffice.service.data.store import Store
from tests import postgresql

Place = Callable[[], dict[str, Any]]


@contextmanager
def opened(place: dict[str, Any], *, as_owner: bool = False) -> Iterator[Store]:
    """The data of a place; the owner of a PostgreSQL database may do more than the service."""
    where = place.get("data") or place["database"]
    if as_owner and "database" in place:
        where = postgresql.shared_server().owners(where)
    store = Store(where)
    try:
        yield store
    finally:
        store.close()


def lines(store: Store) -> list[dict[str, Any]]:
    """The audit trail."""
    with store.reading() as connection:
        return rows(connection, "SELECT * FROM audit ORDER BY id")


def rows(connection: Connection, query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.exec_driver_sql(query).mappings()]
