"""Whether somebody is at the counter: every key and every click in the window tells it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Activity(QObject):
    """Watches what the window system tells one window.

    Signals:
        noticed(): a key or a button was pressed.
    """

    noticed = Signal()

    def watch(self, window: QWindow | None) -> None:
        """Watches this window from now on; the same one again changes nothing."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTS:
            self.noticed.emit()
        return super().eventFilter(watched, event)
