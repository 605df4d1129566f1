"""The Connect API's operations as data: what a site with another reading of it corrects.

Verbs and paths are our reading; names of operations, parameters and results are as published.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Lane(Enum):
    """Which HTTP client an operation goes through, so that a slow one does not hold up a sale."""

    BROWSING = "browsing"
    POLLING = "polling"
    ORDERS = "orders"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation.

    Attributes:
        path: with `{parameters}` as published.
        result: the property of the answer that holds the result.
        items: the list inside the result, where there is one.
        is_write: it changes something, so it bears a key and is never repeated without one.
    """

    name: str
    verb: str
    path: str
    result: str
    items: str = ""
    lane: Lane = Lane.BROWSING
    is_write: bool = False


_ORDER = "/v1/orders/{orderID}"
_ORDER_SEAT = _ORDER + "/events/{eventID}/seats/{seatID}"


def _sale(
    name: str, verb: str, path: str, result: str = "SimpleResult", items: str = ""
) -> Operation:
    return Operation(name, verb, path, result, items, Lane.ORDERS, is_write=verb != "GET")


EVENTS = Operation("Events", "GET", "/v1/events", "EventCnctResult", "events")
LOCATIONS = Operation("GetLocation", "GET", "/v1/locations", "LocationCnctResult", "locations")
AREAS = Operation("GetArea", "GET", "/v1/areas", "AreaCnctResult", "areas")
ENTRANCES = Operation("GetEntrances", "GET", "/v1/entrances", "EntranceCnctResult", "entrances")
PRICE_CATEGORIES = Operation(
    "GetPriceCategory", "GET", "/v1/price-categories", "PriceCategoryCnctResult", "price_categories"
)
SALES_TYPES = Operation(
    "GetSalesTypes", "GET", "/v1/sales-types", "SalesTypeCnctResult", "sales_types"
)
SALES_TYPE_PRICES = Operation(
    "GetSalesTypePrice", "GET", "/v1/sales-type-prices", "SalesTypePriceCnctResult",
    "sales_type_prices",
)  # fmt: skip
SEATS = Operation("GetSeat", "GET", "/v1/seats", "SeatCnctResult", "seats")
SEAT_DATA = Operation(
    "GetEventSeatData", "GET", "/v1/event-seat-data", "EventSeatDataCnctResult", "event_seat_data"
)
SEAT_STATUS = Operation(
    "GetSeatStatus", "GET", "/v1/events/{event_id}/seat-status", "SeatStatusCnctResult",
    "seat_states", Lane.POLLING,
)  # fmt: skip
IMPORT_SEATS = Operation("ImportSeats", "POST", "/v1/import/seats", "SimpleResult", is_write=True)
UPLOAD_AREA_PICTURE = Operation(
    "UploadAreaPicture", "POST", "/v1/pictures/areas/{operatorID}", "SimpleResult", is_write=True
)
RESERVE_SEAT = _sale("ReserveSeat", "POST", "/v1/orders/reserve-seat", "OrderCnctResult")
RESERVE_BEST_SEAT = _sale(
    "ReserveBestSeat", "POST", "/v1/orders/reserve-best-seat", "OrderCnctResult"
)
ORDER = _sale("Order", "GET", _ORDER, "OrderCnctResult")
COMPLETE_ORDER = _sale("Order", "PUT", _ORDER)
CANCEL_ORDER = _sale("Order", "DELETE", _ORDER)
ORDER_BASE = _sale("OrderBase", "GET", _ORDER + "/base", "OrderBaseCnctResult")
ORDER_SEATS = _sale("OrderSeats", "GET", _ORDER + "/seats", "SeatsInOrderCnctResult", "seats")
RELEASE_ALL = _sale("OrderEvents", "DELETE", _ORDER + "/events")
RELEASE_EVENT = _sale("OrderEvent", "DELETE", _ORDER + "/events/{eventID}")
CHANGE_SEAT = _sale("OrderSeat", "PUT", _ORDER_SEAT)
RELEASE_SEAT = _sale("OrderSeat", "DELETE", _ORDER_SEAT)
ORDER_TICKETS = _sale(
    "OrderTickets", "GET", _ORDER + "/tickets", "OrderContainerCnctResult", "containers"
)
