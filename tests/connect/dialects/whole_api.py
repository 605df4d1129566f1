"""All 48 operations as calls of the client, each with an answer in the contract's names and values;
and the same answers as another site would say them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx
import numpy as np

from boxoffice.connect.client import BestSeatsRequest, ConnectClient, MappedKind, SeatRequest
from boxoffice.connect.operations import BY_TITLE
from boxoffice.domain.catalogue import AreaKind
from boxoffice.domain.drafts import (
    DraftEvent,
    DraftEventSet,
    DraftLocation,
    DraftOrganizer,
    DraftSalesRule,
    SeatStateChange,
)
from boxoffice.domain.ids import AreaId, CustomerId, EventId, OrderId, PriceTypeId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import NewCustomer
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.orders.ticket import TicketSystem
from boxoffice.domain.seats.seat import SeatState
from boxoffice.domain.venue import (
    DraftArea,
    DraftCategory,
    DraftEntrance,
    DraftPriceType,
    DraftSeat,
)

Ask = Callable[[ConnectClient], Awaitable[Any]]
_NOON, _LATE = "2026-09-25T12:00:00+02:00", "2026-09-25T22:00:00.1234567Z"
_WHEN = datetime(2026, 9, 25, 10, tzinfo=UTC)
_E, _O, _S, _K = EventId(3), OrderId(9), SeatId(5), "key"
_LINE = {
    "event_id": 3,
    "seat_id": 5,
    "area_id": 2,
    "area_name": "Stalls",
    "row": "A",
    "number": "7",
    "price_category_id": 4,
    "sales_type_id": 6,
    "price": 30.5,
    "fee": 2,
    "vat_rate": 7,
    "currency": "EUR",
    "external_seat_id": "s5",
}
_ORDER = {
    "id": 9,
    "external_order_reseller_id": "T1-9",
    "status": 1,
    "customer_id": 8,
    "currency": "EUR",
    "total": 32.5,
    "refunded": 1,
    "created": _NOON,
    "completed": _LATE,
    "operator": "ann",
    "exchange_of": 1,
    "seats": [_LINE],
}
_TICKETS = [
    {"external_ticket_id": "t1", "barcode": "B1", "seat_id": 5, "price": 30.5, "currency": "EUR"},
    {"external_ticket_id": "t2", "barcode": "B2", "seat_id": 6, "status": 1},
]
_TWENTY = Money(Decimal(20), "EUR")
_PAID = [Payment(PaymentKind.CASH, _TWENTY, Money(Decimal("20.5"), "EUR"))]
_STATES = [
    {"seat_id": 5, "event_id": 3, "status": 0},
    {"seat_id": 6, "event_id": 3, "status": 2, "order_id": 9},
    {"seat_id": 7, "event_id": 3, "status": 3},
]
_PAIRS = [{"id": 5, "external_id": "s5"}, {"id": 6, "external_id": None}]


def _listed(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"": list(entries), "total_count": len(entries), "page": 1, "last_updated": 17}


_DONE = {"id": 11, "message": "done"}
CALLS: dict[str, tuple[Ask, dict[str, Any]]] = {
    "TicketSystemsForService GET": (
        lambda c: c.ticket_systems.list(area_type=1),
        _listed({"id": 1, "name": "A", "system_type_area_id": 1, "url": "u", "is_online": False}),
    ),
    "TicketSystemsForService PUT": (
        lambda c: c.ticket_systems.save(TicketSystem("A", 2, "u"), _K),
        _DONE,
    ),
    "Customers GET": (
        lambda c: c.customers.search("ann"),
        _listed({"id": 8, "first_name": "Ann", "last_name": "B", "email": "e", "scope": 2}),
    ),
    "Customers POST": (lambda c: c.customers.add(NewCustomer("Ann", "B", "e", 2), _K), _DONE),
    "ImportEntrances POST": (
        lambda c: c.imports.entrances([DraftEntrance("d", "Door", 1, 2, "a")], _K, gone=["x"]),
        _DONE,
    ),
    "ImportLocations POST": (
        lambda c: c.imports.locations([DraftLocation("l", "House", "DE")], _K),
        _DONE,
    ),
    "ImportOrganizers POST": (
        lambda c: c.imports.organizers([DraftOrganizer("o", "Org", "DE")], _K),
        _DONE,
    ),
    "ImportEventSets POST": (
        lambda c: c.imports.event_sets([DraftEventSet("s", "Set", _WHEN)], _K),
        _DONE,
    ),
    "ImportAreas POST": (
        lambda c: c.imports.areas("l", [DraftArea("a", "Floor", AreaKind.STANDING)], _K),
        _DONE,
    ),
    "ImportSalesTypes POST": (
        lambda c: c.imports.price_types([DraftPriceType("n", "Normal", "N", True)], _K),
        _DONE,
    ),
    "ImportSalesRules POST": (
        lambda c: c.imports.sales_rules([DraftSalesRule("r", "e", "Rule", step=2)], _K),
        _DONE,
    ),
    "ImportPriceCategories POST": (
        lambda c: c.imports.price_categories(
            "e",
            [DraftCategory("g", "Gold", "#aa0000", {"n": (Decimal("30.5"), Decimal(2))})],
            _K,
            currency="EUR",
            vat_rate=Decimal(7),
        ),
        _DONE,
    ),
    "ImportSeats POST": (
        lambda c: c.imports.seats("e", [DraftSeat("s5", "a", "g", "A", "7", 1.5, 2.5)], _K),
        _DONE,
    ),
    "ImportSeatStatus POST": (
        lambda c: c.imports.seat_states("e", [SeatStateChange("s5", SeatState.BLOCKED)], _K),
        _DONE,
    ),
    "Events POST": (
        lambda c: c.imports.events([DraftEvent("e", "Tempest", _WHEN, "EUR", "l")], _K),
        _DONE,
    ),
    "Events GET": (
        lambda c: c.events.changes(),
        _listed(
            {
                "id": 3,
                "external_event_id": "e",
                "name": "Tempest",
                "start_date": _NOON,
                "end_date": _LATE,
                "location_id": 1,
                "currency": "EUR",
                "status": 3,
                "seats_total": 80,
            },
            {"id": 4, "deleted": True},
        ),
    ),
    "GetOrganizer GET": (
        lambda c: c.organizers.list(),
        _listed({"id": 2, "external_event_organizer_id": "o", "name": "Org", "vat_id": "7"}),
    ),
    "GetLocation GET": (
        lambda c: c.locations.list(),
        _listed({"id": 1, "name": "House", "zip": "1", "timezone": "Europe/Zurich"}),
    ),
    "GetEventCategory GET": (
        lambda c: c.event_categories.list(),
        _listed({"id": 1, "name": "Drama", "parent_id": 2}),
    ),
    "GetSalesTypes GET": (
        lambda c: c.price_types.list(),
        _listed({"id": 6, "name": "Normal", "short_name": "N", "is_default": True}),
    ),
    "GetSalesRule GET": (
        lambda c: c.sales_rules.list(_E),
        _listed({"id": 1, "event_id": 3, "max_quantity": 6, "per_ratio": 2}),
    ),
    "GetEventSet GET": (
        lambda c: c.event_sets.list(),
        _listed({"id": 1, "name": "Set", "start_date": _NOON}),
    ),
    "GetEntrances GET": (
        lambda c: c.entrances.list(_E),
        _listed({"id": 1, "area_id": 2, "name": "Door", "x": 1, "y": 2.5}),
    ),
    "GetPriceCategory GET": (
        lambda c: c.price_categories.list(_E),
        _listed({"id": 4, "event_id": 3, "name": "Gold", "color": "#aa0000", "sort": 1}),
    ),
    "GetSeat GET": (
        lambda c: c.seats.plan(_E),
        _listed(
            {"id": 5, "event_id": 3, "area_id": 2, "price_category_id": 4, "row": "A"}
            | {"number": "7", "x": 1.5, "y": 2.5, "angle": 0.5, "attributes": 1},
            {"id": 6, "event_id": 3, "area_id": 2, "price_category_id": 4, "row": None, "x": None},
        ),
    ),
    "GetEventSeatData GET": (
        lambda c: c.seats.blocked_reasons(_E),
        _listed({"event_id": 3, "seat_id": 5, "status": 3, "blocked_reason": "Press"}),
    ),
    "GetArea GET": (
        lambda c: c.areas.list(_E),
        _listed({"id": 2, "name": "Floor", "kind": 1, "capacity": 9, "label_x": 1, "label_y": 2}),
    ),
    "GetSalesTypePrice GET": (
        lambda c: c.prices.list(_E),
        _listed(
            {"id": 1, "event_id": 3, "sales_type_id": 6, "price_category_id": 4, "price": 30.5}
            | {"fee": 2, "vat_rate": 7, "currency": "EUR", "valid_from": _NOON}
        ),
    ),
    "GetCountries GET": (
        lambda c: c.countries.list(),
        _listed({"id": 1, "country_code": "DE", "name": "Germany"}),
    ),
    "GetSeatStatus GET": (lambda c: c.seats.status(_E), _listed(*_STATES)),
    "GetJTSeatStatus GET": (lambda c: c.seats.status_at_source(_E), _listed(*_STATES)),
    "CustomerTypeMapping POST": (lambda c: c.mappings.customer_types([5], ["s5"]), {"": _PAIRS}),
    "SalesConditionMapping POST": (
        lambda c: c.mappings.sales_conditions([5], is_compact=False),
        {"": _PAIRS},
    ),
    "SalesTypeForSalesConditionMapping GET": (
        lambda c: c.mappings.price_types_of_condition(4, 2),
        {"": _PAIRS},
    ),
    "IDMapping GET": (lambda c: c.mappings.ids(MappedKind.SEAT, [5], event_id=_E), {"": _PAIRS}),
    "ReserveBestSeat POST": (
        lambda c: c.orders.reserve_best(None, BestSeatsRequest(_E, 2, AreaId(2)), _K),
        _ORDER,
    ),
    "ReserveSeat POST": (
        lambda c: c.orders.reserve(_O, [SeatRequest(_E, _S, PriceTypeId(6))], _K),
        _ORDER,
    ),
    "Order GET": (lambda c: c.orders.get(_O), _ORDER),
    "Order PUT": (
        lambda c: c.orders.complete(_O, "T1-9", _PAID, _K, customer_id=CustomerId(8)),
        _DONE,
    ),
    "Order DELETE": (lambda c: c.orders.cancel(_O, _K), _DONE),
    "OrderBase GET": (lambda c: c.orders.base(_O), {**_ORDER, "seats": None, "seat_count": 1}),
    "OrderSeats GET": (lambda c: c.orders.seats(_O, _E, with_external_ids=True), {"": [_LINE]}),
    "OrderEvents DELETE": (lambda c: c.orders.release_all(_O, _K), _DONE),
    "OrderEvent DELETE": (lambda c: c.orders.release_event(_O, _E, _K), _DONE),
    "OrderSeat PUT": (lambda c: c.orders.set_price_type(_O, _E, _S, PriceTypeId(6), _K), _DONE),
    "OrderSeat DELETE": (lambda c: c.orders.release_seat(_O, _E, _S, _K), _DONE),
    "OrderTickets GET": (
        lambda c: c.orders.tickets(_O),
        _listed({"ticket": {"tickets": _TICKETS, "event": {"id": 3}, "location": {"id": 1}}}),
    ),
    "UploadAreaPicture POST": (
        lambda c: c.pictures.upload_area(AreaId(2), b"x", "x.png", _K),
        _DONE,
    ),
}


def answer_of(title: str) -> dict[str, Any]:
    """The answer in the contract's names."""
    operation, (_, result) = BY_TITLE[title], CALLS[title]
    named = {operation.items if name == "" else name: value for name, value in result.items()}
    flags = {"TIsSuccessful": True, "TCreatedFileURL": "/p/1.png"}
    return {operation.result: named, **flags, "warnings": [{"error_message": "w"}]}


def site(say: Callable[[Any], Any], seen: list[httpx.Request]) -> httpx.MockTransport:
    """A server that answers all operations; `say` makes its answers of those of the contract."""

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        path = request.url.path.removeprefix("/connect")
        verb = request.method
        found = next(op for op in BY_TITLE.values() if op.verb == verb and fits(op.path, path))
        return httpx.Response(200, json=say(answer_of(found.title)))

    return httpx.MockTransport(answer)


def fits(template: str, path: str) -> bool:
    parts, told = template.split("/"), path.split("/")
    return len(parts) == len(told) and all(
        a == b or a.startswith("{") for a, b in zip(parts, told, strict=True)
    )


def body_of(request: httpx.Request) -> Any:
    if request.headers.get("Content-Type") != "application/json":
        return request.content.decode()
    return json.loads(request.content)


def plain(value: Any) -> Any:
    """A value of the client that can be compared with another's."""
    if isinstance(value, np.ndarray):
        return value.dtype, [str(each) for each in value.tolist()]
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        return type(value), {name: plain(getattr(value, name)) for name in fields}
    slots = getattr(type(value), "__slots__", ())
    if slots and not isinstance(value, str | int | Decimal | datetime):
        return type(value), {name: plain(getattr(value, name, None)) for name in slots}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    return value
