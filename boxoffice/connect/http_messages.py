"""One request and its answer, and how far it got where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
    """What came back. `date` is the server's clock, in seconds since 1970, or None."""

    status: int
    body: bytes = field(repr=False)
    media_type: str
    date: float | None
    retry_after: float | None
    request_id: str


class NotSent(Exception):
    """The request did not reach the server: nothing was done."""


class NoTurn(NotSent):
    """As many requests are under way as may be; that says nothing about the server."""


class NotTrusted(NotSent):
    """The server's certificate is not one to be trusted; asking again would not change that."""


class Closed(NotSent):
    """The client was closed."""


class AnswerLost(Exception):
    """The request left, and no whole answer came: it may have been done."""


class TooLarge(AnswerLost):
    """The answer is larger than any this program can use."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it goes out; the address may be a path of the server's."""

    verb: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    query: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)
