"""Orders as entities of the API: the order, its seats, its tickets.

An order of another credential is refused with 404, like one that does not exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import Connection, RowMapping, bindparam, select

from boxoffice.service.data.schema import areas, events, order_seats, sales_types, seats, tickets
from boxoffice.service.data.status import OPEN
from boxoffice.service.lists import catalogue, venue_lists
from boxoffice.service.lists.paging import Entity, Found, Page, moment
from boxoffice.service.sale.caller import Caller
from boxoffice.service.sale.orders import PricedSeats, find, seats_of, total_of

_SEATS = (
    select(
        order_seats,
        seats.c.area_id,
        seats.c.row,
        seats.c.number,
        areas.c.name.label("area_name"),
        events.c.currency,
        events.c.external_id.label("external_event_id"),
        seats.c.external_id.label("external_seat_id"),
        sales_types.c.external_id.label("external_sales_type_id"),
    )
    .join(seats, seats.c.id == order_seats.c.seat_id)
    .join(areas, areas.c.id == seats.c.area_id)
    .join(events, events.c.id == order_seats.c.event_id)
    .join(sales_types, sales_types.c.id == order_seats.c.sales_type_id)
    .where(order_seats.c.order_id == bindparam("order"), order_seats.c.given_back.is_(False))
    .order_by(order_seats.c.position)
)
_SEATS_OF_EVENT = _SEATS.where(order_seats.c.event_id == bindparam("event"))


def order_base(connection: Connection, caller: Caller, order_id: int) -> Entity:
    order = find(connection, caller, order_id)
    seats = seats_of(connection, order_id)
    return _head(connection, order, seats) | {"seat_count": len(seats)}


def order_entity(connection: Connection, caller: Caller, order_id: int) -> Entity:
    return order_with_seats(connection, find(connection, caller, order_id))


def order_with_seats(
    connection: Connection, order: RowMapping, seats: Sequence[Entity] | None = None
) -> Entity:
    """An order with its seats.

    Args:
        seats: its seats as entities; None if they have to be read.
    """
    if seats is None:
        seats = _seat_entities(connection, order["id"])
    return _head(connection, order, seats) | {"seats": seats}


def _head(connection: Connection, order: RowMapping, seats: PricedSeats) -> Entity:
    return {
        "id": order["id"],
        "external_order_reseller_id": order["external_id"],
        "status": order["status"],
        "currency": order["currency"],
        "total": _total(connection, order, seats),
        "refunded": order["refunded"],
        "hold_till": moment(order["hold_till"]) if order["status"] == OPEN else None,
        "created": moment(order["created"]),
        "completed": moment(order["completed"]),
        "operator": order["operator"],
        "exchange_of": order["exchange_of"],
        "customer_id": order["customer_id"],
    }


def _total(connection: Connection, order: RowMapping, seats: PricedSeats) -> Decimal:
    """The price of the seats; of an order that was sold, also of those given back and refunded."""
    if order["completed"] is None:
        return total_of(seats)
    # By its tickets: seats that were given back before the sale have none.
    query = select(tickets.c.price).where(tickets.c.order_id == order["id"])
    return sum(connection.execute(query).scalars(), Decimal("0.00"))


def order_seat_entities(
    connection: Connection,
    caller: Caller,
    order_id: int,
    event_id: int | None = None,
    *,
    with_external_ids: bool = False,
) -> list[Entity]:
    """The seats of an order, in the order of taking."""
    find(connection, caller, order_id)
    return _seat_entities(connection, order_id, event_id, with_external_ids=with_external_ids)


def _seat_entities(
    connection: Connection,
    order_id: int,
    event_id: int | None = None,
    *,
    with_external_ids: bool = False,
) -> list[Entity]:
    query, of = _SEATS, {"order": order_id}
    if event_id is not None:
        query, of = _SEATS_OF_EVENT, of | {"event": event_id}
    names = [
        "event_id",
        "seat_id",
        "area_id",
        "area_name",
        "row",
        "number",
        "price_category_id",
        "sales_type_id",
        "price",
        "fee",
        "vat_rate",
        "currency",
    ]
    if with_external_ids:
        names += ["external_event_id", "external_seat_id", "external_sales_type_id"]
    rows = connection.execute(query, of).mappings()
    return [{name: row[name] for name in names} for row in rows]


def ticket_containers(connection: Connection, caller: Caller, order_id: int, page: Page) -> Found:
    """The order's tickets, in a container for each event; the page counts tickets."""
    find(connection, caller, order_id)
    query = select(tickets).where(tickets.c.order_id == order_id).order_by(tickets.c.id)
    rows = list(connection.execute(query).mappings())
    shown = rows[page.offset : page.offset + page.size]
    by_event: dict[int, list[RowMapping]] = {}
    for row in shown:
        by_event.setdefault(row["event_id"], []).append(row)
    containers = [_container(connection, event_id, found) for event_id, found in by_event.items()]
    return Found(containers, len(rows), 0)


def _container(connection: Connection, event_id: int, rows: Sequence[RowMapping]) -> Entity:
    event = catalogue.event_entity(connection, event_id)
    organizer_id = event["organizer_id"]
    return {
        "ticket": {
            "tickets": [
                {
                    "id": row["id"],
                    "external_ticket_id": str(row["id"]),
                    "barcode": row["barcode"],
                    "price": row["price"],
                    "currency": event["currency"],
                    "seat_id": row["seat_id"],
                    "status": row["status"],
                }
                for row in rows
            ],
            "event": event,
            "organizer": (
                None
                if organizer_id is None
                else catalogue.organizer_entity(connection, organizer_id)
            ),
            "location": venue_lists.location_entity(connection, event["location_id"]),
        }
    }
