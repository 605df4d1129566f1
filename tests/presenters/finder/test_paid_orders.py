"""What is paid stays as it is: nobody changes it, its hold goes on, and where it is lost all the
same nothing is sold, and its seats can be had again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from unittest.mock import AsyncMock

import pytest

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import Refused, Unreachable
from boxoffice.domain.ids import CustomerId, EventId, Place, PriceTypeId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.notices import Code
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState
from tests.presenters.conftest import Bench
from tests.service_fixture import REDUCED
from tests.waiting import until

ADA = Customer(CustomerId(7), NewCustomer("Ada", "Lovelace"))


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


def state(bench: Bench) -> PaymentState:
    return bench.payment.state


def code(bench: Bench) -> Code | None:
    notice = state(bench).notice
    return notice.code if notice else None


def place(seat: int) -> Place:
    return Place(EventId(1), SeatId(seat))


async def tendering(bench: Bench, *seats: int) -> None:
    await bench.open_event()
    await bench.take(*(seats or (1, 2)))
    await open_till(bench)


async def open_till(bench: Bench) -> None:
    bench.payment.open()
    await until(lambda: state(bench).phase is PaymentPhase.TENDERING)
    await bench.idle()


def give(bench: Bench, amount: str) -> None:
    bench.payment.choose(PaymentKind.CARD)
    bench.payment.type_amount(amount)
    bench.payment.type_reference("T-1")
    bench.payment.add_part()


async def lose(bench: Bench, rival: ConnectClient, *taken: int) -> None:
    """The hold is gone, and somebody else has some of its seats."""
    assert bench.order.order is not None
    await rival.orders.cancel(bench.order.order.id, new_key())
    if taken:
        wanted = [SeatRequest(EventId(1), SeatId(seat)) for seat in taken]
        await rival.orders.reserve(None, wanted, new_key())
    await bench.order.reload()
    await bench.idle()


# --- nobody changes it ---

CHANGES: dict[str, Callable[[Bench], object]] = {
    "a seat": lambda bench: bench.map.pick((SeatId(5),)),
    "its own seat": lambda bench: bench.map.pick((SeatId(1),)),
    "best seats": lambda bench: bench.map.take_best(BestSeats(2)),
    "given back": lambda bench: bench.order.give_back((place(1),)),
    "price type": lambda bench: bench.order.set_price_type((place(1),), PriceTypeId(REDUCED)),
    "cleared": lambda bench: bench.order.clear(),
    "undone": lambda bench: bench.order.undo(),
    "parked": lambda bench: bench.order.park_or_resume(),
    "resumed": lambda bench: bench.order.resume(0),
    "a parked seat": lambda bench: bench.order.give_back((place(7),)),
    "an exchange": lambda bench: bench.order.begin_exchange(exchange_of(bench), {}),
    "instead": lambda bench: bench.order.take_instead(),
}


def exchange_of(bench: Bench) -> Exchange:
    assert bench.order.order is not None
    return Exchange(bench.order.order.id, bench.order.order.lines)


@pytest.mark.parametrize("name", CHANGES)
async def test_who_wants_to_change_it_is_asked_to_leave_the_payment(
    bench: Bench, rival: ConnectClient, name: str
) -> None:
    await bench.open_event()
    await bench.take(7)
    bench.order.park()
    await tendering(bench)
    assert bench.order.order is not None
    before, shown = bench.order.order, bench.order.state
    CHANGES[name](bench)
    await bench.idle()
    assert (state(bench).asks_to_leave, code(bench)) == (True, Code.LEAVE_FIRST)
    assert (bench.order.order, bench.order.state.parked) == (before, shown.parked)
    assert bench.order.state.exchange is None
    assert (await rival.orders.get(before.id)).lines == before.lines
    assert bench.state_of(5) is SeatState.FREE
    bench.payment.stay()
    assert (state(bench).asks_to_leave, code(bench)) == (False, None)
    bench.payment.exact()
    await until(lambda: state(bench).phase is PaymentPhase.DONE)
    bench.payment.next_buyer()
    await bench.take(5)


async def test_a_click_that_was_on_its_way_is_no_part_of_what_is_paid(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.payment.open()
    bench.map.pick((SeatId(5),))
    await until(lambda: state(bench).phase is PaymentPhase.TENDERING)
    await until(lambda: bench.state_of(5) is SeatState.FREE)
    await bench.idle()
    assert bench.lines == [1]
    assert not bench.order.state.pending


async def test_back_to_the_order_leaves_at_the_second_press_whatever_is_told(
    bench: Bench, rival: ConnectClient
) -> None:
    await tendering(bench)
    give(bench, "20")
    order = bench.order.order
    assert order is not None
    types = rival.orders.set_price_type
    await types(order.id, EventId(1), SeatId(1), PriceTypeId(REDUCED), new_key())
    await bench.order.reload()
    assert code(bench) is Code.PRICE_CHANGED
    bench.payment.cancel()
    assert (state(bench).phase, code(bench)) == (PaymentPhase.TENDERING, Code.PARTS_TAKEN)
    await types(order.id, EventId(1), SeatId(2), PriceTypeId(REDUCED), new_key())
    await bench.order.reload()
    bench.payment.cancel()
    assert state(bench).phase is PaymentPhase.CLOSED
    [notice] = bench.told()
    assert (notice.code, notice.params["amount"]) == (Code.GIVE_BACK, euros("20"))


# --- its hold ---


async def test_the_hold_goes_on_while_somebody_is_there(bench: Bench) -> None:
    await tendering(bench)
    for _ in range(8):
        bench.clock.seconds += 170
        bench.order.note_activity()
        await until(lambda: (state(bench).hold_seconds or 0) > 300)
        assert state(bench).is_kept
    assert bench.lines == [1, 2]


async def test_three_minutes_after_the_last_key_it_does_not(bench: Bench) -> None:
    await tendering(bench)
    spy = AsyncMock(wraps=bench.client.orders.set_price_type)
    bench.client.orders.set_price_type = spy  # type: ignore[method-assign]
    for more, left in ((181, 419), (200, 219), (170, 49)):
        bench.clock.seconds += more
        await until(lambda most=left: (state(bench).hold_seconds or 999) <= most)  # type: ignore[misc]
        assert not state(bench).is_kept
    spy.assert_not_awaited()
    bench.order.note_activity()
    await until(lambda: (state(bench).hold_seconds or 0) > 590)
    assert state(bench).is_kept


async def test_a_server_that_is_away_does_not_hold_up_the_payment(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tendering(bench)
    renew = bench.client.orders.set_price_type
    away = AsyncMock(side_effect=Unreachable("Order", "connection refused"))
    monkeypatch.setattr(bench.client.orders, "set_price_type", away)
    bench.clock.seconds += 310
    bench.order.note_activity()
    await until(lambda: away.await_count == 1)
    assert state(bench).can_confirm
    assert bench.told() == []
    monkeypatch.setattr(bench.client.orders, "set_price_type", renew)
    bench.clock.seconds += 6
    await until(lambda: (state(bench).hold_seconds or 0) > 590)


async def test_a_machine_that_slept_sells_nothing_before_it_was_looked_at(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty minutes later the hold is taken for lost; the server knows better here."""
    await tendering(bench)
    order, look = bench.order.order, bench.client.orders.get
    assert order is not None
    away = AsyncMock(side_effect=Unreachable("Order", "no route"))
    monkeypatch.setattr(bench.client.orders, "get", away)
    bench.clock.seconds += 1200
    await until(lambda: state(bench).hold_seconds == 0)
    assert not state(bench).can_confirm
    bench.payment.exact()
    assert state(bench).phase is PaymentPhase.TENDERING
    assert code(bench) in (Code.HOLD_CHECKED, Code.ORDER_BUSY)
    expired = replace(order, status=OrderStatus.EXPIRED)
    monkeypatch.setattr(bench.client.orders, "get", AsyncMock(return_value=expired))
    await until(lambda: state(bench).phase is PaymentPhase.LOST)
    monkeypatch.setattr(bench.client.orders, "get", look)


# --- it is lost all the same ---


async def test_lost_seats_are_named_and_taken_again_with_all_that_was_known(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    details = ADA.details
    ada = Customer(await rival.customers.add(details, new_key()), details)
    bench.order.set_customer(ada)
    bench.order.set_name("the lady in red")
    bench.order.set_price_type((place(2),), PriceTypeId(REDUCED))
    await bench.idle()
    await open_till(bench)
    give(bench, "20")
    total = state(bench).total
    await lose(bench, rival)
    assert (state(bench).phase, state(bench).total) == (PaymentPhase.LOST, total)
    assert [row.line.seat_id for row in state(bench).rows] == [1, 2]
    bench.payment.confirm()
    bench.payment.exact()
    assert state(bench).phase is PaymentPhase.LOST
    bench.payment.take_again()
    bench.payment.take_again()
    await until(lambda: state(bench).phase is PaymentPhase.TENDERING)
    await bench.idle()
    assert [part.amount for part in state(bench).parts] == [euros("20")]
    assert (state(bench).total, state(bench).changed) == (total, None)
    shown = bench.order.state
    assert (shown.customer, shown.name, shown.lost) == (ada, "the lady in red", ())
    assert [row.line.price_type_id for row in shown.rows][1] == REDUCED
    bench.payment.exact()
    await until(lambda: state(bench).phase is PaymentPhase.DONE)
    assert bench.payment.last is not None
    assert bench.payment.last.payments[0].amount == euros("20")
    assert bench.told() == []


async def test_where_some_are_gone_the_parts_go_back_and_the_rest_is_kept(
    bench: Bench, rival: ConnectClient
) -> None:
    await tendering(bench)
    give(bench, "20")
    await lose(bench, rival, 2)
    bench.payment.take_again()
    await until(lambda: state(bench).phase is PaymentPhase.CLOSED)
    await bench.idle()
    assert bench.lines == [1]
    [notice] = bench.told()
    assert (notice.code, notice.params["amount"]) == (Code.GIVE_BACK, euros("20"))
    told = bench.order.state.notice
    assert told is not None
    assert (told.code, told.params["seats"]) == (Code.SEATS_LOST, (SeatName("Stalls", "A", "2"),))
    await bench.take(5)


async def test_where_all_are_gone_nothing_is_left_to_pay(
    bench: Bench, rival: ConnectClient
) -> None:
    await tendering(bench)
    await lose(bench, rival, 1, 2)
    bench.payment.take_again()
    await until(lambda: state(bench).phase is PaymentPhase.CLOSED)
    await bench.idle()
    assert bench.order.state.order is None
    assert bench.order.state.lost == ()
    assert bench.order.state.notice is not None
    assert bench.order.state.notice.code is Code.SEATS_GONE
    await bench.take(5)


async def test_what_the_server_refuses_for_its_hold_takes_no_money(
    bench: Bench, rival: ConnectClient
) -> None:
    await tendering(bench)
    give(bench, "20")
    assert bench.order.order is not None
    await rival.orders.cancel(bench.order.order.id, new_key())
    bench.payment.exact()
    await until(lambda: state(bench).phase is PaymentPhase.LOST)
    assert bench.journal.open_intents(bench.client.address) == ()
    bench.printer.print_summary.assert_not_awaited()
    bench.payment.cancel()
    assert state(bench).phase is PaymentPhase.CLOSED
    assert [notice.code for notice in bench.told()] == [Code.GIVE_BACK]
    [row] = bench.order.state.lost
    bench.order.take_lost(row.order_id)
    await until(lambda: bench.lines == [1, 2])
    await bench.idle()
    assert bench.order.state.lost == ()


async def test_a_server_that_is_away_can_be_asked_again(
    bench: Bench, rival: ConnectClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tendering(bench)
    await lose(bench, rival)
    reserve = bench.client.orders.reserve
    away = AsyncMock(side_effect=Unreachable("Order", "no route"))
    monkeypatch.setattr(bench.client.orders, "reserve", away)
    bench.payment.take_again()
    await until(lambda: code(bench) is Code.UNREACHABLE)
    assert (state(bench).phase, state(bench).is_busy) == (PaymentPhase.LOST, False)
    monkeypatch.setattr(bench.client.orders, "reserve", reserve)
    bench.payment.take_again()
    await until(lambda: state(bench).phase is PaymentPhase.TENDERING)


async def test_parked_orders_and_the_one_on_screen_can_be_had_again(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    await bench.take(7)
    bench.order.set_name("Schmidt")
    assert bench.order.order is not None
    parked = bench.order.order.id
    bench.order.park()
    await bench.take(1, 2)
    await rival.orders.cancel(parked, new_key())
    bench.order.resume(0)
    await until(lambda: len(bench.order.state.lost) == 1)
    [row] = bench.order.state.lost
    assert (row.name, row.seats) == ("Schmidt", (("The Tempest", (SeatName("Stalls", "A", "7"),)),))
    await bench.idle()
    bench.order.resume(0)
    await bench.idle()
    assert bench.lines == [1, 2]
    bench.order.take_lost(row.order_id)
    await until(lambda: bench.lines == [7])
    await bench.idle()
    assert (bench.order.state.name, bench.order.state.lost) == ("Schmidt", ())
    assert [each.count for each in bench.order.state.parked] == [2]


async def test_an_order_that_the_server_knows_no_more_is_lost_too(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    await bench.take(1)
    unknown = AsyncMock(side_effect=Refused("Order", 404, "no such order"))
    with monkeypatch.context() as patch:
        patch.setattr(bench.client.orders, "get", unknown)
        assert await bench.order.renew() is None
    [row] = bench.order.state.lost
    bench.order.forget_lost(row.order_id)
    assert bench.order.state.lost == ()
