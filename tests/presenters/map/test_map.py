from __future__ import annotations

from pathlib import Path
from unittest.mock import AsyncMock

import pytest

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import BadReply, Unreachable
from boxoffice.domain.ids import AreaId, EventId, SeatId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.state import EventsView
from boxoffice.presenters.map import presenter as map_module
from boxoffice.presenters.map.polling import Attention
from boxoffice.presenters.map.state import MapView
from boxoffice.presenters.notices import Code, Notice
from tests.pictures import PNG, SVG
from tests.presenters.conftest import SIZES, Bench
from tests.service_fixture import BALCONY, FLOOR, STALLS, block
from tests.waiting import until


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_module, "pause_after", lambda *_: 0.02)


async def take(counter: ConnectClient, *seats: int) -> None:
    wanted = [SeatRequest(EventId(1), SeatId(seat)) for seat in seats]
    await counter.orders.reserve(None, wanted, new_key())


async def test_a_map_loads_with_its_progress_and_states(bench: Bench) -> None:
    await bench.open_event(2)
    states = [call.args[0] for call in bench.views[MapView].show_state.call_args_list]
    assert states[0].phase is Phase.LOADING
    assert 1.0 in [state.progress for state in states if state.phase is Phase.LOADING]
    last = states[-1]
    assert (len(last.plan), last.offer.event.name) == (80, "Woyzeck")
    assert (last.states == SeatState.SOLD).sum() > 10
    assert [door.name for door in last.offer.entrances] == ["West door", "Main entrance"]


async def test_what_others_take_is_shown_and_only_that(bench: Bench, rival: ConnectClient) -> None:
    await bench.open_event()
    view = bench.views[MapView]
    view.show_seats.reset_mock()
    await take(rival, 7, 8)
    await until(lambda: bench.state_of(8) is SeatState.RESERVED)
    assert [call.args[0].tolist() for call in view.show_seats.call_args_list] == [[6, 7]]


async def test_picking_takes_gives_back_and_says_why_not(
    bench: Bench, rival: ConnectClient
) -> None:
    await take(rival, 9)
    await bench.open_event()
    bench.map.pick((SeatId(1),))
    assert bench.state_of(1) is SeatState.PENDING
    await until(lambda: bench.state_of(1) is SeatState.MINE)
    await bench.idle()
    bench.map.pick((SeatId(9),))
    notice = bench.shown(MapView).notice
    assert notice.code is Code.SEAT_NOT_FREE
    assert (notice.params["seat"].row, notice.params["seat"].number) == ("A", "9")
    bench.map.pick((SeatId(1),))
    await until(lambda: bench.state_of(1) is SeatState.FREE)
    bench.map.pick(())


async def test_standing_places_and_best_seats(bench: Bench) -> None:
    await bench.open_event()
    bench.map.take_standing(AreaId(FLOOR), 3)
    await until(lambda: len(bench.lines) == 3)
    bench.map.take_best(BestSeats(2))
    await until(lambda: len(bench.lines) == 5)
    gold = bench.board.offer.categories[1].id  # type: ignore[union-attr]
    bench.map.take_best(BestSeats(1, category_id=gold))
    await until(lambda: len(bench.lines) == 6)
    assert bench.order.state.rows[-1].line.area_name in ("Balcony", "Floor")
    assert [row.line.area_name for row in bench.order.state.rows][3:5] == ["Stalls"] * 2


async def test_the_best_seats_are_as_the_buyers_wish(bench: Bench) -> None:
    await bench.open_event()
    bench.map.take_best(BestSeats(1, is_accessible=True))
    await until(lambda: bench.lines == [31])  # the only place for a wheelchair
    await bench.idle()
    bench.map.take_best(BestSeats(2, AreaId(BALCONY)))
    await until(lambda: len(bench.lines) == 3)
    assert {row.line.area_name for row in bench.order.state.rows[1:]} == {"Balcony"}
    await bench.idle()
    bench.map.take_best(BestSeats(2, is_accessible=True))
    await until(lambda: bench.order.state.notice is not None)
    assert bench.order.state.notice == Notice.warning(Code.NO_BEST_SEATS, quantity=2)
    assert len(bench.lines) == 3


async def test_the_picture_ages_while_the_server_is_silent_and_recovers(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    answer = bench.client.seats.status
    silence = Unreachable("GetSeatStatus", "timed out")
    monkeypatch.setattr(bench.client.seats, "status", AsyncMock(side_effect=silence))
    await until(lambda: bench.shown(MapView).notice is not None)
    assert bench.shown(MapView).notice.code is Code.UNREACHABLE
    bench.clock.seconds += 11
    await until(lambda: bench.shown(MapView).is_old)
    assert not bench.shown(MapView).is_blind
    bench.clock.seconds += 60
    await until(lambda: bench.shown(MapView).is_blind)
    monkeypatch.setattr(bench.client.seats, "status", answer)
    await until(lambda: not bench.shown(MapView).is_old)
    seen = [call.args[0].notice for call in bench.views[MapView].show_state.call_args_list]
    assert Code.BACK_AGAIN in [notice.code for notice in seen if notice]


async def test_a_plan_that_cannot_be_read_is_said_and_tried_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.events.load()
    await until(lambda: bench.shown(EventsView).phase is Phase.READY)
    answer = bench.client.seats.plan
    broken = BadReply("GetSeat", "seats 3, 3 are there twice")
    monkeypatch.setattr(bench.client.seats, "plan", AsyncMock(side_effect=broken))
    bench.events.open(EventId(1))
    await until(lambda: bench.shown(MapView).phase is Phase.FAILED)
    assert bench.shown(MapView).notice.params["reason"] == "seats 3, 3 are there twice"
    bench.map.pick((SeatId(1),))
    monkeypatch.setattr(bench.client.seats, "plan", answer)
    bench.map.refresh()
    await until(lambda: bench.shown(MapView).phase is Phase.READY)


async def test_loading_can_be_given_up(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.events.load()
    await until(lambda: bench.shown(EventsView).phase is Phase.READY)
    bench.events.open(EventId(1))
    bench.map.cancel()
    assert bench.shown(MapView).phase is Phase.EMPTY
    await bench.open_event(2)
    bench.map.cancel()
    assert bench.shown(MapView).phase is Phase.READY


async def test_a_hidden_window_asks_no_more_until_it_is_seen_again(
    bench: Bench, rival: ConnectClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    asked = AsyncMock(wraps=bench.client.seats.status)
    monkeypatch.setattr(bench.client.seats, "status", asked)
    bench.map.set_attention(Attention.HIDDEN)
    await until(lambda: asked.await_count)  # the question that the change itself brings about
    await take(rival, 5)
    bench.clock.seconds += 30
    await until(lambda: bench.shown(MapView).is_old)  # a second and many pauses later
    assert asked.await_count == 1
    assert bench.state_of(5) is SeatState.FREE
    bench.map.set_attention(Attention.ACTIVE)
    await until(lambda: bench.state_of(5) is SeatState.RESERVED)


async def test_marks_of_our_own_outlive_the_polls(bench: Bench, rival: ConnectClient) -> None:
    await bench.open_event()
    await bench.take(3)
    await take(rival, 4)
    await until(lambda: bench.state_of(4) is SeatState.RESERVED)
    assert bench.state_of(3) is SeatState.MINE
    await bench.open_event(2)
    await bench.open_event(1)
    assert bench.state_of(3) is SeatState.MINE


async def test_pictures_are_fetched_once_the_map_is_there(bench: Bench) -> None:
    for area in (STALLS, BALCONY):
        await bench.client.pictures.upload_area(AreaId(area), PNG, "hall.png", new_key())
    await bench.open_event()
    view = bench.views[MapView]
    await until(lambda: view.show_picture.call_count == 3)
    shown = {call.args[0]: call.args[1] for call in view.show_picture.call_args_list}
    assert shown == {1: SIZES, STALLS: SIZES, BALCONY: SIZES}
    assert [call.args for call in bench.pictures.read.call_args_list] == [(SVG,), (PNG,), (PNG,)]
    await bench.open_event(2)
    await until(lambda: view.show_picture.call_count == 6)


async def test_a_picture_that_cannot_be_had_is_not_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.client.pictures.upload_area(AreaId(STALLS), PNG, "hall.png", new_key())
    fetch = bench.client.pictures.fetch
    broken = AsyncMock(side_effect=[Unreachable("Picture", "timed out"), PNG])
    monkeypatch.setattr(bench.client.pictures, "fetch", broken)
    await bench.open_event()
    view = bench.views[MapView]
    await until(lambda: view.show_picture.call_count)
    assert [call.args for call in view.show_picture.call_args_list] == [(STALLS, SIZES)]
    assert bench.shown(MapView).notice is None
    monkeypatch.setattr(bench.client.pictures, "fetch", fetch)


def reasons_of(bench: Bench) -> dict[int, str] | None:
    """The reasons that the view was shown last."""
    calls = bench.views[MapView].show_reasons.call_args_list
    return dict(calls[-1].args[0]) if calls else None


async def test_why_seats_are_blocked_is_shown_and_kept_up(bench: Bench, data: Path) -> None:
    block(data, (5, 6), "Press")
    await bench.open_event()
    await until(lambda: reasons_of(bench) == {5: "Press", 6: "Press"})
    block(data, (5,), None)
    await until(lambda: bench.state_of(5) is SeatState.FREE)
    block(data, (7,), "House seats")
    await until(lambda: reasons_of(bench) == {6: "Press", 7: "House seats"})
    await bench.open_event(2)
    await until(lambda: reasons_of(bench) == {})


async def test_reasons_that_cannot_be_had_are_not_told_and_asked_for_again(
    bench: Bench, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    block(data, (5,), "Press")
    answer = bench.client.seats.blocked_reasons
    broken = AsyncMock(side_effect=BadReply("GetEventSeatData", "no list"))
    monkeypatch.setattr(bench.client.seats, "blocked_reasons", broken)
    await bench.open_event()
    await until(lambda: broken.await_count)
    monkeypatch.setattr(bench.client.seats, "blocked_reasons", answer)
    block(data, (6,), "House seats")
    await until(lambda: reasons_of(bench) == {5: "Press", 6: "House seats"})
    assert bench.shown(MapView).notice is None
