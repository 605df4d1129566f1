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
        url = self._address + path
        return await self._send(lane, verb, url, query, headers, body, seconds, MOST_BYTES)

    async def fetch(
        self, url: str, *, headers: Mapping[str, str], seconds: float, most: int
    ) -> Answer:
        """What stands at an absolute address: at most `most` bytes, within `seconds`.

        Raises:
            NotSent, Lost, TooLarge: by how far it got.
        """
        try:
            return await self._send(Lane.BROWSING, "GET", url, {}, headers, None, seconds, most)
        except ValueError as error:  # a host that cannot be looked up
            raise NotSent(_reason(error)) from error

    def is_own(self, url: str) -> bool:
        """Whether the address is of this server: the same scheme, host and port."""
        ours, theirs = httpx.URL(self._address), httpx.URL(url)
        return _origin(ours) == _origin(theirs)

    async def _send(
        self,
        lane: Lane,
        verb: str,
        url: str,
        query: Mapping[str, str],
        headers: Mapping[str, str],
        body: bytes | None,
        seconds: float,
        most: int,
    ) -> Answer:
        client = self._client(lane)
        try:
            async with asyncio.timeout(seconds):
                request = client.build_request(
                    verb, url, params=dict(query) or None, headers=dict(headers), content=body
                )
                response = await client.send(request, stream=True)
                try:
                    return _answer(response, await _body(response, most))
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


def is_safe_address(url: str) -> bool:
    """Whether anything may be asked there: https, or http to this machine; no user, no password.

    Read by what will send the request, so that the two cannot take it for different hosts.
    """
    try:
        found = httpx.URL(url)
        port = found.port or 443
    except (httpx.InvalidURL, ValueError):
        return False
    is_safe = found.scheme == "https" or (found.scheme == "http" and is_loopback(found.host))
    return is_safe and bool(found.host) and not found.userinfo and port < 65_536


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    default = {"https": 443, "http": 80}.get(url.scheme)
    return url.scheme, url.host.lower(), url.port or default


async def _body(response: httpx.Response, most: int) -> bytes:
    """The body, counted after it was unpacked, so that a small one cannot grow without end."""
    chunks = []
    length = 0
    async for chunk in response.aiter_bytes(1 << 16):
        length += len(chunk)
        if length > most:
            raise TooLarge(f"the answer is larger than {most // 1_000_000} MB")
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
