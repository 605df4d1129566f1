"""How the service says no: to whoever starts it, and to its clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class ServiceError(Exception):
    """The service cannot start; the text is one line."""


class Refusal(Exception):
    """A request that is not done; nothing was changed.

    Attributes:
        status: the HTTP status that says why.
        items: what is wrong with single items of the request's list, by index from 0.
        fields: what is wrong with single fields, by name.
    """

    def __init__(
        self,
        status: int,
        reason: str,
        *,
        items: Mapping[int, str] | None = None,
        fields: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.items = items or {}
        self.fields = fields


class TooMany(Refusal):
    """A request that comes too soon.

    Attributes:
        seconds: after which it may come again.
    """

    def __init__(self, reason: str, seconds: int) -> None:
        super().__init__(429, reason)
        self.seconds = seconds


def not_found(what: str, id_: object) -> Refusal:
    return Refusal(404, f"there is no {what} {id_}")
