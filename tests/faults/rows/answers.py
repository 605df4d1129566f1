"""Rows 13 to 19: answers that are not what was asked for. What raises is applied nowhere."""

from __future__ import annotations

import tracemalloc
from collections.abc import Awaitable, Callable

from boxoffice.connect.client import ConnectClient, SeatRequest, new_key
from boxoffice.connect.errors import BadReply
from boxoffice.domain.catalogue import EventStatus
from boxoffice.domain.ids import OrderId, SeatId
from boxoffice.domain.orders.order import OrderStatus
from boxoffice.domain.seats.seatplan import SeatState
from tests.faults import scripted
from tests.faults.sale import EVENT
from tests.faults.scripted import raw
from tests.faults.stage import PERSON, Stage
from tests.faults.table import row
from tests.faults.wire import answer

_PORTAL = b"<html><body><h1>Welcome to the guest network</h1>Please sign in.</body></html>"
_MOST_MEMORY = 300_000_000
Call = Callable[[], Awaitable[object]]


def reads(client: ConnectClient) -> dict[str, Call]:
    """The calls that read something, by their result's name."""
    return {
        "EventCnctResult": client.events.list,
        "SeatCnctResult": lambda: client.seats.plan(EVENT),
        "SeatStatusCnctResult": lambda: client.seats.status(EVENT),
        "OrderCnctResult": lambda: client.orders.get(OrderId(9)),
    }


@row(13, "a captive portal's HTML, status 200", "not a Connect server, its address")
async def captive_portal(stage: Stage) -> str:
    server = stage.scripted(answer(200, _PORTAL, "text/html"))
    client = stage.client(server.address)
    wanted = [SeatRequest(EVENT, SeatId(1))]
    writes: list[Call] = [lambda: client.orders.reserve(None, wanted, new_key())]
    for call in [*reads(client).values(), *writes]:
        with stage.expects(BadReply) as caught:
            await call()
        assert caught[0].is_foreign, f"{caught[0]} is not told to be another server's"
    assert client.address == server.address
    return "BadReply that says 'foreign' from four reads and a write; the address is the client's"


@row(14, "10 MB of gzip, 10 GB unpacked", "ended at the size limit")
async def gzip_bomb(stage: Stage) -> str:
    server = stage.scripted(lambda _: scripted.gzip_bomb(b'{"EventCnctResult": {"events": ['))
    client = stage.client(server.address)
    peaks = []
    tracemalloc.start(1)
    try:
        for call in (client.events.list, lambda: client.seats.plan(EVENT)):
            tracemalloc.reset_peak()
            with stage.expects(BadReply, "larger than"):
                await call()
            peaks.append(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()
    assert max(peaks) < _MOST_MEMORY, f"{max(peaks) // 1_000_000} MB of memory"
    assert not server.finished, "it was read to its end"
    return f"BadReply before its end, {max(peaks) // 1_000_000} MB at most"


@row(15, "malformed, 200,000 levels, 5,000 digits", "typed error, nothing applied")
async def malformed(stage: Stage) -> str:
    server = stage.scripted(b"")
    client = stage.client(server.address)
    bodies = {name: _malformed(name) for name in reads(client)}
    for name, call in reads(client).items():
        for body in bodies[name]:
            server.says(raw(body))
            with stage.expects(BadReply):
                await call()
    kinds = len(bodies["EventCnctResult"])
    return f"BadReply from {kinds} kinds of malformed answers to {len(bodies)} calls"


def _malformed(name: str) -> list[str | bytes]:
    """Answers that are no JSON, or too much of it, under the name of a result."""
    deep, number = "[" * 200_000, '{"id": ' + "9" * 5_000 + ', "seat_id": ' + "9" * 5_000 + "}"
    lists = f'{{"events": [{number}], "seats": [{number}], "seat_states": [{number}]}}'
    head = f'{{"{name}": '
    return [
        "",
        "{",
        "null",
        "[]",
        '"x"',
        b"\xff\xfe\x00",
        head,
        head + "[",
        head + "1}",
        deep,
        deep + "]" * 200_000,
        '{"a":' * 200_000,
        head + deep,
        head + number + "}",
        head + lists + "}",
    ]


@row(16, "a required field missing", "rejected, the field is named")
async def field_missing(stage: Stage) -> str:
    server = stage.scripted(b"")
    client = stage.client(server.address)
    named = []
    for said, field, call in _without_fields(client):
        server.says(said)
        with stage.expects(BadReply, field):
            await call()
        named.append(field)
    return f"BadReply names {', '.join(named)}"


def _without_fields(client: ConnectClient) -> list[tuple[bytes, str, Call]]:
    """An answer without a field, the field, and the call that meets it."""
    calls = reads(client)
    found: list[tuple[bytes, str, Call]] = []
    for field in ("id", "name", "start_date", "currency"):
        event = {name: value for name, value in scripted.event().items() if name != field}
        found.append((scripted.events(event), field, calls["EventCnctResult"]))
    for field in ("id", "area_id", "price_category_id"):
        seat = {name: value for name, value in scripted.seat(1).items() if name != field}
        found.append((scripted.seats(seat), field, calls["SeatCnctResult"]))
    states = scripted.ok("SeatStatusCnctResult", seat_states=[{"seat_id": 1}])
    found.append((states, "status", calls["SeatStatusCnctResult"]))
    for field in ("event_id", "seat_id", "price"):  # without a currency it has its order's
        line = {name: value for name, value in scripted.line().items() if name != field}
        said = scripted.order(line, customer_name=PERSON)
        found.append((said, field, calls["OrderCnctResult"]))
    return found


@row(17, "unknown enum value", "cannot be sold")
async def unknown_enum(stage: Stage) -> str:
    states = [{"seat_id": n, "status": status} for n, status in enumerate((9, -1, 4, 2**40, 0))]
    said = {
        "seat-status": scripted.ok("SeatStatusCnctResult", seat_states=states),
        "events": scripted.events(scripted.event(status=77)),
        "orders": scripted.order(scripted.line(), status=12),
    }
    server = stage.scripted(lambda request: next(said[n] for n in said if n in _end(request.path)))
    client = stage.client(server.address)
    found = (await client.seats.status(EVENT)).states.tolist()
    assert found == [SeatState.OTHER] * 4 + [SeatState.FREE], f"states {found}"
    (event,) = await client.events.list()
    assert event.status is EventStatus.OTHER, event.status
    assert (await client.orders.get(OrderId(9))).status is OrderStatus.OTHER
    return "four unknown states of seats, one of an event and of an order: all OTHER, none free"


def _end(path: str) -> str:
    return path.removeprefix("/connect/v1/").replace("events/1/", "")


@row(18, "NaN or infinite coordinates", "rejected, the seat is named")
async def no_place(stage: Stage) -> str:
    server = stage.scripted(b"")
    client = stage.client(server.address)
    right = '{"id": 1, "area_id": 1, "price_category_id": 1, "x": 1, "y": 1}'
    for field in ("x", "y"):  # a seat can do without its angle
        for value in ("NaN", "Infinity", "-Infinity", '"NaN"', "1e999", "-1e999", "1e300"):
            fields = {"x": "1", "y": "1"} | {field: value}
            places = ", ".join(f'"{name}": {text}' for name, text in fields.items())
            wrong = f'{{"id": 4711, "area_id": 1, "price_category_id": 1, {places}}}'
            server.says(raw(f'{{"SeatCnctResult": {{"seats": [{right}, {wrong}]}}}}'))
            # What is no JSON at all, or no number, has no seat yet to be named.
            words = ("4711",) if value.endswith("1e300") else ()
            with stage.expects(BadReply, *words):
                await client.seats.plan(EVENT)
    return "BadReply from 14 answers; numbers beyond the house name seat 4711"


@row(19, "duplicate seat ids", "rejected, the seats are named")
async def duplicates(stage: Stage) -> str:
    pages = {"1": (1, 2, 7), "2": (3, 7, 8)}

    def two_pages(asked: object) -> bytes:
        number = "2" if "page=2" in getattr(asked, "query", "") else "1"
        return scripted.seats(*map(scripted.seat, pages[number]), total_count=6)

    server = stage.scripted(scripted.seats(*map(scripted.seat, (5, 6, 5, 9, 9))))
    client = stage.client(server.address)
    with stage.expects(BadReply, "twice", "5", "9"):
        await client.seats.plan(EVENT)
    server.says(two_pages)
    with stage.expects(BadReply, "twice", "7"):
        await client.seats.plan(EVENT)
    return "BadReply names 5 and 9 of one page, 7 of two pages"


ROWS = (captive_portal, gzip_bomb, malformed, field_missing, unknown_enum, no_place, duplicates)
