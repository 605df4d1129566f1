"""Seats of an event by the ten thousand, and seats put into it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from boxoffice.connect import bulk, operations
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import EventId, SeatId
from boxoffice.domain.seatplan import (
    NO_ATTRIBUTES,
    LoadedPlan,
    PlanChanges,
    SeatAttribute,
    StatusDelta,
)


class SeatCalls:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def plan(
        self, event_id: EventId, progress: Callable[[float], None] | None = None
    ) -> LoadedPlan:
        """All seats of an event, and the marker to ask with for what changes after.

        `progress` is told the share that is here, 0 to 1.
        """
        return await bulk.seat_plan(self._sender, event_id, progress)

    async def changes(self, event_id: EventId, since: str) -> PlanChanges:
        """What changed of the plan at or after the marker `since`."""
        return await bulk.plan_changes(self._sender, event_id, since)

    async def status(self, event_id: EventId, since: str = "") -> StatusDelta:
        """The status of all seats, or what changed at or after the marker `since`."""
        return await bulk.seat_status(self._sender, event_id, since)

    async def blocked_reasons(
        self, event_id: EventId, since: str = ""
    ) -> tuple[dict[SeatId, str], str]:
        """Why seats are blocked, where that is told, and a marker.

        With `since` only of seats that changed at or after it; a seat that is not blocked any more
        is not told of. Words are cut to 200 characters.
        """
        return await bulk.blocked_reasons(self._sender, event_id, since)


@dataclass(frozen=True, slots=True)
class SeatImport:
    """A seat to put into a house, in place of what was known by its key (its external id) before.

    Attributes:
        area_key, category_key: external ids of an area of the place and of a price category.
        x, y: in venue units, y down; None or NaN for a standing place, which has no row or number.
        is_deleted: takes the seat out; nothing but the key counts then.
    """

    key: str
    area_key: str = ""
    category_key: str = ""
    row: str = ""
    number: str = ""
    x: float | None = None
    y: float | None = None
    angle: float = 0.0
    attributes: SeatAttribute = NO_ATTRIBUTES
    is_deleted: bool = False


class ImportCalls:
    """What changes the catalogue itself. Each call does all or nothing."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def seats(self, event_external_id: str, seats: Sequence[SeatImport], key: str) -> None:
        """Puts seats into the place of an event, changes them, or takes them out.

        Raises:
            Refused: `items` name the seats by their index: with `is_conflict` those that are to go
                and are held or sold, else (422) those that make no sense.
        """
        body = {
            "external_event_id": event_external_id,
            "seats": [_seat_body(seat) for seat in seats],
        }
        await self._sender.send(operations.IMPORT_SEATS, body=body, key=key)


def _seat_body(seat: SeatImport) -> dict[str, Any]:
    if seat.is_deleted:
        return {"external_seat_id": seat.key, "deleted": True}
    body: dict[str, Any] = {
        "external_seat_id": seat.key,
        "external_area_id": seat.area_key,
        "external_price_category_id": seat.category_key,
        "attributes": int(seat.attributes),
    }
    places = {"x": seat.x, "y": seat.y}
    place = {name: at for name, at in places.items() if at is not None and not math.isnan(at)}
    if place:
        body |= {"row": seat.row, "number": seat.number, "angle": seat.angle, **place}
    return body
