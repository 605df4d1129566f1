"""A dialect that was proposed, and no hand on it: a sale passes with it, compared with the server's
own truth."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import aclosing, closing
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from boxoffice.connect.client import ConnectClient, Credential, SeatRequest, load_dialect, new_key
from boxoffice.connect.probe.probe import Probe, Verdict
from boxoffice.domain.catalogue import EventStatus
from boxoffice.domain.ids import OrderId, PriceTypeId, SeatId
from boxoffice.domain.money import Money
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.orders.payment import Payment, PaymentKind
from boxoffice.domain.seats.seat import SeatState
from boxoffice.service.api import envelope
from tests.dialects.readings import BY_NAME, serving
from tests.service_fixture import FULL, REDUCED, Running, running_service

READINGS = (
    "pascal with ID",
    "camel",
    "every list is items",
    "every result is Result",
    "an event has a Title and Begin",
    "a seat has other names",
    "an order has other names",
    "money in cents as text",
    "times in UTC without offset",
    "states of seats are turned round",
    "states of orders are names",
    "a new order is -1",
    "the first page is 0",
    "the places of errors count from 1",
    "a number means a conflict, with 200",
)


class House(NamedTuple):
    service: Running
    data: Path


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    data = tmp_path_factory.mktemp("house") / "house.sqlite"
    with pytest.MonkeyPatch.context() as patch, running_service(data=data) as service:
        patch.setitem(envelope._FLAGS, "IsTestEnvironment", True)
        yield House(service, data)


async def proposed(address: str, token: str, folder: Path) -> ConnectClient:
    probe = Probe(address, Credential.read(token))
    async with aclosing(probe):
        await probe.read()
        await probe.sell(lambda _: None)
    report, text = probe.report(), probe.proposal()
    assert report.verdict is Verdict.READY, report.text()
    assert probe.held == ()
    (folder / "site.toml").write_text(text, encoding="utf-8")
    dialect = load_dialect("site.toml", folder)
    return ConnectClient(address, token, dialect=dialect, pause=0.05)


@pytest.mark.parametrize("name", READINGS)
async def test_a_sale_passes_with_what_is_proposed(name: str, house: House, tmp_path: Path) -> None:
    first, second = (SeatId(10 + 2 * READINGS.index(name) + n) for n in (0, 1))
    service, data = house
    with serving(BY_NAME[name], service) as site:
        async with aclosing(await proposed(site.address, service.token, tmp_path)) as client:
            number = await sell(client, first, second)
    with closing(sqlite3.connect(f"file:{data}?mode=ro", uri=True)) as rows:
        query = "select status, payment from orders where id = ?"
        ((status, paid),) = rows.execute(query, (number,)).fetchall()
        held = rows.execute("select count(*) from event_seats where status = 1").fetchone()
    assert (status, held) == (1, (0,))
    ((kind, amount),) = (
        (part["payment_type"], Decimal(part["amount"])) for part in json.loads(paid)["payments"]
    )
    assert (kind, amount) == (1, Decimal(54))
    async with aclosing(ConnectClient(service.address, service.token)) as truth:
        order = await truth.orders.get(number)
    lines = {line.seat_id: line.price_type_id for line in order.lines}
    assert lines == {first: FULL, second: REDUCED}
    assert (order.total.amount, order.external_id) == (Decimal(54), f"T-{first}")


async def sell(client: ConnectClient, first: SeatId, second: SeatId) -> OrderId:
    """Two seats, one of them reduced; what the client reads meanwhile is the house's."""
    event = (await client.events.list())[0]
    assert (event.name, event.status) == ("The Tempest", EventStatus.ON_SALE)
    plan = (await client.seats.plan(event.id)).plan
    assert len(plan.ids) == 80
    prices = await client.prices.price_list(event.id)
    assert {each.total.amount for each in prices.prices.values()} >= {Decimal(32), Decimal(22)}
    asked = [SeatRequest(event.id, seat, PriceTypeId(FULL)) for seat in (first, second)]
    order = await client.orders.reserve(None, asked, new_key())
    assert (order.status, order.total.amount) == (OrderStatus.OPEN, Decimal(64))
    assert order.hold_seconds is not None
    assert -900 < order.hold_seconds <= 600  # a zone that is wrong is off by more
    await client.orders.set_price_type(order.id, event.id, second, PriceTypeId(REDUCED), new_key())
    due = (await client.orders.get(order.id)).total
    paid = [Payment(PaymentKind.CASH, due, Money(Decimal(60), due.currency))]
    await client.orders.complete(order.id, f"T-{first}", paid, new_key())
    tickets = await client.orders.tickets(order.id)
    assert {t.seat_id for t in tickets if t.is_valid and t.barcode} == {first, second}
    delta = await client.seats.status(event.id)
    states = dict(zip(delta.seat_ids.tolist(), delta.states.tolist(), strict=True))
    assert states[first] == states[second] == SeatState.SOLD
    return order.id
