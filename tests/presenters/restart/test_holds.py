"""Orders that were put together when a run ended, at the next start."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from boxoffice.connect.errors import OutcomeUnknown
from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.notices import Code
from boxoffice.presenters.restart.state import EventOfOrder
from tests.presenters.conftest import Bench, NextRun
from tests.presenters.restart.test_restart import euros, expire, page_of
from tests.waiting import until


async def test_an_order_that_is_still_held_is_offered_and_gone_on_with(
    bench: Bench, next_run: NextRun
) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.order.set_name("Frau Weber")
    again = await next_run.start()
    [held] = again.restart.state.held
    assert [seat.number for seat in held.seats] == ["1", "2"]
    assert (held.total, held.name) == (euros("64"), "Frau Weber")
    tempest = next(each for each in await bench.client.events.list() if each.id == held.event_id)
    assert tempest.starts_at is not None
    assert held.events == (EventOfOrder("The Tempest", tempest.starts_at),)
    assert held.hold_seconds is not None
    assert page_of(again).is_shown
    again.restart.go_on(held.order_id)
    await again.idle()
    assert again.lines == [1, 2]
    assert again.order.state.name == "Frau Weber"
    assert not page_of(again).is_shown
    await again.open_event()
    assert again.state_of(1) is SeatState.MINE


async def test_orders_that_were_parked_are_offered_each(bench: Bench, next_run: NextRun) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.order.park()
    await bench.take(5)
    again = await next_run.start()
    held = {len(row.seats): row for row in again.restart.state.held}
    assert sorted(held) == [1, 2]
    again.restart.give_back(held[2].order_id)
    await again.idle()
    assert [len(row.seats) for row in again.restart.state.held] == [1]
    order = await again.client.orders.get(held[2].order_id)
    assert order.status is OrderStatus.CANCELLED
    last = await next_run.start()
    assert [len(row.seats) for row in last.restart.state.held] == [1]


async def test_what_is_changed_is_kept(bench: Bench, next_run: NextRun) -> None:
    await bench.open_event()
    await bench.take(1, 2, 3)
    bench.order.give_back((Place(EventId(1), SeatId(2)),))
    await bench.idle()
    again = await next_run.start()
    [held] = again.restart.state.held
    assert [seat.number for seat in held.seats] == ["1", "3"]


async def test_parts_that_were_taken_are_told_and_count_on(bench: Bench, next_run: NextRun) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.payment.open()
    await until(lambda: bench.payment.state.can_confirm)
    bench.payment.type_amount("20")
    bench.payment.add_part()
    again = await next_run.start()
    [held] = again.restart.state.held
    assert (held.total, held.taken) == (euros("64"), euros("20"))
    again.restart.go_on(held.order_id)
    await again.idle()
    again.payment.open()
    await until(lambda: again.payment.state.can_confirm)
    assert [part.amount for part in again.payment.state.parts] == [euros("20")]
    assert again.payment.state.due == euros("44")
    again.payment.cancel()
    again.payment.cancel()
    assert Code.GIVE_BACK in [notice.code for notice in again.told()]
    last = await next_run.start()
    assert [row.taken for row in last.restart.state.held] == [None]


async def test_what_was_given_back_is_not_offered(bench: Bench, next_run: NextRun) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.order.clear()
    await bench.idle()
    again = await next_run.start()
    assert not again.restart.state.has_anything


async def test_an_answer_that_was_lost_with_the_run_is_asked_for_again(
    bench: Bench, next_run: NextRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server had made the order, and the program died before it knew."""
    await bench.open_event()
    real = bench.client.orders.reserve
    asked: list[str] = []

    async def done_and_lost(order_id: Any, seats: Any, key: str) -> Order:
        asked.append(key)
        await real(order_id, seats, key)
        raise OutcomeUnknown("ReserveSeat", "connection reset", key=key)

    monkeypatch.setattr(bench.client.orders, "reserve", done_and_lost)
    bench.map.pick((SeatId(1), SeatId(2)))
    await until(lambda: bool(asked))
    again = await next_run.start()
    [held] = again.restart.state.held
    assert [seat.number for seat in held.seats] == ["1", "2"]
    assert held.order_id == OrderId(1)


async def test_a_hold_that_ran_out_meanwhile_is_named(
    bench: Bench, data: Path, next_run: NextRun
) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    assert bench.order.order is not None
    expire(data, bench.order.order.id)
    again = await next_run.start()
    assert again.restart.state.held == ()
    [seats] = again.restart.state.lost
    assert [seat.number for seat in seats] == ["1", "2"]
    again.restart.leave()
    [lost] = again.order.state.lost
    again.order.take_lost(lost.order_id)
    await until(lambda: again.lines == [1, 2])
    again.order.clear()
    await again.idle()
    last = await next_run.start()
    assert not last.restart.state.has_anything


async def test_a_kept_order_that_cannot_be_read_hides_no_other(
    bench: Bench, next_run: NextRun, tmp_path: Path
) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.order.park()
    await bench.take(2)
    await bench.keeper.flush()
    with closing(sqlite3.connect(tmp_path / "journal.sqlite", isolation_level=None)) as file:
        file.execute("UPDATE holds SET content = '{}' WHERE rowid = 1")
    again = await next_run.start()
    assert len(again.restart.state.held) == 1
    assert again.restart.state.unreadable == 1


async def test_the_page_steps_aside_while_an_order_is_on_screen(
    bench: Bench, next_run: NextRun
) -> None:
    await bench.open_event()
    await bench.take(1)
    again = await next_run.start()
    assert page_of(again).is_shown
    await again.open_event()
    await again.take(5)
    assert not page_of(again).is_shown
    again.order.park()
    await until(lambda: page_of(again).is_shown)
