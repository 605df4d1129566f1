"""The errors of the service: those of its start, and the refusals that its clients get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class ServiceError(Exception):
    """The service cannot start, or its data cannot be used; the text is one line."""


class Refusal(Exception):
    """A request is refused, and nothing was changed but what `is_kept` says.

    Attributes:
        status: the HTTP status.
        items: the reasons for single items of the request's list, by index from 0.
        fields: names of single fields, each with its reason.
        is_kept: what was changed until then stays, and the refusal is the answer to the request's
            key for good.
    """

    def __init__(
        self,
        status: int,
        reason: str,
        *,
        items: Mapping[int, str] | None = None,
        fields: Sequence[tuple[str, str]] = (),
        is_kept: bool = False,
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.items = items or {}
        self.fields = fields
        self.is_kept = is_kept


class TooManyRequests(Refusal):
    """A request comes too soon, by the rate limits.

    Attributes:
        seconds: after which it may be repeated.
    """

    def __init__(self, reason: str, seconds: int) -> None:
        super().__init__(429, reason)
        self.seconds = seconds


def not_found(what: str, id_: object) -> Refusal:
    """A refusal with 404."""
    return Refusal(404, f"there is no {what} {id_}")
