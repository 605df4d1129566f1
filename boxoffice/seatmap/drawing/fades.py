"""Seats that others take: their old look fades away over the new one, so that the eye sees it."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QPainter

from boxoffice.domain.seats.seatplan import SeatState, States
from boxoffice.seatmap.drawing.marks import Marks, box_of
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.hall.geometry import View

Indices = NDArray[np.intp]
_SECONDS = 0.7
_STEP = 40  # milliseconds
_MOST = 200  # seats at once; of more, nobody can see one
_TAKEN = tuple(state for state in SeatState if state.traits.is_taken)


class Fades:
    """Which seats fade, and how far they have.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since: dict[int, float] = {}

    def __bool__(self) -> bool:
        return bool(self._since)

    @property
    def seats(self) -> Indices:
        return np.fromiter(self._since, np.intp, len(self._since))

    def begin(self, seats: Indices, before: States, after: States) -> None:
        """Begins to fade the seats that were free and are now another counter's."""
        now = self._clock()
        taken = seats[(before == SeatState.FREE) & np.isin(after, _TAKEN)]
        if len(taken) <= _MOST:
            self._since.update(dict.fromkeys(taken.tolist(), now))
        for seat in seats[after == SeatState.FREE].tolist():
            self._since.pop(seat, None)

    def now(self) -> list[tuple[int, float]]:
        """The seats that fade, each with the share of its old look that is left, 1 to 0; forgets
        those that have faded."""
        now = self._clock()
        left = [(seat, 1 - (now - since) / _SECONDS) for seat, since in self._since.items()]
        self._since = {seat: self._since[seat] for seat, share in left if share > 0}
        return [(seat, share) for seat, share in left if share > 0]

    def clear(self) -> None:
        self._since.clear()


class FadeLayer(QObject):
    """Paints the seats that fade, and tells when they have to be painted again.

    Signals:
        stepped(): the seats have faded a step further.
    """

    stepped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fades = Fades()
        self._timer = QTimer(self, interval=_STEP)
        self._timer.timeout.connect(self._step)

    @property
    def is_fading(self) -> bool:
        """Whether any seat fades, or has faded since the last step."""
        return self._timer.isActive()

    def begin(self, seats: Indices, before: States, after: States) -> None:
        """Begins to fade the seats that were free and are now another counter's."""
        self._fades.begin(seats, before, after)
        if self._fades and not self._timer.isActive():
            self._timer.start()

    def clear(self) -> None:
        """Nothing fades any more."""
        self._fades.clear()

    def boxes(self, scene: Scene, view: View) -> list[QRect]:
        """What the seats that fade cover, in pixels."""
        seats = scene.seen(self._fades.seats).tolist()
        return [box_of(scene, view, seat) for seat in seats]

    def paint(self, painter: QPainter, scene: Scene, view: View, _: QRect) -> None:
        if self._fades:
            fading, placed = self._fades.now(), scene.plan.placed
            Marks(painter, scene, view).fade((i, share) for i, share in fading if placed[i])

    def _step(self) -> None:
        if not self._fades:
            self._timer.stop()
            return
        self.stepped.emit()
        self._fades.now()  # forgets those at their end, painted or not
