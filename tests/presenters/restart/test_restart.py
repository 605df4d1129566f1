"""Sales that were on their way when a run ended, at the next start."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock

import pytest

from boxoffice.connect.calls.orders import OrderCalls
from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import BadReply, OutcomeUnknown, Unreachable
from boxoffice.domain.ids import EventId, OrderId, Place, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.order import Order, OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.sold_order import Fate
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.journal.intents import Intent
from boxoffice.journal.record import OrderRecord
from boxoffice.presenters.common import PrintFailed
from boxoffice.presenters.notices import Code
from boxoffice.presenters.restart.state import RestartState, SettledRow
from boxoffice.presenters.sale.state import Standing
from tests.presenters.conftest import Bench, NextRun
from tests.waiting import until


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


async def reserved(client: ConnectClient, *seats: int) -> Order:
    wanted = [SeatRequest(EventId(1), SeatId(seat)) for seat in seats]
    return await client.orders.reserve(None, wanted, new_key())


def intent_of(bench: Bench, order: Order, tendered: str = "50", **more: Any) -> Intent:
    """As it is written when the clerk takes the money for an order."""
    made = Intent(
        bench.client.address,
        order.id,
        f"BX-LOST-{order.id}",
        new_key(),
        (Payment(PaymentKind.CASH, order.total, euros(tendered)),),
        "Anna",
        bench.clock.now(),
        created_at=order.created_at,
        total=order.total,
        places=tuple(line.place for line in order.lines),
    )
    return replace(made, **more)


async def sold_by(bench: Bench, intent: Intent) -> None:
    """The server sells it, and nobody here gets the answer."""
    await bench.client.orders.complete(
        intent.order_id, intent.external_id, intent.payments, intent.key
    )


def page_of(bench: Bench) -> RestartState:
    return bench.restart.state


async def settled(bench: Bench) -> SettledRow:
    """The one sale that the start found, once it is known how it stands."""
    bench.restart.start()
    await until(lambda: not bench.restart.state.is_busy)
    [row] = bench.restart.state.settled
    return row


# --- sales on their way ---


async def test_a_sale_that_is_held_as_it_was_is_sold(bench: Bench) -> None:
    lost = intent_of(bench, await reserved(bench.client, 1, 2), "70")
    bench.journal.begin(lost)
    row = await settled(bench)
    assert (row.standing, row.order_id) == (Standing.SOLD, lost.order_id)
    assert [(s.row, s.number) for s in row.seats] == [("A", "1"), ("A", "2")]
    assert (row.paid, row.change, row.can_print) == (euros("64"), euros("6"), True)
    assert bench.journal.open_intents(bench.client.address) == ()
    assert bench.journal.last_sold(bench.client.address) == lost


async def test_what_was_sold_before_the_answer_came_is_recorded_with_its_barcodes(
    bench: Bench,
) -> None:
    buyer = NewCustomer("Ada", "Lovelace")
    ada = Customer(await bench.client.customers.add(buyer, new_key()), buyer)
    order = await reserved(bench.client, 1, 2)
    lost = intent_of(bench, order, customer_id=ada.id)
    bench.journal.begin(lost)
    await sold_by(bench, lost)
    await settled(bench)
    recorded = bench.record.get(bench.client.address, order.id)
    assert recorded is not None
    assert (recorded.external_id, recorded.buyer) == (lost.external_id, "Ada Lovelace")
    assert [seat.place for seat in recorded.seats] == [line.place for line in order.lines]
    assert all(seat.barcode for seat in recorded.seats)
    assert [event.name for event in recorded.events] == ["The Tempest"]
    [found] = bench.record.find(bench.client.address, recorded.seats[0].barcode)
    assert found.order_id == order.id


async def test_a_settled_exchange_ends_the_old_order_in_the_record(bench: Bench) -> None:
    old = await reserved(bench.client, 1, 2)
    cash = (Payment(PaymentKind.CASH, old.total, old.total),)
    first = await bench.seller.sell(old, cash, print, offers={})
    await bench.seller.mark_told(first.order.external_id)
    new = await reserved(bench.client, 61)
    back = (Payment(PaymentKind.CASH, euros("-16"), euros("-16")),)
    lost = intent_of(
        bench,
        new,
        payments=back,
        exchange_of=first.order.id,
        gives_back=(Place(EventId(1), SeatId(2)),),
    )
    bench.journal.begin(lost)
    row = await settled(bench)
    assert (row.standing, row.paid) == (Standing.SOLD, euros("-16"))
    left = await bench.client.orders.get(first.order.id)
    assert [line.seat_id for line in left.lines] == [1]
    known = bench.record.get(bench.client.address, first.order.id)
    assert known is not None
    assert known.fate is Fate.PARTLY_RETURNED  # one of its two seats is left


async def test_a_hold_that_is_over_waits_for_the_clerk(bench: Bench, data: Path) -> None:
    order = await reserved(bench.client, 1, 2)
    lost = intent_of(bench, order)
    bench.journal.begin(lost)
    expire(data, order.id)
    row = await settled(bench)
    assert row.standing is Standing.HOLD_OVER
    assert bench.journal.open_intents(bench.client.address) == (lost,)
    bench.restart.sell(lost.external_id)
    await until(lambda: bench.restart.state.settled[0].standing is Standing.SOLD)
    assert (await bench.client.orders.get(order.id)).status is OrderStatus.COMPLETED


async def test_seats_that_somebody_else_has_by_now_are_not_sold(
    bench: Bench, rival: ConnectClient, data: Path
) -> None:
    order = await reserved(bench.client, 1, 2)
    lost = intent_of(bench, order)
    bench.journal.begin(lost)
    expire(data, order.id)
    await reserved(rival, 2)
    await settled(bench)
    bench.restart.sell(lost.external_id)
    await until(lambda: bench.restart.state.settled[0].standing is Standing.NOT_SOLD)
    assert bench.restart.state.settled[0].notice is not None
    assert bench.journal.open_intents(bench.client.address) == ()


async def test_the_clerk_says_that_it_was_not_sold(bench: Bench, data: Path) -> None:
    order = await reserved(bench.client, 1, 2)
    lost = intent_of(bench, order)
    bench.journal.begin(lost)
    expire(data, order.id)
    await settled(bench)
    bench.restart.give_up(lost.external_id)
    await bench.idle()
    assert not bench.restart.state.has_anything
    assert bench.journal.open_intents(bench.client.address) == ()
    assert bench.journal.untold(bench.client.address) == ()


async def test_an_order_that_is_another_by_now_is_not_sold_blindly(bench: Bench) -> None:
    order = await reserved(bench.client, 1, 2)
    lost = intent_of(bench, order)
    bench.journal.begin(lost)
    await bench.client.orders.release_seat(order.id, EventId(1), SeatId(2), new_key())
    row = await settled(bench)
    assert row.standing is Standing.CHANGED
    assert [seat.number for seat in row.seats] == ["1"]
    assert (await bench.client.orders.get(order.id)).status is OrderStatus.OPEN


async def test_an_order_of_the_same_number_that_was_made_at_another_time_is_left_alone(
    bench: Bench,
) -> None:
    """The server was made anew, and gives the same numbers again."""
    stranger = await reserved(bench.client, 1, 2)
    assert stranger.created_at is not None
    before = stranger.created_at.replace(year=stranger.created_at.year - 1)
    lost = intent_of(bench, stranger, created_at=before)
    bench.journal.begin(lost)
    row = await settled(bench)
    assert row.standing is Standing.OTHER_ORDER
    bench.restart.sell(lost.external_id)
    await bench.idle()
    assert (await bench.client.orders.get(stranger.id)).status is OrderStatus.OPEN


async def test_a_number_that_the_server_does_not_know(bench: Bench) -> None:
    order = await reserved(bench.client, 1)
    bench.journal.begin(intent_of(bench, replace(order, id=OrderId(4711))))
    row = await settled(bench)
    assert (row.standing, row.order_id) == (Standing.UNKNOWN, OrderId(4711))


async def test_a_cancelled_order_was_not_sold(bench: Bench) -> None:
    order = await reserved(bench.client, 1, 2)
    bench.journal.begin(intent_of(bench, order))
    await bench.client.orders.cancel(order.id, new_key())
    row = await settled(bench)
    assert row.standing is Standing.NOT_SOLD
    assert bench.journal.open_intents(bench.client.address) == ()


async def test_a_row_that_cannot_be_read_hides_no_other(bench: Bench, tmp_path: Path) -> None:
    orders = [await reserved(bench.client, seat) for seat in (1, 2, 3)]
    for order in orders:
        bench.journal.begin(intent_of(bench, order))
    with closing(sqlite3.connect(tmp_path / "journal.sqlite", isolation_level=None)) as file:
        file.execute("UPDATE intents SET payments = '?' WHERE order_id = ?", (orders[1].id,))
    bench.restart.start()
    await until(lambda: not bench.restart.state.is_busy)
    found = {row.order_id: row.standing for row in bench.restart.state.settled}
    assert found == {
        orders[0].id: Standing.SOLD,
        orders[1].id: Standing.UNREADABLE,
        orders[2].id: Standing.SOLD,
    }
    bench.restart.give_up(f"BX-LOST-{orders[1].id}")
    await bench.idle()
    assert bench.journal.broken_intents(bench.client.address) == ()


@pytest.mark.parametrize(
    "spelling", ["HTTP://127.0.0.1:{port}/connect/", "http://localhost:{port}/connect"]
)
async def test_an_address_that_is_spelled_otherwise_is_the_same_server(
    bench: Bench, spelling: str
) -> None:
    port = bench.client.address.rpartition(":")[2].partition("/")[0]
    order = await reserved(bench.client, 1)
    bench.journal.begin(intent_of(bench, order, address=spelling.format(port=port)))
    row = await settled(bench)
    assert row.standing is Standing.SOLD


async def test_a_server_that_is_away_is_asked_until_it_answers(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await reserved(bench.client, 1)
    bench.journal.begin(intent_of(bench, order))
    real = bench.client.orders.get
    away = AsyncMock(side_effect=OutcomeUnknown("Order", "connection reset", key=""))
    monkeypatch.setattr(bench.client.orders, "get", away)
    bench.restart.start()
    await until(lambda: away.await_count > 2)
    state = bench.restart.state
    assert ([row.standing for row in state.settled], state.is_shown) == ([None], True)
    monkeypatch.setattr(bench.client.orders, "get", real)
    await until(lambda: bench.restart.state.settled[0].standing is Standing.SOLD)


async def test_an_order_that_waits_for_the_clerks_word_is_not_offered_beside_it(
    bench: Bench, next_run: NextRun
) -> None:
    """It would be given back at the end, sold or not."""
    await bench.open_event()
    await bench.take(1, 2)
    order = bench.order.order
    assert order is not None
    lost = intent_of(bench, order, total=euros("1"))
    bench.journal.begin(lost)
    again = await next_run.start()
    assert [row.standing for row in again.restart.state.settled] == [Standing.CHANGED]
    assert again.restart.state.held == ()
    assert again.order.state.parked == ()
    again.restart.sell(lost.external_id)
    await until(lambda: again.restart.state.settled[0].standing is Standing.SOLD)
    again.order.clear_parked()
    await again.idle()
    assert (await again.client.orders.get(order.id)).status is OrderStatus.COMPLETED


async def test_what_was_not_sold_after_all_is_offered_as_held(
    bench: Bench, next_run: NextRun
) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    assert bench.order.order is not None
    lost = intent_of(bench, bench.order.order, total=euros("1"))
    bench.journal.begin(lost)
    again = await next_run.start()
    again.restart.give_up(lost.external_id)
    await until(lambda: len(again.restart.state.held) == 1)


async def test_one_order_that_cannot_be_read_holds_up_no_other(
    bench: Bench, next_run: NextRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    await bench.take(5)
    orders = [await reserved(bench.client, seat) for seat in (1, 2)]
    for order in orders:
        bench.journal.begin(intent_of(bench, order))
    real = OrderCalls.get

    async def get(calls: OrderCalls, order_id: OrderId) -> Order:
        if order_id == orders[0].id:
            raise BadReply("Order", "no sense")
        return await real(calls, order_id)

    monkeypatch.setattr(OrderCalls, "get", get)
    again = await next_run.begin()
    await until(
        lambda: [row.standing for row in again.restart.state.settled] == [None, Standing.SOLD]
    )
    await until(lambda: len(again.restart.state.held) == 1)
    again.restart.leave()  # what is not known yet is not forgotten with it
    assert Code.RESTART_UNDECIDED in [notice.code for notice in again.told()]
    assert not page_of(again).is_shown
    monkeypatch.setattr(OrderCalls, "get", real)
    await until(lambda: page_of(again).is_shown)
    assert [row.standing for row in again.restart.state.settled] == [Standing.SOLD]


async def test_nothing_of_this_run_is_an_earlier_runs(bench: Bench) -> None:
    """The start still asks when the clerk has long begun to work."""
    await bench.open_event()
    await bench.take(1, 2)
    bench.payment.open()
    await until(lambda: bench.payment.state.can_confirm)
    bench.payment.confirm()
    await until(lambda: bench.payment.state.order_number)
    await bench.take(5)
    bench.restart.start()
    await until(lambda: not bench.restart.state.is_busy)
    assert not bench.restart.state.has_anything
    assert len(bench.order.state.parked) == 0


async def test_an_answer_that_can_never_be_read_is_looked_at(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = OrderCalls.complete

    async def garbled(calls: OrderCalls, *words: Any, **more: Any) -> None:
        await real(calls, *words, **more)
        raise BadReply("Order", "no JSON")

    monkeypatch.setattr(OrderCalls, "complete", garbled)
    order = await reserved(bench.client, 1)
    paid = (Payment(PaymentKind.CASH, order.total, order.total),)
    sale = await bench.seller.sell(order, paid, bench.tell, offers={})
    assert sale.order.status is OrderStatus.COMPLETED


async def test_what_was_sold_meanwhile_is_not_given_back(bench: Bench) -> None:
    """By whomever: tickets that were paid stay valid."""
    await bench.open_event()
    await bench.take(1, 2)
    order = bench.order.order
    assert order is not None
    paid = Payment(PaymentKind.CASH, order.total, order.total)
    await bench.client.orders.complete(order.id, "BX-elsewhere", [paid], new_key())
    bench.order.give_back((Place(EventId(1), SeatId(1)),))
    await bench.idle()
    assert (await bench.client.orders.get(order.id)).places == order.places
    bench.order.clear()
    await bench.idle()
    assert (await bench.client.orders.get(order.id)).status is OrderStatus.COMPLETED
    assert bench.lines == []


async def test_a_server_that_comes_later_is_asked_until_it_says_what_is_held(
    bench: Bench, next_run: NextRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    await bench.take(1)
    real, asked = OrderCalls.get, 0

    async def away(calls: OrderCalls, order_id: OrderId) -> Order:
        nonlocal asked
        asked += 1
        raise Unreachable("Order", "refused")

    monkeypatch.setattr(OrderCalls, "get", away)
    again = await next_run.begin()
    await until(lambda: asked > 2)
    monkeypatch.setattr(OrderCalls, "get", real)
    await until(lambda: len(again.restart.state.held) == 1)


# --- sales that nobody saw the end of ---


async def test_a_sale_that_ended_unseen_is_told(bench: Bench, next_run: NextRun) -> None:
    order = await reserved(bench.client, 1, 2)
    paid = (Payment(PaymentKind.CASH, order.total, euros("70")),)
    await bench.seller.sell(order, paid, print, offers={})
    again = await next_run.start()
    [row] = again.restart.state.settled
    assert (row.standing, row.change, row.can_print) == (Standing.SOLD, euros("6"), True)
    again.restart.leave()
    await again.idle()
    assert not page_of(again).is_shown
    last = await next_run.start()
    assert not last.restart.state.has_anything


async def test_a_sale_that_was_seen_is_not_told_again(bench: Bench, next_run: NextRun) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.payment.open()
    await until(lambda: bench.payment.state.can_confirm)
    bench.payment.confirm()
    await until(lambda: bench.payment.state.order_number)
    bench.payment.next_buyer()
    await bench.idle()
    again = await next_run.start()
    assert not again.restart.state.has_anything


async def test_a_refusal_that_was_seen_is_not_told_again(
    bench: Bench, rival: ConnectClient, data: Path, next_run: NextRun
) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    order = bench.order.order
    assert order is not None
    bench.payment.open()
    await until(lambda: bench.payment.state.can_confirm)
    expire(data, order.id)
    await reserved(rival, 2)
    bench.payment.confirm()
    await until(lambda: not bench.tasks.is_buying)
    assert bench.journal.open_intents(bench.client.address) == ()
    again = await next_run.start()
    assert again.restart.state.settled == ()


async def test_what_could_not_be_recorded_is_recorded_at_the_next_start(
    bench: Bench, next_run: NextRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = await reserved(bench.client, 1, 2)
    paid = (Payment(PaymentKind.CASH, order.total, order.total),)
    memory = OrderRecord(Path(":memory:"))
    monkeypatch.setattr(bench.sold, "record", memory)
    sale = await bench.seller.sell(order, paid, print, offers={})
    memory.close()
    assert bench.record.get(bench.client.address, order.id) is None
    [kept] = bench.journal.unrecorded(bench.client.address)
    assert kept.external_id == sale.order.external_id
    again = await next_run.start()
    assert again.record.get(again.client.address, order.id) is not None
    assert again.journal.unrecorded(again.client.address) == ()


async def test_the_summary_of_a_settled_sale_is_printed(bench: Bench) -> None:
    lost = intent_of(bench, await reserved(bench.client, 1, 2))
    bench.journal.begin(lost)
    row = await settled(bench)
    bench.restart.print_summary(row.external_id)
    await until(lambda: bench.restart.state.settled[0].notice is not None)
    [printed] = bench.printer.print_summary.await_args.args
    assert (printed.order.id, printed.is_copy) == (lost.order_id, False)
    notice = bench.restart.state.settled[0].notice
    assert notice is not None
    assert notice.code is Code.PRINTED


async def test_paper_that_may_be_there_is_printed_as_a_copy_after_a_restart(
    bench: Bench, next_run: NextRun
) -> None:
    """The program died at the printer."""
    order = await reserved(bench.client, 1)
    paid = (Payment(PaymentKind.CASH, order.total, order.total),)
    bench.payment.last = await bench.seller.sell(order, paid, print, offers={})
    bench.printer.print_summary.side_effect = asyncio.CancelledError
    bench.payment.print_again()
    await until(lambda: bench.printer.print_summary.await_count)
    again = await next_run.start()
    [row] = again.restart.state.settled
    assert row.is_copy
    again.restart.print_summary(row.external_id)
    await until(lambda: again.printer.print_summary.await_count)
    assert again.printer.print_summary.await_args.args[0].is_copy


@pytest.mark.parametrize("is_doubtful", [False, True])
async def test_what_was_not_printed_for_certain_is_no_copy(bench: Bench, is_doubtful: bool) -> None:
    lost = intent_of(bench, await reserved(bench.client, 1))
    bench.journal.begin(lost)
    await settled(bench)
    bench.printer.print_summary.side_effect = PrintFailed("no paper", is_doubtful=is_doubtful)
    for _ in range(2):
        before = bench.printer.print_summary.await_count
        bench.restart.print_summary(lost.external_id)
        await until(lambda: bench.printer.print_summary.await_count > before)  # noqa: B023
        await until(lambda: not bench.restart.state.settled[0].is_printing)
    assert bench.printer.print_summary.await_args.args[0].is_copy == is_doubtful
    assert bench.restart.state.settled[0].is_copy == is_doubtful


async def test_the_last_sale_is_printed_again_after_a_restart(
    bench: Bench, next_run: NextRun
) -> None:
    orders = [await reserved(bench.client, seat) for seat in (1, 2)]
    for order in orders:
        paid = (Payment(PaymentKind.CASH, order.total, order.total),)
        await bench.seller.sell(order, paid, print, offers={})
    again = await next_run.start()
    again.restart.print_last()
    await until(lambda: again.printer.print_summary.await_count)
    [printed] = again.printer.print_summary.await_args.args
    assert (printed.order.id, printed.is_copy) == (orders[1].id, True)
    assert printed.rows[0].event.name == "The Tempest"


async def test_where_nothing_was_sold_nothing_is_printed(bench: Bench) -> None:
    bench.restart.print_last()
    await until(lambda: [notice.code for notice in bench.told()] == [Code.NOTHING_SOLD])


# --- seats on the map ---


async def test_a_sold_seat_of_ours_opens_its_order_without_a_record(bench: Bench) -> None:
    """The record was lost, or another workstation with this token sold it."""
    order = await reserved(bench.client, 1, 2)
    lost = intent_of(bench, order)
    await sold_by(bench, lost)
    await bench.open_event()
    bench.map.pick((SeatId(1),))
    await until(lambda: bench.finder.state.opened is not None)
    assert bench.finder.state.opened is not None
    assert bench.finder.state.opened.order.id == order.id


async def test_a_seat_that_is_free_again_leads_to_no_order(bench: Bench) -> None:
    order = await reserved(bench.client, 1)
    await bench.open_event()
    assert bench.board.order_of(SeatId(1)) == order.id
    await bench.client.orders.cancel(order.id, new_key())
    bench.map.refresh()
    await until(lambda: bench.state_of(1) is SeatState.FREE)
    assert bench.board.order_of(SeatId(1)) is None


def expire(data: Path, order_id: OrderId) -> None:
    """The hold of an order runs out now, by the service's own clock."""
    with closing(sqlite3.connect(data, isolation_level=None)) as house:
        house.execute("UPDATE orders SET hold_till = 1 WHERE id = ?", (order_id,))
