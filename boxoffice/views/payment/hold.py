"""How long the seats that are paid are held, and the way to keep them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from boxoffice.presenters.payment.state import PaymentState
from boxoffice.views.kit.controls import ElidedLabel, button, keep_room, restyle
from boxoffice.views.kit.hold import clock_words

_WARNING = 60  # seconds
_INSET = 10  # pixels from the edge of the ground that a warning has


class PaymentHold(QFrame):
    """Shows the hold of a `PaymentState`; louder in its last minute. It takes no focus by itself.

    Signals:
        keep_asked(): renew the hold.
    """

    keep_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paymentHold")
        self._words = ElidedLabel("paymentHoldWords", "faint")
        self._keep = button("paymentKeep", self.tr("Keep"), key="Shift+F6", flat=True)
        self._keep.setAccessibleName(self.tr("Keep the seats"))
        self._keep.setToolTip(self.tr("Starts the hold again"))
        self._keep.setProperty("slim", True)
        self._keep.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keep.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys at the money
        self._keep.clicked.connect(self.keep_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._keep)
        keep_room(self._keep)
        self.hide()

    @property
    def keep(self) -> QWidget:
        """The button that keeps the seats."""
        return self._keep

    def show_state(self, state: PaymentState) -> None:
        seconds = state.hold_seconds
        self.setVisible(seconds is not None)
        if seconds is None:
            return
        is_ending = seconds <= _WARNING
        self._keep.setVisible(is_ending or not state.is_kept)  # else it goes on by itself
        self._words.show_text(self._told(seconds, is_kept=state.is_kept, is_ending=is_ending))
        for widget, name in ((self, "ending"), (self._words, "ending")):
            restyle(widget, name, is_ending)
        margin = _INSET if is_ending else 0
        layout = self.layout()
        if layout is not None and layout.contentsMargins().left() != margin:
            layout.setContentsMargins(margin, 0, 0, 0)

    def _told(self, seconds: int, *, is_kept: bool, is_ending: bool) -> str:
        time = clock_words(seconds)
        if is_ending:
            return self.tr("Held for only {time}").format(time=time)
        if is_kept:
            return self.tr("Held for {time}, kept while you pay").format(time=time)
        return self.tr("Held for {time}").format(time=time)
