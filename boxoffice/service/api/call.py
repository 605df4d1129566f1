"""What an operation is, what it is asked with, and what it may answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection

from boxoffice.service.errors import Refusal
from boxoffice.service.lists.catalogue import Found, Page
from boxoffice.service.sale.caller import Desk
from boxoffice.service.sale.seating_cache import Houses

_MOST_ROWS = 20_000
_MOST_BYTES = 4_000_000
Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Flagged:
    """A result that says something beside it as well, by the published flags."""

    result: Result
    flags: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class File:
    """Bytes that are answered as they are, outside of the envelope."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Call:
    """One request: its path parameters, its query, its body, and who asks."""

    connection: Connection
    desk: Desk
    houses: Houses
    path: Mapping[str, str]
    query: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    content_type: str = ""
    query_items: Sequence[tuple[str, str]] = field(
        default=(), repr=False
    )  # the query again, with what is repeated in it

    def number(self, name: str) -> int:
        """A path parameter; a number too large to be an id names nothing."""
        text = self.path[name]
        if not (text.isascii() and text.isdigit() and len(text) <= 18):
            raise Refusal(404, f"there is no {name} {text[:40]!r}")
        return int(text)

    def question(self, name: str) -> int | None:
        text = self.query.get(name, "")
        return self.whole(name, text, 0, 2**63 - 1) if text else None

    def page(self) -> Page:
        return Page(
            number=self.whole("page", self.query.get("page") or "1", 1, 1_000_000),
            size=self.whole("pageSize", self.query.get("pageSize") or "100", 1, _MOST_ROWS),
            since=self.whole("last_updated", self.query.get("last_updated") or "0", 0, 2**63 - 1),
        )

    def listed(self, name: str, found: Found) -> Result:
        """A page of a list as every list is answered."""
        page = self.page()
        return {
            name: found.entities,
            "page": page.number,
            "page_size": page.size,
            "total_count": found.total,
            "last_updated": found.marker,
        }

    def list_of(self, name: str) -> list[str]:
        """A question of several words: with commas between them, or asked several times."""
        texts = [value for key, value in self.query_items if key == name]
        return [word.strip() for text in texts for word in text.split(",") if word.strip()]

    def event_id(self) -> int | None:
        return self.question("id")

    def one_event_id(self) -> int:
        event_id = self.event_id()
        if event_id is None:
            raise Refusal(422, "id is missing", fields=[("id", "the event is missing")])
        return event_id

    @staticmethod
    def whole(name: str, text: str, least: int, most: int) -> int:
        if text.isascii() and text.isdigit() and len(text) <= 19 and least <= int(text) <= most:
            return int(text)
        reason = f"{text[:40]!r} is no whole number from {least} to {most}"
        raise Refusal(422, f"{name}: {reason}", fields=[(name, reason)])


@dataclass(frozen=True, slots=True)
class Operation:
    """One row of the table.

    Attributes:
        writes: it changes something.
        is_order: what it changes is an order: it goes on beside other sales, and writes its own
            lines of the audit trail.
        most_bytes: the largest body it takes.
        body: what the body holds; None where there is none, or it is no JSON.
        query: what may be asked in the address.
        form: the fields of the multipart form it takes in place of JSON.
    """

    name: str
    verb: str
    path: str
    result: str
    answer: Callable[[Call], Result | Flagged | File]
    writes: bool = False
    is_order: bool = False
    most_bytes: int = _MOST_BYTES
    body: type[Struct] | None = None
    query: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
