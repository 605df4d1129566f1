"""While money is taken, the rest of the sale is looked at and not worked; the focus has a home."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
_SWALLOWED = frozenset(
    {
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.ContextMenu,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
    }
)


class Gate(QObject):
    """Closed, it keeps presses and keys from some parts of a window: they ask instead.

    Moving, the wheel, the touchpad's zoom and the middle button go through: they only look.

    Args:
        kept: the parts.

    Signals:
        pressed(): somebody pressed there.
    """

    pressed = Signal()

    def __init__(self, kept: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._kept = tuple(kept)
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        return self._is_closed

    def set_closed(self, is_closed: bool) -> None:
        if is_closed is self._is_closed:
            return
        self._is_closed = is_closed
        app = QCoreApplication.instance()
        if app is not None:
            (app.installEventFilter if is_closed else app.removeEventFilter)(self)

    def keeps(self, widget: QWidget) -> bool:
        """Whether it is one of the parts, or in one."""
        return any(part is widget or part.isAncestorOf(widget) for part in self._kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _PRESSES and kind not in _SWALLOWED:
            return False
        if not isinstance(watched, QWidget) or not self.keeps(watched) or _only_looks(event):
            return False
        if kind in _PRESSES:
            self.pressed.emit()
        return True


def _only_looks(event: QEvent) -> bool:
    return isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.MiddleButton


class FocusHome(QObject):
    """Sees to it that the keys of a window always go somewhere that is seen.

    Args:
        may_have: whether a widget may have the focus.
        home: where the focus goes where it would be nowhere, or where it may not be.
    """

    def __init__(
        self, window: QWidget, may_have: Callable[[QWidget], bool], home: Callable[[], QWidget]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._may_have = may_have
        self._home = home
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def mend(self) -> None:
        """Brings the focus home, if it is nowhere or where it may not be."""
        focused = QApplication.focusWidget()
        is_ours = focused is not None and focused.window() is self._window
        is_lost = focused is None and self._has_keys()
        if is_lost or (is_ours and focused is not None and not self._may_have(focused)):
            self._home().setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that gets the keys back, from a dialog or another program, knows where to."""
        if event.type() == QEvent.Type.WindowActivate:
            self._mend_soon()
        return super().eventFilter(watched, event)

    def _mend_soon(self) -> None:
        QTimer.singleShot(0, self, self.mend)  # once whatever took it away has gone on

    def _has_keys(self) -> bool:
        is_open = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return self._window.isActiveWindow() and not is_open

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            self._mend_soon()
        elif now.window() is self._window:
            self.mend()
