"""The description: whole, valid, and open to whoever asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import schemathesis

from boxoffice.service.api.operations import OPERATIONS
from tests.service.client import Api, Json
from tests.service_fixture import Running

pytestmark = pytest.mark.sqlite_only
_VERBS = {"get", "put", "post", "delete"}


@pytest.fixture(scope="module")
def description(still_service: Running) -> Iterator[Json]:
    with Api(still_service, authorization="none") as stranger:
        answer = stranger.get("/openapi.json")
        assert answer.status == 200
        yield answer.body


def operations(description: Json) -> dict[tuple[str, str], Json]:
    return {
        (verb.upper(), path): operation
        for path, verbs in description["paths"].items()
        for verb, operation in verbs.items()
    }


def test_it_is_valid(description: Json) -> None:
    assert description["openapi"] == "3.1.0"
    schemathesis.openapi.from_dict(description).validate()


def test_it_tells_every_operation_and_no_other(description: Json) -> None:
    told = operations(description)
    nameless = {(verb, re.sub("{.*?}", "{}", path)) for verb, path in told}
    assert nameless == {(o.verb, re.sub("{.*?}", "{}", o.path)) for o in OPERATIONS}
    assert len(told) == len(OPERATIONS)
    names = [operation["operationId"] for operation in told.values()]
    assert set(names) == {o.name + o.verb.capitalize() for o in OPERATIONS}
    assert len(set(names)) == len(names)


def test_parameters_have_the_published_names(description: Json) -> None:
    told = operations(description)
    seat = told["PUT", "/v1/orders/{orderID}/events/{eventID}/seats/{seatID}"]
    assert [(p["name"], p["in"]) for p in seat["parameters"]] == [
        ("orderID", "path"),
        ("eventID", "path"),
        ("seatID", "path"),
        ("Idempotency-Key", "header"),
    ]
    assert ("GET", "/v1/events/{event_id}/seat-status") in told
    for verb, path in told:
        in_path = [p["name"] for p in told[verb, path]["parameters"] if p["in"] == "path"]
        assert in_path == re.findall("{(.*?)}", path)


def test_only_what_changes_something_has_a_key(description: Json) -> None:
    for operation in OPERATIONS:
        [told] = [
            o
            for o in operations(description).values()
            if o["operationId"] == operation.name + operation.verb.capitalize()
        ]
        names = [parameter["name"] for parameter in told["parameters"]]
        assert ("Idempotency-Key" in names) is operation.writes


def test_bodies_are_described(description: Json) -> None:
    schemas = description["components"]["schemas"]
    for operation in OPERATIONS:
        told = operations(description)
        [found] = [
            o
            for o in told.values()
            if o["operationId"] == operation.name + operation.verb.capitalize()
        ]
        assert ("requestBody" in found) is (operation.body is not None or operation.form != ())
        if operation.body is not None:
            schema = found["requestBody"]["content"]["application/json"]["schema"]
            name = schema["$ref"].rsplit("/", 1)[1]
            assert set(schemas[name]["properties"]) == set(operation.body.__struct_fields__)
    picture = told["POST", "/v1/pictures/areas/{operatorID}"]["requestBody"]["content"]
    assert picture["multipart/form-data"]["schema"]["required"] == ["file", "area_id"]


def test_an_amount_may_be_a_number(description: Json) -> None:
    amount = description["components"]["schemas"]["Payment"]["properties"]["amount"]
    assert [way["type"] for way in amount["anyOf"]] == ["number", "string"]


def test_it_holds_no_secret_and_wants_one_for_all_else(
    description: Json, still_service: Running
) -> None:
    assert description["security"] == [{"credential": []}]
    assert still_service.token not in str(description)
    with Api(still_service, authorization="none") as stranger:
        assert stranger.post("/openapi.json", {}).status == 405
        assert stranger.get("/customers").status == 401
