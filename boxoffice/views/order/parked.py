"""The orders that wait while another one is on screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boxoffice.presenters.order.state import ParkedRow
from boxoffice.views.kit.controls import button, restyle, set_tip
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.hold import clock_words, hold_mood
from boxoffice.views.kit.names import parked_words

_MOST_HIGH = 3  # buttons; the rest is scrolled to
_GAP = 6
_EDGES = 34  # pixels beside the words on a button


class ParkedStrip(QScrollArea):
    """A button for each parked order, the last one first.

    Signals:
        resume_asked(int), keep_asked(int): an order, by its place among the parked.
    """

    resume_asked = Signal(int)
    keep_asked = Signal(int)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parkedStrip")
        self._formats = formats
        self._buttons: list[ParkedButtons] = []
        inside = QWidget()
        inside.setObjectName("parkedOrders")
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Parked orders"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self._add()  # now, so that Tab comes to them here
        self.hide()

    def show_rows(self, rows: tuple[ParkedRow, ...]) -> None:
        while len(self._buttons) < len(rows):
            self._add()
        shown = list(enumerate(rows))[::-1]
        for made, (index, row) in zip(self._buttons, shown, strict=False):
            made.show_row(index, row)
        for made in self._buttons[len(shown) :]:
            made.hide()
        high = min(len(rows), _MOST_HIGH)
        if high:
            each = self._buttons[0].sizeHint().height()
            self.setFixedHeight(high * each + (high - 1) * _GAP)
        self.setVisible(bool(rows))

    def _add(self) -> None:
        made = ParkedButtons(len(self._buttons), self._formats)
        made.resume_asked.connect(self.resume_asked)
        made.keep_asked.connect(self.keep_asked)
        self._layout.addWidget(made)
        if self._buttons:
            made.follow(self._buttons[-1])
        self._buttons.append(made)


class ParkedButtons(QWidget):
    """One parked order: back to it, and in the last half minute of its hold, to keep its seats."""

    resume_asked = Signal(int)
    keep_asked = Signal(int)

    def __init__(self, number: int, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._index = 0
        self._name, self._rest = "", ""
        self._resume = button(f"parked-{number}", "")
        self._resume.setProperty("parked", True)
        self._resume.clicked.connect(self._ask_resume)
        self._resume.setMinimumWidth(80)
        self._keep = button(f"parkedKeep-{number}", self.tr("Keep"))
        self._keep.clicked.connect(self._ask_keep)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self._resume, 1)
        layout.addWidget(self._keep)

    def sizeHint(self) -> QSize:
        return QSize(160, max(self._resume.sizeHint().height(), 40))

    def follow(self, before: ParkedButtons) -> None:
        """Tab comes here after another."""
        QWidget.setTabOrder(before._keep, self._resume)
        QWidget.setTabOrder(self._resume, self._keep)

    def show_row(self, index: int, row: ParkedRow) -> None:
        self._index, left = index, row.hold_seconds
        self._name = parked_words(row, self._formats)
        rest = self.tr("%n seats · {time}", "", row.count)
        self._rest = rest.format(time="–" if left is None else clock_words(left))
        if row.total is not None:
            self._rest = f"{self._formats.money(row.total)} · {self._rest}"
        words = f"{self._name} · {self._rest}"
        self._resume.setAccessibleName(self.tr("Resume {order}").format(order=words))
        set_tip(self._resume, words)
        name = self.tr("Keep the seats of {order}").format(order=self._name)
        self._keep.setAccessibleName(name)
        set_tip(self._keep, name)
        mood = hold_mood(left)
        self._keep.setVisible(mood == "ending")
        restyle(self._resume, "mood", mood)
        self._elide()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        """The name gives way: how many seats and how long are always there."""
        metrics, rest = self._resume.fontMetrics(), f" · {self._rest}"
        keep = self._keep.sizeHint().width() + _GAP if self._keep.isVisibleTo(self) else 0
        room = self.width() - keep - _EDGES - metrics.horizontalAdvance(rest)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(room, 24))
        if self._resume.text() != name + rest:
            self._resume.setText(name + rest)

    def _ask_resume(self) -> None:
        self.resume_asked.emit(self._index)

    def _ask_keep(self) -> None:
        self.keep_asked.emit(self._index)
