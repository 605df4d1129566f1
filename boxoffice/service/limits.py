"""How much a caller may ask: so many at once, and so many a second after that.

Counted in this process alone: with several workers a caller that is spread over them gets more, at
most as often as there are workers. That is no promise to anybody but a guard of the service, and a
count that all share would cost a question to the database with every request.
"""

from __future__ import annotations

import time
from collections.abc import Callable

_MOST_KEPT = 10_000


class Allowance:
    """A token bucket for each key, kept as the one time by which it is full again.

    Args:
        per_second: how many are allowed in the long run.
        at_once: how many are allowed when none was for a while.
    """

    def __init__(
        self, per_second: float, at_once: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._each = 1 / per_second
        self._most = (at_once - 1) * self._each
        self._now = now
        self._full_at: dict[str, float] = {}
        self._tidy_at = _MOST_KEPT

    def take(self, key: str) -> float:
        """Takes one and returns 0; or takes none and returns in how many seconds there is one."""
        now = self._now()
        full_at = max(self._full_at.get(key, now), now)
        if full_at - now > self._most + 1e-9:
            return full_at - now - self._most
        self._full_at[key] = full_at + self._each
        if len(self._full_at) > self._tidy_at:
            self._tidy(now)
        return 0.0

    def give_back(self, key: str) -> None:
        """Undoes a `take`."""
        if key in self._full_at:
            self._full_at[key] -= self._each

    @property
    def kept(self) -> int:
        """How many keys it remembers."""
        return len(self._full_at)

    def _tidy(self, now: float) -> None:
        self._full_at = {key: at for key, at in self._full_at.items() if at > now}
        self._tidy_at = max(_MOST_KEPT, 2 * len(self._full_at))
