"""Bugs put in on purpose, one at a time: the machine is believed when it finds them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any
from unittest.mock import patch

from sqlalchemy import Select

from boxoffice.service.api import application, idempotency
from boxoffice.service.data import sqlite
from boxoffice.service.sale import holds, orders
from tests.faults import broken as faults


class Bug(Enum):
    """Its name on the command line."""

    NO_UNIQUE = "no-unique"  # the index is dropped, and nobody looks whether a seat is free
    NO_INDEX = "no-index"  # only the index is dropped (SQLite)
    NO_KEY = "no-key"  # what was answered to a key is not kept
    ANY_BODY = "any-body"  # a key is known again whatever else is asked with it
    NO_IMMEDIATE = "no-immediate"  # SQLite: a writer begins as a reader
    NO_LOCKS = "no-locks"  # PostgreSQL: rows are looked at and not locked


@contextmanager
def broken(bug: Bug | None) -> Iterator[None]:
    """The services that are started within have the bug."""
    if bug is Bug.NO_UNIQUE:
        with faults.seeded(faults.Bug.NO_UNIQUE):
            yield
    elif bug is Bug.NO_INDEX:
        with _without_index():
            yield
    elif bug is Bug.NO_KEY:
        with patch.object(application, "perform_once", lambda *arguments: arguments[-1]()):
            yield
    elif bug is Bug.ANY_BODY:
        once = idempotency.perform_once

        def blind(call: Any, operation: Any, request: Any, _: bytes, perform: Any) -> bytes:
            return once(call, operation, request, b"", perform)

        with patch.object(application, "perform_once", blind):
            yield
    elif bug is Bug.NO_IMMEDIATE:
        with patch.object(
            sqlite, "_begin", lambda connection, _: connection.exec_driver_sql("BEGIN")
        ):
            yield
    elif bug is Bug.NO_LOCKS:
        with (
            patch.object(holds, "_LOCK", holds._SEAT_ROWS),
            patch.object(holds, "_LOCK_OR_SKIP", holds._SEAT_ROWS),
            patch.object(orders, "_ORDER_TO_CHANGE", orders._ORDER),
            patch.object(Select, "with_for_update", lambda self, **_: self),
        ):
            yield
    else:
        yield


@contextmanager
def _without_index() -> Iterator[None]:
    from boxoffice.service.data.store import Store

    opened = Store.__init__

    def open_without(store: Store, where: Any) -> None:
        opened(store, where)
        with store.writing() as connection:
            connection.exec_driver_sql("DROP INDEX IF EXISTS one_owner")

    with patch.object(Store, "__init__", open_without):
        yield
