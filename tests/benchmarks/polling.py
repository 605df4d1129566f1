"""What polling a large house costs the service: nothing new, 500 changed seats, everything.

    python -m tests.benchmarks.polling [--database sqlite|postgresql] [--pollers 200]
                                       [--seconds 10] [--json FILE]

The service runs in processes of its own. Its time is what these, and those of PostgreSQL, took of
the processors; the pollers' own is not in it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tests import postgresql
from tests.plain_http import Line, Said
from tests.processes import processor_seconds

_TOKEN = "polling"
_BUDGET = 2.0  # ms of the service for a poll with nothing new
_CHANGED = 500
_EVERY = 1.0  # seconds between the polls of one counter
_AT_ONCE = 5  # counters that ask for everything at the same time
_PAGE = 20_000


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds, and bytes of an answer."""

    what: str
    polls: int
    median: float
    p99: float
    service: float
    size: int


class House:
    """A running service with a large house, and what it took of the processors."""

    def __init__(self, address: str, roots: Sequence[int]) -> None:
        self.address = address
        self._roots = roots

    def line(self) -> Line:
        return Line(self.address, _TOKEN)

    def seconds(self) -> float:
        """What the processes have taken so far."""
        return processor_seconds(self._roots)


@contextmanager
def house(kind: str) -> Iterator[House]:
    """A service on `kind` of database with 100,000 seats in each event."""
    words = [sys.executable, "-m", "boxoffice", "serve", "--venue", "stadium"]
    roots: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        server = postgresql.Server(is_durable=True) if kind == "postgresql" else None
        if server is None:
            words += ["--data", str(Path(folder) / "data.sqlite")]
        else:
            words += ["--database", server.new_database(), "--workers", "2"]
            roots.append(server.pid)
        process = subprocess.Popen(
            words, stdout=subprocess.PIPE, env={**os.environ, "BOXOFFICE_TOKEN": _TOKEN}
        )
        assert process.stdout is not None
        try:
            address = json.loads(process.stdout.readline())["url"]
            yield House(address, [*roots, process.pid])
        finally:
            process.terminate()
            process.wait(20)
            process.stdout.close()
            if server is not None:
                server.stop()


async def measure(house: House, pollers: int, seconds: float) -> list[Figures]:
    lines = [house.line() for _ in range(pollers)]
    try:
        return [
            await _nothing_new(house, lines, seconds),
            await _changes(house, lines),
            await _everything(house, lines[:_AT_ONCE]),
        ]
    finally:
        for line in lines:
            line.close()


async def _nothing_new(house: House, lines: Sequence[Line], seconds: float) -> Figures:
    marker = await _marker(lines[0])
    await asyncio.gather(*(_poll(line, marker) for line in lines))  # opens the connections
    rng = random.Random(1)

    async def counter(line: Line) -> list[Said]:
        await asyncio.sleep(rng.random() * _EVERY)
        said = []
        for _ in range(max(1, int(seconds / _EVERY))):
            said.append(await _poll(line, marker))
            await asyncio.sleep(_EVERY * rng.uniform(0.8, 1.2))
        return said

    return await _measured("nothing new", house, lines, counter)


async def _changes(house: House, lines: Sequence[Line]) -> Figures:
    marker = await _marker(lines[0])
    page = (await lines[0].ask("GET", f"/events/1/seat-status?pageSize={4 * _CHANGED}")).result()
    free = [seat["seat_id"] for seat in page["seat_states"] if seat["status"] == 0][:_CHANGED]
    states = [{"seat_id": seat_id, "status": 3} for seat_id in free]
    body = {"external_event_id": await _event_key(lines[0]), "seat_states": states}
    (await lines[0].ask("POST", "/import/seat-status", body)).result()

    async def counter(line: Line) -> list[Said]:
        said = await _poll(line, marker)
        assert said.result()["total_count"] == _CHANGED
        return [said]

    return await _measured(f"{_CHANGED} changes", house, lines, counter)


async def _everything(house: House, lines: Sequence[Line]) -> Figures:
    async def counter(line: Line) -> list[Said]:
        pages: list[Said] = []
        page, total, found = 1, 1, 0
        while found < total:
            path = f"/events/1/seat-status?pageSize={_PAGE}&page={page}"
            pages.append(await line.ask("GET", path))
            told = pages[-1].result()
            total, page = told["total_count"], page + 1
            found += len(told["seat_states"])
        whole = b"".join(p.body for p in pages)
        return [Said(200, whole, sum(p.seconds for p in pages))]

    return await _measured(f"everything, {len(lines)} at once", house, lines, counter)


async def _measured(
    what: str, house: House, lines: Sequence[Line], counter: Callable[[Line], Awaitable[list[Said]]]
) -> Figures:
    before = house.seconds()
    said = [one for some in await asyncio.gather(*map(counter, lines)) for one in some]
    service = (house.seconds() - before) / len(said) * 1000
    took = sorted(one.seconds * 1000 for one in said)
    p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
    return Figures(
        what, len(said), statistics.median(took), p99, service, max(len(s.body) for s in said)
    )


async def _poll(line: Line, marker: int) -> Said:
    said = await line.ask("GET", f"/events/1/seat-status?last_updated={marker}&pageSize={_PAGE}")
    assert said.status == 200, said.body
    return said


async def _marker(line: Line) -> int:
    said = await line.ask("GET", "/events/1/seat-status?pageSize=1")
    return int(said.result()["last_updated"])


async def _event_key(line: Line) -> str:
    return str((await line.ask("GET", "/events?id=1")).result()["events"][0]["external_event_id"])


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--pollers", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with house(options.database) as running:
        figures = asyncio.run(measure(running, options.pollers, options.seconds))
    lines = [f"{'':24} {'polls':>6} {'median':>9} {'p99':>9} {'service':>9} {'bytes':>10}"]
    lines += [
        f"{row.what:24} {row.polls:6} {row.median:6.1f} ms {row.p99:6.1f} ms"
        f" {row.service:6.2f} ms {row.size:10,}"
        for row in figures
    ]
    is_met = figures[0].service < _BUDGET
    lines.append(f"a poll with nothing new: {_BUDGET} ms  {'ok' if is_met else 'OVER'}")
    sys.stdout.write("\n".join(lines) + "\n")
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in figures], indent=1))
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
