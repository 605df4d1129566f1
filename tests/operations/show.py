"""Shows a case: a fresh service for each part, so that none leans on another."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from boxoffice.connect.client import ConnectClient
from boxoffice.connect.errors import OutcomeUnknown, Refused, SignedOut, Unreachable
from boxoffice.connect.operations import Kind
from tests.faults.broken import Bug
from tests.faults.injected import answer_lost
from tests.faults.stage import Stage, stage
from tests.operations.case import Case, World
from tests.operations.reads import READS
from tests.operations.writes import WRITES

CASES = (*READS, *WRITES)
T = TypeVar("T")
Data = dict[str, list[tuple[Any, ...]]]
# What is another each time: moments, barcodes, and the keys that answers are kept under.
_MOVING = {
    "at",
    "created",
    "completed",
    "hold_till",
    "barcode",
    "key",
    "fingerprint",
    "body",
    "digest",
}


@dataclass(slots=True)
class Shown:
    """What was seen of an operation; every part is 'ok', '-' where there is none, or what is wrong.

    Attributes:
        called: over HTTP, with a typed result that is right.
        refused, signed_out, unreachable: the errors.
        lost: twice its answer was lost after the service had done it; asked again with the same
            key it was found, and the data are those of a service that was asked once.
    """

    operation: str
    result: str = ""
    called: str = ""
    refused: str = ""
    signed_out: str = ""
    unreachable: str = ""
    lost: str = ""

    @property
    def is_ok(self) -> bool:
        parts = (self.called, self.refused, self.signed_out, self.unreachable, self.lost)
        return all(part in ("ok", "-") for part in parts) and self.called == "ok"

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"ok": self.is_ok}


def show(case: Case, bug: Bug | None = None) -> Shown:
    """Calls the operation in every way.

    Args:
        bug: put into the client first, to see that it is noticed.
    """
    shown = Shown(case.operation.title)
    with _fresh() as on:
        data = asyncio.run(_closed_after(on, _alone(case, on, shown)))
    if case.operation.kind is not Kind.WRITE:
        shown.lost = "-"
        return shown
    with _fresh(bug) as on:
        shown.lost = asyncio.run(_closed_after(on, _told(lambda: _lost(case, on, data))))
    return shown


@contextmanager
def _fresh(bug: Bug | None = None) -> Iterator[Stage]:
    with (
        tempfile.TemporaryDirectory() as folder,
        stage(Path(folder), bug, with_service=True) as made,
    ):
        yield made


async def _alone(case: Case, on: Stage, shown: Shown) -> Data:
    """The call as it should go, and its errors; the data after the first."""
    client, world = on.client(on.service.address), World()
    after: Data = {}

    async def called() -> None:
        await _prepared(case, client, world)
        before = await asyncio.to_thread(_data, on.data)
        result = await case.call(client, world)
        shown.result = _kind_of(result)
        after.update(await asyncio.to_thread(_data, on.data))
        assert case.is_right(result), f"it returned {result!r}"
        changed = before != after
        assert changed == (case.operation.kind is Kind.WRITE), f"data changed: {changed}"

    shown.called = await _told(called)
    shown.refused = await _told(lambda: _refused(case, on, client, world))
    shown.signed_out = await _told(lambda: _signed_out(case, on, world))
    shown.unreachable = await _told(lambda: _unreachable(case, on, world))
    return after


async def _refused(case: Case, on: Stage, client: ConnectClient, world: World) -> str | None:
    if case.wrong is None:
        return "-"
    with on.expects(Refused) as caught:
        await case.wrong(client, World(world.open, world.sold))
    [error] = caught
    assert error.code == case.code, f"refused with {error.code}, not {case.code}"
    assert error.words, "the service does not say why"
    assert error.operation == case.operation.name, f"told of {error.operation}"
    return None


async def _signed_out(case: Case, on: Stage, world: World) -> None:
    client = on.client(on.service.address)
    client.use_token("another")
    with on.expects(SignedOut):
        await case.call(client, World(world.open, world.sold))


async def _unreachable(case: Case, on: Stage, world: World) -> None:
    proxy = on.proxy()
    await proxy.close_door()
    with on.expects(Unreachable) as caught:
        await case.call(on.client(proxy.address), World(world.open, world.sold))
    assert caught[0].request_id, "no request is named"


async def _lost(case: Case, on: Stage, wanted: Data) -> None:
    """The answer is lost twice, which is more than the client asks by itself."""
    direct, world = on.client(on.service.address), World()
    await _prepared(case, direct, world)
    proxy = on.proxy()
    client = on.client(proxy.address)
    proxy.arm(answer_lost(), answer_lost())
    with on.expects(OutcomeUnknown) as caught:
        await case.call(client, world)
    assert caught[0].key == world.key, "it is to be settled by another key"
    assert case.is_right(await case.call(client, world)), "the repeat found something else"
    keys = {request.key for request in proxy.writes}
    assert len(proxy.writes) == 3, f"{len(proxy.writes)} requests"
    assert keys == {world.key}, f"{len(keys)} keys"
    found = await asyncio.to_thread(_data, on.data)
    other = [name for name in wanted if wanted[name] != found[name]]
    assert not other, f"{', '.join(other)} are not as after one call"


async def _prepared(case: Case, client: ConnectClient, world: World) -> None:
    if case.prepare is not None:
        await case.prepare(client, world)


async def _closed_after(on: Stage, part: Awaitable[T]) -> T:
    try:
        return await part
    finally:
        await on.aclose()


async def _told(part: Callable[[], Awaitable[str | None]]) -> str:
    """'ok', or what went wrong."""
    try:
        return await part() or "ok"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        return f"{type(error).__name__}: {error}"[:200]


def _data(file: Path) -> Data:
    """All rows of all tables, without what is another each time."""
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: _rows(connection, name) for (name,) in names}


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    cursor = connection.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in cursor.description]
    kept = [at for at, name in enumerate(columns) if name not in _MOVING]
    return sorted((tuple(row[at] for at in kept) for row in cursor), key=repr)


def _kind_of(result: Any) -> str:
    """The type of a result, of a sequence that of its entries."""
    if isinstance(result, tuple) and result:
        return f"tuple[{type(result[0]).__name__}, ...]"
    return "None" if result is None else type(result).__name__
