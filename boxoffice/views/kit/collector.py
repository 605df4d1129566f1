"""Python's garbage collection, kept to the thread of the window.

WORKAROUND: the collector runs in whichever thread allocates, and a Qt object that it frees in
another thread than its own takes the program down. So it is switched off while a window is open,
and run from the window's thread: a little often, everything seldom.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # milliseconds


class _Collector(QObject):
    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(_EVERY)

    def stop(self) -> None:
        self._timer.stop()

    def _collect(self) -> None:
        young, middle, old = gc.get_count()
        limits = gc.get_threshold()
        if old > limits[2]:
            gc.collect(2)
        elif middle > limits[1]:
            gc.collect(1)
        elif young > limits[0]:
            gc.collect(0)


@contextmanager
def collecting_here() -> Iterator[None]:
    """Collects garbage in this thread only, as long as its event loop runs."""
    was_enabled = gc.isenabled()
    gc.disable()
    gc.freeze()  # what was imported stays: looking through it takes as long as three frames
    collector = _Collector()
    try:
        yield
    finally:
        collector.stop()
        gc.unfreeze()
        gc.collect()
        if was_enabled:
            gc.enable()
