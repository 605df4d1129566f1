"""The picture of the map: one image in step with the view, redrawn only where it has to be."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QTransform

from boxoffice.domain.catalogue import Area, AreaKind
from boxoffice.seatmap.canvas_scene import Scene
from boxoffice.seatmap.canvas_words import Words
from boxoffice.seatmap.geometry import Bounds, View
from boxoffice.seatmap.palette import Rgb, mixed, parsed
from boxoffice.seatmap.raster import stamp, wipe

Indices = NDArray[np.intp]


class Picture:
    """An image of the scene, as large as the widget.

    Where `free_words` are asked for, they say by area id what is free in a standing area.

    Args:
        width, height: of the widget, in its pixels.
        ratio: the screen's pixels to one of the widget's.
    """

    def __init__(self, width: int, height: int, ratio: float, font: QFont) -> None:
        self.width, self.height, self.ratio = width, height, ratio
        self._pixels, self.image = self._blank()
        self._spare = self._blank()  # a picture that moves is copied from one to the other
        self._words = Words(font)

    def _blank(self) -> tuple[NDArray[np.uint32], QImage]:
        """Pixels, and the image that looks at them."""
        rows = max(1, round(self.height * self.ratio))
        columns = max(1, round(self.width * self.ratio))
        pixels = np.zeros((rows, columns), dtype=np.uint32)
        image = QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.ratio)
        return pixels, image

    def draw(self, scene: Scene, view: View, free_words: dict[int, str]) -> None:
        """Draws the whole picture."""
        self._draw_part(scene, view, QRect(0, 0, self.width, self.height), free_words)

    def draw_seats(self, scene: Scene, view: View) -> None:
        """Draws the whole picture without a word."""
        self._draw_part(scene, view, QRect(0, 0, self.width, self.height), None)

    def pan(self, scene: Scene, view: View, dx: int, dy: int, free_words: dict[int, str]) -> None:
        """Moves the picture by whole pixels and draws what comes into it; `view` is the new one."""
        across, down = dx * self.ratio, dy * self.ratio
        is_whole = across == int(across) and down == int(down)
        if not is_whole or abs(dx) >= self.width or abs(dy) >= self.height:
            self.draw(scene, view, free_words)
            return
        before, image = self._pixels, self.image
        (self._pixels, self.image), self._spare = self._spare, (before, image)
        to_x, of_x = _shifted(int(across), before.shape[1])
        to_y, of_y = _shifted(int(down), before.shape[0])
        self._pixels[to_y, to_x] = before[of_y, of_x]
        if dx:
            left = 0 if dx > 0 else self.width + dx
            self._draw_part(scene, view, QRect(left, 0, abs(dx), self.height), free_words)
        if dy:
            top = 0 if dy > 0 else self.height + dy
            self._draw_part(scene, view, QRect(0, top, self.width, abs(dy)), free_words)

    def redraw_seats(self, scene: Scene, view: View, seats: Indices) -> list[QRect]:
        """Draws some seats again, and returns the rectangles that changed."""
        placed = seats[scene.plan.placed[seats]]
        if not len(placed):
            return []
        diameter = scene.diameter(view.scale)
        reach = diameter / 2 + 2
        px = scene.plan.x[placed] * view.scale + view.dx
        py = scene.plan.y[placed] * view.scale + view.dy
        near = (px > -reach) & (px < self.width + reach)
        near &= (py > -reach) & (py < self.height + reach)
        placed, px, py = placed[near], px[near], py[near]
        ratio = self.ratio
        moved = View(view.scale * ratio, view.dx * ratio, view.dy * ratio)
        wipe(self._pixels, scene.plan, scene.looks, placed, moved, diameter * ratio)
        self._stamp(scene, view, placed, 0, 0, self._pixels)
        if len(placed):
            painter = self._painter(QRect(0, 0, self.width, self.height))
            self._words.draw_numbers(painter, scene, view, placed)
            painter.end()
        size = math.ceil(2 * reach)
        corners = zip((px - reach).tolist(), (py - reach).tolist(), strict=True)
        return [QRect(math.floor(x), math.floor(y), size, size) for x, y in corners]

    def _draw_part(
        self, scene: Scene, view: View, part: QRect, free_words: dict[int, str] | None
    ) -> None:
        seen = view.seen(part.left(), part.top(), part.width(), part.height())
        painter = self._painter(part)
        painter.fillRect(part, QColor(*scene.palette.ground))
        self._draw_areas(painter, scene, view, seen)
        painter.end()
        seats = scene.grid.inside(seen.widened(2 * scene.pitch))
        ratio = self.ratio
        x0, y0 = round(part.left() * ratio), round(part.top() * ratio)
        x1, y1 = round((part.right() + 1) * ratio), round((part.bottom() + 1) * ratio)
        self._stamp(scene, view, seats, x0, y0, self._pixels[y0:y1, x0:x1])
        if free_words is not None:
            painter = self._painter(part)
            self._words.draw(painter, scene, view, seen, seats, free_words)
            painter.end()

    def _stamp(
        self, scene: Scene, view: View, seats: Indices, x0: int, y0: int, pixels: NDArray[np.uint32]
    ) -> None:
        ratio = self.ratio
        moved = View(view.scale * ratio, view.dx * ratio - x0, view.dy * ratio - y0)
        diameter = scene.diameter(view.scale) * ratio
        if pixels.flags.c_contiguous:
            stamp(pixels, scene.plan, scene.states, scene.looks, seats, moved, diameter)
        else:
            copy = pixels.copy()
            stamp(copy, scene.plan, scene.states, scene.looks, seats, moved, diameter)
            pixels[:] = copy

    def _painter(self, part: QRect) -> QPainter:
        painter = QPainter(self.image)
        painter.setClipRect(part)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    @staticmethod
    def _draw_areas(painter: QPainter, scene: Scene, view: View, seen: Bounds) -> None:
        painter.setTransform(QTransform(view.scale, 0, 0, view.scale, view.dx, view.dy))
        pen = QPen(QColor(*scene.palette.line), 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for index in scene.areas_in(seen).tolist():
            painter.setBrush(QColor(*_fill_of(scene, scene.offer.areas[index])))
            painter.drawPolygon(scene.shapes[index])


def _shifted(by: int, length: int) -> tuple[slice, slice]:
    """To where and from where pixels go along one side."""
    return slice(max(0, by), length + min(0, by)), slice(max(0, -by), length + min(0, -by))


def _fill_of(scene: Scene, area: Area) -> Rgb:
    palette = scene.palette
    if area.kind is AreaKind.DECORATION:
        return mixed(parsed(area.color), palette.ground, 0.35) if area.color else palette.stage
    if area.kind is AreaKind.STANDING:
        return mixed(scene.standing_color(area), palette.panel, 0.22)
    return palette.panel
