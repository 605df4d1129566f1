"""A valid answer of every result type, by hand from the API's description, every field present."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_NOW = "2026-09-25T19:30:00+02:00"
_LATER = "2026-09-25T22:00:00+02:00"
_EVERY = {"last_updated": 41, "deleted": False}

EVENT = {
    "id": 1,
    "external_event_id": "E1",
    "name": "Evening",
    "subtitle": "A play",
    "start_date": _NOW,
    "end_date": _LATER,
    "doors_open": _NOW,
    "location_id": 1,
    "location_ref": "L1",
    "organizer_id": 1,
    "organizer_ref": "O1",
    "event_set_id": 1,
    "event_category_id": 1,
    "currency": "EUR",
    "sales_start": _NOW,
    "sales_end": _LATER,
    "status": 1,
    "seats_total": 200,
    "seats_free": 100,
    "picture_url": "/p/1.png",
    "description": "Long",
    **_EVERY,
}
ORGANIZER = {
    "id": 1,
    "external_event_organizer_id": "O1",
    "name": "House",
    "country_code": "AT",
    "email": "house@box.example",
    "phone": "+43 1",
    "vat_id": "ATU1",
    **_EVERY,
}
LOCATION = {
    "id": 1,
    "external_location_id": "L1",
    "name": "Hall",
    "country_code": "AT",
    "street": "Ring 1",
    "zip": "1010",
    "city": "Wien",
    "timezone": "Europe/Vienna",
    "latitude": 48.2,
    "longitude": 16.37,
    **_EVERY,
}
CATEGORY = {"id": 2, "external_event_category_id": "C2", "name": "Play", "parent_id": 1, **_EVERY}
PRICE_TYPE = {
    "id": 1,
    "external_sales_type_id": "T1",
    "name": "Full",
    "short_name": "F",
    "is_default": True,
    "requires_proof": False,
    "sort": 1,
    **_EVERY,
}
RULE = {
    "id": 1,
    "external_sales_rule_id": "R1",
    "event_id": 1,
    "name": "Pairs",
    "sales_type_id": 1,
    "price_category_id": 1,
    "min_quantity": 1,
    "max_quantity": 8,
    "step": 1,
    "per_sales_type_id": 2,
    "per_ratio": 1.5,
    "valid_from": _NOW,
    "valid_till": _LATER,
    "forbid_single_gap": True,
    **_EVERY,
}
EVENT_SET = {
    "id": 1,
    "external_event_set_id": "S1",
    "name": "Season",
    "start_date": _NOW,
    "end_date": _LATER,
    **_EVERY,
}
ENTRANCE = {
    "id": 1,
    "external_entrance_id": "D1",
    "area_id": 1,
    "name": "Left",
    "x": 1.5,
    "y": -2,
    **_EVERY,
}
PRICE_CATEGORY = {
    "id": 1,
    "external_price_category_id": "P1",
    "event_id": 1,
    "name": "A",
    "color": "#aabbcc",
    "sort": 1,
    **_EVERY,
}
SEAT = {
    "id": 1,
    "external_seat_id": "X1",
    "event_id": 1,
    "area_id": 1,
    "row": "A",
    "number": "1",
    "label": "A 1",
    "x": 1.0,
    "y": 2.5,
    "angle": 10,
    "price_category_id": 1,
    "entrance_id": 1,
    "attributes": 3,
    **_EVERY,
}
SEAT_DATA = {
    "event_id": 1,
    "seat_id": 1,
    "price_category_id": 1,
    "status": 3,
    "blocked_reason": "Press",
    "id": 1,
    **_EVERY,
}
AREA = {
    "id": 1,
    "external_area_id": "A1",
    "external_parent_area_id": "A0",
    "external_location_id": "L1",
    "parent_area_id": 2,
    "name": "Stalls",
    "kind": 0,
    "capacity": 100,
    "outline": [[0, 0], [10.5, 0], [10, 10], [0, 10]],
    "label_x": 5,
    "label_y": 5.5,
    "color": "#112233",
    "picture_url": "https://box.example/p.png",
    "picture_rect": [0, 0, 10, 10],
    "level": 1,
    "sort": 1,
    **_EVERY,
}
PRICE = {
    "id": 1,
    "event_id": 1,
    "sales_type_id": 1,
    "price_category_id": 1,
    "price": 12.50,
    "fee": 1,
    "vat_rate": 10,
    "currency": "EUR",
    "valid_from": _NOW,
    "valid_till": _LATER,
    **_EVERY,
}
COUNTRY = {"id": 40, "external_country_id": "AT", "country_code": "AT", "name": "Austria", **_EVERY}
STATUS = {
    "seat_id": 1,
    "external_seat_id": "X1",
    "event_id": 1,
    "status": 1,
    "order_id": 9,
    "hold_till": _LATER,
    "id": 1,
    **_EVERY,
}
LINE = {
    "id": 1,
    "event_id": 1,
    "seat_id": 1,
    "area_id": 1,
    "area_name": "Stalls",
    "row": "A",
    "number": "1",
    "price_category_id": 1,
    "sales_type_id": 1,
    "price": 12.50,
    "fee": 1,
    "vat_rate": 10,
    "currency": "EUR",
    "external_event_id": "E1",
    "external_seat_id": "X1",
    "external_sales_type_id": "T1",
    **_EVERY,
}
ORDER_BASE = {
    "id": 9,
    "external_order_reseller_id": "N9",
    "status": 0,
    "customer_id": 5,
    "currency": "EUR",
    "total": 27.00,
    "refunded": 0.00,
    "hold_till": _LATER,
    "created": _NOW,
    "completed": _LATER,
    "operator": "Anna",
    "exchange_of": 8,
    "seat_count": 2,
    **_EVERY,
}
ORDER = {**ORDER_BASE, "seats": [LINE, {**LINE, "id": 2, "seat_id": 2, "number": "2"}]}
TICKET = {
    "external_ticket_id": "K1",
    "barcode": "12345",
    "price": 12.50,
    "currency": "EUR",
    "seat_id": 1,
    "status": 0,
}
CONTAINER = {
    "ticket": {
        "tickets": [TICKET, {**TICKET, "seat_id": 2}],
        "event": EVENT,
        "organizer": ORGANIZER,
        "location": LOCATION,
    }
}
CUSTOMER = {
    "id": 5,
    "external_customer_id": "U5",
    "first_name": "Ada",
    "last_name": "Berg",
    "email": "ada@box.example",
    "scope": 1,
    "phone": "+43 2",
    "street": "Gasse 2",
    "zip": "1020",
    "city": "Wien",
    "country_code": "AT",
    **_EVERY,
}
TICKET_SYSTEM = {
    "id": 3,
    "external_ticket_system_id": "Y3",
    "name": "Other",
    "system_type_area_id": 1,
    "url": "https://other.example",
    "is_online": True,
    **_EVERY,
}
MAPPING = {"id": 1, "external_id": "X1"}
SIMPLE = {"id": 9, "message": "done"}

FLAGS: Json = {
    "TIsTrustedApplication": True,
    "TIsAuthorizedUser": True,
    "TIsSuccessful": True,
    "IsTestEnvironment": True,
    "TOperatorID": 1,
    "TCreatedFileURL": "/p/1.png",
    "TAuthenticationToken": "",
    "TValidFrom": _NOW,
    "TValidTill": _LATER,
    "TTextMessage": "",
    "error_type": 0,
    "error_number": 0,
    "error_message": "",
    "error_stack_trance": "",
    "errors": [],
    "field_errors": [],
    "warnings": [{"error_index": 0, "error_number": 1, "error_message": "few seats left"}],
}


def listed(items: str, entry: Json, **other: Any) -> Json:
    """A result that holds a list of two, and says so."""
    pages: Json = {"page": 1, "page_size": 1000, "total_count": 2, "last_updated": 42}
    return {items: [entry, {**entry, **other}], **pages}


def wrapped(name: str, result: Json) -> Json:
    """The result under its name, beside all the flags."""
    return {name: result, **FLAGS}
