"""The order's lines under their events and areas; any of them can be selected."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from boxoffice.domain.ids import AreaId, EventId, Place
from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.views.kit.controls import label
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import seat_words
from boxoffice.views.kit.selection import Selection
from boxoffice.views.order.headings import AreaHeading, EventHeading
from boxoffice.views.order.line import OrderLineView

_MOST_PENDING = 4
_ROOM_FOR_MESSAGE = 64  # pixels that the last line can be brought clear of
_AT_ONCE = 12  # lines that are made before the window is worked again
Heading = tuple[EventId, AreaId | None]  # of an area, or of the event above its areas


class OrderLines(QScrollArea):
    """Shows `LineRow`s. Lines come and go; those that stay keep their place and their focus.

    A click selects one line, with Ctrl one more, with Shift all in between. Space selects the line
    with the focus, Ctrl+A all, Delete gives back what is selected, or the line with the focus.

    Signals:
        type_chosen(object, object): a tuple of `Place` and their new `PriceTypeId`.
        remove_asked(object): a tuple of `Place`.
        selection_changed().
        left(): the line with the focus went, and there is no other for it.
    """

    type_chosen = Signal(object, object)
    remove_asked = Signal(object)
    selection_changed = Signal()
    left = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._shown: tuple[LineRow, ...] = ()
        self._ordered: list[LineRow] = []
        self._lines: dict[Place, OrderLineView] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._put_in)
        self._headings: dict[Heading, EventHeading | AreaHeading] = {}
        self._selection = Selection()
        self.setObjectName("orderScroll")
        self.setAccessibleName(self.tr("Lines of the order"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside())

    @property
    def selected(self) -> tuple[Place, ...]:
        return self._selection.places

    def clear_selection(self) -> bool:
        """Returns whether anything was selected."""
        had_any = bool(self._selection.places)
        self._selection.clear()
        self._show_selection()
        return had_any

    def show_rows(self, rows: tuple[LineRow, ...], pending: tuple[SeatName, ...]) -> None:
        """Cheap where the rows are those shown before."""
        self._show_pending(pending)
        self._empty.setVisible(not rows and not pending)
        if rows is self._shown:
            return
        before, focused = self._ordered, self._focused()
        self._shown = rows
        self._ordered = _ordered(rows)
        self._drop_all_but(self._ordered)
        self._selection.show(row.line.place for row in self._ordered)
        self._put_in()
        if focused is not None and focused.place not in self._lines:
            self._focus_near([row.line.place for row in before].index(focused.place))

    def focus_type(self) -> None:
        """To the price types of the first line."""
        for row in self._ordered[:1]:
            self._lines[row.line.place].focus_type()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._focused()
        key, with_ctrl = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_A and with_ctrl:
            self._selection.choose_all()
            self._show_selection()
        elif key == Qt.Key.Key_Delete and line is not None and not event.isAutoRepeat():
            self.remove_asked.emit(self.selected or (line.place,))
        elif key == Qt.Key.Key_Space and line is not None:
            self._selection.toggle(line.place)
            self._show_selection()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and line is not None:
            self._move_focus(line, -1 if key == Qt.Key.Key_Up else 1)
        else:
            event.ignore()

    # --- how it is done ---

    def _inside(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("orderLines")
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 6, _ROOM_FOR_MESSAGE)
        self._rows.setSpacing(0)
        words = self.tr("No seats yet.\nClick seats on the map.")
        self._empty = label("orderEmpty", words, "faint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pending = label("orderPending", "", "faint")
        self._rows.addWidget(self._empty)
        self._rows.addWidget(self._pending)
        self._rows.addStretch(1)
        return inside

    def _show_pending(self, pending: tuple[SeatName, ...]) -> None:
        names = "\n".join(seat_words(name) for name in pending[:_MOST_PENDING])
        text = self.tr("Taking …")
        self._pending.setText(f"{text}\n{names}" if pending else "")
        self._pending.setVisible(bool(pending))

    def _put_in(self) -> None:
        """Puts the lines in, so many new ones at a time that nobody waits for the window."""
        had = len(self._lines)
        for position, widget in enumerate(self._widgets(self._ordered)):
            item = self._rows.itemAt(position)
            if item is None or item.widget() is not widget:
                self._rows.insertWidget(position, widget)
            if len(self._lines) - had >= _AT_ONCE:
                break
        if len(self._lines) < len(self._ordered):
            self._later.start()
        self._show_selection()

    def _widgets(self, ordered: list[LineRow]) -> Iterator[QWidget]:
        """The headings and lines from top to bottom, made where they are missing."""
        counts: dict[Heading, int] = {}
        for row in ordered:
            for heading in _headings_of(row):
                counts[heading] = counts.get(heading, 0) + 1
        told: set[Heading] = set()
        for row in ordered:
            for heading in _headings_of(row):
                if heading not in told:
                    told.add(heading)
                    yield self._heading(heading, row, counts[heading])
            yield self._line(row)

    def _heading(self, heading: Heading, row: LineRow, count: int) -> QWidget:
        event_id, area_id = heading
        found = self._headings.get(heading)
        if found is None:
            found = EventHeading(event_id) if area_id is None else AreaHeading(event_id, area_id)
            self._headings[heading] = found
        found.show_row(row, count, self._formats)
        return found

    def _line(self, row: LineRow) -> OrderLineView:
        line = self._lines.get(row.line.place)
        if line is None:
            line = self._lines[row.line.place] = OrderLineView(row, self._formats)
            line.type_chosen.connect(self._choose_type)
            line.remove_asked.connect(self._remove)
            line.pressed.connect(self._press)
        line.show_row(row)
        return line

    def _drop_all_but(self, ordered: list[LineRow]) -> None:
        places = {row.line.place for row in ordered}
        headings = {heading for row in ordered for heading in _headings_of(row)}
        gone: list[QWidget] = [self._lines.pop(p) for p in list(self._lines) if p not in places]
        gone += [self._headings.pop(h) for h in list(self._headings) if h not in headings]
        for widget in gone:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _show_selection(self) -> None:
        for place, line in self._lines.items():
            line.set_selected(place in self._selection)
        self.selection_changed.emit()

    def _focused(self) -> OrderLineView | None:
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, OrderLineView):
            widget = widget.parentWidget()
        return widget

    def _move_focus(self, line: OrderLineView, step: int) -> None:
        places = [row.line.place for row in self._ordered]
        wanted = places.index(line.place) + step
        found = self._lines.get(places[wanted]) if 0 <= wanted < len(places) else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(found)

    def _focus_near(self, position: int) -> None:
        """The line with the focus went: to the one in its place, or away where there is none."""
        for row in self._ordered[: position + 1][-1:]:
            found = self._lines.get(row.line.place)
            if found is not None:
                found.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.left.emit()

    def _press(self, place: Place, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._selection.extend(place)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._selection.toggle(place)
        else:
            self._selection.choose(place)
        self._show_selection()

    def _choose_type(self, place: Place, price_type: object) -> None:
        self.type_chosen.emit((place,), price_type)

    def _remove(self, place: Place) -> None:
        self.remove_asked.emit((place,))


def _headings_of(row: LineRow) -> tuple[Heading, Heading]:
    return (row.line.event_id, None), (row.line.event_id, row.line.area_id)


def _ordered(rows: tuple[LineRow, ...]) -> list[LineRow]:
    """Event by event and area by area, each where its first seat was taken."""
    first: dict[Heading, int] = {}
    for position, row in enumerate(rows):
        for heading in _headings_of(row):
            first.setdefault(heading, position)
    return sorted(rows, key=lambda row: tuple(first[h] for h in _headings_of(row)))
