"""The page of help: the guide for clerks and all keys, beside the work, with a search."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout

from boxoffice.domain.orders.payment import PaymentKind
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.help.guide import Topic, guide
from boxoffice.views.kit.controls import TextField, heading, tool
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.keymap import with_keys
from boxoffice.views.kit.payment_words import payment_words

_Rows = Sequence[tuple[str, str]]
_LINE = "line-height: 130%"
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
        self._text = _Pages()
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
            self._text.turn(event.key() == Qt.Key.Key_PageDown)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are as wide as the page."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._show()

    def _show(self) -> None:
        words = tuple(self._search.text().casefold().split())
        found = [self._topic(topic) for topic in self._topics if topic.is_about(words)]
        for title, rows in (
            (self.tr("Keys"), self._keys),
            (self.tr("Seat map"), self._on_the_map()),
            (self.tr("Order and payment"), self._selling()),
        ):
            fitting = [row for row in rows if _has(row, words)]
            if fitting:
                found.append(self._table(title, fitting))
        nothing = self.tr("Nothing found for “{search}”.").format(search=self._search.text())
        self._text.show_page("".join(found) or f"<p>{html.escape(nothing)}</p>", self._topics)

    def _topic(self, topic: Topic) -> str:
        text = "".join(f'<p style="{_LINE}">{html.escape(each)}</p>' for each in topic.paragraphs)
        picture = ""
        if topic.picture is not None:
            wide = min(QImage(str(topic.picture)).width() // _SHARP, self._text.room)
            picture = f'<p><img src="{topic.name}" width="{wide}"></p>'
        return f"{_title(topic.title)}{text}{picture}"

    def _table(self, title: str, rows: Iterable[tuple[str, str]]) -> str:
        lines = "".join(
            f'<tr><td style="padding: 4px 12px 4px 0; white-space: pre"><b>{html.escape(keys)}</b>'
            f'</td><td style="padding: 4px 0">{html.escape(words)}</td></tr>'
            for keys, words in rows
        )
        return f'{_title(title)}<table width="100%">{lines}</table>'

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


class _Pages(QTextBrowser):
    """Rich text of our own; it reads nothing by itself, from no disk and no network."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def room(self) -> int:
        """The pixels that a line has."""
        margin = round(self.document().documentMargin())
        return max(1, self.viewport().width() - 2 * margin)

    def show_page(self, text: str, topics: Iterable[Topic]) -> None:
        document = self.document()
        for topic in topics:
            if topic.picture is not None:
                kind = QTextDocument.ResourceType.ImageResource
                document.addResource(kind, QUrl(topic.name), QImage(str(topic.picture)))
        self.setHtml(text)

    def turn(self, is_down: bool) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (1 if is_down else -1) * bar.pageStep())

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Nothing: what a page shows is given to it."""
        del kind, name


def _title(text: str) -> str:
    return f'<h3 style="margin-top: 16px">{html.escape(text)}</h3>'


def _has(row: tuple[str, str], words: tuple[str, ...]) -> bool:
    text = " ".join(row).casefold()
    return all(word in text for word in words)
