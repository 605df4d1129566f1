"""The head of the order: what it costs, how long it is held, and how many tickets it has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boxoffice.domain.orders.order import Totals
from boxoffice.presenters.order.state import OrderState
from boxoffice.tokens.sizes import CONTROL
from boxoffice.views.kit.controls import heading, label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.hold import HoldView


class OrderHead(QWidget):
    """Shows the sum of an `OrderState` beside its title, with the countdown below it."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderHead")
        self._formats = formats
        title = heading("orderTitle", self.tr("Order"))
        self._total = label("orderTotal", "", "sum")
        self._total.setMinimumHeight(CONTROL)
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._hold = HoldView()
        self._count = label("orderCount", "", "faint")
        self._exchange = label("orderExchange", "", "faint")
        self._exchange.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addWidget(self._total, 1)
        self._hold.put_beside(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._hold)
        layout.addWidget(self._exchange)

    def show_state(self, state: OrderState) -> None:
        order_id = int(state.order.id) if state.order else None
        self._hold.show_hold(order_id, state.hold_seconds)
        totals = state.totals if state.rows else None
        self._total.setText(self._formats.money(totals.total) if totals else "")
        count = len(state.rows)
        self._count.setText(self.tr("%n tickets", "", count) if count else "")
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


def sums_words(totals: Totals, formats: Formats, fees: str, tax: str) -> str:
    """The fees and the taxes in the order's sum.

    Args:
        fees, tax: how they are told, with {fees}, and with {tax} and {rate}.
    """
    parts = [fees.format(fees=formats.money(totals.fees))] if totals.fees else []
    parts += [
        tax.format(tax=formats.money(part.tax), rate=formats.percent(part.rate))
        for part in totals.taxes
    ]
    return " · ".join(parts)
