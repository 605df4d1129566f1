"""What nobody may read: a token, names, and card numbers stand in no log, no text of an error or a
value, and no traceback, whatever the server does with them."""

from __future__ import annotations

import asyncio
import logging
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx
import pytest

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import ConnectError
from boxoffice.domain.ids import CustomerId, EventId, OrderId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.customer import NewCustomer
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.service.process.child import ServiceProcess
from tests.connect.scripted import Scripted, ok, refusal
from tests.service_fixture import Running, running_service

CANARIES = ("canary-token", "Canarina", "Vogelsang", "canary@aviary.example", "4111111111111111")
TOKEN, FIRST, LAST, MAIL, CARD = CANARIES
SOLD = Money.of("32.00", "EUR")
PAID = Payment(PaymentKind.CARD, SOLD, SOLD, CARD)
WHO = NewCustomer(FIRST, LAST, MAIL, phone=CARD, street=LAST, city=FIRST)
Call = Callable[[ConnectClient], Coroutine[Any, Any, object]]


async def _reads(client: ConnectClient) -> object:
    return await client.events.list()


async def _reserves(client: ConnectClient) -> object:
    return await client.orders.reserve(None, [SeatRequest(EventId(1), SeatId(1))], new_key())


async def _sells(client: ConnectClient) -> object:
    await client.orders.complete(
        OrderId(1), f"BX-{LAST}", [PAID], new_key(), operator=FIRST, comment=MAIL
    )
    return None


async def _searches(client: ConnectClient) -> object:
    return await client.customers.search(f"{FIRST} {LAST}")


async def _adds(client: ConnectClient) -> object:
    return await client.customers.add(WHO, new_key())


async def _gets(client: ConnectClient) -> object:
    return await client.customers.get(CustomerId(1))


CALLS = (_reads, _reserves, _sells, _searches, _adds, _gets)
ECHO = " ".join(CANARIES)
ANSWERS: dict[str, Callable[[], httpx.Response | Exception]] = {
    "refused": lambda: refusal(
        422,
        5,
        error_message=ECHO,
        errors=[{"error_index": 0, "error_message": ECHO}],
        field_errors=[{"field": "reference", "error_message": ECHO}],
    ),
    "busy": lambda: refusal(503, 7, error_message=ECHO),
    "failed": lambda: refusal(500, 8, error_message=ECHO, error_stack_trance=ECHO),
    "signed out": lambda: refusal(401, 1, error_message=ECHO),
    "no JSON": lambda: httpx.Response(200, text=f"<html>{ECHO}"),
    "cut": lambda: httpx.Response(200, text=f'{{"CustomerCnctResult": "{ECHO}'),
    "wrong fields": lambda: httpx.Response(
        200,
        json={
            name: {
                items: [{"id": ECHO, "name": ECHO, "first_name": [ECHO], "email": {"x": ECHO}}],
                "id": ECHO,
                "status": ECHO,
                "total": ECHO,
                "currency": ECHO,
            }
            for name, items in (
                ("EventCnctResult", "events"),
                ("OrderCnctResult", "seats"),
                ("CustomerCnctResult", "customers"),
                ("SimpleResult", ""),
            )
        },
    ),
    "warned": lambda: httpx.Response(200, json={"warnings": [{"error_message": ECHO}]}),
    "lost": lambda: httpx.ReadError("connection reset"),
    "refused connection": lambda: httpx.ConnectError("refused"),
}


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """Everything that was logged, by anybody, at any level."""
    caplog.set_level(logging.DEBUG)

    def text() -> str:
        return caplog.text + "".join(
            f"{r.getMessage()} {r.args!r} {r.__dict__!r}" for r in caplog.records
        )

    return text


def clean(text: str) -> None:
    found = [canary for canary in CANARIES if canary in text]
    assert not found, f"{found} in {text[:2000]}"


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("answer", ANSWERS)
async def test_no_error_shows_what_was_sent_or_answered(
    call: Call, answer: str, logged: Callable[[], str]
) -> None:
    scripted = Scripted(ANSWERS[answer](), credential=TOKEN)
    try:
        clean(repr(await call(scripted.client)))
    except ConnectError as error:
        clean(f"{error} {error!r} {error.reason} {error.args!r}")
        clean("".join(traceback.format_exception(error)))
        clean(repr([getattr(error, name, None) for name in ("items", "fields")]))
    clean(logged())
    clean(repr(scripted.client) + repr(vars(scripted.client)))


async def test_values_do_not_show_persons(logged: Callable[[], str]) -> None:
    person = {"id": 1, "first_name": FIRST, "last_name": LAST, "email": MAIL, "phone": CARD}
    scripted = Scripted(ok("CustomerCnctResult", customers=[person]), credential=TOKEN)
    (found,) = await scripted.client.customers.search(LAST)
    assert (found.name, found.details.email) == (f"{FIRST} {LAST}", MAIL)
    clean(repr(found) + str(found) + repr(found.details) + repr(PAID) + repr(WHO))
    clean(logged())


async def test_what_a_log_does_say(logged: Callable[[], str], caplog: Any) -> None:
    answer = httpx.Response(200, json={"events": []}, headers={"X-Request-ID": "req-77"})
    await Scripted(answer, credential=TOKEN).client.events.list()
    (line,) = [r.getMessage() for r in caplog.records if r.name == "boxoffice.connect.sender"]
    assert line.startswith("Events GET: 200, 13 bytes in ")
    assert line.endswith("request req-77")


@pytest.fixture
async def selling(tmp_path: Path) -> AsyncIterator[tuple[Running, ConnectClient, Path]]:
    data = tmp_path / "house.sqlite"
    with running_service(data=data, token=TOKEN) as running:
        client = ConnectClient(running.address, running.token)
        yield running, client, data
        await client.aclose()


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="no list of arguments here")
async def test_no_process_has_the_token_among_its_arguments() -> None:
    service = ServiceProcess(["--venue", "theatre"])
    try:
        await service.start()
        told = await asyncio.to_thread(Path(f"/proc/{service.pid}/cmdline").read_bytes)
        assert b"serve" in told
        assert service.token.encode() not in told
    finally:
        service.stop()


async def test_a_sale_on_the_real_service_leaves_no_trace_of_them(
    selling: tuple[Running, ConnectClient, Path], logged: Callable[[], str]
) -> None:
    _, client, data = selling
    order = await client.orders.reserve(None, [SeatRequest(EventId(1), SeatId(1))], new_key())
    await client.orders.complete(order.id, "BX-9", [PAID], new_key(), operator=FIRST)
    with pytest.raises(ConnectError) as error:
        await client.orders.complete(order.id, f"BX-{LAST}", [PAID], new_key())
    clean("".join(traceback.format_exception(error.value)))
    clean(logged())
    assert TOKEN.encode() not in data.read_bytes()
    clean(" ".join(sys.argv))
