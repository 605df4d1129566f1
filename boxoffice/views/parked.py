"""The orders that wait while another one is on screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from boxoffice.presenters.states import ParkedRow
from boxoffice.views.controls import button, restyle, set_tip
from boxoffice.views.hold import clock_words, hold_mood
from boxoffice.views.wording import seat_words, shortened

_MOST_SHOWN = 4


class ParkedStrip(QWidget):
    """A button for each parked order, the last one first.

    Signals:
        resume_asked(int): its place among the parked.
    """

    resume_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parkedStrip")
        self._buttons: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.hide()

    def show_rows(self, rows: tuple[ParkedRow, ...]) -> None:
        while len(self._buttons) < min(len(rows), _MOST_SHOWN):
            self._add()
        shown = list(enumerate(rows))[::-1][:_MOST_SHOWN]
        for made, (index, row) in zip(self._buttons, shown, strict=False):
            self._show(made, index, row)
        for made in self._buttons[len(shown) :]:
            made.hide()
        self.setVisible(bool(rows))

    def _add(self) -> None:
        made = button(f"parked-{len(self._buttons)}", "")
        made.setProperty("parked", True)
        made.clicked.connect(self._resume)
        self._buttons.append(made)
        self._layout.addWidget(made)

    def _show(self, made: QPushButton, index: int, row: ParkedRow) -> None:
        who = shortened(row.buyer, 30) or seat_words(row.first)
        text = self.tr("{who} · %n seats · {time}", "", row.count)
        left = row.hold_seconds
        words = text.format(who=who, time="–" if left is None else clock_words(left))
        room = made.width() - 32
        made.setText(
            self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, max(room, 160))
        )
        made.setAccessibleName(self.tr("Resume {order}").format(order=words))
        set_tip(made, words)
        made.setProperty("index", index)
        restyle(made, "mood", hold_mood(left))
        made.show()

    def _resume(self) -> None:
        index = self.sender().property("index")
        if isinstance(index, int):
            self.resume_asked.emit(index)
