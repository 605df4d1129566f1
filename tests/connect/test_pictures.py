"""Pictures: against the real service, and against servers whose word is not to be trusted."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable, Iterator

import httpx
import pytest

from boxoffice.connect.client import ConnectClient, Deadlines, new_key
from boxoffice.connect.errors import BadReply, ConnectError, Refused, SignedOut, Unreachable
from boxoffice.domain.ids import AreaId, EventId
from tests.pictures import PNG, SVG
from tests.service_fixture import STALLS, Running, running_service

OWN = "https://box.example/connect"


@pytest.fixture(scope="module")
def service() -> Iterator[Running]:
    with running_service() as running:
        yield running


@pytest.fixture
async def client(service: Running) -> AsyncIterator[ConnectClient]:
    connected = ConnectClient(service.address, service.token)
    yield connected
    await connected.aclose()


async def test_the_venues_own_picture(client: ConnectClient) -> None:
    stage = (await client.areas.list(EventId(1)))[0]
    assert stage.picture_rect == (0.0, -200.0, 450.0, 100.0)
    assert stage.picture_url.startswith("/connect/v1/pictures/")
    assert await client.pictures.fetch(stage.picture_url) == SVG


async def test_an_uploaded_picture_comes_back(client: ConnectClient) -> None:
    data = PNG + bytes(range(256)) + b"\r\n"
    key = new_key()
    for _ in range(2):
        await client.pictures.upload_area(AreaId(STALLS), data, 'my "hall"\r\n.png', key)
    stalls = (await client.areas.list(EventId(1)))[1]
    assert await client.pictures.fetch(stalls.picture_url) == data
    whole = f"{client.address.removesuffix('/connect')}{stalls.picture_url}"
    assert await client.pictures.fetch(whole) == data


async def test_what_the_service_does_not_take(client: ConnectClient) -> None:
    with pytest.raises(Refused) as refused:
        await client.pictures.upload_area(AreaId(STALLS), b"text", "a.png", new_key())
    assert "neither PNG" in refused.value.words
    assert [f.field for f in refused.value.fields] == ["file"]
    with pytest.raises(Refused) as refused:
        await client.pictures.upload_area(AreaId(99), PNG, "a.png", new_key())
    assert refused.value.code == 404
    with pytest.raises(Refused) as refused:
        await client.pictures.fetch("/connect/v1/pictures/999")
    assert refused.value.code == 404


async def test_a_wrong_credential(service: Running) -> None:
    stranger = ConnectClient(service.address, "wrong")
    with pytest.raises(SignedOut):
        await stranger.pictures.fetch("/connect/v1/pictures/1")
    await stranger.aclose()


def scripted(
    answer: httpx.Response | Exception | Callable[[httpx.Request], httpx.Response],
    address: str = OWN,
    deadlines: Deadlines | None = None,
) -> tuple[ConnectClient, list[httpx.Request]]:
    seen: list[httpx.Request] = []

    def reply(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, httpx.Response) else answer(request)

    network = httpx.MockTransport(reply)
    return ConnectClient(address, "secret-token", transport=network, deadlines=deadlines), seen


def zipped(body: bytes) -> httpx.Response:
    """An answer that is not unpacked before it is read."""
    return httpx.Response(200, stream=httpx.ByteStream(body), headers={"Content-Encoding": "gzip"})


@pytest.mark.parametrize(
    ("url", "asked", "is_own"),
    [
        ("/connect/v1/pictures/3", "https://box.example/connect/v1/pictures/3", True),
        ("v1/pictures/3", "https://box.example/connect/v1/pictures/3", True),
        ("https://box.example:443/p@2x.png", "https://box.example/p@2x.png", True),
        ("HTTPS://BOX.example/p", "https://box.example/p", True),
        ("//cdn.example/p", "https://cdn.example/p", False),
        ("https://box.example:444/p", "https://box.example:444/p", False),
        ("https://box.example.evil.example/p", "https://box.example.evil.example/p", False),
        ("https://cdn.example/p?x=1", "https://cdn.example/p?x=1", False),
        ("http://127.0.0.1:8000/p", "http://127.0.0.1:8000/p", False),
    ],
)
async def test_the_credential_goes_to_the_server_itself_only(
    url: str, asked: str, is_own: bool
) -> None:
    made, seen = scripted(httpx.Response(200, content=PNG))
    assert await made.pictures.fetch(url) == PNG
    assert str(seen[0].url) == asked
    assert ("Authorization" in seen[0].headers) is is_own
    assert "Idempotency-Key" not in seen[0].headers


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://box.example/p",
        "http://127.0.0.1.evil.example/p",
        "ftp://box.example/p",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "https:\\\\evil.example\\p",
        "https://user:pass@box.example/p",
        "https://box.example\\@evil/",
        "https://[bad/p",
        "https://box.example:99999/p",
        "https://box.example:x/p",
        "\u202e/p",
        "/a\r\nHost: x",
        "/" + "a" * 3000,
    ],
)
async def test_addresses_that_nothing_is_asked_at(url: str) -> None:
    made, seen = scripted(httpx.Response(200, content=PNG))
    with pytest.raises(BadReply):
        await made.pictures.fetch(url)
    assert seen == []


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx.Response(302, headers={"Location": "https://portal.example"}), BadReply),
        (httpx.Response(204), BadReply),
        (httpx.Response(403), Refused),
        (httpx.Response(500), Unreachable),
        (httpx.Response(429), Unreachable),
        (httpx.ConnectError("refused"), Unreachable),
        (httpx.ReadError("reset"), Unreachable),
        (httpx.Response(200, content=bytes(8_000_001)), BadReply),
        (zipped(gzip.compress(bytes(60_000_000), 1)), BadReply),
        (zipped(b"no gzip"), Unreachable),
    ],
)
async def test_answers_that_are_no_picture(
    answer: httpx.Response | Exception, error: type[ConnectError]
) -> None:
    made, seen = scripted(answer)
    with pytest.raises(error) as caught:
        await made.pictures.fetch("/p")
    assert len(seen) == 1
    assert "secret-token" not in str(caught.value)


async def test_a_host_that_cannot_be_one(client: ConnectClient) -> None:
    with pytest.raises(Unreachable):
        await client.pictures.fetch(f"https://{'a' * 70}.example/p")


async def test_another_hosts_refusal_does_not_sign_the_counter_out() -> None:
    made, _ = scripted(httpx.Response(401))
    with pytest.raises(Refused):
        await made.pictures.fetch("https://cdn.example/p")


async def test_a_picture_that_drips_in_is_ended_by_the_deadline() -> None:
    class Dripping(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            while True:
                yield b" "
                await asyncio.sleep(0.01)

    def drip(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=Dripping())

    made, _ = scripted(drip, deadlines=Deadlines(read=0.1))
    with pytest.raises(Unreachable):
        await made.pictures.fetch("/p")


@pytest.mark.parametrize(
    ("rect", "is_one"),
    [
        ("[1, 2.5, 3, 4]", True),
        ("[-1e3, 0, 0.5, 4]", True),
        ("null", False),
        ("[1, 2, 3]", False),
        ("[1, 2, 3, 4, 5]", False),
        ("[1, 2, 0, 4]", False),
        ("[1, 2, 3, -4]", False),
        ('[1, 2, "3", 4]', False),
        ("[1, 2, true, 4]", False),
        ("[1, null, 3, 4]", False),
        ("[1, 2, 3, 1e400]", False),
        ('{"x": 1}', False),
        ('"1 2 3 4"', False),
    ],
)
async def test_a_rectangle_is_four_numbers_or_none(rect: str, is_one: bool) -> None:
    body = '{"AreaCnctResult": {"areas": [{"id": 1, "picture_url": "/p", "picture_rect": '
    answer = httpx.Response(
        200, content=body + rect + "}]}}", headers={"Content-Type": "application/json"}
    )
    made, _ = scripted(answer)
    (area,) = await made.areas.list(EventId(1))
    assert area.picture_url == "/p"
    assert (area.picture_rect is not None) is is_one
