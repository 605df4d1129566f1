"""How the money goes back to the buyer: one of the ways to pay."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import KeyButton, button, label
from boxoffice.views.kit.payment_words import payment_words


class WaysBack(QWidget):
    """Offers ways, one of which is chosen, or none where nobody knows how it was paid.

    Signals:
        chosen(object): a `PaymentKind`.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foundWays")
        self.way: PaymentKind | None = None
        self._group = QButtonGroup(self)
        self._buttons: dict[PaymentKind, KeyButton] = {}
        row = QHBoxLayout()
        row.setSpacing(STEPS[0])
        for kind in PaymentKind:
            made = button(f"foundWay{kind.value.capitalize()}", payment_words(kind).name)
            made.setCheckable(True)
            made.setProperty("slim", True)
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            made.clicked.connect(lambda _=False, k=kind: self._choose(k))
            self._group.addButton(made)
            self._buttons[kind] = made
            row.addWidget(made, 1)
        self._why = label("foundWaysWhy", "", "faint")
        self._why.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEPS[0])
        layout.addLayout(row)
        layout.addWidget(self._why)

    def offer(self, ways: tuple[PaymentKind, ...], first: PaymentKind | None) -> None:
        """Offers these ways, the first of them chosen where it is known."""
        self.way = first
        self._group.setExclusive(False)
        for kind, made in self._buttons.items():
            made.setVisible(kind in ways)
            made.setChecked(kind is first)
        self._group.setExclusive(True)
        if first is None:
            words = self.tr("How it was paid is not known here: choose how it goes back.")
            self._why.setText(words)
        else:
            text = self.tr("It was paid so: {way}")
            self._why.setText(text.format(way=payment_words(first).name))

    def _choose(self, kind: PaymentKind) -> None:
        self.way = kind
        self.chosen.emit(kind)
