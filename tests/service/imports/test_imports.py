"""What is the same for every import: new, changed, known already, taken out, come again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.service import import_bodies
from tests.service.client import Api
from tests.service.import_bodies import bring_tent, gone, listed, marker, put, send

Item = Callable[..., dict[str, Any]]
# What is sent, how one is made, its external id, where it is read, and what goes beside the list.
KINDS: list[tuple[str, Item, str, str, dict[str, str]]] = [
    ("locations", import_bodies.location, "external_location_id", "/locations", {}),
    ("venues", import_bodies.area, "external_area_id", "/areas", {"external_location_id": "tent"}),
    (
        "entrances",
        import_bodies.entrance,
        "external_entrance_id",
        "/entrances",
        {"external_parent_area_id": "ring"},
    ),
    ("organizers", import_bodies.organizer, "external_event_organizer_id", "/organizers", {}),
    ("event_sets", import_bodies.event_set, "external_event_set_id", "/event-sets", {}),
    ("events", import_bodies.event, "external_event_id", "/events", {}),
    ("sales_types", import_bodies.sales_type, "external_sales_type_id", "/sales-types", {}),
    (
        "price_categories",
        import_bodies.category,
        "external_price_category_id",
        "/price-categories",
        {"external_event_id": "gala"},
    ),
    ("sales_rules", import_bodies.rule, "external_sales_rule_id", "/sales-rules", {}),
]
KIND = pytest.mark.parametrize(
    ("name", "item", "key", "path", "head"), KINDS, ids=[kind[0] for kind in KINDS]
)


@pytest.fixture(scope="module")
def tent(still_api: Api) -> Api:
    """A service with a house that came by imports; each test uses things of its own in it."""
    bring_tent(still_api)
    return still_api


def one(api: Api, path: str, key: str, name: str, **query: object) -> dict[str, Any]:
    [found] = [found for found in listed(api, path, **query) if found[key] == name]
    return found


@KIND
def test_new_known_changed(
    tent: Api, name: str, item: Item, key: str, path: str, head: dict[str, Any]
) -> None:
    since = marker(tent, path)
    id_ = put(tent, name, item("first"), **head)
    made = one(tent, path, key, "first", last_updated=since)
    assert (made["id"], made["deleted"]) == (id_, False)
    told = {word: value for word, value in item("first").items() if word in made}
    if name == "events":  # told as the clocks at the place show it
        del told["start_date"]
    assert {word: made[word] for word in told} == told
    later = marker(tent, path)
    assert put(tent, name, item("first"), **head) == id_
    assert marker(tent, path) == later
    assert listed(tent, path, last_updated=later) == []
    assert put(tent, name, item("first", name="Another"), **head) == id_
    changed = one(tent, path, key, "first", last_updated=later)
    assert changed == made | {"name": "Another", "last_updated": changed["last_updated"]}
    assert changed["last_updated"] >= later


@KIND
def test_taken_out_and_come_again(
    tent: Api, name: str, item: Item, key: str, path: str, head: dict[str, Any]
) -> None:
    id_ = put(tent, name, item("second"), **head)
    before = one(tent, path, key, "second")
    since = marker(tent, path)
    out = gone("second", key)
    assert put(tent, name, out, **head) == id_
    assert all(found[key] != "second" for found in listed(tent, path))
    told = one(tent, path, key, "second", last_updated=since)
    assert (told["id"], told["deleted"]) == (id_, True)
    later = marker(tent, path)
    assert put(tent, name, out, **head) == id_
    assert marker(tent, path) == later
    assert put(tent, name, item("second"), **head) == id_
    again = one(tent, path, key, "second", last_updated=later)
    assert again == before | {"last_updated": again["last_updated"]}
    assert again == one(tent, path, key, "second")


@KIND
def test_all_or_nothing(
    tent: Api, name: str, item: Item, key: str, path: str, head: dict[str, Any]
) -> None:
    before = marker(tent, path)
    bad = [
        item("third"),
        item("third"),
        gone("never", key),
        item(""),
        item("x" * 201),
        None,
        5,
        item("a\ud800"),
        item("b", name=7),
        item("c", deleted="no"),
        {"name": "Nameless"},
        item("fourth"),
    ]
    answer = send(tent, name, *bad, **head)
    assert answer.status == 422
    assert answer.lost == list(range(1, 11))
    assert answer.body["error_type"] == 5
    assert marker(tent, path) == before
    assert {"third", "fourth"} & {found[key] for found in listed(tent, path)} == set()


@KIND
def test_a_key_repeats_the_answer_and_another_changes_nothing(
    tent: Api, name: str, item: Item, key: str, path: str, head: dict[str, Any]
) -> None:
    sent = [item("fifth"), item("sixth")]
    first = send(tent, name, *sent, idempotency=f"{name}-1", **head)
    later = marker(tent, path)
    assert send(tent, name, *sent, idempotency=f"{name}-1", **head).body == first.body
    assert send(tent, name, *sent, idempotency=f"{name}-2", **head).body == first.body
    assert send(tent, name, *sent[:1], idempotency=f"{name}-1", **head).status == 422
    assert marker(tent, path) == later


@KIND
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b"9" * 5_000,
        b'{"LIST": ' + b"1" * 5_000,
        b'{"LIST": null}',
        b'{"LIST": {}}',
        b'{"LIST": "x"}',
        b'{"LIST": [1e99999999999999999999]}',
    ],
)
def test_a_body_that_makes_no_sense(
    tent: Api, name: str, item: Item, key: str, path: str, head: dict[str, Any], body: bytes
) -> None:
    answer = tent.post(import_bodies.PATHS[name], body.replace(b"LIST", name.encode()))
    assert answer.status == 422
    if body.startswith(b"{") and answer.body["field_errors"]:
        assert name in [field["field"] for field in answer.body["field_errors"]]
    assert send(tent, name, **head).result["id"] is None


@pytest.mark.parametrize(
    ("name", "head", "field"),
    [
        ("venues", {"external_location_id": "nowhere"}, "external_location_id"),
        ("venues", {"external_location_id": 7}, "external_location_id"),
        ("entrances", {"external_parent_area_id": "none"}, "external_parent_area_id"),
        ("entrances", {"external_parent_area_id": "\ud800"}, "external_parent_area_id"),
        ("price_categories", {}, "external_event_id"),
        ("price_categories", {"external_event_id": "none"}, "external_event_id"),
        ("price_categories", {"external_event_id": None}, "external_event_id"),
        ("events", {"external_event_set_id": "none"}, "external_event_set_id"),
        ("events", {"external_organizer_id": "none"}, "external_organizer_id"),
        ("events", {"external_organizer_id": []}, "external_organizer_id"),
        ("seat_states", {}, "external_event_id"),
        ("seat_states", {"external_event_id": "none"}, "external_event_id"),
        ("seats", {"external_event_id": ""}, "external_event_id"),
    ],
)
def test_the_field_that_is_wrong_is_named(
    tent: Api, name: str, head: dict[str, Any], field: str
) -> None:
    answer = send(tent, name, **head)
    assert answer.status == 422
    assert [found["field"] for found in answer.body["field_errors"]] == [field]
