"""The house of a trial: a real `boxoffice serve`, new for each, on SQLite or PostgreSQL."""

from __future__ import annotations

import dataclasses
import datetime
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from boxoffice.service.data.credentials import add
from boxoffice.service.data.schema import orders
from boxoffice.service.data.status import EXPIRED
from boxoffice.service.data.store import Store
from boxoffice.service.process.seeding import seed
from tests import ROOT, postgresql
from tests.crash import power
from tests.service_fixture import small_venue
from tests.waiting import PATIENCE

BEFORE = 7000  # the number of the order before the first
TOKEN = "crash-test"


@dataclass(slots=True)
class House:
    """A service and its data.

    Attributes:
        place: the data, for who looks at them as their owner.
        shadow: where the data's shadow is kept, for a loss of power; None without one.
        address: of the service.
        is_careless: it does not flush: a bug that a loss of power has to show.
    """

    place: Path | str
    words: list[str]
    shadow: Path | None = None
    address: str = ""
    port: int = 0
    is_careless: bool = False
    token: str = TOKEN
    child: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Returns when it answers; on the same port each time."""
        program = ["-m", "boxoffice"]
        if self.shadow is not None and isinstance(self.place, Path):
            careless = ["--careless"] if self.is_careless else []
            program = ["-m", "tests.crash.power", str(self.place.parent), str(self.shadow)]
            program += careless
        words = [sys.executable, *program, "serve", "--rate", "0", "--port", str(self.port)]
        self.child = subprocess.Popen(
            [*words, *self.words],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "BOXOFFICE_TOKEN": TOKEN},
        )
        assert self.child.stdout is not None
        self.address = json.loads(self.child.stdout.readline())["url"]
        self.port = int(self.address.rsplit(":", 1)[1].split("/")[0])

    def stop(self, *, by_force: bool = False) -> None:
        if self.child is None or self.child.stdout is None:
            return
        if by_force:
            self.child.kill()
        else:
            self.child.terminate()
        self.child.wait(PATIENCE)
        self.child.stdout.close()
        self.child = None

    def lose_power(self) -> None:
        """The service ends by force, what was not flushed is gone, and it starts again."""
        assert isinstance(self.place, Path)
        assert self.shadow is not None
        self.stop(by_force=True)
        power.cut(self.place.parent, self.shadow)
        self.start()


class Houses:
    """Makes houses, each like the first: a small theatre with all seats of its first event free."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        folder = tempfile.TemporaryDirectory(prefix="crash-")
        self._folder = Path(self._stack.enter_context(folder))
        self._server: postgresql.Server | None = None
        self._model = ""
        self._seeded(self._folder / "model.sqlite")

    def __enter__(self) -> Houses:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def prepare(self, database: str) -> None:
        """Before any trial: what all of them share."""
        if database == "postgresql" and self._server is None:
            self._server = postgresql.Server(is_durable=True)
            self._stack.callback(self._server.stop)
            self._model = self._server.new_database("model")
            self._seeded(self._server.owners(self._model))

    @staticmethod
    def _seeded(place: Path | str) -> None:
        store = Store(place)
        house = small_venue()
        house = dataclasses.replace(house, performances=house.performances[:1])
        seed(store, house, datetime.datetime.now(datetime.UTC).date(), random.Random(1))
        add(store, "another counter")
        with store.writing() as connection:
            # An order's number is nothing that stands in a date, a sum or a seat's name as well.
            connection.execute(
                orders.insert(), {"id": BEFORE, "status": EXPIRED, "credential_id": 1}
            )
            if connection.dialect.name == "postgresql":
                sequence = "pg_get_serial_sequence('orders', 'id')"
                connection.execute(text(f"SELECT setval({sequence}, {BEFORE})"))
        store.close()

    @contextmanager
    def one(self, database: str, folder: Path) -> Iterator[House]:
        """A house that is gone when the block is left."""
        if database == "postgresql":
            assert self._server is not None
            address = self._server.copy_of(self._model)
            house = House(self._server.owners(address), ["--database", address])
        else:
            folder.mkdir()
            place = folder / "house.sqlite"
            shutil.copyfile(self._folder / "model.sqlite", place)
            shadow = None if power.why_not() else folder / "shadow"
            house = House(place, ["--data", str(place)], shadow)
        house.start()
        try:
            yield house
        finally:
            house.stop()
            if self._server is not None and database == "postgresql":
                self._server.drop(address)
