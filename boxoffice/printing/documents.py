"""What stands on an order's summary, as plain values: blocks of an event, sums, payment, number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from boxoffice.domain.catalogue import Event, Location
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import Order, OrderLine, Totals
from boxoffice.domain.orders.order_code import order_code
from boxoffice.domain.orders.payment import Payment, PaymentKind

_MOST_CHARACTERS = 400


class Formats(Protocol):
    """How values are written on this paper."""

    def money(self, amount: Money) -> str: ...

    def date_time(self, moment: datetime) -> str: ...

    def percent(self, rate: Decimal) -> str: ...


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of the paper, in the buyer's language; braces take values.

    `paid` has what each kind of payment is called.
    """

    title: str
    order_number: str
    sold_at: str
    area: str
    row: str
    seat: str
    price_type: str
    price: str
    fee: str
    amount: str
    standing: str
    total: str
    tax_inside: str
    paid: Mapping[PaymentKind, str]
    customer: str
    tendered: str
    change: str
    reference: str
    copy: str
    page: str
    closing: str
    test: str = "TEST"


@dataclass(frozen=True, slots=True)
class SoldSeat:
    """A line of the order with the name of its price type."""

    line: OrderLine
    price_type: str


@dataclass(frozen=True, slots=True)
class SoldEvent:
    """An event of the order, where it takes place, and the seats of it."""

    event: Event | None
    location: Location | None
    seats: tuple[SoldSeat, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """An event on the paper: `rows` have as many cells as `Summary.columns`."""

    heading: str
    subtitle: str
    when: str
    where: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """An order's summary.

    `sums` and `paid` are pairs of words and value; `code` is for the QR and stands under it;
    `buyer` is empty where nobody's name is known; `test_mark` where the sale is a real one.
    """

    title: str
    number: str
    code: str
    sold_at: str
    columns: tuple[str, ...]
    blocks: tuple[Block, ...]
    sums: tuple[tuple[str, str], ...]
    total: tuple[str, str]
    buyer: str = field(repr=False)
    paid: tuple[tuple[str, str], ...] = field(repr=False)
    copy_mark: str
    page: str
    closing: str
    test_mark: str = ""


def summary_of(
    order: Order,
    payments: Sequence[Payment],
    totals: Totals,
    events: Sequence[SoldEvent],
    formats: Formats,
    labels: Labels,
    *,
    sold_at: datetime,
    copied_at: datetime | None = None,
    customer: str = "",
    is_test: bool = False,
) -> Summary:
    """The paper of a confirmed order.

    Args:
        sold_at: when it was sold, on the clock to be printed.
        copied_at: when a copy is made of it; None for the first print.
        customer: the buyer's name; empty for one who stays unnamed.
        is_test: nothing was really sold; the paper says so.
    """
    money = formats.money
    taxes = tuple(
        (labels.tax_inside.format(rate=formats.percent(part.rate)), money(part.tax))
        for part in totals.taxes
    )
    fees = ((labels.fee, money(totals.fees)),) if totals.fees else ()
    copied = labels.copy.format(when=formats.date_time(copied_at)) if copied_at else ""
    return Summary(
        title=labels.title,
        number=f"{labels.order_number} {order.id}",
        code=order_code(order.id),
        sold_at=f"{labels.sold_at} {formats.date_time(sold_at)}",
        columns=(
            labels.area,
            labels.row,
            labels.seat,
            labels.price_type,
            labels.price,
            labels.fee,
            labels.amount,
        ),
        blocks=tuple(_block(event, formats, labels) for event in events),
        sums=((labels.price, money(totals.prices)), *fees, *taxes),
        total=(labels.total, money(totals.total)),
        buyer=f"{labels.customer} {plain(customer)}" if customer.strip() else "",
        paid=tuple(pair for paid in payments for pair in _paid(paid, formats, labels)),
        copy_mark=copied,
        page=f"{labels.test} · {labels.page}" if is_test else labels.page,
        closing=labels.closing,
        test_mark=labels.test if is_test else "",
    )


def plain(text: str) -> str:
    """The text on one line, without control characters, kept from turning its line around."""
    words = "".join(c if c.isprintable() else " " for c in text).split()
    line = " ".join(words)[:_MOST_CHARACTERS]
    return line if line.isascii() else f"\u2068{line}\u2069"


def _block(sold: SoldEvent, formats: Formats, labels: Labels) -> Block:
    event, place = sold.event, sold.location
    when = where = ""
    if event is not None:
        starts = place.local(event.starts_at) if place else event.starts_at
        when = formats.date_time(starts)
    if place is not None:
        town = f"{place.zip} {place.city}".strip()
        where = ", ".join(plain(part) for part in (place.name, place.street, town) if part)
    return Block(
        heading=plain(event.name) if event else "",
        subtitle=plain(event.subtitle) if event and event.subtitle else "",
        when=when,
        where=where,
        rows=tuple(_row(seat, formats, labels) for seat in sold.seats),
    )


def _row(seat: SoldSeat, formats: Formats, labels: Labels) -> tuple[str, ...]:
    line = seat.line
    is_standing = not line.row and not line.number
    return (
        plain(line.area_name),
        labels.standing if is_standing else plain(line.row),
        "" if is_standing else plain(line.number),
        plain(seat.price_type),
        formats.money(line.price),
        formats.money(line.fee),
        formats.money(line.total),
    )


def _paid(payment: Payment, formats: Formats, labels: Labels) -> tuple[tuple[str, str], ...]:
    """A payment's lines: how much, and what was given for it or what it refers to."""
    pairs = [(labels.paid[payment.kind], formats.money(payment.amount))]
    if payment.reference:
        pairs.append((labels.reference, plain(payment.reference)))
    if payment.kind.traits.gives_change and payment.amount.amount >= 0:
        pairs.append((labels.tendered, formats.money(payment.tendered)))
        pairs.append((labels.change, formats.money(payment.change)))
    return tuple(pairs)
