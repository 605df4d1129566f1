"""What colours and shapes on the map mean, and what a seat of each price category usually costs."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, IntEnum
from typing import assert_never

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
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
from boxoffice.tokens.sizes import BODY, LOW, MEDIUM, SMALL, STEPS
from boxoffice.views.kit.controls import label, set_tip, tool
from boxoffice.views.kit.icons import Icon
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.seat_words import PriceWords
from boxoffice.views.kit.theme import category_color, color, section_colors, typeface

_DOT = 10
_SHAPE = 14
_TINTS = 4 * 16
_GAP = 4  # between two entries
_LINE = 14  # pixels from the line of the name to that of the price
_PAD = 6  # of an entry, left and right


class Shape(QWidget):
    """How the seats of a state look, small."""

    def __init__(self, shape: str, words: str) -> None:
        super().__init__()
        self.setObjectName(f"legendShape-{shape}")
        self.setAccessibleName(words)
        set_tip(self, words)
        self._shape = shape
        self.setFixedSize(QSize(_SHAPE, _SHAPE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        paint_shape(QPainter(self), self._shape)


def paint_shape(painter: QPainter, shape: str) -> None:
    """Paints a seat's shape into a square of `_SHAPE` pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, shade = QPointF(_SHAPE / 2, _SHAPE / 2), color("held")
    painter.setPen(QPen(shade, 1.8))
    if shape == "ring":
        painter.drawEllipse(middle, 4.5, 4.5)
    elif shape == "cross":
        painter.drawLine(QPointF(3.5, 3.5), QPointF(10.5, 10.5))
        painter.drawLine(QPointF(10.5, 3.5), QPointF(3.5, 10.5))
    elif shape == "tick":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("mine"))
        painter.drawEllipse(middle, 7, 7)
        painter.setPen(QPen(color("on_mine"), 1.8))
        painter.drawPolyline([QPointF(4, 7.4), QPointF(6.3, 9.6), QPointF(10.2, 5)])
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("sold"))
        painter.drawEllipse(middle, 2.5, 2.5)


class Tints(QWidget):
    """The four tints of sections, from nothing free to many."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("legendTints")
        self.setFixedSize(QSize(_TINTS, 12))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        for number, shade in enumerate(section_colors()):
            painter.fillRect(number * 16, 0, 15, 12, color("line"))
            painter.fillRect(number * 16 + 1, 1, 13, 10, shade)


class Price(Enum):
    """Where the price of a category stands."""

    LEFT_OUT = "left out"
    BELOW = "below its name"
    BESIDE = "beside its name"


class Detail(IntEnum):
    """How much the legend says; what is left out is in its menu."""

    SOME_NAMES = 0  # as many as have room
    NAMES = 1
    PRICES_BELOW = 2  # small, under the names
    PRICES = 3
    WORDS = 4  # of the shapes, too

    @property
    def price(self) -> Price:
        """Where the prices stand."""
        match self:
            case Detail.SOME_NAMES | Detail.NAMES:
                return Price.LEFT_OUT
            case Detail.PRICES_BELOW:
                return Price.BELOW
            case Detail.PRICES | Detail.WORDS:
                return Price.BESIDE
            case _:
                assert_never(self)


class Entry(QPushButton):
    """One price category: its colour, its name, and what it usually costs.

    Args:
        price: a number; empty where it is not sold.
    """

    def __init__(self, name: str, category: PriceCategory, price: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("flat", True)
        self.setProperty("legend", True)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(LOW)
        self.category_id = category.id
        self.color = category.color
        self.name = shortened(category.name, 40)
        self.price = price
        self._at = Price.BESIDE
        words = ", ".join(part for part in (self.name, price) if part)
        self.setAccessibleName(words)
        set_tip(self, words)

    def say(self, at: Price) -> None:
        """Sets where it says the price."""
        self._at = at if self.price else Price.LEFT_OUT
        self.setFixedWidth(self.width_with(at))
        self.update()

    def width_with(self, at: Price) -> int:
        """Pixels that it needs."""
        price = QFontMetrics(typeface(BODY, MEDIUM)).horizontalAdvance(self.price)
        words = self._name_width()
        if at is Price.BELOW and self.price:
            small = QFontMetrics(typeface(SMALL)).horizontalAdvance(self.name)
            words = max(small, QFontMetrics(typeface(SMALL, MEDIUM)).horizontalAdvance(self.price))
        elif at is Price.BESIDE and self.price:
            words += price + STEPS[1]
        return 2 * _PAD + _DOT + _PAD + words + 2

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(category_color(self.color))
        painter.drawEllipse(QPointF(_PAD + _DOT / 2, self.height() / 2), _DOT / 2, _DOT / 2)
        left = 2 * _PAD + _DOT
        whole = QRectF(left, 0, self.width() - left, self.height())
        name = price = whole
        size = SMALL if self._at is Price.BELOW else BODY
        if self._at is Price.BELOW:
            name, price = (whole.adjusted(0, 0, 0, -_LINE), whole.adjusted(0, _LINE, 0, 0))
        elif self._at is Price.BESIDE:
            price = whole.adjusted(self._name_width() + STEPS[1], 0, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.setPen(self.palette().buttonText().color())
        painter.setFont(typeface(size))
        painter.drawText(name, flags, self.name)
        if self._at is not Price.LEFT_OUT:
            painter.setPen(color("text"))
            painter.setFont(typeface(size, MEDIUM))
            painter.drawText(price, flags, self.price)

    def _name_width(self) -> int:
        return QFontMetrics(typeface(BODY)).horizontalAdvance(self.name)


class Legend(QWidget):
    """One line under the map: categories with their usual prices by rank, and the shapes of seats.

    Where there is no room for all, the words of the shapes go first, then the prices go under the
    names, then they go, then the last categories; the shapes stay, and a menu has the whole of it.
    No name is ever cut.

    Signals:
        category_chosen(object): the `PriceCategoryId` to filter the map to; None for all.
    """

    category_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mapLegend")
        self._categories = QWidget()
        self._categories.setObjectName("legendCategories")
        self._shapes, self._words = self._make_shapes()
        self._shape_words = tuple(self._words)
        self._tints = self._make_tints()
        self._is_far = False
        self._whole = tool("legendMore", Icon.DOWN, self.tr("The whole legend"))
        self._whole.clicked.connect(self._open_whole)
        self._menu = QMenu(self)
        self._menu.setObjectName("legendMenu")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._categories)
        self._row.addWidget(self._whole)
        self._row.addStretch(1)
        self._row.addWidget(self._tints)
        self._row.addWidget(self._shapes)
        self._entries: list[Entry] = []
        self.chosen: PriceCategoryId | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_offer(self, offer: Offer, prices: PriceWords) -> None:
        made = QWidget()
        made.setObjectName("legendCategories")
        layout = QHBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        self._entries = []
        self.chosen = None
        ranked = sorted(offer.categories, key=lambda each: each.sort)
        for index, category in enumerate(ranked):
            price = prices.plain(category.id)
            entry = Entry(f"legendCategory{index}", category, price)
            entry.clicked.connect(self._choose)
            self._entries.append(entry)
            layout.addWidget(entry)
        self._row.replaceWidget(self._categories, made)
        self._categories.deleteLater()
        self._categories = made
        self._fit()

    def choose(self, category: PriceCategoryId | None) -> None:
        """Shows a category as the chosen one, without a word to anyone."""
        self.chosen = category
        for entry in self._entries:
            entry.setChecked(entry.category_id == category)

    def show_far(self, is_far: bool) -> None:
        """Whether the map shows the tints of sections now."""
        if is_far != self._is_far:
            self._is_far = is_far
            self._fit()

    def _choose(self) -> None:
        """A second press on the same category undoes it."""
        pressed = self.sender()
        self._tell([e for e in self._entries if e is pressed and e.isChecked()])

    def _tell(self, chosen: Sequence[Entry]) -> None:
        self.choose(chosen[0].category_id if chosen else None)
        self.category_chosen.emit(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- how much of it there is room for ---

    def _fit(self) -> None:
        fitting = (d for d in reversed(Detail) if self._needed(d) <= self.width())
        detail = next((d for d in fitting if d is not Detail.PRICES_BELOW or _has_lines()), None)
        detail = Detail.SOME_NAMES if detail is None else detail
        for word in self._words:
            word.setVisible(detail is Detail.WORDS)
        self._tints.setVisible(self._is_far)
        self._whole.setVisible(bool(self._entries) and detail is not Detail.WORDS)
        room = self.width() - self._around(detail)
        for entry in self._entries:
            entry.say(detail.price)
            room -= entry.width() + _GAP
            entry.setVisible(detail is not Detail.SOME_NAMES or room >= 0)

    def _needed(self, detail: Detail) -> int:
        """Pixels for so much."""
        entries = sum(e.width_with(detail.price) + _GAP for e in self._entries)
        return entries + self._around(detail)

    def _around(self, detail: Detail) -> int:
        """Pixels for all but the categories."""
        shown = self._words if self._is_far else self._shape_words
        words = sum(w.sizeHint().width() + _GAP for w in shown if detail is Detail.WORDS)
        shapes = len(SHAPES) * (_SHAPE + _GAP + STEPS[1])
        menu = 0 if detail is Detail.WORDS else self._whole.sizeHint().width() + _GAP
        tints = _TINTS + STEPS[2] + 2 * _GAP if self._is_far else 0
        return words + shapes + menu + tints + STEPS[2]

    def _open_whole(self) -> None:
        """All categories, to be filtered by, and what the shapes mean."""
        self._menu.clear()
        for entry in self._entries:
            words = f"{entry.name}\t{entry.price}" if entry.price else entry.name
            action = self._menu.addAction(_swatch(category_color(entry.color)), _plain(words))
            action.setCheckable(True)
            action.setChecked(entry.category_id == self.chosen)
            action.triggered.connect(lambda is_on, e=entry: self._tell([e] if is_on else []))
        self._menu.addSeparator()
        for shape, words in self._shown():
            picture = QPixmap(_SHAPE, _SHAPE)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint_shape(painter, shape)
            painter.end()
            self._menu.addAction(QIcon(picture), words)
        at = self._whole.mapToGlobal(QPoint(0, 0))
        self._menu.popup(at - QPoint(0, self._menu.sizeHint().height()))

    # --- how it is made ---

    def _make_tints(self) -> QWidget:
        made = QWidget()
        made.setObjectName("legendTintsRow")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, STEPS[2], 0)
        row.setSpacing(_GAP)
        first = label("legendTintsFrom", self.tr("free: none"), "faint")
        last = label("legendTintsTo", self.tr("many"), "faint")
        tints = Tints()
        set_tip(tints, f"{first.text()} – {last.text()}")
        for widget in (first, tints, last):
            row.addWidget(widget)
        self._words += [first, last]
        return made

    def _make_shapes(self) -> tuple[QWidget, list[QWidget]]:
        made, told = QWidget(), list[QWidget]()
        made.setObjectName("legendShapes")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for number, (shape, words) in enumerate(self._shown()):
            if number:
                row.addSpacing(STEPS[1] - _GAP)
            row.addWidget(Shape(shape, words))
            told.append(label(f"legend-{shape}", words, "faint"))
            row.addWidget(told[-1])
        return made, told

    def _shown(self) -> list[tuple[str, str]]:
        shown = (self._shape_and_words(state) for state in SHAPES)
        return [entry for entry in shown if entry is not None]

    def _shape_and_words(self, state: SeatState) -> tuple[str, str] | None:
        """How a state looks on the map, and its name; None where the legend leaves it out."""
        match state:
            case SeatState.MINE:
                return "tick", self.tr("ours")
            case SeatState.RESERVED:
                return "ring", self.tr("held")
            case SeatState.SOLD:
                return "dot", self.tr("sold")
            case SeatState.BLOCKED:
                return "cross", self.tr("blocked")
            case SeatState.FREE | SeatState.OTHER | SeatState.PENDING:
                return None  # a free seat is the disc of its category
            case _:
                assert_never(state)


SHAPES = (SeatState.MINE, SeatState.RESERVED, SeatState.SOLD, SeatState.BLOCKED)
"""The states that the legend tells the shapes of, in its order."""


def _has_lines() -> bool:
    """Whether two lines of small letters go into an entry, at the size of letters of the day."""
    return 2 * QFontMetrics(typeface(SMALL)).height() <= LOW + 2


def _swatch(shade: QColor) -> QIcon:
    picture = QPixmap(_SHAPE, _SHAPE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawEllipse(QRectF(2, 2, _DOT, _DOT))
    painter.end()
    return QIcon(picture)


def _plain(words: str) -> str:
    """Words for a menu, which would take an ampersand for a mnemonic."""
    return words.replace("&", "&&")
