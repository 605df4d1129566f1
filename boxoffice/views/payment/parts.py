"""The parts that were taken of a payment, each with a button that removes it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boxoffice.domain.orders.payment import Payment
from boxoffice.tokens.sizes import CONTROL, ICON
from boxoffice.views.kit.controls import ElidedLabel, button, label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon, icon
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.payment_words import payment_words


class PartsList(QWidget):
    """Shows payments, one a line; nothing of it where there are none.

    Args:
        keys: filters the keys of the buttons.

    Signals:
        remove_asked(int): the place of the part in the list.
    """

    remove_asked = Signal(int)

    def __init__(self, formats: Formats, keys: QObject) -> None:
        super().__init__()
        self.setObjectName("paymentParts")
        self._formats = formats
        self._keys = keys
        self._shown: tuple[Payment, ...] = ()
        self._lines: list[QWidget] = []
        self._removes: list[QWidget] = []
        self._after: QWidget | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)

    def follow(self, control: QWidget) -> None:
        """In the order of Tab, the parts come behind this control."""
        self._after = control

    def show_parts(self, parts: tuple[Payment, ...]) -> None:
        self.setVisible(bool(parts))
        if parts == self._shown:
            return
        self._shown = parts
        for gone in self._lines:
            self._rows.removeWidget(gone)
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        self._removes.clear()
        self._lines = [self._line(index, part) for index, part in enumerate(parts)]
        for line in self._lines:
            self._rows.addWidget(line)
        if self._after is not None:
            order = [self._after, *self._removes]
            for first, second in pairwise(order):
                QWidget.setTabOrder(first, second)

    def _line(self, index: int, part: Payment) -> QWidget:
        line = QWidget()
        line.setObjectName(f"paymentPart-{index}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = ElidedLabel(f"partWords-{index}")
        name = payment_words(part.kind).name
        words.show_text(f"{name} · {shortened(part.reference)}" if part.reference else name)
        amount = self._formats.money(part.amount)
        remove = button(f"partRemove-{index}", "", flat=True)
        remove.setIcon(icon(Icon.CLOSE))
        remove.setIconSize(QSize(ICON, ICON))
        remove.setProperty("slim", True)
        remove.setFixedWidth(CONTROL)
        remove.setToolTip(self.tr("Remove this part"))
        text = self.tr("Remove {way}, {amount}")
        remove.setAccessibleName(text.format(way=name, amount=amount))
        remove.clicked.connect(lambda: self.remove_asked.emit(index))
        remove.installEventFilter(self._keys)
        value = label(f"partAmount-{index}", amount, "strong")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        row.addWidget(value)
        row.addWidget(remove)
        self._removes.append(remove)
        return line
