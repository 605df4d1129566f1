"""A hand on mouse and keyboard: real events into a real window, and waiting for what they show.

Events enter at the window system's side (the platform window), so that a covered, hidden or
disabled control cannot be hit, just as with a clerk's mouse. They are sent from a timer, never
inside a task: sending spins the event loop, and a task must not be entered twice.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QNativeGestureEvent, QPointingDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boxoffice.views.kit.scanner import Scanner

W = TypeVar("W", bound=QWidget)
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_BY_HAND, _BY_SCANNER = 120, 3  # milliseconds from a key to the next
_WITH_SHIFT = '!"#$%&()*+:<>?@^_{|}~'


class NotShown(Exception):
    """What should have been on the screen was not; the text says what."""


class Hand:
    """Works one top-level window.

    Args:
        window: the window; it must be shown.
        patience: seconds to wait for anything to appear.
    """

    def __init__(self, window: QWidget, patience: float = 20.0) -> None:
        self.window = window
        self._patience = patience
        self._clock = _now()  # of the keys, which may run before the time

    def find(self, name: str, kind: type[W]) -> W:
        """The visible control with this object name.

        Raises:
            NotShown: there is none on the screen.
        """
        for widget in self.window.findChildren(kind, name):
            if widget.isVisible():
                return widget
        raise NotShown(f"no {name} on the screen")

    async def click(
        self,
        widget: QWidget,
        at: QPoint | None = None,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Clicks a control, in its middle or at a point of it.

        Raises:
            NotShown: the point is covered by something else, hidden, or the control is disabled.
        """
        window, point = self._reach(widget, at)
        await self._act(
            lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton, modifiers, point)
        )

    async def double_click(self, widget: QWidget, at: QPoint | None = None) -> None:
        window, point = self._reach(widget, at)
        none = Qt.KeyboardModifier.NoModifier
        await self._act(lambda: QTest.mouseDClick(window, Qt.MouseButton.LeftButton, none, point))

    async def move(self, widget: QWidget, at: QPoint | None = None) -> None:
        window, point = self._reach(widget, at)
        await self._act(lambda: QTest.mouseMove(window, point))

    async def drag(
        self,
        widget: QWidget,
        way: Sequence[QPoint],
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Presses at the first point of the way, moves along it, and releases at its end."""
        window, start = self._reach(widget, way[0])
        points = [start + point - way[0] for point in way]
        await self._act(lambda: QTest.mousePress(window, button, modifiers, start))
        for point in points[1:]:
            await self._act(lambda p=point: QTest.mouseMove(window, p))  # type: ignore[misc]
        await self._act(lambda: QTest.mouseRelease(window, button, modifiers, points[-1]))

    async def wheel(self, widget: QWidget, at: QPoint, notches: int) -> None:
        """Turns the wheel at a point of a control; positive away from the hand."""
        window, point = self._reach(widget, at)
        turned = QPoint(0, 120 * notches)
        await self._act(lambda: QTest.wheelEvent(window, QPointF(point), turned))

    async def two_fingers(self, widget: QWidget, at: QPoint, way: Sequence[QPoint]) -> None:
        """Moves two fingers on a touchpad, by the given pixels, one finger after the other."""
        window, point = self._reach(widget, at)
        none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase
        for index, by in enumerate(way):
            now = phase.ScrollBegin if index == 0 else phase.ScrollUpdate
            now = phase.ScrollEnd if index == len(way) - 1 else now
            await self._act(
                lambda n=now, b=by: QTest.wheelEvent(window, QPointF(point), b * 2, b, none, n)  # type: ignore[misc]
            )

    async def pinch(self, widget: QWidget, at: QPoint, by: float) -> None:
        """Spreads two fingers on a touchpad by a share of their distance; below 0, closes them."""
        window, point = self._reach(widget, at)
        gesture, touchpad = Qt.NativeGestureType, QPointingDevice.primaryPointingDevice()
        inside, outside = QPointF(point), QPointF(window.mapToGlobal(point))
        for kind, value in (
            (gesture.BeginNativeGesture, 0.0),
            (gesture.ZoomNativeGesture, by),
            (gesture.EndNativeGesture, 0.0),
        ):
            event = QNativeGestureEvent(
                kind, touchpad, 2, inside, inside, outside, value, QPointF()
            )
            await self._act(lambda e=event: QApplication.sendEvent(window, e))  # type: ignore[misc]

    @asynccontextmanager
    async def holding(self, key: Qt.Key) -> AsyncIterator[None]:
        """Holds a key down."""
        window = self._keyboard()
        await self._act(lambda: QTest.keyPress(window, key))
        try:
            yield
        finally:
            await self._act(lambda: QTest.keyRelease(window, key))

    async def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
        """Presses and releases a key in the window that has the keyboard."""
        window = self._keyboard()
        await self._act(lambda: QTest.keyClick(window, key, modifiers))
        await self._slowly()

    async def type(self, text: str) -> None:
        """Types a text where the focus is, key by key."""
        for character in text:
            if character.isascii():
                await self._act(lambda c=character: self._strike(c, _BY_HAND))  # type: ignore[misc]
            else:
                QApplication.clipboard().setText(character)
                await self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await self._slowly()

    async def scan(self, text: str, suffix: str = "\r") -> None:
        """As a ticket scanner does: all of it at once, Shift pressed for each capital letter, and
        Enter."""

        def keys() -> None:
            self._clock = max(self._clock, _now()) + _BY_HAND
            for character in text + suffix:
                self._strike(character, _BY_SCANNER)

        await self._act(keys)

    def _strike(self, character: str, milliseconds: int) -> None:
        """A key, or Shift and a key, so long after the one before: as the events themselves say,
        without waiting for it."""
        window, key = self._keyboard(), Qt.Key(QTest.asciiToKey(ord(character)))
        is_shifted = character.isupper() or character in _WITH_SHIFT
        held = _SHIFT if is_shifted else _PLAIN
        if is_shifted:
            self._stroke(window, QEvent.Type.KeyPress, Qt.Key.Key_Shift, held, "", milliseconds)
        self._stroke(window, QEvent.Type.KeyPress, key, held, character, milliseconds)
        self._stroke(window, QEvent.Type.KeyRelease, key, held, character, milliseconds // 2)
        if is_shifted:
            self._stroke(window, QEvent.Type.KeyRelease, Qt.Key.Key_Shift, _PLAIN, "", 0)

    def _stroke(
        self,
        window: QWindow,
        kind: QEvent.Type,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier,
        text: str,
        milliseconds: int,
    ) -> None:
        """As the window system does it: first it asks who wants the key for himself."""
        self._clock = max(self._clock + milliseconds, _now() if milliseconds >= _BY_HAND else 0)
        if kind == QEvent.Type.KeyPress:
            asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
            asked.setTimestamp(self._clock)
            QCoreApplication.sendEvent(window, asked)
            if not asked.isAccepted():  # it may be a shortcut
                QTest.simulateEvent(window, True, key.value, modifiers, text, False, 1)
                return
        event = QKeyEvent(kind, key, modifiers, text)
        event.setTimestamp(self._clock)
        QCoreApplication.sendEvent(window, event)

    async def _slowly(self) -> None:
        """Until the last key was seen to come from no scanner."""
        watching = self.window.findChildren(Scanner)
        await self.until(lambda: not any(each.is_holding for each in watching), "the key")

    async def until(self, condition: Callable[[], bool], what: str) -> None:
        """Waits until the condition holds.

        Raises:
            NotShown: it did not within the hand's patience; the text names `what`.
        """
        deadline = asyncio.get_running_loop().time() + self._patience
        while not condition():
            if asyncio.get_running_loop().time() > deadline:
                raise NotShown(f"not seen within {self._patience:.0f} s: {what}")
            await asyncio.sleep(0.01)

    async def picture(self, path: Path) -> None:
        """Saves what the window shows as PNG.

        Raises:
            NotShown: the picture could not be written.
        """
        await self._act(QApplication.sendPostedEvents)
        if not self.window.grab().save(str(path)):
            raise NotShown(f"could not write {path}")

    def _reach(self, widget: QWidget, at: QPoint | None) -> tuple[QWindow, QPoint]:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # where it will be seen
        point = widget.rect().center() if at is None else at
        if not widget.isEnabled():
            raise NotShown(f"{widget.objectName()} is disabled")
        if not widget.visibleRegion().contains(point):
            raise NotShown(f"{widget.objectName()} is not visible at {point.x()}, {point.y()}")
        top = widget.window()
        in_window = widget.mapTo(top, point)
        hit = top.childAt(in_window) or top
        if hit is not widget and not widget.isAncestorOf(hit):
            raise NotShown(f"{widget.objectName()} is covered by {hit.objectName()!r}")
        handle = top.windowHandle()
        if handle is None:
            raise NotShown(f"{widget.objectName()} is in no window")
        return handle, in_window

    def _keyboard(self) -> QWindow:
        focused: QWindow | None = QGuiApplication.focusWindow()
        window = self.window.windowHandle() if focused is None else focused
        if window is None:
            raise NotShown("no window has the keyboard")
        return window

    async def _act(self, action: Callable[[], object]) -> None:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def perform() -> None:
            try:
                action()
            except Exception as error:  # noqa: BLE001 - handed to the caller
                done.set_exception(error)
            else:
                done.set_result(None)

        QTimer.singleShot(0, perform)
        await done


def _now() -> int:
    return time.monotonic_ns() // 1_000_000
