"""A question on the page itself: nothing else waits for it, and Escape is no."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import button, label, restyle

_SAFE, _LOSING = 3, 2  # shares of the width


def answers(safe: QPushButton, losing: QPushButton) -> QHBoxLayout:
    """The two answers to a question whether to lose something: what keeps it is on the left and
    wider, what loses it is red words with an outline."""
    row = QHBoxLayout()
    row.setSpacing(STEPS[1])
    restyle(losing, "losing", value=True)
    for made, share in ((safe, _SAFE), (losing, _LOSING)):
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(made, share)
    return row


class AskStrip(QFrame):
    """Asks whether to do what cannot simply be undone; hidden until `ask`.

    What keeps things as they are has the focus, so that Enter and Escape both do it.

    Signals:
        shown(bool): whether it asks now; what it takes the place of comes and goes with it.

    Args:
        name: its object name; 'Yes' and 'No' have it with those words behind.
        inside: what has to be chosen before the answer; shown by `ask` where that is said.
    """

    shown = Signal(bool)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, inside: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("ask", True)
        self._do: Callable[[], None] | None = None
        self._focused: QWidget | None = None
        self._inside = inside
        self._words = label(f"{name}Words", "", "strong")
        self._words.setWordWrap(True)
        self._no = button(f"{name}No", self.tr("Keep"), key="Esc")
        self._yes = button(f"{name}Yes", "")
        self._yes.clicked.connect(self._confirm)
        self._no.clicked.connect(self.withdraw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(STEPS[2], STEPS[1], STEPS[2], STEPS[2])
        layout.setSpacing(STEPS[1])
        layout.addWidget(self._words)
        if inside is not None:
            layout.addWidget(inside)
        self._answers = answers(self._no, self._yes)
        layout.addLayout(self._answers)
        self.hide()

    @property
    def is_asking(self) -> bool:
        return self._do is not None

    def ask(
        self,
        words: str,
        yes: str,
        do: Callable[[], None],
        *,
        keep: str = "",
        loses: bool = True,
        chooses: bool = False,
    ) -> None:
        """Shows the question; `do` is called once where the answer is yes.

        Args:
            keep: the other answer; 'Keep' where it is empty.
            loses: something is lost by a yes; where nothing is, yes is the wider answer and has
                the focus.
            chooses: shows what is to be chosen as well.
        """
        if not self.is_asking:
            self._focused = QApplication.focusWidget()
        self._do = do
        if self._inside is not None:
            self._inside.setVisible(chooses)
        self._no.setText(keep or self.tr("Keep"))
        self._no.setAccessibleName(self._no.text())
        self._yes.setText(yes)
        self._yes.setEnabled(True)
        restyle(self._yes, "losing", loses)
        way = QHBoxLayout.Direction
        self._answers.setDirection(way.LeftToRight if loses else way.RightToLeft)
        self._answers.setStretch(0, _SAFE if loses else _LOSING)
        self._answers.setStretch(1, _LOSING if loses else _SAFE)
        self.say(words)
        self.shown.emit(True)
        self.show()
        (self._no if loses else self._yes).setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Changes the words of the question."""
        self._words.setText(words)
        self._yes.setAccessibleName(f"{self._yes.text()}: {words}")

    def allow(self, can_be_done: bool) -> None:
        """Whether it can be answered with yes."""
        self._yes.setEnabled(can_be_done)

    def withdraw(self) -> None:
        """Takes the question back: nothing is done, and the focus goes where it was."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        before, self._focused, self._do = self._focused, None, None
        self.shown.emit(False)
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
            self._confirm() if self._yes.hasFocus() else self.withdraw()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        do = self._do
        self.withdraw()
        if do is not None:
            do()
