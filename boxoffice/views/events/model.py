"""The rows of the list of events: events, and the grids of those that are many on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from boxoffice.domain.ids import EventId
from boxoffice.presenters.events.state import Day, EventRow, EventsState, OnSale
from boxoffice.views.events.item import RowKind, event_words, times_words
from boxoffice.views.kit.controls import plain_tip
from boxoffice.views.kit.formats import Formats

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_MANY = 6  # times of one name on a day: from there on they are a grid
ROW_ROLE = Qt.ItemDataRole.UserRole
OPEN_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Times:
    """What stands over the grid of times of one name on one day; there are some."""

    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class DayEntry:
    """A day that has events.

    Attributes:
        first: where it begins among the model's rows.
        count: how many events it has.
    """

    day: Day
    first: int
    count: int
    row: EventRow


Entry = EventRow | Times


def arranged(rows: Sequence[EventRow]) -> list[tuple[Entry, bool]]:
    """The rows in their order, with whether each is a time in a grid. The times of one name at one
    place on one day come together, where the first of them is."""
    groups: dict[object, list[EventRow]] = {}
    keys = [_group_of(row) for row in rows]
    for key, row in zip(keys, rows, strict=True):
        groups.setdefault(key, []).append(row)
    made: list[tuple[Entry, bool]] = []
    for key, row in zip(keys, rows, strict=True):
        group = groups[key]
        if len(group) < _MANY:
            made.append((row, False))
        elif row is group[0]:
            made.append((Times(tuple(group)), False))
            by_time = sorted(group, key=lambda each: each.event.starts_at)
            made.extend((each, True) for each in by_time)
    return made


class EventModel(QAbstractListModel):
    """The rows of an `EventsState`; ROW_ROLE is the row, OPEN_ROLE whether it is on the map.
    What stands over a grid cannot be chosen."""

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._state = EventsState()
        self._entries: list[tuple[Entry, bool]] = []

    def take(self, state: EventsState) -> None:
        """Shows other rows; the same events in the same order keep their selection."""
        rows, before = state.rows, self._state.rows
        is_same = len(rows) == len(before) and all(map(_has_same_place, rows, before))
        if is_same:
            self._state = state
            self._entries = arranged(state.rows)
            if self._entries:
                self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))
        else:
            self.beginResetModel()
            self._state = state
            self._entries = arranged(state.rows)
            self.endResetModel()

    @property
    def has_grids(self) -> bool:
        return any(is_slot for _, is_slot in self._entries)

    def kind_at(self, number: int) -> RowKind:
        """What a row is laid out as."""
        entry, is_slot = self._entries[number]
        if is_slot:
            return RowKind.SLOT
        return RowKind.EVENT if isinstance(entry, EventRow) else RowKind.TIMES

    @property
    def days(self) -> tuple[DayEntry, ...]:
        """The days of the events, soonest first; what is on now is of today, and what is over has
        none."""
        begins: dict[date, tuple[int, EventRow]] = {}
        counts: dict[date, int] = {}
        for number, (entry, _) in enumerate(self._entries):
            if isinstance(entry, Times):
                continue
            if entry.day is Day.OVER:
                break
            is_today = entry.day is Day.NOW or entry.day is Day.TODAY
            day = date.min if is_today else entry.starts_at.date()
            begins.setdefault(day, (number, entry))
            counts[day] = counts.get(day, 0) + 1
        return tuple(
            DayEntry(row.day, number, counts[day], row)
            for day, (number, row) in sorted(begins.items(), key=lambda each: each[0])
        )

    @property
    def first_choice(self) -> int:
        """Where a clerk begins: the first event; in a grid the first that is on sale and is to
        begin."""
        slots: list[int] = []
        for number, (entry, is_slot) in enumerate(self._entries):
            if isinstance(entry, EventRow) and not is_slot:
                return slots[0] if slots else number
            if isinstance(entry, EventRow):
                slots.append(number)
                if entry.day is not Day.NOW and entry.on_sale is OnSale.OPEN:
                    return number
            elif slots:
                break
        return slots[0] if slots else -1

    def place_of(self, event_id: EventId | None) -> int:
        """Where the event is; -1 where it is not."""
        for number, (entry, _) in enumerate(self._entries):
            if isinstance(entry, EventRow) and entry.event.id == event_id:
                return number
        return -1

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_event = self.row_at(index) is not None
        return super().flags(index) if is_event else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry, _ = self._entries[index.row()]
        if role == ROW_ROLE:
            return entry
        if isinstance(entry, Times):
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return ", ".join(times_words(entry.rows, self._formats)) if is_text else None
        is_open = entry.event.id == self._state.open_event
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.event.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return event_words(entry, self._formats, is_open=is_open)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(event_words(entry, self._formats, is_open=is_open))
        if role == OPEN_ROLE:
            return is_open
        return None

    def row_at(self, index: Index) -> EventRow | None:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry, _ = self._entries[index.row()]
        return entry if isinstance(entry, EventRow) else None


def _has_same_place(row: EventRow, other: EventRow) -> bool:
    """Whether all is the same that decides where a row stands, and in which company."""
    one, two = row.event, other.event
    is_same = one.id == two.id and one.name == two.name and one.starts_at == two.starts_at
    return is_same and (row.day is Day.OVER) == (other.day is Day.OVER)


def _group_of(row: EventRow) -> object:
    event = row.event
    return event.name, event.location_id, row.starts_at.date(), row.day is Day.OVER
