from __future__ import annotations

from dataclasses import replace
from unittest.mock import AsyncMock

import pytest

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import OutcomeUnknown, Refused, SignedOut, Unreachable
from boxoffice.domain.catalogue import EventStatus
from boxoffice.domain.ids import AreaId, EventId, Place, PriceTypeId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.presenters import idempotency
from boxoffice.presenters.map.state import MapView
from boxoffice.presenters.notices import Code, Notice
from tests.presenters.conftest import Bench
from tests.service_fixture import CHILD, FLOOR
from tests.waiting import until

ORDER_CALLS = ("reserve", "reserve_best", "release_seat", "set_price_type", "cancel")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idempotency.until_known, "__defaults__", ((0.01,) * 10,))


def places(*seats: int, event: int = 1) -> tuple[Place, ...]:
    return tuple(Place(EventId(event), SeatId(seat)) for seat in seats)


def code(bench: Bench) -> Code | None:
    notice = bench.order.state.notice
    return notice.code if notice else None


def called_off(bench: Bench) -> list[int]:
    """The cancelled events of the order; nothing can be paid while there are any."""
    state = bench.order.state
    assert not (state.can_pay and state.called_off)
    return [event.id for event in state.called_off]


async def take(counter: ConnectClient, *seats: int) -> None:
    wanted = [SeatRequest(EventId(1), SeatId(seat)) for seat in seats]
    await counter.orders.reserve(None, wanted, new_key())


def lose_answer(bench: Bench, monkeypatch: pytest.MonkeyPatch, call: str) -> AsyncMock:
    """The server does as it is told, but its first answer is lost."""
    ask = getattr(bench.client.orders, call)

    async def asked(*words: object, **more: object) -> object:
        answer = await ask(*words, **more)
        if spy.await_count == 1:
            raise OutcomeUnknown(call, "connection reset", key=str(words[-1]))
        return answer

    spy = AsyncMock(side_effect=asked)
    monkeypatch.setattr(bench.client.orders, call, spy)
    return spy


async def test_clicks_close_together_are_one_request(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    spy = AsyncMock(wraps=bench.client.orders.reserve)
    monkeypatch.setattr(bench.client.orders, "reserve", spy)
    for seat in (1, 2, 3):
        bench.map.pick((SeatId(seat),))
    assert [name.number for name in bench.order.state.pending] == ["1", "2", "3"]
    assert bench.order.state.is_busy
    assert not bench.order.state.can_pay
    await until(lambda: len(bench.lines) == 3)
    await bench.idle()
    assert spy.await_count == 1
    state = bench.order.state
    assert (state.pending, state.can_pay, state.can_undo) == ((), True, True)
    assert state.totals is not None
    assert state.totals.total == Money.of("96.00", "EUR")
    assert state.hold_seconds is not None
    assert 580 < state.hold_seconds <= 600


async def test_a_lost_seat_is_named_flashes_and_the_rest_is_kept(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    await take(rival, 2)
    bench.board.apply(await rival.seats.status(EventId(2)))  # not of this event: changes nothing
    for seat in (1, 2, 3):
        bench.order.take(bench.board.offer, (SeatId(seat),))  # type: ignore[arg-type]
    await until(lambda: bench.lines == [1, 3])
    await bench.idle()
    notice = bench.order.state.notice
    assert notice is not None
    assert notice.code is Code.SEATS_LOST
    assert [(n.row, n.number) for n in notice.params["seats"]] == [("A", "2")]  # type: ignore[attr-defined]
    bench.views[MapView].flash.assert_called_once_with((2,))
    assert bench.state_of(2) is not SeatState.MINE


async def test_undo_gives_back_what_was_taken_last(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    await bench.take(2, 3)
    bench.order.undo()
    await until(lambda: bench.lines == [1])
    await bench.idle()
    bench.order.undo()
    await until(lambda: bench.order.state.order is None)
    assert bench.state_of(1) is SeatState.FREE
    bench.order.undo()
    assert not bench.order.state.is_busy


async def test_undo_after_a_seat_of_it_was_given_back(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    await bench.take(2, 3)
    bench.order.give_back(places(3))
    await until(lambda: bench.lines == [1, 2])
    await bench.idle()
    bench.order.undo()
    await until(lambda: sorted(bench.lines) == [1, 2, 3])
    await bench.idle()
    bench.order.undo()
    await until(lambda: bench.lines == [1])


async def test_price_types_one_and_all(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.order.set_price_type(places(2), PriceTypeId(CHILD))
    await bench.idle()
    assert bench.order.state.order is not None
    assert bench.order.state.order.total == Money.of("43.00", "EUR")
    bench.order.set_price_type(places(1, 2), PriceTypeId(CHILD))
    await bench.idle()
    assert bench.order.state.order.total == Money.of("22.00", "EUR")
    assert [t.name for t in bench.order.state.rows[0].price_types] == [
        "Full price",
        "Reduced",
        "Child",
    ]


async def test_the_same_seat_on_two_evenings(bench: Bench) -> None:
    await bench.open_event(2)
    seat = next(s for s in range(1, 30) if bench.state_of(s) is SeatState.FREE)
    await bench.take(seat)
    await bench.open_event(1)
    assert bench.state_of(seat) is SeatState.FREE
    await bench.take(seat)
    assert bench.lines == [seat, seat]
    bench.order.give_back(places(seat))
    await until(lambda: len(bench.lines) == 1)
    assert bench.order.state.rows[0].line.event_id == 2
    assert bench.order.state.rows[0].starts_at is not None


async def test_an_event_in_another_currency_does_not_join(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    offer = bench.board.offer
    assert offer is not None
    swiss = replace(offer, event=replace(offer.event, currency="CHF"))
    bench.order.take(swiss, (SeatId(2),))
    assert code(bench) is Code.ONE_CURRENCY
    bench.order.take_best(swiss, BestSeats(2))
    assert bench.lines == [1]


async def test_a_seat_without_a_price_is_not_taken(bench: Bench) -> None:
    await bench.open_event()
    offer = bench.board.offer
    assert offer is not None
    free = replace(offer, price_list=replace(offer.price_list, prices={}))
    bench.order.take(free, (SeatId(2),))
    assert code(bench) is Code.NO_PRICE
    assert not bench.order.state.is_busy
    assert bench.state_of(2) is SeatState.FREE


async def test_more_standing_places_than_there_are(bench: Bench) -> None:
    await bench.open_event()
    bench.map.take_standing(AreaId(FLOOR), 21)
    await until(lambda: code(bench) is Code.NO_BEST_SEATS)
    await bench.idle()
    assert bench.lines == []


@pytest.mark.parametrize("call", ORDER_CALLS)
async def test_a_lost_answer_is_asked_for_again_with_the_same_key(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    await bench.open_event()
    if call != "reserve":
        await bench.take(1, 2)
    spy = lose_answer(bench, monkeypatch, call)
    act = {
        "reserve": lambda: bench.map.pick((SeatId(5),)),
        "reserve_best": lambda: bench.map.take_best(BestSeats(2)),
        "release_seat": lambda: bench.order.give_back(places(1)),
        "set_price_type": lambda: bench.order.set_price_type(places(1), PriceTypeId(CHILD)),
        "cancel": bench.order.clear,
    }
    act[call]()
    await until(lambda: spy.await_count == 2)
    await bench.idle()
    keys = {awaited.args[-1] for awaited in spy.await_args_list}
    assert len(keys) == 1
    left = {"reserve": 1, "reserve_best": 4, "release_seat": 1, "set_price_type": 2, "cancel": 0}
    assert len(bench.lines) == left[call]
    assert code(bench) is not Code.CHECKING
    taken = [s for s in range(1, 81) if bench.state_of(s) is SeatState.MINE]
    assert len(taken) == left[call]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Unreachable("ReserveSeat", "refused"), Code.UNREACHABLE),
        (SignedOut("ReserveSeat", "expired"), Code.SIGNED_OUT),
        (Refused("ReserveSeat", 409, "event 1 is not on sale"), Code.REFUSED),
    ],
)
async def test_what_goes_wrong_is_told_and_the_seat_is_free_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, error: Exception, expected: Code
) -> None:
    await bench.open_event()
    monkeypatch.setattr(bench.client.orders, "reserve", AsyncMock(side_effect=error))
    bench.map.pick((SeatId(4),))
    await until(lambda: code(bench) is expected)
    await bench.idle()
    assert bench.state_of(4) is SeatState.FREE
    assert bench.order.state.pending == ()


async def test_an_order_lost_on_the_server_is_forgotten_and_the_seat_taken_anew(
    bench: Bench, rival: ConnectClient
) -> None:
    await bench.open_event()
    await bench.take(1)
    assert bench.order.order is not None
    first = bench.order.order.id
    await rival.orders.cancel(first, new_key())
    bench.map.pick((SeatId(5),))
    await until(lambda: bench.lines == [5])
    assert bench.order.order.id != first
    await until(lambda: bench.state_of(1) is SeatState.FREE)


async def test_a_hold_that_runs_out_is_warned_of_then_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    await bench.take(1)
    assert bench.order.order is not None
    bench.clock.seconds += 545
    await until(lambda: code(bench) is Code.HOLD_ENDING)
    await until(lambda: bench.order.state.hold_is_ending)
    assert bench.order.state.hold_seconds is not None
    assert bench.order.state.hold_seconds <= 60
    await bench.order.renew()
    assert code(bench) is None
    assert not bench.order.state.hold_is_ending
    assert bench.order.state.hold_seconds > 580
    expired = replace(bench.order.order, status=type(bench.order.order.status).EXPIRED)
    monkeypatch.setattr(bench.client.orders, "get", AsyncMock(return_value=expired))
    bench.clock.seconds += 601
    await until(lambda: bench.order.state.order is None)
    assert code(bench) is Code.HOLD_EXPIRED
    await bench.idle()


async def test_nothing_is_sold_of_an_event_that_was_cancelled(bench: Bench) -> None:
    await bench.open_event(2)
    free = next(n for n in range(1, 40) if bench.state_of(n) is SeatState.FREE)
    await bench.take(free)
    await bench.open_event(1)
    await bench.take(1)
    now = bench.order.offers[EventId(1)].event
    bench.hear((replace(now, status=EventStatus.CANCELLED, seats_free=0),))
    assert called_off(bench) == [1]
    assert bench.shown(MapView).notice == Notice.warning(Code.CALLED_OFF, event=now.name)
    bench.map.pick((SeatId(2),))
    assert not bench.order.state.pending
    bench.order.give_back(places(1))
    await bench.idle()
    assert called_off(bench) == []
    bench.hear((now,))
    await bench.take(2)


async def test_a_parked_order_hears_that_its_event_was_cancelled(bench: Bench) -> None:
    await bench.open_event()
    await bench.take(1)
    now = bench.order.offers[EventId(1)].event
    bench.order.park()
    bench.hear((replace(now, status=EventStatus.CANCELLED),))
    assert called_off(bench) == []
    bench.order.resume(0)
    await bench.idle()
    assert called_off(bench) == [1]


async def test_clearing_gives_everything_back(bench: Bench, rival: ConnectClient) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    bench.order.clear()
    await until(lambda: bench.order.state.order is None)
    assert bench.state_of(1) is SeatState.FREE
    await take(rival, 1, 2)
    bench.order.clear()
    await bench.idle()


def test_notices_are_equal_by_what_they_say() -> None:
    assert Notice.warning(Code.CHECKING) == Notice.warning(Code.CHECKING)
    assert Notice.error(Code.REFUSED, reason="a") != Notice.error(Code.REFUSED, reason="b")
