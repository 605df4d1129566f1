"""Mappings: which id goes with which external id."""

from __future__ import annotations

import pytest

from tests.service.client import Api, Json
from tests.service_fixture import CHILD, FULL, REDUCED

CONDITIONS, CUSTOMER_TYPES = "/mappings/sales-conditions", "/mappings/customer-types"
EVENT, SEAT, SALES_TYPE = range(3)


def pairs(mappings: Json) -> list[tuple[int | None, str | None]]:
    return [(mapping["id"], mapping["external_id"]) for mapping in mappings["mappings"]]


def asked(api: Api, kind: object, **query: object) -> list[tuple[int | None, str | None]]:
    return pairs(api.get(f"/mappings/{kind}", **query).result)


def test_events_seats_and_sales_types_are_looked_up_both_ways(reader: Api) -> None:
    assert asked(reader, EVENT, IDs="2,1") == [(2, "small-second"), (1, "small-first")]
    assert asked(reader, EVENT, externalIDs="small-first") == [(1, "small-first")]
    seats = asked(reader, SEAT, eventID=1, IDs="41", externalIDs="stalls-0-0,floor-0")
    assert seats == [(41, "balcony-0-0"), (1, "stalls-0-0"), (61, "floor-0")]
    assert asked(reader, SALES_TYPE, externalIDs="child") == [(CHILD, "child")]


def test_lists_come_with_commas_or_repeated(reader: Api) -> None:
    expected = [(1, "full"), (2, "reduced"), (3, "child")]
    assert asked(reader, SALES_TYPE, IDs=["1,2", "3"]) == expected
    assert asked(reader, SALES_TYPE, IDs=" 1 ,,2,3,") == expected
    assert asked(reader, SALES_TYPE, externalIDs=["full", "reduced,child"]) == expected


def test_what_nobody_knows_is_answered_by_half(reader: Api) -> None:
    answer = asked(reader, EVENT, IDs="99,1,1", externalIDs="small-first,none")
    assert answer == [(99, None), (1, "small-first"), (None, "none")]
    assert asked(reader, SEAT, eventID=1, IDs="999") == [(999, None)]
    assert asked(reader, EVENT) == []
    assert asked(reader, EVENT, IDs=2**63 - 1) == [(2**63 - 1, None)]


def test_a_seat_that_is_gone_is_not_known(api: Api) -> None:
    gone = {
        "external_event_id": "small-first",
        "seats": [{"external_seat_id": "stalls-0-0", "deleted": True}],
    }
    assert api.post("/import/seats", gone).status == 200
    assert asked(api, SEAT, eventID=1, externalIDs="stalls-0-0") == [(None, "stalls-0-0")]


@pytest.mark.parametrize(
    ("kind", "query", "status"),
    [
        (3, {}, 404),
        ("x", {}, 404),
        (-1, {}, 404),
        ("9" * 5_000, {}, 404),
        ("sales-conditions", {}, 404),
        ("customer-types", {}, 404),
        (SEAT, {}, 422),
        (SEAT, {"eventID": ""}, 422),
        (SEAT, {"eventID": 99}, 404),
        (SEAT, {"eventID": "x"}, 422),
        (SEAT, {"eventID": "8" * 5_000}, 422),
        (EVENT, {"IDs": "1,x"}, 422),
        (EVENT, {"IDs": "-1"}, 422),
        (EVENT, {"IDs": "1.5"}, 422),
        (EVENT, {"IDs": 2**63}, 422),
        (EVENT, {"IDs": "٣"}, 422),
        (EVENT, {"IDs": "1" * 5_000}, 422),
    ],
)
def test_a_look_up_that_makes_no_sense(
    reader: Api, kind: object, query: dict[str, object], status: int
) -> None:
    answer = reader.get(f"/mappings/{kind}", **query)
    assert answer.status == status
    assert answer.body["TIsSuccessful"] is False


def test_external_ids_of_any_kind_are_unknown(reader: Api) -> None:
    for text in ("x" * 10_000, "'; drop table seats", "%", "😀"):
        assert asked(reader, SEAT, eventID=1, externalIDs=text) == [(None, text)]
    answer = reader.send("GET", "/mappings/0?externalIDs=%ED%A0%80")
    assert answer.status == 200


def test_long_lists_are_looked_up_in_one(reader: Api) -> None:
    body = {"ids": list(range(20_000)), "external_ids": ["full"], "is_compact": True}
    expected = [(FULL, "full"), (REDUCED, "reduced"), (CHILD, "child")]
    assert pairs(reader.post(CONDITIONS, body).result) == expected
    assert pairs(reader.post(CUSTOMER_TYPES, body).result) == [(1, "default")]
    assert len(pairs(reader.post(CONDITIONS, body | {"is_compact": False}).result)) == 20_000


def test_sales_conditions_and_customer_types(reader: Api) -> None:
    body = {"ids": [2, 99, -5], "external_ids": ["child", "none", "reduced"]}
    whole = [(2, "reduced"), (99, None), (-5, None), (3, "child"), (None, "none")]
    assert pairs(reader.post(CONDITIONS, body).result) == whole
    compact = reader.post(CONDITIONS, body | {"is_compact": True})
    assert pairs(compact.result) == [(2, "reduced"), (3, "child")]
    body = {"ids": [1, 2], "external_ids": ["default", "other"]}
    whole = [(1, "default"), (2, None), (None, "other")]
    assert pairs(reader.post(CUSTOMER_TYPES, body).result) == whole
    for path in (CONDITIONS, CUSTOMER_TYPES):
        nulls = {"ids": None, "external_ids": None, "is_compact": None}
        assert pairs(reader.post(path, {}).result) == pairs(reader.post(path, nulls).result) == []


def test_a_look_up_is_no_change(api: Api) -> None:
    assert reader_keys(api, {"ids": [1]}) == [(1, "full")]
    assert reader_keys(api, {"ids": [2]}) == [(2, "reduced")]


def reader_keys(api: Api, body: Json) -> list[tuple[int | None, str | None]]:
    """The same key for two requests is no matter where nothing is changed."""
    return pairs(api.post(CONDITIONS, body, key="k").result)


def test_a_sales_condition_gives_its_sales_type(reader: Api) -> None:
    for sales_type, name in ((FULL, "full"), (CHILD, "child")):
        path = f"{CONDITIONS}/{sales_type}/sales-types"
        assert pairs(reader.get(path).result) == [(sales_type, name)]
        assert pairs(reader.get(path, customerTypeID=1).result) == [(sales_type, name)]
    path = f"{CONDITIONS}/1/sales-types"
    assert reader.get(path, customerTypeID=2).status == 404
    assert reader.get(path, customerTypeID="x").status == 422
    for unknown in ("99", "0", "x", "-1", "7" * 5_000):
        assert reader.get(f"{CONDITIONS}/{unknown}/sales-types").status == 404


@pytest.mark.parametrize("path", [CONDITIONS, CUSTOMER_TYPES])
@pytest.mark.parametrize(
    "body",
    [
        [],
        {"ids": 1},
        {"ids": ["1"]},
        {"ids": [1.5]},
        {"ids": [None]},
        {"ids": [2**63]},
        {"external_ids": "x"},
        {"external_ids": [1]},
        {"external_ids": ["x" * 501]},
        {"is_compact": "yes"},
        {"ids": [0] * 20_001},
        {"external_ids": [""] * 20_001},
        b"",
        b"null",
        b'{"external_ids": ["\\ud800"]}',
        b'{"ids": [' + b"9" * 5_000 + b"]}",
    ],
)
def test_a_list_that_makes_no_sense(reader: Api, path: str, body: Json) -> None:
    assert reader.post(path, body).status == 422


def test_each_path_keeps_its_verb(reader: Api) -> None:
    assert reader.post("/mappings/0", {}).status == 405
    assert reader.put(CONDITIONS, {}).status == 405
    assert reader.post(f"{CONDITIONS}/1/sales-types", {}).status == 405
