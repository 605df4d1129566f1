"""The days that have events, beside each other, to go to by a click or by arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from boxoffice.presenters.events.state import Day
from boxoffice.tokens.sizes import BODY, CONTROL, MEDIUM, SMALL, STEPS
from boxoffice.views.events.model import DayEntry
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.theme import color, scaled, typeface

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ENTRY_ROLE = Qt.ItemDataRole.UserRole
_HEIGHT = CONTROL + STEPS[0]


def day_words(entry: DayEntry, formats: Formats) -> tuple[str, str]:
    """A day in two short lines: what it is called, and its date."""
    name, _, written = formats.day(entry.row.starts_at).partition(" ")
    translate = QCoreApplication.translate
    match entry.day:
        case Day.NOW | Day.TODAY:
            return translate("StripModel", "Today"), written
        case Day.TOMORROW:
            return translate("StripModel", "Tomorrow"), written
        case Day.LATER | Day.OVER:
            return name.rstrip(","), written
        case _:
            assert_never(entry.day)


class DayModel(QAbstractListModel):
    """Days; the whole of each is told to assistive tools."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.days: tuple[DayEntry, ...] = ()

    def take(self, days: Sequence[DayEntry]) -> None:
        self.beginResetModel()
        self.days = tuple(days)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.days):
            return None
        entry = self.days[index.row()]
        if role == _ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(day_words(entry, self._formats))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            events = self.tr("%n event(s)", "", entry.count)
            return f"{' '.join(day_words(entry, self._formats))}, {events}"
        return None


class _DayDelegate(QStyledItemDelegate):
    """Paints a day in two lines."""

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self._formats = formats

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QSize:
        entry = index.data(_ENTRY_ROLE)
        if not isinstance(entry, DayEntry):
            return QSize()
        name, written = day_words(entry, self._formats)
        wide = max(
            QFontMetrics(typeface(BODY, MEDIUM)).horizontalAdvance(name),
            QFontMetrics(typeface(SMALL)).horizontalAdvance(written),
        )
        return QSize(wide + 2 * STEPS[1], scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(_ENTRY_ROLE)
        if not isinstance(entry, DayEntry):
            return
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current or has_focus or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(color("tint" if is_current else "fill_hover"))
            painter.setPen(QPen(color("accent"), 2) if has_focus else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        name, written = day_words(entry, self._formats)
        middle = box.top() + box.height() // 2
        upper = QRect(box.left(), box.top() + 2, box.width(), middle - box.top() - 1)
        lower = QRect(box.left(), middle, box.width(), box.bottom() - middle - 2)
        painter.setFont(typeface(BODY, MEDIUM))
        painter.setPen(color("text"))
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter), name)
        painter.setFont(typeface(SMALL))
        painter.setPen(color("quiet"))
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter), written)
        painter.restore()


class DayStrip(QListView):
    """Shows the days of the list.

    Signals:
        day_chosen(int): where the day begins in the list.
    """

    day_chosen = Signal(int)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("eventsDays")
        self.setAccessibleName(self.tr("Days with events"))
        self._days = DayModel(formats, self)
        self._is_following = False
        self.setModel(self._days)
        self.setItemDelegate(_DayDelegate(formats, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFixedHeight(scaled(_HEIGHT))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._walk)

    def show_days(self, days: Sequence[DayEntry], current: int) -> None:
        """Shows the days, that of a row of the list marked."""
        if tuple(days) != self._days.days:
            self._days.take(days)
        self.setVisible(len(days) > 1)
        self.follow(current)

    def follow(self, current: int) -> None:
        """Marks the day of a row of the list."""
        place = -1
        for number, entry in enumerate(self._days.days):
            if entry.first <= current:
                place = number
        self._is_following = True
        self.setCurrentIndex(self._days.index(place) if place >= 0 else QModelIndex())
        self._is_following = False

    def _walk(self, current: Index) -> None:
        if not self._is_following and self.hasFocus():
            self._choose(current)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel turns either way; there is one way to go."""
        turn = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turn.x() or turn.y()) // 2)
        event.accept()

    def _choose(self, index: Index) -> None:
        if index.isValid() and not self._is_following:
            self.day_chosen.emit(self._days.days[index.row()].first)
