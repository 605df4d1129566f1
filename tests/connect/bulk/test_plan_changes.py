"""Seats put into a house, and what a counter that has its plan hears of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import numpy as np
import pytest

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import BadReply, Refused
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.seats.seatplan import SeatAttribute, SeatState
from boxoffice.domain.venue import DraftSeat
from tests.connect.scripted import ok
from tests.connect.test_faults import client as scripted
from tests.connect.test_faults import seat, seen
from tests.service_fixture import Running, running_service

EVENT = EventId(1)
HOUSE = "small-first"


@pytest.fixture
def service() -> Iterator[Running]:
    with running_service() as running:
        yield running


@pytest.fixture
async def client(service: Running) -> AsyncIterator[ConnectClient]:
    connected = ConnectClient(service.address, service.token)
    yield connected
    await connected.aclose()


def stall(key: str, number: str = "1", x: float = 0.0) -> DraftSeat:
    return DraftSeat(key, "stalls", "gold", "E", number, x, 250.0)


async def test_changes_merged_are_the_plan_read_anew(client: ConnectClient) -> None:
    loaded = await client.seats.plan(EVENT)
    seats = [
        stall("new-1"),
        stall("new-2", "2", 50.0),
        DraftSeat("stalls-0-0", "balcony", "wood", "A", "1", 5.0, 6.0, 7.0, SeatAttribute.AISLE),
        DraftSeat("floor-new", "floor", "wood", x=float("nan"), y=float("nan")),
    ]
    await client.imports.seats(HOUSE, seats, new_key(), gone=["stalls-0-1"])
    changes = await client.seats.changes(EVENT, loaded.marker)
    assert changes.changed.ids.tolist() == [1, 81, 82, 83]
    assert changes.gone.tolist() == [2]
    merged = loaded.plan.merged(changes.changed, changes.gone)
    whole = await client.seats.plan(EVENT)
    assert merged.same_as(whole.plan)
    assert merged.seat(merged.index_of(SeatId(1))).area_id == 3
    assert merged.seat(merged.index_of(SeatId(83))).is_standing
    assert whole.marker == changes.marker
    assert (await client.seats.changes(EVENT, changes.marker)).is_empty


async def test_a_plan_that_stands_still_has_no_changes_while_seats_are_sold(
    client: ConnectClient,
) -> None:
    loaded = await client.seats.plan(EVENT)
    await client.orders.reserve(None, [SeatRequest(EVENT, SeatId(1))], new_key())
    changes = await client.seats.changes(EVENT, loaded.marker)
    assert changes.is_empty
    assert int(changes.marker) > int(loaded.marker)


async def test_the_status_tells_of_new_seats_and_of_those_that_are_gone(
    client: ConnectClient,
) -> None:
    before = await client.seats.status(EVENT)
    await client.imports.seats(HOUSE, [stall("new-1")], new_key(), gone=["stalls-0-1"])
    whole = await client.seats.status(EVENT, before.marker)
    told = dict(zip(whole.seat_ids.tolist(), whole.states.tolist(), strict=True))
    assert (told[81], told[2], len(told)) == (SeatState.FREE, SeatState.BLOCKED, 81)
    again = await client.seats.status(EVENT, before.marker)
    assert dict(zip(again.seat_ids.tolist(), again.states.tolist(), strict=True)) == {
        81: SeatState.FREE
    }


async def test_what_is_deleted_has_the_whole_list_asked_for_once() -> None:
    """A seat may be free again, or gone: the whole list knows."""

    def states(*rows: dict[str, Any]) -> httpx.Response:
        return ok("SeatStatusCnctResult", seat_states=list(rows), last_updated=9, total_count=None)

    gone, free = {"seat_id": 5, "deleted": True}, {"seat_id": 5, "status": 0}
    answers = [states(gone), states(free, {"seat_id": 6, "status": 2}), states(gone), states()]

    def answer(request: httpx.Request) -> httpx.Response:
        return states() if request.url.params["page"] != "1" else answers.pop(0)

    made = scripted(answer)
    delta = await made.seats.status(EVENT, "4")
    assert delta.seat_ids.tolist() == [5, 6]
    assert delta.states.tolist() == [SeatState.FREE, SeatState.SOLD]
    assert not len((await made.seats.status(EVENT, "4")).seat_ids)
    since = [r.url.params.get("last_updated") for r in seen(made) if r.url.params["page"] == "1"]
    assert since == ["4", None, "4"]


async def test_an_import_that_is_refused_names_its_seats(client: ConnectClient) -> None:
    with pytest.raises(Refused) as refused:
        await client.imports.seats(
            HOUSE, [stall("new-1"), DraftSeat("new-2", "nowhere", "gold")], new_key()
        )
    assert refused.value.code == 422
    assert [item.index for item in refused.value.items] == [1]
    await client.orders.reserve(None, [SeatRequest(EVENT, SeatId(1))], new_key())
    with pytest.raises(Refused) as refused:
        await client.imports.seats(HOUSE, [], new_key(), gone=["stalls-0-0"])
    assert refused.value.is_conflict
    assert [item.index for item in refused.value.items] == [0]
    with pytest.raises(Refused):
        await client.imports.seats("no-event", [stall("new-1")], new_key())
    with pytest.raises(Refused):
        await client.imports.seats(HOUSE, [stall("new-1", x=float("inf"))], new_key())


def page(*seats: dict[str, Any], total: int, marker: object = 9) -> httpx.Response:
    return ok("SeatCnctResult", seats=list(seats), total_count=total, last_updated=marker)


async def test_a_house_that_shrinks_between_two_pages_is_read_again() -> None:
    made = scripted(
        page(seat(1), seat(2), total=4),
        page(seat(4), total=3),
        page(seat(2), seat(3), total=3, marker=12),
        page(seat(4), total=3),
    )
    loaded = await made.seats.plan(EVENT)
    assert loaded.plan.ids.tolist() == [2, 3, 4]
    assert loaded.marker == "12"
    assert [r.url.params["page"] for r in seen(made)] == ["1", "2", "1", "2"]


async def test_a_house_that_never_stands_still_is_not_read_for_ever() -> None:
    pages = [page(seat(1), seat(2), total=3), page(seat(3), total=4), page(total=4)]
    made = scripted(*pages * 3)
    assert len((await made.seats.plan(EVENT)).plan) == 3
    assert len(seen(made)) == 9


async def test_of_a_seat_that_is_told_twice_the_last_counts() -> None:
    made = scripted(
        page(seat(1, deleted=True), seat(2), total=4), page(seat(1), seat(2, deleted=True), total=4)
    )
    changes = await made.seats.changes(EVENT, "5")
    assert changes.changed.ids.tolist() == [1]
    assert changes.gone.tolist() == [2]
    assert changes.gone.dtype == np.int64
    assert {r.url.params["last_updated"] for r in seen(made)} == {"5"}


@pytest.mark.parametrize("bad", [seat(1, x=1e300), seat(2**70, deleted=True), {"id": 1}])
async def test_changes_that_make_no_sense_are_not_taken_over(bad: dict[str, Any]) -> None:
    with pytest.raises(BadReply):
        await scripted(page(bad, total=1)).seats.changes(EVENT, "5")
