"""Several orders: one on screen, others parked with their holds running."""

from __future__ import annotations

from dataclasses import replace

from boxoffice.connect.client import ConnectClient, new_key
from boxoffice.domain.ids import CustomerId, EventId, OrderId, Place, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.presenters.notices import Code
from tests.presenters.conftest import Bench
from tests.waiting import until


def order_id(bench: Bench) -> OrderId:
    order = bench.order.order
    assert order is not None
    return order.id


async def test_an_order_is_parked_another_sold_and_the_first_resumed(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    first = order_id(bench)
    bench.order.park_or_resume()
    assert bench.lines == []
    [row] = bench.order.state.parked
    assert (row.order_id, row.count, row.first.number) == (first, 2, "1")
    assert bench.state_of(1) is SeatState.MINE  # nobody else gets it, and the map says so
    await bench.take(5)
    assert order_id(bench) != first
    bench.order.resume(0)
    assert bench.lines == [1, 2]  # at once, before the server has said anything
    [other] = bench.order.state.parked
    assert other.count == 1
    await bench.idle()
    assert order_id(bench) == first


async def test_a_click_that_is_still_on_its_way_goes_with_the_order_it_was_made_for(
    bench: Bench,
) -> None:
    await bench.open_event()
    bench.map.pick((SeatId(1),))
    bench.order.park()
    bench.map.pick((SeatId(5),))
    await until(lambda: bench.lines == [5])
    await bench.idle()
    [row] = bench.order.state.parked
    assert row.first.number == "1"


async def test_a_click_on_a_parked_seat_brings_its_order_back(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.order.park()
    bench.map.pick((SeatId(1),))
    await bench.idle()
    assert bench.lines == [1]
    assert bench.order.state.parked == ()


async def test_without_anything_parked_it_says_so(bench: Bench) -> None:
    bench.order.park_or_resume()
    notice = bench.order.state.notice
    assert notice is not None
    assert notice.code is Code.NOTHING_PARKED


async def test_a_parked_hold_that_runs_out_is_named_and_its_seats_are_free(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    await bench.take(1)
    parked = order_id(bench)
    bench.order.park()
    await bench.take(5)
    await rival.orders.cancel(parked, new_key())  # as the server's clock does
    bench.clock.seconds += 10_000
    await until(lambda: not bench.order.state.parked)
    await until(lambda: bench.order.state.notice is not None)
    assert bench.state_of(1) is not SeatState.MINE


async def test_all_parked_orders_are_given_back(bench: Bench, rival: ConnectClient) -> None:
    await bench.open_event()
    ids = []
    for seat in (1, 5):
        await bench.take(seat)
        ids.append(order_id(bench))
        bench.order.park()
    bench.order.clear_parked()
    await bench.idle()
    assert bench.order.state.parked == ()
    assert [(await rival.orders.get(id_)).status for id_ in ids] == [OrderStatus.CANCELLED] * 2


async def test_the_buyer_goes_with_the_order(bench: Bench) -> None:
    ada = Customer(CustomerId(7), NewCustomer("Ada", "Lovelace"))
    await bench.open_event()
    await bench.take(1)
    bench.order.set_customer(ada)
    bench.order.park()
    assert bench.order.state.customer is None
    assert bench.order.state.parked[0].buyer == "Ada Lovelace"
    bench.order.park_or_resume()
    await bench.idle()
    assert bench.order.state.customer == ada


async def test_the_hold_begins_again_when_the_clerk_keeps_the_seats(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    bench.clock.seconds += 580
    bench.order.keep()
    await bench.idle()
    left = bench.order.state.hold_seconds
    assert left is not None
    assert left > 590


async def test_undo_takes_again_what_was_given_back_and_undoes_a_price_type(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    line = bench.order.state.rows[0].line
    others = [t.id for t in bench.order.state.rows[0].price_types if t.id != line.price_type_id]
    bench.order.set_price_type((line.place,), others[0])
    await bench.idle()
    bench.order.give_back((line.place,))
    await until(lambda: bench.lines == [2])
    await bench.idle()
    bench.order.undo()
    await until(lambda: sorted(bench.lines) == [1, 2])
    await bench.idle()
    again = {row.line.seat_id: row.line.price_type_id for row in bench.order.state.rows}
    assert again[SeatId(1)] == others[0]
    bench.order.undo()
    await bench.idle()
    types = {row.line.seat_id: row.line.price_type_id for row in bench.order.state.rows}
    assert types[SeatId(1)] == line.price_type_id
    bench.order.undo()
    await until(lambda: bench.order.order is None)


async def test_an_exchange_tells_what_is_due_and_parks_what_was_there(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    whole = bench.order.order
    assert whole is not None
    paid = Payment(PaymentKind.CASH, whole.total, whole.total)
    sold = (await bench.seller.sell(whole, (paid,), print, offers={})).order
    bench.order.finish()
    await bench.take(9)
    bench.order.begin_exchange(Exchange(sold.id, sold.lines), dict(bench.order.offers))
    await bench.idle()
    assert len(bench.order.state.parked) == 1
    await bench.take(3)
    state = bench.order.state
    assert (state.exchange, state.due) == (Exchange(sold.id, sold.lines), Money.of("-32", "EUR"))


async def test_a_lost_seat_is_replaced_by_the_nearest_like_it(
    bench: Bench, rival: ConnectClient
) -> None:
    from tests.presenters.order.test_order import take

    await bench.open_event()
    bench.tasks.stop("map")  # the map does not hear of it
    await take(rival, 2)
    bench.map.pick((SeatId(2),))
    await until(lambda: bool(bench.order.state.instead))
    await bench.idle()
    [offered] = bench.order.state.instead
    assert (offered.row, offered.number) in {("A", "1"), ("A", "3")}
    bench.order.take_instead()
    await until(lambda: len(bench.lines) == 1)
    assert bench.order.state.instead == ()
    assert replace(bench.order.state, rows=()).notice is None


async def test_nothing_is_taken_instead_in_another_event(
    bench: Bench, rival: ConnectClient
) -> None:
    from tests.presenters.order.test_order import take

    await bench.open_event()
    bench.tasks.stop("map")
    await take(rival, 2)
    bench.map.pick((SeatId(2),))
    await until(lambda: bool(bench.order.state.instead))
    await bench.idle()
    await bench.open_event(2)
    bench.order.take_instead()
    await bench.idle()
    assert bench.lines == []
    assert Place(EventId(2), SeatId(1)) not in [row.line.place for row in bench.order.state.rows]
