"""How long the seats are held: a countdown that gets louder, and the way to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from boxoffice.views.controls import button, label, restyle

_WARNING, _ASKING = 120, 30  # seconds
_WIDTH = 130


def clock_words(seconds: int) -> str:
    """Minutes and seconds, as on a kitchen clock."""
    return f"{seconds // 60}:{seconds % 60:02}"


def hold_mood(seconds: int | None) -> str:
    """How a hold with so much left is dressed: '', 'warning' or 'ending'."""
    if seconds is None or seconds > _WARNING:
        return ""
    return "warning" if seconds > _ASKING else "ending"


class HoldView(QWidget):
    """The countdown of the order on screen.

    Signals:
        keep_asked(): renew the hold.
    """

    keep_asked = Signal()

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
        self._bar.setMaximumWidth(_WIDTH)
        self._keep = button("keepButton", self.tr("Keep the seats"))
        self._keep.setToolTip(self.tr("Holds them from the beginning again"))
        self._keep.clicked.connect(self.keep_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addStretch(1)
        for widget in (self._words, self._bar, self._keep):
            layout.addWidget(widget)

    def show_hold(self, order_id: int | None, seconds: int | None, *, is_busy: bool) -> None:
        """Args: order_id: another one begins with a full bar."""
        if order_id != self._order_id:
            self._order_id, self._longest = order_id, 1
        for widget in (self._words, self._bar):
            widget.setVisible(seconds is not None)
        mood = hold_mood(seconds)
        self._keep.setVisible(mood == "ending")
        self._keep.setEnabled(not is_busy)
        if seconds is None:
            return
        self._longest = max(self._longest, seconds)
        self._words.setText(self.tr("Held for {time}").format(time=clock_words(seconds)))
        self._bar.setRange(0, self._longest)
        self._bar.setValue(seconds)
        for widget in (self._words, self._bar):
            restyle(widget, "mood", mood)
