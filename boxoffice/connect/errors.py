"""All that can go wrong between the counter and the server, as a presenter sees it.

What the server itself said is for the clerk's eyes: it stands in `words`, and in no text that a log
or a traceback shows, since it may repeat what was sent.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefusedItem:
    """What the server said of one item of a list request. `index` counts from 0."""

    index: int
    number: int
    message: str = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class RefusedField:
    """What the server said of one field of a request."""

    field: str
    message: str = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class ServerWarning:
    """What the server said about a request that it did. `index` is an item's, -1 for none.

    With `left_out` it said nothing: so many entries were of another event than was asked for.
    """

    operation: str
    words: str = dataclasses.field(repr=False)
    index: int = -1
    number: int = 0
    request_id: str = ""
    left_out: int = 0


class ConnectError(Exception):
    """Base of the five.

    Attributes:
        operation: the published name, such as 'ReserveSeat'.
        reason: why, in our own words, without anything that was sent or answered.
        words: the server's own words, empty where it had none.
        request_id: what the server's log knows the request by.
        done: how many entries of an import are in all the same.
    """

    done = 0

    def __init__(
        self, operation: str, reason: str, *, words: str = "", request_id: str = ""
    ) -> None:
        super().__init__(f"{operation}: {reason}")
        self.operation = operation
        self.reason = reason
        self.words = words
        self.request_id = request_id

    def __str__(self) -> str:
        known = f" (request {self.request_id})" if self.request_id else ""
        return f"{self.operation}: {self.reason}{known}"


class Unreachable(ConnectError):
    """Nothing was done: the server did not get the request, or said that it could not take it."""


class SignedOut(ConnectError):
    """The credential is not valid (any more); nothing was done."""


class Refused(ConnectError):
    """The server understood and said no. `code` is the HTTP status it means.

    With `may_be_done` the answer to an earlier attempt of the same call was lost: a server that
    knows no keys may refuse what it has done already, such as a seat that it holds for us.
    """

    may_be_done = False

    def __init__(
        self,
        operation: str,
        code: int,
        words: str,
        *,
        items: tuple[RefusedItem, ...] = (),
        fields: tuple[RefusedField, ...] = (),
        request_id: str = "",
    ) -> None:
        super().__init__(operation, f"refused, {code}", words=words, request_id=request_id)
        self.code = code
        self.items = items
        self.fields = fields

    @property
    def is_conflict(self) -> bool:
        """Seat taken, order already completed, or hold lost."""
        return self.code == 409


class BadReply(ConnectError):
    """The answer is none of this API's. `is_foreign` says that it looks like another server.

    To a write it says nothing about whether it was done.
    """

    def __init__(
        self, operation: str, reason: str, *, is_foreign: bool = False, request_id: str = ""
    ) -> None:
        super().__init__(operation, reason, request_id=request_id)
        self.is_foreign = is_foreign


class OutcomeUnknown(ConnectError):
    """A write left and its answer was lost: it may have been done.

    It is settled by the same call with the same `key`: the server does it once. Where it was about
    an order, `order_id` names the one to look at; None where that was to be a new one.
    """

    def __init__(
        self,
        operation: str,
        reason: str,
        *,
        key: str,
        order_id: int | None = None,
        request_id: str = "",
    ) -> None:
        super().__init__(operation, reason, request_id=request_id)
        self.key = key
        self.order_id = order_id
