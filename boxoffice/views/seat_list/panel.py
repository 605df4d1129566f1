"""The seats of the map as a list: the same seats, for those who do not point at them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from boxoffice.domain.catalogue import Offer
from boxoffice.domain.ids import PriceCategoryId, SeatId
from boxoffice.domain.seats.seatplan import SeatPlan, States
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.controls import TextField, button, label, wrap
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.seat_words import PriceWords
from boxoffice.views.seat_list.model import SeatListModel
from boxoffice.views.seat_list.table import SeatTable

_DEBOUNCE = 150  # milliseconds


class SeatList(QWidget):
    """Shows a plan's seats by area, row and number, with a filter.

    Signals:
        seats_picked(object): a tuple of `SeatId`, to be taken or given back.
        area_picked(object): the `AreaId` of a standing area.
        left(): back to the map.
    """

    seats_picked = Signal(object)
    area_picked = Signal(object)
    left = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seatList")
        self._formats = formats
        self._model = SeatListModel(formats, self)
        self._shown: tuple[Offer, SeatPlan, PriceWords] | None = None
        self._states: States = np.zeros(0, dtype=np.uint8)
        self._is_prepared = False
        self._category: PriceCategoryId | None = None
        self._wanted: SeatId | None = None
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE)
        self._timer.timeout.connect(self._apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(STEPS[3], 0, STEPS[2], 0)
        layout.setSpacing(8)
        layout.addLayout(self._filter_line())
        self._table = self._make_table()
        self._empty = self._empty_page()
        self._pages = QStackedWidget()
        self._pages.setObjectName("seatListPages")
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._empty)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._foot())

    # --- what is shown ---

    def show_plan(self, offer: Offer, plan: SeatPlan, states: States, prices: PriceWords) -> None:
        """Another event; its seats are put in order when the list is first seen."""
        self._shown, self._states = (offer, plan, prices), states.copy()
        self._is_prepared, self._category, self._wanted = False, None, None
        self._filter.clear()
        self._only_free.setChecked(False)
        self._timer.stop()
        if self.isVisible():
            self._prepare()

    def show_states(self, indices: NDArray[np.intp], values: States) -> None:
        """Takes over new states; what is selected stays so."""
        self._states[indices] = values
        if self._is_prepared:
            self._model.show_states(indices, values)

    def choose_category(self, category: PriceCategoryId | None) -> None:
        """Shows the seats of one price category only; None shows all."""
        self._category = category
        self._apply()

    @property
    def focused_seat(self) -> SeatId | None:
        """The seat of the current row."""
        return self._model.seat_at(self._table.currentIndex().row())

    def focus_seat(self, seat_id: SeatId | None) -> None:
        """Goes to a seat, or stays; the keys are the table's from now on."""
        if seat_id is not None:
            self._wanted = seat_id
            if self._is_prepared:
                self._go_to_wanted()
        self._focus_rows()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_prepared:
            self._prepare()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the filter, Enter and the arrows go to the rows, Escape one step back."""
        if watched is not self._filter or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        is_ours = key in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Down,
            Qt.Key.Key_Up,
            Qt.Key.Key_Escape,
        )
        if event.type() != QEvent.Type.KeyPress or not is_ours:
            return super().eventFilter(watched, event)
        if key is not Qt.Key.Key_Escape:
            self._flush()
            self._focus_rows()
        elif self._filter.text():
            self._filter.clear()
            self._flush()
            self._focus_rows()
        else:
            self.left.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.accept()  # a digit here is no size of a party

    # --- what is done ---

    def _prepare(self) -> None:
        if self._shown is None:
            return
        offer, plan, prices = self._shown
        self._model.show_plan(offer, plan, self._states, prices)
        self._is_prepared = True
        self._apply()

    def _start_filter(self) -> None:
        self._timer.start()

    def _flush(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._apply()

    def _apply(self) -> None:
        """Filters, and goes back to the seat that was current, where it is still there."""
        self._timer.stop()
        if not self._is_prepared:
            return
        self._wanted = self.focused_seat or self._wanted
        only_free = self._only_free.isChecked()
        self._model.set_filter(self._filter.text(), self._category, only_free=only_free)
        count = self._model.rowCount()
        text = self.tr("{shown} of {total}")
        number = self._formats.number
        self._count.setText(text.format(shown=number(count), total=number(self._model.total)))
        self._show_empty_words()
        self._pages.setCurrentWidget(self._table if count else self._empty)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        row = self._model.line_of(self._wanted) if self._wanted is not None else -1
        self._table.go_to(row)

    def _focus_rows(self) -> None:
        has_rows = self._model.rowCount() > 0 or not self._is_prepared
        target = self._table if has_rows else self._filter
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, text: str) -> None:
        """A letter typed on the rows begins a new filter."""
        self._filter.setText(text)
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._filter.end(False)

    def _pick(self) -> None:
        current = self._table.currentIndex().row()
        area = self._model.area_at(current)
        if area is not None:
            self.area_picked.emit(area.id)
            return
        seats = [self._model.seat_at(row) for row in self._table.selected_rows()]
        found = tuple(seat for seat in seats if seat is not None)
        if found:
            self.seats_picked.emit(found)

    def _show_all(self) -> None:
        self._filter.clear()
        self._only_free.setChecked(False)
        self._apply()
        self._focus_rows()

    # --- how it is made ---

    def _filter_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self._filter = TextField("seatListFilter", self.tr("Filter the seats"), 100)
        whole = self.tr("Area, row, seat or category, such as stalls c 12")
        self._filter.hint(whole, self.tr("Such as stalls c 12"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._start_filter)
        self._filter.installEventFilter(self)
        self._only_free = QCheckBox(self.tr("Free seats only"))
        self._only_free.setObjectName("seatListFree")
        self._only_free.setAccessibleName(self.tr("Free seats only"))
        self._only_free.toggled.connect(self._apply)
        self._back = button("seatListBack", self.tr("Map"))
        self._back.setToolTip(self.tr("Back to the map (Ctrl+L)"))
        self._back.setAccessibleName(self.tr("Back to the map"))
        self._back.clicked.connect(self.left)
        row.addWidget(self._filter, 1)
        row.addWidget(self._only_free)
        row.addWidget(self._back)
        return row

    def _make_table(self) -> SeatTable:
        made = SeatTable(self._model)
        made.pick_asked.connect(self._pick)
        made.doubleClicked.connect(self._pick)
        made.leave_asked.connect(self.left)
        made.typed.connect(self._type)
        return made

    def _empty_page(self) -> QWidget:
        page = QFrame()
        page.setObjectName("seatListEmpty")
        layout = QVBoxLayout(page)
        layout.setSpacing(14)
        self._message = label("seatListMessage", "", "faint")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        clear = button("seatListClear", self.tr("Show all seats"))
        clear.clicked.connect(self._show_all)
        layout.addStretch(1)
        layout.addWidget(self._message)
        layout.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return page

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = self.tr("Space takes a seat or gives it back · Shift and arrows: several")
        hint = label("seatListHint", words, "faint")
        wrap(hint)
        self._count = label("seatListCount", "", "faint")
        row.addWidget(hint, 1)
        row.addWidget(self._count)
        return row

    def _show_empty_words(self) -> None:
        words = self.tr("No seat matches.")
        offer = self._shown[0] if self._shown is not None else None
        names = [c.name for c in offer.categories if c.id == self._category] if offer else []
        if names:
            text = self.tr("Only “{category}” is shown, as chosen below.")
            words += "\n" + text.format(category=shortened(names[0], 40))
        self._message.setText(words)
