"""Which seats are the best for these buyers: a small panel on the map, under its button."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import AreaId, PriceCategoryId
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.domain.seats.wish import BestSeats
from boxoffice.views.kit.controls import button, label
from boxoffice.views.kit.names import shortened

_EDGE = 8


class BestOptions(QFrame):
    """Keeps what is wished for until it is taken back, or another event is opened.

    Signals:
        take_asked(): take seats like that now.
        changed(): something else is wished for.
        closed(): the panel is gone again.
    """

    take_asked = Signal()
    changed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bestPanel")
        self.setProperty("card", True)
        self._over = parent
        self._area = QComboBox()
        self._area.setObjectName("bestArea")
        self._area.setAccessibleName(self.tr("Where"))
        self._area.currentIndexChanged.connect(self._tell)
        self._accessible = self._choice(
            "bestAccessible", self.tr("Wheelchair places with companions")
        )
        self._aisle = self._choice("bestAisle", self.tr("On the aisle"))
        self._apart = self._choice("bestApart", self.tr("Seats may be apart"))
        take = button("bestTake", self.tr("Take the seats"), key="Enter")
        take.setProperty("takes", True)
        take.clicked.connect(self._take)
        reset = button("bestReset", self.tr("Clear the wishes"))
        reset.clicked.connect(self.reset)
        layout = QVBoxLayout(self)
        layout.addWidget(label("bestTitle", self.tr("Best seats"), "strong"))
        for widget in (self._area, self._accessible, self._aisle, self._apart):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(take, 1)
        row.addWidget(reset)
        layout.addLayout(row)
        self.hide()

    @property
    def has_wishes(self) -> bool:
        return self.wish(1, None) != BestSeats(1)

    def wish(self, quantity: int, category_id: PriceCategoryId | None) -> BestSeats:
        """What is wished for, for a party of this size."""
        area: AreaId | None = self._area.currentData()
        return BestSeats(
            quantity,
            area,
            category_id,
            self._accessible.isChecked(),
            self._aisle.isChecked(),
            not self._apart.isChecked(),
        )

    def words(self) -> str:
        """What is wished for, in words; empty for nothing."""
        chosen = [self._area.currentText()] if self._area.currentData() is not None else []
        boxes = (self._accessible, self._aisle, self._apart)
        return ", ".join(chosen + [box.text() for box in boxes if box.isChecked()])

    def show_offer(self, offer: Offer, plan: SeatPlan) -> None:
        """Another event: its areas, and no wishes. The same event's areas keep what is chosen."""
        with_seats = set(np.unique(plan.area_ids[plan.placed]).tolist())
        areas = [
            (shortened(area.name, 40), area.id)
            for area in offer.areas
            if area.id in with_seats and not area.kind.is_standing
        ]
        if [self._area.itemData(i) for i in range(1, self._area.count())] == [a for _, a in areas]:
            return
        self._area.clear()
        self._area.addItem(self.tr("Anywhere"))
        for name, area_id in areas:
            self._area.addItem(name, area_id)
        self.reset()

    def reset(self) -> None:
        self._area.setCurrentIndex(0)
        for box in (self._accessible, self._aisle, self._apart):
            box.setChecked(False)

    def open_over(self, anchor: QWidget) -> None:
        """Opens the panel over a control of the map's bar."""
        self.adjustSize()
        room = self._over.rect()
        at = self._over.mapFromGlobal(anchor.mapToGlobal(anchor.rect().topRight()))
        left = min(max(_EDGE, at.x() - self.width()), room.width() - self.width() - _EDGE)
        self.move(left, max(0, room.height() - self.height() - _EDGE))
        self.show()
        self.raise_()
        self._area.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_panel(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _choice(self, name: str, text: str) -> QCheckBox:
        made = QCheckBox(text)
        made.setObjectName(name)
        made.setAccessibleName(text)
        made.toggled.connect(self._tell)
        return made

    def _tell(self) -> None:
        self.changed.emit()

    def _take(self) -> None:
        self.close_panel()
        self.take_asked.emit()
