"""What the order costs, what goes back in an exchange, and how long the seats are held."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boxoffice.domain.orders.order import Totals
from boxoffice.presenters.order.state import OrderState
from boxoffice.views.kit.controls import label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.hold import HoldView


class OrderSums(QWidget):
    """Shows the sums of an `OrderState`, with the countdown beside the total."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderFoot")
        self._formats = formats
        self._exchange = label("orderExchange", "", "faint")
        self._exchange.setWordWrap(True)
        self._sums = label("orderSums", "", "faint")
        self._sums.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._total = label("orderTotal", "", "sum")
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._hold = HoldView()
        row = QHBoxLayout()
        row.addWidget(self._hold)
        row.addWidget(self._total, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._exchange)
        layout.addWidget(self._sums)
        layout.addLayout(row)

    def show_state(self, state: OrderState) -> None:
        order_id = int(state.order.id) if state.order else None
        self._hold.show_hold(order_id, state.hold_seconds)
        self._show_totals(state.totals if state.rows else None)
        self._show_exchange(state)

    def _show_exchange(self, state: OrderState) -> None:
        """What goes back, and what the buyer pays or gets."""
        exchange = state.exchange
        self._exchange.setVisible(exchange is not None)
        if exchange is None:
            return
        text = self.tr(
            "Exchange of order {order}: %n seats for {value} go back.", "", len(exchange.lines)
        )
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
