"""All keys on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.views.kit.controls import button, label
from boxoffice.views.kit.keymap import with_keys
from boxoffice.views.kit.payment_words import payment_words

_Rows = list[tuple[str, str]]


class KeysHelp(QDialog):
    """Opened with F1, closed with Esc; what finds and picks stands left of what sells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysHelp")
        self.setWindowTitle(self.tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        first = self._picking()
        columns.addLayout(self._column(self.tr("Find and pick"), first, 0))
        columns.addLayout(self._column(self.tr("Order and payment"), self._selling(), len(first)))
        layout.addLayout(columns)
        close = button("keysClose", self.tr("Close"))
        close.clicked.connect(self.accept)
        layout.addSpacing(8)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _column(self, title: str, rows: _Rows, begins: int) -> QGridLayout:
        """A table of keys; its rows are counted from `begins`."""
        table = QGridLayout()
        table.setHorizontalSpacing(20)
        table.setVerticalSpacing(6)
        table.addWidget(label(f"keysTitle{begins}", title, "title"), 0, 0, 1, 2)
        for row, (keys, words) in enumerate(rows):
            number = begins + row
            table.addWidget(label(f"key{number}", with_keys(keys), "strong"), row + 1, 0)
            table.addWidget(label(f"keyWords{number}", with_keys(words)), row + 1, 1)
        table.setRowStretch(len(rows) + 1, 1)
        table.setColumnStretch(1, 1)
        return table

    def _picking(self) -> _Rows:
        return [
            ("F2", self.tr("find an event; ↑ ↓ choose, Enter opens")),
            ("1–9", self.tr("on the map: the party, 2+1 by price type; a click takes it")),
            ("F3", self.tr("take the best seats for the party; Shift+F3: wishes")),
            (self.tr("Click"), self.tr("take a seat, or give it back; a sold one: its order")),
            (self.tr("Shift+click"), self.tr("all seats from the last one to here")),
            (
                self.tr("Ctrl+click"),
                self.tr("the free seats of the row; with Shift, too, of the section"),
            ),
            (self.tr("Drag"), self.tr("paint over seats; with Ctrl a rectangle")),
            (
                self.tr("Ctrl+Shift+L"),
                self.tr("a lasso: takes what is free in it; so does Shift+drag beside seats"),
            ),
            (self.tr("Wheel"), self.tr("zoom; middle button or Space and drag: move")),
            ("← ↑ → ↓", self.tr("walk from seat to seat; Space takes one")),
            ("B 12", self.tr("on the map: goes to row B, seat 12; Enter takes it")),
            (
                self.tr("Ctrl+L"),
                self.tr("the seats as a list: type to filter, Space takes; Esc: map"),
            ),
            ("+ − 0", self.tr("zoom in, zoom out, whole venue")),
            (self.tr("Ctrl+P"), self.tr("to the field of the party’s size")),
            (self.tr("Ctrl+0"), self.tr("whole venue, from anywhere")),
            ("F5", self.tr("refresh the map and the events")),
            (self.tr("Ctrl+M"), self.tr("the last messages")),
            ("F10, F11", self.tr("menu, full screen")),
            (self.tr("Ctrl+,"), self.tr("settings: language, theme, size, and all these keys")),
        ]

    def _selling(self) -> _Rows:
        ways = ", ".join(payment_words(kind).mention for kind in PaymentKind)
        return [
            ("F4", self.tr("customer")),
            ("F6", self.tr("park the order, or resume one; Shift+F6: keep the seats")),
            ("F7", self.tr("find an order; a scanned ticket opens its order from anywhere")),
            ("F8", self.tr("price type; 4 ch: four of them become children")),
            (self.tr("Ctrl+A"), self.tr("in the order: select all; Space: one; Delete gives back")),
            ("+ − →", self.tr("in the order: one more, one fewer, the seats of a line")),
            (self.tr("Ctrl+Z"), self.tr("undo what was done last")),
            ("F9", self.tr("pay; then Enter for exact cash")),
            (
                self.tr("Ctrl+1–{last}").format(last=len(PaymentKind)),
                self.tr("when paying: {ways}").format(ways=ways),
            ),
            (self.tr("Ctrl+Enter"), self.tr("when paying: take the amount as a part")),
            ("Esc", self.tr("one step back; asks before it drops an order")),
            ("F12", self.tr("print the last order again")),
            (self.tr("Ctrl+Q"), self.tr("quit")),
        ]
