"""The table of operations, and a site that has some of them otherwise."""

from __future__ import annotations

import string
from collections import Counter
from typing import Any

import pytest

from boxoffice.connect import operations
from boxoffice.connect.client import CONTRACT, NotValid, new_key, read_operations
from boxoffice.connect.operations import ALL, Kind
from boxoffice.domain.ids import OrderId
from tests.connect.scripted import Scripted, ok

SIMPLE = ok("SimpleResult", id=1)


def test_there_are_48_and_each_has_its_own_title() -> None:
    assert len(ALL) == 48
    assert len({operation.title for operation in ALL}) == 48
    assert len({(operation.verb, operation.path) for operation in ALL}) == 48


def test_only_writes_change_something_and_only_some_need_a_key_to_be_repeated() -> None:
    kinds = Counter(operation.kind for operation in ALL)
    assert kinds == {Kind.READ: 24, Kind.LOOKUP: 2, Kind.WRITE: 22}
    assert all((op.kind is Kind.READ) == (op.verb == "GET") for op in ALL)
    once = {operation.title for operation in ALL if not operation.is_idempotent}
    assert once == {
        "ReserveSeat POST",
        "ReserveBestSeat POST",
        "Customers POST",
        "TicketSystemsForService PUT",
    }


async def test_a_site_has_another_path_and_verb() -> None:
    path = "/v2/sell/{orderID}"
    operations = read_operations({"Order DELETE": {"path": path, "verb": "POST"}})
    scripted = Scripted(SIMPLE, dialect=CONTRACT.with_operations(operations))
    await scripted.client.orders.cancel(OrderId(7), new_key())
    (asked,) = scripted.seen
    assert (asked.method, asked.url.path) == ("POST", "/connect/v2/sell/7")
    await scripted.client.orders.release_all(OrderId(7), new_key())
    assert scripted.seen[1].url.path == "/connect/v1/orders/7/events"


@pytest.mark.parametrize(
    ("found", "place", "reason"),
    [
        ({"Orders GET": {}}, ("Orders GET",), "no operation"),
        ({"Order PUT": "x"}, ("Order PUT",), "no table"),
        ({"Order PUT": {"verb": "FETCH"}}, ("Order PUT", "verb"), "no verb"),
        ({"Order PUT": {"verb": 3}}, ("Order PUT", "verb"), "no text"),
        ({"Order PUT": {"url": "/x"}}, ("Order PUT", "url"), "no 'url'"),
        ({"Order PUT": {"path": "/v2/orders"}}, ("Order PUT", "path"), "parameters"),
        ({"Order PUT": {"path": "/v2/{orderID"}}, ("Order PUT", "path"), "braces"),
        ({"Order PUT": {"path": "v2/{orderID}"}}, ("Order PUT", "path"), "no path"),
        ({"Order PUT": {"path": "/{orderID}?a=1"}}, ("Order PUT", "path"), "no path"),
        ({"Order PUT": {"path": "/../{orderID}"}}, ("Order PUT", "path"), "no path"),
        ({"Order PUT": {"path": "/{orderID.real}"}}, ("Order PUT", "path"), "parameters"),
        ({"Order PUT": {"path": "//evil.example/{orderID}"}}, ("Order PUT", "path"), "no path"),
    ],
)
def test_an_override_that_cannot_be_is_named(
    found: dict[str, Any], place: tuple[str, ...], reason: str
) -> None:
    with pytest.raises(NotValid, match=reason) as error:
        read_operations(found)
    assert error.value.place == place


def test_the_paths_parameters_are_those_that_are_published() -> None:
    names = {
        name
        for operation in ALL
        for _, name, _, _ in string.Formatter().parse(operation.path)
        if name is not None
    }
    assert names == {
        "event_id",
        "salesConditionID",
        "mapping_type",
        "orderID",
        "eventID",
        "seatID",
        "operatorID",
    }
    assert operations.BY_TITLE["OrderTickets GET"].query == ("page", "pageSize")
