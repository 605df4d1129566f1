"""One line of the order: the seat, its price type, its price, and giving it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from boxoffice.presenters.states import LineRow, SeatName
from boxoffice.views.controls import label, set_tip
from boxoffice.views.formats import Formats
from boxoffice.views.legend import Dot
from boxoffice.views.wording import seat_words, shortened


class OrderLineView(QFrame):
    """Shows a `LineRow`.

    Signals:
        type_chosen(object, object): the `Place` and its new `PriceTypeId`.
        remove_asked(object): the `Place`.
    """

    type_chosen = Signal(object, object)
    remove_asked = Signal(object)

    def __init__(self, row: LineRow, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = row.line.place
        seat = f"{self.place.event_id}-{self.place.seat_id}"
        self.setObjectName(f"orderLine-{seat}")
        self.setProperty("line", True)
        self._formats = formats
        self._row = row
        name = SeatName(row.line.area_name, row.line.row, row.line.number)
        words = seat_words(name)
        self._seat = label(f"lineSeat-{seat}", words, "strong")
        self._seat.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_tip(self._seat, words)
        self._detail = label(f"lineDetail-{seat}", "", "faint")
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._price = label(f"linePrice-{seat}", "", "strong")
        self._types = QComboBox()
        self._types.setObjectName(f"linePriceType-{seat}")
        self._types.setAccessibleName(self.tr("Price type of {seat}").format(seat=words))
        self._types.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for price_type in row.price_types:
            self._types.addItem(shortened(price_type.name, 40), price_type.id)
        self._types.activated.connect(self._choose)
        self._remove = QToolButton()
        self._remove.setObjectName(f"lineRemove-{seat}")
        self._remove.setText("✕")
        self._remove.setAccessibleName(self.tr("Give back {seat}").format(seat=words))
        self._remove.setToolTip(self.tr("Give back"))
        self._remove.clicked.connect(self._ask_remove)
        self._arrange(row)
        self.show_row(row)

    def show_row(self, row: LineRow, *, with_event: bool = False) -> None:
        """Shows what changed; the line keeps its focus.

        Args:
            with_event: says which event the seat is for.
        """
        self._row = row
        line = row.line
        self._price.setText(self._formats.money(line.total))
        fee = self.tr("{category} · incl. {fee} fee")
        category = shortened(row.category_name, 30)
        detail = fee.format(category=category, fee=self._formats.money(line.fee))
        text = detail if line.fee else category
        if with_event and row.event is not None and row.starts_at is not None:
            starts = self._formats.date_time(row.starts_at)
            text = f"{shortened(row.event.name, 30)} · {starts}\n{text}"
        self._detail.setText(text)
        index = self._types.findData(line.price_type_id)
        if not self._types.view().isVisible():
            self._types.setCurrentIndex(index)
        self._types.setEnabled(self._types.count() > 1)

    def focus_type(self) -> None:
        self._types.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._types.showPopup()

    def _arrange(self, row: LineRow) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 8)
        layout.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Dot(row.category_color))
        top.addWidget(self._seat, 1)
        top.addWidget(self._price)
        bottom = QHBoxLayout()
        bottom.setSpacing(6)
        bottom.addWidget(self._types, 1)
        bottom.addWidget(self._remove)
        layout.addLayout(top)
        layout.addWidget(self._detail)
        layout.addLayout(bottom)

    def _choose(self, index: int) -> None:
        chosen = self._types.itemData(index)
        if chosen != self._row.line.price_type_id:
            self.type_chosen.emit(self.place, chosen)

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.place)
