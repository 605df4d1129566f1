"""All that can go wrong between the counter and the server, as a presenter sees it.

What the server itself said is for the clerk's eyes: it stands in `words`, and in no text that a log
or a traceback shows, since it may repeat what was sent.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum


class Bar(Enum):
    """What the platform says is in the way of all that is asked, whatever was asked."""

    SECOND_FACTOR = "second factor"  # the user has to prove who they are by another means
    NOT_TRUSTED = "not trusted"  # the platform does not know this program


@dataclass(frozen=True, slots=True)
class RefusedItem:
    """What the server said of one item of a list request. `index` counts from 0; -1 names none."""

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
    """What the server said about a request that it did. `index` is an item's, -1 for none; `bar` is
    there where it is in the way of others, with words or without.

    With `left_out` it said nothing: so many entries were of another event than was asked for.
    """

    operation: str
    words: str = dataclasses.field(repr=False)
    index: int = -1
    number: int = 0
    request_id: str = ""
    left_out: int = 0
    bar: Bar | None = None


class ConnectError(Exception):
    """Base of the five.

    Attributes:
        operation: the published name, such as 'ReserveSeat'.
        reason: why, in our own words, without anything that was sent or answered.
        words: the server's own words, empty where it had none.
        request_id: what the server's log knows the request by.
        done: how many entries of an import are in all the same.
        bar: what the platform says is in the way of everything; None for nothing.
    """

    done = 0
    bar: Bar | None = None

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
    """The credential is not valid (any more); nothing was done. `refusal` is what it comes to where
    only a flag says so, and that flag says nothing on this server."""

    refusal: Refused | None = None


class Refused(ConnectError):
    """The server understood and said no. `code` is the HTTP status it means.

    With `may_be_done` the answer to an earlier attempt of the same call was lost, or says at once
    that it was done and that it was not: a server that knows no keys may refuse what it has done
    already, such as a seat that it holds for us. The calls of orders look then, and clear it where
    it was not done; it stays where the order could not be looked at.
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

    To a write it says nothing about whether it was done. With `was_looked_at` the order was looked
    at after it, and it was not. `refusal` is what it comes to where the server is known to be one
    of this API: it does not have what was asked for.
    """

    was_looked_at = False
    refusal: Refused | None = None

    def __init__(
        self, operation: str, reason: str, *, is_foreign: bool = False, request_id: str = ""
    ) -> None:
        super().__init__(operation, reason, request_id=request_id)
        self.is_foreign = is_foreign


class OutcomeUnknown(ConnectError):
    """A write left and its answer was lost: it may have been done.

    A server that knows keys settles it by the same call with the same `key`: it does it once. Where
    it was about an order, `order_id` names the one to look at; None where that was to be a new one.
    With `was_looked_at` the order was looked at since, and it was not done by then; without
    `is_lost` the server had answered, and what it said was not true.
    """

    was_looked_at = False
    is_lost = True

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


class OrderInDoubt(OutcomeUnknown):
    """A reservation whose answer was lost, and an order that may have come of it, or that may be of
    another till: `found`. A person has to look at it; to ask again is to risk a second one."""

    def __init__(self, operation: str, reason: str, *, key: str, found: int) -> None:
        super().__init__(operation, reason, key=key, order_id=found)
        self.found = found
