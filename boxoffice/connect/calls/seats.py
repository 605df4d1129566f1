"""Seats of an event by the ten thousand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from boxoffice.connect.errors import Refused
from boxoffice.connect.operations import JT_SEAT_STATUS, SEAT_STATUS, Operation
from boxoffice.connect.sender import Sender
from boxoffice.domain.ids import EventId, SeatId

if TYPE_CHECKING:
    from boxoffice.domain.seats.seatplan import LoadedPlan, PlanChanges, StatusDelta

_NOT_THERE = 404


class SeatCalls:
    """Seats and their status. numpy is imported by the first call, so that a program that only asks
    for orders or the catalogue starts without it."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._settled: dict[tuple[EventId, Operation], set[int]] = {}

    async def plan(
        self, event_id: EventId, progress: Callable[[float], None] | None = None
    ) -> LoadedPlan:
        """All seats of an event, and the marker to ask with for what changes after.

        `progress` is called with the share that is here, 0 to 1.
        """
        from boxoffice.connect.bulk import pages

        return await pages.seat_plan(self._sender, event_id, progress)

    async def changes(self, event_id: EventId, since: str) -> PlanChanges:
        """What changed of the plan at or after the marker `since`."""
        from boxoffice.connect.bulk import pages

        return await pages.plan_changes(self._sender, event_id, since)

    async def status(self, event_id: EventId, since: str = "") -> StatusDelta:
        """The status of all seats, or what changed at or after the marker `since`. Where the
        server does not offer it, it is read through to the connected ticket system."""
        missing = self._sender.platform.missing
        if SEAT_STATUS not in missing:
            try:
                return await self._status(event_id, since, SEAT_STATUS)
            except Refused as refused:
                if SEAT_STATUS not in missing:
                    return await self._status_instead(event_id, since, refused)
        return await self._status(event_id, since, JT_SEAT_STATUS)

    async def _status_instead(self, event_id: EventId, since: str, refused: Refused) -> StatusDelta:
        """Read through to the connected ticket system, where that knows an event of which the
        server says that something is not there: then that is the operation."""
        if refused.code != _NOT_THERE:
            raise refused
        try:
            found = await self._status(event_id, since, JT_SEAT_STATUS)
        except Refused:
            raise refused from None
        self._sender.platform.refused(SEAT_STATUS, refused, is_about_one=False)
        return found

    async def status_at_source(self, event_id: EventId, since: str = "") -> StatusDelta:
        """As `status`, read through to the connected ticket system: settles a doubt about one
        event, and is too dear to be asked all the time."""
        return await self._status(event_id, since, JT_SEAT_STATUS)

    async def blocked_reasons(
        self, event_id: EventId, since: str = ""
    ) -> tuple[dict[SeatId, str], str]:
        """Why seats are blocked, where the server says so, and a marker.

        With `since` only of seats that changed at or after it; a seat that is no longer blocked is
        not among them. Words are cut to 200 characters.
        """
        from boxoffice.connect.bulk import pages

        return await pages.blocked_reasons(self._sender, event_id, since)

    async def _status(self, event_id: EventId, since: str, operation: Operation) -> StatusDelta:
        from boxoffice.connect.bulk import pages

        settled = self._settled.setdefault((event_id, operation), set())
        return await pages.seat_status(self._sender, event_id, since, settled, operation)
