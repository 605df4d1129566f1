"""The picture of the map: one image in step with the view, redrawn only where it has to be.

The image is wider than the widget on all sides, so that a hand that pans finds most of the way
drawn: a step moves the image; only where it ends, a broad strip is drawn ahead.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QTransform

from boxoffice.seatmap.drawing.names import Names
from boxoffice.seatmap.drawing.palette import Rgb, mixed, parsed
from boxoffice.seatmap.drawing.raster import stamp, stamp_batch, wipe
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.drawing.texts import Texts
from boxoffice.seatmap.drawing.words import Words
from boxoffice.seatmap.hall.geometry import Bounds, View

Indices = NDArray[np.intp]
_AHEAD = 192  # pixels that are drawn ahead of a pan
_MOST_RECTS = 100  # that are painted one by one
_MOST_PARTS = 8  # sections that are drawn anew one by one; more are drawn with all the rest


class Picture:
    """An image of the scene, as large as the widget and what is drawn ahead.

    Args:
        width, height: of the widget, in its pixels.
        ratio: the screen's pixels to one of the widget's.
        say_free: a count of free places in words; without it the picture has no word at all.
        ahead: pixels around the widget that may be drawn ahead.
    """

    def __init__(
        self,
        width: int,
        height: int,
        ratio: float,
        font: QFont,
        say_free: Callable[[int], str] | None,
        ahead: int = _AHEAD,
    ) -> None:
        self.width, self.height, self.ratio = width, height, ratio
        self._ahead = ahead
        self._corner = QPoint(ahead, ahead)  # of the widget, in the image
        self._drawn = QRect()  # what of the image is drawn, in the widget's pixels
        self._pixels, self._image = self._blank()
        self._spare = self._blank()  # an image that moves is copied from one to the other
        texts = Texts(font)
        self._words = Words(texts)
        self._names = Names(texts, say_free) if say_free is not None else None

    def _blank(self) -> tuple[NDArray[np.uint32], QImage]:
        """Pixels, and the image that looks at them."""
        rows = max(1, round((self.height + 2 * self._ahead) * self.ratio))
        columns = max(1, round((self.width + 2 * self._ahead) * self.ratio))
        pixels = np.empty((rows, columns), dtype=np.uint32)
        pixels.fill(0)  # so that no step of a pan meets memory that was never touched
        image = QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.ratio)
        return pixels, image

    @property
    def room(self) -> QRect:
        """The widget."""
        return QRect(0, 0, self.width, self.height)

    def paint(self, painter: QPainter, at: QPoint) -> None:
        """Paints it with the widget's corner at a point."""
        painter.drawImage(at - self._corner, self._image)

    def draw(self, scene: Scene, view: View) -> None:
        """Draws the whole picture."""
        self._corner = QPoint(self._ahead, self._ahead)
        self._drawn = self.room
        self._draw_part(scene, view, self.room)

    def pan(self, scene: Scene, view: View, dx: int, dy: int) -> None:
        """Moves the picture by whole pixels and draws what comes into it; `view` is the new one."""
        across, down = dx * self.ratio, dy * self.ratio
        is_whole = across == int(across) and down == int(down)
        if not is_whole or abs(dx) >= self.width or abs(dy) >= self.height:
            self.draw(scene, view)
            return
        self._corner -= QPoint(dx, dy)
        self._drawn.translate(dx, dy)
        if self._drawn.contains(self.room):
            return
        if not self._whole().contains(self.room):
            self._recentre()
        for part in self._missing():
            self._draw_part(scene, view, part)

    def _redraw_seats(self, scene: Scene, view: View, seats: Indices) -> list[QRect]:
        """Draws some seats again, and returns their rectangles."""
        placed = scene.seen(seats)
        diameter = scene.diameter(view.scale)
        reach = diameter / 2 + 2
        px = scene.plan.x[placed] * view.scale + view.dx
        py = scene.plan.y[placed] * view.scale + view.dy
        drawn = QRectF(self._drawn).adjusted(-reach, -reach, reach, reach)
        near = (px > drawn.left()) & (px < drawn.right())
        near &= (py > drawn.top()) & (py < drawn.bottom())
        placed, px, py = placed[near], px[near], py[near]
        if not len(placed):
            return []
        is_far = scene.is_far(view.scale)
        moved, kinds = self._moved(view), scene.kinds(placed, is_far=is_far)
        look = (self._pixels, scene.plan, kinds, scene.looks, placed, moved, diameter * self.ratio)
        wipe(*look, is_far=is_far)
        stamp(*look, is_far=is_far)
        with self._painting(self._drawn) as painter:
            self._words.draw_numbers(painter, scene, view, placed)
        size = math.ceil(2 * reach)
        corners = zip((px - reach).tolist(), (py - reach).tolist(), strict=True)
        return [QRect(math.floor(x), math.floor(y), size, size) for x, y in corners]

    def show_states(
        self, scene: Scene, view: View, seats: Indices, filled: Indices, counted: Indices
    ) -> list[QRect]:
        """Draws anew what has changed, and returns the rectangles to be painted again.

        Args:
            seats: that have another status.
            filled: areas, by index in the offer, whose fill is another one.
            counted: areas that have another number of free places.
        """
        boxes = self._area_boxes(scene, view, filled, counted)
        if len(boxes) > _MOST_PARTS:
            self.draw(scene, view)
            return [self.room]
        found = self._redraw_seats(scene, view, seats)
        for box in boxes:
            self._draw_part(scene, view, box)
        found += boxes
        if self._names is not None and scene.is_far(view.scale):
            with self._painting(self._drawn) as painter:
                self._names.draw(painter, scene, view, self._seen(view, self._drawn))
            found += self._names.plates(scene, view, counted.tolist())
        return found if len(found) <= _MOST_RECTS else [self.room]

    def _area_boxes(
        self, scene: Scene, view: View, filled: Indices, counted: Indices
    ) -> list[QRect]:
        """Where areas have to be drawn whole: fills far out, and standing areas at any zoom."""
        standing = [i for i in counted.tolist() if scene.offer.areas[i].kind.is_standing]
        indices = {*standing, *(filled.tolist() if scene.is_far(view.scale) else ())}
        boxes = []
        for index in indices:
            left, top, right, bottom = scene.boxes[index].tolist()
            if not math.isnan(left):
                x, y = view.to_pixels(left, top)
                box = QRectF(x, y, (right - left) * view.scale, (bottom - top) * view.scale)
                boxes.append(box.toAlignedRect().adjusted(-2, -2, 2, 2) & self._drawn)
        return [box for box in boxes if not box.isEmpty()]

    # --- the image ---

    def _whole(self) -> QRect:
        """The image, in the widget's pixels."""
        wide, high = self.width + 2 * self._ahead, self.height + 2 * self._ahead
        return QRect(-self._corner.x(), -self._corner.y(), wide, high)

    def _recentre(self) -> None:
        """Moves what is drawn within the image, so that there is room ahead again."""
        before, at = self._pixels, self._corner
        (self._pixels, self._image), self._spare = self._spare, (before, self._image)
        self._corner = QPoint(self._ahead, self._ahead)
        across = round((self._corner.x() - at.x()) * self.ratio)
        down = round((self._corner.y() - at.y()) * self.ratio)
        to_x, of_x = _shifted(across, before.shape[1])
        to_y, of_y = _shifted(down, before.shape[0])
        self._pixels[to_y, to_x] = before[of_y, of_x]
        self._drawn &= self._whole()

    def _missing(self) -> Iterator[QRect]:
        """The parts still to be drawn so that the whole room is: strips up to the image's edge,
        which count as drawn from here on."""
        whole = self._whole()
        drawn = QRect(self._drawn)
        wanted = QRect(drawn)
        if drawn.left() > 0:
            wanted.setLeft(whole.left())
        if drawn.right() < self.width - 1:
            wanted.setRight(whole.right())
        if drawn.top() > 0:
            wanted.setTop(whole.top())
        if drawn.bottom() < self.height - 1:
            wanted.setBottom(whole.bottom())
        self._drawn = QRect(wanted)
        sides = (
            QRect(wanted.left(), drawn.top(), drawn.left() - wanted.left(), drawn.height()),
            QRect(drawn.right() + 1, drawn.top(), wanted.right() - drawn.right(), drawn.height()),
            QRect(wanted.left(), wanted.top(), wanted.width(), drawn.top() - wanted.top()),
            QRect(
                wanted.left(), drawn.bottom() + 1, wanted.width(), wanted.bottom() - drawn.bottom()
            ),
        )
        return (side for side in sides if not side.isEmpty())

    def _draw_part(self, scene: Scene, view: View, part: QRect) -> None:
        seen = self._seen(view, part)
        with self._painting(part) as painter:
            painter.fillRect(part, QColor(*scene.palette.ground))
            self._draw_areas(painter, scene, view, seen)
        seats = scene.grid.inside(seen.widened(2 * scene.pitch))
        self._stamp(scene, view, seats, part)
        if self._names is not None:
            with self._painting(part) as painter:
                self._words.draw(painter, scene, view, seen, seats)
                self._names.draw(painter, scene, view, seen)

    @staticmethod
    def _seen(view: View, part: QRect) -> Bounds:
        return view.seen(part.left(), part.top(), part.width(), part.height())

    def _moved(self, view: View) -> View:
        """The view to the image's pixels."""
        ratio, corner = self.ratio, self._corner
        dx, dy = (view.dx + corner.x()) * ratio, (view.dy + corner.y()) * ratio
        return View(view.scale * ratio, dx, dy)

    def _stamp(self, scene: Scene, view: View, seats: Indices, part: QRect) -> None:
        ratio, at = self.ratio, part.translated(self._corner)
        within = (
            round(at.left() * ratio),
            round(at.top() * ratio),
            round((at.right() + 1) * ratio),
            round((at.bottom() + 1) * ratio),
        )
        is_far, moved = scene.is_far(view.scale), self._moved(view)
        diameter = scene.diameter(view.scale) * ratio
        batch = scene.far_batch() if is_far and seats is scene.grid.placed else None
        if batch is not None and stamp_batch(
            self._pixels, batch, scene.looks, moved, diameter, within, is_far=is_far
        ):
            return
        stamp(
            self._pixels,
            scene.plan,
            scene.kinds(seats, is_far=is_far),
            scene.looks,
            seats,
            moved,
            diameter,
            is_far=is_far,
            part=within,
        )

    def _painting(self, part: QRect) -> _Painting:
        """A painter in the widget's pixels, cut to a part of them."""
        return _Painting(self._image, self._corner, part)

    def _draw_areas(self, painter: QPainter, scene: Scene, view: View, seen: Bounds) -> None:
        transform = QTransform(view.scale, 0, 0, view.scale, view.dx, view.dy)
        painter.setTransform(transform, True)
        pen = QPen(QColor(*scene.palette.line), 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        is_far, is_smooth = scene.is_far(view.scale), True
        for index in scene.areas_in(seen):
            area = scene.offer.areas[index]
            backdrop = scene.backdrops.get(area.id)
            painter.setBrush(_brush(_fill_of(scene, index, is_far=is_far)))
            rectangle = scene.rectangles.get(index)
            if (rectangle is None) != is_smooth:  # lines of rectangles are as sharp as pixels
                is_smooth = rectangle is None
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)
            if rectangle is None:
                painter.drawPolygon(scene.shapes[index])
            else:
                painter.drawRect(rectangle)
            if backdrop is not None:
                backdrop.draw(painter, scene.palette, view.scale * self.ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(*scene.palette.stage))
        for index, table in scene.tables.items():
            if scene.shows(scene.offer.areas[index]):
                painter.drawEllipse(table)


class PictureLayer:
    """The lowest layer of the map: its picture as it has to be now, drawn anew only where it must.

    Args:
        font: of all words on it.
        say_free: a count of free places in words.
    """

    def __init__(self, font: QFont, say_free: Callable[[int], str]) -> None:
        self._font = font
        self._say_free = say_free
        self._picture: Picture | None = None
        self._is_stale = True

    def forget(self) -> None:
        """Drops what was drawn."""
        self._picture = None

    def use_font(self, font: QFont) -> None:
        """All words are to be drawn in another typeface."""
        self._font = font
        self.forget()

    def spoil(self) -> None:
        """Has all of it drawn anew when it is painted next: once, however much has changed."""
        self._is_stale = True

    def pan(self, scene: Scene, view: View, dx: int, dy: int) -> None:
        """Moves the picture by whole pixels; `view` is the new one."""
        if self._picture is not None and not self._is_stale:
            self._picture.pan(scene, view, dx, dy)

    def show_states(
        self, scene: Scene, view: View, seats: Indices, filled: Indices, counted: Indices
    ) -> list[QRect] | None:
        """Draws seats that have other states, as `Picture.show_states` does, and returns the
        rectangles to be painted again; None for all of it."""
        if self._picture is None or self._is_stale:
            return None
        return self._picture.show_states(scene, view, seats, filled, counted)

    def paint(self, painter: QPainter, scene: Scene, view: View, room: QRect) -> None:
        size, ratio = (room.width(), room.height()), painter.device().devicePixelRatioF()
        picture = self._picture
        if picture is None or (picture.width, picture.height, picture.ratio) != (*size, ratio):
            picture = self._picture = Picture(*size, ratio, self._font, self._say_free)
            self._is_stale = True
        if self._is_stale:
            picture.draw(scene, view)
            self._is_stale = False
        picture.paint(painter, room.topLeft())


class _Painting:
    """A painter that ends with its block: Qt allows one painter at a time on an image."""

    def __init__(self, image: QImage, corner: QPoint, part: QRect) -> None:
        self._image, self._corner, self._part = image, corner, part

    def __enter__(self) -> QPainter:
        self._painter = QPainter(self._image)
        self._painter.translate(self._corner)
        self._painter.setClipRect(self._part)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return self._painter

    def __exit__(self, *_: object) -> None:
        self._painter.end()


@lru_cache(maxsize=512)
def _brush(color: Rgb) -> QBrush:
    return QBrush(QColor(*color))


def _shifted(by: int, length: int) -> tuple[slice, slice]:
    """Where pixels go to along one side, and where they come from."""
    return slice(max(0, by), length + min(0, by)), slice(max(0, -by), length + min(0, -by))


def _fill_of(scene: Scene, index: int, *, is_far: bool) -> Rgb:
    palette, area = scene.palette, scene.offer.areas[index]
    if not area.kind.has_places:
        return mixed(parsed(area.color), palette.ground, 0.35) if area.color else palette.stage
    if area.kind.is_standing:
        return mixed(scene.standing_color(index), palette.panel, 0.22)
    has_fill = is_far and scene.areas.total[index] > 0
    return palette.fills[scene.fills[index]] if has_fill else palette.panel
