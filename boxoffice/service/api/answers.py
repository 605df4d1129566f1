"""What the table of operations asks of customers, ticket systems and mappings."""

from __future__ import annotations

from boxoffice.service.api.call import Call, Result
from boxoffice.service.errors import Refusal
from boxoffice.service.lists import customers, mappings, ticket_systems
from boxoffice.service.requests import decode

_SEATS = 1


def list_ticket_systems(call: Call) -> Result:
    text = call.query.get("systemAreaTypeID", "")
    area = call.whole("systemAreaTypeID", text, 1, 2) if text else None
    found = ticket_systems.find(call.connection, call.page(), area, call.question("ticketSystemID"))
    return call.listed("ticket_systems", found)


def put_ticket_system(call: Call) -> Result:
    request = decode(call.body, ticket_systems.PutTicketSystem)
    return {"id": ticket_systems.put(call.connection, request), "message": "saved"}


def list_customers(call: Call) -> Result:
    search = call.query.get("search", "")
    found = customers.find(call.connection, call.page(), call.question("customerID"), search)
    return call.listed("customers", found)


def add_customer(call: Call) -> Result:
    request = decode(call.body, customers.NewCustomer)
    return {"id": customers.add(call.connection, request), "message": "added"}


def map_customer_types(call: Call) -> Result:
    return {"mappings": mappings.customer_types(decode(call.body, mappings.Mapping))}


def map_sales_conditions(call: Call) -> Result:
    request = decode(call.body, mappings.Mapping)
    return {"mappings": mappings.sales_conditions(call.connection, request)}


def map_sales_condition(call: Call) -> Result:
    condition = call.number("sales_condition_id")
    customer_type = call.question("customerTypeID")
    return {"mappings": mappings.sales_types_of(call.connection, condition, customer_type)}


def map_ids(call: Call) -> Result:
    mapping_type, event_id = call.number("mapping_type"), call.question("eventID")
    if mapping_type == _SEATS and event_id is None:
        raise Refusal(422, "eventID is missing", fields=[("eventID", "seats are of an event")])
    ids = [call.whole("IDs", text, 0, 2**63 - 1) for text in call.list_of("IDs")]
    request = mappings.Mapping(ids, call.list_of("externalIDs"))
    found = mappings.by_type(call.connection, mapping_type, request, event_id)
    return {"mappings": found}
