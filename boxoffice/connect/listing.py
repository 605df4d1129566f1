"""The API's lists of entities, as domain values: whole, a page at a time, or what changed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from boxoffice.connect.errors import BadReply
from boxoffice.connect.mapping import parsed
from boxoffice.connect.operations import LOCATIONS, Operation
from boxoffice.connect.paging import RawPage, raw_pages, whole_list
from boxoffice.connect.places import is_of
from boxoffice.connect.sender import Sender
from boxoffice.connect.wire import Entity, EventWire, LocationWire, Reading
from boxoffice.domain.ids import EventId

_GONE = (True, 1, "1", "true", "True")
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
        is_whole: it is the whole list, whatever was asked for.
    """

    entries: dict[int, T]
    gone: frozenset[int]
    marker: str
    is_whole: bool = False


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
        self._model = model
        self._mapped = mapped

    async def _list(self, of: int | None) -> tuple[T, ...]:
        page = await whole_list(self._sender, self._operation, _query(of))
        return await self._entries(page, of)

    async def _pages(self, of: int | None) -> AsyncIterator[Page[T]]:
        async for page in raw_pages(self._sender, self._operation, _query(of)):
            yield Page(await self._entries(page, of), page.done, page.total)

    async def _changes(self, marker: str, of: int | None) -> ListChanges[T]:
        page = await whole_list(self._sender, self._operation, _query(of), marker=marker)
        entries: dict[int, T] = {}
        gone: set[int] = set()
        for found in await self._read(page, of):  # where an entry comes twice, the last counts
            value = None if found.deleted else self._value(found)
            entries.pop(found.id, None)
            gone.discard(found.id)
            if value is None:
                gone.add(found.id)
            else:
                entries[found.id] = value
        kept = page.marker or self._sender.learned.marker(self._operation, marker)
        return ListChanges(entries, frozenset(gone), kept, bool(marker) and page.is_whole)

    async def _entries(self, page: RawPage, of: int | None) -> tuple[T, ...]:
        found = [self._value(each) for each in await self._read(page, of) if not each.deleted]
        return tuple(value for value in found if value is not None)

    def _value(self, found: Entity) -> T | None:
        return self._mapped(found)  # type: ignore[arg-type]

    async def _read(self, page: RawPage, of: int | None) -> list[Entity]:
        """The entries of the page, without those of another event than was asked for."""
        sender, operation = self._sender, self._operation
        items = page.items if of is None else [each for each in page.items if is_of(each, of)]
        if len(items) < len(page.items):
            sender.leave_out(operation, len(page.items) - len(items))
        found, readings, error = self._parsed(items)
        is_open = any(reading.lacks_zone for reading in readings) or self._lacks_place(found)
        if is_open and await sender.places.ask(self._ask_places):
            found, readings, error = self._parsed(items)
        if error is not None:
            raise error
        for reading in readings:
            sender.oddities.dropped(operation, reading)
        for each in found:
            if isinstance(each, LocationWire) and not each.deleted:
                sender.places.learn(each)
            if isinstance(each, EventWire) and each.location_id is None:
                each.location_id = sender.places.id_of(each.location_ref)
        return found

    def _parsed(self, items: list[object]) -> tuple[list[Entity], list[Reading], BadReply | None]:
        """The entries up to the first that is none, what of them did not fit, and that error."""
        found: list[Entity] = []
        readings: list[Reading] = []
        for item in items:
            # What is gone need not tell more than its id.
            is_gone = isinstance(item, dict) and item.get("deleted") in _GONE
            reading = self._sender.places.reading(item)
            readings.append(reading)
            try:
                model = Entity if is_gone else self._model
                found.append(parsed(self._operation, model, item, reading))
            except BadReply as error:
                return found, readings, error
        return found, readings, None

    def _lacks_place(self, found: list[Entity]) -> bool:
        """Whether events name locations by ids of theirs that were not met."""
        return any(
            isinstance(each, EventWire)
            and each.location_id is None
            and bool(each.location_ref)
            and self._sender.places.id_of(each.location_ref) is None
            for each in found
        )

    async def _ask_places(self) -> None:
        await Listing(self._sender, LOCATIONS, LocationWire, lambda found: found)._list(None)


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
