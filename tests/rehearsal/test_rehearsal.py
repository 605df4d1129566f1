"""The rehearsal: what it picks, and counters that make a map live."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from boxoffice.domain.seats.seatplan import SeatAttribute, SeatPlan, SeatState
from boxoffice.rehearsal.choice import NoSeats, neighbours
from boxoffice.rehearsal.counters import run_counters
from boxoffice.rehearsal.record import SaleRecord, SeatRecord, StepRecord, write_record
from tests.plans import plan_of
from tests.service.client import Api
from tests.service_fixture import running_service, small_venue
from tests.waiting import PATIENCE


@pytest.fixture
def plan() -> SeatPlan:
    return plan_of(small_venue())


def test_it_picks_free_neighbours_of_one_row(plan: SeatPlan) -> None:
    states = np.zeros(len(plan), dtype=np.uint8)
    chosen = [plan.index_of(seat) for seat in neighbours(plan, states, 3)]
    assert len({int(plan.row_index[i]) for i in chosen}) == 1
    assert np.diff(np.sort(plan.x[chosen])).tolist() == [50, 50]


def test_it_leaves_out_what_is_taken_or_special(plan: SeatPlan) -> None:
    states = np.full(len(plan), SeatState.SOLD, dtype=np.uint8)
    states[[3, 5, 6, 30]] = SeatState.FREE
    assert plan.attributes[30] & SeatAttribute.WHEELCHAIR
    assert neighbours(plan, states, 2) == [6, 7]
    assert neighbours(plan, states, 1) != [31]


@pytest.mark.parametrize("count", [3, 11])
def test_it_says_when_there_are_none(plan: SeatPlan, count: int) -> None:
    states = np.full(len(plan), SeatState.SOLD, dtype=np.uint8)
    states[5:7] = SeatState.FREE
    with pytest.raises(NoSeats):
        neighbours(plan, states, count)
    with pytest.raises(NoSeats):
        neighbours(SeatPlan.empty(), np.zeros(0, dtype=np.uint8), count)


async def test_counters_reserve_sell_and_stop_when_told() -> None:
    with running_service() as service, Api(service) as api:
        working = asyncio.create_task(run_counters(service.address, service.token, 8))
        async with asyncio.timeout(PATIENCE):
            while 2 not in api.statuses().values():  # noqa: ASYNC110 - nothing tells of a sale
                await asyncio.sleep(0.05)
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working


def test_a_record_is_exact(tmp_path: Path) -> None:
    record = SaleRecord(
        "House",
        1,
        2,
        "BX-3",
        "completed",
        "EUR",
        Decimal("64.10"),
        [SeatRecord("Stalls", "A", "1", "Full", Decimal("30.05"), Decimal("2.00"))],
        ["ABC"],
        [StepRecord("events", 12.5)],
    )
    write_record(record, tmp_path / "sale.json")
    text = (tmp_path / "sale.json").read_text()
    assert '"total": 64.10' in text
    assert json.loads(text)["seats"][0] == {
        "area": "Stalls",
        "row": "A",
        "number": "1",
        "price_type": "Full",
        "price": 30.05,
        "fee": 2.0,
    }
