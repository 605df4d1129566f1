"""A cache of what the allocation needs of events: their seating and their free seats.

A seating is read when it is first used, and again after it has changed.
"""

from __future__ import annotations

import threading

import numpy as np
from sqlalchemy import Connection, select

from boxoffice.domain.catalogue import AreaKind
from boxoffice.domain.seats.seatplan import Floats, Int64s
from boxoffice.service.allocation.seating import Seating, seating_of
from boxoffice.service.data import schema
from boxoffice.service.data.status import GONE
from boxoffice.service.lists.seat_lists import plan_stamp
from boxoffice.service.sale.free_seats import FreeSeats

Point = tuple[float, float]


class SeatingCache:
    """Seatings by event, each kept until a seat of its location changes; thread-safe."""

    def __init__(self) -> None:
        self.free_seats = FreeSeats()
        self._known: dict[int, tuple[int, Seating]] = {}
        self._lock = threading.Lock()

    def of(self, connection: Connection, event_id: int) -> Seating:
        stamp = plan_stamp(connection, event_id)
        with self._lock:
            known = self._known.get(event_id)
            if known is None or known[0] != stamp:
                known = self._known[event_id] = stamp, _read(connection, event_id)
            return known[1]


def _read(connection: Connection, event_id: int) -> Seating:
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
    areas = np.array(area_ids, dtype=np.int64)
    return seating_of(
        ids=np.array(ids, dtype=np.int64),
        row=row,
        x=x,
        y=y,
        area_ids=areas,
        attributes=np.array(attributes, dtype=np.int32),
        focus=_focus(connection, event_id, areas, x, y),
    )


def _focus(connection: Connection, event_id: int, area_ids: Int64s, x: Floats, y: Floats) -> Floats:
    """float64[n, 2]: the point that each seat is best near to.

    It is the middle of a drawing, such as a stage or a pitch: of the first one with the same parent
    as the seat's area, else of the first one of all. Without any it is the middle of the area.
    """
    areas, events = schema.areas, schema.events
    query = (
        select(areas.c.id, areas.c.parent_id, areas.c.kind, areas.c.outline)
        .join(events, events.c.location_id == areas.c.location_id)
        .where(events.c.id == event_id, areas.c.deleted.is_(False))
        .order_by(areas.c.sort)
    )
    drawn: dict[int | None, Point] = {}  # by the drawing's parent area
    parents: dict[int, int | None] = {}
    stage: Point | None = None
    for area_id, parent_id, kind, outline in connection.execute(query):
        parents[area_id] = parent_id
        if kind == int(AreaKind.DECORATION) and outline:
            corners = np.array(outline, dtype=np.float64)
            middle = float(corners[:, 0].mean()), float(corners[:, 1].mean())
            stage = stage or middle
            drawn.setdefault(parent_id, middle)
    focus = np.empty((len(area_ids), 2))
    for area_id in np.unique(area_ids).tolist():
        inside = area_ids == area_id
        own = drawn.get(parents.get(area_id)) or stage
        focus[inside] = own or _middle(x[inside], y[inside])
    return focus


def _middle(x: Floats, y: Floats) -> Point:
    placed = ~np.isnan(x)
    return (float(x[placed].mean()), float(y[placed].mean())) if placed.any() else (0.0, 0.0)
