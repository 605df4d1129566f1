"""The operations the service offers, as a table: verb, path, result, and what answers it.

A reader gets one consistent picture, a writer one transaction; neither knows of HTTP.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from boxoffice.service.api import answers
from boxoffice.service.api.call import Call, File, Flagged, Operation, Result
from boxoffice.service.api.multipart import form_of
from boxoffice.service.errors import Refusal
from boxoffice.service.imports import events, prices, seat_status, seats, venues
from boxoffice.service.imports.events import ImportEvents, ImportEventSets, ImportOrganizers
from boxoffice.service.imports.prices import (
    ImportPriceCategories,
    ImportSalesRules,
    ImportSalesTypes,
)
from boxoffice.service.imports.seats import ImportSeats, ImportSeatStatus
from boxoffice.service.imports.venues import ImportAreas, ImportEntrances, ImportLocations
from boxoffice.service.lists import (
    catalogue,
    countries,
    pictures,
    price_lists,
    seat_lists,
    venue_lists,
)
from boxoffice.service.lists.catalogue import Found, Page
from boxoffice.service.lists.customers import NewCustomer
from boxoffice.service.lists.mappings import Mapping
from boxoffice.service.lists.ticket_systems import PutTicketSystem
from boxoffice.service.paths import PICTURES
from boxoffice.service.requests import (
    ChangeSeat,
    CompleteOrder,
    ReserveBestSeat,
    ReserveSeat,
    decode,
)
from boxoffice.service.sale import best_reservation, completion, order_answers, orders

_FORM = ("file", "area_id")
_FORM_BYTES = 20_000  # what a form adds to its file


def _listed(name: str, call: Call, found: Found) -> Result:
    return call.listed(name, found)


def _list(
    name: str, found: Callable[[Connection, Page, int | None], Found]
) -> Callable[[Call], Result]:
    """What answers a question for a list, by what finds it; `id` may name one thing or event."""
    return lambda call: _listed(
        name, call, found(call.connection, call.page(), call.question("id"))
    )


def _import(done: Callable[[Connection, bytes], int | None]) -> Callable[[Call], Result]:
    """What answers an import, by what does it and tells the id of what it was of."""
    return lambda call: {"id": done(call.connection, call.body), "message": "imported"}


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
    reserved = orders.reserve(call.connection, call.desk, request.order_id, request.seats_info)
    return order_answers.told(call.connection, reserved.order, reserved.seats)


def _reserve_best_seat(call: Call) -> Result:
    request = decode(call.body, ReserveBestSeat)
    reserved = best_reservation.reserve_best(
        call.connection, call.desk, call.houses, request.order_id, request.search_pattern
    )
    return order_answers.told(call.connection, reserved.order, reserved.seats)


def _order(call: Call) -> Result:
    return order_answers.order_entity(call.connection, call.desk, call.number("order_id"))


def _order_base(call: Call) -> Result:
    return order_answers.order_base(call.connection, call.desk, call.number("order_id"))


def _order_seats(call: Call) -> Result:
    with_ids = call.query.get("getExternalIDs", "").lower() in ("true", "1")
    found = order_answers.order_seat_entities(
        call.connection,
        call.desk,
        call.number("order_id"),
        call.question("id"),
        with_external_ids=with_ids,
    )
    return {"seats": found}


def _complete(call: Call) -> Result:
    order_id = call.number("order_id")
    request = decode(call.body, CompleteOrder)
    completion.complete(call.connection, call.desk, call.houses, order_id, request)
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
    found = order_answers.ticket_containers(
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


_PAGED = ("page", "pageSize")
_READ = ("last_updated", "id", *_PAGED)
_ORDER = "/v1/orders/{order_id}"
_ORDER_SEAT = _ORDER + "/events/{event_id}/seats/{seat_id}"

OPERATIONS = (
    Operation(
        "Events",
        "GET",
        "/v1/events",
        "EventCnctResult",
        _list("events", catalogue.list_events),
        query=_READ,
    ),
    Operation(
        "GetOrganizer",
        "GET",
        "/v1/organizers",
        "OrganizerResult",
        _list("organizers", catalogue.list_organizers),
        query=_READ,
    ),
    Operation(
        "GetLocation",
        "GET",
        "/v1/locations",
        "LocationCnctResult",
        _list("locations", catalogue.list_locations),
        query=_READ,
    ),
    Operation(
        "GetEventCategory",
        "GET",
        "/v1/event-categories",
        "EventCategoryCnctResult",
        _list("event_categories", catalogue.list_event_categories),
        query=_READ,
    ),
    Operation(
        "GetEventSet",
        "GET",
        "/v1/event-sets",
        "EventSetCnctResult",
        _list("event_sets", catalogue.list_event_sets),
        query=_READ,
    ),
    Operation(
        "GetCountries",
        "GET",
        "/v1/countries",
        "CountryResult",
        _list("countries", countries.list_countries),
        query=_READ,
    ),
    Operation(
        "GetArea",
        "GET",
        "/v1/areas",
        "AreaCnctResult",
        _list("areas", venue_lists.list_areas),
        query=_READ,
    ),
    Operation(
        "GetEntrances",
        "GET",
        "/v1/entrances",
        "EntranceCnctResult",
        _list("entrances", venue_lists.list_entrances),
        query=_READ,
    ),
    Operation(
        "GetPriceCategory",
        "GET",
        "/v1/price-categories",
        "PriceCategoryCnctResult",
        _list("price_categories", price_lists.list_price_categories),
        query=_READ,
    ),
    Operation(
        "GetSalesTypes",
        "GET",
        "/v1/sales-types",
        "SalesTypeCnctResult",
        _list("sales_types", price_lists.list_sales_types),
        query=_READ,
    ),
    Operation(
        "GetSalesTypePrice",
        "GET",
        "/v1/sales-type-prices",
        "SalesTypePriceCnctResult",
        _list("sales_type_prices", price_lists.list_prices),
        query=_READ,
    ),
    Operation(
        "GetSalesRule",
        "GET",
        "/v1/sales-rules",
        "SalesRuleCnctResult",
        _list("sales_rules", price_lists.list_sales_rules),
        query=_READ,
    ),
    Operation("GetSeat", "GET", "/v1/seats", "SeatCnctResult", _seats, query=_READ),
    Operation(
        "GetEventSeatData",
        "GET",
        "/v1/event-seat-data",
        "EventSeatDataCnctResult",
        _event_seat_data,
        query=_READ,
    ),
    Operation(
        "GetSeatStatus",
        "GET",
        "/v1/events/{event_id}/seat-status",
        "SeatStatusCnctResult",
        _seat_status,
        query=("last_updated", *_PAGED),
    ),
    Operation(
        "GetJTSeatStatus",
        "GET",
        "/v1/events/{event_id}/jt-seat-status",
        "SeatStatusCnctResult",
        _seat_status,
        query=("last_updated", *_PAGED),
    ),
    Operation(
        "Events",
        "POST",
        "/v1/events",
        "SimpleResult",
        _import(events.import_events),
        writes=True,
        body=ImportEvents,
    ),
    Operation(
        "ImportLocations",
        "POST",
        "/v1/import/locations",
        "SimpleResult",
        _import(venues.import_locations),
        writes=True,
        body=ImportLocations,
    ),
    Operation(
        "ImportAreas",
        "POST",
        "/v1/import/areas",
        "SimpleResult",
        _import(venues.import_areas),
        writes=True,
        body=ImportAreas,
    ),
    Operation(
        "ImportEntrances",
        "POST",
        "/v1/import/entrances",
        "SimpleResult",
        _import(venues.import_entrances),
        writes=True,
        body=ImportEntrances,
    ),
    Operation(
        "ImportOrganizers",
        "POST",
        "/v1/import/organizers",
        "SimpleResult",
        _import(events.import_organizers),
        writes=True,
        body=ImportOrganizers,
    ),
    Operation(
        "ImportEventSets",
        "POST",
        "/v1/import/event-sets",
        "SimpleResult",
        _import(events.import_event_sets),
        writes=True,
        body=ImportEventSets,
    ),
    Operation(
        "ImportSalesTypes",
        "POST",
        "/v1/import/sales-types",
        "SimpleResult",
        _import(prices.import_sales_types),
        writes=True,
        body=ImportSalesTypes,
    ),
    Operation(
        "ImportPriceCategories",
        "POST",
        "/v1/import/price-categories",
        "SimpleResult",
        _import(prices.import_price_categories),
        writes=True,
        body=ImportPriceCategories,
    ),
    Operation(
        "ImportSalesRules",
        "POST",
        "/v1/import/sales-rules",
        "SimpleResult",
        _import(prices.import_sales_rules),
        writes=True,
        body=ImportSalesRules,
    ),
    Operation(
        "ImportSeats",
        "POST",
        "/v1/import/seats",
        "SimpleResult",
        _import(seats.import_seats),
        writes=True,
        body=ImportSeats,
    ),
    Operation(
        "ImportSeatStatus",
        "POST",
        "/v1/import/seat-status",
        "SimpleResult",
        _import(seat_status.import_seat_status),
        writes=True,
        body=ImportSeatStatus,
    ),
    Operation(
        "ReserveSeat",
        "POST",
        "/v1/orders/reserve-seat",
        "OrderCnctResult",
        _reserve_seat,
        writes=True,
        is_order=True,
        body=ReserveSeat,
    ),
    Operation(
        "ReserveBestSeat",
        "POST",
        "/v1/orders/reserve-best-seat",
        "OrderCnctResult",
        _reserve_best_seat,
        writes=True,
        is_order=True,
        body=ReserveBestSeat,
    ),
    Operation("Order", "GET", _ORDER, "OrderCnctResult", _order),
    Operation(
        "Order",
        "PUT",
        _ORDER,
        "SimpleResult",
        _complete,
        writes=True,
        is_order=True,
        body=CompleteOrder,
    ),
    Operation("Order", "DELETE", _ORDER, "SimpleResult", _cancel, writes=True, is_order=True),
    Operation("OrderBase", "GET", _ORDER + "/base", "OrderBaseCnctResult", _order_base),
    Operation(
        "OrderSeats",
        "GET",
        _ORDER + "/seats",
        "SeatsInOrderCnctResult",
        _order_seats,
        query=("id", "getExternalIDs"),
    ),
    Operation(
        "OrderEvents",
        "DELETE",
        _ORDER + "/events",
        "SimpleResult",
        _give_back_all,
        writes=True,
        is_order=True,
    ),
    Operation(
        "OrderEvent",
        "DELETE",
        _ORDER + "/events/{event_id}",
        "SimpleResult",
        _give_back_event,
        writes=True,
        is_order=True,
    ),
    Operation(
        "OrderSeat",
        "PUT",
        _ORDER_SEAT,
        "SimpleResult",
        _change_seat,
        writes=True,
        is_order=True,
        body=ChangeSeat,
    ),
    Operation(
        "OrderSeat",
        "DELETE",
        _ORDER_SEAT,
        "SimpleResult",
        _give_back_seat,
        writes=True,
        is_order=True,
    ),
    Operation(
        "OrderTickets",
        "GET",
        _ORDER + "/tickets",
        "OrderContainerCnctResult",
        _tickets,
        query=_PAGED,
    ),
    Operation("Picture", "GET", PICTURES + "/{picture_id}", "", _picture),
    Operation(
        "UploadAreaPicture",
        "POST",
        PICTURES + "/areas/{operator_id}",
        "SimpleResult",
        _upload_area_picture,
        writes=True,
        form=_FORM,
        most_bytes=pictures.MOST_BYTES + _FORM_BYTES,
    ),
    Operation(
        "TicketSystemsForService",
        "GET",
        "/v1/ticket-systems",
        "TicketSystemResult",
        answers.list_ticket_systems,
        query=("systemAreaTypeID", "ticketSystemID", *_PAGED),
    ),
    Operation(
        "TicketSystemsForService",
        "PUT",
        "/v1/ticket-systems",
        "SimpleResult",
        answers.put_ticket_system,
        writes=True,
        body=PutTicketSystem,
    ),
    Operation(
        "Customers",
        "GET",
        "/v1/customers",
        "CustomerCnctResult",
        answers.list_customers,
        query=("customerID", "search", *_PAGED),
    ),
    Operation(
        "Customers",
        "POST",
        "/v1/customers",
        "SimpleResult",
        answers.add_customer,
        writes=True,
        body=NewCustomer,
    ),
    Operation(
        "CustomerTypeMapping",
        "POST",
        "/v1/mappings/customer-types",
        "MappingIDCnctResult",
        answers.map_customer_types,
        body=Mapping,
    ),
    Operation(
        "SalesConditionMapping",
        "POST",
        "/v1/mappings/sales-conditions",
        "MappingIDCnctResult",
        answers.map_sales_conditions,
        body=Mapping,
    ),
    Operation(
        "SalesTypeForSalesConditionMapping",
        "GET",
        "/v1/mappings/sales-conditions/{sales_condition_id}/sales-types",
        "IDMappingResult",
        answers.map_sales_condition,
        query=("customerTypeID",),
    ),
    Operation(
        "IDMapping",
        "GET",
        "/v1/mappings/{mapping_type}",
        "IDMappingResult",
        answers.map_ids,
        query=("externalIDs", "IDs", "eventID"),
    ),
)
