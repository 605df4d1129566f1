"""The one window: events, map and order side by side; a message bar above, a status line below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boxoffice.presenters.notices import Notice
from boxoffice.views.connection import ConnectionPanel
from boxoffice.views.events import EventsPanel
from boxoffice.views.finder import FinderPanel
from boxoffice.views.formats import Formats
from boxoffice.views.keys_help import KeysHelp
from boxoffice.views.map import MapPanel
from boxoffice.views.message_bar import MessageBar
from boxoffice.views.order import OrderPanel
from boxoffice.views.payment import PaymentPanel
from boxoffice.views.restart import RestartPanel
from boxoffice.views.status_line import StatusLine

_EVENTS_WIDTH, _ORDER_WIDTH = 290, 340
_MARGIN = 10
_ONCE = (
    "actionPay",
    "actionPrint",
    "actionPark",
    "actionKeep",
)  # a key that is held down does these once


class MainWindow(QMainWindow):
    """Holds the screens and the actions; what they mean is tied in `desk.py`.

    Signals:
        closing(): somebody wants to close; `allow_close` lets it happen.
        attention_changed(str): 'active', 'background' or 'hidden'.
        refresh_asked(), pay_asked(), print_asked(), undo_asked(), park_asked(), keep_asked().
        find_order_asked(): to the page of sold orders; customer_asked(): whose order it is.
        scanned(str): what came from a scanner.
        restart_asked(): to the page of what an earlier run left open.
        connection_asked(): to the page where address and token are entered.
    """

    closing = Signal()
    attention_changed = Signal(str)
    refresh_asked = Signal()
    pay_asked = Signal()
    print_asked = Signal()
    undo_asked = Signal()
    park_asked = Signal()
    keep_asked = Signal()
    find_order_asked = Signal()
    customer_asked = Signal()
    scanned = Signal(str)
    restart_asked = Signal()
    connection_asked = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mainWindow")
        self.setWindowTitle(self.tr("Boxoffice"))
        self.setMinimumSize(1000, 640)
        self._may_close = False
        self._keys: KeysHelp | None = None
        self.connection = ConnectionPanel(formats)
        self.events = EventsPanel(formats)
        self.map = MapPanel(formats)
        self.order = OrderPanel(formats)
        self.order.left.connect(self.map.focus_seats)
        self.order.customer.left.connect(self.map.focus_seats)
        self.payment = PaymentPanel(formats)
        self._till = QStackedWidget()
        self._till.setObjectName("till")
        self._till.addWidget(self.order)
        self._till.addWidget(self.payment)
        self.finder = FinderPanel(formats)
        self._till.addWidget(self.finder)
        self.restart = RestartPanel(formats)
        self._till.addWidget(self.restart)
        self._has_restart = False
        self._pages = QStackedWidget()
        self._pages.setObjectName("pages")
        self._pages.addWidget(self.connection)
        self._pages.addWidget(self._sale_page())
        self._messages = MessageBar(formats)
        self.setCentralWidget(self._with_message_bar())
        self._make_menus()
        self.status = StatusLine(formats)
        self.setStatusBar(self.status)
        self.map.state_shown.connect(self.status.show_map)
        self.events.state_shown.connect(self.status.show_events)
        self.show_page("connection")

    def sizeHint(self) -> QSize:
        return QSize(1366, 768)

    def show_page(self, name: str) -> None:
        """'connection' or 'sale'."""
        is_sale = name == "sale"
        self._pages.setCurrentIndex(1 if is_sale else 0)
        for action in self._sale_actions:
            action.setEnabled(is_sale)

    @property
    def is_selling(self) -> bool:
        """Whether the page of the sale is shown."""
        return self._pages.currentIndex() == 1

    def make_way(self) -> bool:
        """Closes what can be closed without a loss, menus and lists and the page of keys; False
        where a dialog stays open."""
        popup = QApplication.activePopupWidget()
        while popup is not None and popup.close():
            popup = QApplication.activePopupWidget()
        if self._keys is not None and QApplication.activeModalWidget() is self._keys:
            self._keys.close()
        return popup is None and QApplication.activeModalWidget() is None

    def show_payment(self, is_shown: bool) -> None:
        """The payment in the order's place, or the order again."""
        self._turn(self.payment, is_shown)

    def show_finder(self, is_shown: bool) -> None:
        """The page of sold orders in the order's place, or the order again."""
        if self._turn(self.finder, is_shown):
            self.finder.focus_search()

    def show_restart(self, is_shown: bool) -> None:
        """What an earlier run left open, in the order's place: under payment and sold orders."""
        self._has_restart = is_shown
        if is_shown and self._till.currentWidget() is self.order:
            self._turn(self.restart, is_shown=True)
            if not isinstance(self.focusWidget(), QLineEdit):  # the clerk may be typing
                self.restart.focus()
        elif not is_shown:
            self._turn(self.restart, is_shown=False)

    def _turn(self, page: QWidget, is_shown: bool) -> bool:
        """To a page in the order's place, or from it to the one below; whether it came up."""
        is_there = self._till.currentWidget() is page
        if is_shown and not is_there:
            self._till.setCurrentWidget(page)
            return True
        if is_there and not is_shown:
            below = self.restart if self._has_restart and page is not self.restart else self.order
            self._till.setCurrentWidget(below)
            self.map.focus_seats()
        return False

    def show_notice(self, notice: Notice | None) -> None:
        """Adds a notice to the message bar; None only takes away what does not stay."""
        self._messages.tell(notice)

    def show_server(self, text: str) -> None:
        self.status.show_server(text)

    def allow_close(self) -> None:
        """The next close happens."""
        self._may_close = True

    def set_palette_name(self, name: str) -> None:
        self.map.set_palette_name(name)

    # --- what Qt tells ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody else had a use for: one step back in the sale."""
        is_sale = self._pages.currentIndex() == 1 and self._till.currentWidget() is self.order
        if event.key() == Qt.Key.Key_Escape and is_sale and not event.isAutoRepeat():
            self.order.step_back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.closing.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange):
            self._tell_attention()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_attention()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_attention()

    def _tell_attention(self) -> None:
        if not self.isVisible() or self.isMinimized():
            self.attention_changed.emit("hidden")
        else:
            self.attention_changed.emit("active" if self.isActiveWindow() else "background")

    # --- how it is made ---

    def _sale_page(self) -> QWidget:
        page = QSplitter(Qt.Orientation.Horizontal)
        page.setObjectName("salePage")
        page.setChildrenCollapsible(False)
        page.setHandleWidth(8)
        for widget in (self.events, self.map, self._till):
            page.addWidget(widget)
        self.events.setMinimumWidth(220)
        self.map.setMinimumWidth(420)
        self._till.setMinimumWidth(310)
        page.setSizes([_EVENTS_WIDTH, 720, _ORDER_WIDTH])
        for index, stretch in enumerate((0, 1, 0)):
            page.setStretchFactor(index, stretch)
        return page

    def _with_message_bar(self) -> QWidget:
        page = QWidget()
        page.setObjectName("centre")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 4)
        layout.setSpacing(8)
        layout.addWidget(self._messages)
        layout.addWidget(self._pages, 1)
        return page

    def _make_menus(self) -> None:
        bar = self.menuBar()
        bar.setObjectName("menuBar")
        sale = bar.addMenu(self.tr("&Sale"))
        view = bar.addMenu(self.tr("&View"))
        help_menu = bar.addMenu(self.tr("&Help"))
        add = self._add_action
        self._sale_actions = [
            add(sale, "actionFindEvent", self.tr("Find event"), "F2", self.events.focus_search),
            add(sale, "actionBest", self.tr("Best seats"), "F3", self.map.take_best),
            add(sale, "actionWishes", self.tr("Wishes for the best seats"), "Shift+F3",
                self.map.ask_wishes),
            add(sale, "actionParty", self.tr("Size of the party"), "Ctrl+P", self.map.focus_best),
            add(sale, "actionPriceType", self.tr("Price type"), "F8", self.order.focus_price_type),
            add(sale, "actionUndo", self.tr("Undo"), "Ctrl+Z", self.undo_asked.emit),
            add(sale, "actionCustomer", self.tr("Customer"), "F4", self.customer_asked.emit),
            add(sale, "actionPark", self.tr("Park or resume"), "F6", self._ask_park),
            add(sale, "actionKeep", self.tr("Keep the seats"), "Shift+F6", self.keep_asked.emit),
            add(
                sale, "actionFindOrder", self.tr("Find order"), "F7", self.find_order_asked.emit
            ),
            add(
                sale,
                "actionRestart",
                self.tr("Sales from before the restart"),
                "",
                self.restart_asked.emit,
            ),
            add(sale, "actionPay", self.tr("Pay"), "F9", self.pay_asked.emit),
            add(sale, "actionPrint", self.tr("Print again"), "F12", self.print_asked.emit),
            add(view, "actionRefresh", self.tr("Refresh"), "F5", self.refresh_asked.emit),
            add(view, "actionFit", self.tr("Whole venue"), "Ctrl+0", self.map.canvas.fit),
            add(view, "actionList", self.tr("Seats as a list"), "Ctrl+L", self.map.show_list),
        ]  # fmt: skip
        self._sale_actions[-1].setCheckable(True)
        self.map.list_shown.connect(self._sale_actions[-1].setChecked)
        add(view, "actionFullScreen", self.tr("Full screen"), "F11", self._toggle_full_screen)
        sale.addSeparator()
        words = self.tr("Connect to a server …")
        add(sale, "actionConnect", words, "", self.connection_asked.emit)
        add(sale, "actionQuit", self.tr("Quit"), "Ctrl+Q", self.close)
        add(help_menu, "actionKeys", self.tr("Keys"), "F1", self._show_keys)
        add(help_menu, "actionMenu", self.tr("Open the menu"), "F10", self._open_menu)

    def _add_action(
        self, menu: QWidget, name: str, text: str, keys: str, target: object
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setAutoRepeat(name not in _ONCE)
        action.triggered.connect(target)
        menu.addAction(action)
        return action

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _open_menu(self) -> None:
        self.menuBar().setActiveAction(self.menuBar().actions()[0])

    def _show_keys(self) -> None:
        if self._keys is None:
            self._keys = KeysHelp(self)
        self._keys.open()

    def _ask_park(self) -> None:
        """Only the order that is seen is parked."""
        if self._till.currentWidget() is self.order:
            self.park_asked.emit()
