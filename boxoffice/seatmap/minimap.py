"""The whole venue, small, while the map shows a part of it: a widget for a place of its own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boxoffice.seatmap.canvas import SeatCanvas
from boxoffice.seatmap.drawing.picture import Picture
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.hall.geometry import View, fitting

Indices = NDArray[np.intp]
_WIDTH, _HEIGHT = 96, 72
_MARGIN = 3  # pixels around the venue
_WORTH_IT = 1.4  # times as near as the whole venue


class Minimap(QWidget):
    """A small picture of what a canvas shows, in step with its states, and a frame around what is
    seen; a press or a drag on it goes there. It hides while the whole house is seen."""

    def __init__(self, canvas: SeatCanvas) -> None:
        super().__init__()
        self.setObjectName("minimap")
        self.setAccessibleName(self.tr("The whole venue"))
        self.setFixedSize(QSize(_WIDTH, _HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._canvas = canvas
        self._picture: Picture | None = None
        canvas.view_changed.connect(self._follow)
        canvas.looks_changed.connect(self._forget)
        canvas.states_drawn.connect(self._show_states)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        scene = self._canvas.scene
        if scene is None:
            return
        whole, painter = _view_of(scene), QPainter(self)
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = Picture(_WIDTH, _HEIGHT, ratio, self.font(), None, ahead=0)
            self._picture.draw(scene, whole)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.paint(painter, QPoint(0, 0))
        seen = self._canvas.seen
        left, top = whole.to_pixels(seen.left, seen.top)
        right, bottom = whole.to_pixels(seen.right, seen.bottom)
        frame = QRectF(left, top, right - left, bottom - top)
        painter.setPen(QPen(QColor(*scene.palette.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def _go_to(self, point: QPointF) -> None:
        scene = self._canvas.scene
        if scene is not None:
            there = QPointF(*_view_of(scene).to_venue(point.x(), point.y()))
            self._canvas.zoom_to(there, self._canvas.scale)

    def _follow(self) -> None:
        is_worth_it = self._canvas.nearness >= _WORTH_IT
        if is_worth_it is self.isHidden():
            self.setVisible(is_worth_it)
        self.update()

    def _forget(self) -> None:
        """Draws the venue anew when the minimap is seen next."""
        self._picture = None
        self._follow()

    def _show_states(self, seats: Indices, filled: Indices) -> None:
        """Draws seats anew that have other states, and sections that have another fill."""
        scene = self._canvas.scene
        if not self.isVisible() or scene is None:
            self._picture = None
        elif self._picture is not None:
            self._picture.show_states(scene, _view_of(scene), seats, filled, filled)
            self.update()


def _view_of(scene: Scene) -> View:
    return fitting(scene.bounds, _WIDTH, _HEIGHT, _MARGIN)
