"""One line of the order: the seat, its price type, its price, and giving it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.views.kit.controls import CategoryDot, ElidedLabel, label, restyle, set_tip, tool
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.names import row_and_seat, seat_words, shortened

_SEAT_WIDTH = 150  # pixels


class LineTypes(QComboBox):
    """The price types of one line; keys with Ctrl are the list's, no letters to search for."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class OrderLineView(QFrame):
    """Shows a `LineRow`.

    Signals:
        type_chosen(object, object): the `Place` and its new `PriceTypeId`.
        remove_asked(object): the `Place`.
        pressed(object, object): the `Place`, and the keyboard's modifiers.
    """

    type_chosen = Signal(object, object)
    remove_asked = Signal(object)
    pressed = Signal(object, object)

    def __init__(self, row: LineRow, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = row.line.place
        seat = f"{self.place.event_id}-{self.place.seat_id}"
        self.setObjectName(f"orderLine-{seat}")
        self.setProperty("line", True)
        self.setProperty("selected", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._formats = formats
        self._row = row
        name = SeatName(row.line.area_name, row.line.row, row.line.number)
        words = self._words = seat_words(name)
        self._seat = label(f"lineSeat-{seat}", row_and_seat(name), "strong")
        self._seat.setMaximumWidth(_SEAT_WIDTH)
        set_tip(self._seat, words)
        self._detail = ElidedLabel(f"lineDetail-{seat}", "faint")
        self._price = label(f"linePrice-{seat}", "", "strong")
        self._types = LineTypes()
        self._types.setObjectName(f"linePriceType-{seat}")
        self._types.setAccessibleName(self.tr("Price type of {seat}").format(seat=words))
        self._types.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for price_type in row.price_types:
            self._types.addItem(shortened(price_type.name, 40), price_type.id)
        self._types.activated.connect(self._choose)
        self._remove = tool(f"lineRemove-{seat}", Icon.CLOSE, self.tr("Give back"))
        self._remove.setAccessibleName(self.tr("Give back {seat}").format(seat=words))
        self._remove.clicked.connect(self._ask_remove)
        self._arrange(row)
        self.show_row(row)

    def show_row(self, row: LineRow) -> None:
        """Shows what changed; the line keeps its focus."""
        self._row = row
        line = row.line
        self._price.setText(self._formats.money(line.total))
        fee = self.tr("{category} · incl. {fee} fee")
        category = shortened(row.category_name, 30)
        detail = fee.format(category=category, fee=self._formats.money(line.fee))
        self._detail.show_text(category)
        set_tip(self._detail, detail if line.fee else category)
        self._tell()
        index = self._types.findData(line.price_type_id)
        if not self._types.view().isVisible():
            self._types.setCurrentIndex(index)
        self._types.setEnabled(self._types.count() > 1)

    def set_selected(self, is_selected: bool) -> None:
        if is_selected != self.property("selected"):
            restyle(self, "selected", is_selected)
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self.place, event.modifiers())
        super().mousePressEvent(event)

    def focus_type(self) -> None:
        self._types.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._types.showPopup()

    def _arrange(self, row: LineRow) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 0, 4)
        layout.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(CategoryDot(row.category_color))
        top.addWidget(self._seat)
        top.addWidget(self._detail, 1)
        top.addWidget(self._price)
        bottom = QHBoxLayout()
        bottom.setSpacing(6)
        bottom.addWidget(self._types, 1)
        bottom.addWidget(self._remove)
        layout.addLayout(top)
        layout.addLayout(bottom)

    def _tell(self) -> None:
        """What assistive tools say of the line."""
        told = f"{self._words}, {self._price.text()}"
        text = self.tr("{line}, selected") if self.property("selected") else "{line}"
        self.setAccessibleName(text.format(line=told))

    def _choose(self, index: int) -> None:
        chosen = self._types.itemData(index)
        if chosen != self._row.line.price_type_id:
            self.type_chosen.emit(self.place, chosen)

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.place)
