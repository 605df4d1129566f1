"""Seats and their status by the ten thousand: bytes to numpy columns, one page at a time.

Large pages are read beside the event loop; nothing is kept per seat but the columns.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from typing import TypeVar

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
from boxoffice.connect.envelope import check, decoded, not_json, warnings_of
from boxoffice.connect.errors import BadReply, ServerWarning
from boxoffice.connect.http_messages import Answer
from boxoffice.connect.operations import SEAT_DATA, SEAT_STATUS, SEATS, Operation
from boxoffice.connect.paging import higher, is_last, is_same_page
from boxoffice.connect.paging import since as asked_since
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.seats.seatplan import LoadedPlan, PlanChanges, StatusDelta

PAGE_SIZE = 20_000
_MOST_SEATS = 1_000_000
_MOST_PAGES = 1000
_MOST_READINGS = 3
_FEW = 1000
_SMALL = 50_000

T = TypeVar("T")
C = TypeVar("C", bound=Columns)
Warn = Callable[[tuple[ServerWarning, ...]], None]

_SEATS = Reader(SEATS.result, SEATS.items, SeatRow, LooseSeatRow)
_STATES = Reader(SEAT_STATUS.result, SEAT_STATUS.items, StatusRow, LooseStatusRow)
_SEAT_DATA = Reader(SEAT_DATA.result, SEAT_DATA.items, SeatDataRow, LooseSeatDataRow)


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
        async for page in _pages(sender, SEATS, _SEATS, seats.another, {"id": str(event_id)}):
            seats.join(page.rows)
            markers.append(page.last_updated)
            totals.add(page.total_count)
            if progress is not None:
                progress(min(1.0, len(seats) / max(1, page.total_count or len(seats))))
        if len(totals) == 1:
            break
    return LoadedPlan(await _beside(plan_of, seats), higher("", markers[0]))


async def plan_changes(sender: Sender, event_id: EventId, since: str) -> PlanChanges:
    """What changed of an event's plan at or after a marker; of two rows for a seat the last counts.

    Raises:
        ConnectError: BadReply names seats that contradict themselves.
    """
    seats = SeatColumns()
    markers = []
    query = {"id": str(event_id), **asked_since(since)}
    async for page in _pages(sender, SEATS, _SEATS, seats.another, query):
        seats.join(page.rows)
        markers.append(page.last_updated)
    changed, gone = await _beside(changes_of, seats)
    return PlanChanges(changed, gone, higher(since, markers[0]))


async def seat_status(
    sender: Sender, event_id: EventId, since: str, operation: Operation = SEAT_STATUS
) -> StatusDelta:
    """The status of all seats, or what changed at or after a marker."""
    told = StatusColumns()
    markers = []
    path = {"event_id": event_id}
    async for page in _pages(sender, operation, _STATES, StatusColumns, asked_since(since), path):
        told.join(page.rows)
        markers.append(page.last_updated)
    ids, states, orders = await _beside(status_of, told)
    return StatusDelta(ids, states, higher(since, markers[0]), orders)


async def blocked_reasons(
    sender: Sender, event_id: EventId, since: str
) -> tuple[dict[SeatId, str], str]:
    """Why blocked seats are blocked, of all or of those that changed at or after a marker, and the
    marker to ask with next. Seats that are blocked without a reason are left out."""
    reasons: dict[SeatId, str] = {}
    markers = []
    query = {"id": str(event_id), **asked_since(since)}
    async for page in _pages(sender, SEAT_DATA, _SEAT_DATA, list[SeatDataRow], query):
        reasons |= await _beside(reasons_of, page.rows)
        markers.append(page.last_updated)
    return reasons, higher(since, markers[0])


async def _beside(work: Callable[[C], T], rows: C) -> T:
    """Work on rows, beside the event loop where there are many; a few cost less than the way."""
    return work(rows) if len(rows) < _FEW else await asyncio.to_thread(work, rows)


async def _pages(
    sender: Sender,
    operation: Operation,
    reader: Reader,
    new: Callable[[], C],
    query: Mapping[str, str],
    path: Mapping[str, object] | None = None,
) -> AsyncIterator[BulkPage[C]]:
    """The pages of a list, the first even if it is empty."""

    async def judge(operation: Operation, answer: Answer) -> BulkPage[C]:
        return await _decoded(operation, answer, reader, new, sender.warn)

    seen = 0
    before = new()
    for number in range(1, _MOST_PAGES + 1):
        asked = {**query, "page": str(number), "pageSize": str(PAGE_SIZE)}
        page = await sender.judged(operation, judge, path=path, query=asked)
        if is_same_page(before, page.rows):
            if page.total_count is None:
                return
            raise BadReply(operation.name, f"page {number} is the one before it again")
        before = page.rows
        total = page.total_count
        seen += len(page.rows)
        most = max(seen, total or 0)
        if most > _MOST_SEATS:
            raise BadReply(
                operation.name, f"{min(most, 10**12)} seats are more than this program can draw"
            )
        yield page
        if is_last(len(page.rows), seen, total):
            return
    raise BadReply(operation.name, f"more than {_MOST_PAGES} pages")


async def _decoded(
    operation: Operation, answer: Answer, reader: Reader, new: Callable[[], C], warn: Warn
) -> BulkPage[C]:
    """A page of a bulk answer; anything unusual goes the way of all other answers."""
    if answer.status >= 300:
        check(operation, answer, decoded(operation, answer))
    try:
        page, says_more = await _read(answer.body, reader, new)
    except msgspec.ValidationError as error:
        content = decoded(operation, answer)
        check(operation, answer, content)
        if operation.result not in content:
            return _bare(operation, answer, reader, new)
        raise BadReply(operation.name, str(error)[:300]) from error
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


def _bare(
    operation: Operation, answer: Answer, reader: Reader, new: Callable[[], C]
) -> BulkPage[C]:
    try:
        return reader.read_bare(answer.body, new)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise BadReply(operation.name, str(error)[:300]) from error
