"""When to ask the server again: for the states of seats often while the clerk works, and seldom
behind other windows; for the house itself with a few of these polls only."""

from __future__ import annotations

import asyncio
import random
from enum import Enum

from boxoffice.connect.client import ConnectClient
from boxoffice.domain.ids import EventId
from boxoffice.domain.seats.seatplan import SeatPlan

_MOST = 30.0
_JITTER = 0.2


class Attention(Enum):
    """How much the clerk looks at the map; the value is the pause in seconds between two polls.

    A window behind another may still be looked at, on a second screen: it is no more than 2 s late.
    """

    ACTIVE = 1.0
    BACKGROUND = 1.5
    HIDDEN = 0.0


def pause_after(attention: Attention, failures: int, rng: random.Random) -> float:
    """Seconds until the next question: doubled with every failure up to half a minute, 20 % off
    either way so that counters do not ask in step."""
    base = attention.value or Attention.BACKGROUND.value
    pause = min(_MOST, base * 2.0 ** min(failures, 10))
    return pause * rng.uniform(1 - _JITTER, 1 + _JITTER)


class PlanWatch:
    """Follows the plan of the event on screen: it is asked for what changed, seldom.

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
