"""Seats and their status by the ten thousand: bytes to numpy columns, one page at a time.

Decoding runs beside the event loop and yields a page's columns; nothing is kept per seat but them.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec
import numpy as np

from boxoffice.connect.bulk_rows import (
    SeatDataReply,
    SeatDataResult,
    SeatDataRow,
    SeatReply,
    SeatResult,
    SeatRow,
    StatusReply,
    StatusResult,
    StatusRow,
)
from boxoffice.connect.envelope import check, decoded, not_json, warnings_of
from boxoffice.connect.errors import BadReply, ServerWarning
from boxoffice.connect.operations import SEAT_DATA, SEAT_STATUS, SEATS, Operation
from boxoffice.connect.paging import higher
from boxoffice.connect.paging import since as asked_since
from boxoffice.connect.sender import Sender
from boxoffice.connect.transport import Answer
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.seatplan import (
    BrokenPlan,
    Int64s,
    LoadedPlan,
    PlanChanges,
    SeatPlan,
    SeatState,
    StatusDelta,
)

PAGE_SIZE = 20_000
_MOST_SEATS = 1_000_000
_MOST_READINGS = 3
_KNOWN_STATES = 4
_MOST = 1e12
_MOST_LETTERS = 200
_FEW = 1000
_SMALL = 50_000

T = TypeVar("T")
V = TypeVar("V")
Warn = Callable[[tuple[ServerWarning, ...]], None]
R = TypeVar("R", SeatResult, StatusResult, SeatDataResult)


class _Kind(NamedTuple, Generic[R]):
    """How a list comes: in its wrapper, and bare."""

    decoder: msgspec.json.Decoder[Any]
    bare: type[R]


_SEATS = _Kind(msgspec.json.Decoder(SeatReply), SeatResult)
_STATES = _Kind(msgspec.json.Decoder(StatusReply), StatusResult)
_SEAT_DATA = _Kind(msgspec.json.Decoder(SeatDataReply), SeatDataResult)


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
        rows: list[SeatRow] = []
        markers, totals = [], set()
        async for page in _pages(sender, SEATS, _SEATS, {"id": str(event_id)}):
            rows.extend(page.seats)
            markers.append(page.last_updated)
            totals.add(page.total_count)
            if progress is not None:
                progress(min(1.0, len(rows) / max(1, page.total_count or len(rows))))
        if len(totals) == 1:
            break
    return LoadedPlan(await asyncio.to_thread(_plan, rows), higher("", markers[0]))


async def plan_changes(sender: Sender, event_id: EventId, since: str) -> PlanChanges:
    """What changed of an event's plan at or after a marker; of a seat told twice the last counts.

    Raises:
        ConnectError: BadReply names seats that contradict themselves.
    """
    rows: dict[int, SeatRow] = {}
    markers = []
    async for page in _pages(sender, SEATS, _SEATS, {"id": str(event_id), **asked_since(since)}):
        rows.update({row.id: row for row in page.seats})
        markers.append(page.last_updated)
    marker = higher(since, markers[0])
    if not rows:
        return PlanChanges(SeatPlan.empty(), np.zeros(0, dtype=np.int64), marker)
    changed = await asyncio.to_thread(_plan, list(rows.values()))
    return PlanChanges(changed, _gone(rows.values()), marker)


async def seat_status(
    sender: Sender, event_id: EventId, since: str, operation: Operation = SEAT_STATUS
) -> StatusDelta:
    """The status of all seats, or what changed at or after a marker."""
    ids, states, markers = [], [], []
    path = {"event_id": event_id}
    async for page in _pages(sender, operation, _STATES, asked_since(since), path):
        columns = await _beside(_columns, page.seat_states)
        ids.append(columns[0])
        states.append(columns[1])
        markers.append(page.last_updated)
    marker = higher(since, markers[0])
    return StatusDelta(np.concatenate(ids), np.concatenate(states), marker)


async def blocked_reasons(
    sender: Sender, event_id: EventId, since: str
) -> tuple[dict[SeatId, str], str]:
    """Why blocked seats are blocked, of all or of those that changed at or after a marker, and the
    marker to ask with next. Seats that are blocked for no told reason are left out."""
    reasons: dict[SeatId, str] = {}
    markers = []
    query = {"id": str(event_id), **asked_since(since)}
    async for page in _pages(sender, SEAT_DATA, _SEAT_DATA, query):
        reasons |= await _beside(_reasons, page.event_seat_data)
        markers.append(page.last_updated)
    return reasons, higher(since, markers[0])


async def _beside(work: Callable[[Sequence[V]], T], rows: Sequence[V]) -> T:
    """Work on rows, beside the event loop where there are many; a few cost less than the way."""
    return work(rows) if len(rows) < _FEW else await asyncio.to_thread(work, rows)


async def _pages(
    sender: Sender,
    operation: Operation,
    kind: _Kind[R],
    query: Mapping[str, str],
    path: Mapping[str, object] | None = None,
) -> AsyncIterator[R]:
    """The pages of a list, the first even if it is empty."""

    async def judge(operation: Operation, answer: Answer) -> R:
        return await _decoded(operation, answer, kind, sender.warn)

    seen, number = 0, 1
    while True:
        asked = {**query, "page": str(number), "pageSize": str(PAGE_SIZE)}
        page = await sender.judged(operation, judge, path=path, query=asked)
        total = page.total_count
        found = len(getattr(page, operation.items))
        seen += found
        most = max(seen, total or 0)
        if most > _MOST_SEATS:
            raise BadReply(operation.name, f"{most} seats are more than this program can draw")
        yield page
        if not found or total is None or seen >= total:
            return
        number += 1


async def _decoded(operation: Operation, answer: Answer, kind: _Kind[R], warn: Warn) -> R:
    """The result of a bulk answer; anything unusual goes the way of all other answers."""
    if answer.status >= 300:
        check(operation, answer, decoded(operation, answer))
    try:
        reply = await _read(answer.body, kind)
    except msgspec.ValidationError as error:
        content = decoded(operation, answer)
        check(operation, answer, content)
        if operation.result not in content:
            return _bare(operation, answer, kind.bare)
        raise BadReply(operation.name, str(error)[:300]) from error
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise not_json(operation, answer, str(error)) from error
    if not reply.TIsSuccessful or reply.error_type or reply.warnings:
        content = decoded(operation, answer)
        check(operation, answer, content)
        warn(warnings_of(operation, content, answer.request_id))
    result: R = getattr(reply, operation.result)
    return result


async def _read(body: bytes, kind: _Kind[R]) -> Any:
    if len(body) < _SMALL:
        return kind.decoder.decode(body)
    return await asyncio.to_thread(kind.decoder.decode, body)


def _bare(operation: Operation, answer: Answer, kind: type[R]) -> R:
    try:
        return msgspec.json.decode(answer.body, type=kind)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise BadReply(operation.name, str(error)[:300]) from error


def _columns(rows: Sequence[StatusRow]) -> tuple[np.ndarray, np.ndarray]:
    """Ids and states; a status this program does not know is OTHER, a deleted seat is blocked."""
    try:
        ids = np.fromiter((row.seat_id for row in rows), np.int64, len(rows))
        raw = np.fromiter((row.status for row in rows), np.int64, len(rows))
    except OverflowError as error:
        raise BadReply(SEAT_STATUS.name, "a number outside 64 bits") from error
    deleted = np.fromiter((row.deleted for row in rows), np.bool_, len(rows))
    states = np.where((raw >= 0) & (raw < _KNOWN_STATES), raw, int(SeatState.OTHER))
    states[deleted] = int(SeatState.BLOCKED)
    return ids, states.astype(np.uint8)


def _reasons(rows: Sequence[SeatDataRow]) -> dict[SeatId, str]:
    """The words of blocked seats, cut to what fits on a card."""
    found: dict[SeatId, str] = {}
    for row in rows:
        is_blocked = row.status == SeatState.BLOCKED and not row.deleted
        words = (row.blocked_reason or "").strip()[:_MOST_LETTERS] if is_blocked else ""
        if words and 0 <= row.seat_id < 2**63:
            found[SeatId(row.seat_id)] = words
    return found


def _plan(rows: Sequence[SeatRow]) -> SeatPlan:
    rows = sorted((row for row in rows if not row.deleted), key=_by_id)
    _check_places(rows)
    names: dict[tuple[int, str], int] = {}
    row_index = [
        -1 if r.x is None else names.setdefault((r.area_id, _text(r.row)), len(names)) for r in rows
    ]
    n = len(rows)
    try:
        return SeatPlan(
            ids=np.fromiter((r.id for r in rows), np.int64, n),
            x=np.fromiter((_place(r.x) for r in rows), np.float64, n),
            y=np.fromiter((_place(r.y) for r in rows), np.float64, n),
            angle=np.fromiter((r.angle or 0.0 for r in rows), np.float64, n),
            area_ids=np.fromiter((r.area_id for r in rows), np.int64, n),
            row_index=np.array(row_index, dtype=np.int32),
            row_names=tuple(name for _, name in names),
            numbers=tuple(_text(r.number) for r in rows),
            category_ids=np.fromiter((r.price_category_id for r in rows), np.int64, n),
            attributes=np.fromiter((r.attributes or 0 for r in rows), np.int32, n),
        )
    except BrokenPlan as error:
        raise BadReply(SEATS.name, str(error)) from error
    except OverflowError as error:
        raise BadReply(SEATS.name, "a number outside its range") from error


def _gone(rows: Iterable[SeatRow]) -> Int64s:
    try:
        return np.array([row.id for row in rows if row.deleted], dtype=np.int64)
    except OverflowError as error:
        raise BadReply(SEATS.name, "a number outside its range") from error


def _by_id(row: SeatRow) -> int:
    return row.id


def _check_places(rows: Sequence[SeatRow]) -> None:
    wrong = [r.id for r in rows if (r.x is None) != (r.y is None) or not _is_place(r)]
    if wrong:
        some = ", ".join(map(str, wrong[:10]))
        raise BadReply(SEATS.name, f"coordinates that are no place, seats {some}")


def _is_place(row: SeatRow) -> bool:
    return all(math.isfinite(c or 0.0) and abs(c or 0.0) < _MOST for c in (row.x, row.y, row.angle))


def _place(value: float | None) -> float:
    return math.nan if value is None else value


def _text(value: str | int | None) -> str:
    return "" if value is None else str(value)[:200]
