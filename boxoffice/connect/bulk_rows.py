"""Rows that come by the ten thousand, as msgspec structures: only the fields that are used."""

from __future__ import annotations

import msgspec


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


class SeatDataRow(msgspec.Struct):
    seat_id: int
    status: int
    blocked_reason: str | None = None
    deleted: bool = False


class _List(msgspec.Struct):
    total_count: int | None = None
    last_updated: int | str | None = None


class SeatResult(_List, kw_only=True):
    seats: list[SeatRow]


class StatusResult(_List, kw_only=True):
    seat_states: list[StatusRow]


class SeatDataResult(_List, kw_only=True):
    event_seat_data: list[SeatDataRow]


class _Reply(msgspec.Struct):
    TIsSuccessful: bool = True
    error_type: int | None = None
    warnings: list[msgspec.Raw] | None = None


class SeatReply(_Reply, kw_only=True):
    SeatCnctResult: SeatResult


class StatusReply(_Reply, kw_only=True):
    SeatStatusCnctResult: StatusResult


class SeatDataReply(_Reply, kw_only=True):
    EventSeatDataCnctResult: SeatDataResult
