"""The table of the seat list: how it looks, and what its keys mean."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from boxoffice.views.seat_list.model import Column, SeatListModel

_ROW_HEIGHT = 36
_PAD = 22
_MOST_WIDE = {Column.ROW: 90, Column.SEAT: 100, Column.CATEGORY: 150}
_NARROW, _NARROWER = 600, 470  # pixels below which a column is left out
_NOTES = 110  # pixels that remarks have at least
_Move = QAbstractItemView.CursorAction


class SeatTable(QTableView):
    """Rows of seats; whole rows are selected.

    Signals:
        pick_asked(): Space or Enter.
        leave_asked(): Escape.
        typed(str): a character that belongs into the filter.
    """

    pick_asked = Signal()
    leave_asked = Signal()
    typed = Signal(str)

    def __init__(self, model: SeatListModel) -> None:
        super().__init__()
        self.setObjectName("seatListTable")
        self.setAccessibleName(self.tr("Seats"))
        self._seats = model
        self._wide = dict.fromkeys(Column, 60)
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        self._strong = QFontMetrics(font)
        self.setModel(model)
        behavior = QAbstractItemView.SelectionBehavior.SelectRows
        self.setSelectionBehavior(behavior)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._dress_headers()
        model.modelReset.connect(self.measure)

    def measure(self) -> None:
        """Gives the columns the room that their longest words need."""
        for column in Column:
            title = str(self._seats.headerData(column, Qt.Orientation.Horizontal))
            texts = [title, *self._seats.samples(column)]
            wide = max(map(self._strong.horizontalAdvance, texts)) + _PAD
            if column is Column.CATEGORY:
                wide += 20  # its dot
            self._wide[column] = min(wide, _MOST_WIDE.get(column, 220))
            self.horizontalHeader().resizeSection(column, self._wide[column])
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        is_plain = not event.modifiers() & ~plain
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.pick_asked.emit()
        elif key is Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif is_plain and text and text.isprintable():
            self.typed.emit(text)
        elif not event.matches(QKeySequence.StandardKey.SelectAll):  # nobody buys the house
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: _Move, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End mean the first and the last seat."""
        last = self._seats.rowCount() - 1
        if action in (_Move.MoveHome, _Move.MoveEnd) and last >= 0:
            row = 0 if action is _Move.MoveHome else last
            return self._seats.index(row, self.currentIndex().column())
        return super().moveCursor(action, modifiers)

    def go_to(self, row: int) -> None:
        """Selects one row, and brings it into sight."""
        index = self._seats.index(max(0, row), 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def selected_rows(self) -> list[int]:
        """From top to bottom; the current one where none is selected."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        current = self.currentIndex()
        return rows or ([current.row()] if current.isValid() else [])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Typing goes to the filter instead."""

    def _share_out(self) -> None:
        """The area takes what is left of a narrow table, the remarks that of a wide one."""
        room = self.viewport().width()
        hidden = {Column.NOTES: room < _NARROW, Column.CATEGORY: room < _NARROWER}
        for column, is_hidden in hidden.items():
            self.setColumnHidden(column, is_hidden)
        fixed = [c for c in Column if c not in (Column.AREA, Column.NOTES) and not hidden.get(c)]
        left = max(60, room - sum(self._wide[c] for c in fixed))
        wanted = max(self._wide[Column.AREA], left // 3)
        area = left if hidden[Column.NOTES] else min(wanted, left - _NOTES)
        self.horizontalHeader().resizeSection(Column.AREA, area)
        self.horizontalHeader().resizeSection(Column.NOTES, left - area)

    def _dress_headers(self) -> None:
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW_HEIGHT)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        rows.hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(30)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(left)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
