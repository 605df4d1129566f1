"""What the hand does on the map: click, paint, rectangle, pan."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent


class Gesture(Enum):
    NONE = "none"
    CLICK = "click"
    PAINT = "paint"
    BAND = "band"
    PAN = "pan"


class Gestures:
    """Follows the mouse from press to release.

    Attributes:
        step: whole pixels that the last move of a pan went.
        came_from: where the mouse was before its last move.
        collected: the seats painted over, each once, in order.
    """

    def __init__(self) -> None:
        self.step = QPoint()
        self.came_from = QPointF()
        self.collected: list[int] = []
        self._gesture = Gesture.NONE
        self._start = QPointF()
        self._last = QPointF()
        self._has_control = False
        self._can_paint = True
        self._has_space = False
        self._space_was_used = False

    @property
    def is_panning(self) -> bool:
        return self._gesture is Gesture.PAN

    @property
    def band(self) -> QRectF | None:
        """The rectangle that is being drawn."""
        if self._gesture is not Gesture.BAND:
            return None
        return QRectF(self._start, self._last).normalized()

    def press(self, event: QMouseEvent, *, can_paint: bool) -> None:
        """Begins a gesture; where seats are too small to be painted over, the hand pans."""
        self._can_paint = can_paint
        self._start = self._last = event.position()
        self._has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self.collected = []
        if event.button() is Qt.MouseButton.MiddleButton or self._has_space:
            self._gesture = Gesture.PAN
            self._space_was_used = self._has_space
        elif event.button() is Qt.MouseButton.LeftButton:
            self._gesture = Gesture.CLICK
        else:
            self._gesture = Gesture.NONE

    def move(self, event: QMouseEvent, drag_distance: int) -> Gesture:
        """What the move means; a click that goes too far becomes a painting or a rectangle."""
        point = event.position()
        if self._gesture is Gesture.CLICK:
            away = (point - self._start).manhattanLength()
            if away >= drag_distance:
                painting = Gesture.PAINT if self._can_paint else Gesture.PAN
                self._gesture = Gesture.BAND if self._has_control else painting
                self._last = self._start
        self.came_from = self._last
        if self._gesture is Gesture.PAN:
            self.step = (point - self._last).toPoint()
            self._last += QPointF(self.step)
        else:
            self._last = point
        return self._gesture

    def collect(self, index: int) -> None:
        if index >= 0 and index not in self.collected:
            self.collected.append(index)

    def release(self, event: QMouseEvent) -> Gesture:
        """What the whole gesture was."""
        done, self._gesture = self._gesture, Gesture.NONE
        self._last = event.position()
        return done

    def forget(self) -> None:
        self._gesture = Gesture.NONE

    def hold_space(self) -> None:
        self._has_space, self._space_was_used = True, False

    def release_space(self) -> bool:
        """Whether Space was pressed here and by itself, not to pan."""
        had_space, self._has_space = self._has_space, False
        return had_space and not self._space_was_used
