"""Time, given to whatever needs it, so that a test can turn it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The wall clock, with its offset."""
        ...

    def monotonic(self) -> float:
        """Seconds that never step back; only differences mean something."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()
