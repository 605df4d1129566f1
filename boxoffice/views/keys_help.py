"""All keys on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from boxoffice.views.controls import button, label


class KeysHelp(QDialog):
    """Opened with F1, closed with Esc."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysHelp")
        self.setWindowTitle(self.tr("Keys"))
        layout = QGridLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setHorizontalSpacing(28)
        layout.setVerticalSpacing(6)
        for row, (keys, words) in enumerate(self._rows()):
            layout.addWidget(label(f"key{row}", keys, "strong"), row, 0)
            layout.addWidget(label(f"keyWords{row}", words), row, 1)
        close = button("keysClose", self.tr("Close"))
        close.clicked.connect(self.accept)
        layout.addWidget(close, layout.rowCount(), 1)

    def _rows(self) -> list[tuple[str, str]]:
        return [
            ("F2", self.tr("find an event; ↑ ↓ choose, Enter opens")),
            ("1–9", self.tr("on the map: size of the party; a click takes so many, Esc: one")),
            ("F3", self.tr("take the best seats for the party; Shift+F3: which ones")),
            (self.tr("Click"), self.tr("take a seat, or give it back")),
            (self.tr("Shift+click"), self.tr("the run of seats from the last one")),
            (self.tr("Drag"), self.tr("paint over seats; with Ctrl a rectangle")),
            (self.tr("Wheel"), self.tr("zoom; middle button or Space and drag: move")),
            ("← ↑ → ↓", self.tr("walk from seat to seat; Space takes one")),
            ("B 12", self.tr("on the map: goes to row B, seat 12; Enter takes it")),
            ("Ctrl+L", self.tr("the seats as a list: type to filter, Space takes; Esc: map")),
            ("+ − 0", self.tr("zoom in, zoom out, whole venue")),
            ("F8", self.tr("price type")),
            ("F9", self.tr("pay; then Enter for exact cash")),
            ("Ctrl+1–4", self.tr("on paying: cash, card, voucher, invoice")),
            ("Ctrl+Enter", self.tr("on paying: take the amount as one part of several")),
            ("Esc", self.tr("from paying back to the order")),
            ("F12", self.tr("print the last order again")),
            ("F6", self.tr("park the order, or resume one; Shift+F6: keep the seats")),
            ("Ctrl+A", self.tr("in the order: select all; Space: one; Delete gives back")),
            ("Ctrl+Z", self.tr("undo what was done last")),
            ("F5", self.tr("refresh the map and the events")),
            ("F11", self.tr("full screen")),
        ]
