"""Orders whose hold is gone: which seats they had, and the way to have them again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boxoffice.domain.ids import OrderId
from boxoffice.presenters.order.state import LostRow, OrderState
from boxoffice.views.kit.controls import button, label, tool, wrap
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.seat_runs import places_words

_MOST = 2  # at a time; the others come when these are settled
_LONGEST = 120


class LostOrders(QWidget):
    """Shows the lost orders of an `OrderState`, the last one first.

    Signals:
        again_asked(object): take the seats of this `OrderId` again.
        drop_asked(object): they are not wanted any more.
    """

    again_asked = Signal(object)
    drop_asked = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("lostOrders")
        self._rows = [LostOrder(n, formats) for n in range(_MOST)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for row in self._rows:
            row.again_asked.connect(self.again_asked)
            row.drop_asked.connect(self.drop_asked)
            layout.addWidget(row)
        self.hide()

    def show_state(self, state: OrderState) -> None:
        for row, lost in zip(self._rows, (*state.lost, *[None] * _MOST), strict=False):
            row.show_row(lost, is_busy=state.is_busy)
        self.setVisible(bool(state.lost))


class LostOrder(QFrame):
    """One of them."""

    again_asked = Signal(object)
    drop_asked = Signal(object)

    def __init__(self, number: int, formats: Formats) -> None:
        super().__init__()
        self.setObjectName(f"lostOrder-{number}")
        self.setProperty("ask", True)
        self._formats = formats
        self._order_id: OrderId | None = None
        self._words = label(f"lostWords-{number}")
        wrap(self._words)
        self._again = button(f"lostAgain-{number}", self.tr("Take them again"))
        self._again.clicked.connect(self._ask_again)
        self._drop = tool(f"lostDrop-{number}", Icon.CLOSE)
        self._drop.clicked.connect(self._ask_drop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.setSpacing(6)
        layout.addWidget(self._words)
        below = QHBoxLayout()
        below.addWidget(self._again, 1)
        below.addWidget(self._drop)
        layout.addLayout(below)

    def show_row(self, row: LostRow | None, *, is_busy: bool) -> None:
        self.setVisible(row is not None)
        if row is None:
            return
        self._order_id = row.order_id
        seats = shortened(_seats_words(row), _LONGEST)
        name = f"{shortened(row.name, 40)}: " if row.name else ""
        words = self.tr("No longer held: {seats}").format(seats=f"{name}{seats}")
        self._words.setText(words)
        self._again.setAccessibleName(self.tr("Take {seats} again").format(seats=seats))
        self._drop.setAccessibleName(self.tr("Do not offer {seats} again").format(seats=seats))
        self._again.setEnabled(not is_busy)

    def _ask_again(self) -> None:
        self.again_asked.emit(self._order_id)

    def _ask_drop(self) -> None:
        self.drop_asked.emit(self._order_id)


def _seats_words(row: LostRow) -> str:
    """The seats; where they are of several events, under the events' names."""
    if len(row.seats) == 1:
        return places_words(row.seats[0][1])
    return "; ".join(f"{shortened(name, 40)}: {places_words(seats)}" for name, seats in row.seats)
