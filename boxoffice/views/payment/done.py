"""A sale that is done: what goes back to the buyer, how it was paid, and how its paper stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boxoffice.presenters.payment.state import PaymentState
from boxoffice.tokens.sizes import CONTROL, STEPS
from boxoffice.views.kit.controls import ElidedLabel, WaitingBar, button, label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.payment_words import payment_words


class Receipt(QWidget):
    """Shows how a `PaymentState` that is done was paid, and what goes back: the largest of all."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("paymentReceipt")
        self._formats = formats
        self._number = label("orderNumber", "", "strong")
        self._paid = ElidedLabel("paidBy", "faint")
        ground = QFrame()
        ground.setObjectName("changeGround")
        self._due_label = label("changeDueLabel", "", "lead")
        self._due = label("changeDue", "", "sum")
        inside = QHBoxLayout(ground)
        inside.setContentsMargins(STEPS[3], STEPS[2], STEPS[3], STEPS[2])
        inside.addWidget(self._due_label, 1)
        inside.addWidget(self._due)
        row = QHBoxLayout()
        row.setSpacing(STEPS[1])
        row.addWidget(self._number)
        row.addWidget(self._paid, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEPS[1])
        layout.addLayout(row)
        layout.addWidget(ground)
        self.hide()

    def show_state(self, state: PaymentState) -> None:
        text = self.tr("Order {number}")
        self._number.setText(text.format(number=state.order_number))
        self._paid.show_text(self._paid_words(state))
        has_change = state.change is not None and bool(state.change)
        back = self.tr("Goes back") if state.pays_out else self.tr("Change")
        self._due_label.setText(back if has_change else self.tr("No change"))
        self._due.setVisible(has_change)
        if state.change is not None:
            self._due.setText(self._formats.money(state.change))

    def _paid_words(self, state: PaymentState) -> str:
        """'Cash, €70.00 given', or each part with its amount."""
        if len(state.parts) == 1 and state.parts[0].change:
            text = self.tr("{way}, {amount} given")
            [part] = state.parts
            given = self._formats.money(part.tendered)
            return text.format(way=payment_words(part.kind).name, amount=given)
        if len(state.parts) == 1:
            return payment_words(state.parts[0].kind).name
        told = (
            f"{payment_words(p.kind).name} {self._formats.money(p.amount)}" for p in state.parts
        )
        return " · ".join(told)


class Paper(QWidget):
    """That the summary is being printed, and the way out; else how to have it again.

    Args:
        keys: filters the keys of the buttons.

    Signals:
        print_asked(), stop_asked(), save_asked().
    """

    print_asked = Signal()
    stop_asked = Signal()
    save_asked = Signal()

    def __init__(self, keys: QObject) -> None:
        super().__init__()
        self.setObjectName("paymentPaper")
        self._words = label("printWords", self.tr("Printing …"), "strong")
        self._bar = WaitingBar("printProgress", self.tr("Printing"))
        self._print = button("printAgain", self.tr("Print again"), key="F12")
        self._print.clicked.connect(self.print_asked)
        self._stop = button("printStop", self.tr("Stop"))
        self._stop.setAccessibleName(self.tr("Stop printing"))
        self._stop.clicked.connect(self.stop_asked)
        self._save = button("savePdf", self.tr("Save as PDF …"))
        self._save.clicked.connect(self.save_asked)
        self._going = QWidget()
        self._going.setObjectName("printGoing")
        going = QVBoxLayout(self._going)
        going.setContentsMargins(0, 0, 0, 0)
        going.setSpacing(STEPS[0])
        going.addWidget(self._words)
        going.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEPS[1])
        row.addWidget(self._going, 3)
        for made in (self._stop, self._print, self._save):
            made.setProperty("slim", True)
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            made.installEventFilter(keys)
            row.addWidget(made, 2)
        self.setMinimumHeight(CONTROL + 2)
        self.hide()

    def show_printing(self, is_printing: bool, after: QWidget) -> None:
        """Args: after: has the focus where what had it goes away."""
        going = (self._print, self._save) if is_printing else (self._stop,)
        if any(each.hasFocus() for each in going):
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._going.setVisible(is_printing)
        self._bar.show_waiting(is_printing)
        self._stop.setVisible(is_printing)
        for made in (self._print, self._save):
            made.setVisible(not is_printing)
