"""The geometry of events for the allocation, read when it is first used and when it changed."""

from __future__ import annotations

import threading

import numpy as np
from sqlalchemy import Connection, select

from boxoffice.domain.catalogue import AreaKind
from boxoffice.service import schema
from boxoffice.service.allocation import House, rows_of
from boxoffice.service.holds import GONE
from boxoffice.service.seat_lists import plan_stamp


class Houses:
    """Houses by event, kept until a seat of their place changes."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, House]] = {}
        self._lock = threading.Lock()

    def of(self, connection: Connection, event_id: int) -> House:
        stamp = plan_stamp(connection, event_id)
        with self._lock:
            known = self._known.get(event_id)
            if known is None or known[0] != stamp:
                known = self._known[event_id] = stamp, _read(connection, event_id)
            return known[1]


def _read(connection: Connection, event_id: int) -> House:
    seats, statuses = schema.seats, schema.event_seats
    query = (
        select(seats.c.id, seats.c.area_id, seats.c.row, seats.c.x, seats.c.y, seats.c.attributes)
        .select_from(statuses.join(seats, seats.c.id == statuses.c.seat_id))
        .where(statuses.c.event_id == event_id, statuses.c.status < GONE)
        .order_by(seats.c.id)
    )
    rows = connection.execute(query).all()
    ids, area_ids, names, xs, ys, attributes = zip(*rows, strict=True) if rows else ((),) * 6
    x = np.array(xs, dtype=np.float64)
    y = np.array(ys, dtype=np.float64)
    known: dict[tuple[int, str], int] = {}
    row = np.array(
        [
            -1 if at is None else known.setdefault((area, name), len(known))
            for at, area, name in zip(xs, area_ids, names, strict=True)
        ],
        dtype=np.int32,
    )
    return House(
        ids=np.array(ids, dtype=np.int64),
        x=x,
        y=y,
        row=row,
        area_ids=np.array(area_ids, dtype=np.int64),
        attributes=np.array(attributes, dtype=np.int32),
        rows=rows_of(row, x, y),
        focus=_focus(connection, event_id, x, y),
    )


def _focus(
    connection: Connection, event_id: int, x: np.ndarray, y: np.ndarray
) -> tuple[float, float]:
    """The middle of the first drawing, which is the stage or the pitch; else of the seats."""
    areas, events = schema.areas, schema.events
    query = (
        select(areas.c.outline)
        .join(events, events.c.location_id == areas.c.location_id)
        .where(
            events.c.id == event_id,
            areas.c.kind == int(AreaKind.DECORATION),
            areas.c.deleted.is_(False),
        )
        .order_by(areas.c.sort)
    )
    for outline in connection.execute(query).scalars():
        if outline:
            corners = np.array(outline, dtype=np.float64)
            return float(corners[:, 0].mean()), float(corners[:, 1].mean())
    if np.all(np.isnan(x)):
        return 0.0, 0.0
    return float(np.nanmean(x)), float(np.nanmean(y))
