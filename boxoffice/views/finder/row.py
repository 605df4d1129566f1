"""One sold order in the list: what it was, who sold and who bought it, and what was given back."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from boxoffice.domain.orders.payment import Payment
from boxoffice.domain.orders.sold_order import Fate, RecordedEvent, RecordedOrder
from boxoffice.tokens.sizes import BODY, MEDIUM, RADIUS, SMALL, STEPS, STRONG, Type
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.payment_words import payment_words
from boxoffice.views.kit.theme import color, typeface

_LINES = 3
_HEIGHT = _LINES * BODY.line + 2 * STEPS[1]


def paid_words(payments: tuple[Payment, ...]) -> str:
    """'Voucher, cash': how it was paid, each way once."""
    kinds = list(dict.fromkeys(part.kind for part in payments))
    names = [payment_words(kind) for kind in kinds]
    return ", ".join([*(each.name for each in names[:1]), *(each.mention for each in names[1:])])


def fate_words(fate: Fate) -> str:
    """What became of an order since; empty where nothing did."""
    translate = QCoreApplication.translate
    match fate:
        case Fate.PARTLY_RETURNED:
            return translate("SoldRow", "partly given back")
        case Fate.CANCELLED:
            return translate("SoldRow", "cancelled")
        case Fate.EXCHANGING:
            return translate("SoldRow", "being exchanged")
        case Fate.EXCHANGED:
            return translate("SoldRow", "exchanged")
        case Fate.SOLD:
            return ""
        case _:
            assert_never(fate)


class SoldRow:
    """The words of a `RecordedOrder`, each where it stands in its row."""

    def __init__(self, order: RecordedOrder, formats: Formats) -> None:
        translate = QCoreApplication.translate
        self._formats = formats
        self.number = str(order.order_id)
        self.sum = formats.money(order.total)
        self.what = self._what(order)
        self.when = ", ".join(map(self._starts, order.events[:1]))
        if len(order.events) > 1:
            text = translate("SoldRow", "{when} and {count} more")
            self.when = text.format(when=self.when, count=len(order.events) - 1)
        self.back = fate_words(order.fate)
        if order.given_back:
            text = translate("SoldRow", "{sum} back")
            self.back = text.format(sum=formats.money(order.given_back))
        sold_at = order.sold_at.astimezone()
        is_today = sold_at.date() == datetime.now().astimezone().date()
        sold = formats.time(sold_at) if is_today else formats.date_time(sold_at)
        self.sold = " ".join(word for word in (sold, shortened(order.operator, 30)) if word)
        self.paid = paid_words(order.payments)
        self.buyer = shortened(order.buyer, 40)

    @property
    def told(self) -> str:
        """All of it on one line, for assistive tools."""
        text = QCoreApplication.translate("SoldRow", "Order {number}").format(number=self.number)
        parts = (text, self.what, self.when, self.sum, self.back, self.buyer, self.paid, self.sold)
        return ", ".join(part for part in parts if part)

    def _what(self, order: RecordedOrder) -> str:
        count = self._formats.number(len(order.seats))
        names = ", ".join(dict.fromkeys(shortened(each.name, 60) for each in order.events))
        return f"{count} × {names}" if names else f"{count} ×"

    def _starts(self, event: RecordedEvent) -> str:
        if event.starts_at is None:
            return QCoreApplication.translate("SoldRow", "date not known")
        return self._formats.date_time(event.starts_at)


class SoldRowDelegate(QStyledItemDelegate):
    """Paints a `RecordedOrder`: what it was and its sum; the show's date, the buyer and what was
    given back; how it was paid, and who sold it when."""

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
        order = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(order, RecordedOrder):
            return
        row, rect, state = SoldRow(order, self._formats), option.rect, option.state
        painter.save()
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        if is_current or state & QStyle.StateFlag.State_MouseOver:
            has_focus = is_current and bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(color("tint" if is_current else "fill"))
            painter.setPen(QPen(color("accent"), 2) if has_focus else Qt.PenStyle.NoPen)
            radius = int(RADIUS)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        room = rect.adjusted(STEPS[1], STEPS[1], -STEPS[1], -STEPS[1])
        lines = [room.adjusted(0, n * BODY.line, 0, 0) for n in range(_LINES)]
        for line in lines:
            line.setHeight(BODY.line)
        rest = self._write(painter, lines[0], row.sum, "text", BODY, STRONG, is_end=True)
        rest = self._write(painter, rest, f"{row.number}  ", "text", BODY, STRONG)
        self._write(painter, rest, row.what, "text", BODY, MEDIUM)
        rest = self._write(painter, lines[1], row.back, "danger", SMALL, MEDIUM, is_end=True)
        rest = self._write(painter, rest, f"{row.when}  ", "text", SMALL)
        self._write(painter, rest, row.buyer, "quiet", SMALL)
        rest = self._write(painter, lines[2], f"{row.paid}  ", "quiet", SMALL)
        self._write(painter, rest, row.sold, "quiet", SMALL, is_end=True)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        shade: str,
        kind: Type,
        weight: int | None = None,
        *,
        is_end: bool = False,
    ) -> QRect:
        """Writes as much of the text as there is room for; returns the room that it leaves."""
        painter.setFont(typeface(kind, weight))
        painter.setPen(color(shade))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if is_end else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        taken = painter.fontMetrics().horizontalAdvance(shown) + (STEPS[1] if is_end else 0)
        return box.adjusted(0, 0, -taken, 0) if is_end else box.adjusted(taken, 0, 0, 0)
