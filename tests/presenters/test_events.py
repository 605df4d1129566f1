from __future__ import annotations

from unittest.mock import AsyncMock

import pytest

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import Unreachable
from boxoffice.domain.ids import EventId
from boxoffice.presenters import events
from boxoffice.presenters.notices import Code
from boxoffice.presenters.states import EventsState, EventsView, Phase
from tests.presenters.conftest import Bench
from tests.waiting import until


def names(state: EventsState) -> list[str]:
    return [row.event.name for row in state.rows]


async def test_the_list_comes_soonest_first_with_its_places(bench: Bench) -> None:
    bench.events.load()
    assert bench.shown(EventsView).phase is Phase.LOADING
    await until(lambda: bench.shown(EventsView).phase is Phase.READY)
    state = bench.shown(EventsView)
    assert names(state) == ["The Tempest", "Woyzeck"]
    assert state.total == 2
    assert state.rows[0].location.name == "Small House"
    assert str(state.rows[0].starts_at.tzinfo) == "Europe/Berlin"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["The Tempest", "Woyzeck"]),
        ("temp", ["The Tempest"]),
        ("TEMPEST comedy", ["The Tempest"]),
        ("wóyzeck", ["Woyzeck"]),
        ("weimar 20:00", ["Woyzeck"]),
        ("small", ["The Tempest", "Woyzeck"]),
        ("tempest woyzeck", []),
        ("((*", []),
    ],
)
async def test_every_word_counts_wherever_it_stands(
    bench: Bench, text: str, found: list[str]
) -> None:
    bench.events.load()
    await until(lambda: bench.shown(EventsView).phase is Phase.READY)
    bench.events.search(text)
    state = bench.shown(EventsView)
    assert names(state) == found
    assert (state.phase, state.total, state.search) == (Phase.READY, 2, text)


async def test_an_opened_event_goes_to_the_map_and_is_marked(bench: Bench) -> None:
    await bench.open_event(2)
    assert bench.shown(EventsView).open_event == 2
    assert bench.board.event_id == 2
    bench.events.open(EventId(99))
    assert bench.board.event_id == 2


async def test_a_silent_server_is_told_and_asked_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_PAUSE_AFTER_FAILURE", 0.01)
    answer = bench.client.events.list
    trouble = [Unreachable("Events", "connection refused")] * 2
    monkeypatch.setattr(
        bench.client.events, "list", AsyncMock(side_effect=[*trouble, await answer()])
    )
    bench.events.load()
    await until(lambda: bench.shown(EventsView).phase is Phase.FAILED)
    assert bench.shown(EventsView).notice.code is Code.UNREACHABLE
    await until(lambda: bench.shown(EventsView).phase is Phase.READY)
    assert bench.shown(EventsView).notice is None


async def test_the_list_stays_when_the_server_goes(
    bench: Bench, rival: ConnectClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_EVERY", 0.01)
    bench.events.load()
    await until(lambda: bench.shown(EventsView).phase is Phase.READY)
    trouble = Unreachable("Events", "connection refused")
    monkeypatch.setattr(bench.client.events, "list", AsyncMock(side_effect=trouble))
    await until(lambda: bench.shown(EventsView).notice is not None)
    assert bench.shown(EventsView).phase is Phase.READY
    assert len(bench.shown(EventsView).rows) == 2
