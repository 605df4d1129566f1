"""How many places of a standing area: a small panel on the map."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boxoffice.domain.catalogue import Area
from boxoffice.views.kit.controls import CountField, button, label
from boxoffice.views.kit.names import shortened

_MOST = 50


class StandingPicker(QFrame):
    """Asks for a number.

    Signals:
        chosen(object, int): the `AreaId` and how many places.
        closed(): the panel is gone again.
    """

    chosen = Signal(object, int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("standingPicker")
        self.setProperty("card", True)
        self._canvas = parent
        self._area: Area | None = None
        layout = QVBoxLayout(self)
        self._name = label("standingName", "", "strong")
        self._count = CountField("standingCount", self.tr("How many places"), _MOST)
        take = button("standingTake", self.tr("Take"))
        take.setProperty("takes", True)
        take.clicked.connect(self._take)
        leave = button("standingCancel", self.tr("Cancel"))
        leave.clicked.connect(self._leave)
        row = QHBoxLayout()
        for widget in (self._count, take, leave):
            row.addWidget(widget)
        layout.addWidget(self._name)
        layout.addLayout(row)
        self.hide()

    def ask(self, area: Area, count: int, at: QPoint) -> None:
        """Opens the panel near a point of the map."""
        self._area = area
        self._name.setText(shortened(area.name, 40))
        self._count.set_count(count)
        self.adjustSize()
        room = self._canvas.rect()
        x = min(max(8, at.x() - self.width() // 2), room.width() - self.width() - 8)
        y = min(max(8, at.y() - self.height() // 2), room.height() - self.height() - 8)
        self.move(x, y)
        self.show()
        self.raise_()
        self._count.setFocus(Qt.FocusReason.PopupFocusReason)
        self._count.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _take(self) -> None:
        self._leave()
        if self._area is not None:
            self.chosen.emit(self._area.id, self._count.count)
