"""Whatever a client sends, the service answers in its envelope and goes on."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.service.client import Api

RESERVE, BEST, COMPLETE = "/orders/reserve-seat", "/orders/reserve-best-seat", "/orders/1"
SEAT = {"event_id": 1, "seat_id": 1}

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-3, 90),
    st.floats(allow_nan=False),
    st.text(max_size=8),
    st.sampled_from(["1", "", "0", "١", "1e9", "😀", "\ud800"[:0]]),
)
PATTERNS = st.dictionaries(
    st.sampled_from(
        [
            "event_id",
            "seat_id",
            "area_id",
            "price_category_id",
            "sales_type_id",
            "quantity",
            "adjacent",
            "attributes",
            "other",
        ]
    ),
    SCALARS,
)
PAYMENTS = st.dictionaries(st.sampled_from(["payment_type", "amount", "reference"]), SCALARS)
ORDERS = st.one_of(SCALARS, st.just(""))
BODIES = st.one_of(
    st.fixed_dictionaries({"order_id": ORDERS, "seats_info": st.lists(PATTERNS, max_size=3)}),
    st.fixed_dictionaries({"order_id": ORDERS, "search_pattern": PATTERNS}),
    st.fixed_dictionaries(
        {
            "external_order_reseller_id": SCALARS,
            "process_info": st.dictionaries(
                st.sampled_from(
                    [
                        "payment_type",
                        "payments",
                        "tendered",
                        "change",
                        "operator",
                        "exchange_of",
                        "comment",
                        "customer_id",
                    ]
                ),
                st.one_of(SCALARS, st.lists(PAYMENTS, max_size=2)),
            ),
        }
    ),
    st.fixed_dictionaries({"sales_type_id": SCALARS}),
    st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)),
)
CALLS = st.sampled_from(
    [
        ("POST", RESERVE),
        ("POST", BEST),
        ("PUT", COMPLETE),
        ("PUT", "/orders/1/events/1/seats/1"),
        ("DELETE", "/orders/1/events/1/seats/1"),
        ("DELETE", "/orders/1/events/1"),
        ("DELETE", "/orders/1"),
    ]
)


@given(call=CALLS, body=BODIES, key=st.sampled_from(["", "one", "two"]))
@settings(
    max_examples=400,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_request_makes_it_fail(
    still_api: Api, call: tuple[str, str], body: Any, key: str
) -> None:
    answer = still_api.send(*call, json.dumps(body).encode(), key)
    assert answer.status in (200, 404, 409, 422), answer.text
    assert answer.body["TIsSuccessful"] is (answer.status == 200)


@given(body=st.binary(max_size=60))
@settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_bytes_make_it_fail(still_api: Api, body: bytes) -> None:
    assert still_api.send("POST", RESERVE, body).status == 422


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{",
        b"[" * 200_000,
        b'{"order_id": "", "seats_info": ' + b"9" * 5_000 + b"}",
        b'{"order_id": "", "seats_info": []}',
        b'{"order_id": "", "seats_info": [{"event_id": 1}]}',
        b'{"order_id": "", "seats_info": [{"event_id": 1, "seat_id": -1}]}',
        b'{"order_id": "", "seats_info": [{"event_id": 1, "seat_id": 1.5}]}',
        b'{"order_id": "", "seats_info": [{"event_id": 1, "seat_id": 1e400}]}',
        b"\xff\xfe{}",
    ],
)
def test_what_is_no_request_is_said(reader: Api, body: bytes) -> None:
    answer = reader.send("POST", RESERVE, body)
    assert answer.status == 422
    assert answer.body["error_type"] == 5
    assert answer.body["error_message"]


def test_the_wrong_field_is_named(reader: Api) -> None:
    answer = reader.post(RESERVE, {"order_id": "", "seats_info": [SEAT, {**SEAT, "seat_id": "x"}]})
    assert answer.body["field_errors"][0]["field"] == "seats_info[1].seat_id"
    twice = reader.post(RESERVE, {"order_id": "", "seats_info": [SEAT, SEAT]})
    assert twice.status == 422


@pytest.mark.parametrize("amount", ["1e99", "1e-99", "9" * 40, "-1e30"])
def test_absurd_amounts_are_refused(api: Api, amount: str) -> None:
    order = api.reserve(1).result["id"]
    body = (
        '{"external_order_reseller_id": "BX-1", "process_info": '
        f'{{"payments": [{{"payment_type": 1, "amount": {amount}}}]}}}}'
    )
    assert api.send("PUT", f"/orders/{order}", body.encode()).status == 422
    assert api.get(f"/orders/{order}").result["status"] == 0


def test_a_body_too_large_is_not_read(reader: Api) -> None:
    answer = reader.send("POST", RESERVE, b" " * 5_000_000)
    assert answer.status == 413
    assert answer.body["TIsSuccessful"] is False
