"""What the seller sends: several payments, whose order it is, what it is exchanged for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, Mock

import pytest

from boxoffice.connect.calls.orders import OrderCalls
from boxoffice.connect.client import SeatRequest, new_key
from boxoffice.connect.errors import OutcomeUnknown
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.presenters.sale.state import Standing
from tests.presenters.conftest import Bench, NextRun
from tests.waiting import until


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


async def reserved(bench: Bench, *seats: int) -> Order:
    wanted = [SeatRequest(EventId(1), SeatId(seat)) for seat in seats]
    return await bench.client.orders.reserve(None, wanted, new_key())


def cash(amount: str) -> Payment:
    return Payment(PaymentKind.CASH, euros(amount), euros(amount))


async def customer(bench: Bench) -> Customer:
    new = NewCustomer("Ada", "Lovelace")
    return Customer(await bench.client.customers.add(new, new_key()), new)


async def sell(bench: Bench, order: Order, *paid: Payment, **more: Any) -> Order:
    sale = await bench.seller.sell(order, paid, Mock(), offers={}, **more)
    return sale.order


async def begun(bench: Bench, order: Order, *paid: Payment, **more: Any) -> None:
    await sell(bench, order, *paid, **more)


async def test_a_mix_and_whose_order_it_is(bench: Bench, data: Path) -> None:
    buyer = await customer(bench)
    order = await reserved(bench, 1, 2)
    mix = (
        Payment(PaymentKind.VOUCHER, euros("20.10"), euros("20.10"), "V-7"),
        Payment(PaymentKind.CASH, euros("43.90"), euros("50")),
    )
    sold = await sell(bench, order, *mix, customer=buyer)
    assert (sold.status, sold.customer_id) == (OrderStatus.COMPLETED, buyer.id)
    with closing(sqlite3.connect(data)) as house:
        [[stored]] = house.execute("SELECT payment FROM orders WHERE status = 1").fetchall()
    for part in (
        '"payment_type": 5',
        '"20.10"',
        '"43.90"',
        '"V-7"',
        '"tendered": "70.10"',
        '"change": "6.10"',
    ):
        assert part in stored, stored


async def test_money_that_goes_back_in_an_exchange(bench: Bench) -> None:
    dear = await sell(bench, await reserved(bench, 1, 2), cash("64"))
    cheap = await reserved(bench, 61)
    back = cash("-48")
    exchange = Exchange(dear.id, dear.lines)
    assert exchange.due(cheap.total) == euros("-48")
    sold = await sell(bench, cheap, back, exchange=exchange)
    old = await bench.client.orders.get(dear.id)
    assert (old.lines, old.refunded) == ((), euros("64"))
    assert (sold.status, sold.exchange_of) == (OrderStatus.COMPLETED, dear.id)
    last = bench.journal.last_sold(bench.client.address)
    assert last is not None
    assert (last.payments, last.exchange_of) == ((back,), dear.id)


async def test_the_repeat_after_a_crash_sends_the_same(
    bench: Bench, next_run: NextRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    buyer = await customer(bench)
    dear = await sell(bench, await reserved(bench, 1), cash("32"))
    order = await reserved(bench, 61)
    ask = bench.client.orders.complete
    spy = AsyncMock(side_effect=OutcomeUnknown("Order", "connection reset", key=""))
    monkeypatch.setattr(OrderCalls, "complete", spy)
    exchange = Exchange(dear.id, dear.lines)
    bench.tasks.browse(
        "sale", begun(bench, order, cash("-10"), cash("-6"), customer=buyer, exchange=exchange)
    )
    await until(lambda: spy.await_count)
    bench.tasks.stop("sale")
    first, asked = spy.await_args_list[0], spy.await_count
    spy.side_effect = ask
    again = await next_run.start()
    assert {row.standing for row in again.restart.state.settled} == {Standing.SOLD}
    assert spy.await_count > asked
    assert spy.await_args_list[-1] == first
    found = await bench.client.orders.get(order.id)
    assert (found.customer_id, found.exchange_of) == (buyer.id, dear.id)


async def test_an_exchange_that_stopped_half_way_is_finished_at_the_next_start(
    bench: Bench, next_run: NextRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = await sell(bench, await reserved(bench, 1, 2), cash("64"))
    new = await reserved(bench, 61)
    release = bench.client.orders.release_seat
    lost = AsyncMock(side_effect=OutcomeUnknown("OrderSeat", "connection reset", key=""))
    monkeypatch.setattr(bench.client.orders, "release_seat", lost)
    exchange = Exchange(old.id, old.lines[1:])
    bench.tasks.browse("sale", begun(bench, new, cash("-16"), exchange=exchange))
    await until(lambda: lost.await_count)
    bench.tasks.stop("sale")
    assert (await bench.client.orders.get(new.id)).status is OrderStatus.COMPLETED
    assert len((await bench.client.orders.get(old.id)).lines) == 2
    monkeypatch.setattr(bench.client.orders, "release_seat", release)
    again = await next_run.start()
    assert {row.standing for row in again.restart.state.settled} == {Standing.SOLD}
    left = await bench.client.orders.get(old.id)
    assert ([line.seat_id for line in left.lines], left.refunded) == ([1], euros("32"))
    assert bench.journal.open_intents(bench.client.address) == ()


async def test_an_old_seat_that_was_given_back_meanwhile_does_not_hold_it_up(bench: Bench) -> None:
    old = await sell(bench, await reserved(bench, 1, 2), cash("64"))
    await bench.client.orders.release_seat(old.id, EventId(1), SeatId(2), new_key())
    new = await reserved(bench, 61)
    sold = await sell(bench, new, cash("-48"), exchange=Exchange(old.id, old.lines))
    assert sold.status is OrderStatus.COMPLETED
    assert (await bench.client.orders.get(old.id)).refunded == euros("64")
