"""The bar above everything: what has to be read stays until it is dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boxoffice.presenters.notices import Notice, Severity
from boxoffice.views.kit.controls import NoticeLabel, label, tool
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon

_RANK = tuple(Severity)


class MessageBar(QWidget):
    """Shows the gravest notice that was not dismissed yet, the latest of these, and how many more.

    A notice that stays (`Notice.stays`) is there until it is dismissed. One that does not is gone
    with the next, whatever that is. Esc there goes back to work.

    Signals:
        left(): the keys are to go back to where they were needed.
    """

    left = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self._notices: list[Notice] = []
        self._message = NoticeLabel("messageBar", formats)
        self._more = label("messageMore", role="faint")
        self._more.hide()
        self._dismiss = tool("messageDismiss", Icon.CLOSE, self.tr("Dismiss the message"))
        self._dismiss.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._message, 1)
        layout.addWidget(self._more)
        layout.addWidget(self._dismiss)
        self.hide()

    def tell(self, notice: Notice | None) -> None:
        """Adds a notice; None only takes away what does not stay."""
        kept = [each for each in self._notices if each.stays]
        if notice is not None:
            kept = [*(each for each in kept if not notice.replaces(each)), notice]
        self._notices = kept
        self._show()

    def dismiss(self) -> None:
        """The notice on top was read."""
        self._notices.pop(self._top())
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _top(self) -> int:
        ranks = [_RANK.index(each.severity) for each in self._notices]
        return len(ranks) - 1 - ranks[::-1].index(max(ranks))

    def _show(self) -> None:
        more = len(self._notices) - 1
        self._message.show_notice(self._notices[self._top()] if self._notices else None)
        self._more.setText(self.tr("%n more", "", more) if more > 0 else "")
        self._more.setVisible(more > 0)
        self.setVisible(bool(self._notices))
