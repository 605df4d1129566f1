"""The names of the sections that are seen, in a band at the upper edge, while the map is near."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.drawing.texts import Texts
from boxoffice.seatmap.hall.geometry import View
from boxoffice.tokens.sizes import SMALL

_APART = 16.0  # pixels between two names
_LEAST_SEEN = 40.0  # pixels of a section, each way, that are worth a name
_WIDEST = 200.0
_LEAST_OF_ALL = 0.01  # of the room, that a section takes up to be named beside others
_MOST_KEPT = 500  # names


class Gutter(Protocol):
    """What knows how high the band is now; 0 for none."""

    @property
    def gutter(self) -> int: ...


class GutterLayer:
    """Paints each name over the middle of what is seen of its section; of sections over each other
    the one of which most is seen is named."""

    def __init__(self, font: QFont, gutter: Gutter) -> None:
        self._gutter = gutter
        self._font = Texts(font).font(SMALL.size, bold=True)
        self._metrics = QFontMetricsF(self._font)
        self._texts: dict[str, tuple[str, float]] = {}

    def paint(self, painter: QPainter, scene: Scene, view: View, room: QRect) -> None:
        height = self._gutter.gutter
        if not height:
            return
        band = QRectF(0, 0, room.width(), height)
        painter.fillRect(band, QColor(*scene.palette.ground))
        painter.setPen(QColor(*scene.palette.line))
        painter.drawLine(QLineF(0, height - 0.5, room.width(), height - 0.5))
        painter.setPen(QColor(*scene.palette.text))
        painter.setFont(self._font)
        for box, text in self._placed(scene, view, room, height):
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _placed(
        self, scene: Scene, view: View, room: QRect, height: int
    ) -> Iterator[tuple[QRectF, str]]:
        taken = list[tuple[float, float]]()
        for size, center, name in sorted(self._seen(scene, view, room), reverse=True):
            if size < _LEAST_OF_ALL * room.width() * room.height() and taken:
                return
            text, half = self._measured(name)
            middle = min(max(center, half + 8), room.width() - half - 8)
            left, right = middle - half - _APART / 2, middle + half + _APART / 2
            if all(right <= a or left >= b for a, b in taken):
                taken.append((left, right))
                yield QRectF(left, 0, right - left, height), text

    def _measured(self, name: str) -> tuple[str, float]:
        """What of a name is drawn, and half its width."""
        found = self._texts.get(name)
        if found is None:
            if len(self._texts) > _MOST_KEPT:
                self._texts.clear()
            text = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST)
            found = self._texts[name] = text, self._metrics.horizontalAdvance(text) / 2
        return found

    @staticmethod
    def _seen(scene: Scene, view: View, room: QRect) -> Iterator[tuple[float, float, str]]:
        """How much of each section's box is in the room, in pixels, its middle, and its name."""
        wide, high = room.width(), room.height()
        for index in scene.areas_in(view.seen(0, 0, room.width(), room.height())):
            area = scene.offer.areas[index]
            if not area.kind.has_places or not area.name:
                continue
            left, top, right, bottom = scene.boxes[index].tolist()
            x0, y0 = view.to_pixels(left, top)
            x1, y1 = view.to_pixels(right, bottom)
            first, last = max(x0, 0.0), min(x1, wide)
            across, down = last - first, min(y1, high) - max(y0, 0.0)
            if min(across, down) >= min(_LEAST_SEEN, x1 - x0, y1 - y0):
                yield across * down, (first + last) / 2, area.name
