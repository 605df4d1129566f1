"""The map under the hand: what mouse, wheel and touchpad do on it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from boxoffice.domain.catalogue import Area, AreaKind
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.seatmap.canvas_aim import AimedMap
from boxoffice.seatmap.canvas_gestures import Gesture, Gestures
from boxoffice.seatmap.drawing.marks import Marks
from boxoffice.seatmap.drawing.scene import FAR
from boxoffice.seatmap.hall.geometry import fitting, outline_bounds
from boxoffice.seatmap.hall.rows import run_between

_NOTCH = 1.25
_MOST_STOPS = 500


class SeatCanvas(AimedMap):
    """The map that a clerk works with: `AimedMap` tells what she picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seatCanvas")
        self.setAccessibleName(self.tr("Seat map"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._gestures = Gestures()
        self._is_on_minimap = False

    def _mark_gesture(self, marks: Marks) -> None:
        marks.band(self._gestures.band)

    # --- gestures ---

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        moved = event.pixelDelta()
        is_touch = event.phase() != Qt.ScrollPhase.NoScrollPhase and not moved.isNull()
        if is_touch and not event.modifiers():
            self._pan(moved.x(), moved.y())
        elif turned.y():
            self._zoom(_NOTCH ** (turned.y() / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        return super().event(event)

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        """Two fingers on a touchpad zoom at the pointer. (The event's own position is the window's:
        Qt hands such an event on to a child as it is.)"""
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        point = self.mapFromGlobal(event.globalPosition())
        self._zoom(max(0.1, 1.0 + event.value()), point)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        box = self._minimap_box()
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._is_on_minimap = (
            is_left and box is not None and box.contains(event.position().toPoint())
        )
        if self._is_on_minimap:
            self._go_on_minimap(event.position())
            return
        self._gestures.press(event, can_paint=self.seat_pixels >= FAR)
        self._set_cursor_shape()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._is_on_minimap:
            self._go_on_minimap(point)
            return
        gesture = self._gestures.move(event, QApplication.startDragDistance())
        if gesture is Gesture.PAN:
            step_by = self._gestures.step
            self._pan(step_by.x(), step_by.y())
        elif gesture is Gesture.PAINT:
            self._paint_over(self._gestures.came_from, point)
        elif gesture is Gesture.BAND:
            self.update()
        if gesture is not Gesture.PAN:
            self._hover(self._index_at(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_on_minimap:
            self._is_on_minimap = False
            return
        band = self._gestures.band
        gesture = self._gestures.release(event)
        if gesture is Gesture.CLICK:
            self._click(event)
        elif gesture is Gesture.PAINT:
            self._pick(self._gestures.collected)
        elif gesture is Gesture.BAND and band is not None:
            self._pick_inside(band)
        self._set_cursor_shape()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        is_empty = self._index_at(event.position()) < 0 and self._area_at(event.position()) is None
        if is_empty and event.button() is Qt.MouseButton.LeftButton:
            self._gestures.forget()
            self.fit()
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or self._is_typing:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._gestures.hold_space()
            self._set_cursor_shape()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            if self._gestures.release_space() and self._cursor >= 0:
                self._pick([self._cursor])
            self._set_cursor_shape()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._gestures.release_space()  # its release is told to somebody else
        self._set_cursor_shape()

    def _go_on_minimap(self, point: QPointF) -> None:
        box = self._minimap_box()
        if box is not None and self._scene is not None:
            self.zoom_to(self._minimap.place_at(self._scene, point, box), self._view.scale)

    def _set_cursor_shape(self) -> None:
        is_moving = self._gestures.is_panning
        self.setCursor(Qt.CursorShape.ClosedHandCursor if is_moving else Qt.CursorShape.ArrowCursor)

    def _click(self, event: QMouseEvent) -> None:
        index, area = self._index_at(event.position()), self._area_at(event.position())
        if area is not None and area.kind is AreaKind.STANDING and index < 0:
            self.area_picked.emit(area.id)
        elif self.seat_pixels < FAR:
            self._zoom_into(area, event.position())
        elif index >= 0 and self._scene is not None:
            is_run = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            is_ours = self._scene.states[index] == SeatState.MINE
            self._hover(index)
            self._aim_at(index)
            if is_run and self._last_picked >= 0:
                self._pick(run_between(self._scene.plan, self._last_picked, index).tolist())
            elif self._party > 1 and self._preview:
                self._pick(self._preview)
            elif self._party > 1 and not is_ours:
                self.party_missed.emit(self._party)
            else:
                self._pick([index])

    def _zoom_into(self, area: Area | None, point: QPointF) -> None:
        """From far out, a click means the section, or else the neighbourhood."""
        if area is not None and area.kind is AreaKind.SEATED:
            self._set_view(fitting(outline_bounds(area), self.width(), self.height(), 40))
        elif self._scene is not None:
            x, y = self._view.to_venue(point.x(), point.y())
            self.zoom_to(QPointF(x, y), 2 * FAR / self._scene.pitch)

    def _paint_over(self, start: QPointF, end: QPointF) -> None:
        """Collects all seats on the way: a fast hand leaves many seats between two moves."""
        way = end - start
        wanted = 1 + int(2 * math.hypot(way.x(), way.y()) / max(self.seat_pixels, 2.0))
        stops = min(wanted, _MOST_STOPS)
        for stop in range(stops + 1):
            self._gestures.collect(self._index_at(start + way * (stop / stops)))

    def _pick_inside(self, band: QRectF) -> None:
        if self._scene is not None and self.seat_pixels >= FAR:
            seen = self._view.seen(band.left(), band.top(), band.width(), band.height())
            self._pick(self._scene.grid.inside(seen).tolist())
