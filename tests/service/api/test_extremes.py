"""Numbers and texts at their limits, and what belongs to somebody else: done or refused, on either
database, and never a failure of the service."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.service import import_bodies
from tests.service.client import Answer, Api
from tests.service.imports.test_import_fuzz import HEAD, WHOLE

NUMBERS = [
    -(2**63) - 1,
    -(2**63),
    -(2**31) - 1,
    -1,
    0,
    2**31 - 1,
    2**31,
    2**53 + 1,
    2**63 - 1,
    2**63,
]
IDS = [0, 2**31 - 1, 2**31, 10**17, 10**18 - 1, 2**63 - 1, 2**63, 10**30]
TEXTS = [
    "x" * 200,
    "x" * 201,
    "x" * 500,
    "x" * 501,
    "😀" * 500,
    "\ud800",
    "\0",
    "a\0b",
    "\x01",
    "%s' --",
]

RESERVE = (
    "POST",
    "/orders/reserve-seat",
    {
        "order_id": "",
        "seats_info": [
            {
                "event_id": 1,
                "seat_id": 50,
                "area_id": 1,
                "quantity": 1,
                "price_category_id": 1,
                "sales_type_id": 1,
                "attributes": 0,
            }
        ],
    },
)
BEST = (
    "POST",
    "/orders/reserve-best-seat",
    {
        "order_id": "",
        "search_pattern": {
            "event_id": 1,
            "area_id": 3,
            "quantity": 1,
            "price_category_id": 2,
            "sales_type_id": 1,
            "attributes": 0,
        },
    },
)
COMPLETE = (
    "PUT",
    "/orders/1",
    {
        "external_order_reseller_id": "BX-0",
        "process_info": {
            "payment_type": 1,
            "payments": [{"payment_type": 1, "amount": 32, "reference": "r"}],
            "tendered": 40,
            "change": 8,
            "customer_id": 1,
            "operator": "Anna",
            "exchange_of": 1,
            "comment": "c",
        },
    },
)
CHANGE = ("PUT", "/orders/1/events/1/seats/1", {"sales_type_id": 1})
CUSTOMER = (
    "POST",
    "/customers",
    {
        "first_name": "A",
        "last_name": "B",
        "email": "a@b.example",
        "scope": 1,
        "phone": "1",
        "street": "s",
        "zip": "z",
        "city": "c",
        "country_code": "DE",
    },
)
SYSTEM = (
    "PUT",
    "/ticket-systems",
    {
        "ticket_system": {
            "name": "N",
            "url": "https://a.example",
            "is_online": True,
            "system_type_area_id": 1,
        },
        "system_type_area_id": 1,
        "ticket_system_id": 1,
        "page": 1,
        "page_size": 1,
    },
)
MAPPING = ("POST", "/mappings/customer-types", {"ids": [1], "external_ids": ["a"]})
IMPORTS = [
    ("POST", import_bodies.PATHS[name], {name: [WHOLE[name]], **HEAD}) for name in sorted(WHOLE)
]
CALLS = [RESERVE, BEST, COMPLETE, CHANGE, CUSTOMER, SYSTEM, MAPPING, *IMPORTS]


def variants(value: Any, wanted: type, others: list[Any]) -> Iterator[Any]:
    """The value, with one of the others in each place where something of the type stands."""
    if isinstance(value, dict):
        for name, part in value.items():
            for changed in variants(part, wanted, others):
                yield {**value, name: changed}
    elif isinstance(value, list):
        for index, part in enumerate(value):
            for changed in variants(part, wanted, others):
                yield [*value[:index], changed, *value[index + 1 :]]
    elif isinstance(value, wanted) and not isinstance(value, bool):
        yield from copy.copy(others)


@pytest.fixture(scope="module")
def filled(still_api: Api) -> Api:
    """A house with an order, 1, that tests may sell, a sold one, 2, and what came by imports."""
    still_api.reserve(1)
    still_api.complete(still_api.reserve(2).result["id"], "BX-2")
    still_api.post("/customers", {"last_name": "Maier"})
    import_bodies.bring_tent(still_api)
    return still_api


def answered(answer: Answer) -> None:
    """It was done or refused, in the envelope."""
    assert answer.status in (200, 404, 409, 422), answer.text
    assert answer.body["TIsSuccessful"] is (answer.status == 200)


@pytest.mark.parametrize("call", CALLS, ids=[path for _, path, _ in CALLS])
@pytest.mark.parametrize(("kind", "others"), [(int, NUMBERS), (str, TEXTS)], ids=["int", "str"])
def test_what_stands_at_a_limit(
    filled: Api, call: tuple[str, str, Any], kind: type, others: list[Any]
) -> None:
    verb, path, body = call
    for changed in variants(body, kind, others):
        answered(filled.send(verb, path, json.dumps(changed).encode()))
    for read in (
        "/events",
        "/areas",
        "/sales-rules",
        "/seats",
        "/event-seat-data",
        "/entrances",
        "/price-categories",
        "/sales-types",
        "/customers",
        "/ticket-systems",
    ):
        answered(filled.get(read, id=1))


@pytest.mark.parametrize("number", IDS)
def test_ids_that_nobody_has(filled: Api, number: int) -> None:
    answered(filled.reserve(number))
    answered(filled.reserve(1, event=number))
    answered(filled.reserve(3, order=number))
    answered(filled.best(1, order=number))
    answered(filled.best(1, event_id=number))
    for path in ("", "/base", "/seats", "/tickets"):
        assert filled.get(f"/orders/{number}{path}").status == 404
    for path in (
        f"/orders/{number}",
        f"/orders/{number}/events",
        f"/orders/{number}/events/1",
        f"/orders/{number}/events/1/seats/1",
        f"/orders/1/events/{number}/seats/1",
        f"/orders/1/events/1/seats/{number}",
    ):
        assert filled.delete(path).status == 404, path
    for order, event, seat in ((number, 1, 1), (1, number, 1), (1, 1, number)):
        path = f"/orders/{order}/events/{event}/seats/{seat}"
        assert filled.put(path, {"sales_type_id": 1}).status in (404, 409)
    assert filled.complete(number, "BX-9").status == 404
    assert filled.get(f"/events/{number}/seat-status").status == 404
    for path in ("/events", "/seats", "/orders/1/seats", "/customers", "/mappings/1"):
        for name in ("id", "last_updated", "page", "pageSize", "customerID", "IDs", "eventID"):
            answered(filled.get(path, **{name: number}))


def test_a_page_beyond_all(filled: Api) -> None:
    for path in ("/events", "/seats", "/events/1/seat-status", "/customers", "/orders/2/tickets"):
        last = filled.get(path, id=1, page=1_000_000, pageSize=20_000)
        assert last.status == 200
    assert filled.get("/events", last_updated=2**63 - 1).result["events"] == []


@pytest.mark.parametrize("key", ["x" * 200, "x" * 500, "a b", "'", "%00", "{}"])
def test_any_key(filled: Api, key: str) -> None:
    first, again = (filled.delete("/orders/999", key) for _ in range(2))
    assert first.status == again.status == 404
