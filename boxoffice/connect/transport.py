"""The one place that knows httpx: a request goes out, a bounded answer comes back, or it is known
how far the request got."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from boxoffice.connect.operations import Lane

Network = httpx.AsyncBaseTransport
MOST_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The longest that an exchange may take in all, in seconds."""

    connect: float = 2.0
    read: float = 15.0
    bulk: float = 60.0
    write: float = 15.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `date` is the server's clock, in seconds since 1970, where it told."""

    status: int
    body: bytes
    media_type: str
    date: float | None
    retry_after: float | None
    request_id: str


class NotSent(Exception):
    """The request did not reach the server: nothing was done."""


class Lost(Exception):
    """The request left, and no whole answer came: it may have been done."""


class TooLarge(Lost):
    """The answer is larger than any this program can use."""


class Transport:
    """HTTP clients, one a lane, over an address.

    Args:
        transport: stands in for the network, in tests.
    """

    def __init__(self, address: str, deadlines: Deadlines, transport: Network | None) -> None:
        self._address = address
        self._deadlines = deadlines
        self._stand_in = transport
        self._clients: dict[Lane, httpx.AsyncClient] = {}

    async def exchange(
        self,
        lane: Lane,
        verb: str,
        path: str,
        *,
        query: Mapping[str, str],
        headers: Mapping[str, str],
        body: bytes | None,
        seconds: float,
    ) -> Answer:
        """One request and its whole answer, within `seconds`.

        Raises:
            NotSent, Lost, TooLarge: by how far it got.
        """
        client = self._client(lane)
        try:
            async with asyncio.timeout(seconds):
                request = client.build_request(
                    verb, self._address + path, params=dict(query), headers=dict(headers),
                    content=body,
                )  # fmt: skip
                response = await client.send(request, stream=True)
                try:
                    return _answer(response, await _body(response))
                finally:
                    await response.aclose()
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol) as error:
            raise NotSent(_reason(error)) from error
        except httpx.PoolTimeout as error:
            # WORKAROUND: a cancelled request can cost a pool slot for good (httpcore issue 1093);
            # a fresh client has all of them.
            await self._drop(lane)
            raise NotSent("too many requests under way") from error
        except TimeoutError as error:
            raise Lost(f"no answer within {seconds:.0f} s") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise Lost(_reason(error)) from error

    async def aclose(self) -> None:
        for lane in list(self._clients):
            await self._drop(lane)

    def _client(self, lane: Lane) -> httpx.AsyncClient:
        if lane not in self._clients:
            timeout = httpx.Timeout(None, connect=self._deadlines.connect, pool=5.0)
            limits = httpx.Limits(max_connections=6, max_keepalive_connections=2)
            self._clients[lane] = httpx.AsyncClient(
                timeout=timeout, limits=limits, transport=self._stand_in, follow_redirects=False,
                trust_env=self._stand_in is None and not is_loopback(httpx.URL(self._address).host),
            )  # fmt: skip
        return self._clients[lane]

    async def _drop(self, lane: Lane) -> None:
        client = self._clients.pop(lane, None)
        if client is not None:
            await client.aclose()


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def host_of(address: str) -> tuple[str, str]:
    """Scheme and host of an address.

    Raises:
        ValueError: it is no address.
    """
    parts = urlsplit(address)
    _ = parts.port  # raises where it is none
    return parts.scheme, parts.hostname or ""


async def _body(response: httpx.Response) -> bytes:
    """The body, counted after it was unpacked, so that a small one cannot grow without end."""
    chunks = []
    length = 0
    async for chunk in response.aiter_bytes(1 << 16):
        length += len(chunk)
        if length > MOST_BYTES:
            raise TooLarge(f"the answer is larger than {MOST_BYTES // 1_000_000} MB")
        chunks.append(chunk)
    return b"".join(chunks)


def _answer(response: httpx.Response, body: bytes) -> Answer:
    date = response.headers.get("Date", "")
    after = response.headers.get("Retry-After", "")
    return Answer(
        status=response.status_code,
        body=body,
        media_type=response.headers.get("Content-Type", "").split(";")[0].strip().lower(),
        date=_seconds(date),
        retry_after=float(after) if after.isascii() and after.isdigit() else None,
        request_id=response.headers.get("X-Request-ID", "")[:100],
    )


def _seconds(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp() if date else None
    except (ValueError, TypeError, OverflowError):
        return None


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
