"""One event in the list: when, what, where, and how many seats are free."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from boxoffice.presenters.events.state import Day, EventRow, OnSale
from boxoffice.tokens.sizes import LEAD, SMALL
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.theme import color, typeface

_HEIGHT = 84
_PAD = 10


def event_words(row: EventRow, formats: Formats) -> str:
    """The whole event as one line, for assistive tools."""
    parts = (when(row, formats), row.event.name, about(row), free_words(row, formats))
    return ", ".join(part for part in parts if part)


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
    return row.location.name if row.location else ""


def about(row: EventRow) -> str:
    """The event's subtitle and its place, neither turning the other around."""
    parts = (shortened(part, 200) for part in (row.event.subtitle, where(row)))
    return " · ".join(part for part in parts if part)


def free_words(row: EventRow, formats: Formats) -> str:
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
        case OnSale.OPEN | OnSale.NOT_YET:
            text = translate("EventDelegate", "{number} free")
            return text.format(number=formats.number(row.event.seats_free))
        case _:
            assert_never(row.on_sale)


class EventDelegate(QStyledItemDelegate):
    """Paints an `EventRow`."""

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self._formats = formats

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, EventRow):
            return
        view: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        is_open = bool(index.data(Qt.ItemDataRole.UserRole + 1))
        painter.save()
        self._paint_ground(painter, view, palette, state, is_open=is_open)
        inner = view.adjusted(_PAD + 6, 8, -_PAD, -8)
        self._paint_words(painter, inner, palette, row)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        view: QRect,
        palette: QPalette,
        state: QStyle.StateFlag,
        *,
        is_open: bool,
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
            painter.drawRoundedRect(QRect(box.left(), box.top() + 8, 4, box.height() - 16), 2, 2)

    def _paint_words(
        self, painter: QPainter, inner: QRect, palette: QPalette, row: EventRow
    ) -> None:
        strong = palette.color(QPalette.ColorRole.Text)
        faint = color("quiet")
        step = inner.height() // 3
        lines = [QRect(inner.left(), inner.top() + i * step, inner.width(), step) for i in range(3)]
        free = free_words(row, self._formats)
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
