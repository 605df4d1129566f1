"""What tests import: a whole house of its own, and how an import is sent."""

from __future__ import annotations

import json
from typing import Any

from tests.service.client import Answer, Api

PATHS = {
    "locations": "/import/locations",
    "venues": "/import/areas",
    "entrances": "/import/entrances",
    "organizers": "/import/organizers",
    "event_sets": "/import/event-sets",
    "sales_types": "/import/sales-types",
    "price_categories": "/import/price-categories",
    "sales_rules": "/import/sales-rules",
    "seats": "/import/seats",
    "seat_states": "/import/seat-status",
    "events": "/events",
}


def send(api: Api, listed: str, *items: Any, idempotency: str = "", **head: object) -> Answer:
    """Imports items; numbers that are none go out as they are."""
    body = json.dumps({listed: list(items), **head}).encode()
    return api.post(PATHS[listed], body, key=idempotency)


def put(api: Api, listed: str, *items: Any, **head: Any) -> int:
    """Imports items, which must be done, and returns the id that is answered."""
    answer = send(api, listed, *items, **head)
    assert answer.status == 200, answer.text
    return int(answer.result["id"])


def location(key: str = "tent", **more: Any) -> dict[str, Any]:
    return {
        "external_location_id": key,
        "name": "The Tent",
        "street": "Wiese 3",
        "zip": "99423",
        "city": "Weimar",
        "country_code": "DE",
        "timezone": "Europe/Berlin",
        "latitude": 50.75,
        "longitude": 11.25,
    } | more


def area(key: str = "ring", **more: Any) -> dict[str, Any]:
    return {
        "external_area_id": key,
        "name": "Ring",
        "kind": 0,
        "capacity": 3,
        "outline": [[0, 0], [100, 0], [100, 50.5]],
        "label_x": 50,
        "label_y": 25,
        "color": "#aabbcc",
        "level": 1,
        "sort": 2,
    } | more


def entrance(key: str = "door", **more: Any) -> dict[str, Any]:
    return {"external_entrance_id": key, "name": "Door", "x": 1.5, "y": -2} | more


def organizer(key: str = "troupe", **more: Any) -> dict[str, Any]:
    return {
        "external_event_organizer_id": key,
        "name": "The Troupe",
        "country_code": "DE",
        "email": "a@b.example",
        "phone": "1",
        "vat_id": "DE1",
    } | more


def event_set(key: str = "summer", **more: Any) -> dict[str, Any]:
    return {
        "external_event_set_id": key,
        "name": "Summer",
        "start_date": "2027-06-01T00:00:00+02:00",
        "end_date": "2027-08-31T00:00:00+02:00",
    } | more


def event(key: str = "gala", **more: Any) -> dict[str, Any]:
    return {
        "external_event_id": key,
        "name": "Gala",
        "subtitle": "One night",
        "start_date": "2027-07-01T17:30:00Z",
        "currency": "EUR",
        "external_location_id": "tent",
    } | more


def sales_type(key: str = "full", **more: Any) -> dict[str, Any]:
    return {
        "external_sales_type_id": key,
        "name": "Full price",
        "short_name": "Full",
        "is_default": True,
        "requires_proof": False,
        "sort": 0,
    } | more


def price(key: str = "adult", amount: Any = 12.5, **more: Any) -> dict[str, Any]:
    return {"external_sales_type_id": key, "price": amount, "fee": 0.3, "vat_rate": 7} | more


def category(key: str = "near", **more: Any) -> dict[str, Any]:
    return {"external_price_category_id": key, "name": "Near", "color": "#00ff00", "sort": 1} | more


def rule(key: str = "pairs", **more: Any) -> dict[str, Any]:
    return {
        "external_sales_rule_id": key,
        "name": "Pairs",
        "external_event_id": "gala",
        "min_quantity": 2,
        "max_quantity": 8,
        "step": 2,
    } | more


def seat(key: str, **more: Any) -> dict[str, Any]:
    return {
        "external_seat_id": key,
        "external_area_id": "ring",
        "row": "A",
        "number": key,
        "x": 10.0,
        "y": 5.0,
        "external_price_category_id": "near",
    } | more


def gone(key: str, name: str) -> dict[str, Any]:
    return {name: key, "deleted": True}


def listed(api: Api, path: str, **query: object) -> list[dict[str, Any]]:
    """All of a list."""
    found = api.get(path, pageSize=20_000, **query).result
    [name] = [name for name, value in found.items() if isinstance(value, list)]
    assert found["total_count"] == len(found[name])
    return list(found[name])


def marker(api: Api, path: str = "/locations", **query: object) -> int:
    return int(api.get(path, **query).result["last_updated"])


def bring_tent(api: Api) -> int:
    """A house that came by imports only; returns its event's id."""
    put(api, "locations", location())
    put(api, "organizers", organizer())
    put(api, "event_sets", event_set())
    put(
        api,
        "venues",
        area("tent-all", kind=3),
        area("ring", external_parent_area_id="tent-all"),
        external_location_id="tent",
    )
    put(api, "entrances", entrance(), external_parent_area_id="ring")
    put(api, "sales_types", sales_type("adult", name="Adult"))
    event_id = put(
        api,
        "events",
        event(event_category_name="Circus"),
        external_event_set_id="summer",
        external_organizer_id="troupe",
    )
    put(api, "price_categories", category(prices=[price()]), external_event_id="gala")
    put(
        api,
        "seats",
        *(seat(str(n), x=10.0 * n, external_entrance_id="door") for n in range(6)),
        external_event_id="gala",
    )
    return event_id
