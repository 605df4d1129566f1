"""The seats that were paid for are held no more: nothing was sold, and they may be had again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from boxoffice.presenters.payment.state import PaymentState
from boxoffice.views.kit.controls import button, label, restyle, wrap
from boxoffice.views.kit.formats import Formats


class LostPage(QWidget):
    """Shows a `PaymentState` whose seats are lost.

    Args:
        keys: filters the keys of the buttons.

    Signals:
        again_asked(): take them again.
        leave_asked(): back to the order.
    """

    again_asked = Signal()
    leave_asked = Signal()

    def __init__(self, formats: Formats, keys: QObject) -> None:
        super().__init__()
        self.setObjectName("paymentLost")
        self._formats = formats
        self._why = _told("lostWhy", "error")
        self._parts = _told("lostParts", "warning")
        self._again = button("takeAgain", self.tr("Take them again"), key="Enter", primary=True)
        self._again.clicked.connect(self.again_asked)
        self._leave = button("lostLeave", self.tr("Back to the order"), key="Esc")
        self._leave.clicked.connect(self.leave_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._why)
        layout.addWidget(self._parts)
        layout.addStretch(1)
        for made in (self._again, self._leave):
            made.installEventFilter(keys)
            layout.addWidget(made)

    def show_state(self, state: PaymentState) -> None:
        self._show(
            self._why, self.tr("These seats are no longer held. Do not take money for them.")
        )
        total = [paid.amount for paid in state.parts]
        self._parts.setVisible(bool(total))
        if total:
            amount = self._formats.money(sum(total[1:], total[0]))
            words = self.tr(
                "{amount} has already been taken. It still counts if you get all "
                "seats again at the same price; otherwise give it back."
            )
            self._show(self._parts, words.format(amount=amount))
        for made in (self._again, self._leave):
            made.setEnabled(not state.is_busy)

    @property
    def home(self) -> QWidget:
        """Where the focus belongs."""
        return self._again

    def _show(self, made: QLabel, text: str) -> None:
        made.setText(text)
        made.setAccessibleName(text)


def _told(name: str, severity: str) -> QLabel:
    made = label(name)
    wrap(made)
    made.setIndent(10)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    restyle(made, "severity", severity)
    return made
