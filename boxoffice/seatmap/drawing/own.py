"""This counter's own seats where they are small: one mark over each, as large as the eye needs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from boxoffice.seatmap.drawing.marks import middle_of
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.hall.geometry import View

_TELLS_ITSELF = 14.0  # pixels of a seat whose own disc and tick are seen at once
_LEAST, _RIM = 4.0, 2.0  # pixels of the mark's radius, and of the rim around it
_ROOM_FOR_TICK = 5.0  # pixels of the radius
_TICK = (QPointF(-0.45, 0.05), QPointF(-0.1, 0.4), QPointF(0.5, -0.35))  # of the radius
_LARGER = 1.28  # times a seat


class OwnLayer:
    """Paints ink with a rim over own seats, so that no category and no zoom hides them."""

    def paint(self, painter: QPainter, scene: Scene, view: View, room: QRect) -> None:
        diameter = scene.diameter(view.scale)
        if diameter >= _TELLS_ITSELF:
            return
        mine = scene.own()
        if not len(mine):
            return
        radius = max(_LEAST, _LARGER * diameter / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        points = [middle_of(scene, view, index) for index in mine.tolist()]
        near = [point for point in points if _is_near(point, room, radius + _RIM)]
        for color, size in ((scene.palette.rim, radius + _RIM), (scene.palette.mine, radius)):
            painter.setBrush(QColor(*color))  # rims first: seats side by side are one piece
            for point in near:
                painter.drawEllipse(point, size, size)
        if radius >= _ROOM_FOR_TICK:
            painter.setPen(QPen(QColor(*scene.palette.on_mine), radius * 0.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for point in near:
                painter.drawPolyline([point + corner * radius for corner in _TICK])


def _is_near(point: QPointF, room: QRect, reach: float) -> bool:
    x, y = point.x(), point.y()
    return -reach < x < room.width() + reach and -reach < y < room.height() + reach
