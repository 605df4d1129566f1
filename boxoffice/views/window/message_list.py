"""The last messages, for who has missed one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from boxoffice.domain.closed_sets import complete
from boxoffice.presenters.notices import Severity
from boxoffice.views.kit.controls import button, label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.wording import words_of
from boxoffice.views.window.messages import Told

_KINDS = complete(
    Severity,
    {
        Severity.INFO: QT_TRANSLATE_NOOP("MessageList", "Note"),
        Severity.GOOD: QT_TRANSLATE_NOOP("MessageList", "Done"),
        Severity.WARNING: QT_TRANSLATE_NOOP("MessageList", "Warning"),
        Severity.ERROR: QT_TRANSLATE_NOOP("MessageList", "Error"),
    },
)


class MessageList(QDialog):
    """What was told, the latest first; Esc closes it. Each row is read out whole."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageList")
        self.setWindowTitle(self.tr("Last messages"))
        self.resize(640, 420)
        self._formats = formats
        self._rows = QListWidget()
        self._rows.setObjectName("messageListRows")
        self._rows.setAccessibleName(self.tr("Last messages"))
        self._rows.setWordWrap(True)
        self._rows.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = label("messageListEmpty", self.tr("Nothing was said yet."), "faint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        close = button("messageListClose", self.tr("Close"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        layout.addWidget(label("messageListTitle", self.tr("Last messages"), "title"))
        layout.addWidget(self._rows, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def show_told(self, told: Iterable[Told]) -> None:
        self._rows.clear()
        for each in told:
            kind = QCoreApplication.translate("MessageList", str(_KINDS[each.notice.severity]))
            when = self._formats.time(each.at)
            words = words_of(each.notice, self._formats)
            self._rows.addItem(QListWidgetItem(f"{when}  {kind}  {words}"))
        has_any = self._rows.count() > 0
        self._rows.setVisible(has_any)
        self._empty.setVisible(not has_any)
        if has_any:
            self._rows.setCurrentRow(0)
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
