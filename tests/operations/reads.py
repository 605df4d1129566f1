"""The operations that change nothing: 24 that read, and 2 look-ups."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from boxoffice.connect import operations as table
from boxoffice.connect.client import ConnectClient, IdPair, MappedKind
from boxoffice.connect.operations import Operation
from boxoffice.domain.catalogue import (
    Area,
    Country,
    Entrance,
    Event,
    EventCategory,
    EventSet,
    Location,
    Organizer,
    PriceCategory,
    PriceList,
    PriceType,
)
from boxoffice.domain.ids import CustomerId, EventId, OrderId
from boxoffice.domain.orders.customer import Customer
from boxoffice.domain.orders.order import Order, OrderLine, OrderStatus
from boxoffice.domain.orders.ticket import Ticket, TicketSystem
from boxoffice.domain.rules import SalesRule
from boxoffice.domain.seats.seatplan import LoadedPlan, StatusDelta
from tests.operations.case import EVENT, Case, World, with_open_order, with_sold_order
from tests.operations.house import build

NOWHERE = EventId(4711)
NO_ORDER = OrderId(4711)
Reading = Callable[[ConnectClient], Awaitable[Any]]


def each(kind: type) -> Callable[[Any], bool]:
    """Some, and every one of the kind."""
    return lambda found: bool(found) and all(isinstance(entry, kind) for entry in found)


async def _house(client: ConnectClient, _: World) -> None:
    await build(client)


def _read(operation: Operation, kind: type, call: Reading, wrong: Reading | None = None) -> Case:
    return Case(
        operation,
        lambda client, _: call(client),
        each(kind),
        None if wrong is None else lambda client, _: wrong(client),
        prepare=_house,
    )


CATALOGUE = (
    _read(table.EVENTS, Event, lambda c: c.events.list()),
    _read(table.ORGANIZERS, Organizer, lambda c: c.organizers.list()),
    _read(table.LOCATIONS, Location, lambda c: c.locations.list()),
    _read(table.EVENT_CATEGORIES, EventCategory, lambda c: c.event_categories.list()),
    _read(table.SALES_TYPES, PriceType, lambda c: c.price_types.list()),
    _read(table.EVENT_SETS, EventSet, lambda c: c.event_sets.list()),
    _read(table.COUNTRIES, Country, lambda c: c.countries.list()),
    _read(
        table.SALES_RULES,
        SalesRule,
        lambda c: c.sales_rules.list(EVENT),
        lambda c: c.sales_rules.list(NOWHERE),
    ),
    _read(
        table.ENTRANCES,
        Entrance,
        lambda c: c.entrances.list(EVENT),
        lambda c: c.entrances.list(NOWHERE),
    ),
    _read(
        table.PRICE_CATEGORIES,
        PriceCategory,
        lambda c: c.price_categories.list(EVENT),
        lambda c: c.price_categories.list(NOWHERE),
    ),
    _read(table.AREAS, Area, lambda c: c.areas.list(EVENT), lambda c: c.areas.list(NOWHERE)),
)


async def _prices(client: ConnectClient, _: World) -> PriceList:
    return await client.prices.price_list(EVENT)


async def _blocked(client: ConnectClient, _: World) -> dict[Any, str]:
    reasons, marker = await client.seats.blocked_reasons(EVENT)
    assert marker
    return dict(reasons)


BULK = (
    Case(
        table.SALES_TYPE_PRICES,
        _prices,
        lambda found: len(found.prices) == 6,
        lambda c, _: c.prices.list(NOWHERE),
    ),
    Case(
        table.SEATS,
        lambda c, _: c.seats.plan(EVENT),
        lambda found: isinstance(found, LoadedPlan) and len(found.plan) == 80,
        lambda c, _: c.seats.plan(NOWHERE),
    ),
    Case(
        table.SEAT_DATA,
        _blocked,
        lambda found: set(found.values()) == {"Camera"},
        lambda c, _: c.seats.blocked_reasons(NOWHERE),
        prepare=_house,
    ),
    Case(
        table.SEAT_STATUS,
        lambda c, _: c.seats.status(EVENT),
        lambda found: isinstance(found, StatusDelta) and len(found.seat_ids) == 80,
        lambda c, _: c.seats.status(NOWHERE),
    ),
    Case(
        table.JT_SEAT_STATUS,
        lambda c, _: c.seats.status_at_source(EVENT),
        lambda found: isinstance(found, StatusDelta) and len(found.seat_ids) == 80,
        lambda c, _: c.seats.status_at_source(NOWHERE),
    ),
)

OFFICE = (
    _read(table.TICKET_SYSTEMS, TicketSystem, lambda c: c.ticket_systems.list()),
    _read(table.CUSTOMERS, Customer, lambda c: c.customers.search("lovelace")),
    _read(table.CUSTOMER_TYPE_MAPPING, IdPair, lambda c: c.mappings.customer_types([1])),
    _read(
        table.SALES_CONDITION_MAPPING,
        IdPair,
        lambda c: c.mappings.sales_conditions([1, 99], is_compact=False),
    ),
    _read(
        table.SALES_TYPES_OF_CONDITION,
        IdPair,
        lambda c: c.mappings.price_types_of_condition(1),
        lambda c: c.mappings.price_types_of_condition(4711),
    ),
    _read(
        table.ID_MAPPING,
        IdPair,
        lambda c: c.mappings.ids(MappedKind.SEAT, [1, 2], ["stalls-0-3"], event_id=EVENT),
        lambda c: c.mappings.ids(MappedKind.SEAT, [1], event_id=NOWHERE),
    ),
)

ORDERS = (
    Case(
        table.ORDER,
        lambda c, w: c.orders.get(w.open_id),
        lambda found: isinstance(found, Order) and len(found.lines) == 2,
        lambda c, _: c.orders.get(NO_ORDER),
        prepare=with_open_order,
    ),
    Case(
        table.ORDER_BASE,
        lambda c, w: c.orders.base(w.sold_id),
        lambda found: isinstance(found, Order) and found.status is OrderStatus.COMPLETED,
        lambda c, _: c.orders.base(NO_ORDER),
        prepare=with_sold_order,
    ),
    Case(
        table.ORDER_SEATS,
        lambda c, w: c.orders.seats(w.open_id, EVENT, with_external_ids=True),
        lambda found: each(OrderLine)(found) and found[0].external_seat_id == "stalls-2-0",
        lambda c, _: c.orders.seats(NO_ORDER),
        prepare=with_open_order,
    ),
    Case(
        table.ORDER_TICKETS,
        lambda c, w: c.orders.tickets(w.sold_id),
        lambda found: each(Ticket)(found) and found[0].price is not None,
        lambda c, _: c.orders.tickets(NO_ORDER),
        prepare=with_sold_order,
    ),
)

NOBODY = CustomerId(4711)
READS = (*CATALOGUE, *BULK, *OFFICE, *ORDERS)
