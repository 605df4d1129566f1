"""Ticket systems: made, changed by their id, and listed by kind."""

from __future__ import annotations

import pytest

from tests.service.client import Api, Json

PATH = "/ticket-systems"
BOX = {"name": "Box", "system_type_area_id": 1, "url": "https://box.example/api", "is_online": True}


def listed(api: Api, **query: object) -> list[Json]:
    systems = api.get(PATH, **query).result["ticket_systems"]
    assert all(system.pop("last_updated") > 0 for system in systems)
    return list(systems)


def make(api: Api, **fields: Json) -> int:
    return int(api.put(PATH, {"ticket_system": BOX | fields}).result["id"])


def test_one_is_made_and_changed(api: Api) -> None:
    assert listed(api) == []
    number = make(api)
    assert listed(api) == [{**BOX, "id": number, "deleted": False}]
    sent = {
        "ticket_system": {"name": "Gate", "url": None},
        "ticket_system_id": number,
        "system_type_area_id": 2,
        "page": 1,
        "page_size": 100,
    }
    assert api.put(PATH, sent).result["id"] == number
    changed = {**BOX, "id": number, "deleted": False, "name": "Gate", "system_type_area_id": 2}
    assert listed(api) == [changed]
    inside = {"ticket_system": {"id": number, "is_online": False}}
    assert api.put(PATH, inside).result["id"] == number
    assert listed(api) == [changed | {"is_online": False}]


def test_they_are_listed_by_kind_number_and_page(api: Api) -> None:
    first, second, third = make(api, name="C"), make(api, name="B"), make(api, name="A")
    api.put(PATH, {"ticket_system": {}, "ticket_system_id": second, "system_type_area_id": 2})
    assert [s["id"] for s in listed(api)] == [third, second, first]
    assert [s["id"] for s in listed(api, systemAreaTypeID=1)] == [third, first]
    assert [s["id"] for s in listed(api, systemAreaTypeID=2)] == [second]
    assert [s["id"] for s in listed(api, ticketSystemID=first)] == [first]
    assert listed(api, ticketSystemID=first, systemAreaTypeID=2) == []
    assert listed(api, ticketSystemID=99) == []
    assert [s["id"] for s in listed(api, page=2, pageSize=2)] == [first]


def test_zero_is_no_number(api: Api) -> None:
    sent = {"ticket_system": BOX | {"id": 0}, "ticket_system_id": 0}
    assert api.put(PATH, sent).status == 200
    assert api.put(PATH, sent).status == 200
    assert len(listed(api)) == 2


def test_a_put_repeated_with_its_key_makes_one(api: Api) -> None:
    answers = [api.put(PATH, {"ticket_system": BOX}, key="k").result for _ in range(2)]
    assert answers[0] == answers[1]
    assert len(listed(api)) == 1


@pytest.mark.parametrize("number", [99, 2**63 - 1])
def test_one_that_is_not_there_cannot_be_changed(still_api: Api, number: int) -> None:
    assert still_api.put(PATH, {"ticket_system": BOX, "ticket_system_id": number}).status == 404
    assert still_api.put(PATH, {"ticket_system": BOX | {"id": number}}).status == 404


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        {"ticket_system": None},
        {"ticket_system": {}},
        {"ticket_system": {"name": "x"}},
        {"ticket_system": {"system_type_area_id": 1}},
        {"ticket_system": BOX | {"name": " "}},
        {"ticket_system": BOX | {"name": 7}},
        {"ticket_system": BOX | {"name": "x" * 201}},
        {"ticket_system": BOX | {"url": "ftp://x"}},
        {"ticket_system": BOX | {"url": "http://"}},
        {"ticket_system": BOX | {"url": "https://a b"}},
        {"ticket_system": BOX | {"url": 1}},
        {"ticket_system": BOX | {"is_online": "yes"}},
        {"ticket_system": BOX | {"system_type_area_id": 3}},
        {"ticket_system": BOX, "system_type_area_id": 0},
        {"ticket_system": BOX, "system_type_area_id": 2},
        {"ticket_system": BOX | {"id": 1}, "ticket_system_id": 2},
        {"ticket_system": BOX, "ticket_system_id": -1},
        {"ticket_system": BOX, "ticket_system_id": 2**63},
        {"ticket_system": BOX, "page": "x"},
        b'{"ticket_system": {"name": "\\udfff", "system_type_area_id": 1}}',
        b'{"ticket_system": {"id": ' + b"7" * 5_000 + b"}}",
    ],
)
def test_what_makes_no_sense_is_refused(still_api: Api, body: Json) -> None:
    answer = still_api.put(PATH, body)
    assert answer.status == 422
    assert answer.body["error_type"] == 5
    assert listed(still_api) == []


@pytest.mark.parametrize("kind", [0, 3, -1, "x", "1" * 5_000])
def test_a_kind_that_is_none(still_api: Api, kind: object) -> None:
    answer = still_api.get(PATH, systemAreaTypeID=kind)
    assert answer.status == 422
    assert answer.body["field_errors"][0]["field"] == "systemAreaTypeID"
