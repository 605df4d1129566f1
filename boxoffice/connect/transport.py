"""The one place that knows httpx: a request goes out, a bounded answer comes back, or it is known
how far the request got."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import ssl
import zlib
from codecs import BOM_UTF8
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path

import httpx
import truststore

from boxoffice.connect.http_messages import (
    Answer,
    AnswerLost,
    Closed,
    Deadlines,
    NotSent,
    NotTrusted,
    NoTurn,
    Request,
    TooLarge,
)
from boxoffice.connect.network import NETWORK
from boxoffice.connect.operations import Lane

# Both tell whole addresses, with what was searched for in them.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)

Network = httpx.AsyncBaseTransport
MOST_BYTES = 64_000_000
_PIECE = 1 << 16
_AT_ONCE = 6
_TOO_MANY = "too many requests under way"


class Transport:
    """HTTP clients, one a lane, over an address. They live in the network's thread.

    A poll or a sale that is cancelled goes on to its end, heard by nobody: to break it off could
    cost its pool a slot. Only browsing is broken off.

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
        self._under_way: set[asyncio.Task[Answer]] = set()
        self._is_closed = False
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
        pool, ended = await self._turn(lane, min(seconds, self._deadlines.slot))
        work = asyncio.create_task(self._exchange(lane, pool, request, url, seconds, most))
        work.add_done_callback(ended)  # called even where it is cancelled before it begins
        self._under_way.add(work)
        work.add_done_callback(self._heard)
        if lane is Lane.BROWSING:  # a large answer that nobody wants any more is not waited for
            return await work
        return await asyncio.shield(work)

    async def _turn(self, lane: Lane, seconds: float) -> tuple[_Pool, Callable[[object], None]]:
        """A pool of the lane that can be asked now, and what to call when that has ended.

        Raises:
            NotSent: there is none.
        """
        while not self._is_closed:
            try:
                pool = self._pool(lane)
            except (
                ValueError,
                ImportError,
                httpx.InvalidURL,
            ) as error:  # the proxy's address is not valid
                raise NotSent(_reason(error)) from error
            ended = await pool.turn(seconds)
            if not pool.is_retired and not self._is_closed:
                return pool, ended
            ended(None)
        raise Closed("the connection was closed")

    def _heard(self, work: asyncio.Task[Answer]) -> None:
        self._under_way.discard(work)
        if not work.cancelled():
            work.exception()  # the caller may be gone

    async def _exchange(
        self, lane: Lane, pool: _Pool, request: Request, url: str, seconds: float, most: int
    ) -> Answer:
        """One exchange, in its turn."""
        try:
            sent = pool.client.build_request(
                request.verb,
                url,
                params=dict(request.query) or None,
                headers=dict(request.headers),
                content=request.body,
            )
        except (ValueError, httpx.InvalidURL) as error:  # letters that no header or address has
            raise NotSent(_reason(error)) from error
        try:
            async with asyncio.timeout(seconds):
                return await _exchanged(pool.client, sent, most)
        except asyncio.CancelledError as error:
            if not self._is_closed:
                raise
            raise AnswerLost("the connection was closed") from error
        except httpx.PoolTimeout as error:
            # WORKAROUND: a cancelled request can cost a pool slot for good (httpcore issue 1093);
            # a fresh client has all of them.
            self._retire(lane, pool)
            raise NoTurn(_TOO_MANY) from error
        except _NEVER_SENT as error:
            kind = NotTrusted if _is_about_trust(error) else NotSent
            raise kind(_reason(error)) from error
        except TimeoutError as error:
            raise AnswerLost(f"no answer within {seconds:.0f} s") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, zlib.error) as error:
            raise AnswerLost(_reason(error)) from error
        except (OSError, RuntimeError, ValueError) as error:  # what httpx lets through of others
            raise AnswerLost(_reason(error)) from error

    def _pool(self, lane: Lane) -> _Pool:
        if lane not in self._pools:
            seconds = self._deadlines
            timeout = httpx.Timeout(seconds.silence, connect=seconds.connect, pool=seconds.slot)
            limits = httpx.Limits(max_connections=_AT_ONCE, max_keepalive_connections=2)
            is_local = is_loopback(httpx.URL(self._address).host)
            client = httpx.AsyncClient(
                timeout=timeout,
                limits=limits,
                transport=self._stand_in,
                follow_redirects=False,
                verify=self._trusted(),
                trust_env=self._stand_in is None and not is_local,
                # None is kept: a server could fill the memory with them.
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
                event_hooks={"response": [_stay]},
            )
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
        if self._pools.get(lane) is pool:
            del self._pools[lane]
        pool.retire()

    async def _close(self) -> None:
        self._is_closed = True
        for work in list(self._under_way):
            work.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
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
    closing: asyncio.Task[None] | None = None

    async def turn(self, seconds: float) -> Callable[[object], None]:
        """Waits for a turn, and returns what the caller calls when its turn has ended.

        Raises:
            NotSent: none came in time.
        """
        try:
            async with asyncio.timeout(seconds):
                await self.turns.acquire()
        except TimeoutError as error:
            raise NoTurn(_TOO_MANY) from error
        self.under_way += 1
        return self._ended

    def retire(self) -> None:
        """The last one out closes it."""
        self.is_retired = True
        self._close_if_left()

    def _ended(self, _: object) -> None:
        self.turns.release()
        self.under_way -= 1
        self._close_if_left()

    def _close_if_left(self) -> None:
        if self.is_retired and not self.under_way:
            self.closing = asyncio.create_task(self.client.aclose())


# LocalProtocolError: a request that HTTP cannot carry is found out before anything leaves.
# ProxyError: it comes before the tunnel to the server is there.
_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
    httpx.ProxyError,
)


def _is_about_trust(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


async def _exchanged(client: httpx.AsyncClient, sent: httpx.Request, most: int) -> Answer:
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
    except (httpx.InvalidURL, ValueError):  # what is wrong with a name's letters is a ValueError
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
        body=body.removeprefix(BOM_UTF8),
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
