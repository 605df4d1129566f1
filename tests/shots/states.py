"""Every state of the window that a clerk can come upon, by its name; without presenters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from boxoffice.domain.ids import AreaId, EventId, OrderId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.exchange import Exchange
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.sold_order import Fate, RecordedEvent
from boxoffice.domain.preferences import Preferences
from boxoffice.presenters.common import LineRow, Loss, Phase, SeatName
from boxoffice.presenters.connection.state import ConnectionPhase, ConnectionState
from boxoffice.presenters.customer.state import CustomerState
from boxoffice.presenters.events.state import SELLING, EventRow, EventsState, Sieve
from boxoffice.presenters.finder.state import FinderState
from boxoffice.presenters.map.state import MapState
from boxoffice.presenters.notices import Code, Notice
from boxoffice.presenters.order.state import LostRow, OrderState, ParkedRow
from boxoffice.presenters.payment.state import PaymentPhase, PaymentState, PriceChange
from boxoffice.presenters.settings.state import (
    About,
    Component,
    ConnectionCheck,
    KeyConflict,
    SettingsPage,
    SettingsState,
    SiteSettings,
)
from boxoffice.views.window.main_window import MainWindow
from tests.service_fixture import FLOOR
from tests.views.conftest import (
    NOW,
    buyer,
    crowded_order,
    event_row,
    found_order,
    line_row,
    map_state,
    order_state,
)
from tests.views.window.test_crawl import after_crash

State = Callable[[MainWindow], None]
LONG = "Akademie für Alte Musik und Internationale Händel-Festspiele " * 5
NAMES = ("The Tempest", "Die Zauberflöte", "Ein Sommernachtstraum", "Woyzeck")
HOSTILE = frozenset({"long names"})
"""States whose names are longer than any screen."""


def euros(amount: str) -> Money:
    return Money.of(amount, "EUR")


def _events(count: int = 3, **more: object) -> EventsState:
    rows = tuple(event_row(n, NAMES[n % len(NAMES)]) for n in range(1, count + 1))
    made = EventsState(Phase.READY, rows, count, open_event=EventId(1))
    return replace(made, **more)  # type: ignore[arg-type]


def _slots(count: int) -> tuple[EventRow, ...]:
    """Admissions of one day, some of them full or nearly."""
    made = (
        event_row(
            n,
            "Admission",
            starts_at=NOW + timedelta(minutes=n),
            seats_total=20,
            seats_free=(12, 1, 0)[n % 3],
        )
        for n in range(1, count + 1)
    )
    return tuple(made)


def _rows(count: int) -> tuple[LineRow, ...]:
    return tuple(line_row(n, price_type=1 + (n % 7 == 0)) for n in range(1, count + 1))


def _ready(window: MainWindow) -> None:
    window.show_page("sale")
    window.events.show_state(_events())
    window.map.show_state(map_state())


# --- where the server is chosen ---


def _connection(state: ConnectionState) -> State:
    def show(window: MainWindow) -> None:
        window.show_page("connection")
        window.connection.show_state(state)

    return show


# --- the map and the events ---


def _events_as(state: EventsState) -> State:
    def show(window: MainWindow) -> None:
        window.show_page("sale")
        window.events.show_state(state)
        window.map.show_state(MapState())

    return show


def _map_as(**more: object) -> State:
    def show(window: MainWindow) -> None:
        _ready(window)
        window.map.show_state(replace(map_state(), **more))  # type: ignore[arg-type]

    return show


def _after(*steps: State) -> State:
    def show(window: MainWindow) -> None:
        _ready(window)
        for step in steps:
            step(window)

    return show


def _action(name: str) -> State:
    def do(window: MainWindow) -> None:
        action = window.findChild(QAction, name)
        assert action is not None, name
        action.trigger()

    return do


def _press(name: str) -> State:
    def do(window: MainWindow) -> None:
        found = window.findChild(QAbstractButton, name)
        assert found is not None, name
        found.click()

    return do


def _type(name: str, text: str) -> State:
    def do(window: MainWindow) -> None:
        found = window.findChild(QLineEdit, name)
        assert found is not None, name
        found.setText(text)
        found.textEdited.emit(text)

    return do


def _enter(name: str, text: str) -> State:
    def do(window: MainWindow) -> None:
        _type(name, text)(window)
        field = window.findChild(QLineEdit, name)
        assert field is not None, name
        key = QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(field, QKeyEvent(*key))

    return do


# --- the order ---


def _order(state: OrderState) -> State:
    return _after(lambda window: window.order.show_state(state))


def _parked(count: int) -> tuple[ParkedRow, ...]:
    seat = SeatName("Stalls", "C", "1")
    return tuple(ParkedRow(OrderId(9 + n), "", seat, 3, 90 + n, f"Party {n}") for n in range(count))


def _customer(state: CustomerState) -> State:
    def show(window: MainWindow) -> None:
        window.order.show_state(order_state(*_rows(2)))
        window.order.customer.show_state(state)

    return _after(show)


# --- the payment ---


def _payment(**more: object) -> State:
    made = PaymentState(
        PaymentPhase.TENDERING,
        total=euros("64"),
        due=euros("64"),
        tenders=(euros("65"), euros("70"), euros("80"), euros("100")),
        can_confirm=True,
        rows=_rows(2),
        hold_seconds=581,
    )
    state = replace(made, **more)  # type: ignore[arg-type]

    def show(window: MainWindow) -> None:
        window.order.show_state(order_state(*_rows(2)))
        window.payment.show_state(state)
        window.show_payment(is_shown=True)

    return _after(show)


_CASH = Payment(PaymentKind.CASH, euros("64"), euros("70"))


def _done(**more: object) -> State:
    return _payment(
        **{"phase": PaymentPhase.DONE, "order_number": "17", "change": euros("6")}
        | {"can_confirm": False, "parts": (_CASH,), "hold_seconds": None}
        | more
    )


# --- sold orders, and after a crash ---


def _finder(state: FinderState) -> State:
    def show(window: MainWindow) -> None:
        window.finder.show_state(state)
        window.show_finder(is_shown=True)

    return _after(show)


def _found(**more: object) -> FinderState:
    return replace(found_order(), **more)  # type: ignore[arg-type]


def _paid_in_cash() -> FinderState:
    """An order of which a part went back, with what there is to say of it."""
    state = found_order()
    assert state.opened is not None
    order = replace(state.opened.order, refunded=euros("12"))
    back = Payment(PaymentKind.CASH, euros("12"), euros("12"))
    opened = replace(
        state.opened,
        order=order,
        payments=(_CASH,),
        returned=(back,),
        printed_at=order.completed_at,
    )
    notice = Notice.good(Code.GIVEN_BACK, order="17", sum=euros("12"), how=PaymentKind.CASH)
    return replace(state, notice=notice, opened=opened)


def _in_doubt() -> FinderState:
    """An order that holds seats, and that may be another counter's."""
    opened = _found().opened
    assert opened is not None
    order = replace(opened.order, status=OrderStatus.OPEN, completed_at=None)
    notice = Notice.warning(Code.ORDER_IN_DOUBT, order=str(order.id))
    return _found(opened=replace(opened, order=order, tickets=(), payments=()), notice=notice)


def _many_sold() -> FinderState:
    """Two evenings of one play, ways to pay, and what was given back."""
    state = found_order()
    [known] = state.found
    found = []
    for n in range(12):
        event = RecordedEvent(NAMES[n % 3], known.sold_at + timedelta(days=n // 3))
        kind = tuple(PaymentKind)[n % 4]
        paid = Payment(kind, known.total, known.total)
        made = replace(known, order_id=OrderId(1042 - n), events=(event,), payments=(paid,))
        made = replace(made, operator="Anna Berger", buyer="Lindqvist" * (n % 2))
        if n % 5 == 2:
            made = replace(made, fate=Fate.PARTLY_RETURNED, returned=(paid,))
        found.append(made)
    return replace(state, found=tuple(found), opened=None, search="")


def _restart(window: MainWindow) -> None:
    window.restart.show_state(after_crash("Stalls"))
    window.show_restart(is_shown=True)


def _long_names(window: MainWindow) -> None:
    window.events.show_state(EventsState(Phase.READY, (event_row(1, LONG),), 1))
    window.order.show_state(crowded_order(LONG))


_CHECKED = ConnectionCheck(
    told=Notice.warning(Code.CHECK_IN_PART, address="https://tickets.example/connect", count=2),
    details="Events GET: 200, result EventCnctResult, list Events, 12 entries\n"
    "    called otherwise: name is Title (the names are alike)\n"
    "    times: with offset\n"
    "GetSalesTypePrice GET: 404, not there\n",
    can_save=True,
)


def _settings(page: SettingsPage, **more: object) -> State:
    """A page of the settings, over the sale."""

    def show(window: MainWindow) -> None:
        made = SettingsState(
            is_shown=True,
            page=page,
            chosen=Preferences(counter="Till 3"),
            keys=window.delivered_keys,
            address="https://tickets.example/connect",
            site=SiteSettings("/home/anna/.config/boxoffice/settings.toml", "default"),
            about=_ABOUT,
        )
        window.settings.show_state(replace(made, **more))  # type: ignore[arg-type]
        window.show_settings(is_shown=True)

    return _after(show)


def _standing(window: MainWindow) -> None:
    window.map.canvas.area_picked.emit(AreaId(FLOOR))


def _outage(window: MainWindow) -> None:
    away = Notice.error(Code.UNREACHABLE, address="https://tickets.example")
    window.map.show_state(replace(map_state(), is_old=True, age_seconds=42.0, notice=away))


def _notice(notice: Notice) -> State:
    return lambda window: window.show_notice(notice)


_CHOICES = {
    Sieve.VENUE: ("Lindenhof", "Small House"),
    Sieve.ORGANIZER: ("City", "Players"),
    Sieve.CATEGORY: ("Opera", "Play"),
    Sieve.ON_SALE: (SELLING,),
}
_VOUCHER = Payment(PaymentKind.VOUCHER, euros("20"), euros("20"), "GIFT-2026")
_SEAT = SeatName("Stalls", "B", "5")
_AWAY = Notice.error(Code.UNREACHABLE, address="https://tickets.example")
_EXCHANGE = Exchange(OrderId(17), (line_row(1).line,))

_ABOUT = About(
    "1.0",
    "6.9.2 (PySide6 6.9.2)",
    "3.11",
    "1.0",
    "3.45",
    "/home/anna/.local/state/boxoffice.log",
    (Component("Qt", "6.9.2", "LGPL-3.0"), Component("Inter", "4.0", "OFL-1.1")),
)
_CONFLICT = KeyConflict("actionPay", "F2", "actionFindEvent")

STATES: Mapping[str, State] = MappingProxyType(
    {
        "offering": _connection(ConnectionState()),
        "connecting": _connection(
            ConnectionState(ConnectionPhase.CONNECTING, "https://tickets.example")
        ),
        "not connected": _connection(
            ConnectionState(ConnectionPhase.FAILED, "https://tickets.example", notice=_AWAY)
        ),
        "other server": _connection(ConnectionState(can_return=True, token_known=True)),
        "events loading": _events_as(EventsState(Phase.LOADING)),
        "events failed": _events_as(EventsState(Phase.FAILED, notice=_AWAY)),
        "no events": _events_as(EventsState(Phase.EMPTY)),
        "test environment": _after(lambda window: window.show_test(True)),
        "message of the platform": _after(
            _notice(
                Notice.warning(
                    Code.SERVER_WARNS,
                    reason="Wartung heute ab 22:00 Uhr · https://platform.example/news/2026/wartung",
                )
            )
        ),
        "second factor": _after(
            _notice(Notice.error(Code.SECOND_FACTOR, reason="Code an +43 *** 17 gesendet"))
        ),
        "not trusted": _after(_notice(Notice.error(Code.NOT_TRUSTED))),
        "missing operations": _after(
            _notice(
                Notice.warning(Code.NOT_OFFERED, loss=Loss.PRICES, operation="GetSalesTypePrice")
            ),
            _notice(Notice.warning(Code.NOT_OFFERED, loss=Loss.CODES, operation="OrderTickets")),
        ),
        "order in doubt": _finder(_in_doubt()),
        "no event found": _events_as(EventsState(Phase.READY, total=12, search="xyz")),
        "many events": _events_as(_events(80, open_event=None)),
        "time slots": _events_as(_events(320, open_event=None, rows=_slots(320))),
        "filters": _events_as(
            _events(12, open_event=None, choices=_CHOICES, chosen={Sieve.CATEGORY: "Opera"})
        ),
        "nothing passes": _events_as(
            EventsState(
                Phase.READY,
                total=12,
                search="xyz",
                choices=_CHOICES,
                chosen={Sieve.CATEGORY: "Opera"},
                hidden=((Sieve.CATEGORY, 3), (None, 4)),
            )
        ),
        "map loading": _map_as(phase=Phase.LOADING, plan=None, states=None, progress=0.4),
        "map failed": _map_as(phase=Phase.FAILED, plan=None, states=None, notice=_AWAY),
        "map": _after(),
        "outage": _after(_outage),
        "wishes": _after(lambda window: window.map.ask_wishes()),
        "seat list": _after(_action("actionList")),
        "seat not listed": _after(_action("actionList"), _enter("seatListFilter", "zz 99")),
        "two seats": _order(order_state(*_rows(2))),
        "on their way": _order(order_state(*_rows(2), pending=(_SEAT,), is_busy=True)),
        "sixty tickets": _order(order_state(*_rows(60))),
        "crowded order": _order(crowded_order()),
        "seats lost": _order(
            order_state(*_rows(2), notice=Notice.warning(Code.SEATS_LOST, seats=(_SEAT,)))
        ),
        "hold ending": _order(
            order_state(
                *_rows(2),
                hold_seconds=25,
                notice=Notice.warning(Code.HOLD_ENDING),
                hold_is_ending=True,
            )
        ),
        "twelve parked": _order(order_state(*_rows(2), parked=_parked(12))),
        "hold over": _order(
            OrderState(lost=(LostRow(OrderId(4), (("The Tempest", (_SEAT,)),), "Party"),))
        ),
        "called off": _order(order_state(*_rows(2), called_off=(event_row(1).event,))),
        "exchange": _order(order_state(*_rows(2), exchange=_EXCHANGE, due=euros("10"))),
        "give all back": _after(
            lambda window: window.order.show_state(order_state(*_rows(6))), _press("clearButton")
        ),
        "customer": _customer(
            CustomerState(is_open=True, search="a", found=(buyer(), buyer("Bo")))
        ),
        "new customer": _customer(CustomerState(is_open=True, search="Ada", is_adding=True)),
        "cash": _payment(),
        "change": _payment(tendered_text="100", tendered=euros("100"), change=euros("36")),
        "not enough": _payment(
            tendered_text="10",
            can_confirm=False,
            notice=Notice.warning(Code.NOT_ENOUGH, missing=euros("54")),
        ),
        "card": _payment(kind=PaymentKind.CARD),
        "card without reference": _payment(kind=PaymentKind.CARD, needs_reference=False),
        "invoice": _payment(
            kind=PaymentKind.INVOICE,
            can_confirm=False,
            notice=Notice.warning(Code.INVOICE_CUSTOMER),
        ),
        "parts": _payment(parts=(_VOUCHER,), due=euros("44"), can_add=True),
        "price changed": _payment(
            changed=PriceChange(euros("60"), euros("64")),
            notice=Notice.warning(Code.PRICE_CHANGED, old=euros("60"), new=euros("64")),
        ),
        "checking": _payment(
            phase=PaymentPhase.CHECKING, notice=Notice.warning(Code.CHECKING), can_confirm=False
        ),
        "payment lost": _payment(
            phase=PaymentPhase.LOST, parts=(_VOUCHER,), can_confirm=False, hold_seconds=None
        ),
        "leave payment": _payment(asks_to_leave=True),
        "done": _done(notice=Notice.good(Code.PRINTED, printer="Counter 1")),
        "printing": _done(is_printing=True),
        "done by card": _done(
            change=euros("0"), parts=(replace(_CASH, kind=PaymentKind.CARD, tendered=euros("64")),)
        ),
        "not printed": _done(
            notice=Notice.error(Code.NOT_PRINTED, order="17", reason="The printer is out of paper")
        ),
        "sold orders": _finder(_found(opened=None)),
        "none sold": _finder(FinderState(is_shown=True)),
        "sold order": _finder(_found()),
        "not found": _finder(FinderState(is_shown=True, search="Lindqvist")),
        "many sold": _finder(_many_sold()),
        "partly given back": _finder(_paid_in_cash()),
        "give back": _after(_finder(_found()), _press("foundCancel")),
        "give back in cash": _after(_finder(_paid_in_cash()), _press("foundCancel")),
        "after a crash": _after(_restart),
        "standing places": _after(_standing),
        "list over the map": _after(
            _action("actionFindEvent"), _notice(Notice.error(Code.FAILED, reason="It is full"))
        ),
        "settings": _settings(SettingsPage.APPEARANCE),
        "settings of the counter": _settings(SettingsPage.COUNTER),
        "settings of the sale": _settings(
            SettingsPage.SALE, can_undo=True, notice=Notice.good(Code.PREFERENCES_KEPT)
        ),
        "keys in the settings": _settings(SettingsPage.KEYS, own_keys=frozenset({"actionPay"})),
        "two actions on a key": _settings(SettingsPage.KEYS, conflict=_CONFLICT),
        "server in the settings": _settings(SettingsPage.CONNECTION, test=_AWAY),
        "server that is looked at": _settings(
            SettingsPage.CONNECTION,
            check=ConnectionCheck(
                is_running=True, number=9, count=24, operation="GetPriceCategory"
            ),
        ),
        "server that was looked at": _settings(SettingsPage.CONNECTION, check=_CHECKED),
        "about": _settings(SettingsPage.ABOUT),
        "last messages": _after(
            _notice(Notice.error(Code.FAILED, reason="The disk is full")), _action("actionMessages")
        ),
        "keys": _after(_action("actionKeys")),
        "long names": _after(_long_names),
    }
)


def show(window: MainWindow, name: str) -> None:
    """Brings a new window into a state, and lets it come to rest."""
    STATES[name](window)
    rest()


def rest() -> None:
    """What is to come is done."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
