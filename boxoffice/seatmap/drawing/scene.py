"""What there is to draw: a plan, its looks, and where everything is; prepared once a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from boxoffice.domain.catalogue import Area, AreaKind, Event, EventStatus, Offer
from boxoffice.domain.ids import AreaId, PriceCategoryId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState, States
from boxoffice.seatmap.drawing.backdrops import AreaBackdrop
from boxoffice.seatmap.drawing.palette import (
    PAPER,
    TEXT_CONTRAST,
    Palette,
    Rgb,
    category_rgb,
    contrast,
)
from boxoffice.seatmap.drawing.raster import Batch, Kinds, Looks, batch_of, looks_of, on_fills
from boxoffice.seatmap.hall.geometry import Bounds, bounds_of, contains, outline_bounds, pitch_of
from boxoffice.seatmap.hall.hit import SeatGrid
from boxoffice.seatmap.hall.levels import first_level, levels_of, seat_levels
from boxoffice.seatmap.hall.row_labels import row_labels
from boxoffice.seatmap.hall.tally import Tally

Indices = NDArray[np.intp]
FAR = 7.0  # pixels from seat to seat below which sections are meant, not seats
_FILL = 0.78  # of the distance between two seats that a seat's disc takes
_LEAST_DIAMETER = 1.6
_LABELS_APART = 0.8  # of a seat's pitch between the names of two rows
_NEVER_SOLD = (EventStatus.CANCELLED, EventStatus.ENDED)
_FILL_STEPS = np.array([1e-9, 0.2, 0.6])  # free shares from which a section has its next fill


class Scene:
    """A plan and all that is known of its drawing.

    Attributes:
        shapes: the outlines of the offer's areas in venue units, in their order; empty ones too.
        rectangles: those of the shapes that are upright rectangles, by index.
        boxes: float64[areas, 4], left, top, right and bottom of each; NaN without an outline.
        is_light: by category, whether white can be read on its colour.
        chosen: the price category that the map is filtered to; the others are drawn faint.
        levels: of the venue, where it has several; `level` is the one that is shown, None for all.
        areas, categories: how many seats are free, by index in the offer.
        fills: uint8[areas], how a section is filled far out, by how much of it is free.
        backdrops: the background pictures by area.
        tables: what is drawn of tables, in venue units, by the area's index.
    """

    def __init__(self, offer: Offer, plan: SeatPlan, states: States, palette: Palette) -> None:
        self.offer = offer
        self.plan = plan
        self.states = states
        self.pitch = pitch_of(plan)
        doors = [(entrance.x, entrance.y) for entrance in offer.entrances]
        self.bounds = bounds_of(plan, offer.areas, self.pitch, doors)
        self.rows = row_labels(plan, self.pitch)
        self.shapes = tuple(
            QPolygonF([QPointF(x, y) for x, y in area.outline]) for area in offer.areas
        )
        self.boxes = np.array([_box(area) for area in offer.areas]).reshape(-1, 4)
        self.rectangles = {
            index: QRectF(left, top, right - left, bottom - top)
            for index, (left, top, right, bottom) in enumerate(self.boxes.tolist())
            if _is_rectangle(offer.areas[index])
        }
        self.areas = Tally(plan.area_ids, tuple(a.id for a in offer.areas), states)
        self.categories = Tally(plan.category_ids, tuple(c.id for c in offer.categories), states)
        self.fills = self._fills_now()
        self.backdrops: dict[AreaId, AreaBackdrop] = {}
        self.tables = dict(self._tables())
        self.levels = levels_of(offer.areas)
        self._seat_levels = seat_levels(plan, offer.areas)
        self.chosen: PriceCategoryId | None = None
        self.choose_level(first_level(plan, offer.areas, self._seat_levels, self.pitch))
        self.use_palette(palette)

    # --- how it is shown ---

    def is_of_same_event(self, other: Scene | None) -> bool:
        return other is not None and other.offer.event.id == self.offer.event.id

    def follow(self, before: Scene) -> None:
        """Takes over what was chosen for another scene of the same event, and its pictures."""
        self.backdrops = before.backdrops
        self.choose_level(before.level)
        self.choose(before.chosen)

    def use_palette(self, palette: Palette) -> None:
        self.palette = palette
        colors = {
            int(c.id): category_rgb(c.color, palette)
            if self.is_sold and self.chosen in (None, c.id)
            else palette.line
            for c in self.offer.categories
        }
        self.looks: Looks = looks_of(self.plan, colors, palette)
        self.is_light = np.array([contrast(c, PAPER) >= TEXT_CONTRAST for c in self.looks.colors])
        self._kinds = self.looks.kinds(self.states, np.arange(len(self.plan)))
        self._far_kinds: Kinds | None = None
        self._batch: Batch | None = None

    @property
    def is_sold(self) -> bool:
        """Whether its seats may look as if they could be had: not those of a cancelled event, or
        of one that is over."""
        return self.offer.event.status not in _NEVER_SOLD

    def take_event(self, event: Event) -> None:
        """Takes over what became of the event."""
        self.offer = replace(self.offer, event=event)
        self.use_palette(self.palette)

    def choose(self, category: PriceCategoryId | None) -> None:
        self.chosen = category
        self.use_palette(self.palette)

    def choose_level(self, level: int | None) -> None:
        """Shows the areas of one level and their seats; None for all."""
        self.level = level
        self._batch = None
        self._own: Indices | None = None
        self._has_room: dict[int, bool] = {}
        seen = self.plan.placed
        if level is not None:
            seen &= self._seat_levels == level
        self.grid = SeatGrid(self.plan, self.pitch, np.flatnonzero(seen))
        self._is_seen = seen if level is not None else None
        self._rows_seen = np.zeros(len(self.plan.row_names), dtype=np.bool_)
        self._rows_seen[self.plan.row_index[seen]] = True

    def shows(self, area: Area) -> bool:
        """Whether the area is on the level that is shown; drawings are on all of them."""
        is_everywhere = self.level is None or not area.kind.has_places
        return is_everywhere or area.level == self.level

    # --- what changes ---

    def take(self, seats: Indices, states: States) -> Indices:
        """Takes over new states; returns the areas, by index, whose free places changed."""
        self._batch = self._own = None
        before = self.states[seats]
        self.states[seats] = states
        changed = self.areas.take(seats, before, states)
        self.categories.take(seats, before, states)
        self._kinds[seats] = self.looks.kinds(states, seats)
        if self._far_kinds is not None:
            self._far_kinds[seats] = on_fills(self._kinds[seats], self._fill_of_seats(seats))
        return changed

    def own(self) -> Indices:
        """The seats of the order on screen, as far as they are shown."""
        if self._own is None:
            self._own = self.seen(np.flatnonzero(self.states == SeatState.MINE))
        return self._own

    def refill(self) -> Indices:
        """Fills the sections by how much of them is free; returns those that have another fill."""
        fills = self._fills_now()
        changed: Indices = np.flatnonzero(fills != self.fills)
        if len(changed):
            self.fills, self._far_kinds, self._batch = fills, None, None
        return changed

    def kinds(self, seats: Indices, *, is_far: bool) -> Kinds:
        """What seats look like; all seats of the plan have to come in its order."""
        kinds = self._kinds
        if is_far:
            if self._far_kinds is None:
                every = np.arange(len(self.plan))
                self._far_kinds = on_fills(self._kinds, self._fill_of_seats(every))
            kinds = self._far_kinds
        return kinds if len(seats) == len(kinds) else kinds[seats]

    def far_batch(self) -> Batch | None:
        """All seats that are shown, as they look far out; None where there is none."""
        seats = self.grid.placed
        if self._batch is None and len(seats):
            self._batch = batch_of(self.plan, self.kinds(seats, is_far=True), seats)
        return self._batch

    def seen(self, seats: Indices) -> Indices:
        """Those of the seats that have a position on the level that is shown."""
        is_seen = self.plan.placed if self._is_seen is None else self._is_seen
        return seats[is_seen[seats]]

    def offered(self) -> States:
        """The states as a party may have them: seats of other categories or levels are not free."""
        is_out = None if self._is_seen is None else ~self._is_seen
        if self.chosen is not None:
            is_other = self.plan.category_ids != self.chosen
            is_out = is_other if is_out is None else is_out | is_other
        if is_out is None:
            return self.states
        return np.where(is_out, np.uint8(SeatState.OTHER), self.states)

    # --- what is where ---

    def is_far(self, scale: float) -> bool:
        """Whether seats are too small to be meant by a click."""
        return self.pitch * scale < FAR

    def diameter(self, scale: float) -> float:
        """The diameter of a seat, in pixels."""
        return max(_LEAST_DIAMETER, _FILL * self.pitch * scale)

    def standing_color(self, index: int) -> Rgb:
        """The colour of the price category of an area's seats."""
        there = np.flatnonzero(self.areas.group == index)[:1]
        return self.looks.colors[self.looks.category[there[0]]] if len(there) else self.palette.line

    def areas_in(self, seen: Bounds) -> list[int]:
        """The areas, by index in the offer, whose box touches a rectangle."""
        left, top, right, bottom = self.boxes.T
        touching = (left <= seen.right) & (right >= seen.left)
        touching &= (top <= seen.bottom) & (bottom >= seen.top)
        return [i for i in np.flatnonzero(touching).tolist() if self.shows(self.offer.areas[i])]

    def area_at(self, x: float, y: float) -> Area | None:
        """The area at a point, drawings apart; the one on top where they overlap."""
        for index in reversed(self.areas_in(Bounds(x, y, x, y))):
            area: Area = self.offer.areas[index]
            if area.kind.has_places and contains(area.outline, x, y):
                return area
        return None

    def covers_seats(self, scale: float, x: float, y: float, width: float, height: float) -> bool:
        """Whether a box about a point in venue units, so many pixels large, covers a seat."""
        reach = self.diameter(scale) / 2
        half_x, half_y = (width / 2 + reach) / scale, (height / 2 + reach) / scale
        box = Bounds(x - half_x, y - half_y, x + half_x, y + half_y)
        return len(self.grid.inside(box)) > 0

    def has_room(self, label: int) -> bool:
        """Whether the name at a row's end is shown and has room: between two sections that of the
        other's beginning is enough."""
        if not self._rows_seen[self.rows.rows[label]]:
            return False
        found = self._has_room.get(label)
        if found is None:
            found = self._has_room[label] = self._is_clear(label)
        return found

    def _is_clear(self, label: int) -> bool:
        rows, close = self.rows, _LABELS_APART * self.pitch
        x, y = float(rows.x[label]), float(rows.y[label])
        beside = np.hypot(rows.x[:label] - x, rows.y[:label] - y) < close
        if np.any(beside & self._rows_seen[rows.rows[:label]]):
            return False  # another row's name stands there
        if not rows.is_end[label]:
            return True
        # Where the name is to stand, and where the next section's own name would.
        return all(
            self.grid.nearest(
                x + ahead * float(rows.step_x[label]),
                y + ahead * float(rows.step_y[label]),
                0.95 * self.pitch,
            )
            < 0
            for ahead in (0.0, 0.9)
        )

    def _tables(self) -> Iterator[tuple[int, QRectF]]:
        """A disc among the seats of each table, as large as they leave room for."""
        for index, area in enumerate(self.offer.areas):
            if area.kind is not AreaKind.TABLE:
                continue
            seats = np.flatnonzero((self.areas.group == index) & self.plan.placed)
            if len(seats) < 2:
                continue
            x, y = self.plan.x[seats], self.plan.y[seats]
            middle_x, middle_y = float(x.mean()), float(y.mean())
            room = float(np.hypot(x - middle_x, y - middle_y).min()) - 0.55 * self.pitch
            if room > 0.2 * self.pitch:
                yield index, QRectF(middle_x - room, middle_y - room, 2 * room, 2 * room)

    def _fills_now(self) -> NDArray[np.uint8]:
        return np.searchsorted(_FILL_STEPS, self.areas.share, side="right").astype(np.uint8)

    def _fill_of_seats(self, seats: Indices) -> NDArray[np.uint8]:
        group = self.areas.group[seats]
        if not len(self.fills):
            return np.zeros(len(seats), dtype=np.uint8)
        return np.where(group >= 0, self.fills[group], np.uint8(0))


def _box(area: Area) -> tuple[float, float, float, float]:
    if not area.outline:
        return (np.nan,) * 4
    box = outline_bounds(area)
    return box.left, box.top, box.right, box.bottom


def _is_rectangle(area: Area) -> bool:
    corners = set(area.outline)
    across, down = {x for x, _ in corners}, {y for _, y in corners}
    return len(area.outline) == 4 == len(corners) and len(across) == len(down) == 2
