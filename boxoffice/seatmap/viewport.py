"""The viewport of the map: what of a scene is seen, and where on the screen everything is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Signal

from boxoffice.domain.catalogue import Area
from boxoffice.domain.ids import AreaId, SeatId
from boxoffice.seatmap.drawing.marks import middle_of
from boxoffice.seatmap.drawing.scene import FAR, Scene
from boxoffice.seatmap.hall.geometry import Bounds, View, fitting, limited, outline_bounds

_ROOM_FOR_NAMES = 24  # pixels on both sides of a venue that has entrances
_ROOM_FOR_AREA = 40  # pixels around an area that is shown whole
_KEPT_INSIDE = 20  # pixels between the edge and a seat that is to be seen
_AROUND = 4  # seats around those that are brought into sight
_NEAR_ENOUGH = 16.0  # pixels from seat to seat, where they are brought into sight from far out
_WORTH_NAMING = 1.2  # times as near as the whole venue
GUTTER = 24
_HIT = 0.55  # of the distance between two seats, within which a point means a seat
_LEAST_HIT = 2.0  # pixels
NO_SEAT = -1


class Viewport(QObject):
    """A view of a scene, in a room of so many pixels; it knows no widget.

    Pixels are the room's, with (0, 0) in its upper left corner. Seats are indices into the scene's
    plan. Without a scene nothing is anywhere, and nothing moves.

    Args:
        size: how large the room is, whenever it is asked.

    Signals:
        changed(): zoomed or moved so that all has to be drawn anew.
        panned(int, int): moved by so many whole pixels to the right and down, and nothing else.

    Attributes:
        scene: what is shown; None without a plan.
        view: from venue units to pixels.
        is_fitted: the whole venue is shown, and shall be when the room's size changes.
        room_below: pixels at the lower edge that the whole venue leaves free.
    """

    changed = Signal()
    panned = Signal(int, int)

    def __init__(self, size: Callable[[], QSize], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.scene: Scene | None = None
        self.view = View()
        self.room_below = 0
        self.is_fitted = True
        self._kept: tuple[float, float, float] | None = None

    # --- what is seen ---

    @property
    def room(self) -> QRect:
        return QRect(QPoint(), self._size())

    @property
    def seat_pixels(self) -> float:
        """Pixels from a seat to the next; 0 without a scene."""
        return self.scene.pitch * self.view.scale if self.scene is not None else 0.0

    @property
    def is_far(self) -> bool:
        """Whether seats are too small to be meant; so they are without a scene."""
        return self.seat_pixels < FAR

    @property
    def nearness(self) -> float:
        """How many times as large as in the whole venue things are; 0 without a scene."""
        if self.scene is None:
            return 0.0
        return self.view.scale / max(self._whole(self.scene).scale, 1e-12)

    @property
    def gutter(self) -> int:
        """Pixels at the upper edge where the names of sections stand, and no seat is meant: only
        while a part of the venue is seen."""
        return GUTTER if self.nearness >= _WORTH_NAMING and not self.is_far else 0

    @property
    def middle(self) -> tuple[float, float]:
        """What is in the middle of the room, in venue units."""
        size = self._size()
        return self.view.to_venue(size.width() / 2, size.height() / 2)

    def show(self, scene: Scene | None) -> None:
        """Shows another scene: its venue whole, but of the same event what was seen until now."""
        before, self.scene = self.scene, scene
        if scene is not None and (self.is_fitted or not scene.is_of_same_event(before)):
            self.fit()

    # --- how it is moved ---

    def fit(self) -> None:
        """Shows the whole venue."""
        if self.scene is not None:
            self._set_view(self._whole(self.scene))
            self.is_fitted = True

    def _whole(self, scene: Scene) -> View:
        size, beside = self._size(), _ROOM_FOR_NAMES if scene.offer.entrances else 0
        width, height = size.width() - 2 * beside, size.height() - self.room_below
        return fitting(scene.bounds, width, height).moved(beside, 0)

    def show_together(self, indices: Sequence[int]) -> None:
        """Moves so that the seats are seen with what is around them, as near as they can be told;
        nothing moves where they are already."""
        placed = [index for index in indices if self.is_placed(index)]
        if self.scene is None or not placed:
            return
        away, size = _KEPT_INSIDE, self._size()
        inner = self.room.adjusted(away, self.gutter + away, -away, -self.room_below - away)
        points = [self.point_of(index).toPoint() for index in placed]
        if not self.is_far and all(inner.contains(point) for point in points):
            return
        x, y = self.scene.plan.x[placed], self.scene.plan.y[placed]
        bounds = Bounds(float(x.min()), float(y.min()), float(x.max()), float(y.max()))
        wide = bounds.widened(_AROUND * self.scene.pitch)
        most = max(self.view.scale, _NEAR_ENOUGH / self.scene.pitch)
        scale = min(fitting(wide, size.width(), size.height() - self.room_below, 0).scale, most)
        self.zoom_to(*bounds.middle, scale)

    def fit_area(self, area: Area) -> None:
        """Shows an area that has an outline, and a little around it."""
        size = self._size()
        bounds = outline_bounds(area)
        self._set_view(fitting(bounds, size.width(), size.height(), _ROOM_FOR_AREA))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms about a point of the room, which stays where it is; about the middle without."""
        point = QPointF(self.room.center()) if at is None else at
        self._set_view(self.view.zoomed(self.view.scale * factor, point.x(), point.y()))

    def zoom_to(self, x: float, y: float, scale: float) -> None:
        """Shows a point, in venue units, in the middle, at so many pixels to the unit."""
        size = self._size()
        self._set_view(View(scale, size.width() / 2 - x * scale, size.height() / 2 - y * scale))

    def return_to(self, x: float, y: float, scale: float) -> None:
        """As `zoom_to`; and the point stays in the middle when the room's size changes, until the
        clerk moves the map."""
        self.zoom_to(x, y, scale)
        self._kept = (x, y, scale)

    def follow_room(self) -> bool:
        """The room's size has changed; returns whether that moves the map."""
        if self.is_fitted:
            self.fit()
        elif self._kept is not None:
            self.return_to(*self._kept)
        else:
            return False
        return True

    def pan(self, dx: int, dy: int) -> None:
        """Moves by whole pixels, as far as the venue stays in sight."""
        if self.scene is None or not (dx or dy):
            return
        wanted = self.view.moved(dx, dy)
        view = self._limited(wanted, self.scene)
        if view != wanted:
            self._set_view(view)
        else:
            self.view, self.is_fitted, self._kept = view, False, None
            self.panned.emit(dx, dy)

    def ensure_visible(self, index: int) -> None:
        """Moves so that the seat is in the room, in its middle if it has not been."""
        if self.is_placed(index):
            at, away = self.point_of(index).toPoint(), _KEPT_INSIDE
            if not self.room.adjusted(away, away, -away, -away).contains(at):
                middle = self.room.center()
                self._set_view(self.view.moved(middle.x() - at.x(), middle.y() - at.y()))

    def _set_view(self, view: View) -> None:
        if self.scene is not None:
            self.view = self._limited(view, self.scene)
            self.is_fitted, self._kept = False, None
            self.changed.emit()

    def _limited(self, view: View, scene: Scene) -> View:
        size = self._size()
        return limited(view, scene.bounds, size.width(), size.height(), scene.pitch)

    # --- where things are ---

    def index_of(self, seat_id: SeatId) -> int:
        """The seat with this id, -1 where the plan has none."""
        return self.scene.plan.index_of(seat_id) if self.scene is not None else NO_SEAT

    def id_of(self, index: int) -> SeatId:
        """Raises IndexError where there is no such seat."""
        if self.scene is None:
            raise IndexError(index)
        return SeatId(int(self.scene.plan.ids[index]))

    def is_placed(self, index: int) -> bool:
        """Whether there is such a seat, and it has a position on the map."""
        return self.scene is not None and index >= 0 and bool(self.scene.plan.placed[index])

    def point_of(self, index: int) -> QPointF:
        """Where a placed seat is, in pixels. Raises IndexError where there is no such seat."""
        if self.scene is None:
            raise IndexError(index)
        return middle_of(self.scene, self.view, index)

    def index_at(self, point: QPointF) -> int:
        """The seat that a point means, -1 for none."""
        if self.scene is None or point.y() < self.gutter:
            return NO_SEAT
        x, y = self.view.to_venue(point.x(), point.y())
        radius = max(_HIT * self.scene.pitch, _LEAST_HIT / self.view.scale)
        return self.scene.grid.nearest(x, y, radius)

    def area_at(self, point: QPointF) -> Area | None:
        """The area under a point, drawings apart."""
        if self.scene is None or point.y() < self.gutter:
            return None
        return self.scene.area_at(*self.view.to_venue(point.x(), point.y()))

    def area_position(self, area_id: AreaId) -> QPoint | None:
        """Where an area's name is drawn, in pixels; None where it has none."""
        area = self.scene.offer.area(area_id) if self.scene is not None else None
        if area is None:
            return None
        at = area.label_at or (outline_bounds(area).middle if area.outline else None)
        return QPointF(*self.view.to_pixels(*at)).toPoint() if at else None
