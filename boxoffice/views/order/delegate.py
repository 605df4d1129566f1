"""How a row of the order looks: columns that stand still, and a place that is never cut."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from boxoffice.tokens.sizes import BODY, CONTROL, LEAD, LOW, MEDIUM, SMALL_ICON, STRONG
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.icons import Icon, icon
from boxoffice.views.kit.theme import category_color, color, typeface
from boxoffice.views.order.items import EventItem, LineItem

LEFT, COUNT, GAP, EDGE = 4, 22, 12, 16
TYPE_AT = LEFT + LOW + COUNT + LOW + 10  # where the price type begins
ARROW = 20  # pixels behind a price type, for the arrow of its choice
_SEAT_AT = LEFT + LOW  # where the place of a single seat begins
_HEADING, _SUM, _LEAST_TYPE, _DOT = 36, 64, 60, 10
_JOINED = "\N{WORD JOINER}"
_TWO = 52  # height of a line whose place stands below its price type
_LEFT_BOTTOM = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class LinePlan:
    """Where the words of a line stand, for a width.

    Attributes:
        type_width: what the price type has, without its arrow.
        place: what is written of the place; `is_below` the price type, over `place_height`.
    """

    type_width: int
    place: str
    is_below: bool
    place_height: int
    height: int


def fonts() -> tuple[QFont, QFont]:
    """Of count, type and sum; and of the place."""
    return typeface(LEAD, MEDIUM), typeface(BODY)


def wrapped(place: str, width: int) -> tuple[int, str]:
    """How a place of several lines is drawn: no number and no run of seats is broken, as long as
    its words have room."""
    whole = place.replace("–", f"{_JOINED}–{_JOINED}")
    body = QFontMetrics(fonts()[1])
    has_room = all(body.horizontalAdvance(word) <= width for word in whole.split(" "))
    anywhere = Qt.TextFlag.TextWrapAnywhere
    flags = Qt.TextFlag.TextWordWrap | (Qt.TextFlag(0) if has_room else anywhere)
    return int(flags), whole


def plan_of(item: LineItem, width: int, sum_words: str) -> LinePlan:
    """A place that does not fit loses its section, and then gets a row of its own."""
    lead, body = (QFontMetrics(font) for font in fonts())
    if item.is_seat:
        return LinePlan(_width(body, item.type_name), item.place, False, LOW, LOW)
    end = width - EDGE - max(_SUM, lead.horizontalAdvance(sum_words)) - GAP
    wanted = _width(lead, item.type_name)
    room = end - TYPE_AT - wanted - ARROW - GAP // 2
    for place in (item.place, item.short):
        if place and body.horizontalAdvance(place) <= room:
            return LinePlan(wanted, place, False, CONTROL, CONTROL)
    below = QRect(0, 0, width - TYPE_AT - EDGE, 10_000)
    place_height = body.boundingRect(below, *wrapped(item.place, below.width())).height()
    type_width = min(wanted, max(_LEAST_TYPE, end - TYPE_AT - ARROW))
    height = max(_TWO, _TWO - BODY.line + place_height)
    return LinePlan(type_width, item.place, True, place_height, height)


def _width(metrics: QFontMetrics, words: str) -> int:
    """What words take, with the part of a pixel that is rounded away."""
    return metrics.horizontalAdvance(words) + 2


class OrderDelegate(QStyledItemDelegate):
    """Paints an `EventItem` or a `LineItem`.

    Attributes:
        worked: the row that the controls are on; they stand for its dot, its × and its type.
    """

    def __init__(self, formats: Formats, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._formats = formats
        self._view = view
        self.worked = -1

    def plan(self, item: LineItem) -> LinePlan:
        return plan_of(item, self._view.viewport().width(), self._formats.plain(item.total))

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        item = index.data(Qt.ItemDataRole.UserRole)
        height = self.plan(item).height if isinstance(item, LineItem) else _HEADING
        return QSize(100, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, EventItem):
            self._paint_event(painter, rect, item)
        elif isinstance(item, LineItem):
            is_current = bool(state & QStyle.StateFlag.State_HasFocus)
            is_selected = bool(state & QStyle.StateFlag.State_Selected)
            is_worked = index.row() == self.worked
            self._paint_ground(painter, rect, item, is_selected=is_selected, is_worked=is_worked)
            if item.is_seat:
                self._paint_seat(painter, rect, item, is_worked=is_worked)
            else:
                self._paint_line(painter, rect, item, is_worked=is_worked)
            if is_current:
                painter.setPen(QPen(color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _paint_event(self, painter: QPainter, rect: QRect, item: EventItem) -> None:
        """The name gives way; the time is always whole."""
        strong, plain = typeface(BODY, STRONG), typeface(BODY)
        inner = rect.adjusted(EDGE, 6, -EDGE, 0)
        time_width = QFontMetrics(plain).horizontalAdvance(item.time)
        metrics = QFontMetrics(strong)
        room = inner.width() - time_width - 8
        name = metrics.elidedText(item.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(strong)
        painter.setPen(color("danger" if item.is_called_off else "text"))
        painter.drawText(inner, _LEFT_BOTTOM, name)
        painter.setFont(plain)
        painter.setPen(color("quiet"))
        after = inner.adjusted(metrics.horizontalAdvance(name) + 8, 0, 0, 0)
        painter.drawText(after, _LEFT_BOTTOM, item.time)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, item: LineItem, *, is_selected: bool, is_worked: bool
    ) -> None:
        name = "floor" if is_worked else ""
        if item.is_called_off:
            name = "danger_tint"
        elif item.is_marked:
            name = "warn_tint"
        if is_selected:
            name = "tint"
        if name:
            painter.fillRect(rect, color(name))

    def _paint_line(
        self, painter: QPainter, rect: QRect, item: LineItem, *, is_worked: bool
    ) -> None:
        plan = self.plan(item)
        lead, body = fonts()
        top = QRect(rect.left(), rect.top(), rect.width(), CONTROL)
        if plan.is_below:
            top.setHeight(34)
        if not is_worked:
            self._paint_sign(painter, top, item)
            cross = QRect(top.left() + LEFT + LOW + COUNT, top.top(), LOW, top.height())
            painter.setFont(body)
            painter.setPen(color("quiet"))
            painter.drawText(cross, Qt.AlignmentFlag.AlignCenter, "×")
        painter.setFont(lead)
        painter.setPen(color("text"))
        count = QRect(top.left() + LEFT + LOW - 4, top.top(), COUNT + 8, top.height())
        painter.drawText(count, Qt.AlignmentFlag.AlignCenter, str(len(item.rows)))
        if not is_worked:
            kind = QRect(top.left() + TYPE_AT, top.top(), plan.type_width, top.height())
            name = QFontMetrics(lead).elidedText(
                item.type_name, Qt.TextElideMode.ElideRight, plan.type_width
            )
            painter.drawText(kind, _LEFT_BOTTOM, name)
        painter.drawText(
            top.adjusted(0, 0, -EDGE, 0), _RIGHT_MIDDLE, self._formats.plain(item.total)
        )
        painter.setFont(body)
        painter.setPen(self._second(item))
        if plan.is_below:
            below = QRect(
                rect.left() + TYPE_AT,
                top.bottom() - 3,
                rect.width() - TYPE_AT - EDGE,
                plan.place_height,
            )
            painter.drawText(below, *wrapped(plan.place, below.width()))
        else:
            at = TYPE_AT + plan.type_width + ARROW + GAP // 2
            painter.drawText(top.adjusted(at, 0, 0, 0), _LEFT_BOTTOM, plan.place)

    def _paint_seat(
        self, painter: QPainter, rect: QRect, item: LineItem, *, is_worked: bool
    ) -> None:
        _, body = fonts()
        painter.setFont(body)
        painter.setPen(color("text"))
        inner = rect.adjusted(_SEAT_AT, 0, -EDGE - LOW, 0)
        painter.drawText(inner, _LEFT_BOTTOM, item.place)
        painter.setPen(color("quiet"))
        painter.drawText(inner, _RIGHT_MIDDLE, self._formats.plain(item.total))
        if not is_worked:
            at = self.seat_type_at(item)
            painter.drawText(rect.adjusted(at, 0, 0, 0), _LEFT_BOTTOM, item.type_name)
            cross = QRect(0, 0, SMALL_ICON, SMALL_ICON)
            cross.moveCenter(QPoint(rect.right() - EDGE - 8, rect.center().y()))
            icon(Icon.CLOSE).paint(painter, cross)

    def seat_type_at(self, item: LineItem) -> int:
        """Where the price type of a single seat begins: below those of the lines, where its place
        leaves room."""
        return max(TYPE_AT, _SEAT_AT + _width(QFontMetrics(fonts()[1]), item.place) + GAP)

    def _paint_sign(self, painter: QPainter, top: QRect, item: LineItem) -> None:
        """The category's colour, or that a rule is not met."""
        middle = QPoint(top.left() + LEFT + LOW // 2, top.center().y() + 1)
        if item.is_marked or item.is_called_off:
            painter.setFont(typeface(LEAD, STRONG))
            painter.setPen(self._second(item))
            box = QRect(0, 0, LOW, top.height())
            box.moveCenter(middle)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(category_color(item.rows[0].category_color))
        painter.drawEllipse(middle, _DOT // 2, _DOT // 2)

    def _second(self, item: LineItem) -> QColor:
        name = "danger" if item.is_called_off else "warn" if item.is_marked else "quiet"
        return color(name)
