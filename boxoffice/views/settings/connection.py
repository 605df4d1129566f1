"""The server: its address and token, a test that changes nothing, and what an administrator set."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout

from boxoffice.presenters.settings.state import ConnectionCheck, SettingsState
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import (
    ElidedLabel,
    NoticeLabel,
    TextField,
    WaitingBar,
    button,
    label,
)
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.theme import scaled
from boxoffice.views.settings.rows import SettingRow, SettingsColumn, side_by_side

_LONGEST = 500


class ServerPage(SettingsColumn):
    """The connection.

    Signals:
        test_asked(str, str), use_asked(str, str), check_asked(str, str): an address and a token,
            as typed.
        stop_asked, save_asked: the look at a server ends; what it proposes is kept.
    """

    test_asked = Signal(str, str)
    use_asked = Signal(str, str)
    check_asked = Signal(str, str)
    stop_asked = Signal()
    save_asked = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__("settingsConnection")
        self._shown = ""
        title = self.tr("Address of the server")
        self._address = TextField("settingsAddress", title, _LONGEST)
        self._address.setPlaceholderText("https://tickets.example/connect")
        self._address.setMinimumWidth(scaled(400))
        self._address.returnPressed.connect(self._test)
        self.column.addWidget(SettingRow(title, "", side_by_side(self._address)))
        title = self.tr("Token")
        self._token = TextField("settingsToken", title, _LONGEST)
        self._token.setEchoMode(QLineEdit.EchoMode.Password)
        self._token.setMinimumWidth(scaled(400))
        self._token.returnPressed.connect(self._test)
        words = self.tr("Kept in the system's keyring; empty for the one that is kept")
        self.column.addWidget(SettingRow(title, words, side_by_side(self._token)))
        self._test_button = button("settingsTest", self.tr("Test"))
        self._test_button.clicked.connect(self._test)
        self._use = button("settingsUse", self.tr("Connect"))
        self._use.clicked.connect(lambda: self.use_asked.emit(*self._typed()))
        row = side_by_side(self._test_button, self._use)
        words = self.tr("Connecting to another server ends the sale")
        self.column.addWidget(SettingRow(self.tr("Try it"), words, row))
        self._progress = WaitingBar("settingsTestProgress", self.tr("The server is asked"))
        self.column.addWidget(self._progress)
        self._result = NoticeLabel("settingsTestResult", formats)
        self.column.addWidget(self._result)
        self._add_check(formats)
        self.column.addSpacing(STEPS[4])
        words = self.tr("Set by an administrator, in the settings file")
        self.column.addWidget(label("settingsSiteTitle", words, "setting"))
        self._site = [
            self._fact("settingsFile", self.tr("Settings file")),
            self._fact("settingsProfile", self.tr("Profile")),
            self._fact("settingsCertificates", self.tr("Certificates of the venue")),
            self._fact("settingsDialect", self.tr("Dialect of the server")),
            self._fact("settingsOperations", self.tr("Operations of its own")),
        ]
        self.column.addStretch(1)

    def show_state(self, state: SettingsState) -> None:
        if state.address != self._shown and not self._address.isModified():
            self._address.setText(state.address)
        self._shown = state.address
        self._progress.show_waiting(state.is_testing)
        self._test_button.setEnabled(not state.is_testing)
        self._use.setEnabled(not state.is_testing)
        self._result.show_notice(state.test)
        self._show_check(state.check)
        none = self.tr("none")
        operations = str(state.site.operations) if state.site.operations else none
        profile = state.site.profile or self.tr("none: nothing is kept")
        site = state.site
        facts = (site.file or none, profile, site.ca_file or none, site.dialect or none, operations)
        for shown, text in zip(self._site, facts, strict=True):
            shown.show_text(text)

    def _add_check(self, formats: Formats) -> None:
        """What shows how a server says the API."""
        self._check = button("settingsCheck", self.tr("Check"))
        self._check.clicked.connect(lambda: self.check_asked.emit(*self._typed()))
        self._stop = button("settingsCheckStop", self.tr("Stop"))
        self._stop.clicked.connect(self.stop_asked)
        self._save = button("settingsCheckSave", self.tr("Save dialect"))
        self._save.clicked.connect(self.save_asked)
        words = self.tr("What the server answers, and in which form; it is only read")
        row = side_by_side(self._check, self._stop, self._save)
        self.column.addWidget(SettingRow(self.tr("Check the connection"), words, row))
        below = QVBoxLayout()
        below.setContentsMargins(0, STEPS[2], 0, 0)
        below.setSpacing(STEPS[2])
        self.column.addLayout(below)
        self._call = label("settingsCheckCall", "", "hint")
        below.addWidget(self._call)
        self._checked = WaitingBar("settingsCheckProgress", self.tr("The server is looked at"))
        below.addWidget(self._checked)
        self._outcome = NoticeLabel("settingsCheckResult", formats)
        below.addWidget(self._outcome)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setObjectName("settingsCheckDetails")
        self._details.setAccessibleName(self.tr("What the server answered"))
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.setTabChangesFocus(True)
        self._details.setMinimumHeight(scaled(180))
        below.addWidget(self._details)

    def _show_check(self, check: ConnectionCheck) -> None:
        self._check.setEnabled(not check.is_running)
        self._stop.setVisible(check.is_running)
        self._save.setVisible(check.can_save)
        self._call.setVisible(bool(check.operation))
        if check.operation:
            words = self.tr("Call {number} of {count}: {operation}")
            self._call.setText(
                words.format(number=check.number, count=check.count, operation=check.operation)
            )
        self._checked.setRange(0, check.count)
        self._checked.setValue(check.number)
        self._checked.show_waiting(check.is_running)
        self._outcome.show_notice(check.told)
        self._details.setVisible(bool(check.details))
        if check.details != self._details.toPlainText():
            self._details.setPlainText(check.details)

    def _fact(self, name: str, title: str) -> ElidedLabel:
        """A row that is only to be read."""
        made = ElidedLabel(name)
        self.column.addWidget(SettingRow(title, "", made, is_fact=True))
        return made

    def _test(self) -> None:
        self.test_asked.emit(*self._typed())

    def _typed(self) -> tuple[str, str]:
        return self._address.text().strip(), self._token.text()
