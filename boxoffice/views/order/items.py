"""The rows of the order's list: an event, its lines, and the seats of an open line."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from boxoffice.domain.ids import EventId, Place
from boxoffice.domain.money import Money
from boxoffice.domain.orders.kinds import KindKey, kinds_of
from boxoffice.domain.rules import Breach
from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.presenters.order.state import OrderState
from boxoffice.views.kit.controls import plain_tip
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import row_and_seat, seat_words, shortened
from boxoffice.views.kit.seat_runs import runs_words

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class EventItem:
    """Above the lines of an event: its name, and when it is."""

    event_id: EventId
    name: str
    time: str
    is_called_off: bool

    @property
    def words(self) -> str:
        return f"{self.name}, {self.time}" if self.time else self.name


@dataclass(frozen=True, slots=True)
class LineItem:
    """A line: seats of one kind, or one of them below its open line.

    Attributes:
        rows: its seats, in the order in which they are told.
        key: stays the same for the same line.
        place: where it is, with its section; `short` without, empty where that would not be clear.
        words: all of it, for assistive tools.
        is_open: its seats are shown below it.
        is_seat: it is one seat of the open line above it.
        is_marked: a sales rule is not met by its seats; `is_called_off`: nor can they be sold.
    """

    rows: tuple[LineRow, ...]
    key: KindKey | Place
    place: str
    short: str
    words: str
    is_open: bool = False
    is_seat: bool = False
    is_marked: bool = False
    is_called_off: bool = False

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(row.line.place for row in self.rows)

    @property
    def total(self) -> Money:
        """What its seats cost together."""
        currency = self.rows[0].line.price.currency
        return Money.total((row.line.total for row in self.rows), currency)

    @property
    def type_name(self) -> str:
        return type_name(self.rows[0])


Item = EventItem | LineItem
Key = KindKey | Place | EventId


def type_name(row: LineRow) -> str:
    """The price type of a seat in a word or two."""
    kinds = (k.name for k in row.price_types if k.id == row.line.price_type_id)
    return shortened(next(kinds, ""), _LONGEST) or "?"


def items_of(state: OrderState, opened: Collection[KindKey], formats: Formats) -> list[Item]:
    """All rows of the list."""
    rows = {row.line.place: row for row in state.rows}
    called_off = {event.id for event in state.called_off}
    kinds = kinds_of(row.line for row in state.rows)
    areas: dict[EventId, set[int]] = {}
    for kind in kinds:
        areas.setdefault(kind.key.event_id, set()).add(int(kind.key.area_id))
    marked = _marked(state)
    items: list[Item] = []
    told: set[EventId] = set()
    for kind in kinds:
        event_id = kind.key.event_id
        of_kind = tuple(rows[place] for place in kind.places)
        if event_id not in told:
            told.add(event_id)
            items.append(_event_item(of_kind[0], formats, is_called_off=event_id in called_off))
        place, short = _place_words(of_kind, is_alone=len(areas[event_id]) == 1)
        text = QCoreApplication.translate("OrderLines", "{count} × {type}, {place}, {sum}")
        words = text.format(
            count=len(of_kind),
            type=type_name(of_kind[0]),
            place=place,
            sum=formats.money(kind.total),
        )
        line = LineItem(
            of_kind,
            kind.key,
            place,
            short,
            words,
            is_open=kind.key in opened,
            is_marked=bool(marked.intersection(kind.places)),
            is_called_off=event_id in called_off,
        )
        items.append(line)
        if line.is_open:
            items.extend(_seat_item(row, line, formats) for row in of_kind)
    return items


def _event_item(row: LineRow, formats: Formats, *, is_called_off: bool) -> EventItem:
    name = shortened(row.event.name, 120) if row.event else ""
    other = QCoreApplication.translate("OrderLines", "Event {event}")
    starts = formats.date_time(row.starts_at) if row.starts_at else ""
    return EventItem(
        row.line.event_id, name or other.format(event=row.line.event_id), starts, is_called_off
    )


def _seat_item(row: LineRow, line: LineItem, formats: Formats) -> LineItem:
    name = seat_name(row)
    text = QCoreApplication.translate("OrderLines", "{place}, {type}, {sum}")
    words = text.format(
        place=seat_words(name), type=type_name(row), sum=formats.money(row.line.total)
    )
    return LineItem(
        (row,),
        row.line.place,
        runs_words([name]) or row_and_seat(name),
        "",
        words,
        is_seat=True,
        is_called_off=line.is_called_off,
    )


def seat_name(row: LineRow) -> SeatName:
    return SeatName(row.line.area_name, row.line.row, row.line.number)


def _place_words(rows: Iterable[LineRow], *, is_alone: bool) -> tuple[str, str]:
    """Where the seats of a line are, and the same without the section where that is clear: the
    only one of its event."""
    names = [seat_name(row) for row in rows]
    seated = [name for name in names if name.row or name.number]
    if not seated:
        return seat_words(names[0]), ""
    area, runs = shortened(names[0].area, _LONGEST) or "?", runs_words(seated)
    if len(seated) < len(names):
        text = QCoreApplication.translate("Notices", "{area}, {count} standing")
        standing = text.format(area=area, count=len(names) - len(seated))
        return f"{standing}; {runs}", ""
    return f"{area} {runs}", runs if is_alone else ""


def _marked(state: OrderState) -> set[Place]:
    """The seats that a rule is about that is not met. Single seats left behind are no line's."""
    rules = [row.broken.rule for row in state.broken if row.broken.kind is not Breach.SINGLE_GAP]
    return {row.line.place for row in state.rows for rule in rules if rule.counts(row.line)}


class OrderModel(QAbstractListModel):
    """The rows of the list; the item itself is under `UserRole`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[Item] = []

    def show_items(self, items: list[Item]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def row_of(self, key: object) -> int:
        """The row of a line by its key, -1 where it is not there."""
        keys = (item.key if isinstance(item, LineItem) else None for item in self.items)
        return next((row for row, found in enumerate(keys) if found == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        item = self.items[index.row()] if index.isValid() else None
        if not isinstance(item, LineItem):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.words
        return plain_tip(item.words) if role == Qt.ItemDataRole.ToolTipRole else None
