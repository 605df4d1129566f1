"""Whether the house itself was changed: seldom asked, and answered with a whole new plan."""

from __future__ import annotations

import asyncio

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.ids import EventId
from boxoffice.domain.seats.seatplan import SeatPlan


class PlanWatch:
    """Follows the plan of the event on screen.

    Attributes:
        EVERY: the plan is asked for with every so many polls.
    """

    EVERY = 10

    def __init__(self, client: ConnectClient) -> None:
        self._client = client
        self._marker = ""
        self._next_marker = ""
        self._polls = 0
        self._is_hurried = False

    def open(self, marker: str) -> None:
        """Another event's plan was loaded; a server without markers cannot be asked again."""
        self._marker = self._next_marker = marker
        self._polls = 0
        self._is_hurried = False

    def hurry(self) -> None:
        """The clerk wants to know: the next poll asks."""
        self._is_hurried = True

    def is_due(self) -> bool:
        """Counts a poll, and says whether the plan is to be asked for with it."""
        self._polls += 1
        is_due = self._is_hurried or self._polls >= self.EVERY
        if is_due:
            self._is_hurried = False
            self._polls = 0
        return is_due and bool(self._marker)

    async def ask(self, event_id: EventId, plan: SeatPlan) -> SeatPlan | None:
        """The plan with all changes since it was loaded, None where there are none.

        The same changes come again until `accept` says that they were taken over.

        Raises:
            ConnectError: one of the five.
        """
        changes = await self._client.seats.changes(event_id, self._marker)
        self._next_marker = changes.marker
        if not changes.is_empty:
            merged = await asyncio.to_thread(plan.merged, changes.changed, changes.gone)
            if not await asyncio.to_thread(merged.same_as, plan):
                return merged
        self.accept()
        return None

    def accept(self) -> None:
        """What was asked last is on screen."""
        self._marker = self._next_marker
