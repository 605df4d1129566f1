from __future__ import annotations

import asyncio
from unittest.mock import AsyncMock, Mock, create_autospec

import pytest

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import Unreachable
from boxoffice.connect.listing import ListChanges
from boxoffice.domain.catalogue import Event, Location
from boxoffice.domain.ids import EventId, LocationId, SeatId
from boxoffice.presenters.common import Phase
from boxoffice.presenters.events import presenter
from boxoffice.presenters.events.state import EventsState, EventsView, Sieve
from boxoffice.presenters.notices import Code
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
    monkeypatch.setattr(presenter, "_PAUSE_AFTER_FAILURE", 0.01)
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
    monkeypatch.setattr(presenter, "_EVERY", 0.01)
    bench.events.load()
    await until(lambda: bench.shown(EventsView).phase is Phase.READY)
    trouble = Unreachable("Events", "connection refused")
    monkeypatch.setattr(bench.client.events, "list", AsyncMock(side_effect=trouble))
    await until(lambda: bench.shown(EventsView).notice is not None)
    assert bench.shown(EventsView).phase is Phase.READY
    assert len(bench.shown(EventsView).rows) == 2


async def test_the_next_start_has_the_events_before_the_server_answers(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.events.load()
    await until(lambda: bench.shown(EventsView).phase is Phase.READY)
    assert bench.shown(EventsView).as_of is None
    await until(bench.shelf.path.exists)
    asked, answer = bench.client.events.list, asyncio.Event()

    async def late() -> tuple[Event, ...]:
        await answer.wait()
        return await asked()

    monkeypatch.setattr(bench.client.events, "list", late)
    since: list[str] = []
    changes = bench.client.locations.changes

    async def changed(marker: str = "") -> ListChanges[Location]:
        since.append(marker)
        return await changes(marker)

    monkeypatch.setattr(bench.client.locations, "changes", changed)
    view = create_autospec(EventsView, instance=True)
    opened: list[EventId] = []
    later = presenter.EventsPresenter(
        view,
        bench.client,
        bench.tasks,
        bench.clock,
        bench.shelf,
        lambda row: opened.append(row.event.id),
        bench.hear,
    )
    later.load()

    def shown() -> EventsState:
        state = view.show_state.call_args.args[0]
        assert isinstance(state, EventsState)
        return state

    await until(lambda: shown().phase is Phase.READY)
    assert names(shown()) == ["The Tempest", "Woyzeck"]
    assert shown().as_of is not None
    assert shown().rows[0].location == Location(
        LocationId(1),
        "Small House",
        "Weimar",
        "Am Markt 1",
        "99423",
        "DE",
        "Europe/Berlin",
        shown().rows[0].location.external_id,  # type: ignore[union-attr]
    )
    later.search("woyz")
    assert names(shown()) == ["Woyzeck"]
    later.open(EventId(2))
    assert opened == [2]
    answer.set()
    await until(lambda: shown().as_of is None)
    await until(lambda: since != [])
    assert since[0] not in ("", "0")  # only what changed since then is asked for


async def test_seats_that_are_sold_are_no_reason_to_write(
    bench: Bench, rival: ConnectClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "_EVERY", 0.01)
    saved = Mock(wraps=bench.shelf.save)
    monkeypatch.setattr(bench.shelf, "save", saved)
    bench.events.load()
    await until(lambda: saved.call_count == 1)
    before = bench.shown(EventsView).rows[0].event.seats_free
    await rival.orders.reserve(None, [SeatRequest(EventId(1), SeatId(7))], new_key())
    await until(lambda: bench.shown(EventsView).rows[0].event.seats_free == before - 1)
    assert saved.call_count == 1


def tonights(bench: Bench, opened: list[EventId], *, may_open: bool) -> presenter.EventsPresenter:
    return presenter.EventsPresenter(
        bench.views[EventsView],
        bench.client,
        bench.tasks,
        bench.clock,
        bench.shelf,
        lambda row: opened.append(row.event.id),
        bench.hear,
        may_open=lambda: may_open,
    )


@pytest.mark.parametrize("begun", ["", "searched", "narrowed", "opened", "elsewhere"])
async def test_tonights_show_is_open_at_the_start_unless_the_clerk_has_begun(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, begun: str
) -> None:
    monkeypatch.setattr(presenter, "_EVERY", 0.01)
    monkeypatch.setattr(presenter, "tonight", lambda rows, _: rows[1])
    opened: list[EventId] = []
    events = tonights(bench, opened, may_open=begun != "elsewhere")
    rounds: list[EventsState] = []
    bench.views[EventsView].show_state.side_effect = rounds.append
    match begun:
        case "searched":
            events.search("t")
        case "narrowed":
            events.narrow(Sieve.VENUE, "Small House")
        case "opened":
            events.open(EventId(1))  # it is not there yet
    events.load()
    await until(lambda: len([state for state in rounds if state.rows]) > 3)
    assert opened == ([] if begun else [EventId(2)])  # once, and never later


async def test_a_filter_is_gone_when_nothing_has_its_value_any_more(bench: Bench) -> None:
    bench.events.load()
    await until(lambda: bench.events_ready)
    bench.events.narrow(Sieve.VENUE, "Elsewhere")
    shown = bench.shown(EventsView)
    assert (shown.rows, dict(shown.hidden)) == ((), {Sieve.VENUE: 2})
    bench.events.load()
    await until(lambda: bool(bench.shown(EventsView).rows))
    assert not bench.shown(EventsView).is_narrowed
