"""The whole venue in a corner while the map shows a part of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from boxoffice.seatmap.drawing.picture import Picture
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.hall.geometry import View, fitting

Indices = NDArray[np.intp]
_WIDTH, _HEIGHT = 144, 100
_AWAY = 10  # pixels from the corner
_WORTH_IT = 1.4  # times as near as the whole venue


class Minimap:
    """A small picture of a scene, in step with its states."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._picture: Picture | None = None

    def forget(self) -> None:
        """Draws the venue anew when the minimap is seen next."""
        self._picture = None

    def show_states(
        self, scene: Scene, indices: Indices, filled: Indices, *, is_seen: bool
    ) -> None:
        """Draws seats anew that have other states, and sections that have another fill."""
        if not is_seen:
            self.forget()
        elif self._picture is not None:
            self._picture.show_states(scene, _view_of(scene), indices, filled, filled)

    def box(self, scene: Scene, view: View, room: QRect) -> QRect | None:
        """Where the minimap is in so much room; None while the whole venue is seen anyway."""
        whole = fitting(scene.bounds, room.width(), room.height()).scale
        is_wide = room.width() > 3 * _WIDTH and room.height() > 3 * _HEIGHT
        if not is_wide or view.scale < _WORTH_IT * whole:
            return None
        left = room.right() - _WIDTH - _AWAY
        return QRect(left, room.bottom() - _HEIGHT - _AWAY, _WIDTH, _HEIGHT)

    def paint(self, painter: QPainter, scene: Scene, view: View, room: QRect) -> None:
        """Paints the venue into its corner, with a frame around what the map shows."""
        box = self.box(scene, view, room)
        if box is None:
            return
        if self._picture is None:
            ratio = painter.device().devicePixelRatioF()
            self._picture = Picture(_WIDTH, _HEIGHT, ratio, self._font, None, ahead=0)
            self._picture.draw(scene, _view_of(scene))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.paint(painter, box.topLeft())
        painter.save()
        painter.setClipRect(box)
        painter.setPen(QPen(QColor(*scene.palette.line), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        seen = view.seen(0, 0, room.width(), room.height())
        whole = _view_of(scene)
        left, top = whole.to_pixels(seen.left, seen.top)
        right, bottom = whole.to_pixels(seen.right, seen.bottom)
        frame = QRectF(box.left() + left, box.top() + top, right - left, bottom - top)
        painter.setPen(QPen(QColor(*scene.palette.accent), 2))
        painter.drawRect(frame.intersected(QRectF(box).adjusted(1, 1, -1, -1)))
        painter.restore()

    def position_at(self, scene: Scene, point: QPointF, box: QRect) -> QPointF:
        """What is under a point of the room, in venue units."""
        return QPointF(*_view_of(scene).to_venue(point.x() - box.left(), point.y() - box.top()))


def _view_of(scene: Scene) -> View:
    return fitting(scene.bounds, _WIDTH, _HEIGHT, 6)
