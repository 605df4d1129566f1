"""The names on the map: of areas, with what is free in them, and of entrances.

Where names stand is found once for each scale, for the whole venue: none stands on another, and
none on a seat that can be clicked. Far out they stand on the seats, on a plate of their section.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from boxoffice.seatmap.drawing.name_layout import (
    COUNT_SIZES,
    SIZES,
    Layout,
    Measures,
    Spots,
    laid_out,
    measured,
    spots_of,
)
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.drawing.texts import Texts
from boxoffice.seatmap.hall.geometry import Bounds, View

Indices = NDArray[np.intp]
_DOOR = 16  # pixels of an entrance's sign
_EDGE = 3


@dataclass(frozen=True, slots=True)
class _Door:
    """An entrance's sign, and its name where that has room."""

    x: float
    y: float
    text: str
    width: float


class Names:
    """Draws the names of a scene.

    Args:
        say_free: a count of free places in words.
    """

    def __init__(self, texts: Texts, say_free: Callable[[int], str]) -> None:
        self._texts = texts
        self._say_free = say_free
        self._said: dict[int, str] = {}
        self._scene: Scene | None = None
        self._measures: Measures | None = None
        self._spots: Spots | None = None
        self._key: tuple[float, int | None] | None = None
        self._layout: Layout | None = None
        self._doors: tuple[_Door, ...] = ()

    def draw(self, painter: QPainter, scene: Scene, view: View, seen: Bounds) -> None:
        """Draws all names that are seen."""
        layout = self._at(scene, view)
        boxes = layout.boxes(view)
        reach = view.seen(0, 0, 1, 1).width * layout.size.max(initial=0.0)
        wide = seen.widened(reach)
        near = (layout.at[:, 0] > wide.left) & (layout.at[:, 0] < wide.right)
        near &= (layout.at[:, 1] > wide.top) & (layout.at[:, 1] < wide.bottom)
        chosen = np.flatnonzero(near)
        self._draw_plates(painter, scene, layout, boxes, chosen)
        self._draw_texts(painter, scene, layout, boxes, chosen)
        self._draw_counts(painter, scene, layout, boxes, chosen)
        self._draw_doors(painter, scene, view)

    def plates(self, scene: Scene, view: View, areas: Iterable[int]) -> list[QRect]:
        """The rectangles, in pixels, of the names of some areas and their counts."""
        layout = self._at(scene, view)
        meant = np.isin(layout.area, list(areas)) & layout.has_count
        return [QRectF(*box).toAlignedRect() for box in layout.boxes(view)[meant].tolist()]

    # --- drawing ---

    @staticmethod
    def _draw_plates(
        painter: QPainter, scene: Scene, layout: Layout, boxes: NDArray[np.float64], chosen: Indices
    ) -> None:
        fills = [QColor(*fill) for fill in scene.palette.fills]
        pictured = [i for i, a in enumerate(scene.offer.areas) if a.id in scene.backdrops]
        if pictured:
            on_picture = chosen[np.isin(layout.area[chosen], pictured)]
            for x, y, w, h in boxes[on_picture].tolist():
                painter.fillRect(QRectF(x - 4, y - 1, w + 8, h + 2), QColor(*scene.palette.panel))
        plated = chosen[layout.has_plate[chosen]]
        steps = scene.fills[layout.area[plated]].tolist()
        whole = np.ceil(boxes[plated]).astype(np.int64).tolist()  # as fast as can be filled
        for (x, y, w, h), fill in zip(whole, steps, strict=True):
            painter.fillRect(x, y, w, h, fills[fill])

    def _draw_texts(
        self,
        painter: QPainter,
        scene: Scene,
        layout: Layout,
        boxes: NDArray[np.float64],
        chosen: Indices,
    ) -> None:
        painter.setPen(QColor(*scene.palette.text))
        for step, pixels in enumerate(SIZES):
            group = chosen[layout.step[chosen] == step]
            x = (boxes[group, 0] + boxes[group, 2] / 2).tolist()
            part = np.where(layout.has_count[group], 0.25, 0.5)
            y = (boxes[group, 1] + boxes[group, 3] * part).tolist()
            names = [layout.texts[i] for i in group.tolist()]
            self._texts.put_all(painter, x, y, names, pixels, bold=True)

    def _draw_counts(
        self,
        painter: QPainter,
        scene: Scene,
        layout: Layout,
        boxes: NDArray[np.float64],
        chosen: Indices,
    ) -> None:
        painter.setPen(QColor(*scene.palette.faint))
        counted = chosen[layout.has_count[chosen]]
        for step, pixels in enumerate(COUNT_SIZES):
            group = counted[layout.step[counted] == step]
            x = (boxes[group, 0] + boxes[group, 2] / 2).tolist()
            y = (boxes[group, 1] + boxes[group, 3] * 0.75).tolist()
            free = scene.areas.free[layout.area[group]].tolist()
            self._texts.put_all(painter, x, y, [self._free(n) for n in free], pixels)

    def _draw_doors(self, painter: QPainter, scene: Scene, view: View) -> None:
        for door in self._doors:
            x, y = view.to_pixels(door.x, door.y)
            left, top = round(x - door.width / 2), round(y - _DOOR / 2)
            _draw_door(painter, scene, left, top)
            if door.text:
                painter.setPen(QColor(*scene.palette.faint))
                middle = left + _DOOR + (door.width - _DOOR) / 2
                self._texts.put_all(painter, [middle], [top + _DOOR / 2], [door.text], SIZES[1])

    def _free(self, count: int) -> str:
        found = self._said.get(count)
        if found is None:
            found = self._said[count] = self._say_free(count)
        return found

    # --- where they stand ---

    def _at(self, scene: Scene, view: View) -> Layout:
        if scene is not self._scene or self._measures is None:
            self._scene, self._measures = scene, measured(scene, self._texts, self._free)
            self._key = None
        key = view.scale, scene.level
        if key != self._key or self._layout is None:
            if self._key is None or self._key[1] != scene.level:
                self._spots = None
            self._key = key
            self._layout = laid_out(self._measures, self._spots_at(view.scale), scene, view.scale)
            self._doors = tuple(self._doors_at(scene, view.scale, self._layout))
        return self._layout

    def _spots_at(self, scale: float) -> Spots | None:
        scene, measures = self._scene, self._measures
        if scene is None or measures is None or scene.is_far(scale):
            return None
        if self._spots is None:
            self._spots = spots_of(scene, measures)
        return self._spots

    def _doors_at(self, scene: Scene, scale: float, layout: Layout) -> Iterable[_Door]:
        """The entrances whose sign covers neither a seat nor a name, and reaches into no area."""
        taken = layout.boxes(View(scale))
        for entrance in scene.offer.entrances:
            text = self._texts.elided(entrance.name, SIZES[1], 120.0)
            wide = self._texts.laid_out(text, SIZES[1]).size.width()
            for shown, width in ((text, _DOOR + wide + 2 * _EDGE), ("", float(_DOOR))):
                x, y = entrance.x * scale - width / 2, entrance.y * scale - _DOOR / 2
                box = np.array([[x, y, width, _DOOR]])
                ends = (entrance.x - width / 2 / scale, entrance.x + width / 2 / scale)
                crosses = any(scene.area_at(end, entrance.y) is not None for end in ends)
                if crosses or scene.covers_seats(scale, entrance.x, entrance.y, width, _DOOR):
                    continue
                if not _meet(box, taken).any():
                    taken = np.concatenate((taken, box))
                    yield _Door(entrance.x, entrance.y, shown, width)
                    break


def _meet(box: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.bool_]:
    across = (others[:, 0] < box[:, 0] + box[:, 2]) & (box[:, 0] < others[:, 0] + others[:, 2])
    down = (others[:, 1] < box[:, 1] + box[:, 3]) & (box[:, 1] < others[:, 1] + others[:, 3])
    found: NDArray[np.bool_] = across & down
    return found


def _draw_door(painter: QPainter, scene: Scene, x: float, y: float) -> None:
    """A sign with an arrow that goes in."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(*scene.palette.faint))
    painter.drawRoundedRect(QRectF(x, y, _DOOR, _DOOR), 3, 3)
    painter.setBrush(QColor(*scene.palette.panel))
    painter.drawRect(QRectF(x + 3, y + 7, 5, 2))
    tip = [QPointF(x + 7, y + 4.5), QPointF(x + 11, y + 8), QPointF(x + 7, y + 11.5)]
    painter.drawPolygon(QPolygonF(tip))
    painter.drawRect(QRectF(x + 11.5, y + 3, 1.5, 10))
