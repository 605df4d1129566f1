"""Every result type with a valid answer and the calls that read it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, MappedKind, SeatRequest
from boxoffice.connect.listing import Page
from boxoffice.domain.drafts import DraftOrganizer
from boxoffice.domain.ids import (
    AreaId,
    CountryId,
    CustomerId,
    EventId,
    OrderId,
    PriceTypeId,
    SeatId,
)
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import NewCustomer
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.ticket import TicketSystem
from tests.fuzz import samples
from tests.fuzz.samples import Json, listed

T = TypeVar("T")
Call = Callable[[ConnectClient], Awaitable[object]]

EVENT = EventId(1)
ORDER = OrderId(9)
_KEY = "6f1c7b0e-0000-4000-8000-000000000001"
_PAID = Payment(PaymentKind.CASH, Money(Decimal(27), "EUR"), Money(Decimal(30), "EUR"))
_SEATS = [SeatRequest(EVENT, SeatId(1)), SeatRequest(EVENT, SeatId(2))]
_BEST = BestSeatsRequest(EVENT, 2)
_MORE_SEATS = {"id": 2, "seat_id": 2, "number": "2", "x": 2.0}


@dataclass(frozen=True, slots=True)
class Subject:
    """A result type.

    Attributes:
        name: as published, and the property that holds it.
        result: a valid one; None where the answer is no JSON.
        calls: what reads it.
    """

    name: str
    result: Json | None
    calls: tuple[Call, ...]


async def _turned(pages: AsyncIterator[Page[T]]) -> list[Page[T]]:
    return [page async for page in pages]


CATALOGUES = (
    Subject(
        "EventCnctResult",
        listed("events", samples.EVENT, id=2),
        (
            lambda c: c.events.list(),
            lambda c: c.events.get(EVENT),
            lambda c: c.events.changes("7"),
            lambda c: _turned(c.events.pages()),
        ),
    ),
    Subject(
        "OrganizerResult",
        listed("organizers", samples.ORGANIZER, id=2),
        (lambda c: c.organizers.list(), lambda c: c.organizers.changes()),
    ),
    Subject(
        "LocationCnctResult",
        listed("locations", samples.LOCATION, id=2),
        (lambda c: c.locations.list(), lambda c: c.locations.changes("41")),
    ),
    Subject(
        "EventCategoryCnctResult",
        listed("event_categories", samples.CATEGORY, id=3),
        (lambda c: c.event_categories.list(), lambda c: c.event_categories.changes()),
    ),
    Subject(
        "SalesTypeCnctResult",
        listed("sales_types", samples.PRICE_TYPE, id=2),
        (lambda c: c.price_types.list(), lambda c: c.price_types.changes()),
    ),
    Subject(
        "EventSetCnctResult",
        listed("event_sets", samples.EVENT_SET, id=2),
        (lambda c: c.event_sets.list(), lambda c: c.event_sets.changes()),
    ),
    Subject(
        "CountryResult",
        listed("countries", samples.COUNTRY, id=2),
        (lambda c: c.countries.list(), lambda c: c.countries.get(CountryId(40))),
    ),
    Subject(
        "TicketSystemResult",
        listed("ticket_systems", samples.TICKET_SYSTEM, id=4),
        (lambda c: c.ticket_systems.list(), lambda c: c.ticket_systems.list(area_type=1)),
    ),
    Subject(
        "CustomerCnctResult",
        listed("customers", samples.CUSTOMER, id=6),
        (
            lambda c: c.customers.search("berg"),
            lambda c: c.customers.get(CustomerId(5)),
            lambda c: _turned(c.customers.pages("")),
        ),
    ),
)

OF_AN_EVENT = (
    Subject(
        "SalesRuleCnctResult",
        listed("sales_rules", samples.RULE, id=2),
        (lambda c: c.sales_rules.list(EVENT), lambda c: c.sales_rules.changes(EVENT)),
    ),
    Subject(
        "EntranceCnctResult",
        listed("entrances", samples.ENTRANCE, id=2),
        (lambda c: c.entrances.list(EVENT), lambda c: c.entrances.changes(None, "3")),
    ),
    Subject(
        "PriceCategoryCnctResult",
        listed("price_categories", samples.PRICE_CATEGORY, id=2),
        (lambda c: c.price_categories.list(EVENT), lambda c: c.price_categories.changes(EVENT)),
    ),
    Subject(
        "AreaCnctResult",
        listed("areas", samples.AREA, id=2),
        (lambda c: c.areas.list(EVENT), lambda c: _turned(c.areas.pages(EVENT))),
    ),
    Subject(
        "SalesTypePriceCnctResult",
        listed("sales_type_prices", samples.PRICE, id=2),
        (lambda c: c.prices.price_list(EVENT), lambda c: c.prices.changes(EVENT)),
    ),
    Subject(
        "SeatCnctResult",
        listed("seats", samples.SEAT, **_MORE_SEATS),
        (lambda c: c.seats.plan(EVENT), lambda c: c.seats.changes(EVENT, "5")),
    ),
    Subject(
        "EventSeatDataCnctResult",
        listed("event_seat_data", samples.SEAT_DATA, seat_id=2),
        (lambda c: c.seats.blocked_reasons(EVENT), lambda c: c.seats.blocked_reasons(EVENT, "5")),
    ),
    Subject(
        "SeatStatusCnctResult",
        listed("seat_states", samples.STATUS, seat_id=2),
        (
            lambda c: c.seats.status(EVENT),
            lambda c: c.seats.status(EVENT, "5"),
            lambda c: c.seats.status_at_source(EVENT),
        ),
    ),
)

ORDERS = (
    Subject(
        "OrderCnctResult",
        samples.ORDER,
        (
            lambda c: c.orders.get(ORDER),
            lambda c: c.orders.reserve(ORDER, _SEATS, _KEY),
            lambda c: c.orders.reserve_best(None, _BEST, _KEY),
        ),
    ),
    Subject("OrderBaseCnctResult", samples.ORDER_BASE, (lambda c: c.orders.base(ORDER),)),
    Subject(
        "SeatsInOrderCnctResult",
        listed("seats", samples.LINE, seat_id=2),
        (
            lambda c: c.orders.seats(ORDER),
            lambda c: c.orders.seats(ORDER, EVENT, with_external_ids=True),
        ),
    ),
    Subject(
        "OrderContainerCnctResult",
        listed("containers", samples.CONTAINER),
        (lambda c: c.orders.tickets(ORDER),),
    ),
    Subject(
        "MappingIDCnctResult",
        listed("mappings", samples.MAPPING, id=2),
        (
            lambda c: c.mappings.customer_types([1, 2]),
            lambda c: c.mappings.sales_conditions([1], ["x"], is_compact=False),
        ),
    ),
    Subject(
        "IDMappingResult",
        listed("mappings", samples.MAPPING, id=None),
        (
            lambda c: c.mappings.ids(MappedKind.SEAT, [1, 2], event_id=EVENT),
            lambda c: c.mappings.price_types_of_condition(1),
        ),
    ),
    Subject(
        "SimpleResult",
        samples.SIMPLE,
        (
            lambda c: c.orders.complete(ORDER, "N9", [_PAID], _KEY),
            lambda c: c.orders.cancel(ORDER, _KEY),
            lambda c: c.orders.release_all(ORDER, _KEY),
            lambda c: c.orders.release_event(ORDER, EVENT, _KEY),
            lambda c: c.orders.release_seat(ORDER, EVENT, SeatId(1), _KEY),
            lambda c: c.orders.set_price_type(ORDER, EVENT, SeatId(1), PriceTypeId(1), _KEY),
            lambda c: c.customers.add(NewCustomer("Ada", "Berg"), _KEY),
            lambda c: c.ticket_systems.save(TicketSystem("Other"), _KEY),
            lambda c: c.imports.organizers([DraftOrganizer("O1", "House", "AT")], _KEY),
            lambda c: c.pictures.upload_area(AreaId(1), b"\x89PNG", "p.png", _KEY),
        ),
    ),
    Subject("Picture", None, (lambda c: c.pictures.fetch("/p/1.png"),)),
)

SUBJECTS = {subject.name: subject for subject in (*CATALOGUES, *OF_AN_EVENT, *ORDERS)}
