"""One sold order: its seats, what it came to, and what can still be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import assert_never

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from boxoffice.domain.ids import Place, PriceTypeId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.presenters.common import LineRow, SeatName
from boxoffice.presenters.finder.state import OpenedOrder
from boxoffice.presenters.notices import Notice
from boxoffice.tokens.sizes import STEPS
from boxoffice.views.finder.facts import Facts
from boxoffice.views.finder.ways_back import WaysBack
from boxoffice.views.kit.ask_strip import AskStrip
from boxoffice.views.kit.controls import ElidedLabel, button, label, set_tip
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import seat_words, shortened
from boxoffice.views.kit.notice_place import NoticePlace
from boxoffice.views.kit.payment_words import payment_words
from boxoffice.views.kit.save_pdf import SavePdf
from boxoffice.views.kit.seat_runs import places_words

_LEAST_SEATS = 48  # pixels, where a question needs the room


class FoundFoot(QStackedWidget):
    """What can be done, or the question: as high as either wants to be, at its width."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foundFoot")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide, whole = max(1, self.width()), super().sizeHint()
        for index in range(self.count()):
            page = self.widget(index)
            if page is not None:
                whole = whole.expandedTo(QSize(0, page.heightForWidth(wide)))
        return whole

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


class FoundOrderView(QWidget):
    """Shows an `OpenedOrder`.

    Signals:
        give_back_asked(object, object): a tuple of `Place`, and the `PaymentKind` by which the
            money goes back; asked and confirmed.
        exchange_asked(object): a tuple of `Place`; asked and confirmed.
        price_type_asked(object, object): the same, and the `PriceTypeId` to be sold at.
        print_asked(), stop_print_asked(), map_asked(), take_over_asked().
        save_asked(object): a `Path`.
    """

    give_back_asked = Signal(object, object)
    exchange_asked = Signal(object)
    price_type_asked = Signal(object, object)
    print_asked = Signal()
    stop_print_asked = Signal()
    map_asked = Signal()
    take_over_asked = Signal()
    save_asked = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foundOrder")
        self._formats = formats
        self._opened: OpenedOrder | None = None
        self._is_busy = False
        self._boxes: dict[Place, QCheckBox] = {}
        self._lines: list[QWidget] = []
        self._save_dialog = SavePdf("saveCopyDialog", self)
        self._save_dialog.path_chosen.connect(self.save_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEPS[1])
        self._title = label("foundTitle", "", "title")
        self._title.setWordWrap(True)
        self._sum = label("foundSums", "", "title")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._sum, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self._seat_list(), 1)
        self._notice = NoticePlace("finderNotice", formats)
        layout.addWidget(self._notice)
        self._ways = WaysBack()
        self._ways.chosen.connect(self._say_way)
        self._ask = AskStrip("foundAsk", inside=self._ways)
        tools = QWidget()
        tools.setObjectName("foundTools")
        tools.setLayout(self._buttons())
        self._foot = FoundFoot()
        for widget in (tools, self._ask):
            self._foot.addWidget(widget)
        self._ask.shown.connect(self._foot.setCurrentIndex)
        layout.addWidget(self._foot)

    def show_order(
        self,
        opened: OpenedOrder | None,
        notice: Notice | None = None,
        *,
        is_busy: bool,
        is_printing: bool = False,
    ) -> None:
        is_other = opened != self._opened
        self._opened, self._is_busy = opened, is_busy
        if is_other:
            self._ask.withdraw()
            self._show_seats(opened)
            self._show_words(opened)
        self._notice.show_notice(notice)
        self._enable()
        if is_printing and self._print.hasFocus():
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        self._print.setVisible(not is_printing)
        self._stop.setVisible(is_printing)

    def step_back(self) -> bool:
        """Takes a question back; returns whether there was one."""
        was_asking = self._ask.is_asking
        self._ask.withdraw()
        return was_asking

    # --- how it is made ---

    def _seat_list(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("foundSeats")
        self._seats = QVBoxLayout(inside)
        self._seats.setContentsMargins(0, 0, STEPS[1], 0)
        self._seats.setSpacing(0)
        self._facts = Facts()
        self._seats.addWidget(self._facts)
        self._seats.addStretch(1)
        area = QScrollArea()
        area.setObjectName("foundScroll")
        area.setAccessibleName(self.tr("Seats of the order"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setMinimumHeight(_LEAST_SEATS)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _buttons(self) -> QGridLayout:
        self._map = button("foundMap", self.tr("Show on the map"))
        self._print = button("foundPrint", self.tr("Print copy"))
        self._stop = button("foundPrintStop", self.tr("Stop printing"))
        self._stop.clicked.connect(self.stop_print_asked)
        self._save = button("foundSave", self.tr("Save as PDF …"))
        self._exchange = button("foundExchange", self.tr("Exchange …"))
        self._types = button("foundTypes", self.tr("Price type …"))
        self._menu = QMenu(self)
        self._menu.setObjectName("foundTypesMenu")
        self._give_back = button("foundGiveBack", self.tr("Give back …"))
        self._cancel = button("foundCancel", self.tr("Cancel order …"))
        self._take_over = button("foundTakeOver", self.tr("Take over"))
        set_tip(self._take_over, self.tr("Goes on with this order at this counter"))
        self._take_over.clicked.connect(self.take_over_asked)
        self._map.clicked.connect(self.map_asked)
        self._print.clicked.connect(self.print_asked)
        self._save.clicked.connect(self._ask_path)
        self._exchange.clicked.connect(self._ask_exchange)
        self._types.clicked.connect(self._offer_types)
        self._give_back.clicked.connect(self._ask_give_back)
        self._cancel.clicked.connect(self._ask_cancel)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(STEPS[1])
        made = (
            self._map,
            self._print,
            self._save,
            self._exchange,
            self._types,
            self._give_back,
            self._cancel,
        )
        for index, each in enumerate(made):  # cancel is no wider than the others
            grid.addWidget(each, index // 2, 1 if each is self._cancel else index % 2)
        grid.addWidget(self._stop, 0, 1)  # in the place of what it stops
        grid.addWidget(self._take_over, 3, 0, 1, 2)  # in the place of what only sold ones have
        return grid

    def _show_seats(self, opened: OpenedOrder | None) -> None:
        for line in self._lines:
            self._seats.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._boxes, self._lines = {}, []
        event = None
        named = opened.named if opened else frozenset[Place]()
        can_change = opened is not None and opened.can_change
        for row in opened.rows if opened else ():
            if row.line.event_id != event:
                event = row.line.event_id
                self._add_line(self._event_line(row))
            self._add_line(self._seat_line(row, named, can_change=can_change))

    def _add_line(self, line: QWidget) -> None:
        self._seats.insertWidget(self._seats.count() - 1, line)
        self._lines.append(line)

    def _event_line(self, row: LineRow) -> QWidget:
        """The show and when it begins, over its seats."""
        made = ElidedLabel(f"foundEvent-{row.line.event_id}", "strong")
        name = shortened(row.event.name, 120) if row.event else ""
        starts = self._formats.date_time(row.starts_at) if row.starts_at else ""
        made.show_text(" · ".join(word for word in (starts, name) if word))
        return made

    def _seat_line(self, row: LineRow, named: frozenset[Place], *, can_change: bool) -> QWidget:
        line = row.line
        name = seat_words(SeatName(line.area_name, line.row, line.number))
        kinds = {t.id: shortened(t.name, 30) for t in row.price_types}
        kind = kinds.get(line.price_type_id, "")
        place = places_words((SeatName(line.area_name, line.row, line.number),))
        words = " · ".join(word for word in (kind, place) if word)
        total = self._formats.money(line.total)
        box = QCheckBox(words.replace("&", "&&"))
        box.setObjectName(f"foundSeat-{line.event_id}-{line.seat_id}")
        box.setAccessibleName(", ".join(word for word in (name, kind, total) if word))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_tip(box, words)
        box.setChecked(can_change and line.place in named)
        box.toggled.connect(self._enable)
        box.setEnabled(can_change)
        self._boxes[line.place] = box
        made = QWidget()
        made.setObjectName(f"foundLine-{line.event_id}-{line.seat_id}")
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(box, 1)
        across.addWidget(label(f"foundPrice-{line.event_id}-{line.seat_id}", total))
        return made

    def _show_words(self, opened: OpenedOrder | None) -> None:
        if opened is None:
            return
        order, money = opened.order, self._formats.money
        title = self.tr("Order {number}: {status}")
        self._title.setText(title.format(number=order.id, status=self._status(order.status)))
        self._sum.setText(money(order.total))
        self._facts.show_facts(self._told(opened))

    def _told(self, opened: OpenedOrder) -> Iterator[tuple[str, str]]:
        """What is known of the order, each with what it is called."""
        order, money, not_known = opened.order, self._formats.money, self.tr("not known")
        yield self.tr("Customer"), shortened(opened.buyer, 60)
        sold = "" if order.completed_at is None else self._moment(order.completed_at)
        clerk = shortened(order.operator, 40)
        if opened.was_sold:
            yield self.tr("Sold"), " · ".join(word for word in (sold, clerk) if word)
            parts = [f"{payment_words(p.kind).name} {money(p.amount)}" for p in opened.payments]
            change = [p for p in opened.payments if p.change]
            if change:
                text = self.tr("{given} given, {change} change")
                given, back = money(change[0].tendered), money(change[0].change)
                parts.append(text.format(given=given, change=back))
            yield self.tr("Paid by"), " · ".join(parts) or not_known
            printed = self._moment(opened.printed_at) if opened.printed_at else not_known
            yield self.tr("Printed"), printed
        if order.refunded:
            ways = [f"{payment_words(p.kind).name} {money(p.amount)}" for p in opened.returned]
            told = " · ".join([money(order.refunded), *ways])
            yield self.tr("Given back"), told
        if order.exchange_of is not None:
            text = self.tr("in exchange for order {number}")
            yield self.tr("Exchange"), text.format(number=order.exchange_of)
        void = sum(not ticket.is_valid for ticket in opened.tickets)
        if void:
            yield self.tr("Tickets"), self.tr("%n tickets are void", "", void)

    def _moment(self, moment: datetime) -> str:
        return self._formats.date_time(moment.astimezone())

    def _status(self, status: OrderStatus) -> str:
        match status:
            case OrderStatus.COMPLETED:
                return self.tr("sold")
            case OrderStatus.CANCELLED:
                return self.tr("cancelled")
            case OrderStatus.EXPIRED:
                return self.tr("expired")
            case OrderStatus.OPEN:
                return self.tr("not sold yet")
            case OrderStatus.OTHER:
                return self.tr("unknown")
            case _:
                assert_never(status)

    def _enable(self) -> None:
        opened = self._opened
        is_there = opened is not None and not self._is_busy
        can_change = is_there and opened is not None and opened.can_change
        self._map.setEnabled(is_there and bool(self._boxes))
        was_sold = is_there and opened is not None and opened.was_sold
        self._print.setEnabled(was_sold and bool(self._boxes))
        self._save.setEnabled(was_sold and bool(self._boxes))
        self._exchange.setEnabled(can_change)
        self._types.setEnabled(can_change and bool(self._other_types()))
        self._give_back.setEnabled(can_change and bool(self._chosen()))
        self._cancel.setEnabled(can_change)
        is_held = opened is not None and opened.is_held
        self._cancel.setVisible(not is_held)
        self._take_over.setVisible(is_held)
        self._take_over.setEnabled(is_there and is_held)

    # --- what the clerk does ---

    def _chosen(self) -> tuple[Place, ...]:
        return tuple(place for place, box in self._boxes.items() if box.isChecked())

    def _worth(self, places: tuple[Place, ...]) -> Money:
        assert self._opened is not None  # noqa: S101 - the buttons are dead without one
        return self._opened.worth(frozenset(places))

    def _ask_give_back(self) -> None:
        places = self._chosen()
        if set(places) == set(self._boxes):
            self._ask_cancel()
        else:
            words = self.tr("Give back %n seats", "", len(places))
            self._ask_way(places, self.tr("Give back"), words)

    def _ask_cancel(self) -> None:
        places = tuple(self._boxes)
        words = self.tr("Cancel the whole order, %n seats", "", len(places))
        self._ask_way(places, self.tr("Cancel it"), words)

    def _ask_way(self, places: tuple[Place, ...], yes: str, words: str) -> None:
        """Asks whether to give back, and how the money goes: the way it was paid first."""
        assert self._opened is not None  # noqa: S101 - the buttons are dead without one
        self._asked = words, self._formats.money(self._worth(places))
        self._ways.offer(self._opened.ways_back, self._opened.first_way_back)
        self._ask.ask(
            "", yes, lambda: self.give_back_asked.emit(places, self._ways.way), chooses=True
        )
        self._say_way()

    def _say_way(self) -> None:
        words, value = self._asked
        way = self._ways.way
        if way is None:
            text = self.tr("{what}: {sum}")
            self._ask.say(text.format(what=words, sum=value))
        else:
            text = self.tr("{what}: give back {sum} {how}?")
            self._ask.say(text.format(what=words, sum=value, how=payment_words(way).back))
        self._ask.allow(way is not None)

    def _ask_exchange(self) -> None:
        places = self._chosen() or tuple(self._boxes)
        text = self.tr(
            "Exchange %n seats for {sum}? Pick the new ones on the map.", "", len(places)
        )
        words = text.format(sum=self._formats.money(self._worth(places)))
        self._ask.ask(
            words, self.tr("Exchange"), lambda: self.exchange_asked.emit(places), loses=False
        )

    def _other_types(self) -> dict[PriceTypeId, str]:
        """The price types that all chosen seats may have, but for one that all of them have."""
        places = self._chosen() or tuple(self._boxes)
        rows = [row for row in self._rows() if row.line.place in places]
        found = {t.id: shortened(t.name, 30) for row in rows for t in row.price_types}
        prices = self._opened.prices if self._opened is not None else {}
        return {
            kind: name
            for kind, name in found.items()
            if all((place, kind) in prices for place in places)
            and any(row.line.price_type_id != kind for row in rows)
        }

    def _rows(self) -> tuple[LineRow, ...]:
        return self._opened.rows if self._opened is not None else ()

    def _offer_types(self) -> None:
        """A menu of price types, each with what the buyer pays or gets."""
        places = self._chosen() or tuple(self._boxes)
        self._menu.clear()
        for kind, name in self._other_types().items():
            words = f"{name} · {self._difference(places, kind)}".replace("&", "&&")
            self._menu.addAction(words, partial(self._ask_type, places, kind, name))
        self._menu.popup(self._types.mapToGlobal(self._types.rect().bottomLeft()))

    def _difference(self, places: tuple[Place, ...], kind: PriceTypeId) -> str:
        assert self._opened is not None  # noqa: S101 - the buttons are dead without one
        opened = self._opened
        new = Money.total((opened.prices[p, kind] for p in places), opened.order.currency)
        due = new - self._worth(places)
        if not due:
            return self.tr("the same price")
        gets, pays = self.tr("the buyer gets {sum}"), self.tr("the buyer pays {sum}")
        text = gets if due.amount < 0 else pays
        return text.format(sum=self._formats.money(-due if due.amount < 0 else due))

    def _ask_type(self, places: tuple[Place, ...], kind: PriceTypeId, name: str) -> None:
        text = self.tr(
            "Sell %n seats again as {type}? The old tickets become void; {difference}.",
            "",
            len(places),
        )
        words = text.format(type=name, difference=self._difference(places, kind))
        self._ask.ask(
            words, self.tr("Sell again"), lambda: self.price_type_asked.emit(places, kind)
        )

    def _ask_path(self) -> None:
        if self._opened is None:
            return
        name = self.tr("order-{number}-copy.pdf").format(number=self._opened.order.id)
        self._save_dialog.ask(self.tr("Save as PDF"), name)
