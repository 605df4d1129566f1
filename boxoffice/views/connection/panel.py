"""The first page where no server is known, or none answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from boxoffice.presenters.connection.state import ConnectionPhase, ConnectionState
from boxoffice.views.kit.controls import TextField, WaitingBar, button, card, keep_room, label, wrap
from boxoffice.views.kit.fit_scroll import FitScroll
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.notice_place import NoticePlace


class ConnectionPanel(QWidget):
    """Shows a `ConnectionState`.

    Signals:
        connect_asked(str, str): an address and a token, as typed.
        demo_asked(), retry_asked().
        return_asked(): back to the sale that is open.
    """

    connect_asked = Signal(str, str)
    demo_asked = Signal()
    retry_asked = Signal()
    return_asked = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("connectionPanel")
        frame, layout = card("connectionCard")
        frame.setMaximumWidth(560)
        frame.setMinimumWidth(420)
        layout.setContentsMargins(32, 16, 32, 12)
        layout.setSpacing(8)
        layout.addWidget(label("connectionTitle", self.tr("Boxoffice"), "title"))
        words = self.tr("Connect to the server of your venue, or try the demo on this machine.")
        about = label("connectionAbout", words, "faint")
        wrap(about)
        layout.addWidget(about)
        self._notice = NoticePlace("connectionNotice", formats, lines=3)
        self._address = self._field(layout, "connectionAddress", self.tr("Address of the server"))
        self._address.setPlaceholderText("https://tickets.example/connect")
        self._token = self._field(layout, "connectionToken", self.tr("Token"))
        self._token.setEchoMode(QLineEdit.EchoMode.Password)
        self._connect = button("connectButton", self.tr("Connect"), primary=True)
        self._connect.clicked.connect(self._ask)
        self._progress = WaitingBar("connectionProgress", self.tr("Connecting"))
        keep_room(self._progress)
        layout.addWidget(self._progress)
        layout.addWidget(self._connect)
        row = QHBoxLayout()
        self._demo = button("demoButton", self.tr("Try the demo"))
        self._demo.clicked.connect(self.demo_asked)
        self._retry = button("connectionRetry", self.tr("Try again"))
        self._retry.clicked.connect(self.retry_asked)
        keep_room(self._retry)
        self._return = button("connectionReturn", self.tr("Back to the sale"), key="Esc")
        self._return.clicked.connect(self.return_asked)
        row.addWidget(self._return)
        row.addWidget(self._demo)
        row.addWidget(self._retry)
        layout.addLayout(row)
        layout.addWidget(self._notice)
        self._center(frame)
        self.show_state(ConnectionState())

    def show_state(self, state: ConnectionState) -> None:
        is_busy = state.phase is ConnectionPhase.CONNECTING
        self._progress.show_waiting(is_busy)
        for widget in (self._address, self._token, self._connect, self._demo):
            widget.setEnabled(not is_busy)
        is_failed = state.phase is ConnectionPhase.FAILED
        self._retry.setVisible(is_failed and (state.token_known or state.is_demo))
        self._return.setVisible(state.can_return)
        self._notice.show_notice(state.notice)
        if state.address and not state.is_demo and self._address.text() != state.address:
            self._address.setText(state.address)
        if is_failed and state.address and not state.token_known:
            self._token.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def home(self) -> QWidget:
        """Where the focus belongs."""
        return self._address if self._address.isEnabled() else self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._return.isVisible():
            self.return_asked.emit()
        else:
            super().keyPressEvent(event)

    def _field(self, layout: QVBoxLayout, name: str, words: str) -> TextField:
        field = TextField(name, words, 500)
        field.returnPressed.connect(self._ask)
        layout.addWidget(label(f"{name}Label", words, "faint"))
        layout.addWidget(field)
        return field

    def _center(self, frame: QFrame) -> None:
        """In the upper middle of the page; scrolled where the page is lower."""
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(frame, 3)
        across.addStretch(1)
        scroll = FitScroll("connectionScroll", across, least=200)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addStretch(1)
        down.addWidget(scroll)
        down.addStretch(2)

    def _ask(self) -> None:
        self.connect_asked.emit(self._address.text(), self._token.text())
