"""The words on the map: names of areas, of rows, and numbers of seats.

Words are laid out once for each scale and each text; drawing them is putting them in their places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QStaticText, QTransform

from boxoffice.domain.catalogue import Area, AreaKind
from boxoffice.domain.seatplan import SeatState
from boxoffice.seatmap.canvas_scene import Scene
from boxoffice.seatmap.geometry import Bounds, View, outline_bounds
from boxoffice.seatmap.palette import Palette

Indices = NDArray[np.intp]
_NUMBERS_FROM = 20.0  # pixels of a seat from which it shows its number
_ROWS_FROM = 11.0
_NAMES_TO = 15.0
_NAME_SIZES = (13, 11, 9)
_UNBOUNDED = 240.0
_MOST_KEPT = 5000
_DARK, _LIGHT = QColor(20, 24, 30), QColor(255, 255, 255)


@dataclass(frozen=True, slots=True)
class _Name:
    """An area's name: its middle in venue units, and its size in pixels."""

    area: Area
    text: str
    font: QFont
    at: tuple[float, float]
    width: float
    height: float


class Words:
    """Draws words in a typeface.

    Args:
        font: the widget's own.
    """

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._texts: dict[tuple[int, str], tuple[QStaticText, float, float]] = {}
        self._plates: dict[object, QPixmap] = {}
        self._names: tuple[_Name, ...] = ()
        self._names_key: object = None
        self._widths: dict[tuple[int, str], float] = {}
        self._name_fonts = [_sized(font, pixels, bold=True) for pixels in _NAME_SIZES]
        self._metrics = [QFontMetricsF(font) for font in self._name_fonts]

    def draw(
        self, painter: QPainter, scene: Scene, view: View, seen: Bounds, seats: Indices,
        free_words: dict[int, str],
    ) -> None:  # fmt: skip
        """Draws all words that are seen; `seats` are those that may be."""
        diameter = scene.diameter(view.scale)
        if diameter >= _NUMBERS_FROM:
            self.draw_numbers(painter, scene, view, seats)
        if diameter >= _ROWS_FROM:
            self._draw_rows(painter, scene, view, seen)
        self._draw_names(painter, scene, view, seen, free_words)

    def draw_numbers(self, painter: QPainter, scene: Scene, view: View, seats: Indices) -> None:
        """The numbers on the seats, where they are large enough and not covered by a mark."""
        diameter = scene.diameter(view.scale)
        if diameter < _NUMBERS_FROM:
            return
        pixels = max(8, min(15, round(diameter * 0.42)))
        states = scene.states[seats]
        is_free = (states == SeatState.FREE) & ~scene.looks.wheelchair[seats]
        is_held = (states == SeatState.RESERVED) | (states == SeatState.PENDING)
        is_light = scene.is_light[scene.looks.category[seats]]
        faint = QColor(*scene.palette.faint)
        for chosen, color in (
            (is_free & is_light, _LIGHT), (is_free & ~is_light, _DARK), (is_held, faint),
        ):  # fmt: skip
            group = seats[chosen]
            if len(group):
                painter.setPen(color)
                texts = [scene.plan.numbers[i][:4] for i in group.tolist()]
                self._put(painter, view, scene.plan.x[group], scene.plan.y[group], texts, pixels)

    def _draw_rows(self, painter: QPainter, scene: Scene, view: View, seen: Bounds) -> None:
        rows = scene.rows
        wide = seen.widened(scene.pitch)
        near = (rows.x >= wide.left) & (rows.x <= wide.right)
        near &= (rows.y >= wide.top) & (rows.y <= wide.bottom)
        labels = [label for label in np.flatnonzero(near).tolist() if scene.has_room(label)]
        if not labels:
            return
        painter.setPen(QColor(*scene.palette.faint))
        pixels = max(9, min(14, round(scene.pitch * view.scale * 0.5)))
        texts = [scene.plan.row_names[row][:4] for row in rows.rows[labels].tolist()]
        self._put(painter, view, rows.x[labels], rows.y[labels], texts, pixels)

    def _put(
        self, painter: QPainter, view: View, x: NDArray[np.float64], y: NDArray[np.float64],
        texts: Sequence[str], pixels: int,
    ) -> None:  # fmt: skip
        """Draws each text with its middle at its place."""
        painter.setFont(_sized(self._font, pixels))
        px, py = (x * view.scale + view.dx).tolist(), (y * view.scale + view.dy).tolist()
        for at_x, at_y, text in zip(px, py, texts, strict=True):
            made, half_width, half_height = self._laid_out(text, pixels)
            painter.drawStaticText(QPointF(at_x - half_width, at_y - half_height), made)

    def _laid_out(self, text: str, pixels: int) -> tuple[QStaticText, float, float]:
        found = self._texts.get((pixels, text))
        if found is None:
            if len(self._texts) > _MOST_KEPT:
                self._texts.clear()
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(QTransform(), _sized(self._font, pixels))
            size = made.size()
            found = self._texts[pixels, text] = made, size.width() / 2, size.height() / 2
        return found

    # --- names of areas ---

    def _draw_names(
        self, painter: QPainter, scene: Scene, view: View, seen: Bounds, free_words: dict[int, str]
    ) -> None:
        ratio = painter.device().devicePixelRatioF()
        for name in self._names_at(scene, view, free_words):
            x, y = view.to_pixels(*name.at)
            reach_x, reach_y = name.width / view.scale, name.height / view.scale
            if not (seen.left - reach_x < name.at[0] < seen.right + reach_x):
                continue
            if not (seen.top - reach_y < name.at[1] < seen.bottom + reach_y):
                continue
            corner = QPoint(round(x - name.width / 2), round(y - name.height / 2))
            painter.drawPixmap(corner, self._plate(name, scene.palette, ratio))

    def _plate(self, name: _Name, palette: Palette, ratio: float) -> QPixmap:
        """The name as a picture, on a veil where there are seats behind it."""
        has_veil = name.area.kind is AreaKind.SEATED
        key = name.text, name.font.pixelSize(), has_veil, palette, ratio
        found = self._plates.get(key)
        if found is not None:
            return found
        if len(self._plates) > _MOST_KEPT:
            self._plates.clear()
        box = QRectF(0, 0, name.width, name.height)
        made = self._plates[key] = QPixmap((box.size() * ratio).toSize())
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if has_veil:
            veil = QColor(*palette.panel)
            veil.setAlpha(215)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(veil)
            painter.drawRoundedRect(box, 4, 4)
        painter.setFont(name.font)
        painter.setPen(QColor(*palette.text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name.text)
        painter.end()
        return made

    def _names_at(self, scene: Scene, view: View, free_words: dict[int, str]) -> tuple[_Name, ...]:
        """The names that have room at this scale, whatever part of the venue is seen."""
        key = (id(scene), view.scale, tuple(free_words.items()))
        if key != self._names_key:
            self._names_key, self._names = key, self._lay_names_out(scene, view.scale, free_words)
        return self._names

    def _lay_names_out(
        self, scene: Scene, scale: float, free_words: dict[int, str]
    ) -> tuple[_Name, ...]:
        has_seats = scene.diameter(scale) >= _NAMES_TO
        found: list[_Name] = []
        taken = np.zeros((len(scene.offer.areas), 4))
        for area in scene.offer.areas:
            if not area.name or (has_seats and area.kind is AreaKind.SEATED):
                continue
            name = self._name(area, scale, free_words.get(area.id, ""))
            if name is None:
                continue
            x, y = name.at[0] * scale, name.at[1] * scale
            box = (x - name.width / 2, y - name.height / 2, x + name.width / 2, y + name.height / 2)
            others = taken[: len(found)]
            meets = (others[:, 0] < box[2]) & (others[:, 2] > box[0])
            if np.any(meets & (others[:, 1] < box[3]) & (others[:, 3] > box[1])):
                continue
            taken[len(found)] = box
            found.append(name)
        return tuple(found)

    def _name(self, area: Area, scale: float, free: str) -> _Name | None:
        """The name in the largest type that the area has room for; a section that has too little
        for any gets none, since half a name tells nothing."""
        at = area.label_at or _middle(area)
        if at is None:
            return None
        box = outline_bounds(area) if area.outline else None
        room = box.width * scale if box else _UNBOUNDED
        text = area.name[:200]
        size = next((i for i in range(3) if self._width(i, text) + 4 <= room), -1)
        if size < 0:
            if area.kind is AreaKind.SEATED:
                return None
            elide = Qt.TextElideMode.ElideRight
            text = self._metrics[size].elidedText(text, elide, max(room - 4, 40))
        width = max(self._width(size, text), self._width(size, free)) + 6
        height = self._metrics[size].height() * (2 if free else 1) + 2
        words = f"{text}\n{free}" if free else text
        return _Name(area, words, self._name_fonts[size], at, width, height)

    def _width(self, size: int, text: str) -> float:
        found = self._widths.get((size, text))
        if found is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            found = self._widths[size, text] = self._metrics[size].horizontalAdvance(text)
        return found


def _sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def _middle(area: Area) -> tuple[float, float] | None:
    if not area.outline:
        return None
    n = len(area.outline)
    return sum(x for x, _ in area.outline) / n, sum(y for _, y in area.outline) / n
