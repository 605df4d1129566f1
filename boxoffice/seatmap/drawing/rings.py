"""Rings around seats: for a moment those that were lost, and those that are looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from boxoffice.domain.ids import SeatId
from boxoffice.seatmap.drawing.marks import Marks
from boxoffice.seatmap.drawing.palette import Palette
from boxoffice.seatmap.drawing.scene import Scene

_FLASHES = 1800  # milliseconds that a lost seat is ringed


class Rings(QObject):
    """Which seats of a scene have a ring.

    Signals:
        changed(): others have one now.

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
        """Another scene: nothing of it was lost yet; what is looked at is looked for."""
        self.lost, self.lit = frozenset(), _rows_of(scene, self._seats)

    def lose(self, scene: Scene, seat_ids: tuple[SeatId, ...]) -> None:
        """Rings seats for a moment."""
        self.lost = _rows_of(scene, seat_ids)
        self._timer.start()
        self.changed.emit()

    def light(self, scene: Scene | None, seat_ids: tuple[SeatId, ...]) -> None:
        """Rings seats until others are looked at, or none."""
        self._seats = seat_ids
        self.lit = frozenset() if scene is None else _rows_of(scene, seat_ids)
        self.changed.emit()

    def draw(self, marks: Marks, palette: Palette) -> None:
        marks.ring(self.lit, palette.mine, 3.0, 4.0)
        marks.ring(self.lost, palette.lost, 3.0, 5.0)

    def _end(self) -> None:
        self.lost = frozenset()
        self.changed.emit()


def _rows_of(scene: Scene, seat_ids: tuple[SeatId, ...]) -> frozenset[int]:
    """Where the seats are in the scene's plan, those that it has."""
    rows = (scene.plan.row_of(seat) for seat in seat_ids)
    return frozenset(row for row in rows if row >= 0)
