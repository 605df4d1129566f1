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
        """Seconds that never step back, and go on while the machine sleeps; only differences mean
        something."""
        ...


# The clock that counts sleep has another name on each system; on Windows, every one counts it.
_STEADY = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic() if _STEADY is None else time.clock_gettime(_STEADY)
