"""All that can go wrong between the counter and the server, as a presenter sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefusedItem:
    """What the server said of one item of a list request. `index` counts from 0."""

    index: int
    number: int
    message: str


@dataclass(frozen=True, slots=True)
class RefusedField:
    """What the server said of one field of a request."""

    field: str
    message: str


class ConnectError(Exception):
    """Base of the five. `operation` is the published name, such as 'ReserveSeat'."""

    def __init__(self, operation: str, reason: str, *, request_id: str = "") -> None:
        super().__init__(f"{operation}: {reason}")
        self.operation = operation
        self.reason = reason
        self.request_id = request_id


class Unreachable(ConnectError):
    """Nothing was done: the server did not get the request, or said that it could not take it."""


class SignedOut(ConnectError):
    """The credential is not valid (any more); nothing was done."""


class Refused(ConnectError):
    """The server understood and said no. `code` is the HTTP status it means."""

    def __init__(
        self,
        operation: str,
        code: int,
        reason: str,
        *,
        items: tuple[RefusedItem, ...] = (),
        fields: tuple[RefusedField, ...] = (),
        request_id: str = "",
    ) -> None:
        super().__init__(operation, reason, request_id=request_id)
        self.code = code
        self.items = items
        self.fields = fields

    @property
    def is_conflict(self) -> bool:
        """Seat taken, order already completed, or hold lost."""
        return self.code == 409


class BadReply(ConnectError):
    """The answer is none of this API's. `is_foreign` says that it looks like another server."""

    def __init__(
        self, operation: str, reason: str, *, is_foreign: bool = False, request_id: str = ""
    ) -> None:
        super().__init__(operation, reason, request_id=request_id)
        self.is_foreign = is_foreign


class OutcomeUnknown(ConnectError):
    """A write left and its answer was lost: it may have been done. Ask again with the same key."""

    def __init__(self, operation: str, reason: str, *, key: str, request_id: str = "") -> None:
        super().__init__(operation, reason, request_id=request_id)
        self.key = key
