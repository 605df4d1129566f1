"""The order on screen: its lines, its sums, how long it is held, and the way to the till."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.ids import Place, PriceTypeId
from boxoffice.domain.order import Totals
from boxoffice.presenters.states import OrderState
from boxoffice.views.advice import AdviceView
from boxoffice.views.ask_strip import AskStrip
from boxoffice.views.controls import NoticeLabel, button, card, label
from boxoffice.views.customer import CustomerStrip
from boxoffice.views.formats import Formats
from boxoffice.views.hold import HoldView
from boxoffice.views.order_line import OrderLineView
from boxoffice.views.parked import ParkedStrip
from boxoffice.views.wording import seat_words, shortened

_MANY = 4  # seats: more are given back only when the clerk says so twice


class OrderPanel(QWidget):
    """Shows an `OrderState`.

    Signals:
        give_back_asked(object): a tuple of `Place`.
        price_type_chosen(object, object): a tuple of `Place` and their new `PriceTypeId`.
        clear_asked(), undo_asked(), pay_asked(), keep_asked(), instead_asked(), park_asked().
        resume_asked(int): a parked order, by its place among them.
    """

    give_back_asked = Signal(object)
    price_type_chosen = Signal(object, object)
    clear_asked = Signal()
    undo_asked = Signal()
    pay_asked = Signal()
    keep_asked = Signal()
    instead_asked = Signal()
    park_asked = Signal()
    resume_asked = Signal(int)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderPanel")
        self._formats = formats
        self._lines: dict[Place, OrderLineView] = {}
        self._state = OrderState()
        frame, layout = card("orderCard")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        layout.addLayout(self._head())
        self.customer = CustomerStrip(formats)
        layout.addWidget(self.customer)
        self._notice = NoticeLabel("orderNotice", formats)
        layout.addWidget(self._notice)
        self._parked = ParkedStrip()
        self._parked.resume_asked.connect(self.resume_asked)
        layout.addWidget(self._parked)
        self._exchange = label("orderExchange", "", "faint")
        self._exchange.setWordWrap(True)
        layout.addWidget(self._exchange)
        layout.addWidget(self._list(), 1)
        self._advice = AdviceView()
        self._advice.instead_asked.connect(self.instead_asked)
        layout.addWidget(self._advice)
        self._ask = AskStrip("orderAsk")
        layout.addWidget(self._ask)
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
        if self._ask.is_asking and state.order != self._state.order:
            self._ask.withdraw()  # it was asked about another order
        self._state = state
        self._show_lines(state)
        order_id = int(state.order.id) if state.order else None
        self._hold.show_hold(order_id, state.hold_seconds, is_busy=state.is_busy)
        self._parked.show_rows(state.parked)
        self._advice.show_state(state)
        self._notice.show_notice(state.notice)
        pending = "\n".join(seat_words(name) for name in state.pending[:4])
        text = self.tr("Taking …")
        self._pending.setText(f"{text}\n{pending}" if pending else "")
        self._pending.setVisible(bool(pending))
        self._empty.setVisible(not state.rows and not pending)
        self._show_totals(state.totals if state.rows else None)
        self._show_exchange(state)
        self._show_all_types(state)
        self._pay.setEnabled(state.can_pay)
        self._clear.setEnabled(bool(state.rows) and not state.is_busy)
        self._undo.setEnabled(state.can_undo)
        self._park.setEnabled(bool(state.rows) or bool(state.parked))

    def step_back(self) -> bool:
        """One step back: asks before it drops the order. Returns whether there was a step."""
        if self._ask.is_asking:
            self._ask.withdraw()
        elif self._state.rows or self._state.exchange is not None:
            self._ask_to_clear()
        else:
            return False
        return True

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
        self._clear.clicked.connect(self._clear_or_ask)
        self._park = button("parkButton", self.tr("Park"), flat=True)
        self._park.setToolTip(self.tr("Put the order aside, or take it up again (F6)"))
        self._park.clicked.connect(self.park_asked)
        row.addWidget(self._park)
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
        self._hold = HoldView()
        self._hold.keep_asked.connect(self.keep_asked)
        row.addWidget(self._hold)
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

    def _show_exchange(self, state: OrderState) -> None:
        """What goes back, and what the buyer pays or gets."""
        exchange = state.exchange
        self._exchange.setVisible(exchange is not None)
        if exchange is None:
            return
        text = self.tr("Exchange of order {order}: %n seats for {value} go back.", "",
                       len(exchange.lines))  # fmt: skip
        value = self._formats.money(exchange.value)
        self._exchange.setText(text.format(order=exchange.order_id, value=value))
        if state.due is not None and state.rows:
            back = self.tr("{sum} back") if state.due.amount < 0 else "{sum}"
            due = -state.due if state.due.amount < 0 else state.due
            self._total.setText(back.format(sum=self._formats.money(due)))

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

    def _clear_or_ask(self) -> None:
        if len(self._state.rows) > _MANY:
            self._ask_to_clear()
        else:
            self.clear_asked.emit()

    def _ask_to_clear(self) -> None:
        words = self.tr("Give back %n seats?", "", len(self._state.rows))
        if not self._state.rows:
            words = self.tr("Give up the exchange?")
        self._ask.ask(words, self.tr("Give back (Enter)"), self.clear_asked.emit)

    def _choose_for_all(self, index: int) -> None:
        chosen = self._all.itemData(index)
        self._all.setCurrentIndex(0)
        if chosen is not None:
            self.price_type_chosen.emit(tuple(self._lines), chosen)

    def _choose_type(self, place: Place, price_type: PriceTypeId) -> None:
        self.price_type_chosen.emit((place,), price_type)

    def _remove(self, place: Place) -> None:
        self.give_back_asked.emit((place,))
