"""Sold orders: a field that takes whatever the buyer brings, the orders it may mean, and one."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.orders.sold_order import Fate, RecordedOrder
from boxoffice.presenters.finder.state import FinderState
from boxoffice.views.finder.found_order import FoundOrderView
from boxoffice.views.kit.controls import (
    NoticeLabel,
    TextField,
    WaitingBar,
    button,
    card,
    heading,
    label,
)
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened

_ROW_HEIGHT = 58
_LONGEST = 200


class FinderPanel(QWidget):
    """Shows a `FinderState` in the order's place. Esc goes a step back.

    Signals:
        search_changed(str), enter_asked(), leave_asked().
        order_chosen(object): an `OrderId`.
        give_back_asked(object), exchange_asked(object): a tuple of `Place`.
        price_type_asked(object, object): the same, and a `PriceTypeId`.
        print_asked(), stop_print_asked(), map_asked().
        save_asked(object): the `Path` to save the copy to.
    """

    search_changed = Signal(str)
    enter_asked = Signal()
    leave_asked = Signal()
    order_chosen = Signal(object)
    give_back_asked = Signal(object)
    exchange_asked = Signal(object)
    price_type_asked = Signal(object, object)
    print_asked = Signal()
    stop_print_asked = Signal()
    map_asked = Signal()
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
        self._notice = NoticeLabel("finderNotice", formats)
        layout.addWidget(self._notice)
        self._progress = WaitingBar("finderProgress", self.tr("Loading the order"))
        layout.addWidget(self._progress)
        self._pages = QStackedWidget()
        self._pages.setObjectName("finderPages")
        self._pages.addWidget(self._list_page())
        self._found = FoundOrderView(formats)
        self._found.give_back_asked.connect(self.give_back_asked)
        self._found.exchange_asked.connect(self.exchange_asked)
        self._found.price_type_asked.connect(self.price_type_asked)
        self._found.print_asked.connect(self.print_asked)
        self._found.stop_print_asked.connect(self.stop_print_asked)
        self._found.map_asked.connect(self.map_asked)
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
        self._notice.show_notice(state.notice)
        self._show_progress(state)
        self._show_list(state)
        is_open = state.opened is not None
        if is_open != (self._pages.currentIndex() == 1):
            self._pages.setCurrentIndex(1 if is_open else 0)
        self._found.show_order(state.opened, is_busy=state.is_busy, is_printing=state.is_printing)

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
        row.addWidget(heading("finderTitle", self.tr("Find order")), 1)
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

    def _list_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("finderListPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        self._list = QListWidget()
        self._list.setObjectName("finderList")
        self._list.setAccessibleName(self.tr("Orders sold here"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._empty = label(
            "finderEmpty",
            self.tr("No such order was sold here.\nPress Enter to ask the server."),
            "faint",
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._empty, 1)
        return page

    def _show_progress(self, state: FinderState) -> None:
        self._progress.show_waiting(state.is_loading or state.is_busy)
        done, of = state.done or (0, 0)
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    def _show_list(self, state: FinderState) -> None:
        self._empty.setVisible(not state.found)
        self._list.setVisible(bool(state.found))
        if state.found == self._shown:
            return
        self._shown = state.found
        self._list.clear()
        for order in state.found:
            item = QListWidgetItem(self._words(order))
            item.setData(Qt.ItemDataRole.UserRole, order.order_id)
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            self._list.addItem(item)

    def _words(self, order: RecordedOrder) -> str:
        sold = self._formats.date_time(order.sold_at.astimezone())
        total = self._formats.money(order.total)
        who = [shortened(order.buyer, 30)] if order.buyer else []
        names = shortened(", ".join(order.events), 40)
        seats = self.tr("%n seats", "", len(order.seats))
        fate = self._fate(order.fate)
        first = self.tr("Order {number} · {total}").format(number=order.order_id, total=total)
        second = " · ".join([names, seats, *who, *([fate] if fate else [])])
        return f"{first} · {sold}\n{second}"

    def _fate(self, fate: Fate) -> str:
        match fate:
            case Fate.PARTLY_RETURNED:
                return self.tr("partly given back")
            case Fate.CANCELLED:
                return self.tr("cancelled")
            case Fate.EXCHANGING:
                return self.tr("being exchanged")
            case Fate.EXCHANGED:
                return self.tr("exchanged")
            case Fate.SOLD:
                return ""
            case _:
                assert_never(fate)

    def _choose(self, item: QListWidgetItem) -> None:
        self.order_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
