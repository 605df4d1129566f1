from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from unittest.mock import AsyncMock

import pytest
from sqlalchemy import update

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import OutcomeUnknown, Refused, RefusedField, SignedOut, Unreachable
from boxoffice.domain.drafts import DraftSalesRule
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.domain.preferences import Preferences
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.journal.intents import JournalFailed
from boxoffice.presenters.common import PrintFailed
from boxoffice.presenters.notices import Code
from boxoffice.presenters.payment.state import PaymentPhase
from boxoffice.service.data.schema import orders
from boxoffice.service.data.store import Store
from tests.presenters.conftest import Bench
from tests.waiting import until


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


def code(bench: Bench) -> Code | None:
    notice = bench.payment.state.notice
    return notice.code if notice else None


async def tendering(bench: Bench, *seats: int) -> None:
    await bench.open_event()
    await bench.take(*(seats or (1, 2)))
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)


async def done(bench: Bench) -> None:
    await until(lambda: bench.payment.state.phase is PaymentPhase.DONE)


async def test_cash_with_change(bench: Bench) -> None:
    await tendering(bench)
    state = bench.payment.state
    assert (state.total, state.change, state.can_confirm) == (euros("64"), None, True)
    assert state.tenders[0] == euros("65")
    bench.payment.type_amount("70")
    assert bench.payment.state.change == euros("6")
    bench.payment.confirm()
    assert bench.payment.state.phase is PaymentPhase.SENDING
    await done(bench)
    assert bench.payment.state.change == euros("6")
    assert code(bench) in (Code.SOLD, Code.PRINTED)
    await until(lambda: code(bench) is Code.PRINTED)
    sale = bench.payment.last
    assert sale is not None
    assert sale.order.status is OrderStatus.COMPLETED
    assert [(paid.tendered, paid.change) for paid in sale.payments] == [(euros("70"), euros("6"))]
    assert [t.seat_id for t in sale.tickets] == [1, 2]
    assert sale.locations[0][1].name == "Small House"
    bench.printer.print_summary.assert_awaited_once_with(sale)
    assert bench.state_of(1) is SeatState.SOLD
    assert bench.order.state.order is None
    bench.payment.next_buyer()
    assert not bench.payment.state.order_number


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("63,99", Code.NOT_ENOUGH),
        ("0", Code.NOT_ENOUGH),
        ("-70", Code.NOT_AN_AMOUNT),
        ("7o", Code.NOT_AN_AMOUNT),
        ("64.0011", Code.NOT_AN_AMOUNT),
        ("64.001", Code.NOT_SENSIBLE),
        ("9999999", Code.NOT_SENSIBLE),
        ("9999999.", Code.TOO_MUCH),
        ("1e9", Code.NOT_AN_AMOUNT),
        ("4111111111111111", Code.TOO_MUCH),
    ],
)
async def test_amounts_that_will_not_do(bench: Bench, text: str, problem: Code) -> None:
    await tendering(bench)
    bench.payment.type_amount(text)
    assert not bench.payment.state.can_confirm
    bench.payment.confirm()
    assert code(bench) is problem
    assert bench.payment.state.phase is PaymentPhase.TENDERING
    bench.payment.type_amount("")
    assert bench.payment.state.can_confirm


async def test_card_needs_a_reference_and_never_a_card_number(bench: Bench) -> None:
    await tendering(bench)
    bench.payment.choose(PaymentKind.CARD)
    assert not bench.payment.state.can_confirm
    bench.payment.confirm()
    assert code(bench) is Code.REFERENCE_MISSING
    bench.payment.type_reference("4111 1111 1111 1111")
    assert code(bench) is Code.CARD_NUMBER
    bench.payment.confirm()
    assert bench.payment.state.phase is PaymentPhase.TENDERING
    bench.payment.type_reference(" T-4711 ")
    bench.payment.confirm()
    await done(bench)
    assert bench.payment.last is not None
    assert [p.reference for p in bench.payment.last.payments] == ["T-4711"]
    assert [p.change for p in bench.payment.last.payments] == [euros("0")]


async def test_a_card_needs_no_reference_where_the_profile_wants_none(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    for needs_reference in (True, False):
        bench.preferences = Preferences(needs_reference=needs_reference)
        bench.payment.open()
        await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
        bench.payment.choose(PaymentKind.CARD)
        bench.payment.confirm()
        if needs_reference:
            assert bench.payment.state.phase is PaymentPhase.TENDERING
            bench.payment.cancel()
    await until(lambda: bench.payment.state.phase is PaymentPhase.DONE)
    [part] = bench.payment.state.parts
    assert (part.kind, part.reference) == (PaymentKind.CARD, "")


async def test_a_payment_can_begin_with_the_card(bench: Bench) -> None:
    bench.preferences = Preferences(needs_reference=False)
    await bench.open_event()
    await bench.take(1)
    bench.payment.open(PaymentKind.CARD)
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    assert bench.payment.state.kind is PaymentKind.CARD
    bench.payment.confirm()
    await until(lambda: bench.payment.state.phase is PaymentPhase.DONE)
    assert [part.kind for part in bench.payment.state.parts] == [PaymentKind.CARD]


async def test_a_payment_that_is_being_opened_ends_with_the_counter(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.payment.open()
    await asyncio.sleep(0)  # the server is asked for the price
    bench.payment.end()
    bench.order.clear()
    await until(lambda: not bench.tasks.is_buying)
    assert bench.payment.state.phase is PaymentPhase.CLOSED
    assert bench.order.order is None


async def test_a_double_press_sells_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    await tendering(bench)
    spy = AsyncMock(wraps=bench.client.orders.complete)
    monkeypatch.setattr(bench.client.orders, "complete", spy)
    bench.payment.confirm()
    bench.payment.confirm()
    bench.payment.exact()
    bench.payment.cancel()
    await done(bench)
    assert spy.await_count == 1


async def test_the_intent_is_on_the_disk_before_the_request_goes_out(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tendering(bench)
    ask, seen = bench.client.orders.complete, []

    async def asked(*words: object, **more: object) -> None:
        seen.append(bench.journal.open_intents(bench.client.address))
        await ask(*words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(bench.client.orders, "complete", asked)
    bench.payment.exact()
    await done(bench)
    [[intent]] = seen
    assert [paid.amount for paid in intent.payments] == [euros("64")]
    assert bench.journal.open_intents(bench.client.address) == ()
    assert bench.journal.last_sold(bench.client.address) == intent


async def test_without_a_journal_nothing_is_sent(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tendering(bench)
    spy = AsyncMock()
    monkeypatch.setattr(bench.client.orders, "complete", spy)

    def full(_: object) -> None:
        raise JournalFailed("the disk is full")

    monkeypatch.setattr(bench.journal, "begin", full)
    bench.payment.exact()
    await until(lambda: code(bench) is Code.NOT_RECORDED)
    assert bench.payment.state.phase is PaymentPhase.TENDERING
    spy.assert_not_awaited()
    assert bench.lines == [1, 2]


async def test_a_lost_answer_is_asked_again_with_the_same_number_and_key(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tendering(bench)
    ask = bench.client.orders.complete
    phases = []

    async def asked(*words: object, **more: object) -> None:
        phases.append(bench.payment.state.phase)
        await ask(*words, **more)  # type: ignore[arg-type]
        if spy.await_count < 4:
            raise OutcomeUnknown("Order", "connection reset", key=str(words[3]))

    spy = AsyncMock(side_effect=asked)
    monkeypatch.setattr(bench.client.orders, "complete", spy)
    bench.payment.exact()
    await done(bench)
    # After the second lost answer the order itself says that it is sold.
    assert phases == [PaymentPhase.SENDING, PaymentPhase.CHECKING]
    assert len({awaited.args for awaited in spy.await_args_list}) == 1
    tickets = await bench.client.orders.tickets(bench.payment.last.order.id)  # type: ignore[union-attr]
    assert len(tickets) == 2


async def test_a_refusal_after_a_lost_answer_does_not_undo_the_sale(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sold, but the answer is lost; the second question is refused as a server may do."""
    await tendering(bench)
    ask = bench.client.orders.complete

    async def asked(*words: object, **more: object) -> None:
        if spy.await_count > 1:
            raise Refused("Order", 409, "the order is completed")
        await ask(*words, **more)  # type: ignore[arg-type]
        raise OutcomeUnknown("Order", "timed out", key=str(words[3]))

    spy = AsyncMock(side_effect=asked)
    monkeypatch.setattr(bench.client.orders, "complete", spy)
    bench.payment.exact()
    await done(bench)
    assert spy.await_count == 2


async def test_while_nobody_knows_there_is_no_way_back(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tendering(bench)
    ask, gate = bench.client.orders.complete, asyncio.Event()

    async def asked(*words: object, **more: object) -> None:
        if not gate.is_set():
            raise OutcomeUnknown("Order", "timed out", key=str(words[3]))
        await ask(*words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(bench.client.orders, "complete", asked)
    bench.payment.exact()
    await until(lambda: bench.payment.state.phase is PaymentPhase.CHECKING)
    assert bench.payment.is_unsure
    bench.payment.cancel()
    bench.payment.next_buyer()
    assert bench.payment.state.phase is PaymentPhase.CHECKING
    gate.set()
    await done(bench)
    assert not bench.payment.is_unsure


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Unreachable("Order", "connection refused"), Code.UNREACHABLE),
        (SignedOut("Order", "expired"), Code.SIGNED_OUT),
        (Refused("Order", 422, "a rule"), Code.REFUSED),
    ],
)
async def test_what_certainly_was_not_sold_can_be_tried_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, error: Exception, told: Code
) -> None:
    await tendering(bench)
    ask = bench.client.orders.complete
    monkeypatch.setattr(bench.client.orders, "complete", AsyncMock(side_effect=error))
    bench.payment.exact()
    await until(lambda: code(bench) is told)
    assert bench.payment.state.phase is PaymentPhase.TENDERING
    assert bench.journal.open_intents(bench.client.address) == ()
    monkeypatch.setattr(bench.client.orders, "complete", ask)
    bench.payment.exact()
    await done(bench)


async def test_a_sales_rule_that_came_meanwhile_is_told_in_the_servers_words_and_can_be_mended(
    bench: Bench, rival: ConnectClient
) -> None:
    rule = DraftSalesRule("three", "small-first", "Threes", step=3)
    await tendering(bench, 1, 2)
    await rival.imports.sales_rules([rule], new_key())
    bench.payment.exact()
    await until(lambda: code(bench) is Code.REFUSED)
    notice = bench.payment.state.notice
    assert notice is not None
    assert notice.params["reason"] == ("The Tempest, Threes: 3 seats at a time, 2 are in the order")
    assert bench.payment.state.phase is PaymentPhase.TENDERING
    assert bench.journal.open_intents(bench.client.address) == ()
    bench.printer.print_summary.assert_not_awaited()
    assert bench.lines == [1, 2]
    bench.payment.cancel()
    await bench.take(3)
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    bench.payment.exact()
    await done(bench)


async def test_words_about_fields_are_told_where_the_summary_leaves_them_out(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tendering(bench)
    fields = (RefusedField("seats", "no companion alone"), RefusedField("seats", "input"))
    refused = Refused("Order", 422, "the input is not valid", fields=fields)
    monkeypatch.setattr(bench.client.orders, "complete", AsyncMock(side_effect=refused))
    bench.payment.exact()
    await until(lambda: code(bench) is Code.REFUSED)
    notice = bench.payment.state.notice
    assert notice is not None
    assert notice.params["reason"] == "the input is not valid; no companion alone"


async def test_a_conflict_takes_no_money_and_shows_what_is_left(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tendering(bench)
    gone = Refused("Order", 409, "the hold ran out and seats are gone")
    monkeypatch.setattr(bench.client.orders, "complete", AsyncMock(side_effect=gone))
    bench.payment.exact()
    await until(lambda: bench.payment.state.phase is PaymentPhase.CLOSED)
    assert [notice.code for notice in bench.told()] == [Code.REFUSED]
    bench.printer.print_summary.assert_not_awaited()
    await bench.idle()
    assert bench.lines == [1, 2]


@pytest.mark.parametrize("taken", [(2,), (1, 2)])
async def test_seats_that_went_while_it_was_paid_leave_an_order_that_can_be_filled(
    bench: Bench, stranger: ConnectClient, data: Path, taken: tuple[int, ...]
) -> None:
    """Unlike its own clock the server's says that the hold is over, and somebody has been quick."""
    await tendering(bench)
    order = bench.order.order
    assert order is not None
    store = Store(data)
    with store.selling() as connection:
        connection.execute(update(orders).where(orders.c.id == order.id).values(hold_till=1.0))
    store.close()
    wanted = [SeatRequest(EventId(1), SeatId(seat)) for seat in taken]
    await stranger.orders.reserve(None, wanted, new_key())
    bench.payment.exact()
    await until(lambda: bench.payment.state.phase is PaymentPhase.CLOSED)
    assert [notice.code for notice in bench.told()] == [Code.REFUSED]
    await bench.idle()
    assert bench.lines == [seat for seat in (1, 2) if seat not in taken]
    await bench.take(3)
    assert {cart.id for cart in [bench.order.order] if cart} == {order.id}
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    bench.payment.exact()
    await done(bench)
    sold = (await bench.client.orders.get(order.id)).places
    assert sorted(place.seat_id for place in sold) == [*({1, 2} - {*taken}), 3]


async def test_no_money_is_asked_for_an_order_that_is_lost(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    await bench.take(1)
    assert bench.order.order is not None
    await rival.orders.cancel(bench.order.order.id, new_key())
    bench.payment.open()
    await until(lambda: bench.order.state.order is None)
    await bench.idle()
    assert bench.payment.state.phase is PaymentPhase.CLOSED


async def test_no_money_is_asked_when_our_sum_is_not_the_servers(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    await bench.take(1)
    order = bench.order.order
    assert order is not None
    wrong = replace(order, total=euros("31.99"))
    monkeypatch.setattr(bench.client.orders, "get", AsyncMock(return_value=wrong))
    bench.payment.open()
    await until(lambda: bench.told())
    [notice] = bench.told()
    assert notice.code is Code.DOUBT_SUM
    assert (notice.params["ours"], notice.params["server"]) == (euros("32"), euros("31.99"))
    assert bench.payment.state.phase is PaymentPhase.CLOSED


async def test_a_broken_printer_does_not_touch_the_sale(bench: Bench, tmp_path: Path) -> None:
    bench.printer.print_summary.side_effect = PrintFailed("no printer is set up")
    await tendering(bench)
    bench.payment.exact()
    await done(bench)
    await until(lambda: code(bench) is Code.NOT_PRINTED)
    assert bench.payment.state.order_number
    bench.printer.print_summary.side_effect = None
    bench.payment.print_again()
    await until(lambda: code(bench) is Code.PRINTED)
    bench.printer.save_summary.return_value = tmp_path / "a.pdf"
    bench.payment.save_pdf(tmp_path / "a.pdf")
    await until(lambda: code(bench) is Code.SAVED)
    bench.payment.next_buyer()
    bench.payment.print_again()
    await until(lambda: bench.told())
    assert bench.told()[-1].code is Code.PRINTED
    assert bench.payment.state.phase is PaymentPhase.CLOSED


async def test_the_paper_may_come_after_the_next_buyer_has(bench: Bench) -> None:
    gate = asyncio.Event()

    async def slow(_: object) -> str:
        await gate.wait()
        return "Counter 1"

    bench.printer.print_summary.side_effect = slow
    await tendering(bench)
    bench.payment.exact()
    await done(bench)
    bench.payment.next_buyer()
    await bench.take(5)
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    gate.set()
    await until(lambda: bench.told())
    assert bench.payment.state.phase is PaymentPhase.TENDERING
    assert bench.payment.state.total == euros("32")


async def test_paying_waits_for_what_is_under_way(bench: Bench) -> None:
    bench.payment.open()
    await bench.open_event()
    bench.map.pick((SeatId(1),))
    bench.payment.open()
    await until(lambda: bench.lines == [1])
    await bench.idle()
    assert bench.payment.state.phase is PaymentPhase.CLOSED
