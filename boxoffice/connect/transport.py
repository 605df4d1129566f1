"""The one place that knows httpx: a request goes out, a bounded answer comes back, or it is known
how far the request got."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import ssl
import zlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path

import httpx
import truststore

from boxoffice.connect.network import NETWORK
from boxoffice.connect.operations import Lane

# Both tell whole addresses, with what was searched for in them.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)

Network = httpx.AsyncBaseTransport
MOST_BYTES = 64_000_000
_PIECE = 1 << 16
_AT_ONCE = 6


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The longest that an exchange may take in all, in seconds; `silence` is the longest that the
    server may say nothing in the middle of one."""

    connect: float = 1.8
    read: float = 15.0
    bulk: float = 60.0
    write: float = 15.0
    silence: float = 12.0
    slot: float = 5.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `date` is the server's clock, in seconds since 1970, where it told."""

    status: int
    body: bytes = field(repr=False)
    media_type: str
    date: float | None
    retry_after: float | None
    request_id: str


class NotSent(Exception):
    """The request did not reach the server: nothing was done."""


class NotTrusted(NotSent):
    """The server's certificate is not one to be trusted; asking again would not change that."""


class Lost(Exception):
    """The request left, and no whole answer came: it may have been done."""


class TooLarge(Lost):
    """The answer is larger than any this program can use."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it goes out; the address may be a path of the server's."""

    verb: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    query: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)


class Transport:
    """HTTP clients, one a lane, over an address. They live in the network's thread.

    Args:
        ca_file: certificates of the venue's own, in PEM, beside the system's.
        stand_in: takes the network's place, in tests.
    """

    def __init__(
        self,
        address: str,
        deadlines: Deadlines,
        *,
        ca_file: Path | None = None,
        stand_in: Network | None = None,
    ) -> None:
        self._address = address
        self._deadlines = deadlines
        self._ca_file = ca_file
        self._stand_in = stand_in
        self._pools: dict[Lane, _Pool] = {}
        self._trust: ssl.SSLContext | None = None

    async def exchange(self, lane: Lane, request: Request, seconds: float) -> Answer:
        """One request to a path of the server, and its whole answer, within `seconds`.

        Raises:
            NotSent, Lost, TooLarge: by how far it got.
        """
        return await NETWORK.run(
            self._send(lane, request, self._address + request.url, seconds, MOST_BYTES)
        )

    async def fetch(self, request: Request, seconds: float, most: int) -> Answer:
        """What stands at an absolute address: at most `most` bytes, within `seconds`.

        Raises:
            NotSent, Lost, TooLarge: by how far it got.
        """
        try:
            return await NETWORK.run(self._send(Lane.BROWSING, request, request.url, seconds, most))
        except ValueError as error:  # a host that cannot be looked up
            raise NotSent(_reason(error)) from error

    def is_own(self, url: str) -> bool:
        """Whether the address is of this server: the same scheme, host and port."""
        ours, theirs = httpx.URL(self._address), httpx.URL(url)
        return _origin(ours) == _origin(theirs)

    async def aclose(self) -> None:
        await NETWORK.run(self._close())

    async def _send(
        self, lane: Lane, request: Request, url: str, seconds: float, most: int
    ) -> Answer:
        pool = self._pool(lane)
        pool.under_way += 1
        try:
            async with pool.turn(min(seconds, self._deadlines.slot)), asyncio.timeout(seconds):
                return await _exchanged(pool.client, request, url, most)
        except httpx.PoolTimeout as error:
            # WORKAROUND: a cancelled request can cost a pool slot for good (httpcore issue 1093);
            # a fresh client has all of them.
            self._retire(lane, pool)
            raise NotSent("too many requests under way") from error
        except _NEVER_SENT as error:
            kind = NotTrusted if _is_about_trust(error) else NotSent
            raise kind(_reason(error)) from error
        except TimeoutError as error:
            raise Lost(f"no answer within {seconds:.0f} s") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, zlib.error) as error:
            raise Lost(_reason(error)) from error
        finally:
            pool.under_way -= 1
            if pool.is_retired and not pool.under_way:
                await pool.client.aclose()

    def _pool(self, lane: Lane) -> _Pool:
        if lane not in self._pools:
            seconds = self._deadlines
            timeout = httpx.Timeout(seconds.silence, connect=seconds.connect, pool=seconds.slot)
            limits = httpx.Limits(max_connections=_AT_ONCE, max_keepalive_connections=2)
            is_local = is_loopback(httpx.URL(self._address).host)
            client = httpx.AsyncClient(
                timeout=timeout, limits=limits, transport=self._stand_in, follow_redirects=False,
                verify=self._trusted(), trust_env=self._stand_in is None and not is_local,
                # None is kept: a server could fill the memory with them.
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
                event_hooks={"response": [_stay]},
            )  # fmt: skip
            self._pools[lane] = _Pool(client)
        return self._pools[lane]

    def _trusted(self) -> ssl.SSLContext:
        """Whose certificates count: the system's store, and the venue's own.

        Raises:
            NotSent: the venue's cannot be read.
        """
        if self._trust is None:
            trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            trust.minimum_version = ssl.TLSVersion.TLSv1_2
            if self._ca_file is not None:
                try:
                    trust.load_verify_locations(cafile=self._ca_file)
                except OSError as error:  # ssl.SSLError is one
                    reason = error.strerror or str(error)
                    raise NotSent(f"the certificates in {self._ca_file}: {reason}") from error
            self._trust = trust
        return self._trust

    def _retire(self, lane: Lane, pool: _Pool) -> None:
        """Lets go of a pool once all that is under way in it has ended."""
        pool.is_retired = True
        if self._pools.get(lane) is pool:
            del self._pools[lane]

    async def _close(self) -> None:
        pools = list(self._pools.values())
        self._pools.clear()
        for pool in pools:
            await pool.client.aclose()


@dataclass(slots=True)
class _Pool:
    """A lane's connections.

    Attributes:
        turns: taken before the client is asked. Who waits here can be cancelled at no cost, while
            the client's own queue grows dear with its length, and loses slots.
    """

    client: httpx.AsyncClient
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))
    under_way: int = 0
    is_retired: bool = False

    @asynccontextmanager
    async def turn(self, seconds: float) -> AsyncIterator[None]:
        """Waits for a turn and has it.

        Raises:
            NotSent: none came in time.
        """
        try:
            async with asyncio.timeout(seconds):
                await self.turns.acquire()
        except TimeoutError as error:
            raise NotSent("too many requests under way") from error
        try:
            yield
        finally:
            self.turns.release()


# LocalProtocolError: a request that HTTP cannot carry is found out before anything leaves.
_NEVER_SENT = (
    httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol, httpx.LocalProtocolError,
)  # fmt: skip


def _is_about_trust(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


async def _exchanged(client: httpx.AsyncClient, request: Request, url: str, most: int) -> Answer:
    sent = client.build_request(
        request.verb, url, params=dict(request.query) or None, headers=dict(request.headers),
        content=request.body,
    )  # fmt: skip
    response = await client.send(sent, stream=True)
    try:
        return _answer(response, await _body(response, most))
    finally:
        await response.aclose()


async def _stay(response: httpx.Response) -> None:
    """WORKAROUND: httpx reads where a redirect leads even if it is not to follow it, and raises
    what is none of its errors (idna.IDNAError) where that is no address."""
    response.headers.pop("Location", None)


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


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
    async for chunk in _unpacked(response):
        length += len(chunk)
        if length > most:
            raise TooLarge(f"the answer is larger than {most // 1_000_000} MB")
        chunks.append(chunk)
    return b"".join(chunks)


async def _unpacked(response: httpx.Response) -> AsyncIterator[bytes]:
    """The body in small pieces; httpx itself unpacks whatever came at once, which may be huge."""
    is_packed = response.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    if not is_packed or response.is_stream_consumed:
        async for chunk in response.aiter_bytes(_PIECE):
            yield chunk
        return
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    async for chunk in response.aiter_raw(_PIECE):
        while chunk and not unpacker.eof:
            yield unpacker.decompress(chunk, _PIECE)
            chunk = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise httpx.DecodingError("the packed answer ends too early")


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
