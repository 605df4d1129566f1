"""A message that lies over the lower edge of a part of the window, and moves nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boxoffice.domain.closed_sets import complete
from boxoffice.presenters.notices import Severity
from boxoffice.views.kit.controls import NoticeLabel, label, restyle, tool
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.theme import color
from boxoffice.views.window.messages import Message

PASSES_AFTER = 6000  # ms that it was seen
_GAP, _SHADE = 8, 3  # pixels: to the edge, and under what floats
_EDGE, _SPACE, _FRAME = 12, 8, 5  # pixels: before the sign, between the parts, of the frame
_WIDEST, _LEAST, _NARROW = 640, 48, 340
_AROUND_THE_POINTER = 24
_SHADE_ALPHA = 26  # of 255
_SIGNS = complete(
    Severity, {Severity.INFO: "i", Severity.GOOD: "✓", Severity.WARNING: "!", Severity.ERROR: "▲"}
)
_PLACED = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide})


class MessageBar(QWidget):
    """Shows one message over a part of the window, how many more wait, and a way to dismiss it.

    It stands at the lower edge of what it lies over; at the upper one where it would cover
    something open there, or the pointer. It takes room from nobody and no focus by itself; Esc
    there goes back to work.

    Args:
        name: the object name of its words.
        rest: what the names of its other parts begin with.
        parent: what holds all that it may lie over.
        host: what it lies over now.
        floating: what may be open there, and is not to be covered.
        aside: what may be open over a side of it: the message keeps to the rest, and waits where
            that is narrow.

    Signals:
        dismissed(object): the `Message` was read.
        passed(object): the `Message` was seen for long enough.
        left(): the keys are to go back to where they were needed.
    """

    dismissed = Signal(object)
    passed = Signal(object)
    left = Signal()

    def __init__(
        self,
        name: str,
        rest: str,
        formats: Formats,
        parent: QWidget,
        host: Callable[[], QWidget],
        floating: tuple[QWidget, ...] = (),
        aside: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{rest}s")
        self._within = parent
        self._host = host
        self._floating = floating
        self._aside = aside
        self._message: Message | None = None
        self._is_above = False
        self._watched: set[QObject] = set()
        self._frame = QFrame()
        self._frame.setObjectName(f"{rest}Frame")
        self._frame.setProperty("message", True)
        self._sign = label(f"{rest}Sign", "", "strong")
        self._words = NoticeLabel(name, formats)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._more = label(f"{rest}More", role="faint")
        self._dismiss = tool(f"{rest}Dismiss", Icon.CLOSE, self.tr("Dismiss the message"))
        self._dismiss.clicked.connect(self._be_dismissed)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(_EDGE, 4, _SPACE, 4)
        row.setSpacing(_SPACE)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._more)
        row.addWidget(self._dismiss)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, _SHADE)
        outer.addWidget(self._frame)
        self._timer = QTimer(self, singleShot=True, interval=PASSES_AFTER)
        self._timer.timeout.connect(self._pass)
        self._watch(parent, *floating, *([aside] if aside is not None else []))
        self.hide()

    def show_messages(self, messages: tuple[Message, ...]) -> None:
        """Shows the first of them."""
        top = messages[0] if messages else None
        is_other = top is not self._message
        self._message = top
        self._words.show_notice(None if top is None else top.notice)
        if top is not None:
            severity = top.notice.severity
            restyle(self._frame, "severity", severity.value)
            restyle(self._sign, "sign", severity.value)
            self._sign.setText(_SIGNS[severity])
        more = max(0, len(messages) - 1)
        self._more.setText(self.tr("%n more", "", more) if more else "")
        self._more.setVisible(more > 0)
        if is_other or (top is not None and top.passes != self._timer.isActive()):
            self._timer.stop()
            self._count()
        self.place(is_new=is_other)

    def place(self, *, is_new: bool = False) -> None:
        """Lies over what it belongs to, or hides while that is not seen."""
        host = self._host()
        self._watch(host, *_between(host, self._within))
        room = self._room(host) if self._message is not None else None
        if self._message is None or room is None:
            if self._dismiss.hasFocus():
                self.left.emit()
            self.hide()
            return
        below = self._rectangle(room, is_above=False)
        above = self._rectangle(room, is_above=True)
        is_covering = self._covers(below) and not self._covers(above)
        if is_new or is_covering or not self.isVisible():
            is_pointed = below.adjusted(*_around(_AROUND_THE_POINTER)).contains(self._pointer())
            self._is_above = is_covering or (is_pointed and not self._covers(above))
        self.setGeometry(above if self._is_above else below)
        self.show()
        self.raise_()

    # --- what Qt tells ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PLACED:
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = color("text")
        shade.setAlpha(_SHADE_ALPHA)
        painter.setBrush(shade)
        painter.drawRoundedRect(self.rect().adjusted(0, _SHADE, 0, 0), 6, 6)

    # --- how it is done ---

    def _count(self) -> None:
        """Only what is seen passes."""
        is_due = self._message is not None and self._message.passes and self.isVisible()
        if is_due and not self._timer.isActive():
            self._timer.start()

    def _pass(self) -> None:
        if self._message is not None:
            self.passed.emit(self._message)

    def _be_dismissed(self) -> None:
        if self._message is not None:
            self.dismissed.emit(self._message)

    def _room(self, host: QWidget) -> QRect | None:
        """Where it may lie; None where that is not seen."""
        if not host.isVisibleTo(self._within):
            return None
        room, aside = self._rect_of(host), self._aside
        if aside is None or not aside.isVisibleTo(self._within):
            return room
        taken = self._rect_of(aside).intersected(room)
        if not taken.isEmpty():
            if taken.center().x() < room.center().x():
                room.setLeft(taken.right() + 1)
            else:
                room.setRight(taken.left() - 1)
        return room if taken.isEmpty() or room.width() >= _NARROW else None

    def _rect_of(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._within, QPoint(0, 0)), widget.size())

    def _rectangle(self, room: QRect, *, is_above: bool) -> QRect:
        beside = _GAP if room.width() > _NARROW else 0
        inner = room.adjusted(beside, _GAP, -beside, -_GAP)
        words, rest = self._words, self._row_width()
        wished = words.fontMetrics().horizontalAdvance(words.text()) + rest + 8
        width = max(1, min(wished, _WIDEST, inner.width()))
        high = words.heightForWidth(max(1, width - rest))
        height = min(max(_LEAST, high + 16) + _SHADE, max(1, inner.height()))
        left = inner.left() + (inner.width() - width) // 2
        return QRect(left, inner.top() if is_above else inner.bottom() + 1 - height, width, height)

    def _row_width(self) -> int:
        parts = [self._sign.sizeHint().width(), self._dismiss.sizeHint().width()]
        if not self._more.isHidden():
            parts.append(self._more.sizeHint().width())
        return sum(parts) + _SPACE * len(parts) + _EDGE + _SPACE + _FRAME

    def _covers(self, where: QRect) -> bool:
        return any(
            each.isVisible() and where.intersects(self._rect_of(each)) for each in self._floating
        )

    def _pointer(self) -> QPoint:
        return self._within.mapFromGlobal(QCursor.pos())

    def _watch(self, *widgets: QWidget) -> None:
        for widget in widgets:
            if widget not in self._watched:
                self._watched.add(widget)
                widget.installEventFilter(self)


def _between(widget: QWidget, top: QWidget) -> tuple[QWidget, ...]:
    """What lies between a part and what holds it; when that moves, the part does."""
    found = []
    up = widget.parentWidget()
    while up is not None and up is not top:
        found.append(up)
        up = up.parentWidget()
    return tuple(found)


def _around(pixels: int) -> tuple[int, int, int, int]:
    return -pixels, -pixels, pixels, pixels
