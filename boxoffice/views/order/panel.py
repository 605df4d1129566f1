"""The order on screen: its lines, its sums, how long it is held, and the way to the till."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boxoffice.domain.ids import Place
from boxoffice.presenters.order.state import OrderState
from boxoffice.views.customer.strip import CustomerStrip
from boxoffice.views.kit.ask_strip import AskStrip
from boxoffice.views.kit.controls import WaitingBar, button, card, label, set_tip
from boxoffice.views.kit.fit_scroll import FitScroll
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.hold import HoldStrip
from boxoffice.views.order.advice import AdviceView
from boxoffice.views.order.head import OrderHead, sums_words
from boxoffice.views.order.lines import OrderLines
from boxoffice.views.order.lost_orders import LostOrders
from boxoffice.views.order.parked import ParkedStrip
from boxoffice.views.order.rule_words import called_off_words, rule_words
from boxoffice.views.order.tools import OrderTools

_TOP, _SIDE = 12, 16  # pixels from the edges of the panel
_LEAST_BELOW = 88  # pixels of what lies under the lines, where there is no room for more
_MANY = 4  # seats: more are given back only when the clerk says so twice
_MOMENT = 400  # ms: what is answered sooner needs no sign


class OrderPanel(QWidget):
    """Shows an `OrderState`.

    Signals:
        give_back_asked(object): a tuple of `Place`.
        price_type_chosen(object, object): a tuple of `Place` and their new `PriceTypeId`.
        more_asked(object): a tuple of `Place`: one more like these.
        clear_asked(), undo_asked(), pay_asked(), keep_asked(), instead_asked(), park_asked().
        anyway_asked(): sell, and leave the single seats behind.
        name_typed(str): what the order is called.
        left(): the lines went, and the focus with them.
        no_type_for_all(): a price type was asked for, and there is none that all seats may have.
        resume_asked(int), keep_parked_asked(int): a parked order, by its place among them.
        lost_asked(object), lost_dropped(object): an order whose hold is gone, by its `OrderId`: its
            seats are taken again, or not wanted any more.
        notice_shown(object): what the order says now, a `Notice` or None.
    """

    give_back_asked = Signal(object)
    price_type_chosen = Signal(object, object)
    more_asked = Signal(object)
    clear_asked = Signal()
    undo_asked = Signal()
    pay_asked = Signal()
    keep_asked = Signal()
    instead_asked = Signal()
    anyway_asked = Signal()
    park_asked = Signal()
    name_typed = Signal(str)
    left = Signal()
    no_type_for_all = Signal()
    resume_asked = Signal(int)
    keep_parked_asked = Signal(int)
    lost_asked = Signal(object)
    lost_dropped = Signal(object)
    notice_shown = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderPanel")
        self._formats = formats
        self._state = OrderState()
        self._head = OrderHead(formats)
        self._tools = OrderTools()
        self.customer = CustomerStrip(formats)
        self._lost = LostOrders(formats)
        self._parked = ParkedStrip(formats)
        self._lines = OrderLines(formats)
        self._advice = AdviceView(formats)
        self._hold = HoldStrip()
        self._ask = AskStrip("orderAsk")
        self._sums = label("orderSums", "", "faint")
        self._progress = WaitingBar("orderProgress", self.tr("Asking the server"), _MOMENT)
        self._pay = button("payButton", self.tr("Pay"), key="F9", primary=True)
        self._arrange()
        self._tie()
        self.show_state(OrderState())

    def show_state(self, state: OrderState) -> None:
        if self._ask.is_asking and state.order != self._state.order:
            self._ask.withdraw()  # it was asked about another order
        self._state = state
        self._head.show_state(state)
        self._hold.show_hold(state.hold_seconds, is_busy=state.is_busy)
        is_asked = self._hold.is_asking and state.hold_is_ending
        self._lost.show_state(state)
        self._parked.show_rows(state.parked)
        self._lines.show_state(state)
        self._tools.show_state(state)
        self._advice.show_state(state)
        self._show_sums(state)
        self._progress.show_waiting(state.is_busy)
        self._show_pay(state)
        self.notice_shown.emit(None if is_asked else state.notice)

    def step_back(self) -> bool:
        """One step back: asks before it drops the order. Returns whether there was a step."""
        if self._ask.is_asking:
            self._ask.withdraw()
        elif self._lines.clear_selection():
            pass
        elif self._state.rows or self._state.exchange is not None:
            self._ask_to_clear()
        else:
            return False
        return True

    @property
    def places(self) -> tuple[Place, ...]:
        """All seats that the lines show."""
        return self._lines.places

    @property
    def line_words(self) -> list[str]:
        """The rows of the list in words."""
        return self._lines.words

    @property
    def room(self) -> QWidget:
        """What a message may lie over."""
        return self._lines

    def take_back_customer(self) -> None:
        """The strip of the customer is here again, wherever it was."""
        if self._rows.indexOf(self.customer) < 0:
            self._rows.insertWidget(self._rows.indexOf(self._tools), self.customer)

    def focus_price_type(self) -> None:
        """To where a price type is chosen: for the selected lines, or for all."""
        self._lines.choose_type()

    # --- how it is made ---

    def _arrange(self) -> None:
        frame, layout = card("orderCard")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        layout.setContentsMargins(0, _TOP, 0, _SIDE)
        self._rows = _column()
        foot = _column()
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 0, _SIDE, 0)
        head.addWidget(self._head)
        layout.addLayout(head)
        layout.addWidget(self._lines, 1)
        scroll = FitScroll("orderScroll", self._rows, least=_LEAST_BELOW)
        self._bar = scroll.verticalScrollBar()
        self._bar.rangeChanged.connect(self._keep_edges)
        layout.addWidget(scroll)
        layout.addLayout(foot)
        for below in (self._advice, self._lost, self._parked, self.customer, self._tools):
            self._rows.addWidget(below)
        for always in (self._hold, self._ask, self._sums, self._progress, self._pay):
            foot.addWidget(always)

    def _keep_edges(self) -> None:
        """What is scrolled stays as wide as Pay: its bar stands in the margin."""
        beside = _SIDE - (self._bar.sizeHint().width() if self._bar.maximum() else 0)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (beside, _SIDE) if is_mirrored else (_SIDE, beside)
        self._rows.setContentsMargins(left, 0, right, 0)

    def _tie(self) -> None:
        self._tools.name_typed.connect(self.name_typed)
        self._tools.park_asked.connect(self.park_asked)
        self._tools.undo_asked.connect(self.undo_asked)
        self._tools.clear_asked.connect(self._clear_or_ask)
        self._parked.resume_asked.connect(self.resume_asked)
        self._parked.keep_asked.connect(self.keep_parked_asked)
        self._lost.again_asked.connect(self.lost_asked)
        self._lost.drop_asked.connect(self.lost_dropped)
        self._lines.type_chosen.connect(self.price_type_chosen)
        self._lines.remove_asked.connect(self._give_back_or_ask)
        self._lines.more_asked.connect(self.more_asked)
        self._lines.left.connect(self.left)
        self._lines.no_type_for_all.connect(self.no_type_for_all)
        self._advice.give_back_asked.connect(self.give_back_asked)
        self._advice.instead_asked.connect(self.instead_asked)
        self._advice.anyway_asked.connect(self.anyway_asked)
        self._hold.keep_asked.connect(self.keep_asked)
        self._pay.clicked.connect(self.pay_asked)

    def _show_sums(self, state: OrderState) -> None:
        """What is in the sum: fees and tax."""
        totals = state.totals if state.rows else None
        words = ""
        if totals is not None:
            fees, tax = self.tr("Fees {fees}"), self.tr("{tax} VAT {rate} incl.")
            words = sums_words(totals, self._formats, fees, tax)
        self._sums.setText(words)
        self._sums.setVisible(bool(words))

    def _show_pay(self, state: OrderState) -> None:
        """Where something is in the way, the button says what."""
        called_off = [called_off_words(event) for event in state.called_off]
        rules = [rule_words(row, self._formats) for row in state.broken]
        reasons = "\n".join(called_off + rules)
        self._pay.setEnabled(state.can_pay)
        if self._pay.accessibleDescription() != reasons:
            self._pay.setAccessibleDescription(reasons)
            set_tip(self._pay, reasons)

    def _clear_or_ask(self) -> None:
        if len(self._state.rows) > _MANY:
            self._ask_to_clear()
        else:
            self.clear_asked.emit()

    def _give_back_or_ask(self, places: tuple[Place, ...]) -> None:
        if len(places) > _MANY:
            words = self.tr("Give back %n seats?", "", len(places))
            yes = self.tr("Give back")
            self._ask.ask(words, yes, lambda: self.give_back_asked.emit(places))
        else:
            self.give_back_asked.emit(places)

    def _ask_to_clear(self) -> None:
        words = self.tr("Give back %n seats?", "", len(self._state.rows))
        if not self._state.rows:
            words = self.tr("Give up the exchange?")
        self._ask.ask(words, self.tr("Give back"), self.clear_asked.emit)


def _column() -> QVBoxLayout:
    """Keeps away from the panel's edges, where the list has the whole width."""
    made = QVBoxLayout()
    made.setContentsMargins(_SIDE, 0, _SIDE, 0)
    made.setSpacing(8)
    return made
