"""The list of events and the search over it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from boxoffice.presenters.common import Phase
from boxoffice.presenters.events.state import EventRow, EventsState
from boxoffice.views.events.item import EventDelegate, event_words
from boxoffice.views.kit.controls import (
    TextField,
    WaitingBar,
    button,
    card,
    heading,
    label,
    plain_tip,
    restyle,
)
from boxoffice.views.kit.formats import Formats

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
OPEN_ROLE = Qt.ItemDataRole.UserRole + 1


class EventModel(QAbstractListModel):
    """The rows of an `EventsState`; ROW_ROLE is the row, OPEN_ROLE whether it is on the map."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._state = EventsState()

    def take(self, state: EventsState) -> None:
        """Shows other rows; the same events in the same order keep their selection."""
        is_same = [r.event.id for r in state.rows] == [r.event.id for r in self._state.rows]
        if is_same:
            self._state = state
            if state.rows:
                self.dataChanged.emit(self.index(0), self.index(len(state.rows) - 1))
        else:
            self.beginResetModel()
            self._state = state
            self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._state.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.event.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return event_words(row, self._formats)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(event_words(row, self._formats))
        if role == ROW_ROLE:
            return row
        if role == OPEN_ROLE:
            return row.event.id == self._state.open_event
        return None

    def row_at(self, index: Index) -> EventRow | None:
        rows = self._state.rows
        return rows[index.row()] if index.isValid() and index.row() < len(rows) else None


class EventsPanel(QWidget):
    """Shows an `EventsState`.

    Signals:
        search_changed(str): what is in the search field.
        event_chosen(object): the `EventId` to open.
        retry_asked(): load again after a failure.
        state_shown(object): the `EventsState` that was shown.
        left(): Escape, while it lies over the map.
    """

    left = Signal()
    search_changed = Signal(str)
    event_chosen = Signal(object)
    retry_asked = Signal()
    state_shown = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("eventsPanel")
        frame, layout = card("eventsCard")
        self._frame = frame
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._search = TextField("eventsSearch", self.tr("Find event"))
        self._search.setPlaceholderText(self.tr("Find event (F2)"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self.search_changed)
        self._search.returnPressed.connect(self._open_current)
        self._search.installEventFilter(self)
        self._model = EventModel(formats, self)
        self._list = self._make_list(formats)
        self._progress = WaitingBar("eventsProgress", self.tr("Loading events"))
        self._message = label("eventsMessage", role="faint")
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._formats = formats
        self._age = label("eventsAge", role="faint")
        self._age.setWordWrap(True)
        self._retry = button("eventsRetry", self.tr("Try again"))
        self._retry.clicked.connect(self.retry_asked)
        title = heading("eventsTitle", self.tr("Events"))
        for widget in (title, self._search, self._progress, self._message):
            layout.addWidget(widget)
        layout.addWidget(self._age)
        layout.addWidget(self._retry)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)
        self.show_state(EventsState(phase=Phase.LOADING))

    def show_state(self, state: EventsState) -> None:
        self._model.take(state)
        has_rows = bool(state.rows)
        self._progress.show_waiting(state.phase is Phase.LOADING)
        self._retry.setVisible(state.phase is Phase.FAILED)
        self._list.setVisible(has_rows)
        self._message.setVisible(not has_rows)
        self._message.setText(self._empty_words(state))
        self._show_age(state)
        if has_rows and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))
        self.state_shown.emit(state)

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
        self._search.clear()

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
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if is_press and step:
                row = max(
                    0, min(self._list.currentIndex().row() + step, self._model.rowCount() - 1)
                )
                self._list.setCurrentIndex(self._model.index(row))
                return True
        return super().eventFilter(watched, event)

    def _make_list(self, formats: Formats) -> QListView:
        found = QListView()
        found.setObjectName("eventsList")
        found.setAccessibleName(self.tr("Events"))
        found.setModel(self._model)
        found.setItemDelegate(EventDelegate(formats, found))
        found.setUniformItemSizes(True)
        found.setMouseTracking(True)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        found.clicked.connect(self._open)
        found.installEventFilter(self)
        found.activated.connect(self._open)
        return found

    def _empty_words(self, state: EventsState) -> str:
        if state.phase is Phase.LOADING:
            return self.tr("Loading events …")
        if state.phase is Phase.FAILED:
            return self.tr("The events could not be loaded.")
        if state.search.strip() and state.total:
            text = self.tr("Nothing found for “{search}”.")
            return text.format(search=state.search.strip()[:60])
        return self.tr("There are no events on sale.")

    def _open_current(self) -> None:
        index = self._list.currentIndex()
        self._open(index if index.isValid() else self._model.index(0))

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.event_chosen.emit(row.event.id)
