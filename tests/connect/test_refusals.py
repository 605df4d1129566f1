"""What a failure means: a refusal that is understood is one, whatever `error_type` says; and an
answer without a word, or with flags that nobody fills in, means no more than it says."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from boxoffice.connect.client import SeatRequest, ServerWarning
from boxoffice.connect.errors import (
    BadReply,
    Bar,
    ConnectError,
    OutcomeUnknown,
    Refused,
    SignedOut,
    Unreachable,
)
from boxoffice.domain.ids import EventId, OrderId, SeatId
from tests.connect.scripted import Scripted, ok

SEATS = [SeatRequest(EventId(1), SeatId(seat)) for seat in (1, 2)]
NO: dict[str, Any] = {"TIsSuccessful": False}


def answer(body: object, status: int = 200) -> httpx.Response:
    return httpx.Response(status, json=body)


async def reserve(*script: httpx.Response, **options: Any) -> ConnectError:
    with pytest.raises(ConnectError) as error:
        await Scripted(*script, **options).client.orders.reserve(None, SEATS, "key")
    return error.value


@pytest.mark.parametrize("error_type", [*range(9), 17, "1", None])
@pytest.mark.parametrize("number", [0, 4711, "4711"])
async def test_a_refusal_in_words_is_one_whatever_its_type(error_type: Any, number: Any) -> None:
    body = NO | {"error_type": error_type, "error_number": number, "error_message": "taken"}
    refused = await reserve(answer(body))
    assert isinstance(refused, Refused)
    assert refused.words == "taken"
    assert not refused.may_be_done


@pytest.mark.parametrize(
    "body",
    [
        NO | {"error_number": 12},
        NO | {"error_number": "E-12"},
        NO | {"errors": [{"error_message": "taken"}]},
        {"OrderCnctResult": NO | {"error_message": "taken"}},
        {"OrderCnctResult": None, **NO, "TTextMessage": "taken"},
        {"TIsSuccessful": "false", "error_message": "taken"},
        {"TIsSuccessful": 0, "error_message": "taken", "error_type": 8},
        {"error_number": 17, "error_message": "taken"},
        {"error_number": "17", "error_message": "taken", "errors": [], "error_type": 0},
    ],
)
async def test_a_refusal_by_a_number_or_by_a_flag_is_one(body: dict[str, Any]) -> None:
    assert isinstance(await reserve(answer(body)), Refused)


@pytest.mark.parametrize("number", ["", "0", 0, None, [], "  "])
async def test_a_message_beside_a_success_is_no_error(number: Any) -> None:
    order = {"id": 9, "status": 0, "currency": "EUR", "total": 0, "seats": []}
    body = {"OrderCnctResult": order, "error_number": number, "error_message": "OK"}
    client = Scripted(answer(body)).client
    assert (await client.orders.reserve(None, SEATS, "key")).id == 9


@pytest.mark.parametrize("status", [500, 502])
async def test_a_failure_of_the_server_that_says_no_is_a_refusal_in_the_end(status: int) -> None:
    """It may have been done all the same: the presenters ask on until somebody has looked."""
    refused = await reserve(answer(NO | {"error_message": "taken"}, status))
    assert isinstance(refused, Refused)
    assert (refused.words, refused.may_be_done) == ("taken", True)
    assert isinstance(await reserve(answer({"error_message": "oops"}, status)), OutcomeUnknown)


async def test_a_failure_that_says_nothing_is_not_known_to_be_one() -> None:
    assert isinstance(await reserve(answer(NO)), OutcomeUnknown)
    with pytest.raises(Unreachable):
        await Scripted(answer(NO)).client.events.list()


@pytest.mark.parametrize(
    ("told", "index"),
    [
        (1, 1),
        ("1", 1),
        (" 01 ", 1),
        (1.0, 1),
        (1.5, -1),
        ("one", -1),
        ("", -1),
        (None, -1),
        (True, -1),
        ("-3", -3),
        ("9" * 500, -1),
        (2**70, 2**63 - 1),
        ([1], -1),
    ],
)
async def test_an_index_that_cannot_be_read_names_nothing(told: Any, index: int) -> None:
    entry = {"error_index": told, "error_number": "409", "error_message": "gone"}
    refused = await reserve(answer(NO | {"errors": [entry, {"error_message": "none"}]}))
    assert isinstance(refused, Refused)
    assert [(i.index, i.number) for i in refused.items] == [(index, 409), (-1, 0)]


@pytest.mark.parametrize(
    "body", ["", "  ", "null", "true", "{}", "\ufeff", '{"SimpleResult": null}']
)
async def test_an_answer_without_a_word_to_who_reads_none_is_a_success(body: str) -> None:
    scripted = Scripted(httpx.Response(200, text=body))
    await scripted.client.orders.release_all(OrderId(7), "key")
    assert len(scripted.seen) == 1


@pytest.mark.parametrize(
    "body", ["false", "OK", '{"a": 1}', "<html>", '{"TIsSuccessful": tr', "[7]"]
)
async def test_an_answer_that_cannot_be_read_is_none(body: str) -> None:
    with pytest.raises(BadReply) as bad:
        await Scripted(httpx.Response(200, text=body)).client.orders.cancel(OrderId(7), "key")
    assert not bad.value.was_looked_at


async def test_what_comes_instead_of_a_result_is_named() -> None:
    body = {"State": "done", "Number": 7}
    with pytest.raises(BadReply, match="State, Number"):
        await Scripted(answer(body)).client.orders.cancel(OrderId(7), "key")


async def test_flags_that_nobody_fills_in_send_nobody_away() -> None:
    """A platform without users says of every answer that nobody is signed in."""
    unfilled = {"TIsAuthorizedUser": False, "TIsTrustedApplication": False}
    events = answer({"EventCnctResult": {"events": []}, **unfilled})
    scripted = Scripted(events, answer(NO | unfilled | {"error_message": "taken"}))
    await scripted.client.events.list()
    with pytest.raises(Refused) as refused:
        await scripted.client.orders.reserve(None, SEATS, "key")
    assert (refused.value.words, refused.value.bar) == ("taken", None)
    assert isinstance(await reserve(answer(NO | unfilled)), SignedOut)


@pytest.mark.parametrize("status", [200, 401, 403])
async def test_a_second_factor_is_told(status: int) -> None:
    body = NO | {"TIsSecondFactorNeeded": True, "error_message": "code wanted"}
    error = await reserve(answer(body, status))
    assert (error.bar, error.words) == (Bar.SECOND_FACTOR, "code wanted")


async def test_what_the_platform_says_beside_results_is_told_once() -> None:
    told: list[ServerWarning] = []
    said = {
        "TTextMessage": "Maintenance at 22:00",
        "ErrorLink": "https://box.example/news",
        "TIsSecondFactorNeeded": "true",
        "IsTestEnvironment": True,
        "warnings": [{"id": 7, "message": "nearly full"}],
    }
    scripted = Scripted(answer({"EventCnctResult": {"events": []}} | said), on_warning=told.append)
    heard: list[bool] = []
    scripted.client.platform.on_test = heard.append
    await scripted.client.events.list()
    await scripted.client.events.list()
    words = [warning.words for warning in told if warning.bar is None]
    assert words == [
        "nearly full",
        "Maintenance at 22:00 · https://box.example/news",
        "nearly full",
    ]
    assert [warning.bar for warning in told if warning.bar] == [Bar.SECOND_FACTOR]
    assert (heard, scripted.client.platform.is_test) == ([True], True)


@pytest.mark.parametrize(
    "missing",
    [
        httpx.Response(404, html="<html>Not found"),
        httpx.Response(404),
        httpx.Response(405, text="no"),
        httpx.Response(501),
        answer(NO | {"error_message": "not made"}, 501),
    ],
)
async def test_an_operation_that_is_missing_is_refused_and_not_asked_for_again(
    missing: httpx.Response,
) -> None:
    scripted = Scripted(ok("EventCnctResult", events=[]), missing)
    await scripted.client.events.list()
    with pytest.raises(Refused) as refused:
        await scripted.client.organizers.list()
    assert refused.value.code == missing.status_code
    assert len(scripted.seen) == 2
