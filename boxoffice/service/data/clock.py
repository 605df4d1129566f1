"""The clock of the holds: it never goes back, whatever happens to the machine's clock."""

from __future__ import annotations

import threading
import time


class Clock:
    """Seconds since 1970: the time that it was last set to, and the monotonic time since.

    Setting it ahead takes effect, setting it back does not, so that no hold lasts longer than was
    promised.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._base = time.time()
        self._set_at = time.monotonic()

    def now(self) -> float:
        with self._lock:
            return self._base + (time.monotonic() - self._set_at)

    def set(self, seconds: float) -> None:
        with self._lock:
            at = time.monotonic()
            self._base = max(seconds, self._base + (at - self._set_at))
            self._set_at = at
