"""How long the seats are held: a countdown that gets louder, and the way to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from boxoffice.views.kit.controls import button, label, restyle

_WARNING, _ASKING = 120, 30  # seconds


def clock_words(seconds: int) -> str:
    """Minutes and seconds, as on a kitchen clock."""
    return f"{seconds // 60}:{seconds % 60:02}"


def hold_mood(seconds: int | None) -> str:
    """How a hold with so much left is dressed: '', 'warning' or 'ending'."""
    if seconds is None or seconds > _WARNING:
        return ""
    return "warning" if seconds > _ASKING else "ending"


class HoldView(QWidget):
    """The countdown of the order on screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hold")
        self._order_id: int | None = None
        self._longest = 1
        self._words = label("holdCountdown", "", "faint")
        self._bar = QProgressBar()
        self._bar.setObjectName("holdBar")
        self._bar.setAccessibleName(self.tr("Time left on the hold"))
        self._bar.setTextVisible(False)
        self._row = QHBoxLayout()
        self._row.addWidget(self._words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._row)
        layout.addWidget(self._bar)

    def put_beside(self, widget: QWidget) -> None:
        """Something else stands over the bar, at the right end."""
        self._row.addWidget(widget)

    def show_hold(self, order_id: int | None, seconds: int | None) -> None:
        """Args: order_id: another one begins with a full bar."""
        if order_id != self._order_id:
            self._order_id, self._longest = order_id, 1
        for widget in (self._words, self._bar):
            widget.setVisible(seconds is not None)
        if seconds is None:
            return
        self._longest = max(self._longest, seconds)
        self._words.setText(self.tr("Held for {time}").format(time=clock_words(seconds)))
        self._bar.setRange(0, self._longest)
        self._bar.setValue(seconds)
        for widget in (self._words, self._bar):
            restyle(widget, "mood", hold_mood(seconds))


class HoldStrip(QFrame):
    """Asks in the last half minute whether to hold on to the seats; nothing waits for it.

    It takes no focus by itself: the clerk may be typing.

    Signals:
        keep_asked(): renew the hold.
    """

    keep_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("holdStrip")
        self.setProperty("ask", True)
        self._words = label("holdStripWords", "", "strong")
        self._keep = button("keepButton", self.tr("Keep the seats"), key="Shift+F6")
        self._keep.setToolTip(self.tr("Starts the hold again"))
        self._keep.clicked.connect(self.keep_asked)
        self._keep.setProperty("slim", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(self._words)
        layout.addWidget(self._keep, 1)
        self.hide()

    @property
    def is_asking(self) -> bool:
        return not self.isHidden()

    def show_hold(self, seconds: int | None, *, is_busy: bool) -> None:
        is_asking = hold_mood(seconds) == "ending"
        if is_asking and seconds is not None:
            text = self.tr("{time} left")
            self._words.setText(text.format(time=clock_words(seconds)))
        self._keep.setEnabled(not is_busy)
        self.setVisible(is_asking)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.isAutoRepeat() and self._keep.isEnabled():
            self.keep_asked.emit()
        else:
            super().keyPressEvent(event)
