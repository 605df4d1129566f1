"""The order's state: what the screen shows of a cart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from boxoffice.domain.money import CurrencyMismatch, Money
from boxoffice.domain.order import Order, Totals, totals_of
from boxoffice.presenters.cart import Cart
from boxoffice.presenters.lines import rows_of
from boxoffice.presenters.states import OrderState, SeatName


def state_of(
    before: OrderState, cart: Cart, parked: Iterable[Cart], now: float, *,
    is_busy: bool, pending: tuple[SeatName, ...], instead: tuple[SeatName, ...],
) -> OrderState:  # fmt: skip
    """The state after `before`, whose notice and advice stay.

    Args:
        now: by the monotonic clock.
    """
    order = cart.order
    totals = _totals(order)
    rows = rows_of(order, cart.offers) if order else ()
    return replace(
        before,
        order=order,
        rows=rows,
        pending=pending,
        totals=totals,
        hold_seconds=cart.seconds_left(now),
        is_busy=is_busy,
        can_pay=bool(rows) and not is_busy and not before.broken,
        can_undo=cart.can_undo and not is_busy,
        customer=cart.customer,
        instead=instead,
        exchange=cart.exchange,
        due=_due(cart, totals),
        parked=tuple(row for each in parked if (row := each.parked(now)) is not None),
    )


def _totals(order: Order | None) -> Totals | None:
    """None where there is no order, or one that the payment refuses and says why."""
    if order is None:
        return None
    try:
        return totals_of(order.lines, order.currency)
    except CurrencyMismatch:
        return None


def _due(cart: Cart, totals: Totals | None) -> Money | None:
    if cart.exchange is None or totals is None:
        return None
    return cart.exchange.due(totals.total)
