"""The Connect API's 48 operations as data: what a site with another reading of it corrects.

Names of operations, parameters and results are as published; verbs and paths are our reading. What
a site says otherwise is in its dialect (`dialects/`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any


class Lane(Enum):
    """Which HTTP client an operation goes through, so that a slow one does not hold up a sale."""

    BROWSING = "browsing"
    POLLING = "polling"
    ORDERS = "orders"


class Kind(Enum):
    """READ and LOOKUP change nothing; a lookup is asked by POST, since its question is long."""

    READ = "read"
    LOOKUP = "look-up"
    WRITE = "write"


class Spoken:
    """How a site says an operation: this one as the contract does, so that nothing is touched."""

    def heard(self, content: dict[str, Any]) -> dict[str, Any]:
        """An answer in the contract's names and values."""
        return content

    def said(self, body: object) -> object:
        """A body as the site reads it. What is no object stays as it is."""
        return body

    def entry(self, _list: str, entry: dict[str, Any]) -> dict[str, Any]:
        """An entry of a list in the body, as the site reads it."""
        return entry

    def asked(self, query: Mapping[str, str]) -> Mapping[str, str]:
        """A query as the site reads it."""
        return query

    def path(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """The values of a path as the site reads them."""
        return values

    def field(self, name: str) -> str:
        """What a field of the body is called."""
        return name

    def is_conflict(self, _block: Mapping[str, Any]) -> bool:
        """Whether an error block, in the contract's names, has a number that means a conflict."""
        return False


AS_CONTRACT = Spoken()


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation.

    Attributes:
        path: with `{parameters}` as published.
        result: the property of the answer that holds the result.
        items: the list inside the result, where there is one.
        query, body: the parameters and the fields of the body that we send.
        kind: a write bears a key, and is never repeated without one.
        is_idempotent: doing it twice is doing it once, even for a server that knows no keys.
        is_bulk: its answer may be large.
        spoken: how the site that it is sent to says it.
    """

    name: str
    verb: str
    path: str
    result: str
    items: str = ""
    query: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    lane: Lane = Lane.BROWSING
    kind: Kind = Kind.READ
    is_idempotent: bool = True
    is_bulk: bool = False
    spoken: Spoken = field(default=AS_CONTRACT, compare=False, repr=False)

    def spoken_by(self, spoken: Spoken) -> Operation:
        """The same, as a site says it."""
        return self if spoken is AS_CONTRACT else replace(self, spoken=spoken)

    @property
    def title(self) -> str:
        """What tells it from all others, such as 'Order PUT'."""
        return f"{self.name} {self.verb}"


_PAGED = ("page", "pageSize")
_READ = ("last_updated", "id", *_PAGED)
SIMPLE = "SimpleResult"  # the result of what has none to be read
_ORDER = "/v1/orders/{orderID}"
_ORDER_SEAT = _ORDER + "/events/{eventID}/seats/{seatID}"


def _read(name: str, path: str, result: str, items: str, *, is_bulk: bool = False) -> Operation:
    return Operation(name, "GET", path, result, items, _READ, is_bulk=is_bulk)


def _import(name: str, path: str, *body: str) -> Operation:
    return Operation(name, "POST", path, SIMPLE, body=body, kind=Kind.WRITE, is_bulk=True)


def _lookup(name: str, path: str) -> Operation:
    asked = ("ids", "external_ids", "is_compact")
    result = "MappingIDCnctResult"
    return Operation(name, "POST", path, result, "mappings", body=asked, kind=Kind.LOOKUP)


def _order(
    name: str, path: str, result: str, items: str = "", query: tuple[str, ...] = ()
) -> Operation:
    return Operation(name, "GET", path, result, items, query, lane=Lane.ORDERS)


def _sale(
    name: str, verb: str, path: str, *body: str, result: str = SIMPLE, is_idempotent: bool = True
) -> Operation:
    return Operation(
        name,
        verb,
        path,
        result,
        body=body,
        lane=Lane.ORDERS,
        kind=Kind.WRITE,
        is_idempotent=is_idempotent,
    )


TICKET_SYSTEMS = Operation(
    "TicketSystemsForService",
    "GET",
    "/v1/ticket-systems",
    "TicketSystemResult",
    "ticket_systems",
    ("systemAreaTypeID", "ticketSystemID", *_PAGED),
)
SAVE_TICKET_SYSTEM = Operation(
    "TicketSystemsForService",
    "PUT",
    "/v1/ticket-systems",
    SIMPLE,
    body=("ticket_system", "system_type_area_id", "ticket_system_id"),
    kind=Kind.WRITE,
    is_idempotent=False,
)

CUSTOMERS = Operation(
    "Customers",
    "GET",
    "/v1/customers",
    "CustomerCnctResult",
    "customers",
    ("customerID", "search", *_PAGED),
)
ADD_CUSTOMER = Operation(
    "Customers",
    "POST",
    "/v1/customers",
    SIMPLE,
    body=(
        "first_name",
        "last_name",
        "email",
        "scope",
        "phone",
        "street",
        "zip",
        "city",
        "country_code",
    ),
    kind=Kind.WRITE,
    is_idempotent=False,
)

IMPORT_ENTRANCES = _import(
    "ImportEntrances", "/v1/import/entrances", "entrances", "external_parent_area_id"
)
IMPORT_LOCATIONS = _import("ImportLocations", "/v1/import/locations", "locations")
IMPORT_ORGANIZERS = _import("ImportOrganizers", "/v1/import/organizers", "organizers")
IMPORT_EVENT_SETS = _import("ImportEventSets", "/v1/import/event-sets", "event_sets")
IMPORT_AREAS = _import("ImportAreas", "/v1/import/areas", "venues", "external_location_id")
IMPORT_SALES_TYPES = _import("ImportSalesTypes", "/v1/import/sales-types", "sales_types")
IMPORT_SALES_RULES = _import("ImportSalesRules", "/v1/import/sales-rules", "sales_rules")
IMPORT_PRICE_CATEGORIES = _import(
    "ImportPriceCategories", "/v1/import/price-categories", "price_categories", "external_event_id"
)
IMPORT_SEATS = _import("ImportSeats", "/v1/import/seats", "seats", "external_event_id")
IMPORT_SEAT_STATUS = _import(
    "ImportSeatStatus", "/v1/import/seat-status", "seat_states", "external_event_id"
)
IMPORT_EVENTS = _import(
    "Events", "/v1/events", "events", "external_event_set_id", "external_organizer_id"
)

EVENTS = _read("Events", "/v1/events", "EventCnctResult", "events")
ORGANIZERS = _read("GetOrganizer", "/v1/organizers", "OrganizerResult", "organizers")
LOCATIONS = _read("GetLocation", "/v1/locations", "LocationCnctResult", "locations")
EVENT_CATEGORIES = _read(
    "GetEventCategory", "/v1/event-categories", "EventCategoryCnctResult", "event_categories"
)
SALES_TYPES = _read("GetSalesTypes", "/v1/sales-types", "SalesTypeCnctResult", "sales_types")
SALES_RULES = _read("GetSalesRule", "/v1/sales-rules", "SalesRuleCnctResult", "sales_rules")
EVENT_SETS = _read("GetEventSet", "/v1/event-sets", "EventSetCnctResult", "event_sets")
ENTRANCES = _read("GetEntrances", "/v1/entrances", "EntranceCnctResult", "entrances")
PRICE_CATEGORIES = _read(
    "GetPriceCategory", "/v1/price-categories", "PriceCategoryCnctResult", "price_categories"
)
SEATS = _read("GetSeat", "/v1/seats", "SeatCnctResult", "seats", is_bulk=True)
SEAT_DATA = _read(
    "GetEventSeatData",
    "/v1/event-seat-data",
    "EventSeatDataCnctResult",
    "event_seat_data",
    is_bulk=True,
)
AREAS = _read("GetArea", "/v1/areas", "AreaCnctResult", "areas")
SALES_TYPE_PRICES = _read(
    "GetSalesTypePrice", "/v1/sales-type-prices", "SalesTypePriceCnctResult", "sales_type_prices"
)
COUNTRIES = _read("GetCountries", "/v1/countries", "CountryResult", "countries")
SEAT_STATUS = Operation(
    "GetSeatStatus",
    "GET",
    "/v1/events/{event_id}/seat-status",
    "SeatStatusCnctResult",
    "seat_states",
    ("last_updated", *_PAGED),
    lane=Lane.POLLING,
    is_bulk=True,
)
JT_SEAT_STATUS = Operation(
    "GetJTSeatStatus",
    "GET",
    "/v1/events/{event_id}/jt-seat-status",
    "SeatStatusCnctResult",
    "seat_states",
    ("last_updated", *_PAGED),
    is_bulk=True,
)

CUSTOMER_TYPE_MAPPING = _lookup("CustomerTypeMapping", "/v1/mappings/customer-types")
SALES_CONDITION_MAPPING = _lookup("SalesConditionMapping", "/v1/mappings/sales-conditions")
SALES_TYPES_OF_CONDITION = Operation(
    "SalesTypeForSalesConditionMapping",
    "GET",
    "/v1/mappings/sales-conditions/{salesConditionID}/sales-types",
    "IDMappingResult",
    "mappings",
    ("customerTypeID",),
)
ID_MAPPING = Operation(
    "IDMapping",
    "GET",
    "/v1/mappings/{mapping_type}",
    "IDMappingResult",
    "mappings",
    ("externalIDs", "IDs", "eventID"),
)

RESERVE_BEST_SEAT = _sale(
    "ReserveBestSeat",
    "POST",
    "/v1/orders/reserve-best-seat",
    "order_id",
    "search_pattern",
    result="OrderCnctResult",
    is_idempotent=False,
)
RESERVE_SEAT = _sale(
    "ReserveSeat",
    "POST",
    "/v1/orders/reserve-seat",
    "order_id",
    "seats_info",
    result="OrderCnctResult",
    is_idempotent=False,
)
ORDER = _order("Order", _ORDER, "OrderCnctResult")
COMPLETE_ORDER = _sale("Order", "PUT", _ORDER, "external_order_reseller_id", "process_info")
CANCEL_ORDER = _sale("Order", "DELETE", _ORDER)
ORDER_BASE = _order("OrderBase", _ORDER + "/base", "OrderBaseCnctResult")
ORDER_SEATS = _order(
    "OrderSeats", _ORDER + "/seats", "SeatsInOrderCnctResult", "seats", ("id", "getExternalIDs")
)
RELEASE_ALL = _sale("OrderEvents", "DELETE", _ORDER + "/events")
RELEASE_EVENT = _sale("OrderEvent", "DELETE", _ORDER + "/events/{eventID}")
CHANGE_SEAT = _sale("OrderSeat", "PUT", _ORDER_SEAT, "sales_type_id")
RELEASE_SEAT = _sale("OrderSeat", "DELETE", _ORDER_SEAT)
ORDER_TICKETS = _order(
    "OrderTickets", _ORDER + "/tickets", "OrderContainerCnctResult", "containers", _PAGED
)

UPLOAD_AREA_PICTURE = Operation(
    "UploadAreaPicture",
    "POST",
    "/v1/pictures/areas/{operatorID}",
    SIMPLE,
    body=("file", "area_id"),
    kind=Kind.WRITE,
)

ALL = tuple(found for found in globals().copy().values() if isinstance(found, Operation))
BY_TITLE = {operation.title: operation for operation in ALL}
