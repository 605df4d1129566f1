"""The list of events and the search over it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import assert_never

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.closed_sets import complete
from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.state import Day, EventsState, Sieve
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.events.days import DayStrip
from boxoffice.views.events.filters import FilterBar
from boxoffice.views.events.item import EventDelegate
from boxoffice.views.events.model import EventModel
from boxoffice.views.kit.controls import (
    TextField,
    WaitingBar,
    button,
    card,
    heading,
    label,
    restyle,
    wrap,
)
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened

Index = QModelIndex | QPersistentModelIndex
_BESIDE: Mapping[Sieve, str] = complete(
    Sieve,
    {
        Sieve.VENUE: "eventsOtherVenues",
        Sieve.ORGANIZER: "eventsOtherOrganizers",
        Sieve.CATEGORY: "eventsOtherCategories",
        Sieve.ON_SALE: "eventsNotOnSale",
    },
)


class EventList(QListView):
    """Events one below the other; where there are grids of times, they lie in lines.

    Signals:
        current_changed(int): the row that is current by now; -1 for none.
    """

    current_changed = Signal(int)

    def __init__(self, model: EventModel, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("eventsList")
        self._events, self._delegate = model, EventDelegate(formats, self, model.kind_at)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.arrange()

    def arrange(self) -> None:
        """Lays the rows out as they are by now: all alike, which is quick, or grids among them."""
        has_grids = self._events.has_grids
        flow = QListView.Flow.LeftToRight if has_grids else QListView.Flow.TopToBottom
        if self.flow() != flow or self.uniformItemSizes() == has_grids:
            self.setFlow(flow)
            self.setWrapping(has_grids)
            self.setUniformItemSizes(not has_grids)

    def walk(self, way: QAbstractItemView.CursorAction) -> None:
        """Goes from the current event to the next in a direction."""
        index = self.moveCursor(way, Qt.KeyboardModifier.NoModifier)
        if self._events.row_at(index) is not None:
            self.setCurrentIndex(index)

    def go_to(self, row: int, hint: QAbstractItemView.ScrollHint | None = None) -> None:
        """Makes an event current: that of the row, or the first below it."""
        while 0 <= row < self._events.rowCount():
            index = self._events.index(row)
            if self._events.row_at(index) is not None:
                self.setCurrentIndex(index)
                above = self._events.index(row - 1)
                is_first = above.isValid() and self._events.row_at(above) is None
                ensure = QAbstractItemView.ScrollHint.EnsureVisible
                self.scrollTo(above if is_first else index, hint or ensure)
                return
            row += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self._delegate.set_width(self.maximumViewportSize().width() - bar)
        super().resizeEvent(event)

    def _tell_current(self, current: Index) -> None:
        self.current_changed.emit(current.row())


class EventsPanel(QWidget):
    """Shows an `EventsState`.

    Signals:
        search_changed(str): what is in the search field.
        narrowed(object, str): a `Sieve` and the value that is chosen; empty for all.
        event_chosen(object): the `EventId` to open.
        retry_asked(): load again after a failure.
        state_shown(object): the `EventsState` that was shown.
        left(): Escape, while it lies over the map.
    """

    left = Signal()
    search_changed = Signal(str)
    narrowed = Signal(object, str)
    event_chosen = Signal(object)
    retry_asked = Signal()
    state_shown = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("eventsPanel")
        frame, layout = card("eventsCard")
        self._frame = frame
        layout.setContentsMargins(STEPS[2], STEPS[2], STEPS[2], STEPS[2])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._search = TextField("eventsSearch", self.tr("Find event"))
        self._search.setPlaceholderText(self.tr("Find event (F2)"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self.search_changed)
        self._search.returnPressed.connect(self._open_current)
        self._search.installEventFilter(self)
        self._formats = formats
        self._state = EventsState()
        self._model = EventModel(formats, self)
        self._list = EventList(self._model, formats)
        self._list.setAccessibleName(self.tr("Events"))
        self._list.clicked.connect(self._open)
        self._list.activated.connect(self._open)
        self._days = DayStrip(formats)
        self._days.day_chosen.connect(self._go_to_day)
        self._list.current_changed.connect(self._days.follow)
        self._filters = FilterBar()
        self._filters.narrowed.connect(self.narrowed)
        self._progress = WaitingBar("eventsProgress", self.tr("Loading events"))
        self._message = label("eventsMessage", role="faint")
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._age = label("eventsAge", role="faint")
        self._age.setWordWrap(True)
        self._retry = button("eventsRetry", self.tr("Try again"))
        self._retry.clicked.connect(self.retry_asked)
        title = heading("eventsTitle", self.tr("Events"))
        count = self._make_count()
        above: tuple[QWidget, ...] = (title, self._search, self._filters, count, self._days)
        for widget in above:
            layout.addWidget(widget)
        for widget in (self._progress, self._message, *self._make_ways_out()):
            layout.addWidget(widget)
        layout.addWidget(self._age)
        layout.addWidget(self._retry)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)
        self.show_state(EventsState(phase=Phase.LOADING))

    def show_state(self, state: EventsState) -> None:
        before, self._state = self._state, state
        current = self._model.row_at(self._list.currentIndex())
        self._model.take(state)
        self._list.arrange()
        has_rows = bool(state.rows)
        self._progress.show_waiting(state.phase is Phase.LOADING)
        self._retry.setVisible(state.phase is Phase.FAILED)
        self._list.setVisible(has_rows)
        self._message.setVisible(not has_rows)
        self._message.setText(self._empty_words(state))
        self._show_age(state)
        self._show_filters(state)
        if has_rows and not self._list.currentIndex().isValid():
            is_same = (before.search, before.chosen) == (state.search, state.chosen)
            kept = self._model.place_of(current.event.id) if current and is_same else -1
            self._list.go_to(kept if kept >= 0 else self._model.first_choice)
        self._days.show_days(self._model.days, self._list.currentIndex().row())
        self.state_shown.emit(state)

    def _show_filters(self, state: EventsState) -> None:
        """The chips, how many events are shown, and the ways out where there are none."""
        self._filters.show_state(state)
        self._count.setText(self._count_words(state))
        self._clear.setVisible(state.is_narrowed)
        hidden = dict(state.hidden)
        for sieve, way_out in self._ways_out.items():
            number = hidden.get(sieve, 0)
            way_out.setVisible(bool(number))
            way_out.setText(self._way_out_words(sieve, number) if number else "")
            way_out.setAccessibleName(way_out.text())

    def _count_words(self, state: EventsState) -> str:
        if not state.rows and not state.is_narrowed:
            return ""
        if state.rows and state.rows[-1].day is Day.OVER:
            return self.tr("%n event(s), with those that are over", "", len(state.rows))
        if state.is_narrowed:
            text = self.tr("{shown} of %n event(s)", "", state.total)
            return text.format(shown=self._formats.number(len(state.rows)))
        return self.tr("%n event(s)", "", state.total)

    def _way_out_words(self, sieve: Sieve | None, number: int) -> str:
        count = self._formats.number(number)
        if sieve is None:
            return self.tr("Without the search: {number}").format(number=count)
        match sieve:
            case Sieve.VENUE:
                text = self.tr("At every venue: {number}")
            case Sieve.ORGANIZER:
                text = self.tr("Of all organisers: {number}")
            case Sieve.CATEGORY:
                text = self.tr("In all categories: {number}")
            case Sieve.ON_SALE:
                text = self.tr("Not on sale: {number}")
            case _:
                assert_never(sieve)
        return text.format(number=count)

    def _show_age(self, state: EventsState) -> None:
        """That the list is an earlier start's, while the server has not told it."""
        text = self.tr("As of {when}; updating …")
        when = self._formats.date_time(state.as_of.astimezone()) if state.as_of else ""
        self._age.setText(text.format(when=when) if when else "")
        self._age.setVisible(bool(when))

    def set_over(self, is_over: bool) -> None:
        """Whether it lies over something else, and shows its edge."""
        restyle(self._frame, "over", is_over)

    def forget_search(self) -> None:
        """Shows all events again: what was sought is found."""
        if self._search.text():
            self._search.clear()
        elif self._state.search:
            self.search_changed.emit("")  # of a page that was made anew since
        for sieve in tuple(self._state.chosen):
            self.narrowed.emit(sieve, "")

    def _show_all(self) -> None:
        self.forget_search()
        self.focus_search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, while it lies over the map: back to work."""
        is_escape = event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat()
        if is_escape and self._frame.property("over"):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focus_search(self) -> None:
        """Puts the cursor into the search field, what stands there selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @property
    def home(self) -> QWidget:
        """Where the focus belongs."""
        return self._search

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the search field walk through the list."""
        if watched is self._search and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            ways = QAbstractItemView.CursorAction
            way = {
                Qt.Key.Key_Down: ways.MoveDown,
                Qt.Key.Key_Up: ways.MoveUp,
                Qt.Key.Key_PageDown: ways.MovePageDown,
                Qt.Key.Key_PageUp: ways.MovePageUp,
            }.get(Qt.Key(event.key()))
            if is_press and way is not None:
                self._list.walk(way)
                return True
        return super().eventFilter(watched, event)

    def _make_count(self) -> QWidget:
        """How many events are shown, and all of them again by one press; its room is kept."""
        self._count = label("eventsCount", role="faint")
        wrap(self._count)
        self._clear = button("eventsClear", self.tr("Show all"), flat=True)
        self._clear.clicked.connect(self._show_all)
        keeping = QSizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(keeping)
        self._clear.setProperty("low", True)
        made = QWidget()
        made.setProperty("dense", True)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count, 1)
        row.addWidget(self._clear)
        return made

    def _make_ways_out(self) -> list[QPushButton]:
        """Where nothing is found: what each of the filters hides, and without it."""
        search = button("eventsWithoutSearch", "")
        search.clicked.connect(self._widen_search)
        self._ways_out: dict[Sieve | None, QPushButton] = {None: search}
        for sieve, name in _BESIDE.items():
            made = button(name, "")
            made.clicked.connect(partial(self._widen, sieve))
            self._ways_out[sieve] = made
        return list(self._ways_out.values())

    def _widen_search(self) -> None:
        self._search.clear()
        self.focus_search()

    def _widen(self, sieve: Sieve) -> None:
        self.narrowed.emit(sieve, "")
        self.focus_search()

    def _go_to_day(self, row: int) -> None:
        with QSignalBlocker(self._list):
            self._list.go_to(row, QAbstractItemView.ScrollHint.PositionAtTop)

    def _empty_words(self, state: EventsState) -> str:
        if state.phase is Phase.LOADING:
            return self.tr("Loading events …")
        if state.phase is Phase.FAILED:
            return self.tr("The events could not be loaded.")
        if state.chosen:
            return self.tr("No event fits all of these filters.")
        if state.search.strip() and state.total:
            text = self.tr("Nothing found for “{search}”.")
            return text.format(search=shortened(state.search, 60))
        return self.tr("There are no events on sale.")

    def _open_current(self) -> None:
        index = self._list.currentIndex()
        self._open(index if index.isValid() else self._model.index(0))

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.event_chosen.emit(row.event.id)
