"""Bugs put in on purpose, one at a time: the machine is believed when it finds them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any
from unittest.mock import patch

from sqlalchemy import BigInteger, Select, bindparam, select

from boxoffice.service.api import application, idempotency
from boxoffice.service.api.idempotency import Answer
from boxoffice.service.data import schema, sqlite
from boxoffice.service.data.credentials import bearer
from boxoffice.service.data.status import COMPLETED
from boxoffice.service.errors import Refusal
from boxoffice.service.sale import (
    completion,
    holds,
    order_answers,
    orders,
    payment_check,
    sales_period,
)
from boxoffice.service.sale.orders import open_order
from boxoffice.service.sale.orders import reopen as orders_reopen
from boxoffice.service.sale.payment_check import check_payment
from tests.faults import broken as faults


class Bug(Enum):
    """Its name on the command line."""

    NO_UNIQUE = "no-unique"  # the index is dropped, and nobody looks whether a seat is free
    NO_INDEX = "no-index"  # only the index is dropped (SQLite)
    NO_KEY = "no-key"  # what was answered to a key is not kept
    ANY_BODY = "any-body"  # a key is known again whatever else is asked with it
    NO_IMMEDIATE = "no-immediate"  # SQLite: a writer begins as a reader
    NO_LOCKS = "no-locks"  # PostgreSQL: rows are looked at and not locked
    NO_PAYMENT = "no-payment"  # an order is sold without payments
    ANY_SIGN = "any-sign"  # a payment may go the other way
    ANY_CREDIT = "any-credit"  # an exchange is paid by whatever
    ANY_OLD = "any-old"  # of an order that is cancelled, or not sold yet
    FOREIGN_OLD = "foreign-old"  # of another counter's order
    TWICE_EXCHANGED = "twice-exchanged"  # the same seats pay for one order after the other
    UNSUMMED = "unsummed"  # of a cancelled order only the seats that it has count
    LOST_FOR_GOOD = "lost-for-good"  # an order whose seats are gone stays expired
    NOT_FILLED = "not-filled"  # nothing is added to an order whose hold ran out
    FORGETFUL = "forgetful"  # an order that is filled again loses what it could have again
    TIMELESS = "timeless"  # seats are reserved whatever the event's times say
    EXCHANGED_LATE = "exchanged-late"  # and exchanged, for seats that are sold no more
    WORN_OUT = "worn-out"  # and for those of an event that is over
    SOLD_IN_TIME = "sold-in-time"  # what is held is not sold after the sales period either
    ANY_ROLE = "any-role"  # every token may change the house
    MANY_HOLDS = "many-holds"  # SQLite: a credential may hold whatever it likes


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

        def blind(call: Any, operation: Any, request: Any, _: bytes, perform: Any) -> Answer:
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
    elif bug in _REPLACED:
        with ExitStack() as stack:
            for module, name, instead in _REPLACED[bug]:
                stack.enter_context(patch.object(module, name, instead))
            yield
    else:
        yield


def _only_what_is_given(
    connection: Any,
    caller: Any,
    info: Any,
    total: Any,
    currency: str,
    old: Any,
    _check: Any = check_payment,
) -> None:
    if info is not None and (info.payments or info.exchange_of is not None):
        _check(connection, caller, info, total, currency, old)


def _any_old(connection: Any, caller: Any, old_id: int, old: Any, *rest: Any, _check: Any) -> None:
    _check(connection, caller, old_id, old and {**old, "status": COMPLETED}, *rest)


def _total_of_seats(connection: Any, order: Any, seats: Any, _total: Any) -> Any:
    is_sold = order["status"] == COMPLETED
    return _total(connection, order, seats) if is_sold else orders.total_of(seats)


def _reopened_empty(connection: Any, caller: Any, order_id: int, *, besides: Any = ()) -> Any:
    seats = orders.places_of(orders.seats_of(connection, order_id))
    return orders_reopen(connection, caller, order_id, besides=[*seats, *besides])


def _sold_in_time(connection: Any, caller: Any, cache: Any, seats: Any) -> None:
    completion._refuse_out_of_time(connection, caller, seats)


def _house_for_all(connection: Any, digest: str) -> Any:
    return bearer(connection, digest)._replace(is_house=True)


class _AllUndone(Refusal):
    """A refusal that undoes all, whatever it says."""

    def __init__(self, status: int, reason: str, **more: Any) -> None:
        super().__init__(status, reason, **{**more, "is_kept": False})


def _only_open(*found: Any) -> Any:
    order = open_order(*found)
    if order is not None:
        orders.require_open(order)
    return order


# What stands in place of a rule: module, name, and what does not look.
_REPLACED: dict[Bug, tuple[tuple[Any, str, Any], ...]] = {
    Bug.NO_PAYMENT: ((completion, "check_payment", _only_what_is_given),),
    Bug.ANY_SIGN: ((payment_check, "_check_signs", lambda *_: None),),
    Bug.ANY_CREDIT: ((payment_check, "_is_worth", lambda *_: True),),
    Bug.ANY_OLD: (
        (payment_check, "_check_exchange", partial(_any_old, _check=payment_check._check_exchange)),
    ),
    Bug.FOREIGN_OLD: (
        (
            payment_check,
            "_LOCK_BOTH",
            select(schema.orders).where(
                schema.orders.c.id.in_((bindparam("new"), bindparam("old"))),
                bindparam("credential", type_=BigInteger) > 0,
            ),
        ),
    ),
    Bug.TWICE_EXCHANGED: ((payment_check, "_used", lambda _: Decimal(0)),),
    Bug.UNSUMMED: (
        (order_answers, "_total", partial(_total_of_seats, _total=order_answers._total)),
    ),
    Bug.LOST_FOR_GOOD: ((completion, "Refusal", _AllUndone),),
    Bug.NOT_FILLED: ((orders, "open_order", _only_open),),
    Bug.FORGETFUL: ((orders, "reopen", _reopened_empty), (completion, "reopen", _reopened_empty)),
    Bug.TIMELESS: ((sales_period, "out_of_time", lambda *_: ""),),
    Bug.EXCHANGED_LATE: ((completion, "closed_by_time", lambda *_: {}),),
    Bug.WORN_OUT: ((payment_check, "is_over", lambda *_: False),),
    Bug.SOLD_IN_TIME: ((completion, "check_sale", _sold_in_time),),
    Bug.ANY_ROLE: ((application, "bearer", _house_for_all),),
    Bug.MANY_HOLDS: ((orders, "_require_fewer_open", lambda *_: None),),
}


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
