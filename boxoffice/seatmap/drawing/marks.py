"""What comes and goes over the picture: rings around seats, and the rectangle of a selection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from boxoffice.seatmap.drawing.palette import Rgb
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.drawing.texts import Texts
from boxoffice.seatmap.hall.geometry import View
from boxoffice.tokens.sizes import LEAD

_MOST_RINGS = 600  # more are seen by the line alone


class Marks:
    """Draws marks with a painter, over a view of a scene."""

    def __init__(self, painter: QPainter, scene: Scene, view: View) -> None:
        self._painter = painter
        self._scene = scene
        self._view = view
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def ring(self, seats: Iterable[int], color: Rgb, width: float, gap: float) -> None:
        """A ring around each of the seats, by index; standing places and -1 have none.

        Args:
            width, gap: of the ring, and between it and the seat, in pixels.
        """
        plan = self._scene.plan
        radius = self._scene.diameter(self._view.scale) / 2 + gap
        self._painter.setPen(QPen(QColor(*color), width))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for index in seats:
            if index >= 0 and plan.placed[index]:
                middle = middle_of(self._scene, self._view, index)
                self._painter.drawEllipse(middle, radius, radius)

    def fade(self, seats: Iterable[tuple[int, float]]) -> None:
        """The free look of seats that were taken, each with the share that is left, 1 to 0."""
        radius = self._scene.diameter(self._view.scale) / 2
        looks = self._scene.looks
        self._painter.setPen(Qt.PenStyle.NoPen)
        for index, share in seats:
            color = QColor(*looks.colors[looks.category[index]])
            color.setAlphaF(share)
            self._painter.setBrush(color)
            self._painter.drawEllipse(middle_of(self._scene, self._view, index), radius, radius)

    def band(self, box: QRectF) -> None:
        """The rectangle that is being drawn."""
        self._painter.setPen(QPen(QColor(*self._scene.palette.accent), 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(box)

    def lasso(self, line: QPolygonF, seats: Sequence[int]) -> None:
        """The line that is being drawn, the seats within, and how many they are."""
        if line.isEmpty():
            return
        painter, palette = self._painter, self._scene.palette
        painter.setPen(QPen(QColor(*palette.accent), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(line)
        self.ring(seats[:_MOST_RINGS], palette.mine, 2.0, 1.0)
        words = str(len(seats))
        painter.setFont(Texts(painter.font()).font(LEAD.size, bold=True))
        wide = painter.fontMetrics().horizontalAdvance(words) + 16
        at = line.last() + QPointF(14, -34)
        box = QRectF(at.x(), at.y(), wide, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(*palette.mine))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(*palette.on_mine))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def middle_of(scene: Scene, view: View, index: int) -> QPointF:
    """Where a seat is, in pixels."""
    return QPointF(*view.to_pixels(float(scene.plan.x[index]), float(scene.plan.y[index])))


def box_of(scene: Scene, view: View, index: int) -> QRect:
    """What a seat covers, in pixels."""
    reach = scene.diameter(view.scale) / 2 + 2
    middle = middle_of(scene, view, index)
    return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach).toAlignedRect()
