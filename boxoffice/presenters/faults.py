"""What the clerk is told of an error between the counter and the server, or of a doubtful order."""

from __future__ import annotations

from typing import assert_never

from boxoffice.connect.errors import (
    BadReply,
    Bar,
    ConnectError,
    OrderInDoubt,
    OutcomeUnknown,
    Refused,
    SignedOut,
)
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import Order, OrderDoubt, totals_of
from boxoffice.presenters.notices import Code, Notice

_MOST_FIELDS = 3


def notice_of(error: ConnectError, address: str) -> Notice:
    """The notice for an error; its reason is the server's own or the network's."""
    if error.bar is not None:
        return notice_of_bar(error.bar, address, error.words)
    if isinstance(error, SignedOut):
        return Notice.error(Code.SIGNED_OUT, address=address)
    if isinstance(error, BadReply):
        if error.is_foreign:
            return Notice.error(Code.NOT_A_CONNECT_SERVER, address=address)
        return Notice.error(Code.BAD_REPLY, address=address, reason=error.reason)
    if isinstance(error, Refused) and not error.may_be_done:
        return Notice.error(Code.REFUSED, reason=reason_of(error))
    if isinstance(error, OrderInDoubt):
        return Notice.warning(Code.ORDER_IN_DOUBT, order=str(error.found))
    if isinstance(error, OutcomeUnknown | Refused):
        return Notice.warning(Code.OUTCOME_UNKNOWN)
    if error.words:
        return Notice.error(Code.SERVER_BUSY, reason=error.words)
    return Notice.error(Code.UNREACHABLE, address=address)


def notice_of_bar(bar: Bar, address: str, words: str = "") -> Notice:
    """What the platform says is in the way of everything, and what helps."""
    match bar:
        case Bar.SECOND_FACTOR:
            return Notice.error(Code.SECOND_FACTOR, address=address, reason=words)
        case Bar.NOT_TRUSTED:
            return Notice.error(Code.NOT_TRUSTED, address=address, reason=words)
        case _:
            assert_never(bar)


def notice_of_doubt(doubt: OrderDoubt, order: Order) -> Notice:
    """Why no money is taken for an order."""
    match doubt:
        case OrderDoubt.EMPTY:
            return Notice.warning(Code.DOUBT_EMPTY)
        case OrderDoubt.CURRENCIES:
            return Notice.error(Code.ONE_CURRENCY)
        case OrderDoubt.SUM:
            ours = totals_of(order.lines, order.currency).total
            return Notice.error(Code.DOUBT_SUM, ours=ours, server=order.total)
        case OrderDoubt.NEGATIVE | OrderDoubt.FRACTIONS:
            return Notice.error(Code.DOUBT_PRICES)
        case _:
            assert_never(doubt)


def notice_of_return(exchange: Exchange) -> Notice:
    """What the buyer gets where an exchange ends whose old seats are given back already."""
    return Notice.warning(Code.RETURNED_UNSOLD, order=str(exchange.order_id), sum=exchange.value)


def reason_of(error: Refused) -> str:
    """Why the server refused, in its own words, with those about single fields and items that they
    leave out: a broken sales rule may be named there only."""
    words = [error.words] if error.words else []
    told = [field.message for field in error.fields[:_MOST_FIELDS]]
    told += [item.message for item in error.items[:_MOST_FIELDS]]
    for each in told:
        if each and not any(each in known for known in words):
            words.append(each)
    return "; ".join(words) or error.reason
