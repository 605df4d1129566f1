"""The functions that answer the operations: each reads its parameters from the call and asks the
rooms below. A question reads one moment of the data, a change has one transaction.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from boxoffice.service.api.call import Call, File, FlaggedResult, Result
from boxoffice.service.api.request_body import form_of
from boxoffice.service.errors import Refusal
from boxoffice.service.lists import customers, mappings, pictures, seat_lists, ticket_systems
from boxoffice.service.lists.paging import Found, Page
from boxoffice.service.requests import (
    ChangeSeat,
    CompleteOrder,
    ReserveBestSeat,
    ReserveSeat,
    decode,
)
from boxoffice.service.sale import best_reservation, completion, order_answers, orders

PICTURE_FORM = ("file", "area_id")
_SEATS = 1  # the mapping type of the seats of an event


# The catalogue: lists and imports.


def listing(
    rows: str, find: Callable[[Connection, Page, int | None], Found]
) -> Callable[[Call], Result]:
    """Answers with a page of a list, its entities under the name `rows`."""
    return lambda call: call.listed(rows, find(call.connection, call.page(), call.query_id("id")))


def importing(do: Callable[[Connection, bytes], int | None]) -> Callable[[Call], Result]:
    """Answers an import with the id that `do` returns."""
    return lambda call: {"id": do(call.connection, call.body), "message": "imported"}


def list_seats(call: Call) -> Result:
    found = seat_lists.list_seats(call.connection, call.page(), call.required_event_id())
    return call.listed("seats", found)


def list_event_seat_data(call: Call) -> Result:
    found = seat_lists.list_seat_data(call.connection, call.page(), call.required_event_id())
    return call.listed("event_seat_data", found)


def list_seat_status(call: Call) -> Result:
    found = seat_lists.list_seat_status(
        call.connection, call.page(), call.path_id("event_id"), call.caller.credential_id
    )
    return call.listed("seat_states", found)


def picture(call: Call) -> File:
    return File(*pictures.find(call.connection, call.path_id("picture_id")))


def upload_area_picture(call: Call) -> FlaggedResult:
    call.path_id("operator_id")
    form = form_of(call.content_type, call.body)
    missing = [name for name in PICTURE_FORM if name not in form]
    if missing:
        raise Refusal(422, f"{missing[0]} is missing", fields=[(n, "missing") for n in missing])
    area_id = call.whole_number("area_id", form["area_id"].decode("utf-8", "replace"), 0, 2**63 - 1)
    url = pictures.give_to_area(call.connection, area_id, form["file"])
    return FlaggedResult({"id": area_id, "message": "uploaded"}, {"TCreatedFileURL": url})


# Orders.


def reserve_seat(call: Call) -> Result:
    request = decode(call.body, ReserveSeat)
    reserved = orders.reserve(call.connection, call.caller, request.order_id, request.seats_info)
    return order_answers.order_with_seats(call.connection, reserved.order, reserved.seats)


def reserve_best_seat(call: Call) -> Result:
    request = decode(call.body, ReserveBestSeat)
    reserved = best_reservation.reserve_best(
        call.connection, call.caller, call.seating_cache, request.order_id, request.search_pattern
    )
    return order_answers.order_with_seats(call.connection, reserved.order, reserved.seats)


def order(call: Call) -> Result:
    return order_answers.order_entity(call.connection, call.caller, call.path_id("order_id"))


def order_base(call: Call) -> Result:
    return order_answers.order_base(call.connection, call.caller, call.path_id("order_id"))


def order_seats(call: Call) -> Result:
    found = order_answers.order_seat_entities(
        call.connection,
        call.caller,
        call.path_id("order_id"),
        call.query_id("id"),
        with_external_ids=call.query.get("getExternalIDs", "").lower() in ("true", "1"),
    )
    return {"seats": found}


def list_tickets(call: Call) -> Result:
    found = order_answers.ticket_containers(
        call.connection, call.caller, call.path_id("order_id"), call.page()
    )
    return call.listed("containers", found)


def complete_order(call: Call) -> Result:
    order_id = call.path_id("order_id")
    request = decode(call.body, CompleteOrder)
    completion.complete(call.connection, call.caller, call.seating_cache, order_id, request)
    return {"id": order_id, "message": "completed"}


def cancel_order(call: Call) -> Result:
    order_id = call.path_id("order_id")
    orders.cancel(call.connection, call.caller, order_id)
    return {"id": order_id, "message": "cancelled"}


def give_back_all(call: Call) -> Result:
    return _give_back(call, None, None)


def give_back_event(call: Call) -> Result:
    return _give_back(call, call.path_id("event_id"), None)


def give_back_seat(call: Call) -> Result:
    return _give_back(call, call.path_id("event_id"), call.path_id("seat_id"))


def _give_back(call: Call, event_id: int | None, seat_id: int | None) -> Result:
    order_id = call.path_id("order_id")
    orders.give_back(call.connection, call.caller, order_id, event_id, seat_id)
    return {"id": order_id, "message": "given back"}


def change_seat(call: Call) -> Result:
    order_id = call.path_id("order_id")
    place = call.path_id("event_id"), call.path_id("seat_id")
    request = decode(call.body, ChangeSeat)
    orders.change_price_type(call.connection, call.caller, order_id, place, request.sales_type_id)
    return {"id": order_id, "message": "changed"}


# Customers, ticket systems and mappings.


def list_customers(call: Call) -> Result:
    search = call.query.get("search", "")
    found = customers.find(call.connection, call.page(), call.query_id("customerID"), search)
    return call.listed("customers", found)


def add_customer(call: Call) -> Result:
    request = decode(call.body, customers.NewCustomer)
    return {"id": customers.add(call.connection, request), "message": "added"}


def list_ticket_systems(call: Call) -> Result:
    text = call.query.get("systemAreaTypeID", "")
    area = call.whole_number("systemAreaTypeID", text, 1, 2) if text else None
    found = ticket_systems.find(call.connection, call.page(), area, call.query_id("ticketSystemID"))
    return call.listed("ticket_systems", found)


def put_ticket_system(call: Call) -> Result:
    request = decode(call.body, ticket_systems.PutTicketSystem)
    return {"id": ticket_systems.put(call.connection, request), "message": "saved"}


def map_customer_types(call: Call) -> Result:
    return {"mappings": mappings.customer_types(decode(call.body, mappings.Mapping))}


def map_sales_conditions(call: Call) -> Result:
    request = decode(call.body, mappings.Mapping)
    return {"mappings": mappings.sales_conditions(call.connection, request)}


def map_sales_condition(call: Call) -> Result:
    condition = call.path_id("sales_condition_id")
    customer_type = call.query_id("customerTypeID")
    return {"mappings": mappings.sales_types_of(call.connection, condition, customer_type)}


def map_ids(call: Call) -> Result:
    mapping_type, event_id = call.path_id("mapping_type"), call.query_id("eventID")
    if mapping_type == _SEATS and event_id is None:
        raise Refusal(422, "eventID is missing", fields=[("eventID", "seats are of an event")])
    ids = [call.whole_number("IDs", text, 0, 2**63 - 1) for text in call.query_words("IDs")]
    request = mappings.Mapping(ids, call.query_words("externalIDs"))
    found = mappings.by_type(call.connection, mapping_type, request, event_id)
    return {"mappings": found}
