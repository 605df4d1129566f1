"""The one window: events, map and order side by side, messages over them, a status line below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import assert_never

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QStackedWidget, QWidget

from boxoffice.domain.closed_sets import complete
from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.state import EventsState
from boxoffice.presenters.map.state import MapState
from boxoffice.presenters.notices import Code, Notice, Severity
from boxoffice.presenters.payment.state import PaymentPhase
from boxoffice.seatmap.minimap import Minimap
from boxoffice.views.connection.panel import ConnectionPanel
from boxoffice.views.events.panel import EventsPanel
from boxoffice.views.events.strip import EventStrip
from boxoffice.views.finder.panel import FinderPanel
from boxoffice.views.help.panel import HelpPanel
from boxoffice.views.kit.controls import tool
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.keymap import follow_keys, native, set_keys
from boxoffice.views.map.panel import MapPanel
from boxoffice.views.order.panel import OrderPanel
from boxoffice.views.payment.panel import PaymentPanel
from boxoffice.views.restart.panel import RestartPanel
from boxoffice.views.settings.panel import SettingsPanel
from boxoffice.views.window.activity import Activity
from boxoffice.views.window.beside import Beside
from boxoffice.views.window.gate import FocusHome, Gate
from boxoffice.views.window.message_bar import MessageBar
from boxoffice.views.window.message_list import MessageList
from boxoffice.views.window.messages import Messages, Source, Spot
from boxoffice.views.window.sale_page import SalePage
from boxoffice.views.window.scenes import MODAL, Answer, Scene, answer
from boxoffice.views.window.second_press import SecondPress
from boxoffice.views.window.status_line import StatusLine

_LEAST_SIZE = 900, 480  # a screen of 1366 x 768 at 150 %, less what the desktop takes
_ONCE = (
    "actionPay",
    "actionPayCard",
    "actionPrint",
    "actionPark",
    "actionKeep",
)  # a key that is held down does these once
_PAYMENT_SCENES = complete(
    PaymentPhase,
    {
        PaymentPhase.CLOSED: Scene.PAYING,  # its page is shown before it has a state
        PaymentPhase.TENDERING: Scene.PAYING,
        PaymentPhase.SENDING: Scene.SELLING,
        PaymentPhase.CHECKING: Scene.SELLING,
        PaymentPhase.LOST: Scene.LOST,
        PaymentPhase.DONE: Scene.SOLD,
    },
)


class MainWindow(QMainWindow):
    """Holds the screens and the actions; what they mean is tied in `session.py`.

    Attributes:
        delivered_keys: by the object name of an action, its key as the program is delivered.

    Signals:
        closing(): somebody wants to close; `allow_close` lets it happen.
        attention_changed(str): 'active', 'background' or 'hidden'.
        activity_noticed(): somebody pressed a key or a button of the mouse.
        leave_asked(): something was done that the payment has to be left for first.
        order_wanted(): something is to be done with the order, which another page hides.
        order_width_chosen(int): how wide the order is by now, in pixels at the usual letters.
        refresh_asked(), print_asked(), undo_asked(), park_asked(), keep_asked().
        pay_asked(), card_asked(): to the payment, in cash at first, or by card.
        find_order_asked(): to the page of sold orders; customer_asked(): whose order it is.
        scanned(str): what came from a scanner.
        restart_asked(): to the page of what an earlier run left open.
        connection_asked(): to the page where address and token are entered.
        settings_asked(), about_asked(): to the settings, or what the program is.
        rebuilt(): all pages are new, and empty.
        settings_made(): the page of settings is there, and empty.
    """

    closing = Signal()
    attention_changed = Signal(str)
    activity_noticed = Signal()
    leave_asked = Signal()
    order_wanted = Signal()
    order_width_chosen = Signal(int)
    refresh_asked = Signal()
    pay_asked = Signal()
    card_asked = Signal()
    print_asked = Signal()
    undo_asked = Signal()
    park_asked = Signal()
    keep_asked = Signal()
    find_order_asked = Signal()
    customer_asked = Signal()
    scanned = Signal(str)
    restart_asked = Signal()
    connection_asked = Signal()
    settings_asked = Signal()
    about_asked = Signal()
    rebuilt = Signal()
    settings_made = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mainWindow")
        self._may_close = self._was_asked = False
        self._is_selling = self._is_setting = self._is_test = False
        self._is_paying = self._is_finding = self._has_restart = False
        self._focus_before = self._focus_before_help = ""
        self._palette = "light"
        self._order_width = 0
        self._keys_now: dict[str, str] = {}
        self._map_state = MapState()
        self._events_state = EventsState()
        self._formats = formats
        self._messages = Messages(self)
        self._build()
        self._messages.changed.connect(self._show_messages)
        self._activity = Activity(self)
        self._activity.noticed.connect(self.activity_noticed)
        self._focus_home = FocusHome(self, self._may_have_focus, self._home)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self.show_page("connection")

    def _build(self) -> None:
        """Makes all that speaks, and all that has a size."""
        formats = self._formats
        self.setWindowTitle(self.tr("Boxoffice"))
        self._help: HelpPanel | None = None
        self._told: MessageList | None = None
        self._actions: list[QAction] = []
        self.delivered_keys: dict[str, str] = {}
        self.connection = ConnectionPanel(formats)
        self.events = EventsPanel(formats)
        self.strip = EventStrip(formats)
        self.map = MapPanel(formats)
        self.order = OrderPanel(formats)
        self.order.left.connect(self.map.focus_seats)
        self.order.no_type_for_all.connect(self._tell_no_type)
        self.order.customer.opened.connect(self._place_customer)
        self.order.customer.left.connect(self._leave_customer)
        self.payment = PaymentPanel(formats)
        self.payment.phase_shown.connect(self._follow_scene)
        self._till = QStackedWidget()
        self._till.setObjectName("till")
        self._till.addWidget(self.order)
        self._till.addWidget(self.payment)
        self.finder = FinderPanel(formats)
        self._till.addWidget(self.finder)
        self.restart = RestartPanel(formats)
        self._till.addWidget(self.restart)
        self._make_menus()
        self._settings: SettingsPanel | None = None
        self._pages = QStackedWidget()
        self._pages.setObjectName("pages")
        self._pages.addWidget(self.connection)
        self._sale = self._sale_page()
        self._pages.addWidget(self._sale)
        self._centre_page = centre = Beside(self._pages)
        self.setCentralWidget(centre)
        self._bars = self._make_bars(formats, centre)
        self.status = StatusLine(formats)
        self.setStatusBar(self.status)
        self._gate = Gate((self.strip, self.events, self.map), self)
        self._gate.pressed.connect(self.leave_asked)
        self._second_press = SecondPress(self._till)
        self._till.currentChanged.connect(self._second_press.note_change)
        self.payment.phase_shown.connect(self._second_press.note_change)
        self.map.state_shown.connect(self.status.show_map)
        self.events.state_shown.connect(self.status.show_events)
        self.map.state_shown.connect(self._hear_map)
        self.events.state_shown.connect(self._hear_events)
        self.order.notice_shown.connect(partial(self._messages.hear, Source.ORDER))
        self.map.set_palette_name(self._palette)
        follow_keys(self)
        self.setMinimumSize(*_LEAST_SIZE)

    def rebuild(self) -> None:
        """Makes all pages anew, in the language and with the letters of the day. `rebuilt` tells
        those who have something to show; the keyboard stays where it was."""
        name, place = self._focused(), self.map.place
        has_help = self._is_helping
        if self._told is not None:
            self._told.close()
            self._told.deleteLater()
        self._gate.set_closed(False)
        self._gate.deleteLater()
        self.menuBar().clear()
        self._menu.deleteLater()
        for action in self._actions:
            self.removeAction(action)
            action.deleteLater()
        old: QWidget = self.takeCentralWidget()  # type: ignore[assignment]
        self._build()
        self._second_press.watch(self.windowHandle())
        self._centre_page.show()  # at once, where Qt would show it soon
        self.show_page("sale" if self._is_selling else "connection")
        self._show_till()
        self.map.return_to(place)
        self._say_test()
        self.rebuilt.emit()
        if has_help:
            self._open_help()
        old.deleteLater()
        again = self.findChild(QWidget, name) if name else None
        if again is not None and again.isVisible():
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_home()

    @property
    def settings(self) -> SettingsPanel:
        """The page of settings, which is made when it is wanted first: `settings_made` tells."""
        if self._settings is None:
            words = {action.objectName(): action.text() for action in self._actions}
            self._settings = SettingsPanel(self._formats, words)
            self._pages.addWidget(self._settings)
            self.settings_made.emit()
        return self._settings

    @property
    def is_setting(self) -> bool:
        """Whether the settings are shown."""
        return self._is_setting

    def fits(self, room: QSize) -> bool:
        """Whether all pages, as they are made now, have their place in a window of that size."""
        parts = (self.events, self.map, self.order)  # the others scroll
        height = max(part.minimumSizeHint().height() for part in parts)
        bars = self.menuBar().sizeHint().height() + self.status.sizeHint().height()
        width = self._sale.least_width
        return width <= room.width() and height + bars <= room.height()

    def sizeHint(self) -> QSize:
        return QSize(1366, 768)

    def show_page(self, name: str) -> None:
        """'connection' or 'sale'; under the settings, where they are open."""
        self._is_selling = name == "sale"
        self._show_page()

    @property
    def scene(self) -> Scene:
        """What is in front of the clerk."""
        if self._is_setting:
            return Scene.SETTINGS
        if not self._is_selling:
            return Scene.CONNECTION
        shown = self._till.currentWidget()
        if shown is self.payment:
            return _PAYMENT_SCENES[self.payment.phase]
        if shown is self.restart:
            return Scene.RESTART
        return Scene.FINDER if shown is self.finder else Scene.ORDER

    @property
    def is_selling(self) -> bool:
        """Whether the page of the sale is shown, or the settings over it."""
        return self._is_selling

    def make_way(self) -> bool:
        """Closes what can be closed without a loss, menus and lists, the page of messages; False
        where a dialog stays open."""
        popup = QApplication.activePopupWidget()
        while popup is not None and popup.close():
            popup = QApplication.activePopupWidget()
        if self._told is not None and QApplication.activeModalWidget() is self._told:
            self._told.close()
        if self._is_setting and QApplication.activeModalWidget() is None:
            self.settings.leave_asked.emit()
        return popup is None and QApplication.activeModalWidget() is None

    def show_payment(self, is_shown: bool) -> None:
        """The payment in the order's place, before all else; or what was there."""
        self._is_paying = is_shown
        self._show_till()

    def show_finder(self, is_shown: bool) -> None:
        """The page of sold orders in the order's place, or the order again."""
        self._is_finding = is_shown
        self._show_till()

    def show_restart(self, is_shown: bool) -> None:
        """What an earlier run left open, in the order's place: under payment and sold orders."""
        self._has_restart = is_shown
        self._show_till()

    def show_settings(self, is_shown: bool) -> None:
        """The settings over all else, which stays as it is; or that again."""
        if is_shown is self._is_setting:
            return
        if is_shown:
            self._focus_before = self._focused()
        self._is_setting = is_shown
        self._show_page()
        before = self.findChild(QWidget, self._focus_before) if self._focus_before else None
        if not is_shown and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_home()

    def use_keys(self, keys: Mapping[str, str]) -> None:
        """From now on these are the keys of the actions, by their object name."""
        self._keys_now = dict(keys)
        for action in self._actions:
            action.setShortcut(QKeySequence(self._key_of(action.objectName())))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            now = {name: self._key_of(name) for name in self.delivered_keys}
            set_keys(app, self.delivered_keys, now)
        follow_keys(self)
        if self._help is not None:
            self._help.show_help(self._key_rows())

    def use_order_width(self, width: int) -> None:
        """How wide the order is, in pixels at the usual size of letters; 0 for as the window has
        room."""
        self._order_width = width
        self._sale.use_order_width(width)

    def show_notice(self, notice: Notice | None) -> None:
        """Tells what is of no page; None only takes away what needs not be read."""
        self._messages.hear(Source.WINDOW, notice)

    def note_server(self) -> None:
        """The window is connected to a server, from now on."""
        self.status.show_server(is_connected=True)
        self._messages.forget_outage()

    def show_test(self, is_test: bool) -> None:
        """Whether nothing that is sold on this server is real."""
        self._is_test = is_test
        self._say_test()

    def _say_test(self) -> None:
        self.status.show_test(is_test=self._is_test)
        title = self.tr("Boxoffice: TEST") if self._is_test else self.tr("Boxoffice")
        self.setWindowTitle(title)

    def allow_close(self) -> None:
        """The next close happens."""
        self._may_close = True

    def set_palette_name(self, name: str) -> None:
        self._palette = name
        self.map.set_palette_name(name)

    # --- what Qt tells ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody else had a use for: Escape is one step back in the sale, and a digit begins
        the next party, also where the sale that was made is still shown."""
        is_escape = event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = event.text() if is_plain and event.text() in set("123456789") else ""
        if is_escape and self.scene is Scene.ORDER:
            self.order.step_back()
        elif is_escape and self.scene is Scene.SETTINGS:
            self.settings.step_back()
        elif is_escape and self.scene is Scene.RESTART:
            self.restart.leave_asked.emit()
        elif digit and not event.isAutoRepeat() and self.scene in (Scene.ORDER, Scene.SOLD):
            self._act("actionBest", lambda: self.map.begin_party(digit))
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """While an order is paid, it is asked first whether to leave the payment; the second time
        it is meant."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        is_asking = answer("actionQuit", self.scene) is Answer.ASK and not self._was_asked
        self._was_asked = is_asking
        (self.leave_asked if is_asking else self.closing).emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange):
            self._tell_attention()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._activity.watch(self.windowHandle())
        self._second_press.watch(self.windowHandle())
        self._tell_attention()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_attention()

    def _tell_attention(self) -> None:
        if not self.isVisible() or self.isMinimized():
            self.attention_changed.emit("hidden")
        else:
            self.attention_changed.emit("active" if self.isActiveWindow() else "background")

    # --- what is shown ---

    def _show_page(self) -> None:
        sale = self._sale if self._is_selling else self.connection
        self._pages.setCurrentWidget(self.settings if self._is_setting else sale)
        self._show_bar()
        self._follow_scene()

    def _show_till(self) -> None:
        wanted: QWidget = self.restart if self._has_restart else self.order
        if self._is_paying:
            wanted = self.payment
        elif self._is_finding:
            wanted = self.finder
        if self._till.currentWidget() is wanted:
            return
        if wanted is self.payment:
            self.payment.host(self.order.customer)
        else:
            self.order.take_back_customer()
        self._till.setCurrentWidget(wanted)
        self._follow_scene()
        if wanted is self.finder:
            self.finder.focus_search()
        elif wanted is self.restart and not isinstance(self.focusWidget(), QLineEdit):
            self.restart.focus()  # the clerk is not typing
        elif wanted is self.order:
            self.map.focus_seats()

    def _follow_scene(self) -> None:
        """Actions are alive where they mean something; the sale is only looked at while it is
        paid."""
        scene = self.scene
        self._was_asked = False
        for action in self._actions:
            action.setEnabled(answer(action.objectName(), scene) is not Answer.DEAD)
        is_modal = scene in MODAL
        self._gate.set_closed(is_modal)
        for part in (self.events, self.strip):
            part.setEnabled(not is_modal)
        self.map.set_inert(is_modal)
        self._focus_home.mend()
        self._show_messages()

    def _hear_map(self, state: MapState) -> None:
        """What the map says, that its picture is old, and that the server has answered it."""
        before, self._map_state = self._map_state, state
        self._sale.fold(state.phase is not Phase.EMPTY or state.offer is not None)
        self._show_bar()
        self._messages.hear(Source.MAP, state.notice)
        old = None
        if state.is_old and state.age_seconds is not None:
            severity = Severity.ERROR if state.is_blind else Severity.WARNING
            old = Notice(Code.PICTURE_OLD, severity, {"seconds": int(state.age_seconds)})
        self._messages.hear(Source.AGE, old)
        age, age_before = state.age_seconds, before.age_seconds
        if age is not None and (age_before is None or age < age_before):
            self._messages.hear_answer(Source.MAP)

    def _hear_events(self, state: EventsState) -> None:
        """What the list of events says, and that the server has answered it."""
        before, self._events_state = self._events_state, state
        self._messages.hear(Source.EVENTS, state.notice)
        is_answered = state.phase is Phase.READY and state.notice is None
        if is_answered and before.notice is not None:
            if self._map_state.phase is Phase.FAILED:
                self._messages.hear(Source.MAP, None)  # nobody asks for it any more
            self._messages.hear_answer(Source.EVENTS)

    def _show_messages(self) -> None:
        """Where the server is chosen, only the window has something to say."""
        is_sale = self._is_selling and not self._is_setting
        sources = frozenset(Source) if is_sale else frozenset({Source.WINDOW})
        for spot, bar in self._bars.items():
            bar.show_messages(self._messages.shown(spot, sources))

    def _may_have_focus(self, widget: QWidget) -> bool:
        return not (self._gate.is_closed and self._gate.keeps(widget))

    def _home(self) -> QWidget:
        scene = self.scene
        if scene is Scene.SETTINGS:
            return self.settings.home
        if scene is Scene.CONNECTION:
            return self.connection.home
        if scene is Scene.FINDER:
            return self.finder.home
        if scene is Scene.RESTART:
            return self.restart
        if scene is Scene.ORDER:
            return self.map.home or self._events_home()
        return self.payment.home

    def _events_home(self) -> QWidget:
        return self.strip.home if self._sale.is_folded else self.events.home

    def _go_home(self) -> None:
        self._home().setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_customer(self) -> None:
        if self._is_paying:
            self.payment.show_customer()

    def _leave_customer(self) -> None:
        if self._is_paying:
            self.payment.show_customer()
        else:
            self.map.focus_seats()

    # --- how it is made ---

    def _sale_page(self) -> SalePage:
        self.strip.put_into_foot(Minimap(self.map.canvas))
        page = SalePage(self.strip, self.events, self.map, self._till)
        page.use_order_width(self._order_width)
        page.order_width_chosen.connect(self._keep_order_width)
        self.strip.event_chosen.connect(self.events.event_chosen)
        self.strip.list_asked.connect(self._find_event)
        self.events.state_shown.connect(self.strip.show_state)
        self.events.event_chosen.connect(self._leave_events)
        self.events.left.connect(page.close_list)
        page.folded.connect(self._go_home)
        return page

    def _keep_order_width(self, width: int) -> None:
        self._order_width = width
        self.order_width_chosen.emit(width)

    def _tell_no_type(self) -> None:
        self.show_notice(Notice.warning(Code.NO_TYPE_FOR_ALL))

    def _find_event(self) -> None:
        self._sale.open_list()
        self.events.focus_search()

    def _leave_events(self) -> None:
        """An event was chosen: the list has done its work."""
        self.events.forget_search()
        self._sale.close_list()

    def _make_bars(self, formats: Formats, centre: QWidget) -> dict[Spot, MessageBar]:
        """One place for messages over the map, or the page of the server; one over the order."""
        bars = {
            Spot.MAP: MessageBar(
                "messageBar",
                "message",
                formats,
                centre,
                self._message_room,
                self.map.floating,
                self.events,
            ),
            Spot.ORDER: MessageBar(
                "orderNotice", "orderMessage", formats, centre, lambda: self.order.room
            ),
        }
        for bar in bars.values():
            bar.dismissed.connect(self._messages.read)
            bar.passed.connect(self._messages.end)
            bar.left.connect(self._go_home)
        return bars

    def _message_room(self) -> QWidget:
        if self._is_setting:
            return self.settings.room
        return self.map.room if self._is_selling else self.connection

    def _make_menus(self) -> None:
        bar = self.menuBar()
        bar.setObjectName("menuBar")
        sale = bar.addMenu(self.tr("&Sale"))
        view = bar.addMenu(self.tr("&View"))
        help_menu = bar.addMenu(self.tr("&Help"))
        add = self._add_action
        add(sale, "actionFindEvent", self.tr("Find event"), "F2", self._find_event)
        add(sale, "actionBest", self.tr("Best seats"), "F3", self.map.take_best)
        words = self.tr("Wishes for the best seats")
        add(sale, "actionWishes", words, "Shift+F3", self.map.ask_wishes)
        add(sale, "actionParty", self.tr("Size of the party"), "Ctrl+P", self.map.focus_best)
        add(sale, "actionPriceType", self.tr("Price type"), "F8", self.order.focus_price_type)
        add(sale, "actionUndo", self.tr("Undo"), "Ctrl+Z", self.undo_asked.emit)
        add(sale, "actionCustomer", self.tr("Customer"), "F4", self.customer_asked.emit)
        add(sale, "actionPark", self.tr("Park or resume"), "F6", self.park_asked.emit)
        add(sale, "actionKeep", self.tr("Keep the seats"), "Shift+F6", self.keep_asked.emit)
        add(sale, "actionFindOrder", self.tr("Sold orders"), "F7", self.find_order_asked.emit)
        words = self.tr("Sales from before the restart")
        add(sale, "actionRestart", words, "", self.restart_asked.emit)
        add(sale, "actionPay", self.tr("Pay"), "F9", self.pay_asked.emit)
        add(sale, "actionPayCard", self.tr("Pay by card"), "Shift+F9", self.card_asked.emit)
        add(sale, "actionPrint", self.tr("Print again"), "F12", self.print_asked.emit)
        add(view, "actionRefresh", self.tr("Refresh"), "F5", self.refresh_asked.emit)
        add(view, "actionFit", self.tr("Whole venue"), "Ctrl+0", self.map.canvas.fit)
        words = self.tr("Take seats with a lasso")
        add(view, "actionLasso", words, "Ctrl+Shift+L", self.map.toggle_lasso)
        as_list = add(view, "actionList", self.tr("Seats as a list"), "Ctrl+L", self._toggle_list)
        as_list.setCheckable(True)
        self.map.list_shown.connect(as_list.setChecked)
        add(view, "actionFullScreen", self.tr("Full screen"), "F11", self._toggle_full_screen)
        sale.addSeparator()
        add(sale, "actionSettings", self.tr("Settings"), "Ctrl+,", self.settings_asked.emit)
        words = self.tr("Connect to a server …")
        add(sale, "actionConnect", words, "", self.connection_asked.emit)
        add(sale, "actionQuit", self.tr("Quit"), "Ctrl+Q", self.close)
        add(help_menu, "actionKeys", self.tr("Help and keys"), "F1", self._toggle_help)
        add(help_menu, "actionMessages", self.tr("Last messages"), "Ctrl+M", self._show_told)
        add(help_menu, "actionMenu", self.tr("Open the menu"), "F10", self._open_menu)
        add(help_menu, "actionAbout", self.tr("About Boxoffice"), "", self.about_asked.emit)
        self._menu = QMenu(self)
        self._menu.setObjectName("mainMenu")
        for part in (sale, view, help_menu):
            self._menu.addMenu(part)
        self._menu_button = tool("menuButton", Icon.MENU, self.tr("Menu (F10)"))
        self._menu_button.clicked.connect(self._open_menu)
        self.strip.put_into_head(self._menu_button)

    def _add_action(
        self, menu: QWidget, name: str, text: str, keys: str, target: Callable[[], object]
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        self.delivered_keys[name] = keys
        action.setShortcut(QKeySequence(self._key_of(name)))
        action.setAutoRepeat(name not in _ONCE)
        action.triggered.connect(lambda: self._act(name, target))
        menu.addAction(action)
        self.addAction(action)  # its key is alive while the bar is hidden
        self._actions.append(action)
        return action

    def _focused(self) -> str:
        """The name of what has the keyboard."""
        focused: QWidget | None = self.focusWidget()
        return focused.objectName() if focused is not None else ""

    def _key_of(self, name: str) -> str:
        return self._keys_now.get(name, self.delivered_keys[name])

    def _act(self, name: str, target: Callable[[], object]) -> None:
        """Does what the table of actions says for what is shown."""
        match answer(name, self.scene):
            case Answer.DO:
                target()
            case Answer.FIRST:
                self.order_wanted.emit()
                if self.scene is Scene.ORDER:  # it may have to stay where it is
                    target()
            case Answer.ASK:
                self.leave_asked.emit()
            case Answer.DEAD:
                pass
            case never:
                assert_never(never)

    def _toggle_list(self) -> None:
        self.map.show_list(not self.map.is_list)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _open_menu(self) -> None:
        """The menu of the strip's button, or the bar where there is no strip."""
        if self._menu_button.isVisible():
            at = self._menu_button.rect().bottomLeft()
            self._menu.popup(self._menu_button.mapToGlobal(at))
        else:
            self.menuBar().setActiveAction(self.menuBar().actions()[0])

    def _show_bar(self) -> None:
        """The bar's line is the map's, where the strip has a button for the menu."""
        is_sale = self._is_selling and not self._is_setting
        is_shown = not (is_sale and self._sale.is_folded)
        if is_shown is self.menuBar().isHidden():
            self.menuBar().setVisible(is_shown)
            layout = self.layout()
            if layout is not None:
                layout.activate()  # all at once, and not one part after the other

    def _toggle_help(self) -> None:
        """Opens the help; goes there where it is open; closes it for who is there. The payment
        keeps the keys meanwhile."""
        if self._is_helping and (self._has_help_keys or self.scene in MODAL):
            self._close_help()
        else:
            self._open_help()

    @property
    def _is_helping(self) -> bool:
        return self._help is not None and not self._help.isHidden()

    @property
    def _has_help_keys(self) -> bool:
        focused: QWidget | None = self.focusWidget()
        return self._help is not None and focused is not None and self._help.isAncestorOf(focused)

    def _open_help(self) -> None:
        if self._help is None:
            self._help = HelpPanel(self._formats)
            self._help.leave_asked.connect(self._close_help)
        if not self._is_helping:
            self._focus_before_help = self._focused()
        self._centre_page.show_page(self._help)
        self._help.show_help(self._key_rows())
        if self.scene not in MODAL:
            self._help.focus_search()

    def _close_help(self) -> None:
        """Away with the help; the keys, if they are there, back to where they were."""
        is_left = self._has_help_keys
        self._centre_page.show_page(None)
        if not is_left:
            return
        name = self._focus_before_help
        before = self.findChild(QWidget, name) if name else None
        if before is not None and before.isVisible() and self._may_have_focus(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_home()

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Help that lies over what is worked now has to go."""
        if now is not None and self._is_helping and self._centre_page.covers(now):
            self._centre_page.show_page(None)

    def _key_rows(self) -> list[tuple[str, str]]:
        """The keys of all actions that have one, in the order of the menus."""
        keys = [(native(self._key_of(each.objectName())), each.text()) for each in self._actions]
        return [(key, words) for key, words in keys if key]

    def _show_told(self) -> None:
        if self._told is None:
            self._told = MessageList(self._formats, self)
        self._told.show_told(self._messages.told)
        self._told.open()
