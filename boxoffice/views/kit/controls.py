"""The few controls all screens are made of: named, accessible, and never reading markup."""

from __future__ import annotations

import html
from unicodedata import category

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFontMetrics,
    QIntValidator,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QValidator,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from boxoffice.presenters.notices import Notice
from boxoffice.tokens.sizes import CONTROL, ICON, SMALL, STEPS
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon, icon
from boxoffice.views.kit.keymap import shown_key
from boxoffice.views.kit.theme import category_color, color, scaled, typeface
from boxoffice.views.kit.wording import words_of

_TOP, _EDGE = 12, 16  # pixels from the edges of a panel to what it holds
_DOT = 12  # pixels
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")  # control characters, halves of pairs, ends of lines


def label(name: str, text: str = "", role: str = "") -> QLabel:
    """A label of plain text; `role` is one of the stylesheet's."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def heading(name: str, text: str = "") -> QLabel:
    """The title of a panel. Titles stand on one line: each has the height of a control."""
    made = label(name, text, "title")
    made.setMinimumHeight(scaled(CONTROL))
    return made


def wrap(made: QLabel) -> None:
    """Has the words go on in the next line: they take the width that there is, and then the height
    that they need."""
    made.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)  # a policy that is set takes it away again
    made.setSizePolicy(policy)


class KeyButton(QPushButton):
    """A button that tells the key that does the same: small and quiet, at its right end.

    The key is no part of the words. Where there is no room for both, the words stay.

    Args:
        key: as `QKeySequence` writes it in English, such as 'Ctrl+Enter'; empty for none. Of an
            action it is the one that it is delivered with.
    """

    def __init__(self, text: str, key: str = "") -> None:
        super().__init__(text)
        self._delivered = key
        self._key = ""
        self._shows_key = True
        self.follow_key()

    def follow_key(self) -> None:
        """Shows the key that is in force."""
        self._key = shown_key(self._delivered)
        self.setAccessibleDescription(self._key)
        self.updateGeometry()
        self.update()

    @property
    def key(self) -> str:
        """The key in the words of the program's language."""
        return self._key

    @property
    def has_room_for_key(self) -> bool:
        """Whether the key has its place beside the words."""
        return self._words_width() <= self._room().width() - self._key_width()

    def show_key(self, is_shown: bool) -> None:
        """Whether it tells the key where there is room. Those in a row tell theirs all or none."""
        self._shows_key = is_shown
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._key_width(), 0)

    def minimumSizeHint(self) -> QSize:
        return super().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room, words = self._room(), self._words_width()
        end = room.width() - self._key_width()
        if not self._key or not self._shows_key or words > end:
            super().paintEvent(event)
            return
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        shade = self.palette().buttonText().color()
        painter.setPen(shade)
        middle = Qt.AlignmentFlag.AlignVCenter
        over = max(0, (room.width() + words) - 2 * end)  # by which the middle is moved
        flags = int(middle | Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextShowMnemonic)
        beside = QStyle.visualRect(self.layoutDirection(), room, room.adjusted(0, 0, -over, 0))
        painter.drawText(beside, flags, self.text())
        is_quiet = self.isEnabled() and not self.property("primary") and not self.property("takes")
        painter.setPen(color("quiet") if is_quiet else shade)
        painter.setFont(typeface(SMALL))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), self._key)

    def _room(self) -> QRect:
        """Inside of its edges."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = QStyle.SubElement.SE_PushButtonContents
        return self.style().subElementRect(inside, option, self)

    def _words_width(self) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()

    def _key_width(self) -> int:
        """What the key takes of the width, with the gap before it."""
        if not self._key:
            return 0
        return STEPS[1] + QFontMetrics(typeface(SMALL)).horizontalAdvance(self._key)


def button(
    name: str, text: str, *, key: str = "", primary: bool = False, flat: bool = False
) -> KeyButton:
    made = KeyButton(text, key)
    made.setObjectName(name)
    made.setAccessibleName(text.replace("&", ""))
    made.setProperty("primary", primary)
    made.setProperty("flat", flat)
    made.setAutoDefault(False)
    return made


def tool(name: str, which: Icon, words: str = "") -> QToolButton:
    """A button with an icon, and words for its tool tip and for assistive tools."""
    made = QToolButton()
    made.setObjectName(name)
    made.setIcon(icon(which))
    made.setIconSize(QSize(ICON, ICON))
    made.setAccessibleName(words)
    made.setToolTip(words)
    return made


def card(name: str) -> tuple[QFrame, QVBoxLayout]:
    """A framed panel and its layout."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("card", True)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(_EDGE, _TOP, _EDGE, _EDGE)
    layout.setSpacing(8)
    return frame, layout


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Sets a property the stylesheet looks at, and has the widget dressed anew if it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def plain_tip(text: str) -> str:
    """A tool tip that shows `text` as it is: Qt would read markup in one by itself."""
    return f"<span>{html.escape(text)}</span>" if text else ""


def set_tip(widget: QWidget, text: str) -> None:
    """Gives the widget a tool tip that shows `text` as it is."""
    widget.setToolTip(plain_tip(text))


def keep_room(widget: QWidget) -> None:
    """Has the widget's place stay free while it is hidden, so that nothing moves."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


class ElidedLabel(QLabel):
    """One line of plain text that ends in dots where there is no room for it."""

    def __init__(self, name: str, role: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def show_text(self, text: str) -> None:
        self._whole = text
        set_tip(self, text)
        self.setAccessibleName(text)
        self._elide()

    def whole_width(self) -> int:
        """Pixels for the whole text."""
        self.ensurePolished()  # in the letters of the style sheet
        return self.fontMetrics().horizontalAdvance(self._whole) + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(10, self.width() - 2)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)


class WaitingBar(QProgressBar):
    """That something takes its time, without end until `setRange` gives it one.

    Args:
        after: ms that it has to last before it is shown, so that nothing flickers.
    """

    def __init__(self, name: str, words: str, after: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self._timer = QTimer(self, singleShot=True, interval=after)
        self._timer.timeout.connect(self.show)
        self.hide()

    def show_waiting(self, is_waiting: bool) -> None:
        if not is_waiting:
            self._timer.stop()
            self.hide()
        elif self._timer.interval() == 0:
            self.show()
        elif self.isHidden() and not self._timer.isActive():
            self._timer.start()


class TextField(QLineEdit):
    """One line of text; what is pasted loses its line breaks and control characters."""

    def __init__(self, name: str, words: str = "", most: int = 200) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setMaxLength(most)
        self.setValidator(_OneLine(self))
        self._hints: tuple[str, ...] = ()

    def hint(self, *texts: str) -> None:
        """Says what belongs here while it is empty: the first of the texts that has room, else the
        last."""
        self._hints = texts
        self._show_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def _show_hint(self) -> None:
        if not self._hints:
            return
        self.ensurePolished()  # in the letters of the style sheet
        room = self.width() - 2 * STEPS[3]
        wide = self.fontMetrics().horizontalAdvance
        fitting = (text for text in self._hints if wide(text) <= room)
        self.setPlaceholderText(next(fitting, self._hints[-1]))


class _OneLine(QValidator):
    """Accepts every text, and puts blanks in place of what no line of text has."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        plain = "".join(" " if category(c) in _UNSEEN else c for c in text)
        return QValidator.State.Acceptable, plain, position


class CountField(QLineEdit):
    """A small whole number; up and down change it by one. What is no number counts as one."""

    def __init__(self, name: str, words: str, most: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setValidator(QIntValidator(1, most, self))
        self.setMaxLength(len(str(most)))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(56)
        self._most = most

    @property
    def count(self) -> int:
        text = self.text()
        return min(max(int(text), 1), self._most) if text.isdigit() else 1

    def set_count(self, count: int) -> None:
        self.setText(str(min(max(count, 1), self._most)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.set_count(self.count + step)
        else:
            super().keyPressEvent(event)


class NoticeLabel(QLabel):
    """Shows a notice in the colours of its severity, or nothing and takes no room."""

    def __init__(self, name: str, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        wrap(self)
        self.setContentsMargins(10, 4, 10, 4)
        self._formats = formats
        self._notice: Notice | None = None
        self.hide()

    @property
    def notice(self) -> Notice | None:
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        if notice == self._notice:
            return
        self._notice = notice
        text = "" if notice is None else words_of(notice, self._formats)
        self.setText(text)
        self.setAccessibleName(text)
        if notice is not None:
            restyle(self, "severity", notice.severity.value)
        self.setVisible(notice is not None)


class CategoryDot(QWidget):
    """The colour of a price category, as its seats have it on the map."""

    def __init__(self, color: str) -> None:
        super().__init__()
        self._color = color
        self.setFixedSize(_DOT, _DOT)

    def show_color(self, color: str) -> None:
        """Of another category."""
        self._color = color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(category_color(self._color))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
