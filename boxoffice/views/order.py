"""The order on screen: its lines, its sums, how long it is held, and the way to the till."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.ids import Place, PriceTypeId
from boxoffice.domain.order import Totals
from boxoffice.presenters.states import OrderState
from boxoffice.views.controls import NoticeLabel, button, card, label, restyle
from boxoffice.views.formats import Formats
from boxoffice.views.order_line import OrderLineView
from boxoffice.views.wording import seat_words, shortened

_ENDING = 60  # seconds
_FULL_HOLD = 600


class OrderPanel(QWidget):
    """Shows an `OrderState`.

    Signals:
        give_back_asked(object): a tuple of `Place`.
        price_type_chosen(object, object): a tuple of `Place` and their new `PriceTypeId`.
        clear_asked(), undo_asked(), pay_asked().
    """

    give_back_asked = Signal(object)
    price_type_chosen = Signal(object, object)
    clear_asked = Signal()
    undo_asked = Signal()
    pay_asked = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderPanel")
        self._formats = formats
        self._lines: dict[Place, OrderLineView] = {}
        self._longest_hold = _FULL_HOLD
        self._order_id: int | None = None
        frame, layout = card("orderCard")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        layout.addLayout(self._head())
        self._notice = NoticeLabel("orderNotice", formats)
        layout.addWidget(self._notice)
        layout.addWidget(self._list(), 1)
        layout.addWidget(self._all_types())
        self._sums = label("orderSums", "", "faint")
        self._sums.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._sums)
        layout.addLayout(self._total_row())
        self._pay = button("payButton", self.tr("Pay (F9)"), primary=True)
        self._pay.clicked.connect(self.pay_asked)
        layout.addWidget(self._pay)
        self.show_state(OrderState())

    def show_state(self, state: OrderState) -> None:
        self._show_lines(state)
        self._show_hold(state)
        self._notice.show_notice(state.notice)
        pending = "\n".join(seat_words(name) for name in state.pending[:4])
        text = self.tr("Taking …")
        self._pending.setText(f"{text}\n{pending}" if pending else "")
        self._pending.setVisible(bool(pending))
        self._empty.setVisible(not state.rows and not pending)
        self._show_totals(state.totals if state.rows else None)
        self._show_all_types(state)
        self._pay.setEnabled(state.can_pay)
        self._clear.setEnabled(bool(state.rows) and not state.is_busy)
        self._undo.setEnabled(state.can_undo)

    def focus_price_type(self) -> None:
        """To where a price type is chosen: for all lines, or for the only one."""
        if self._all.isVisible():
            self._all.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._all.showPopup()
        elif self._lines:
            next(iter(self._lines.values())).focus_type()

    # --- how it is made ---

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label("orderTitle", self.tr("Order"), "title"), 1)
        self._undo = button("undoButton", self.tr("Undo"), flat=True)
        self._undo.setToolTip(self.tr("Give back what was taken last (Ctrl+Z)"))
        self._undo.clicked.connect(self.undo_asked)
        self._clear = button("clearButton", self.tr("Clear"), flat=True)
        self._clear.setToolTip(self.tr("Give back all seats"))
        self._clear.clicked.connect(self.clear_asked)
        row.addWidget(self._undo)
        row.addWidget(self._clear)
        return row

    def _list(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("orderLines")
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(0)
        self._empty = label(
            "orderEmpty", self.tr("No seats yet.\nClick seats on the map."), "faint"
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pending = label("orderPending", "", "faint")
        self._rows.addWidget(self._empty)
        self._rows.addWidget(self._pending)
        self._rows.addStretch(1)
        area = QScrollArea()
        area.setObjectName("orderScroll")
        area.setAccessibleName(self.tr("Lines of the order"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _all_types(self) -> QComboBox:
        self._all = QComboBox()
        self._all.setObjectName("allPriceTypes")
        self._all.setAccessibleName(self.tr("Price type of all seats"))
        self._all.activated.connect(self._choose_for_all)
        return self._all

    def _total_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        self._hold = label("holdCountdown", "", "faint")
        self._hold_bar = QProgressBar()
        self._hold_bar.setObjectName("holdBar")
        self._hold_bar.setAccessibleName(self.tr("Time left on the hold"))
        self._hold_bar.setTextVisible(False)
        self._hold_bar.setMaximumWidth(130)
        words.addStretch(1)
        words.addWidget(self._hold)
        words.addWidget(self._hold_bar)
        row.addLayout(words)
        self._total = label("orderTotal", "", "total")
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._total, 1)
        return row

    def _show_lines(self, state: OrderState) -> None:
        """Lines come and go; those that stay keep their place and their focus."""
        wanted = {row.line.place: row for row in state.rows}
        has_events = len({place.event_id for place in wanted}) > 1
        for place in [place for place in self._lines if place not in wanted]:
            gone = self._lines.pop(place)
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for position, (place, row) in enumerate(wanted.items()):
            line = self._lines.get(place)
            if line is None:
                line = self._lines[place] = OrderLineView(row, self._formats)
                line.type_chosen.connect(self._choose_type)
                line.remove_asked.connect(self._remove)
                self._rows.insertWidget(position, line)
            line.show_row(row, with_event=has_events)

    def _show_hold(self, state: OrderState) -> None:
        seconds = state.hold_seconds
        order_id = int(state.order.id) if state.order else None
        if order_id != self._order_id:
            self._order_id, self._longest_hold = order_id, 1
        self._hold.setVisible(seconds is not None)
        self._hold_bar.setVisible(seconds is not None)
        if seconds is None:
            return
        self._longest_hold = max(self._longest_hold, seconds)
        text = self.tr("Held for {time}")
        self._hold.setText(text.format(time=f"{seconds // 60}:{seconds % 60:02}"))
        self._hold_bar.setRange(0, self._longest_hold)
        self._hold_bar.setValue(seconds)
        restyle(self._hold_bar, "ending", seconds <= _ENDING)

    def _show_totals(self, totals: Totals | None) -> None:
        if totals is None:
            self._total.setText("")
            self._sums.setText("")
            self._sums.hide()
            return
        money = self._formats.money
        self._total.setText(money(totals.total))
        fees = self.tr("Fees {fees}").format(fees=money(totals.fees))
        parts = [fees] if totals.fees else []
        for tax in totals.taxes:
            text = self.tr("{tax} VAT {rate} incl.")
            parts.append(text.format(tax=money(tax.tax), rate=self._formats.percent(tax.rate)))
        self._sums.setText(" · ".join(parts))
        self._sums.setVisible(bool(parts))

    def _show_all_types(self, state: OrderState) -> None:
        """One choice for all lines, of the types that all of them may have."""
        common: dict[PriceTypeId, str] = {}
        for position, row in enumerate(state.rows):
            found = {t.id: shortened(t.name, 40) for t in row.price_types}
            common = found if position == 0 else {k: v for k, v in common.items() if k in found}
        self._all.setVisible(len(state.rows) > 1 and len(common) > 1)
        shown = [self._all.itemData(i) for i in range(1, self._all.count())]
        if shown != list(common):
            self._all.clear()
            self._all.addItem(self.tr("All seats at … (F8)"))
            for type_id, name in common.items():
                self._all.addItem(name, type_id)

    def _choose_for_all(self, index: int) -> None:
        chosen = self._all.itemData(index)
        self._all.setCurrentIndex(0)
        if chosen is not None:
            self.price_type_chosen.emit(tuple(self._lines), chosen)

    def _choose_type(self, place: Place, price_type: PriceTypeId) -> None:
        self.price_type_chosen.emit((place,), price_type)

    def _remove(self, place: Place) -> None:
        self.give_back_asked.emit((place,))
