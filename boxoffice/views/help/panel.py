"""The page of help: the guide for clerks and all keys, beside the work, with a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.help.guide import Topic, guide
from boxoffice.views.kit.controls import TextField, heading, label, tool
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.keymap import with_keys
from boxoffice.views.kit.payment_words import payment_words

_Rows = Sequence[tuple[str, str]]
_SHARP = 2  # pixels of a picture for one of the page
_TURNS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class HelpPanel(QFrame):
    """What is typed leaves only the topics and keys that have it. Esc leaves.

    Signals:
        leave_asked().
    """

    leave_asked = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("helpPanel")
        self.setAccessibleName(self.tr("Help"))
        self._formats = formats
        self._topics: tuple[Topic, ...] = ()
        self._keys: _Rows = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(STEPS[3], STEPS[2], STEPS[2], STEPS[2])
        layout.setSpacing(STEPS[1])
        head = QHBoxLayout()
        head.addWidget(heading("helpTitle", self.tr("Help")), 1)
        close = tool("helpClose", Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.leave_asked)
        head.addWidget(close)
        layout.addLayout(head)
        self._search = TextField("helpSearch", self.tr("Search the help"))
        self._search.setPlaceholderText(self.tr("A word, or a key"))
        self._search.textChanged.connect(self._show)
        layout.addWidget(self._search)
        self._text = QScrollArea()
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setWidgetResizable(True)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._text.setObjectName("helpText")
        self._text.setAccessibleName(self.tr("Guide and keys"))
        layout.addWidget(self._text, 1)

    def show_help(self, keys: _Rows) -> None:
        """The guide with the keys that are in force.

        Args:
            keys: of all actions that have one, and what the action is called.
        """
        self._topics, self._keys = guide(self._formats.language), keys
        self._show()

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.leave_asked.emit()
        elif event.key() in _TURNS:
            bar = self._text.verticalScrollBar()
            way = 1 if event.key() == Qt.Key.Key_PageDown else -1
            bar.setValue(bar.value() + way * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are as wide as the page."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._show()

    def _show(self) -> None:
        words = tuple(self._search.text().casefold().split())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, STEPS[1], STEPS[1])
        column.setSpacing(STEPS[1])
        for topic in self._topics:
            if topic.is_about(words):
                self._add_topic(column, topic)
        number = 0
        for title, rows in (
            (self.tr("Keys"), self._keys),
            (self.tr("Seat map"), self._on_the_map()),
            (self.tr("Order and payment"), self._selling()),
        ):
            fitting = [row for row in rows if _has(row, words)]
            if fitting:
                column.addWidget(_words(f"keysTitle{number}", title, "setting"))
                column.addLayout(_table(fitting, number))
            number += len(rows)
        if column.isEmpty():
            nothing = self.tr("Nothing found for “{search}”.").format(search=self._search.text())
            column.addWidget(_words("helpNothing", nothing))
        column.addStretch(1)
        self._text.setWidget(inside)  # what was there is gone with this

    def _add_topic(self, column: QVBoxLayout, topic: Topic) -> None:
        column.addWidget(_words(f"helpTopic-{topic.name}", topic.title, "setting"))
        column.addWidget(_words(f"helpWords-{topic.name}", "\n\n".join(topic.paragraphs)))
        if topic.picture is not None:
            picture = QPixmap(str(topic.picture))
            picture.setDevicePixelRatio(_SHARP)
            shown = label(f"helpPicture-{topic.name}")
            most = self._text.viewport().width() - STEPS[1]
            if picture.width() > most * _SHARP:
                smooth = Qt.TransformationMode.SmoothTransformation
                picture = picture.scaledToWidth(most * _SHARP, smooth)
            shown.setPixmap(picture)
            column.addWidget(shown)

    def _on_the_map(self) -> _Rows:
        """What mouse and keys do there without an action of the window."""
        return [
            ("1–9", self.tr("on the map: the party, 2+1 by price type; a click takes it")),
            (self.tr("Click"), self.tr("take a seat, or give it back; a sold one: its order")),
            (self.tr("Shift+click"), self.tr("all seats from the last one to here")),
            (
                self.tr("Ctrl+click"),
                self.tr("the free seats of the row; with Shift, too, of the section"),
            ),
            (self.tr("Drag"), self.tr("paint over seats; with Ctrl a rectangle")),
            (
                self.tr("Shift+drag"),
                self.tr("a lasso, begun beside seats: takes what is free in it"),
            ),
            (self.tr("Wheel"), self.tr("zoom; middle button or Space and drag: move")),
            ("+ − 0", self.tr("zoom in, zoom out, whole venue")),
            ("← ↑ → ↓", self.tr("walk from seat to seat; Space takes one")),
            ("B 12", self.tr("on the map: goes to row B, seat 12; Enter takes it")),
        ]

    def _selling(self) -> _Rows:
        ways = ", ".join(payment_words(kind).mention for kind in PaymentKind)
        return [
            (self.tr("Ctrl+A"), self.tr("in the order: select all; Space: one; Delete gives back")),
            ("+ − →", self.tr("in the order: one more, one fewer, the seats of a line")),
            (with_keys("F8"), self.tr("price type; 4 ch: four of them become children")),
            (
                self.tr("Ctrl+1–{last}").format(last=len(PaymentKind)),
                self.tr("when paying: {ways}").format(ways=ways),
            ),
            (self.tr("Ctrl+Enter"), self.tr("when paying: take the amount as a part")),
            (self.tr("Esc"), self.tr("one step back; asks before it drops an order")),
        ]


def _has(row: tuple[str, str], words: tuple[str, ...]) -> bool:
    text = " ".join(row).casefold()
    return all(word in text for word in words)


def _table(rows: _Rows, begins: int) -> QGridLayout:
    """Keys and what they do; its rows are counted from `begins`."""
    table = QGridLayout()
    table.setHorizontalSpacing(STEPS[2])
    table.setVerticalSpacing(STEPS[1])
    table.setColumnStretch(1, 1)
    for row, (keys, words) in enumerate(rows):
        top = Qt.AlignmentFlag.AlignTop
        table.addWidget(label(f"key{begins + row}", keys, "strong"), row, 0, top)
        table.addWidget(_words(f"keyWords{begins + row}", words), row, 1, top)
    return table


def _words(name: str, text: str, role: str = "") -> QLabel:
    made = label(name, text, role)
    made.setWordWrap(True)
    return made
