"""What mouse, wheel, touchpad and keys do on the map: one tool for each gesture.

A new gesture is one more `Tool`, and its place in `tools_for`. `Gestures` gives each event to the
first tool that wants it. A press of the mouse makes a tool the active one until the release; a
click that goes too far is handed on, to the first tool that takes it over.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from boxoffice.domain.catalogue import Area, AreaKind
from boxoffice.seatmap.aim import Aim, Indices
from boxoffice.seatmap.drawing.marks import Marks
from boxoffice.seatmap.drawing.scene import FAR, Scene
from boxoffice.seatmap.hall.geometry import View, inside_of
from boxoffice.seatmap.viewport import Viewport

KEY_ZOOM = 1.5
_NOTCH_ZOOM = 1.25
_LEAST_PINCH = 0.1
_CLICK_ZOOM = 2 * FAR  # pixels from seat to seat, after a click from far out
_MOST_STOPS = 500  # at which seats are looked for between two moves
_TYPING = 1500  # milliseconds after which another seat is typed
_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS = {Qt.Key.Key_Plus: KEY_ZOOM, Qt.Key.Key_Equal: KEY_ZOOM, Qt.Key.Key_Minus: 1 / KEY_ZOOM}


@dataclass(frozen=True, slots=True)
class Press:
    """How a gesture of the mouse began.

    Attributes:
        at: in the canvas's pixels.
        is_far: seats were too small to be meant.
    """

    at: QPointF
    button: Qt.MouseButton
    modifiers: Qt.KeyboardModifier
    is_far: bool

    @property
    def is_left(self) -> bool:
        return self.button is Qt.MouseButton.LeftButton

    @property
    def has_control(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    @property
    def has_shift(self) -> bool:
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)


class Tool:
    """One gesture. Every answer is no and every step does nothing, until a tool says otherwise.

    Attributes:
        pointer: the shape of the mouse's pointer while the tool is active.
        is_hovering: the mouse still points at seats meanwhile.
        is_drawn: it has marks of its own on the map, which change with each move.
        is_click: it is over when the mouse goes too far, and another tool may take over.
        is_ready: the next press is this gesture's, which the pointer shows already.
    """

    pointer = Qt.CursorShape.ArrowCursor
    is_hovering = True
    is_drawn = False
    is_click = False
    is_ready = False

    def __init__(self, viewport: Viewport, aim: Aim) -> None:
        self._viewport = viewport
        self._aim = aim

    # --- the mouse, from press to release ---

    def starts(self, press: Press) -> bool:
        """Whether the press begins this gesture."""
        return False

    def takes_over(self, press: Press) -> bool:
        """Whether a click that went too far is this gesture."""
        return False

    def begin(self, press: Press) -> None:
        """The tool is the active one from here on."""

    def move(self, point: QPointF) -> None:
        """The mouse, with the button down, is at another point."""

    def release(self, event: QMouseEvent) -> None:
        """The button is up, and the gesture is done."""

    def draw(self, marks: Marks) -> None:
        """Draws the marks of a gesture that is under way."""

    # --- what is done at once; each returns whether the event was meant for it ---

    def double_click(self, event: QMouseEvent) -> bool:
        return False

    def wheel(self, event: QWheelEvent) -> bool:
        return False

    def touch(self, event: QNativeGestureEvent, point: QPointF) -> bool:
        """Fingers on a touchpad, with the pointer at a point."""
        return False

    def key(self, event: QKeyEvent) -> bool:
        return False

    def key_release(self, event: QKeyEvent) -> bool:
        return False

    def lose_focus(self) -> None:
        """Keys that are held are released elsewhere."""


class Gestures:
    """Gives each event to the first of the tools that wants it."""

    def __init__(self, viewport: Viewport, aim: Aim, tools: Sequence[Tool]) -> None:
        self._viewport = viewport
        self._aim = aim
        self._tools = tuple(tools)
        self._active: Tool | None = None
        self._press: Press | None = None

    @property
    def pointer(self) -> Qt.CursorShape:
        """The shape of the mouse's pointer."""
        ready = next((tool for tool in self._tools if tool.is_ready), None)
        shown = self._active or ready
        return Tool.pointer if shown is None else shown.pointer

    @property
    def is_drawn(self) -> bool:
        """Whether the gesture that is under way has marks on the map."""
        return self._active is not None and self._active.is_drawn

    def press(self, event: QMouseEvent) -> None:
        press = Press(
            event.position(), event.button(), event.modifiers(), is_far=self._viewport.is_far
        )
        self._press = press
        self._active = next((tool for tool in self._tools if tool.starts(press)), None)
        if self._active is not None:
            self._active.begin(press)

    def move(self, point: QPointF) -> None:
        """The mouse is at another point, with a button down or not."""
        if self._active is not None and self._active.is_click and self._press is not None:
            self._leave_click(self._press, point)
        if self._active is not None:
            self._active.move(point)
        if self._active is None or self._active.is_hovering:
            self._aim.hover(self._viewport.index_at(point))

    def _leave_click(self, press: Press, point: QPointF) -> None:
        if (point - press.at).manhattanLength() >= QApplication.startDragDistance():
            self._active = next((tool for tool in self._tools if tool.takes_over(press)), None)
            if self._active is not None:
                self._active.begin(press)

    def release(self, event: QMouseEvent) -> None:
        done, self._active = self._active, None
        if done is not None:
            done.release(event)

    def double_click(self, event: QMouseEvent) -> bool:
        is_meant = any(tool.double_click(event) for tool in self._tools)
        if is_meant:
            self._active = None
        return is_meant

    def wheel(self, event: QWheelEvent) -> bool:
        return any(tool.wheel(event) for tool in self._tools)

    def touch(self, event: QNativeGestureEvent, point: QPointF) -> bool:
        return any(tool.touch(event, point) for tool in self._tools)

    def key(self, event: QKeyEvent) -> bool:
        return any(tool.key(event) for tool in self._tools)

    def key_release(self, event: QKeyEvent) -> bool:
        return any(tool.key_release(event) for tool in self._tools)

    def lose_focus(self) -> None:
        for tool in self._tools:
            tool.lose_focus()

    def paint(self, painter: QPainter, scene: Scene, view: View, _: QRect) -> None:
        """The uppermost layer: the marks of the gesture that is under way."""
        if self._active is not None:
            self._active.draw(Marks(painter, scene, view))


def tools_for(viewport: Viewport, aim: Aim, lasso: LassoTool) -> tuple[Tool, ...]:
    """All tools of the map. An earlier one is asked first: a seat that is typed may have a space in
    its name, and a lasso that is ready gets the mouse before all else."""
    return (
        TypingTool(viewport, aim),
        lasso,
        RectangleTool(viewport, aim),
        PanTool(viewport, aim),
        PaintTool(viewport, aim),
        ClickTool(viewport, aim),
        FitTool(viewport, aim),
        WheelTool(viewport, aim),
        PinchTool(viewport, aim),
        PartyKeys(viewport, aim),
        ZoomKeys(viewport, aim),
        ArrowKeys(viewport, aim),
        PickKeys(viewport, aim),
    )


# --- the mouse ---


class ClickTool(Tool):
    """A click picks a seat, with Shift the run to it, with Control its row, with both its section;
    a standing area; from far out, it zooms."""

    is_click = True

    def starts(self, press: Press) -> bool:
        return press.is_left

    def release(self, event: QMouseEvent) -> None:
        point = event.position()
        index, area = self._viewport.index_at(point), self._viewport.area_at(point)
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if area is not None and area.kind.is_standing and index < 0:
            self._aim.pick_area(area.id)
        elif area is not None and has_control and has_shift:
            self._aim.pick_section(area.id)
        elif self._viewport.is_far:
            self._zoom_into(area, point)
        elif index >= 0 and has_control:
            self._aim.pick_row(index)
        elif index >= 0:
            self._aim.pick_at(index, is_run=has_shift)

    def _zoom_into(self, area: Area | None, point: QPointF) -> None:
        """A click from far out means the section, or else the neighbourhood."""
        scene = self._viewport.scene
        if area is not None and area.kind is AreaKind.SEATED:
            self._viewport.fit_area(area)
        elif scene is not None:
            x, y = self._viewport.view.to_venue(point.x(), point.y())
            self._viewport.zoom_to(x, y, _CLICK_ZOOM / scene.pitch)


class PaintTool(Tool):
    """All seats that the mouse is drawn over are picked, each once, in order."""

    def takes_over(self, press: Press) -> bool:
        return not press.is_far

    def begin(self, press: Press) -> None:
        self._last = press.at
        self._seats: dict[int, None] = {}

    def move(self, point: QPointF) -> None:
        """Looks at stops on the way: a fast hand leaves many seats between two moves."""
        way = point - self._last
        distance = math.hypot(way.x(), way.y())
        wanted = 1 + int(2 * distance / max(self._viewport.seat_pixels, 2.0))
        stops = min(wanted, _MOST_STOPS)
        for stop in range(stops + 1):
            index = self._viewport.index_at(self._last + way * (stop / stops))
            if index >= 0:
                self._seats[index] = None
        self._last = point

    def release(self, event: QMouseEvent) -> None:
        self._aim.pick(list(self._seats))


class RectangleTool(Tool):
    """With Control, all seats in a rectangle are picked."""

    is_drawn = True

    def takes_over(self, press: Press) -> bool:
        return press.has_control

    def begin(self, press: Press) -> None:
        self._start = self._end = press.at

    def move(self, point: QPointF) -> None:
        self._end = point

    def release(self, event: QMouseEvent) -> None:
        scene, box = self._viewport.scene, self._box()
        if scene is not None and not self._viewport.is_far:
            seen = self._viewport.view.seen(box.left(), box.top(), box.width(), box.height())
            self._aim.pick(scene.grid.inside(seen).tolist())

    def draw(self, marks: Marks) -> None:
        marks.band(self._box())

    def _box(self) -> QRectF:
        return QRectF(self._start, self._end).normalized()


class PanTool(Tool):
    """The middle button moves the map, and so does any with Space held; from far out, where seats
    are not meant, the left one. Space by itself picks the seat with the cursor."""

    pointer = Qt.CursorShape.ClosedHandCursor
    is_hovering = False

    def __init__(self, viewport: Viewport, aim: Aim) -> None:
        super().__init__(viewport, aim)
        self._has_space = self._was_space_used = False

    def starts(self, press: Press) -> bool:
        return press.button is Qt.MouseButton.MiddleButton or self._has_space

    def takes_over(self, press: Press) -> bool:
        return press.is_far

    def begin(self, press: Press) -> None:
        self._last = press.at
        self._was_space_used = self._has_space

    def move(self, point: QPointF) -> None:
        step = (point - self._last).toPoint()
        self._last += QPointF(step)  # what is left of a pixel goes with the next move
        self._viewport.pan(step.x(), step.y())

    def key(self, event: QKeyEvent) -> bool:
        is_space = event.key() == Qt.Key.Key_Space
        if is_space and not event.isAutoRepeat():
            self._has_space, self._was_space_used = True, False
        return is_space

    def key_release(self, event: QKeyEvent) -> bool:
        is_space = event.key() == Qt.Key.Key_Space
        if is_space and not event.isAutoRepeat():
            is_alone = self._has_space and not self._was_space_used
            self._has_space = False
            if is_alone:
                self._aim.pick_cursor()
        return is_space

    def lose_focus(self) -> None:
        self._has_space = False


class LassoTool(Tool):
    """All free seats within a line that the mouse draws are picked, and counted meanwhile. It is
    made ready for one drag; Shift and a drag from where no seat is are a lasso, too.

    Attributes:
        changed: told whether it is ready.
    """

    pointer = Qt.CursorShape.CrossCursor
    is_hovering = False
    is_drawn = True

    def __init__(self, viewport: Viewport, aim: Aim) -> None:
        super().__init__(viewport, aim)
        self._told = _Told(aim)
        self.changed = self._told.changed
        self.is_ready = False
        self._line = QPolygonF()
        self._within = np.zeros(0, dtype=np.intp)

    def make_ready(self, is_ready: bool) -> None:
        """Whether the next drag is a lasso, from wherever it begins."""
        if is_ready != self.is_ready:
            self.is_ready = is_ready
            self.changed.emit(is_ready)

    def starts(self, press: Press) -> bool:
        return press.is_left and self.is_ready

    def takes_over(self, press: Press) -> bool:
        return press.has_shift and self._viewport.index_at(press.at) < 0

    def begin(self, press: Press) -> None:
        self._line = QPolygonF([press.at])
        self._within = self._within[:0]

    def move(self, point: QPointF) -> None:
        self._line.append(point)
        self._within = self._free_within()

    def release(self, event: QMouseEvent) -> None:
        self.make_ready(False)
        self._aim.pick_all(self._within)

    def key(self, event: QKeyEvent) -> bool:
        is_left = self.is_ready and event.key() == Qt.Key.Key_Escape
        if is_left:
            self.make_ready(False)
        return is_left

    def draw(self, marks: Marks) -> None:
        marks.lasso(self._line, self._within.tolist())

    def _free_within(self) -> Indices:
        scene, view = self._viewport.scene, self._viewport.view
        if scene is None or self._line.size() < 3:
            return self._within[:0]
        box = self._line.boundingRect()
        seen = view.seen(box.left(), box.top(), box.width(), box.height())
        near = self._aim.may_be_had(np.sort(scene.grid.inside(seen)))
        corners = np.array([(p.x(), p.y()) for p in self._line.toList()])
        x = scene.plan.x[near] * view.scale + view.dx
        y = scene.plan.y[near] * view.scale + view.dy
        return near[inside_of(corners, x, y)]


class _Told(QObject):
    """Tells of a tool, which is no object of Qt's itself."""

    changed = Signal(bool)


class FitTool(Tool):
    """A double click where nothing is shows the whole venue."""

    def double_click(self, event: QMouseEvent) -> bool:
        point = event.position()
        is_empty = self._viewport.index_at(point) < 0 and self._viewport.area_at(point) is None
        is_meant = is_empty and event.button() is Qt.MouseButton.LeftButton
        if is_meant:
            self._viewport.fit()
        return is_meant


# --- wheel and touchpad ---


class WheelTool(Tool):
    """The wheel zooms at the pointer; two fingers that slide over a touchpad move the map."""

    def wheel(self, event: QWheelEvent) -> bool:
        turned, moved = event.angleDelta(), event.pixelDelta()
        is_touch = event.phase() != Qt.ScrollPhase.NoScrollPhase and not moved.isNull()
        if is_touch and not event.modifiers():
            self._viewport.pan(moved.x(), moved.y())
        elif turned.y():
            self._viewport.zoom(_NOTCH_ZOOM ** (turned.y() / 120), event.position())
        return True


class PinchTool(Tool):
    """Two fingers that go apart on a touchpad zoom at the pointer."""

    def touch(self, event: QNativeGestureEvent, point: QPointF) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._viewport.zoom(max(_LEAST_PINCH, 1.0 + event.value()), point)
        return True


# --- keys ---


class TypingTool(Tool):
    """A seat's name, 'B 12', moves the cursor to it. It begins with a letter.

    Attributes:
        text: what has been typed of a name; empty where none has begun.
    """

    def __init__(self, viewport: Viewport, aim: Aim) -> None:
        super().__init__(viewport, aim)
        self.text = ""
        self._timer = QTimer(aim, singleShot=True)
        self._timer.timeout.connect(self.forget)

    def forget(self) -> None:
        """What is typed next is another seat."""
        self.text = ""

    def key(self, event: QKeyEvent) -> bool:
        typed = event.text()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        begins = typed.isalpha() and typed.isprintable()
        goes_on = bool(self.text) and (typed.isalnum() or typed == " ")
        if self._viewport.scene is None or not is_plain or not (begins or goes_on):
            return bool(self.text) and event.key() == Qt.Key.Key_Space
        self.text += typed
        self._timer.start(_TYPING)
        self._aim.go_to(self.text)
        return True


class PartyKeys(Tool):
    """Plus and 0 go on with the counts of a party that is being typed."""

    def key(self, event: QKeyEvent) -> bool:
        return event.text() in ("+", "0") and self._aim.type_party(event.text())


class ZoomKeys(Tool):
    """Plus and minus zoom, 0 shows the whole venue."""

    def key(self, event: QKeyEvent) -> bool:
        factor = _ZOOMS.get(Qt.Key(event.key()))
        if factor is not None:
            self._viewport.zoom(factor)
        elif event.key() == Qt.Key.Key_0:
            self._viewport.fit()
        else:
            return False
        return True


class ArrowKeys(Tool):
    """The arrows move the cursor from seat to seat."""

    def key(self, event: QKeyEvent) -> bool:
        direction = _DIRECTIONS.get(Qt.Key(event.key()))
        if direction is not None:
            self._aim.walk(direction)
        return direction is not None


class PickKeys(Tool):
    """Enter picks what is pointed at, Escape goes back from a party to one seat."""

    def key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._aim.pick_pointed()
        return event.key() == Qt.Key.Key_Escape and self._aim.give_up_party()
