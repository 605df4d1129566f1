"""The operations that the service offers, as one table: verb, path, result, and what answers it.

Most operations are of one of three kinds, and each kind has its constructor: `_list` for a list of
the catalogue, `_import` for an import, `_order` or `_reserve` for a change of an order. `_get` is
any other question, and the few other changes are spelled out. What answers is in `answers.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection

from boxoffice.service.api import answers
from boxoffice.service.api.call import Call, Operation, Result
from boxoffice.service.imports import events, prices, seat_status, seats, venues
from boxoffice.service.lists import pictures
from boxoffice.service.lists.catalogue import (
    list_event_categories,
    list_event_sets,
    list_events,
    list_organizers,
)
from boxoffice.service.lists.customers import NewCustomer
from boxoffice.service.lists.mappings import Mapping
from boxoffice.service.lists.paging import Found, Page
from boxoffice.service.lists.price_lists import (
    list_price_categories,
    list_prices,
    list_sales_rules,
    list_sales_types,
)
from boxoffice.service.lists.ticket_systems import PutTicketSystem
from boxoffice.service.lists.venue_lists import (
    list_areas,
    list_countries,
    list_entrances,
    list_locations,
)
from boxoffice.service.paths import PICTURES
from boxoffice.service.requests import ChangeSeat, CompleteOrder, ReserveBestSeat, ReserveSeat

_PAGED = ("page", "pageSize")
_READ = ("last_updated", "id", *_PAGED)
_STATUS = ("last_updated", *_PAGED)
_DONE = "SimpleResult"
_ORDER = "/v1/orders/{order_id}"
_ORDER_SEAT = _ORDER + "/events/{event_id}/seats/{seat_id}"
_FORM_BYTES = 20_000  # what a form adds to its file


def _get(
    name: str, path: str, result: str, answer: Callable[[Call], Any], *query: str
) -> Operation:
    """A question; `query` names what may be asked in the address."""
    return Operation(name, "GET", path, result, answer, query=query)


def _list(
    name: str, path: str, result: str, find: Callable[[Connection, Page, int | None], Found]
) -> Operation:
    """A list of the catalogue; `id` narrows it to one thing or event.

    Its rows stand in the answer under the last word of the path: `/v1/event-sets`, `event_sets`.
    """
    rows = path.rsplit("/", 1)[1].replace("-", "_")
    return _get(name, path, result, answers.listing(rows, find), *_READ)


def _import(
    path: str, body: type[Struct], do: Callable[[Connection, bytes], int | None], *, name: str = ""
) -> Operation:
    """An import, called by the name of its body where it has no other."""
    answer = answers.importing(do)
    return Operation(
        name or body.__name__, "POST", path, _DONE, answer, writes=True, is_house=True, body=body
    )


def _reserve(path: str, body: type[Struct], answer: Callable[[Call], Result]) -> Operation:
    """A reservation, called by the name of its body; it answers with the whole order."""
    order = _order(body.__name__, "POST", path, answer, body)
    return replace(order, result="OrderCnctResult")


def _order(
    name: str,
    verb: str,
    path: str,
    answer: Callable[[Call], Result],
    body: type[Struct] | None = None,
) -> Operation:
    """A change of an order, which goes on beside those of other orders."""
    return Operation(name, verb, path, _DONE, answer, writes=True, is_order=True, body=body)


OPERATIONS = (
    _list("Events", "/v1/events", "EventCnctResult", list_events),
    _list("GetOrganizer", "/v1/organizers", "OrganizerResult", list_organizers),
    _list("GetLocation", "/v1/locations", "LocationCnctResult", list_locations),
    _list(
        "GetEventCategory", "/v1/event-categories", "EventCategoryCnctResult", list_event_categories
    ),
    _list("GetEventSet", "/v1/event-sets", "EventSetCnctResult", list_event_sets),
    _list("GetCountries", "/v1/countries", "CountryResult", list_countries),
    _list("GetArea", "/v1/areas", "AreaCnctResult", list_areas),
    _list("GetEntrances", "/v1/entrances", "EntranceCnctResult", list_entrances),
    _list(
        "GetPriceCategory", "/v1/price-categories", "PriceCategoryCnctResult", list_price_categories
    ),
    _list("GetSalesTypes", "/v1/sales-types", "SalesTypeCnctResult", list_sales_types),
    _list("GetSalesTypePrice", "/v1/sales-type-prices", "SalesTypePriceCnctResult", list_prices),
    _list("GetSalesRule", "/v1/sales-rules", "SalesRuleCnctResult", list_sales_rules),
    _get("GetSeat", "/v1/seats", "SeatCnctResult", answers.list_seats, *_READ),
    _get(
        "GetEventSeatData",
        "/v1/event-seat-data",
        "EventSeatDataCnctResult",
        answers.list_event_seat_data,
        *_READ,
    ),
    _get(
        "GetSeatStatus",
        "/v1/events/{event_id}/seat-status",
        "SeatStatusCnctResult",
        answers.list_seat_status,
        *_STATUS,
    ),
    _get(
        "GetJTSeatStatus",
        "/v1/events/{event_id}/jt-seat-status",
        "SeatStatusCnctResult",
        answers.list_seat_status,
        *_STATUS,
    ),
    _import("/v1/events", events.ImportEvents, events.import_events, name="Events"),
    _import("/v1/import/locations", venues.ImportLocations, venues.import_locations),
    _import("/v1/import/areas", venues.ImportAreas, venues.import_areas),
    _import("/v1/import/entrances", venues.ImportEntrances, venues.import_entrances),
    _import("/v1/import/organizers", events.ImportOrganizers, events.import_organizers),
    _import("/v1/import/event-sets", events.ImportEventSets, events.import_event_sets),
    _import("/v1/import/sales-types", prices.ImportSalesTypes, prices.import_sales_types),
    _import(
        "/v1/import/price-categories", prices.ImportPriceCategories, prices.import_price_categories
    ),
    _import("/v1/import/sales-rules", prices.ImportSalesRules, prices.import_sales_rules),
    _import("/v1/import/seats", seats.ImportSeats, seats.import_seats),
    _import("/v1/import/seat-status", seat_status.ImportSeatStatus, seat_status.import_seat_status),
    _reserve("/v1/orders/reserve-seat", ReserveSeat, answers.reserve_seat),
    _reserve("/v1/orders/reserve-best-seat", ReserveBestSeat, answers.reserve_best_seat),
    _get("Order", _ORDER, "OrderCnctResult", answers.order),
    _order("Order", "PUT", _ORDER, answers.complete_order, CompleteOrder),
    _order("Order", "DELETE", _ORDER, answers.cancel_order),
    _get("OrderBase", _ORDER + "/base", "OrderBaseCnctResult", answers.order_base),
    _get(
        "OrderSeats",
        _ORDER + "/seats",
        "SeatsInOrderCnctResult",
        answers.order_seats,
        "id",
        "getExternalIDs",
    ),
    _order("OrderEvents", "DELETE", _ORDER + "/events", answers.give_back_all),
    _order("OrderEvent", "DELETE", _ORDER + "/events/{event_id}", answers.give_back_event),
    _order("OrderSeat", "PUT", _ORDER_SEAT, answers.change_seat, ChangeSeat),
    _order("OrderSeat", "DELETE", _ORDER_SEAT, answers.give_back_seat),
    _get(
        "OrderTickets",
        _ORDER + "/tickets",
        "OrderContainerCnctResult",
        answers.list_tickets,
        *_PAGED,
    ),
    _get("Picture", PICTURES + "/{picture_id}", "", answers.picture),
    Operation(
        "UploadAreaPicture",
        "POST",
        PICTURES + "/areas/{operator_id}",
        _DONE,
        answers.upload_area_picture,
        writes=True,
        is_house=True,
        form=answers.PICTURE_FORM,
        most_bytes=pictures.MOST_BYTES + _FORM_BYTES,
    ),
    _get(
        "TicketSystemsForService",
        "/v1/ticket-systems",
        "TicketSystemResult",
        answers.list_ticket_systems,
        "systemAreaTypeID",
        "ticketSystemID",
        *_PAGED,
    ),
    Operation(
        "TicketSystemsForService",
        "PUT",
        "/v1/ticket-systems",
        _DONE,
        answers.put_ticket_system,
        writes=True,
        is_house=True,
        body=PutTicketSystem,
    ),
    _get(
        "Customers",
        "/v1/customers",
        "CustomerCnctResult",
        answers.list_customers,
        "customerID",
        "search",
        *_PAGED,
    ),
    Operation(
        "Customers",
        "POST",
        "/v1/customers",
        _DONE,
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
    _get(
        "SalesTypeForSalesConditionMapping",
        "/v1/mappings/sales-conditions/{sales_condition_id}/sales-types",
        "IDMappingResult",
        answers.map_sales_condition,
        "customerTypeID",
    ),
    _get(
        "IDMapping",
        "/v1/mappings/{mapping_type}",
        "IDMappingResult",
        answers.map_ids,
        "externalIDs",
        "IDs",
        "eventID",
    ),
)
