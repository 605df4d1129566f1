"""Sold orders: a field that takes whatever the buyer brings, the orders it may mean, and one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.orders.sold_order import RecordedOrder
from boxoffice.presenters.finder.state import FinderState
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.finder.found_order import FoundOrderView
from boxoffice.views.finder.row import SoldRow, SoldRowDelegate
from boxoffice.views.kit.controls import (
    TextField,
    WaitingBar,
    button,
    card,
    heading,
    keep_room,
    label,
    plain_tip,
)
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.notice_place import NoticePlace

_LONGEST = 200


class FinderPanel(QWidget):
    """Shows a `FinderState` in the order's place. Esc goes a step back.

    Signals:
        search_changed(str), enter_asked(), leave_asked().
        order_chosen(object): an `OrderId`.
        give_back_asked(object, object): a tuple of `Place`, and a `PaymentKind`.
        exchange_asked(object): a tuple of `Place`.
        price_type_asked(object, object): the same, and a `PriceTypeId`.
        print_asked(), stop_print_asked(), map_asked(), take_over_asked().
        save_asked(object): the `Path` to save the copy to.
    """

    search_changed = Signal(str)
    enter_asked = Signal()
    leave_asked = Signal()
    order_chosen = Signal(object)
    give_back_asked = Signal(object, object)
    exchange_asked = Signal(object)
    price_type_asked = Signal(object, object)
    print_asked = Signal()
    stop_print_asked = Signal()
    map_asked = Signal()
    take_over_asked = Signal()
    save_asked = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finderPanel")
        self._formats = formats
        self._shown: tuple[RecordedOrder, ...] | None = None
        frame, layout = card("finderCard")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        layout.addLayout(self._head())
        self._search = self._field()
        layout.addWidget(self._search)
        self._progress = WaitingBar("finderProgress", self.tr("Loading the order"))
        keep_room(self._progress)
        layout.addWidget(self._progress)
        self._pages = QStackedWidget()
        self._pages.setObjectName("finderPages")
        self._pages.addWidget(self._list_page(formats))
        self._found = FoundOrderView(formats)
        self._found.give_back_asked.connect(self.give_back_asked)
        self._found.exchange_asked.connect(self.exchange_asked)
        self._found.price_type_asked.connect(self.price_type_asked)
        self._found.print_asked.connect(self.print_asked)
        self._found.stop_print_asked.connect(self.stop_print_asked)
        self._found.map_asked.connect(self.map_asked)
        self._found.take_over_asked.connect(self.take_over_asked)
        self._found.save_asked.connect(self.save_asked)
        self._pages.addWidget(self._found)
        layout.addWidget(self._pages, 1)
        self.show_state(FinderState())

    def show_state(self, state: FinderState) -> None:
        if self._search.text() != state.search:
            self._search.blockSignals(True)  # it is shown, not typed
            self._search.setText(state.search)
            self._search.blockSignals(False)
        self._search.setEnabled(not state.is_busy)
        is_open = state.opened is not None
        self._notice.show_notice(None if is_open else state.notice)
        self._show_progress(state)
        self._show_list(state)
        if is_open != (self._pages.currentIndex() == 1):
            self._pages.setCurrentIndex(1 if is_open else 0)
        self._found.show_order(
            state.opened,
            state.notice if is_open else None,
            is_busy=state.is_busy,
            is_printing=state.is_printing,
        )

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @property
    def home(self) -> QWidget:
        """Where the focus belongs."""
        return self._search if self._search.isEnabled() else self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            if not self._found.step_back():
                self.leave_asked.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the field goes to the list."""
        if watched is self._search and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() == Qt.Key.Key_Down and self._list.count():
                self._list.setFocus(Qt.FocusReason.OtherFocusReason)
                self._list.setCurrentRow(max(0, self._list.currentRow()))
                return True
        return super().eventFilter(watched, event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(heading("finderTitle", self.tr("Sold orders")), 1)
        leave = button("finderLeave", self.tr("Back"), key="Esc", flat=True)
        leave.clicked.connect(self.leave_asked)
        row.addWidget(leave)
        return row

    def _field(self) -> TextField:
        words = self.tr("Order number, barcode, customer or seat")
        field = TextField("finderSearch", words, _LONGEST)
        field.setPlaceholderText(self.tr("Number, barcode, name, or B 12"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self.search_changed)
        field.returnPressed.connect(self.enter_asked)
        field.installEventFilter(self)
        return field

    def _list_page(self, formats: Formats) -> QWidget:
        page = QWidget()
        page.setObjectName("finderListPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        self._list = QListWidget()
        self._list.setObjectName("finderList")
        self._list.setAccessibleName(self.tr("Orders sold here"))
        self._list.setMouseTracking(True)
        self._list.setItemDelegate(SoldRowDelegate(formats, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._empty_title = label("finderEmptyTitle", "", "title")
        self._empty = label("finderEmpty", "", "faint")
        self._ask_server = button("finderAsk", self.tr("Ask the server"), key="Enter")
        self._ask_server.clicked.connect(self.enter_asked)
        self._nothing = QWidget()
        self._nothing.setObjectName("finderNothing")
        inside = QVBoxLayout(self._nothing)
        inside.setContentsMargins(0, STEPS[4], 0, 0)
        inside.setSpacing(STEPS[1])
        for words in (self._empty_title, self._empty):
            words.setWordWrap(True)
            inside.addWidget(words)
        inside.addWidget(self._ask_server)
        inside.addStretch(1)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._nothing, 1)
        self._notice = NoticePlace("finderListNotice", formats)
        layout.addWidget(self._notice)
        return page

    def _show_progress(self, state: FinderState) -> None:
        self._progress.show_waiting(state.is_loading or state.is_busy)
        done, of = state.done or (0, 0)
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    def _show_list(self, state: FinderState) -> None:
        self._show_nothing(state)
        self._list.setVisible(bool(state.found))
        if state.found == self._shown:
            return
        self._shown = state.found
        self._list.clear()
        for order in state.found:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, order)
            told = SoldRow(order, self._formats).told
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            item.setToolTip(plain_tip(told))
            self._list.addItem(item)

    def _show_nothing(self, state: FinderState) -> None:
        """What helps where there is nothing to be listed."""
        text = state.search.strip()
        self._nothing.setVisible(not state.found)
        self._ask_server.setVisible(bool(text))
        if text:
            title = self.tr("Nothing found for “{text}”")
            self._empty_title.setText(title.format(text=shortened(text, 40)))
            self._empty.setText(
                self.tr(
                    "No order that was sold at this counter matches. Another counter's order is "
                    "found by its number, or by scanning its summary."
                )
            )
        else:
            self._empty_title.setText(self.tr("Nothing was sold here yet"))
            self._empty.setText(
                self.tr(
                    "Orders that are sold at this counter are listed here. To find another one, "
                    "scan a ticket or type the order's number."
                )
            )

    def _choose(self, item: QListWidgetItem) -> None:
        self.order_chosen.emit(item.data(Qt.ItemDataRole.UserRole).order_id)
