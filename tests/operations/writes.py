"""The 22 operations that change something."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from boxoffice.connect import operations as table
from boxoffice.connect.client import BestSeatsRequest, ConnectClient, SeatRequest, new_key
from boxoffice.domain.ids import AreaId, OrderId, PriceTypeId, SeatId, TicketSystemId
from boxoffice.domain.orders.customer import NewCustomer
from boxoffice.domain.orders.order import Order
from boxoffice.domain.venue import DraftSeat
from tests.operations import house
from tests.operations.case import EVENT, SEAT, Case, World, paid, with_open_order, with_sold_order
from tests.pictures import PNG
from tests.service_fixture import CHILD, STALLS

NO_ORDER = OrderId(4711)
NOTHING = type(None)


def _nothing(found: Any) -> bool:
    """It returns nothing; what it did is seen in the data."""
    return found is None


async def _barn(client: ConnectClient, _: World) -> None:
    await house.build(client)


async def _events(client: ConnectClient, world: World) -> None:
    await client.imports.events(
        [house.EVENT], world.key, event_set_key="season", organizer_key="players"
    )


async def _before_events(client: ConnectClient, _: World) -> None:
    await client.imports.organizers([house.ORGANIZER], new_key())
    await client.imports.event_sets([house.EVENT_SET], new_key())
    await client.imports.locations([house.LOCATION], new_key())


async def _categories(client: ConnectClient, world: World) -> None:
    await client.imports.price_categories(
        house.FIRST, [house.CATEGORY], world.key, currency="EUR", vat_rate=Decimal(7)
    )


async def _seats(client: ConnectClient, world: World) -> None:
    new = DraftSeat("stalls-new", "stalls", "gold", "E", "1", 0.0, 250.0)
    await client.imports.seats(house.FIRST, [new], world.key, gone=["stalls-0-9"])


IMPORTS = (
    Case(
        table.IMPORT_LOCATIONS,
        lambda c, w: c.imports.locations([house.LOCATION], w.key),
        _nothing,
        lambda c, w: c.imports.locations([replace(house.LOCATION, timezone="Mars")], w.key),
        422,
    ),
    Case(
        table.IMPORT_ORGANIZERS,
        lambda c, w: c.imports.organizers([house.ORGANIZER], w.key),
        _nothing,
        lambda c, w: c.imports.organizers([house.ORGANIZER] * 2, w.key),
        422,
    ),
    Case(
        table.IMPORT_EVENT_SETS,
        lambda c, w: c.imports.event_sets([house.EVENT_SET], w.key),
        _nothing,
        lambda c, w: c.imports.event_sets([], w.key, gone=["nowhere"]),
        422,
    ),
    Case(
        table.IMPORT_AREAS,
        lambda c, w: c.imports.areas("barn", house.AREAS, w.key),
        _nothing,
        lambda c, w: c.imports.areas("nowhere", house.AREAS, w.key),
        422,
        _barn,
    ),
    Case(
        table.IMPORT_ENTRANCES,
        lambda c, w: c.imports.entrances([house.ENTRANCE], w.key, location_key=house.WHERE),
        _nothing,
        lambda c, w: c.imports.entrances([house.ENTRANCE], w.key, parent_area_key="nowhere"),
        422,
    ),
    Case(
        table.IMPORT_SALES_TYPES,
        lambda c, w: c.imports.price_types([house.PRICE_TYPE], w.key),
        _nothing,
        lambda c, w: c.imports.price_types([replace(house.PRICE_TYPE, key="")], w.key),
        422,
    ),
    Case(
        table.IMPORT_SALES_RULES,
        lambda c, w: c.imports.sales_rules([house.RULE], w.key),
        _nothing,
        lambda c, w: c.imports.sales_rules([replace(house.RULE, event_key="x")], w.key),
        422,
    ),
    Case(
        table.IMPORT_PRICE_CATEGORIES,
        _categories,
        _nothing,
        lambda c, w: c.imports.price_categories(
            "nowhere", [house.CATEGORY], w.key, currency="EUR", vat_rate=Decimal(7)
        ),
        422,
    ),
    Case(
        table.IMPORT_SEATS,
        _seats,
        _nothing,
        lambda c, w: c.imports.seats("nowhere", house.SEATS, w.key),
        422,
    ),
    Case(
        table.IMPORT_SEAT_STATUS,
        lambda c, w: c.imports.seat_states(house.FIRST, house.BLOCKED, w.key),
        _nothing,
        lambda c, w: c.imports.seat_states("nowhere", house.BLOCKED, w.key),
        422,
    ),
    Case(
        table.IMPORT_EVENTS,
        _events,
        _nothing,
        lambda c, w: c.imports.events([replace(house.EVENT, location_key="x")], w.key),
        422,
        _before_events,
    ),
)

OFFICE = (
    Case(
        table.SAVE_TICKET_SYSTEM,
        lambda c, w: c.ticket_systems.save(house.SYSTEM, w.key),
        lambda found: found > 0,
        lambda c, w: c.ticket_systems.save(replace(house.SYSTEM, id=TicketSystemId(4711)), w.key),
    ),
    Case(
        table.ADD_CUSTOMER,
        lambda c, w: c.customers.add(house.ADA, w.key),
        lambda found: found > 0,
        lambda c, w: c.customers.add(NewCustomer(), w.key),
        422,
    ),
    Case(
        table.UPLOAD_AREA_PICTURE,
        lambda c, w: c.pictures.upload_area(AreaId(STALLS), PNG, "hall.png", w.key),
        lambda found: found.startswith("/connect/v1/pictures/"),
        lambda c, w: c.pictures.upload_area(AreaId(STALLS), b"text", "a.txt", w.key),
        422,
    ),
)


def _holds(count: int) -> Any:
    return lambda found: isinstance(found, Order) and len(found.lines) == count


async def _sell(client: ConnectClient, world: World) -> None:
    assert world.open is not None
    await client.orders.complete(
        world.open_id, "BX-1", paid(world.open), world.key, operator="clerk", comment="gift"
    )


async def _sell_another(client: ConnectClient, world: World) -> None:
    await client.orders.complete(world.sold_id, "BX-OTHER", [], world.key)


async def _both_orders(client: ConnectClient, world: World) -> None:
    await with_open_order(client, world)
    await with_sold_order(client, world)


ORDERS = (
    Case(
        table.RESERVE_SEAT,
        lambda c, w: c.orders.reserve(None, [SeatRequest(EVENT, SEAT)], w.key),
        _holds(1),
        lambda c, w: c.orders.reserve(None, [SeatRequest(EVENT, SeatId(31))], w.key),
        409,
        with_sold_order,
    ),
    Case(
        table.RESERVE_BEST_SEAT,
        lambda c, w: c.orders.reserve_best(w.open_id, BestSeatsRequest(EVENT, 3), w.key),
        _holds(5),
        lambda c, w: c.orders.reserve_best(None, BestSeatsRequest(EVENT, 99), w.key),
        409,
        with_open_order,
    ),
    Case(table.COMPLETE_ORDER, _sell, _nothing, _sell_another, 409, _both_orders),
    Case(
        table.CANCEL_ORDER,
        lambda c, w: c.orders.cancel(w.sold_id, w.key),
        _nothing,
        lambda c, w: c.orders.cancel(NO_ORDER, w.key),
        404,
        with_sold_order,
    ),
    Case(
        table.RELEASE_ALL,
        lambda c, w: c.orders.release_all(w.sold_id, w.key),
        _nothing,
        lambda c, w: c.orders.release_all(NO_ORDER, w.key),
        404,
        with_sold_order,
    ),
    Case(
        table.RELEASE_EVENT,
        lambda c, w: c.orders.release_event(w.sold_id, EVENT, w.key),
        _nothing,
        lambda c, w: c.orders.release_event(NO_ORDER, EVENT, w.key),
        404,
        with_sold_order,
    ),
    Case(
        table.CHANGE_SEAT,
        lambda c, w: c.orders.set_price_type(
            w.open_id, EVENT, SeatId(21), PriceTypeId(CHILD), w.key
        ),
        _nothing,
        lambda c, w: c.orders.set_price_type(w.open_id, EVENT, SeatId(21), PriceTypeId(99), w.key),
        422,
        with_open_order,
    ),
    Case(
        table.RELEASE_SEAT,
        lambda c, w: c.orders.release_seat(w.sold_id, EVENT, SeatId(31), w.key),
        _nothing,
        lambda c, w: c.orders.release_seat(w.sold_id, EVENT, SeatId(1), w.key),
        404,
        with_sold_order,
    ),
)

WRITES = (*IMPORTS, *OFFICE, *ORDERS)
