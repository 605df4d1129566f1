"""A double click is one press: its second half never lands on the page that the first brought."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

_SETTLES = 400  # milliseconds
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})


class SecondPress(QObject):
    """Lets no press through to a place whose page changed since the press before, where the two
    are less than 400 ms apart: by the time at which they happened, however late they are told.

    Args:
        place: where pages take each other's place.
    """

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        self._pressed = -_SETTLES  # when, by the window system's clock
        self._has_changed = False

    def watch(self, window: QWindow | None) -> None:
        """Watches the presses in this window from now on; the same again changes nothing."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def note_change(self) -> None:
        """There is another page in the place."""
        self._has_changed = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _PRESSES or not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        is_early = self._has_changed and event.timestamp() - self._pressed < _SETTLES
        here = self._place.mapFromGlobal(event.globalPosition().toPoint())
        if is_early and self._place.rect().contains(here):
            return True
        self._pressed, self._has_changed = event.timestamp(), False
        return False
