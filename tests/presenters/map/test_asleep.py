"""The machine slept for twenty minutes: holds are taken for lost until the server was asked."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import AsyncMock

import pytest
from sqlalchemy import update

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import Unreachable
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.payment.state import PaymentPhase
from boxoffice.service.data.schema import orders
from boxoffice.service.data.store import Store
from boxoffice.service.process.sweeper import sweep_once
from tests.presenters.conftest import Bench
from tests.waiting import until

_SLEPT = 1200.0  # seconds


def sleep(bench: Bench, data: Path | None) -> None:
    """The machine sleeps; the server's `data`, where they lie elsewhere, do not."""
    if data is not None:
        store = Store(data)
        with store.selling() as connection:
            connection.execute(update(orders).values(hold_till=1.0))
        sweep_once(store, 600)
        store.close()
    bench.clock.seconds += _SLEPT


async def somebody_takes(rival: ConnectClient, seat: int) -> None:
    await rival.orders.reserve(None, [SeatRequest(EventId(1), SeatId(seat))], new_key())


async def test_what_ran_out_meanwhile_is_lost(
    bench: Bench, rival: ConnectClient, data: Path
) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    sleep(bench, data)
    await somebody_takes(rival, 1)
    await until(lambda: bench.order.state.order is None)
    assert bench.order.state.notice is not None
    await until(lambda: bench.state_of(2) is SeatState.FREE)
    await bench.idle()


async def test_what_is_parked_is_lost_as_well(
    bench: Bench, rival: ConnectClient, data: Path
) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.order.park()
    await bench.take(2)
    sleep(bench, data)
    await somebody_takes(rival, 1)
    await until(lambda: bench.order.state.order is None and not bench.order.state.parked)
    await bench.idle()


async def test_what_is_held_all_the_same_is_kept(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server slept too: it is the same machine."""
    await bench.open_event()
    await bench.take(1, 2)
    asked = AsyncMock(wraps=bench.client.orders.get)
    monkeypatch.setattr(bench.client.orders, "get", asked)
    sleep(bench, None)
    await until(lambda: bool(asked.await_count))
    await bench.idle()
    await until(lambda: (bench.order.state.hold_seconds or 0) > 500)
    assert bench.lines == [1, 2]
    await bench.idle()


async def test_nothing_is_paid_until_the_server_was_asked(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not answer yet, as the network of a machine that has just woken."""
    await bench.open_event()
    await bench.take(1, 2)
    asked = AsyncMock(side_effect=Unreachable("Order", "no answer"))
    with monkeypatch.context() as away:
        for name in ("get", "set_price_type"):
            away.setattr(bench.client.orders, name, asked)
        sleep(bench, None)
        await until(lambda: bool(asked.await_count))
        assert bench.order.state.hold_seconds == 0
        await bench.idle()
        before = asked.await_count
        bench.payment.open()
        await until(lambda: asked.await_count > before)
        await bench.idle()
        assert bench.payment.state.phase is not PaymentPhase.TENDERING
    await until(lambda: (bench.order.state.hold_seconds or 0) > 500)
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)


async def test_no_money_is_taken_for_what_is_gone(
    bench: Bench, rival: ConnectClient, data: Path
) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    assert bench.order.order is not None
    order_id = bench.order.order.id
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    sleep(bench, data)
    await somebody_takes(rival, 1)
    bench.payment.confirm()
    await until(lambda: bench.payment.state.phase is not PaymentPhase.TENDERING)
    await until(lambda: bench.payment.state.phase is not PaymentPhase.SENDING)
    assert bench.payment.state.phase is not PaymentPhase.DONE
    assert (await rival.orders.get(order_id)).status is not OrderStatus.COMPLETED
    await bench.idle()
