"""Customers: put in, found by any part of what is known, and named by the orders they buy."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.service.client import Api, Json
from tests.service_fixture import Running, running_service

PEOPLE: tuple[dict[str, Json], ...] = (
    {"first_name": "Änne", "last_name": "Özdemir", "email": "anne@example.org"},
    {"first_name": "Anna", "last_name": "Zäpfel", "phone": "+49 (3643) 123-45"},
    {"first_name": "Élodie", "last_name": "Straße", "email": "e_s@example.org"},
    {"first_name": "Per%cent", "last_name": "de la Cruz"},
    {"email": "only@example.com"},
)


@pytest.fixture(scope="module")
def people() -> Iterator[Api]:
    """A service that knows PEOPLE by the ids 1 to 5."""
    with running_service() as running, Api(running) as caller:
        for person in PEOPLE:
            assert caller.post("/customers", person).status == 200
        yield caller


def found(api: Api, search: str) -> list[int]:
    return sorted(c["id"] for c in api.get("/customers", search=search).result["customers"])


def test_a_customer_is_kept_as_sent(api: Api) -> None:
    sent = {
        "first_name": " Anna ",
        "last_name": "Maier",
        "email": "a@example.org",
        "scope": -(2**63),
        "phone": "03643 1",
        "street": "Am Markt 1",
        "zip": "99423",
        "city": "Weimar",
        "country_code": "de",
    }
    number = api.post("/customers", sent).result["id"]
    [customer] = api.get("/customers", customerID=number).result["customers"]
    assert customer.pop("last_updated") > 0
    expected = {**sent, "id": number, "first_name": "Anna", "country_code": "DE", "deleted": False}
    assert customer == expected


def test_a_post_repeated_with_its_key_is_one_customer(api: Api) -> None:
    answers = [api.post("/customers", {"last_name": "Maier"}, key="k").result for _ in range(2)]
    assert answers[0] == answers[1]
    assert api.get("/customers").result["total_count"] == 1
    assert api.post("/customers", {"last_name": "Meier"}, key="k").status == 422


def test_they_come_by_last_name_then_first_name_in_pages(people: Api) -> None:
    ids = [c["id"] for c in people.get("/customers").result["customers"]]
    assert ids == [5, 4, 1, 3, 2]
    page = people.get("/customers", page=2, pageSize=2).result
    assert [c["id"] for c in page["customers"]] == [1, 3]
    assert (page["page"], page["page_size"], page["total_count"]) == (2, 2, 5)


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        ("änne", [1]),
        ("ÄNNE", [1]),
        ("a\u0308nne", [1]),
        ("ÖZDEMIR", [1]),
        ("strasse", [3]),
        ("STRASSE", [3]),
        ("anna zäp", [2]),
        ("Zäpfel, Anna", [2]),
        ("anna özdemir", []),
        ("nn", [1, 2]),
        ("la cruz", [4]),
        ("EXAMPLE.ORG", [1, 3]),
        ("only@", [5]),
        ("%", [4]),
        ("_", [3]),
        ("r%c", [4]),
        ("e%s", []),
        ("+49", [2]),
        ("364312345", [2]),
        ("3643", [2]),
        ("(3643)", [2]),
        ("123-45", [2]),
        ("5", [2, 5]),
        ("4", [2, 4]),
        ("05", [5]),
        ("", [1, 2, 3, 4, 5]),
        ("   ", [1, 2, 3, 4, 5]),
        ("'", []),
        ("\\", []),
        ("9" * 200, []),
        ("\U0001f600", []),
        (" ".join(map(chr, range(0x4E00, 0x4E64))), []),
        ("\ufdfa" * 200, []),
    ],
)
def test_a_search_finds_by_any_part(people: Api, search: str, ids: list[int]) -> None:
    assert found(people, search) == ids


def test_a_number_that_nobody_has_finds_nobody(people: Api) -> None:
    assert people.get("/customers", customerID=99).result["customers"] == []
    assert people.get("/customers", customerID=1, search="anna").result["customers"] == []


@pytest.mark.parametrize(
    "query",
    [
        {"search": "x" * 10_000},
        {"search": "x " * 5_000},
        {"customerID": -1},
        {"customerID": "9" * 5_000},
        {"customerID": "x"},
        {"customerID": "1.5"},
        {"customerID": 2**63},
        {"page": 0},
        {"pageSize": 20_001},
        {"page": "²"},
    ],
)
def test_a_question_that_makes_no_sense(people: Api, query: dict[str, object]) -> None:
    answer = people.get("/customers", **query)
    assert answer.status == 422
    assert [field["field"] for field in answer.body["field_errors"]] == [*query]


@pytest.mark.parametrize("query", ["search=%ED%A0%80", "search=%FF", "search=%", "search=a&search"])
def test_a_question_that_is_no_text(people: Api, query: str) -> None:
    assert people.send("GET", f"/customers?{query}").status == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "last_name"),
        ({"first_name": " ", "last_name": None, "email": ""}, "last_name"),
        ({"phone": "03643 1"}, "last_name"),
        ({"email": "none"}, "email"),
        ({"email": "a@b@c"}, "email"),
        ({"email": "a b@c"}, "email"),
        ({"last_name": 7}, "last_name"),
        ({"last_name": ["x"]}, "last_name"),
        ({"last_name": "x" * 201}, "last_name"),
        ({"last_name": "a\0b"}, "last_name"),
        ({"email": "x" * 260 + "@example.org"}, "email"),
        ({"last_name": "x", "scope": 2**63}, "scope"),
        ({"last_name": "x", "scope": 1.5}, "scope"),
        ({"last_name": "x", "scope": "1"}, "scope"),
        ({"last_name": "x", "country_code": "DEU"}, "country_code"),
        ({"last_name": "x", "country_code": "1!"}, "country_code"),
    ],
)
def test_a_customer_that_is_refused(people: Api, body: Json, field: str) -> None:
    answer = people.post("/customers", body)
    assert answer.status == 422
    assert [error["field"] for error in answer.body["field_errors"]] == [field]
    assert people.get("/customers").result["total_count"] == len(PEOPLE)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"last_name": "\\ud800"}',
        b'{"last_name": "\xed\xa0\x80"}',
        b'{"last_name": "x", "scope": ' + b"9" * 5_000 + b"}",
        b'{"last_name":' * 5_000,
    ],
)
def test_a_body_that_is_none(people: Api, body: bytes) -> None:
    assert people.send("POST", "/customers", body).status == 422


def test_unknown_fields_and_nulls_are_let_through(api: Api) -> None:
    sent = {"last_name": "x", "scope": None, "phone": None, "loyalty": {"points": 3}}
    number = api.post("/customers", sent).result["id"]
    [customer] = api.get("/customers", customerID=number).result["customers"]
    assert (customer["scope"], customer["phone"]) == (None, "")


def test_an_order_names_its_buyer(api: Api) -> None:
    number = api.post("/customers", {"last_name": "Maier"}).result["id"]
    order = api.reserve(1).result["id"]
    assert api.get(f"/orders/{order}").result["customer_id"] is None
    for unknown in (number + 1, 0, 2**63 - 1):
        refused = api.complete(order, customer_id=unknown)
        assert refused.status == 422
        assert refused.body["field_errors"][0]["field"] == "process_info.customer_id"
    assert api.get(f"/orders/{order}").result["status"] == 0
    assert api.complete(order, customer_id=number).status == 200
    assert api.get(f"/orders/{order}").result["customer_id"] == number
    assert api.get(f"/orders/{order}/base").result["customer_id"] == number


def test_customers_want_the_credential(service: Running) -> None:
    with Api(service, authorization="AUTHTOKEN wrong") as stranger:
        assert stranger.get("/customers").status == 401
        assert stranger.post("/customers", json.dumps({"last_name": "x"}).encode()).status == 401
