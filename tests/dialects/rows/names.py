"""What things are called: names, lists, parameters, paths and verbs."""

from __future__ import annotations

from tests.dialects import published
from tests.dialects.reading import Reading
from tests.dialects.site import Naming

_LISTS = {row.result: row.items for row in published.rows() if row.items}


def _named(name: str, naming: Naming, *about: str) -> Reading:
    return Reading(name, frozenset(about), naming)


def _moved(verb: str, path: str) -> tuple[str, str]:
    return verb, path


def _by_name() -> dict[str, tuple[str, str]]:
    """Each operation under its published name, as some frameworks do it."""
    found: dict[str, tuple[str, str]] = {}
    for row in published.rows():
        place = "".join(f"/{part}" for part in row.path.split("/") if part.startswith("{"))
        found[row.title] = row.verb, f"/api/{row.name}/{row.verb.capitalize()}{place}"
    return found


def _by_post() -> dict[str, tuple[str, str]]:
    """No other verbs than GET and POST."""
    return {
        row.title: ("POST", f"{row.path}/{'remove' if row.verb == 'DELETE' else 'change'}")
        for row in published.rows()
        if row.verb in ("PUT", "DELETE") and "{" in row.path
    }


READINGS = (
    _named("as the contract", Naming(), "nothing"),
    _named("pascal", Naming("pascal"), "style"),
    _named("pascal with ID", Naming("pascal", ("id",)), "style"),
    _named("camel", Naming("camel"), "style"),
    _named("camel with ID and URL", Naming("camel", ("id", "url", "vat")), "style"),
    _named(
        "every list is items",
        Naming(fields={result: {items: "items"} for result, items in _LISTS.items()}),
        "lists",
    ),
    _named(
        "every list is Data",
        Naming(fields={result: {items: "Data"} for result, items in _LISTS.items()}),
        "lists",
    ),
    _named(
        "every result is Result",
        Naming(results={row.result: "Result" for row in published.rows()}),
        "results",
    ),
    _named(
        "results without Cnct",
        Naming(
            results={
                row.result: row.result.replace("Cnct", "")
                for row in published.rows()
                if "Cnct" in row.result
            }
        ),
        "results",
    ),
    _named(
        "an event has a Title and Begin",
        Naming(
            fields={
                "EventCnct": {"name": "Title", "start_date": "Begin", "currency": "CurrencyCode"}
            }
        ),
        "event names",
    ),
    _named(
        "a seat has other names",
        Naming(
            fields={
                "SeatCnct": {"row": "RowName", "number": "SeatNo", "x": "PosX", "y": "PosY"}
                | {"area_id": "BlockID", "price_category_id": "CategoryID"}
            }
        ),
        "seat names",
    ),
    _named(
        "prices have other names",
        Naming(fields={"SalesTypePriceCnct": {"price": "GrossPrice", "fee": "Surcharge"}}),
        "price names",
    ),
    _named(
        "price types have other names",
        Naming(
            fields={
                "SalesTypeCnct": {"name": "Text", "is_default": "Standard", "short_name": "Code"}
            }
        ),
        "price type names",
    ),
    _named(
        "a status has other names",
        Naming(
            fields={"SeatStatusCnct": {"status": "State", "seat_id": "Seat", "order_id": "Order"}}
        ),
        "status names",
    ),
    _named(
        "an order has other names",
        Naming(
            fields={
                "OrderCnct": {"total": "Sum", "seats": "Positions", "hold_till": "ReservedUntil"}
                | {"status": "OrderState", "external_order_reseller_id": "ResellerNumber"}
            }
        ),
        "order names",
    ),
    _named(
        "a line of an order has other names",
        Naming(
            fields={
                "SeatInOrderCnct": {"seat_id": "PlaceID", "sales_type_id": "TariffID"}
                | {"price": "Amount", "fee": "Charge"}
            }
        ),
        "line names",
    ),
    _named(
        "a ticket has other names",
        Naming(fields={"TicketCnct": {"barcode": "Code", "seat_id": "Place"}}),
        "ticket names",
    ),
    _named("an id is called Key", Naming(fields={"*": {"id": "Key"}}), "ids"),
    _named(
        "bodies have other names",
        Naming(
            only={
                "Order PUT": {"external_order_reseller_id": "Number", "process_info": "Process"},
                "ReserveSeat POST": {"seats_info": "Seats", "order_id": "Order"},
                "OrderSeat PUT": {"sales_type_id": "Tariff"},
            }
        ),
        "body names",
    ),
    _named(
        "search patterns and payments have other names",
        Naming(
            only={
                "SearchPattern": {
                    "seat_id": "Seat",
                    "event_id": "Event",
                    "sales_type_id": "Tariff",
                },
                "PaymentCnct": {"amount": "Value", "payment_type": "Kind"},
                "ProcessInfoCnct": {"payments": "Parts", "payment_type": "Kind"},
            }
        ),
        "pattern names",
    ),
    _named(
        "errors have other names",
        Naming(
            fields={
                "Envelope": {
                    "error_message": "Message",
                    "error_number": "Number",
                    "errors": "Items",
                },
                "KeyperErrorInfoItem": {"error_index": "Index", "error_message": "Message"},
            }
        ),
        "error names",
    ),
    _named(
        "queries have other names",
        Naming(
            parameters={"page": "p", "pageSize": "size", "last_updated": "since", "id": "event"}
        ),
        "parameters",
    ),
    _named("paths are names of operations", Naming(operations=_by_name()), "paths"),
    _named("GET and POST alone", Naming(operations=_by_post()), "paths"),
    _named(
        "a sale has another path and verb",
        Naming(operations={"Order PUT": _moved("POST", "/v2/orders/{orderID}/sell")}),
        "paths",
    ),
    _named(
        "seats of an order have other paths",
        Naming(
            operations={
                "OrderSeat PUT": _moved("PATCH", "/v2/order/{orderID}/{eventID}-{seatID}"),
                "OrderSeat DELETE": _moved("DELETE", "/v2/order/{orderID}/{eventID}-{seatID}"),
                "GetSeatStatus GET": _moved("GET", "/v2/status/{event_id}"),
            }
        ),
        "paths",
    ),
)
