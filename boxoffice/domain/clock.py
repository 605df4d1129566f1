"""Time, given to whatever needs it, so that a test can turn it."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import Protocol

# The clock that goes on while the machine sleeps, where `time.monotonic` stands still meanwhile.
_NAMES = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
_SLEEPLESS: int | None = getattr(time, _NAMES.get(sys.platform, ""), None)


class Clock(Protocol):
    def now(self) -> datetime:
        """The wall clock, with its offset."""
        ...

    def monotonic(self) -> float:
        """Seconds that never step back, and go on while the machine sleeps, as holds do on the
        server; only differences mean something."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic() if _SLEEPLESS is None else time.clock_gettime(_SLEEPLESS)
