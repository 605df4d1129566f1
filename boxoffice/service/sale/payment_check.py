"""The check of an order's payments: they add up to what is due, and all go one way.

In an exchange the buyer pays with seats of an older order as well. Which of them go back is not
said, so what is paid with them has to be what some of them cost; and each counts once, in however
many exchanges.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from decimal import Decimal

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from boxoffice.service.data.schema import events, orders, tickets
from boxoffice.service.data.status import COMPLETED
from boxoffice.service.errors import Refusal
from boxoffice.service.requests import MIXED, ProcessInfo
from boxoffice.service.sale.caller import Caller
from boxoffice.service.sale.sales_period import is_over

_PAYMENTS, _EXCHANGE_OF = "process_info.payments", "process_info.exchange_of"
_CENT = Decimal("0.01")
_MOST_SUMS = 2**24  # sums of old seats that are tried; all of them together need no trial
# The caller's own only: nobody makes another counter wait.
_LOCK_BOTH = (
    select(orders.c.id, orders.c.status, orders.c.currency, orders.c.exchanged)
    .where(
        orders.c.id.in_((bindparam("new"), bindparam("old"))),
        orders.c.credential_id == bindparam("credential"),
    )
    .order_by(orders.c.id)
    .with_for_update()
)
_PRICES = (
    select(tickets.c.price, events.c.end_date)
    .join(events, events.c.id == tickets.c.event_id)
    .where(tickets.c.order_id == bindparam("order"))
)
_COUNT_OLD = (
    update(orders).where(orders.c.id == bindparam("old")).values(exchanged=bindparam("used"))
)


def lock_exchange(
    connection: Connection, caller: Caller, order_id: int, info: ProcessInfo | None
) -> RowMapping | None:
    """Locks an order together with the one that it is an exchange of, and returns the latter.

    Returns: None where it is no exchange, or the caller has no such other order.
    """
    if info is None or info.exchange_of is None or info.exchange_of == order_id:
        return None
    both = {"new": order_id, "old": info.exchange_of, "credential": caller.credential_id}
    rows = connection.execute(_LOCK_BOTH, both).mappings()
    return next((row for row in rows if row["id"] == info.exchange_of), None)


def check_payment(
    connection: Connection,
    caller: Caller,
    info: ProcessInfo | None,
    total: Decimal,
    currency: str,
    old: RowMapping | None,
) -> None:
    """Checks that an order is paid, and counts what is paid with seats of an older one.

    Args:
        old: the locked order of an exchange.

    Raises:
        Refusal: 422, the payments are not what is due, or the older order is none to exchange.
    """
    amounts = [payment.amount for payment in info.payments] if info else []
    paid = sum(amounts, Decimal(0))
    if info is None or info.exchange_of is None:
        if paid != total:
            raise _refusal(_PAYMENTS, f"{paid} paid, the order costs {total}")
        _check_signs(amounts, total)
    else:
        _check_exchange(connection, caller, info.exchange_of, old, total - paid, currency)
        _check_signs(amounts, paid)
    if info is not None:
        _check_kinds(info)


def _check_signs(amounts: Sequence[Decimal], due: Decimal) -> None:
    """All payments go the way of what is due: to the counter, or to the buyer."""
    if any(_sign(amount) != _sign(due) for amount in amounts):
        raise _refusal(_PAYMENTS, f"a payment goes the other way than the {due} that are due")


def _check_kinds(info: ProcessInfo) -> None:
    kinds = {payment.payment_type for payment in info.payments}
    told = info.payment_type
    may_be_mixed = told == MIXED and len(info.payments) > 1
    if kinds and told and kinds != {told} and not may_be_mixed:
        raise _refusal("process_info.payment_type", f"the payments are not of type {told}")


def _check_exchange(
    connection: Connection,
    caller: Caller,
    old_id: int,
    old: RowMapping | None,
    credit: Decimal,
    currency: str,
) -> None:
    if old is None or old["status"] != COMPLETED or old["currency"] != currency:
        raise _refusal(_EXCHANGE_OF, f"there is no sold order {old_id} to exchange")
    prices = [_cents(price) for price in _prices_of(connection, caller, old_id)]
    used = _used(old)
    if not _is_worth(prices, _cents(credit), _cents(used)):
        raise _refusal(_PAYMENTS, f"{credit} is not what seats of order {old_id} cost")
    connection.execute(_COUNT_OLD, {"old": old_id, "used": used + credit})


def _prices_of(connection: Connection, caller: Caller, order_id: int) -> list[Decimal]:
    """What the seats cost that the order sold, those given back included; those of events that are
    over are worth nothing any more."""
    now = caller.clock.now()
    rows = connection.execute(_PRICES, {"order": order_id})
    return [row.price for row in rows if not is_over(row.end_date, now)]


def _used(old: RowMapping) -> Decimal:
    """What of an order was exchanged before."""
    return old["exchanged"] or Decimal("0.00")


def _is_worth(prices: Collection[int], credit: int, used: int) -> bool:
    """Whether the credit is what some seats cost, beside those that were exchanged before."""
    if credit < 0 or used + credit > sum(prices):
        return False
    if credit == 0:
        return 0 in prices
    return _is_sum(prices, credit) and _is_sum(prices, used + credit)


def _is_sum(prices: Collection[int], wanted: int) -> bool:
    """Whether some of the prices add up to this."""
    if wanted == sum(prices):
        return True
    step = math.gcd(*prices) or 1
    most, rest = divmod(wanted, step)
    if rest or most > _MOST_SUMS:
        return False
    sums, in_reach = 1, (1 << most + 1) - 1  # a bit for each sum
    for price, count in Counter(price // step for price in prices).items():
        some = 1
        while count:
            some = min(some, count)
            if price * some <= most:
                sums |= sums << price * some & in_reach
            count -= some
            some *= 2
    return bool(sums >> most & 1)


def _cents(amount: Decimal) -> int:
    return int(amount / _CENT)


def _sign(amount: Decimal) -> int:
    return (amount > 0) - (amount < 0)


def _refusal(field: str, reason: str) -> Refusal:
    return Refusal(422, reason, fields=[(field, reason)])
