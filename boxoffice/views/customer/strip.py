"""The strip of the order's customer: a name, a search, or the form of a new one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boxoffice.domain.orders.customer import Customer
from boxoffice.presenters.customer.state import CustomerState
from boxoffice.views.kit.controls import TextField, WaitingBar, button, label, set_tip, tool
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.notice_place import NoticePlace

_MOST = 5
_LONGEST = 200


class CustomerStrip(QWidget):
    """Shows a `CustomerState`. Enter takes the first, Esc goes a step back.

    Signals:
        open_asked(), close_asked(), remove_asked(), first_asked(), adding_asked().
        search_changed(str).
        chosen(object): a `Customer`.
        add_asked(str, str, str): first name, last name, e-mail.
        opened(): it is open from now on.
        left(): it was closed; the clerk goes on elsewhere.
    """

    open_asked = Signal()
    close_asked = Signal()
    remove_asked = Signal()
    first_asked = Signal()
    adding_asked = Signal()
    search_changed = Signal(str)
    chosen = Signal(object)
    add_asked = Signal(str, str, str)
    opened = Signal()
    left = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("customerStrip")
        self._state = CustomerState()
        self._rows: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._head = self._make_head()
        self._finding = self._make_search()
        self._form = self._make_form()
        self._notice = NoticePlace("customerNotice", formats)
        self._progress = WaitingBar("customerProgress", self.tr("Looking for customers"))
        for widget in (self._head, self._finding, self._form, self._progress, self._notice):
            layout.addWidget(widget)
        self.show_state(CustomerState())

    def show_state(self, state: CustomerState) -> None:
        before, self._state = self._state, state
        if state.is_open and not before.is_open:
            self.opened.emit()
        self._show_head(state)
        is_finding = state.is_open and not state.is_adding
        self._finding.setVisible(is_finding)
        self._form.setVisible(state.is_open and state.is_adding)
        self._progress.show_waiting(state.is_open and state.is_loading)
        self._notice.setVisible(state.is_open)
        self._notice.show_notice(state.notice if state.is_open else None)
        self._show_found(state)
        if is_finding and not (before.is_open and not before.is_adding):
            self._search.setText(state.search)
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif state.is_adding and not before.is_adding:
            self._begin_form(state.search)
        elif before.is_open and not state.is_open:
            self.left.emit()

    @property
    def is_open(self) -> bool:
        """Whether a customer is looked for, or added."""
        return self._state.is_open

    @property
    def home(self) -> QWidget:
        """Where the focus belongs while it is open."""
        return self._first if self._state.is_adding else self._search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.isAutoRepeat() or not self._state.is_open:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.close_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._state.is_adding:
            self._ask_add()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search, Enter takes the first who was found, and Down goes there."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self._search and isinstance(event, QKeyEvent) and is_press:
            if event.key() == Qt.Key.Key_Down and self._state.found:
                self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.isAutoRepeat():
                    self.first_asked.emit()
                return True
        return super().eventFilter(watched, event)

    # --- how it is made ---

    def _make_head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("customerHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        self._open = button("customerButton", self.tr("Customer"), key="F4", flat=True)
        self._open.clicked.connect(self.open_asked)
        self._name = label("customerName", "", "strong")
        self._remove = tool("customerRemove", Icon.CLOSE, self.tr("Sell without a customer"))
        self._remove.clicked.connect(self.remove_asked)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._name, 1)
        row.addWidget(self._remove)
        return head

    def _make_search(self) -> QWidget:
        page = QWidget()
        page.setObjectName("customerFinding")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._search = _field("customerSearch", self.tr("Name, e-mail or number"))
        self._search.textChanged.connect(self._typed)
        self._search.installEventFilter(self)
        layout.addWidget(self._search)
        for index in range(_MOST):
            made = button(f"customer-{index}", "")
            made.setProperty("parked", True)
            made.clicked.connect(self._choose)
            self._rows.append(made)
            layout.addWidget(made)
        self._nobody = label("customerNobody", self.tr("Nobody was found."), "faint")
        row = QHBoxLayout()
        self._new = button("customerNew", self.tr("Add …"))
        self._new.clicked.connect(self.adding_asked)
        leave = button("customerLeave", self.tr("Without"), key="Esc")
        leave.clicked.connect(self.close_asked)
        row.addWidget(self._new)
        row.addWidget(leave)
        layout.addLayout(row)
        layout.addWidget(self._nobody)  # below: it moves nothing
        return page

    def _make_form(self) -> QWidget:
        page = QWidget()
        page.setObjectName("customerForm")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._first = _field("customerFirst", self.tr("First name"))
        self._last = _field("customerLast", self.tr("Last name"))
        self._mail = _field("customerMail", self.tr("E-mail (optional)"))
        for field in (self._first, self._last, self._mail):
            layout.addWidget(field)
        row = QHBoxLayout()
        self._add = button("customerAdd", self.tr("Add"), key="Enter")
        self._add.clicked.connect(self._ask_add)
        back = button("customerBack", self.tr("Back"), key="Esc")
        back.clicked.connect(self.close_asked)
        row.addWidget(self._add)
        row.addWidget(back)
        layout.addLayout(row)
        return page

    # --- what is shown ---

    def _show_head(self, state: CustomerState) -> None:
        chosen = state.chosen
        self._open.setVisible(chosen is None and not state.is_open)
        self._name.setVisible(chosen is not None)
        self._remove.setVisible(chosen is not None)
        self._head.setVisible(not state.is_open or chosen is not None)
        if chosen is not None:
            words = _words(chosen)
            self._name.setText(shortened(words, 40))
            set_tip(self._name, words)

    def _show_found(self, state: CustomerState) -> None:
        for index, made in enumerate(self._rows):
            made.setVisible(index < len(state.found))
            if index < len(state.found):
                words = _words(state.found[index])
                made.setText(shortened(words, 42).replace("&", "&&"))
                made.setAccessibleName(words)
        is_asked = bool(state.search.strip()) and not state.is_loading
        self._nobody.setVisible(is_asked and not state.found)
        self._nobody.setText(self.tr("Nobody was found.") if state.notice is None else "")
        self._add.setEnabled(not state.is_loading)

    def _begin_form(self, search: str) -> None:
        """What was searched for is likely the name, or the mail."""
        words = search.split()
        is_mail = "@" in search
        self._first.setText("" if is_mail or len(words) < 2 else " ".join(words[:-1]))
        self._last.setText("" if is_mail or not words else words[-1])
        self._mail.setText(search.strip() if is_mail else "")
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what the clerk does ---

    def _typed(self, text: str) -> None:
        if text != self._state.search:
            self.search_changed.emit(text)

    def _choose(self) -> None:
        index = self._rows.index(self.sender())  # type: ignore[arg-type]
        if index < len(self._state.found):
            self.chosen.emit(self._state.found[index])

    def _ask_add(self) -> None:
        self.add_asked.emit(self._first.text(), self._last.text(), self._mail.text())


def _field(name: str, words: str) -> TextField:
    field = TextField(name, words, _LONGEST)
    field.setPlaceholderText(words)
    return field


def _words(customer: Customer) -> str:
    mail = customer.details.email
    name = customer.name or mail or str(customer.id)
    return f"{name} · {mail}" if mail and name != mail else name
