"""Both forms of a credential, and calls that wait for another one."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from boxoffice.connect.client import Credential, SeatRequest
from boxoffice.connect.credentials import Scheme
from boxoffice.connect.errors import OutcomeUnknown, SignedOut
from boxoffice.domain.ids import EventId, SeatId
from tests.connect.scripted import LINE, Scripted, ok, refusal
from tests.waiting import until

EVENTS = ok("EventCnctResult", events=[])
ORDER = ok("OrderCnctResult", id=9, status=0, currency="EUR", total=0, seats=[LINE])
SEAT = [SeatRequest(EventId(1), SeatId(1))]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("abc", 'AUTHTOKEN auth_token="abc"'),
        ("  abc\n", 'AUTHTOKEN auth_token="abc"'),
        ("AUTHTOKEN abc", 'AUTHTOKEN auth_token="abc"'),
        ('authtoken auth_token="abc"', 'AUTHTOKEN auth_token="abc"'),
        ("APPSECRET abc", 'APPSECRET app_secret="abc"'),
        ('APPSECRET app_secret = "a=b=="', 'APPSECRET app_secret="a=b=="'),
    ],
)
async def test_every_form_is_read(text: str, header: str) -> None:
    scripted = Scripted(EVENTS, credential=text)
    await scripted.client.events.list()
    assert scripted.seen[0].headers["Authorization"] == header


async def test_a_credential_given_as_what_it_is() -> None:
    scripted = Scripted(EVENTS, credential=Credential("s", Scheme.APPSECRET))
    await scripted.client.events.list()
    assert scripted.seen[0].headers["Authorization"] == 'APPSECRET app_secret="s"'


@pytest.mark.parametrize("secret", ["a\nb", "schlüssel", 'a"b', "a\\b", "\x00", "a b c"])
async def test_what_no_header_can_carry_is_not_sent(secret: str) -> None:
    scripted = Scripted(EVENTS, credential=secret)
    with pytest.raises(SignedOut):
        await scripted.client.events.list()
    assert scripted.seen == []


async def test_a_call_waits_for_another_credential_and_keeps_its_key() -> None:
    asked: list[str] = []
    scripted = Scripted(refusal(401, 1), ORDER, on_signed_out=lambda: asked.append("token"))
    call = asyncio.create_task(scripted.client.orders.reserve(None, SEAT, "key-1"))
    await until(lambda: asked == ["token"])
    assert not call.done()
    scripted.client.use_token("other-token")
    assert (await call).id == 9
    first, second = scripted.seen
    assert first.headers["Idempotency-Key"] == second.headers["Idempotency-Key"] == "key-1"
    assert first.content == second.content
    assert "other-token" in second.headers["Authorization"]


async def test_many_calls_wait_for_one_question() -> None:
    asked: list[str] = []
    answers = [refusal(401, 1)] * 3 + [EVENTS]
    scripted = Scripted(*answers, on_signed_out=lambda: asked.append("token"))
    calls = [asyncio.create_task(scripted.client.events.list()) for _ in range(3)]
    await until(lambda: len(scripted.seen) == 3)
    await until(lambda: bool(asked))
    scripted.client.use_token("other-token")
    assert await asyncio.gather(*calls) == [(), (), ()]
    assert asked == ["token"]


async def test_who_has_no_other_credential_ends_the_waiting() -> None:
    asked: list[str] = []
    scripted = Scripted(refusal(401, 1), on_signed_out=lambda: asked.append("token"))
    call = asyncio.create_task(scripted.client.events.list())
    await until(lambda: bool(asked))
    scripted.client.give_up_waiting()
    with pytest.raises(SignedOut):
        await call
    with pytest.raises(SignedOut):  # and the next one does not wait at all
        await scripted.client.events.list()
    assert asked == ["token"]


async def test_closing_ends_the_waiting() -> None:
    asked: list[str] = []
    scripted = Scripted(refusal(401, 1), on_signed_out=lambda: asked.append("token"))
    call = asyncio.create_task(scripted.client.events.list())
    await until(lambda: bool(asked))
    await scripted.client.aclose()
    with pytest.raises(SignedOut):
        await call


async def test_a_credential_given_while_the_question_is_put_is_used() -> None:
    scripted = Scripted(refusal(401, 1), EVENTS)
    scripted.client.wait_for_credential(lambda: scripted.client.use_token("other-token"))
    assert await scripted.client.events.list() == ()


async def test_a_second_wrong_credential_is_asked_about_again() -> None:
    asked: list[str] = []
    answers = [refusal(401, 1), refusal(401, 1), EVENTS]
    scripted = Scripted(*answers, on_signed_out=lambda: asked.append("token"))
    call = asyncio.create_task(scripted.client.events.list())
    await until(lambda: len(asked) == 1)
    scripted.client.use_token("wrong")
    await until(lambda: len(asked) == 2)
    scripted.client.use_token("right")
    assert await call == ()


async def test_a_lost_answer_is_not_called_undone_because_the_token_ended() -> None:
    """The first may have been done; that the second was not let in says nothing about it."""
    scripted = Scripted(httpx.ReadError("reset"), refusal(401, 1))
    with pytest.raises(OutcomeUnknown) as unknown:
        await scripted.client.orders.reserve(None, SEAT, "key-1")
    assert unknown.value.key == "key-1"
