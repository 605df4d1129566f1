"""The values that the table of operations is made of: a call, what it may answer, an operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection

from boxoffice.service.errors import Refusal
from boxoffice.service.lists.paging import Found, Page
from boxoffice.service.sale.caller import Caller
from boxoffice.service.sale.seating_cache import SeatingCache

_MOST_ROWS = 20_000
_MOST_BYTES = 4_000_000
Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FlaggedResult:
    """A result with published flags beside it in the envelope."""

    result: Result
    flags: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class File:
    """Bytes that are answered as they are, without the envelope."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Call:
    """One request inside its transaction.

    Attributes:
        path: the path parameters.
        query: the query, with one value for each name.
        query_items: the query again, with all values of a name that is repeated.

    All methods that read a parameter raise Refusal with 422, `path_id` with 404, where it makes no
    sense.
    """

    connection: Connection
    caller: Caller
    seating_cache: SeatingCache
    path: Mapping[str, str]
    query: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    content_type: str = ""
    query_items: Sequence[tuple[str, str]] = field(default=(), repr=False)

    def path_id(self, name: str) -> int:
        """An id in the path. A number that is too large for an id names nothing: 404."""
        text = self.path[name]
        if not (text.isascii() and text.isdigit() and len(text) <= 18):
            raise Refusal(404, f"there is no {name} {text[:40]!r}")
        return int(text)

    def query_id(self, name: str) -> int | None:
        """An id in the query; None where it is missing or empty."""
        text = self.query.get(name, "")
        return self.whole_number(name, text, 0, 2**63 - 1) if text else None

    def required_event_id(self) -> int:
        """The event that `id` names in the query."""
        event_id = self.query_id("id")
        if event_id is None:
            raise Refusal(422, "id is missing", fields=[("id", "the event is missing")])
        return event_id

    def query_words(self, name: str) -> list[str]:
        """All values of a parameter that may be repeated, or hold several between commas."""
        texts = [value for key, value in self.query_items if key == name]
        return [word.strip() for text in texts for word in text.split(",") if word.strip()]

    def page(self) -> Page:
        """The part of a list that is asked for."""

        def parameter(name: str, default: str, least: int, most: int) -> int:
            return self.whole_number(name, self.query.get(name) or default, least, most)

        return Page(
            number=parameter("page", "1", 1, 1_000_000),
            size=parameter("pageSize", "100", 1, _MOST_ROWS),
            since=parameter("last_updated", "0", 0, 2**63 - 1),
        )

    def listed(self, name: str, found: Found) -> Result:
        """A page of a list, as every list is answered: the entities under `name`."""
        page = self.page()
        return {
            name: found.entities,
            "page": page.number,
            "page_size": page.size,
            "total_count": found.total,
            "last_updated": found.marker,
        }

    @staticmethod
    def whole_number(name: str, text: str, least: int, most: int) -> int:
        """A parameter as a whole number from `least` to `most`."""
        if text.isascii() and text.isdigit() and len(text) <= 19 and least <= int(text) <= most:
            return int(text)
        reason = f"{text[:40]!r} is no whole number from {least} to {most}"
        raise Refusal(422, f"{name}: {reason}", fields=[(name, reason)])


@dataclass(frozen=True, slots=True)
class Operation:
    """One row of the table of operations.

    Attributes:
        result: the name of its result in the envelope; empty for a file, which has no envelope.
        writes: it changes something, so that it has a transaction and takes an idempotency key.
        is_order: what it changes is an order. It runs beside other sales, and writes its own lines
            of the audit trail; any other change runs alone, and the endpoint writes its line.
        is_house: it changes the house itself, so that it needs a token of that role.
        most_bytes: the size of the largest body that it takes.
        body: the structure of its JSON body; None where it takes none.
        query: the parameters that it takes in the query.
        form: the fields of the multipart form that it takes instead of JSON.
    """

    name: str
    verb: str
    path: str
    result: str
    answer: Callable[[Call], Result | FlaggedResult | File]
    writes: bool = False
    is_order: bool = False
    is_house: bool = False
    most_bytes: int = _MOST_BYTES
    body: type[Struct] | None = None
    query: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
