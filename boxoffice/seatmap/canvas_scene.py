"""What there is to draw: a plan, its looks, and where everything is; prepared once a plan."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from boxoffice.domain.catalogue import Area, AreaKind, Offer
from boxoffice.domain.ids import PriceCategoryId
from boxoffice.domain.seatplan import SeatPlan, SeatState, States
from boxoffice.seatmap.geometry import Bounds, bounds_of, contains, outline_bounds, pitch_of
from boxoffice.seatmap.hit import SeatGrid
from boxoffice.seatmap.palette import TEXT_CONTRAST, Palette, Rgb, contrast, parsed, readable
from boxoffice.seatmap.raster import Looks, looks_of
from boxoffice.seatmap.row_labels import row_labels

_FILL = 0.78  # of the distance between two seats that a seat's disc takes
_LEAST_DIAMETER = 1.6
_WHITE = (255, 255, 255)


class Scene:
    """A plan and all that is known of its drawing.

    Attributes:
        shapes: the outlines of the offer's areas in venue units, in their order; empty ones too.
        boxes: float64[areas, 4], left, top, right and bottom of each; NaN without an outline.
        is_light: by category, whether white can be read on its colour.
        chosen: the price category that the map is filtered to; the others are drawn faint.
    """

    def __init__(self, offer: Offer, plan: SeatPlan, states: States, palette: Palette) -> None:
        self.offer = offer
        self.plan = plan
        self.states = states
        self.pitch = pitch_of(plan)
        self.bounds = bounds_of(plan, offer.areas, self.pitch)
        self.grid = SeatGrid(plan, self.pitch)
        self.rows = row_labels(plan, self.pitch)
        self.standing = tuple(a for a in offer.areas if a.kind is AreaKind.STANDING)
        self.shapes = tuple(
            QPolygonF([QPointF(x, y) for x, y in area.outline]) for area in offer.areas
        )
        self.boxes = np.array([_box(area) for area in offer.areas]).reshape(-1, 4)
        self._has_room: dict[int, bool] = {}
        self.chosen: PriceCategoryId | None = None
        self.use_palette(palette)

    def use_palette(self, palette: Palette) -> None:
        self.palette = palette
        colors = {
            int(c.id): readable(parsed(c.color), palette.panel)
            if self.chosen in (None, c.id)
            else palette.line
            for c in self.offer.categories
        }
        self.looks: Looks = looks_of(self.plan, colors, palette)
        self.is_light = np.array([contrast(c, _WHITE) >= TEXT_CONTRAST for c in self.looks.colors])

    def choose(self, category: PriceCategoryId | None) -> None:
        self.chosen = category
        self.use_palette(self.palette)

    def offered(self) -> States:
        """The states as a party may have them: seats of other categories are not free."""
        if self.chosen is None:
            return self.states
        is_other = self.plan.category_ids != self.chosen
        return np.where(is_other, np.uint8(SeatState.OTHER), self.states)

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

    def areas_in(self, seen: Bounds) -> NDArray[np.intp]:
        """The areas, by their place in the offer, whose box touches a rectangle."""
        left, top, right, bottom = self.boxes.T
        touching = (left <= seen.right) & (right >= seen.left)
        return np.flatnonzero(touching & (top <= seen.bottom) & (bottom >= seen.top))

    def area_at(self, x: float, y: float) -> Area | None:
        """The area at a place, drawings apart; the one on top where they overlap."""
        for index in reversed(self.areas_in(Bounds(x, y, x, y)).tolist()):
            area: Area = self.offer.areas[index]
            if area.kind is not AreaKind.DECORATION and contains(area.outline, x, y):
                return area
        return None

    def has_room(self, label: int) -> bool:
        """Whether the name at a row's end has room: between two sections that of the other's
        beginning is enough."""
        if not self.rows.is_end[label]:
            return True
        found = self._has_room.get(label)
        if found is None:
            rows = self.rows
            # Where the name is to stand, and where the next section's own name would.
            found = self._has_room[label] = all(
                self.grid.nearest(
                    float(rows.x[label] + ahead * rows.step_x[label]),
                    float(rows.y[label] + ahead * rows.step_y[label]),
                    0.95 * self.pitch,
                )
                < 0
                for ahead in (0.0, 0.9)
            )
        return found


def _box(area: Area) -> tuple[float, float, float, float]:
    if not area.outline:
        return (np.nan,) * 4
    box = outline_bounds(area)
    return box.left, box.top, box.right, box.bottom
