"""What colours and shapes on the map mean, what categories cost, and what of them is free."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import assert_never

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from boxoffice.domain.catalogue import Offer, PriceCategory
from boxoffice.domain.ids import PriceCategoryId
from boxoffice.domain.seats.seatplan import SeatState
from boxoffice.tokens.sizes import BODY, MEDIUM, SMALL
from boxoffice.views.kit.controls import label, set_tip
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.theme import category_color, color, typeface

_MOST = 8
_HEIGHT, _STACKED_HEIGHT = 42, 56
_DOT = 12
_LEAST_WIDTH = 56


class Dot(QWidget):
    """A seat's shape, small."""

    def __init__(self, shape: str) -> None:
        super().__init__()
        self._shape = shape
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, shade = self.rect().adjusted(2, 2, -2, -2), color("quiet")
        painter.setPen(QPen(shade, 2))
        if self._shape == "ring":
            painter.drawEllipse(box)
        elif self._shape == "cross":
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawEllipse(box if self._shape == "disc" else box.adjusted(2, 2, -2, -2))


class Detail(IntEnum):
    """How much an entry of the legend says below its name; all of it in two lines, or in one."""

    NOTHING = 0
    FREE = 1
    STACKED = 2
    ALL = 3


class Entry(QPushButton):
    """One price category: its colour, its name, and below what it costs and what is free.

    Args:
        price: what it costs in words; empty where it is not sold.
    """

    def __init__(self, name: str, category: PriceCategory, price: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("flat", True)
        self.setProperty("legend", True)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.category_id = category.id
        self._color = category.color
        self._name = shortened(category.name, 40)
        self._price = price
        self._free = ""
        self._detail = Detail.ALL
        self._say()

    @property
    def has_free(self) -> bool:
        """Whether it says already how many are free."""
        return bool(self._free)

    def show_free(self, words: str) -> None:
        if words != self._free:
            self._free = words
            self._say()
            self.update()

    def say(self, detail: Detail) -> None:
        """Sets how much it says."""
        self._detail = detail
        self.setFixedHeight(self._height())
        self.update()

    def width_with(self, detail: Detail) -> int:
        """Pixels that it needs to say so much; a count that grows has room already."""
        small = QFontMetrics(self._small())
        below = [small.horizontalAdvance(line + "00") for line in self._below(detail)]
        name = QFontMetrics(self._strong()).horizontalAdvance(shortened(self._name, 24))
        return max(name, *below, 0) + _DOT + 20

    def sizeHint(self) -> QSize:
        return QSize(self.width_with(self._detail), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self._height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = [self._name, *self._below(self._detail)]
        high = (self.height() - 8) // len(lines)
        box = QRect(_DOT + 14, 4, self.width() - _DOT - 18, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(category_color(self._color))
        painter.drawEllipse(QPointF(8 + _DOT / 2, box.center().y() + 0.5), _DOT / 2, _DOT / 2)
        painter.setPen(self.palette().buttonText().color())
        for number, line in enumerate(lines):
            font = self._small() if number else self._strong()
            self._draw(painter, box.translated(0, number * high), line, font)

    @staticmethod
    def _draw(painter: QStylePainter, box: QRect, text: str, font: QFont) -> None:
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(box), int(flags) | int(Qt.TextFlag.TextSingleLine), elided)

    def _height(self) -> int:
        return _STACKED_HEIGHT if len(self._below(self._detail)) > 1 else _HEIGHT

    def _below(self, detail: Detail) -> list[str]:
        both = [part for part in (self._price, self._free) if part]
        match detail:
            case Detail.NOTHING:
                return []
            case Detail.FREE:
                return [self._free] if self._free else []
            case Detail.STACKED:
                return both
            case Detail.ALL:
                return [" · ".join(both)] if both else []
            case _:
                assert_never(detail)

    def _say(self) -> None:
        words = ", ".join(part for part in (self._name, self._price, self._free) if part)
        self.setAccessibleName(words)
        set_tip(self, words)

    def _strong(self) -> QFont:
        return typeface(BODY, MEDIUM)

    def _small(self) -> QFont:
        return typeface(SMALL)


class Legend(QWidget):
    """One line under the map: categories with their prices, and the shapes where there is room.

    Signals:
        category_chosen(object): the `PriceCategoryId` to filter the map to; None for all.
    """

    category_chosen = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("mapLegend")
        self._formats = formats
        self._categories = QWidget()
        self._categories.setObjectName("legendCategories")
        self._shapes = self._make_shapes()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._categories)
        row.addStretch(1)
        row.addWidget(self._shapes)
        self._entries: list[Entry] = []
        self.chosen: PriceCategoryId | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_offer(self, offer: Offer) -> None:
        made = QWidget()
        made.setObjectName("legendCategories")
        layout = QHBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._entries = []
        self.chosen = None
        for index, category in enumerate(offer.categories[:_MOST]):
            entry = Entry(f"legendCategory{index}", category, self._price(offer, category))
            entry.clicked.connect(self._choose)
            self._entries.append(entry)
            layout.addWidget(entry)
        row = self.layout()
        if row is not None:
            row.replaceWidget(self._categories, made)
        self._categories.deleteLater()
        self._categories = made
        self._fit()

    def show_free(self, free: Mapping[PriceCategoryId, int]) -> None:
        """How many seats of each category are free. The first time takes room for it."""
        is_first = not all(entry.has_free for entry in self._entries)
        for entry in self._entries:
            count = free.get(entry.category_id, 0)
            text = self.tr("%Ln free", "", count)
            entry.show_free(text)
        if is_first:
            self._fit()

    def choose(self, category: PriceCategoryId | None) -> None:
        """Shows a category as the chosen one, without a word to anyone."""
        self.chosen = category
        for entry in self._entries:
            entry.setChecked(entry.category_id == category)

    def _price(self, offer: Offer, category: PriceCategory) -> str:
        span = offer.price_list.range_of(category.id)
        if span is None:
            return ""
        cents = f"{self._formats.decimal_point}00"  # whole amounts are read faster without
        prices = (self._formats.money(amount).replace(cents, "") for amount in span)
        low, high = prices
        return high if low == high else f"{low}\N{EN DASH}{high}"

    def _choose(self) -> None:
        """A second press on the same category undoes it."""
        pressed = self.sender()
        for entry in self._entries:
            entry.setChecked(entry is pressed and entry.isChecked())
        checked = [entry.category_id for entry in self._entries if entry.isChecked()]
        self.chosen = checked[0] if checked else None
        self.category_chosen.emit(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leaves out the shapes first, then the prices, then what is free; then names are cut."""
        count = len(self._entries)
        room = self.width() - 4 * max(0, count - 1)
        shapes = self._shapes.sizeHint().width() + 20
        needs = [sum(e.width_with(detail) for e in self._entries) for detail in Detail]
        detail = next((d for d in reversed(Detail) if needs[d] <= room), Detail.NOTHING)
        self._shapes.setVisible(needs[detail] + shapes <= room)
        share = room // max(1, count)
        for entry in self._entries:
            entry.say(detail)
            width = entry.width_with(detail)
            entry.setFixedWidth(width if needs[detail] <= room else max(_LEAST_WIDTH, share))

    def _make_shapes(self) -> QWidget:
        made = QWidget()
        made.setObjectName("legendShapes")
        layout = QGridLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(0)
        shown = [entry for state in SeatState if (entry := self._shape_and_words(state))]
        for index, (shape, words) in enumerate(shown):
            row, column = index % 2, 2 * (index // 2)
            layout.addWidget(Dot(shape), row, column)
            layout.addWidget(label(f"legend-{shape}", words, "faint"), row, column + 1)
        return made

    def _shape_and_words(self, state: SeatState) -> tuple[str, str] | None:
        """How a state looks on the map, and its name; None where the legend leaves it out."""
        match state:
            case SeatState.FREE:
                return "disc", self.tr("free")
            case SeatState.RESERVED:
                return "ring", self.tr("held")
            case SeatState.SOLD:
                return "dot", self.tr("sold")
            case SeatState.BLOCKED:
                return "cross", self.tr("blocked")
            case SeatState.OTHER | SeatState.MINE | SeatState.PENDING:
                return None
            case _:
                assert_never(state)
