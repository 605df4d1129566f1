"""Rings around seats: for a moment those that were lost, and those that are looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QPainter

from boxoffice.domain.ids import SeatId
from boxoffice.seatmap.drawing.marks import Marks
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.hall.geometry import View

_FLASHES = 1800  # milliseconds that a lost seat is ringed


class RingLayer(QObject):
    """Paints the rings, and knows which seats have one.

    Signals:
        changed(): other seats have a ring.

    Attributes:
        lost, lit: the seats by index.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lost: frozenset[int] = frozenset()
        self.lit: frozenset[int] = frozenset()
        self._seats: tuple[SeatId, ...] = ()  # that are lit, in whatever plan is shown
        self._timer = QTimer(self, singleShot=True, interval=_FLASHES)
        self._timer.timeout.connect(self._end)

    def follow(self, scene: Scene) -> None:
        """Another scene is shown: none of its seats was lost, and those that are looked at keep
        their rings."""
        self.lost, self.lit = frozenset(), _indices_of(scene, self._seats)

    def lose(self, scene: Scene, seat_ids: tuple[SeatId, ...]) -> None:
        """Rings seats for a moment."""
        self.lost = _indices_of(scene, seat_ids)
        self._timer.start()
        self.changed.emit()

    def light(self, scene: Scene | None, seat_ids: tuple[SeatId, ...]) -> None:
        """Rings seats until others are looked at, or none."""
        self._seats = seat_ids
        self.lit = frozenset() if scene is None else _indices_of(scene, seat_ids)
        self.changed.emit()

    def paint(self, painter: QPainter, scene: Scene, view: View, _: QRect) -> None:
        if self.lit or self.lost:
            marks = Marks(painter, scene, view)
            marks.ring(self.lit, scene.palette.accent, 3.0, 4.0)
            marks.ring(self.lost, scene.palette.lost, 3.0, 5.0)

    def _end(self) -> None:
        self.lost = frozenset()
        self.changed.emit()


def _indices_of(scene: Scene, seat_ids: tuple[SeatId, ...]) -> frozenset[int]:
    """The seats in the scene's plan; those that it has not are left out."""
    indices = (scene.plan.index_of(seat) for seat in seat_ids)
    return frozenset(index for index in indices if index >= 0)
