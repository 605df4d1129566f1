"""Seats and their status by the ten thousand: bytes to numpy columns, one page at a time.

Decoding runs beside the event loop and yields a page's columns; nothing is kept per seat but them.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec
import numpy as np

from boxoffice.connect.envelope import check, decoded, not_json
from boxoffice.connect.errors import BadReply
from boxoffice.connect.operations import SEAT_STATUS, SEATS, Operation
from boxoffice.connect.sender import Sender
from boxoffice.connect.transport import Answer
from boxoffice.domain.ids import EventId
from boxoffice.domain.seatplan import BrokenPlan, SeatPlan, SeatState, StatusDelta

PAGE_SIZE = 20_000
_MOST_SEATS = 1_000_000
_KNOWN_STATES = 4
_MOST = 1e12

S = TypeVar("S", bound=msgspec.Struct)


class SeatRow(msgspec.Struct):
    id: int
    area_id: int
    price_category_id: int
    row: str | int | None = None
    number: str | int | None = None
    x: float | None = None
    y: float | None = None
    angle: float | None = None
    attributes: int | None = None
    deleted: bool = False


class StatusRow(msgspec.Struct):
    seat_id: int
    status: int
    deleted: bool = False


class SeatResult(msgspec.Struct):
    seats: list[SeatRow]
    total_count: int | None = None
    last_updated: int | str | None = None


class StatusResult(msgspec.Struct):
    seat_states: list[StatusRow]
    total_count: int | None = None
    last_updated: int | str | None = None


class SeatReply(msgspec.Struct):
    SeatCnctResult: SeatResult
    TIsSuccessful: bool = True
    error_type: int | None = None


class StatusReply(msgspec.Struct):
    SeatStatusCnctResult: StatusResult
    TIsSuccessful: bool = True
    error_type: int | None = None


R = TypeVar("R", SeatResult, StatusResult)


async def seat_plan(
    sender: Sender, event_id: EventId, progress: Callable[[float], None] | None
) -> SeatPlan:
    """All seats of an event.

    Raises:
        ConnectError: BadReply names seats that contradict themselves.
    """
    rows: list[SeatRow] = []
    page, total = 1, 1
    while page == 1 or len(rows) < total:
        query = {"id": str(event_id), "page": str(page), "pageSize": str(PAGE_SIZE)}
        result, _ = await sender.judged(SEATS, _seats, query=query)
        rows.extend(result.seats)
        total = len(rows) if result.total_count is None else result.total_count
        most = max(total, len(rows))
        if most > _MOST_SEATS:
            raise BadReply(SEATS.name, f"{most} seats are more than this program can draw")
        if progress is not None:
            progress(min(1.0, len(rows) / max(1, total)))
        if not result.seats:
            break
        page += 1
    return await asyncio.to_thread(_plan, rows)


async def seat_status(sender: Sender, event_id: EventId, since: str) -> StatusDelta:
    """The status of all seats, or what changed at or after a marker."""
    ids, states = [], []
    marker, page, seen = since, 1, 0
    while True:
        query = {"page": str(page), "pageSize": str(PAGE_SIZE)}
        if since:
            query["last_updated"] = since
        result, _ = await sender.judged(
            SEAT_STATUS, _states, path={"event_id": event_id}, query=query
        )
        columns = await asyncio.to_thread(_columns, result.seat_states)
        ids.append(columns[0])
        states.append(columns[1])
        marker = higher(marker, result.last_updated)
        seen += len(result.seat_states)
        if not result.seat_states or result.total_count is None or seen >= result.total_count:
            break
        page += 1
    return StatusDelta(np.concatenate(ids), np.concatenate(states), marker)


def higher(known: str, found: int | str | None) -> str:
    """The higher of two markers: by value where both are numbers, else the later one told."""
    text = "" if found is None else str(found)
    if known.isdigit() and text.isdigit():
        return max(known, text, key=int)
    return text or known


async def _seats(operation: Operation, answer: Answer) -> SeatResult:
    return await _decoded(operation, answer, SeatReply, SeatResult)


async def _states(operation: Operation, answer: Answer) -> StatusResult:
    return await _decoded(operation, answer, StatusReply, StatusResult)


async def _decoded(operation: Operation, answer: Answer, wrapped: type[Any], bare: type[R]) -> R:
    """The result of a bulk answer; anything unusual goes the way of all other answers."""
    if answer.status >= 300:
        check(operation, answer, decoded(operation, answer))
    try:
        reply = await asyncio.to_thread(msgspec.json.decode, answer.body, type=wrapped)
    except msgspec.ValidationError as error:
        content = decoded(operation, answer)
        check(operation, answer, content)
        if operation.result not in content:
            return _bare(operation, answer, bare)
        raise BadReply(operation.name, str(error)[:300]) from error
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise not_json(operation, answer, str(error)) from error
    if not reply.TIsSuccessful or reply.error_type:
        check(operation, answer, decoded(operation, answer))
    result: R = getattr(reply, operation.result)
    return result


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
