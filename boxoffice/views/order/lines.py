"""The order's lines by kind, under their events; one of them is worked, any can be selected."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from boxoffice.domain.ids import Place
from boxoffice.domain.orders.kinds import KindKey
from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.presenters.order.state import OrderState
from boxoffice.views.kit.controls import label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import seat_words
from boxoffice.views.order.delegate import TYPE_AT, OrderDelegate
from boxoffice.views.order.items import LineItem, OrderModel, items_of
from boxoffice.views.order.line_controls import LineControls
from boxoffice.views.order.type_popup import TypePopup

_MOST_PENDING = 4
_ROOM_FOR_MESSAGE = 64  # pixels that the last line can be brought clear of
_LEAST = 116  # pixels
_NO_CHANGE = QItemSelectionModel.SelectionFlag.NoUpdate


class OrderLines(QWidget):
    """Shows the lines of an `OrderState`.

    A click selects a line, with Ctrl one more, with Shift all in between; one more on the line
    that is worked opens it to its seats. Space selects the line with the focus, Ctrl+A all. Right,
    Left and Enter open and close it. Delete gives back what is selected, or the line with the
    focus. Plus and minus take one more and give one back. A digit or a letter begins to type a
    price type.

    Signals:
        type_chosen(object, object): a tuple of `Place` and their new `PriceTypeId`.
        remove_asked(object): a tuple of `Place`.
        more_asked(object): a tuple of `Place`: one more like these.
        left(): the line with the focus went, and there is no other for it.
        no_type_for_all(): a price type was asked for, and there is none that all seats may have.
    """

    type_chosen = Signal(object, object)
    remove_asked = Signal(object)
    more_asked = Signal(object)
    left = Signal()
    no_type_for_all = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderLines")
        self.list = OrderList(formats, TypePopup(formats, self))
        self.list.type_chosen.connect(self.type_chosen)
        self.list.remove_asked.connect(self.remove_asked)
        self.list.more_asked.connect(self.more_asked)
        self.list.left.connect(self.left)
        self.list.no_type_for_all.connect(self.no_type_for_all)
        words = self.tr("No seats yet.\nClick seats on the map.")
        self._empty = label("orderEmpty", words, "faint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pending = label("orderPending", "", "faint")
        self._pending.setContentsMargins(16, 0, 16, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._pending)

    @property
    def selected(self) -> tuple[Place, ...]:
        """The seats of the selected lines."""
        return self.list.selected

    @property
    def places(self) -> tuple[Place, ...]:
        """All seats that are shown, line by line."""
        return self.list.places

    @property
    def words(self) -> list[str]:
        """Every row in words, as assistive tools have it."""
        return self.list.words

    def clear_selection(self) -> bool:
        """Returns whether anything was selected."""
        had_any = bool(self.list.selected)
        self.list.clearSelection()
        return had_any

    def show_state(self, state: OrderState) -> None:
        """Cheap where the lines are those shown before."""
        self._show_pending(state.pending)
        self._empty.setVisible(not state.rows and not state.pending)
        self.list.show_state(state)
        self.list.setVisible(bool(state.rows or state.pending))

    def minimumSizeHint(self) -> QSize:
        """An event and two of its lines, or what is on its way."""
        pending = self._pending.sizeHint().height() if self._pending.text() else 0
        return QSize(0, max(_LEAST, pending))

    def sizeHint(self) -> QSize:
        """It takes what is left by what lies under it."""
        return self.minimumSizeHint()

    def choose_type(self) -> None:
        """Opens the price types: of the selected lines, or of all."""
        self.list.choose_type()

    def _show_pending(self, pending: tuple[SeatName, ...]) -> None:
        names = "\n".join(seat_words(name) for name in pending[:_MOST_PENDING])
        text = self.tr("Taking …")
        self._pending.setText(f"{text}\n{names}" if pending else "")
        self._pending.setVisible(bool(pending))


class OrderList(QListView):
    """The list itself: painted rows, and one set of controls on the row that is worked."""

    type_chosen = Signal(object, object)
    remove_asked = Signal(object)
    more_asked = Signal(object)
    left = Signal()
    no_type_for_all = Signal()

    def __init__(self, formats: Formats, popup: TypePopup) -> None:
        super().__init__()
        self.setObjectName("orderList")
        self.setAccessibleName(self.tr("Lines of the order"))
        self._formats = formats
        self._state = OrderState()
        self._opened: set[KindKey] = set()
        self._hovered = -1
        self._pressed = -1  # the row that was worked when the mouse was pressed on it
        self._lines = OrderModel(self)
        self.setModel(self._lines)
        self._paint = OrderDelegate(formats, self)
        self.setItemDelegate(self._paint)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._controls = LineControls(self.viewport())
        self._controls.less_asked.connect(self._less)
        self._controls.more_asked.connect(self._more)
        self._controls.type_asked.connect(self._choose_here)
        self._popup = popup
        self._popup.chosen.connect(self.type_chosen)
        self.selectionModel().currentChanged.connect(self._place_controls)
        self.verticalScrollBar().valueChanged.connect(self._place_controls)

    # --- what is shown ---

    @property
    def selected(self) -> tuple[Place, ...]:
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        places = [place for row in rows for place in self._places(row)]
        return tuple(dict.fromkeys(places))

    @property
    def places(self) -> tuple[Place, ...]:
        lines = (x for x in self._lines.items if isinstance(x, LineItem) and not x.is_seat)
        return tuple(place for line in lines for place in line.places)

    @property
    def words(self) -> list[str]:
        return [item.words for item in self._lines.items]

    def show_state(self, state: OrderState) -> None:
        before, self._state = self._state, state
        is_same = (
            state.rows is before.rows
            and state.broken == before.broken
            and state.called_off == before.called_off
        )
        if is_same:
            return
        self._refill()
        self._popup.follow(state)
        if not state.rows and before.rows and (self.hasFocus() or self._controls.has_focus):
            self.left.emit()

    def _refill(self) -> None:
        """Other rows; what was worked and selected stays so, as far as it is there."""
        row = self.currentIndex().row()
        here = self._item(row)
        key, places = (here.key, here.places) if here is not None else (None, ())
        chosen = [self._item(index.row()) for index in self.selectionModel().selectedIndexes()]
        keys = [item.key for item in chosen if item is not None]
        had_focus = self.hasFocus() or self._controls.has_focus
        self._lines.show_items(items_of(self._state, self._opened, self._formats))
        self._opened &= {i.key for i in self._lines.items if isinstance(i, LineItem)}
        for again in (self._lines.row_of(each) for each in keys):
            if again >= 0:
                index = self._lines.index(again)
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        found = self._lines.row_of(key) if key is not None else -1
        if found < 0 and places:  # the same seats at another type, or what stands there now
            found = self._row_with(places[0])
        if found < 0 and row >= 0:
            found = self._near(row)
        if found >= 0:
            self.selectionModel().setCurrentIndex(self._lines.index(found), _NO_CHANGE)
        self._place_controls()
        if had_focus and not self._controls.has_focus and self._lines.items:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_with(self, place: Place) -> int:
        rows = (row for row in range(len(self._lines.items)) if place in self._places(row))
        return next(rows, -1)

    def _near(self, row: int) -> int:
        """The line in this place, else the last one before it."""
        lines = [i for i, item in enumerate(self._lines.items) if isinstance(item, LineItem)]
        after = [i for i in lines if i >= row]
        return after[0] if after else lines[-1] if lines else -1

    def _item(self, row: int) -> LineItem | None:
        items = self._lines.items
        found = items[row] if 0 <= row < len(items) else None
        return found if isinstance(found, LineItem) else None

    def _places(self, row: int) -> tuple[Place, ...]:
        item = self._item(row)
        return item.places if item is not None else ()

    # --- price types ---

    def choose_type(self, text: str = "") -> None:
        """Opens the price types: of the selected lines, or of all."""
        wanted = frozenset(self.selected)
        rows = [r for r in self._state.rows if not wanted or r.line.place in wanted]
        first = next((i for i in range(len(self._lines.items)) if self._places(i)), -1)
        if wanted:
            first = min(index.row() for index in self.selectionModel().selectedIndexes())
        self._open_popup(rows, first, text)

    def _choose_here(self) -> None:
        """For the line that is worked, with those that are selected beside it."""
        self._choose_at(self._paint.worked, "")

    def _choose_at(self, row: int, text: str) -> None:
        here, selected = self._places(row), self.selected
        wanted = frozenset(selected if set(here) <= set(selected) else here)
        rows = [r for r in self._state.rows if r.line.place in wanted]
        self._open_popup(rows, row, text)

    def _open_popup(self, rows: list[LineRow], row: int, text: str) -> None:
        if not rows:
            return
        box = self.visualRect(self._lines.index(row))
        corner = self.viewport().mapToGlobal(QPoint(box.left() + TYPE_AT, box.top()))
        if not self._popup.open_at(rows, self._state, QRect(corner, box.size()), text):
            self.no_type_for_all.emit()

    # --- what the hand does ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.currentIndex().row()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        with_ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        item = self._item(row)
        if key == Qt.Key.Key_A and with_ctrl:
            self.selectAll()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            has_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._walk(-1 if key == Qt.Key.Key_Up else 1, is_selecting=has_shift)
        elif (
            item is None
            or modifiers & ~Qt.KeyboardModifier.ShiftModifier
            or not (self._key_of_line(key, item, event) or self._typed_at(row, item, event.text()))
        ):
            event.ignore()

    def _key_of_line(self, key: int, item: LineItem, event: QKeyEvent) -> bool:
        """Whether the key means something for the line with the focus."""
        if key == Qt.Key.Key_Delete:
            if not event.isAutoRepeat():
                self.remove_asked.emit(self.selected or item.places)
        elif key == Qt.Key.Key_Space:
            flag = QItemSelectionModel.SelectionFlag.Toggle
            self.selectionModel().select(self.currentIndex(), flag)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._open(item, is_open=not item.is_open)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._open(item, is_open=key == Qt.Key.Key_Right)
        else:
            return False
        return True

    def _typed_at(self, row: int, item: LineItem, text: str) -> bool:
        """One more, one fewer, or the beginning of a price type."""
        if text == "+" and not item.is_seat:
            self.more_asked.emit(item.places)
        elif text == "-":
            self.remove_asked.emit(item.places[-1:])
        elif text.isalnum():
            self._choose_at(row, text)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        is_plain = not event.modifiers()
        self._pressed = row if is_plain and row == self.currentIndex().row() else -1
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        item = self._item(row)
        if item is not None and row == self._pressed and not item.is_seat:
            self._open(item, is_open=not item.is_open)
        self._pressed = -1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint()).row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._item(self.currentIndex().row()) is None:
            first = self._near(0)
            if first >= 0:
                self.selectionModel().setCurrentIndex(self._lines.index(first), _NO_CHANGE)
        self._place_controls()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._place_controls()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._place_controls()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """The last line can be brought clear of a message that lies over the lower edge. The bar is
        then there for good: one that comes and goes with the width of the lines, which are higher
        where they are narrow, would never come to rest."""
        super().updateGeometries()
        rows, bar, room = self._lines.rowCount(), self.verticalScrollBar(), self.viewport().height()
        last = self.visualRect(self._lines.index(rows - 1)) if rows else QRect()
        bottom = last.bottom() + bar.value()
        is_full = rows > 0 and bottom >= room - _ROOM_FOR_MESSAGE // 2
        policies = Qt.ScrollBarPolicy
        policy = policies.ScrollBarAlwaysOn if is_full else policies.ScrollBarAsNeeded
        if policy is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        if is_full:
            bar.setMaximum(max(0, bottom + _ROOM_FOR_MESSAGE - room))

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self._hovered:
            self._hovered = index.row()
            self._place_controls()

    def _walk(self, step: int, *, is_selecting: bool) -> None:
        row = self.currentIndex().row() + step
        while 0 <= row < len(self._lines.items) and self._item(row) is None:
            row += step
        if not 0 <= row < len(self._lines.items):
            return
        select = QItemSelectionModel.SelectionFlag.Select
        if is_selecting:
            self.selectionModel().select(self.currentIndex(), select)
        index = self._lines.index(row)
        self.selectionModel().setCurrentIndex(index, select if is_selecting else _NO_CHANGE)
        self.scrollTo(index)

    def _open(self, item: LineItem, *, is_open: bool) -> None:
        """Shows the seats of a line below it, or puts them away; from one of them as well."""
        row = self.currentIndex().row()
        if item.is_seat and not is_open:
            while row > 0 and (self._item(row) is None or self._is_seat(row)):
                row -= 1
            parent = self._item(row)
            if parent is None:
                return
            self.selectionModel().setCurrentIndex(self._lines.index(row), _NO_CHANGE)
            item = parent
        if item.is_seat or item.is_open == is_open or isinstance(item.key, Place):
            return
        (self._opened.add if is_open else self._opened.discard)(item.key)
        self._refill()
        if is_open:
            last = self._lines.row_of(item.key) + len(item.rows)
            self.scrollTo(self._lines.index(min(last, len(self._lines.items) - 1)))
            self.scrollTo(self._lines.index(self._lines.row_of(item.key)))

    def _is_seat(self, row: int) -> bool:
        item = self._item(row)
        return item is not None and item.is_seat

    def _less(self) -> None:
        places = self._places(self._paint.worked)
        if places:
            self.remove_asked.emit(places[-1:])

    def _more(self) -> None:
        places = self._places(self._paint.worked)
        if places:
            self.more_asked.emit(places)

    def _place_controls(self, *_: object) -> None:
        """To the row under the mouse, else to the one with the focus; never away from a hand that
        is on them."""
        row = self.currentIndex().row()
        is_held = self._controls.has_focus
        if not is_held and self._item(self._hovered) is not None:
            row = self._hovered
        elif not is_held and not self.hasFocus() and not self._popup.isVisible():
            row = -1
        item = self._item(row)
        self._paint.worked = row if item is not None else -1
        if item is None:
            self._controls.hide()
        else:
            rect = self.visualRect(self._lines.index(row))
            at = self._paint.seat_type_at(item)
            self._controls.show_on(item, rect, self._paint.plan(item), at)
        self.viewport().update()
