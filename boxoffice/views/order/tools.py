"""What can be done with all of the order: name it, park it, undo, and give it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boxoffice.presenters.order.state import OrderState
from boxoffice.views.kit.controls import TextField, button

_LONGEST = 60
_EDGE = 8


class OrderTools(QWidget):
    """The order's name, park, undo and clear.

    Signals:
        name_typed(str), park_asked(), undo_asked(), clear_asked().
    """

    name_typed = Signal(str)
    park_asked = Signal()
    undo_asked = Signal()
    clear_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderTools")
        self._name = self._name_field()
        self._park = button("parkButton", self.tr("Park"), key="F6", flat=True)
        self._park.setToolTip(self.tr("Park the order, or resume it (F6)"))
        self._park.clicked.connect(self.park_asked)
        self._undo = button("undoButton", self.tr("Undo"), flat=True)
        self._undo.setToolTip(self.tr("Undo what was done last (Ctrl+Z)"))
        self._undo.clicked.connect(self.undo_asked)
        self._clear = button("clearButton", self.tr("Clear"), flat=True)
        self._clear.setToolTip(self.tr("Give back all seats"))
        self._clear.clicked.connect(self.clear_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._name, 1)
        row.addStretch(0)
        for made in (self._park, self._undo, self._clear):
            made.setProperty("slim", True)
            made.setMinimumWidth(made.fontMetrics().horizontalAdvance(made.text()) + 2 * _EDGE)
            row.addWidget(made)

    def show_state(self, state: OrderState) -> None:
        has_order = bool(state.rows)
        self._name.setVisible(has_order)
        if self._name.text().strip() != state.name:
            self._name.setText(state.name)
        is_clearable = has_order or state.exchange is not None or state.customer is not None
        self._clear.setEnabled(is_clearable and not state.is_busy)
        self._undo.setEnabled(state.can_undo)
        self._park.setEnabled(has_order or bool(state.parked))

    def _name_field(self) -> TextField:
        words = self.tr("Name of the order while it is parked")
        field = TextField("orderName", words, _LONGEST)
        field.setPlaceholderText(self.tr("Name it"))
        field.setToolTip(self.tr("What it is called while it is parked; Enter parks it"))
        field.setMinimumWidth(90)
        field.textEdited.connect(self.name_typed)
        field.returnPressed.connect(self.park_asked)
        return field
