"""How often a server that does not answer is asked: by one counter, over all of its calls; and what
time it is there.

At most one repeat in a `gap` of seconds. After a row of failures without any answer, calls that
nobody waits for are not made at all for a while, but for one that tries.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import datetime

_ROW = 5
_LONGEST = 5.0


class Circuit:
    """Says whether a server that does not answer may be asked again.

    Args:
        gap: the least time between two repeats, in seconds.
    """

    def __init__(self, gap: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._gap = gap
        self._clock = clock
        self._next_repeat = 0.0
        self._failures = 0
        self._shut_till = 0.0

    @property
    def is_shut(self) -> bool:
        """Whether the server is taken to be away."""
        return self._failures >= _ROW

    def may_try(self) -> bool:
        """Whether a call may be made now; while the server is away only one at a time may."""
        if not self.is_shut:
            return True
        if self._clock() < self._shut_till:
            return False
        self._shut()
        return True

    def answered(self) -> None:
        """The server is there, whatever it said."""
        self._failures = 0

    def failed(self) -> None:
        """There was no answer, or one that says that the server cannot work now."""
        self._failures += 1
        if self.is_shut:
            self._shut()

    def repeat_after(self, pause: float, deadline: float) -> float | None:
        """How long to wait before a repeat, a little by chance; None where that is too late."""
        now = self._clock()
        wanted = now + pause * random.uniform(1.0, 1.4)  # noqa: S311 - jitter
        at = max(wanted, self._next_repeat)
        if at > deadline:
            return None
        self._next_repeat = at + self._gap
        return at - now

    def _shut(self) -> None:
        further = min(self._failures - _ROW, 8)
        self._shut_till = self._clock() + min(_LONGEST, self._gap * 2**further)


class ServerClock:
    """The server's clock, by the `Date` of its answers: whole seconds, cut, and on their way for a
    while. The latest that it can be read is the nearest to it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ahead: float | None = None

    def hear(self, date: float) -> None:
        """An answer has come that bears this date, in seconds since 1970."""
        ahead = date - self._clock()
        self._ahead = ahead if self._ahead is None else max(self._ahead, ahead)

    def at(self) -> float:
        """This moment, to be asked for later by `is_before`."""
        return self._clock()

    def is_before(self, moment: datetime, at: float) -> bool | None:
        """Whether the server's `moment` is certainly before `at`; None where nobody can say."""
        if self._ahead is None:
            return None
        latest = moment.timestamp() + (0.0 if moment.microsecond else 1.0)
        return latest < at + self._ahead
