"""A question on the page itself: nothing else waits for it, and Escape is no."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boxoffice.views.kit.controls import button, label


class AskStrip(QFrame):
    """Asks whether to do what cannot simply be undone; hidden until `ask`.

    Args:
        name: its object name; 'Yes' and 'No' have it with those words behind.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("ask", True)
        self._do: Callable[[], None] | None = None
        self._focused: QWidget | None = None
        self._words = label(f"{name}Words", "", "strong")
        self._words.setWordWrap(True)
        self._yes = button(f"{name}Yes", "", key="Enter")
        self._no = button(f"{name}No", self.tr("No"), key="Esc")
        self._yes.clicked.connect(self._confirm)
        self._no.clicked.connect(self.withdraw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._yes, 1)
        row.addWidget(self._no, 1)
        layout.addWidget(self._words)
        layout.addLayout(row)
        self.hide()

    @property
    def is_asking(self) -> bool:
        return self._do is not None

    def ask(self, words: str, yes: str, do: Callable[[], None]) -> None:
        """Shows the question; `do` is called once where the answer is yes."""
        if not self.is_asking:
            self._focused = QApplication.focusWidget()
        self._do = do
        self._words.setText(words)
        self._yes.setText(yes)
        self._yes.setAccessibleName(f"{yes}: {words}")
        self.show()
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Takes the question back: nothing is done, and the focus goes where it was."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        before, self._focused, self._do = self._focused, None, None
        if had_focus and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.isAutoRepeat():
            event.accept()  # a key that is held down has answered nothing
        elif key == Qt.Key.Key_Escape:
            self.withdraw()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.withdraw() if self._no.hasFocus() else self._confirm()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        do = self._do
        self.withdraw()
        if do is not None:
            do()
