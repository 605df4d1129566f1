"""How fast answers become seats: ours against pydantic models, in the same run.

    python -m tests.benchmarks.decode [--rows 100000] [--json FILE]

Also what a poll of an event that did not change costs the window's thread, and how long the client
takes to be imported beyond httpx and pydantic.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from pydantic import BaseModel, ConfigDict

from boxoffice.connect.bulk.columns import SeatColumns, StatusColumns
from boxoffice.connect.bulk.pages import reader_of
from boxoffice.connect.bulk.plans import plan_of, status_of
from boxoffice.connect.client import CONTRACT, ConnectClient, Dialect
from boxoffice.connect.dialects.dialect import Style
from boxoffice.connect.operations import SEAT_STATUS, SEATS
from boxoffice.domain.ids import EventId
from tests.service_fixture import running_service

EVENT = EventId(1)
_MEMBERS = ("free", "reserved", "sold", "blocked")
_OTHER = Dialect(
    style=Style.PASCAL, enums={"seat_status": {name: (name.upper(),) for name in _MEMBERS}}
)
_ROUNDS = 7
_POLLS = 300
_IMPORT = """
import time, httpx, pydantic
class Built(pydantic.BaseModel):
    number: int
began = time.perf_counter()
import boxoffice.connect.client
print(time.perf_counter() - began)
"""


class _Row(BaseModel):
    """The rival's rows: what a straightforward client has one of for each seat."""

    model_config = ConfigDict(extra="ignore")

    id: int = 0
    seat_id: int = 0
    external_seat_id: str = ""
    event_id: int
    last_updated: int | str | None = None
    deleted: bool = False


class SeatModel(_Row):
    area_id: int
    row: str = ""
    number: str = ""
    label: str = ""
    x: float | None = None
    y: float | None = None
    angle: float = 0.0
    price_category_id: int
    entrance_id: int | None = None
    attributes: int = 0


class StatusModel(_Row):
    status: int
    order_id: int | None = None
    hold_till: str | None = None


class _Seats(BaseModel):
    seats: list[SeatModel]
    total_count: int


class _States(BaseModel):
    seat_states: list[StatusModel]
    total_count: int


class SeatsModel(BaseModel):
    SeatCnctResult: _Seats


class StatesModel(BaseModel):
    SeatStatusCnctResult: _States


def seats_body(rows: int) -> bytes:
    """Rows as our service tells them, 190 bytes each."""
    rng = random.Random(1)
    seats = [
        {
            "id": i + 1,
            "external_seat_id": f"b{i // 1000}-r{i // 40 % 25}-{i % 40}",
            "event_id": 1,
            "area_id": i // 1000 + 1,
            "price_category_id": i % 5 + 1,
            "attributes": i % 4,
            "row": str(i // 40 % 25),
            "number": str(i % 40),
            "x": round(rng.random() * 10_000, 2),
            "y": round(rng.random() * 10_000, 2),
            "angle": 0.0,
            "last_updated": 1_712_345,
            "deleted": False,
        }
        for i in range(rows)
    ]
    return _wrapped("SeatCnctResult", seats=seats, total_count=rows, last_updated=17)


def states_body(rows: int) -> bytes:
    rng = random.Random(2)
    states = [
        {"seat_id": i + 1, "event_id": 1, "status": rng.choice((0, 0, 1, 2, 3))}
        for i in range(rows)
    ]
    return _wrapped("SeatStatusCnctResult", seat_states=states, total_count=rows, last_updated=17)


def _wrapped(name: str, **result: Any) -> bytes:
    return msgspec.json.encode({name: result, "TIsSuccessful": True, "IsTestEnvironment": True})


def seats(body: bytes, dialect: Dialect = CONTRACT) -> object:
    """From the bytes to a plan that was checked."""
    reader = reader_of(SEATS, dialect, EVENT)
    return plan_of(reader.read(body, SeatColumns)[0].rows)


def states(body: bytes, dialect: Dialect = CONTRACT) -> object:
    reader = reader_of(SEAT_STATUS, dialect, EVENT)
    return status_of(reader.read(body, StatusColumns)[0].rows)


def spoken(
    name: str, body: bytes, read: Callable[[bytes, Dialect], object], budget: float
) -> dict[str, Any]:
    """The same rows as another site says them: other names, states in words. The best of some, for
    the two are nearly the same."""
    told = _otherwise(msgspec.json.decode(body))
    other = msgspec.json.encode(told)
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        ours.append(_timed(lambda: read(body, CONTRACT), time.thread_time))
        theirs.append(_timed(lambda: read(other, _OTHER), time.thread_time))
    mine, with_dialect = min(ours) * 1000, min(theirs) * 1000
    return {
        "what": f"{name} in a dialect",
        "ours_ms": with_dialect,
        "rival": "in the contract's",
        "rival_ms": mine,
        "ratio": with_dialect / mine,
        "budget": f"x {budget:.3f}",
        "ok": with_dialect / mine <= budget,
    }


def _otherwise(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {_OTHER.styled(key): _otherwise(inside, key) for key, inside in value.items()}
    if isinstance(value, list):
        return [_otherwise(each) for each in value]
    return _OTHER.enums["seat_status"][_MEMBERS[value]][0] if name == "status" else value


def compared(
    name: str, body: bytes, read: Callable[[bytes], object], model: type[BaseModel], budget: float
) -> dict[str, Any]:
    """Both in turns, so that a slow spell of the machine hits both."""
    mine, rival = [], []
    for _ in range(_ROUNDS):
        mine.append(_timed(lambda: read(body)))
        rival.append(_timed(lambda: model.model_validate_json(body)))
    result = {
        "what": name,
        "ours_ms": statistics.median(mine) * 1000,
        "rival": "pydantic models",
        "rival_ms": statistics.median(rival) * 1000,
    }
    ratio = float(result["ours_ms"]) / float(result["rival_ms"])  # type: ignore[arg-type]
    return result | {
        "megabytes": len(body) / 1e6,
        "ratio": ratio,
        "budget": f"x {budget:.3f}",
        "ok": ratio <= budget,
    }


def _timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    began = clock()
    work()
    return clock() - began


async def poll_cost() -> dict[str, Any]:
    """What the thread that asks has to do for a poll that brings nothing."""
    with running_service() as running:
        client = ConnectClient(running.address, running.token)
        marker = (await client.seats.status(EVENT)).marker
        for _ in range(20):
            await client.seats.status(EVENT, marker)
        costs = []
        for _ in range(_POLLS):
            began = time.thread_time()
            await client.seats.status(EVENT, marker)
            costs.append((time.thread_time() - began) * 1000)
        await client.aclose()
    median = statistics.median(costs)
    return {
        "what": "poll, nothing new, window's thread",
        "ours_ms": median,
        "budget": "1 ms",
        "ok": median < 1.0,
    }


def import_time() -> dict[str, Any]:
    """The best of some: what the client itself needs, whatever else the machine does."""
    runs = [
        float(
            subprocess.run(
                [sys.executable, "-c", _IMPORT], capture_output=True, text=True, check=True
            ).stdout
        )
        for _ in range(_ROUNDS)
    ]
    median = statistics.median(runs) * 1000
    return {
        "what": "import of the client",
        "ours_ms": median,
        "best_ms": min(runs) * 1000,
        "budget": "150 ms",
        "ok": median < 150,
    }


async def measured(rows: int) -> list[dict[str, Any]]:
    return [
        compared("GetSeat", seats_body(rows), seats, SeatsModel, 1 / 8),
        compared("GetSeatStatus", states_body(rows), states, StatesModel, 1 / 15),
        spoken("GetSeat", seats_body(rows), seats, 1.1),
        spoken("GetSeatStatus", states_body(rows), states, 1.25),
        await poll_cost(),
        import_time(),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    results = asyncio.run(measured(options.rows))
    for row in results:
        rival = f"{row['rival']} {row['rival_ms']:8.1f}" if "rival" in row else ""
        ratio = f"{row['ratio']:.3f}" if "ratio" in row else ""
        verdict = "ok" if row["ok"] else "OVER"
        line = f"{row['what']:36} {row['ours_ms']:8.2f} ms  {rival:26} {ratio:7} "
        sys.stdout.write(line + f"{row['budget']:8} {verdict}" + "\n")
    if options.json:
        options.json.write_text(json.dumps(results, indent=1))
    return 0 if all(row["ok"] for row in results) else 1


if __name__ == "__main__":
    sys.exit(main())
