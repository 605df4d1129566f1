"""Seats and their status by the ten thousand: bytes to numpy columns, one page at a time.

Large pages are read beside the event loop; nothing is kept per seat but the columns.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from functools import lru_cache, partial
from typing import Any, TypeVar

import msgspec

from boxoffice.connect.bulk.columns import SeatColumns, StatusColumns
from boxoffice.connect.bulk.plans import changes_of, plan_of, reasons_of, status_of
from boxoffice.connect.bulk.reader import BulkPage, Columns, Reader
from boxoffice.connect.bulk.rows import (
    LooseSeatDataRow,
    LooseSeatRow,
    LooseStatusRow,
    SeatDataRow,
    SeatRow,
    StatusRow,
)
from boxoffice.connect.codes import BLOCKED_SEAT
from boxoffice.connect.dialects.dialect import Dialect
from boxoffice.connect.dialects.learned import SINCE
from boxoffice.connect.envelope import Reply, check, decoded, is_nothing, not_json, warnings_of
from boxoffice.connect.errors import BadReply, ServerWarning
from boxoffice.connect.http_messages import Answer
from boxoffice.connect.operations import JT_SEAT_STATUS, SEAT_DATA, SEAT_STATUS, SEATS, Operation
from boxoffice.connect.paging import higher, items_of, turned
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.seats.seatplan import LoadedPlan, PlanChanges, StatusDelta

_MOST_SEATS = 1_000_000
_MOST_PAGES = 1000
_MOST_READINGS = 3
_FEW = 1000
_SMALL = 50_000

T = TypeVar("T")
C = TypeVar("C", bound=Columns)
Warn = Callable[[tuple[ServerWarning, ...]], None]

_ROWS: Mapping[Operation, tuple[str, type[Any], type[Any]]] = {
    SEATS: ("SeatCnct", SeatRow, LooseSeatRow),
    SEAT_STATUS: ("SeatStatusCnct", StatusRow, LooseStatusRow),
    JT_SEAT_STATUS: ("SeatStatusCnct", StatusRow, LooseStatusRow),
    SEAT_DATA: ("EventSeatDataCnct", SeatDataRow, LooseSeatDataRow),
}


@lru_cache(maxsize=32)
def reader_of(operation: Operation, dialect: Dialect, event_id: int | None = None) -> Reader:
    """What reads the answers of an operation about an event. It is made once: polls come often."""
    entity, row, loose = _ROWS[operation]
    return Reader(operation, entity, row, loose, dialect, event_id)


async def seat_plan(
    sender: Sender, event_id: EventId, progress: Callable[[float], None] | None
) -> LoadedPlan:
    """All seats of an event.

    A house that grows or shrinks while its pages are turned is read again: the pages after do not
    begin where those before ended.

    Raises:
        ConnectError: BadReply names seats that contradict themselves.
    """
    for _ in range(_MOST_READINGS):
        seats = SeatColumns()
        markers, totals = [], set()
        async for page in _pages(sender, SEATS, seats.another, event_id):
            seats.join(page.rows)
            markers.append(page.last_updated)
            totals.add(page.total_count)
            if progress is not None:
                progress(min(1.0, len(seats) / max(1, page.total_count or len(seats))))
        if len(totals) == 1:
            break
    return LoadedPlan(await _beside(plan_of, seats), _next(sender, SEATS, "", markers))


async def plan_changes(sender: Sender, event_id: EventId, since: str) -> PlanChanges:
    """What changed of an event's plan at or after a marker; of two rows for a seat the last counts.

    Raises:
        ConnectError: BadReply names seats that contradict themselves.
    """
    seats = SeatColumns()
    markers = []
    async for page in _pages(sender, SEATS, seats.another, event_id, since):
        seats.join(page.rows)
        markers.append(page.last_updated)
    changed, gone = await _beside(changes_of, seats)
    return PlanChanges(changed, gone, _next(sender, SEATS, since, markers))


async def seat_status(
    sender: Sender, event_id: EventId, since: str, settled: set[int], operation: Operation
) -> StatusDelta:
    """The status of all seats, or what changed at or after a marker.

    An entry that is deleted may be a seat that is gone, or one that nobody holds any more: then the
    whole list is asked for, and tells.

    Args:
        settled: seats whose entries were deleted, and of which the whole list was asked; kept.
    """
    told, marker = await _states(sender, event_id, since, operation)
    gone = set(told.gone.tolist())
    if not since:
        settled.clear()
    elif gone <= settled:
        told = told.there() if gone else told  # of the others the whole list has told
        settled -= set(told.seat_ids.tolist()) - gone
    else:
        whole, marker = await _states(sender, event_id, "", operation)
        told = StatusColumns()
        lost = gone - set(whole.seat_ids.tolist())
        told.extend([StatusRow(seat, BLOCKED_SEAT, deleted=True) for seat in sorted(lost)])
        told.join(whole)
    settled |= gone
    ids, states, orders = await _beside(status_of, told)
    return StatusDelta(ids, states, marker, orders)


async def _states(
    sender: Sender, event_id: EventId, since: str, operation: Operation
) -> tuple[StatusColumns, str]:
    told = StatusColumns()
    markers = []
    async for page in _pages(sender, operation, StatusColumns, event_id, since):
        told.join(page.rows)
        markers.append(page.last_updated)
    return told, _next(sender, operation, since, markers)


async def blocked_reasons(
    sender: Sender, event_id: EventId, since: str
) -> tuple[dict[SeatId, str], str]:
    """Why blocked seats are blocked, of all or of those that changed at or after a marker, and the
    marker to ask with next. Seats that are blocked without a reason are left out."""
    reasons: dict[SeatId, str] = {}
    markers = []
    async for page in _pages(sender, SEAT_DATA, list[SeatDataRow], event_id, since):
        reasons |= await _beside(reasons_of, page.rows)
        markers.append(page.last_updated)
    return reasons, _next(sender, SEAT_DATA, since, markers)


def _next(sender: Sender, operation: Operation, since: str, markers: list[int | str | None]) -> str:
    """The marker to ask with next."""
    learned = sender.learned
    return learned.marker(operation, higher(learned.marker(operation, since), markers[0]))


async def _beside(work: Callable[[C], T], rows: C) -> T:
    """Work on rows, beside the event loop where there are many; a few cost less than the way."""
    return work(rows) if len(rows) < _FEW else await asyncio.to_thread(work, rows)


async def _pages(
    sender: Sender, operation: Operation, new: Callable[[], C], event_id: EventId, since: str = ""
) -> AsyncIterator[BulkPage[C]]:
    """The pages of a list, the first even if it is empty."""
    learned = sender.learned
    reader = reader_of(operation, sender.dialect, event_id)
    is_in_path = "{event_id}" in operation.path
    path = {"event_id": event_id} if is_in_path else None
    of_event = {} if is_in_path else {"id": str(event_id)}

    async def ask(asked: Mapping[str, str]) -> BulkPage[C]:
        is_idle = SINCE in asked

        async def judge(operation: Operation, answer: Answer) -> BulkPage[C]:
            return await _decoded(operation, answer, reader, new, sender.warn, is_idle=is_idle)

        page = await sender.judged(operation, judge, path=path, query=asked)
        if page.strangers:
            sender.leave_out(operation, page.strangers)
        for name, count in Counter(page.dropped).items():
            sender.oddities.note(operation, f"{name} does not fit", count)
        return page

    seen = 0
    query = {**of_event, **learned.since(operation, since)}
    async for page, _ in turned(learned, operation, ask, query, _MOST_PAGES):
        seen += len(page.rows)
        most = max(seen, page.total_count or 0)
        if most > _MOST_SEATS:
            raise BadReply(
                operation.name, f"{min(most, 10**12)} seats are more than this program can draw"
            )
        yield page


async def _decoded(
    operation: Operation,
    answer: Answer,
    reader: Reader,
    new: Callable[[], C],
    warn: Warn,
    *,
    is_idle: bool,
) -> BulkPage[C]:
    """A page of a bulk answer; anything unusual goes the way of all other answers."""
    if is_nothing(answer):
        return BulkPage(new(), None, None)
    if answer.status >= 300:
        check(operation, answer, decoded(operation, answer))
    try:
        page, says_more = await _read(answer.body, reader, new)
    except msgspec.ValidationError as error:
        read = partial(_unusual, operation, answer, reader, new, str(error), is_idle=is_idle)
        return read() if len(answer.body) < _SMALL else await asyncio.to_thread(read)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise not_json(operation, answer, str(error)) from error
    if says_more:
        content = decoded(operation, answer)
        check(operation, answer, content)
        warn(warnings_of(operation, content, answer.request_id))
    return page


async def _read(body: bytes, reader: Reader, new: Callable[[], C]) -> tuple[BulkPage[C], bool]:
    if len(body) < _SMALL:
        return reader.read(body, new)
    return await asyncio.to_thread(reader.read, body, new)


def _unusual(
    operation: Operation,
    answer: Answer,
    reader: Reader,
    new: Callable[[], C],
    reason: str,
    *,
    is_idle: bool,
) -> BulkPage[C]:
    """A page whose result is bare, empty, or has names that are published beside those of the
    dialect.

    Raises:
        BadReply: it is none; in the words of the first reader, where there was a list.
    """
    content = decoded(operation, answer)
    check(operation, answer, content)
    found = content.get(operation.result, content)
    if not isinstance(found, dict | None):
        raise BadReply(operation.name, f"{operation.result} is no object")
    result = found or {}
    reply = Reply(content if found is content else result, content)
    if not items_of(operation, reply, is_idle=is_idle):
        result = {**result, operation.items: []}
    try:
        plain = operation.spoken.heard(msgspec.json.decode(answer.body))
        told = plain.get(operation.result, plain) or {}
        listed = told if isinstance(told.get(operation.items), list) else _plain(result)
        return reader.read_content(listed, new)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        if operation.result in content:
            raise BadReply(operation.name, reason[:300]) from error
        raise BadReply(operation.name, str(error)[:300]) from error


def _plain(result: dict[str, Any]) -> dict[str, Any]:
    """What a page without a list may still tell."""
    told = ("total_count", "last_updated", "page_size")
    kept = {name: result[name] for name in told if name in result}
    return kept | {name: value for name, value in result.items() if value == []}
