"""One event in the list: when, what, where, and how many seats are free; in a grid, its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from boxoffice.presenters.events.state import Day, EventRow, OnSale
from boxoffice.tokens.sizes import BODY, CONTROL, LEAD, SMALL, STEPS, STRONG
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.theme import color, scaled, typeface

_HEIGHT = 84
_OVER_GRID = 76  # what stands over a grid
_SLOT = 56  # the least width of a time in one
_PAD = 10
_FEW = 0.1  # of the seats


def event_words(
    row: EventRow, formats: Formats, *, is_open: bool = False, has_count: bool = True
) -> str:
    """The whole event as one line, for assistive tools.

    Args:
        has_count: how many seats are free is told, where the map does not tell it; else whether
            there are few.
    """
    free = free_words(row, formats, is_open=is_open)
    if not has_count and row.on_sale is OnSale.OPEN:
        free = sign_of(row)[0]
    parts = (when(row, formats), row.event.name, about(row), free)
    return ", ".join(part for part in parts if part)


def times_words(rows: Sequence[EventRow], formats: Formats) -> tuple[str, str]:
    """What stands over the times of a day: its name; which day, from when to when, how many."""
    translate = QCoreApplication.translate
    first = rows[0]
    match first.day:
        case Day.NOW | Day.TODAY:
            day = translate("EventDelegate", "Today")
        case Day.TOMORROW:
            day = translate("EventDelegate", "Tomorrow")
        case Day.LATER | Day.OVER:
            day = formats.day(first.starts_at)
        case _:
            assert_never(first.day)
    starts = [row.starts_at for row in rows]
    text = translate("EventDelegate", "{day}, {first} to {last}")
    span = text.format(day=day, first=formats.time(min(starts)), last=formats.time(max(starts)))
    return shortened(first.event.name, 200), span


def sign_of(row: EventRow) -> tuple[str, QColor]:
    """Whether it can be had, in a word and its colour; no count, which would differ from the
    map's."""
    translate = QCoreApplication.translate
    event, warn, off = row.event, color("warn"), color("quiet")
    match row.on_sale:
        case OnSale.CANCELLED:
            return translate("EventDelegate", "cancelled"), color("danger")
        case OnSale.SOLD_OUT:
            return translate("EventDelegate", "full"), off
        case OnSale.CLOSED | OnSale.NOT_YET:
            return translate("EventDelegate", "closed"), off
        case OnSale.OVER:
            return translate("EventDelegate", "over"), off
        case OnSale.OPEN:
            is_few = event.seats_total > 0 and event.seats_free <= _FEW * event.seats_total
            return (translate("EventDelegate", "few"), warn) if is_few else ("", off)
        case _:
            assert_never(row.on_sale)


def when(row: EventRow, formats: Formats) -> str:
    """Date and time on the venue's clock; near days by their names."""
    translate = QCoreApplication.translate
    match row.day:
        case Day.NOW:
            text = translate("EventDelegate", "On now, since {time}")
        case Day.TODAY:
            text = translate("EventDelegate", "Today, {time}")
        case Day.TOMORROW:
            text = translate("EventDelegate", "Tomorrow, {time}")
        case Day.LATER | Day.OVER:
            return formats.date_time(row.starts_at)
        case _:
            assert_never(row.day)
    return text.format(time=formats.time(row.starts_at))


def where(row: EventRow) -> str:
    return row.venue


def about(row: EventRow) -> str:
    """The event's subtitle and its place, neither turning the other around."""
    parts = (shortened(part, 200) for part in (row.event.subtitle, where(row)))
    return " · ".join(part for part in parts if part)


def free_words(row: EventRow, formats: Formats, *, is_open: bool = False) -> str:
    """How many seats are free, or why none is sold. The map tells it of the event that is open:
    two counts on a screen would differ."""
    translate = QCoreApplication.translate
    match row.on_sale:
        case OnSale.CANCELLED:
            return translate("EventDelegate", "cancelled")
        case OnSale.OVER:
            return translate("EventDelegate", "over")
        case OnSale.SOLD_OUT:
            return translate("EventDelegate", "sold out")
        case OnSale.CLOSED:
            return translate("EventDelegate", "not on sale")
        case OnSale.NOT_YET if row.event.sales_start is not None:
            begins = row.event.sales_start
            begins = row.location.local(begins) if row.location else begins
            text = translate("EventDelegate", "on sale from {when}")
            return text.format(when=formats.date_time(begins))
        case OnSale.OPEN | OnSale.NOT_YET if is_open:
            return translate("EventDelegate", "on the map")
        case OnSale.OPEN | OnSale.NOT_YET:
            text = translate("EventDelegate", "{number} free")
            return text.format(number=formats.number(row.event.seats_free))
        case _:
            assert_never(row.on_sale)


class RowKind(Enum):
    """What a row of the list is laid out as."""

    EVENT = "event"
    TIMES = "over a grid"
    SLOT = "a time in a grid"


class EventDelegate(QStyledItemDelegate):
    """Paints an `EventRow`, as one of many or as a time in a grid, and what stands over a grid.

    Args:
        kind_at: what a row is.
    """

    def __init__(
        self, formats: Formats, parent: QWidget, kind_at: Callable[[int], RowKind]
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self._kind_at = kind_at
        self.set_width(200)

    def set_width(self, width: int) -> None:
        """Gives the rows the width of the list, and as many times a line as have room in it."""
        room = width - 1  # the list breaks its lines one pixel early
        slot = room // max(1, room // scaled(_SLOT))
        self._event = QSize(width, scaled(_HEIGHT))
        self._times = QSize(width, scaled(_OVER_GRID))
        self._slot = QSize(slot, scaled(CONTROL))

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        kind = self._kind_at(index.row())
        match kind:
            case RowKind.EVENT:
                return self._event
            case RowKind.TIMES:
                return self._times
            case RowKind.SLOT:
                return self._slot
            case _:
                assert_never(kind)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        view: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        is_open = bool(index.data(Qt.ItemDataRole.UserRole + 1))
        painter.save()
        if not isinstance(row, EventRow):
            self._paint_times(painter, view, getattr(row, "rows", ()))
        elif self._kind_at(index.row()) is RowKind.SLOT:
            self._paint_ground(painter, view, palette, state, is_open=is_open, is_slot=True)
            self._paint_slot(painter, view, row)
        else:
            self._paint_ground(painter, view, palette, state, is_open=is_open)
            inner = view.adjusted(_PAD + 6, 8, -_PAD, -8)
            self._paint_words(painter, inner, palette, row, is_open=is_open)
        painter.restore()

    def _paint_times(self, painter: QPainter, view: QRect, rows: Sequence[EventRow]) -> None:
        if not rows:
            return
        name, span = times_words(rows, self._formats)
        inner = view.adjusted(_PAD + 6, 12, -_PAD, -4)
        words = [part for part in (name, shortened(where(rows[0]), 200), span) if part]
        for number, line in enumerate(words):
            step = scaled(LEAD.line)
            box = QRect(inner.left(), inner.top() + number * step, inner.width(), step)
            shade = color("quiet" if number else "text")
            self._write(painter, box, line, shade, is_bold=not number)

    def _paint_slot(self, painter: QPainter, view: QRect, row: EventRow) -> None:
        sign, shade = sign_of(row)
        is_sold = row.on_sale is OnSale.OPEN
        font = typeface(BODY, STRONG if is_sold else None)
        font.setStrikeOut(row.on_sale is OnSale.CANCELLED)
        painter.setFont(font)
        painter.setPen(color("text" if is_sold else "quiet"))
        middle = int(Qt.AlignmentFlag.AlignCenter)
        time = self._formats.time(row.starts_at)
        if not sign:
            painter.drawText(view, middle, time)
            return
        half = view.top() + view.height() // 2
        upper = QRect(view.left(), view.top() + 3, view.width(), half - view.top() - 2)
        painter.drawText(upper, middle, time)
        painter.setFont(typeface(SMALL))
        painter.setPen(shade)
        lower = QRect(view.left() + 2, half, view.width() - 4, view.bottom() - half - 2)
        words = painter.fontMetrics().elidedText(sign, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, middle, words)

    def _paint_ground(
        self,
        painter: QPainter,
        view: QRect,
        palette: QPalette,
        state: QStyle.StateFlag,
        *,
        is_open: bool,
        is_slot: bool = False,
    ) -> None:
        accent = palette.color(QPalette.ColorRole.Highlight)
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = view.adjusted(1, 2, -1, -2)
        if is_open or is_current or is_hovered:
            painter.setBrush(color("tint" if is_open else "fill"))
            painter.setPen(QPen(accent, 1.5) if is_current else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
        if is_open:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            inset = STEPS[0] if is_slot else STEPS[1]
            box = box.adjusted(0, inset - 8, 0, 8 - inset)
            painter.drawRoundedRect(QRect(box.left(), box.top() + 8, 4, box.height() - 16), 2, 2)

    def _paint_words(
        self, painter: QPainter, inner: QRect, palette: QPalette, row: EventRow, *, is_open: bool
    ) -> None:
        strong = palette.color(QPalette.ColorRole.Text)
        faint = color("quiet")
        step = inner.height() // 3
        lines = [QRect(inner.left(), inner.top() + i * step, inner.width(), step) for i in range(3)]
        free = free_words(row, self._formats, is_open=is_open)
        self._write(painter, lines[0], when(row, self._formats), faint)
        is_off = row.on_sale in (OnSale.CANCELLED, OnSale.OVER)
        name = shortened(row.event.name, 200)
        self._write(
            painter,
            lines[1],
            name,
            faint if is_off else strong,
            is_bold=True,
            is_struck=row.on_sale is OnSale.CANCELLED,
        )
        room = painter.fontMetrics().horizontalAdvance(free) + 14
        self._write(painter, lines[2].adjusted(0, 0, -room, 0), about(row), faint)
        ending = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(strong)
        painter.drawText(lines[2], int(ending), free)

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        shade: QColor,
        *,
        is_bold: bool = False,
        is_struck: bool = False,
    ) -> None:
        font = typeface(LEAD if is_bold else SMALL)
        font.setStrikeOut(is_struck)
        painter.setFont(font)
        painter.setPen(shade)
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), elided
        )
