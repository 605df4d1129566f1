"""A cache of the free seats of events: read once, then updated by what has changed since."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, bindparam, select

from boxoffice.domain.seats.seatplan import Int64s
from boxoffice.service.allocation.seating import Mask, Seating
from boxoffice.service.data.schema import event_seats
from boxoffice.service.data.status import FREE
from boxoffice.service.data.store import next_marker

_CHANGED = select(
    event_seats.c.seat_id, event_seats.c.status, event_seats.c.price_category_id
).where(event_seats.c.event_id == bindparam("event"), event_seats.c.stamp >= bindparam("since"))


@dataclass(slots=True)
class _Snapshot:
    """An event's seats in the order of its seating, and the marker to ask with next."""

    seating: Seating
    status: NDArray[np.int8]
    categories: Int64s
    marker: int = 0


class FreeSeats:
    """The free seats of events. It holds nothing but what is in the data, and is thread-safe."""

    def __init__(self) -> None:
        self._snapshots: dict[int, _Snapshot] = {}
        self._lock = threading.Lock()

    def of(
        self, connection: Connection, event_id: int, seating: Seating, category_id: int | None
    ) -> tuple[Mask, Mask]:
        """The free seats, and those of them that have the price category; for a transaction that
        has changed no seat yet."""
        with self._lock:
            snapshot = self._snapshots.get(event_id)
            if snapshot is None or snapshot.seating is not seating:
                count = len(seating.ids)
                snapshot = self._snapshots[event_id] = _Snapshot(
                    seating, np.full(count, -1, dtype=np.int8), np.zeros(count, dtype=np.int64)
                )
            _bring_up_to_date(connection, event_id, snapshot)
            free = snapshot.status == FREE
            if category_id is None:
                return free, free
            return free, free & (snapshot.categories == category_id)


def _bring_up_to_date(connection: Connection, event_id: int, snapshot: _Snapshot) -> None:
    # The marker is read first: what is committed between the two queries is read again next time.
    marker = next_marker(connection)
    changed = connection.execute(_CHANGED, {"event": event_id, "since": snapshot.marker}).all()
    if changed:
        rows = np.array([tuple(row) for row in changed], dtype=np.int64)
        ids = snapshot.seating.ids
        at = np.searchsorted(ids, rows[:, 0]).clip(max=max(len(ids) - 1, 0))
        known = ids[at] == rows[:, 0] if len(ids) else np.zeros(len(rows), dtype=np.bool_)
        snapshot.status[at[known]] = rows[known, 1]
        snapshot.categories[at[known]] = rows[known, 2]
    snapshot.marker = marker
