"""Which seats of an event are free, at hand: read once, then kept up by what changed since."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, bindparam, select

from boxoffice.domain.seats.seatplan import Int64s
from boxoffice.service.allocation.seating import House, Mask
from boxoffice.service.data.schema import event_seats
from boxoffice.service.data.status import FREE
from boxoffice.service.data.store import next_marker

_CHANGED = select(
    event_seats.c.seat_id, event_seats.c.status, event_seats.c.price_category_id
).where(event_seats.c.event_id == bindparam("event"), event_seats.c.stamp >= bindparam("since"))


@dataclass(slots=True)
class _Picture:
    """An event's seats in the order of its house, and the marker to ask with next."""

    house: House
    status: NDArray[np.int8]
    categories: Int64s
    marker: int = 0


class FreeSeats:
    """The free seats of events. It holds nothing that the data do not say; anybody may ask."""

    def __init__(self) -> None:
        self._pictures: dict[int, _Picture] = {}
        self._lock = threading.Lock()

    def of(
        self, connection: Connection, event_id: int, house: House, category_id: int | None
    ) -> tuple[Mask, Mask]:
        """Which seats of the house are free, and which of these have the price category; for a
        transaction that has changed no seat yet."""
        with self._lock:
            picture = self._pictures.get(event_id)
            if picture is None or picture.house is not house:
                count = len(house.ids)
                picture = self._pictures[event_id] = _Picture(
                    house, np.full(count, -1, dtype=np.int8), np.zeros(count, dtype=np.int64)
                )
            _bring_up_to_date(connection, event_id, picture)
            free = picture.status == FREE
            if category_id is None:
                return free, free
            return free, free & (picture.categories == category_id)


def _bring_up_to_date(connection: Connection, event_id: int, picture: _Picture) -> None:
    # Asked for first: what is committed between the two questions comes with the next one again.
    marker = next_marker(connection)
    changed = connection.execute(_CHANGED, {"event": event_id, "since": picture.marker}).all()
    if changed:
        rows = np.array([tuple(row) for row in changed], dtype=np.int64)
        ids = picture.house.ids
        at = np.searchsorted(ids, rows[:, 0]).clip(max=max(len(ids) - 1, 0))
        known = ids[at] == rows[:, 0] if len(ids) else np.zeros(len(rows), dtype=np.bool_)
        picture.status[at[known]] = rows[known, 1]
        picture.categories[at[known]] = rows[known, 2]
    picture.marker = marker
