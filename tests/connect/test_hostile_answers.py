"""Answers that no honest server gives: each of these once brought the client down."""

from __future__ import annotations

import time

import httpx
import pytest

from boxoffice.connect.errors import BadReply, Refused
from boxoffice.domain.ids import OrderId
from tests.connect.scripted import Scripted

ORDER = '{"OrderCnctResult": {"id": 9, "status": 0, "currency": "EUR", "total": 0, %s}}'


def raw(body: str | bytes, status: int = 200) -> httpx.Response:
    return httpx.Response(status, content=body, headers={"Content-Type": "application/json"})


@pytest.mark.parametrize("number", ["1e99999999", "-1e99999999"])
async def test_a_number_that_nobody_can_write_out_costs_no_time(number: str) -> None:
    """To make it whole took minutes, and all the memory there was."""
    began = time.monotonic()
    with pytest.raises(BadReply):
        await Scripted(raw(ORDER % f'"customer_id": {number}')).client.orders.get(OrderId(9))
    assert time.monotonic() - began < 5


async def test_a_number_that_is_next_to_nothing_is_nothing() -> None:
    for number in ("0e99999999", "1e-99999999", "0." + "0" * 1_000_000 + "1"):
        order = await Scripted(raw(ORDER % f'"refunded": {number}')).client.orders.get(OrderId(9))
        assert order.refunded is not None
        assert order.refunded.amount == 0


@pytest.mark.parametrize("place", ["https://xn--0/", "https://xn--a-.example/", "http://[::1"])
async def test_a_redirect_to_no_address_is_a_redirect(place: str) -> None:
    with pytest.raises(BadReply) as bad:
        await Scripted(httpx.Response(302, headers={"Location": place})).client.events.list()
    assert bad.value.is_foreign


async def test_no_cookie_is_kept() -> None:
    body = {"CountryResult": {"countries": []}}
    made = Scripted(httpx.Response(200, json=body, headers={"Set-Cookie": "c=1; Path=/"}))
    await made.client.countries.list()
    await made.client.countries.list()
    assert not any("Cookie" in request.headers for request in made.seen)


async def test_words_that_are_none_are_not_told() -> None:
    deep = "[" * 400 + "]" * 400
    body: str = '{"error_type": 4, "error_number": 1, "error_message": %s, "errors": [%s]}'
    item = '{"error_index": 1%s, "error_message": 7}' % ("0" * 300)
    with pytest.raises(Refused) as refused:
        await Scripted(raw(body % (deep, item), 409)).client.orders.get(OrderId(9))
    assert refused.value.words == ""
    (told,) = refused.value.items
    assert (told.index, told.message) == (2**63 - 1, "7")
