"""The page after a crash: what became of sales that were on their way, and what is still held."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.ids import OrderId
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.restart.state import EventOfOrder, HeldRow, RestartState, SettledRow
from boxoffice.presenters.sale.state import Standing
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.kit.ask_strip import answers
from boxoffice.views.kit.controls import (
    WaitingBar,
    button,
    card,
    heading,
    keep_room,
    label,
    restyle,
    wrap,
)
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.hold import clock_words, hold_mood
from boxoffice.views.kit.names import seat_words, shortened
from boxoffice.views.kit.notice_place import NoticePlace

_MOST_ROWS, _MOST_SEATS = 4, 12
_REST = 400  # milliseconds after a row is gone: a second click may be on its way
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RestartPanel(QWidget):
    """Shows a `RestartState` in the order's place. Esc, or the button below, goes on to the sale.

    Signals:
        leave_asked().
        print_asked(str), sell_asked(str), give_up_asked(str): a sale, by the counter's number.
        go_on_asked(object), give_back_asked(object): an `OrderId`.
    """

    leave_asked = Signal()
    print_asked = Signal(str)
    sell_asked = Signal(str)
    give_up_asked = Signal(str)
    go_on_asked = Signal(object)
    give_back_asked = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restartPanel")
        self._formats = formats
        self._settled: dict[str, SettledCard] = {}
        self._held: dict[OrderId, HeldCard] = {}
        self._settle = QTimer(self, singleShot=True, interval=_REST)
        self._settle.timeout.connect(self._wake)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Before the restart"))
        frame, layout = card("restartCard")
        layout.setContentsMargins(STEPS[2], STEPS[2], STEPS[2], STEPS[3])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        layout.addWidget(heading("restartTitle", self.tr("Before the restart")))
        words = self.tr("The program ended in the middle of a sale. This is what became of it.")
        about = label("restartAbout", words, "faint")
        about.setWordWrap(True)
        layout.addWidget(about)
        self._notice = NoticePlace("restartNotice", formats)
        self._progress = WaitingBar("restartProgress", self.tr("Asking the server"))
        keep_room(self._progress)
        layout.addWidget(self._progress)
        layout.addWidget(self._scroll(), 1)
        layout.addWidget(self._notice)
        self._leave = button("restartLeave", self.tr("Continue selling"), key="Esc", primary=True)
        self._leave.clicked.connect(self.leave_asked)
        layout.addWidget(self._leave)
        self.show_state(RestartState())

    def show_state(self, state: RestartState) -> None:
        self._notice.show_notice(state.notice)
        self._progress.show_waiting(state.is_busy)
        self._show_settled(state.settled)
        self._show_held(state.held)
        text = "\n".join(self._lost_words(seats) for seats in state.lost)
        if state.unreadable:
            more = self.tr("%n orders that were kept cannot be read.", "", state.unreadable)
            text = f"{text}\n{more}".strip()
        self._lost.setText(text)
        self._lost.setVisible(bool(text))

    def focus(self) -> None:
        """To the page itself: an Enter that was meant for what was there before does nothing."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        elif event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _scroll(self) -> QScrollArea:
        self._rows = QWidget()
        self._rows.setObjectName("restartRows")
        self._layout = QVBoxLayout(self._rows)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._lost = label("restartLost", "", "faint")
        wrap(self._lost)
        self._layout.addWidget(self._lost)
        self._layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("restartScroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._rows)
        return scroll

    def _show_settled(self, rows: tuple[SettledRow, ...]) -> None:
        for row in rows:
            if row.external_id not in self._settled:
                made = SettledCard(row.order_id, row.external_id, self._formats)
                made.print_asked.connect(self.print_asked)
                made.sell_asked.connect(self.sell_asked)
                made.give_up_asked.connect(self.give_up_asked)
                self._layout.insertWidget(len(self._held) + len(self._settled), made)
                made.show()
                self._settled[row.external_id] = made
            self._settled[row.external_id].show_row(row)
        shown = {row.external_id for row in rows}
        for key in [key for key in self._settled if key not in shown]:
            self._remove(self._settled.pop(key))

    def _show_held(self, rows: tuple[HeldRow, ...]) -> None:
        for row in rows:
            if row.order_id not in self._held:
                made = HeldCard(row.order_id, self._formats)
                made.go_on_asked.connect(self.go_on_asked)
                made.give_back_asked.connect(self.give_back_asked)
                self._layout.insertWidget(len(self._held), made)  # they have a clock: above
                made.show()
                self._held[row.order_id] = made
            self._held[row.order_id].show_row(row)
        shown = {row.order_id for row in rows}
        for key in [key for key in self._held if key not in shown]:
            self._remove(self._held.pop(key))

    def _remove(self, gone: QWidget) -> None:
        had_focus = gone.isAncestorOf(QApplication.focusWidget() or self)
        self._layout.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._rows.setEnabled(False)  # what comes in its place gets no click that was meant for it
        self._settle.start()
        if had_focus:
            self.focus()

    def _wake(self) -> None:
        self._rows.setEnabled(True)

    def _lost_words(self, seats: tuple[SeatName, ...]) -> str:
        return self.tr("No longer held: {seats}").format(seats=_seats_words(seats))


class SettledCard(QFrame):
    """One sale: how it stands, what it was, what the buyer gets, and what can be done."""

    print_asked = Signal(str)
    sell_asked = Signal(str)
    give_up_asked = Signal(str)

    def __init__(self, order_id: OrderId, external_id: str, formats: Formats) -> None:
        super().__init__()
        self._external_id = external_id
        self._formats = formats
        self.setObjectName(f"restartSale-{order_id}")
        self.setProperty("card", True)
        self._title = label(f"restartSaleTitle-{order_id}", "", "strong")
        self._about = label(f"restartSaleAbout-{order_id}", "", "faint")
        self._advice = label(f"restartSaleAdvice-{order_id}")
        self._change = label(f"restartSaleChange-{order_id}", "", "title")
        self._notice = NoticePlace(f"restartSaleNotice-{order_id}", formats, lines=1)
        self._print = button(f"restartPrint-{order_id}", self.tr("Print"))
        self._print.clicked.connect(self._ask_print)
        self._sell = button(f"restartSell-{order_id}", self.tr("It was paid: sell it"))
        self._sell.clicked.connect(self._ask_sell)
        self._give_up = button(f"restartGiveUp-{order_id}", "")
        self._give_up.clicked.connect(self._ask_give_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        for each in (self._title, self._about, self._advice, self._change):
            each.setWordWrap(True)
            layout.addWidget(each)
        layout.addWidget(self._notice)
        layout.addLayout(_side_by_side(self._print, self._sell, self._give_up))

    def show_row(self, row: SettledRow) -> None:
        self._title.setText(self._title_words(row))
        self._show(self._about, self._about_words(row))
        self._show(self._advice, self._advice_words(row))
        self._show(self._change, self._change_words(row))
        self._notice.show_notice(row.notice)
        self._print.setText(self.tr("Print a copy") if row.is_copy else self.tr("Print"))
        self._print.setAccessibleName(
            self.tr("Print the summary of order {number}").format(number=row.order_id)
        )
        self._print.setVisible(row.can_print)
        standing = row.standing
        can_be_sold = standing is not None and standing.can_be_sold
        self._sell.setVisible(can_be_sold)
        self._give_up.setVisible(standing is not None and not standing.is_certain)
        self._give_up.setText(self.tr("It was not sold") if can_be_sold else self.tr("Understood"))
        self._give_up.setAccessibleName(f"{self._give_up.text()}: {self._title.text()}")

    @staticmethod
    def _show(shown: QLabel, text: str) -> None:
        shown.setText(text)
        shown.setVisible(bool(text))

    def _title_words(self, row: SettledRow) -> str:
        text = self.tr("Order {number}: {standing}")
        return text.format(number=row.order_id, standing=self._standing_words(row.standing))

    def _standing_words(self, standing: Standing | None) -> str:
        match standing:
            case None | Standing.READY:
                return self.tr("being checked …")
            case Standing.SOLD:
                return self.tr("sold")
            case Standing.NOT_SOLD:
                return self.tr("not sold")
            case Standing.HOLD_OVER | Standing.CHANGED:
                return self.tr("not sold yet")
            case Standing.OTHER_ORDER | Standing.UNKNOWN | Standing.UNREADABLE:
                return self.tr("not known")
            case _:
                assert_never(standing)

    def _about_words(self, row: SettledRow) -> str:
        when = self._formats.date_time(row.begun_at.astimezone()) if row.begun_at else ""
        begun = self.tr("money taken {when}").format(when=when) if when else ""
        paid = self._formats.money(row.paid) if row.paid is not None else ""
        parts = [*_events_words(row.events, self._formats), _seats_words(row.seats), begun]
        about = " · ".join(part for part in parts if part)
        if not paid:
            return about
        is_sold = row.standing is Standing.SOLD
        words = self.tr("Paid: {paid}") if is_sold else self.tr("To pay: {paid}")
        return f"{about}\n{words.format(paid=paid)}"

    def _advice_words(self, row: SettledRow) -> str:
        match row.standing:
            case None | Standing.READY | Standing.SOLD:
                return ""
            case Standing.NOT_SOLD:
                return self.tr("Give back what the buyer paid for it.")
            case Standing.HOLD_OVER:
                return self.tr(
                    "Its seats are no longer held. If it was paid for, it can be "
                    "sold while they are free; otherwise give the money back."
                )
            case Standing.CHANGED:
                return self.tr(
                    "The order has changed since it was to be paid. Check its "
                    "seats before you sell it."
                )
            case Standing.OTHER_ORDER:
                return self.tr(
                    "The server has another order with this number: its data "
                    "were set up again. What was paid here is not sold there."
                )
            case Standing.UNKNOWN:
                return self.tr(
                    "The server does not know this order. What was paid for is not sold."
                )
            case Standing.UNREADABLE:
                return self.tr(
                    "The record of this sale cannot be read. “Sold orders” shows "
                    "whether it was sold."
                )
            case _:
                assert_never(row.standing)

    def _change_words(self, row: SettledRow) -> str:
        if row.standing is not Standing.SOLD or row.paid is None or row.change is None:
            return ""
        if row.paid.amount < 0:
            text = self.tr("The buyer gets {amount}")
            return text.format(amount=self._formats.money(-row.paid))
        if row.change.amount > 0:
            return self.tr("Change due: {amount}").format(amount=self._formats.money(row.change))
        return ""

    def _ask_print(self) -> None:
        self.print_asked.emit(self._external_id)

    def _ask_sell(self) -> None:
        self.sell_asked.emit(self._external_id)

    def _ask_give_up(self) -> None:
        self.give_up_asked.emit(self._external_id)


class HeldCard(QFrame):
    """One order that still holds its seats: on with it, or give them back."""

    go_on_asked = Signal(object)
    give_back_asked = Signal(object)

    def __init__(self, order_id: OrderId, formats: Formats) -> None:
        super().__init__()
        self._order_id = order_id
        self._formats = formats
        self.setObjectName(f"restartHeld-{order_id}")
        self.setProperty("card", True)
        self._title = label(f"restartHeldTitle-{order_id}", "", "strong")
        self._about = label(f"restartHeldAbout-{order_id}", "", "faint")
        self._left = label(f"restartHeldLeft-{order_id}", "", "faint")
        self._taken = label(f"restartHeldTaken-{order_id}", "", "strong")
        self._go_on = button(f"restartGoOn-{order_id}", self.tr("Resume"))
        self._go_on.clicked.connect(self._ask_go_on)
        self._give_back = button(f"restartGiveBack-{order_id}", self.tr("Give back"))
        self._give_back.clicked.connect(self._ask_give_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        for each in (self._title, self._about, self._taken, self._left):
            each.setWordWrap(True)
            layout.addWidget(each)
        for made in (self._go_on, self._give_back):
            made.setProperty("slim", True)
        layout.addLayout(answers(self._go_on, self._give_back))

    def show_row(self, row: HeldRow) -> None:
        count = self.tr("%n seats are held", "", len(row.seats))
        total = self._formats.money(row.total)
        name = f"{shortened(row.name, 40)}: " if row.name else ""
        self._title.setText(f"{name}{count} · {total}")
        events = _events_words(row.events, self._formats)
        self._about.setText(" · ".join([*events, _seats_words(row.seats)]))
        self._taken.setVisible(row.taken is not None)
        if row.taken is not None:
            text = self.tr("{amount} of it has already been taken")
            self._taken.setText(text.format(amount=self._formats.money(row.taken)))
        left = row.hold_seconds
        self._left.setVisible(left is not None)
        if left is not None:
            self._left.setText(self.tr("Held for {time}").format(time=clock_words(left)))
            restyle(self._left, "mood", hold_mood(left))
        for each in (self._go_on, self._give_back):
            each.setAccessibleName(f"{each.text()}: {self._title.text()}")

    def _ask_go_on(self) -> None:
        self.go_on_asked.emit(self._order_id)

    def _ask_give_back(self) -> None:
        self.give_back_asked.emit(self._order_id)


def _events_words(events: tuple[EventOfOrder, ...], formats: Formats) -> list[str]:
    """Two evenings of one play are told apart by their time."""
    return [f"{shortened(each.name, 40)}, {formats.date_time(each.starts_at)}" for each in events]


def _seats_words(seats: tuple[SeatName, ...]) -> str:
    """Seats by their rows: 'Stalls, row A, seats 1, 2, 3'."""
    rows: dict[tuple[str, str], list[SeatName]] = {}
    for seat in seats:
        rows.setdefault((seat.area, seat.row), []).append(seat)
    told = [_row_words(row) for row in list(rows.values())[:_MOST_ROWS]]
    return "; ".join(told) + ("; …" if len(rows) > _MOST_ROWS else "")


def _row_words(seats: list[SeatName]) -> str:
    first = seats[0]
    if len(seats) == 1:
        return seat_words(first)
    translate = QCoreApplication.translate
    area, row = shortened(first.area, 60) or "?", shortened(first.row, 12)
    if not first.row and not first.number:
        text = translate("RestartPanel", "{area}, {count} standing")
        return text.format(area=area, count=len(seats))
    numbers = [shortened(seat.number, 12) or "?" for seat in seats]
    shown = ", ".join(numbers[:_MOST_SEATS]) + (" …" if len(numbers) > _MOST_SEATS else "")
    if not first.row:
        text = translate("RestartPanel", "{area}, seats {numbers}")
        return text.format(area=area, numbers=shown)
    text = translate("RestartPanel", "{area}, row {row}, seats {numbers}")
    return text.format(area=area, row=row, numbers=shown)


def _side_by_side(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for each in buttons:
        each.setProperty("slim", True)
        row.addWidget(each)
    return row
