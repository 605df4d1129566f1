"""The services under load: processes of their own on one house, killed and started again."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from boxoffice.domain.venue import DraftSeat, Venue
from boxoffice.service.data.store import Store
from boxoffice.service.process.seeding import seed
from tests import postgresql
from tests.plain_http import Line
from tests.service_fixture import small_venue
from tests.waiting import PATIENCE

EVENT = 1
ROWS, SEATS_IN_ROW = 50, 50
HOLD_SECONDS = 4.0
_TOKEN = "load-test"


def hot_house() -> Venue:
    """One event with 2,500 seats, so few that many counters are in each other's way."""
    small = small_venue()
    seats = tuple(
        DraftSeat(
            f"{row}-{number}", "stalls", "gold", str(row), str(number), 50.0 * number, 50.0 * row
        )
        for row in range(ROWS)
        for number in range(SEATS_IN_ROW)
    )
    return dataclasses.replace(small, seats=seats, performances=small.performances[:1])


@dataclass(slots=True)
class Process:
    """One service process, on the same port each time."""

    words: list[str]
    port: int = 0
    address: str = ""
    child: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Returns when it answers."""
        words = [
            sys.executable,
            "-m",
            "boxoffice",
            "serve",
            "--rate",
            "0",
            "--port",
            str(self.port),
        ]
        given = {"BOXOFFICE_TOKEN": _TOKEN, "BOXOFFICE_HOLD_SECONDS": str(HOLD_SECONDS)}
        self.child = subprocess.Popen(
            [*words, *self.words], stdout=subprocess.PIPE, text=True, env={**os.environ, **given}
        )
        assert self.child.stdout is not None
        self.address = json.loads(self.child.stdout.readline())["url"]
        self.port = int(self.address.rsplit(":", 1)[1].split("/")[0])

    def end(self, *, by_force: bool = False) -> None:
        if self.child is None or self.child.stdout is None:
            return
        if by_force:
            self.child.kill()
        else:
            self.child.terminate()
        self.child.wait(PATIENCE)
        self.child.stdout.close()
        self.child = None


@dataclass(slots=True)
class Services:
    """The services on one house.

    Attributes:
        store: where the data are, for who looks at them as their owner.
        kills: how often one was ended by force.
    """

    store: Path | str
    processes: list[Process] = field(default_factory=list)
    kills: int = 0
    database: list[int] = field(default_factory=list)  # its processes

    @property
    def roots(self) -> list[int]:
        """The processes under load, the database's included."""
        children = [process.child for process in self.processes]
        return [*self.database, *(child.pid for child in children if child is not None)]

    def line(self, number: int) -> Line:
        """A connection to one of them, the next one for the next number."""
        return Line(self.processes[number % len(self.processes)].address, _TOKEN)

    async def kill_now_and_then(self, every: float) -> None:
        """Ends one by force, starts it again, and does so with the next, until it is cancelled;
        all of them answer when this returns."""
        while True:
            await asyncio.sleep(every)
            process = self.processes[self.kills % len(self.processes)]
            self.kills += 1
            begun = asyncio.ensure_future(asyncio.to_thread(_killed, process))
            try:
                await asyncio.shield(begun)
            except asyncio.CancelledError:
                await begun
                raise


def _killed(process: Process) -> None:
    process.end(by_force=True)
    process.start()


@contextmanager
def services(kind: str, count: int) -> Iterator[Services]:
    """Services on a new house in `kind` of database; several only of PostgreSQL."""
    with ExitStack() as stack:
        if kind == "postgresql":
            server = postgresql.Server(is_durable=True)
            stack.callback(server.stop)
            address = server.new_database()
            running = Services(server.owners(address), database=[server.pid])
            words = ["--database", address]
            place: Path | str = address
        else:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            place = Path(folder) / "house.sqlite"
            running, words = Services(place), ["--data", str(place)]
        store = Store(place)
        today = datetime.datetime.now(datetime.UTC).date()
        seed(store, hot_house(), today, random.Random(1))
        store.close()
        for _ in range(count):
            process = Process(words)
            stack.callback(process.end)
            process.start()
            running.processes.append(process)
        yield running
