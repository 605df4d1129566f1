"""A ticket scanner is a keyboard that no hand can keep up with: what it sends is a scan, whatever
has the focus and whatever it says (`recogniser.py` tells by the time between keys).

Keys are held back until it is clear what they are. A scan reaches no field, no map, no shortcut and
no button; what was typed goes its way a moment later, in its order, shortcuts included.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from boxoffice.views.kit.recogniser import SLOW, Kind, Recogniser, Stroke, Verdict

_PATIENCE = int(SLOW) + 20  # milliseconds; a key is seen a little later than it happens
_LATE = 5  # milliseconds after which a timer shows that the window stood still, or the machine
_AGAIN, _MOST_LOOKS = 30, 4  # milliseconds for what happened meanwhile to come in, and how often
_MOST_BEHIND = 150  # milliseconds that a key may be on its way
_CLOCKS, _CALM = 10, 0.95  # how fast it is forgotten with each key: milliseconds, and a share
_POINTING = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_MODIFIERS = frozenset(
    getattr(Qt.Key, f"Key_{name}")
    for name in ("Shift", "AltGr", "Alt", "Control", "Meta", "CapsLock", "NumLock", "Mode_switch")
)
_SUFFIXES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_CALLING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_FUNCTIONS = range(int(Qt.Key.Key_F1), int(Qt.Key.Key_F35) + 1)
_ACCENTS = range(int(Qt.Key.Key_Dead_Grave), int(Qt.Key.Key_Dead_Longsolidusoverlay) + 1)


@dataclass(frozen=True, slots=True)
class _Held:
    """An event that waits, and who saw it first: a window of the system, or a widget."""

    seen_by: QObject
    event: QKeyEvent | QInputMethodEvent
    stroke: Stroke


class Scanner(QObject):
    """Watches the keys of a window, its dialogs and its popups, from its making until `stop`.

    Signals:
        scanned(str): what a scanner sent, without its suffix.
    """

    scanned = Signal(str)
    _replayed: ClassVar[QKeyEvent | QInputMethodEvent | None] = None  # other windows know it too

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._recogniser = Recogniser()
        self._held: list[_Held] = []
        self._meant: QWidget | None = None
        self._swallowed: set[int] = set()  # keys of a scan that are down still
        self._looks = 0
        self._due = 0.0
        self._quickest = math.inf  # way of a key, between the clocks of the system and of ours
        self._behind = 0.0  # how much longer keys are on their way at times
        self._patience, self._idle = QTimer(self), QTimer(self)
        self._patience.setTimerType(Qt.TimerType.PreciseTimer)
        self._patience.timeout.connect(self._idle.start)
        self._idle.timeout.connect(self._look_again)
        for timer in (self._patience, self._idle):
            timer.setSingleShot(True)
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @property
    def is_holding(self) -> bool:
        """Whether keys wait to be told from a scanner's."""
        return bool(self._held)

    def stop(self) -> None:
        self._stop_waiting()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if _is_same(event, Scanner._replayed):
            return False
        kind = event.type()
        if isinstance(event, QKeyEvent):
            if not self._is_ours(watched):
                return False
            if kind == QEvent.Type.ShortcutOverride:
                return self._announced(event)
            return kind in _KEYS and self._struck(watched, event)
        if self._held and kind in _POINTING:
            self._judge()
        elif self._held and isinstance(event, QInputMethodEvent):
            return self._composed(watched, event)
        return False

    def _is_ours(self, watched: QObject) -> bool:
        """Whether the window with the keys is no other main window, with a scanner of its own."""
        if isinstance(watched, QWidget):
            top: QWidget | None = watched
        elif isinstance(watched, QWindow):
            top = QApplication.activePopupWidget() or QApplication.focusWidget()
        else:
            return False
        while top is not None and top is not self._window and top.parentWidget() is not None:
            top = top.parentWidget()
        return top is None or top is self._window or top.findChild(Scanner) is None

    # --- keys, as they come in ---

    def _announced(self, event: QKeyEvent) -> bool:
        """Whether the key that comes next is held back: then it is no shortcut now."""
        stroke = _stroke(event, is_down=True)
        self._judge_unless(stroke)
        if not self._recogniser.belongs(stroke) and not self._recogniser.is_rest(stroke):
            return False
        event.accept()
        return True

    def _struck(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether the key is held back, or belonged to a scan."""
        is_down = event.type() == QEvent.Type.KeyPress
        stroke = _stroke(event, is_down=is_down)
        self._judge_unless(stroke)
        was_swallowed = stroke.key in self._swallowed
        self._swallowed.discard(stroke.key)
        if self._recogniser.belongs(stroke):
            self._hold(_Held(watched, QKeyEvent(event), stroke))
        elif is_down and self._recogniser.is_rest(stroke):
            self._swallowed.add(stroke.key)
        elif is_down or not was_swallowed:
            return False
        event.accept()
        return True

    def _composed(self, watched: QObject, event: QInputMethodEvent) -> bool:
        """Takes what an input method made of keys into the burst, where it comes as fast."""
        if not event.commitString() or event.preeditString():
            self._judge()
            return False
        stroke = Stroke(Kind.CHARACTER, text=event.commitString(), arrived=_now())
        if not isinstance(watched, QWidget) or not self._recogniser.belongs(stroke):
            self._judge()
            return False
        self._hold(_Held(watched, QInputMethodEvent(event), stroke))
        return True

    def _hold(self, held: _Held) -> None:
        if not self._held:
            self._meant = QApplication.focusWidget()
        self._held.append(held)
        self._looks = 0
        if held.event.spontaneous():
            self._note_way(held.stroke)
        self._wait(_PATIENCE + self._behind)
        self._end(self._recogniser.take(held.stroke))

    # --- what they are ---

    def _look_again(self) -> None:
        """After the pause: unless the window stood still, and keys of that time come in now."""
        if self._held and _now() - self._due > _LATE and self._looks < _MOST_LOOKS:
            self._looks += 1
            self._wait(_AGAIN)
        elif self._held:
            self._judge()

    def _wait(self, milliseconds: float) -> None:
        self._idle.stop()
        self._patience.start(int(milliseconds))
        self._due = _now() + milliseconds

    def _note_way(self, stroke: Stroke) -> None:
        """On a busy machine keys are late by turns: the next may be as late as any before."""
        if stroke.stamp:
            way = stroke.arrived - stroke.stamp
            self._quickest = min(self._quickest + _CLOCKS, way)
            self._behind = max(self._behind * _CALM, min(way - self._quickest, _MOST_BEHIND))

    def _judge_unless(self, stroke: Stroke) -> None:
        """Judges what is held, unless the stroke goes on with it."""
        if self._held and not self._recogniser.belongs(stroke):
            self._judge()

    def _judge(self) -> None:
        self._end(self._recogniser.pause())

    def _end(self, verdict: Verdict) -> None:
        if verdict is Verdict.OPEN:
            return
        text = self._recogniser.text
        self._recogniser.begin_anew()
        self._stop_waiting()
        held, self._held = self._held, []
        if verdict is Verdict.TYPING:
            self._replay(held)
            return
        self._replay(self._strangers(held))
        self.scanned.emit(text)

    def _strangers(self, held: Sequence[_Held]) -> list[_Held]:
        """Keys that were let go within the scan, and were down before it; those that the scan has
        left down are remembered."""
        strangers = []
        for each in held:
            if isinstance(each.event, QKeyEvent) and each.event.type() == QEvent.Type.KeyPress:
                self._swallowed.add(each.stroke.key)
            elif each.stroke.key in self._swallowed:
                self._swallowed.discard(each.stroke.key)
            elif isinstance(each.event, QKeyEvent):
                strangers.append(each)
        return strangers

    def _stop_waiting(self) -> None:
        self._patience.stop()
        self._idle.stop()

    # --- typing goes its way ---

    def _replay(self, held: Sequence[_Held]) -> None:
        """Gives what was held back to whom it was meant for, also where the focus went on."""
        meant = self._meant
        is_astray = (
            meant is not None and meant is not QApplication.focusWidget() and _is_there(meant)
        )
        before = Scanner._replayed
        try:
            for each in held:
                Scanner._replayed = each.event
                self._give(each, meant if is_astray else None)
        finally:
            Scanner._replayed = before

    def _give(self, held: _Held, meant: QWidget | None) -> None:
        window = QGuiApplication.focusWindow()
        if isinstance(held.event, QKeyEvent) and isinstance(held.seen_by, QWindow):
            if meant is None and window is not None:
                may_call = held.stroke.kind is Kind.CONTROL
                if not may_call or not _called(window, held.event):
                    QCoreApplication.sendEvent(window, held.event)
                return
        elif isinstance(held.seen_by, QWidget) and _is_there(held.seen_by):
            meant = held.seen_by
        target = meant or QApplication.focusWidget() or self._window
        QCoreApplication.sendEvent(target, held.event)


def _called(window: QWindow, event: QKeyEvent) -> bool:
    """Whether the key was a shortcut, which then was done. Qt knows no way to ask its own map once
    more: what is enabled in the window with the keys is looked through."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    asked.setTimestamp(event.timestamp())
    QCoreApplication.sendEvent(window, asked)
    top = QApplication.activeWindow()
    if asked.isAccepted() or top is None or QApplication.activePopupWidget() is not None:
        return False
    keys = QKeySequence(event.keyCombination())
    for action in top.findChildren(QAction):
        if keys in action.shortcuts() and action.isEnabled() and action.isVisible():
            action.trigger()
            return True
    for shortcut in top.findChildren(QShortcut):
        owner = shortcut.parent()
        is_seen = not isinstance(owner, QWidget) or (owner.isVisible() and owner.isEnabled())
        if keys == shortcut.key() and shortcut.isEnabled() and is_seen:
            shortcut.activated.emit()
            return True
    return False


def _is_same(event: QEvent, other: QEvent | None) -> bool:
    """Whether it is this key, on any part of its way; where a key that was typed opens something
    that has a loop of its own, others come in between."""
    if isinstance(event, QKeyEvent) and isinstance(other, QKeyEvent):
        one, two = ((e.key(), e.text(), e.modifiers(), e.timestamp()) for e in (event, other))
        return one == two
    return isinstance(event, QInputMethodEvent) and isinstance(other, QInputMethodEvent)


def _is_there(widget: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and widget.isEnabled()


def _now() -> float:
    return time.monotonic() * 1000


def _stroke(event: QKeyEvent, *, is_down: bool) -> Stroke:
    key = event.nativeScanCode() or event.key()
    return Stroke(_kind(event, is_down=is_down), key, _text(event), _now(), event.timestamp())


def _text(event: QKeyEvent) -> str:
    return event.text() if event.text().isprintable() else ""


def _kind(event: QKeyEvent, *, is_down: bool) -> Kind:
    if event.isAutoRepeat():
        return Kind.OTHER
    if event.key() in _MODIFIERS:
        return Kind.MODIFIER
    if not is_down:
        return Kind.RELEASE
    calling = event.modifiers() & _CALLING
    is_written = event.key() not in _SUFFIXES and event.text() in ("\r", "\n", "\t")  # with Ctrl
    if is_written or (event.key() in _SUFFIXES and not calling):
        return Kind.SUFFIX
    if _text(event) and calling in (Qt.KeyboardModifier.NoModifier, _ALT_GR):
        return Kind.CHARACTER
    is_inner = calling or event.key() in _FUNCTIONS or event.key() in _ACCENTS
    return Kind.CONTROL if is_inner else Kind.OTHER
