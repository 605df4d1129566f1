"""An order: the seats of one buyer, held on the server and then sold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum

from boxoffice.domain.ids import (
    AreaId,
    CustomerId,
    EventId,
    OrderId,
    Place,
    PriceCategoryId,
    PriceTypeId,
    SeatId,
)
from boxoffice.domain.money import Money


class OrderStatus(Enum):
    OPEN = "open"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One seat of an order at its price. Row and number are empty for a standing place."""

    event_id: EventId
    seat_id: SeatId
    area_id: AreaId
    area_name: str
    row: str
    number: str
    category_id: PriceCategoryId
    price_type_id: PriceTypeId
    price: Money
    fee: Money
    vat_rate: Decimal
    external_event_id: str = ""
    external_seat_id: str = ""
    external_price_type_id: str = ""

    @property
    def total(self) -> Money:
        return self.price + self.fee

    @property
    def place(self) -> Place:
        return Place(self.event_id, self.seat_id)


@dataclass(frozen=True, slots=True)
class Order:
    """An order as the server has it.

    `hold_seconds` is what was left of the hold, by the server's clock, when the answer came; a
    countdown starts from it, so that a wrong clock at the counter does no harm.
    """

    id: OrderId
    status: OrderStatus
    currency: str
    total: Money
    lines: tuple[OrderLine, ...] = ()
    external_id: str = ""
    hold_seconds: float | None = None
    created_at: datetime | None = None
    completed_at: datetime | None = None
    refunded: Money | None = None
    customer_id: CustomerId | None = None
    operator: str = field(default="", repr=False)
    exchange_of: OrderId | None = None

    @property
    def places(self) -> frozenset[Place]:
        return frozenset(line.place for line in self.lines)


@dataclass(frozen=True, slots=True)
class TaxPart:
    """The tax contained in `gross` at `rate` per cent."""

    rate: Decimal
    gross: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of an order's lines. `total` is what the buyer pays: prices and fees, tax inside."""

    prices: Money
    fees: Money
    total: Money
    taxes: tuple[TaxPart, ...]


def totals_of(lines: Iterable[OrderLine], currency: str) -> Totals:
    """Adds the lines up; the tax is taken out of each rate's gross sum, then rounded.

    Raises:
        CurrencyMismatch: a line is in another currency.
    """
    lines = tuple(lines)
    by_rate: dict[Decimal, Money] = defaultdict(lambda: Money.zero(currency))
    for line in lines:
        by_rate[line.vat_rate] += line.total
    prices = Money.total((line.price for line in lines), currency)
    fees = Money.total((line.fee for line in lines), currency)
    taxes = tuple(
        TaxPart(rate, gross, gross.tax_inside(rate)) for rate, gross in sorted(by_rate.items())
    )
    return Totals(prices, fees, prices + fees, taxes)


class OrderDoubt(Enum):
    """Why no money may be taken for an order."""

    EMPTY = "no seats"
    CURRENCIES = "two currencies"
    NEGATIVE = "a negative price"
    FRACTIONS = "a fraction of a coin"
    SUM = "the sum of the lines is not the server's total"


def doubt_about(order: Order) -> OrderDoubt | None:
    """The first reason to refuse money for the order, None where it can be paid."""
    if not order.lines:
        return OrderDoubt.EMPTY
    amounts = [m for line in order.lines for m in (line.price, line.fee)]
    if any(m.currency != order.currency for m in (*amounts, order.total)):
        return OrderDoubt.CURRENCIES
    if any(m.amount < 0 for m in amounts):
        return OrderDoubt.NEGATIVE
    if not all(m.is_whole_coins for m in amounts):
        return OrderDoubt.FRACTIONS
    if totals_of(order.lines, order.currency).total != order.total:
        return OrderDoubt.SUM
    return None
