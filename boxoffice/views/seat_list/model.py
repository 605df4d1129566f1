"""The seats of the list as Qt's tables want them: words are made for the rows in sight only."""

from __future__ import annotations

from enum import IntEnum
from typing import assert_never

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap

from boxoffice.domain.catalogue import Area, Offer
from boxoffice.domain.ids import PriceCategoryId, SeatId
from boxoffice.domain.seats.seatplan import Seat, SeatPlan, SeatState, States
from boxoffice.tokens.sizes import BODY, STRONG
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.seat_words import (
    PriceWords,
    attribute_words,
    free_words,
    state_sign,
    state_word,
)
from boxoffice.views.kit.theme import category_color, typeface
from boxoffice.views.seat_list.rows import Indices, SeatRows

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_MOST_RUNS = 40
_DOT = 12


class Column(IntEnum):
    AREA = 0
    ROW = 1
    SEAT = 2
    CATEGORY = 3
    PRICE = 4
    STATUS = 5
    NOTES = 6


class SeatListModel(QAbstractTableModel):
    """The seats that match the filter, by area, row and number."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._plan = SeatPlan.empty()
        self._offer: Offer | None = None
        self._rows: SeatRows | None = None
        self._states: States = np.zeros(0, dtype=np.uint8)
        self._prices: PriceWords | None = None
        self._shown: Indices = np.zeros(0, dtype=np.intp)
        self._place: NDArray[np.int32] = np.zeros(0, dtype=np.int32)
        self._dots: dict[int, QIcon] = {}
        self._categories: dict[int, str] = {}

    # --- what is shown ---

    def show_plan(self, offer: Offer, plan: SeatPlan, states: States, prices: PriceWords) -> None:
        """Takes over an event's seats and puts them in order: 50 ms for 100,000."""
        self.beginResetModel()
        self._offer, self._plan, self._prices = offer, plan, prices
        self._states = states.copy()
        self._rows = SeatRows(offer, plan)
        self._dots = {int(c.id): _dot(c.color) for c in offer.categories}
        self._categories = {int(c.id): shortened(c.name, 40) for c in offer.categories}
        self._show(self._rows.entries)
        self.endResetModel()

    def set_filter(self, text: str, category: PriceCategoryId | None, *, only_free: bool) -> None:
        """Shows the seats that are meant. What is taken later stays until the next filter."""
        if self._rows is None:
            return
        entries = self._rows.matching(text, category)
        if only_free:
            entries = self._rows.available(entries, self._states)
        self.beginResetModel()
        self._show(entries)
        self.endResetModel()

    def show_states(self, indices: NDArray[np.intp], values: States) -> None:
        """Takes over new states and tells of the rows concerned."""
        self._states[indices] = values
        places = np.unique(self._place[indices])
        places = places[places >= 0]
        if not len(places):
            return
        runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
        if len(runs) > _MOST_RUNS:
            runs = [places]
        for run in runs:
            first, last = int(run[0]), int(run[-1])
            self.dataChanged.emit(self.index(first, 0), self.index(last, Column.NOTES))

    @property
    def total(self) -> int:
        """The rows without a filter."""
        return len(self._rows.entries) if self._rows is not None else 0

    def seat_at(self, row: int) -> SeatId | None:
        """The seat of a row; None for a standing area."""
        if not 0 <= row < len(self._shown) or self.area_at(row) is not None:
            return None
        return SeatId(int(self._plan.ids[self._shown[row]]))

    def area_at(self, row: int) -> Area | None:
        """The standing area of a row."""
        if self._rows is None or not 0 <= row < len(self._shown):
            return None
        return self._rows.standing.get(int(self._shown[row]))

    def line_of(self, seat_id: SeatId) -> int:
        """Where a seat is in the list, -1 where it is not."""
        index = self._plan.index_of(seat_id)
        return int(self._place[index]) if 0 <= index < len(self._place) else -1

    def samples(self, column: Column) -> list[str]:
        """The longest texts of a column, to measure it by."""
        if self._rows is None:
            return []
        found = {
            Column.AREA: {shortened(area.name, 60) for area in self._rows.areas},
            Column.ROW: set(self._plan.row_names),
            Column.SEAT: {*self._rows.numbers, *(_standing_word() for _ in self._rows.standing)},
            Column.CATEGORY: set(self._categories.values()),
            Column.PRICE: set(self._prices.all if self._prices is not None else ()),
            Column.STATUS: {self._status(state) for state in SeatState},
        }
        return sorted(found.get(column, set()), key=len)[-8:]

    # --- what Qt asks ---

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is not Qt.Orientation.Horizontal or not is_text:
            return None
        return _header(Column(section))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._offer is None or not index.isValid() or index.row() >= len(self._shown):
            return None
        at, column = int(self._shown[index.row()]), Column(index.column())
        state = SeatState(int(self._states[at]))
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(at, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column is Column.AREA:
                return self._whole(at)
            return self._text(at, column) or f"{_header(column)}: –"  # an empty cell says so
        if role == Qt.ItemDataRole.DecorationRole and column is Column.CATEGORY:
            return self._dots.get(int(self._plan.category_ids[at]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and not self._can_be_had(at, state):
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        if role == Qt.ItemDataRole.FontRole and state is SeatState.MINE:
            return _strong()
        return None

    # --- words ---

    def _show(self, entries: Indices) -> None:
        self._shown = entries
        self._place = self._rows.places_of(entries) if self._rows else np.zeros(0, dtype=np.int32)

    def _text(self, at: int, column: Column) -> str:
        seat = self._plan.seat(at)
        area = self._rows.standing.get(at) if self._rows is not None else None
        match column:
            case Column.AREA:
                return self._area_name(seat)
            case Column.ROW:
                return shortened(seat.row, 20)
            case Column.SEAT:
                return shortened(seat.number, 20) if area is None else _standing_word()
            case Column.CATEGORY:
                return self._categories.get(int(seat.category_id), "")
            case Column.PRICE:
                return self._prices(seat.category_id) if self._prices is not None else ""
            case Column.STATUS:
                return self._standing_status(area) if area else self._status(self._state(at))
            case Column.NOTES:
                return ", ".join(attribute_words(seat.attributes))
            case _:
                assert_never(column)

    def _whole(self, at: int) -> str:
        """The row as one line, for assistive tools."""
        seat = self._plan.seat(at)
        area = self._rows.standing.get(at) if self._rows is not None else None
        price = self._text(at, Column.PRICE)
        name = self._area_name(seat)
        status = state_word(self._state(at))
        if area is None:
            text = QCoreApplication.translate("SeatCanvas", "{area}, row {row}, seat {number}")
            name = text.format(area=name, row=seat.row, number=seat.number)
        else:
            text = QCoreApplication.translate("SeatCanvas", "{area}, standing")
            name = text.format(area=name)
            status = self._free_in(area)
        parts = (name, self._text(at, Column.CATEGORY), price, status)
        return ", ".join(p for p in (*parts, *attribute_words(seat.attributes)) if p)

    def _area_name(self, seat: Seat) -> str:
        area = self._offer.area(seat.area_id) if self._offer is not None else None
        return shortened(area.name, 60) if area is not None else ""

    def _state(self, at: int) -> SeatState:
        return SeatState(int(self._states[at]))

    def _status(self, state: SeatState) -> str:
        return f"{state_sign(state)} {state_word(state)}"

    def _standing_status(self, area: Area) -> str:
        free = self._rows.free_of(area, self._states) if self._rows is not None else 0
        sign = state_sign(SeatState.FREE if free else SeatState.SOLD)
        return f"{sign} {self._free_in(area)}"

    def _free_in(self, area: Area) -> str:
        free = self._rows.free_of(area, self._states) if self._rows is not None else 0
        return free_words(self._formats.number(free))

    def _can_be_had(self, at: int, state: SeatState) -> bool:
        area = self._rows.standing.get(at) if self._rows is not None else None
        if area is not None and self._rows is not None:
            return self._rows.free_of(area, self._states) > 0
        return state.traits.can_be_had


def _header(column: Column) -> str:
    translate = QCoreApplication.translate
    match column:
        case Column.AREA:
            return translate("SeatList", "Area")
        case Column.ROW:
            return translate("SeatList", "Row")
        case Column.SEAT:
            return translate("SeatList", "Seat")
        case Column.CATEGORY:
            return translate("SeatList", "Category")
        case Column.PRICE:
            return translate("SeatList", "Price")
        case Column.STATUS:
            return translate("SeatList", "Status")
        case Column.NOTES:
            return translate("SeatList", "Remarks")
        case _:
            assert_never(column)


def _alignment(column: Column) -> int:
    is_right = column is Column.PRICE
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _standing_word() -> str:
    return QCoreApplication.translate("SeatList", "standing")


def _strong() -> QFont:
    return typeface(BODY, STRONG)


def _dot(color: str) -> QIcon:
    """A disc in a category's colour, the same on a selected row."""
    picture = QPixmap(2 * _DOT, 2 * _DOT)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(category_color(color))
    painter.drawEllipse(1, 1, _DOT - 2, _DOT - 2)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
