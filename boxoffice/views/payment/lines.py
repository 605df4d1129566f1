"""What is paid for: the order's lines, counted together and only to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from boxoffice.domain.ids import OrderId
from boxoffice.domain.money import Money
from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.presenters.payment.state import PaymentState
from boxoffice.views.kit.controls import CategoryDot, ElidedLabel, label, wrap
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened
from boxoffice.views.kit.seat_runs import places_words

_LOWEST = 2  # rows that are always seen: an event and a line of it
_GAP = 2


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one event that differ in nothing but their seats."""

    rows: tuple[LineRow, ...]

    @property
    def total(self) -> Money:
        first = self.rows[0].line.total
        return Money.total((row.line.total for row in self.rows), first.currency)

    @property
    def price_type(self) -> str:
        row = self.rows[0]
        wanted = row.line.price_type_id
        return next((kind.name for kind in row.price_types if kind.id == wanted), "")

    @property
    def seats(self) -> tuple[SeatName, ...]:
        lines = (row.line for row in self.rows)
        return tuple(SeatName(line.area_name, line.row, line.number) for line in lines)


def grouped(rows: tuple[LineRow, ...]) -> Iterator[tuple[LineRow, list[Group]]]:
    """Event by event, each where its first seat was taken: a line of it, and its groups."""
    events: dict[int, dict[tuple[int, ...], list[LineRow]]] = {}
    for row in rows:
        line = row.line
        kind = (line.area_id, line.price_type_id, line.category_id)
        events.setdefault(line.event_id, {}).setdefault(kind, []).append(row)
    for kinds in events.values():
        groups = [Group(tuple(some)) for some in kinds.values()]
        yield groups[0].rows[0], groups


class PaidLines(QScrollArea):
    """Shows the lines of a `PaymentState`; as high as they are, and scrolls where it is lower."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._shown: tuple[object, ...] = ()
        self._count = self._rows = 0
        self._wanted = 1
        self._ends: list[int] = []
        self.setObjectName("paymentLines")
        self.setAccessibleName(self.tr("What is paid for"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.verticalScrollBar().rangeChanged.connect(self._follow_range)
        self.hide()

    @property
    def lowest_height(self) -> int:
        """What it takes to show an event and a line of it."""
        return self._ends[:_LOWEST][-1] if self._ends else self._wanted

    def height_within(self, room: int) -> int:
        """The height to have where there is so much room: no line of it is cut in two."""
        whole = [end for end in self._ends if end <= room]
        return self._wanted if room >= self._wanted else max(whole, default=self.lowest_height)

    def sizeHint(self) -> QSize:
        return QSize(200, self._wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.lowest_height)

    def show_state(self, state: PaymentState) -> None:
        shown = (state.rows, state.replaces, state.returned)
        if shown != self._shown:
            self._shown = shown
            self.setWidget(self._made(state))
            self.setAccessibleDescription("; ".join(self._told))
            self._measure()
        self.setVisible(bool(state.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside may want another height once it is dressed."""
        is_other = event.type() == QEvent.Type.LayoutRequest and watched is self.widget()
        handled = super().eventFilter(watched, event)
        if is_other:
            self._measure()
        return handled

    def _made(self, state: PaymentState) -> QWidget:
        inside = QWidget()
        inside.setObjectName("paidLines")
        self._grid = grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(_GAP)
        grid.setColumnStretch(2, 1)
        self._count = self._rows = 0
        self._told: list[str] = []
        for number, (row, groups) in enumerate(grouped(state.rows)):
            self._add_event(number, row)
            for group in groups:
                self._add_group(group)
        if state.replaces is not None and state.returned is not None:
            self._add_returned(state.replaces, state.returned)
        grid.setRowStretch(self._rows, 1)
        return inside

    def _add_event(self, number: int, row: LineRow) -> None:
        name = shortened(row.event.name, 120) if row.event else ""
        starts = self._formats.date_time(row.starts_at) if row.starts_at else ""
        self._told.append(" · ".join(word for word in (name, starts) if word))
        heading = ElidedLabel(f"paidEvent-{number}", "strong")
        heading.show_text(name)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(heading, 1)
        line.addWidget(label(f"paidTime-{number}", starts, "faint"))
        self._grid.addLayout(line, self._rows, 0, 1, 4)
        self._rows += 1

    def _add_group(self, group: Group) -> None:
        first = group.rows[0]
        count = self._formats.number(len(group.rows)) + " ×"
        kind = shortened(group.price_type or first.category_name, 40)
        words = " · ".join(word for word in (kind, places_words(group.seats)) if word)
        self._add_row(count, words, group.total, CategoryDot(first.category_color))

    def _add_returned(self, order_id: OrderId, value: Money) -> None:
        words = self.tr("Order {order} goes back").format(order=order_id)
        self._add_row("", words, -value, None)

    def _add_row(self, count: str, words: str, total: Money, dot: CategoryDot | None) -> None:
        grid, row, n = self._grid, self._rows, self._count
        self._count, self._rows = n + 1, row + 1
        top = Qt.AlignmentFlag.AlignTop
        if dot is not None:
            grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(label(f"paidCount-{n}", count, "strong"), row, 1, top)
        told = label(f"paidWords-{n}", words)
        wrap(told)
        policy = told.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # as high as its width makes it
        told.setSizePolicy(policy)
        grid.addWidget(told, row, 2, top)
        value: QLabel = label(f"paidSum-{n}", self._formats.money(total))
        grid.addWidget(value, row, 3, top | Qt.AlignmentFlag.AlignRight)
        self._told.append(" ".join(word for word in (count, words, value.text()) if word))

    def _measure(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if not isinstance(layout, QGridLayout):
            return
        high = max(1, layout.totalHeightForWidth(self.viewport().width()))
        layout.activate()
        rows = range(self._rows)
        heights = [self._row_height(layout, row) for row in rows]
        self._ends = [sum(heights[: row + 1]) + row * _GAP for row in rows]
        if high != self._wanted:
            self._wanted = high
            self.updateGeometry()

    def _row_height(self, layout: QGridLayout, row: int) -> int:
        """Of the words in it, which may be on several lines."""
        cells = [layout.itemAtPosition(row, column) for column in range(4)]
        found = [cell for cell in cells if cell is not None]
        width = layout.cellRect(row, 2).width()
        return max(
            cell.heightForWidth(width) if cell.hasHeightForWidth() else cell.sizeHint().height()
            for cell in found
        )

    def _follow_range(self, _: int, most: int) -> None:
        """Where there is something to scroll, the keys can reach it."""
        policy = Qt.FocusPolicy.TabFocus if most > 0 else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
