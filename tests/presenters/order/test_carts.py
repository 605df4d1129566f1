"""What belongs to one order of several: its name, its hold, its steps; and a payment in between."""

from __future__ import annotations

import pytest

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import Unreachable
from boxoffice.domain.ids import CustomerId, EventId, OrderId, Place, PriceTypeId, SeatId
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.notices import Code
from boxoffice.presenters.order.state import ParkedRow
from tests.presenters.conftest import Bench
from tests.service_fixture import CHILD, FULL
from tests.waiting import until


def places(*seats: int) -> tuple[Place, ...]:
    return tuple(Place(EventId(1), SeatId(seat)) for seat in seats)


def code(bench: Bench) -> Code | None:
    notice = bench.order.state.notice
    return notice.code if notice else None


def alone(bench: Bench) -> list[str]:
    return [seat.number for seat in bench.order.state.left_alone]


async def rival_takes(rival: ConnectClient, *seats: int) -> None:
    wanted = [SeatRequest(EventId(1), SeatId(seat)) for seat in seats]
    await rival.orders.reserve(None, wanted, new_key())


async def test_a_name_goes_with_its_order(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.order.set_name("  the lady in red ")
    bench.order.park()
    assert bench.order.state.name == ""
    [row] = bench.order.state.parked
    assert row.name == "the lady in red"
    assert row.parked_at is not None
    assert row.parked_at.utcoffset() is not None
    bench.order.resume(0)
    assert bench.order.state.name == "the lady in red"
    await bench.idle()


async def test_while_it_is_paid_no_other_order_takes_its_place(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.order.park()
    await bench.take(5)
    bench.order.hold_on_screen(True)
    bench.order.park_or_resume()
    bench.order.resume(0)
    bench.order.give_back(places(1))
    await bench.idle()
    assert bench.lines == [5]
    bench.order.hold_on_screen(False)
    bench.order.resume(0)
    assert bench.lines == [1]
    await bench.idle()


async def test_parking_waits_for_a_payment_that_is_about_to_open(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.payment.open()
    bench.order.park()
    assert bench.lines == [1]
    await bench.idle()


async def test_the_hold_of_a_parked_order_is_renewed(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.order.park()
    await bench.take(5)
    bench.clock.seconds += 580
    await until(lambda: (bench.order.state.parked[0].hold_seconds or 999) <= 20)
    bench.order.keep_parked(0)
    await bench.idle()
    left = bench.order.state.parked[0].hold_seconds
    assert left is not None
    assert left > 590
    assert bench.lines == [5]
    assert bench.order.state.hold_seconds is not None
    assert bench.order.state.hold_seconds <= 20


async def test_no_hold_is_renewed_unasked(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    for more, left in ((585, 15), (5, 10)):
        bench.clock.seconds += more
        await until(lambda most=left: (bench.order.state.hold_seconds or 999) <= most)  # type: ignore[misc]


async def test_a_parked_hold_that_ran_out_is_told_by_name(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.order.set_name("Schmidt")
    assert bench.order.order is not None
    parked = bench.order.order.id
    bench.order.park()
    await bench.take(5)
    await rival.orders.cancel(parked, new_key())
    bench.clock.seconds += 10_000
    await until(lambda: not bench.order.state.parked)
    await until(lambda: code(bench) is Code.PARKED_EXPIRED)
    assert bench.order.state.notice is not None
    row = bench.order.state.notice.params["order"]
    assert isinstance(row, ParkedRow)
    assert (row.name, row.first) == ("Schmidt", SeatName("Stalls", "A", "1"))


async def test_the_last_seat_that_was_given_back_comes_back_with_its_buyer(bench: Bench) -> None:
    ada = Customer(CustomerId(7), NewCustomer("Ada", "Lovelace"))
    await bench.open_event()
    await bench.take(1)
    bench.order.set_customer(ada)
    bench.order.give_back(places(1))
    await until(lambda: bench.order.order is None)
    await bench.idle()
    assert bench.state_of(1) is SeatState.FREE
    assert bench.order.state.can_undo
    bench.order.undo()
    await until(lambda: bench.lines == [1])
    await bench.idle()
    assert bench.order.state.customer == ada


async def test_clearing_forgets_the_buyer_and_can_be_undone(bench: Bench) -> None:
    ada = Customer(CustomerId(7), NewCustomer("Ada", "Lovelace"))
    await bench.open_event()
    await bench.take(1, 2)
    bench.order.set_price_type(places(2), PriceTypeId(CHILD))
    bench.order.set_customer(ada)
    await bench.idle()
    bench.order.clear()
    await bench.idle()
    state = bench.order.state
    assert (state.customer, state.order) == (None, None)
    assert state.can_undo
    bench.order.undo()
    await until(lambda: bench.lines == [1, 2])
    await bench.idle()
    state = bench.order.state
    assert state.customer == ada
    assert [row.line.price_type_id for row in state.rows] == [FULL, CHILD]


async def test_what_was_cleared_is_the_next_buyers_no_more(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.order.clear()
    await bench.idle()
    await bench.take(5)
    bench.order.undo()
    await until(lambda: bench.order.order is None)
    await bench.idle()
    assert not bench.order.state.can_undo


async def test_a_seat_that_somebody_took_meanwhile_is_named_when_its_removal_is_undone(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    await bench.take(1, 2, 3)
    bench.order.give_back(places(1, 2))
    await until(lambda: bench.lines == [3])
    await bench.idle()
    await rival_takes(rival, 1)
    bench.order.undo()
    await until(lambda: sorted(bench.lines) == [2, 3])
    await bench.idle()
    assert code(bench) is Code.SEATS_LOST
    assert bench.order.state.notice is not None
    assert bench.order.state.notice.params["seats"] == (SeatName("Stalls", "A", "1"),)


async def test_an_undo_without_a_server_can_be_asked_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.order.give_back(places(1))
    await bench.idle()

    async def away(*_: object) -> None:
        raise Unreachable("ReserveSeat", "refused")

    with monkeypatch.context() as gone:
        gone.setattr(bench.client.orders, "reserve", away)
        bench.order.undo()
        await bench.idle()
    assert code(bench) is Code.UNREACHABLE
    assert bench.state_of(1) is not SeatState.PENDING
    bench.order.undo()
    await until(lambda: sorted(bench.lines) == [1, 2])
    await bench.idle()


async def test_a_gap_that_the_clerk_leaves_knowingly_is_told_no_more(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(2)
    assert alone(bench) == ["1"]
    bench.order.accept_gaps()
    assert alone(bench) == []
    bench.order.park()
    bench.order.resume(0)
    await bench.idle()
    assert alone(bench) == []
    await bench.take(4)
    assert alone(bench) == ["3"]


async def test_seats_like_lost_ones_are_offered_while_their_event_is_on_the_map(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    bench.tasks.stop("map")
    await rival_takes(rival, 2)
    bench.map.pick((SeatId(2),))
    await until(lambda: bool(bench.order.state.instead))
    await bench.idle()
    await bench.open_event(2)
    bench.order.set_name("")
    assert bench.order.state.instead == ()


async def test_an_exchange_without_new_seats_is_not_dropped_for_a_parked_order(
    bench: Bench,
) -> None:
    await bench.open_event()
    await bench.take(1)
    line = bench.order.state.rows[0].line
    exchange = Exchange(OrderId(99), (line,))
    bench.order.begin_exchange(exchange, dict(bench.order.offers))
    await bench.idle()
    bench.order.park_or_resume()
    await bench.idle()
    assert (bench.order.state.exchange, code(bench)) == (exchange, Code.EXCHANGE_OPEN)
    bench.order.clear()
    await bench.idle()
    assert (bench.order.state.exchange, bench.lines) == (None, [])
    bench.order.park_or_resume()
    assert bench.lines == [1]
    await bench.idle()


async def test_a_click_right_after_clearing_gets_a_line_with_all_its_words(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.order.clear()
    bench.map.pick((SeatId(5),))
    await until(lambda: bench.lines == [5])
    await bench.idle()
    [row] = bench.order.state.rows
    assert row.event is not None
    assert len(row.price_types) == 3


async def test_an_order_that_was_lost_keeps_its_buyer_when_the_seat_is_taken_anew(
    bench: Bench, rival: ConnectClient
) -> None:
    ada = Customer(CustomerId(7), NewCustomer("Ada", "Lovelace"))
    await bench.open_event()
    await bench.take(1)
    bench.order.set_customer(ada)
    assert bench.order.order is not None
    await rival.orders.cancel(bench.order.order.id, new_key())
    bench.map.pick((SeatId(5),))
    await until(lambda: bench.lines == [5])
    await bench.idle()
    assert bench.order.state.customer == ada
    assert bench.order.state.rows[0].event is not None
