"""A house that is changed while it is on screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from unittest.mock import AsyncMock

import numpy as np
import pytest

from boxoffice.connect.client import ConnectClient, new_key
from boxoffice.connect.errors import BadReply
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.seats.seatplan import LoadedPlan, PlanChanges, SeatPlan, SeatState
from boxoffice.domain.venue import DraftSeat
from boxoffice.presenters.common import Phase
from boxoffice.presenters.map import presenter as map_module
from boxoffice.presenters.map.polling import PlanWatch
from boxoffice.presenters.map.state import MapView
from tests.presenters.conftest import Bench
from tests.waiting import until

HOUSE = "small-first"
NEW = DraftSeat("new-1", "stalls", "gold", "E", "1", 0.0, 250.0)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_module, "pause_after", lambda *_: 0.02)


async def change(counter: ConnectClient, *seats: DraftSeat, gone: Sequence[str] = ()) -> None:
    await counter.imports.seats(HOUSE, seats, new_key(), gone=gone)


def spied(bench: Bench, monkeypatch: pytest.MonkeyPatch, calls: Any, name: str) -> AsyncMock:
    """The real call, and how often it is made."""
    spy = AsyncMock(wraps=getattr(calls, name))
    monkeypatch.setattr(calls, name, spy)
    return spy


async def test_a_new_seat_is_shown_and_can_be_taken(bench: Bench, rival: ConnectClient) -> None:
    await bench.open_event()
    await bench.take(3)
    before = bench.shown(MapView)
    await change(rival, NEW, DraftSeat("stalls-0-0", "stalls", "wood", "A", "1", 5.0, 6.0))
    await until(lambda: bench.state_of(81) is SeatState.FREE)
    after = bench.shown(MapView)
    assert after.phase is Phase.READY
    assert after.plan is not before.plan
    assert after.offer is not before.offer
    assert len(after.plan) == len(after.states) == 81
    assert after.plan.seat(0).category_id == 2
    assert bench.state_of(3) is SeatState.MINE
    await bench.take(81)
    assert bench.lines == [3, 81]


async def test_a_seat_that_is_gone_is_not_shown(bench: Bench, rival: ConnectClient) -> None:
    await bench.open_event()
    await change(rival, gone=["stalls-0-0"])
    await until(lambda: bench.state_of(1) is None)
    assert len(bench.shown(MapView).plan) == 79
    await change(rival, DraftSeat("stalls-0-0", "stalls", "gold", "A", "1", 0.0, 0.0))
    await until(lambda: bench.state_of(1) is SeatState.FREE)


async def test_a_refresh_asks_at_once(
    bench: Bench, rival: ConnectClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlanWatch, "EVERY", 1_000_000)
    asked = spied(bench, monkeypatch, bench.client.seats, "changes")
    polls = spied(bench, monkeypatch, bench.client.seats, "status")
    await bench.open_event()
    await change(rival, NEW)
    await until(lambda: polls.await_count > 5)
    assert not asked.await_count
    bench.map.refresh()
    await until(lambda: bench.state_of(81) is SeatState.FREE)
    assert len(asked.await_args_list) == 1


async def test_a_plan_that_stands_still_costs_one_question_in_ten_polls(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = spied(bench, monkeypatch, bench.client.seats, "changes")
    polls = spied(bench, monkeypatch, bench.client.seats, "status")
    areas = spied(bench, monkeypatch, bench.client.areas, "list")
    await bench.open_event()
    plan = bench.shown(MapView).plan
    await until(lambda: asked.await_count == 3)
    assert 3 <= (polls.await_count - 1) / PlanWatch.EVERY < 4
    assert areas.await_count == 1
    assert bench.board.plan is plan


async def test_a_server_that_tells_everything_again_changes_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    plan = bench.board.plan
    assert plan is not None
    again = PlanChanges(plan, np.array([4711]), "7")
    asked = AsyncMock(return_value=again)
    monkeypatch.setattr(bench.client.seats, "changes", asked)
    await until(lambda: asked.await_count == 2)
    assert asked.await_args_list[1].args == (1, "7")
    assert bench.board.plan is plan


async def test_a_server_without_markers_is_not_asked(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = (await bench.client.seats.plan(EventId(1))).plan
    monkeypatch.setattr(bench.client.seats, "plan", AsyncMock(return_value=LoadedPlan(plan, "")))
    asked = spied(bench, monkeypatch, bench.client.seats, "changes")
    polls = spied(bench, monkeypatch, bench.client.seats, "status")
    await bench.open_event()
    bench.map.refresh()
    await until(lambda: polls.await_count > 2 * PlanWatch.EVERY)
    assert not asked.await_count


@pytest.mark.parametrize("call", ["seats.changes", "areas.list"])
async def test_a_question_that_fails_is_not_told_and_comes_again(
    bench: Bench, rival: ConnectClient, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    await bench.open_event()
    group, name = call.split(".")
    calls = getattr(bench.client, group)
    answer = getattr(calls, name)
    broken = AsyncMock(side_effect=BadReply("GetSeat", "no list"))
    monkeypatch.setattr(calls, name, broken)
    await change(rival, NEW)
    await until(lambda: broken.await_count)
    monkeypatch.setattr(calls, name, answer)
    await until(lambda: bench.state_of(81) is SeatState.FREE)
    assert bench.shown(MapView).notice is None


async def test_a_seat_of_our_order_that_is_gone_stays_in_the_order(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.open_event()
    await bench.take(1, 2)
    answer = bench.client.seats.changes
    gone = PlanChanges(SeatPlan.empty(), np.array([1]), "9999")
    monkeypatch.setattr(bench.client.seats, "changes", AsyncMock(return_value=gone))
    await until(lambda: bench.state_of(1) is None)
    monkeypatch.setattr(bench.client.seats, "changes", answer)
    assert bench.lines == [1, 2]
    assert bench.order.state.can_pay
    bench.order.clear()
    await until(lambda: bench.lines == [])
    await bench.idle()


async def test_an_event_without_seats_gets_its_first_ones(
    bench: Bench, rival: ConnectClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = await bench.client.seats.plan(EventId(1))
    empty = LoadedPlan(SeatPlan.empty(), loaded.marker)
    monkeypatch.setattr(bench.client.seats, "plan", AsyncMock(return_value=empty))
    await change(rival, NEW)
    bench.events.load()
    await until(lambda: bench.events_ready)
    bench.events.open(EventId(1))
    await until(lambda: bench.state_of(81) is SeatState.FREE)
    assert bench.shown(MapView).phase is Phase.READY


async def test_what_is_known_of_a_seat_is_kept_by_the_board(bench: Bench) -> None:
    await bench.open_event(2)
    await bench.take(next(i for i in range(1, 61) if bench.state_of(i) is SeatState.FREE))
    board = bench.board
    offer, plan = board.offer, board.plan
    assert offer is not None
    assert plan is not None
    before = {seat: board.state_of(SeatId(seat)) for seat in plan.ids.tolist()}
    half = plan.merged(SeatPlan.empty(), plan.ids[::2])
    board.replace_plan(offer, half)
    assert {s: board.state_of(SeatId(s)) for s in half.ids.tolist()} == {
        s: state for s, state in before.items() if s in half.ids.tolist()
    }
    board.replace_plan(offer, plan)
    back = {seat: board.state_of(SeatId(seat)) for seat in plan.ids.tolist()}
    for seat, state in back.items():
        was = before[seat]
        known = seat in half.ids.tolist() or was is SeatState.MINE
        assert state is (was if known else SeatState.OTHER)
