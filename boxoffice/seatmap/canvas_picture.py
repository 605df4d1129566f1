"""The picture of the map: one image in step with the view, redrawn only where it has to be."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from boxoffice.domain.catalogue import Area, AreaKind, Offer
from boxoffice.domain.seatplan import SeatPlan, SeatState, States
from boxoffice.seatmap.geometry import View, bounds_of, pitch_of
from boxoffice.seatmap.hit import SeatGrid
from boxoffice.seatmap.palette import (
    TEXT_CONTRAST,
    Palette,
    Rgb,
    contrast,
    mixed,
    parsed,
    readable,
)
from boxoffice.seatmap.raster import Looks, looks_of, stamp, wipe
from boxoffice.seatmap.rows import row_of

Indices = NDArray[np.intp]
_FILL = 0.78  # of the distance between two seats that a seat's disc takes
_LEAST_DIAMETER = 1.6
_NUMBERS_FROM = 20.0  # pixels of a seat from which it shows its number
_ROWS_FROM = 11.0
_NAMES_TO = 15.0
_NAME_SIZES = (13, 11, 9)
_UNBOUNDED = 240.0


class Scene:
    """What there is to draw: a plan, its looks, and where everything is."""

    def __init__(self, offer: Offer, plan: SeatPlan, states: States, palette: Palette) -> None:
        self.offer = offer
        self.plan = plan
        self.states = states
        self.pitch = pitch_of(plan)
        self.bounds = bounds_of(plan, offer.areas, self.pitch)
        self.grid = SeatGrid(plan, self.pitch)
        self.standing = tuple(a for a in offer.areas if a.kind is AreaKind.STANDING)
        self.use_palette(palette)

    def use_palette(self, palette: Palette) -> None:
        self.palette = palette
        colors = {
            int(c.id): readable(parsed(c.color), palette.panel) for c in self.offer.categories
        }
        self.looks: Looks = looks_of(self.plan, colors, palette)

    def diameter(self, scale: float) -> float:
        """Of a seat, in pixels."""
        return max(_LEAST_DIAMETER, _FILL * self.pitch * scale)

    def free_in(self, area: Area) -> int:
        """How many places of a standing area are free."""
        there = self.plan.area_ids == area.id
        return int(np.count_nonzero(self.states[there] == SeatState.FREE))

    def standing_color(self, area: Area) -> Rgb:
        """The colour of the standing area's price category."""
        there = np.flatnonzero(self.plan.area_ids == area.id)
        return self.looks.colors[self.looks.category[there[0]]] if len(there) else self.palette.line


class Picture:
    """An image of the scene, as large as the widget.

    Where `free_words` are asked for, they say by area id what is free in a standing area.

    Args:
        width, height: of the widget, in its pixels.
        ratio: the screen's pixels to one of the widget's.
    """

    def __init__(self, width: int, height: int, ratio: float, font: QFont) -> None:
        self.width, self.height, self.ratio = width, height, ratio
        self._pixels = np.zeros(
            (max(1, round(height * ratio)), max(1, round(width * ratio))), dtype=np.uint32
        )
        rows, columns = self._pixels.shape
        self.image = QImage(
            self._pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGB32
        )
        self.image.setDevicePixelRatio(ratio)
        self._font = font

    def draw(self, scene: Scene, view: View, free_words: dict[int, str]) -> None:
        """Draws the whole picture."""
        self._draw_part(scene, view, QRect(0, 0, self.width, self.height), free_words)

    def pan(self, scene: Scene, view: View, dx: int, dy: int, free_words: dict[int, str]) -> None:
        """Moves the picture by whole pixels and draws what comes into it; `view` is the new one."""
        if self.ratio != 1.0 or abs(dx) >= self.width or abs(dy) >= self.height:
            self.draw(scene, view, free_words)
            return
        rows, columns = self._pixels.shape
        to_x, to_y = slice(max(0, dx), columns + min(0, dx)), slice(max(0, dy), rows + min(0, dy))
        of_x = slice(max(0, -dx), columns + min(0, -dx))
        of_y = slice(max(0, -dy), rows + min(0, -dy))
        self._pixels[to_y, to_x] = self._pixels[of_y, of_x]
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
        if diameter >= _NUMBERS_FROM and len(placed):
            painter = self._painter(QRect(0, 0, self.width, self.height))
            self._draw_numbers(painter, scene, view, placed)
            painter.end()
        size = math.ceil(2 * reach)
        corners = zip((px - reach).tolist(), (py - reach).tolist(), strict=True)
        return [QRect(math.floor(x), math.floor(y), size, size) for x, y in corners]

    def _draw_part(self, scene: Scene, view: View, part: QRect, free_words: dict[int, str]) -> None:
        painter = self._painter(part)
        painter.fillRect(part, QColor(*scene.palette.ground))
        seen = view.seen(part.left(), part.top(), part.width(), part.height())
        for area in scene.offer.areas:
            if area.outline:
                self._draw_area(painter, scene, view, area)
        painter.end()
        seats = scene.grid.inside(seen.widened(2 * scene.pitch))
        ratio = self.ratio
        x0, y0 = round(part.left() * ratio), round(part.top() * ratio)
        x1, y1 = round((part.right() + 1) * ratio), round((part.bottom() + 1) * ratio)
        self._stamp(scene, view, seats, x0, y0, self._pixels[y0:y1, x0:x1])
        painter = self._painter(part)
        self._draw_words(painter, scene, view, seats, free_words)
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
        painter.setFont(self._font)
        return painter

    def _draw_area(self, painter: QPainter, scene: Scene, view: View, area: Area) -> None:
        palette = scene.palette
        shape = QPolygonF([QPointF(*view.to_pixels(x, y)) for x, y in area.outline])
        if not shape.boundingRect().intersects(painter.clipBoundingRect()):
            return
        fill = palette.panel
        if area.kind is AreaKind.DECORATION:
            fill = mixed(parsed(area.color), palette.ground, 0.35) if area.color else palette.stage
        elif area.kind is AreaKind.STANDING:
            fill = mixed(scene.standing_color(area), palette.panel, 0.22)
        painter.setBrush(QBrush(QColor(*fill)))
        painter.setPen(QPen(QColor(*palette.line), 1.0))
        painter.drawPolygon(shape)

    def _draw_words(
        self, painter: QPainter, scene: Scene, view: View, seats: Indices,
        free_words: dict[int, str],
    ) -> None:  # fmt: skip
        diameter = scene.diameter(view.scale)
        if diameter >= _NUMBERS_FROM:
            self._draw_numbers(painter, scene, view, seats)
        if diameter >= _ROWS_FROM:
            self._draw_rows(painter, scene, view, seats)
        taken: list[QRectF] = []
        for area in scene.offer.areas:
            if area.name and (area.kind is not AreaKind.SEATED or diameter < _NAMES_TO):
                self._draw_name(painter, scene, view, area, free_words, taken)

    def _draw_name(
        self, painter: QPainter, scene: Scene, view: View, area: Area,
        free_words: dict[int, str], taken: list[QRectF],
    ) -> None:  # fmt: skip
        """The name of an area where it has room, on a veil where there are seats behind it."""
        at = area.label_at or _middle(area)
        if at is None:
            return
        room = _pixels_across(area, view) if area.outline else _UNBOUNDED
        free = free_words.get(area.id, "")
        font, text = self._fitting_name(area, room)
        metrics = QFontMetricsF(font)
        width = max(metrics.horizontalAdvance(text), metrics.horizontalAdvance(free)) + 6
        height = metrics.height() * (2 if free else 1) + 2
        x, y = view.to_pixels(*at)
        box = QRectF(x - width / 2, y - height / 2, width, height)
        if not text or any(box.intersects(other) for other in taken):
            return
        taken.append(box)
        palette = scene.palette
        if area.kind is AreaKind.SEATED:
            veil = QColor(*palette.panel)
            veil.setAlpha(215)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(veil)
            painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(*palette.text))
        words = f"{text}\n{free}" if free else text
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _fitting_name(self, area: Area, room: float) -> tuple[QFont, str]:
        """The area's name in the largest type that it has room for; a section that has too little
        for any gets no name, since half of one tells nothing."""
        name = area.name[:200]
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold)
        for pixels in _NAME_SIZES:
            font.setPixelSize(pixels)
            if QFontMetricsF(font).horizontalAdvance(name) + 4 <= room:
                return font, name
        if area.kind is AreaKind.SEATED:
            return font, ""
        elide = Qt.TextElideMode.ElideRight
        return font, QFontMetricsF(font).elidedText(name, elide, max(room - 4, 40))

    def _draw_numbers(self, painter: QPainter, scene: Scene, view: View, seats: Indices) -> None:
        diameter = scene.diameter(view.scale)
        font = QFont(self._font)
        font.setPixelSize(max(8, min(15, round(diameter * 0.42))))
        painter.setFont(font)
        dark, light = QColor(20, 24, 30), QColor(255, 255, 255)
        plan, looks = scene.plan, scene.looks
        for index in seats.tolist():
            state = SeatState(int(scene.states[index]))
            if looks.wheelchair[index] and state is SeatState.FREE:
                continue
            if state is SeatState.FREE:
                fill = looks.color(state, int(looks.category[index]))
                painter.setPen(light if contrast(fill, (255, 255, 255)) >= TEXT_CONTRAST else dark)
            elif state in (SeatState.RESERVED, SeatState.PENDING):
                painter.setPen(QColor(*scene.palette.faint))
            else:
                continue
            x, y = view.to_pixels(float(plan.x[index]), float(plan.y[index]))
            box = QRectF(x - diameter / 2, y - diameter / 2, diameter, diameter)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), plan.numbers[index][:4])

    def _draw_rows(self, painter: QPainter, scene: Scene, view: View, seats: Indices) -> None:
        """The row's name at both of its ends."""
        painter.setPen(QColor(*scene.palette.faint))
        font = QFont(self._font)
        font.setPixelSize(max(9, min(14, round(scene.pitch * view.scale * 0.5))))
        painter.setFont(font)
        plan = scene.plan
        size = scene.pitch * view.scale
        _, firsts = np.unique(plan.row_index[seats], return_index=True)
        for seat in seats[firsts].tolist():
            row = row_of(plan, seat)
            name = plan.row_names[plan.row_index[seat]][:4]
            for end, inner in ((row[0], row[min(1, len(row) - 1)]), (row[-1], row[-2 % len(row)])):
                dx, dy = _away(plan, int(end), int(inner), scene.pitch)
                at = float(plan.x[end]) + dx, float(plan.y[end]) + dy
                # Between two sections there is room for one name: that of the row's beginning.
                if end != row[0] and scene.grid.nearest(*at, 0.98 * scene.pitch) >= 0:
                    continue
                x, y = view.to_pixels(*at)
                box = QRectF(x - size, y - size, 2 * size, 2 * size)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)


def _away(plan: SeatPlan, end: int, inner: int, pitch: float) -> tuple[float, float]:
    """One seat further than the row's end, in venue units."""
    dx, dy = float(plan.x[end] - plan.x[inner]), float(plan.y[end] - plan.y[inner])
    length = math.hypot(dx, dy)
    return (dx / length * pitch, dy / length * pitch) if length else (-pitch, 0.0)


def _middle(area: Area) -> tuple[float, float] | None:
    if not area.outline:
        return None
    n = len(area.outline)
    return sum(x for x, _ in area.outline) / n, sum(y for _, y in area.outline) / n


def _pixels_across(area: Area, view: View) -> float:
    xs = [x for x, _ in area.outline]
    return (max(xs) - min(xs)) * view.scale
