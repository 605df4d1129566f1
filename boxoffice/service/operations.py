"""The operations the service offers, as a table: verb, path, result, and what answers it.

A reader gets one consistent picture, a writer one transaction; neither knows of HTTP.
"""

from __future__ import annotations

from boxoffice.service import (
    best,
    catalogue,
    office,
    orders,
    pictures,
    receipts,
    seat_import,
    seat_lists,
)
from boxoffice.service.calls import Call, File, Flagged, Operation, Result
from boxoffice.service.catalogue import Found
from boxoffice.service.customers import NewCustomer
from boxoffice.service.errors import Refusal
from boxoffice.service.forms import form_of
from boxoffice.service.mappings import Mapping
from boxoffice.service.paths import PICTURES
from boxoffice.service.requests import (
    ChangeSeat,
    CompleteOrder,
    ReserveBestSeat,
    ReserveSeat,
    decode,
)
from boxoffice.service.seat_entities import SeatImport
from boxoffice.service.ticket_systems import PutTicketSystem

_FORM = ("file", "area_id")
_FORM_BYTES = 20_000  # what a form adds to its file


def _listed(name: str, call: Call, found: Found) -> Result:
    return call.listed(name, found)


def _events(call: Call) -> Result:
    found = catalogue.list_events(call.connection, call.page(), call.question("id"))
    return _listed("events", call, found)


def _locations(call: Call) -> Result:
    found = catalogue.list_locations(call.connection, call.page(), call.question("id"))
    return _listed("locations", call, found)


def _areas(call: Call) -> Result:
    found = catalogue.list_areas(call.connection, call.page(), call.event_id())
    return _listed("areas", call, found)


def _entrances(call: Call) -> Result:
    found = catalogue.list_entrances(call.connection, call.page(), call.event_id())
    return _listed("entrances", call, found)


def _price_categories(call: Call) -> Result:
    found = catalogue.list_price_categories(call.connection, call.page(), call.event_id())
    return _listed("price_categories", call, found)


def _sales_types(call: Call) -> Result:
    found = catalogue.list_sales_types(call.connection, call.page(), call.question("id"))
    return _listed("sales_types", call, found)


def _sales_type_prices(call: Call) -> Result:
    found = catalogue.list_prices(call.connection, call.page(), call.event_id())
    return _listed("sales_type_prices", call, found)


def _seats(call: Call) -> Result:
    found = seat_lists.list_seats(call.connection, call.page(), call.one_event_id())
    return _listed("seats", call, found)


def _event_seat_data(call: Call) -> Result:
    found = seat_lists.list_seat_data(call.connection, call.page(), call.one_event_id())
    return _listed("event_seat_data", call, found)


def _seat_status(call: Call) -> Result:
    found = seat_lists.list_seat_status(
        call.connection, call.page(), call.number("event_id"), call.desk.credential_id
    )
    return _listed("seat_states", call, found)


def _reserve_seat(call: Call) -> Result:
    request = decode(call.body, ReserveSeat)
    order_id = orders.reserve(call.connection, call.desk, request.order_id, request.seats_info)
    return receipts.order_entity(call.connection, call.desk, order_id)


def _reserve_best_seat(call: Call) -> Result:
    request = decode(call.body, ReserveBestSeat)
    order_id = best.reserve_best(
        call.connection, call.desk, call.houses, request.order_id, request.search_pattern
    )
    return receipts.order_entity(call.connection, call.desk, order_id)


def _order(call: Call) -> Result:
    return receipts.order_entity(call.connection, call.desk, call.number("order_id"))


def _order_base(call: Call) -> Result:
    return receipts.order_base(call.connection, call.desk, call.number("order_id"))


def _order_seats(call: Call) -> Result:
    with_ids = call.query.get("getExternalIDs", "").lower() in ("true", "1")
    found = receipts.order_seat_entities(
        call.connection, call.desk, call.number("order_id"), call.question("id"),
        with_external_ids=with_ids,
    )  # fmt: skip
    return {"seats": found}


def _complete(call: Call) -> Result:
    order_id = call.number("order_id")
    orders.complete(call.connection, call.desk, order_id, decode(call.body, CompleteOrder))
    return {"id": order_id, "message": "completed"}


def _cancel(call: Call) -> Result:
    order_id = call.number("order_id")
    orders.cancel(call.connection, call.desk, order_id)
    return {"id": order_id, "message": "cancelled"}


def _give_back_all(call: Call) -> Result:
    return _given_back(call, None, None)


def _give_back_event(call: Call) -> Result:
    return _given_back(call, call.number("event_id"), None)


def _give_back_seat(call: Call) -> Result:
    return _given_back(call, call.number("event_id"), call.number("seat_id"))


def _given_back(call: Call, event_id: int | None, seat_id: int | None) -> Result:
    order_id = call.number("order_id")
    orders.give_back(call.connection, call.desk, order_id, event_id, seat_id)
    return {"id": order_id, "message": "given back"}


def _change_seat(call: Call) -> Result:
    order_id = call.number("order_id")
    place = call.number("event_id"), call.number("seat_id")
    request = decode(call.body, ChangeSeat)
    orders.change_price_type(call.connection, call.desk, order_id, place, request.sales_type_id)
    return {"id": order_id, "message": "changed"}


def _tickets(call: Call) -> Result:
    found = receipts.ticket_containers(
        call.connection, call.desk, call.number("order_id"), call.page()
    )
    return _listed("containers", call, found)


def _picture(call: Call) -> File:
    return File(*pictures.find(call.connection, call.number("picture_id")))


def _upload_area_picture(call: Call) -> Flagged:
    call.number("operator_id")
    form = form_of(call.content_type, call.body)
    missing = [name for name in _FORM if name not in form]
    if missing:
        raise Refusal(422, f"{missing[0]} is missing", fields=[(n, "missing") for n in missing])
    area_id = call.whole("area_id", form["area_id"].decode("utf-8", "replace"), 0, 2**63 - 1)
    url = pictures.give_to_area(call.connection, area_id, form["file"])
    return Flagged({"id": area_id, "message": "uploaded"}, {"TCreatedFileURL": url})


def _import_seats(call: Call) -> Result:
    return {"id": seat_import.import_seats(call.connection, call.body), "message": "imported"}


_PAGED = ("page", "pageSize")
_READ = ("last_updated", "id", *_PAGED)
_ORDER = "/v1/orders/{order_id}"
_ORDER_SEAT = _ORDER + "/events/{event_id}/seats/{seat_id}"

OPERATIONS = (
    Operation("Events", "GET", "/v1/events", "EventCnctResult", _events, query=_READ),
    Operation("GetLocation", "GET", "/v1/locations", "LocationCnctResult", _locations, query=_READ),
    Operation("GetArea", "GET", "/v1/areas", "AreaCnctResult", _areas, query=_READ),
    Operation("GetEntrances", "GET", "/v1/entrances", "EntranceCnctResult", _entrances,
              query=_READ),
    Operation("GetPriceCategory", "GET", "/v1/price-categories", "PriceCategoryCnctResult",
              _price_categories, query=_READ),
    Operation("GetSalesTypes", "GET", "/v1/sales-types", "SalesTypeCnctResult", _sales_types,
              query=_READ),
    Operation("GetSalesTypePrice", "GET", "/v1/sales-type-prices", "SalesTypePriceCnctResult",
              _sales_type_prices, query=_READ),
    Operation("GetSeat", "GET", "/v1/seats", "SeatCnctResult", _seats, query=_READ),
    Operation("GetEventSeatData", "GET", "/v1/event-seat-data", "EventSeatDataCnctResult",
              _event_seat_data, query=_READ),
    Operation("GetSeatStatus", "GET", "/v1/events/{event_id}/seat-status", "SeatStatusCnctResult",
              _seat_status, query=("last_updated", *_PAGED)),
    Operation("ReserveSeat", "POST", "/v1/orders/reserve-seat", "OrderCnctResult", _reserve_seat,
              writes=True, body=ReserveSeat),
    Operation("ReserveBestSeat", "POST", "/v1/orders/reserve-best-seat", "OrderCnctResult",
              _reserve_best_seat, writes=True, body=ReserveBestSeat),
    Operation("Order", "GET", _ORDER, "OrderCnctResult", _order),
    Operation("Order", "PUT", _ORDER, "SimpleResult", _complete, writes=True,
              body=CompleteOrder),
    Operation("Order", "DELETE", _ORDER, "SimpleResult", _cancel, writes=True),
    Operation("OrderBase", "GET", _ORDER + "/base", "OrderBaseCnctResult", _order_base),
    Operation("OrderSeats", "GET", _ORDER + "/seats", "SeatsInOrderCnctResult", _order_seats,
              query=("id", "getExternalIDs")),
    Operation("OrderEvents", "DELETE", _ORDER + "/events", "SimpleResult", _give_back_all,
              writes=True),
    Operation("OrderEvent", "DELETE", _ORDER + "/events/{event_id}", "SimpleResult",
              _give_back_event, writes=True),
    Operation("OrderSeat", "PUT", _ORDER_SEAT, "SimpleResult", _change_seat, writes=True,
              body=ChangeSeat),
    Operation("OrderSeat", "DELETE", _ORDER_SEAT, "SimpleResult", _give_back_seat, writes=True),
    Operation("OrderTickets", "GET", _ORDER + "/tickets", "OrderContainerCnctResult", _tickets,
              query=_PAGED),
    Operation("ImportSeats", "POST", "/v1/import/seats", "SimpleResult", _import_seats,
              writes=True, body=SeatImport),
    Operation("Picture", "GET", PICTURES + "/{picture_id}", "", _picture),
    Operation("UploadAreaPicture", "POST", PICTURES + "/areas/{operator_id}", "SimpleResult",
              _upload_area_picture, writes=True, form=_FORM,
              most_bytes=pictures.MOST_BYTES + _FORM_BYTES),
    Operation("TicketSystemsForService", "GET", "/v1/ticket-systems", "TicketSystemResult",
              office.list_ticket_systems, query=("systemAreaTypeID", "ticketSystemID", *_PAGED)),
    Operation("TicketSystemsForService", "PUT", "/v1/ticket-systems", "SimpleResult",
              office.put_ticket_system, writes=True, body=PutTicketSystem),
    Operation("Customers", "GET", "/v1/customers", "CustomerCnctResult", office.list_customers,
              query=("customerID", "search", *_PAGED)),
    Operation("Customers", "POST", "/v1/customers", "SimpleResult", office.add_customer,
              writes=True, body=NewCustomer),
    Operation("CustomerTypeMapping", "POST", "/v1/mappings/customer-types", "MappingIDCnctResult",
              office.map_customer_types, body=Mapping),
    Operation("SalesConditionMapping", "POST", "/v1/mappings/sales-conditions",
              "MappingIDCnctResult", office.map_sales_conditions, body=Mapping),
    Operation("SalesTypeForSalesConditionMapping", "GET",
              "/v1/mappings/sales-conditions/{sales_condition_id}/sales-types",
              "IDMappingResult", office.map_sales_condition, query=("customerTypeID",)),
    Operation("IDMapping", "GET", "/v1/mappings/{mapping_type}", "IDMappingResult",
              office.map_ids, query=("externalIDs", "IDs", "eventID")),
)  # fmt: skip
