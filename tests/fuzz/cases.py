"""A case: the answer that a seed and an index make for a result type, always the same one."""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import httpx

from tests.fuzz.answers import Call, Subject
from tests.fuzz.mutations import damaged, mutated, packed, spots
from tests.fuzz.samples import wrapped
from tests.fuzz.values import document, strange, written

Header = tuple[bytes, bytes]
_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)
_MOST_BYTES = 2_000_000
_JSON = (b"Content-Type", b"application/json")
_STATUSES = (200, 201, 204, 301, 302, 307, 400, 401, 403, 404, 409, 422, 429, 500, 503)
# Either at once, or later than any call waits: a case costs no time.
_PAUSES = ("0", "00", "9" * 5000, "3600", "-1", "1e9", "Fri, 25 Sep 2026 09:21:55 GMT", "\xb2", "")
_DATES = (
    "Fri, 25 Sep 2026 09:21:55 GMT",
    "Mon, 01 Jan 0001 00:00:00 -0000",
    "0",
    ",",
    " ",
    "x" * 300,
    "Mon, 01 Jan 99999 00:00:00 GMT",
    "Fri, 25 Sep 2026 09:21:55 +9999999999",
    "1 1 1 1 1 1 1",
    "Fri, 31 Feb 2026 99:99:99 GMT",
    "Fri, 25 Sep 2026 09:21:55 -2400",
    "9" * 5000,
    "Fri, 25 Sep 2026 09:21:" + "9" * 30 + " GMT",
    "Fri, 31 Dec 9999 23:59:59 -2359",
)
_KINDS = (
    "text/html",
    "",
    "application/json; charset=utf-16",
    "text/plain; charset=\xff",
    "json",
    "image/png",
    ";;;",
    "application/json" * 100,
    "multipart/form-data; boundary=",
)
_PLACES = (
    "https://xn--0/",
    "http://[::1",
    "//",
    "/elsewhere",
    "https://box.example:99999/",
    "\x00",
    "https://box.example/connect/v1/events",
    "ftp://x",
    "\xff\xfe",
    "x" * 70_000,
    "javascript:1",
)
_CODINGS = ("gzip", "deflate", "gzip, gzip", "br", "zstd", "identity", "x", "\xff", "gzip;q=0")


@dataclass(frozen=True, slots=True)
class Case:
    """One answer and the call that meets it."""

    subject: str
    seed: int
    index: int
    call: Call = field(repr=False)
    status: int = 200
    headers: tuple[Header, ...] = ()
    body: bytes = b""

    def response(self) -> httpx.Response:
        """The answer as it comes from the network: its bytes are unpacked by who reads them."""
        return httpx.Response(self.status, headers=list(self.headers), stream=_Stream(self.body))


class _Stream(httpx.AsyncByteStream):
    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._body


def case(subject: Subject, seed: int, index: int) -> Case:
    """The case of that number."""
    rng = Random(f"{seed}/{subject.name}/{index}")
    call = rng.choice(subject.calls)
    body = _body(rng, subject)
    status, headers = 200, [_JSON]
    if rng.random() < 0.15:
        body = damaged(rng, body)
    if rng.random() < 0.2:
        status, headers = _status(rng), _headers(rng)
    if rng.random() < 0.04:
        body = packed(rng, body)
        headers.append(_header("Content-Encoding", rng.choice(_CODINGS)))
    return Case(subject.name, seed, index, call, status, tuple(headers), body)


def valid(subject: Subject, call: Call) -> Case:
    """The answer as it should be."""
    body = _PICTURE if subject.result is None else _json(wrapped(subject.name, subject.result))
    return Case(subject.name, 0, -1, call, 200, (_JSON,), body)


def _body(rng: Random, subject: Subject) -> bytes:
    if subject.result is None:
        return rng.choice((_PICTURE, rng.randbytes(rng.randrange(3000)), b"<svg/>", b""))
    whole = copy.deepcopy(wrapped(subject.name, subject.result))
    roll = rng.random()
    if roll < 0.02:
        return rng.randbytes(rng.randrange(300))
    if roll < 0.12:
        names = (subject.name, *{key for _, key in spots(whole) if isinstance(key, str)})
        return _json(document(rng, tuple(sorted(names))))
    return _json(mutated(rng, whole) if roll < 0.95 else whole)


def _json(value: Any) -> bytes:
    return written(value, _MOST_BYTES).encode()[:_MOST_BYTES]


def _status(rng: Random) -> int:
    return rng.choice(_STATUSES) if rng.random() < 0.7 else rng.randrange(100, 600)


def _headers(rng: Random) -> list[Header]:
    found = [_JSON] if rng.random() < 0.6 else [_header("Content-Type", rng.choice(_KINDS))]
    for name, texts in (
        ("Retry-After", _PAUSES),
        ("Date", _DATES),
        ("Location", _PLACES),
        ("X-Request-ID", ("r1", "\xfc\xff", "\u202e", "x" * 5000, "")),
        ("Set-Cookie", ("a=b", "a=b; Domain=.example; Max-Age=9999999999999999", "=;=", "\xff=1")),
        ("Content-Length", ("-1", "x", "9" * 5000, "0")),
    ):
        if rng.random() < 0.3:
            text = rng.choice(texts) if rng.random() < 0.8 else str(strange(rng))
            if name != "Retry-After" or text in texts:
                found.append(_header(name, text))
    if rng.random() < 0.02:
        found += [_header(f"X-{n}", "x") for n in range(1000)]
    return found


def _header(name: str, text: str) -> Header:
    """Latin-1 where that can be, so that some headers are no UTF-8."""
    is_latin = all(ord(letter) < 256 for letter in text)
    return name.encode(), text.encode("latin-1" if is_latin else "utf-8", "replace")
