"""Panels in a dressed window, worked with mouse and keys; presenters are not here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boxoffice.domain.catalogue import Event, Location, Offer, PriceType
from boxoffice.domain.ids import (
    AreaId,
    CustomerId,
    EventId,
    LocationId,
    OrderId,
    PriceCategoryId,
    PriceTypeId,
    SalesRuleId,
    SeatId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import Customer, NewCustomer
from boxoffice.domain.orders.order import Order, OrderLine, OrderStatus, totals_of
from boxoffice.domain.orders.sold_order import RecordedEvent, RecordedOrder, RecordedSeat
from boxoffice.domain.rules import Breach, Broken, SalesRule
from boxoffice.domain.seats.seatplan import SeatPlan
from boxoffice.presenters.common import LineRow, Phase, SeatName
from boxoffice.presenters.events import rows as event_rows
from boxoffice.presenters.events.state import EventRow
from boxoffice.presenters.finder.state import FinderState, OpenedOrder
from boxoffice.presenters.map.state import MapState
from boxoffice.presenters.order.state import OrderState, ParkedRow, RuleRow
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.theme import apply_theme, load_fonts
from boxoffice.views.window.main_window import MainWindow
from tests.plans import offer_of, plan_of
from tests.service_fixture import small_venue

W = TypeVar("W", bound=QWidget)

TYPES = (
    PriceType(PriceTypeId(1), "Full price", "Full", is_default=True),
    PriceType(PriceTypeId(2), "Reduced", "Red."),
)
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
STARTS = datetime(2026, 12, 24, 18, 30, tzinfo=UTC)
LEFT = Qt.MouseButton.LeftButton
PLACE = Location(LocationId(1), "Small House", "Weimar", timezone="Europe/Berlin")


def click(qtbot: QtBot, widget: QWidget) -> None:
    """Clicks on a control as soon as it can be clicked on."""
    qtbot.waitUntil(lambda: widget.isVisible() and widget.isEnabled())
    qtbot.mouseClick(widget, LEFT)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    load_fonts(qapp)
    apply_theme(qapp, "light")
    return qapp


@pytest.fixture
def formats() -> LocaleFormats:
    return LocaleFormats("en")


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, formats: LocaleFormats) -> Iterator[MainWindow]:
    """The window on its sale page, empty."""
    made = MainWindow(formats)
    made.resize(1366, 768)
    made.show_page("sale")
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.allow_close()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def child(of: QWidget, kind: type[W], name: str) -> W:
    """The control of that name, which is there once."""
    [found] = of.findChildren(kind, name)
    assert isinstance(found, kind)
    return found


def event(number: int, name: str = "The Tempest", **more: object) -> Event:
    made = Event(EventId(number), name, STARTS, "EUR", seats_total=80, seats_free=40)
    return replace(made, **more)  # type: ignore[arg-type]


def event_row(number: int, name: str = "The Tempest", **more: object) -> EventRow:
    return event_rows.event_row(event(number, name, **more), PLACE, NOW, {})


def line_row(seat: int, *, event_id: int = 1, price_type: int = 1, area: str = "Stalls") -> LineRow:
    line = OrderLine(
        EventId(event_id),
        SeatId(seat),
        AreaId(2),
        area,
        "B",
        str(seat),
        PriceCategoryId(1),
        PriceTypeId(price_type),
        Money.of("30.00", "EUR"),
        Money.of("2.00", "EUR"),
        Decimal(7),
    )
    return LineRow(line, event(event_id), STARTS, "Gold", "#b0347c", TYPES)


def order_state(*rows: LineRow, **more: object) -> OrderState:
    lines = tuple(row.line for row in rows)
    totals = totals_of(lines, "EUR")
    order = Order(OrderId(1), OrderStatus.OPEN, "EUR", totals.total, lines)
    made = OrderState(
        order, rows, totals=totals, hold_seconds=581, can_pay=bool(rows), can_undo=bool(rows)
    )
    return replace(made, **more)  # type: ignore[arg-type]


def small_offer() -> tuple[Offer, SeatPlan]:
    venue = small_venue()
    return offer_of(venue), plan_of(venue)


def map_state(offer: Offer | None = None) -> MapState:
    found, plan = small_offer()
    states = np.zeros(len(plan), dtype=np.uint8)
    return MapState(Phase.READY, offer or found, plan, states, 1.0, age_seconds=0.0)


def buyer(name: str = "Ada") -> Customer:
    return Customer(CustomerId(7), NewCustomer(name, "Lovelace", "ada@example.org"))


def crowded_order(name: str = "Stalls") -> OrderState:
    """An order with something of all that the panel can show beside its lines."""
    rule = SalesRule(SalesRuleId(1), name, EventId(1), step=3)
    broken = RuleRow(Broken(rule, Breach.NO_MULTIPLE, 2, 3), name)
    parked = ParkedRow(OrderId(9), name, SeatName(name, "C", "1"), 3, 90)
    return order_state(
        line_row(1, area=name),
        line_row(2, area=name),
        broken=(broken,),
        parked=(parked,),
        instead=(SeatName(name, "B", "4"),),
        left_alone=(SeatName(name, "B", "3"),),
    )


def found_order(name: str = "Stalls") -> FinderState:
    """The page of sold orders with one of them open."""
    row = line_row(1, area=name)
    sold = Order(
        OrderId(17),
        OrderStatus.COMPLETED,
        "EUR",
        row.line.total,
        (row.line,),
        "BX-17",
        completed_at=STARTS,
        operator=name,
    )
    seat = RecordedSeat(row.line.place, name, "B", "1")
    known = RecordedOrder(
        "https://here.example",
        OrderId(17),
        "BX-17",
        STARTS,
        (RecordedEvent(name, STARTS),),
        name,
        row.line.total,
        (),
        (seat,),
    )
    prices = {
        (row.line.place, kind.id): Money.of(total, "EUR")
        for kind, total in zip(TYPES, ("32.00", "22.00"), strict=True)
    }
    return FinderState(True, name, (known,), OpenedOrder(sold, (row,), buyer=name, prices=prices))
