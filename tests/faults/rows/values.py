"""Rows 20 to 27: values that are extreme, foreign or hostile, and what comes through of them."""

from __future__ import annotations

import asyncio
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from boxoffice.connect.client import Deadlines
from boxoffice.connect.errors import BadReply
from boxoffice.domain.catalogue import Location
from boxoffice.domain.ids import LocationId, OrderId
from boxoffice.domain.orders.order import OrderDoubt, doubt_about
from tests.faults import scripted
from tests.faults.sale import EVENT
from tests.faults.scripted import raw
from tests.faults.stage import PERSON, Stage
from tests.faults.table import row
from tests.faults.wire import Request, answer

_MILLION = 1_000_000
_PAGE = 20_000
_GIGABYTE = 1_000_000_000
_MOST_PICTURE = 8_000_000
_BERLIN = Location(LocationId(1), "House", timezone="Europe/Berlin")


def _page_of_many(request: Request) -> bytes:
    """A page of a house of a million seats, in rows of a thousand."""
    asked = dict(pair.split("=") for pair in request.query.split("&"))
    first = (int(asked["page"]) - 1) * _PAGE
    rows = ",".join(
        f'{{"id":{n},"area_id":{n // 50_000},"row":"{n // 1000}","number":"{n % 1000}",'
        f'"x":{n % 1000}.5,"y":{n // 1000},"price_category_id":1,"attributes":0}}'
        for n in range(first, first + _PAGE)
    )
    return raw(f'{{"SeatCnctResult":{{"seats":[{rows}],"total_count":{_MILLION}}}}}')


@row(20, "1,000,000 seats", "read within 1 GB, or a clear limit")
async def many_seats(stage: Stage) -> str:
    server = stage.scripted(_page_of_many)
    patient = Deadlines(connect=1.0, read=5.0, bulk=30.0, write=1.0)
    client = stage.client(server.address, deadlines=patient)
    begun = time.monotonic()
    async with _memory() as grown:
        plan = (await client.seats.plan(EVENT)).plan
    took = time.monotonic() - begun
    assert len(plan) == _MILLION
    assert len(plan.row_names) == 1000, f"{len(plan.row_names)} rows"
    assert max(grown, default=0) < _GIGABYTE, f"{max(grown) // 1_000_000} MB"
    server.says(scripted.seats(scripted.seat(1), total_count=_MILLION + 1))
    with stage.expects(BadReply, "1000001 seats", "more than"):
        await client.seats.plan(EVENT)
    memory = f"{max(grown) // 1_000_000} MB" if grown else "memory not measured here"
    return f"read in {took:.1f} s, {memory}; one more is refused by its count"


@asynccontextmanager
async def _memory() -> Any:
    """How many bytes the process grows by, looked at meanwhile; empty where Linux is not."""
    grown: list[int] = []

    def resident() -> int:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096

    async def look() -> None:
        before = resident()
        while True:
            grown.append(resident() - before)
            await asyncio.sleep(0.05)

    looking = asyncio.create_task(look()) if sys.platform == "linux" else None
    try:
        yield grown
    finally:
        if looking is not None:
            looking.cancel()
            await asyncio.wait([looking])


@row(21, "negative, absurd, non-decimal price", "sale refused")
async def prices(stage: Stage) -> str:
    server = stage.scripted(b"")
    client = stage.client(server.address)
    for value in ('"abc"', '"NaN"', "1e999", '"1e999999"', "1e15", "[1]", "null", "true", "9" * 40):
        said = scripted.order(scripted.line(price="PRICE"), customer_name=PERSON)
        server.says(raw(said.partition(b"\r\n\r\n")[2].replace(b'"PRICE"', value.encode())))
        with stage.expects(BadReply, "price"):
            await client.orders.get(OrderId(9))
    doubts = {
        OrderDoubt.NEGATIVE: scripted.order(scripted.line(price=-30), total=-28),
        OrderDoubt.FRACTIONS: scripted.order(scripted.line(price=30.001), total=32.001),
        OrderDoubt.SUM: scripted.order(scripted.line(), total=31.99),
        OrderDoubt.EMPTY: scripted.order(),
    }
    for doubt, said_order in doubts.items():
        server.says(said_order)
        found = doubt_about(await client.orders.get(OrderId(9)))
        assert found is doubt, f"{found} in place of {doubt}"
    return "BadReply from 9 that are no price; no money for 4 orders that do not add up"


@row(22, "two currencies in one order", "refused")
async def currencies(stage: Stage) -> str:
    server = stage.scripted(b"")
    client = stage.client(server.address)
    lines = scripted.line(), scripted.line(seat_id=2, currency="USD")
    for said in (scripted.order(*lines, total=64), scripted.order(scripted.line(), currency="USD")):
        server.says(said)
        found = doubt_about(await client.orders.get(OrderId(9)))
        assert found is OrderDoubt.CURRENCIES, f"{found}"
    server.says(scripted.order(scripted.line(currency="eur"), customer_name=PERSON))
    with stage.expects(BadReply, "currency"):
        await client.orders.get(OrderId(9))
    return "no money for an order of two; a word that is no currency is no answer"


_HTML = '<img src="https://evil.example/x.png"><b>Tempest</b><script>alert(1)</script>'


@row(23, "HTML with images in any name", "comes through as text")
async def html_names(stage: Stage) -> str:
    found = await _names(stage, _HTML)
    assert all(name == _HTML for name in found), f"changed on its way: {found}"
    return f"{len(found)} names as they were; nothing else was asked of any server"


_BIDI = "\u202eESREVER\u202c \u05e9\u05dc\u05d5\u05dd \U0001f3ad\u200d\U0001f525 e\u0301"


@row(24, "bidi, emoji, 10,000 characters", "as they are, bounded")
async def foreign_names(stage: Stage) -> str:
    found = await _names(stage, _BIDI)
    assert all(name == _BIDI for name in found), f"changed on its way: {found}"
    for length in (10_000, 200_000):
        lengths = {len(name) for name in await _names(stage, "\u05d0" * length)}
        assert max(lengths) <= 10_000, f"a name of {max(lengths)} characters"
    return f"{len(found)} names as they were; 200,000 characters become 10,000 at most"


async def _names(stage: Stage, name: str) -> list[str]:
    """The name in an event, a row, a seat, an area and a refusal, as the client tells it."""
    said = {
        "seats": scripted.seats(scripted.seat(1, row=name, number=name)),
        "orders": scripted.order(scripted.line(area_name=name, row=name, number=name)),
        "events": scripted.events(scripted.event(name=name, subtitle=name, description=name)),
    }
    server = stage.scripted(lambda request: said[request.path.split("/")[3]])
    client = stage.client(server.address)
    (event,) = await client.events.list()
    plan = (await client.seats.plan(EVENT)).plan
    (line,) = (await client.orders.get(OrderId(9))).lines
    assert len(server.seen) == 3, "something else was asked for"
    return [
        event.name,
        event.subtitle,
        event.description,
        *plan.row_names,
        *plan.numbers,
        line.area_name,
        line.row,
        line.number,
    ]


def _huge_png() -> bytes:
    """The head of a picture of 65,000 x 65,000, and pixels that are all blank."""
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (65_000).to_bytes(4, "big") * 2
    return head + b"\x01\x00\x00\x00\x00" + zlib.compress(bytes(4_000_000))


@row(25, "a picture of 65,000 x 65,000", "memory bounded")
async def huge_picture(stage: Stage) -> str:
    small = _huge_png()
    server = stage.scripted(answer(200, small, "image/png"))
    client = stage.client(server.address)
    assert await client.pictures.fetch("/connect/picture.png") == small
    too_long = answer(200, bytes(_MOST_PICTURE + 1), "image/png")

    def unpacking(_: Request) -> Iterator[bytes]:
        yield from scripted.gzip_bomb(small, 160)

    for said in (too_long, unpacking):
        server.says(said)
        with stage.expects(BadReply, "larger than 8 MB"):
            await client.pictures.fetch("/connect/picture.png")
    return f"{len(small)} bytes come as they are, for the reader to judge; over 8 MB is refused"


@row(26, "clock a day off", "hold from the server's seconds")
async def wrong_clock(stage: Stage) -> str:
    server = stage.scripted(b"")
    client = stage.client(server.address)
    held = []
    for days in (-1, 0, 1):
        now = datetime.now(UTC).replace(microsecond=0) + timedelta(days=days)
        till = (now + timedelta(seconds=600)).isoformat()
        said = scripted.order(scripted.line(), hold_till=till)
        date = f"HTTP/1.1 200 OK\r\nDate: {format_datetime(now, usegmt=True)}\r\n".encode()
        server.says(said.replace(b"HTTP/1.1 200 Scripted\r\n", date))
        seconds = (await client.orders.get(OrderId(9))).hold_seconds
        assert seconds is not None
        assert 590 <= seconds <= 600, f"{seconds} s of 600, {days} days off"
        held.append(seconds)
    return f"{held[0]:.0f} s of 600 left with the clock a day behind, right, and a day ahead"


@row(27, "summer time begins and ends", "show times in the venue's zone")
async def summer_time(stage: Stage) -> str:
    times = {  # as a server may tell it: on the house's clock
        "2026-10-25T00:30:00+00:00": "02:30 +0200",
        "2026-10-25T01:30:00+00:00": "02:30 +0100",
        "2026-10-25T02:30:00+02:00": "02:30 +0200",
        "2026-10-25T02:30:00+01:00": "02:30 +0100",
        "2027-03-28T01:59:59+01:00": "01:59 +0100",
        "2027-03-28T01:00:00+00:00": "03:00 +0200",
        "2027-03-28T03:00:00+02:00": "03:00 +0200",
        "2027-03-27T20:00:00-05:00": "03:00 +0200",
    }
    found = [scripted.event(id=n, start_date=text) for n, text in enumerate(times)]
    client = stage.client(stage.scripted(scripted.events(*found)).address)
    told = [_BERLIN.local(event.starts_at) for event in await client.events.list()]
    assert [f"{at:%H:%M %z}" for at in told] == list(times.values()), f"{told}"
    assert [at.fold for at in told[:2]] == [0, 1], "the two hours of half past two are one"
    assert told[1].astimezone(UTC) - told[0].astimezone(UTC) == timedelta(hours=1)
    nowhere = Location(LocationId(2), "House", timezone="Not/A_Zone")
    assert f"{nowhere.local(told[0]):%H:%M %z}" == "00:30 +0000"
    return f"{len(times)} times around both changes, both half past two; no zone is UTC"


ROWS = (
    many_seats,
    prices,
    currencies,
    html_names,
    foreign_names,
    huge_picture,
    wrong_clock,
    summer_time,
)
