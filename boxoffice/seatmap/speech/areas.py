"""The areas of a scene that have seats, for those who hear the map."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF

from boxoffice.domain.catalogue import Area
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.hall.geometry import View


class SeatAreas:
    """The areas with at least one seat, in the offer's order.

    Attributes:
        areas: the areas; a position counts along them.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        there = set(np.unique(scene.plan.area_ids).tolist())
        self.areas: tuple[Area, ...] = tuple(a for a in scene.offer.areas if a.id in there)
        self._positions = {int(area.id): index for index, area in enumerate(self.areas)}
        self._indices = [scene.offer.areas.index(area) for area in self.areas]

    def position_of(self, index: int) -> int:
        """The area of a seat, -1 where the offer does not know it."""
        return self._positions.get(int(self._scene.plan.area_ids[index]), -1)

    def free_of(self, position: int) -> tuple[int, int]:
        """How many seats are free, and how many there are."""
        there = self._scene.plan.area_ids == self.areas[position].id
        free = np.count_nonzero(self._scene.states[there] == SeatState.FREE)
        return int(free), int(np.count_nonzero(there))

    def box_of(self, position: int, view: View) -> QRectF:
        """Where the area is, in pixels: its outline, else what its seats take."""
        box = self._scene.boxes[self._indices[position]]
        if np.isnan(box).any():
            plan = self._scene.plan
            seats = (plan.area_ids == self.areas[position].id) & plan.placed
            if not seats.any():
                return QRectF()
            x, y, half = plan.x[seats], plan.y[seats], self._scene.pitch / 2
            box = np.array([x.min() - half, y.min() - half, x.max() + half, y.max() + half])
        left, top = view.to_pixels(float(box[0]), float(box[1]))
        right, bottom = view.to_pixels(float(box[2]), float(box[3]))
        return QRectF(left, top, right - left, bottom - top)
