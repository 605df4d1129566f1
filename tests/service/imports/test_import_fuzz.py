"""Whatever an import brings, it is done or refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.service import import_bodies
from tests.service.client import Api

pytestmark = pytest.mark.sqlite_only
HEADS = (
    "external_location_id",
    "external_parent_area_id",
    "external_event_id",
    "external_event_set_id",
    "external_organizer_id",
)
WHOLE = {
    "locations": import_bodies.location(),
    "venues": import_bodies.area(parent_area_id=1),
    "entrances": import_bodies.entrance(area_id=2),
    "organizers": import_bodies.organizer(),
    "event_sets": import_bodies.event_set(),
    "sales_types": import_bodies.sales_type("adult"),
    "price_categories": import_bodies.category(prices=[import_bodies.price()]),
    "seats": import_bodies.seat("1"),
    "sales_rules": import_bodies.rule(per_sales_type_id=1, per_ratio=2),
    "seat_states": {"seat_id": 81, "status": 3, "blocked_reason": "Press"},
    "events": import_bodies.event(
        event_category_name="Circus",
        description="Long",
        picture_url="/a.png",
        end_date="2027-07-01T20:00:00Z",
    ),
}
HEAD = dict(zip(HEADS, ("tent", "ring", "gala", "summer", "troupe"), strict=True))
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-3, 90),
    st.floats(),
    st.text(max_size=8),
    st.just("\ud800"),
    st.just(10**400),
    st.just(-(2**63)),
    st.sampled_from(
        [
            "tent",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-14:00",
            "#12345\n",
            "\n",
            "EUR\n",
            "../../etc/passwd",
            "1e999",
            "NaN",
            "\x00",
            "a" * 600,
        ]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def tent(still_api: Api) -> Api:
    import_bodies.bring_tent(still_api)
    return still_api


@given(name=st.sampled_from(sorted(WHOLE)), data=st.data())
@settings(
    max_examples=250,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_import_makes_it_fail(tent: Api, name: str, data: st.DataObject) -> None:
    whole = WHOLE[name]
    changed = st.dictionaries(st.sampled_from(sorted(whole)), VALUES, min_size=1, max_size=2)
    head = (
        HEAD
        if data.draw(st.booleans())
        else HEAD | data.draw(st.dictionaries(st.sampled_from(HEADS), VALUES, max_size=2))
    )
    item = whole | data.draw(changed)
    body = json.dumps({name: [item], **head}).encode()
    answer = tent.post(import_bodies.PATHS[name], body)
    assert answer.status in (200, 409, 422), answer.text
    for path in ("/events", "/locations", "/areas", "/entrances", "/sales-rules"):
        assert tent.get(path).status == 200


ABSURD = [
    ("locations", "latitude", float("nan")),
    ("locations", "longitude", 181),
    ("locations", "timezone", "Mars/Base"),
    ("locations", "timezone", "../../etc/passwd"),
    ("locations", "country_code", "Germany"),
    ("locations", "country_code", "D\n"),
    ("venues", "outline", [[0, 0]] * 5001),
    ("venues", "outline", [[0, float("inf")]]),
    ("venues", "outline", [[0]]),
    ("venues", "outline", [[1e12, 0]]),
    ("venues", "color", "red"),
    ("venues", "color", "#aabbcc\n"),
    ("venues", "kind", 9),
    ("venues", "capacity", -1),
    ("venues", "label_x", None),
    ("venues", "picture_rect", [0, 0, 0, 5]),
    ("venues", "picture_url", "javascript:alert(1)"),
    ("venues", "picture_url", "//evil.example"),
    ("entrances", "x", None),
    ("entrances", "y", float("-inf")),
    ("entrances", "x", 10**400),
    ("events", "start_date", "2027-07-01"),
    ("events", "start_date", "2027-07-01T19:30:00"),
    ("events", "start_date", "0001-01-01T00:00:00+14:00"),
    ("events", "start_date", None),
    ("events", "end_date", "2027-01-01T00:00:00Z"),
    ("events", "currency", "EUR\n"),
    ("events", "currency", "eur"),
    ("events", "currency", None),
    ("events", "status", 7),
    ("events", "description", "x" * 10_001),
    ("event_sets", "end_date", "2020-01-01T00:00:00Z"),
    ("price_categories", "color", "\n"),
    ("sales_types", "sort", 2**40),
    ("sales_rules", "max_quantity", 1),
    ("sales_rules", "step", 0),
    ("sales_rules", "per_ratio", 2),
]


@pytest.mark.parametrize(("name", "field", "value"), ABSURD, ids=range(len(ABSURD)))
def test_what_cannot_be_is_refused(tent: Api, name: str, field: str, value: Any) -> None:
    plain = import_bodies.rule() if name == "sales_rules" else WHOLE[name]
    answer = import_bodies.send(tent, name, plain | {field: value}, **HEAD)
    assert answer.status == 422
    assert answer.lost == [0]


@pytest.mark.parametrize(
    "amount",
    [
        -1,
        -0.01,
        1.005,
        1e-99,
        10**400,
        1e300,
        1_000_001,
        float("nan"),
        float("inf"),
        "x",
        None,
        True,
        [],
        "-0.5",
    ],
)
def test_absurd_prices_are_refused(tent: Api, amount: Any) -> None:
    for name in ("price", "fee", "vat_rate"):
        if (name, amount) in (("fee", None), ("vat_rate", None)):
            continue
        item = import_bodies.category(prices=[import_bodies.price() | {name: amount}])
        answer = import_bodies.send(tent, "price_categories", item, external_event_id="gala")
        assert (answer.status, answer.lost) == (422, [0])
