"""Sold orders found again: opened, given back, printed, exchanged; none of another counter."""

from __future__ import annotations

from typing import Any
from unittest.mock import AsyncMock

import pytest

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import OutcomeUnknown, Refused, Unreachable
from boxoffice.domain.ids import EventId, OrderId, Place, PriceTypeId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.sold_order import Fate
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.map.state import MapView
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.payment.state import PaymentPhase
from tests.presenters.conftest import Bench
from tests.service_fixture import CHILD, REDUCED
from tests.waiting import until


async def sell(bench: Bench, *seats: int) -> OrderId:
    """Sells seats at the till, and is ready for the next buyer."""
    if bench.board.plan is None:
        await bench.open_event()
    await bench.take(*seats)
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    bench.payment.exact()
    await until(lambda: bench.payment.state.phase is PaymentPhase.DONE)
    await bench.idle()
    number = OrderId(int(bench.payment.state.order_number))
    bench.payment.next_buyer()
    return number


def code(bench: Bench) -> Code | None:
    notice = bench.finder.state.notice
    return notice.code if notice else None


def fate_of(bench: Bench, number: OrderId) -> Fate | None:
    known = bench.record.get(bench.client.address, number)
    return known.fate if known else None


def code_of(notice: Notice | None) -> Code | None:
    return notice.code if notice else None


def place(seat: int) -> Place:
    return Place(EventId(1), SeatId(seat))


async def opened(bench: Bench, order_id: OrderId) -> None:
    bench.finder.open()
    bench.finder.choose(order_id)
    await until(lambda: bench.finder.state.opened is not None)
    await until(lambda: not bench.finder.state.is_loading)


async def test_an_order_is_found_by_number_external_id_seat_and_barcode(bench: Bench) -> None:
    number = await sell(bench, 1, 2)
    order = await bench.client.orders.get(number)
    [barcode, _] = [ticket.barcode for ticket in await bench.client.orders.tickets(number)]
    bench.finder.open()
    for text in (str(number), order.external_id, "A 2", barcode, ""):
        bench.finder.search(text)
        await until(lambda: [o.order_id for o in bench.finder.state.found] == [number])
    bench.finder.search("nobody")
    await until(lambda: bench.finder.state.found == ())


async def test_a_scan_opens_the_order_and_its_seats_light_up(bench: Bench) -> None:
    number = await sell(bench, 1, 2)
    [ticket, _] = await bench.client.orders.tickets(number)
    bench.finder.scan(ticket.barcode)
    await until(lambda: bench.finder.state.opened is not None)
    seen = bench.finder.state.opened
    assert seen is not None
    assert (seen.order.id, seen.on_map) == (number, True)
    bench.views[MapView].light.assert_called_with((1, 2))
    bench.finder.close()
    bench.finder.close()
    bench.views[MapView].light.assert_called_with(())
    bench.views[MapView].flash.assert_not_called()  # nothing was lost


async def test_the_seats_of_a_found_order_light_up_on_another_event_as_well(bench: Bench) -> None:
    number = await sell(bench, 1, 2)
    await bench.open_event(2)
    bench.finder.open()
    bench.finder.choose(number)
    await until(lambda: bench.finder.state.opened is not None)
    bench.views[MapView].light.assert_called_with(())
    await bench.open_event(1)
    bench.views[MapView].light.assert_called_with((1, 2))


async def test_a_void_ticket_that_is_scanned_is_called_so(bench: Bench) -> None:
    number = await sell(bench, 1, 2)
    tickets = await bench.client.orders.tickets(number)
    await bench.client.orders.release_seat(number, *place(1), new_key())
    for ticket in tickets:
        bench.finder.scan(ticket.barcode)
        await until(lambda: bench.finder.state.opened is not None)
        is_void = ticket.seat_id == 1
        expected = Notice.error(Code.TICKET_VOID, barcode=ticket.barcode) if is_void else None
        assert bench.finder.state.notice == expected
        bench.finder.close()
        bench.finder.close()


async def test_a_click_on_a_sold_seat_of_ours_opens_its_order(bench: Bench) -> None:
    number = await sell(bench, 1)
    await until(lambda: bench.state_of(1) is SeatState.SOLD)
    bench.map.pick((SeatId(1),))
    await until(lambda: bench.finder.state.opened is not None)
    assert bench.finder.state.opened is not None
    assert bench.finder.state.opened.order.id == number


async def test_the_seats_by_which_an_order_was_found_are_named(bench: Bench) -> None:
    """By a click, and by one scan after the other of the tickets that come back."""
    number = await sell(bench, 1, 2, 3)
    tickets = {t.seat_id: t for t in await bench.client.orders.tickets(number)}

    async def named() -> set[int]:
        await until(lambda: bench.finder.state.opened is not None)
        await until(lambda: not bench.finder.state.is_loading)
        opened = bench.finder.state.opened
        assert opened is not None
        return {int(place.seat_id) for place in opened.named}

    await until(lambda: bench.state_of(2) is SeatState.SOLD)
    bench.map.pick((SeatId(2),))
    assert await named() == {2}
    bench.finder.leave()
    for seat, expected in ((1, {1}), (3, {1, 3})):
        bench.finder.scan(tickets[SeatId(seat)].barcode)
        await until(lambda s=seat: bench.finder.state.scanned == tickets[s].barcode)  # type: ignore[misc]
        assert await named() == expected
    opened = bench.finder.state.opened
    assert opened is not None
    bench.finder.give_back(tuple(opened.named), PaymentKind.CASH)
    await until(lambda: Code.GIVEN_BACK in [n.code for n in (bench.finder.state.notice,) if n])
    assert await named() == set()
    bench.finder.open()
    bench.finder.choose(number)
    assert await named() == set()


async def test_a_sold_seat_that_is_not_ours_is_only_not_free(
    bench: Bench, stranger: ConnectClient
) -> None:
    other = await stranger.orders.reserve(None, [SeatRequest(EventId(1), SeatId(5))], new_key())
    paid = Payment(PaymentKind.CASH, other.total, other.total)
    await stranger.orders.complete(other.id, "BX-other", [paid], new_key())
    await bench.open_event()
    bench.map.pick((SeatId(5),))
    await until(lambda: Code.SEAT_NOT_FREE in [notice.code for notice in bench.told()])
    assert not bench.finder.state.is_shown


async def test_a_seat_is_given_back_and_then_the_rest(bench: Bench) -> None:
    number = await sell(bench, 1, 2)
    await opened(bench, number)
    bench.finder.give_back((place(1),), PaymentKind.CASH)
    bench.finder.give_back(
        (place(2),), PaymentKind.CASH
    )  # a second press while the first is under way
    await until(lambda: code(bench) is Code.GIVEN_BACK)
    notice = bench.finder.state.notice
    assert notice is not None
    assert notice.params["sum"] == Money.of("32", "EUR")
    assert notice.params["how"] is PaymentKind.CASH
    order = await bench.client.orders.get(number)
    assert [line.seat_id for line in order.lines] == [2]
    seen = bench.finder.state.opened
    assert seen is not None
    assert [ticket.is_valid for ticket in seen.tickets] == [False, True]
    await until(lambda: not bench.finder.state.is_busy)
    bench.finder.give_back((place(2),), PaymentKind.VOUCHER)
    await until(lambda: code(bench) is Code.ORDER_CANCELLED)
    assert (await bench.client.orders.get(number)).status is OrderStatus.CANCELLED
    [known] = bench.record.find(bench.client.address, str(number))
    assert known.fate is Fate.CANCELLED
    assert [(part.kind, part.amount) for part in known.returned] == [
        (PaymentKind.CASH, Money.of("32", "EUR")),
        (PaymentKind.VOUCHER, Money.of("32", "EUR")),
    ]
    assert known.operator == order.operator


async def test_a_lost_answer_is_asked_again_and_nothing_is_given_back_twice(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boxoffice.presenters import idempotency

    monkeypatch.setattr(idempotency.until_known, "__defaults__", ((0.01,) * 10,))
    number = await sell(bench, 1, 2)
    await opened(bench, number)
    release = bench.client.orders.release_seat

    async def lossy(*words: object) -> None:
        await release(*words)  # type: ignore[arg-type]
        if spy.await_count == 1:
            raise OutcomeUnknown("OrderSeat", "connection reset", key="")

    spy = AsyncMock(side_effect=lossy)
    monkeypatch.setattr(bench.client.orders, "release_seat", spy)
    bench.finder.give_back((place(1),), PaymentKind.CASH)
    await until(lambda: code(bench) is Code.GIVEN_BACK)
    assert spy.await_count == 2
    assert spy.await_args_list[0] == spy.await_args_list[1]
    assert (await bench.client.orders.get(number)).refunded == Money.of("32", "EUR")


async def test_what_stops_half_way_says_so_and_the_rest_can_be_gone_on_with(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await sell(bench, 1, 2, 3)
    await opened(bench, number)
    release = bench.client.orders.release_seat

    async def stops(order_id: OrderId, event_id: EventId, seat_id: SeatId, key: str) -> None:
        if seat_id == 2:
            raise Unreachable("OrderSeat", "no answer")
        await release(order_id, event_id, seat_id, key)

    monkeypatch.setattr(bench.client.orders, "release_seat", stops)
    bench.finder.give_back((place(1), place(2)), PaymentKind.CASH)
    await until(lambda: code(bench) is Code.UNREACHABLE and not bench.finder.state.is_busy)
    seen = bench.finder.state.opened
    assert seen is not None
    assert [row.line.seat_id for row in seen.rows] == [2, 3]
    monkeypatch.setattr(bench.client.orders, "release_seat", release)
    bench.finder.give_back((place(2),), PaymentKind.CASH)
    await until(lambda: code(bench) is Code.GIVEN_BACK)


async def test_an_order_that_is_not_ours_is_not_there(bench: Bench) -> None:
    bench.finder.open()
    bench.finder.search("999999")
    bench.finder.enter()
    await until(lambda: code(bench) is Code.ORDER_NOT_FOUND)
    bench.finder.search("no such thing")
    bench.finder.enter()
    await until(lambda: bench.finder.state.search == "no such thing")
    await until(lambda: code(bench) is Code.ORDER_NOT_FOUND)


async def test_a_refusal_is_told_in_the_servers_words(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await sell(bench, 1, 2)
    await opened(bench, number)
    refused = AsyncMock(side_effect=Refused("Order", 409, "too late to give back"))
    monkeypatch.setattr(bench.client.orders, "cancel", refused)
    bench.finder.give_back((place(1), place(2)), PaymentKind.CASH)
    await until(lambda: code(bench) is Code.REFUSED)
    notice = bench.finder.state.notice
    assert notice is not None
    assert notice.params["reason"] == "too late to give back"


async def test_a_copy_is_printed_with_all_that_is_known(bench: Bench) -> None:
    number = await sell(bench, 1)
    await opened(bench, number)
    bench.printer.print_summary.reset_mock()
    bench.finder.print_copy()
    await until(lambda: code(bench) is Code.PRINTED)
    [sale] = bench.printer.print_summary.await_args.args
    assert (sale.is_copy, sale.order.id, len(sale.rows)) == (True, number, 1)
    assert sale.payments[0].amount == Money.of("32", "EUR")
    assert sale.order.completed_at is not None


async def test_an_exchange_with_money_going_back(bench: Bench) -> None:
    number = await sell(bench, 1, 2)
    await opened(bench, number)
    bench.finder.exchange((place(1), place(2)))
    assert not bench.finder.state.is_shown
    assert bench.shown_events == []  # it is on the map already
    await bench.idle()
    await bench.take(5)
    assert bench.order.state.due == Money.of("-32", "EUR")
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    assert bench.payment.state.pays_out
    bench.payment.confirm()
    await until(lambda: bench.payment.state.phase is PaymentPhase.DONE)
    assert bench.payment.state.change == Money.of("32", "EUR")
    old = await bench.client.orders.get(number)
    assert (old.lines, old.refunded) == ((), Money.of("64", "EUR"))
    await until(lambda: bench.state_of(1) is SeatState.FREE)
    new = await bench.client.orders.get(OrderId(int(bench.payment.state.order_number)))
    assert (new.exchange_of, [line.seat_id for line in new.lines]) == (number, [5])
    await until(
        lambda: bench.record.find(bench.client.address, str(number))[0].fate is Fate.EXCHANGED
    )


async def test_an_exchange_with_money_to_pay_and_one_with_none(bench: Bench) -> None:
    number = await sell(bench, 1)
    await opened(bench, number)
    bench.finder.exchange(())
    await bench.idle()
    await bench.take(5, 6)
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    assert bench.payment.state.total == Money.of("32", "EUR")
    bench.payment.cancel()
    bench.order.give_back((place(6),))
    await until(lambda: bench.lines == [5])
    await bench.idle()
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    assert bench.payment.state.total == Money.of("0", "EUR")
    bench.payment.confirm()
    await until(lambda: bench.payment.state.phase is PaymentPhase.DONE)


async def test_a_seat_is_sold_anew_at_another_price_type(bench: Bench) -> None:
    number = await sell(bench, 1, 2)
    await opened(bench, number)
    bench.finder.sell_again((place(1),), PriceTypeId(CHILD))
    await until(lambda: bench.lines == [1])
    await bench.idle()
    state = bench.order.state
    assert not bench.finder.state.is_shown
    assert state.rows[0].line.price_type_id == CHILD
    assert state.due == Money.of("-21", "EUR")  # 11 in place of 32
    assert fate_of(bench, number) is Fate.EXCHANGING
    bench.payment.open()
    await until(lambda: bench.payment.state.phase is PaymentPhase.TENDERING)
    assert bench.payment.state.pays_out
    bench.payment.confirm()
    await until(lambda: bench.payment.state.phase is PaymentPhase.DONE)
    await bench.idle()
    assert bench.state_of(1) is SeatState.SOLD
    old = await bench.client.orders.get(number)
    new = await bench.client.orders.get(OrderId(int(bench.payment.state.order_number)))
    assert ([x.seat_id for x in old.lines], old.refunded) == ([2], Money.of("32", "EUR"))
    assert (new.exchange_of, new.total) == (number, Money.of("11", "EUR"))
    tickets = await bench.client.orders.tickets(number)
    assert [ticket.is_valid for ticket in tickets if ticket.seat_id == 1] == [False]
    # The other seat is still sold: a click on it opens the order.
    await until(lambda: fate_of(bench, number) is Fate.PARTLY_RETURNED)
    found = bench.record.at(bench.client.address, place(2))
    assert found is not None
    assert found.order_id == number


async def test_what_ends_while_a_seat_is_sold_anew_is_told_at_the_next_start(bench: Bench) -> None:
    number = await sell(bench, 1)
    await opened(bench, number)
    bench.finder.sell_again((place(1),), PriceTypeId(CHILD))
    await until(lambda: bench.lines == [1])
    await bench.idle()
    bench.sold.start()  # as another start does
    expected = Notice.warning(Code.EXCHANGE_UNFINISHED, order=str(number))
    await until(lambda: expected in bench.told())
    bench.tell.reset_mock()
    bench.sold.start()  # the one before died with it on the screen
    await until(lambda: expected in bench.told())
    bench.sold.end()
    await until(lambda: fate_of(bench, number) is Fate.PARTLY_RETURNED)
    bench.tell.reset_mock()
    bench.sold.start()
    await bench.idle()
    assert bench.told() == []


async def test_what_cannot_be_given_back_is_not_sold_anew(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await sell(bench, 1)
    await opened(bench, number)
    refused = AsyncMock(side_effect=Unreachable("OrderSeat", "refused"))
    monkeypatch.setattr(bench.client.orders, "release_seat", refused)
    bench.finder.sell_again((place(1),), PriceTypeId(CHILD))
    await until(lambda: code(bench) is Code.UNREACHABLE)
    await until(lambda: not bench.finder.state.is_busy)
    assert bench.order.exchange is None
    assert fate_of(bench, number) is Fate.SOLD


async def test_a_seat_that_is_given_up_instead_of_sold_anew_owes_the_buyer_its_price(
    bench: Bench,
) -> None:
    number = await sell(bench, 1)
    await opened(bench, number)
    bench.finder.sell_again((place(1),), PriceTypeId(CHILD))
    await until(lambda: bench.lines == [1])
    await bench.idle()
    bench.order.clear()
    await bench.idle()
    owed = Notice.warning(Code.RETURNED_UNSOLD, order=str(number), sum=Money.of("32", "EUR"))
    assert bench.order.state.notice == owed
    await until(lambda: fate_of(bench, number) is Fate.PARTLY_RETURNED)
    assert bench.order.exchange is None
    assert not bench.order.state.can_undo


async def test_a_rival_is_faster_than_a_seat_is_sold_anew(
    bench: Bench, rival: ConnectClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await sell(bench, 1)
    await opened(bench, number)
    release = bench.client.orders.release_seat

    async def released(*words: Any) -> None:
        await release(*words)
        await rival.orders.reserve(None, [SeatRequest(EventId(1), SeatId(1))], new_key())

    monkeypatch.setattr(bench.client.orders, "release_seat", released)
    bench.finder.sell_again((place(1),), PriceTypeId(REDUCED))
    await until(lambda: bench.order.state.notice is not None)
    await bench.idle()
    notice, exchange = bench.order.state.notice, bench.order.exchange
    assert notice is not None
    assert notice.code is Code.SEATS_LOST
    assert exchange is not None  # another seat can be taken in its place
    assert exchange.is_returned
    await bench.take(2)
    assert bench.order.state.due == Money.of("0", "EUR")
    bench.order.clear()
    await bench.idle()
    assert code_of(bench.order.state.notice) is Code.RETURNED_UNSOLD


async def test_one_step_back_at_a_time(bench: Bench) -> None:
    number = await sell(bench, 1)
    await opened(bench, number)
    await until(lambda: bool(bench.finder.state.found))
    bench.finder.close()
    assert (bench.finder.state.is_shown, bench.finder.state.opened) == (True, None)
    bench.finder.close()
    assert not bench.finder.state.is_shown
