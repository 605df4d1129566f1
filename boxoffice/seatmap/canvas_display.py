"""The map as a picture on the screen: shown, kept in step with its seats, zoomed and moved."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boxoffice.domain.catalogue import Area, Offer
from boxoffice.domain.ids import AreaId, EventId, PriceCategoryId, SeatId
from boxoffice.domain.picture import PictureSizes
from boxoffice.domain.seats.seatplan import SeatPlan, States
from boxoffice.seatmap.drawing.backdrops import backdrop_of
from boxoffice.seatmap.drawing.fades import Fades
from boxoffice.seatmap.drawing.marks import Marks, box_of
from boxoffice.seatmap.drawing.minimap import Minimap
from boxoffice.seatmap.drawing.palette import PALETTES
from boxoffice.seatmap.drawing.picture import Picture
from boxoffice.seatmap.drawing.rings import Rings
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.drawing.texts import FreeWords
from boxoffice.seatmap.hall.geometry import View, fitting, limited, outline_bounds

_KEY_ZOOM = 1.5
_ROOM_FOR_NAMES = 24  # pixels on both sides of a venue that has entrances
_FADE_STEP = 40  # milliseconds


class MapDisplay(QWidget):
    """Draws a seat plan; what the hand does with it is the canvas's.

    Signals:
        view_changed(): zoomed or moved.
    """

    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._palette = PALETTES["light"]
        self._scene: Scene | None = None
        self._picture: Picture | None = None
        self._view = View()
        self._was_fitted = True
        self._is_stale = True
        self._words = FreeWords()
        self._minimap = Minimap(self.font())
        self._rings = Rings(self)
        self._rings.changed.connect(self.update)
        self._fades = Fades()
        self._fade_timer = QTimer(self, interval=_FADE_STEP)
        self._fade_timer.timeout.connect(self._fade)

    # --- what is shown ---

    @property
    def event_id(self) -> EventId | None:
        return self._scene.offer.event.id if self._scene else None

    @property
    def plan(self) -> SeatPlan | None:
        return self._scene.plan if self._scene else None

    @property
    def states(self) -> States:
        """uint8[n] of `SeatState`, as drawn."""
        return self._scene.states if self._scene else np.zeros(0, dtype=np.uint8)

    @property
    def scale(self) -> float:
        """Pixels per venue unit."""
        return self._view.scale

    @property
    def seat_pixels(self) -> float:
        """Pixels from a seat to the next."""
        return self._scene.pitch * self._view.scale if self._scene else 0.0

    def sizeHint(self) -> QSize:
        return QSize(700, 600)

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels that can be chosen from; none where there is but one."""
        return self._scene.levels if self._scene else ()

    @property
    def level(self) -> int | None:
        """The level that is shown; None for all."""
        return self._scene.level if self._scene else None

    def show_plan(self, offer: Offer, plan: SeatPlan, states: States) -> None:
        """Shows a plan whole; the states are copied. Another plan of the event that is on the
        screen takes its place without a move of the map."""
        self.show_scene(self.prepared(offer, plan, states))

    def prepared(self, offer: Offer, plan: SeatPlan, states: States) -> Scene:
        """All that has to be known to show a plan; for any thread, since a large one takes long."""
        return Scene(offer, plan, states.copy(), self._palette)

    def show_scene(self, scene: Scene) -> None:
        """Shows what was prepared."""
        before, self._scene = self._scene, scene
        self._rings.follow(scene)
        self._fades.clear()
        is_same = self._is_of_same_event(before)
        if before is not None and is_same:
            scene.backdrops = before.backdrops
            scene.choose_level(before.level)
            scene.choose(before.chosen)
        if scene.palette is not self._palette:
            scene.use_palette(self._palette)
        self._minimap.forget()
        if not is_same or self._was_fitted:
            self.fit()
        else:
            self._redraw()

    def _is_of_same_event(self, other: Scene | None) -> bool:
        both = (self._scene, other)
        ids = {scene.offer.event.id for scene in both if scene is not None}
        return other is not None and len(ids) == 1

    def show_states(self, indices: NDArray[np.intp], values: States) -> None:
        """Takes over new states and repaints only those seats."""
        scene = self._scene
        if scene is None:
            return
        self._fades.begin(indices, scene.states[indices], values)
        if self._fades and not self._fade_timer.isActive():
            self._fade_timer.start()
        counted = scene.take(indices, values)
        filled = scene.refill()
        if self._picture is None or self._is_stale:
            self.update()
            return
        for rect in self._picture.show_states(scene, self._view, indices, filled, counted):
            self.update(rect)
        box = self._minimap_box()
        self._minimap.show_states(scene, indices, filled, is_seen=box is not None)
        if box is not None:
            self.update(box)

    def show_picture(self, area_id: AreaId, sizes: PictureSizes) -> None:
        """Shows a background picture behind an area; hatching where there is none to show."""
        scene = self._scene
        area = scene.offer.area(area_id) if scene is not None else None
        backdrop = backdrop_of(area, sizes) if area is not None else None
        if scene is None or backdrop is None:
            return
        scene.backdrops[area_id] = backdrop
        self._minimap.forget()
        self._redraw()

    def clear(self) -> None:
        self._scene = self._picture = None
        self.update()

    def set_palette_name(self, name: str) -> None:
        """'light', 'dark' or 'contrast'."""
        self._palette = PALETTES[name]
        if self._scene is not None:
            self._scene.use_palette(self._palette)
            self._minimap.forget()
        self._redraw()

    def choose_category(self, category: PriceCategoryId | None) -> None:
        """Draws the seats of all other price categories faint; None undoes it."""
        if self._scene is not None:
            self._scene.choose(category)
            self._minimap.forget()
            self._redraw()

    def choose_level(self, level: int | None) -> None:
        """Shows the areas of one level; None for all."""
        if self._scene is not None:
            self._scene.choose_level(level)
            self._minimap.forget()
            self._redraw()

    def free_by_category(self) -> dict[PriceCategoryId, int]:
        """How many seats of each price category are free."""
        if self._scene is None:
            return {}
        free = self._scene.categories.free.tolist()
        return {c.id: n for c, n in zip(self._scene.offer.categories, free, strict=True)}

    def flash(self, seat_ids: tuple[SeatId, ...]) -> None:
        """Rings seats that were lost, for a moment."""
        if self._scene is not None:
            self._rings.lose(self._scene, seat_ids)

    def light(self, seat_ids: tuple[SeatId, ...]) -> None:
        """Rings seats that are looked at, until others are, or none; a plan that is shown later
        has them ringed as well. Where none of them is in sight, the whole venue is shown."""
        self._rings.light(self._scene, seat_ids)
        scene, lit = self._scene, self._rings.lit
        if scene is not None and lit:
            boxes = (box_of(scene, self._view, row) for row in lit if scene.plan.placed[row])
            if not any(self.rect().intersects(box) for box in boxes):
                self.fit()

    # --- the view ---

    def fit(self) -> None:
        """Shows the whole venue."""
        if self._scene is not None:
            beside = _ROOM_FOR_NAMES if self._scene.offer.entrances else 0
            width = self.width() - 2 * beside
            self._set_view(fitting(self._scene.bounds, width, self.height()).moved(beside, 0))
            self._was_fitted = True

    def zoom_in(self) -> None:
        self._zoom(_KEY_ZOOM, QPointF(self.rect().center()))

    def zoom_out(self) -> None:
        self._zoom(1 / _KEY_ZOOM, QPointF(self.rect().center()))

    def zoom_to(self, point: QPointF, scale: float) -> None:
        """Shows a point, in venue units, in the middle, at so many pixels per unit."""
        x, y = self.width() / 2 - point.x() * scale, self.height() / 2 - point.y() * scale
        self._set_view(View(scale, x, y))

    def ensure_visible(self, seat_id: SeatId) -> None:
        """Moves the map so that the seat is on the screen."""
        at = self.seat_position(seat_id)
        if at is not None and not self.rect().adjusted(20, 20, -20, -20).contains(at):
            middle = self.rect().center()
            self._set_view(self._view.moved(middle.x() - at.x(), middle.y() - at.y()))

    def seat_position(self, seat_id: SeatId) -> QPoint | None:
        """Where the seat is drawn, in the widget's pixels; None where it has no place."""
        row = self._scene.plan.row_of(seat_id) if self._scene else -1
        if self._scene is None or row < 0 or not self._scene.plan.placed[row]:
            return None
        return self._point_of(row).toPoint()

    def seat_at(self, point: QPoint) -> SeatId | None:
        index = self._index_at(QPointF(point))
        return self._id(index) if index >= 0 else None

    def area_position(self, area_id: AreaId) -> QPoint | None:
        """Where an area's name is drawn, in the widget's pixels."""
        area = self._scene.offer.area(area_id) if self._scene else None
        if area is None:
            return None
        at = area.label_at or (outline_bounds(area).middle if area.outline else None)
        return QPointF(*self._view.to_pixels(*at)).toPoint() if at else None

    def _set_view(self, view: View) -> None:
        if self._scene is None:
            return
        scene = self._scene
        self._view = limited(view, scene.bounds, self.width(), self.height(), scene.pitch)
        self._was_fitted = False
        self._redraw()
        self.view_changed.emit()

    def _zoom(self, factor: float, at: QPointF) -> None:
        if self._scene is not None:
            self._set_view(self._view.zoomed(self._view.scale * factor, at.x(), at.y()))

    def _pan(self, dx: int, dy: int) -> None:
        if self._scene is None or not (dx or dy):
            return
        scene = self._scene
        wanted = self._view.moved(dx, dy)
        view = limited(wanted, scene.bounds, self.width(), self.height(), scene.pitch)
        if view != wanted or self._picture is None or self._is_stale:
            self._set_view(view)
            return
        self._view, self._was_fitted = view, False
        self._picture.pan(scene, view, dx, dy)
        self.update()
        self.view_changed.emit()

    def _redraw(self) -> None:
        """Has the picture drawn anew when it is painted next: once, however much has changed."""
        self._is_stale = True
        self.update()

    # --- painting ---

    def _drawn(self, scene: Scene) -> Picture:
        """The picture as it has to be now."""
        size, ratio = (self.width(), self.height()), self.devicePixelRatioF()
        picture = self._picture
        if picture is None or (picture.width, picture.height, picture.ratio) != (*size, ratio):
            picture = self._picture = Picture(*size, ratio, self.font(), self._words.free)
            self._is_stale = True
        if self._is_stale:
            picture.draw(scene, self._view)
            self._is_stale = False
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._drawn(self._scene) if self._scene is not None else None
        painter = QPainter(self)
        if self._scene is None or picture is None:
            painter.fillRect(event.rect(), QColor(*self._palette.ground))
            return
        picture.paint(painter, QPoint())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks = Marks(painter, self._scene, self._view)
        fading = self._fades.now()
        marks.fade((i, share) for i, share in fading if self._scene.plan.placed[i])
        self._rings.draw(marks, self._palette)
        self._mark_seats(marks)
        self._minimap.paint(painter, self._scene, self._view, self.rect())
        self._mark_gesture(marks)

    def _mark_seats(self, marks: Marks) -> None:
        """Draws what the canvas has to show of single seats."""

    def _mark_gesture(self, marks: Marks) -> None:
        """Draws what the canvas has to show of a gesture, above all else."""

    def _minimap_box(self) -> QRect | None:
        if self._scene is None:
            return None
        return self._minimap.box(self._scene, self._view, self.rect())

    def _fade(self) -> None:
        """Goes a step on with the seats that fade."""
        if self._scene is None or not self._fades:
            self._fade_timer.stop()
            return
        for seat in self._scene.seen(self._fades.seats).tolist():
            self.update(box_of(self._scene, self._view, seat))
        self._fades.now()  # forgets those at their end, seen or not

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._was_fitted:
            self.fit()
        else:
            self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._picture = None
            self._redraw()

    # --- where things are ---

    def _index_at(self, point: QPointF) -> int:
        if self._scene is None:
            return -1
        x, y = self._view.to_venue(point.x(), point.y())
        radius = max(0.55 * self._scene.pitch, 2.0 / self._view.scale)
        return self._scene.grid.nearest(x, y, radius)

    def _area_at(self, point: QPointF) -> Area | None:
        if self._scene is None:
            return None
        return self._scene.area_at(*self._view.to_venue(point.x(), point.y()))

    def _point_of(self, index: int) -> QPointF:
        plan = self._scene.plan if self._scene else SeatPlan.empty()
        return QPointF(*self._view.to_pixels(float(plan.x[index]), float(plan.y[index])))

    def _id(self, index: int) -> SeatId:
        plan = self._scene.plan if self._scene else SeatPlan.empty()
        return SeatId(int(plan.ids[index]))
