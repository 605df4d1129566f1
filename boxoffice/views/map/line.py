"""The line under the map: its legend, and the seat that mouse or keys are on, while they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import SeatId
from boxoffice.domain.orders.party import Shares
from boxoffice.domain.seats.seatplan import SeatPlan, SeatState
from boxoffice.presenters.common import SeatName
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import CategoryDot, ElidedLabel, label
from boxoffice.views.kit.names import row_and_seat, seat_words, shortened
from boxoffice.views.kit.seat_runs import places_words, runs_words
from boxoffice.views.kit.seat_words import PriceWords, attribute_words, state_word
from boxoffice.views.map.legend import Legend

_HEIGHT = 36
_LEAST_STATE = 60  # pixels for how the seat stands


class SeatLine(QFrame):
    """One seat, or several that would be taken together: where, which category, how it stands, and
    what it costs for the counts typed. It lies over the legend, and never takes the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("seatLine")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = label("seatLineName", "", "strong")
        self._dot = CategoryDot("")
        self._category = label("seatLineCategory", "", "faint")
        self._state = ElidedLabel("seatLineState", "faint")
        self._sum = label("seatLineSum", "", "faint")
        self._price = label("seatLinePrice", "", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(STEPS[1], 0, 0, 0)
        row.setSpacing(STEPS[1])
        for widget in (self._name, self._dot, self._category):
            row.addWidget(widget)
        row.addWidget(self._state, 1)
        row.addWidget(self._sum)
        row.addWidget(self._price)
        self.hide()

    def tell(
        self,
        names: tuple[str, str],
        category: tuple[str, str] | None,
        state: str,
        prices: tuple[str, str],
    ) -> None:
        """Shows a place, a category's name and colour, and what one seat and all of them cost.

        Args:
            names: of the place: with its section, and without where that has no room.
            prices: how the sum comes about, and the sum.
        """
        name = names[0]
        self._dot.setVisible(category is not None)
        self._category.setVisible(category is not None)
        if category is not None:
            self._dot.show_color(category[1])
            self._category.setText(category[0])
        self._state.show_text(state)
        each, price = prices
        self._sum.setVisible(bool(each))
        self._sum.setText(each)
        self._price.setText(price)
        self._shorten(names)
        self.setAccessibleName(", ".join(part for part in (name, state, price) if part))
        self.show()
        self.raise_()

    def _shorten(self, names: tuple[str, str]) -> None:
        """Neither the seat's number nor its price is ever cut: the section's name goes before, and
        then how the price comes about."""
        parts = (self._dot, self._category, self._sum, self._price)
        taken = sum(w.sizeHint().width() + STEPS[1] for w in parts if not w.isHidden())
        room = self.width() - taken - 2 * STEPS[1] - _LEAST_STATE
        long = self._name.fontMetrics().horizontalAdvance(names[0])
        self._name.setText(names[0] if long <= room else names[1])
        if self._name.fontMetrics().horizontalAdvance(self._name.text()) > room:
            self._sum.hide()


class MapLine(QWidget):
    """Of one height whatever it shows, so that the map over it never moves.

    Attributes:
        legend: what the line is while no seat is meant.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mapLine")
        self.setFixedHeight(_HEIGHT)
        self.setProperty("dense", True)
        self.legend = Legend()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.legend)
        self._seat = SeatLine(self)
        self._offer: Offer | None = None
        self._plan: SeatPlan | None = None
        self._prices: PriceWords | None = None
        self._reasons: Mapping[SeatId, str] = {}

    def show_offer(self, offer: Offer, plan: SeatPlan, prices: PriceWords) -> None:
        self._offer, self._plan, self._prices = offer, plan, prices
        self._seat.hide()
        self.legend.show_offer(offer, prices)

    def show_reasons(self, reasons: Mapping[SeatId, str]) -> None:
        """Takes over why seats are blocked."""
        self._reasons = reasons

    def show_legend(self) -> None:
        """No seat is meant."""
        self._seat.hide()

    def show_seats(self, rows: Sequence[int], state: SeatState, shares: Shares = ()) -> None:
        """Shows the seats in some rows of the plan, of which the first has this state.

        Args:
            shares: how many of them, from the first one on, are for which price type; the others
                are at the usual one.
        """
        if self._offer is None or self._plan is None or self._prices is None or not rows:
            return
        seats = [self._plan.seat(row) for row in rows]
        first, count = seats[0], len(seats)
        names = []
        for seat in seats:
            area = self._offer.area(seat.area_id)
            names.append(SeatName(area.name if area else "", seat.row, seat.number))
        if count == 1:
            told = seat_words(names[0]), row_and_seat(names[0])
        else:
            told = places_words(names), runs_words(names) or places_words(names)
        found = (c for c in self._offer.categories if c.id == first.category_id)
        category = next(found, None)
        shown = (shortened(category.name, 40), category.color) if category else None
        words = [self._words(state)]
        if state is SeatState.BLOCKED and first.id in self._reasons:
            words.append(shortened(self._reasons[first.id], 60))
        words += attribute_words(first.attributes)
        prices = self._prices.together([seat.category_id for seat in seats], shares)
        self._seat.tell(told, shown, " · ".join(words), prices)

    @property
    def tells_a_seat(self) -> bool:
        """Whether it is a seat now."""
        return self._seat.isVisibleTo(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seat.setGeometry(self.rect())

    def _words(self, state: SeatState) -> str:
        """A seat's status; here there is room to say by whom it is held."""
        is_held = state is SeatState.RESERVED
        return self.tr("held by another counter") if is_held else state_word(state)
