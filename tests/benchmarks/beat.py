"""How long the window did not react: the gaps between two turns of its event loop."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

BUDGET = 100.0  # milliseconds


class Beat:
    """The longest gaps between two turns of the event loop of this thread, in milliseconds.

    What the thread waited for a core is taken off, where the system tells it: a window that waits
    for a lock or a printer is as still as one that computes, one on a busy machine is not to blame.
    """

    def __init__(self) -> None:
        self._waited_at = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._gaps: list[float] = []
        self._last, self._waited = time.perf_counter(), self._wait()
        self._timer.start(1)

    def take(self) -> list[float]:
        """The five longest since the last call."""
        found, self._gaps = sorted(self._gaps, reverse=True)[:5], []
        return found

    def _beat(self) -> None:
        now, waited = time.perf_counter(), self._wait()
        self._gaps.append(max(0.0, (now - self._last - (waited - self._waited)) * 1000))
        self._last, self._waited = now, waited

    def _wait(self) -> float:
        """Seconds for which this thread could have run, and had no core."""
        with contextlib.suppress(OSError, ValueError):
            return int(self._waited_at.read_text(encoding="ascii").split()[1]) / 1e9
        return 0.0


def tell(what: str, gaps: list[float]) -> bool:
    """Writes the gaps, and returns whether they are within the budget."""
    is_within = gaps[0] <= BUDGET
    words = ", ".join(f"{gap:.0f}" for gap in gaps)
    verdict = "ok" if is_within else "OVER"
    sys.stdout.write(f"{what}: longest gaps {words} ms {verdict}\n")
    return is_within
