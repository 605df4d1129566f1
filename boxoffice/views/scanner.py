"""A ticket scanner is a fast keyboard that ends in Enter: it is recognised wherever the focus is.

Letters and digits that a barcode may begin with are held back until it is clear what they are: who
types slower than a scanner gets them where they belong, in their order, a moment later. What is no
barcode with a right check letter is never kept from anybody.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from boxoffice.domain.barcode import ALPHABET, is_barcode

_BETWEEN = 35  # milliseconds from one letter of a scanner to the next, at most
_LONGEST = 40  # letters: more than any barcode has
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITH = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_POINTING = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})


class Scanner(QObject):
    """Watches the keys of one window, from its making until `stop`.

    Signals:
        scanned(str): a barcode.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._is_replaying = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_BETWEEN)
        self._patience.timeout.connect(self._replay)
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @property
    def is_holding(self) -> bool:
        """Whether keys wait to be told from a scanner's."""
        return bool(self._held)

    def stop(self) -> None:
        self._patience.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_replaying or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._window:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        if self._held and event.type() in _POINTING:
            self._replay()
        return False

    def _key(self, target: QWidget, event: QKeyEvent) -> bool:
        """Whether the key is held back, or belonged to a barcode."""
        if _may_be_scanned(event) and len(self._held) < _LONGEST:
            self._held.append((target, _copy_of(event)))
            self._patience.start()
            return True
        text = "".join(each.text() for _, each in self._held)
        if event.key() in _ENTER and is_barcode(text):
            self._patience.stop()
            self._held.clear()
            self.scanned.emit(text)
            return True
        self._replay()
        return False

    def _replay(self) -> None:
        """Gives what was held back to whom it was meant for."""
        self._patience.stop()
        held, self._held = self._held, []
        self._is_replaying = True
        try:
            for meant, event in held:
                is_there = isValid(meant) and meant.isVisible()
                target = meant if is_there else QApplication.focusWidget()
                QCoreApplication.sendEvent(target or self._window, event)
        finally:
            self._is_replaying = False


def _may_be_scanned(event: QKeyEvent) -> bool:
    is_plain = not event.modifiers() & ~_WITH and not event.isAutoRepeat()
    return is_plain and len(event.text()) == 1 and event.text() in ALPHABET


def _copy_of(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text(), False, event.count()
    )
