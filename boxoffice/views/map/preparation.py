"""A plan that is prepared in a thread, so that the window stays alive meanwhile."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from boxoffice.presenters.map.state import MapState
from boxoffice.seatmap.drawing.scene import Scene


class Preparation(QObject):
    """Makes one scene.

    Signals:
        done(object, object): this preparation, and the `Scene`; in the thread it lives in.

    Attributes:
        state: what the scene is of.
        made: makes the scene, in whatever thread it is called.
    """

    done = Signal(object, object)

    def __init__(self, state: MapState, made: Callable[[], Scene]) -> None:
        super().__init__()
        self.state = state
        self.made = made

    def start(self) -> None:
        """Makes the scene in a thread of the pool."""
        QThreadPool.globalInstance().start(_Work(self))


class _Work(QRunnable):
    def __init__(self, preparation: Preparation) -> None:
        super().__init__()
        self._preparation = preparation

    def run(self) -> None:
        scene = self._preparation.made()
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            self._preparation.done.emit(self._preparation, scene)
