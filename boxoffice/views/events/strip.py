"""The strip of events beside the map of an open one: times and names, day by day."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from boxoffice.presenters.events.state import Day, EventRow, EventsState, OnSale
from boxoffice.tokens.sizes import BODY, SMALL, STEPS, STRONG
from boxoffice.views.events.item import event_words, sign_of
from boxoffice.views.kit.controls import plain_tip, tool
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.theme import color, typeface

WIDTH = 112
_HEADING = 28
_MOST_ROWS = 120  # of the next events; the list has them all
_MOST_ON_NOW = 40  # of those, before the next one
_MOST_LINES = 5  # of a name that no venue would print
_EDGE = STEPS[1]  # of a slot, from the strip's
_INNER = 8  # from a slot's edge to its words
_ROOM = WIDTH - 2 * _EDGE - 2 * _INNER

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROW_ROLE = Qt.ItemDataRole.UserRole
_OPEN_ROLE = Qt.ItemDataRole.UserRole + 1


class StripModel(QAbstractListModel):
    """Events under the headings of their days; a heading cannot be chosen."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._rows: list[str | EventRow] = []
        self._state = EventsState()

    def take(self, state: EventsState) -> None:
        """Shows other rows; the same events in the same order keep what is current."""
        rows = self._grouped(state)
        is_same = [_key(row) for row in rows] == [_key(row) for row in self._rows]
        self._state = state
        if is_same:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_event = isinstance(self._at(index), EventRow)
        return super().flags(index) if is_event else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._at(index)
        if row is None:
            return None
        if role == _ROW_ROLE:
            return row
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.event.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return event_words(row, self._formats, has_count=False)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(event_words(row, self._formats, has_count=False))
        if role == _OPEN_ROLE:
            return row.event.id == self._state.open_event
        return None

    def event_at(self, index: Index) -> EventRow | None:
        row = self._at(index)
        return row if isinstance(row, EventRow) else None

    @property
    def open_index(self) -> QModelIndex:
        """Where the open event is; no index where it is not."""
        for number, row in enumerate(self._rows):
            if isinstance(row, EventRow) and row.event.id == self._state.open_event:
                return self.index(number)
        return QModelIndex()

    def _at(self, index: Index) -> str | EventRow | None:
        is_there = index.isValid() and index.row() < len(self._rows)
        return self._rows[index.row()] if is_there else None

    @property
    def next_index(self) -> QModelIndex:
        """Where the next event is that is not on yet; the last one where all are."""
        events = [n for n, row in enumerate(self._rows) if isinstance(row, EventRow)]
        later = (n for n in events if self._day_at(n) is not Day.NOW)
        return self.index(next(later, events[-1])) if events else QModelIndex()

    def heading_of(self, index: Index) -> QModelIndex:
        """What stands over the day of a row: itself, or a row before it."""
        number = index.row()
        while number > 0 and not isinstance(self._rows[number], str):
            number -= 1
        return self.index(number)

    def _day_at(self, number: int) -> Day | None:
        row = self._rows[number]
        return row.day if isinstance(row, EventRow) else None

    def _grouped(self, state: EventsState) -> list[str | EventRow]:
        """The events around the next one. The open one is among them, at the end where it is far
        from now."""
        after = next((n for n, row in enumerate(state.rows) if row.day is not Day.NOW), 0)
        begin = max(0, after - _MOST_ON_NOW)
        some = state.rows[begin : begin + _MOST_ROWS]
        if not any(row.event.id == state.open_event for row in some):
            some += tuple(row for row in state.rows if row.event.id == state.open_event)
        rows: list[str | EventRow] = []
        before: tuple[Day, date] | None = None
        for row in some:
            day = row.day, row.starts_at.date()
            if day != before:
                rows.append(self._heading(row))
            before = day
            rows.append(row)
        return rows

    def _heading(self, row: EventRow) -> str:
        match row.day:
            case Day.NOW:
                return self.tr("On now")
            case Day.TODAY:
                return self.tr("Today")
            case Day.TOMORROW:
                return self.tr("Tomorrow")
            case Day.LATER | Day.OVER:
                return self._formats.day(row.starts_at)
            case _:
                assert_never(row.day)


class StripDelegate(QStyledItemDelegate):
    """Paints a heading, or a time over a name that has as many lines as it needs."""

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self._formats = formats

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QSize:
        row = index.data(_ROW_ROLE)
        if not isinstance(row, EventRow):
            return QSize(WIDTH, _HEADING)
        lines = len(_lines(row.event.name)) + (0 if self._has_beside(row) else 1)
        return QSize(WIDTH, 26 + lines * SMALL.line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW_ROLE)
        box: QRect = option.rect
        painter.save()
        if isinstance(row, EventRow):
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, box, state, is_open=bool(index.data(_OPEN_ROLE)))
            self._paint_event(painter, box, row, is_open=bool(index.data(_OPEN_ROLE)))
        else:
            paint_heading(painter, box, str(row))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, state: QStyle.StateFlag, *, is_open: bool
    ) -> None:
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        slot = box.adjusted(_EDGE, 1, -_EDGE, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_open or is_hovered or has_focus:
            painter.setBrush(color("surface" if is_open else "fill_hover"))
            painter.setPen(QPen(color("accent"), 2) if has_focus else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(slot, 6, 6)
        if is_open:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent"))
            bar = QRect(slot.left(), slot.top() + 8, 3, slot.height() - 16)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_event(self, painter: QPainter, box: QRect, row: EventRow, *, is_open: bool) -> None:
        inner = box.adjusted(_EDGE + _INNER, 5, -_EDGE - _INNER, -4)
        strong, quiet = color("text"), color("quiet")
        sign, shade = sign_of(row)
        painter.setFont(typeface(BODY, STRONG))
        painter.setPen(strong)
        top = QRect(inner.left(), inner.top(), inner.width(), 18)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), self._time(row))
        painter.setFont(typeface(SMALL))
        painter.setPen(shade)
        is_beside = self._has_beside(row)
        ends = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        y = top.bottom() + 1
        if sign and is_beside:
            painter.drawText(top, int(ends), sign)
        elif sign:
            painter.drawText(inner.left(), y + 12, sign)
            y += SMALL.line
        font = typeface(SMALL)
        font.setStrikeOut(row.on_sale is OnSale.CANCELLED)
        painter.setFont(font)
        painter.setPen(strong if is_open else quiet)
        for line in _lines(row.event.name):
            box_of_line = QRectF(inner.left(), y, inner.width() + 2, SMALL.line)
            painter.drawText(box_of_line, int(Qt.AlignmentFlag.AlignVCenter), line)
            y += SMALL.line

    def _has_beside(self, row: EventRow) -> bool:
        """Whether there is no sign, or it has room beside the time."""
        sign, _ = sign_of(row)
        time = QFontMetrics(typeface(BODY, STRONG)).horizontalAdvance(self._time(row))
        return not sign or time + 6 + QFontMetrics(typeface(SMALL)).horizontalAdvance(sign) <= _ROOM

    def _time(self, row: EventRow) -> str:
        return self._formats.time(row.starts_at)


class StripList(QListView):
    """The list of the strip: while a day is walked through, its heading stays at the top."""

    def __init__(self, model: StripModel) -> None:
        super().__init__()
        self._days = model
        self.setModel(model)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        heading, box = self._staying()
        if not box.isEmpty():
            painter = QPainter(self.viewport())
            painter.fillRect(box, color("ground"))
            paint_heading(painter, box, str(heading.data(_ROW_ROLE)))
            painter.end()

    def scrollContentsBy(self, right: int, down: int) -> None:
        super().scrollContentsBy(right, down)
        self.viewport().update()

    def indexAt(self, point: QPoint) -> QModelIndex:
        heading, box = self._staying()
        return heading if box.contains(point) else super().indexAt(point)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Brings a row into view, below the heading that stays."""
        super().scrollTo(index, hint)
        over = _HEADING - self.visualRect(index).top()
        if over > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - over)

    def _staying(self) -> tuple[QModelIndex, QRect]:
        """The heading that stays, and its place; none where it is in its own place."""
        top = super().indexAt(QPoint(_EDGE, 0))
        if not top.isValid():
            return QModelIndex(), QRect()
        heading = self._days.heading_of(top)
        if self.visualRect(heading).top() >= 0:
            return QModelIndex(), QRect()
        below = super().indexAt(QPoint(_EDGE, _HEADING))
        push = 0
        if below.isValid() and self._days.event_at(below) is None and below != heading:
            push = min(0, self.visualRect(below).top() - _HEADING)
        return heading, QRect(0, push, self.viewport().width(), _HEADING)


class EventStrip(QFrame):
    """Shows an `EventsState` in little room.

    Signals:
        event_chosen(object): the `EventId` to open.
        list_asked(): the whole list, to search in.
    """

    event_chosen = Signal(object)
    list_asked = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("eventStrip")
        self.setFixedWidth(WIDTH)
        self._find = tool("stripFind", Icon.SEARCH, self.tr("Find event (F2)"))
        self._find.clicked.connect(self.list_asked)
        self._model = StripModel(formats, self)
        self._list = StripList(self._model)
        self._list.setObjectName("stripList")
        self._list.setAccessibleName(self.tr("Events"))
        self._list.setItemDelegate(StripDelegate(formats, self._list))
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (
            self._list.setHorizontalScrollBarPolicy,
            self._list.setVerticalScrollBarPolicy,
        ):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it would take room from the names
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.clicked.connect(self._open)
        self._list.activated.connect(self._open)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(_EDGE, STEPS[1], _EDGE, 0)
        self._head.setSpacing(STEPS[1])
        self._head.addStretch(1)
        self._head.addWidget(self._find)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, STEPS[1])
        self._layout.setSpacing(STEPS[0])
        self._layout.addLayout(self._head)
        self._layout.addWidget(self._list, 1)

    def show_state(self, state: EventsState) -> None:
        before = self._model.open_index
        self._model.take(state)
        now = self._model.open_index
        is_new = not self._list.currentIndex().isValid()
        if now.isValid() and (now != before or is_new):
            self._list.setCurrentIndex(now)
            self._list.scrollTo(now, QAbstractItemView.ScrollHint.PositionAtCenter)
        elif is_new and self._model.next_index.isValid():
            self._list.setCurrentIndex(self._model.next_index)
            top = QAbstractItemView.ScrollHint.PositionAtTop
            self._list.scrollTo(self._model.next_index, top)

    @property
    def home(self) -> QWidget:
        """Where the focus belongs."""
        return self._list

    def put_into_head(self, button: QToolButton) -> None:
        """Places a button before the one of the search."""
        self._head.insertWidget(0, button)

    def put_into_foot(self, widget: QWidget) -> None:
        """Places what belongs to the map, but never lies over it."""
        self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def _open(self, index: QModelIndex) -> None:
        row = self._model.event_at(index)
        if row is not None:
            self.event_chosen.emit(row.event.id)


def paint_heading(painter: QPainter, box: QRect, words: str) -> None:
    """What stands over the events of a day."""
    painter.setFont(typeface(SMALL))
    painter.setPen(color("quiet"))
    text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDTH - 2 * _EDGE)
    room = box.adjusted(_EDGE + _INNER, 4, 0, 0)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)


def _key(row: str | EventRow) -> object:
    return row if isinstance(row, str) else (row.event.id, row.event.name, row.on_sale)


def _lines(name: str) -> list[str]:
    """The name in lines that have room in the strip; whatever is longer ends in dots."""
    text = shortened(name, 200)
    layout = QTextLayout(text, typeface(SMALL))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(_ROOM)
        line.setPosition(QPointF(0, 0))
        lines.append(_text_of(text, line))
    layout.endLayout()
    if len(lines) > _MOST_LINES:
        rest = "".join(lines[_MOST_LINES - 1 :])
        metrics = QFontMetrics(typeface(SMALL))
        last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, _ROOM)
        lines = [*lines[: _MOST_LINES - 1], last]
    return lines or [""]


def _text_of(text: str, line: QTextLine) -> str:
    """What stands in a line. Qt counts in units of UTF-16."""
    units = text.encode("utf-16-le", "surrogatepass")
    first, length = line.textStart(), line.textLength()
    return units[2 * first : 2 * (first + length)].decode("utf-16-le", "replace").rstrip()
