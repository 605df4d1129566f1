"""Bugs that are put into a till, so that the harness is seen to find them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import wraps
from typing import Any

from boxoffice.connect.client import new_key
from boxoffice.domain.orders.order import totals_of
from boxoffice.journal.intents import Intent
from boxoffice.presenters.common import Sale
from boxoffice.presenters.order_lines import line_rows
from tests.crash.steps import wrap


def _no_flush() -> None:
    """What is committed to the journal and the record is not flushed to the disk."""

    def around(old: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(old)
        def opened(self: Any, *args: Any, **named: Any) -> None:
            old(self, *args, **named)
            self._connection.execute("PRAGMA synchronous = OFF")

        return opened

    wrap("boxoffice.journal.intents:Journal.__init__", around)
    wrap("boxoffice.journal.record:OrderRecord.__init__", around)


def _print_before_commit() -> None:
    """The summary is printed before the order is sold."""

    def around(old: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(old)
        async def sell(self: Any, order: Any, payments: Any, *args: Any) -> None:
            rows, totals = (
                line_rows(order, self._order.offers),
                totals_of(order.lines, order.currency),
            )
            await self._paperwork.print_summary(Sale(order, payments, rows, (), totals, ()))
            await old(self, order, payments, *args)

        return sell

    wrap("boxoffice.presenters.payment.presenter:PaymentPresenter._sell", around)


def _record_after_close() -> None:
    """The record is written after the intent is closed."""
    late: list[Callable[[], None]] = []

    def adding(old: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(old)
        def add(self: Any, order: Any) -> None:
            late.append(lambda: old(self, order))

        return add

    def closing(old: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(old)
        def close(self: Any, *args: Any, **named: Any) -> None:
            old(self, *args, **named)
            while late:
                late.pop()()

        return close

    wrap("boxoffice.journal.record:OrderRecord.add", adding)
    wrap("boxoffice.journal.intents:Journal.settle", closing)


def _key_renewed() -> None:
    """An intent that is asked again has another key."""

    def around(old: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(old)
        def intents(self: Any, *args: Any) -> tuple[Intent, ...]:
            return tuple(replace(each, key=new_key()) for each in old(self, *args))

        return intents

    wrap("boxoffice.journal.intents:Journal.open_intents", around)


BUGS: Mapping[str, Callable[[], None]] = {
    "no-flush": _no_flush,
    "print-before-commit": _print_before_commit,
    "record-after-close": _record_after_close,
    "key-renewed": _key_renewed,
}
