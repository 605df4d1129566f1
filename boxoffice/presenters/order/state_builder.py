"""The order's state: what the screen shows of all orders."""

from __future__ import annotations

from dataclasses import replace

from boxoffice.domain.clock import Clock
from boxoffice.domain.ids import Place, PriceTypeId
from boxoffice.domain.money import CurrencyMismatch, Money
from boxoffice.domain.orders.order import Order, Totals, totals_of
from boxoffice.domain.orders.party import is_beside_another
from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.presenters.order.advice import Advice
from boxoffice.presenters.order.cart import Cart
from boxoffice.presenters.order.carts import Carts
from boxoffice.presenters.order.state import OrderState, RuleRow
from boxoffice.presenters.order_lines import line_rows


def state_of(
    before: OrderState,
    carts: Carts,
    advice: Advice,
    clock: Clock,
    *,
    is_busy: bool,
    pending: tuple[SeatName, ...],
    instead: tuple[SeatName, ...],
    is_kept: bool,
    frequent: tuple[PriceTypeId, ...],
    wheelchairs: frozenset[Place],
) -> OrderState:
    """The state after `before`, whose notice stays, and its rows where the order is the same."""
    cart, now = carts.current, clock.monotonic()
    is_same = cart.order is before.order
    totals = before.totals if is_same else _totals(cart.order)
    rows = before.rows if is_same else _rows(cart)
    broken, left_alone = _advised(cart, advice, clock)
    called_off, left = cart.called_off, cart.seconds_left(now)
    return replace(
        before,
        order=cart.order,
        rows=rows,
        pending=pending,
        totals=totals,
        hold_seconds=left,
        is_busy=is_busy,
        can_pay=bool(rows) and not is_busy and not broken and not called_off and left != 0,
        can_undo=cart.can_undo and not is_busy,
        customer=cart.customer,
        broken=broken,
        called_off=called_off,
        left_alone=left_alone,
        instead=instead,
        exchange=cart.exchange,
        due=_due(cart, totals),
        parked=tuple(row for each in carts.parked if (row := each.parked(now)) is not None),
        name=cart.name,
        lost=tuple(lost.row for lost in reversed(carts.lost)),
        is_kept=is_kept,
        frequent=frequent,
        beside_another=before.beside_another if is_same else _beside_another(cart),
        wheelchairs=wheelchairs,
    )


def _rows(cart: Cart) -> tuple[LineRow, ...]:
    return line_rows(cart.order, cart.offers) if cart.order else ()


def _beside_another(cart: Cart) -> frozenset[PriceTypeId]:
    """The price types that are for companions of wheelchairs alone."""
    return frozenset(
        kind.id
        for offer in cart.offers.values()
        for kind in offer.price_types
        if is_beside_another(kind, offer)
    )


def _advised(
    cart: Cart, advice: Advice, clock: Clock
) -> tuple[tuple[RuleRow, ...], tuple[SeatName, ...]]:
    """The rules that the order breaks, and the single seats that it leaves behind."""
    order = cart.order
    if order is None or not order.lines:
        return (), ()
    left_alone = advice.left_alone(order)
    told = tuple(seat for seat in left_alone if seat not in cart.accepted)
    return advice.broken(order, cart.offers, clock.now()), told


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
