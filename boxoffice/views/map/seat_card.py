"""The card beside the seat under the mouse: where it is, what it costs, what is special."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import SeatId
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.presenters.common import SeatName
from boxoffice.views.kit.controls import label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import seat_words, shortened
from boxoffice.views.kit.seat_words import attribute_words, state_word

_AWAY = 18


class SeatCard(QFrame):
    """Floats over the canvas and never takes the mouse."""

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("seatCard")
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._canvas = parent
        self._formats = formats
        self._offer: Offer | None = None
        self._plan: SeatPlan | None = None
        self._reasons: Mapping[SeatId, str] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(2)
        self._name = label("seatCardName", "", "strong")
        self._text: QLabel = label("seatCardText", "", "faint")
        layout.addWidget(self._name)
        layout.addWidget(self._text)
        self.hide()

    def show_offer(self, offer: Offer, plan: SeatPlan) -> None:
        self._offer, self._plan = offer, plan
        self.hide()

    def show_reasons(self, reasons: Mapping[SeatId, str]) -> None:
        """Takes over why seats are blocked."""
        self._reasons = reasons

    def show_seat(self, row: int, state: int, at: QPoint) -> None:
        """Shows the seat in a row of the plan beside a point of the canvas."""
        if self._offer is None or self._plan is None:
            return
        seat = self._plan.seat(row)
        area = self._offer.area(seat.area_id)
        name = SeatName(area.name if area else "", seat.row, seat.number)
        self._name.setText(seat_words(name))
        category = next((c for c in self._offer.categories if c.id == seat.category_id), None)
        lines = [shortened(category.name, 40) if category else ""]
        lines[0] += f" · {self._words(SeatState(state))}"
        if state == SeatState.BLOCKED and seat.id in self._reasons:
            lines.append(shortened(self._reasons[seat.id], 60))
        for price_type in self._offer.types_of(seat.category_id):
            price = self._offer.price_list.get(seat.category_id, price_type.id)
            if price is not None:
                lines.append(
                    f"{shortened(price_type.name, 30)}  {self._formats.money(price.total)}"
                )
        lines.extend(attribute_words(seat.attributes))
        self._text.setText("\n".join(lines))
        self.adjustSize()
        self._place(at)
        self.show()
        self.raise_()

    def _place(self, at: QPoint) -> None:
        """Above the seat, else below it: its row stays in sight."""
        room = self._canvas.rect()
        x = min(max(4, at.x() - self.width() // 2), room.width() - self.width() - 4)
        y = at.y() - _AWAY - self.height()
        if y < 4:
            y = at.y() + _AWAY
        self.move(x, y)

    def _words(self, state: SeatState) -> str:
        """A seat's status; here there is room to say by whom it is held."""
        is_held = state is SeatState.RESERVED
        return self.tr("held by another counter") if is_held else state_word(state)
