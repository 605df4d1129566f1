"""The API's lists of entities, as domain values: whole, a page at a time, or what changed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from boxoffice.connect.errors import BadReply
from boxoffice.connect.mapping import parsed
from boxoffice.connect.operations import Operation
from boxoffice.connect.paging import RawPage, raw_pages, since, whole_list
from boxoffice.connect.sender import Sender
from boxoffice.connect.wire import Entity
from boxoffice.domain.ids import EventId

W = TypeVar("W", bound=Entity)
K = TypeVar("K", bound=int)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of a list. With it, `done` of `total` entries are here; `total` may be unknown."""

    entries: tuple[T, ...]
    done: int
    total: int | None

    @property
    def share(self) -> float:
        """How much is here, 0 to 1; 1 where the server does not say how much there is."""
        return min(1.0, self.done / self.total) if self.total else 1.0


@dataclass(frozen=True, slots=True)
class ListChanges(Generic[T]):
    """What a list said since a marker, or all of it.

    Attributes:
        entries: what is there, by id.
        gone: the ids of what is there no more.
        marker: to ask with next; the one that was sent, where the answer has none.
    """

    entries: dict[int, T]
    gone: frozenset[int]
    marker: str


class Listing(Generic[K, T]):
    """One of the API's lists.

    Args:
        mapped: the domain's value of an entry; None leaves it out.
    """

    def __init__(
        self, sender: Sender, operation: Operation, model: type[W], mapped: Callable[[W], T | None]
    ) -> None:
        self._sender = sender
        self._operation = operation
        self._read = _reader(operation, model, mapped)

    async def _list(self, of: int | None) -> tuple[T, ...]:
        page = await whole_list(self._sender, self._operation, _query(of))
        return self._entries(page)

    async def _pages(self, of: int | None) -> AsyncIterator[Page[T]]:
        async for page in raw_pages(self._sender, self._operation, _query(of)):
            yield Page(self._entries(page), page.done, page.total)

    async def _changes(self, marker: str, of: int | None) -> ListChanges[T]:
        query = {**_query(of), **since(marker)}
        page = await whole_list(self._sender, self._operation, query)
        entries: dict[int, T] = {}
        gone: set[int] = set()
        for item in page.items:  # where an entry comes twice, the last counts
            found, value = self._read(item)
            entries.pop(found.id, None)
            gone.discard(found.id)
            if found.deleted or value is None:
                gone.add(found.id)
            else:
                entries[found.id] = value
        return ListChanges(entries, frozenset(gone), page.marker or marker)

    def _entries(self, page: RawPage) -> tuple[T, ...]:
        read = (self._read(item) for item in page.items)
        return tuple(value for found, value in read if value is not None and not found.deleted)


class Catalogue(Listing[K, T]):
    """A list whose entries are asked for by their own id."""

    async def list(self) -> tuple[T, ...]:
        """All entries, in the server's order."""
        return await self._list(None)

    async def get(self, entry_id: K) -> T:
        """One entry.

        Raises:
            BadReply: the server does not have it.
        """
        changes = await self._changes("", entry_id)
        if entry_id not in changes.entries:
            raise BadReply(self._operation.name, f"there is no entry {entry_id}")
        return changes.entries[entry_id]

    def pages(self) -> AsyncIterator[Page[T]]:
        """The entries as they come, with how much of them is here."""
        return self._pages(None)

    async def changes(self, since: str = "") -> ListChanges[T]:
        """What changed at or after a marker; without one, everything."""
        return await self._changes(since, None)


class PerEvent(Listing[EventId, T]):
    """A list that belongs to an event. Without one: the entries of all events."""

    async def list(self, event_id: EventId | None) -> tuple[T, ...]:
        """All entries of an event, in the server's order."""
        return await self._list(event_id)

    def pages(self, event_id: EventId | None) -> AsyncIterator[Page[T]]:
        """The entries as they come, with how much of them is here."""
        return self._pages(event_id)

    async def changes(self, event_id: EventId | None, since: str = "") -> ListChanges[T]:
        """What changed at or after a marker; without one, everything."""
        return await self._changes(since, event_id)


def _query(of: int | None) -> dict[str, str]:
    return {} if of is None else {"id": str(of)}


def _reader(
    operation: Operation, model: type[W], mapped: Callable[[W], T | None]
) -> Callable[[object], tuple[Entity, T | None]]:
    def read(item: object) -> tuple[Entity, T | None]:
        if isinstance(item, dict) and item.get("deleted") is True:  # need not tell more than its id
            return parsed(operation, Entity, item), None
        found = parsed(operation, model, item)
        return found, mapped(found)

    return read
